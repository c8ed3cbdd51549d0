import { type Comparison, compare, isAlike, isWorse, NOT_COMPARED } from '../../src/domain/gate/two-samples.ts';
import { type Figure, type Figures, pairTable, shown } from './figures.ts';
import { beta, binomial, mulberry32, type Random } from './random.ts';

const LOOKS = 40;
const REQUESTS = 300;
const MULTIPLES = [1, 1.5, 2, 3, 5, 10] as const;

/** Percent of the runs that stop and that end healthy, and the median look of the stops. */
type Required = readonly [stop: number, healthy?: number, look?: number];

const GRID: readonly { readonly share: number; readonly rate: number; readonly required: readonly Required[] }[] = [
  {
    share: 0.1,
    rate: 0.001,
    required: [
      [0.4, 0],
      [1.9, 0],
      [5.8, 0],
      [20, 0],
      [59.7, 0, 26],
      [98, 0, 16],
    ],
  },
  {
    share: 0.1,
    rate: 0.01,
    required: [
      [2, 64],
      [22, 17],
      [64.9, 3, 20],
      [99, 0, 10],
      [100, 0, 4],
      [100, 0, 2],
    ],
  },
  {
    share: 0.1,
    rate: 0.05,
    required: [
      [1.3, 99],
      [54, 39],
      [97.7, 2, 7],
      [100, 0, 3],
      [100, 0, 2],
      [100, 0, 2],
    ],
  },
  {
    share: 0.25,
    rate: 0.01,
    required: [
      [2.4, 88],
      [38, 28],
      [90.3, 3, 14],
      [100, 0, 5],
      [100, 0, 2],
      [100, 0, 1],
    ],
  },
  {
    share: 0.5,
    rate: 0.001,
    required: [
      [1.5, 4],
      [8.6, 2],
      [21.8, 1],
      [60, 0],
      [97, 0, 13],
      [100, 0, 6],
    ],
  },
  {
    share: 0.5,
    rate: 0.01,
    required: [
      [3.1, 90],
      [47, 29],
      [94.7, 3, 11],
      [100, 0, 4],
      [100, 0, 2],
      [100, 0, 1],
    ],
  },
  {
    share: 0.5,
    rate: 0.05,
    required: [
      [1.5, 98],
      [66, 34],
      [98.5, 2, 3],
      [100, 0, 1],
      [100, 0, 1],
      [100, 0, 1],
    ],
  },
];

/** One run of a canary beside what is live, look by look. */
interface Arms {
  readonly share: (look: number) => number;
  /** The rates of both at a look. */
  readonly rates: (look: number) => readonly [number, number];
  /** Whether the totals are judged at each look, and not what is new. */
  readonly pooled?: boolean;
}

interface End {
  readonly end: 'stop' | 'healthy' | 'undecided';
  readonly look: number;
}

function watched({ share, rates, pooled = false }: Arms, random: Random): End {
  let comparison: Comparison = NOT_COMPARED;
  const sums = [0, 0, 0, 0];
  for (let look = 1; look <= LOOKS; look++) {
    const [canary, live] = rates(look);
    const requests = Math.round(REQUESTS * share(look));
    const news = [
      binomial(random, requests, canary),
      requests,
      binomial(random, REQUESTS - requests, live),
      REQUESTS - requests,
    ];
    for (const [i, one] of news.entries()) {
      sums[i] = (sums[i] ?? 0) + one;
    }
    const [errors = 0, total = 0, others = 0, all = 0] = pooled ? sums : news;
    comparison = compare(pooled ? NOT_COMPARED : comparison, { errors, total }, { errors: others, total: all });
    if (isWorse(comparison)) {
      return { end: 'stop', look };
    }
    if (isAlike(comparison)) {
      return { end: 'healthy', look };
    }
  }
  return { end: 'undecided', look: LOOKS };
}

/** How runs end: shares in percent, and the median look of the stops. */
function endsOf(runs: number, seed: number, arms: () => Arms, random = mulberry32(seed)) {
  const ends = Array.from({ length: runs }, () => watched(arms(), random));
  const stops = ends
    .filter(({ end }) => end === 'stop')
    .map(({ look }) => look)
    .sort((a, b) => a - b);
  return {
    stop: (100 * stops.length) / runs,
    healthy: (100 * ends.filter(({ end }) => end === 'healthy').length) / runs,
    look: stops[Math.floor(stops.length / 2)] ?? Number.NaN,
  };
}

