import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RunReport } from '../../src/commands/report.ts';
import { toTagshipErrors } from '../../src/errors.ts';
import type { KvStore } from '../../src/ports/kv.ts';
import type { Repository } from '../../src/ports/repository.ts';
import { disagreements, ownMoves } from '../support/agreement.ts';
import {
  type Breach,
  entryFor,
  excusing,
  forcing,
  ignoringUnsuccessful,
  isOfThisTag,
  Killed,
  killAt,
  kvAround,
  repositoryAround,
  skippingOnRead,
  tagsBeforeLedger,
  withoutSecondLedger,
  withoutSecondRead,
} from '../support/disturb.ts';
import type { KvFaults } from '../support/fakes/kv.ts';
import { examples } from '../support/lane.ts';
import { type Disturbance, ENVIRONMENTS, type Environment, VERSIONS, type Version, World } from '../support/world.ts';

const COMPONENTS = ['prompts/a', 'prompts/b'] as const;

/** Somebody moves a tag, and the push starts a run; or somebody starts a run that moves tags itself. */
type Move =
  | {
      readonly by: 'hand';
      readonly component: string;
      readonly environment: Environment;
      /** Undefined to delete the tag. */
      readonly version: Version | undefined;
    }
  | {
      readonly by: 'promote';
      readonly components: readonly string[];
      readonly environment: Environment;
      readonly version: Version;
    }
  | { readonly by: 'rollback'; readonly components: readonly string[]; readonly environment: Environment };

/** How a run ended. */
type Ending = { readonly move: Move } & ({ readonly report: RunReport } | { readonly code: string });

/** What a run is made of; the laws replace parts by broken ones. */
interface Variant {
  /** Changes what a call does. */
  readonly repository?: (repository: Repository) => Repository;
  readonly kv?: (kv: KvStore) => KvStore;
  /** Changes which calls are made. */
  readonly calls?: (repository: Repository) => Repository;
  readonly breach?: Breach;
}

/** The place where it all happens. */
interface Scene {
  readonly components: readonly string[];
  readonly moves: fc.Arbitrary<readonly Move[]>;
  /** Whether version tags are no objects of their own. */
  readonly lightweight?: boolean;
  /** What happened before. */
  readonly prepare?: (world: World) => Promise<void>;
}

const environment = fc.constantFrom(...ENVIRONMENTS);
const version = fc.constantFrom(...VERSIONS);

const byHand = (components: readonly string[]): fc.Arbitrary<Move> =>
  fc.record({ by: fc.constant('hand' as const), component: fc.constantFrom(...components), environment, version });

const byAnyone: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      by: fc.constant('promote' as const),
      components: fc.constantFrom<string[][]>(['prompts/a'], ['prompts/a'], ['prompts/b'], [...COMPONENTS]),
      environment,
      version,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      by: fc.constant('rollback' as const),
      components: fc.constantFrom<string[][]>(['prompts/a'], [...COMPONENTS]),
      environment,
    }),
  },
  { weight: 3, arbitrary: byHand(COMPONENTS) },
  {
    weight: 1,
    arbitrary: fc.record({
      by: fc.constant('hand' as const),
      component: fc.constant('prompts/a'),
      environment,
      version: fc.constant(undefined),
    }),
  },
);

const oneTag: Scene = {
  components: ['prompts/a'],
  moves: fc.array(byHand(['prompts/a']), { minLength: 2, maxLength: 4 }),
};
const twoComponents: Scene = {
  components: COMPONENTS,
  moves: fc.array(byHand(COMPONENTS), { minLength: 2, maxLength: 4 }),
};
const everybody: Scene = { components: COMPONENTS, moves: fc.array(byAnyone, { minLength: 2, maxLength: 5 }) };

/** Stale reads and writes of which some keys fail, both decided by numbers that the property draws. */
function faultsFrom(stale: readonly number[], failing: readonly boolean[]): KvFaults {
  let reads = 0;
  let writes = 0;
  return {
    staleness: () => stale[reads++ % Math.max(1, stale.length)] ?? 0,
    unsuccessful: (keys) => (failing[writes++] === true ? keys.filter((_, i) => i % 2 === 0) : []),
  };
}

