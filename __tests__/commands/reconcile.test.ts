import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PRODUCTION_NAMESPACE, type RunOptions, type RunResult, STAGING_NAMESPACE } from '../../sandbox/index.ts';
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
  refsOf,
  subjects,
} from '../support/moves.ts';

const lab = laboratory('reconcile');

const ID = 'prompts/extraction';
const OTHER = 'configs/limits';
const PRODUCTION = `components/${ID}/production`;

beforeEach(async () => {
  await publish(lab.repository, ID, 'v1.0.0', 'v1.1.0');
  await publish(lab.repository, OTHER, 'v2.0.0');
  await lab.repository.edgitSet(ID, 'production', 'v1.1.0');
  await lab.repository.edgitSet(ID, 'staging', 'v1.0.0');
  await lab.repository.edgitSet(OTHER, 'production', 'v2.0.0');
  lab.sandbox.clearRequests();
});

afterEach(() => {
  lab.sandbox.serverClock.reset();
  lab.sandbox.faults.clear();
});

async function reconcile(
  inputs: Record<string, string | null> = { heal: 'true' },
  options: Partial<RunOptions> = {},
): Promise<RunResult> {
  return await dispatch(lab.sandbox, lab.repository, 'reconcile', inputs, options);
}

/** A first healing run, some time ago. */
async function synced(): Promise<void> {
  expect((await reconcile()).annotations).toEqual([]);
  lab.sandbox.serverClock.advance(10 * 60_000);
  lab.sandbox.clearRequests();
}

async function policy(text: string): Promise<void> {
  await lab.repository.commit('policy', { '.github/tagship.yml': text });
}

function resultOf(run: RunResult): Record<string, unknown> {
  return JSON.parse(run.outputs.result ?? '{}') as Record<string, unknown>;
}

/** All keys that the tags of the tests ask for, with what they hold. */
const WANTED: Readonly<Record<string, string>> = {
  [`${ID}@production`]: `${ID} v1.1.0`,
  [`${ID}@staging`]: `${ID} v1.0.0`,
  [`${ID}@v1.0.0`]: `${ID} v1.0.0`,
  [`${ID}@v1.1.0`]: `${ID} v1.1.0`,
  [`${ID}@latest`]: `${ID} v1.1.0`,
  [`${OTHER}@production`]: `${OTHER} v2.0.0`,
  [`${OTHER}@v2.0.0`]: `${OTHER} v2.0.0`,
  [`${OTHER}@latest`]: `${OTHER} v2.0.0`,
};

async function valuesIn(namespace = PRODUCTION_NAMESPACE): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const key of await lab.sandbox.kv.list(namespace)) {
    all[key] = Buffer.from((await lab.sandbox.kv.get(namespace, key))?.bytes ?? []).toString();
  }
  return all;
}

async function expectAsTagged(more: Readonly<Record<string, string>> = {}): Promise<void> {
  const { 'component-versions': index = '{}', ...content } = await valuesIn();
  expect(content).toEqual({ ...WANTED, ...more });
  expect(JSON.parse(index)).toEqual({
    [OTHER]: { production: 'v2.0.0' },
    [ID]: { production: 'v1.1.0', staging: 'v1.0.0' },
  });
}

