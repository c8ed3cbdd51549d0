import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ALPHA,
  BREACH_AT,
  boundaries,
  type Counts,
  HEALTHY_AT,
  increase,
  isBreach,
  leastRequests,
  sequentialTest,
} from '../../src/domain/gate/sequential.ts';
import { isBeyond } from '../../src/domain/gate/threshold.ts';

/** A limit between 0 and 1 that is no special number. */
const limit = fc.double({ min: 0.0001, max: 0.99, noNaN: true });
const total = fc.integer({ min: 0, max: 100_000 });

describe('the sequential test', () => {
  test('decides at a likelihood ratio of 20 to 1, either way', () => {
    expect(ALPHA).toBe(0.05);
    expect(BREACH_AT).toBeCloseTo(2.995732, 6);
    expect(HEALTHY_AT).toBeCloseTo(-2.995732, 6);
  });

  // By hand: k ln 2 - n ln(1 + T); ln 2 = 0.693147; ln 1.01 = 0.00995; ln 1.05 = 0.04879; ln 1.5 = 0.405465.
  test.each([
    { max: 0.01, errors: 1, total: 61, ratio: 0.0862, breach: false },
    { max: 0.01, errors: 8, total: 61, ratio: 4.9382, breach: true },
    { max: 0.01, errors: 5, total: 61, ratio: 2.8588, breach: false },
    { max: 0.01, errors: 5, total: 47, ratio: 2.9981, breach: true },
    { max: 0.01, errors: 5, total: 48, ratio: 2.9881, breach: false },
    { max: 0.01, errors: 49, total: 49, ratio: 33.4766, breach: true },
    { max: 0.01, errors: 3, total: 3, ratio: 2.0496, breach: false },
    { max: 0.01, errors: 9, total: 9, ratio: 6.1488, breach: false },
    { max: 0.01, errors: 10, total: 10, ratio: 6.832, breach: true },
    { max: 0.0001, errors: 4, total: 400, ratio: 2.7326, breach: false },
    { max: 0.01, errors: 0, total: 301, ratio: -2.9951, breach: false },
    { max: 0.01, errors: 0, total: 302, ratio: -3.005, breach: false },
    { max: 0.05, errors: 20, total: 200, ratio: 4.1049, breach: true },
    { max: 0.5, errors: 11, total: 11, ratio: 3.1645, breach: true },
    { max: 0.5, errors: 10, total: 10, ratio: 2.8768, breach: false },
    { max: 0.9, errors: 59, total: 59, ratio: 3.0263, breach: true },
  ])('$errors of $total at a limit of $max', ({ max, errors, total: all, ratio, breach }) => {
    const result = sequentialTest({ errors, total: all }, max);
    expect(result.ratio).toBeCloseTo(ratio, 3);
    expect(result).toMatchObject({ failures: errors, requests: all });
    expect(isBreach(result)).toBe(breach);
  });

  test('takes counts for what they can be', () => {
    const of = (counts: Counts) => sequentialTest(counts, 0.05);
    expect(of({ errors: 80, total: 60 })).toEqual(of({ errors: 60, total: 60 }));
    expect(of({ errors: -3, total: 60 })).toEqual(of({ errors: 0, total: 60 }));
    for (const none of [0, -1]) {
      expect(of({ errors: 9, total: none })).toEqual({ failures: 0, requests: 0, ratio: 0 });
    }
  });

  test('weighs an estimate by the rows behind it', () => {
    expect(isBreach(sequentialTest({ errors: 800, total: 6000 }, 0.05))).toBe(true);
    // 60 rows of which 8 failed.
    const sampled = sequentialTest({ errors: 800, total: 6000, samples: 60 }, 0.05);
    expect(sampled).toEqual(sequentialTest({ errors: 8, total: 60 }, 0.05));
    expect(isBreach(sampled)).toBe(false);
    expect(sequentialTest({ errors: 6000, total: 6000, samples: 0 }, 0.05)).toMatchObject({ ratio: 0, requests: 0 });
    expect(sequentialTest({ errors: 8, total: 60, samples: 500 }, 0.05)).toEqual(
      sequentialTest({ errors: 8, total: 60 }, 0.05),
    );
  });

  test.each([0, 1, -0.1, Number.NaN])('has no limit of %d', (max) => {
    expect(() => sequentialTest({ errors: 0, total: 1 }, max)).toThrow(RangeError);
    expect(() => leastRequests(max)).toThrow(RangeError);
  });

  test.each([
    [0.01, 302],
    [0.05, 62],
    [0.001, 2998],
    [0.9, 5],
  ])('knows how many good requests a limit of %d takes: %d', (max, least) => {
    expect(leastRequests(max)).toBe(least);
  });

  test('knows what was counted since an earlier look, and that a counter which went back says nothing', () => {
    expect(increase({ errors: 2, total: 50 }, { errors: 5, total: 80 })).toMatchObject({ errors: 3, total: 30 });
    expect(increase({ errors: 2, total: 50 }, { errors: 1, total: 20 })).toMatchObject({ errors: 0, total: 0 });
    expect(increase({ errors: 2, total: 50 }, { errors: 9, total: 52 })).toMatchObject({ errors: 2, total: 2 });
    expect(increase({ errors: 2, total: 500, samples: 50 }, { errors: 9, total: 900, samples: 80 })).toEqual({
      errors: 7,
      total: 400,
      samples: 30,
    });
  });
});

