import { count } from '../text.ts';
import type { MetricState } from './gate.ts';
import type { Measurement } from './measurement.ts';
import type { Fallback, MetricPolicy } from './policy.ts';
import { leastRequests } from './sequential.ts';
import { type Data, type Tally, understood } from './tally.ts';
import { amount, exactPercent, failedText, limitText, testText } from './words.ts';

/** Why a metric could not be judged. */
export type Cause = 'no-data' | 'error' | 'inconclusive';

/** A metric with what its measurements come to. */
export interface Judged extends MetricState {
  readonly tally: Tally;
}

/** A metric without a verdict. */
export interface Unjudged extends Judged {
  readonly cause: Cause;
}

/** Different reasons of one metric that are told; the rest stands in its measurements. */
const MAX_REASONS = 3;

/** Why a gate breached: what people felt first, the evidence after it. */
export function whyBreached(breached: readonly Judged[]): string {
  return breached
    .map(({ metric, tally, measurements }) => {
      const after = seconds(measurements.at(-1)?.elapsed ?? 0);
      return `${stateOf(metric, tally.latest)} Measured by \`${metric.name}\` ${after} after the deploy: ${proofOf(metric, tally)}.`;
    })
    .join(' ');
}

/** Why a gate is healthy. */
export function whyHealthy(accepted: readonly Judged[]): string {
  const each = accepted.map(
    ({ metric, tally }) =>
      `${stateOf(metric, tally.latest)} Measured by \`${metric.name}\`: ${proofOf(metric, tally)}.`,
  );
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

/** What was measured last against the limit, in a sentence. */
function stateOf(metric: MetricPolicy, latest: Data | undefined): string {
  if (latest?.kind === 'counts' && metric.limit.kind === 'counts') {
    return `${capital(failedText(latest))}; the limit is ${exactPercent(metric.limit.max)}.`;
  }
  return latest?.kind === 'value'
    ? `\`${metric.name}\` is ${amount(latest.value)}; the limit is ${limitText(metric)}.`
    : '';
}

function proofOf({ limit }: MetricPolicy, { test, failures, withData }: Tally): string {
  if (limit.kind === 'counts') {
    return test === undefined ? '' : testText(test, limit.minSamples);
  }
  return `${failures} of ${count(withData, 'measurement')} failed (allowed: ${limit.failureLimit})`;
}

/** What is missing for a verdict on a metric. */
function gapOf({ metric, tally, measurements, cause }: Unjudged): string {
  const name = `\`${metric.name}\``;
  if (cause === 'inconclusive') {
    return `${name} has too little evidence. ${stateOf(metric, tally.latest)} ${missing(metric, tally)}`;
  }
  if (tally.measured === 0) {
    return `${name} was never measured.`;
  }
  const verb = cause === 'error' ? 'could not be measured' : 'had no data';
  return `${name} ${verb} in ${whichOf(tally)} (${reasons(metric, measurements.slice(-tally.streak))}).`;
}

function whichOf({ withData, streak }: Tally): string {
  if (withData > 0) {
    return streak === 1 ? 'the last measurement' : `the last ${streak} measurements`;
  }
  return streak === 1 ? 'its only measurement' : `any of its ${streak} measurements`;
}

function missing(metric: MetricPolicy, tally: Tally): string {
  const { limit } = metric;
  if (limit.kind === 'values') {
    return `Only ${count(tally.withData, 'measurement')} had data, ${proofOf(metric, tally)}.`;
  }
  const least = Math.max(limit.minSamples, leastRequests(limit.max));
  const proof = tally.test === undefined ? '' : `${capital(testText(tally.test, limit.minSamples))}. `;
  return `${proof}With this limit it takes at least ${least} requests without a failure to be healthy.`;
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

function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 1000)} s`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
