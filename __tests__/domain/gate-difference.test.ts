import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  betterOf,
  compareSides,
  type Difference,
  intervalOf,
  moreRequests,
  NOTHING_SEEN,
  type Sides,
} from '../../src/domain/gate/difference.ts';

const EXPECTED = 0.01;

/** Requests of one look of both sides. */
interface Look {
  readonly a: readonly [errors: number, total: number];
  readonly b: readonly [errors: number, total: number];
}

const side = fc.tuple(fc.nat(400), fc.nat(400)).map(([errors, ok]): readonly [number, number] => [errors, errors + ok]);
const looks = fc.array(fc.record({ a: side, b: side }), { minLength: 1, maxLength: 12 });

/** The totals after each look. */
function totals(all: readonly Look[]): Sides[] {
  const sum = { a: [0, 0], b: [0, 0] };
  return all.map(({ a, b }) => {
    for (const [one, more] of [[sum.a, a] as const, [sum.b, b] as const]) {
      one[0] = (one[0] ?? 0) + more[0];
      one[1] = (one[1] ?? 0) + more[1];
    }
    const [[ea = 0, ta = 0], [eb = 0, tb = 0]] = [sum.a, sum.b];
    return { a: { errors: ea, total: ta }, b: { errors: eb, total: tb } };
  });
}

function differenceAfter(all: readonly Look[]): Difference {
  return totals(all).reduce((before, now) => compareSides(before, now, EXPECTED), NOTHING_SEEN);
}

function swapped(all: readonly Look[]): Look[] {
  return all.map(({ a, b }) => ({ a: b, b: a }));
}

