import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PRODUCTION_NAMESPACE, type Repository, type Sandbox } from '../../sandbox/index.ts';
import { COMMANDS, type Command } from '../../src/action/spec.ts';
import { withFlags } from '../../src/cli/flag-wording.ts';
import { deployTag, stored } from '../support/deploy.ts';
import { codesOf, dispatch, entryOf, publish, refsOf } from '../support/moves.ts';
import { startSandbox } from '../support/sandbox.ts';
import {
  accessTo,
  cloneOf,
  inTerminal,
  type TerminalClone,
  type TerminalOptions,
  type TerminalResult,
} from '../support/terminal.ts';

const KEY = 'prompts/extraction@production';
const WHERE = [
  '--components',
  'prompts/extraction',
  '--environment',
  'production',
  '--kv-namespace',
  PRODUCTION_NAMESPACE,
];

let sandbox: Sandbox;
let repository: Repository;
let clone: TerminalClone;
let secrets: readonly string[];

beforeAll(async () => {
  sandbox = await startSandbox();
  repository = await sandbox.createRepository('acme/terminal');
  await publish(repository, 'prompts/extraction', 'v1.0.0', 'v1.1.0');
  await repository.edgitSet('prompts/extraction', 'production', 'v1.0.0');
  await deployTag(sandbox, repository, 'components/prompts/extraction/production');
  await dispatch(sandbox, repository, 'reconcile', { heal: 'true' });
  clone = await cloneOf(sandbox, repository);
  secrets = [sandbox.githubToken, sandbox.cloudflareToken];
});

beforeEach(() => {
  sandbox.clearRequests();
});

afterAll(async () => {
  await clone.remove();
  await sandbox.close();
});

/** Runs a command line in the clone, and looks for secrets and workflow commands in what it shows. */
async function run(words: readonly string[], options: Partial<TerminalOptions> = {}): Promise<TerminalResult> {
  const result = await inTerminal(words, {
    cwd: clone.path,
    ...options,
    environment: { ...accessTo(sandbox), ...options.environment },
  });
  for (const secret of secrets) {
    expect(`${result.stdout}${result.stderr}`).not.toContain(secret);
    expect(`${result.stdout}${result.stderr}`).not.toContain(
      Buffer.from(`x-access-token:${secret}`).toString('base64'),
    );
  }
  expect(`${result.stdout}${result.stderr}`).not.toMatch(/^::/m);
  return result;
}

