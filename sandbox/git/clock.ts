const START_MS = Date.UTC(2026, 4, 1, 10, 0, 0);
const MINUTE_MS = 60_000;
const SECOND_MS = 1000;

/** Deterministic dates: each commit one minute after the one before, each tag object a second after what precedes it. */
export class CommitClock {
  #commitMs = START_MS - MINUTE_MS;
  #tags = 0;

  /** The date of the next commit, which becomes the current one; a given date sets the clock. */
  nextCommit(date?: Date): Date {
    this.#commitMs = date?.getTime() ?? this.#commitMs + MINUTE_MS;
    this.#tags = 0;
    return new Date(this.#commitMs);
  }

  /** The date of the next tag object, so that the same tag made twice is two objects; a given date sets the clock. */
  nextTag(date?: Date): Date {
    if (date !== undefined) return this.nextCommit(date);
    this.#tags += 1;
    return this.now();
  }

  /** The current date, without moving on. */
  now(): Date {
    return new Date(this.#commitMs + this.#tags * SECOND_MS);
  }
}
