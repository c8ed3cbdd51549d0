import { progressText } from '../../domain/reconcile/progress.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Journal } from '../../ports/journal.ts';

/** How often long work says how far it is, in milliseconds. */
const EVERY_MS = 5_000;

/** Tells of long work every few seconds, and of short work nothing. */
export class Progress {
  readonly #what: string;
  readonly #total: number;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #journal: Journal;
  readonly #started: number;
  #told: number;

  constructor(what: string, total: number, { clock, journal }: { clock: Pick<Clock, 'now'>; journal: Journal }) {
    this.#what = what;
    this.#total = total;
    this.#clock = clock;
    this.#journal = journal;
    this.#started = clock.now();
    this.#told = this.#started;
  }

  /** @param done so far, of all */
  at(done: number): void {
    const now = this.#clock.now();
    if (now - this.#told >= EVERY_MS) {
      this.#told = now;
      this.#journal.info(progressText(this.#what, done, Math.max(done, this.#total), now - this.#started));
    }
  }
}
