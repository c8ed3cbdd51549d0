import { beta, binomial, mulberry32, type Random } from './random.ts';
import type { Looks, Rule } from './rules.ts';

/** A version under traffic. */
export interface Scenario {
  readonly name: string;
  /** The part of its requests that fails. */
  readonly rate: number;
  readonly looks: number;
  /** Requests between two looks. */
  readonly requests: number;
  /** How much the failures of one such batch hang together (intraclass correlation); 0 for not at all. */
  readonly correlation: number;
  /** What Tagship may do: roll back at most so often, or at least so often; undefined where it is only shown. */
  readonly promise: { readonly kind: 'at most' | 'at least'; readonly share: number } | undefined;
}

/** How often each rule rolled back, from 0 to 1, in the order of the rules. */
export interface Outcome {
  readonly scenario: Scenario;
  readonly shares: readonly number[];
}

/** Runs a scenario some times; all rules judge the same requests. */
export function simulate(scenario: Scenario, rules: readonly Rule[], runs: number, seed: number): Outcome {
  const random = mulberry32(seed);
  const breaches = rules.map(() => 0);
  for (let run = 0; run < runs; run++) {
    const looks = traffic(scenario, random);
    for (const [i, rule] of rules.entries()) {
      breaches[i] = (breaches[i] ?? 0) + (rule.breaches(looks) ? 1 : 0);
    }
  }
  return { scenario, shares: breaches.map((number) => number / runs) };
}

function traffic({ rate, looks, requests, correlation }: Scenario, random: Random): Looks {
  let errors = 0;
  return Array.from({ length: looks }, (_, i) => {
    const now = correlation === 0 ? rate : beta(random, rate, 1 / correlation - 1);
    errors += binomial(random, requests, now);
    return { errors, total: (i + 1) * requests };
  });
}
