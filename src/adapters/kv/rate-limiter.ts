import type { Clock } from '../../ports/clock.ts';

export interface RequestBudgetOptions {
  /** The most requests in any window. */
  readonly requests: number;
  /** The length of a window, in milliseconds. */
  readonly windowMs: number;
  /** Called before every wait that a person would notice, with its milliseconds. */
  readonly onWait?: ((milliseconds: number) => void) | undefined;
}

/**
 * What one run takes of the 1,200 requests that Cloudflare allows to a token in five minutes. More than that blocks every
 * user of the token for five minutes, so a part is left to the others.
 */
export const CLOUDFLARE_BUDGET: RequestBudgetOptions = { requests: 1000, windowMs: 5 * 60 * 1000 };

/** Shorter waits are not reported: after the first long one, each request waits for the one before it in the last window. */
const NOTICEABLE_MS = 1000;

/**
 * Paces requests: none waits as long as there is room, and then each does until the oldest of the window has left it.
 * They go in the order they came.
 */
export class RequestBudget {
  readonly #clock: Pick<Clock, 'now' | 'sleep'>;
  readonly #options: RequestBudgetOptions;
  /** When the last requests went, oldest first: no more than a window may have. */
  readonly #sent: number[] = [];
  #last: Promise<unknown> = Promise.resolve();

  constructor(clock: Pick<Clock, 'now' | 'sleep'>, options: RequestBudgetOptions = CLOUDFLARE_BUDGET) {
    this.#clock = clock;
    this.#options = options;
  }

  /**
   * Waits until a request may go, which then counts.
   * @throws TagshipError `cancelled`, from the clock
   */
  take(): Promise<void> {
    const turn = this.#last.then(() => this.#take());
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #take(): Promise<void> {
    const now = this.#clock.now();
    const free = this.#free(now);
    if (free > now) {
      if (free - now >= NOTICEABLE_MS) {
        this.#options.onWait?.(free - now);
      }
      await this.#clock.sleep(free - now);
    }
    // A timer may end a moment early.
    this.#sent.push(Math.max(free, this.#clock.now()));
    if (this.#sent.length > this.#options.requests) {
      this.#sent.shift();
    }
  }

  /** The first moment at which the window has room. */
  #free(now: number): number {
    const { requests, windowMs } = this.#options;
    if ((this.#sent.at(-1) ?? now) > now + windowMs) {
      // The clock was set back: when these went nobody knows any more.
      this.#sent.length = 0;
    }
    const [oldest] = this.#sent;
    return oldest === undefined || this.#sent.length < requests ? now : Math.max(now, oldest + windowMs);
  }
}
