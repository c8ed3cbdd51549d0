import { explore, type Step } from './explore.ts';
import { LIMIT, type Model } from './model.ts';
import type { RuleName, Rules } from './rules.ts';

/** Objects of the live tag; `A` comes back where somebody moves it there again. */
type Live = 'A' | 'B';
/** What the tag of the canary stands for; each version has a tag object of its own. */
type Canary = 'none' | 'v2' | 'v3';

/** What the ledger says of the canary. */
interface Entry {
  readonly share: number;
  readonly tag: Canary;
  readonly live: Live | null;
  readonly status: 'pending' | 'deployed';
}

/** What a run is about to do next; the first of the list. */
type Todo =
  | { readonly do: 'move'; readonly version: Canary }
  | { readonly do: 'write canary' }
  | { readonly do: 'raise'; readonly to: number; readonly from: number; readonly version: Canary }
  | { readonly do: 'set'; readonly to: number }
  | { readonly do: 'observe'; readonly skips: boolean; readonly again?: boolean }
  | { readonly do: 'put'; readonly share: number; readonly live: Live; readonly again?: boolean }
  | { readonly do: 'record'; readonly live: Live }
  | { readonly do: 'look again'; readonly share: number };

interface ShareWorld {
  readonly live: Live;
  readonly canary: Canary;
  readonly entry: Entry;
  /** The live tag as the ledger has it. */
  readonly recorded: Live;
  readonly kv: { readonly share: number; readonly canary: Canary; readonly older: readonly number[] };
  readonly runs: readonly (readonly Todo[])[];
  readonly left: {
    readonly moves: readonly Live[];
    readonly lowers: number;
    readonly promotes: readonly Canary[];
    readonly kills: number;
    readonly deploys: number;
  };
  /** The version that users were given last, and what may not be given to more of them any more. */
  readonly given: Canary;
  readonly most: number;
}

const START: ShareWorld = {
  live: 'A',
  canary: 'none',
  entry: { share: 0, tag: 'none', live: null, status: 'deployed' },
  recorded: 'A',
  kv: { share: 0, canary: 'none', older: [] },
  runs: [],
  left: { moves: ['B', 'A'], lowers: 0, promotes: ['v2'], kills: 0, deploys: 0 },
  given: 'none',
  most: 100,
};

function sharesModel(
  name: string,
  initial: ShareWorld,
  promises: Readonly<Record<string, readonly RuleName[]>>,
): Model {
  return {
    name,
    promises,
    search: (rules, names) =>
      explore({
        initial,
        steps: (world) => [...runSteps(world, rules), ...peopleSteps(world, rules)],
        wrong: (world) => names.map((one) => CHECKS[one]?.(world)).find((text) => text !== undefined),
        limit: LIMIT,
      }),
  };
}

/**
 * A canary rises through its steps while people move the live tag away and back. Reads of KV may be old. Every move has
 * its run.
 *
 * When the last run ends KV gives the canary to as many users as ledger and tags say, and a share that was ended does not
 * come back.
 */
export const shares = sharesModel('a canary against moves by hand', START, {
  kvHasTheShare: ['sharesBindToTags', 'readsLedgerAgain'],
  loweredStaysLowered: ['sharesEndWithMoves'],
});

/**
 * Its percentage is lowered, its run is killed, and what is live is deployed.
 *
 * A share that was lowered does not rise again, and at no time users get another version than they were given.
 */
export const loweredShares = sharesModel(
  'a canary that somebody lowers',
  { ...START, left: { moves: [], lowers: 1, promotes: ['v2'], kills: 1, deploys: 1 } },
  {
    kvHasTheShare: ['sharesArePending', 'readsLedgerAgain'],
    loweredStaysLowered: ['raisesOwnShares'],
    usersGetWhatTheyWereGiven: ['writesCanaryFirst'],
  },
);

/** Another version is promoted where a run was killed with its canary on the way. */
export const otherCanaries = sharesModel(
  'a canary and another one',
  { ...START, left: { moves: [], lowers: 0, promotes: ['v2', 'v3'], kills: 1, deploys: 0 } },
  { kvHasTheShare: [], usersGetWhatTheyWereGiven: ['writesCanaryFirst', 'endsOthersFirst'] },
);

