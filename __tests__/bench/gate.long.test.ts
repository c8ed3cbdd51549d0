import { describe, expect, test } from '@jest/globals';
import { missed } from '../../bench/gate/figures.ts';
import { beta, binomial, mulberry32 } from '../../bench/gate/random.ts';
import { broken, report } from '../../bench/gate/report.ts';
import type { Rule } from '../../bench/gate/rules.ts';
import { SCENARIOS } from '../../bench/gate/scenarios.ts';
import { type Outcome, simulate } from '../../bench/gate/simulate.ts';
import { allRules, figures, simulateAll } from '../../bench/gate.ts';
import { betaAbove } from '../../src/domain/gate/beta-distribution.ts';

const RUNS = 1500;

describe('the simulated gate', () => {
  const rules = allRules();
  const outcomes = simulateAll(rules, RUNS, 7);
  const share = (scenario: number, rule: number): number => outcomes[scenario]?.shares[rule] ?? Number.NaN;
  const [naive, wilson, bayes, bare, standard] = [0, 1, 2, 3, 4] as const;

  test.each([
    ['without a minimum', bare],
    ['with the default minimum', standard],
  ])('is wrong no more often than it promises, %s', (_, rule) => {
    expect(share(0, rule)).toBeLessThanOrEqual(0.01);
    expect(share(1, rule)).toBeLessThanOrEqual(0.05);
    expect(share(2, rule)).toBe(0);
    expect(share(3, rule)).toBeGreaterThanOrEqual(0.8);
  });

  test('is held against rules that are as bad as they are known to be', () => {
    expect([naive, wilson, bayes].map((rule) => share(1, rule))).toEqual([
      expect.closeTo(0.86, 1),
      expect.closeTo(0.25, 1),
      expect.closeTo(0.25, 1),
    ]);
    expect(share(2, naive)).toBeGreaterThan(0.1);
    expect(share(3, naive)).toBeGreaterThan(0.99);
  });

  test('rolls back more often when failures come in bursts, which is shown and not promised', () => {
    const bursts = SCENARIOS.findIndex(({ rate, correlation }) => rate === 0.04 && correlation > 0);
    expect(share(bursts, bare)).toBeGreaterThan(0.03);
    expect(SCENARIOS[bursts]?.promise).toBeUndefined();
  });

  test('comes out the same for the same seed', () => {
    const [scenario] = SCENARIOS;
    expect(simulate(scenario as (typeof SCENARIOS)[number], rules, RUNS, 7)).toEqual(outcomes[0]);
  });

  test('breaks no promise, and every scenario is in its table', () => {
    expect(broken(outcomes, rules)).toEqual([]);
    const text = report(outcomes, rules, RUNS, 7);
    expect(text).toContain('1,500 simulated deploys');
    for (const { name } of SCENARIOS) {
      expect(text).toContain(`| ${name}`);
    }
  });
});

test('the gate does what is required of it', () => {
  const tables = figures(2000, 7);
  expect(missed(tables)).toEqual([]);
  expect(tables.flatMap((one) => one.figures).length).toBeGreaterThan(100);
  const [first, ...rest] = tables;
  const worse = { ...first, figures: first?.figures.map((one) => ({ ...one, measured: one.measured + 5 })) };
  expect(missed([worse, ...rest] as typeof tables)).toHaveLength(first?.figures.length ?? 0);
});

describe('a broken promise', () => {
  const rule = (own: boolean): Rule => ({ name: own ? 'ours' : 'theirs', own, breaches: () => true });
  const outcome = (kind: 'at most' | 'at least', promised: number, share: number): Outcome => ({
    scenario: { name: 's', rate: 0, looks: 1, requests: 1, correlation: 0, promise: { kind, share: promised } },
    shares: [share],
  });

  test.each([
    ['at most', 0.01, 0.01, []],
    ['at most', 0.01, 0.0101, ['ours, s: rolled back 1.01 %, and at most 1 % was promised']],
    ['at most', 0, 0.00005, ['ours, s: rolled back 0.01 %, and never was promised']],
    ['at least', 0.8, 0.8, []],
    ['at least', 0.8, 0.79, ['ours, s: rolled back 79.0 %, and at least 80 % was promised']],
  ] as const)('is named: %s %d, and it was %d', (kind, promised, share, expected) => {
    expect(broken([outcome(kind, promised, share)], [rule(true)])).toEqual(expected);
    expect(broken([outcome(kind, promised, share)], [rule(false)])).toEqual([]);
  });
});

describe('chance', () => {
  test('is spread evenly, and as the distributions have it', () => {
    const random = mulberry32(3);
    const numbers = Array.from({ length: 20_000 }, () => random());
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(mean(numbers)).toBeCloseTo(0.5, 1);
    expect(mean(Array.from({ length: 2000 }, () => binomial(random, 100, 0.05)))).toBeCloseTo(5, 0);
    const rates = Array.from({ length: 20_000 }, () => beta(random, 0.05, 19));
    expect(mean(rates)).toBeCloseTo(0.05, 2);
    // The variance of a Beta(0.95, 18.05) is 0.05 · 0.95 / 20.
    expect(mean(rates.map((rate) => (rate - 0.05) ** 2))).toBeCloseTo(0.002375, 3);
  });

  // Beta(1, b): (1 − x)^b; Beta(a, 1): 1 − x^a; and one that is symmetric.
  test.each([
    [0.05, 1, 10, 0.95 ** 10],
    [0.3, 4, 1, 1 - 0.3 ** 4],
    [0.5, 7.5, 7.5, 0.5],
    [0.5, 0.5, 0.5, 0.5],
  ])('above %d in Beta(%d, %d) is %d', (x, a, b, expected) => {
    expect(betaAbove(x, a, b)).toBeCloseTo(expected, 9);
  });
});

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
