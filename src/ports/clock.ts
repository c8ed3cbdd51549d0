/** Time, as an effect: tests bring their own. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Waits; rejects with a `cancelled` error as soon as the run is cancelled. */
  sleep(milliseconds: number): Promise<void>;
  /** A number from 0 (inclusive) to 1, for jitter. */
  random(): number;
}
