import { beforeEach, describe, expect, test } from '@jest/globals';
import { PRODUCTION_NAMESPACE, type RunOptions, type RunResult } from '../../sandbox/index.ts';
import { deployTag, indexOf, stored, writes } from '../support/deploy.ts';
import { laboratory } from '../support/laboratory.ts';
import {
  codesOf,
  dispatch,
  entryOf,
  expectSoundLedger,
  kvOf,
  LEDGER,
  ledgerGit,
  publish,
  pushes,
  refsOf,
  subjects,
} from '../support/moves.ts';

const lab = laboratory('refused');
const ID = 'prompts/extraction';
const PRODUCTION = `components/${ID}/production`;
const ENTRY = `production/components/${ID}`;

/** Makes the server refuse something; answers how that ends, where it can. */
type Refuse = () => Promise<(() => Promise<void>) | undefined>;

beforeEach(async () => {
  await publish(lab.repository, ID, 'v1.0.0', 'v1.1.0');
  await publish(lab.repository, 'prompts/summary', 'v1.0.0', 'v1.1.0');
  const first = await promote('v1.0.0', { components: 'prompts/*' });
  expect(first.exitCode).toBe(0);
  lab.sandbox.clearRequests();
});

async function promote(version: string, inputs: Record<string, string> = {}): Promise<RunResult> {
  const places = { components: ID, environment: 'production', version };
  return await dispatch(lab.sandbox, lab.repository, 'promote', { ...places, ...inputs });
}

async function rollback(inputs: Record<string, string> = {}): Promise<RunResult> {
  const places = { components: ID, environment: 'production' };
  return await dispatch(lab.sandbox, lab.repository, 'rollback', { ...places, ...inputs });
}

/** A ruleset, and its end. */
async function protect(pattern: string, restriction: 'creation' | 'update'): ReturnType<Refuse> {
  await lab.repository.protect([pattern], { [restriction]: true });
  return undefined;
}

/** Makes sure that a refused move moved nothing, by halves neither, and that it said what to do. */
async function expectRefused(
  act: () => Promise<RunResult>,
  code: string,
  words: readonly (string | RegExp)[],
): Promise<void> {
  const [refs, kv] = [await refsOf(lab.repository), await kvOf(lab.sandbox)];
  lab.sandbox.clearRequests();
  const run = await act();
  expect(codesOf(run)).toEqual([code]);
  expect(run.exitCode).toBe(1);
  for (const word of words) {
    expect(run.annotations[0]?.message).toMatch(word);
  }
  expect(pushes(lab.sandbox.requests).length).toBeLessThanOrEqual(1);
  expect(writes(lab.sandbox.requests)).toEqual([]);
  expect(await refsOf(lab.repository)).toEqual(refs);
  expect(await kvOf(lab.sandbox)).toEqual(kv);
}

async function expectRuns(version: string): Promise<void> {
  expect((await stored(lab.sandbox, `${ID}@production`))?.bytes.toString()).toBe(`${ID} ${version}`);
  expect(await indexOf(lab.sandbox)).toMatchObject({ [ID]: { production: version } });
  expect(await entryOf(lab.repository, ENTRY)).toMatchObject({ version, status: 'deployed' });
  await expectSoundLedger(lab.repository);
}

