import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { GuardReport, RunReport } from '../../src/commands/report.ts';
import type { Reading } from '../../src/domain/gate/measurement.ts';
import { toTagshipErrors } from '../../src/errors.ts';
import { disagreements } from '../support/agreement.ts';
import { readChain } from '../support/chain.ts';
import { kvAround, REFUSALS, type Refusal, refusing, repositoryAround } from '../support/disturb.ts';
import { examples } from '../support/lane.ts';
import { type Fallbacks, gated, type Refused, type Turn, WatchStory } from '../support/watch-story.ts';
import { type Disturbance, VERSIONS, type Version, World } from '../support/world.ts';

/**
 * Laws of the gate, for any sequence of promotions, rollbacks, restores, moves by hand, and gates with whatever they
 * measure, while the Git server refuses tags, pushes or everything at any moment, and while people move the watched tag.
 * What has to be true is told by refs, ledger and KV before and after each step; the code under test is only run.
 */

const COMPONENTS = ['prompts/a', 'prompts/b'] as const;

// Most happens to one tag, or too little would happen to it.
const component = fc.constantFrom('prompts/a', 'prompts/a', 'prompts/a', 'prompts/b');
const environment = fc.constantFrom(
  'production' as const,
  'production' as const,
  'production' as const,
  'staging' as const,
);
const version = fc.constantFrom(...VERSIONS);

const refused: fc.Arbitrary<Refused> = fc.record({
  refusal: fc.constantFrom(...REFUSALS),
  from: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(12)),
  length: fc.oneof({ weight: 3, arbitrary: fc.constant(10_000) }, fc.integer({ min: 1, max: 8 })),
  early: fc.boolean(),
});

const sometimesRefused = fc.option(refused, { nil: undefined, freq: 2 });

const handMove = fc.record({
  component,
  environment,
  version: fc.option(version, { nil: undefined, freq: 8 }),
  shape: fc.constantFrom('wrapping' as const, 'lightweight' as const),
  runs: fc.boolean(),
});

const looks = fc.array(
  fc.constantFrom('good' as const, 'bad' as const, 'bad' as const, 'none' as const, 'failed' as const),
  { minLength: 1, maxLength: 4 },
);

const watching: fc.Arbitrary<Turn> = fc
  .record({
    kind: fc.constant('guard' as const),
    component,
    environment,
    looks: fc.oneof(looks, fc.constantFrom(['bad' as const], ['bad' as const], ['good' as const], ['none' as const])),
    refused: fc.option(refused, { nil: undefined, freq: 2 }),
    meanwhile: fc.option(fc.record({ at: fc.nat(14), move: handMove }), { nil: undefined, freq: 2 }),
  })
  .map((one): Turn => {
    const { component, environment, meanwhile } = one;
    return meanwhile === undefined
      ? { ...one, meanwhile }
      : { ...one, meanwhile: { ...meanwhile, move: { ...meanwhile.move, component, environment } } };
  });

const turn: fc.Arbitrary<Turn> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('promote' as const),
      component,
      environment,
      version,
      overrides: fc.boolean(),
      refused: fc.option(refused, { nil: undefined, freq: 6 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('rollback' as const),
      component,
      environment,
      target: fc.constantFrom('last-healthy' as const, 'previous' as const),
      refused: fc.option(refused, { nil: undefined, freq: 6 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('restore' as const),
      environment,
      from: environment,
      moment: fc.nat(100),
    }),
  },
  { weight: 3, arbitrary: handMove.map((one): Turn => ({ kind: 'hand', ...one })) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('deploy' as const), component, environment, refused: sometimesRefused }),
  },
  { weight: 7, arbitrary: watching },
);

const fallback = fc.constantFrom('keep' as const, 'pass' as const, 'rollback' as const);

/** Two versions that ran somewhere, so that there is one to go back to; and maybe a gate that could not move the tag. */
const past: fc.Arbitrary<readonly Turn[]> = fc
  .record({
    versions: fc.shuffledSubarray([...VERSIONS], { minLength: 2, maxLength: 3 }),
    byHand: fc.boolean(),
    wasHealthy: fc.boolean(),
    refusal: fc.option(fc.constantFrom(...REFUSALS), { nil: undefined, freq: 2 }),
    environment,
  })
  .map(({ versions, byHand, wasHealthy, refusal, environment }) => {
    const guard = { kind: 'guard', component: 'prompts/a', environment, meanwhile: undefined } as const;
    const whole = { from: 0, length: 10_000, early: false };
    return [
      ...versions.flatMap((version, at): Turn[] => [
        byHand
          ? { kind: 'hand', component: 'prompts/a', environment, version, shape: 'lightweight', runs: true }
          : { kind: 'promote', component: 'prompts/a', environment, version, overrides: false, refused: undefined },
        ...(wasHealthy && at === 0 ? [{ ...guard, looks: ['good'] as const, refused: undefined }] : []),
      ]),
      ...(refusal === undefined ? [] : [{ ...guard, looks: ['bad'] as const, refused: { refusal, ...whole } }]),
    ];
  });

