import type { Counts } from './sequential.ts';

/** What a metric answered once. */
export type Reading =
  | { readonly kind: 'value'; readonly value: number; readonly partial?: boolean | undefined }
  | ({
      readonly kind: 'counts';
      /** What was not deployed, counted over the same time; undefined where nothing is compared, or it said nothing. */
      readonly control?: Counts | undefined;
      /** What the version before had, in the time before the deploy; undefined where it is not asked. */
      readonly before?: Counts | undefined;
      /** Whether the source said that its answer is not all of it: such an answer can breach, and never acquits. */
      readonly partial?: boolean | undefined;
    } & Counts)
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
