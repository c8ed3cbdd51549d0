import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { applyFault } from './faults/apply.ts';
import type { FaultKit } from './faults/kit.ts';
import type { Recorder } from './recorder.ts';
import type { ServerClock } from './server-clock.ts';
import type { Answer, HeaderValues, RecordedRequest, Reply, Service } from './types.ts';

const DECODERS: Readonly<Record<string, (data: Buffer) => Promise<Buffer>>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding']);
const KEEP_ALIVE_MS = 60_000;

/** A listening gateway. */
export interface Gateway {
  /** Origin on loopback, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** What stands in front of a service. */
export interface Front {
  readonly recorder: Recorder;
  readonly faults: FaultKit;
  /** What the Date header of the answers is by; real time if absent. */
  readonly clock?: ServerClock | undefined;
}

/** Starts an HTTP server on a free loopback port that records requests, runs hooks and lets the service answer. */
export async function startGateway(service: Service, front: Front): Promise<Gateway> {
  const server = createServer((incoming, outgoing) => {
    const served = serve(service, front, incoming, outgoing).catch(() => void outgoing.destroy());
    front.recorder.track(served);
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function serve(service: Service, front: Front, incoming: IncomingMessage, outgoing: ServerResponse) {
  const { recorder, faults, clock } = front;
  const client = new AbortController();
  outgoing.once('close', () => client.abort());
  const raw = await readAll(incoming);
  const headers = collectHeaders(incoming.rawHeaders);
  const body = await decode(raw, incoming.headers['content-encoding']);
  if (body === undefined) {
    outgoing.writeHead(400).end('The body is not encoded as its Content-Encoding says.');
    return;
  }
  const method = incoming.method ?? 'GET';
  const path = incoming.url ?? '/';
  const request = recorder.record({
    service: service.name,
    method,
    path,
    headers,
    requestBytes: raw.byteLength,
    body,
    description: service.describe(method, path, body),
  });
  outgoing.once('finish', () => recorder.answered(request));
  const latency = faults.latencyOf(request);
  if (latency > 0) await wait(latency, undefined, { signal: client.signal });
  const reply = await guardHook(request, () => recorder.runBefore(request));
  if (clock !== undefined) outgoing.setHeader('date', clock.now().toUTCString());
  const fault = reply === undefined ? faults.take(request) : undefined;
  const handle = () => askService(service, request, client.signal);
  const respond = (answer: Answer) => send(request, answer, outgoing, recorder, client.signal);
  if (fault !== undefined) {
    await applyFault(fault, {
      request,
      outgoing,
      signal: client.signal,
      handle,
      send: respond,
      reply: (instead) => respond(fromReply(instead)),
      afterwards: () => guardHook(request, () => recorder.runAfter(request)),
    });
    return;
  }
  await respond(reply === undefined ? await handle() : fromReply(reply));
}

async function askService(service: Service, request: RecordedRequest, signal: AbortSignal): Promise<Answer> {
  try {
    return await service.handle(request, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    return fromReply({ status: 502, body: `The sandbox's ${service.name} service failed: ${String(error)}` });
  }
}

/**
 * Passes the answer on as it comes. Where hooks watch, all of it is held back until they have run: a client may act on
 * the beginning of an answer and never read the rest.
 */
async function send(
  request: RecordedRequest,
  answer: Answer,
  outgoing: ServerResponse,
  recorder: Recorder,
  signal: AbortSignal,
): Promise<void> {
  const { status } = answer;
  const held: Uint8Array[] = [];
  const holds = recorder.watched;
  const sendHead = () => {
    request.status = status;
    if (!outgoing.headersSent) outgoing.writeHead(status, endToEnd(answer.headers));
  };
  const sendHeld = async () => {
    sendHead();
    for (const chunk of held.splice(0)) if (!outgoing.write(chunk)) await once(outgoing, 'drain', { signal });
  };
  for await (const chunk of chunksOf(answer.body)) {
    signal.throwIfAborted();
    if (!holds && held.length > 0) await sendHeld();
    held.push(chunk);
    request.responseBytes += chunk.byteLength;
  }
  request.status = status;
  await guardHook(request, () => recorder.runAfter(request));
  const last = held.pop();
  await sendHeld();
  outgoing.end(last);
}

async function guardHook<T>(request: RecordedRequest, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    request.status = 0;
    // The error of a test is not one of this world's.
    request.hookError = (error as Partial<Error> | undefined)?.message ?? String(error);
    throw error;
  }
}

async function* chunksOf(body: Answer['body']): AsyncGenerator<Uint8Array> {
  if (typeof body === 'string') yield Buffer.from(body);
  else if (body instanceof Uint8Array) yield body;
  else yield* body;
}

function fromReply({ status, headers = {}, body = '' }: Reply): Answer {
  const type = typeof body === 'string' && /^\s*[[{]/.test(body) ? 'application/json' : 'text/plain; charset=utf-8';
  return { status, headers: { 'content-type': type, ...lowerCased(headers) }, body };
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function endToEnd(headers: Answer['headers']): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !HOP_BY_HOP.has(name.toLowerCase())) kept[name] = value;
  }
  return kept;
}

function collectHeaders(rawHeaders: readonly string[]): HeaderValues {
  const headers: Record<string, string | string[]> = {};
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const name = String(rawHeaders[i]).toLowerCase();
    const value = String(rawHeaders[i + 1]);
    const known = headers[name];
    if (known === undefined) headers[name] = value;
    else headers[name] = typeof known === 'string' ? [known, value] : [...known, value];
  }
  return headers;
}

async function readAll(incoming: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function decode(raw: Buffer, encoding: string | undefined): Promise<Buffer | undefined> {
  if (encoding === undefined || encoding === 'identity') return raw;
  try {
    return await DECODERS[encoding.toLowerCase()]?.(raw);
  } catch {
    return undefined;
  }
}
