import { devNull } from 'node:os';
import { bareEnvironment } from '../processes.ts';
import { runProgram } from '../spawner.ts';

/** Settings that keep a developer's own configuration, line endings, signing and background work out. */
const FIXED_CONFIG = [
  'core.autocrlf=false',
  'core.quotePath=false',
  'tag.gpgSign=false',
  'commit.gpgSign=false',
  'advice.nestedTag=false',
  'gc.auto=0',
  'core.fsync=none',
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
export async function runGit(args: readonly string[], { cwd, env, input = '' }: GitRun): Promise<Buffer> {
  const program = { file: 'git', args: [...FIXED_CONFIG, ...args], cwd, env, input: Buffer.from(input) };
  const { code, stdout, stderr } = await runProgram(program);
  if (code === 0) return stdout;
  throw new GitError(args, stderr.length > 0 ? stderr.toString() : `it ended with ${code ?? 'a signal'}`);
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
