import { readFile } from 'node:fs/promises';
import type { FileChanges, Repository, RunOptions, RunResult, Sandbox } from '../../sandbox/index.ts';

/** A commit that merges a change into main, as GitHub makes one of every pull request. */
export interface PullRequest {
  readonly base: string;
  readonly head: string;
  readonly merge: string;
}

/** What one finding looks like in the result. */
export interface ResultFinding {
  readonly code: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly 'end-line': number | null;
  readonly 'end-column': number | null;
  readonly message: string;
  readonly suggestion: string | null;
  readonly command: string | null;
}

/** The `result` output of `validate`. */
export interface ValidateResult {
  readonly command: 'validate';
  readonly scope: string;
  readonly tree: string;
  readonly sha: string | null;
  readonly base: string | null;
  readonly files: number;
  readonly counts: Readonly<Record<'error' | 'warning' | 'notice', number>>;
  readonly suppressed: number;
  readonly findings: readonly ResultFinding[];
  readonly changes:
    | readonly {
        readonly component: string;
        readonly change: string;
        readonly path: string | null;
        readonly 'previous-path': string | null;
        readonly environments: readonly { readonly environment: string; readonly version: string | null }[];
        readonly references: number;
        readonly mentions: readonly {
          readonly file: string;
          readonly line: number;
          readonly column: number;
          readonly text: string;
        }[];
      }[]
    | null;
  readonly sarif: string | null;
  readonly notices: readonly { readonly level: string; readonly message: string }[];
}

/** Opens a pull request that changes files, and leaves the worktree at its merge, as a checkout does. */
export async function openPullRequest(repository: Repository, files: FileChanges): Promise<PullRequest> {
  const base = await repository.objectOf('HEAD');
  await repository.git(['checkout', '--quiet', '--detach']);
  await repository.write(files);
  await repository.git(['add', '--all']);
  await repository.git(['commit', '--quiet', '--allow-empty', '--message', 'A change']);
  const head = await repository.objectOf('HEAD');
  const tree = await repository.objectOf('HEAD^{tree}');
  const merge = await repository.git(['commit-tree', tree, '-p', base, '-p', head, '-m', 'Merge the change']);
  await repository.git([
    'push',
    '--quiet',
    '--force',
    'origin',
    `${merge}:refs/pull/1/merge`,
    `${head}:refs/pull/1/head`,
  ]);
  await repository.git(['checkout', '--quiet', '--detach', merge]);
  return { base, head, merge };
}

/** How a run differs from that of a pull request of a fork, which has no secrets, with a checkout. */
export interface ValidateOptions extends Partial<RunOptions> {
  readonly checkout?: boolean;
}

/** Runs `auto` for a pull request with the token that one of a fork gets. */
export async function validatePullRequest(
  sandbox: Sandbox,
  repository: Repository,
  { base, head, merge }: PullRequest,
  { checkout = true, ...options }: ValidateOptions = {},
): Promise<RunResult> {
  const payload = {
    action: 'synchronize',
    number: 1,
    pull_request: { number: 1, base: { ref: 'main', sha: base }, head: { ref: 'change', sha: head } },
    repository: { full_name: repository.name, default_branch: 'main' },
    sender: { login: 'mallory' },
  };
  return await sandbox.runAction({
    event: { name: 'pull_request', payload },
    ref: 'refs/pull/1/merge',
    sha: merge,
    repository: repository.name,
    ...(checkout ? { workspace: repository.path } : {}),
    ...options,
    inputs: {
      'github-token': sandbox.readOnlyToken,
      'cloudflare-api-token': null,
      'cloudflare-account-id': null,
      ...options.inputs,
    },
  });
}

/** Runs `validate` by hand on what main is. */
export async function validateMain(
  sandbox: Sandbox,
  repository: Repository,
  { checkout = true, ...options }: ValidateOptions = {},
): Promise<RunResult> {
  return await sandbox.runAction({
    event: { name: 'workflow_dispatch', payload: { ref: 'refs/heads/main' } },
    ref: 'refs/heads/main',
    sha: await repository.objectOf('HEAD'),
    repository: repository.name,
    ...(checkout ? { workspace: repository.path } : {}),
    ...options,
    inputs: {
      command: 'validate',
      'cloudflare-api-token': null,
      'cloudflare-account-id': null,
      ...options.inputs,
    },
  });
}

/** The `result` output, parsed. */
export function resultOf({ outputs }: RunResult): ValidateResult {
  return JSON.parse(outputs.result ?? 'null') as ValidateResult;
}

/** What was found, as `code file:line:column text`; the text is cut out of the file in the worktree. */
export async function foundIn(run: RunResult, repository: Repository): Promise<string[]> {
  const lines: string[] = [];
  for (const one of resultOf(run).findings) {
    const text = await readFile(`${repository.path}/${one.file}`, 'utf8').catch(() => '');
    const line = one.line === null ? '' : (text.split('\n')[one.line - 1] ?? '');
    const isOne = one.line === one['end-line'];
    const cut = line.slice((one.column ?? 1) - 1, isOne ? (one['end-column'] ?? 1) - 1 : undefined);
    const place = one.line === null ? one.file : `${one.file}:${one.line}:${one.column}`;
    lines.push(`${one.code} ${place} ${cut}`.trim());
  }
  return lines;
}
