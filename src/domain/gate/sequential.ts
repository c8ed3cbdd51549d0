/** How often a version that is exactly at its limit may be called a breach, over all looks together. */
export const ALPHA = 0.05;

/** How often a version at twice its limit may be called healthy, over all looks together. */
export const BETA = 0.05;

/** The log-likelihood ratio from which on it is a breach. */
export const BREACH_AT = Math.log(1 / ALPHA);

/** The log-likelihood ratio down from which it is healthy. */
export const HEALTHY_AT = Math.log(BETA);

/** Failed and all requests since the deploy. They need not be whole: Prometheus extrapolates. */
export interface Counts {
  readonly errors: number;
  readonly total: number;
  /** How many rows the two were estimated from; undefined where every request was counted. */
  readonly samples?: number | undefined;
}

/** What the counts say. */
export interface SequentialResult {
  /** The requests that were really seen: of estimated ones only the rows behind them. */
  readonly requests: number;
  /** The natural logarithm of how much likelier the counts are at twice the limit than at the limit. */
  readonly ratio: number;
  /** Whether there are as many requests as a decision needs. */
  readonly enough: boolean;
  readonly decision: 'breach' | 'accept' | undefined;
}

/**
 * The sequential probability ratio test (A. Wald, "Sequential Tests of Statistical Hypotheses", Annals of Mathematical
 * Statistics 16, 1945) of `p = max` against `p = 2 max`, on cumulative counts. The likelihood ratio is a martingale
 * while the true rate is at the limit, and a supermartingale below it; so by Ville's inequality it ever reaches 1/α with
 * a probability of at most α, however often one looks and whenever one stops.
 *
 * Counts that were estimated from a sample weigh no more than the rows of that sample.
 * @throws RangeError unless `0 < max < 0.5`
 */
export function sequentialTest(
  counts: Counts,
  { max, minSamples }: { readonly max: number; readonly minSamples: number },
): SequentialResult {
  const { failed, passed } = weights(max);
  const { errors, requests } = evidence(counts);
  const ratio = errors * failed + (requests - errors) * passed;
  const enough = requests > 0 && requests >= minSamples;
  return { requests, ratio, enough, decision: enough ? decide(ratio) : undefined };
}

/**
 * The least number of requests, all of them good, after which a rate is called healthy.
 * @throws RangeError unless `0 < max < 0.5`
 */
export function leastRequests(max: number): number {
  return Math.ceil(HEALTHY_AT / weights(max).passed);
}

/** What one failed and one good request add to the logarithm. */
function weights(max: number): { readonly failed: number; readonly passed: number } {
  if (!(max > 0 && max < 0.5)) {
    throw new RangeError(`The limit of a rate has to be between 0 and 0.5, and is ${max}.`);
  }
  return { failed: Math.LN2, passed: Math.log1p(-2 * max) - Math.log1p(-max) };
}

function evidence({ errors, total, samples }: Counts): { readonly errors: number; readonly requests: number } {
  if (!(total > 0)) {
    return { errors: 0, requests: 0 };
  }
  const requests = Math.max(0, Math.min(total, samples ?? total));
  const rate = Math.min(1, Math.max(0, errors) / total);
  return { errors: rate * requests, requests };
}

function decide(ratio: number): SequentialResult['decision'] {
  if (ratio >= BREACH_AT) {
    return 'breach';
  }
  return ratio <= HEALTHY_AT ? 'accept' : undefined;
}