/** Does what starts a run, and runs it. */
async function act(world: World, move: Move, disturbance: Disturbance): Promise<RunReport> {
  switch (move.by) {
    case 'promote': {
      const { components: patterns, environment, version } = move;
      return await world.promote({ patterns, environment, source: { version } }, disturbance);
    }
    case 'rollback': {
      const { components: patterns, environment } = move;
      return await world.rollback({ patterns, environment, target: 'previous' }, disturbance);
    }
    case 'hand': {
      const { component, environment, version } = move;
      if (version === undefined) {
        world.remove(component, environment);
      } else {
        world.move(component, environment, version);
      }
      return await world.run(component, environment, disturbance);
    }
  }
}

/** What refuses a move before anything is touched. */
const REFUSALS = ['rollback-impossible', 'environment-unknown', 'tag-missing', 'version-quarantined'];

/** What the runs said they moved, as the ledger would tell it. */
function reported(endings: readonly Ending[]): string[] {
  return endings
    .flatMap((one) => ('report' in one && one.report.verdict === undefined ? [one.report] : []))
    .flatMap(({ command, moves }) =>
      moves.map((one) => `${command} ${one.component}@${one.environment} ${one.version}`),
    )
    .sort();
}

/** What is wrong when all is over, in words. */
async function problems(world: World, endings: readonly Ending[], earlier: readonly string[]): Promise<string[]> {
  const landed = [...earlier, ...reported(endings)].sort();
  const told = await ownMoves(world);
  return [
    ...(await disagreements(world)),
    ...(JSON.stringify(told) === JSON.stringify(landed)
      ? []
      : [`the ledger has the moves [${told}], the runs made [${landed}]`]),
    ...endings.flatMap((one) =>
      'code' in one && !REFUSALS.includes(one.code) ? [`a run ended with ${one.code}`] : [],
    ),
  ];
}

/**
 * Runs the property: tags move while runs are under way, each move starts a run, and a deterministic scheduler decides
 * which call of which run goes next, and separately when its answer arrives.
 */
async function check(
  { components, moves, lightweight, prepare }: Scene,
  variant: Variant,
  numRuns: number,
): Promise<Ending[]> {
  const all: Ending[] = [];
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      moves,
      fc.array(fc.nat(3), { maxLength: 6 }),
      fc.array(fc.boolean(), { maxLength: 3 }),
      async (scheduler, drawn, stale, failing) => {
        const world = new World(components, { faults: faultsFrom(stale, failing), lightweight: lightweight ?? false });
        await prepare?.(world);
        const earlier = await ownMoves(world);
        const step = async <T>(effect: () => Promise<T>): Promise<T> => {
          await scheduler.schedule(Promise.resolve());
          const answer = await effect();
          await scheduler.schedule(Promise.resolve());
          return answer;
        };
        const disturbance: Disturbance = {
          // Objects never change, so only what does is worth a turn of the scheduler.
          repository: (one) => {
            const inner = variant.repository?.(one) ?? one;
            const scheduled: Repository = {
              ...repositoryAround(inner, (effect) => effect()),
              refs: (prefixes, names) => step(() => inner.refs(prefixes, names)),
              tips: (names) => step(() => inner.tips(names)),
              push: (updates, objects) => step(() => inner.push(updates, objects)),
            };
            return variant.calls?.(scheduled) ?? scheduled;
          },
          kv: (one) => kvAround(variant.kv?.(one) ?? one, step),
        };
        const runs: Promise<Ending>[] = [];
        const mover = (async () => {
          for (const move of drawn) {
            await scheduler.schedule(Promise.resolve());
            world.advance(1);
            runs.push(
              act(world, move, disturbance).then(
                (report) => ({ move, report }),
                (error: unknown) => ({ move, code: toTagshipErrors(error)[0]?.code ?? '' }),
              ),
            );
          }
        })();
        await scheduler.waitFor(mover);
        const endings = await scheduler.waitFor(Promise.all(runs));
        all.push(...endings);
        expect(await problems(world, endings, earlier)).toEqual([]);
      },
    ),
    { numRuns },
  );
  return all;
}

/** Production ran v1.1.0 and runs v1.0.0, both put there by Tagship. */
async function promoted(world: World): Promise<void> {
  for (const version of ['v1.1.0', 'v1.0.0'] as const) {
    world.advance(1);
    await world.promote({ patterns: [...COMPONENTS], environment: 'production', source: { version } });
  }
}

/** The same, and the tags of all versions were deleted since, so that only the ledger knows them. */
async function promotedAndForgotten(world: World): Promise<void> {
  await promoted(world);
  for (const component of COMPONENTS) {
    for (const version of VERSIONS) {
      world.remove(component, version);
    }
  }
}

