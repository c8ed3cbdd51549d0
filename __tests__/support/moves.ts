import type { Repository, RunOptions, RunResult, Sandbox } from '../../sandbox/index.ts';
import { PRODUCTION_NAMESPACE } from '../../sandbox/index.ts';

/** Dispatches a command on the default branch, with one namespace given by id unless inputs say otherwise. */
export async function dispatch(
  sandbox: Sandbox,
  repository: Repository,
  command: string,
  inputs: Readonly<Record<string, string | null>> = {},
  options: Partial<RunOptions> = {},
): Promise<RunResult> {
  return await sandbox.runAction({
    event: { name: 'workflow_dispatch', payload: { repository: { default_branch: 'main' } } },
    ref: 'refs/heads/main',
    sha: await repository.commitOf('HEAD'),
    repository: repository.name,
    ...options,
    inputs: { command, 'kv-namespace': command === 'history' ? null : PRODUCTION_NAMESPACE, ...inputs },
  });
}

/** The ref of the ledger when nothing else is said. */
export const LEDGER = 'refs/tagship/ledger';

/** What plain Git says of the ledger, in the bare repository. */
export async function ledgerGit(repository: Repository, ...args: string[]): Promise<string> {
  return await repository.git(['--git-dir', repository.bare, ...args]);
}

/** An entry of the ledger, as plain Git shows it. */
export async function entryOf(repository: Repository, path: string, at = LEDGER): Promise<Record<string, unknown>> {
  return JSON.parse(await ledgerGit(repository, 'show', `${at}:${path}.json`)) as Record<string, unknown>;
}

/** The subjects of the ledger's commits, the first one first. */
export async function subjects(repository: Repository): Promise<string[]> {
  return (await ledgerGit(repository, 'log', '--reverse', '--format=%s', LEDGER)).split('\n');
}