describe('a move that the server refuses moves nothing and says what to do:', () => {
  test('a ruleset over environment tags', async () => {
    await protect('refs/tags/components/**/production', 'update');
    const words = [
      new RegExp(`refused \`refs/tags/${PRODUCTION}\`, so nothing was moved`),
      /Cannot update this protected ref/,
      /Exempt environment tags .* or make the actor of the token a bypass actor/,
    ];
    await expectRefused(() => promote('v1.1.0'), 'move-refused', words);
    await expectRefused(() => promote('v1.1.0', { components: 'prompts/*' }), 'move-refused', [
      /production.*production/,
    ]);
    // Another environment is not protected.
    expect((await promote('v1.1.0', { environment: 'staging' })).exitCode).toBe(0);
  });

  test('a ruleset over new tags', async () => {
    await protect('refs/tags/components/**/*', 'creation');
    await expectRefused(() => promote('v1.1.0', { environment: 'staging' }), 'move-refused', [
      /Cannot create ref due to creations being restricted/,
      /Exempt environment tags/,
    ]);
    expect((await promote('v1.1.0')).exitCode).toBe(0);
    await expectRuns('v1.1.0');
  });

  test('a protected branch with the ledger', async () => {
    await lab.repository.commit('policy', { '.github/tagship.yml': 'ledger: { ref: refs/heads/ledger }\n' });
    await ledgerGit(lab.repository, 'update-ref', 'refs/heads/ledger', LEDGER);
    await protect('refs/heads/ledger', 'update');
    await expectRefused(() => promote('v1.1.0'), 'move-refused', [
      /refused `refs\/heads\/ledger`/,
      /Let the token write the ledger.*bypass actor.*`ledger\.ref`/,
    ]);
  });

  test('workflow files that the token may not bring', async () => {
    const tag = 'components/prompts/summary/v1.2.0';
    await lab.repository.commit('old', { '.github/workflows/ci.yml': 'old', 'prompts/summary.md': 'old' });
    await lab.repository.edgitTag('prompts/summary', 'v1.2.0');
    await lab.repository.commit('new', { '.github/workflows/ci.yml': 'new', 'prompts/summary.md': 'new' });
    await lab.repository.edgitTag('prompts/summary', 'v1.3.0');
    const inputs = { components: 'prompts/summary' };
    await promote('v1.2.0', inputs);
    await promote('v1.3.0', inputs);
    // Now nothing but the history has that workflow.
    await lab.repository.deleteTag(tag);
    const lift = await lab.repository.refuseWorkflows();
    await expectRefused(() => rollback(inputs), 'move-refused', [
      /refusing to allow a GitHub App to create or update workflow `\.github\/workflows\/ci\.yml`/,
      /needs `workflows: write`.*`GITHUB_TOKEN` cannot be given that/,
    ]);
    await lift();
    expect((await rollback(inputs)).outputs).toMatchObject({ version: 'v1.2.0', 'rolled-back': 'true' });
    expect((await stored(lab.sandbox, 'prompts/summary@production'))?.bytes.toString()).toBe('old');
  });

  test('a policy that allows fewer refs in one push; fewer components go through', async () => {
    await lab.repository.limitRefs(2);
    await expectRefused(() => promote('v1.1.0', { components: 'prompts/*' }), 'move-refused', [
      /can not update more than 2 branches or tags/,
      /moves 3 refs.*Name fewer components at a time.*never split/,
    ]);
    expect((await promote('v1.1.0')).exitCode).toBe(0);
    await expectRuns('v1.1.0');
  });

  test.each<[string, () => Promise<RunResult>]>([
    ['promote', () => promote('v1.1.0')],
    ['rollback', () => rollback({ version: 'v1.1.0', override: 'never-ran', reason: 'to see' })],
    ['restore', () => dispatch(lab.sandbox, lab.repository, 'restore', restoration())],
  ])('a hook that refuses every push, and %s works once it is gone', async (_, act) => {
    const lift = await lab.repository.refusePushes('No deployments on Fridays.\n');
    await expectRefused(act, 'move-refused', [/It says: No deployments on Fridays\./, /Ask those who run the rules/]);
    await lift();
    expect((await act()).exitCode).toBe(0);
    await expectSoundLedger(lab.repository);
  });

  test.each<[string, () => string]>([
    ['a workflow', () => lab.sandbox.readOnlyToken],
    ['an App', () => lab.sandbox.readOnlyAppToken],
  ])('a token of %s that may only read', async (_, token) => {
    const inputs = { 'github-token': token() };
    const words = [/The token may not push to/, /`permissions: contents: write`/];
    await expectRefused(() => promote('v1.1.0', inputs), 'push-denied', words);
    await expectRefused(
      () => rollback({ ...inputs, version: 'v1.1.0', override: 'never-ran', reason: 'x' }),
      'push-denied',
      words,
    );
    expect((await promote('v1.1.0')).exitCode).toBe(0);
    await expectRuns('v1.1.0');
  });

  /** What production runs, in an environment of its own. */
  function restoration(): Record<string, string> {
    return { environment: 'review', from: 'production', at: new Date(Date.now() + 3_600_000).toISOString() };
  }
});

test('a token that may only read is enough for a plan, and for a run that has nothing to move', async () => {
  const inputs = { 'github-token': lab.sandbox.readOnlyToken };
  const plan = await promote('v1.1.0', { ...inputs, 'dry-run': 'true' });
  expect(plan.annotations).toEqual([]);
  expect(plan.outputs).toMatchObject({ version: 'v1.1.0', changed: 'true' });
  const idle = await promote('v1.0.0', inputs);
  expect(idle.annotations).toEqual([]);
  expect(idle.outputs).toMatchObject({ version: 'v1.0.0', changed: 'false' });
  expect(pushes(lab.sandbox.requests)).toEqual([]);
});

