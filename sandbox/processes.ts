import type { ChildProcess } from 'node:child_process';

/** Spawn options that put a child into a group of its own, so that what it starts can be ended with it. */
export const OWN_GROUP = { detached: process.platform !== 'win32', windowsHide: true } as const;

/** Sends a signal to a child spawned with OWN_GROUP and to all it started; does nothing when they are gone. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    child.kill(signal);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Environment variables without which programs cannot start: PATH, and on Windows the system's directory. */
export function bareEnvironment(): Record<string, string> {
  const names = process.platform === 'win32' ? ['PATH', 'SystemRoot', 'PATHEXT'] : ['PATH'];
  const environment: Record<string, string> = {};
  for (const name of names) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}
