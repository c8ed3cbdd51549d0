import { beforeEach, describe, expect, test } from '@jest/globals';
import type { RecordedRequest, RunOptions, RunResult } from '../../sandbox/index.ts';
import { deployTag, indexOf, stored } from '../support/deploy.ts';
import { laboratory } from '../support/laboratory.ts';
import {
  codesOf,
  dispatch,
  entryOf,
  expectSoundLedger,
  fetchTags,
  ledgerGit,
  publish,
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
async function guard(
  options: Partial<RunOptions> = {},
  inputs: Record<string, string | null> = {},
): Promise<RunResult> {
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

/** Makes the server refuse to move the environment tag, by a ruleset. */
async function protect(): Promise<void> {
  await lab.repository.protect([`refs/tags/${PRODUCTION}`], { update: true });
}

/** Two versions of a component of which only the first one has a workflow of this content; answers its tag. */
async function publishWithWorkflows(id: string): Promise<string> {
  await lab.repository.commit('old', { '.github/workflows/ci.yml': 'old', [`${id}.md`]: 'old' });
  await lab.repository.edgitTag(id, 'v1.0.0');
  await lab.repository.commit('new', { '.github/workflows/ci.yml': 'new', [`${id}.md`]: 'new' });
  await lab.repository.edgitTag(id, 'v1.1.0');
  return `components/${id}/v1.0.0`;
}

/** Requests to Git that come after the measurement. */
function afterMeasuring({ service, n }: RecordedRequest): boolean {
  return service === 'git' && lab.sandbox.requests.some((one) => one.service === 'metrics' && one.n < n);
}

/** A hold as a refused rollback leaves it. */
async function held(): Promise<string> {
  const before = await tagObject();
  const lift = await lab.repository.limitRefs(1);
  expect(codesOf(await guard())).toEqual(['tag-held']);
  await expectHeld(before);
  await lift();
  await fetchTags(lab.repository);
  lab.sandbox.clearRequests();
  return before;
}

describe('where the tag cannot be moved', () => {
  test('KV is restored all the same, the ledger holds it there, and the error says what to grant', async () => {
    const before = await tagObject();
    await protect();
    const run = await guard();
    expect(run.exitCode).toBe(1);
    expect(codesOf(run)).toEqual(['tag-held']);
    const said = run.annotations.find(({ level }) => level === 'error')?.message ?? '';
    expect(said).toContain('KV has v1.0.0 again');
    expect(said).toContain('Exempt environment tags');
    expect(run.outputs).toMatchObject({ verdict: 'breached', 'rolled-back': 'true', version: 'v1.0.0' });
    await expectHeld(before);
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({
      move: 'rollback',
      status: 'held',
      version: 'v1.0.0',
      tag: before,
      previous: 'v1.1.0',
      quarantined: ['v1.1.0'],
    });
    expect((await inKv()).metadata.seq).toBe((await entryOf(lab.repository, ENTRY)).seq);
    expect((await subjects(lab.repository)).at(-1)).toBe(`Hold ${ID} v1.0.0 in production`);
    const [issue] = lab.sandbox.github.issues(lab.repository.name);
    expect(issue?.body).toContain('could not be moved');
    await expectSoundLedger(lab.repository);
  });

  test('since its commit brings workflow files, the error says which token could', async () => {
    const id = 'prompts/with-workflow';
    const tag = await publishWithWorkflows(id);
    await run('promote', { components: id, version: 'v1.0.0' });
    await run('promote', { components: id, version: 'v1.1.0' });
    // Now nothing but the history has that workflow.
    await lab.repository.deleteTag(tag);
    await lab.repository.refuseWorkflows();
    const guarded = await guard({}, { components: id });
    expect(codesOf(guarded)).toEqual(['tag-held']);
    expect(guarded.annotations.at(-1)?.message).toContain('workflows: write');
    const { text, metadata } = await inKv(`${id}@production`);
    expect([text, metadata.version]).toEqual(['old', 'v1.0.0']);
    expect(await entryOf(lab.repository, `production/components/${id}`)).toMatchObject({ status: 'held' });
    await expectSoundLedger(lab.repository);
  });

  test('nor the ledger written, the key remembers the hold, and the next run tells the ledger', async () => {
    const before = await tagObject();
    const run = await guard({}, { 'github-token': lab.sandbox.readOnlyToken });
    expect(codesOf(run)).toEqual(['tag-held']);
    expect(run.annotations.map(({ message }) => message).join()).toContain('contents: write');
    await expectHeld(before);
    expect((await inKv()).metadata).not.toHaveProperty('seq');
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({ status: 'deployed', version: 'v1.1.0' });

    // A run that cannot tell the ledger either leaves KV alone.
    await fetchTags(lab.repository);
    const options = { inputs: { 'github-token': lab.sandbox.readOnlyToken } };
    expect(codesOf(await deployTag(lab.sandbox, lab.repository, PRODUCTION, options))).toEqual(['tag-held']);
    await expectHeld(before);

    expect((await deployTag(lab.sandbox, lab.repository, PRODUCTION)).exitCode).toBe(0);
    await expectHeld(before);
    expect((await inKv()).metadata).toHaveProperty('seq');
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({
      status: 'held',
      version: 'v1.0.0',
      quarantined: ['v1.1.0'],
    });
    await expectSoundLedger(lab.repository);
  });

  test.each(['refuse', 'stall'] as const)(
    'since the Git server is gone (%s), KV is restored from what is known',
    async (fault) => {
      const before = await tagObject();
      lab.sandbox.faults.add({ when: afterMeasuring, fault, times: Number.POSITIVE_INFINITY });
      const run = await guard();
      lab.sandbox.faults.clear();
      expect(codesOf(run)).toEqual(['tag-held']);
      await expectHeld(before);
      expect((await inKv()).metadata).not.toHaveProperty('seq');
    },
    90_000,
  );

  test('but the push had landed and only the answer never came, it is a rollback like any other', async () => {
    const before = await tagObject();
    lab.sandbox.faults.add({ when: { operation: 'git push' }, fault: 'stall-carried-out' });
    const run = await guard();
    expect(codesOf(run)).toEqual(['rolled-back']);
    expect(await tagObject()).not.toBe(before);
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({
      move: 'rollback',
      status: 'deployed',
      version: 'v1.0.0',
    });
    expect((await inKv()).text).toBe(`${ID} v1.0.0`);
    expect((await inKv()).metadata).not.toHaveProperty('hold');
    await expectSoundLedger(lab.repository);
  }, 300_000);

  test('and somebody moves it in between, nothing is held', async () => {
    await protect();
    const object = await ledgerGit(lab.repository, 'rev-parse', `refs/tags/components/${ID}/v1.2.0`);
    const undo = lab.sandbox.after(async ({ operation }) => {
      if (operation === 'git push') {
        undo();
        await ledgerGit(lab.repository, 'update-ref', `refs/tags/${PRODUCTION}`, object);
      }
    });
    const kv = await inKv();
    const run = await guard();
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ verdict: 'superseded', 'rolled-back': 'false' });
    expect(await inKv()).toEqual(kv);
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({ status: 'deployed', version: 'v1.1.0' });
  });
});

