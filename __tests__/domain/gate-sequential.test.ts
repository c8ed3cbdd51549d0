import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ALPHA,
  BETA,
  BREACH_AT,
  type Counts,
  HEALTHY_AT,
  leastRequests,
  sequentialTest,
} from '../../src/domain/gate/sequential.ts';
import { isBeyond } from '../../src/domain/gate/threshold.ts';

/** A limit between 0 and 0.5 that is no special number. */
const limit = fc.double({ min: 0.0001, max: 0.49, noNaN: true });
const total = fc.integer({ min: 0, max: 100_000 });

describe('the sequential test', () => {
  test('decides at a likelihood ratio of 20 to 1, either way', () => {
    expect([ALPHA, BETA]).toEqual([0.05, 0.05]);
    expect(BREACH_AT).toBeCloseTo(2.995732, 6);
    expect(HEALTHY_AT).toBeCloseTo(-2.995732, 6);
  });

  // By hand: ln 2 = 0.693147; ln(0.98 / 0.99) = -0.010152; ln(0.9 / 0.95) = -0.054067; ln(0.4 / 0.7) = -0.559616.
  test.each([
    { max: 0.01, errors: 1, total: 61, ratio: 0.084, decision: undefined },
    { max: 0.01, errors: 8, total: 61, ratio: 5.0071, decision: 'breach' },
    { max: 0.01, errors: 5, total: 61, ratio: 2.8972, decision: undefined },
    { max: 0.01, errors: 5, total: 50, ratio: 3.0089, decision: 'breach' },
    { max: 0.01, errors: 0, total: 295, ratio: -2.9949, decision: undefined },
    { max: 0.01, errors: 0, total: 296, ratio: -3.005, decision: 'accept' },
    { max: 0.05, errors: 4, total: 50, ratio: 0.2855, decision: undefined },
    { max: 0.05, errors: 0, total: 56, ratio: -3.0278, decision: 'accept' },
    { max: 0.05, errors: 20, total: 200, ratio: 4.1308, decision: 'breach' },
    { max: 0.3, errors: 0, total: 50, ratio: -27.9808, decision: 'accept' },
    { max: 0.01, errors: 2.5, total: 60.5, ratio: 1.144, decision: undefined },
  ])('$errors of $total at a limit of $max', ({ max, errors, total: all, ratio, decision }) => {
    const result = sequentialTest({ errors, total: all }, { max, minSamples: 50 });
    expect(result.ratio).toBeCloseTo(ratio, 3);
    expect(result).toMatchObject({ decision, enough: true, requests: all });
  });

  test('decides nothing below the minimum, and may at it', () => {
    const at = (all: number) => sequentialTest({ errors: all, total: all }, { max: 0.01, minSamples: 50 });
    expect(at(49.9)).toMatchObject({ enough: false, decision: undefined });
    expect(at(50)).toMatchObject({ enough: true, decision: 'breach' });
  });

  test('takes counts for what they can be', () => {
    const of = (counts: Counts) => sequentialTest(counts, { max: 0.05, minSamples: 1 });
    expect(of({ errors: 80, total: 60 })).toEqual(of({ errors: 60, total: 60 }));
    expect(of({ errors: -3, total: 60 })).toEqual(of({ errors: 0, total: 60 }));
    for (const none of [0, -1]) {
      expect(of({ errors: 9, total: none })).toEqual({ requests: 0, ratio: 0, enough: false, decision: undefined });
    }
  });

  test('weighs an estimate by the rows behind it', () => {
    const rule = { max: 0.05, minSamples: 50 };
    expect(sequentialTest({ errors: 800, total: 6000 }, rule).decision).toBe('breach');
    // 60 rows of which 8 failed.
    const sampled = sequentialTest({ errors: 800, total: 6000, samples: 60 }, rule);
    expect(sampled).toEqual(sequentialTest({ errors: 8, total: 60 }, rule));
    expect(sampled.decision).toBeUndefined();
    expect(sequentialTest({ errors: 6000, total: 6000, samples: 49 }, rule).enough).toBe(false);
    expect(sequentialTest({ errors: 6000, total: 6000, samples: 0 }, rule)).toMatchObject({ ratio: 0, requests: 0 });
    expect(sequentialTest({ errors: 8, total: 60, samples: 500 }, rule)).toEqual(
      sequentialTest({ errors: 8, total: 60 }, rule),
    );
  });

  test.each([0, 0.5, 1, -0.1, Number.NaN])('has no limit of %d', (max) => {
    expect(() => sequentialTest({ errors: 0, total: 1 }, { max, minSamples: 1 })).toThrow(RangeError);
    expect(() => leastRequests(max)).toThrow(RangeError);
  });

  test.each([
    [0.01, 296],
    [0.05, 56],
    [0.001, 2992],
  ])('knows how many good requests a limit of %d takes: %d', (max, least) => {
    expect(leastRequests(max)).toBe(least);
  });
});

describe('laws of the sequential test', () => {
  test('more failures among as many requests never speak for the version', () => {
    fc.assert(
      fc.property(limit, total, fc.nat(), fc.nat(), (max, all, one, other) => {
        const [fewer, more] = [Math.min(one, other), Math.max(one, other)];
        const ratio = (errors: number) => sequentialTest({ errors, total: all }, { max, minSamples: 1 }).ratio;
        expect(ratio(more)).toBeGreaterThanOrEqual(ratio(fewer));
      }),
    );
  });

  test('more good requests never speak against it', () => {
    fc.assert(
      fc.property(limit, fc.nat(1000), fc.nat(1000), fc.nat(1000), (max, errors, good, moreGood) => {
        const ratio = (all: number) => sequentialTest({ errors, total: errors + all }, { max, minSamples: 1 }).ratio;
        expect(ratio(good + moreGood)).toBeLessThanOrEqual(ratio(good) + 1e-9);
      }),
    );
  });

  test('fewer than five failures never breach, so three requests cannot', () => {
    fc.assert(
      fc.property(limit, fc.double({ min: 0, max: 4.3, noNaN: true }), total, (max, errors, all) => {
        expect(sequentialTest({ errors, total: all }, { max, minSamples: 1 }).decision).not.toBe('breach');
        expect(sequentialTest({ errors: all, total: 3 }, { max, minSamples: 1 }).decision).not.toBe('breach');
      }),
    );
  });

  test('a rate at or below the limit never breaches, one at or above twice of it is never healthy', () => {
    fc.assert(
      fc.property(limit, total, fc.double({ min: 0, max: 1, noNaN: true }), (max, all, part) => {
        const at = (rate: number) =>
          sequentialTest({ errors: rate * all, total: all }, { max, minSamples: 1 }).decision;
        expect(at(max * part)).not.toBe('breach');
        expect(at(2 * max + (1 - 2 * max) * part)).not.toBe('accept');
      }),
    );
  });

  test('a sample never adds evidence', () => {
    fc.assert(
      fc.property(limit, total, fc.nat(100_000), fc.nat(200_000), (max, all, errors, samples) => {
        const rule = { max, minSamples: 50 };
        const [counted, sampled] = [
          sequentialTest({ errors, total: all }, rule),
          sequentialTest({ errors, total: all, samples }, rule),
        ];
        expect(Math.abs(sampled.ratio)).toBeLessThanOrEqual(Math.abs(counted.ratio) * (1 + 1e-12));
        expect(sampled.requests).toBeLessThanOrEqual(counted.requests);
        expect([undefined, counted.decision]).toContain(sampled.decision);
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
