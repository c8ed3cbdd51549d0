import type { Sandbox } from '../../sandbox/index.ts';
import type { Sample } from './sample.ts';
import { sampleOf } from './sample.ts';
import type { World } from './world.ts';

/** What a question is about; everything where nothing is said. */
export interface Question {
  readonly component?: string;
  readonly environment?: string;
}

/** Asks `history` what ran in the middle of the ledger's life, and checks the answer. */
export async function history(sandbox: Sandbox, world: World, asked: Question): Promise<Sample> {
  const { sample, result } = await run(sandbox, world, 'history', {
    at: new Date(world.middle * 1000).toISOString(),
    ...(asked.component === undefined ? {} : { components: asked.component }),
    ...(asked.environment === undefined ? {} : { environment: asked.environment }),
  });
  const { state } = result as { readonly state: readonly (Question & { readonly version: string | null })[] };
  const told = state.map(({ component, environment, version }) => `${environment} ${component} ${version}`);
  const wanted = world.state.filter(
    ({ component, environment }) =>
      component === (asked.component ?? component) && environment === (asked.environment ?? environment),
  );
  const known = wanted.map(({ component, environment, version }) => `${environment} ${component} ${version}`);
  if (told.sort().join('\n') !== known.sort().join('\n')) {
    throw new Error(`history answered ${told.length} lines that are not the ${known.length} known ones`);
  }
  return sample;
}

/** Rolls a component back in production, to and fro between two versions. @param turn how often it was done before */
export async function rollback(sandbox: Sandbox, world: World, turn: number): Promise<Sample> {
  const { component, versions } = world.subject;
  const { production, staging } = world.namespaces;
  const version = versions[turn % 2 === 0 ? 1 : 0];
  const { sample, outputs } = await run(sandbox, world, 'rollback', {
    'kv-namespace': `production: ${production}\nstaging: ${staging}`,
    components: component,
    environment: 'production',
    version,
    override: 'quarantine',
    reason: 'A measurement',
  });
  const stored = await sandbox.kv.get(production, `${component}@production`);
  const content = Buffer.from(stored?.bytes ?? []).toString();
  if (outputs.version !== version || content !== `${component} ${version}\n`) {
    throw new Error(`rollback did not bring back ${version}, but ${outputs.version} with the content ${content}`);
  }
  return sample;
}

async function run(
  sandbox: Sandbox,
  { repository, head }: World,
  command: string,
  inputs: Readonly<Record<string, string>>,
): Promise<{ sample: Sample; outputs: Readonly<Record<string, string>>; result: unknown }> {
  sandbox.clearRequests();
  const ran = await sandbox.runAction({
    event: { name: 'workflow_dispatch', payload: { repository: { default_branch: 'main' } } },
    ref: 'refs/heads/main',
    sha: head,
    repository: repository.name,
    inputs: { command, ...inputs },
  });
  if (ran.exitCode !== 0 || ran.outputs.result === undefined) {
    throw new Error(`${command} failed: ${ran.annotations.map(({ message }) => message).join(' ')} ${ran.stderr}`);
  }
  const sample = sampleOf(ran.durationMs, sandbox.requests);
  return { sample, outputs: ran.outputs, result: JSON.parse(ran.outputs.result) };
}
