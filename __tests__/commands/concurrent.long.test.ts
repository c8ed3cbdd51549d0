import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { RecordedRequest, RunResult } from '../../sandbox/index.ts';
import { deployTag, indexOf, stored, writes } from '../support/deploy.ts';
import { laboratory } from '../support/laboratory.ts';
import {
  codesOf,
  dispatch,
  entryOf,
  expectSoundLedger,
  LEDGER,
  ledgerGit,
  publish,
  refsOf,
  subjects,
} from '../support/moves.ts';

const lab = laboratory('concurrent');
const ID = 'prompts/extraction';
const PRODUCTION = `components/${ID}/production`;
const EIGHT = [2, 3, 4, 5, 6, 7, 8, 9];
const VERSIONS = EIGHT.map((n) => `v${n}.0.0`);

let remove: (() => void)[] = [];

beforeEach(() => {
  remove = [];
});

afterEach(() => {
  for (const hook of remove) hook();
});

/** Holds the first so many requests of a kind until all of them are there, so that what follows happens at once. */
function barrier(operation: string, count: number, meanwhile: () => Promise<unknown> = async () => undefined): void {
  const open = Promise.withResolvers<void>();
  let arrived = 0;
  const hold = async (request: RecordedRequest): Promise<void> => {
    if (request.operation !== operation || arrived === count) return;
    arrived += 1;
    if (arrived === count) {
      await meanwhile();
      open.resolve();
    }
    await open.promise;
  };
  remove.push(lab.sandbox.before(hold));
}

function promote(version: string, component = ID): Promise<RunResult> {
  const inputs = { components: component, environment: 'production', version };
  return dispatch(lab.sandbox, lab.repository, 'promote', inputs);
}

function rollback(): Promise<RunResult> {
  return dispatch(lab.sandbox, lab.repository, 'rollback', { components: ID, environment: 'production' });
}

function winnersOf(runs: readonly RunResult[]): RunResult[] {
  expect(runs.flatMap(codesOf)).toEqual([]);
  expect(runs.map(({ exitCode }) => exitCode)).toEqual(runs.map(() => 0));
  const losers = runs.filter(({ outputs }) => outputs.verdict === 'superseded');
  for (const { outputs, annotations } of losers) {
    expect([outputs.changed, outputs.keys]).toEqual(['false', '[]']);
    expect(annotations.map(({ message }) => message).join()).toContain(PRODUCTION);
  }
  return runs.filter((run) => !losers.includes(run));
}

/** Tag, entry, content and index all say the same of every component, and the ledger is a chain without a gap. */
async function expectAgreement(running: Readonly<Record<string, string>>): Promise<void> {
  const { sandbox, repository } = lab;
  for (const [component, version] of Object.entries(running)) {
    const tag = (await refsOf(repository))[`refs/tags/components/${component}/production`];
    expect(await entryOf(repository, `production/components/${component}`)).toMatchObject({
      version,
      tag,
      status: 'deployed',
    });
    const value = await stored(sandbox, `${component}@production`);
    expect(value?.bytes.toString()).toBe(`${component} ${version}`);
    expect(value?.metadata).toMatchObject({ version });
  }
  const index = Object.entries(running).map(([component, version]) => [component, { production: version }]);
  expect(await indexOf(sandbox)).toEqual(Object.fromEntries(index));
  await expectSoundLedger(repository);
}

/** The ledger's moves since it had so many commits. */
async function movesSince(count: number): Promise<string[]> {
  return (await subjects(lab.repository)).slice(count).filter((subject) => !subject.startsWith('Deployed '));
}

async function commits(): Promise<number> {
  return Number(await ledgerGit(lab.repository, 'rev-list', '--count', LEDGER));
}

