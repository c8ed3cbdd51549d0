/** How often a version that is exactly at its limit may be called a breach, over all looks together. */
export const ALPHA = 0.05;

/** The log-likelihood ratio from which on it is a breach. */
export const BREACH_AT = Math.log(1 / ALPHA);

/** The log-likelihood ratio down from which it may be healthy: the other way round, 20 to 1. */
export const HEALTHY_AT = -BREACH_AT;

/** Fewer failures, or fewer requests, never breach. Three requests can be bad luck. */
export const LEAST_FAILURES = 5;
export const LEAST_REQUESTS = 10;

/** Failed and all requests since the deploy. They need not be whole: Prometheus extrapolates. */
export interface Counts {
  readonly errors: number;
  readonly total: number;
  /** How many rows the two were estimated from; undefined where every request was counted. */
  readonly samples?: number | undefined;
}

/** What the counts say. */
export interface SequentialResult {
  /** The failures and the requests that were really seen: of estimated ones only the rows behind them. */
  readonly failures: number;
  readonly requests: number;
  /** The natural logarithm of how much likelier the counts are at about twice the limit than at the limit. */
  readonly ratio: number;
}

/**
 * The sequential probability ratio test (A. Wald, "Sequential Tests of Statistical Hypotheses", Annals of Mathematical
 * Statistics 16, 1945) of `p = max` against `p = 2 max / (1 + max)`, which is about twice the limit where that is small
 * and below 1 wherever it is. On cumulative counts the likelihood ratio is a martingale while the true rate is at the
 * limit, and a supermartingale below it; so by Ville's inequality it ever reaches 1/α with a probability of at most α,
 * however often one looks and whenever one stops.
 *
 * Counts that were estimated from a sample weigh no more than the rows of that sample.
 * @throws RangeError unless `0 < max < 1`
 */
export function sequentialTest(counts: Counts, max: number): SequentialResult {
  if (!(max > 0 && max < 1)) {
    throw new RangeError(`The limit of a rate has to be between 0 and 1, and is ${max}.`);
  }
  const { failures, requests } = evidenceIn(counts);
  return { failures, requests, ratio: failures * Math.LN2 - requests * Math.log1p(max) };
}

/** Whether counts prove that more fails than the limit allows. */
export function isBreach({ failures, requests, ratio }: SequentialResult): boolean {
  return ratio >= BREACH_AT && failures >= LEAST_FAILURES && requests >= LEAST_REQUESTS;
}

/** How many failures among so many requests are a breach, and how many are few enough to be healthy. */
export function boundaries(requests: number, max: number): { readonly breach: number; readonly healthy: number } {
  const line = (ratio: number): number => (ratio + requests * Math.log1p(max)) / Math.LN2;
  return { breach: Math.max(LEAST_FAILURES, line(BREACH_AT)), healthy: line(HEALTHY_AT) };
}

/**
 * The least number of requests, all of them good, after which a rate can be called healthy.
 * @throws RangeError unless `0 < max < 1`
 */
export function leastRequests(max: number): number {
  return Math.ceil(HEALTHY_AT / sequentialTest({ errors: 0, total: 1 }, max).ratio);
}

/** What was counted after an earlier look. A counter that went back says nothing. */
export function increase(before: Counts, now: Counts): Counts {
  const total = Math.max(0, now.total - before.total);
  return {
    errors: Math.min(total, Math.max(0, now.errors - before.errors)),
    total,
    samples: now.samples === undefined ? undefined : Math.max(0, now.samples - (before.samples ?? 0)),
  };
}

/** Nothing was counted yet. */
export const NO_COUNTS: Counts = { errors: 0, total: 0 };

/** The failures and the requests that were really seen. */
export function evidenceIn({ errors, total, samples }: Counts): {
  readonly failures: number;
  readonly requests: number;
} {
  if (!(total > 0)) {
    return { failures: 0, requests: 0 };
  }
  const requests = Math.max(0, Math.min(total, samples ?? total));
  return { failures: Math.min(1, Math.max(0, errors) / total) * requests, requests };
}
