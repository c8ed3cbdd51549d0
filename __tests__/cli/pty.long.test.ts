import { execFile } from 'node:child_process';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PRODUCTION_NAMESPACE, type Repository, type Sandbox } from '../../sandbox/index.ts';
import { bareEnvironment } from '../../sandbox/processes.ts';
import { stored } from '../support/deploy.ts';
import { entryOf, publish, refsOf } from '../support/moves.ts';
import { inPty, type PtyOptions, type Shown } from '../support/pty.ts';
import { startSandbox } from '../support/sandbox.ts';
import { accessTo, cloneOf, type TerminalClone } from '../support/terminal.ts';

const KEY = 'prompts/extraction@production';
const WHERE = ['--components', 'prompts/extraction', '--environment', 'production'];
const NAMESPACE = ['--kv-namespace', PRODUCTION_NAMESPACE];
const PROMOTE = ['promote', ...WHERE, ...NAMESPACE, '--version', 'v1.0.0'];

/** A colour, or bold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: codes of a terminal
const COLOUR = /\u001b\[[1-9]\d*m/;
const PROGRESS = '\r\u001b[2K⠋ Read the ledger and the tags …';

let sandbox: Sandbox;
let repository: Repository;
let clone: TerminalClone;

beforeAll(async () => {
  sandbox = await startSandbox();
  repository = await sandbox.createRepository('acme/pty');
  await publish(repository, 'prompts/extraction', 'v1.0.0', 'v1.1.0');
  clone = await cloneOf(sandbox, repository);
});

afterAll(async () => {
  await clone.remove();
  await sandbox.close();
});

async function see(words: readonly string[], options: Partial<PtyOptions> = {}): Promise<Shown> {
  const shown = await inPty(words, {
    cwd: clone.path,
    ...options,
    environment: { ...accessTo(sandbox), ...options.environment },
  });
  for (const secret of [sandbox.githubToken, sandbox.cloudflareToken]) {
    expect(shown.text).not.toContain(secret);
  }
  return shown;
}

describe('a question in a real terminal', () => {
  test.each([
    ['a no', 'n\r'],
    ['Enter alone', '\r'],
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('is asked after the plan, and %s changes nothing', async (_, types) => {
    const before = await refsOf(repository);
    const { exitCode, text } = await see(PROMOTE, { types });
    expect(text).toContain(PROGRESS);
    expect(text).toMatch(COLOUR);
    const plain = stripVTControlCharacters(text);
    expect(plain).toContain('Would move prompts/extraction in production: v1.0.0, the version that was named');
    // What is said next begins a line.
    expect(plain).toMatch(
      /go on\? \[y\/N\] .*[\r\n]+tagship\(unconfirmed\): The answer was not yes, so nothing was done\./,
    );
    expect(exitCode).toBe(1);
    expect(await refsOf(repository)).toEqual(before);
    expect(await stored(sandbox, KEY)).toBeUndefined();
  });

  test('is answered with y, and then it moves', async () => {
    const { exitCode, text } = await see(PROMOTE, { types: 'y\r' });
    expect(stripVTControlCharacters(text)).toContain('Deployed prompts/extraction v1.0.0 to production');
    expect(exitCode).toBe(0);
    expect((await stored(sandbox, KEY))?.bytes.toString()).toBe('prompts/extraction v1.0.0');
    expect(await entryOf(repository, 'production/components/prompts/extraction')).toMatchObject({
      version: 'v1.0.0',
      actor: 'Grace Hopper',
    });
  });

  test('is not asked where the plan has an error', async () => {
    const { exitCode, text } = await see([...PROMOTE.slice(0, -1), 'v9.0.0']);
    expect(text).toContain('\u001b[31mtagship(version-unknown):\u001b[39m');
    expect(text).not.toContain('[y/N]');
    expect(exitCode).toBe(1);
  });
});

test('NO_COLOR takes the colours away, and TERM=dumb the progress as well', async () => {
  const plain = await see(PROMOTE, { types: 'n\r', environment: { NO_COLOR: '1' } });
  expect(plain.text).not.toMatch(COLOUR);
  expect(plain.text).toContain(PROGRESS);
  const dumb = await see(['history', ...WHERE], { environment: { TERM: 'dumb' } });
  expect(dumb).toMatchObject({ exitCode: 0, text: expect.not.stringContaining('\u001b') });
});

test('the facts of doctor end their lines between words', async () => {
  const { exitCode, text } = await see(['doctor', ...NAMESPACE]);
  const lines = stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => /^(?:warning|notice|ok| {8})/.test(line));
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.filter((line) => line.length > 80 && line.trim().includes(' '))).toEqual([]);
  expect(exitCode).toBe(0);
});

describe('a pipe', () => {
  test('gets plain text, while the terminal beside it shows what is under way', async () => {
    const { exitCode, text } = await see(['history', ...WHERE], { behind: ' | sed "s/^/piped: /"' });
    expect(exitCode).toBe(0);
    expect(text).toContain('⠋ Read the ledger …');
    const piped = text.split('\n').filter((line) => line.includes('piped: '));
    expect(piped.length).toBeGreaterThan(2);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: codes of a terminal
    expect(piped.filter((line) => /\u001b/.test(line.slice(line.indexOf('piped: '))))).toEqual([]);
  });

  test('has nobody to ask, and no code of a terminal', async () => {
    const program = path.join(import.meta.dirname, '../../dist/cli.js');
    const environment = { ...bareEnvironment(), HOME: clone.path, TERM: 'xterm', ...accessTo(sandbox) };
    const run = (words: readonly string[]): Promise<{ code: unknown; text: string }> =>
      new Promise((resolve) => {
        execFile(process.execPath, [program, ...words], { cwd: clone.path, env: environment }, (error, out, problem) =>
          resolve({ code: error?.code ?? 0, text: `${out}${problem}` }),
        );
      });
    const before = await refsOf(repository);
    const refused = await run(PROMOTE);
    expect(refused.code).toBe(1);
    expect(refused.text).toMatch(
      /^tagship\(unconfirmed\): `promote` may move something, and there is no terminal to ask in\./,
    );
    const shown = await run([...PROMOTE, '--dry-run']);
    expect(shown).toMatchObject({ code: 0, text: expect.not.stringContaining('\u001b') });
    expect(await refsOf(repository)).toEqual(before);
  });
});