interface Plot {
  readonly past: readonly Turn[];
  readonly lightweight: boolean;
  readonly fallbacks: Fallbacks;
  readonly turns: readonly Turn[];
}

const plot: fc.Arbitrary<Plot> = fc.record({
  past,
  lightweight: fc.boolean(),
  fallbacks: fc.record({ 'on-no-data': fallback, 'on-error': fallback, 'on-inconclusive': fallback }),
  turns: fc.array(turn, { minLength: 3, maxLength: 12 }),
});

const RUNS = examples(250);

/** Lives stories to their ends, and counts what happened in all of them. */
async function live(stories: fc.Arbitrary<Plot>, numRuns: number): Promise<ReadonlyMap<string, number>> {
  const tally = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(stories, async ({ past: before, lightweight, fallbacks, turns }) => {
      const story = new WatchStory(new World([...COMPONENTS], { lightweight, config: gated(fallbacks) }));
      for (const one of [...before, ...turns]) {
        story.world.advance(1);
        await story.act(one);
      }
      await story.settle();
      for (const [what, times] of story.tally) {
        tally.set(what, (tally.get(what) ?? 0) + times);
      }
    }),
    { numRuns },
  );
  return tally;
}

/** What has to have happened, or the law was checked against nothing. */
const HAPPENED = [
  'a hold that a run could not tell the ledger is left',
  'a hold that only KV remembered is told the ledger',
  'breached, and left alone',
  'healthy is recorded',
  'inconclusive',
  'not rolled back: gate-breached',
  'not rolled back: rollback-impossible',
  'rolled back, held: kv',
  'rolled back, held: ledger',
  'rolled back, held: undefined',
  'superseded',
];

describe('whatever a gate measures, whatever is refused, and whoever moves the tag meanwhile,', () => {
  test('it judges what stands there, spares what mended something, goes back once, and KV, tags and ledger agree', async () => {
    const tally = await live(plot, RUNS);
    expect(HAPPENED.filter((what) => (tally.get(what) ?? 0) === 0)).toEqual([]);
  });
});

/** Somebody who does something while others do. */
type Actor =
  | { readonly by: 'guard'; readonly look: 'good' | 'bad' }
  | { readonly by: 'rollback' }
  | { readonly by: 'hand'; readonly version: Version; readonly shape: 'wrapping' | 'lightweight' };

/** How an actor's run ended. */
type Ending = { readonly actor: Actor } & (
  | { readonly guard: GuardReport }
  | { readonly run: RunReport }
  | { readonly code: string }
);

const REF = 'refs/tags/components/prompts/a/production';

interface Scene {
  /** What Git refuses every gate from its first measurement on. */
  readonly refusal: Refusal | undefined;
  readonly actors: fc.Arbitrary<readonly Actor[]>;
}

const hand: fc.Arbitrary<Actor> = fc.record({
  by: fc.constant('hand' as const),
  version,
  shape: fc.constantFrom('wrapping' as const, 'lightweight' as const),
});

/** A gate that breaches, somebody who moves the tag, and another gate or rollback, in any order. */
const threeAtOnce: fc.Arbitrary<readonly Actor[]> = fc
  .tuple(
    hand,
    fc.constantFrom<Actor[]>({ by: 'guard', look: 'bad' }, { by: 'guard', look: 'good' }, { by: 'rollback' }),
    fc.option(hand, { nil: undefined }),
  )
  .chain(([first, other, second]) => {
    const all: Actor[] = [{ by: 'guard', look: 'bad' }, first, other, ...(second === undefined ? [] : [second])];
    return fc.shuffledSubarray(all, { minLength: all.length });
  });

async function act(
  world: World,
  actor: Actor,
  disturbance: Disturbance,
  refusal: Refusal | undefined,
): Promise<Ending> {
  try {
    switch (actor.by) {
      case 'hand':
        world.move('prompts/a', 'production', actor.version, actor.shape);
        return { actor, run: await world.run('prompts/a', 'production', disturbance) };
      case 'rollback': {
        const request = { patterns: ['prompts/a'], environment: 'production', target: 'last-healthy' } as const;
        return { actor, run: await world.rollback(request, disturbance) };
      }
      case 'guard': {
        let hasMeasured = false;
        const measure = async (): Promise<Reading> => {
          hasMeasured = true;
          return { kind: 'value', value: actor.look === 'bad' ? 1000 : 1 };
        };
        const refused: Disturbance =
          refusal === undefined
            ? disturbance
            : {
                ...disturbance,
                repository: (one) => {
                  const inner = disturbance.repository?.(one) ?? one;
                  return refusing(inner, refusal, () => hasMeasured);
                },
              };
        const request = { components: ['prompts/a'], environment: 'production', measure };
        return { actor, guard: await world.guard(request, refused) };
      }
    }
  } catch (error) {
    return { actor, code: toTagshipErrors(error)[0]?.code ?? '' };
  }
}