/** What the law says of a broken variant; nothing where it does not notice. */
async function caught(scene: Scene, variant: Variant): Promise<string> {
  const repair = variant.breach?.();
  try {
    const failure: unknown = await check(scene, variant, 400).catch((error: unknown) => error);
    const cause = failure instanceof Error ? failure.cause : undefined;
    return cause instanceof Error ? cause.message : '';
  } finally {
    repair?.();
  }
}

describe('whatever the order in which the calls of several runs happen, KV and the ledger end equal to the tags', () => {
  test('when one tag moves while a run of it is under way', async () => {
    await check(oneTag, {}, examples(200));
  });

  test('when two components share the namespace and its index', async () => {
    await check(twoComponents, {}, examples(200));
  });

  test('when people, promotions and rollbacks move the same tags, and no move is lost', async () => {
    const endings = await check(everybody, {}, examples(300));
    const superseded = endings.filter((one) => 'report' in one && one.report.verdict === 'superseded');
    expect(superseded.length).toBeGreaterThan(examples(10));
    expect(reported(endings).length).toBeGreaterThan(examples(150));
  });

  // Caught by what KV or the ledger holds, and not because the variant fell over.
  test.each<[string, Scene, Variant, RegExp]>([
    [
      'does not read the tags a second time',
      twoComponents,
      { repository: withoutSecondRead },
      /the tags? (?:says?|is) /,
    ],
    ['ignores `unsuccessful_keys`', twoComponents, { kv: ignoringUnsuccessful }, /the tags? (?:says?|is) /],
    ['skips a write because a read says it is done', twoComponents, { kv: skippingOnRead }, /the tags? (?:says?|is) /],
    [
      'moves a tag from wherever it is',
      everybody,
      { repository: (one) => forcing(one, (ref) => ref.startsWith('refs/tags/')) },
      /replaced .*, the ledger knew/,
    ],
    [
      'pushes the ledger over whatever is there',
      everybody,
      { repository: (one) => forcing(one, (ref) => ref === 'refs/tagship/ledger') },
      /the entry of .* is|the ledger has the moves/,
    ],
    [
      'skips a write because the last entry is deployed, whatever tag object it speaks of',
      { ...twoComponents, prepare: promoted },
      { breach: excusing((target, view) => entryFor(target, view)?.status === 'deployed') },
      /the tags? says? /,
    ],
    ['reads the tags before the ledger', everybody, { calls: tagsBeforeLedger }, /the ledger tells/],
  ])('and a run that %s is caught', async (_, scene, variant, words) => {
    expect(await caught(scene, variant)).toMatch(words);
  });

  test('when only the ledger knows the versions, since their tags are deleted; and one who reads it once is caught', async () => {
    const scene: Scene = {
      components: COMPONENTS,
      lightweight: true,
      prepare: promotedAndForgotten,
      moves: fc.array(
        fc.record({
          by: fc.constant('promote' as const),
          components: fc.constantFrom<string[][]>(['prompts/a'], ['prompts/b'], [...COMPONENTS]),
          environment,
          version,
        }),
        { minLength: 2, maxLength: 3 },
      ),
    };
    await check(scene, {}, examples(100));
    // Some do not even get to their last look.
    expect(await caught(scene, { repository: withoutSecondLedger })).toMatch(/version-missing|the tags? says? /);
  });
});

