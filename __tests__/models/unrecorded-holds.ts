import { explore, type Step } from './explore.ts';
import { LIMIT, type Model } from './model.ts';
import type { Rules } from './rules.ts';

/** Objects of a lightweight tag, so that it comes back to the very object it was: `bad` is what the gate judged. */
type TagObject = 'bad' | 'other';

/** What stands under the key. A hold is of `bad`; its number is there once the ledger was told. */
type Stored = 'content of bad' | 'content of other' | 'good, held' | 'good, held, with its number';

/** The ledger's last entry, and how many there were. */
interface Ledger {
  readonly tag: TagObject;
  readonly held: boolean;
  readonly seq: number;
}

/** A run of `deploy`. */
interface Run {
  readonly at: 'reads' | 'reads KV' | 'tells the hold' | 'writes' | 'looks again' | 'records' | 'has ended';
  /** As they were when the run last read them. */
  readonly tag: TagObject;
  readonly ledger: Ledger;
  /** Whether its token may write the ledger. */
  readonly mayTell: boolean;
  /** Whether it has looked at the key: it does so once. */
  readonly knowsKv: boolean;
}

interface HoldWorld {
  readonly tag: TagObject;
  readonly ledger: Ledger;
  readonly kv: { readonly value: Stored; readonly older: readonly Stored[] };
  readonly gate: 'holds' | 'looks again' | 'has ended';
  readonly runs: readonly Run[];
  readonly left: { readonly moves: number; readonly deploys: number; readonly overrides: number };
  /** What became of the hold: the tag has been the held object ever since, or moved, or somebody ended it on purpose. */
  readonly hold: 'not made' | 'stands' | 'left' | 'ended';
}

const START: HoldWorld = {
  tag: 'bad',
  ledger: { tag: 'bad', held: false, seq: 1 },
  kv: { value: 'content of bad', older: [] },
  gate: 'holds',
  runs: [],
  left: { moves: 0, deploys: 0, overrides: 0 },
  hold: 'not made',
};

/** What is wrong with a world in which all is quiet, or undefined. */
const CHECKS: Readonly<Record<string, (world: HoldWorld) => string | undefined>> = {
  holdsStay: ({ tag, kv, hold }) =>
    tag === 'bad' && hold === 'stands' && !kv.value.startsWith('good')
      ? `the tag is the held object, and KV has the ${kv.value}`
      : undefined,
  kvFollows: ({ tag, kv, ledger }) => {
    const isHeld = tag === 'bad' && kv.value.startsWith('good');
    const isTold = ledger.held && ledger.tag === tag;
    return isHeld || (kv.value === `content of ${tag}` && !isTold)
      ? undefined
      : `the tag is ${tag}, and KV has: ${kv.value}`;
  },
  endedHoldsStayEnded: ({ tag, kv, hold }) =>
    tag === 'bad' && hold === 'ended' && kv.value !== 'content of bad'
      ? `the hold was ended, and KV has: ${kv.value}`
      : undefined,
};

function holdModel(name: string, left: HoldWorld['left'], promises: Model['promises']): Model {
  return {
    name,
    promises,
    search: (rules, names) =>
      explore({
        initial: { ...START, left },
        steps: (world) => [
          ...gateSteps(world, rules),
          ...peopleSteps(world),
          ...world.runs.flatMap((run, at) =>
            runSteps(run, world, rules).map(([label, next]): Step<HoldWorld> => [`run ${at + 1} ${label}`, next(at)]),
          ),
        ],
        wrong: (world) => {
          const isQuiet = world.gate === 'has ended' && world.runs.every((run) => run.at === 'has ended');
          const found = isQuiet ? names.flatMap((promise) => CHECKS[promise]?.(world) ?? []) : [];
          return found[0];
        },
        limit: LIMIT,
      }),
  };
}