describe('the difference of two sides', () => {
  test('is nothing at all before anything was seen', () => {
    expect(intervalOf(NOTHING_SEEN)).toEqual({ estimate: 0, low: -1, high: 1 });
    expect(betterOf(intervalOf(NOTHING_SEEN))).toBeUndefined();
    expect(moreRequests(NOTHING_SEEN)).toBeUndefined();
  });

  test('is the difference of the rates where the looks are alike', () => {
    const difference = differenceAfter([{ a: [10, 1000], b: [30, 1000] }]);
    expect(intervalOf(difference).estimate).toBeCloseTo(-0.02, 12);
    expect(difference.weight).toBe(500);
  });

  test('has the other sign when the sides are exchanged, and the same interval', () => {
    fc.assert(
      fc.property(looks, (all) => {
        const [one, other] = [differenceAfter(all), differenceAfter(swapped(all))].map((difference) =>
          intervalOf(difference),
        );
        expect(one?.estimate).toBeCloseTo(-(other?.estimate ?? Number.NaN), 9);
        expect(one?.low).toBeCloseTo(-(other?.high ?? Number.NaN), 9);
        const [better, exchanged] = [betterOf(one as never), betterOf(other as never)];
        expect([better, exchanged]).toEqual(
          better === undefined ? [undefined, undefined] : [better, better === 'a' ? 'b' : 'a'],
        );
        expect(moreRequests(differenceAfter(all))).toBe(moreRequests(differenceAfter(swapped(all))));
      }),
    );
  });

  test('is inside of its interval, and inside of what is possible', () => {
    fc.assert(
      fc.property(looks, (all) => {
        const { estimate, low, high } = intervalOf(differenceAfter(all));
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(estimate);
        expect(high).toBeGreaterThanOrEqual(estimate);
      }),
    );
  });

  test('is claimed no more widely with more of the same evidence', () => {
    fc.assert(
      fc.property(fc.record({ a: side, b: side }), fc.integer({ min: 2, max: 20 }), (look, times) => {
        fc.pre(look.a[1] > 0 && look.b[1] > 0);
        const first = differenceAfter([look]);
        const width = ({ low, high }: ReturnType<typeof intervalOf>): number => high - low;
        // The same surprises again, so often.
        const { sum, weight, variance } = first;
        const again = { ...first, sum: sum * times, weight: weight * times, variance: variance * times };
        expect(width(intervalOf(again))).toBeLessThanOrEqual(width(intervalOf(first)) + 1e-9);
        const better = betterOf(intervalOf(first));
        expect(better === undefined || betterOf(intervalOf(again)) === better).toBe(true);
      }),
    );
  });

  test('does not change at a look that says nothing: no requests, or those of one side', () => {
    fc.assert(
      fc.property(looks, side, fc.boolean(), (some, more, isA) => {
        // After a look that both took part in, nothing waits for the other one.
        const all: Look[] = [...some, { a: [1, 2], b: [1, 2] }];
        const before = differenceAfter(all);
        const last = totals(all).at(-1);
        const now = totals([...all, isA ? { a: more, b: [0, 0] } : { a: [0, 0], b: more }]).at(-1);
        expect(compareSides(before, last as Sides, EXPECTED)).toEqual(before);
        expect(compareSides(before, now as Sides, EXPECTED)).toEqual(before);
      }),
    );
  });

  test('keeps what one side had while the other one had none', () => {
    const difference = differenceAfter([
      { a: [5, 100], b: [0, 0] },
      { a: [5, 100], b: [20, 200] },
    ]);
    expect(difference.requests).toBe(400);
    expect(intervalOf(difference).estimate).toBeCloseTo(10 / 200 - 20 / 200, 12);
  });

  test('does not come of an outage that hits both while the traffic is divided otherwise', () => {
    // Of pooled totals `a` would fail at 9.2 %, and `b` at 17 %.
    const { estimate } = intervalOf(
      differenceAfter([
        { a: [9, 900], b: [1, 100] },
        { a: [20, 100], b: [180, 900] },
        { a: [20, 100], b: [180, 900] },
      ]),
    );
    expect(estimate).toBeCloseTo(0, 12);
  });

  test('weighs what was estimated from a sample no more than its rows', () => {
    const counted = intervalOf(
      compareSides(NOTHING_SEEN, { a: { errors: 10, total: 1000 }, b: { errors: 40, total: 1000 } }, EXPECTED),
    );
    const sampled = intervalOf(
      compareSides(
        NOTHING_SEEN,
        { a: { errors: 1000, total: 100_000, samples: 1000 }, b: { errors: 4000, total: 100_000, samples: 1000 } },
        EXPECTED,
      ),
    );
    expect(sampled.low).toBeCloseTo(counted.low, 9);
    expect(sampled.high).toBeCloseTo(counted.high, 9);
  });

  test('survives a counter that went back', () => {
    const before = differenceAfter([{ a: [10, 1000], b: [30, 1000] }]);
    expect(compareSides(before, { a: { errors: 0, total: 5 }, b: { errors: 31, total: 1010 } }, EXPECTED)).toEqual(
      before,
    );
  });
});

describe('how many more requests settle it', () => {
  test('is none where it is settled, and so many that they do where it is not', () => {
    const shown = differenceAfter([{ a: [10, 1000], b: [90, 1000] }]);
    expect(betterOf(intervalOf(shown))).toBe('a');
    expect(moreRequests(shown)).toBe(0);
    const open = differenceAfter([{ a: [10, 1000], b: [20, 1000] }]);
    const more = moreRequests(open) ?? Number.NaN;
    expect(more).toBeGreaterThan(1000);
    const scaled = (times: number): Difference => ({
      ...open,
      sum: open.sum * times,
      weight: open.weight * times,
      variance: open.variance * times,
    });
    expect(betterOf(intervalOf(scaled(1 + (more + 2) / open.requests)))).toBe('a');
    expect(betterOf(intervalOf(scaled(1 + (more - 2) / open.requests)))).toBeUndefined();
  });

  test('is no number where nothing was different', () => {
    expect(moreRequests(differenceAfter([{ a: [10, 1000], b: [10, 1000] }]))).toBeUndefined();
  });
});
