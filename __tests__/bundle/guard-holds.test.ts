import { beforeEach, describe, expect, test } from '@jest/globals';
import { PRODUCTION_NAMESPACE, type RunOptions, type RunResult } from '../../sandbox/index.ts';
import { deployTag, indexOf, stored } from '../support/deploy.ts';
import { laboratory } from '../support/laboratory.ts';
import {
  codesOf,
  dispatch,
  entryOf,
  expectSoundLedger,
  fetchTags,
  LEDGER,
  ledgerGit,
  publish,
  refsOf,
  subjects,
} from '../support/moves.ts';

const lab = laboratory('guard-holds');
const ID = 'prompts/extraction';
const OTHER = 'prompts/summary';
const PRODUCTION = `components/${ID}/production`;
const ENTRY = `production/components/${ID}`;

beforeEach(async () => {
  lab.sandbox.traffic.clear();
  await publish(lab.repository, ID, 'v1.0.0', 'v1.1.0', 'v1.2.0');
  await publish(lab.repository, OTHER, 'v1.0.0', 'v1.1.0');
  await run('promote', { components: 'prompts/*', version: 'v1.0.0' });
  await run('promote', { components: 'prompts/*', version: 'v1.1.0' });
  lab.sandbox.traffic.rate = 0.2;
  lab.sandbox.clearRequests();
});

async function run(
  command: string,
  inputs: Record<string, string | null>,
  options: Partial<RunOptions> = {},
): Promise<RunResult> {
  const places = { components: ID, environment: 'production' };
  return await dispatch(lab.sandbox, lab.repository, command, { ...places, ...inputs }, options);
}

/** A gate of one URL that breaches at its first look. */
async function guard(options: Partial<RunOptions> = {}, inputs: Record<string, string | null> = {}): Promise<RunResult> {
  return await run(
    'guard',
    {
      'metric-url': `${lab.sandbox.metricsUrl}/rate`,
      threshold: '0.05',
      'initial-delay': '0s',
      interval: '100ms',
      ...inputs,
    },
    options,
  );
}

async function inKv(key = `${ID}@production`): Promise<{ text: string; metadata: Record<string, unknown> }> {
  const found = await stored(lab.sandbox, key);
  return { text: found?.bytes.toString() ?? '', metadata: found?.metadata ?? {} };
}

async function tagObject(): Promise<string> {
  return await ledgerGit(lab.repository, 'rev-parse', `refs/tags/${PRODUCTION}`);
}

/** KV has the version back, and says why; the tag is where it was. */
async function expectHeld(before: string): Promise<void> {
  expect(await tagObject()).toBe(before);
  const { text, metadata } = await inKv();
  expect(text).toBe(`${ID} v1.0.0`);
  expect(metadata).toMatchObject({ version: 'v1.0.0', hold: before });
  expect(await indexOf(lab.sandbox)).toMatchObject({ [ID]: { production: 'v1.0.0' } });
}

describe('where the tag must not be moved', () => {
  test('KV is restored all the same, the ledger holds it there, and the error says what to grant', async () => {
    const before = await tagObject();
    await lab.repository.protect([`refs/tags/${PRODUCTION}`], { update: true });
    const guarded = await guard();
    console.log(guarded.stdout);
    expect(codesOf(guarded)).toEqual(['tag-held']);
    expect(guarded.exitCode).toBe(1);
    await expectHeld(before);
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({
      move: 'rollback',
      status: 'held',
      version: 'v1.0.0',
      tag: before,
      previous: 'v1.1.0',
      quarantined: ['v1.1.0'],
    });
    console.log(await subjects(lab.repository), await inKv(), guarded.outputs, guarded.summary);
    await expectSoundLedger(lab.repository);
  });

  test('nor the ledger be written, the metadata of the key remembers the hold, and the next run tells the ledger', async () => {
    const before = await tagObject();
    const guarded = await guard({}, { 'github-token': lab.sandbox.readOnlyToken });
    console.log(guarded.stdout);
    expect(codesOf(guarded)).toEqual(['tag-held']);
    await expectHeld(before);
    expect((await inKv()).metadata).not.toHaveProperty('seq');
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({ status: 'deployed', version: 'v1.1.0' });

    await fetchTags(lab.repository);
    const again = await deployTag(lab.sandbox, lab.repository, PRODUCTION);
    expect(again.exitCode).toBe(0);
    await expectHeld(before);
    expect((await inKv()).metadata).toHaveProperty('seq');
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({ status: 'held', version: 'v1.0.0' });
    await expectSoundLedger(lab.repository);
  });

  test.each(['refuse', 'stall'] as const)('since the Git server is gone (%s), KV is restored from what is known', async (fault) => {
    const before = await tagObject();
    lab.sandbox.faults.add({
      when: ({ service, n }) => service === 'git' && lab.sandbox.requests.some((one) => one.service === 'metrics' && one.n < n),
      fault,
      times: Number.POSITIVE_INFINITY,
    });
    const guarded = await guard();
    console.log(guarded.stdout, guarded.durationMs);
    lab.sandbox.faults.clear();
    expect(codesOf(guarded)).toEqual(['tag-held']);
    await expectHeld(before);
  }, 90_000);
});
