import type { Target } from '../domain/projection.ts';
import type { RunPorts } from '../engine/run-ports.ts';
import type { Session } from '../engine/session.ts';
import { TagshipError } from '../errors.ts';
import type { DeployedComponent, Notice, RunReport } from './report.ts';

const VERBS: Readonly<Record<RunReport['command'], string>> = {
  deploy: 'Deploy',
  promote: 'Promote',
  rollback: 'Roll back',
  restore: 'Restore',
};

/** What the work of a run came to, as far as others see it. */
interface Shown {
  readonly command: RunReport['command'];
  readonly deployed: readonly DeployedComponent[];
  readonly changed: boolean;
  readonly dryRun: boolean;
}

/**
 * Shows a run on the Environments page, where the configuration asks for it: one deployment per environment and run,
 * made after KV was written so that nothing waits for it. A run that changed nothing shows nothing.
 * @returns a warning where that failed; it never fails the run
 */
export async function showDeployment(session: Session, shown: Shown, ports: RunPorts): Promise<Notice[]> {
  const notices: Notice[] = [];
  const environments = shown.changed && !shown.dryRun ? shown.deployed.flatMap((one) => one.environment ?? []) : [];
  for (const environment of new Set(environments)) {
    const deployed = shown.deployed.filter((one) => one.environment === environment);
    const here = { ...shown, deployed };
    const commit = deployed[0]?.commit ?? '';
    notices.push(...(await show(session, environment, commit, describe(here), 'success', here, ports)));
  }
  return notices;
}

/**
 * Does the writing of a run; one that fails after it began to write is shown as failed.
 * @param commit what stands for the run where no component does
 */
export async function showingFailure<T>(
  session: Session,
  targets: readonly Target[],
  commit: string | undefined,
  command: RunReport['command'],
  ports: RunPorts,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const environment = targets.find(({ slot }) => slot.kind === 'environment')?.slot.name;
    if (environment !== undefined && commit !== undefined && session.wrote) {
      const failed: Shown = { command, deployed: [], changed: true, dryRun: false };
      const notices = await show(session, environment, commit, `${VERBS[command]} failed`, 'failure', failed, ports);
      for (const { message } of notices) {
        ports.journal.info(message);
      }
    }
    throw error;
  }
}

/** What users get of a canary, as far as others see it. */
interface ShownShare {
  readonly component: string;
  readonly version: string;
  readonly share: number;
  /** The live environment. */
  readonly of: string;
}

/**
 * Shows a step of a canary, where the configuration asks for it for the canary or for what it is a canary of.
 * @param environment of the canary
 * @returns a warning where that failed; it never fails the run
 */
export async function showShare(
  session: Session,
  environment: string,
  commit: string,
  { component, version, share, of }: ShownShare,
  ports: RunPorts,
): Promise<Notice[]> {
  const deployed: DeployedComponent[] = [];
  const shown: Shown = { command: 'promote', deployed, changed: true, dryRun: false };
  const description = `Canary ${component} ${version} for ${share} % of ${of}`;
  return await show(session, environment, commit, description, 'success', shown, ports, of);
}

async function show(
  session: Session,
  environment: string,
  commit: string,
  description: string,
  state: 'success' | 'failure',
  { command, deployed }: Shown,
  ports: RunPorts,
  asked = environment,
): Promise<Notice[]> {
  if ([environment, asked].every((name) => session.config.environments[name]?.deployments !== true)) {
    return [];
  }
  const components = deployed.map(({ component, version, previousVersion }) => ({
    component,
    version,
    previous: previousVersion ?? null,
  }));
  try {
    await ports.journal.group('Record the deployment', () =>
      ports.forge.recordDeployment({
        environment,
        commit,
        description,
        state,
        run: session.settings.author.run ?? '',
        payload: { 'managed-by': 'tagship', command, components: components.slice(0, 100) },
      }),
    );
    return [];
  } catch (error) {
    if (error instanceof TagshipError) {
      return [{ level: 'warning', message: `${error.what} ${error.remedy}` }];
    }
    throw error;
  }
}

function describe({ command, deployed }: Shown): string {
  const [first] = deployed;
  if (first === undefined || deployed.length > 1) {
    return `${VERBS[command]} ${deployed.length} components`;
  }
  const was = first.previousVersion === undefined ? '' : ` (was ${first.previousVersion})`;
  return `${VERBS[command]} ${first.component} ${command === 'rollback' ? 'to ' : ''}${first.version}${was}`;
}