const CHECKS: Readonly<Record<string, (world: ShareWorld) => string | undefined>> = {
  kvHasTheShare: (world) => {
    const wanted = projected(world, true);
    const isAtRest = world.runs.length === 0 && world.live === world.recorded && world.entry.status === 'deployed';
    return isAtRest && world.kv.share !== wanted
      ? `KV gives the canary to ${world.kv.share} %, ledger and tags to ${wanted} %`
      : undefined;
  },
  loweredStaysLowered: (world) => {
    const share = projected(world, true);
    return share > world.most ? `users are to get ${share} % again after it was ${world.most} %` : undefined;
  },
  usersGetWhatTheyWereGiven: ({ kv, given }) =>
    kv.share > 0 && kv.canary !== given ? `${kv.share} % of the users get ${kv.canary}, given was ${given}` : undefined,
};

/** How many users are to get the canary. */
function projected({ entry, canary, live }: ShareWorld, binds: boolean): number {
  return !binds || (entry.tag === canary && entry.live === live) ? entry.share : 0;
}

const syncing = (skips: boolean): Todo[] => [{ do: 'observe', skips }];

/** A promotion through two steps; with another one's canary there, that ends first. */
function promotion(version: Canary, world: ShareWorld, rules: Rules): Todo[] {
  const isOther = world.entry.share > 0 && world.entry.tag !== version && rules.endsOthersFirst;
  const canary: Todo[] = [
    { do: 'move', version },
    ...(rules.writesCanaryFirst ? ([{ do: 'write canary' }] as const) : []),
  ];
  return [
    ...(isOther ? ([{ do: 'set', to: 0 }, ...syncing(false)] as const) : []),
    ...canary,
    { do: 'raise', from: 0, to: 10, version },
    ...syncing(false),
    { do: 'raise', from: 10, to: 25, version },
    ...syncing(false),
    ...(rules.writesCanaryFirst ? [] : ([{ do: 'write canary' }] as const)),
  ];
}

function runSteps(world: ShareWorld, rules: Rules): Step<ShareWorld>[] {
  return world.runs.flatMap((todo, at) => {
    const rest = (next: readonly Todo[]): readonly (readonly Todo[])[] =>
      world.runs.flatMap((one, other) => (other === at ? (next.length === 0 ? [] : [next]) : [one]));
    const steps = doNext(todo, world, rules).map(
      ([label, changed, next]): Step<ShareWorld> => [label, { ...world, ...changed, runs: rest(next) }],
    );
    // What a run wrote that died before its last look, the healing reconcile repairs.
    const mayDie =
      world.left.kills > 0 && !todo.some((one) => one.do === 'look again' || ('again' in one && one.again));
    const kill: Step<ShareWorld>[] = mayDie
      ? [
          [
            'a run is killed',
            {
              ...world,
              runs: rest([]),
              left: { ...world.left, kills: world.left.kills - 1, deploys: world.left.deploys + 1 },
            },
          ],
        ]
      : [];
    return [...steps, ...kill];
  });
}

type Done = readonly [label: string, changed: Partial<ShareWorld>, next: readonly Todo[]];

function doNext([todo, ...rest]: readonly Todo[], world: ShareWorld, rules: Rules): Done[] {
  const { entry, kv, live, canary } = world;
  const pending = rules.sharesArePending ? 'pending' : entry.status;
  switch (todo?.do) {
    case 'move':
      return [
        [
          `the canary's tag moves to ${todo.version}`,
          { canary: todo.version, entry: { share: 0, tag: todo.version, live: null, status: 'pending' } },
          rest,
        ],
      ];
    case 'write canary':
      return [
        [`KV has ${canary} for the canary`, { kv: { ...kv, canary }, entry: { ...entry, status: 'deployed' } }, rest],
      ];
    case 'raise': {
      const isOwn = entry.tag === todo.version && canary === todo.version && projected(world, true) === todo.from;
      if (!isOwn && (rules.raisesOwnShares || entry.tag !== todo.version)) {
        return [['the share is not what the run left: superseded', {}, []]];
      }
      const raised: Entry = { share: todo.to, tag: entry.tag, live, status: pending };
      return [[`the ledger gives ${todo.version} to ${todo.to} %`, { entry: raised, given: todo.version }, rest]];
    }
    case 'set': {
      const lowered: Entry = { ...entry, share: todo.to, status: pending };
      const most = todo.to > 0 ? Math.min(world.most, todo.to) : world.most;
      return [[`the ledger lowers the share to ${todo.to} %`, { entry: lowered, most }, rest]];
    }
    default:
      return sync(todo, rest, world, rules);
  }
}

