import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toTagshipErrors } from '../../src/errors.ts';
import { disagreements } from '../support/agreement.ts';
import { type Killed, killAt, kvAround, repositoryAround } from '../support/disturb.ts';
import { examples } from '../support/lane.ts';
import {
  type Disturbance,
  ENVIRONMENTS,
  type Environment,
  NAMESPACE,
  VERSIONS,
  type Version,
  World,
} from '../support/world.ts';

/**
 * Laws of `reconcile`: whatever happened to tags and keys, whether anybody ran or not, a healing run brings KV and the
 * ledger to the tags, and the next one writes nothing.
 */

const COMPONENTS = ['prompts/a', 'prompts/b', 'configs/c'] as const;

type Happening =
  | {
      readonly kind: 'move';
      readonly component: string;
      readonly environment: Environment;
      /** Undefined to delete the tag. */
      readonly version: Version | undefined;
      readonly shape: 'wrapping' | 'lightweight';
      /** Whether the push started a run. */
      readonly runs: boolean;
    }
  | {
      readonly kind: 'promote';
      readonly component: string;
      readonly environment: Environment;
      readonly version: Version;
    }
  | { readonly kind: 'rollback'; readonly component: string; readonly environment: Environment }
  | { readonly kind: 'edit' | 'drop' | 'bare' | 'forge'; readonly component: string; readonly slot: string };

const component = fc.constantFrom(...COMPONENTS);
const environment = fc.constantFrom(...ENVIRONMENTS);
const version = fc.constantFrom(...VERSIONS);
const place = { component, environment };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      ...place,
      version: fc.option(version, { nil: undefined, freq: 6 }),
      shape: fc.constantFrom('wrapping' as const, 'lightweight' as const),
      runs: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('promote' as const), ...place, version }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rollback' as const), ...place }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('edit' as const, 'drop' as const, 'bare' as const, 'forge' as const),
      component,
      slot: fc.constantFrom(...ENVIRONMENTS, ...VERSIONS, 'latest'),
    }),
  },
);

/** Why a command may do nothing. */
const POINTLESS = [
  'tag-missing',
  'rollback-impossible',
  'version-quarantined',
  'environment-unknown',
  'version-current',
];

async function happen(world: World, one: Happening): Promise<void> {
  world.advance(1);
  try {
    switch (one.kind) {
      case 'move':
        if (one.version === undefined) {
          world.remove(one.component, one.environment);
        } else {
          world.move(one.component, one.environment, one.version, one.shape);
        }
        if (one.runs) {
          await world.run(one.component, one.environment);
        }
        return;
      case 'promote':
        await world.promote({
          patterns: [one.component],
          environment: one.environment,
          source: { version: one.version },
        });
        return;
      case 'rollback':
        await world.rollback({ patterns: [one.component], environment: one.environment, target: 'previous' });
        return;
      default:
        await tamper(world, one.kind, `${one.component}@${one.slot}`);
    }
  } catch (error) {
    if (toTagshipErrors(error).some(({ code }) => !POINTLESS.includes(code))) {
      throw error;
    }
  }
}

/** Somebody works on KV by hand. */
async function tamper(world: World, how: 'edit' | 'drop' | 'bare' | 'forge', key: string): Promise<void> {
  const stored = world.kv.contents(NAMESPACE).get(key);
  // What belongs to nobody stays where nothing asks for it, and nothing may ask for `latest` any more.
  if (stored === undefined || (how === 'bare' && key.endsWith('@latest'))) {
    return;
  }
  const metadata = { ...(stored.metadata as object) };
  const value = Buffer.from('by hand');
  switch (how) {
    case 'drop':
      await world.kv.remove(NAMESPACE, [key]);
      return;
    case 'bare':
      await world.kv.write(NAMESPACE, [{ key, value, metadata: {} }]);
      return;
    case 'edit':
      // Without a trace in the metadata.
      await world.kv.write(NAMESPACE, [{ key, value, metadata }]);
      return;
    case 'forge':
      await world.kv.write(NAMESPACE, [{ key, value, metadata: { ...metadata, sha: '0'.repeat(40) } }]);
  }
}

const RUNS = examples(150);

/** Keys of ours that stand for a tag that is not there. */
function orphans(world: World): string[] {
  const tags = world.tags();
  return [...world.metadata()].flatMap(([key, { 'managed-by': owner }]) => {
    const [id = '', slot = ''] = key.split('@');
    const isTag = ENVIRONMENTS.some((one) => one === slot)
      ? tags.has(`${id}@${slot}`)
      : slot !== 'gone' && slot !== 'v9.9.9';
    return owner === undefined || isTag ? [] : [key];
  });
}