describe('tags that were pushed at once, so that GitHub sent no event,', () => {
  test('are in KV and in the ledger after the next scheduled run', async () => {
    const run = await lab.sandbox.runAction({
      event: { name: 'schedule', payload: { schedule: '*/15 * * * *', repository: { default_branch: 'main' } } },
      ref: 'refs/heads/main',
      sha: await lab.repository.commitOf('HEAD'),
      repository: lab.repository.name,
      inputs: { 'kv-namespace': PRODUCTION_NAMESPACE },
    });
    expect(run.annotations).toEqual([]);
    expect(run.exitCode).toBe(0);
    await expectAsTagged();
    expect((await stored(lab.sandbox, `${ID}@production`))?.metadata).toMatchObject({
      version: 'v1.1.0',
      sha: await lab.repository.commitOf(`refs/tags/${PRODUCTION}`),
      type: 'prompt',
      'managed-by': `tagship:${lab.repository.name}`,
    });
    expect(run.outputs).toMatchObject({ drift: '9', changed: 'true', component: '' });
    expect(JSON.parse(run.outputs.keys ?? '').sort()).toEqual([...Object.keys(WANTED), 'component-versions'].sort());
    expect(await entryOf(lab.repository, `production/components/${ID}`)).toMatchObject({
      version: 'v1.1.0',
      status: 'deployed',
    });
    await expectSoundLedger(lab.repository);
    // All keys of the namespace in one write, the index in another.
    expect(writes(lab.sandbox.requests)).toHaveLength(2);
  });

  test('the next run finds nothing, writes nothing and pushes nothing', async () => {
    await synced();
    const before = [await kvOf(lab.sandbox), await refsOf(lab.repository)];
    const run = await reconcile();
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ drift: '0', changed: 'false', keys: '[]' });
    expect(writes(lab.sandbox.requests)).toEqual([]);
    expect([await kvOf(lab.sandbox), await refsOf(lab.repository)]).toEqual(before);
    expect(run.summary).toContain('KV is as the tags say');
  });

  test('what moved within the last five minutes is written without asking, and is no drift', async () => {
    await synced();
    await dispatch(lab.sandbox, lab.repository, 'promote', {
      components: ID,
      environment: 'production',
      version: 'v1.0.0',
    });
    lab.sandbox.clearRequests();
    lab.sandbox.serverClock.advance(4 * 60_000);
    const run = await reconcile();
    expect(run.outputs).toMatchObject({ drift: '0', changed: 'false' });
    expect(JSON.parse(run.outputs.keys ?? '').sort()).toEqual(
      [`${ID}@production`, `${ID}@v1.0.0`, `${ID}@latest`, 'component-versions'].sort(),
    );
  });
});

describe('what drifted', () => {
  const editors: Record<string, () => Promise<void>> = {
    missing: () => lab.sandbox.kv.delete(PRODUCTION_NAMESPACE, `${ID}@production`),
    edited: () => lab.sandbox.kv.put(PRODUCTION_NAMESPACE, `${ID}@production`, 'typed in the dashboard'),
    stale: async () => {
      const old = await lab.sandbox.kv.get(PRODUCTION_NAMESPACE, `${ID}@v1.0.0`);
      await lab.sandbox.kv.put(PRODUCTION_NAMESPACE, `${ID}@production`, 'old', old?.metadata);
    },
  };

  test.each(Object.keys(editors))('is reported as %s, and nothing is touched', async (finding) => {
    await synced();
    await editors[finding]?.();
    const before = [await kvOf(lab.sandbox), await refsOf(lab.repository)];
    const run = await reconcile({});
    expect(run.exitCode).toBe(1);
    expect(codesOf(run)).toEqual(['drift-remains']);
    expect(run.outputs).toMatchObject({ drift: '1', changed: 'false', keys: '[]' });
    expect(resultOf(run)).toMatchObject({
      remaining: 1,
      counts: { [finding]: 1 },
      found: [{ namespace: PRODUCTION_NAMESPACE, key: `${ID}@production`, finding, expected: 'v1.1.0' }],
    });
    expect(run.summary).toContain(`**${finding}**`);
    expect(run.stdout).toContain(`${finding}: ${ID}@production (v1.1.0`);
    expect([await kvOf(lab.sandbox), await refsOf(lab.repository)]).toEqual(before);
  });

  test.each(Object.keys(editors))('is healed where it is %s, and nothing else is written', async (finding) => {
    await synced();
    await editors[finding]?.();
    const run = await reconcile();
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ drift: '1', changed: 'true', keys: JSON.stringify([`${ID}@production`]) });
    expect(run.annotations.map(({ level }) => level)).toEqual(finding === 'edited' ? ['warning'] : []);
    await expectAsTagged();
  });

  test('is planned in a dry run', async () => {
    await synced();
    await editors.missing?.();
    const before = await kvOf(lab.sandbox);
    const run = await reconcile({ heal: 'true', 'dry-run': 'true' });
    expect(run.exitCode).toBe(0);
    expect(run.summary).toContain('Plan: 1 key would be written, 0 removed');
    expect(resultOf(run)).toMatchObject({ 'dry-run': true, keys: [{ key: `${ID}@production`, role: 'environment' }] });
    expect(await kvOf(lab.sandbox)).toEqual(before);
  });

  test('without a trace in the metadata is found by a deep run alone', async () => {
    await synced();
    const { metadata } = (await lab.sandbox.kv.get(PRODUCTION_NAMESPACE, `${ID}@production`)) ?? {};
    await lab.sandbox.kv.put(PRODUCTION_NAMESPACE, `${ID}@production`, `${ID} v1.1.1`, metadata);
    await lab.sandbox.kv.put(PRODUCTION_NAMESPACE, `${OTHER}@v2.0.0`, '\u{10ffff} by hand', {
      ...((await lab.sandbox.kv.get(PRODUCTION_NAMESPACE, `${OTHER}@v2.0.0`))?.metadata as object),
    });
    expect((await reconcile({})).outputs.drift).toBe('0');
    const run = await reconcile({ deep: 'true', heal: 'true' });
    expect(resultOf(run)).toMatchObject({ drift: 2, remaining: 0, counts: { edited: 2 } });
    await expectAsTagged();
  });

  test('is not looked for in an environment that nobody knows', async () => {
    await synced();
    const run = await reconcile({ environment: 'prodution' });
    expect(run.exitCode).toBe(1);
    expect(codesOf(run)).toEqual(['environment-unknown']);
    expect(run.annotations[0]?.message).toContain('Did you mean `production`?');
  });

  test('is looked for in one environment alone where one is named', async () => {
    await synced();
    await editors.missing?.();
    await lab.sandbox.kv.delete(PRODUCTION_NAMESPACE, `${ID}@staging`);
    const run = await reconcile({ heal: 'true', environment: 'staging' });
    expect(JSON.parse(run.outputs.keys ?? '')).toEqual([`${ID}@staging`]);
    expect(await stored(lab.sandbox, `${ID}@production`)).toBeUndefined();
  });
});

