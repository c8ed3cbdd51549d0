import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Sandbox } from '../../sandbox/index.ts';
import { bareEnvironment } from '../../sandbox/processes.ts';
import { deployTag } from '../support/deploy.ts';
import { publish } from '../support/moves.ts';
import { startSandbox } from '../support/sandbox.ts';
import { accessTo, cloneOf } from '../support/terminal.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const execute = promisify(execFile);

let sandbox: Sandbox;
let folder: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  folder = await mkdtemp(path.join(tmpdir(), 'tagship-pack-'));
});

afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
});

async function npm(cwd: string, ...words: string[]): Promise<string> {
  const env = { ...bareEnvironment(), HOME: folder, npm_config_cache: path.join(folder, 'cache') };
  return (await execute('npm', [...words, '--offline', '--no-audit', '--no-fund'], { cwd, env })).stdout;
}

test('what `npm pack` makes needs nothing else, in an empty folder', async () => {
  const [packed] = JSON.parse(await npm(ROOT, 'pack', '--json', '--pack-destination', folder)) as {
    filename: string;
    files: { path: string }[];
  }[];
  const files = packed?.files.map(({ path: file }) => file) ?? [];
  expect(files).toEqual(
    expect.arrayContaining([
      'action.yml',
      'dist/cli.js',
      'dist/index.js',
      'examples/workflows/deploy.yml',
      'package.json',
      'LICENSE',
    ]),
  );
  expect(files.filter((file) => /^(?:src|__tests__|sandbox|node_modules)\//.test(file))).toEqual([]);

  await npm(folder, 'install', '--prefix', path.join(folder, 'app'), path.join(folder, packed?.filename ?? ''));
  expect((await readdir(path.join(folder, 'app/node_modules'))).filter((name) => !name.startsWith('.'))).toEqual([
    'tagship',
  ]);
  const program = path.join(folder, 'app/node_modules/.bin/tagship');
  const { version } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const env = { ...bareEnvironment(), HOME: folder, ...accessTo(sandbox) };
  expect((await execute(program, ['--version'], { env })).stdout).toBe(`${version}\n`);
  expect((await execute(program, ['complete', 'bash'], { env })).stdout).toMatch(/^complete .*-F \w+ tagship$/m);
  expect((await execute(program, ['complete', '--', 'promote', '--env'], { env })).stdout).toContain('--environment');

  const repository = await sandbox.createRepository('acme/packed');
  await publish(repository, 'prompts/extraction', 'v1.0.0');
  await repository.edgitSet('prompts/extraction', 'production', 'v1.0.0');
  await deployTag(sandbox, repository, 'components/prompts/extraction/production');
  const clone = await cloneOf(sandbox, repository);
  try {
    const history = await execute(program, ['history', '--json'], { cwd: clone.path, env });
    expect(JSON.parse(history.stdout)).toMatchObject({ command: 'history', state: [{ version: 'v1.0.0' }] });
    const init = await execute(program, ['init'], { cwd: clone.path, env });
    expect(init.stdout).toContain('Wrote .github/workflows/deploy.yml');
    const refused = execute(
      program,
      ['rollback', '--components', 'prompts/extraction', '--environment', 'production'],
      { cwd: clone.path, env },
    );
    await expect(refused).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('tagship(unconfirmed)') });
  } finally {
    await clone.remove();
  }
});
