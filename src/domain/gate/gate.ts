import type { Measurement } from './measurement.ts';
import type { Fallback, GatePolicy, MetricPolicy } from './policy.ts';
import { tallyOf } from './tally.ts';
import { type Cause, type Judged, type Unjudged, whyBreached, whyHealthy, whyUnjudged } from './why.ts';

export { progressLine, rowOf, rowsOf } from './rows.ts';

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
  /** The limit as a text, such as `max 1 %`. */
  readonly limit: string;
  /** What speaks for the outcome, such as `8 of 61 requests (13 %), log-likelihood ratio 5.01 (breach at 3.00, …)`. */
  readonly evidence: string;
  readonly outcome: 'passed' | 'failed' | 'breach' | 'accept' | 'undecided' | 'no-data' | 'error';
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
  return {
    policy,
    metrics: policy.metrics.map((metric) => ({ metric, measurements: [], decision: undefined })),
  };
}

/** The metrics that are still to be measured. */
export function undecided(state: GateState): readonly MetricPolicy[] {
  return open(state).map(({ metric }) => metric);
}

/** A gate that has seen more. What is decided stays as it is: measurements of such a metric are left out. */
export function observe(state: GateState, measurements: readonly Measurement[]): GateState {
  const metrics = state.metrics.map((one) =>
    measurements
      .filter(({ metric }) => metric === one.metric.name)
      .reduce((before, measurement) => observed(before, measurement, state.policy), one),
  );
  return { policy: state.policy, metrics };
}

function observed(state: MetricState, measurement: Measurement, policy: GatePolicy): MetricState {
  if (state.decision !== undefined) {
    return state;
  }
  const measurements = [...state.measurements, measurement];
  return { ...state, measurements, decision: tallyOf(state.metric, measurements, policy.count).decision };
}

/**
 * How a gate ends; undefined while it has to go on. One metric's breach breaches, and all have to be accepted to be
 * healthy. Without either it ends when its time is up, or when nothing that is left has data any more; then the policy
 * says what becomes of the version, by the strictest answer for a cause that some metric has.
 */
export function conclude(state: GateState, { timedOut }: { readonly timedOut: boolean }): Conclusion | undefined {
  const { policy } = state;
  const judged = state.metrics.map((one) => ({ ...one, tally: tallyOf(one.metric, one.measurements, policy.count) }));
  const breached = judged.filter(({ decision }) => decision === 'breach');
  if (breached.length > 0) {
    return { verdict: 'breached', action: 'rollback', why: whyBreached(breached) };
  }
  const left = judged.filter(({ decision }) => decision === undefined);
  if (left.length === 0) {
    return { verdict: 'healthy', action: 'none', why: whyHealthy(judged) };
  }
  const givenUp = left.every(({ tally }) => tally.streak >= policy.consecutiveErrorLimit);
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
  const healthy = fallback === 'pass' && unjudged.every((one) => one.cause === 'inconclusive' && sawTraffic(one));
  return {
    verdict: healthy ? 'healthy' : 'inconclusive',
    action: ACTIONS[fallback],
    why: whyUnjudged(unjudged, cause, fallback, healthy),
  };
}

/** Nobody can say of a version that nobody used that it is healthy. */
function sawTraffic({ tally: { latest } }: Judged): boolean {
  return latest !== undefined && (latest.kind === 'value' || latest.total > 0);
}

function causeOf({ tally }: Judged, policy: GatePolicy): Cause {
  if (tally.withData > 0 && tally.streak < policy.consecutiveErrorLimit) {
    return 'inconclusive';
  }
  return tally.streak > 0 && tally.failedInStreak === tally.streak ? 'error' : 'no-data';
}

function open({ metrics }: GateState): MetricState[] {
  return metrics.filter(({ decision }) => decision === undefined);
}
