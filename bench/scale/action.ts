import { fileURLToPath } from 'node:url';
import type { RunOptions, Sandbox } from '../../sandbox/index.ts';
import type { Ran } from './measure.ts';
import type { MovedTag, World } from './world.ts';

const ENTRY = fileURLToPath(new URL('./entry.mjs', import.meta.url));

/** The longest a run may take: a first synchronisation of 100,000 tags takes minutes. */
const TIMEOUT_MS = 30 * 60_000;

/** What a run of the action told. */
export interface ActionRun extends Ran {
  readonly outputs: Readonly<Record<string, string>>;
}

/** Runs the built action for the push of a tag. */
export async function deploy(sandbox: Sandbox, world: World, tag: MovedTag): Promise<ActionRun> {
  const ref = `refs/tags/${tag.name}`;
  const payload = { ref, after: tag.object, repository: { default_branch: 'main' } };
  return await run(sandbox, world, { event: { name: 'push', payload }, ref, sha: tag.commit });
}

/** Runs the command `reconcile` of the built action. */
export async function reconcile(
  sandbox: Sandbox,
  world: World,
  inputs: Readonly<Record<string, string>>,
): Promise<ActionRun> {
  const payload = { repository: { default_branch: 'main' } };
  return await run(sandbox, world, {
    event: { name: 'workflow_dispatch', payload },
    ref: 'refs/heads/main',
    inputs: { command: 'reconcile', ...inputs },
  });
}

/**
 * Runs the command `validate` of the built action on a checkout, without access to KV.
 * @param exitCode 1 where there is something to be found
 */
export async function validate(sandbox: Sandbox, world: World, workspace: string, exitCode: 0 | 1): Promise<ActionRun> {
  const payload = { repository: { default_branch: 'main' } };
  const options = {
    event: { name: 'workflow_dispatch', payload },
    ref: 'refs/heads/main',
    workspace,
    inputs: {
      command: 'validate',
      'kv-namespace': null,
      'cloudflare-api-token': null,
      'cloudflare-account-id': null,
    },
  };
  return await run(sandbox, world, options, exitCode);
}

async function run(
  sandbox: Sandbox,
  { repository, namespace }: World,
  options: RunOptions,
  exitCode = 0,
): Promise<ActionRun> {
  const ran = await sandbox.runAction({
    ...options,
    repository: repository.name,
    entry: ENTRY,
    timeoutMs: TIMEOUT_MS,
    inputs: { 'kv-namespace': namespace, ...options.inputs },
  });
  const [, told] = /^bench (\{.*\})$/m.exec(ran.stdout) ?? [];
  if (ran.exitCode !== exitCode || told === undefined) {
    const messages = ran.annotations.map(({ message }) => message).join(' ');
    throw new Error(
      `The action ended with ${ran.exitCode}${ran.timedOut ? ', too late' : ''}: ${messages} ${ran.stderr}`,
    );
  }
  const { ended, peakKilobytes } = JSON.parse(told) as {
    readonly ended: number;
    readonly peakKilobytes: number | null;
  };
  return {
    milliseconds: ran.durationMs,
    ended,
    peak: peakKilobytes === null ? undefined : peakKilobytes * 1024,
    outputs: ran.outputs,
  };
}