/** A result without what differs from run to run. */
function comparable(json: string): Record<string, unknown> {
  const {
    'duration-ms': _,
    at: __,
    ledger,
    ...rest
  } = JSON.parse(json.replace(/\d[^,"]* old\./g, 'N old.')) as Record<string, unknown>;
  return { ...rest, hasLedger: ledger !== null };
}

/** Lines as they are in every run. */
function withoutTimes(text: string): string[] {
  return withFlags(text)
    .replace(/\b\d+(?:\.\d+)? (?:ms|s|min)\b/g, 'N')
    .replace(/\d{4}-\d\d-\d\dT[\d:]+Z/g, 'T')
    .split('\n');
}

describe('the same answer from the action and in the terminal, for', () => {
  const ab = { components: 'prompts/extraction', environment: 'production', with: 'staging' };
  const cases: readonly (readonly [command: Command, inputs: Readonly<Record<string, string>>])[] = [
    ['history', {}],
    ['history', { environment: 'production' }],
    ['history', { components: 'prompts/none' }],
    ['validate', {}],
    ['reconcile', {}],
    ['reconcile', { heal: 'true' }],
    ['deploy', { components: 'prompts/extraction', environment: 'production' }],
    ['deploy', { tag: 'components/prompts/none/production' }],
    ['promote', { components: 'prompts/extraction', environment: 'production', version: 'v1.1.0', 'dry-run': 'true' }],
    ['promote', { components: 'prompts/extraction', environment: 'production', version: 'v9.0.0' }],
    ['promote', { components: 'prompts/extraction', environment: 'production' }],
    ['rollback', { components: 'prompts/extraction', environment: 'production', 'dry-run': 'true' }],
    ['restore', { environment: 'production', at: '2001-01-01T00:00:00Z', 'dry-run': 'true' }],
    ['guard', { components: 'prompts/extraction', environment: 'production' }],
    ['doctor', {}],
    ['doctor', { environment: 'production' }],
    ['compare', ab],
    ['backtest', { environment: 'production' }],
  ];

  test('every command', () => {
    expect(COMMANDS.filter((command) => !cases.some(([one]) => one === command))).toEqual([]);
  });

  test.each(cases)('%s %p', async (command, inputs) => {
    const namespace = ['history', 'validate'].includes(command) ? {} : { 'kv-namespace': PRODUCTION_NAMESPACE };
    const action = await dispatch(sandbox, repository, command, inputs, {
      ...(command === 'validate' ? { workspace: clone.path } : {}),
    });
    const flags = Object.entries({ ...inputs, ...namespace }).flatMap(([name, value]) =>
      value === 'true' ? [`--${name}`] : [`--${name}`, value],
    );
    const ask = 'dry-run' in inputs ? [] : ['--yes'];
    const json = await run([command, ...flags, ...ask, '--json']);
    expect(json.exitCode).toBe(action.exitCode);
    // The same codes, each once.
    const codes = (output: string): string[] =>
      [...output.matchAll(/tagship\(([\w-]+)\):/g)].map(([, code = '']) => code);
    expect(codes(json.stderr)).toEqual(codesOf(action));
    if (action.outputs.result === undefined) {
      expect(json.stdout).toBe('');
    } else {
      const [mine, its] = [comparable(json.stdout), comparable(action.outputs.result)];
      expect({ ...mine, sarif: null, notices: null, sha: null }).toEqual({
        ...its,
        sarif: null,
        notices: null,
        sha: null,
      });
      // What people read is what the log of the action says.
      const plain = await run([command, ...flags, ...ask]);
      expect(plain.exitCode).toBe(action.exitCode);
      const log = withoutTimes(action.stdout);
      expect(withoutTimes(plain.stdout).filter((line) => !log.includes(line))).toEqual([]);
      expect(plain.stdout).not.toBe('');
    }
  });
});

test('results go to standard output, and all else to standard error; without colours in a pipe', async () => {
  const { stdout, stderr } = await run(['history', '--environment', 'production']);
  expect(stdout).toMatch(/^At .*:\n {2}production {2}prompts\/extraction {2}v1\.0\.0/);
  expect(stderr).toContain('Read the ledger');
  expect(`${stdout}${stderr}`).not.toContain('\u001b');
  const json = await run(['history', '--json']);
  expect(JSON.parse(json.stdout)).toMatchObject({ schema: 1, command: 'history' });
});

test('colours are shown where a terminal has them, and not with NO_COLOR', async () => {
  const wrong = ['promote', ...WHERE, '--version', 'v9.0.0'];
  const coloured = await run(wrong, { types: 'n\r' });
  expect(coloured.stderr).toContain('\u001b[31mtagship(version-unknown):\u001b[39m');
  const plain = await run(wrong, { types: 'n\r', environment: { NO_COLOR: '1', CI: 'true' } });
  expect(plain.stderr).not.toContain('\u001b[31m');
  const forced = await run(['history', '--at', 'never'], { environment: { FORCE_COLOR: '1' } });
  expect(forced.stderr).toContain('\u001b[31mtagship(input-invalid):');
});

test('doctor shows first what needs a look, in lines that end between words', async () => {
  const { exitCode, stdout, stderr } = await run(['doctor'], { types: '', environment: { NO_COLOR: '1' } });
  const lines = stdout.split('\n');
  const found = lines.flatMap((line) => /^(error|warning|notice|ok) +[A-Z]/.exec(line)?.[1] ?? []);
  const order = ['error', 'warning', 'notice', 'ok'];
  expect(found).toEqual([...found].sort((one, other) => order.indexOf(one) - order.indexOf(other)));
  expect(new Set(found)).toEqual(new Set(order));
  expect(lines.filter((line) => line.length > 120)).toEqual([]);
  expect(stdout.replaceAll(/\n {8}/g, ' ')).toContain('or give the flag `--kv-namespace`.');
  expect(stderr).toContain('tagship(namespace-missing)');
  expect(exitCode).toBe(1);
});

test('a time before everything has a line of its own', async () => {
  const { stdout } = await run(['history', '--at', '2001-01-01T00:00:00Z']);
  expect(stdout).toBe('At 2001-01-01T00:00:00Z:\n  nothing that the ledger knows of\n');
});

test('a page is written from the current folder, inside of a clone or not, and said where', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'tagship-pages-'));
  await mkdir(path.join(clone.path, 'docs'), { recursive: true });
  try {
    const below = await run(['history', '--page', 'out/a.html'], { cwd: path.join(clone.path, 'docs') });
    expect(below).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('Wrote the page out/a.html') });
    expect(await readFile(path.join(clone.path, 'docs/out/a.html'), 'utf8')).toMatch(/^<!doctype html>/);
    const whole = path.join(folder, 'b.html');
    expect(await run(['history', '--page', whole])).toMatchObject({ exitCode: 0 });
    expect(await readFile(whole, 'utf8')).toMatch(/^<!doctype html>/);
    const outside = await run(['history', '--repository', repository.name, '--page', path.join(folder, 'c.html')], {
      cwd: folder,
    });
    expect(outside).toMatchObject({ exitCode: 0 });
    expect((await readdir(folder)).sort()).toEqual(['b.html', 'c.html']);
  } finally {
    await rm(folder, { recursive: true });
    await rm(path.join(clone.path, 'docs'), { recursive: true });
  }
});

