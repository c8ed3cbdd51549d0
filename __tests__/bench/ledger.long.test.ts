import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Row, report, tooDear } from '../../bench/ledger/report.ts';
import type { Sample } from '../../bench/ledger/sample.ts';
import type { Shape } from '../../bench/ledger/shape.ts';
import { history } from '../../bench/ledger/with-action.ts';
import { buildWorld, checkWorld, type World } from '../../bench/ledger/world.ts';
import { measure } from '../../bench/ledger.ts';
import { PRODUCTION_NAMESPACE, type Sandbox, STAGING_NAMESPACE, startSandbox } from '../../sandbox/index.ts';
import { expectSoundLedger, ledgerGit, subjects } from '../support/moves.ts';

const YOUNG: Shape = {
  title: 'young',
  repository: 'acme/young',
  components: 6,
  versions: 3,
  entries: 5,
  seeded: true,
};
const OLD: Shape = { ...YOUNG, title: 'old', repository: 'acme/old', entries: 36, seeded: false };

describe('the ledgers that are measured', () => {
  let sandbox: Sandbox;
  let worlds: World[];

  beforeAll(async () => {
    sandbox = await startSandbox();
    const namespaces = { production: PRODUCTION_NAMESPACE, staging: STAGING_NAMESPACE };
    worlds = [await buildWorld(sandbox, YOUNG, namespaces), await buildWorld(sandbox, OLD, namespaces)];
  });

  afterAll(async () => {
    await sandbox.close();
  });

  test('are as the action writes them, one commit an entry, and sound to Git', async () => {
    for (const world of worlds) {
      await checkWorld(world);
      await expectSoundLedger(world.repository);
      expect(await subjects(world.repository)).toHaveLength(world.shape.entries);
    }
  });

  test('name the environment tags as they stand', async () => {
    for (const { repository, subject } of worlds) {
      const entry = await ledgerGit(
        repository,
        'show',
        `refs/tagship/ledger:production/components/${subject.component}.json`,
      );
      const tag = await ledgerGit(repository, 'rev-parse', `refs/tags/components/${subject.component}/production`);
      expect(JSON.parse(entry)).toMatchObject({ tag, version: subject.versions[0] });
    }
  });

  test('tell what was without a list of the tags', async () => {
    for (const world of worlds) {
      const { gitRequests } = await history(sandbox, world, { environment: 'production' });
      expect(gitRequests).toBe(sandbox.requests.length);
      const listings = sandbox.requests.filter(({ operation }) => operation === 'git ls-refs');
      expect(listings).toHaveLength(1);
      expect(listings.filter(({ body }) => body.includes('refs/tags/'))).toEqual([]);
    }
  });

  test('are read only as far as they are asked for', async () => {
    const [, world] = worlds;
    const fetched = async (component?: string): Promise<number> => {
      await history(sandbox, world as World, component === undefined ? {} : { component });
      const fetches = sandbox.requests.filter(({ operation }) => operation === 'git fetch');
      return fetches.reduce((sum, { responseBytes }) => sum + responseBytes, 0);
    };
    // Of twelve entries two are of one component; an entry has some 250 bytes.
    expect((await fetched()) - (await fetched(world?.subject.component))).toBeGreaterThan(1500);
  });
});

test('every task is done in every repository, and as many requests are sent whatever the length of the ledger', async () => {
  const rows = await measure([YOUNG, OLD], 1, () => undefined);
  const own = rows.filter((row) => row.own);
  expect(own.map(({ name }) => name)).toEqual([
    '`history`, everything',
    '`history`, one environment',
    '`history`, one component',
    '`history`, one component in one environment',
    '`rollback`, one component',
  ]);
  for (const { samples } of own) {
    const [young, old] = samples;
    expect(young?.gitRequests).toBeGreaterThan(0);
    expect(old?.gitRequests).toBe(young?.gitRequests);
    expect(old?.kvRequests).toBe(young?.kvRequests);
  }
  expect(rows).toHaveLength(own.length + 2);
});

describe('a report', () => {
  const sample = (milliseconds: number): Sample => ({ milliseconds, gitRequests: 9, gitBytes: 28_400, kvRequests: 2 });
  const row = (own: boolean, ...times: number[]): Row => ({ name: '`history`', own, samples: times.map(sample) });

  test('shows every cost, and the long ledger as a multiple of each short one', () => {
    const text = report([row(true, 500, 1000, 1200)], ['small', 'young', 'old'], 7, 'Measured here.');
    expect(text).toContain('Measured here. Medians of 7 rounds');
    const cells = text
      .split('\n')
      .at(-1)
      ?.split('|')
      .map((cell) => cell.trim());
    const [half, one, more] = ['0.50', '1.00', '1.20'].map((time) => `${time} s, 9 + 2, 28 kB`);
    expect(cells).toEqual(['', '`history`', half, one, more, '× 2.40 and × 1.20', '']);
  });

  test('names a command that costs more than one and a half times as much only because the ledger is long', () => {
    expect(tooDear([row(true, 500, 1000, 1499)])).toEqual([]);
    expect(tooDear([row(false, 500, 500, 5000)])).toEqual([]);
    expect(tooDear([row(true, 900, 500, 800)])).toEqual(['`history`: 1.60 times as long, and 1.5 is the limit']);
  });
});
