/** Time that passes only when a test says so. */
export class VirtualClock {
  #seconds = 0;

  /** Seconds since the sandbox started. */
  get seconds(): number {
    return this.#seconds;
  }

  /** Lets time pass. */
  advance(seconds: number): void {
    if (!(seconds >= 0)) throw new Error(`Time cannot go ${seconds} s ahead`);
    this.#seconds += seconds;
  }
}
