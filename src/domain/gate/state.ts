import type { Measurement } from './measurement.ts';
import type { GatePolicy, MetricPolicy } from './policy.ts';
import type { Tally } from './tally.ts';

/** What is known of one metric. */
export interface MetricState {
  readonly metric: MetricPolicy;
  /** In the order in which they were made. */
  readonly measurements: readonly Measurement[];
  readonly tally: Tally;
}

/** A gate while it watches. */
export interface GateState {
  readonly policy: GatePolicy;
  readonly metrics: readonly MetricState[];
}

/** One measurement as it is shown to people: in the log, the summary, the post-mortem and the result. */
export interface MeasurementRow {
  readonly metric: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Milliseconds since the deploy. */
  readonly elapsed: number;
  /** What was asked, without secrets. */
  readonly queries: readonly string[];
  /** What was measured: the value, or the rate of failed requests; undefined without data. */
  readonly value: number | undefined;
  /** The failed and all requests, as they were counted; undefined for a value. */
  readonly counts:
    | { readonly errors: number; readonly total: number; readonly samples: number | undefined }
    | undefined;
  /** The same of what was not deployed; undefined where nothing is compared. */
  readonly control?: { readonly errors: number; readonly total: number } | undefined;
  /** The limit as a text, such as `max 1 %`. */
  readonly limit: string;
  /** What speaks for the outcome, such as `log-likelihood ratio 5.01`. */
  readonly evidence: string;
  /** `breach` and `accept`: by this metric the gate could end so at this look. */
  readonly outcome: 'passed' | 'failed' | 'breach' | 'accept' | 'undecided' | 'no-data' | 'error';
}
