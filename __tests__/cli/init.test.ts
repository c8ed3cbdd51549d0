import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { runGit } from '../../sandbox/git/command.ts';
import { bareEnvironment } from '../../sandbox/processes.ts';
import { adaptWorkflow, planInit, WORKFLOWS } from '../../src/cli/init-plan.ts';
import { parseConfig } from '../../src/domain/config-file.ts';
import { inTerminal } from '../support/terminal.ts';

const ID = '0f2ac74b498b48028cb68387c421e279';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tagship-init-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function git(...words: string[]): Promise<void> {
  const author = {
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'ada@example.com',
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@example.com',
  };
  await runGit(words, { cwd: folder, env: { ...bareEnvironment(), HOME: folder, ...author } });
}

async function put(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await writeFile(path.join(folder, file), text);
}

async function repository(): Promise<void> {
  await git('init', '--quiet', '-b', 'trunk');
  await put('prompts/extraction.md', 'one');
  await put('prompts/summary.md', 'two');
  await put('configs/limits.json', '{}');
  await put('worker.js', '');
  await put('wrangler.jsonc', `{ "kv_namespaces": [{ "binding": "COMPONENTS_KV", "id": "${ID}" }] }`);
  await git('add', '--all');
  await git('commit', '--quiet', '-m', 'one');
  await git('tag', 'components/prompts/extraction/v1.0.0');
  await git('tag', 'components/prompts/extraction/production');
  await git('tag', 'components/prompts/extraction/eu');
  await git('tag', 'components/configs/limits-config/v1.0.0');
  // Of another tool: it only looks like a version.
  await git('tag', 'components/ui/button/1.0.0');
}

test('writes what fits the repository, and says what is left', async () => {
  await repository();
  const { exitCode, stdout, stderr } = await inTerminal(['init'], { cwd: path.join(folder, 'prompts') });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toContain('Found: 2 components with tags, 1 component without, environments eu, production.');
  expect(stdout).toContain('gh secret set CLOUDFLARE_API_TOKEN');
  expect(stdout).toContain('npx wrangler kv namespace create components-eu');
  expect(stdout).toContain('default branch (trunk)');
  expect(stdout).toContain(
    "git tag -a -m 'prompts summary v1.0.0' components/prompts/summary/v1.0.0 && git push origin",
  );
  expect(stdout).toContain('npx tagship promote --components configs/limits-config --environment eu --version v1.0.0');

  const config = parseConfig(await readFile(path.join(folder, '.github/tagship.yml'), 'utf8'), 'tagship.yml');
  expect(config.namespaces).toEqual({ production: { binding: 'COMPONENTS_KV' } });
  expect((await readdir(path.join(folder, '.github/workflows'))).sort()).toEqual(
    WORKFLOWS.map((name) => `${name}.yml`).sort(),
  );
  const promote = parse(await readFile(path.join(folder, '.github/workflows/promote.yml'), 'utf8'));
  expect(promote.on.workflow_dispatch.inputs).toMatchObject({
    component: { options: ['configs/limits-config', 'prompts/extraction', 'configs/**', 'prompts/**'] },
    environment: { options: ['eu', 'production'], default: 'production' },
    from: { options: ['eu', 'production'], default: 'eu' },
  });
  const validate = parse(await readFile(path.join(folder, '.github/workflows/validate.yml'), 'utf8'));
  expect(validate.on.push.branches).toEqual(['trunk']);
});

test('overwrites nothing, and says so', async () => {
  await repository();
  await put('.github/workflows/deploy.yml', 'mine');
  await put('.github/tagship.yml', 'retention: 3\n');
  const dry = await inTerminal(['init', '--dry-run'], { cwd: folder });
  expect(dry.stdout).toContain('Would write .github/workflows/promote.yml');
  expect(await readdir(path.join(folder, '.github/workflows'))).toEqual(['deploy.yml']);
  const { stdout } = await inTerminal(['init'], { cwd: folder });
  expect(stdout).toContain('Left as it is: .github/workflows/deploy.yml, which exists');
  expect(stdout).toContain('Left as it is: .github/tagship.yml, which exists');
  expect(await readFile(path.join(folder, '.github/workflows/deploy.yml'), 'utf8')).toBe('mine');
  expect(await readFile(path.join(folder, '.github/tagship.yml'), 'utf8')).toBe('retention: 3\n');
  const again = await inTerminal(['init'], { cwd: folder });
  expect(again.stdout).not.toContain('Wrote');
});

test('does with a repository that has nothing, and needs one', async () => {
  await git('init', '--quiet');
  const { exitCode, stdout } = await inTerminal(['init'], { cwd: folder });
  expect(exitCode).toBe(0);
  expect(stdout).toContain('Found: 0 components with tags, 0 components without, environments production, staging.');
  const config = parseConfig(await readFile(path.join(folder, '.github/tagship.yml'), 'utf8'), 'tagship.yml');
  expect(config.namespaces).toBeUndefined();
  const outside = await inTerminal(['init'], { cwd: tmpdir() });
  expect(outside).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('tagship(repository-unknown)') });
});

test.each(WORKFLOWS)(
  '%s is changed nowhere but in its choices, and stays YAML whatever a tag is called',
  async (name) => {
    const text = await readFile(new URL(`../../examples/workflows/${name}.yml`, import.meta.url), 'utf8');
    const odd = [
      'components/prompts/a"b/v1.0.0',
      "components/prompts/$(id)'/true",
      'components/prompts/x/no',
      'components/prompts/x/[y]',
    ];
    const plan = planInit({ tags: odd, files: [], wrangler: undefined });
    const adapted = adaptWorkflow(text, plan, 'main');
    const words = JSON.stringify(parse(adapted));
    expect(parse(adapted).jobs).toEqual(parse(text).jobs);
    expect(adapted.split('\n').length).toBe(text.split('\n').length);
    if (text.includes('options: [production')) {
      expect(words).toContain('["[y]","no","true"]');
    }
  },
);
