import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { PRODUCTION_NAMESPACE } from '../../sandbox/index.ts';
import { deployTag, stored } from '../support/deploy.ts';
import { laboratory } from '../support/laboratory.ts';

const lab = laboratory('content');

async function deployed(component: string): ReturnType<typeof deployTag> {
  await lab.repository.edgitTag(component, 'v1.0.0');
  await lab.repository.edgitSet(component, 'production', 'v1.0.0');
  return await deployTag(lab.sandbox, lab.repository, `components/${component}/production`);
}

describe('bytes arrive as they were committed', () => {
  test.each<[string, Uint8Array | string]>([
    ['CRLF', 'a\r\nb\r\n'],
    ['no final newline', 'a\nb'],
    ['trailing newlines', 'a\n\n\n'],
    ['an empty file', ''],
    ['binary', Buffer.from([0, 255, 254, 13, 10, 0, 128, 10])],
    ['all byte values', Buffer.from(Array.from({ length: 256 }, (_, i) => i))],
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFFgrüße 🚢')],
    ['UTF-16', Buffer.from('text', 'utf16le')],
    ['lone control characters', '\u0000\u0001\u001f'],
  ])('%s', async (_, bytes) => {
    await lab.repository.commit('one', { 'prompts/extraction.md': bytes });
    const run = await deployed('prompts/extraction');
    expect(run.annotations).toEqual([]);
    expect(run.exitCode).toBe(0);
    const expected = await lab.repository.gitBytes(['cat-file', 'blob', 'HEAD:prompts/extraction.md']);
    for (const key of ['prompts/extraction@production', 'prompts/extraction@v1.0.0', 'prompts/extraction@latest']) {
      const found = await stored(lab.sandbox, key);
      expect(found?.bytes.equals(expected)).toBe(true);
      expect(found?.metadata.blob).toBe(await lab.repository.git(['rev-parse', 'HEAD:prompts/extraction.md']));
    }
    const again = await deployTag(lab.sandbox, lab.repository, 'components/prompts/extraction/production');
    expect(again.outputs.changed).toBe('false');
  });
});