test('where deploys of versions alone wrote no index, none is missing', async () => {
  await policy(`namespaces: { production: ${PRODUCTION_NAMESPACE}, staging: ${STAGING_NAMESPACE} }\n`);
  for (const environment of ['production', 'staging']) {
    await lab.repository.deleteTag(`components/${ID}/${environment}`);
  }
  const everywhere = { 'kv-namespace': null };
  for (const tag of [`${ID}/v1.0.0`, `${ID}/v1.1.0`, `${OTHER}/v2.0.0`, `${OTHER}/production`]) {
    expect((await deployTag(lab.sandbox, lab.repository, `components/${tag}`, { inputs: everywhere })).exitCode).toBe(
      0,
    );
  }
  expect(await lab.sandbox.kv.list(STAGING_NAMESPACE)).not.toContain('component-versions');
  const run = await reconcile(everywhere);
  expect([run.exitCode, run.outputs.drift]).toEqual([0, '0']);
  expect(resultOf(run).namespaces).toMatchObject([{ wanted: 6 }, { wanted: 3 }]);
});

describe('keys of others', () => {
  test('are told, and never touched, and are no drift', async () => {
    await synced();
    const foreign = { 'managed-by': 'tagship:acme/website', version: 'v9.0.0' };
    await lab.sandbox.kv.put(PRODUCTION_NAMESPACE, `${ID}@production`, 'theirs', foreign);
    await lab.sandbox.kv.put(PRODUCTION_NAMESPACE, 'prompts/theirs@production', 'theirs', foreign);
    await lab.sandbox.kv.put(PRODUCTION_NAMESPACE, 'rollout-percentage', '10');
    const run = await reconcile({ heal: 'true', prune: 'true' });
    expect(run.exitCode).toBe(0);
    expect(resultOf(run)).toMatchObject({ drift: 0, counts: { foreign: 1 } });
    await expectAsTagged({
      [`${ID}@production`]: 'theirs',
      'prompts/theirs@production': 'theirs',
      'rollout-percentage': '10',
    });
  });
});