describe('laws of the sequential test', () => {
  const ratioOf = (errors: number, all: number, max: number) => sequentialTest({ errors, total: all }, max).ratio;

  test('more failures among as many requests never speak for the version', () => {
    fc.assert(
      fc.property(limit, total, fc.nat(), fc.nat(), (max, all, one, other) => {
        const [fewer, more] = [Math.min(one, other), Math.max(one, other)];
        expect(ratioOf(more, all, max)).toBeGreaterThanOrEqual(ratioOf(fewer, all, max));
      }),
    );
  });

  test('more good requests never speak against it', () => {
    fc.assert(
      fc.property(limit, fc.nat(1000), fc.nat(1000), fc.nat(1000), (max, errors, good, moreGood) => {
        expect(ratioOf(errors, errors + good + moreGood, max)).toBeLessThanOrEqual(
          ratioOf(errors, errors + good, max) + 1e-9,
        );
      }),
    );
  });

  test('fewer than five failures, or than ten requests, never breach', () => {
    fc.assert(
      fc.property(limit, fc.double({ min: 0, max: 4.99, noNaN: true }), fc.nat(9), total, (max, few, some, all) => {
        expect(isBreach(sequentialTest({ errors: few, total: all }, max))).toBe(false);
        expect(isBreach(sequentialTest({ errors: all, total: some }, max))).toBe(false);
      }),
    );
  });

  test('a rate at or below the limit never breaches, one at or above twice of it speaks against it', () => {
    fc.assert(
      fc.property(limit, total, fc.double({ min: 0, max: 1, noNaN: true }), (max, all, part) => {
        expect(isBreach(sequentialTest({ errors: max * part * all, total: all }, max))).toBe(false);
        const twice = Math.min(1, 2 * max);
        expect(ratioOf((twice + (1 - twice) * part) * all, all, max)).toBeGreaterThanOrEqual(-1e-9);
      }),
    );
  });

  test('a sample never adds evidence', () => {
    fc.assert(
      fc.property(limit, total, fc.nat(100_000), fc.nat(200_000), (max, all, errors, samples) => {
        const counted = sequentialTest({ errors, total: all }, max);
        const sampled = sequentialTest({ errors, total: all, samples }, max);
        expect(Math.abs(sampled.ratio)).toBeLessThanOrEqual(Math.abs(counted.ratio) * (1 + 1e-12));
        expect(sampled.requests).toBeLessThanOrEqual(counted.requests);
        expect(isBreach(sampled) && !isBreach(counted)).toBe(false);
      }),
    );
  });

  test('the boundaries are where the test decides', () => {
    fc.assert(
      fc.property(limit, fc.integer({ min: 10, max: 100_000 }), (max, all) => {
        const { breach, healthy } = boundaries(all, max);
        const at = (errors: number) => sequentialTest({ errors, total: all }, max);
        if (breach + 0.001 < all) {
          expect(isBreach(at(breach + 0.001))).toBe(true);
        }
        expect(isBreach(at(Math.min(all, breach) - 0.001))).toBe(false);
        if (healthy > 0.001) {
          expect(at(healthy - 0.001).ratio).toBeLessThanOrEqual(HEALTHY_AT);
          expect(at(healthy + 0.001).ratio).toBeGreaterThan(HEALTHY_AT);
        }
      }),
    );
  });
});

describe('a value', () => {
  test.each([
    [{ min: undefined, max: 1500 }, [1500, 0, Number.NEGATIVE_INFINITY], [1500.01, Number.POSITIVE_INFINITY]],
    [{ min: 0.9, max: undefined }, [0.9, 1e9], [0.899, -1]],
    [{ min: -1, max: 1 }, [-1, 0, 1], [-1.1, 1.1]],
    [{ min: undefined, max: 0 }, [0, -1], [0.0001]],
  ])('is held against %j, and the limit itself is all right', (limits, within, beyond) => {
    expect(within.filter((value) => isBeyond(value, limits))).toEqual([]);
    expect(beyond.filter((value) => !isBeyond(value, limits))).toEqual([]);
  });
});