/**
 * A gate has found `bad` bad and can push nothing at all: it restores KV, and only the metadata of the key says that it
 * is held. Meanwhile people move the tag away and back to the same object; each move starts a run, which may write the
 * ledger or not. While the tag is the held object KV at rest has the good version, and when it is another KV has what
 * that stands for.
 *
 * What no rule of ours can prevent is left out, and is what a hold in the ledger is better at. A run that is under way
 * when the hold is made, or whose read of the key is older than the hold, may put the bad version back. And a run that may
 * not write the ledger and whose read still answers a hold that is over fails, and leaves what is there.
 */
export const unrecordedHolds = holdModel(
  'a hold that only KV remembers',
  { moves: 2, deploys: 0, overrides: 0 },
  {
    holdsStay: ['adoptsHolds', 'leavesUntoldHolds'],
    kvFollows: ['holdsBindToObject', 'guardLooksAfterHolding', 'readsTagsAgain'],
  },
);

/**
 * The same with people who leave the tag where it is, start runs, and promote what is held back, with an override, once
 * the ledger knows of the hold and the key has its number; by then no read answers it without one any more. What somebody
 * ended stays ended.
 */
export const endedHolds = holdModel(
  'a hold that only KV remembered, and that somebody ends',
  { moves: 0, deploys: 2, overrides: 1 },
  {
    holdsStay: ['adoptsHolds'],
    endedHoldsStayEnded: ['adoptsOnlyUntold', 'recomputesLostRace'],
  },
);

function gateSteps(world: HoldWorld, rules: Rules): Step<HoldWorld>[] {
  const { tag, gate, kv } = world;
  if (gate === 'has ended') {
    return [];
  }
  if (gate === 'looks again') {
    if (tag === 'bad' || kv.value === `content of ${tag}`) {
      return [['the gate reads the tag again, and ends', { ...world, gate: 'has ended' }]];
    }
    return [[`the gate reads the tag again, and stores what it is now`, stored(world, `content of ${tag}`)]];
  }
  // The tag was read before, so it may have moved since.
  const isBusy = world.runs.some(({ at }) => at !== 'reads' && at !== 'has ended');
  const next = rules.guardLooksAfterHolding ? 'looks again' : 'has ended';
  const held: HoldWorld = {
    ...world,
    kv: { value: 'good, held', older: [] },
    gate: next,
    hold: tag === 'bad' ? 'stands' : 'left',
  };
  return isBusy ? [] : [['the gate restores KV and holds it there', held]];
}

function peopleSteps(world: HoldWorld): Step<HoldWorld>[] {
  const { tag, ledger, left, runs, kv } = world;
  const steps: Step<HoldWorld>[] = [];
  for (const mayTell of [true, false]) {
    const by = mayTell ? '' : ', which may not write the ledger';
    const run: Run = { at: 'reads', tag, ledger, mayTell, knowsKv: false };
    if (left.moves > 0) {
      const to = tag === 'bad' ? 'other' : 'bad';
      const hold = world.hold === 'stands' ? 'left' : world.hold;
      const next: HoldWorld = {
        ...world,
        tag: to,
        hold,
        runs: [...runs, run],
        left: { ...left, moves: left.moves - 1 },
      };
      steps.push([`somebody moves the tag to ${to}, and a run starts${by}`, next]);
    }
    if (left.deploys > 0) {
      const next: HoldWorld = { ...world, runs: [...runs, run], left: { ...left, deploys: left.deploys - 1 } };
      steps.push([`somebody starts a run${by}`, next]);
    }
  }
  if (left.overrides > 0 && kv.value === 'good, held, with its number' && world.hold === 'stands') {
    const after = { tag, held: false, seq: ledger.seq + 1 };
    const promotion: Run = { at: 'writes', tag, ledger: after, mayTell: true, knowsKv: true };
    const next: HoldWorld = {
      ...world,
      ledger: after,
      hold: 'ended',
      kv: { ...kv, older: kv.older.filter((one) => one !== 'good, held') },
      runs: [...runs, promotion],
      left: { ...left, overrides: left.overrides - 1 },
    };
    steps.push(['somebody promotes what is held back, with an override', next]);
  }
  return steps;
}

