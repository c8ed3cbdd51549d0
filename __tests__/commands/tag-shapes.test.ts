import { describe, expect, test } from '@jest/globals';
import { PRODUCTION_NAMESPACE, STAGING_NAMESPACE } from '../../sandbox/index.ts';
import { deployTag, indexOf, leftBehind, stored } from '../support/deploy.ts';
import { laboratory } from '../support/laboratory.ts';

const lab = laboratory('shapes');

const V1 = 'components/prompts/extraction/v1.0.0';
const V2 = 'components/prompts/extraction/v1.1.0';
const PRODUCTION = 'components/prompts/extraction/production';

/** Two commits with a version tag each; the working tree is then changed once more, so that it matches neither. */
async function twoVersions(annotated = true): Promise<void> {
  await lab.repository.commit('one', { 'prompts/extraction.md': 'Extract all dates.\r\nno final newline' });
  await lab.repository.tag(V1, 'HEAD', { annotated });
  await lab.repository.commit('two', { 'prompts/extraction.md': 'Extract all dates and places.\n' });
  await lab.repository.tag(V2, 'HEAD', { annotated });
  await lab.repository.commit('three', { 'prompts/extraction.md': 'work in progress' });
}

async function expectContent(key: string, ref: string, path: string): Promise<void> {
  const expected = await lab.repository.gitBytes(['cat-file', 'blob', `${ref}:${path}`]);
  expect((await stored(lab.sandbox, key))?.bytes.equals(expected)).toBe(true);
}

