import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

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
