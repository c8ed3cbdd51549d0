import { count } from '../text.ts';
import type { MetricPolicy } from './policy.ts';
import { BREACH_AT, type Counts, HEALTHY_AT, type SequentialResult } from './sequential.ts';
import { type Comparison, differenceOf } from './two-samples.ts';

/** A measured rate for people: `1.6 %`, `13 %`. */
export function percent(rate: number): string {
  return `${Number((rate * 100).toPrecision(2))} %`;
}

/** A value for people, without the digits that say nothing: `1820`, `60.5`, `0.3`. */
export function amount(value: number): string {
  return String(Number(value.toPrecision(10)));
}

/** The limits of a metric for people: `max 1 %`, `min 10, max 1500`. */
export function limitText({ limit }: MetricPolicy, max = Number.NaN): string {
  if (limit.kind === 'counts') {
    return max > limit.max
      ? `max ${percent(max)}, raised from ${exactPercent(limit.max)}`
      : `max ${exactPercent(limit.max)}`;
  }
  return [
    ...(limit.min === undefined ? [] : [`min ${limit.min}`]),
    ...(limit.max === undefined ? [] : [`max ${limit.max}`]),
  ].join(', ');
}

/** What is allowed, to end a sentence: `1 %`, `10 to 1500`, `at least 0.8`. */
export function allowedText({ limit }: MetricPolicy, raised: number): string {
  if (limit.kind === 'counts') {
    return raised > limit.max
      ? `${percent(raised)}, since that was usual before the deploy (the limit is ${exactPercent(limit.max)})`
      : exactPercent(limit.max);
  }
  const { min, max } = limit;
  if (min !== undefined && max !== undefined) {
    return `${min} to ${max}`;
  }
  return max === undefined ? `at least ${min}` : `at most ${max}`;
}

/** The limit of a rate, with all its digits. */
export function exactPercent(max: number): string {
  return `${Number((max * 100).toPrecision(12))} %`;
}

/** The part of the requests that failed, from 0 to 1; 0 of none. */
export function rateOf({ errors, total }: Counts): number {
  return total > 0 ? Math.min(1, errors / total) : 0;
}

/** The counts for people: `1 of 61 requests (1.6 %)`. */
export function countsText(counts: Counts): string {
  return `${countsOnly(counts)}${counts.total > 0 ? ` (${percent(rateOf(counts))})` : ''}${sampled(counts)}`;
}

/** The same as a statement: `10 of 390 requests failed, 2.6 %`. */
export function failedText(counts: Counts): string {
  return counts.total > 0
    ? `${countsOnly(counts)} failed, ${percent(rateOf(counts))}${sampled(counts)}`
    : 'there were no requests';
}

/** What the evidence of counts is compared with, the same for every metric. */
export const BOUNDS = `breach at ${hundredths(BREACH_AT)}, healthy at ${hundredths(HEALTHY_AT)}`;

/** What the test made of counts: `log-likelihood ratio -0.23`. */
export function testText({ ratio }: SequentialResult): string {
  return `log-likelihood ratio ${hundredths(ratio)}`;
}

/** What was compared: `elsewhere 3 of 900 requests (0.33 %), difference 4.20`. */
export function comparisonText(comparison: Comparison, control: Counts): string {
  return `elsewhere ${countsText(control)}, difference ${hundredths(differenceOf(comparison))}`;
}

/** A time for people who read only this: `75 seconds`, `4 minutes`, `3 hours`, `9 days`. */
export function roughly(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 120) {
    return count(seconds, 'second');
  }
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) {
    return count(minutes, 'minute');
  }
  const hours = Math.round(minutes / 60);
  return hours < 48 ? count(hours, 'hour') : count(Math.round(hours / 24), 'day');
}

function countsOnly({ errors, total }: Counts): string {
  return `${tenths(errors)} of ${count(tenths(total), 'request')}`;
}

function sampled({ total, samples }: Counts): string {
  return samples === undefined || samples >= total ? '' : `, estimated from ${count(tenths(samples), 'row')}`;
}

/** A count to one decimal, which only an extrapolated one has. */
function tenths(number: number): number {
  return Number(number.toFixed(1));
}

function hundredths(number: number): string {
  return (Math.round(number * 100) / 100 || 0).toFixed(2);
}
