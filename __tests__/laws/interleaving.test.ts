import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { KvStore } from '../../src/ports/kv.ts';
import type { Repository } from '../../src/ports/repository.ts';
import {
  ignoringUnsuccessful,
  Killed,
  killAt,
  kvAround,
  repositoryAround,
  skippingOnRead,
  withoutSecondRead,
} from '../support/disturb.ts';
import type { KvFaults } from '../support/fakes/kv.ts';
import { VERSIONS, type Version, World } from '../support/world.ts';

const COMPONENTS = ['prompts/a', 'prompts/b'] as const;

/** Somebody moves a tag, and the push starts a run. */
interface Move {
  readonly component: (typeof COMPONENTS)[number];
  readonly environment: 'production' | 'staging';
  readonly version: Version;
}

/** What a run is made of; the laws replace parts by broken ones. */
interface Variant {
  readonly repository: (repository: Repository) => Repository;
  readonly kv: (kv: KvStore) => KvStore;
}

const sound: Variant = { repository: (one) => one, kv: (one) => one };

const move = (components: readonly Move['component'][]): fc.Arbitrary<Move> =>
  fc.record({
    component: fc.constantFrom(...components),
    environment: fc.constantFrom('production' as const, 'staging' as const),
    version: fc.constantFrom(...VERSIONS),
  });

/** Stale reads and writes of which some keys fail, both decided by numbers that the property draws. */
function faultsFrom(stale: readonly number[], failing: readonly boolean[]): KvFaults {
  let reads = 0;
  let writes = 0;
  return {
    staleness: () => stale[reads++ % Math.max(1, stale.length)] ?? 0,
    unsuccessful: (keys) => (failing[writes++] === true ? keys.filter((_, i) => i % 2 === 0) : []),
  };
}

/**
 * Runs the property: tags move while runs are under way, each move starts a run, and a deterministic scheduler decides
 * which call of which run goes next, and separately when its answer arrives.
 */
async function check(components: readonly Move['component'][], variant: Variant, numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(move(components), { minLength: 2, maxLength: 4 }),
      fc.array(fc.nat(3), { maxLength: 6 }),
      fc.array(fc.boolean(), { maxLength: 3 }),
      async (scheduler, moves, stale, failing) => {
        const world = new World(components, faultsFrom(stale, failing));
        const step = async <T>(effect: () => Promise<T>): Promise<T> => {
          await scheduler.schedule(Promise.resolve());
          const answer = await effect();
          await scheduler.schedule(Promise.resolve());
          return answer;
        };
        const runs: Promise<unknown>[] = [];
        const mover = (async () => {
          for (const { component, environment, version } of moves) {
            await scheduler.schedule(Promise.resolve());
            world.move(component, environment, version);
            runs.push(
              world.run(component, environment, {
                // Objects never change, so only the listing is worth a turn of the scheduler.
                repository: (one) => {
                  const inner = variant.repository(one);
                  return {
                    ...repositoryAround(inner, (effect) => effect()),
                    refs: (prefixes) => step(() => inner.refs(prefixes)),
                    tips: (names) => step(() => inner.tips(names)),
                    push: (updates, objects) => step(() => inner.push(updates, objects)),
                  };
                },
                kv: (one) => kvAround(variant.kv(one), step),
              }),
            );
          }
        })();
        await scheduler.waitFor(mover);
        await scheduler.waitFor(Promise.all(runs));
        expect(world.differences()).toEqual([]);
      },
    ),
    { numRuns, seed: Number(process.env.LAW_SEED ?? 20261121) },
  );
}

describe('whatever the order in which the calls of several runs happen, KV ends equal to the tags', () => {
  test('when one tag moves while a run of it is under way', async () => {
    await check(['prompts/a'], sound, 400);
  });

  test('when two components share the namespace and its index', async () => {
    await check([...COMPONENTS], sound, 400);
  });

  test.each<[string, Variant]>([
    ['does not read the tags a second time', { ...sound, repository: withoutSecondRead }],
    ['ignores `unsuccessful_keys`', { ...sound, kv: ignoringUnsuccessful }],
    ['skips a write because a read says it is done', { ...sound, kv: skippingOnRead }],
  ])('and a run that %s is caught', async (_, variant) => {
    const failure: unknown = await check([...COMPONENTS], variant, 400).catch((error: unknown) => error);
    // Caught by what KV holds, and not because the variant fell over.
    const cause = failure instanceof Error ? failure.cause : undefined;
    expect(cause instanceof Error ? cause.message : '').toMatch(/the tags? says? /);
  });
});

describe('a run that is killed at any call', () => {
  const KILLS = ['before', 'after'] as const;

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
    const { around, calls } = killAt(at, when);
    await world
      .run('prompts/a', 'production', {
        repository: (one) => repositoryAround(one, around),
        kv: (one) => kvAround(one, around),
      })
      .catch((error: unknown) => {
        if (!(error instanceof Killed)) {
          throw error;
        }
      });
    world.move('prompts/a', 'production', next);
    await world.run('prompts/a', 'production');
    return { calls: calls(), world };
  }

  test('is made good by the next run of the same tag', async () => {
    const { calls } = await killed(Number.POSITIVE_INFINITY, 'before', 'v1.1.0');
    expect(calls).toBeGreaterThan(10);
    for (let at = 1; at <= calls; at++) {
      for (const when of KILLS) {
        for (const next of VERSIONS) {
          const { world } = await killed(at, when, next);
          expect([at, when, next, world.differences()]).toEqual([at, when, next, []]);
        }
      }
    }
  });
});
