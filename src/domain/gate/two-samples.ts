import { BREACH_AT, type Counts, HEALTHY_AT, LEAST_FAILURES } from './sequential.ts';

/** Requests of the new version below which the two are not compared. */
export const LEAST_COMPARED = 50;

/** How many times the other one's rate is looked for. */
const TIMES = [2, 5] as const;

/** What all looks at two arms come to: the new version, and what it is compared with. */
export interface Comparison {
  /** The logarithm of how much likelier the failures are divided so if the new version fails twice as often; five times. */
  readonly twice: number;
  readonly fiveTimes: number;
  /** Of the new version. */
  readonly failures: number;
  readonly requests: number;
}

export const NOT_COMPARED: Comparison = { twice: 0, fiveTimes: 0, failures: 0, requests: 0 };

/**
 * Adds what was counted since the look before. Of the failures of both arms only their division is judged, look by
 * look, so no base rate is needed and it may change between looks: each factor is an e-value (W. Hoeffding, 1963;
 * M. Lindon and A. Malek, "Anytime-Valid Inference for Multinomial Count Data", NeurIPS 2022), and their product ever
 * reaches 1/α with a probability of at most α while the new version fails no more often than the other arm.
 *
 * Totals must not be given: pooled over looks, an outage that hits one of them would look like a difference.
 */
export function compare(before: Comparison, arm: Counts, other: Counts): Comparison {
  const [requests, others] = [Math.max(0, arm.total), Math.max(0, other.total)];
  const failures = Math.min(requests, Math.max(0, arm.errors));
  const otherFailures = Math.min(others, Math.max(0, other.errors));
  const share = requests + others > 0 ? requests / (requests + others) : 0;
  const gain = (times: number): number => {
    const spread = Math.log(times * share + 1 - share);
    return failures * (Math.log(times) - spread) - otherFailures * spread;
  };
  const [two, five] = TIMES;
  return {
    twice: before.twice + gain(two),
    fiveTimes: before.fiveTimes + gain(five),
    failures: before.failures + failures,
    requests: before.requests + requests,
  };
}

/** The logarithm of the evidence that the new version fails more often, the mean of both hypotheses. */
export function differenceOf({ twice, fiveTimes }: Comparison): number {
  const most = Math.max(twice, fiveTimes);
  return most + Math.log((Math.exp(twice - most) + Math.exp(fiveTimes - most)) / 2);
}

/** Whether the new version fails more often than the other arm. */
export function isWorse(comparison: Comparison): boolean {
  const { failures, requests } = comparison;
  return failures >= LEAST_FAILURES && requests >= LEAST_COMPARED && differenceOf(comparison) >= BREACH_AT;
}

/** Whether it is shown not to fail twice as often. */
export function isAlike({ twice, requests }: Comparison): boolean {
  return requests >= LEAST_COMPARED && twice <= HEALTHY_AT;
}