type RunStep = readonly [label: string, next: (at: number) => HoldWorld];

function runSteps(run: Run, world: HoldWorld, rules: Rules): RunStep[] {
  const { tag, ledger, kv } = world;
  const become =
    (change: Partial<Run>, base: HoldWorld = world) =>
    (at: number): HoldWorld => ({
      ...base,
      runs: base.runs.map((other, i) => (i === at ? { ...other, ...change } : other)),
    });
  switch (run.at) {
    case 'reads':
      return [['reads the ledger and the tag', become({ at: run.knowsKv ? 'writes' : 'reads KV', tag, ledger })]];
    case 'reads KV':
      return [...new Set([kv.value, ...(run.mayTell ? kv.older : [])])].map((seen) => [
        `looks at the key: ${seen}`,
        become({ at: isStray(seen, run, rules) ? 'tells the hold' : 'writes', knowsKv: true }),
      ]);
    case 'tells the hold':
      return [tellHold(run, world, rules, become)];
    case 'writes': {
      const wanted = projection(run);
      return [[`stores: ${wanted}`, become({ at: 'looks again' }, stored(world, wanted))]];
    }
    case 'looks again':
      if (
        rules.readsTagsAgain &&
        (tag !== run.tag || ledger.held !== run.ledger.held || ledger.tag !== run.ledger.tag)
      ) {
        return [['looks again, and something moved', become({ at: 'writes', tag, ledger })]];
      }
      return [['looks again', become({ at: run.ledger.tag === run.tag ? 'has ended' : 'records' })]];
    case 'records':
      if (!run.mayTell) {
        return [['may not record it', become({ at: 'has ended' })]];
      }
      return ledger.seq === run.ledger.seq
        ? [recordMove(run, world, become)]
        : [['lost the race on the ledger', become({ at: 'looks again', ledger })]];
    case 'has ended':
      return [];
  }
}

/** Whether what a run saw under the key is a hold that the ledger has to be told. */
function isStray(seen: Stored, run: Run, rules: Rules): boolean {
  const isHold = rules.adoptsOnlyUntold ? seen === 'good, held' : seen.startsWith('good');
  const isOfTag = !rules.holdsBindToObject || run.tag === 'bad';
  const isKnown = run.ledger.held && run.ledger.tag === run.tag;
  return rules.adoptsHolds && isHold && isOfTag && !isKnown;
}

type Become = (change: Partial<Run>, base?: HoldWorld) => (at: number) => HoldWorld;

function tellHold(run: Run, world: HoldWorld, rules: Rules, become: Become): RunStep {
  if (!run.mayTell) {
    return rules.leavesUntoldHolds
      ? ['may not tell the ledger, and leaves the key', become({ at: 'has ended' })]
      : ['may not tell the ledger', become({ at: 'writes' })];
  }
  if (rules.recomputesLostRace && world.ledger.seq !== run.ledger.seq) {
    return ['lost the race on the ledger, which knows more', become({ at: 'reads' })];
  }
  const ledger: Ledger = { tag: run.tag, held: true, seq: world.ledger.seq + 1 };
  return ['tells the ledger of the hold', become({ at: 'reads' }, { ...world, ledger })];
}

function recordMove(run: Run, world: HoldWorld, become: Become): RunStep {
  const ledger: Ledger = { tag: run.tag, held: false, seq: world.ledger.seq + 1 };
  return ['records the move', become({ at: 'looks again', ledger }, { ...world, ledger })];
}

/** What KV is to hold, as far as a run knows. */
function projection({ tag, ledger }: Run): Stored {
  return ledger.held && ledger.tag === tag ? 'good, held, with its number' : `content of ${tag}`;
}

function stored(world: HoldWorld, value: Stored): HoldWorld {
  const { kv } = world;
  // Nobody reads what is older than the hold.
  const older = new Set(world.hold === 'not made' ? [] : [...kv.older, kv.value]);
  older.delete(value);
  return { ...world, kv: { value, older: [...older].sort() } };
}
