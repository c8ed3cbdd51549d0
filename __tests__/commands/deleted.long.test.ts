import { beforeEach, describe, expect, test } from '@jest/globals';
import { PRODUCTION_NAMESPACE, type RunResult } from '../../sandbox/index.ts';
import { deployTag, indexOf, stored } from '../support/deploy.ts';
import { laboratory } from '../support/laboratory.ts';

const lab = laboratory('deleted');

const COMPONENT = 'components/prompts/extraction';

beforeEach(async () => {
  for (const version of ['v1.0.0', 'v1.1.0']) {
    await lab.repository.commit(version, { 'prompts/extraction.md': version });
    await lab.repository.edgitTag('prompts/extraction', version);
  }
  await lab.repository.edgitSet('prompts/extraction', 'production', 'v1.0.0');
  await lab.repository.edgitSet('prompts/extraction', 'staging', 'v1.1.0');
  for (const slot of ['production', 'staging', 'v1.0.0', 'v1.1.0']) {
    expect((await deployTag(lab.sandbox, lab.repository, `${COMPONENT}/${slot}`)).exitCode).toBe(0);
  }
  lab.sandbox.clearRequests();
});

/** The `delete` event: its workflow runs on the default branch. */
async function deletion(tag: string, inputs: Record<string, string> = {}): Promise<RunResult> {
  return await lab.sandbox.runAction({
    event: {
      name: 'delete',
      payload: { ref: tag, ref_type: 'tag', repository: { default_branch: 'main', full_name: lab.repository.name } },
    },
    ref: 'refs/heads/main',
    repository: lab.repository.name,
    inputs: { 'kv-namespace': PRODUCTION_NAMESPACE, ...inputs },
  });
}

async function policy(text: string): Promise<void> {
  await lab.repository.commit('policy', { '.github/tagship.yml': text });
}

describe('a deleted environment tag', () => {
  test('leaves the index, and latest follows; by default its key stays and is reported', async () => {
    await lab.repository.deleteTag(`${COMPONENT}/staging`);
    const run = await deletion(`${COMPONENT}/staging`);
    expect(run.annotations).toEqual([]);
    expect(run.exitCode).toBe(0);
    expect(await indexOf(lab.sandbox)).toEqual({ 'prompts/extraction': { production: 'v1.0.0' } });
    expect((await stored(lab.sandbox, 'prompts/extraction@latest'))?.bytes.toString()).toBe('v1.0.0');
    expect((await stored(lab.sandbox, 'prompts/extraction@staging'))?.bytes.toString()).toBe('v1.1.0');
    expect(run.summary).toContain('prompts/extraction@staging');
    expect(run.outputs).toMatchObject({ component: 'prompts/extraction', environment: 'staging', version: '' });
    expect(JSON.parse(run.outputs.result ?? '').deleted).toEqual([
      { component: 'prompts/extraction', environment: 'staging', version: null, left: ['prompts/extraction@staging'] },
    ]);
  });

  test('takes its key with it under `on-delete: prune`', async () => {
    await policy('on-delete: prune');
    await lab.repository.deleteTag(`${COMPONENT}/staging`);
    const run = await deletion(`${COMPONENT}/staging`);
    expect(run.exitCode).toBe(0);
    expect((await lab.sandbox.kv.list(PRODUCTION_NAMESPACE)).sort()).toEqual([
      'component-versions',
      'prompts/extraction@latest',
      'prompts/extraction@production',
      'prompts/extraction@v1.0.0',
      'prompts/extraction@v1.1.0',
    ]);
    expect((await deletion(`${COMPONENT}/staging`)).outputs.changed).toBe('false');
  });

  test('that was the last tag of its component leaves nothing but versions', async () => {
    await policy('on-delete: prune');
    for (const slot of ['production', 'staging', 'v1.0.0', 'v1.1.0']) {
      await lab.repository.deleteTag(`${COMPONENT}/${slot}`);
      expect((await deletion(`${COMPONENT}/${slot}`)).exitCode).toBe(0);
    }
    expect(await lab.sandbox.kv.list(PRODUCTION_NAMESPACE)).toEqual(['component-versions']);
    expect(await indexOf(lab.sandbox)).toEqual({});
  });

  test('that was made again meanwhile is deployed instead', async () => {
    await policy('on-delete: prune');
    await lab.sandbox.kv.delete(PRODUCTION_NAMESPACE, 'prompts/extraction@staging');
    const run = await deletion(`${COMPONENT}/staging`);
    expect(run.outputs).toMatchObject({ environment: 'staging', version: 'v1.1.0', changed: 'true' });
    expect((await stored(lab.sandbox, 'prompts/extraction@staging'))?.bytes.toString()).toBe('v1.1.0');
  });

  test('never takes a key that is not ours', async () => {
    await policy('on-delete: prune');
    await lab.sandbox.kv.put(PRODUCTION_NAMESPACE, 'prompts/extraction@staging', 'by hand');
    await lab.repository.deleteTag(`${COMPONENT}/staging`);
    expect((await deletion(`${COMPONENT}/staging`)).exitCode).toBe(0);
    expect((await stored(lab.sandbox, 'prompts/extraction@staging'))?.bytes.toString()).toBe('by hand');
  });

  test('is only planned in a dry run', async () => {
    await policy('on-delete: prune');
    await lab.repository.deleteTag(`${COMPONENT}/staging`);
    const run = await deletion(`${COMPONENT}/staging`, { 'dry-run': 'true' });
    expect(run.stdout).toContain('~ prompts/extraction@staging (removed)');
    expect(await stored(lab.sandbox, 'prompts/extraction@staging')).toBeDefined();
  });
});