describe('an environment tag', () => {
  test.each([
    ['lightweight, on the commit', async () => lab.repository.tag(PRODUCTION, `${V1}^{commit}`)],
    ['annotated, on the commit', async () => lab.repository.tag(PRODUCTION, `${V1}^{commit}`, { annotated: true })],
    ['lightweight, on the tag object of the version', async () => lab.repository.tag(PRODUCTION, V1)],
    [
      'annotated, wrapping the version tag as Edgit does',
      async () => lab.repository.edgitSet('prompts/extraction', 'production', 'v1.0.0'),
    ],
    [
      'annotated three times over',
      async () => {
        await lab.repository.tag('components/prompts/extraction/staging', V1, { annotated: true });
        await lab.repository.tag(PRODUCTION, 'components/prompts/extraction/staging', { annotated: true });
        await lab.repository.deleteTag('components/prompts/extraction/staging');
      },
    ],
  ])('%s, deploys that version', async (_, make) => {
    await twoVersions();
    await make();
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION);
    expect(run.stderr).toBe('');
    expect(run.exitCode).toBe(0);
    await expectContent('prompts/extraction@production', V1, 'prompts/extraction.md');
    await expectContent('prompts/extraction@v1.0.0', V1, 'prompts/extraction.md');
    await expectContent('prompts/extraction@latest', V1, 'prompts/extraction.md');
    expect(await indexOf(lab.sandbox)).toEqual({ 'prompts/extraction': { production: 'v1.0.0' } });
    expect(run.outputs).toMatchObject({
      component: 'prompts/extraction',
      environment: 'production',
      version: 'v1.0.0',
      'previous-version': '',
      sha: await lab.repository.commitOf(V1),
      changed: 'true',
      'requires-rebuild': 'false',
    });
    expect((await stored(lab.sandbox, 'prompts/extraction@production'))?.metadata).toEqual({
      sha: await lab.repository.commitOf(V1),
      version: 'v1.0.0',
      type: 'prompt',
      blob: await lab.repository.git(['rev-parse', `${V1}:prompts/extraction.md`]),
      'managed-by': `tagship:${lab.repository.name}`,
      date: '2026-05-01T10:00:00Z',
      author: 'Ada Lovelace',
      path: 'prompts/extraction.md',
    });
    expect(run.workspaceEntries).toEqual([]);
    expect(leftBehind(run)).toEqual([]);
  });

  test('between two version tags on one commit stands for the one it wraps, else for the highest', async () => {
    await lab.repository.commit('one', { 'prompts/extraction.md': 'one' });
    for (const version of ['v1.9.0', 'v1.10.0', 'v1.10.0-rc.1']) {
      await lab.repository.edgitTag('prompts/extraction', version);
    }
    await lab.repository.edgitSet('prompts/extraction', 'production', 'v1.9.0');
    expect((await deployTag(lab.sandbox, lab.repository, PRODUCTION)).outputs.version).toBe('v1.9.0');
    await lab.repository.tag(PRODUCTION, 'HEAD');
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION);
    expect(run.outputs).toMatchObject({ version: 'v1.10.0', 'previous-version': 'v1.9.0' });
    expect(await indexOf(lab.sandbox)).toEqual({ 'prompts/extraction': { production: 'v1.10.0' } });
  });

  test('that wraps a version whose tag was deleted still stands for it', async () => {
    await lab.repository.commit('one', { 'prompts/extraction.md': 'one' });
    await lab.repository.edgitTag('prompts/extraction', 'v1.0.0');
    await lab.repository.edgitSet('prompts/extraction', 'production', 'v1.0.0');
    await lab.repository.edgitTag('prompts/extraction', 'v2.0.0');
    await lab.repository.deleteTag(V1);
    expect((await deployTag(lab.sandbox, lab.repository, PRODUCTION)).outputs.version).toBe('v1.0.0');
  });

  test('on a pre-release does not become latest; build metadata is kept in the key', async () => {
    await lab.repository.commit('one', { 'prompts/extraction.md': 'one' });
    await lab.repository.edgitTag('prompts/extraction', 'v2.0.0-rc.1+build.5');
    await lab.repository.edgitSet('prompts/extraction', 'production', 'v2.0.0-rc.1+build.5');
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION);
    expect(run.exitCode).toBe(0);
    expect((await lab.sandbox.kv.list(PRODUCTION_NAMESPACE)).sort()).toEqual([
      'component-versions',
      'prompts/extraction@production',
      'prompts/extraction@v2.0.0-rc.1+build.5',
    ]);
  });

  test('with a nested name', async () => {
    await lab.repository.commit('one', { 'templates/mail/footer/header.hbs': '<h1>{{title}}</h1>' });
    await lab.repository.edgitTag('templates/mail/footer/header', 'v1.0.0');
    await lab.repository.edgitSet('templates/mail/footer/header', 'production', 'v1.0.0');
    const run = await deployTag(lab.sandbox, lab.repository, 'components/templates/mail/footer/header/production');
    expect(run.outputs.component).toBe('templates/mail/footer/header');
    expect((await lab.sandbox.ask(PRODUCTION_NAMESPACE, 'template://mail/footer/header@production')).text).toBe(
      '<h1>{{title}}</h1>',
    );
  });

  test('moved back to the older version brings its bytes back', async () => {
    await twoVersions();
    for (const version of ['v1.0.0', 'v1.1.0', 'v1.0.0']) {
      await lab.repository.edgitSet('prompts/extraction', 'production', version);
      const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION);
      expect(run.outputs.version).toBe(version);
      await expectContent(
        'prompts/extraction@production',
        `components/prompts/extraction/${version}`,
        'prompts/extraction.md',
      );
    }
    expect((await deployTag(lab.sandbox, lab.repository, PRODUCTION)).summary).toContain('nothing changed');
  });
});

