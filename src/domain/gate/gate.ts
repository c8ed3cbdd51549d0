import type { Measurement } from './measurement.ts';
import type { Fallback, GatePolicy } from './policy.ts';
import type { GateState, MetricState } from './state.ts';
import { EMPTY, tallied } from './tally.ts';
import { isBeyond } from './threshold.ts';
import {
  type Cause,
  type Judged,
  observedText,
  type Unjudged,
  whyBreached,
  whyHealthy,
  whyUnjudged,
} from './verdict-reasons.ts';

export { progressLine, rowOf, rowsOf } from './rows.ts';

/** How a gate ends. */
export interface Conclusion {
  readonly verdict: 'healthy' | 'breached' | 'inconclusive';
  /**
   * What is to be done: `rollback` after a breach, or where the policy wants it; `report` after a breach where the policy
   * wants it reported and nothing moved.
   */
  readonly action: 'none' | 'warn' | 'report' | 'rollback';
  /** One or more sentences for people, with value and limit. */
  readonly why: string;
}

/**
 * A gate that has measured nothing yet.
 * @throws RangeError without a metric, or where two have one name
 */
export function openGate(policy: GatePolicy): GateState {
  const names = new Set(policy.metrics.map(({ name }) => name));
  if (names.size === 0 || names.size < policy.metrics.length) {
    throw new RangeError('A gate needs at least one metric, and each a name of its own.');
  }
  return { policy, metrics: policy.metrics.map((metric) => ({ metric, measurements: [], tally: EMPTY })) };
}

/** A gate that has seen more. Every metric is measured until the gate ends, also one that has been good so far. */
export function observe(state: GateState, measurements: readonly Measurement[]): GateState {
  const metrics = state.metrics.map((one) =>
    measurements
      .filter(({ metric }) => metric === one.metric.name)
      .reduce(
        (before, measurement): MetricState => ({
          metric: before.metric,
          measurements: [...before.measurements, measurement],
          tally: tallied(before.tally, before.metric, measurement, state.policy.count),
        }),
        one,
      ),
  );
  return { policy: state.policy, metrics };
}

/**
 * How a gate ends; undefined while it has to go on. One metric's breach breaches at once. Healthy takes that all accept
 * at the latest look, after the bake. Without either it ends when its time is up, or when no source that it waits for
 * works any more; then the policy says what becomes of the version, by the strictest answer for a cause that some metric
 * has. A metric that is only observed is reported, and decides nothing.
 *
 * @param watchedMs how long was watched when the latest look began, from the first look on
 */
export function conclude(state: GateState, watchedMs: number): Conclusion | undefined {
  const ending = decide(state, watchedMs);
  const observed = ending === undefined ? [] : state.metrics.filter(({ metric }) => metric.observe);
  return ending === undefined || observed.length === 0
    ? ending
    : { ...ending, why: [ending.why, ...observed.map(observedText)].join(' ') };
}

function decide(state: GateState, watchedMs: number): Conclusion | undefined {
  const { policy } = state;
  const deciding = state.metrics.filter(({ metric }) => !metric.observe);
  const timedOut = watchedMs >= policy.timeoutMs;
  const breached = deciding.filter(({ tally }) => tally.decision === 'breach');
  if (breached.length > 0) {
    return { verdict: 'breached', action: policy.onBreach, why: whyBreached(breached) };
  }
  if (deciding.length === 0) {
    const why = 'Every metric is only observed, so there was nothing to decide.';
    return timedOut ? { verdict: 'inconclusive', action: 'none', why } : undefined;
  }
  const left = deciding.filter(({ tally }) => tally.decision !== 'accept' || tally.streak > 0);
  const baked = watchedMs >= policy.bakeMs;
  if (left.length === 0 && baked) {
    return { verdict: 'healthy', action: 'none', why: whyHealthy(deciding) };
  }
  // One that works can still breach, so it is watched while it has not been for long enough.
  const givenUp =
    left.length > 0 &&
    (baked || left.length === deciding.length) &&
    left.every(({ tally }) => tally.failed >= policy.consecutiveErrorLimit);
  return timedOut || givenUp ? withoutVerdict(left, policy) : undefined;
}

const ACTIONS: Readonly<Record<Fallback, Conclusion['action']>> = { keep: 'warn', pass: 'none', rollback: 'rollback' };

const STRICTEST_FIRST: readonly Fallback[] = ['rollback', 'keep', 'pass'];

function withoutVerdict(left: readonly Judged[], policy: GatePolicy): Conclusion {
  const fallbacks = { 'no-data': policy.onNoData, error: policy.onError, inconclusive: policy.onInconclusive };
  const unjudged = left.map((one): Unjudged => ({ ...one, cause: causeOf(one, policy) }));
  const [cause = 'no-data'] = unjudged
    .map((one) => one.cause)
    .sort((one, other) => STRICTEST_FIRST.indexOf(fallbacks[one]) - STRICTEST_FIRST.indexOf(fallbacks[other]));
  const fallback = fallbacks[cause];
  const healthy = fallback === 'pass' && unjudged.every((one) => one.cause === 'inconclusive' && isWithin(one));
  return {
    verdict: healthy ? 'healthy' : 'inconclusive',
    action: ACTIONS[fallback],
    why: whyUnjudged(unjudged, cause, fallback, healthy),
  };
}

/** A version without traffic is never healthy, and neither is one that was beyond its limit at the last look. */
function isWithin({ metric, tally: { latest, test, max } }: Judged): boolean {
  if (latest?.kind === 'counts') {
    return test !== undefined && test.requests > 0 && test.failures <= max * test.requests;
  }
  return latest?.kind === 'value' && metric.limit.kind === 'values' && !isBeyond(latest.value, metric.limit);
}

function causeOf({ tally }: Judged, policy: GatePolicy): Cause {
  if (tally.withData > 0 && tally.streak < policy.consecutiveErrorLimit) {
    return 'inconclusive';
  }
  return tally.streak > 0 && tally.failedInStreak === tally.streak ? 'error' : 'no-data';
}