describe('a tag that is gone', () => {
  beforeEach(async () => {
    await synced();
    await lab.repository.deleteTag(`components/${ID}/staging`);
  });

  const after = { ...WANTED };
  delete after[`${ID}@staging`];

  test('leaves an orphan that a healing run tells and leaves; ledger and index forget it', async () => {
    const run = await reconcile();
    expect(run.exitCode).toBe(1);
    expect(codesOf(run)).toEqual(['drift-remains']);
    expect(resultOf(run)).toMatchObject({ drift: 2, remaining: 1, counts: { orphan: 1, stale: 1 } });
    expect(await stored(lab.sandbox, `${ID}@staging`)).toBeDefined();
    expect(await indexOf(lab.sandbox)).toEqual({ [OTHER]: { production: 'v2.0.0' }, [ID]: { production: 'v1.1.0' } });
    expect(await entryOf(lab.repository, `staging/components/${ID}`)).toMatchObject({ move: 'remove', version: null });
    expect((await subjects(lab.repository)).at(-1)).toContain(`Remove ${ID} from staging`);
  });

  test.each([
    ['asked to prune', { heal: 'true', prune: 'true' }, ''],
    ['told so by the configuration', { heal: 'true' }, 'on-delete: prune'],
  ])('takes its key with it where the run is %s', async (_, inputs, text) => {
    if (text !== '') {
      await policy(text);
    }
    const run = await reconcile(inputs);
    expect(run.exitCode).toBe(0);
    expect(resultOf(run)).toMatchObject({ remaining: 0, removed: 1 });
    const { 'component-versions': _index, ...content } = await valuesIn();
    expect(content).toEqual(after);
    await expectSoundLedger(lab.repository);
  });

  test('leaves its key where it is pinned', async () => {
    await policy(`pins: ["${ID}@staging"]`);
    const run = await reconcile({ heal: 'true', prune: 'true' });
    expect(run.exitCode).toBe(0);
    expect(resultOf(run)).toMatchObject({ removed: 0 });
    expect(await stored(lab.sandbox, `${ID}@staging`)).toBeDefined();
  });
});

describe('prune removes nothing', () => {
  test('where the repository has no tags at all', async () => {
    await synced();
    const tags = (await lab.repository.git(['tag', '--list'])).split('\n');
    await lab.repository.git(['push', '--quiet', 'origin', ...tags.map((name) => `:refs/tags/${name}`)]);
    const before = await valuesIn();
    const run = await reconcile({ heal: 'true', prune: 'true' });
    expect(run.exitCode).toBe(1);
    expect(codesOf(run)).toContain('prune-refused');
    const { 'component-versions': _, ...content } = await valuesIn();
    const { 'component-versions': __, ...wanted } = before;
    expect(content).toEqual(wanted);
  });

  test('where it would be more than a tenth, until it is told otherwise', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      await publish(lab.repository, `prompts/${name}`, 'v1.0.0');
      await lab.repository.edgitSet(`prompts/${name}`, 'production', 'v1.0.0');
    }
    await synced();
    for (const name of ['a', 'b']) {
      await lab.repository.deleteTag(`components/prompts/${name}/production`);
      await lab.repository.deleteTag(`components/prompts/${name}/v1.0.0`);
    }
    const plan = await reconcile({ heal: 'true', prune: 'true', 'dry-run': 'true' });
    expect(plan.exitCode).toBe(0);
    expect(plan.summary).toContain('Plan: 1 key would be written, 0 removed');
    expect(plan.annotations).toContainEqual(
      expect.objectContaining({ level: 'warning', message: expect.stringContaining('`prune-refused`') }),
    );
    const run = await reconcile({ heal: 'true', prune: 'true' });
    expect(run.exitCode).toBe(1);
    expect(codesOf(run)).toEqual(['prune-refused', 'drift-remains']);
    expect(await stored(lab.sandbox, 'prompts/a@production')).toBeDefined();
    await policy('prune-limit: 0.5');
    expect((await reconcile({ heal: 'true', prune: 'true' })).exitCode).toBe(0);
    expect((await lab.sandbox.kv.list(PRODUCTION_NAMESPACE)).filter((key) => /prompts\/[ab]@/.test(key))).toEqual([]);
    await expectSoundLedger(lab.repository);
  });

  test.each([
    ['the tags cannot be listed', { operation: 'git ls-refs' }],
    ['the keys cannot be listed', { operation: 'kv list keys' }],
  ])('where %s', async (_, when) => {
    await synced();
    await lab.repository.deleteTag(`components/${ID}/staging`);
    const before = await kvOf(lab.sandbox);
    lab.sandbox.faults.add({ when, fault: { status: 403, body: '{}' }, times: Number.POSITIVE_INFINITY });
    const run = await reconcile({ heal: 'true', prune: 'true' });
    expect(run.exitCode).toBe(1);
    expect(await kvOf(lab.sandbox)).toEqual(before);
  });

  test('in a namespace that belongs to another environment', async () => {
    await synced();
    // The two were exchanged: what stands in production's namespace is not what its tags ask for.
    await policy(
      `namespaces:\n  production: { id: ${STAGING_NAMESPACE} }\n  staging: { id: ${PRODUCTION_NAMESPACE} }\n`,
    );
    const before = await valuesIn();
    await reconcile({ heal: 'true', prune: 'true', 'kv-namespace': null });
    const now = await valuesIn();
    expect(Object.keys(before).filter((key) => !(key in now))).toEqual([]);
  });
});

