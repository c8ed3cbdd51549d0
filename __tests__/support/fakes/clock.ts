import type { Clock, Timely } from '../../../src/ports/clock.ts';
import type { Journal } from '../../../src/ports/journal.ts';

/** Time that passes only when somebody sleeps. */
export class FakeClock implements Clock {
  #now = Date.UTC(2026, 4, 1);

  now(): number {
    return this.#now;
  }

  async sleep(milliseconds: number): Promise<void> {
    this.#now += milliseconds;
  }

  async within<T>(_: number, work: () => Promise<T>): Promise<Timely<T>> {
    return { inTime: true, value: await work() };
  }

  random(): number {
    return 0.5;
  }
}

/** A journal nobody reads. */
export const silent: Journal = {
  group: async (_, work) => work(),
  info: () => undefined,
  debug: () => undefined,
};