describe('a run that is killed at any call', () => {
  const KILLS = ['before', 'after'] as const;

  /** A run of which the calls that others could notice are counted, and one of them is the last. */
  function killing(at: number, when: (typeof KILLS)[number]): { disturbance: Disturbance; calls: () => number } {
    const { around, calls } = killAt(at, when);
    return {
      calls,
      disturbance: {
        repository: (one) => ({
          ...repositoryAround(one, around),
          // Whoever is killed while it reads objects might as well be killed before its next call of another kind.
          load: (oids, depth, budget) => one.load(oids, depth, budget),
          read: (oid) => one.read(oid),
        }),
        kv: (one) => kvAround(one, around),
      },
    };
  }

  async function untilKilled(run: Promise<unknown>): Promise<void> {
    await run.catch((error: unknown) => {
      if (!(error instanceof Killed)) {
        throw error;
      }
    });
  }

  /** Production runs v1.0.0, moves to v1.1.0, and the run dies; then the tag may move on, and another run comes. */
  async function killed(
    at: number,
    when: (typeof KILLS)[number],
    next: Version,
  ): Promise<{ calls: number; world: World }> {
    const world = new World([...COMPONENTS]);
    world.move('prompts/a', 'production', 'v1.0.0');
    await world.run('prompts/a', 'production');
    world.move('prompts/a', 'production', 'v1.1.0');
    const { disturbance, calls } = killing(at, when);
    await untilKilled(world.run('prompts/a', 'production', disturbance));
    world.move('prompts/a', 'production', next);
    await world.run('prompts/a', 'production');
    return { calls: calls(), world };
  }

  test('is made good by the next run of the same tag', async () => {
    const { calls } = await killed(Number.POSITIVE_INFINITY, 'before', 'v1.1.0');
    expect(calls).toBeGreaterThan(6);
    for (let at = 1; at <= calls; at++) {
      for (const when of KILLS) {
        for (const next of VERSIONS) {
          const { world } = await killed(at, when, next);
          expect([at, when, next, await disagreements(world)]).toEqual([at, when, next, []]);
        }
      }
    }
  });

  const MOVES: Record<'promote' | 'rollback', Move> = {
    promote: { by: 'promote', components: [...COMPONENTS], environment: 'production', version: 'v1.1.0' },
    rollback: { by: 'rollback', components: [...COMPONENTS], environment: 'production' },
  };

  /**
   * Production of both components ran v1.1.0 and runs v1.0.0; the move to v1.1.0 dies, and then the same command comes
   * again, or a deploy, with reads that may be as old as the state before.
   */
  async function killedMove(
    command: keyof typeof MOVES,
    at: number,
    when: (typeof KILLS)[number],
    again: 'same' | 'deploy',
    age: number,
  ): Promise<{ calls: number; world: World }> {
    let staleness = 0;
    const world = new World([...COMPONENTS], { faults: { staleness: () => staleness } });
    await promoted(world);
    world.advance(1);
    const { disturbance, calls } = killing(at, when);
    await untilKilled(act(world, MOVES[command], disturbance));
    world.advance(1);
    staleness = age;
    if (again === 'same') {
      await act(world, MOVES[command], {});
    } else {
      for (const component of COMPONENTS) {
        await world.run(component, 'production');
      }
    }
    return { calls: calls(), world };
  }

  /** What is wrong afterwards: all or none moved, and pressed twice it moved once; a deploy may find that none did. */
  async function wrongAfter(command: keyof typeof MOVES, again: 'same' | 'deploy', world: World): Promise<string[]> {
    const own = String(await ownMoves(world));
    const before = COMPONENTS.flatMap((one) => VERSIONS.slice(0, 2).map((to) => `promote ${one}@production ${to}`));
    const after = [...before, ...COMPONENTS.map((one) => `${command} ${one}@production v1.1.0`)].sort();
    const isRight = own === String(after) || (again === 'deploy' && own === String(before));
    return [...(await disagreements(world)), ...(isRight ? [] : [`the ledger has the moves ${own}`])];
  }

  /** Kills at every call, and says where something is wrong afterwards. */
  async function wrongAfterKills(command: keyof typeof MOVES): Promise<string[]> {
    const wrong: string[] = [];
    const { calls } = await killedMove(command, Number.POSITIVE_INFINITY, 'before', 'same', 0);
    expect(calls).toBeGreaterThan(8);
    const kills = Array.from({ length: calls }, (_, call) => KILLS.map((when) => ({ at: call + 1, when }))).flat();
    const rests = (['same', 'deploy'] as const).flatMap((again) => [0, 1].map((age) => ({ again, age })));
    for (const { at, when } of kills) {
      for (const { again, age } of rests) {
        const { world } = await killedMove(command, at, when, again, age);
        const found = await wrongAfter(command, again, world);
        wrong.push(...found.map((one) => `killed ${when} call ${at}, then ${again}, reads ${age} old: ${one}`));
      }
    }
    return wrong;
  }

  test.each(['promote', 'rollback'] as const)('is made good by the same %s again, or by a deploy', async (command) => {
    expect(await wrongAfterKills(command)).toEqual([]);
  });

  test('and one that skips a write when the move is merely pending is caught', async () => {
    const repair = excusing((target, view) => {
      const entry = entryFor(target, view);
      return entry !== undefined && isOfThisTag(target, view, entry);
    })();
    try {
      expect((await wrongAfterKills('promote')).join('\n')).toMatch(/the tags? says? /);
    } finally {
      repair();
    }
  });
});