describe('retention', () => {
  beforeEach(async () => {
    await publish(lab.repository, ID, 'v1.2.0', 'v1.3.0', 'v1.10.0-rc.1', 'v1.10.0');
  });

  test('keeps the highest versions, what runs, what ran before and what is pinned', async () => {
    await synced();
    await dispatch(lab.sandbox, lab.repository, 'promote', {
      components: ID,
      environment: 'production',
      version: 'v1.3.0',
    });
    lab.sandbox.serverClock.advance(10 * 60_000);
    await policy(`retention: 2\npins: ["${ID}@v1.2.0"]\nprune-limit: 1\n`);
    const versions = async (): Promise<string[]> =>
      (await lab.sandbox.kv.list(PRODUCTION_NAMESPACE)).filter((key) => key.startsWith(`${ID}@v`)).sort();
    const all = await versions();
    const healed = await reconcile();
    expect(healed.exitCode).toBe(0);
    expect(resultOf(healed)).toMatchObject({ drift: 0, counts: {} });
    expect(await versions()).toEqual(all);

    await publish(lab.repository, ID, 'v0.9.0');
    expect((await deployTag(lab.sandbox, lab.repository, `components/${ID}/v0.9.0`)).exitCode).toBe(0);
    expect(await versions()).toContain(`${ID}@v0.9.0`);
    const run = await reconcile({ heal: 'true', prune: 'true' });
    expect(run.exitCode).toBe(0);
    expect(resultOf(run)).toMatchObject({ drift: 0, counts: { expired: 1 }, removed: 1 });
    // v1.0.0 runs in staging, v1.1.0 ran in production before, v1.2.0 is pinned, v1.3.0 runs in production.
    expect(await versions()).toEqual(
      ['v1.0.0', 'v1.1.0', 'v1.10.0', 'v1.10.0-rc.1', 'v1.2.0', 'v1.3.0'].map((version) => `${ID}@${version}`),
    );
  });

  test('and the list of versions names those that have a key, after a deploy as after a reconcile', async () => {
    await policy('retention: 2\nversions-index: true\n');
    const list = async (): Promise<unknown> =>
      JSON.parse((await stored(lab.sandbox, `${ID}/_versions`))?.bytes.toString() ?? 'null');
    expect((await deployTag(lab.sandbox, lab.repository, PRODUCTION)).exitCode).toBe(0);
    const versions = ['v1.0.0', 'v1.1.0', 'v1.10.0-rc.1', 'v1.10.0'];
    expect(await list()).toEqual(versions);
    await synced();
    expect(await list()).toEqual(versions);
    for (const version of versions) {
      expect((await stored(lab.sandbox, `${ID}@${version}`))?.bytes.toString()).toBe(`${ID} ${version}`);
    }
    expect(await stored(lab.sandbox, `${ID}@v1.2.0`)).toBeUndefined();
    expect((await reconcile({})).outputs.drift).toBe('0');
  });
});

