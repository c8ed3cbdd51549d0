/** What came of work that had a limited time. */
export type Timely<T> = { readonly inTime: true; readonly value: T } | { readonly inTime: false };

/** Time, as an effect: tests bring their own. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Waits; rejects with a `cancelled` error as soon as the run is cancelled. */
  sleep(milliseconds: number): Promise<void>;
  /** Waits for work, but not longer than this; what came too late goes on unheard. */
  within<T>(milliseconds: number, work: () => Promise<T>): Promise<Timely<T>>;
  /** A number from 0 (inclusive) to 1, for jitter. */
  random(): number;
}
