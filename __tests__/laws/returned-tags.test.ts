import { beforeEach, describe, expect, test } from '@jest/globals';
import type { RunReport } from '../../src/commands/report.ts';
import type { Check } from '../../src/domain/version-choice.ts';
import { toTagshipErrors } from '../../src/errors.ts';
import { type ChainEntry, entriesIn, readChain } from '../support/chain.ts';
import { World } from '../support/world.ts';

const A = 'prompts/a';
const TAG = `components/${A}/production`;
const PLACE = { patterns: [A], environment: 'production' };

let world: World;
/** The tag object that a rollback left. */
let left: string;

beforeEach(async () => {
  world = new World([A]);
  world.move(A, 'production', 'v1.0.0');
  await world.run(A, 'production');
  world.advance(60);
  world.move(A, 'production', 'v1.1.0');
  left = world.repository.objectOf(TAG) ?? '';
  await world.run(A, 'production');
  world.advance(60);
  await world.rollback({ ...PLACE, target: 'last-healthy' });
  world.advance(600);
  await world.reconcile();
});

async function codesOf(work: () => Promise<Pick<RunReport, 'failures'>>): Promise<string[]> {
  try {
    return (await work()).failures.map(({ code }) => code);
  } catch (error) {
    return toTagshipErrors(error).map(({ code }) => code);
  }
}

async function entry(): Promise<ChainEntry | undefined> {
  const chain = await readChain(world.repository);
  return (await entriesIn(world.repository, chain.at(-1))).get(`${A}@production`);
}

function runs(): unknown[] {
  const { version, hold } = world.metadata().get(`${A}@production`) ?? {};
  const index = JSON.parse(world.stored().get('component-versions') ?? '{}');
  return [world.stored().get(`${A}@production`), version, index[A]?.production, hold];
}

const HELD = (): unknown[] => [`${A} v1.0.0`, 'v1.0.0', 'v1.0.0', left];
const promote = (version: string, ...checks: Check[]) =>
  world.promote({ ...PLACE, source: { version } }, {}, new Set(checks));

describe('the very tag object that a rollback left', () => {
  test.each<[string, () => Promise<Pick<RunReport, 'failures' | 'notices'>>]>([
    ['in its own run', () => world.run(A, 'production')],
    [
      'in a deploy that somebody starts',
      () => world.deploy({ by: 'components', patterns: [A], environment: 'production' }),
    ],
    ['in a healing reconcile', () => world.reconcile()],
  ])('is held when an old clone pushes it again, %s', async (_, work) => {
    world.repository.setTag(TAG, left);
    const report = await work();
    expect(report.failures).toMatchObject([
      { code: 'tag-held', what: expect.stringContaining('the very object again that a rollback of v1.1.0 left') },
    ]);
    expect(report.failures[0]?.remedy).toMatch(/`version: v1\.0\.0`.*`override: quarantine`/);
    expect(runs()).toEqual(HELD());
    expect(await entry()).toMatchObject({ status: 'held', version: 'v1.0.0', tag: left, quarantined: ['v1.1.0'] });
    // Nothing is told twice, and nothing drifts.
    const chain = await readChain(world.repository);
    world.advance(600);
    expect((await world.reconcile()).drift).toBe(0);
    expect(await codesOf(() => world.run(A, 'production'))).toEqual(['tag-held']);
    expect([await readChain(world.repository), runs()]).toEqual([chain, HELD()]);
  });

  test('is held in the index that another run writes', async () => {
    world.repository.setTag(TAG, left);
    world.move(A, 'staging', 'v1.2.0');
    await world.run(A, 'staging');
    expect(runs().slice(0, 3)).toEqual([`${A} v1.0.0`, 'v1.0.0', 'v1.0.0']);
  });

  test('keeps its hold through its deletion, and begins it after one', async () => {
    world.repository.setTag(TAG, left);
    await codesOf(() => world.run(A, 'production'));
    world.remove(A, 'production');
    await world.run(A, 'production');
    await world.reconcile({ prune: true });
    expect(world.stored().get(`${A}@production`)).toBe(`${A} v1.0.0`);
    await world.rollback({ ...PLACE, target: 'previous' }).catch(() => undefined);
    world.repository.setTag(TAG, left);
    expect(await codesOf(() => world.run(A, 'production'))).toEqual(['tag-held']);
    expect(runs()).toEqual(HELD());
  });

  test('comes back after its deletion, and is held', async () => {
    world.remove(A, 'production');
    await world.run(A, 'production');
    world.repository.setTag(TAG, left);
    expect(await codesOf(() => world.run(A, 'production'))).toEqual(['tag-held']);
    expect(runs()).toEqual(HELD());
  });

  test('is deployed as another object, with a warning, and that lifts the quarantine', async () => {
    world.move(A, 'production', 'v1.1.0');
    const report = await world.run(A, 'production');
    expect(report.failures).toEqual([]);
    expect(report.notices.map(({ message }) => message).join()).toContain('the quarantine is lifted');
    expect(runs()).toEqual([`${A} v1.1.0`, 'v1.1.0', 'v1.1.0', undefined]);
    expect(await entry()).toMatchObject({ quarantined: [], status: 'deployed' });
    // It is not what a rollback left any more.
    world.move(A, 'production', 'v1.0.0');
    await world.run(A, 'production');
    world.repository.setTag(TAG, left);
    expect(await codesOf(() => world.run(A, 'production'))).toEqual([]);
    expect(runs()[0]).toBe(`${A} v1.1.0`);
  });

  test.each<[string, () => Promise<unknown>, string, readonly string[]]>([
    ['a promotion back', () => promote('v1.0.0'), 'v1.0.0', ['v1.1.0']],
    ['a promotion of it, with an override', () => promote('v1.1.0', 'quarantine'), 'v1.1.0', []],
    [
      'a move to another object',
      async () => {
        world.move(A, 'production', 'v1.2.0');
        return await world.run(A, 'production');
      },
      'v1.2.0',
      ['v1.1.0'],
    ],
  ])('is free after %s', async (_, end, version, quarantined) => {
    world.repository.setTag(TAG, left);
    await codesOf(() => world.run(A, 'production'));
    world.advance(60);
    expect(await codesOf(() => promote('v1.1.0'))).toEqual(['version-quarantined']);
    await end();
    expect(runs()).toEqual([`${A} ${version}`, version, version, undefined]);
    expect(await entry()).toMatchObject({ version, quarantined, status: 'deployed' });
  });

  test('does not go back further when a rollback is asked for', async () => {
    world.repository.setTag(TAG, left);
    expect(await codesOf(() => world.rollback({ ...PLACE, target: 'last-healthy' }))).toEqual(['tag-held']);
    expect(runs()).toEqual(HELD());
    expect(await entry()).toMatchObject({ status: 'held', version: 'v1.0.0' });
  });
});
