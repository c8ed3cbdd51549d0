import { count, duration } from '../text.ts';
import {
  betterOf,
  compareSides,
  type Difference,
  type Interval,
  intervalOf,
  MISSES,
  moreRequests,
  NOTHING_SEEN,
} from './difference.ts';
import type { Reading } from './measurement.ts';
import { textsOf } from './placeholders.ts';
import type { GatePolicy, MetricPolicy } from './policy.ts';
import { evidenceIn } from './sequential.ts';
import { understood } from './tally.ts';
import { amount, countsText } from './words.ts';

/** What a comparison says. */
export const ANSWERS = ['a', 'b', 'no difference shown'] as const;

export type Answer = (typeof ANSWERS)[number];

/**
 * What a metric can show. `rates`: requests were counted, so it can be said how sure a difference is. `looks`: each look
 * is a measurement of its own, so that it counts how often one was better. `shown`: neither, so it decides nothing.
 */
export type ComparedBy = 'rates' | 'looks' | 'shown';

/** What was measured of one side. */
export interface SideState {
  /** The latest that said something. */
  readonly latest: Extract<Reading, { kind: 'value' | 'counts' }> | undefined;
  /** Values, in the order in which they were measured. */
  readonly values: readonly number[];
  /** Why the last measurement said nothing; undefined where it did. */
  readonly silent: string | undefined;
}

/** One metric of a comparison. */
export interface ComparedMetric {
  readonly metric: MetricPolicy;
  readonly by: ComparedBy;
  readonly a: SideState;
  readonly b: SideState;
  readonly difference: Difference;
  /** Looks in a row at which a source failed. */
  readonly failed: number;
}

/** Two environments while they are compared. */
export interface Experiment {
  readonly policy: GatePolicy;
  readonly metrics: readonly ComparedMetric[];
  /** How often the interval of each metric may miss: all together at most one time in twenty. */
  readonly misses: number;
}

/** What both sides answered at one look. */
export interface LookAtBoth {
  readonly metric: string;
  readonly a: Reading;
  readonly b: Reading;
}

/** How a comparison ends. */
export interface Conclusion {
  readonly answer: Answer;
  /** One or more sentences for people. */
  readonly why: string;
}

/** The metrics of a gate that ask something else of the two sides, and those that ask both the same. */
export function dividedMetrics(
  { metrics }: Pick<GatePolicy, 'metrics'>,
  sameVersion: boolean,
): { readonly apart: readonly MetricPolicy[]; readonly alike: readonly MetricPolicy[] } {
  const placeholder = sameVersion ? /(?<!\$)\{environment\}/ : /(?<!\$)\{(?:environment|version)\}/;
  // What was not deployed is no side, so the control and the time before are not asked.
  const own = metrics.map(({ source: { control: _, beforeMs: __, ...source }, ...metric }) => ({ ...metric, source }));
  const isApart = ({ source }: MetricPolicy): boolean => textsOf(source).some(({ text }) => placeholder.test(text));
  return { apart: own.filter(isApart), alike: own.filter((one) => !isApart(one)) };
}

/**
 * What a metric can show. A value has no number of requests, and one that a server keeps changes little between two
 * looks, so many looks at it are no more evidence than one. Only a program measures anew whenever it is run.
 */
export function comparedBy({ limit, source, observe }: MetricPolicy): ComparedBy {
  if (observe === true) {
    return 'shown';
  }
  const hasDirection = limit.kind === 'values' && (limit.min === undefined) !== (limit.max === undefined);
  return limit.kind === 'counts' ? 'rates' : source.provider === 'command' && hasDirection ? 'looks' : 'shown';
}

const UNSEEN: SideState = { latest: undefined, values: [], silent: undefined };

/** A comparison that has measured nothing yet. */
export function openExperiment(policy: GatePolicy): Experiment {
  const metrics = policy.metrics.map((metric): ComparedMetric => {
    return { metric, by: comparedBy(metric), a: UNSEEN, b: UNSEEN, difference: NOTHING_SEEN, failed: 0 };
  });
  return { policy, metrics, misses: MISSES / Math.max(1, metrics.filter(({ by }) => by !== 'shown').length) };
}

/** A comparison that has seen more. */
export function observeBoth(experiment: Experiment, looks: readonly LookAtBoth[]): Experiment {
  const metrics = experiment.metrics.map((one) =>
    looks.filter(({ metric }) => metric === one.metric.name).reduce(compared, one),
  );
  return { ...experiment, metrics };
}

function compared(before: ComparedMetric, look: LookAtBoth): ComparedMetric {
  const { metric, by } = before;
  const [a, b] = [understood(metric, look.a), understood(metric, look.b)];
  const failed = a.kind === 'failed' || b.kind === 'failed' ? before.failed + 1 : 0;
  const after = { ...before, failed, a: seenBy(before.a, a), b: seenBy(before.b, b) };
  // An answer that is not complete would make one side look better; what it left out comes with the next one.
  if (isPartial(a) || isPartial(b)) {
    return after;
  }
  if (metric.limit.kind === 'counts' && a.kind === 'counts' && b.kind === 'counts') {
    return { ...after, difference: compareSides(before.difference, { a, b }, metric.limit.max) };
  }
  if (by === 'looks' && metric.limit.kind === 'values' && a.kind === 'value' && b.kind === 'value') {
    const worse = Math.sign(metric.limit.max === undefined ? b.value - a.value : a.value - b.value);
    return { ...after, difference: comparedLooks(before.difference, worse) };
  }
  return after;
}

/** One more look, as a request of both sides: what is estimated is how much more often `a` is worse. */
function comparedLooks(before: Difference, worse: number): Difference {
  return {
    ...before,
    sum: before.sum + worse,
    weight: before.weight + 1,
    variance: before.variance + worse ** 2,
    requests: before.requests + 1,
  };
}

