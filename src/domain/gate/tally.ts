import { highestRate } from './beta-distribution.ts';
import type { Measurement, Reading } from './measurement.ts';
import type { CountLimit, MetricPolicy, ValueLimit } from './policy.ts';
import {
  type Counts,
  HEALTHY_AT,
  increase,
  isBreach,
  NO_COUNTS,
  type SequentialResult,
  sequentialTest,
} from './sequential.ts';
import { isBeyond } from './threshold.ts';
import { type Comparison, compare, isAlike, isWorse, NOT_COMPARED } from './two-samples.ts';

/** A reading that says something. */
export type Data = Extract<Reading, { kind: 'value' | 'counts' }>;

/** How sure the limit is that is taken from the time before the deploy. */
const CONFIDENCE = 0.99;

/** How long the last part is that must be no evidence against a version by itself, in milliseconds. */
const LAST_PART_MS = 60_000;

/** What was counted at one look, from the deploy on. */
interface Look {
  readonly elapsed: number;
  readonly counts: Counts;
}

/** What the measurements of one metric come to. */
export interface Tally {
  readonly measured: number;
  /** Those that said something. */
  readonly withData: number;
  /** Values beyond the limit; 0 for counts. */
  readonly failures: number;
  /** Measurements without data in a row, up to the last one. */
  readonly streak: number;
  /** Measurements in a row in which the source failed, up to the last one. */
  readonly failed: number;
  /** Those of the streak in which the source failed; in the others it had nothing to say. */
  readonly failedInStreak: number;
  /** The latest that said something. */
  readonly latest: Data | undefined;
  /** The limit of a rate, raised to what was usual before the deploy where that was more. */
  readonly max: number;
  /** The sequential test of the latest counts, and of those of the last minute. */
  readonly test: SequentialResult | undefined;
  readonly lastMinute: SequentialResult | undefined;
  /** How it compares with what was not deployed; undefined where nothing is compared. */
  readonly comparison: Comparison | undefined;
  /** The looks that the last minute begins with, and those in it. */
  readonly looks: readonly Look[];
  /** What both had counted when they were compared last. */
  readonly compared: { readonly arm: Counts; readonly control: Counts };
  /**
   * `breach` is final. `accept` is only the latest look's: whether it is enough depends on how long was watched, and
   * later looks may take it back.
   */
  readonly decision: 'breach' | 'accept' | undefined;
}

export const EMPTY: Tally = {
  measured: 0,
  withData: 0,
  failures: 0,
  streak: 0,
  failed: 0,
  failedInStreak: 0,
  latest: undefined,
  max: Number.NaN,
  test: undefined,
  lastMinute: undefined,
  comparison: undefined,
  looks: [],
  compared: { arm: NO_COUNTS, control: NO_COUNTS },
  decision: undefined,
};

/** What all measurements of a metric come to. @param count measurements of a value before it is accepted */
export function tallyOf(metric: MetricPolicy, measurements: readonly Measurement[], count: number): Tally {
  return measurements.reduce((tally, measurement) => tallied(tally, metric, measurement, count), EMPTY);
}

/** A tally with one more measurement. */
export function tallied(before: Tally, metric: MetricPolicy, { reading, elapsed }: Measurement, count: number): Tally {
  const seen = understood(metric, reading);
  const measured = before.measured + 1;
  const decision = before.decision === 'breach' ? 'breach' : undefined;
  if (seen.kind === 'no-data' || seen.kind === 'failed') {
    const failed = seen.kind === 'failed' ? 1 : 0;
    return {
      ...before,
      measured,
      streak: before.streak + 1,
      failed: failed === 1 ? before.failed + 1 : 0,
      failedInStreak: before.failedInStreak + failed,
      decision,
    };
  }
  const after: Tally = {
    ...before,
    measured,
    withData: before.withData + 1,
    streak: 0,
    failed: 0,
    failedInStreak: 0,
    latest: seen,
    decision,
  };
  if (seen.kind === 'counts') {
    return metric.limit.kind === 'counts' ? byCounts(after, metric.limit, seen, elapsed) : after;
  }
  return metric.limit.kind === 'values' ? byValue(after, metric.limit, seen, count) : after;
}

function byCounts(tally: Tally, limit: CountLimit, counts: Extract<Data, { kind: 'counts' }>, elapsed: number): Tally {
  const max = raised(limit, counts.before);
  const test = sequentialTest(counts, max);
  const base = tally.looks.findLast((look) => look.elapsed <= elapsed - LAST_PART_MS);
  const lastMinute = sequentialTest(increase(base?.counts ?? NO_COUNTS, counts), max);
  const { control } = counts;
  const compared = control === undefined ? tally.compared : { arm: counts, control };
  const comparison =
    control === undefined
      ? tally.comparison
      : compare(
          tally.comparison ?? NOT_COMPARED,
          increase(tally.compared.arm, counts),
          increase(tally.compared.control, control),
        );
  const worse = comparison !== undefined && isWorse(comparison);
  const breaks = limit.beside === true ? worse : isBreach(test) && (limit.compared !== true || worse);
  // Two arms without any failure say nothing of a difference, so that few fail is shown by the limit as well.
  const alike = limit.beside === true && comparison !== undefined && isAlike(comparison);
  const accepted =
    counts.partial !== true &&
    (test.ratio <= HEALTHY_AT || alike) &&
    test.requests >= limit.minSamples &&
    test.failures <= max * test.requests &&
    lastMinute.ratio <= 0;
  return {
    ...tally,
    max,
    test,
    lastMinute,
    comparison,
    looks: [...tally.looks.filter((look) => base === undefined || look.elapsed >= base.elapsed), { elapsed, counts }],
    compared,
    decision: tally.decision ?? (breaks ? 'breach' : accepted ? 'accept' : undefined),
  };
}

/**
 * The limit, or what is still usual for the version before, where that was beyond the limit already. A few requests
 * without a failure say little of what is usual, and raise nothing.
 */
function raised({ max, minSamples }: CountLimit, before: Counts | undefined): number {
  if (before === undefined) {
    return max;
  }
  const { failures, requests } = sequentialTest(before, max);
  return requests >= minSamples && failures > max * requests
    ? Math.min(0.99, Math.max(max, highestRate(failures, requests, CONFIDENCE)))
    : max;
}

function byValue(
  tally: Tally,
  limit: ValueLimit,
  { value, partial }: Extract<Data, { kind: 'value' }>,
  count: number,
): Tally {
  const passed = !isBeyond(value, limit);
  const failures = tally.failures + (passed ? 0 : 1);
  const breaks = failures > limit.failureLimit;
  const accepted = passed && partial !== true && tally.withData >= count;
  return {
    ...tally,
    failures,
    decision: tally.decision ?? (breaks ? 'breach' : accepted ? 'accept' : undefined),
  };
}

/**
 * A reading as its metric can use it. Impossible numbers, and counts where a value was asked for or the other way round, are
 * no data.
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
      return [reading, reading.control ?? NO_COUNTS, reading.before ?? NO_COUNTS].every(isCountable)
        ? reading
        : { kind: 'no-data', why: 'the counts are not numbers from 0 on' };
  }
}

function isCountable({ errors, total, samples = 0 }: Counts): boolean {
  return [errors, total, samples].every((one) => Number.isFinite(one) && one >= 0);
}
