import { execFile } from 'node:child_process';
import { devNull } from 'node:os';
import { bareEnvironment } from '../processes.ts';

const MAX_OUTPUT_BYTES = 512 * 1024 * 1024;

/** Settings that keep a developer's own configuration, line endings, signing and background work out. */
const FIXED_CONFIG = [
  'core.autocrlf=false',
  'core.quotePath=false',
  'tag.gpgSign=false',
  'commit.gpgSign=false',
  'advice.nestedTag=false',
  'gc.auto=0',
  'maintenance.auto=false',
  'init.defaultBranch=main',
].flatMap((setting) => ['-c', setting]);

/** A git command that exited with a failure; `stderr` is what it said. */
export class GitError extends Error {
  readonly stderr: string;

  constructor(args: readonly string[], stderr: string) {
    super(`git ${args.join(' ')} failed: ${stderr.trim()}`);
    this.name = 'GitError';
    this.stderr = stderr;
  }
}

/** Where and with what a git command runs. */
export interface GitRun {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly input?: Buffer | string | undefined;
}

/** The environment in which git sees no configuration but a repository's own. */
export function isolatedGitEnvironment(home: string): Record<string, string> {
  return {
    ...bareEnvironment(),
    HOME: home,
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_TERMINAL_PROMPT: '0',
  };
}

/** Runs git and returns what it wrote to stdout; throws a GitError when it fails. */
export function runGit(args: readonly string[], { cwd, env, input }: GitRun): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      [...FIXED_CONFIG, ...args],
      { cwd, env: { ...env }, encoding: 'buffer', maxBuffer: MAX_OUTPUT_BYTES, windowsHide: true },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else reject(new GitError(args, stderr.length > 0 ? stderr.toString() : error.message));
      },
    );
    // A command that does not read its input closes the pipe; its exit status tells what matters.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input ?? '');
  });
}

/** Environment variables that give git settings of command scope, which also count as protected configuration. */
export function configEnvironment(settings: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(settings);
  const environment: Record<string, string> = { GIT_CONFIG_COUNT: String(entries.length) };
  for (const [i, [key, value]] of entries.entries()) {
    environment[`GIT_CONFIG_KEY_${i}`] = key;
    environment[`GIT_CONFIG_VALUE_${i}`] = value;
  }
  return environment;
}
