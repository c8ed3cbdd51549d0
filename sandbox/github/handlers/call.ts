import type { ServerClock } from '../../server-clock.ts';
import type { Hosted } from '../hosted.ts';
import type { RateLimit } from '../limits.ts';
import type { Outcome } from '../outcome.ts';
import type { Addresses } from '../shapes.ts';

/** A request that fits the description, for a handler to carry out. */
export interface Call extends Addresses {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  /** Whether the client asks for bytes instead of JSON. */
  readonly wantsRaw: boolean;
  readonly limit: RateLimit;
  readonly clock: ServerClock;
}

/** A call about a repository there is. */
export interface RepositoryCall extends Call {
  readonly repository: Hosted;
  /** The repository's own address. */
  readonly url: string;
  /** Its page on the website. */
  readonly htmlUrl: string;
}

/** Carries out one operation on a repository. */
export type Handler = (call: RepositoryCall) => Outcome | Promise<Outcome>;

/** The body as the description says it is. */
export function bodyOf<T extends object>(call: Call): T {
  return (call.body ?? {}) as T;
}
