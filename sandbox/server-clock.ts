/** The clock of the Git server and of GitHub's API: real time, unless a test says otherwise. */
export class ServerClock {
  #stoppedMs: number | undefined;
  #aheadMs = 0;

  /** The time at the server. */
  now(): Date {
    return new Date(this.#stoppedMs ?? Date.now() + this.#aheadMs);
  }

  /** Stops the clock at a moment; from then on only `advance` moves it. */
  set(date: Date): void {
    if (Number.isNaN(date.getTime())) throw new Error('Not a date');
    this.#stoppedMs = date.getTime();
    this.#aheadMs = 0;
  }

  /** Moves the clock by so many milliseconds, a negative number back; one that was not stopped goes on from there. */
  advance(milliseconds: number): void {
    if (!Number.isFinite(milliseconds)) throw new Error(`The clock cannot go ${milliseconds} ms ahead`);
    if (this.#stoppedMs === undefined) this.#aheadMs += milliseconds;
    else this.#stoppedMs += milliseconds;
  }

  /** Back to real time. */
  reset(): void {
    this.#stoppedMs = undefined;
    this.#aheadMs = 0;
  }
}