function isPartial(reading: Reading): boolean {
  return (reading.kind === 'value' || reading.kind === 'counts') && reading.partial === true;
}

function seenBy(before: SideState, reading: Reading): SideState {
  switch (reading.kind) {
    case 'value':
      return { latest: reading, values: [...before.values, reading.value], silent: undefined };
    case 'counts':
      return { ...before, latest: reading, silent: undefined };
    default:
      return { ...before, silent: reading.why };
  }
}

/** What one metric shows. */
export interface Finding {
  readonly by: ComparedBy;
  /** Undefined where nothing was compared. */
  readonly interval: Interval | undefined;
  /** Which side is better, where that is shown with enough requests. */
  readonly better: 'a' | 'b' | undefined;
  /** Requests of both sides, or looks, that would show what was measured; undefined where none would, or none has to. */
  readonly more: number | undefined;
}

/** What a metric shows by now. */
export function findingOf({ metric, by, difference }: ComparedMetric, { policy, misses }: Experiment): Finding {
  if (by === 'shown' || difference.weight === 0) {
    return { by, interval: undefined, better: undefined, more: undefined };
  }
  const interval = intervalOf(difference, misses);
  const enough =
    metric.limit.kind === 'counts'
      ? [difference.seen.a, difference.seen.b].every(
          (side) => metric.limit.kind === 'counts' && evidenceIn(side).requests >= metric.limit.minSamples,
        )
      : difference.requests >= policy.count;
  const more = moreRequests(difference, misses);
  return { by, interval, better: enough ? betterOf(interval) : undefined, more: more === 0 ? undefined : more };
}

/**
 * How a comparison ends; undefined while it goes on: as soon as every metric that can decide has shown a difference, or
 * when the time is up, or when what is left cannot be measured. Not before the `bake`.
 * @param watchedMs how long was watched when the latest look began, from the first look on
 */
export function answerOf(experiment: Experiment, watchedMs: number): Conclusion | undefined {
  const { policy, metrics } = experiment;
  const deciding = metrics.filter(({ by }) => by !== 'shown');
  const found = deciding.map((one) => ({ one, finding: findingOf(one, experiment) }));
  const open = found.filter(({ finding }) => finding.better === undefined).map(({ one }) => one);
  const timedOut = watchedMs >= policy.timeoutMs;
  const givenUp = open.length > 0 && open.every(({ failed }) => failed >= policy.consecutiveErrorLimit);
  if (!timedOut && (watchedMs < policy.bakeMs || (open.length > 0 && !givenUp))) {
    return undefined;
  }
  const better = new Set(found.flatMap(({ finding }) => finding.better ?? []));
  const [only] = better;
  const answer = better.size === 1 && only !== undefined ? only : 'no difference shown';
  const start =
    better.size > 1
      ? ['Each is better by another metric, so neither is better.']
      : answer === 'no difference shown'
        ? ['That no difference is shown does not mean that there is none.']
        : [];
  return { answer, why: [...start, ...metrics.map((one) => findingText(one, experiment))].join(' ') };
}

/** What one metric shows, in sentences. */
export function findingText(one: ComparedMetric, experiment: Experiment): string {
  const { metric, by, a, b } = one;
  const name = `\`${metric.name}\``;
  const silent = [a, b].flatMap(({ silent: why }, at) =>
    why === undefined ? [] : [`${at === 0 ? 'a' : 'b'}: ${why}`],
  );
  const gaps = silent.length === 0 ? '' : ` The last time it said nothing of ${silent.join('; ')}.`;
  const { interval, better, more } = findingOf(one, experiment);
  const sides = `${name}: a ${sideText(a)}, b ${sideText(b)}`;
  if (interval === undefined) {
    const why = by === 'shown' ? ', only shown' : '';
    return `${sides}${why}.${gaps}`;
  }
  const settle = better === undefined ? ` ${moreText(by, more)}` : '';
  return `${sides}; ${differenceText(by, interval, experiment.misses)}.${settle}${gaps}`;
}

/** What a side was measured at, for people. */
export function sideText({ latest, values }: SideState): string {
  if (latest?.kind === 'counts') {
    return countsText(latest);
  }
  return values.length === 0 ? 'no data' : `${amount(medianOf(values))} (median of ${count(values.length, 'look')})`;
}

/** The difference with its interval, as a clause. */
export function differenceText(by: ComparedBy, { estimate, low, high }: Interval, misses: number): string {
  const sure = `a less b, ${Number((100 * (1 - misses)).toFixed(1))} % interval: ${points(low)} to ${points(high)}`;
  const less = estimate < 0 ? 'less' : 'more';
  const much = `${points(Math.abs(estimate))} percentage points`;
  return by === 'looks'
    ? `a was worse in ${much} ${less} of the looks than b (${sure})`
    : `a fails ${much} ${less} than b (${sure})`;
}

function moreText(by: ComparedBy, more: number | undefined): string {
  if (more === undefined) {
    return 'No number of requests would show a difference as small as the one that was measured.';
  }
  const what = by === 'looks' ? count(more, 'more look') : count(more, 'more request');
  return `If the difference is what was measured, about ${what}${by === 'looks' ? '' : ' of both together'} would show it.`;
}

/** A part of 1 in percentage points. */
function points(part: number): string {
  return String(Number((100 * part).toPrecision(2)) || 0);
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** What a comparison still waits for, for the log. */
export function openText({ policy }: Experiment, watchedMs: number): string {
  const bake = policy.bakeMs - watchedMs;
  const earliest = bake > 0 ? `, an answer at the earliest in ${duration(bake)}` : '';
  return `Comparing for ${duration(Math.max(0, policy.timeoutMs - watchedMs))} at most${earliest}.`;
}