/** What a gate may fail with; one that cannot read the tag at its end gives no verdict. */
const MAY_END_WITH = ['rollback-impossible', 'tag-held', 'gate-breached', 'rolled-back', 'git-unreachable'];

/** Who went back from where, and whether that was right, by who moved the tag there. */
async function backProblems(world: World, endings: readonly Ending[]): Promise<string[]> {
  const links = await readChain(world.repository);
  const moved = world.repository.moves.filter(({ ref }) => ref === REF);
  const back = new Set(
    links.flatMap(({ events }) =>
      events.flatMap((one) =>
        // Who holds moved no tag.
        one.get('Event') === 'moved' && one.get('Move') === 'rollback' ? [one.get('Tag') ?? ''] : [],
      ),
    ),
  );
  const judged = endings.flatMap((one) => ('guard' in one ? one.guard.gates : []));
  return [
    // A rollback leaves what somebody put there, never what another rollback did.
    ...moved.flatMap(({ from, to }) =>
      back.has(to ?? '') && back.has(from ?? '') && from !== to ? [`${from} was rolled back, and is a rollback`] : [],
    ),
    // What a gate goes back from is what it judged: the version of its own look, and nobody's newer one.
    ...judged.flatMap(({ rolledBackTo, version, verdict }) =>
      rolledBackTo !== undefined && (verdict !== 'breached' || rolledBackTo === version)
        ? [`a gate that found ${version} ${verdict} went back to ${rolledBackTo}`]
        : [],
    ),
    ...endings.flatMap((one) => {
      const codes = 'guard' in one ? one.guard.failures.map(({ code }) => code) : 'code' in one ? [one.code] : [];
      return codes.filter((code) => !MAY_END_WITH.includes(code)).map((code) => `${one.actor.by} ended with ${code}`);
    }),
  ];
}

/** Lets all of them act at once; a deterministic scheduler decides whose request goes next, and when it is answered. */
async function together({ refusal, actors }: Scene, numRuns: number): Promise<Ending[]> {
  const all: Ending[] = [];
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), actors, async (scheduler, drawn) => {
      const fallbacks = { 'on-no-data': 'keep', 'on-error': 'keep', 'on-inconclusive': 'keep' } as const;
      const world = new World(['prompts/a'], { config: gated(fallbacks) });
      for (const one of ['v1.1.0', 'v1.0.0', 'v1.2.0'] as const) {
        world.advance(1);
        await world.promote({ patterns: ['prompts/a'], environment: 'production', source: { version: one } });
      }
      const step = async <T>(effect: () => Promise<T>): Promise<T> => {
        await scheduler.schedule(Promise.resolve());
        const answer = await effect();
        await scheduler.schedule(Promise.resolve());
        return answer;
      };
      const disturbance: Disturbance = {
        repository: (one) => ({
          ...repositoryAround(one, (effect) => effect()),
          refs: (prefixes, names) => step(() => one.refs(prefixes, names)),
          tips: (names) => step(() => one.tips(names)),
          push: (updates, objects) => step(() => one.push(updates, objects)),
        }),
        kv: (one) => kvAround(one, step),
      };
      const runs: Promise<Ending>[] = [];
      const crowd = (async () => {
        for (const actor of drawn) {
          await scheduler.schedule(Promise.resolve());
          world.advance(1);
          runs.push(act(world, actor, disturbance, refusal));
        }
      })();
      await scheduler.waitFor(crowd);
      const endings = await scheduler.waitFor(Promise.all(runs));
      all.push(...endings);
      if (refusal !== undefined && refusal !== 'tags') {
        // What only KV remembers is told the ledger by the next run.
        await world.run('prompts/a', 'production');
      }
      expect([...(await disagreements(world)), ...(await backProblems(world, endings))]).toEqual([]);
    }),
    { numRuns: examples(numRuns) },
  );
  return all;
}

function rolledBack(endings: readonly Ending[]): number {
  return endings.filter((one) => 'guard' in one && one.guard.gates.some((gate) => gate.rolledBackTo !== undefined))
    .length;
}

describe('a gate that breaches while somebody moves the tag and another gate or a rollback goes back as well', () => {
  test('leaves KV and the ledger as the tags say, and nothing goes back twice', async () => {
    const endings = await together({ refusal: undefined, actors: threeAtOnce }, 150);
    const gates = endings.flatMap((one) => ('guard' in one ? one.guard.gates : []));
    expect(gates.filter(({ verdict }) => verdict === 'superseded').length).toBeGreaterThan(examples(10));
    expect(rolledBack(endings)).toBeGreaterThan(examples(10));
  });

  test.each(['tags', 'pushes', 'denied', 'unreachable', 'lost'] as const)(
    'leaves them so, and what is held, where Git refuses the gate: %s',
    async (refusal) => {
      const endings = await together({ refusal, actors: threeAtOnce }, 80);
      expect(rolledBack(endings)).toBeGreaterThan(examples(10));
    },
  );
});
