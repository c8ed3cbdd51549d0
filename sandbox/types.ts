import type { IncomingHttpHeaders } from 'node:http';

/** The parts of the sandbox that speak HTTP. */
export type ServiceName = 'git' | 'cloudflare' | 'github' | 'worker' | 'metrics';

/** Headers by lower-cased name; a header sent more than once has all its values, in order. */
export type HeaderValues = Readonly<Record<string, string | string[]>>;

/** One command of a push; an id of zeros stands for no object. */
export interface PushedRef {
  /** Full name, such as refs/tags/v1. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** One request as it arrived, and what became of it. */
export interface RecordedRequest {
  /** 1-based order of arrival over all services, counted when the whole request is there. */
  readonly n: number;
  /** How many requests in a row it took to get here: one more than of those that were answered before it came. */
  readonly row: number;
  readonly service: ServiceName;
  readonly method: string;
  /** Raw path with query string. */
  readonly path: string;
  readonly headers: HeaderValues;
  /** Bytes of the request body as sent, that is before any decompression. */
  readonly requestBytes: number;
  /** Bytes of the answer's body; final when the answer ended. */
  responseBytes: number;
  /** HTTP status of the answer; 0 until there is one, and where the client got none. */
  status: number;
  /** Readable name, such as `kv bulk write`, else method and path without query. */
  readonly operation: string;
  /** KV keys named by the request, else empty. */
  readonly keys: readonly string[];
  /** The refs a push asks to create, move or delete, else empty; whether it did is in the answer. */
  readonly refs: readonly PushedRef[];
  /** The request body, decompressed. */
  readonly body: Buffer;
  /** Message of the hook that threw and thereby cut the connection. */
  hookError?: string;
  /** The fault that happened to it: its name, or the status of the answer it had instead. */
  fault?: string;
}

/** An answer given by a hook instead of the service. */
export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

/**
 * Runs before the service handles a request. A returned Reply is sent instead of the service's answer; a hook that
 * throws cuts the connection, as a network failure would.
 */
// biome-ignore lint/suspicious/noConfusingVoidType: a hook that returns nothing at all is the usual one.
export type Hook = (request: RecordedRequest) => void | Reply | Promise<void | Reply>;

/**
 * Runs after the service handled a request and before anything of the answer is sent. Throwing cuts the connection, so
 * that the client never learns of a request that was carried out.
 */
export type AfterHook = (request: RecordedRequest) => void | Promise<void>;

/** What a service answers; the body may still be on its way. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders | Readonly<Record<string, string>>;
  readonly body: AsyncIterable<Uint8Array> | Uint8Array | string;
}

/** How a request is to be named in the record. */
export interface Description {
  readonly operation: string;
  /** Read on demand, as finding the keys of a large bulk write means parsing it. */
  readonly keys: () => readonly string[];
  /** Only a push has them. */
  readonly refs?: () => readonly PushedRef[];
}

/** One of the sandbox's services behind its gateway. */
export interface Service {
  readonly name: ServiceName;
  describe(method: string, path: string, body: Buffer): Description;
  /** `signal` aborts when the client is gone or the sandbox closes. */
  handle(request: RecordedRequest, signal: AbortSignal): Promise<Answer>;
}
