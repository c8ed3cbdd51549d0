import { type ClientRequest, type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Agents, type Route } from './agents.ts';
import { isUnknownAuthority } from './certificates.ts';
import { codeOf } from './errors.ts';
import type { Variables } from './proxy-settings.ts';

const REDIRECTS = 3;
const REDIRECT_STATUSES = [301, 302, 303, 307, 308];

/** How long a connection may be silent, in milliseconds. */
const IDLE_MS = 60_000;

/** What is left of an answer that nobody reads on is read for so many bytes and milliseconds, to keep its connection. */
const LEFT_BYTES = 64 * 1024;
const LEFT_MS = 20;

/** What a connection ends with that the server closed a moment ago. */
const RESET = ['ECONNRESET', 'EPIPE'];

export interface HttpRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string | Iterable<Uint8Array> | undefined;
  readonly signal: AbortSignal;
  /** Whether it may reach the server twice: a server may close a kept connection while a request is on its way. */
  readonly isRepeatable?: boolean | undefined;
}

/** An answer, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: IncomingHttpHeaders;
  /** What was answered in the end, after redirects. */
  readonly url: string;
  /** Decompressed. It can be read once. */
  readonly body: AsyncIterable<Uint8Array>;
  /** Ends the answer, wherever its reader is; what little is left of it is read, so that the connection can be kept. */
  readonly leave: () => Promise<void>;
}

/** A server sends on to where it cannot be followed. The message is a clause about the server. */
export class Astray extends Error {
  override readonly name = 'Astray';
}

/** The redirect that was not followed, in an error or in what caused it. */
export function astrayIn(error: unknown): Astray | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof Astray) {
      return cause;
    }
  }
  return undefined;
}

/** Sends requests. */
export interface Http {
  /** Begins a connection to a server that will be asked soon. */
  warm(url: string): void;
  /**
   * Sends a request, and follows up to three redirects. Method and body stay, unlike in a browser, except after a 303:
   * without its body a request would be another one.
   * @throws Astray, SettingError; an error of Node where there is no answer
   */
  send(request: HttpRequest): Promise<HttpAnswer>;
}

/**
 * The HTTP client for every service: one reading of the settings for proxies and certificates, connections that are kept,
 * redirects within one origin, since a token is for one server, and a limit on silence.
 *
 * It stands on `node:http` and not on `fetch`: what Node loads at the first `fetch` takes 25 ms, and each answer of it a
 * multiple of the processor's time.
 */
export class HttpClient implements Http {
  readonly #agents: Agents;

  /** @param variables of the environment */
  constructor(variables: Variables) {
    this.#agents = new Agents(variables);
  }

  warm(url: string): void {
    const parsed = URL.parse(url);
    if (parsed !== null) {
      this.#agents.warm(parsed);
    }
  }

  async send(request: HttpRequest): Promise<HttpAnswer> {
    let current = request;
    for (let hop = 0; ; hop++) {
      const answer = await this.#sendOnce(current);
      const { status, headers } = answer;
      if (!REDIRECT_STATUSES.includes(status) || headers.location === undefined) {
        return answer;
      }
      await answer.leave();
      const url = redirectedTo(status, headers.location, current.url);
      if (hop === REDIRECTS) {
        throw new Astray(`it sends on more than ${REDIRECTS} times`);
      }
      current = status === 303 ? toSee({ ...current, url }) : { ...current, url };
    }
  }

  async #sendOnce(request: HttpRequest): Promise<HttpAnswer> {
    request.signal.throwIfAborted();
    const url = new URL(request.url);
    for (let attempt = 1; ; attempt++) {
      const route = this.#agents.route(url);
      const sent = begin(request, route);
      try {
        return answerOf(await responseTo(sent, request.body), request.url);
      } catch (error) {
        if (request.signal.aborted) {
          throw error;
        }
        const isStale = request.isRepeatable === true && sent.reusedSocket && RESET.includes(codeOf(error));
        if (!(isUnknownAuthority(error) ? this.#agents.trustMore() : isStale && attempt === 1)) {
          throw error;
        }
      }
    }
  }
}

function begin({ method, headers, signal, url }: HttpRequest, route: Route): ClientRequest {
  const { isTls, agent, host, port, path } = route;
  const request = (isTls ? requestHttps : requestHttp)({
    agent,
    host,
    port,
    path,
    method,
    signal,
    headers: { host: new URL(url).host, 'accept-encoding': 'gzip', ...headers, ...route.headers },
  });
  request.setTimeout(IDLE_MS, () => request.destroy(new Error(`nothing came for ${IDLE_MS / 1000} s`)));
  return request;
}

async function responseTo(request: ClientRequest, body: HttpRequest['body']): Promise<IncomingMessage> {
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve);
    // An error after the answer began is the reader's as well; without a listener it would end the process.
    request.on('error', reject);
  });
  if (body === undefined || typeof body === 'string' || body instanceof Uint8Array) {
    request.end(body);
  } else {
    // The answer shows whether all of it arrived, and a body that fails is an error of the request.
    pipeline(Readable.from(body), request, () => undefined);
  }
  return await response;
}

function answerOf(response: IncomingMessage, url: string): HttpAnswer {
  const { statusCode = 0, headers } = response;
  const isPacked = /^(?:x-)?gzip$/i.test(headers['content-encoding'] ?? '');
  const stream: Readable = isPacked ? pipeline(response, createGunzip(), () => undefined) : response;
  const source: AsyncIterator<Uint8Array> = stream[Symbol.asyncIterator]();
  const next = (): Promise<IteratorResult<Uint8Array>> => source.next();
  return {
    status: statusCode,
    headers,
    url,
    body: { [Symbol.asyncIterator]: () => ({ next }) },
    leave: () => leave(response, next),
  };
}

async function leave(response: IncomingMessage, next: () => Promise<IteratorResult<Uint8Array>>): Promise<void> {
  const drained = (async () => {
    for (let left = LEFT_BYTES; left > 0; ) {
      const { value, done } = await next();
      if (done === true) {
        return true;
      }
      left -= value.length;
    }
    return false;
  })().catch(() => false);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, LEFT_MS, false);
  });
  const isRead = await Promise.race([drained, late]);
  clearTimeout(timer);
  if (!isRead) {
    response.destroy();
  }
}

/** @throws Astray */
function redirectedTo(status: number, location: string, from: string): string {
  const to = URL.parse(location, from);
  if (to === null || !/^https?:$/.test(to.protocol)) {
    throw new Astray(`it answered ${status} and names no place to go on to`);
  }
  const { origin } = new URL(from);
  if (to.origin !== origin) {
    throw new Astray(`it sends on from \`${origin}\` to \`${to.origin}\`, and only the origin that was named is asked`);
  }
  return to.href;
}

function toSee({ body: _, headers, ...request }: HttpRequest): HttpRequest {
  const kept = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-type');
  return { ...request, headers: Object.fromEntries(kept), method: 'GET' };
}