describe('what may move something', () => {
  const promotion = ['promote', ...WHERE, '--version', 'v1.1.0'];

  test.each([
    ['promote', ['--version', 'v1.1.0']],
    ['rollback', []],
    ['deploy', []],
    ['guard', []],
  ])('%s is refused in a pipe without --yes, before anything is asked', async (command, more) => {
    const { exitCode, stdout, stderr } = await run([command, ...WHERE, ...more]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain('tagship(unconfirmed): ');
    expect(stderr).toContain('Add `--yes`');
    expect(sandbox.requests).toEqual([]);
  });

  test('is shown before the question, and not done after a no', async () => {
    const before = await refsOf(repository);
    for (const types of ['n\r', '\u0004']) {
      const { exitCode, stdout, stderr } = await run(promotion, { types });
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
      expect(stderr).toContain('What would happen:');
      expect(stderr).toContain('Would move prompts/extraction in production: v1.1.0 (was v1.0.0)');
      expect(stderr).toContain('promote in production: go on? [y/N]');
      expect(stderr).toContain('tagship(unconfirmed)');
    }
    expect(await refsOf(repository)).toEqual(before);
    expect((await stored(sandbox, KEY))?.bytes.toString()).toBe('prompts/extraction v1.0.0');
  });

  test('is done after a yes, by the person that Git names', async () => {
    const { exitCode, stdout, stderr } = await run([...promotion, '--reason', 'better'], { types: 'y\r' });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: expect.stringContaining('go on?') });
    expect(stdout).toContain('Moved prompts/extraction in production: v1.1.0 (was v1.0.0)');
    expect((await stored(sandbox, KEY))?.bytes.toString()).toBe('prompts/extraction v1.1.0');
    expect(await entryOf(repository, 'production/components/prompts/extraction')).toMatchObject({
      version: 'v1.1.0',
      actor: 'Grace Hopper',
      run: null,
      reason: 'better',
    });
  });

  test('with --yes nothing is asked', async () => {
    const { exitCode, stdout, stderr } = await run(['rollback', ...WHERE, '--yes']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: expect.not.stringContaining('go on?') });
    expect(stdout).toContain('v1.1.0 is quarantined');
    expect((await stored(sandbox, KEY))?.bytes.toString()).toBe('prompts/extraction v1.0.0');
  });

  test('an error of the plan ends it without a question', async () => {
    const { exitCode, stderr } = await run(['promote', ...WHERE, '--version', 'v9.0.0'], { types: 'y\r' });
    expect(exitCode).toBe(1);
    expect(stderr).not.toContain('go on?');
    expect(stderr).toContain('tagship(version-unknown)');
  });
});

