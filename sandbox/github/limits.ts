import type { ServerClock } from '../server-clock.ts';

const LIMIT = 5000;
const WINDOW_SECONDS = 3600;

/** How much of an hour's requests is used. */
export interface Usage {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  /** Seconds since 1970. */
  readonly reset: number;
}

/** GitHub's primary rate limit: counted and told, never enforced, as a fault can play that. */
export class RateLimit {
  readonly #clock: ServerClock;
  #used = { core: 0, graphql: 0 };
  #reset = 0;

  constructor(clock: ServerClock) {
    this.#clock = clock;
  }

  /** Counts a request and returns the headers of its answer. */
  count(resource: 'core' | 'graphql'): Record<string, string> {
    this.#turn();
    this.#used[resource] += 1;
    const { limit, used, remaining, reset } = this.usage(resource);
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-used': String(used),
      'x-ratelimit-reset': String(reset),
      'x-ratelimit-resource': resource,
    };
  }

  /** The state of one resource. */
  usage(resource: 'core' | 'graphql'): Usage {
    const used = this.#used[resource];
    return { limit: LIMIT, used, remaining: Math.max(0, LIMIT - used), reset: this.#reset };
  }

  /** Begins another hour when the last is over, or left by setting the clock. */
  #turn(): void {
    const now = Math.floor(this.#clock.now().getTime() / 1000);
    if (now < this.#reset && this.#reset <= now + WINDOW_SECONDS) return;
    this.#reset = now + WINDOW_SECONDS;
    this.#used = { core: 0, graphql: 0 };
  }
}
