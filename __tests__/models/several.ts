import { explore, type Step } from './explore.ts';
import { LIMIT, type Model } from './model.ts';
import type { Rules } from './rules.ts';

type Component = 'a' | 'b';
/** `v2` is what the promotion brings, `v3` what somebody moves a tag to by hand. */
type Version = 'v1' | 'v2' | 'v3';
type Tags = Readonly<Record<Component, Version>>;
type Key = Component | 'index';

interface Run {
  readonly name: string;
  readonly writes: readonly Component[];
  readonly at: 'reads' | 'pushes' | 'writes' | 'looks again' | 'records' | 'has ended';
  /** As they were when the run last read them. */
  readonly tags: Tags;
  /** Of a promotion, the tags that are still to be pushed. */
  readonly toPush: readonly Component[];
  /** The components whose key KV acknowledged, at the run's last write. */
  readonly acknowledged: readonly Component[];
}

interface SeveralWorld {
  readonly tags: Tags;
  readonly kv: Readonly<Record<Key, string>>;
  readonly runs: readonly Run[];
  readonly left: {
    /** Where people may still move a tag. */
    readonly handMoves: readonly Component[];
    /** Keys that KV may refuse, one each time, in a write that it acknowledges otherwise. */
    readonly refusals: number;
  };
  /** What only the promises look at. */
  readonly ghost: {
    readonly promoted: readonly Component[];
    /** What KV acknowledged ever, such as `a=v2`. */
    readonly acknowledged: readonly string[];
    readonly wasRefused: boolean;
    /** The promise that a step broke, and how. */
    readonly broken: readonly [promise: string, how: string] | null;
  };
}

const BOTH: readonly Component[] = ['a', 'b'];

const CHECKS: Readonly<Record<string, (world: SeveralWorld) => string | undefined>> = {
  allOrNone: ({ ghost }) =>
    ghost.promoted.length === 1 ? `the promotion moved ${ghost.promoted[0]} and not the other` : undefined,
  everyKeyIsProjection: ({ tags, kv, ghost }) => {
    const want = { ...tags, index: indexOf(tags) };
    const differs = (['a', 'b', 'index'] as const).find((key) => kv[key] !== want[key]);
    return differs === undefined || ghost.wasRefused
      ? undefined
      : `all is quiet, and KV has ${kv[differs]} under ${differs}, which is to be ${want[differs]}`;
  },
};

/**
 * One run that promotes two components to v2, while somebody moves either tag to v3 by hand, which starts a run of its
 * own. Each run writes the keys of its components and the index of both in one request, of which KV may refuse one key.
 *
 * The promotion lands for both or for none; KV ends at what the tags say, in every key; and a component is recorded as
 * deployed only for what KV acknowledged of this very component.
 */
export const several: Model = {
  name: 'a promotion of two components',
  promises: {
    allOrNone: ['movesAllTogether'],
    everyKeyIsProjection: ['readsEveryInputAgain'],
    noMoveOverNewer: ['leasesTag'],
    eachIsAcknowledged: ['recordsEachByItself'],
  },
  search: (rules, promises) =>
    explore<SeveralWorld>({
      initial: {
        tags: { a: 'v1', b: 'v1' },
        kv: { a: 'v1', b: 'v1', index: 'v1 v1' },
        runs: [startRun('the promotion', BOTH, BOTH)],
        left: { handMoves: ['a', 'b'], refusals: 1 },
        ghost: { promoted: [], acknowledged: ['a=v1', 'b=v1'], wasRefused: false, broken: null },
      },
      steps: (world) => [
        ...handMoves(world),
        ...world.runs.flatMap((run) =>
          STEPS[run.at](world, run, rules).map(([label, next]): Step<SeveralWorld> => [`${run.name} ${label}`, next]),
        ),
      ],
      wrong: (world) => {
        const [promise = '', how] = world.ghost.broken ?? [];
        if (promises.includes(promise)) {
          return how;
        }
        const isQuiet = world.runs.every(({ at }) => at === 'has ended');
        return isQuiet ? promises.flatMap((promise) => CHECKS[promise]?.(world) ?? [])[0] : undefined;
      },
      limit: LIMIT,
    }),
};

function startRun(name: string, writes: readonly Component[], toPush: readonly Component[]): Run {
  return { name, writes, toPush, at: 'reads', tags: { a: 'v1', b: 'v1' }, acknowledged: [] };
}

function indexOf({ a, b }: Tags): string {
  return `${a} ${b}`;
}

function handMoves(world: SeveralWorld): Step<SeveralWorld>[] {
  return world.left.handMoves.map((component) => [
    `somebody moves ${component} to v3`,
    {
      ...world,
      tags: { ...world.tags, [component]: 'v3' },
      runs: [...world.runs, startRun(`the run of ${component}`, [component], [])],
      left: { ...world.left, handMoves: world.left.handMoves.filter((one) => one !== component) },
    },
  ]);
}

