import { setTimeout as wait } from 'node:timers/promises';
import { TagshipError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';

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

  random(): number {
    return Math.random();
  }
}