test('a ledger that is refused once the tag has moved is told by the next run', async () => {
  let lift: (() => Promise<void>) | undefined;
  const stop = lab.sandbox.after(async ({ operation }) => {
    if (operation === 'kv bulk write' && lift === undefined) {
      lift = await lab.repository.refusePushes('Closed.\n');
    }
  });
  const run = await promote('v1.1.0');
  stop();
  expect(run.exitCode).toBe(0);
  expect(run.annotations).toEqual([
    expect.objectContaining({ level: 'warning', message: expect.stringContaining('It says: Closed.') }),
  ]);
  expect(await entryOf(lab.repository, ENTRY)).toMatchObject({ version: 'v1.1.0', status: 'pending' });
  expect(await indexOf(lab.sandbox)).toMatchObject({ [ID]: { production: 'v1.1.0' } });
  await lift?.();
  expect((await promote('v1.1.0')).annotations).toEqual([]);
  await expectRuns('v1.1.0');
});

describe('a deploy that may not write the ledger writes KV all the same, and warns:', () => {
  test.each<[string, Refuse, () => Partial<RunOptions>, RegExp]>([
    [
      'with a token of a workflow that may only read',
      async () => undefined,
      () => ({ inputs: { 'github-token': lab.sandbox.readOnlyToken } }),
      /`permissions: contents: write`/,
    ],
    [
      'with a token of an App that may only read',
      async () => undefined,
      () => ({ inputs: { 'github-token': lab.sandbox.readOnlyAppToken } }),
      /`permissions: contents: write`/,
    ],
    [
      'with a hook that refuses it',
      () => lab.repository.refusePushes('Not today.\n'),
      () => ({}),
      /It says: Not today\./,
    ],
    ['with a ruleset over the ledger', () => protect(LEDGER, 'update'), () => ({}), /Let the token write the ledger/],
  ])('%s', async (_, refuse, options, words) => {
    await lab.repository.edgitSet(ID, 'production', 'v1.1.0');
    const tip = await ledgerGit(lab.repository, 'rev-parse', LEDGER);
    const lift = await refuse();
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, options());
    expect(run.exitCode).toBe(0);
    expect(run.annotations.map(({ level }) => level)).toEqual(['warning']);
    expect(run.annotations[0]?.message).toMatch(/KV is as the tags say, but the ledger could not be written/);
    expect(run.annotations[0]?.message).toMatch(words);
    expect(run.outputs).toMatchObject({ version: 'v1.1.0', 'previous-version': 'v1.0.0', changed: 'true' });
    expect((await stored(lab.sandbox, `${ID}@production`))?.bytes.toString()).toBe(`${ID} v1.1.0`);
    expect(await indexOf(lab.sandbox)).toMatchObject({ [ID]: { production: 'v1.1.0' } });
    expect(await ledgerGit(lab.repository, 'rev-parse', LEDGER)).toBe(tip);
    if (lift !== undefined || options().inputs !== undefined) {
      await lift?.();
      // The next run that may tells what nobody told.
      const next = await deployTag(lab.sandbox, lab.repository, PRODUCTION);
      expect(next.annotations).toEqual([]);
      expect((await subjects(lab.repository)).at(-1)).toBe(`Deploy ${ID} v1.1.0 to production (was v1.0.0)`);
      await expectRuns('v1.1.0');
    }
  });

  test('without a word where there is nothing to tell', async () => {
    await lab.repository.edgitSet(ID, 'production', 'v1.1.0');
    await deployTag(lab.sandbox, lab.repository, PRODUCTION);
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, {
      inputs: { 'github-token': lab.sandbox.readOnlyToken },
    });
    expect(run.annotations).toEqual([]);
    expect(run.exitCode).toBe(0);
  });

  test('before there is a ledger', async () => {
    await ledgerGit(lab.repository, 'update-ref', '-d', LEDGER);
    await lab.sandbox.kv.clear(PRODUCTION_NAMESPACE);
    await lab.repository.edgitSet(ID, 'production', 'v1.1.0');
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, {
      inputs: { 'github-token': lab.sandbox.readOnlyToken },
    });
    expect(run.exitCode).toBe(0);
    expect(run.annotations.map(({ level }) => level)).toEqual(['warning']);
    expect(Object.keys(await refsOf(lab.repository))).not.toContain(LEDGER);
    expect((await stored(lab.sandbox, `${ID}@production`))?.bytes.toString()).toBe(`${ID} v1.1.0`);
  });
});
