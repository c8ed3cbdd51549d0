import type { Reading } from '../domain/gate/measurement.ts';
import type { Subject } from '../domain/gate/placeholders.ts';
import type { MetricPolicy } from '../domain/gate/policy.ts';

/** What a metric was asked and what it answered. */
export interface Measured {
  /** As it was sent, but without secrets. */
  readonly queries: readonly string[];
  readonly reading: Reading;
  /** What a person should know of the answer, such as warnings of the source. */
  readonly notes?: readonly string[] | undefined;
}

/** Where metrics come from. */
export interface Metrics {
  /**
   * Makes sure that a metric can be asked about a subject, before anything is: its placeholders and the environment
   * variables it names, and whether its source knows what is asked for.
   * @returns what could be asked better, each a sentence
   * @throws TagshipError `metric-unusable`, `input-missing`
   */
  check(metric: MetricPolicy, subject: Subject): Promise<readonly string[]>;
  /** Asks once. A source that fails is a reading as well; nothing is thrown for it. */
  measure(metric: MetricPolicy, subject: Subject): Promise<Measured>;
}