describe('eight moves of one tag at once', () => {
  test.each([
    ['to eight versions', VERSIONS],
    ['to one version', VERSIONS.map(() => 'v2.0.0')],
  ])('%s: one wins, and the others touch nothing', async (_, versions) => {
    await publish(lab.repository, ID, 'v1.0.0', ...new Set(versions));
    await promote('v1.0.0');
    const count = await commits();
    lab.sandbox.clearRequests();
    barrier('git push', 8);
    const runs = await Promise.all(versions.map((version) => promote(version)));
    const [winner, ...more] = winnersOf(runs);
    expect(more).toEqual([]);
    const version = winner?.outputs.version ?? '';
    expect(versions).toContain(version);
    expect(winner?.outputs).toMatchObject({ changed: 'true', 'previous-version': 'v1.0.0' });
    expect(await movesSince(count)).toEqual([`Deploy ${ID} ${version} to production (was v1.0.0)`]);
    expect(await entryOf(lab.repository, `production/components/${ID}`)).toMatchObject({ previous: 'v1.0.0' });
    expect(writes(lab.sandbox.requests)).toHaveLength(1);
    await expectAgreement({ [ID]: version });
  });

  test('back: it goes back once, however often it was asked for', async () => {
    await publish(lab.repository, ID, 'v1.0.0', 'v2.0.0', 'v3.0.0');
    for (const version of ['v1.0.0', 'v2.0.0', 'v3.0.0']) await promote(version);
    const count = await commits();
    barrier('git push', 8);
    const runs = await Promise.all(EIGHT.map(rollback));
    const [winner, ...more] = winnersOf(runs);
    expect(more).toEqual([]);
    expect(winner?.outputs.version).toBe('v2.0.0');
    expect(runs.map(({ outputs }) => outputs['rolled-back']).sort()).toEqual([
      ...Array.from({ length: 7 }, () => 'false'),
      'true',
    ]);
    expect(await movesSince(count)).toEqual([`Roll back ${ID} to v2.0.0 in production (was v3.0.0)`]);
    expect(await entryOf(lab.repository, `production/components/${ID}`)).toMatchObject({
      move: 'rollback',
      previous: 'v3.0.0',
      quarantined: ['v3.0.0'],
    });
    await expectAgreement({ [ID]: 'v2.0.0' });
  });
});

test.each([
  ['with a ledger', true],
  ['without a ledger yet', false],
])(
  'eight moves of eight tags at once all land, %s',
  async (_, hasLedger) => {
    const components = EIGHT.map((n) => `prompts/p${n}`);
    for (const component of components) await publish(lab.repository, component, 'v1.0.0', 'v2.0.0');
    if (hasLedger) {
      await promote('v1.0.0', 'prompts/*');
    } else {
      for (const component of components) await lab.repository.edgitSet(component, 'production', 'v1.0.0');
    }
    const count = hasLedger ? await commits() : 1;
    barrier('git push', 8);
    const runs = await Promise.all(components.map((component) => promote('v2.0.0', component)));
    expect(runs.flatMap(codesOf)).toEqual([]);
    expect(runs.map(({ outputs }) => [outputs.verdict, outputs.version, outputs['previous-version']])).toEqual(
      components.map(() => ['', 'v2.0.0', 'v1.0.0']),
    );
    if (!hasLedger) expect((await subjects(lab.repository))[0]).toBe('Seed 8 components in production');
    expect((await movesSince(count)).sort()).toEqual(
      components.map((component) => `Deploy ${component} v2.0.0 to production (was v1.0.0)`),
    );
    for (const component of components) {
      expect(await entryOf(lab.repository, `production/components/${component}`)).toMatchObject({ previous: 'v1.0.0' });
    }
    await expectAgreement(Object.fromEntries(components.map((component) => [component, 'v2.0.0'])));
  },
  120_000,
);

