import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { TagshipError } from '../../errors.ts';

/**
 * Starts Git, with pipes to talk to it. On POSIX systems in a process group of its own: a Ctrl-C in a terminal goes to
 * the whole group of ours, and would end Git in the middle of a move that is to be finished first. It ends when its
 * input does, so it does not outlive us.
 */
export function spawnGit(
  words: readonly string[],
  environment: Record<string, string>,
  cwd: string,
): ChildProcessWithoutNullStreams {
  return spawn('git', words, {
    env: environment,
    cwd,
    stdio: 'pipe',
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
}

/**
 * Why there is no Git to talk to: it is not there, or may not be run.
 * @param said what its process said, or the error with which that did not begin
 * @returns undefined where it could be started
 */
export function startFailure(said: string): TagshipError | undefined {
  const why = /^spawn git (E[A-Z]+)|^git: '(remote-https?)' is not a git command/m.exec(said);
  return why === null
    ? undefined
    : new TagshipError(
        'runner-unusable',
        `Git could not be started on the runner (${why[1] ?? `it has no ${why[2]}`}).`,
        'Install Git 2.31 or newer, with its HTTP transport, where the `PATH` of the step finds it.',
      );
}
