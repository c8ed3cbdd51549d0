import { count, duration } from '../text.ts';
import type { Measurement } from './measurement.ts';
import type { Fallback, MetricPolicy } from './policy.ts';
import { HEALTHY_AT, isBreach, leastRequests } from './sequential.ts';
import type { GateState, MetricState } from './state.ts';
import { type Tally, understood } from './tally.ts';
import {
  allowedText,
  amount,
  BOUNDS,
  comparisonText,
  countsText,
  exactPercent,
  failedText,
  percent,
  roughly,
  testText,
} from './words.ts';

/** Why a metric could not be judged. */
export type Cause = 'no-data' | 'error' | 'inconclusive';

/** A metric with what its measurements come to. */
export type Judged = MetricState;

/** A metric without a verdict. */
export interface Unjudged extends Judged {
  readonly cause: Cause;
}

/** Different reasons of one metric that are shown; the rest stands in its measurements. */
const MAX_REASONS = 3;

/** Why a gate breached: what a manager needs first, the evidence after it. */
export function whyBreached(breached: readonly Judged[]): string {
  return breached
    .map((one) => {
      const live = roughly(one.measurements.at(-1)?.elapsed ?? 0);
      return `${stateOf(one)}; it was live for ${live}. Measured by \`${one.metric.name}\`: ${proofOf(one)}.`;
    })
    .join(' ');
}

/** Why a gate is healthy. */
export function whyHealthy(accepted: readonly Judged[]): string {
  const each = accepted.map((one) => `${stateOf(one)}. Measured by \`${one.metric.name}\`: ${proofOf(one)}.`);
  return [
    accepted.length === 1 ? 'The metric is within its limit.' : 'All metrics are within their limits.',
    ...each,
  ].join(' ');
}

/**
 * Why a gate ended without a verdict, and what becomes of the version.
 * @param cause whose policy decided
 * @param healthy whether the version is taken as healthy all the same
 */
export function whyUnjudged(open: readonly Unjudged[], cause: Cause, fallback: Fallback, healthy: boolean): string {
  return ['The version could not be judged.', ...open.map(gapOf), consequence(cause, fallback, healthy)].join(' ');
}

/** What a metric that is only observed would have said. */
export function observedText({ metric, tally, measurements }: Judged): string {
  const name = `\`${metric.name}\``;
  if (tally.decision === 'breach') {
    return `Only observed: ${name} would have breached. ${stateOf({ metric, tally, measurements })}.`;
  }
  return tally.latest === undefined
    ? `Only observed: ${name} had no data.`
    : `Only observed: ${name} would not have breached. ${stateOf({ metric, tally, measurements })}.`;
}

/** Limits that were raised to what was usual before the deploy, a sentence each. */
export function raisedLimits({ metrics }: GateState): string[] {
  return metrics.flatMap(({ metric: { name, limit }, tally: { max, latest } }) =>
    limit.kind === 'counts' && latest?.kind === 'counts' && latest.before !== undefined && max > limit.max
      ? [
          `\`${name}\` was judged by ${percent(max)} instead of ${exactPercent(limit.max)}, since before the deploy ${countsText(latest.before)} failed already.`,
        ]
      : [],
  );
}

/**
 * What a gate still waits for, with the time that is left.
 * @param watchedMs how long was watched, from the first look on
 */
export function waitingText({ policy, metrics }: GateState, watchedMs: number): string {
  const bake = policy.bakeMs - watchedMs;
  const open = metrics.filter(
    ({ metric, tally }) => !metric.observe && (tally.decision !== 'accept' || tally.streak > 0),
  );
  const reasons = [
    ...(bake > 0 ? [`healthy at the earliest in ${duration(bake)}`] : []),
    ...open.map((one) => `\`${one.metric.name}\` ${openText(one, policy.count)}`),
  ];
  return `Watching for ${duration(Math.max(0, policy.timeoutMs - watchedMs))} at most: ${reasons.join('; ')}.`;
}

function openText({ metric, tally }: Judged, needed: number): string {
  const { limit } = metric;
  const { latest, test, lastMinute, max } = tally;
  if (latest === undefined || tally.streak > 0) {
    return tally.failed > 0 ? 'cannot be measured' : 'has no data';
  }
  if (limit.kind === 'values') {
    return tally.withData < needed
      ? `has ${tally.withData} of ${count(needed, 'measurement')}`
      : 'did not pass the last time';
  }
  if (test === undefined || test.requests < limit.minSamples) {
    return `has ${Math.floor(test?.requests ?? 0)} of at least ${count(limit.minSamples, 'request')}`;
  }
  if (isBreach(test) && limit.beside !== true) {
    return 'is beyond its limit, but fails no more often than elsewhere';
  }
  if (test.failures > max * test.requests) {
    return 'is beyond its limit, without enough evidence yet';
  }
  return test.ratio > HEALTHY_AT
    ? 'has too few requests to be sure'
    : (lastMinute?.ratio ?? 0) > 0
      ? 'did worse in the last minute'
      : 'had an answer that was not complete';
}