test('a commit without a version comes and goes like a version, and the list of versions does not name it', async () => {
  await policy('versions-index: true\nunversioned: allow\non-delete: prune\n');
  await lab.repository.commit('untagged', { [`${ID}.md`]: 'untagged' });
  const [debug, name] = [`components/${ID}/debug`, `sha-${(await lab.repository.commitOf('HEAD')).slice(0, 12)}`];
  await lab.repository.tag(debug);
  const move = { components: ID, environment: 'debug' };
  const runs = [
    await deployTag(lab.sandbox, lab.repository, debug),
    await dispatch(lab.sandbox, lab.repository, 'promote', { ...move, version: 'v1.1.0' }),
    await dispatch(lab.sandbox, lab.repository, 'rollback', move),
    await reconcile({ heal: 'true' }),
  ];
  expect(runs.map(({ exitCode, outputs }) => [exitCode, outputs.version])).toEqual([
    [0, name],
    [0, 'v1.1.0'],
    [0, name],
    [0, ''],
  ]);
  const { [`${ID}/_versions`]: list, ...values } = await valuesIn();
  expect(JSON.parse(list ?? '')).toEqual(['v1.0.0', 'v1.1.0']);
  expect(values).toMatchObject({ [`${ID}@debug`]: 'untagged', [`${ID}@${name}`]: 'untagged' });
  const impossible = await dispatch(lab.sandbox, lab.repository, 'rollback', { ...move, environment: 'staging' });
  expect(impossible.annotations.map(({ message }) => message).join()).not.toContain(name);
});

describe('what a gate holds', () => {
  test('is told, stays, and is no drift', async () => {
    await synced();
    await dispatch(lab.sandbox, lab.repository, 'promote', {
      components: ID,
      environment: 'production',
      version: 'v1.0.0',
    });
    await lab.repository.protect([`refs/tags/${PRODUCTION}`], { update: true });
    lab.sandbox.traffic.rate = 0.2;
    const gate = { 'metric-url': `${lab.sandbox.metricsUrl}/rate`, threshold: '0.05', 'initial-delay': '0s' };
    await dispatch(lab.sandbox, lab.repository, 'guard', { components: ID, environment: 'production', ...gate });
    lab.sandbox.traffic.clear();
    lab.sandbox.serverClock.advance(10 * 60_000);
    const tag = await ledgerGit(lab.repository, 'rev-parse', `refs/tags/${PRODUCTION}`);
    const run = await reconcile({ heal: 'true', prune: 'true', deep: 'true' });
    expect(run.exitCode).toBe(0);
    expect(resultOf(run)).toMatchObject({ drift: 0, counts: { held: 1 } });
    const { bytes, metadata } = (await stored(lab.sandbox, `${ID}@production`)) ?? {};
    expect(bytes?.toString()).toBe(`${ID} v1.1.0`);
    expect(metadata).toMatchObject({ hold: tag, version: 'v1.1.0' });
    expect(await indexOf(lab.sandbox)).toMatchObject({ [ID]: { production: 'v1.1.0' } });
  });
});

describe('a ledger that was deleted or cut off', () => {
  test.each([
    ['deleted', (tip: string) => ['update-ref', '-d', 'refs/tagship/ledger', tip]],
    ['cut off', () => ['update-ref', 'refs/tagship/ledger', 'refs/tagship/ledger~2']],
  ])('%s is named, and nothing is written', async (_, words) => {
    await synced();
    await dispatch(lab.sandbox, lab.repository, 'promote', {
      components: ID,
      environment: 'production',
      version: 'v1.0.0',
    });
    const tip = await ledgerGit(lab.repository, 'rev-parse', LEDGER);
    await ledgerGit(lab.repository, ...words(tip));
    await lab.sandbox.kv.delete(PRODUCTION_NAMESPACE, `${ID}@staging`);
    const before = [await kvOf(lab.sandbox), await refsOf(lab.repository)];
    const run = await reconcile();
    expect(run.exitCode).toBe(1);
    expect(codesOf(run)).toEqual(['ledger-rewritten']);
    expect([await kvOf(lab.sandbox), await refsOf(lab.repository)]).toEqual(before);
  });
});