function withRun(world: SeveralWorld, run: Run): SeveralWorld {
  return { ...world, runs: world.runs.map((other) => (other.name === run.name ? run : other)) };
}

function withBroken(world: SeveralWorld, promise: string, how: string): SeveralWorld {
  return { ...world, ghost: { ...world.ghost, broken: world.ghost.broken ?? [promise, how] } };
}

const STEPS: Readonly<Record<Run['at'], (world: SeveralWorld, run: Run, rules: Rules) => Step<SeveralWorld>[]>> = {
  reads: (world, run) => [
    ['reads the tags', withRun(world, { ...run, tags: world.tags, at: run.toPush.length > 0 ? 'pushes' : 'writes' })],
  ],
  pushes,
  writes,
  'looks again': (world, run, { readsEveryInputAgain }) => {
    const inputs = readsEveryInputAgain ? BOTH : run.writes.slice(0, 1);
    const moved = inputs.some((component) => world.tags[component] !== run.tags[component]);
    return [
      ['reads again', withRun(world, moved ? { ...run, tags: world.tags, at: 'writes' } : { ...run, at: 'records' })],
    ];
  },
  records: (world, run, { recordsEachByItself }) => {
    const recorded = recordsEachByItself ? run.acknowledged : run.writes;
    const wrong = recorded.find((one) => !world.ghost.acknowledged.includes(`${one}=${run.tags[one]}`));
    const ended = withRun(world, { ...startRun(run.name, run.writes, []), at: 'has ended' });
    const how = `${wrong} is recorded, and KV acknowledged no ${wrong}`;
    const next = wrong === undefined ? ended : withBroken(ended, 'eachIsAcknowledged', how);
    return [[`records ${recorded.join(' and ') || 'nothing'}`, next]];
  },
  'has ended': () => [],
};

/** Pushes its tags, leased on how it read them: all in one request, or one after the other where a rule is missing. */
function pushes(world: SeveralWorld, run: Run, { movesAllTogether, leasesTag }: Rules): Step<SeveralWorld>[] {
  const now = movesAllTogether ? run.toPush : run.toPush.slice(0, 1);
  const moved = now.find((component) => world.tags[component] !== run.tags[component]);
  if (leasesTag && moved !== undefined) {
    return [['is superseded', withRun(world, { ...startRun(run.name, run.writes, []), at: 'has ended' })]];
  }
  const moves = Object.fromEntries(now.map((component) => [component, 'v2']));
  const toPush = run.toPush.filter((component) => !now.includes(component));
  const next: Run = { ...run, tags: { ...run.tags, ...moves }, toPush, at: toPush.length > 0 ? 'pushes' : 'writes' };
  const promoted = [...world.ghost.promoted, ...now];
  const pushed = { ...world, tags: { ...world.tags, ...moves }, ghost: { ...world.ghost, promoted } };
  const landed = withRun(pushed, next);
  const how = `the promotion moved ${moved} over a newer move`;
  return [[`pushes ${now.join(' and ')}`, moved === undefined ? landed : withBroken(landed, 'noMoveOverNewer', how)]];
}

/** Writes its keys and the index. Where KV refuses one, the run records the rest, and fails. */
function writes(world: SeveralWorld, run: Run): Step<SeveralWorld>[] {
  const keys: readonly Key[] = [...run.writes, 'index'];
  const written = (refused: Key | undefined): SeveralWorld => {
    const done = keys.filter((key) => key !== refused);
    const values = done.map((key) => [key, key === 'index' ? indexOf(run.tags) : run.tags[key]] as const);
    const acknowledged = run.writes.filter((key) => key !== refused);
    const known = [...world.ghost.acknowledged, ...acknowledged.map((key) => `${key}=${run.tags[key]}`)];
    const next: Run = { ...run, acknowledged, at: refused === undefined ? 'looks again' : 'records' };
    return withRun(
      {
        ...world,
        kv: { ...world.kv, ...Object.fromEntries(values) },
        left: { ...world.left, refusals: world.left.refusals - (refused === undefined ? 0 : 1) },
        ghost: {
          ...world.ghost,
          acknowledged: [...new Set(known)].sort(),
          wasRefused: world.ghost.wasRefused || refused !== undefined,
        },
      },
      next,
    );
  };
  const refusals = world.left.refusals > 0 ? keys : [];
  return [
    [`writes ${keys.join(', ')}`, written(undefined)],
    ...refusals.map((key): Step<SeveralWorld> => [`writes ${keys.join(', ')}: ${key} is refused`, written(key)]),
  ];
}