describe('the file is found', () => {
  const registry = (components: object): string =>
    JSON.stringify({ version: '3.0.0', components, updated: '2026-05-01T10:00:00Z' });

  test.each<[string, string, Record<string, string>, string]>([
    [
      'by the registry',
      'prompts/extraction',
      {
        '.edgit/components.json': registry({ extraction: { path: 'lib/deep/er/x.txt', type: 'prompt' } }),
        'lib/deep/er/x.txt': 'yes',
        'prompts/extraction.md': 'no',
      },
      'lib/deep/er/x.txt',
    ],
    [
      'by the registry, for agents',
      'agents/helper',
      {
        '.edgit/components.json': registry({ helper: { path: './src/helper.yaml', type: 'agent-definition' } }),
        'src/helper.yaml': 'yes',
      },
      'src/helper.yaml',
    ],
    [
      'not by a registry entry of another type',
      'prompts/extraction',
      {
        '.edgit/components.json': registry({ extraction: { path: 'x.sql', type: 'query' } }),
        'x.sql': 'no',
        'prompts/extraction.md': 'yes',
      },
      'prompts/extraction.md',
    ],
    [
      'by a template of the configuration',
      'prompts/extraction',
      {
        '.github/tagship.yml': 'paths: ["lib/{type}/{name}.{ext}"]',
        'lib/prompts/extraction.txt': 'yes',
        'prompts/extraction.md': 'no',
      },
      'lib/prompts/extraction.txt',
    ],
    [
      'under the prefix',
      'prompts/extraction',
      { 'components/prompts/extraction.md': 'yes', 'prompts/extraction.md': 'no' },
      'components/prompts/extraction.md',
    ],
    [
      'as an index under the prefix',
      'prompts/extraction',
      { 'components/prompts/extraction/index.md': 'yes', 'prompts/extraction.md': 'no' },
      'components/prompts/extraction/index.md',
    ],
    [
      'under the type',
      'prompts/extraction',
      { 'prompts/extraction.md': 'yes', 'prompts/extraction/index.md': 'no' },
      'prompts/extraction.md',
    ],
    [
      'as an index under the type',
      'prompts/extraction',
      { 'prompts/extraction/index.md': 'yes' },
      'prompts/extraction/index.md',
    ],
    ['with the type in its name', 'queries/orders', { 'queries/orders.query.sql': 'yes' }, 'queries/orders.query.sql'],
    [
      'without the suffix Edgit generates',
      'prompts/extraction-prompt',
      { 'prompts/extraction.md': 'yes' },
      'prompts/extraction.md',
    ],
    [
      'without the suffix, with the type in the file name',
      'configs/limits-config',
      { 'configs/limits.config.json': 'yes' },
      'configs/limits.config.json',
    ],
    [
      'without the suffix of agents',
      'agents/helper-agent-definition',
      { 'agents/helper/index.ts': 'yes' },
      'agents/helper/index.ts',
    ],
    [
      'by its whole name first',
      'prompts/extraction-prompt',
      { 'prompts/extraction.md': 'no', 'prompts/extraction-prompt.md': 'yes' },
      'prompts/extraction-prompt.md',
    ],
    [
      'although a longer name starts alike',
      'prompts/extraction',
      { 'prompts/extraction.md': 'yes', 'prompts/extraction.test.md': 'no', 'prompts/extraction2.md': 'no' },
      'prompts/extraction.md',
    ],
  ])('%s', async (_, component, files, path) => {
    await lab.repository.commit('one', files);
    const run = await deployed(component);
    expect(run.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    const found = await stored(lab.sandbox, `${component}@production`);
    expect(found?.metadata.path).toBe(path);
    expect(found?.bytes.equals(await lab.repository.gitBytes(['cat-file', 'blob', `HEAD:${path}`]))).toBe(true);
  });

  test('at the tagged commit, where the file had another name', async () => {
    await lab.repository.commit('one', { 'components/prompts/extraction.txt': 'old place' });
    await lab.repository.edgitTag('prompts/extraction', 'v1.0.0');
    await lab.repository.commit('two', {
      'components/prompts/extraction.txt': null,
      'prompts/extraction.md': 'new place',
    });
    await lab.repository.edgitTag('prompts/extraction', 'v1.1.0');
    for (const [version, text] of [
      ['v1.0.0', 'old place'],
      ['v1.1.0', 'new place'],
    ] as const) {
      await lab.repository.edgitSet('prompts/extraction', 'production', version);
      await deployTag(lab.sandbox, lab.repository, 'components/prompts/extraction/production');
      expect((await stored(lab.sandbox, 'prompts/extraction@production'))?.bytes.toString()).toBe(text);
    }
  });

  test('in a repository whose folders are larger than is fetched at once', async () => {
    const files: Record<string, string> = {
      'prompts/extraction.md': 'needle',
      '.github/tagship.yml': 'latest: tagged',
    };
    await lab.repository.commit('one', files);
    const blob = await lab.repository.git(['rev-parse', 'HEAD:prompts/extraction.md']);
    const lines = Array.from(
      { length: 300_000 },
      (_, i) => `100644 blob ${blob}\t${randomBytes(14).toString('hex')}-${i}.txt`,
    );
    const hay = await lab.repository.git(['mktree'], { input: `${lines.join('\n')}\n` });
    const root = await lab.repository.git(['ls-tree', 'HEAD']);
    const tree = await lab.repository.git(['mktree'], { input: `${root}\n040000 tree ${hay}\thay\n` });
    const commit = await lab.repository.git(['commit-tree', tree, '-m', 'hay']);
    await lab.repository.git(['update-ref', 'refs/heads/main', commit]);
    await lab.repository.git(['push', '--quiet', '--force', 'origin', 'main']);
    await lab.repository.tag('components/prompts/extraction/v1.0.0', commit, { annotated: true });
    await lab.repository.edgitSet('prompts/extraction', 'production', 'v1.0.0');
    const run = await deployTag(lab.sandbox, lab.repository, 'components/prompts/extraction/production');
    expect(run.annotations).toEqual([]);
    expect((await stored(lab.sandbox, 'prompts/extraction@latest'))?.bytes.toString()).toBe('needle');
    const received = lab.sandbox.requests
      .filter(({ service }) => service === 'git')
      .reduce((sum, one) => sum + one.responseBytes, 0);
    expect(received).toBeLessThan(10 * 1024 * 1024);
  });
});

describe('layouts and latest', () => {
  test('every layout is written, and metadata that is too long loses path, author, date in that order', async () => {
    const long = `${'deep/'.repeat(80)}x`;
    await lab.repository.commit('one', {
      '.github/tagship.yml':
        'keys: ["{type}/{name}@{slot}", "components/{type}/{name}/{slot}", "{type}/{name}/{slot}"]\nlatest: false\npaths: ["' +
        long +
        '/{name}.{ext}"]',
      [`${long}/extraction.md`]: 'x',
    });
    const run = await deployed('prompts/extraction');
    expect(run.annotations).toEqual([]);
    expect((await lab.sandbox.kv.list(PRODUCTION_NAMESPACE)).sort()).toEqual([
      'component-versions',
      'components/prompts/extraction/production',
      'components/prompts/extraction/v1.0.0',
      'prompts/extraction/production',
      'prompts/extraction/v1.0.0',
      'prompts/extraction@production',
      'prompts/extraction@v1.0.0',
    ]);
    expect((await stored(lab.sandbox, 'prompts/extraction/production'))?.metadata.path).toBe(`${long}/extraction.md`);

    const longer = `${'deep/'.repeat(190)}y`;
    await lab.repository.commit('two', {
      '.github/tagship.yml': `paths: ["${longer}/{name}.{ext}"]`,
      [`${longer}/extraction.md`]: 'y',
    });
    await lab.repository.edgitTag('prompts/extraction', 'v1.1.0');
    await lab.repository.edgitSet('prompts/extraction', 'production', 'v1.1.0');
    await deployTag(lab.sandbox, lab.repository, 'components/prompts/extraction/production');
    const { metadata } = (await stored(lab.sandbox, 'prompts/extraction@production')) ?? {};
    expect(metadata).toMatchObject({ version: 'v1.1.0', author: 'Ada Lovelace', date: expect.any(String) });
    expect(metadata).not.toHaveProperty('path');
  });

  test('`deployed` follows the highest stable version that is live; `tagged` the highest that is tagged', async () => {
    const texts: Record<string, string> = {
      'v1.0.0': 'one',
      'v1.1.0': 'two',
      'v1.2.0': 'three',
      'v2.0.0-rc.1': 'four',
    };
    for (const [version, text] of Object.entries(texts)) {
      await lab.repository.commit(version, { 'prompts/extraction.md': text });
      await lab.repository.edgitTag('prompts/extraction', version);
    }
    const latest = async (): Promise<string | undefined> =>
      (await stored(lab.sandbox, 'prompts/extraction@latest'))?.bytes.toString();
    const move = async (environment: string, version: string): Promise<void> => {
      await lab.repository.edgitSet('prompts/extraction', environment, version);
      const run = await deployTag(lab.sandbox, lab.repository, `components/prompts/extraction/${environment}`);
      expect(run.exitCode).toBe(0);
    };
    await move('staging', 'v1.1.0');
    expect(await latest()).toBe('two');
    await move('production', 'v1.0.0');
    expect(await latest()).toBe('one');
    await move('production', 'v2.0.0-rc.1');
    expect(await latest()).toBe('one');
    await lab.repository.commit('policy', { '.github/tagship.yml': 'latest: tagged' });
    await move('production', 'v1.0.0');
    expect(await latest()).toBe('three');
  });

  test('policy is read from the default branch, not from the tagged commit', async () => {
    await lab.repository.commit('one', {
      'prompts/extraction.md': 'x',
      '.github/tagship.yml': 'keys: ["old/{type}/{name}/{slot}"]',
    });
    await lab.repository.edgitTag('prompts/extraction', 'v1.0.0');
    await lab.repository.commit('two', { '.github/tagship.yml': 'keys: ["new/{type}/{name}/{slot}"]' });
    await lab.repository.edgitSet('prompts/extraction', 'production', 'v1.0.0');
    await deployTag(lab.sandbox, lab.repository, 'components/prompts/extraction/production');
    expect(await lab.sandbox.kv.list(PRODUCTION_NAMESPACE)).toContain('new/prompts/extraction/production');
  });
});
