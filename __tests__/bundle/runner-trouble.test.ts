import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { RunOptions, RunResult } from '../../sandbox/index.ts';
import { GitProcess } from '../../src/adapters/git/process.ts';
import { deployTag, stored, writes } from '../support/deploy.ts';
import { laboratory } from '../support/laboratory.ts';

const PRODUCTION = 'components/prompts/extraction/production';

const lab = laboratory('runner-trouble', { runsAs: 'process' });
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'runner-trouble-'));
});

afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});

beforeEach(async () => {
  await lab.repository.commit('v1.0.0', { 'prompts/extraction.md': 'Hello ##[error]boo\n' });
  await lab.repository.edgitTag('prompts/extraction', 'v1.0.0');
  await lab.repository.edgitSet('prompts/extraction', 'production', 'v1.0.0');
});

async function deploy(env: Readonly<Record<string, string>>, options: Partial<RunOptions> = {}): Promise<RunResult> {
  return await deployTag(lab.sandbox, lab.repository, PRODUCTION, { ...options, env });
}

/** Writes a file that may be executed, and answers its path. */
async function script(name: string, text: string): Promise<string> {
  const file = path.join(directory, name);
  await writeFile(file, text);
  await chmod(file, 0o755);
  return file;
}

function warningsOf({ annotations }: RunResult): string[] {
  return annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
}

describe('work that is done stays done', () => {
  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['the job summary', { GITHUB_STEP_SUMMARY: '/nowhere/summary' }, /^The job summary could not be written: /],
    ['the outputs', { GITHUB_OUTPUT: '/nowhere/output' }, /^The outputs could not be written: /],
    ['the outputs, without a file,', { GITHUB_OUTPUT: '' }, /^The outputs could not be written: `GITHUB_OUTPUT` names/],
  ])('where %s cannot be written', async (_, env, warning) => {
    const run = await deploy(env);
    expect(warningsOf(run)).toEqual([expect.stringMatching(warning)]);
    expect(run.exitCode).toBe(0);
    expect(run.stdout).not.toMatch(/::set-output|internal/);
    expect((await stored(lab.sandbox, 'prompts/extraction@production'))?.bytes.toString()).toContain('Hello');
  });

  test('where nobody reads the log any more; the summary says so', async () => {
    const main = path.resolve('dist/index.js');
    const entry = await script(
      'deaf.mjs',
      `import { spawn } from 'node:child_process';
       const child = spawn(process.execPath, [${JSON.stringify(main)}], { stdio: ['ignore', 'pipe', 'inherit'] });
       child.stdout.destroy();
       child.on('close', (code) => { process.exitCode = code ?? 9; });`,
    );
    const run = await deploy({}, { entry });
    expect(run.stderr).toBe('');
    expect(run.exitCode).toBe(0);
    expect(run.outputs.version).toBe('v1.0.0');
    expect(run.summary).toMatch(/⚠️ The log is not complete: write EPIPE\.\n/);
    expect((await stored(lab.sandbox, 'prompts/extraction@production'))?.bytes.toString()).toContain('Hello');
  });
});

describe('before anything is done, the cause is said', () => {
  test.each<[string, () => Promise<Readonly<Record<string, string>>>, RegExp]>([
    [
      'without RUNNER_TEMP',
      async () => ({ RUNNER_TEMP: path.join(directory, 'nowhere') }),
      /^tagship\(runner-unusable\): No directory can be made in `.*nowhere`: ENOENT.*`RUNNER_TEMP`/,
    ],
    [
      'with a RUNNER_TEMP that is no directory',
      async () => ({ RUNNER_TEMP: await script('file', '') }),
      /^tagship\(runner-unusable\): No directory can be made in `.*file`: ENOTDIR.*`RUNNER_TEMP`/,
    ],
  ])('%s', async (_, trouble, message) => {
    const run = await deploy(await trouble());
    expect(run.annotations.map((one) => one.message)).toEqual([expect.stringMatching(message)]);
    expect(run.exitCode).toBe(1);
    expect(writes(lab.sandbox.requests)).toEqual([]);
  });
});

test('a deploy needs no Git on the runner', async () => {
  const run = await deploy({ PATH: directory });
  expect(run.annotations).toEqual([]);
  expect(run.exitCode).toBe(0);
  expect((await stored(lab.sandbox, 'prompts/extraction@production'))?.bytes.toString()).toContain('Hello');
});

test.each([
  ['is not there', 'ENOENT', async () => directory],
  [
    'may not be run',
    'EACCES',
    async () => {
      const place = path.join(directory, 'unusable');
      await mkdir(place);
      await writeFile(path.join(place, 'git'), 'no program', { mode: 0o644 });
      return place;
    },
  ],
])('a Git that %s is named by what needs it', async (_, code, place) => {
  const process = new GitProcess(['version'], { PATH: await place() }, directory);
  await expect(process.end()).rejects.toMatchObject({
    code: 'runner-unusable',
    what: `Git could not be started on the runner (${code}).`,
    remedy: expect.stringContaining('Install Git'),
  });
});

test('the whole result stands in a file that later steps can read', async () => {
  const run = await deploy({ RUNNER_TEMP: directory });
  const file = run.outputs['result-file'] ?? '';
  expect(path.dirname(file)).toBe(directory);
  expect(await readFile(file, 'utf8')).toBe(run.outputs.result);
  expect(JSON.parse(run.outputs.result ?? '')).toMatchObject({ truncated: false, components: { length: 1 } });
});
