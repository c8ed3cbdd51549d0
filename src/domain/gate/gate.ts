import type { Measurement } from './measurement.ts';
import type { GatePolicy, MetricPolicy } from './policy.ts';

/** What is known of one metric. */
export interface MetricState {
  readonly metric: MetricPolicy;
  /** In the order in which they were made. */
  readonly measurements: readonly Measurement[];
  /** `breach` and `accept` are final: the metric is not measured any more. */
  readonly decision: 'breach' | 'accept' | undefined;
}

/** A gate while it watches. */
export interface GateState {
  readonly policy: GatePolicy;
  readonly metrics: readonly MetricState[];
}

/** How a gate ends. */
export interface Conclusion {
  readonly verdict: 'healthy' | 'breached' | 'inconclusive';
  /** What is to be done; `rollback` after a breach, or where the policy wants it. */
  readonly action: 'none' | 'warn' | 'rollback';
  /** One or more sentences for people, with value and limit. */
  readonly why: string;
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
  /** The limit as a text, such as `max 0.01`. */
  readonly limit: string;
  /** What speaks for the outcome, such as `5 of 61 requests, log-likelihood ratio 3.1 of 3.0`. */
  readonly evidence: string;
  readonly outcome: 'passed' | 'failed' | 'breach' | 'accept' | 'undecided' | 'no-data' | 'error';
}