test.each([
  ['with a ledger', true],
  ['without a ledger yet', false],
])('eight runs of one move by hand record it once, %s', async (_, hasLedger) => {
  const { sandbox, repository } = lab;
  await publish(repository, ID, 'v1.0.0', 'v2.0.0');
  if (hasLedger) await promote('v1.0.0');
  else await repository.edgitSet(ID, 'staging', 'v1.0.0');
  const tag = await repository.edgitSet(ID, 'production', 'v2.0.0');
  barrier('git push', 8);
  const runs = await Promise.all(EIGHT.map(() => deployTag(sandbox, repository, PRODUCTION)));
  expect(runs.flatMap(codesOf)).toEqual([]);
  expect(runs.flatMap(({ annotations }) => annotations)).toEqual([]);
  expect(await subjects(repository)).toEqual(
    hasLedger
      ? [
          `Deploy ${ID} v1.0.0 to production`,
          `Deployed ${ID} v1.0.0 to production`,
          `Deploy ${ID} v2.0.0 to production (was v1.0.0)`,
        ]
      : ['Seed 1 component in staging', `Deploy ${ID} v2.0.0 to production`],
  );
  expect(await entryOf(repository, `production/components/${ID}`)).toMatchObject({
    move: 'deploy',
    version: 'v2.0.0',
    tag,
    status: 'deployed',
    previous: hasLedger ? 'v1.0.0' : null,
  });
  expect((await stored(sandbox, `${ID}@production`))?.bytes.toString()).toBe(`${ID} v2.0.0`);
  await expectSoundLedger(repository);
});

describe('moves by hand among moves of Tagship', () => {
  test('a hand that is faster than four promotions supersedes them all', async () => {
    const { sandbox, repository } = lab;
    await publish(repository, ID, ...VERSIONS.slice(0, 6));
    await promote('v2.0.0');
    const count = await commits();
    barrier('git push', 4, () => repository.edgitSet(ID, 'production', 'v7.0.0'));
    const runs = await Promise.all(VERSIONS.slice(1, 5).map((version) => promote(version)));
    expect(winnersOf(runs)).toEqual([]);
    expect(await movesSince(count)).toEqual([]);
    const deploy = await deployTag(sandbox, repository, PRODUCTION);
    expect(deploy.outputs).toMatchObject({ version: 'v7.0.0', 'previous-version': 'v2.0.0', changed: 'true' });
    expect(await movesSince(count)).toEqual([`Deploy ${ID} v7.0.0 to production (was v2.0.0)`]);
    await expectAgreement({ [ID]: 'v7.0.0' });
  });

  test('three runs of a hand move and three promotions: the hand move is recorded once, one promotion lands', async () => {
    const { sandbox, repository } = lab;
    await publish(repository, ID, 'v1.0.0', ...VERSIONS.slice(0, 4));
    await promote('v1.0.0');
    const count = await commits();
    await repository.edgitSet(ID, 'production', 'v2.0.0');
    barrier('git push', 6);
    const deploys = [1, 2, 3].map(() => deployTag(sandbox, repository, PRODUCTION));
    const promotions = VERSIONS.slice(1, 4).map((version) => promote(version));
    expect((await Promise.all(deploys)).flatMap(codesOf)).toEqual([]);
    const [winner, ...more] = winnersOf(await Promise.all(promotions));
    expect(more).toEqual([]);
    const version = winner?.outputs.version ?? '';
    expect(await movesSince(count)).toEqual([
      `Deploy ${ID} v2.0.0 to production (was v1.0.0)`,
      `Deploy ${ID} ${version} to production (was v2.0.0)`,
    ]);
    await expectAgreement({ [ID]: version });
  });

  test('what a slow run of a hand move writes after a promotion does not stay', async () => {
    const { sandbox, repository } = lab;
    await publish(repository, ID, 'v1.0.0', 'v2.0.0', 'v3.0.0');
    await promote('v1.0.0');
    await repository.edgitSet(ID, 'production', 'v2.0.0');
    let promotion: RunResult | undefined;
    barrier('kv bulk write', 3, async () => {
      promotion = await promote('v3.0.0');
      expect((await stored(sandbox, `${ID}@production`))?.bytes.toString()).toBe(`${ID} v3.0.0`);
    });
    const deploys = await Promise.all([1, 2, 3].map(() => deployTag(sandbox, repository, PRODUCTION)));
    expect(promotion?.outputs).toMatchObject({ version: 'v3.0.0', 'previous-version': 'v2.0.0', verdict: '' });
    expect(deploys.flatMap(codesOf)).toEqual([]);
    expect(await movesSince(2)).toEqual([
      `Deploy ${ID} v2.0.0 to production (was v1.0.0)`,
      `Deploy ${ID} v3.0.0 to production (was v2.0.0)`,
    ]);
    await expectAgreement({ [ID]: 'v3.0.0' });
  });
});