describe('what cannot be deployed holds up nothing else', () => {
  test('and a version tag that moved is named once, however many namespaces have it', async () => {
    await policy(`namespaces: { production: ${PRODUCTION_NAMESPACE}, staging: ${STAGING_NAMESPACE} }\n`);
    expect((await reconcile({ 'kv-namespace': null, heal: 'true' })).exitCode).toBe(0);
    await lab.repository.tag(`components/${OTHER}/v2.0.0`);
    expect(codesOf(await reconcile({ 'kv-namespace': null }))).toEqual(['version-moved']);
  });

  test('and a tag that is nearly a version is told once', async () => {
    await lab.repository.tag(`components/${ID}/1.2.0`);
    const run = await reconcile();
    expect(codesOf(run)).toEqual(['tag-shape']);
    expect(run.annotations).toHaveLength(1);
    await expectAsTagged();
  });

  test('not even another environment of the same component', async () => {
    await lab.repository.commit('untagged', { [`${ID}.md`]: 'untagged' });
    await lab.repository.tag(`components/${ID}/staging`, 'HEAD');
    const run = await reconcile();
    expect(run.exitCode).toBe(1);
    expect(codesOf(run)).toEqual(['version-missing']);
    const { 'component-versions': _, ...content } = await valuesIn();
    const { [`${ID}@staging`]: __, ...others } = WANTED;
    expect(content).toEqual(others);
    expect(await indexOf(lab.sandbox)).toEqual({ [OTHER]: { production: 'v2.0.0' }, [ID]: { production: 'v1.1.0' } });
    expect(await entryOf(lab.repository, `production/components/${ID}`)).toMatchObject({ version: 'v1.1.0' });
  });

  test('an environment on a commit without a version, beside keys to be removed', async () => {
    await policy(`on-delete: prune\nretention: 1\nprune-limit: 1\n`);
    await synced();
    await lab.repository.commit('untagged', { [`${ID}.md`]: 'untagged' });
    await lab.repository.tag(`components/${ID}/staging`, 'HEAD');
    await lab.repository.deleteTag(`components/${OTHER}/production`);
    const before = (await lab.sandbox.kv.list(PRODUCTION_NAMESPACE)).filter((key) => key.startsWith(ID));
    const run = await reconcile();
    expect(run.exitCode).toBe(1);
    expect(codesOf(run)).toEqual(['version-missing']);
    expect(resultOf(run)).toMatchObject({ removed: 1 });
    expect(await stored(lab.sandbox, `${OTHER}@production`)).toBeUndefined();
    expect((await lab.sandbox.kv.list(PRODUCTION_NAMESPACE)).filter((key) => key.startsWith(ID))).toEqual(before);
    await expectSoundLedger(lab.repository);
  });

  test('a component without content, and an environment without a namespace', async () => {
    await lab.repository.commit('gone', { [`${OTHER}.md`]: null });
    await lab.repository.edgitTag(OTHER, 'v2.1.0');
    await lab.repository.edgitSet(OTHER, 'production', 'v2.1.0');
    await policy(`namespaces:\n  production: { id: ${PRODUCTION_NAMESPACE} }\n`);
    const run = await reconcile({ heal: 'true', 'kv-namespace': null });
    expect(run.exitCode).toBe(1);
    expect(codesOf(run)).toEqual(['content-missing']);
    expect((await stored(lab.sandbox, `${ID}@production`))?.bytes.toString()).toBe(`${ID} v1.1.0`);
    // Its older version has content, and so its key.
    expect((await stored(lab.sandbox, `${OTHER}@v2.0.0`))?.bytes.toString()).toBe(`${OTHER} v2.0.0`);
    expect(await stored(lab.sandbox, `${OTHER}@production`)).toBeUndefined();
    expect(run.annotations.filter(({ level }) => level === 'notice').map(({ message }) => message)).toEqual([
      expect.stringContaining('No KV namespace is named for: `staging`'),
    ]);
  });
});