describe('the older form without a type', () => {
  const registry = JSON.stringify({
    version: '3.0.0',
    components: { 'my-prompt': { path: 'lib/my-prompt.txt', type: 'prompt' } },
    updated: '2026-05-01T10:00:00Z',
  });

  test('works where the registry at the commit knows the name', async () => {
    await lab.repository.commit('one', { '.edgit/components.json': registry, 'lib/my-prompt.txt': 'hello' });
    await lab.repository.tag('components/my-prompt/v1.0.0', 'HEAD', { annotated: true });
    await lab.repository.tag('components/my-prompt/production', 'components/my-prompt/v1.0.0', { annotated: true });
    const run = await deployTag(lab.sandbox, lab.repository, 'components/my-prompt/production');
    expect(run.outputs).toMatchObject({ component: 'prompts/my-prompt', version: 'v1.0.0', environment: 'production' });
    await expectContent('prompts/my-prompt@production', 'HEAD', 'lib/my-prompt.txt');
    expect(await indexOf(lab.sandbox)).toEqual({ 'prompts/my-prompt': { production: 'v1.0.0' } });
  });

  test('is an error where it does not, before anything is written', async () => {
    await lab.repository.commit('one', { '.edgit/components.json': registry, 'prompts/other.md': 'hello' });
    await lab.repository.tag('components/other/v1.0.0', 'HEAD', { annotated: true });
    await lab.repository.tag('components/other/production', 'HEAD');
    const run = await deployTag(lab.sandbox, lab.repository, 'components/other/production');
    expect(run.exitCode).toBe(1);
    expect(run.annotations[0]?.message).toMatch(/^tagship\(component-unknown\): /);
    expect(await lab.sandbox.kv.list(PRODUCTION_NAMESPACE)).toEqual([]);
  });
});

describe('a version tag', () => {
  test('writes the version key and nothing else, to every namespace by default', async () => {
    await lab.repository.commit('one', {
      'prompts/extraction.md': 'one',
      '.github/tagship.yml': `namespaces:\n  production: { id: ${PRODUCTION_NAMESPACE} }\n  staging: { title: components-staging }\n`,
    });
    await lab.repository.edgitTag('prompts/extraction', 'v1.0.0');
    const run = await deployTag(lab.sandbox, lab.repository, V1, { inputs: { 'kv-namespace': null } });
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.outputs.keys ?? '')).toEqual(['prompts/extraction@v1.0.0']);
    expect(run.outputs).toMatchObject({ version: 'v1.0.0', environment: '', component: 'prompts/extraction' });
    for (const namespace of [PRODUCTION_NAMESPACE, STAGING_NAMESPACE]) {
      expect(await lab.sandbox.kv.list(namespace)).toEqual(['prompts/extraction@v1.0.0']);
    }
  });

  test('writes to the namespaces under `versions:` only', async () => {
    await lab.repository.commit('one', {
      'prompts/extraction.md': 'one',
      '.github/tagship.yml': `versions: [staging]\nnamespaces:\n  production: { id: ${PRODUCTION_NAMESPACE} }\n  staging: { id: ${STAGING_NAMESPACE} }\n`,
    });
    await lab.repository.edgitTag('prompts/extraction', 'v1.0.0');
    await deployTag(lab.sandbox, lab.repository, V1, { inputs: { 'kv-namespace': null } });
    expect(await lab.sandbox.kv.list(PRODUCTION_NAMESPACE)).toEqual([]);
    expect(await lab.sandbox.kv.list(STAGING_NAMESPACE)).toEqual(['prompts/extraction@v1.0.0']);
  });

  test('on the commit of a lightweight environment tag changes nothing once the ledger has said what that stands for', async () => {
    await lab.repository.commit('one', { 'prompts/extraction.md': 'one' });
    await lab.repository.edgitTag('prompts/extraction', 'v1.0.0');
    await lab.repository.tag(PRODUCTION, 'HEAD');
    await deployTag(lab.sandbox, lab.repository, PRODUCTION);
    await lab.repository.edgitTag('prompts/extraction', 'v1.1.0');
    await deployTag(lab.sandbox, lab.repository, V2);
    expect(await indexOf(lab.sandbox)).toEqual({ 'prompts/extraction': { production: 'v1.0.0' } });
    expect((await stored(lab.sandbox, 'prompts/extraction@production'))?.metadata.version).toBe('v1.0.0');
    await deployTag(lab.sandbox, lab.repository, PRODUCTION);
    expect((await stored(lab.sandbox, 'prompts/extraction@production'))?.metadata.version).toBe('v1.0.0');
  });

  test('on the commit of a lightweight environment tag that no ledger knows changes what that stands for', async () => {
    await lab.repository.commit('one', { 'prompts/extraction.md': 'one' });
    await lab.repository.edgitTag('prompts/extraction', 'v1.0.0');
    await lab.repository.tag(PRODUCTION, 'HEAD');
    await lab.repository.edgitTag('prompts/extraction', 'v1.1.0');
    await deployTag(lab.sandbox, lab.repository, V2);
    expect(await indexOf(lab.sandbox)).toEqual({ 'prompts/extraction': { production: 'v1.1.0' } });
    expect((await stored(lab.sandbox, 'prompts/extraction@production'))?.metadata.version).toBe('v1.1.0');
  });
});

