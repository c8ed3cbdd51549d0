import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { betaAbove, highestRate } from '../../src/domain/gate/beta-distribution.ts';
import {
  type Comparison,
  compare,
  differenceOf,
  isAlike,
  isWorse,
  NOT_COMPARED,
} from '../../src/domain/gate/two-samples.ts';

type Look = readonly [errors: number, total: number, others: number, all: number];

function compared(looks: readonly Look[]): Comparison {
  return looks.reduce(
    (before, [errors, total, others, all]) => compare(before, { errors, total }, { errors: others, total: all }),
    NOT_COMPARED,
  );
}

describe('the two-sample test', () => {
  // By hand: w = 1/4, d = r w + 1 - w: 1.25 and 2; L = k1 ln(r / d) - k0 ln d.
  test('judges how the failures are divided, by the requests of both', () => {
    const one = compared([[8, 100, 3, 300]]);
    expect(one.twice).toBeCloseTo(8 * Math.log(2 / 1.25) - 3 * Math.log(1.25), 9);
    expect(one.fiveTimes).toBeCloseTo(8 * Math.log(5 / 2) - 3 * Math.log(2), 9);
    expect(differenceOf(one)).toBeCloseTo(Math.log((Math.exp(one.twice) + Math.exp(one.fiveTimes)) / 2), 9);
    expect(isWorse(one)).toBe(true);
  });

  test.each<[string, readonly Look[], boolean, boolean]>([
    ['nothing', [], false, false],
    ['no requests at all', [[0, 0, 0, 0]], false, false],
    [
      'an outage of both',
      [
        [1, 100, 3, 300],
        [30, 100, 90, 300],
        [30, 100, 90, 300],
      ],
      false,
      true,
    ],
    ['an outage of the other one', [[1, 100, 90, 300]], false, true],
    ['five times as often', [[15, 100, 9, 300]], true, false],
    ['four failures', [[4, 400, 0, 40_000]], false, false],
    ['too few requests', [[40, 49, 0, 4_000]], false, false],
    ['nothing to compare with', [[40, 100, 0, 0]], false, false],
    ['as good, with enough failures of the other', [[6, 900, 6, 900]], false, false],
    ['as good for long', [[20, 9_000, 22, 9_000]], false, true],
  ])('of %s', (_, looks, worse, alike) => {
    expect([isWorse(compared(looks)), isAlike(compared(looks))]).toEqual([worse, alike]);
  });

  test('pooled, an outage that hits the larger share later would be blamed; look by look it is not', () => {
    const looks: Look[] = [
      [0, 30, 1, 270],
      [30, 150, 30, 150],
      [30, 150, 30, 150],
    ];
    expect(isWorse(compared(looks))).toBe(false);
    const sum = looks.reduce((one, other) => one.map((number, i) => number + (other[i] ?? 0)) as unknown as Look);
    expect(differenceOf(compared([sum]))).toBeGreaterThan(differenceOf(compared(looks)) + 3);
  });
});

describe('laws of the two-sample test', () => {
  const arm = fc.record({ total: fc.nat(5000), rate: fc.double({ min: 0, max: 1, noNaN: true }) });

  test('a version that fails no more often than the other at any look is never worse', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(arm, arm), { maxLength: 20 }), (looks) => {
        const end = compared(
          looks.map(([one, other]): Look => {
            const rate = Math.min(one.rate, other.rate);
            return [rate * one.total, one.total, other.rate * other.total, other.total];
          }),
        );
        expect(differenceOf(end)).toBeLessThanOrEqual(1e-9);
        expect(isWorse(end)).toBe(false);
      }),
    );
  });

  test('more failures of the version never speak for it', () => {
    fc.assert(
      fc.property(arm, arm, fc.nat(5000), (one, other, more) => {
        const at = (errors: number) => compared([[errors, one.total, other.rate * other.total, other.total]]);
        const errors = one.rate * one.total;
        expect(differenceOf(at(errors + more))).toBeGreaterThanOrEqual(differenceOf(at(errors)) - 1e-9);
      }),
    );
  });
});

describe('the interval of Clopper and Pearson', () => {
  // Rule of three: no failure among n.
  test.each([
    [0, 300, 1 - 0.01 ** (1 / 300)],
    [0, 50, 1 - 0.01 ** (1 / 50)],
    [5, 5, 1],
    [0, 0, 1],
  ])('%d of %d: at most %d', (errors, total, expected) => {
    expect(highestRate(errors, total, 0.99)).toBeCloseTo(expected, 9);
  });

  test('is where so few failures are as unlikely as was asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 2000 }), fc.double({ min: 0, max: 0.9, noNaN: true }), (total, part) => {
        const errors = Math.floor(part * total);
        const highest = highestRate(errors, total, 0.99);
        expect(highest).toBeGreaterThan(errors / total);
        expect(betaAbove(highest, errors + 1, total - errors)).toBeCloseTo(0.01, 6);
      }),
    );
  });
});