describe('whatever happened to tags and keys,', () => {
  test('a healing, pruning and deep run brings KV and the ledger to the tags, and the next one writes nothing', async () => {
    let healed = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(happening, { minLength: 1, maxLength: 14 }),
        async (lightweight, story) => {
          const world = new World([...COMPONENTS], { lightweight, config: { 'prune-limit': 1 } });
          for (const one of story) {
            await happen(world, one);
          }
          if (world.tags().size === 0) {
            return;
          }
          world.advance(600);
          const first = await world.reconcile({ prune: true, deep: true });
          expect(first.failures).toEqual([]);
          expect([...(await disagreements(world)), ...orphans(world)]).toEqual([]);
          healed += first.drift;

          world.advance(600);
          const second = await world.reconcile({ prune: true, deep: true });
          expect([second.drift, second.keys, second.changed, second.failures]).toEqual([0, [], false, []]);
          expect(await disagreements(world)).toEqual([]);
        },
      ),
      { numRuns: RUNS },
    );
    expect(healed).toBeGreaterThan(RUNS);
  });

  test('a run that only reports changes nothing, and counts what the healing one finds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 10 }), async (story) => {
        const world = new World([...COMPONENTS]);
        for (const one of story) {
          await happen(world, one);
        }
        world.advance(600);
        const before = [JSON.stringify([...world.kv.contents(NAMESPACE)]), world.repository.allRefs()];
        const report = await world.reconcile({ heal: false });
        expect([JSON.stringify([...world.kv.contents(NAMESPACE)]), world.repository.allRefs()]).toEqual(before);
        expect(report.failures.map(({ code }) => code)).toEqual(report.drift > 0 ? ['drift-remains'] : []);
        const healing = await world.reconcile();
        expect([healing.drift, healing.counts]).toEqual([report.drift, report.counts]);
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    );
  });
});

describe('a reconcile that dies', () => {
  test('at any request leaves what the next one brings to the tags', async () => {
    let kills = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { minLength: 3, maxLength: 8 }),
        fc.nat(60),
        fc.constantFrom('before' as const, 'after' as const),
        async (story, at, when) => {
          const world = new World([...COMPONENTS], { config: { 'prune-limit': 1 } });
          for (const one of story) {
            await happen(world, one);
          }
          if (world.tags().size === 0) {
            return;
          }
          const kill = killAt(at + 1, when);
          const disturbance: Disturbance = {
            repository: (one) => repositoryAround(one, kill.around),
            kv: (one) => kvAround(one, kill.around),
          };
          await world.reconcile({ prune: true }, disturbance).catch((error: Killed | Error) => {
            expect(error.name).toBe('Killed');
            kills += 1;
          });
          world.advance(600);
          const report = await world.reconcile({ prune: true, deep: true });
          expect(report.failures).toEqual([]);
          expect([...(await disagreements(world)), ...orphans(world)]).toEqual([]);
        },
      ),
      { numRuns: RUNS },
    );
    expect(kills).toBeGreaterThan(RUNS / 4);
  });
});

describe('while people move tags and their runs deploy,', () => {
  test('KV and the ledger end as the tags say', async () => {
    const move = fc.record({
      component,
      environment,
      version,
      shape: fc.constantFrom('wrapping' as const, 'lightweight' as const),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(happening, { maxLength: 5 }),
        fc.array(move, { minLength: 1, maxLength: 3 }),
        async (scheduler, story, moves) => {
          const world = new World([...COMPONENTS], { config: { 'prune-limit': 1 } });
          for (const one of story) {
            await happen(world, one);
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
          const runs: Promise<unknown>[] = [world.reconcile({ deep: true }, disturbance)];
          const crowd = (async () => {
            for (const one of moves) {
              await scheduler.schedule(Promise.resolve());
              world.advance(1);
              world.move(one.component, one.environment, one.version, one.shape);
              runs.push(world.run(one.component, one.environment, disturbance));
            }
          })();
          await scheduler.waitFor(crowd);
          await scheduler.waitFor(Promise.all(runs));
          expect(await disagreements(world)).toEqual([]);
        },
      ),
      { numRuns: RUNS },
    );
  });
});