/** What was measured last against the limit, as a clause. */
function stateOf({ metric, tally: { latest, max } }: Judged): string {
  const allowed = `allowed is ${allowedText(metric, max)}`;
  if (latest?.kind === 'counts' && metric.limit.kind === 'counts') {
    const beside = metric.limit.beside === true && latest.control !== undefined;
    return `${capital(failedText(latest))}; ${beside ? `of what is live, ${failedText(latest.control)}` : allowed}`;
  }
  return latest?.kind === 'value' ? `\`${metric.name}\` is ${amount(latest.value)}; ${allowed}` : '';
}

function proofOf({ metric: { limit }, tally }: Judged): string {
  const { test, failures, withData, comparison, compared, latest } = tally;
  if (limit.kind === 'counts') {
    const usual =
      latest?.kind === 'counts' && latest.before !== undefined && tally.max > limit.max
        ? [`before the deploy ${countsText(latest.before)}`]
        : [];
    const evidence = [
      ...(test === undefined ? [] : [testText(test)]),
      ...(comparison === undefined ? [] : [comparisonText(comparison, compared.control)]),
    ];
    return [...(evidence.length === 0 ? [] : [`${evidence.join('; ')} (${BOUNDS})`]), ...usual].join('; ');
  }
  return `${failures} of ${count(withData, 'measurement')} failed (allowed: ${limit.failureLimit})`;
}

/** What is missing for a verdict on a metric. */
function gapOf(one: Unjudged): string {
  const { metric, tally, measurements, cause } = one;
  const name = `\`${metric.name}\``;
  if (cause === 'inconclusive') {
    return inconclusiveText(one);
  }
  if (tally.measured === 0) {
    return `${name} was never measured.`;
  }
  const verb = cause === 'error' ? 'could not be measured' : 'had no data';
  return `${name} ${verb} in ${whichOf(tally)} (${reasons(metric, measurements.slice(-tally.streak))}).`;
}

function inconclusiveText(one: Unjudged): string {
  const { metric, tally } = one;
  const name = `\`${metric.name}\``;
  const { limit } = metric;
  const { test, max, latest } = tally;
  if (limit.kind === 'values') {
    return `${name} has too little evidence. ${stateOf(one)}. ${capital(proofOf(one))}.`;
  }
  if (test !== undefined && limit.compared === true && isBreach(test)) {
    return tally.comparison === undefined
      ? `${name} is beyond its limit, and what was not deployed could not be counted. ${stateOf(one)}. ${capital(proofOf(one))}.`
      : `${name} is beyond its limit, but others fail too, so it need not be the deploy. ${stateOf(one)}. ${capital(proofOf(one))}.`;
  }
  if (latest?.kind === 'counts' && latest.partial === true) {
    return `${name} got answers that were not complete, which prove nothing good. ${stateOf(one)}. ${capital(proofOf(one))}.`;
  }
  const least = Math.max(limit.minSamples, leastRequests(Number.isNaN(max) ? limit.max : max));
  const proof = test === undefined || test.requests === 0 ? '' : `${capital(proofOf(one))}. `;
  return `${name} has too little evidence. ${stateOf(one)}. ${proof}With this limit it takes at least ${least} requests without a failure to be healthy.`;
}

function whichOf({ withData, streak }: Tally): string {
  if (withData > 0) {
    return streak === 1 ? 'the last measurement' : `the last ${streak} measurements`;
  }
  return streak === 1 ? 'its only measurement' : `any of its ${streak} measurements`;
}

function reasons(metric: MetricPolicy, streak: readonly Measurement[]): string {
  const all = streak.flatMap(({ reading }) => {
    const seen = understood(metric, reading);
    return seen.kind === 'no-data' || seen.kind === 'failed' ? [seen.why.trim().replace(/\.$/, '')] : [];
  });
  const different = [...new Set(all)];
  const more = different.length > MAX_REASONS ? ['…'] : [];
  return [...more, ...different.slice(-MAX_REASONS)].join('; ');
}

function consequence(cause: Cause, fallback: Fallback, healthy: boolean): string {
  const policy = `\`on-${cause}: ${fallback}\``;
  switch (fallback) {
    case 'keep':
      return `By ${policy} it stays live, without a verdict.`;
    case 'pass':
      return healthy
        ? `By ${policy} it counts as healthy.`
        : `By ${policy} it stays live, but does not count as healthy.`;
    case 'rollback':
      return `By ${policy} it has to go back.`;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