/** One step of bringing KV to ledger and tags. */
function sync(todo: Todo | undefined, rest: readonly Todo[], world: ShareWorld, rules: Rules): Done[] {
  const { entry, kv, live } = world;
  switch (todo?.do) {
    case 'observe': {
      const share = projected(world, rules.sharesBindToTags);
      const mayAgree = [kv.share, ...kv.older].includes(share);
      const isOwn = live === world.recorded || !rules.alwaysWritesHandMoves;
      const skips: Done[] =
        todo.skips && entry.status === 'deployed' && isOwn && mayAgree
          ? [[`a read says ${share} %, so nothing is written`, {}, [{ do: 'record', live }, ...rest]]]
          : [];
      return [
        ...skips,
        [`a run plans ${share} %`, {}, [{ do: 'put', share, live, again: todo.again ?? false }, ...rest]],
      ];
    }
    case 'put':
      return [
        [
          `KV gives it to ${todo.share} %`,
          { kv: { ...kv, share: todo.share, older: [...new Set([...kv.older, kv.share])].sort() } },
          [{ do: 'record', live: todo.live }, { do: 'look again', share: todo.share }, ...rest],
        ],
      ];
    case 'record': {
      if (todo.live !== live) {
        return [['the live tag moved: nothing is recorded', {}, rest]];
      }
      const isMove = live !== world.recorded;
      const ends = isMove && rules.sharesEndWithMoves && entry.share > 0;
      const next: Entry = ends ? { ...entry, share: 0, live: null, status: 'pending' } : acknowledged(world, rest);
      const most = isMove && (entry.share > 0 || world.most < 100) ? 0 : world.most;
      return [['the run records what KV has', { recorded: live, entry: next, most }, rest]];
    }
    case 'look again': {
      const now = projected(world, rules.sharesBindToTags);
      return rules.readsLedgerAgain && (now !== todo.share || entry.status === 'pending')
        ? [['something changed: the run goes round again', {}, [{ do: 'observe', skips: false, again: true }, ...rest]]]
        : [['the run sees no change', {}, rest]];
    }
    default:
      return [];
  }
}

/** What KV acknowledged is deployed, as far as it is what the ledger says. */
function acknowledged(world: ShareWorld, [next]: readonly Todo[]): Entry {
  const written = next?.do === 'look again' ? next.share : undefined;
  return written === world.entry.share || written === projected(world, true)
    ? { ...world.entry, status: 'deployed' }
    : world.entry;
}

function peopleSteps(world: ShareWorld, rules: Rules): Step<ShareWorld>[] {
  const { left, runs, entry } = world;
  const steps: Step<ShareWorld>[] = [];
  const [move, ...moves] = left.moves;
  if (move !== undefined) {
    const next = { ...world, live: move, left: { ...left, moves }, runs: [...runs, syncing(true)] };
    steps.push([`somebody moves the live tag to ${move}, and its run begins`, next]);
  }
  if (left.lowers > 0 && entry.share > 0) {
    const run: Todo[] = [{ do: 'set', to: 5 }, ...syncing(false)];
    steps.push(['somebody lowers the percentage', { ...world, left: { ...left, lowers: 0 }, runs: [...runs, run] }]);
  }
  const [version, ...promotes] = left.promotes;
  if (version !== undefined && runs.length === 0) {
    const run = promotion(version, world, rules);
    steps.push([`somebody promotes ${version}`, { ...world, left: { ...left, promotes }, runs: [...runs, run] }]);
  }
  if (left.deploys > 0 && runs.length === 0) {
    const next = { ...world, left: { ...left, deploys: left.deploys - 1 }, runs: [syncing(true)] };
    steps.push(['somebody runs deploy', next]);
  }
  return steps;
}
