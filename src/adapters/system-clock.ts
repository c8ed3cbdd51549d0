import { setTimeout as wait } from 'node:timers/promises';
import { TagshipError } from '../errors.ts';
import type { Clock, Timely } from '../ports/clock.ts';

/** The clock of the machine. */
export class SystemClock implements Clock {
  readonly #signal: AbortSignal;

  /** @param signal aborted when the run is cancelled */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  now(): number {
    return Date.now();
  }

  async sleep(milliseconds: number): Promise<void> {
    try {
      await wait(milliseconds, undefined, { signal: this.#signal });
    } catch (error) {
      throw new TagshipError('cancelled', 'The run was cancelled while it waited to try again.', 'Run the job again.', {
        cause: error,
      });
    }
  }

  async within<T>(milliseconds: number, work: () => Promise<T>): Promise<Timely<T>> {
    const over = new AbortController();
    const done = work().then((value): Timely<T> => ({ inTime: true, value }));
    const late = wait(milliseconds, undefined, { signal: over.signal }).then((): Timely<T> => ({ inTime: false }));
    // Of the two the one that loses is heard by nobody.
    done.catch(() => undefined);
    late.catch(() => undefined);
    try {
      return await Promise.race([done, late]);
    } finally {
      over.abort();
    }
  }

  random(): number {
    return Math.random();
  }
}
