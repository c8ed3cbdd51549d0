import { HEALTHY_AT, isBreach, sequentialTest } from '../../src/domain/gate/sequential.ts';
import { type Figures, pairTable, shown, toleranceOf } from './figures.ts';
import { judged, policyWith } from './policy.ts';
import { beta, binomial, mulberry32, type Random } from './random.ts';

const LIMIT = 0.01;

/** A version under steady traffic, whose rate of failures may change. */
interface Course {
  readonly name: string;
  /** Requests in a second. */
  readonly traffic: number;
  readonly rate: (seconds: number) => number;
  /** How much the failures of one interval hang together (intraclass correlation). */
  readonly correlation?: number;
  /** Percent of the runs that breach, and that end healthy. */
  readonly required: readonly [number, number];
}

const COURSES: readonly Course[] = [
  { name: 'steady 0.5T, 10/s', traffic: 10, rate: () => 0.5 * LIMIT, required: [0, 100] },
  { name: 'steady T, 10/s', traffic: 10, rate: () => LIMIT, required: [2.5, 69.9] },
  { name: 'steady 1.5T, 10/s', traffic: 10, rate: () => 1.5 * LIMIT, required: [71.2, 0.5] },
  {
    name: '0.2T, and 5 % from second 300 on, 10/s',
    traffic: 10,
    rate: (seconds) => (seconds > 300 ? 0.05 : 0.2 * LIMIT),
    required: [100, 0],
  },
  {
    name: '0.2T, and 2 % from second 180 on, 100/s',
    traffic: 100,
    rate: (seconds) => (seconds > 180 ? 0.02 : 0.2 * LIMIT),
    required: [74.5, 0],
  },
  {
    name: 'bursts, ICC 0.05, 0.2T, 10/s',
    traffic: 10,
    rate: () => 0.2 * LIMIT,
    correlation: 0.05,
    required: [3.9, 96.1],
  },
];

/** How often the gate breaches and is healthy while a version runs, beside a gate that accepts at first sight. */
export function oneSample(runs: number, seed: number): Figures {
  // 38 looks, the last one 10 minutes and 15 seconds after the deploy.
  const policy = policyWith(LIMIT, { timeoutMs: 555_000 });
  const results = COURSES.map((course, i) => {
    const random = mulberry32(seed + i);
    const ends = { breached: 0, healthy: 0, hasty: 0, hastily: 0 };
    for (let run = 0; run < runs; run++) {
      const counted = courseOf(course, random);
      const { verdict } = judged(policy, counted);
      ends.breached += verdict === 'breached' ? 1 : 0;
      ends.healthy += verdict === 'healthy' ? 1 : 0;
      const first = hasty(counted);
      ends.hasty += first === 'breached' ? 1 : 0;
      ends.hastily += first === 'healthy' ? 1 : 0;
    }
    const percent = (number: number): number => (100 * number) / runs;
    return {
      course,
      breached: percent(ends.breached),
      healthy: percent(ends.healthy),
      hasty: [percent(ends.hasty), percent(ends.hastily)],
    };
  });
  const tolerance = toleranceOf(runs);
  return {
    title: 'One sample',
    text: pairTable(
      ['T = 1 %: breach / healthy, in %', 'accepted at first sight', 'the gate', 'required'],
      results.map(({ course, breached, healthy, hasty: old }) => [
        course.name,
        old.map(shown).join(' / '),
        `${shown(breached)} / ${shown(healthy)}`,
        course.required.map(shown).join(' / '),
      ]),
    ),
    figures: results.flatMap(({ course, breached, healthy }) => [
      { what: `${course.name}, breach`, required: course.required[0], measured: breached, tolerance },
      { what: `${course.name}, healthy`, required: course.required[1], measured: healthy, tolerance },
    ]),
  };
}

/** What is counted until a second, the same whoever asks. */
function courseOf({ traffic, rate, correlation = 0 }: Course, random: Random) {
  const looks = [{ errors: 0, total: 0 }];
  return (seconds: number) => {
    for (let i = looks.length; i <= seconds / 15; i++) {
      const mean = rate(i * 15);
      const now = correlation === 0 ? mean : beta(random, mean, 1 / correlation - 1);
      const { errors = 0, total = 0 } = looks[i - 1] ?? {};
      looks.push({ errors: errors + binomial(random, traffic * 15, now), total: total + traffic * 15 });
    }
    return looks[seconds / 15] ?? { errors: Number.NaN, total: Number.NaN };
  };
}

/** The same test that ends at the first look at which it can. */
function hasty(at: (seconds: number) => { readonly errors: number; readonly total: number }): string {
  for (let seconds = 60; seconds <= 615; seconds += 15) {
    const test = sequentialTest(at(seconds), LIMIT);
    if (isBreach(test)) {
      return 'breached';
    }
    if (test.ratio <= HEALTHY_AT && test.requests >= 50) {
      return 'healthy';
    }
  }
  return 'inconclusive';
}
