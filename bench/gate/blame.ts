import { type Figures, pairTable, shown } from './figures.ts';
import { judged, policyWith } from './policy.ts';
import { binomial, mulberry32, type Random } from './random.ts';

const HEALTHY = 0.003;
const BAD = 0.05;
/** What an outage adds to the rate of everything. */
const OUTAGE = 0.15;
const OUTAGE_S = 20 * 60;
const BEFORE_S = 10 * 60;
/** Requests in a second of the version, and of what was not deployed. */
const TRAFFIC = 10;

const SHARE_BAD = 0.03;
/** How likely a deploy falls into an outage, with two of them a week. */
const SHARE_OUTAGE = (2 * OUTAGE_S) / (7 * 24 * 3600);

const WAYS = [
  { name: 'the limit alone', control: false, before: false, required: 11.5 },
  { name: 'with `control`', control: true, before: false, required: 0 },
  { name: 'with `before: 10m`', control: false, before: true, required: 3.9 },
] as const;

/** Of all rollbacks, how many blame a good version for an outage; and how many bad versions are found. */
export function blame(runs: number, seed: number): Figures {
  const results = WAYS.map((way, i) => {
    const random = mulberry32(seed + i);
    const share = (rate: number, outage: boolean): number => {
      let breached = 0;
      for (let run = 0; run < runs; run++) {
        // An outage is under way when the version is deployed.
        const since = outage ? random() * OUTAGE_S : OUTAGE_S;
        breached += isBreached(way, rate, since, random) ? 1 : 0;
      }
      return breached / runs;
    };
    const [inOutage, calm, bad] = [share(HEALTHY, true), share(HEALTHY, false), share(BAD, false)];
    const wrong = (1 - SHARE_BAD) * (SHARE_OUTAGE * inOutage + (1 - SHARE_OUTAGE) * calm);
    return { way, wrong: (100 * wrong) / (wrong + SHARE_BAD * bad), found: 100 * bad };
  });
  return {
    title: 'Whom to blame',
    text: pairTable(
      ['Of the rollbacks in %', 'blame a good version', 'required', 'bad versions found'],
      results.map(({ way, wrong, found }) => [way.name, shown(wrong), shown(way.required), shown(found)]),
    ),
    figures: results.flatMap(({ way, wrong, found }) => [
      { what: `${way.name}, false`, required: way.required, measured: wrong, tolerance: 1.5 },
      { what: `${way.name}, found`, required: 100, measured: found, tolerance: 1.5 },
    ]),
  };
}

/** @param since how long an outage has been under way at the deploy, in seconds; over by then where that is all of it */
function isBreached(way: (typeof WAYS)[number], rate: number, since: number, random: Random): boolean {
  const outage = (from: number, to: number): number => {
    const [begin, end] = [-since, OUTAGE_S - since];
    return since >= OUTAGE_S ? 0 : Math.max(0, Math.min(to, end) - Math.max(from, begin));
  };
  const counted = (own: number, from: number, to: number): { errors: number; total: number } => {
    const hit = Math.round(outage(from, to) * TRAFFIC);
    const total = (to - from) * TRAFFIC;
    return { errors: binomial(random, hit, own + OUTAGE) + binomial(random, total - hit, own), total };
  };
  const before = way.before ? { before: counted(HEALTHY, -BEFORE_S, 0) } : {};
  let [last, own, others] = [0, { errors: 0, total: 0 }, { errors: 0, total: 0 }];
  const policy = policyWith(0.01, {}, way.control);
  const { verdict } = judged(policy, (seconds) => {
    own = added(own, counted(rate, last, seconds));
    others = added(others, counted(HEALTHY, last, seconds));
    last = seconds;
    return { ...own, ...before, ...(way.control ? { control: others } : {}) };
  });
  return verdict === 'breached';
}

function added(one: { errors: number; total: number }, other: { errors: number; total: number }) {
  return { errors: one.errors + other.errors, total: one.total + other.total };
}
