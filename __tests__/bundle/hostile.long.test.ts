// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts that a shell or a workflow would expand
import { access } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PRODUCTION_NAMESPACE, type Repository, type Sandbox } from '../../sandbox/index.ts';
import { deployTag, indexOf, leftBehind, stored } from '../support/deploy.ts';
import { startSandbox } from '../support/sandbox.ts';

let sandbox: Sandbox;
let repository: Repository;

beforeAll(async () => {
  sandbox = await startSandbox({ runsAs: 'process' });
  repository = await sandbox.createRepository();
});

afterAll(async () => {
  await sandbox.close();
});

/** Names that a shell, a workflow command, Markdown, JSON or a URL would read as something else; Git allows them. */
const names = [
  '$(touch${IFS}x)',
  '`touch x`'.replace(' ', '${IFS}'),
  '"quoted"',
  "it's",
  'a&b',
  'a;touch${IFS}x;',
  'a|b>c<d',
  '%0A%3A%3Aset-output',
  '${{github.token}}',
  '<img${IFS}src=x>',
  '--upload-pack=x',
  '-rf',
  '@everyone',
  '#1',
  '{name}',
  '{slot}',
  '__proto__',
  'constructor',
  'ü🚢',
  'x'.repeat(200),
];

describe('a component named', () => {
  test.each(names.map((name) => [name]))('%s: the right value, nothing executed, nothing leaked', async (name) => {
    const component = `prompts/${name}`;
    await repository.commit(name, { [`prompts/${name}.md`]: `content of ${name}` });
    await repository.edgitTag(component, 'v1.0.0');
    await repository.edgitSet(component, 'production', 'v1.0.0');
    const run = await deployTag(sandbox, repository, `components/${component}/production`);
    expect(run.annotations).toEqual([]);
    expect(run.exitCode).toBe(0);
    expect((await stored(sandbox, `${component}@production`))?.bytes.toString()).toBe(`content of ${name}`);
    expect(Object.keys((await indexOf(sandbox)) as object)).toContain(component);
    expect(run.outputs.component).toBe(component);
    expect(run.workspaceEntries).toEqual([]);
    expect(leftBehind(run)).toEqual([]);
    for (const folder of [repository.path, repository.bare, process.cwd()]) {
      await expect(access(path.join(folder, 'x'))).rejects.toThrow();
    }
    expect(run.masks).toContain(sandbox.githubToken);
    expect(run.stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain(sandbox.githubToken);
  });
});

test('an environment with a hostile name', async () => {
  await repository.commit('env', { 'prompts/env.md': 'x' });
  await repository.edgitTag('prompts/env', 'v1.0.0');
  const environment = '$(touch${IFS}x)`id`;"&';
  await repository.edgitSet('prompts/env', environment, 'v1.0.0');
  const run = await deployTag(sandbox, repository, `components/prompts/env/${environment}`);
  expect(run.exitCode).toBe(0);
  expect(await indexOf(sandbox)).toMatchObject({ 'prompts/env': { [environment]: 'v1.0.0' } });
});

test('text from commits, paths and stored metadata cannot start a workflow command or leave its table cell', async () => {
  const author = '::error::boo | <script>alert(1)</script> @everyone';
  await repository.write({ 'prompts/author.md': 'x' });
  await repository.git(['add', '-A']);
  await repository.git(['commit', '--quiet', '-m', '::error::boo'], { env: { GIT_AUTHOR_NAME: author } });
  await repository.edgitTag('prompts/author', 'v1.0.0');
  await repository.edgitSet('prompts/author', 'production', 'v1.0.0');
  await sandbox.kv.put(PRODUCTION_NAMESPACE, 'prompts/author@production', 'old', {
    version: 'v0\n::error::boo | <b>x</b>',
    sha: 'x](javascript:alert(1))',
  });
  const run = await deployTag(sandbox, repository, 'components/prompts/author/production', {
    inputs: { reason: '::error::boo\n\n# heading <b>x</b> @everyone | x' },
  });
  expect(run.exitCode).toBe(0);
  expect(run.annotations).toEqual([]);
  // The summary's own folds are the only markup.
  const outsideCode = run.summary.replace(/`[^`]*`/g, '').replace(/^<\/?details>$|^<summary>[\w ]+<\/summary>$/gm, '');
  expect(outsideCode).not.toContain('<');
  expect(run.summary).not.toContain('javascript:');
  expect(run.summary).not.toMatch(/^# heading/m);
  expect(run.summary).not.toContain('@everyone');
  expect((await stored(sandbox, 'prompts/author@production'))?.metadata.author).toContain('error::boo');
});