describe('faults in front of KV', () => {
  test.each([
    ['a 429 with Retry-After', { status: 429, headers: { 'retry-after': '1' }, body: '{}' }, 'kv bulk write'],
    ['a 429 without', { status: 429, body: '{}' }, 'kv bulk write'],
    ['a 500', { status: 500, body: 'oops' }, 'kv bulk write'],
    ['a reset in mid-body', 'reset-mid-body' as const, 'kv bulk write'],
    ['a lost answer', 'lost-answer' as const, 'kv bulk write'],
    ['a 500 while listing', { status: 500, body: 'oops' }, 'kv list keys'],
    ['a reset while listing', 'reset-mid-body' as const, 'kv list keys'],
    ['a web page instead of the listing', 'nonsense-html' as const, 'kv list keys'],
  ])('%s: the run ends right', async (_, fault, operation) => {
    lab.sandbox.faults.add({ when: { operation }, fault });
    const run = await reconcile();
    expect(run.annotations).toEqual([]);
    expect(run.exitCode).toBe(0);
    await expectAsTagged();
  });

  test('a 200 of which half the keys were not stored is tried again', async () => {
    let first = true;
    const remove = lab.sandbox.before(async ({ operation, body }) => {
      if (operation !== 'kv bulk write' || !first) {
        return;
      }
      first = false;
      const pairs = JSON.parse(body.toString()) as { key: string; value: string; metadata: unknown }[];
      const half = pairs.slice(0, Math.ceil(pairs.length / 2));
      for (const { key, value, metadata } of half) {
        await lab.sandbox.kv.put(PRODUCTION_NAMESPACE, key, value, metadata);
      }
      const failed = pairs.slice(half.length).map(({ key }) => key);
      return {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          success: true,
          errors: [],
          messages: [],
          result: { successful_key_count: half.length, unsuccessful_keys: failed },
        }),
      };
    });
    const run = await reconcile();
    remove();
    expect(run.exitCode).toBe(0);
    await expectAsTagged();
  });

  test('one that stays fails clearly, and the next run ends right', async () => {
    lab.sandbox.faults.add({
      when: { operation: 'kv bulk write' },
      fault: { status: 403, body: '{}' },
      times: Number.POSITIVE_INFINITY,
    });
    const failed = await reconcile();
    expect(failed.exitCode).toBe(1);
    expect(codesOf(failed)).toHaveLength(1);
    lab.sandbox.faults.clear();
    expect((await reconcile()).exitCode).toBe(0);
    await expectAsTagged();
    await expectSoundLedger(lab.repository);
  });
});

describe('logic tags that moved without a run', () => {
  const LOGIC = ['agents/a', 'agents/b', 'agents/c'];

  beforeEach(async () => {
    await lab.repository.commit('agents', { 'build.mjs': "console.log('built for ' + process.argv[2]);\n" });
    for (const id of LOGIC) {
      await lab.repository.tag(`logic/${id}/v1.0.0`, 'HEAD');
    }
    await policy('logic:\n  rebuild:\n    - node build.mjs {environment}\n');
    await synced();
    for (const id of LOGIC) {
      await lab.repository.tag(`logic/${id}/production`, `logic/${id}/v1.0.0`);
    }
    await lab.repository.tag('logic/agents/a/staging', 'logic/agents/a/v1.0.0');
  });

  test('are told by a run that only reports', async () => {
    const run = await reconcile({});
    expect(run.exitCode).toBe(0);
    expect(run.outputs['requires-rebuild']).toBe('true');
    expect(run.stdout).not.toContain('built for');
    expect(run.annotations.map(({ message }) => message)).toEqual(
      [
        ...['a', 'b', 'c'].map(
          (name) => `\`agents/${name}\` v1.0.0 for \`production\` was not rebuilt since its tag moved.`,
        ),
        '`agents/a` v1.0.0 for `staging` was not rebuilt since its tag moved.',
      ].sort((a, b) => a.localeCompare(b)),
    );
  });

  test('are rebuilt once for each environment and commit, and the next run rebuilds nothing', async () => {
    const run = await reconcile();
    expect(run.exitCode).toBe(0);
    expect(
      run.stdout
        .split('\n')
        .filter((line) => /^built for/.test(line))
        .sort(),
    ).toEqual(['built for production', 'built for staging']);
    expect(resultOf(run)).toMatchObject({ 'requires-rebuild': true, rebuild: [{}, {}] });
    expect(await entryOf(lab.repository, 'production/logic/agents/c')).toMatchObject({ version: 'v1.0.0' });
    const again = await reconcile();
    expect(again.stdout).not.toContain('built for');
    expect(again.outputs['requires-rebuild']).toBe('false');
  });

  test('fail the run where a rebuild fails, and are rebuilt by the next', async () => {
    await policy('logic:\n  rebuild:\n    - node missing.mjs {environment}\n');
    const run = await reconcile();
    expect(run.exitCode).toBe(1);
    expect(codesOf(run)).toEqual(['rebuild-failed', 'rebuild-failed']);
    await policy('logic:\n  rebuild:\n    - node build.mjs {environment}\n');
    const next = await reconcile();
    expect(next.exitCode).toBe(0);
    expect(next.stdout).toContain('built for production');
  });
});