/** A canary beside what is live, at shares and rates, some times as bad. */
export function grid(runs: number, seed: number): Figures {
  const figures: Figure[] = [];
  const tolerance = 3;
  const rows = GRID.map(({ share, rate, required }, i) => [
    `${share * 100} %, ${rate * 100} %`,
    ...MULTIPLES.map((multiple, j) => {
      const [stop, healthy = 0, look] = required[j] ?? [Number.NaN];
      const arms: Arms = { share: () => share, rates: () => [Math.min(1, rate * multiple), rate] };
      const found = endsOf(runs, seed + 10 * i + j, () => arms);
      const what = `${share * 100} % of ${rate * 100} %, ×${multiple}`;
      figures.push({ what: `${what}, stop`, required: stop, measured: found.stop, tolerance });
      figures.push({ what: `${what}, healthy`, required: healthy, measured: found.healthy, tolerance });
      if (look !== undefined) {
        figures.push({ what: `${what}, median look`, required: look, measured: found.look, tolerance: 2 });
      }
      const at = (number: number | undefined): string => (number === undefined ? '' : ` @${number}`);
      const was = at(look === undefined ? undefined : found.look);
      return `${shown(found.stop)}/${shown(found.healthy)}${was} (${shown(stop)}/${shown(healthy)}${at(look)})`;
    }),
  ]);
  const header = ['share, live rate: stop/healthy @look (required)', ...MULTIPLES.map((multiple) => `×${multiple}`)];
  return { title: 'Two samples', text: pairTable(header, rows), figures };
}

/** What hits both arms, or comes in bursts. */
export function disturbed(runs: number, seed: number): Figures {
  const outage = endsOf(runs, seed, () => ({
    share: () => 0.25,
    rates: (look) => (look > 10 ? [0.2, 0.2] : [0.005, 0.005]),
  }));
  const rising = (look: number): number => (look <= 14 ? 0.1 : look <= 27 ? 0.25 : 0.5);
  const last = (look: number): readonly [number, number] => (look > 27 ? [0.2, 0.2] : [0.005, 0.005]);
  const noEnd = (pooled: boolean) => stopsOf(runs, seed + 1, { share: rising, rates: last, pooled });
  const random = mulberry32(seed + 2);
  const bursts = endsOf(runs, seed + 3, () => {
    const now = Array.from({ length: LOOKS + 1 }, () => beta(random, 0.01, 19));
    return { share: () => 0.5, rates: (look) => [now[look] ?? 0.01, 0.01] };
  });
  const [pooled, byLook] = [noEnd(true), noEnd(false)];
  const rows = [
    ['outage, 0.5 to 20 % in both', `${shown(outage.stop)} / ${shown(outage.healthy)}`, '0.8 / 99.2'],
    ['outage in the last step of 10, 25, 50 %, look by look: stop', shown(byLook), '1.7'],
    ['the same from totals: stop', shown(pooled), '100'],
    ['bursts in one arm only, ICC 0.05: stop', shown(bursts.stop), 'about 24, not promised'],
  ];
  return {
    title: 'Two samples, disturbed',
    text: pairTable(['What happens', 'the test, in %', 'required'], rows),
    figures: [
      { what: 'outage, stop', required: 0.8, measured: outage.stop, tolerance: 1.5 },
      { what: 'outage, healthy', required: 99.2, measured: outage.healthy, tolerance: 1.5 },
      { what: 'outage in the last step, look by look', required: 1.7, measured: byLook, tolerance: 1.5 },
      { what: 'outage in the last step, from totals', required: 100, measured: pooled, tolerance: 1.5 },
    ],
  };
}

/** How many runs stop where nothing ends them earlier, in percent. */
function stopsOf(runs: number, seed: number, { share, rates, pooled = false }: Arms): number {
  const random = mulberry32(seed);
  let stops = 0;
  for (let run = 0; run < runs; run++) {
    let comparison = NOT_COMPARED;
    const sums = { arm: { errors: 0, total: 0 }, live: { errors: 0, total: 0 } };
    for (let look = 1; look <= LOOKS; look++) {
      const requests = Math.round(REQUESTS * share(look));
      const [canary, live] = rates(look);
      const arm = { errors: binomial(random, requests, canary), total: requests };
      const other = { errors: binomial(random, REQUESTS - requests, live), total: REQUESTS - requests };
      for (const [sum, more] of [[sums.arm, arm] as const, [sums.live, other] as const]) {
        sum.errors += more.errors;
        sum.total += more.total;
      }
      comparison = pooled ? compare(NOT_COMPARED, sums.arm, sums.live) : compare(comparison, arm, other);
      if (isWorse(comparison)) {
        stops += 1;
        break;
      }
    }
  }
  return (100 * stops) / runs;
}
