import { type Counts, evidenceIn, increase, NO_COUNTS } from './sequential.ts';

/** How often an interval may miss the true difference, over all looks together. */
export const MISSES = 0.05;

/**
 * What is bet on, and what each bet costs for the variance that was seen. Each finds differences of another size soonest.
 * Twenty of them, a factor of √2 apart.
 */
const BETS = Array.from({ length: 20 }, (_, i) => {
  const bet = 0.9 * 2 ** (-i / 2);
  return { bet, cost: -Math.log1p(-bet) - bet };
});

/** More requests than this settle nothing that anybody waits for. */
const MAX_MORE = 1e9;

/** Failed and all requests of the two sides. */
export interface Sides {
  readonly a: Counts;
  readonly b: Counts;
}

/** What all looks at two sides come to. */
export interface Difference {
  /** The differences of the rates at each look, and their weights, added up. */
  readonly sum: number;
  readonly weight: number;
  /** What the squares of the surprises come to. */
  readonly variance: number;
  /** The requests of both sides that were compared. */
  readonly requests: number;
  /** What was counted when they were compared last. */
  readonly seen: Sides;
}

export const NOTHING_SEEN: Difference = {
  sum: 0,
  weight: 0,
  variance: 0,
  requests: 0,
  seen: { a: NO_COUNTS, b: NO_COUNTS },
};

/** Where the rate of failures of `a` less that of `b` is. */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Adds what was counted since the look before, by totals since the beginning. While one of the sides has no new request
 * nothing is compared, and what the other one has waits for it.
 *
 * Within a look the two are weighted as N. Mantel and W. Haenszel do it (1959), so that neither a base rate that moves
 * between looks, nor another division of the traffic, looks like a difference.
 *
 * @param expected the rate of failures that is expected before anything was seen; between 0 and 1
 */
export function compareSides(before: Difference, now: Sides, expected: number): Difference {
  const [a, b] = [evidenceIn(increase(before.seen.a, now.a)), evidenceIn(increase(before.seen.b, now.b))];
  const requests = a.requests + b.requests;
  if (!(a.requests > 0 && b.requests > 0)) {
    return before;
  }
  const [seenA, seenB] = [evidenceIn(before.seen.a), evidenceIn(before.seen.b)];
  // Known before this look, and the same for both, so that they are treated alike.
  const rate = (seenA.failures + seenB.failures + 1) / (seenA.requests + seenB.requests + 1 / expected);
  const scale = { a: b.requests / requests, b: a.requests / requests };
  const squares = (side: typeof a): number =>
    side.failures * (1 - rate) ** 2 + (side.requests - side.failures) * rate ** 2;
  return {
    sum: before.sum + scale.a * a.failures - scale.b * b.failures,
    weight: before.weight + scale.a * a.requests,
    variance: before.variance + scale.a ** 2 * squares(a) + scale.b ** 2 * squares(b),
    requests: before.requests + requests,
    seen: now,
  };
}

/**
 * The interval of a difference that holds at every look: over all of them together it misses the true one with a
 * probability of at most `misses`, however often one looks and whenever one stops.
 *
 * It is the empirical-Bernstein confidence sequence of S. R. Howard, A. Ramdas, J. McAuliffe and J. Sekhon
 * ("Time-uniform, nonparametric, nonasymptotic confidence sequences", Annals of Statistics 49, 2021, Theorem 4), with
 * a discrete mixture over bets (their section 3.5). A request of one side moves the sum by at most 1, by a scale that
 * the traffic of its look alone decides; with the surprise `ξ` at it, against a rate that was known before,
 * `exp(λ·(sum − expectation) − (−ln(1−λ) − λ)·Σ ξ²)` is a supermartingale for each bet `0 < λ < 1` (X. Fan, I. Grama,
 * Q. Liu, Electronic Journal of Probability 20, 2015), and so is the mean over all bets. By Ville's inequality it ever
 * reaches `2 / misses` with a probability of at most `misses / 2`; the other half is for the other side. Nothing is
 * assumed of the rates: they may move, and what is covered is their difference, averaged over the looks by weight.
 */
export function intervalOf({ sum, weight, variance }: Difference, misses = MISSES): Interval {
  if (!(weight > 0)) {
    return { estimate: 0, low: -1, high: 1 };
  }
  const estimate = sum / weight;
  const margin = marginOf(variance, misses) / weight;
  return { estimate, low: Math.max(-1, estimate - margin), high: Math.min(1, estimate + margin) };
}

/** How far the sum may be from its expectation, by the variance of it that was seen. */
function marginOf(variance: number, misses: number): number {
  const needed = neededFor(misses);
  let [low, high] = [0, 1];
  while (evidence(high, variance) < needed) {
    high *= 2;
  }
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (evidence(middle, variance) < needed) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return high;
}

/** The logarithm of what the evidence against one side of the interval has to reach. */
function neededFor(misses: number): number {
  return Math.log(2 / misses);
}

/** The logarithm of the mean over all bets. */
function evidence(distance: number, variance: number): number {
  let most = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (const { bet, cost } of BETS) {
    const one = bet * distance - cost * variance;
    sum = one > most ? sum * Math.exp(most - one) + 1 : sum + Math.exp(one - most);
    most = Math.max(most, one);
  }
  return most + Math.log(sum / BETS.length);
}

/** Which side fails less; undefined while that is not shown. */
export function betterOf({ low, high }: Interval): 'a' | 'b' | undefined {
  return high < 0 ? 'a' : low > 0 ? 'b' : undefined;
}

/**
 * How many more requests of both sides together would show a difference as large as the one that was measured, if it is
 * real and traffic stays as it is; 0 where it is shown, undefined where no number that anybody waits for would.
 */
export function moreRequests(difference: Difference, misses = MISSES): number | undefined {
  const { sum, variance, requests } = difference;
  if (betterOf(intervalOf(difference, misses)) !== undefined) {
    return 0;
  }
  const shows = (times: number): boolean => evidence(Math.abs(sum) * times, variance * times) > neededFor(misses);
  const most = requests > 0 ? 1 + MAX_MORE / requests : 1;
  if (requests === 0 || !shows(most)) {
    return undefined;
  }
  let [low, high] = [1, most];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (shows(middle)) {
      high = middle;
    } else {
      low = middle;
    }
  }
  return Math.ceil((high - 1) * requests);
}
