import { EventEmitter } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { runGit } from '../../sandbox/git/command.ts';
import type { Repository, Sandbox } from '../../sandbox/index.ts';
import { bareEnvironment } from '../../sandbox/processes.ts';
import { SystemClock } from '../../src/adapters/system-clock.ts';
import { terminal } from '../../src/terminal.ts';

const HOME = path.join(import.meta.dirname, '../..');

export interface TerminalOptions {
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** What a person types when asked; without, there is a pipe instead of a person. */
  readonly types?: string;
  /** How wide the terminal is. */
  readonly columns?: number;
}

export interface TerminalResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process. */
export async function inTerminal(
  words: readonly string[],
  { cwd, environment = {}, types, columns = 120 }: TerminalOptions,
): Promise<TerminalResult> {
  const [stdout, stderr] = [new Screen(types !== undefined, columns), new Screen(types !== undefined, columns)];
  const stdin = Object.assign(new PassThrough(), { isTTY: types !== undefined });
  if (types !== undefined) {
    stderr.onQuestion = () => stdin.write(types);
  }
  const exitCode = await terminal({
    words,
    cwd,
    environment: { ...bareEnvironment(), HOME: cwd, GIT_CONFIG_NOSYSTEM: '1', TERM: 'xterm', ...environment },
    stdin,
    stdout,
    stderr,
    signals: new EventEmitter() as unknown as NodeJS.Process,
    clock: (signal) => new SystemClock(signal),
    keepMemorySmall: () => undefined,
    home: HOME,
  });
  return { exitCode, stdout: stdout.text, stderr: stderr.text };
}

/** What a stream shows. */
class Screen extends Writable {
  text = '';
  onQuestion: (() => void) | undefined;
  readonly isTTY: boolean;
  readonly columns: number;

  constructor(isTTY: boolean, columns: number) {
    super();
    this.isTTY = isTTY;
    this.columns = columns;
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += String(chunk);
    done();
    if (this.text.includes('[y/N]') && this.onQuestion !== undefined) {
      const answer = this.onQuestion;
      this.onQuestion = undefined;
      setImmediate(answer);
    }
  }
}

/** A clone of a sandbox's repository whose `origin` is on the sandbox's server. */
export interface TerminalClone {
  readonly path: string;
  readonly git: (...words: string[]) => Promise<string>;
  readonly remove: () => Promise<void>;
}

export async function cloneOf(sandbox: Sandbox, repository: Repository): Promise<TerminalClone> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tagship-clone-'));
  const git = async (...words: string[]): Promise<string> =>
    (await runGit(words, { cwd: folder, env: { ...bareEnvironment(), HOME: folder, GIT_CONFIG_NOSYSTEM: '1' } }))
      .toString()
      .trim();
  await git('clone', '--quiet', repository.bare, '.');
  await git('remote', 'set-url', 'origin', `${sandbox.serverUrl}/${repository.name}.git`);
  await git('config', 'user.name', 'Grace Hopper');
  await git('config', 'user.email', 'grace@example.com');
  return { path: folder, git, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The variables that a person has set who works with the sandbox. */
export function accessTo(sandbox: Sandbox): Record<string, string> {
  return {
    GITHUB_SERVER_URL: sandbox.serverUrl,
    GITHUB_API_URL: sandbox.apiUrl,
    GITHUB_TOKEN: sandbox.githubToken,
    CLOUDFLARE_BASE_URL: sandbox.cloudflareUrl,
    CLOUDFLARE_API_TOKEN: sandbox.cloudflareToken,
    CLOUDFLARE_ACCOUNT_ID: sandbox.accountId,
  };
}
