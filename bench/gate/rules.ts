import { betaAbove } from '../../src/domain/gate/beta-distribution.ts';
import { conclude, observe, openGate } from '../../src/domain/gate/gate.ts';
import { policyWith } from './policy.ts';

/** The limit of all rules: a rate of failed requests. */
export const LIMIT = 0.05;

/** The failed and all requests since the deploy, at each look. */
export type Looks = readonly { readonly errors: number; readonly total: number }[];

/** A way to judge a version by its counts. */
export interface Rule {
  readonly name: string;
  /** Whether it is Tagship's own. */
  readonly own: boolean;
  /** Whether it rolls back at one of the looks. */
  breaches(looks: Looks): boolean;
}

/** The action's gate as it is, driven as `guard` drives it. */
export function shipped(minSamples: number): Rule {
  const policy = policyWith(LIMIT, { initialDelayMs: 0 }, false, minSamples);
  return {
    name: `Tagship, \`min-samples: ${minSamples}\``,
    own: true,
    breaches: (looks) => {
      let gate = openGate(policy);
      for (const [i, { errors, total }] of looks.entries()) {
        const elapsed = (i + 1) * policy.intervalMs;
        const reading = { kind: 'counts', errors, total } as const;
        gate = observe(gate, [{ metric: 'error-rate', at: elapsed, elapsed, queries: [], reading }]);
        const conclusion = conclude(gate, i === looks.length - 1 ? policy.timeoutMs : elapsed);
        if (conclusion !== undefined) {
          return conclusion.verdict === 'breached';
        }
      }
      return false;
    },
  };
}

/** Rules that others use, looked at as often. */
export function others(): Rule[] {
  return [
    atEachLook('failed / all > limit', (errors, total) => errors / total > LIMIT),
    atEachLook('Wilson, lower bound > limit', (errors, total) => wilsonLower(errors, total) > LIMIT),
    atEachLook(
      'beta-binomial (Jeffreys)',
      (errors, total) => betaAbove(LIMIT, errors + 0.5, total - errors + 0.5) > 0.95,
    ),
  ];
}

function atEachLook(name: string, breach: (errors: number, total: number) => boolean): Rule {
  const known = new Map<number, boolean>();
  const remembered = (errors: number, total: number): boolean => {
    const key = total * 100_000 + errors;
    const answer = known.get(key) ?? breach(errors, total);
    known.set(key, answer);
    return answer;
  };
  return { name, own: false, breaches: (looks) => looks.some(({ errors, total }) => remembered(errors, total)) };
}

/** The lower end of E. B. Wilson's score interval (1927), one-sided at 95 %. */
function wilsonLower(errors: number, total: number): number {
  const z = 1.6448536269514722;
  const rate = errors / total;
  const centre = rate + z ** 2 / (2 * total);
  const spread = z * Math.sqrt((rate * (1 - rate)) / total + z ** 2 / (4 * total ** 2));
  return (centre - spread) / (1 + z ** 2 / total);
}
