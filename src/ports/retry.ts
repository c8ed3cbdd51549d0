import { TagshipError, TransientError } from '../errors.ts';
import type { Clock } from './clock.ts';

/** How often a request is tried, the first time included. */
export const MAX_ATTEMPTS = 5;

/** The longest a server may ask a run to wait, in milliseconds. Cloudflare blocks for up to five minutes. */
export const MAX_RETRY_AFTER_MS = 60_000;

const FIRST_DELAY_MS = 500;

/**
 * How long to wait before trying again, in milliseconds: what the server asked for, else 0.5 s doubled each time with
 * up to half of it as jitter.
 *
 * @param attempt how many tries failed so far, from 1
 * @throws TagshipError the fault itself when there is no point in trying again
 */
export function retryDelay(fault: TransientError, attempt: number, clock: Pick<Clock, 'random'>): number {
  const { failure, retryAfterMs } = fault;
  if (retryAfterMs !== undefined && retryAfterMs > MAX_RETRY_AFTER_MS) {
    throw new TagshipError(
      'rate-limited',
      `${failure.what} The server asks to wait ${Math.ceil(retryAfterMs / 1000)} s, and a run waits ${MAX_RETRY_AFTER_MS / 1000} s at most.`,
      'Run the job again later; Cloudflare allows 1,200 API requests in five minutes.',
      { cause: failure },
    );
  }
  if (attempt >= MAX_ATTEMPTS) {
    throw new TagshipError(failure.code, `${failure.what} It was tried ${attempt} times.`, failure.remedy, {
      location: failure.location,
      cause: failure,
    });
  }
  const backoff = FIRST_DELAY_MS * 2 ** (attempt - 1) * (1 + clock.random() / 2);
  return Math.max(retryAfterMs ?? 0, backoff);
}

/** Tries something that may be repeated without harm until it works or `retryDelay` gives up. */
export async function retry<T>(clock: Pick<Clock, 'sleep' | 'random'>, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof TransientError)) {
        throw error;
      }
      await clock.sleep(retryDelay(error, attempt, clock));
    }
  }
}
