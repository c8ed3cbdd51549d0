import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Answer, RecordedRequest, Reply } from '../types.ts';
import type { Fault } from './types.ts';

/** A request at its gateway, about to fail. */
export interface Exchange {
  readonly request: RecordedRequest;
  readonly outgoing: ServerResponse;
  /** Aborts when the client is gone or the sandbox closes. */
  readonly signal: AbortSignal;
  /** Lets the service answer. */
  handle(): Promise<Answer>;
  /** Sends an answer as if it were the service's, and runs the hooks after it. */
  send(answer: Answer): Promise<void>;
  /** Sends something else than the service's answer, and runs the hooks after it. */
  reply(reply: Reply): Promise<void>;
  /** Runs the hooks after the service, where its answer is not sent. */
  afterwards(): Promise<void>;
}

const HTML: Reply = {
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!doctype html>\n<html><head><title>Sign in</title></head><body>Please sign in to the network.</body></html>\n',
};
const OTHER_JSON: Reply = {
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: '{"status":"ok","data":[{"name":"guest"}]}',
};

/** Makes a fault happen to a request. */
export async function applyFault(fault: Fault, exchange: Exchange): Promise<void> {
  const { request, outgoing, signal } = exchange;
  if (typeof fault !== 'string') {
    request.fault = String(fault.status);
    await exchange.reply(fault);
    return;
  }
  request.fault = fault;
  switch (fault) {
    case 'refuse':
      outgoing.socket?.resetAndDestroy();
      return;
    case 'lost-answer':
      await carryOut(exchange);
      outgoing.destroy();
      return;
    case 'reset-mid-body':
      await breakOff(await carryOut(exchange), exchange);
      return;
    case 'truncated': {
      const answer = await exchange.handle();
      const { 'content-length': _, ...headers } = answer.headers;
      await exchange.send({ status: answer.status, headers, body: half(await collect(answer)) });
      return;
    }
    case 'stall':
      await gone(signal);
      return;
    case 'stall-carried-out':
      await carryOut(exchange);
      await gone(signal);
      return;
    case 'nonsense-html':
      await exchange.reply(HTML);
      return;
    case 'nonsense-json':
      await exchange.reply(OTHER_JSON);
  }
}

interface WholeAnswer extends Answer {
  readonly body: Buffer;
}

/** Carries a request out to its end without sending anything; its recorded status stays 0, as the client has none. */
async function carryOut({ request, handle, afterwards }: Exchange): Promise<WholeAnswer> {
  const answer = await handle();
  const body = await collect(answer);
  request.status = answer.status;
  await afterwards();
  request.status = 0;
  return { ...answer, body };
}

async function breakOff({ status, headers, body }: WholeAnswer, { outgoing, signal }: Exchange): Promise<void> {
  const kept = Object.entries(headers).filter(([name]) => !/^(?:transfer-encoding|connection|keep-alive)$/i.test(name));
  outgoing.writeHead(status, { ...Object.fromEntries(kept), 'content-length': String(Math.max(body.byteLength, 1)) });
  outgoing.flushHeaders();
  // What was written has to be on its way before the end of the connection is.
  if (body.byteLength > 1 && !outgoing.write(half(body))) await once(outgoing, 'drain', { signal });
  await new Promise((resolve) => setImmediate(resolve));
  outgoing.destroy();
}

async function collect({ body }: Answer): Promise<Buffer> {
  if (typeof body === 'string') return Buffer.from(body);
  if (body instanceof Uint8Array) return Buffer.from(body);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function half(body: Buffer): Buffer {
  return body.subarray(0, body.byteLength >> 1);
}

async function gone(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}
