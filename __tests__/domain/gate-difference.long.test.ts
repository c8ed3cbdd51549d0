import { describe, expect, test } from '@jest/globals';
import { binomial, mulberry32 } from '../../bench/gate/random.ts';
import { betterOf, compareSides, intervalOf, NOTHING_SEEN } from '../../src/domain/gate/difference.ts';

const RUNS = 400;
const LOOKS = 40;

interface World {
  readonly name: string;
  /** The rates of both sides at a look, and the requests of each. */
  readonly rates: (look: number) => readonly [number, number];
  readonly requests?: (look: number) => readonly [number, number];
}

const steady = (a: number, b: number) => (): readonly [number, number] => [a, b];

/** How often the interval misses the true difference at some look, and what was said. */
function simulate({ rates, requests = () => [150, 150] }: World, seed: number) {
  const random = mulberry32(seed);
  const ends = { missed: 0, a: 0, b: 0 };
  for (let run = 0; run < RUNS; run++) {
    let difference = NOTHING_SEEN;
    let [a, b] = [
      { errors: 0, total: 0 },
      { errors: 0, total: 0 },
    ];
    let [truth, weight, missed] = [0, 0, false];
    let said: 'a' | 'b' | undefined;
    for (let look = 1; look <= LOOKS; look++) {
      const [[ofA, ofB], [inA, inB]] = [rates(look), requests(look)];
      a = { errors: a.errors + binomial(random, inA, ofA), total: a.total + inA };
      b = { errors: b.errors + binomial(random, inB, ofB), total: b.total + inB };
      difference = compareSides(difference, { a, b }, 0.01);
      truth += ((inA * inB) / (inA + inB)) * (ofA - ofB);
      weight += (inA * inB) / (inA + inB);
      const interval = intervalOf(difference);
      missed ||= interval.low > truth / weight || interval.high < truth / weight;
      said ??= betterOf(interval);
    }
    ends.missed += missed ? 1 : 0;
    if (said !== undefined) {
      ends[said] += 1;
    }
  }
  return { missed: ends.missed / RUNS, a: ends.a / RUNS, b: ends.b / RUNS };
}

describe('over all looks together', () => {
  test.each<World>([
    { name: 'no difference at 0.1 %', rates: steady(0.001, 0.001) },
    { name: 'no difference at 1 %', rates: steady(0.01, 0.01) },
    { name: 'no difference at 50 %', rates: steady(0.5, 0.5) },
    { name: 'twice as many', rates: steady(0.02, 0.04) },
    { name: 'ten times as many', rates: steady(0.1, 0.01) },
    { name: 'one side with little traffic', rates: steady(0.05, 0.05), requests: () => [20, 280] },
    { name: 'an outage of both', rates: (look) => (look > 20 ? [0.2, 0.2] : [0.005, 0.005]) },
    {
      name: 'an outage of both while the traffic moves over',
      rates: (look) => (look > 20 ? [0.2, 0.2] : [0.005, 0.005]),
      requests: (look) => (look > 20 ? [30, 270] : [270, 30]),
    },
    { name: 'a difference that comes and goes', rates: (look) => (look % 10 < 5 ? [0.02, 0.06] : [0.05, 0.03]) },
  ])('the interval misses at most 5 of 100 times: $name', (world) => {
    const { missed, a, b } = simulate(world, 11);
    expect(missed).toBeLessThanOrEqual(0.05);
    const [ofA, ofB] = world.rates(1);
    if (ofA === ofB) {
      expect(a + b).toBeLessThanOrEqual(0.05);
    }
  });

  test('a difference is found, on the right side', () => {
    const twice = simulate({ name: '', rates: steady(0.02, 0.04) }, 13);
    expect(twice.a).toBeGreaterThan(0.95);
    expect(twice.b).toBe(0);
    const other = simulate({ name: '', rates: steady(0.1, 0.05) }, 13);
    expect(other.b).toBe(1);
  });
});