describe('other tags', () => {
  test.each(['v1.0.0', 'release/2026', 'component/prompts/x/v1.0.0'])('%s is a notice and exit 0', async (tag) => {
    await lab.repository.commit('one', { 'README.md': 'x' });
    await lab.repository.tag(tag);
    const run = await deployTag(lab.sandbox, lab.repository, tag);
    expect(run.exitCode).toBe(0);
    expect(run.annotations).toEqual([expect.objectContaining({ level: 'notice' })]);
    expect(lab.sandbox.requests).toEqual([]);
  });
});

describe('names that the configuration speaks of', () => {
  test('are left alone under `ignore`, and are environments under `environments`', async () => {
    await lab.repository.commit('one', {
      'prompts/extraction.md': 'one',
      '.github/tagship.yml': 'ignore: ["components/ui/**"]\nenvironments: { v1: {} }\n',
    });
    await lab.repository.edgitTag('prompts/extraction', 'v1.0.0');
    await lab.repository.edgitSet('prompts/extraction', 'v1', 'v1.0.0');
    await lab.repository.tag('components/ui/button@1.2.3');
    const ignored = await deployTag(lab.sandbox, lab.repository, 'components/ui/button@1.2.3');
    expect([ignored.exitCode, ignored.annotations.map(({ level }) => level)]).toEqual([0, ['notice']]);
    expect(await lab.sandbox.kv.list(PRODUCTION_NAMESPACE)).toEqual([]);
    const named = await deployTag(lab.sandbox, lab.repository, 'components/prompts/extraction/v1');
    expect([named.exitCode, named.annotations]).toEqual([0, []]);
    expect(await indexOf(lab.sandbox)).toEqual({ 'prompts/extraction': { v1: 'v1.0.0' } });
  });
});

describe('many components at once', () => {
  test('`components` × `environment` takes lines and globs, and refuses what matches nothing', async () => {
    await lab.repository.commit('one', { 'prompts/a.md': 'A', 'prompts/b.md': 'B', 'configs/c.json': '{}' });
    for (const component of ['prompts/a', 'prompts/b', 'configs/c']) {
      await lab.repository.edgitTag(component, 'v1.0.0');
      await lab.repository.edgitSet(component, 'production', 'v1.0.0');
    }
    const dispatch = { name: 'workflow_dispatch', payload: { ref: 'refs/heads/main', inputs: {} } };
    const run = await lab.sandbox.runAction({
      event: dispatch,
      ref: 'refs/heads/main',
      repository: lab.repository.name,
      inputs: {
        command: 'deploy',
        components: 'prompts/*\nconfigs/c',
        environment: 'production',
        'kv-namespace': PRODUCTION_NAMESPACE,
      },
    });
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ component: '', version: '', sha: '', changed: 'true' });
    expect((await stored(lab.sandbox, 'prompts/b@production'))?.bytes.toString()).toBe('B');
    expect(await indexOf(lab.sandbox)).toEqual({
      'configs/c': { production: 'v1.0.0' },
      'prompts/a': { production: 'v1.0.0' },
      'prompts/b': { production: 'v1.0.0' },
    });

    const wrong = await lab.sandbox.runAction({
      event: dispatch,
      ref: 'refs/heads/main',
      repository: lab.repository.name,
      inputs: {
        command: 'deploy',
        components: 'promts/*',
        environment: 'production',
        'kv-namespace': PRODUCTION_NAMESPACE,
      },
    });
    expect(wrong.annotations[0]?.message).toContain('tagship(component-unknown)');
  });
});