test.each(['deploy', 'guard'])('%s needs to be told on what, since no event started it', async (command) => {
  const { exitCode, stderr } = await run([command, '--yes']);
  expect(exitCode).toBe(1);
  expect(stderr).toContain('tagship(input-missing): It is not said what to');
  expect(sandbox.requests).toEqual([]);
});

describe('the repository and its token', () => {
  const access = (): Record<string, string | undefined> => ({ ...accessTo(sandbox), GITHUB_TOKEN: undefined });

  test('come from a file, GITHUB_TOKEN, GH_TOKEN or gh', async () => {
    const file = path.join(clone.path, '..', `${path.basename(clone.path)}-token`);
    await writeFile(file, `${sandbox.githubToken}\n`);
    try {
      const byFile = await run(['history', '--github-token-file', file], { environment: access() });
      expect(byFile).toMatchObject({ exitCode: 0 });
    } finally {
      await rm(file);
    }
    const byGh = await run(['history'], { environment: { ...access(), GH_TOKEN: sandbox.githubToken } });
    expect(byGh).toMatchObject({ exitCode: 0 });
    const folder = path.join(clone.path, '..', `${path.basename(clone.path)}-bin`);
    await mkdir(folder);
    await writeFile(
      path.join(folder, 'gh'),
      `#!/bin/sh\n[ "$1 $2 $3 $4" = "auth token --hostname 127.0.0.1" ] && echo ${sandbox.githubToken}\n`,
      { mode: 0o755 },
    );
    try {
      const byProgram = await run(['history'], { environment: { ...access(), PATH: `${folder}:${process.env.PATH}` } });
      expect(byProgram).toMatchObject({ exitCode: 0 });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('are missed in words of the terminal', async () => {
    const none = await run(['history'], { environment: { ...access(), PATH: '/usr/bin:/bin' } });
    expect(none).toMatchObject({ exitCode: 1, stdout: '' });
    expect(none.stderr).toContain('tagship(token-missing): There is no `github-token`.');
    expect(none.stderr).toContain('gh auth login');
    expect(none.stderr).not.toContain('from a secret');
  });

  test('a token for GitHub is sent to no other server', async () => {
    const environment = { GITHUB_SERVER_URL: undefined, GITHUB_API_URL: undefined, PATH: '/usr/bin:/bin' };
    const { exitCode, stderr } = await run(['history'], { environment });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('tagship(token-missing)');
    expect(sandbox.requests).toEqual([]);
    const enterprise = { ...environment, GH_ENTERPRISE_TOKEN: sandbox.githubToken };
    expect(await run(['history'], { environment: enterprise })).toMatchObject({ exitCode: 0 });
  });

  test('another repository is named by --repository, and one that is not there says so', async () => {
    const other = await sandbox.createRepository('acme/other');
    await publish(other, 'prompts/other', 'v2.0.0');
    await other.edgitSet('prompts/other', 'staging', 'v2.0.0');
    await deployTag(sandbox, other, 'components/prompts/other/staging');
    const { stdout } = await run(['history', '--repository', 'acme/other']);
    expect(stdout).toContain('prompts/other  v2.0.0');
    const wrong = await run(['history', '--repository', 'other']);
    expect(wrong.stderr).toContain('tagship(repository-unknown): `other` names no repository.');
    const outside = await run(['history'], { cwd: path.dirname(clone.path) });
    expect(outside.stderr).toContain('tagship(repository-unknown): This folder is in no clone of a repository.');
    await clone.git('remote', 'rename', 'origin', 'upstream');
    try {
      const renamed = await run(['history']);
      expect(renamed.stderr).toContain('This clone has no remote `origin`; its remotes: upstream.');
    } finally {
      await clone.git('remote', 'rename', 'upstream', 'origin');
    }
  });

  test('an address with a password is not repeated', async () => {
    await clone.git('remote', 'set-url', 'origin', 'https://ada:pa55word@gitlab.example/a/b/c.git');
    try {
      const { stderr } = await run(['history']);
      expect(stderr).toContain('tagship(repository-unknown)');
      expect(stderr).not.toContain('pa55word');
    } finally {
      await clone.git('remote', 'set-url', 'origin', `${sandbox.serverUrl}/${repository.name}.git`);
    }
  });
});
