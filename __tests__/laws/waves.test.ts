import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Repository } from '../../src/ports/repository.ts';
import { disagreements } from '../support/agreement.ts';
import { entriesIn, readTip } from '../support/chain.ts';
import { REFUSALS, refusing } from '../support/disturb.ts';
import { examples } from '../support/lane.ts';
import { type Ended, GOOD, GROUP, ID, type Looks, WAVES, WaveWorld } from '../support/wave-world.ts';
import { type Environment, VERSIONS, type Version } from '../support/world.ts';

/**
 * Laws of groups, for any sequence of promotions into the group or one environment, rollbacks of both and moves by hand, with
 * whatever the gates see. What has to be true is told by refs, ledger and KV.
 */

const looks = fc.array(fc.constantFrom('good' as const, 'good' as const, 'bad' as const, 'none' as const), {
  minLength: 1,
  maxLength: 3,
});
const version = fc.constantFrom(...VERSIONS);
const environment = fc.constantFrom(...WAVES);

type Turn =
  | { readonly kind: 'group'; readonly version: Version; readonly looks: Looks }
  | { readonly kind: 'one'; readonly version: Version; readonly environment: Environment }
  | { readonly kind: 'back'; readonly environment: string }
  | { readonly kind: 'hand'; readonly version: Version; readonly environment: Environment };

const turn: fc.Arbitrary<Turn> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('group' as const),
      version,
      looks: fc.record({ staging: looks, production: looks }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('one' as const), version, environment }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('back' as const), environment: fc.constantFrom(GROUP, ...WAVES) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('hand' as const), version, environment }) },
);

const tally = new Map<string, number>();

function count(what: string): void {
  tally.set(what, (tally.get(what) ?? 0) + 1);
}

/** Codes with which a run may end that did nothing. */
const REFUSED = ['version-quarantined', 'rollback-impossible', 'version-current', 'tag-missing', 'version-unknown'];

async function act(world: WaveWorld, one: Turn, onBreach: 'rollback' | 'hold'): Promise<void> {
  world.advance(120);
  switch (one.kind) {
    case 'hand':
      world.move(ID, one.environment, one.version);
      await world.run(ID, one.environment);
      return;
    case 'one':
      await world.put(one.version, GOOD, {}, one.environment);
      return;
    case 'back': {
      const first = world.where().staging;
      const { codes } = await world.back(one.environment);
      if (one.environment === GROUP && codes.length === 0 && first !== undefined) {
        count('rolled back');
      }
      expect(codes.filter((code) => !REFUSED.includes(code))).toEqual([]);
      return;
    }
    case 'group': {
      const before = world.tags();
      await judge(world, one, onBreach, before, await world.put(one.version, one.looks));
    }
  }
}

async function judge(
  world: WaveWorld,
  { version: wanted }: Extract<Turn, { kind: 'group' }>,
  onBreach: 'rollback' | 'hold',
  before: ReadonlyMap<string, string>,
  { report, codes }: Ended,
): Promise<void> {
  if (report === undefined) {
    expect(codes.filter((code) => !REFUSED.includes(code))).toEqual([]);
    expect(world.tags()).toEqual(before);
    count('refused');
    return;
  }
  const where = world.where();
  const [first, second] = report.waves;
  const verdicts = report.waves.flatMap(({ places }) => places.map(({ verdict }) => verdict));
  if (codes.length === 0) {
    // All of it is there and judged, or nobody may touch what was put there to repair something.
    expect(where).toEqual({ staging: wanted, production: wanted });
    count('everywhere');
  }
  if (codes.includes('rolled-back')) {
    count('taken back');
    const entries = await entriesIn(world.repository, await readTip(world.repository));
    for (const place of WAVES) {
      const isNamed = codes.includes('rollback-impossible');
      expect([place, isNamed || where[place] !== wanted]).toEqual([place, true]);
    }
    expect(WAVES.some((place) => entries.get(`${ID}@${place}`)?.quarantined.includes(wanted))).toBe(true);
    expect(onBreach).toBe('rollback');
  }
  if (onBreach === 'hold') {
    expect(report.rolledBack).toBe(false);
  }
  // A wave that did not let the version pass has none behind it that got it now.
  if (first?.outcome === 'stopped') {
    count('stopped in the first wave');
    expect(['waiting', 'there']).toContain(second?.places[0]?.state);
    expect(world.tags().get(`${ID}@production`)).toBe(before.get(`${ID}@production`));
  }
  if (verdicts.includes('breached') && onBreach === 'rollback' && codes.every((code) => code === 'rolled-back')) {
    expect(Object.values(where)).not.toContain(wanted);
  }
}

describe.each(['rollback', 'hold'] as const)('with `on-breach: %s`', (onBreach) => {
  test('a breach leaves no wave on the version unless it holds, and tags, ledger and KV agree', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 2, maxLength: 7 }), async (turns) => {
        const world = new WaveWorld(onBreach);
        expect((await world.put('v1.0.0', GOOD)).codes).toEqual([]);
        for (const one of turns) {
          await act(world, one, onBreach);
          expect(await disagreements(world)).toEqual([]);
        }
      }),
      { numRuns: examples(160) },
    );
  });
});

test.each(REFUSALS)('a breach restores KV in every wave where the server refuses (%s)', async (refusal) => {
  const world = new WaveWorld();
  expect((await world.put('v1.0.0', GOOD)).codes).toEqual([]);
  world.advance(120);
  let isOn = false;
  const looks: Looks = { staging: ['good'], production: ['bad'] };
  const disturbance = {
    repository: (one: Repository) => refusing(one, refusal, () => isOn),
    onMeasure: (place: string) => {
      isOn ||= place === 'production';
    },
  };
  const { report, codes } = await world.put('v1.1.0', looks, disturbance);
  expect(codes).toEqual(['tag-held']);
  const back = report?.waves.flatMap(({ places }) => places.map((one) => [one.rolledBackTo, one.held !== undefined]));
  expect(back).toEqual([
    ['v1.0.0', true],
    ['v1.0.0', true],
  ]);
  for (const place of WAVES) {
    expect([place, world.stored().get(`${ID}@${place}`)]).toEqual([place, `${ID} v1.0.0`]);
  }
  // The next runs record what only KV remembers, and then all agree.
  for (const place of WAVES) {
    await world.run(ID, place);
  }
  expect(await disagreements(world)).toEqual([]);
  const entries = await entriesIn(world.repository, await readTip(world.repository));
  for (const place of WAVES) {
    expect(entries.get(`${ID}@${place}`)).toMatchObject({ version: 'v1.0.0', quarantined: ['v1.1.0'] });
  }
});

test('of what is held against these laws, all happened', () => {
  expect([...tally.keys()].sort()).toEqual(
    ['everywhere', 'refused', 'rolled back', 'stopped in the first wave', 'taken back'].sort(),
  );
});
