import { count } from '../text.ts';
import type { MetricPolicy } from './policy.ts';
import { BREACH_AT, type Counts, HEALTHY_AT, type SequentialResult } from './sequential.ts';

/** A measured rate for people: `1.6 %`, `13 %`. */
export function percent(rate: number): string {
  return `${Number((rate * 100).toPrecision(2))} %`;
}

/** A value for people, without the digits that say nothing: `1820`, `60.5`, `0.3`. */
export function amount(value: number): string {
  return String(Number(value.toPrecision(10)));
}

/** The limits of a metric for people: `max 1 %`, `min 10, max 1500`. */
export function limitText({ limit }: MetricPolicy): string {
  if (limit.kind === 'counts') {
    return `max ${exactPercent(limit.max)}`;
  }
  const { min, max } = limit;
  return [...(min === undefined ? [] : [`min ${min}`]), ...(max === undefined ? [] : [`max ${max}`])].join(', ');
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

/** The same as a statement: `1 of 61 requests failed (1.6 %)`. */
export function failedText(counts: Counts): string {
  return counts.total > 0
    ? `${countsOnly(counts)} failed (${percent(rateOf(counts))})${sampled(counts)}`
    : 'there were no requests';
}

/** What the test made of counts: `log-likelihood ratio -0.23 (breach at 3.00, healthy at -3.00)`. */
export function testText({ ratio, enough, requests }: SequentialResult, minSamples: number): string {
  return enough
    ? `log-likelihood ratio ${hundredths(ratio)} (breach at ${hundredths(BREACH_AT)}, healthy at ${hundredths(HEALTHY_AT)})`
    : `${tenths(requests)} of at least ${count(minSamples, 'request')}`;
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
