import type { Measurement, Reading } from './measurement.ts';
import type { MetricPolicy } from './policy.ts';
import { type SequentialResult, sequentialTest } from './sequential.ts';
import { isBeyond } from './threshold.ts';

/** A reading that says something. */
export type Data = Extract<Reading, { kind: 'value' | 'counts' }>;

/** What the measurements of one metric come to. */
export interface Tally {
  readonly measured: number;
  /** Those that said something. */
  readonly withData: number;
  /** Values beyond the limit; 0 for counts. */
  readonly failures: number;
  /** Measurements without data in a row, up to the last one. */
  readonly streak: number;
  /** Those of the streak in which the source failed; in the others it had nothing to say. */
  readonly failedInStreak: number;
  /** The latest that said something. */
  readonly latest: Data | undefined;
  /** The sequential test of the latest counts. */
  readonly test: SequentialResult | undefined;
  readonly decision: 'breach' | 'accept' | undefined;
}

export const EMPTY: Tally = {
  measured: 0,
  withData: 0,
  failures: 0,
  streak: 0,
  failedInStreak: 0,
  latest: undefined,
  test: undefined,
  decision: undefined,
};

/** What all measurements of a metric come to. @param count measurements of a value after which it is accepted */
export function tallyOf(metric: MetricPolicy, measurements: readonly Measurement[], count: number): Tally {
  return measurements.reduce((tally, { reading }) => tallied(tally, metric, reading, count), EMPTY);
}

/** A tally with one more reading. */
export function tallied(before: Tally, metric: MetricPolicy, reading: Reading, count: number): Tally {
  const seen = understood(metric, reading);
  const measured = before.measured + 1;
  if (seen.kind === 'no-data' || seen.kind === 'failed') {
    const failed = seen.kind === 'failed' ? 1 : 0;
    return { ...before, measured, streak: before.streak + 1, failedInStreak: before.failedInStreak + failed };
  }
  const after = { ...before, measured, withData: before.withData + 1, streak: 0, failedInStreak: 0, latest: seen };
  return metric.limit.kind === 'counts' ? byCounts(after, metric.limit) : byValue(after, metric.limit, count);
}

function byCounts(tally: Tally, limit: { readonly max: number; readonly minSamples: number }): Tally {
  const test = tally.latest?.kind === 'counts' ? sequentialTest(tally.latest, limit) : undefined;
  return { ...tally, test, decision: test?.decision };
}

function byValue(tally: Tally, limit: Extract<MetricPolicy['limit'], { kind: 'values' }>, count: number): Tally {
  const failed = tally.latest?.kind === 'value' && isBeyond(tally.latest.value, limit);
  const failures = tally.failures + (failed ? 1 : 0);
  if (failures > limit.failureLimit) {
    return { ...tally, failures, decision: 'breach' };
  }
  return { ...tally, failures, decision: tally.withData >= count ? 'accept' : undefined };
}

/**
 * A reading as its metric can use it: numbers that cannot be, and an answer of the other kind, are no data, whoever
 * let them through.
 */
export function understood(metric: MetricPolicy, reading: Reading): Reading {
  switch (reading.kind) {
    case 'no-data':
    case 'failed':
      return reading;
    case 'value':
      if (metric.limit.kind !== 'values') {
        return { kind: 'failed', why: 'the answer is one number, not the failed and all requests' };
      }
      return Number.isNaN(reading.value) ? { kind: 'no-data', why: 'the value is not a number' } : reading;
    case 'counts':
      if (metric.limit.kind !== 'counts') {
        return { kind: 'failed', why: 'the answer is failed and all requests, not one number' };
      }
      return [reading.errors, reading.total, reading.samples ?? 0].every((one) => Number.isFinite(one) && one >= 0)
        ? reading
        : { kind: 'no-data', why: 'the counts are not numbers from 0 on' };
  }
}
