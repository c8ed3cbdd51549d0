/** What a metric answered once. */
export type Reading =
  | { readonly kind: 'value'; readonly value: number }
  | {
      readonly kind: 'counts';
      readonly errors: number;
      readonly total: number;
      /** How many rows the two were estimated from, where the source samples; undefined where every request was counted. */
      readonly samples?: number | undefined;
    }
  /** The source works, but says nothing: an empty answer, NaN. */
  | { readonly kind: 'no-data'; readonly why: string }
  /** The source did not answer as it should. */
  | {
      readonly kind: 'failed';
      readonly why: string;
      /** How long the source asked to be left alone, in milliseconds. */
      readonly retryAfterMs?: number | undefined;
    };

/** One look at one metric. */
export interface Measurement {
  readonly metric: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Milliseconds since the deploy. */
  readonly elapsed: number;
  /** What was asked, as it was sent, but without secrets. */
  readonly queries: readonly string[];
  readonly reading: Reading;
}
