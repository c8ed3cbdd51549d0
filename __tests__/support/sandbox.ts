import type { Sandbox, SandboxOptions } from '../../sandbox/index.ts';
import { type SweptSandbox, swept } from './sweep.ts';

declare global {
  /** Lends a sandbox that is as good as new; `close` gives it back. */
  var borrowSandbox: (options: SandboxOptions) => Promise<Sandbox>;
  /** A module of the action that runs in process, which is loaded outside of the test's world. */
  var importOutside: (file: string) => Promise<unknown>;
}

/**
 * A sandbox as good as new, one of those that the test files of a worker share. Actions run in process unless a test says
 * otherwise; with `TAGSHIP_RUNS=process` all of them run as the built action in a process, as on a runner. What they publish
 * and record is looked through for secrets.
 */
export async function startSandbox({ runsAs = 'here', ...options }: SandboxOptions = {}): Promise<SweptSandbox> {
  const as = process.env.TAGSHIP_RUNS === 'process' ? 'process' : runsAs;
  return swept(await globalThis.borrowSandbox({ ...options, runsAs: as }));
}
