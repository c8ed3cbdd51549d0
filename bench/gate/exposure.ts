import type { Counts } from '../../src/domain/gate/sequential.ts';
import { compare, isWorse, NOT_COMPARED } from '../../src/domain/gate/two-samples.ts';
import { type Figure, type Figures, pairTable, shown } from './figures.ts';
import { judged, policyWith } from './policy.ts';
import { binomial, mulberry32, type Random } from './random.ts';

const LIMIT = 0.01;
/** What the version before fails at. */
const LIVE = 0.005;
/** Requests in a second, each of another user. */
const TRAFFIC = 10;
const INTERVAL_S = 15;
const DELAY_S = 60;
/** Steps in percent, and how long each is watched from its first look on. */
const STEPS = [0.1, 0.25, 0.5];
const STEP_S = 5 * 60;

const BAD = [
  // The part of the users of a rollout to everybody at once that still meets it, in percent.
  { name: 'ten times the limit', rate: 10 * LIMIT, part: 11, tolerance: 3 },
  { name: 'twice the limit', rate: 2 * LIMIT, part: 40, tolerance: 6 },
] as const;

/** How one deploy of a bad version ended. */
interface Course {
  /** Users who met it until it was stopped, or until watching ended. */
  readonly met: number;
  readonly found: boolean;
}

/** Everybody at once, watched by the gate of one sample. */
function atOnce(rate: number, random: Random): Course {
  let [errors, last, met] = [0, 0, 0];
  const { verdict } = judged(policyWith(LIMIT), (seconds) => {
    errors += binomial(random, (seconds - last) * TRAFFIC, rate);
    last = seconds;
    met = seconds * TRAFFIC;
    return { errors, total: met };
  });
  return { met, found: verdict === 'breached' };
}

/** Step by step, the canary beside what is live, by what is new at each look. */
function stepwise(rate: number, random: Random): Course {
  let [comparison, met] = [NOT_COMPARED, 0];
  const counted = (requests: number, one: number): Counts => {
    const total = Math.round(requests);
    return { errors: binomial(random, total, one), total };
  };
  for (const share of STEPS) {
    for (let watched = 0; watched <= STEP_S; watched += INTERVAL_S) {
      const requests = TRAFFIC * (watched === 0 ? DELAY_S : INTERVAL_S);
      const canary = counted(requests * share, rate);
      comparison = compare(comparison, canary, counted(requests * (1 - share), LIVE));
      met += canary.total;
      if (isWorse(comparison)) {
        return { met, found: true };
      }
    }
  }
  return { met, found: false };
}

/** How many users meet a bad version before it is stopped: with a canary, and with everybody at once. */
export function exposure(runs: number, seed: number): Figures {
  const results = BAD.flatMap(({ name, rate }, i) =>
    ([['all at once', atOnce] as const, ['10, 25, 50 %', stepwise] as const] as const).map(([way, course], j) => {
      const random = mulberry32(seed + 10 * i + j);
      const all = Array.from({ length: runs }, () => course(rate, random));
      const met = all.map((one) => one.met).sort((a, b) => a - b);
      return {
        name,
        way,
        mean: met.reduce((sum, one) => sum + one, 0) / runs,
        most: met[Math.ceil(0.95 * runs) - 1] ?? Number.NaN,
        found: (100 * all.filter(({ found }) => found).length) / runs,
      };
    }),
  );
  const meanOf = (name: string, way: string): number =>
    results.find((one) => one.name === name && one.way === way)?.mean ?? Number.NaN;
  return {
    title: 'Users who met a bad version',
    text: pairTable(
      ['A version at, rolled out', 'users who met it, mean', 'of 100 deploys, 95 have at most', 'found, in %'],
      results.map(({ name, way, mean, most, found }) => [
        `${name}, ${way}`,
        mean.toFixed(0),
        String(most),
        shown(found),
      ]),
    ),
    figures: [
      ...results.map(({ name, way, found }): Figure => {
        return { what: `${name}, ${way}, found`, required: 100, measured: found, tolerance: 1.5 };
      }),
      ...BAD.map(({ name, part: required, tolerance }): Figure => {
        const measured = (100 * meanOf(name, '10, 25, 50 %')) / meanOf(name, 'all at once');
        return { what: `${name}, users beside all at once`, required, measured, tolerance };
      }),
    ],
  };
}