describe('a deleted version tag', () => {
  test('keeps its key while an environment runs that version, and while it is pinned', async () => {
    await policy('on-delete: prune\npins: ["prompts/*@v1.1.*"]');
    await lab.repository.deleteTag(`${COMPONENT}/v1.0.0`);
    expect((await deletion(`${COMPONENT}/v1.0.0`)).exitCode).toBe(0);
    expect(await stored(lab.sandbox, 'prompts/extraction@v1.0.0')).toBeDefined();
    await lab.repository.deleteTag(`${COMPONENT}/staging`);
    await lab.repository.deleteTag(`${COMPONENT}/v1.1.0`);
    expect((await deletion(`${COMPONENT}/v1.1.0`)).exitCode).toBe(0);
    expect(await stored(lab.sandbox, 'prompts/extraction@v1.1.0')).toBeDefined();
    await policy('on-delete: prune');
    await deletion(`${COMPONENT}/v1.1.0`);
    expect(await stored(lab.sandbox, 'prompts/extraction@v1.1.0')).toBeUndefined();
  });

  test('changes what a lightweight environment tag on its commit stands for, unless the ledger has said that', async () => {
    await lab.repository.edgitTag('prompts/extraction', 'v1.2.0');
    await lab.repository.tag(`${COMPONENT}/debug`, 'HEAD');
    await lab.repository.tag(`${COMPONENT}/staging`, 'HEAD');
    await deployTag(lab.sandbox, lab.repository, `${COMPONENT}/staging`);
    expect(await indexOf(lab.sandbox)).toMatchObject({
      'prompts/extraction': { staging: 'v1.2.0', debug: 'v1.2.0' },
    });
    await lab.repository.deleteTag(`${COMPONENT}/v1.2.0`);
    expect((await deletion(`${COMPONENT}/v1.2.0`)).exitCode).toBe(0);
    expect(await indexOf(lab.sandbox)).toMatchObject({
      'prompts/extraction': { staging: 'v1.2.0', debug: 'v1.1.0' },
    });
    expect((await stored(lab.sandbox, 'prompts/extraction@debug'))?.metadata.version).toBe('v1.1.0');
    expect((await stored(lab.sandbox, 'prompts/extraction@staging'))?.metadata.version).toBe('v1.2.0');
  });
});