describe('a hold', () => {
  test('is respected by a deploy of its tag, and by moves of others, which the index shows beside it', async () => {
    const before = await held();
    expect((await deployTag(lab.sandbox, lab.repository, PRODUCTION)).exitCode).toBe(0);
    await expectHeld(before);

    lab.sandbox.clearRequests();
    const other = await run('rollback', { components: OTHER });
    expect(other.exitCode).toBe(0);
    expect(other.outputs).toMatchObject({ version: 'v1.0.0', 'rolled-back': 'true' });
    expect(
      lab.sandbox.requests.flatMap(({ operation, keys }) => (operation === 'kv bulk write' ? keys : [])),
    ).not.toContain(`${ID}@production`);
    await expectHeld(before);
    expect(await indexOf(lab.sandbox)).toEqual({ [ID]: { production: 'v1.0.0' }, [OTHER]: { production: 'v1.0.0' } });
    await expectSoundLedger(lab.repository);
  });

  test('is left alone by a gate, whatever it measures', async () => {
    const before = await held();
    const again = await guard();
    expect(codesOf(again)).toEqual(['gate-breached']);
    await expectHeld(before);
  });

  test('ends when the tag is moved by hand', async () => {
    await held();
    await lab.repository.edgitSet(ID, 'production', 'v1.2.0');
    expect((await deployTag(lab.sandbox, lab.repository, PRODUCTION)).exitCode).toBe(0);
    expect((await inKv()).text).toBe(`${ID} v1.2.0`);
    expect((await inKv()).metadata).not.toHaveProperty('hold');
    expect(await indexOf(lab.sandbox)).toMatchObject({ [ID]: { production: 'v1.2.0' } });
    await expectSoundLedger(lab.repository);
  });

  test('ends when another version is promoted', async () => {
    await held();
    expect((await run('promote', { version: 'v1.2.0' })).exitCode).toBe(0);
    expect((await inKv()).metadata).not.toHaveProperty('hold');
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({ status: 'deployed', version: 'v1.2.0' });
  });

  test('ends when the version under it is promoted with an override, and not without', async () => {
    const before = await held();
    expect(codesOf(await run('promote', { version: 'v1.1.0' }))).toEqual(['version-quarantined']);
    await expectHeld(before);
    const run2 = await run('promote', { version: 'v1.1.0', override: 'quarantine', reason: 'it was the metric' });
    expect(run2.exitCode).toBe(0);
    expect((await inKv()).text).toBe(`${ID} v1.1.0`);
    expect((await inKv()).metadata).not.toHaveProperty('hold');
    await expectSoundLedger(lab.repository);
  });
});
