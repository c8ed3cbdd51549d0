import { tmpdir } from 'node:os';
import type { Console } from './action/console.ts';
import { type RunContext, tagOf } from './action/event.ts';
import type { Inputs } from './action/inputs.ts';
import type { Environment } from './action/raw-inputs.ts';
import { changeOf, commitOf, requestOf } from './action/request.ts';
import type { Report } from './action/results.ts';
import { VERSION } from './action/version.ts';
import { LocalWorkshop } from './adapters/local-workshop.ts';
import { WorkingTree } from './adapters/working-tree.ts';
import type { HistoryReport } from './commands/history.ts';
import type { MoveSettings } from './commands/moves.ts';
import type { GuardReport } from './commands/report.ts';
import type { ValidateReport } from './commands/validate.ts';
import type { Config } from './domain/config.ts';
import type { Secrets } from './domain/secrets.ts';
import { isTracking } from './domain/track.ts';
import { TagshipError, toTagshipErrors } from './errors.ts';
import type { Host } from './host.ts';
import { type Ports, withPorts } from './make-ports.ts';

/** A run of the action or of the terminal, whatever its command. */
export interface Run {
  readonly context: RunContext;
  readonly settings: MoveSettings;
  readonly host: Host;
  readonly console: Console;
  /** The configuration, once the command has read it. */
  readonly config: () => Config | undefined;
}

/** What a command came to. @property sarif the path of the file for code scanning */
export interface Performed {
  readonly report: Report;
  readonly sarif?: string | undefined;
}

type Of<C extends Inputs['command']> = Extract<Inputs, { readonly command: C }>;

/** Gives each command the effects that it needs. What only one of them needs is loaded here. */
export async function perform(inputs: Inputs, run: Run): Promise<Performed> {
  const { settings } = run;
  const using = async (work: (ports: Ports) => Promise<Report>): Promise<Performed> => ({
    report: await withPorts(inputs, run.context, run.host, run.console, work),
  });
  switch (inputs.command) {
    case 'deploy':
      return { report: await deployed(inputs, run) };
    case 'guard':
      return await using(async (ports) => await guarded(inputs, run, ports));
    case 'promote':
      return await using(async (ports) => {
        const { promote } = await import('./commands/promote.ts');
        return await promote(inputs.request, settings, ports);
      });
    case 'rollback':
      return await using(async (ports) => {
        const { rollback } = await import('./commands/rollback.ts');
        return await rollback(inputs.request, settings, ports);
      });
    case 'restore':
      return await using(async (ports) => {
        const { restore } = await import('./commands/restore.ts');
        return await restore(inputs.request, settings, ports);
      });
    case 'reconcile':
      run.host.keepMemorySmall();
      return await using(async (ports) => await reconciled(inputs, run, ports));
    case 'validate':
      return await validated(inputs, run);
    case 'history':
      return { report: await recalled(inputs, run) };
    case 'doctor':
      return await using(async (ports) => await examined(inputs, run, ports));
    case 'compare':
      return await using(async (ports) => {
        const [{ compare }, metrics] = await Promise.all([import('./commands/compare.ts'), ports.metrics()]);
        return await compare(inputs.request, settings, { ...ports, metrics });
      });
    case 'backtest':
      return await using(async (ports) => {
        const [{ backtest }, metrics] = await Promise.all([import('./commands/backtest.ts'), ports.metrics()]);
        return await backtest(inputs.request, settings, { ...ports, metrics });
      });
  }
}

async function deployed(inputs: Of<'deploy'>, run: Run): Promise<Report> {
  const { settings, host, context, console } = run;
  const todo = requestOf(inputs.selection, host.event);
  if (todo.kind === 'nothing') {
    const { nothingDone } = await import('./commands/describe.ts');
    return nothingDone('deploy', settings, [{ level: 'notice', message: todo.why }]);
  }
  return await withPorts(inputs, context, host, console, async (ports): Promise<Report> => {
    if (todo.kind === 'rebuild') {
      const { rebuild } = await import('./commands/rebuild.ts');
      const workshop = workshopOf(run, ports);
      return await rebuild(todo.request, settings, cloudflareVariables(inputs), { ...ports, workshop });
    }
    const { deploy } = await import('./commands/deploy.ts');
    const { request } = todo;
    const report = await deploy(request, settings, ports);
    return request.by !== 'tag' || request.deleted
      ? report
      : await whereTracked(run, report, async (config) => {
          const { followPush } = await import('./commands/track.ts');
          return await followPush(report, request, config, settings, ports);
        });
  });
}

async function guarded({ request }: Of<'guard'>, { settings, host }: Run, ports: Ports): Promise<GuardReport> {
  const [{ guard }, metrics] = await Promise.all([import('./commands/guard/guard.ts'), ports.metrics()]);
  const ofJob = request.selection.by === 'run' ? await targetsOfJob(host.environment) : undefined;
  return await guard({ ...request, ofJob, pushed: tagOf(host.event)?.tag }, settings, { ...ports, metrics });
}

async function reconciled(inputs: Of<'reconcile'>, run: Run, ports: Ports): Promise<Report> {
  const { request } = inputs;
  const { settings } = run;
  const [{ reconcile }, { reconcileLogic, withLogic }] = await Promise.all([
    import('./commands/reconcile.ts'),
    import('./commands/reconcile-logic.ts'),
  ]);
  const compared = await reconcile(request, settings, ports);
  const followed = await whereTracked(run, compared, async (config) => {
    const { followAll } = await import('./commands/track.ts');
    return await followAll(compared, request, config, settings, ports);
  });
  if (run.host.local !== undefined) {
    return followed;
  }
  const workshop = workshopOf(run, ports);
  return withLogic(
    followed,
    await reconcileLogic(request, settings, cloudflareVariables(inputs), { ...ports, workshop }),
  );
}

async function validated(inputs: Of<'validate'>, run: Run): Promise<Performed> {
  const { context, settings, host, console } = run;
  const { environment, event } = host;
  const [{ validate }, { ThreadTimeLimit }] = await Promise.all([
    import('./commands/validate.ts'),
    import('./adapters/time-limit.ts'),
  ]);
  const commit = commitOf(environment);
  const request = { scope: inputs.scope, commit, change: changeOf(event, commit) };
  const report = await withPorts(inputs, context, host, console, async (ports) => {
    const checkout = WorkingTree.at(environment.GITHUB_WORKSPACE, environment, ports.cancellation.signal);
    const kv = inputs.cloudflare.token === '' || inputs.cloudflare.accountId === '' ? undefined : ports.kv;
    const found = await validate(request, settings, { ...ports, checkout, kv, limit: new ThreadTimeLimit() });
    if (!inputs.comment || inputs.dryRun) {
      return found;
    }
    const [{ comment }, { commentRecord }] = await Promise.all([
      import('./commands/comment.ts'),
      import('./action/validate-comment.ts'),
    ]);
    const notices = await comment(commentRecord(found, event, inputs.configPath, context), {
      comments: ports.comments,
      journal: console,
    });
    return { ...found, notices: [...found.notices, ...notices] };
  });
  const isForLater = host.keepResult === undefined || report.sarifPath !== undefined;
  try {
    const sarif = isForLater ? await writeSarif(report, context, environment, console.secrets) : undefined;
    return { report, sarif };
  } catch (error) {
    // What was found is published all the same.
    return { report: { ...report, failures: [...report.failures, ...toTagshipErrors(error)] } };
  }
}

async function recalled(inputs: Of<'history'>, { context, settings, host, console }: Run): Promise<HistoryReport> {
  const report = await withPorts(inputs, context, host, console, async (ports) => {
    const { history } = await import('./commands/history.ts');
    return await history(inputs.request, settings, ports);
  });
  if (report.page !== undefined && !inputs.dryRun) {
    await writePage(report.page, host.environment);
    console.info(`Wrote the page ${report.page.path}`);
  }
  return report;
}

async function examined(inputs: Of<'doctor'>, { context, settings, host }: Run, ports: Ports): Promise<Report> {
  const [{ doctor }, { SetUpInspector }] = await Promise.all([
    import('./commands/doctor/doctor.ts'),
    import('./adapters/set-up.ts'),
  ]);
  const { token, accountId } = inputs.cloudflare;
  const known = {
    cloudflare: { token: token !== '', account: accountId !== '' },
    actionRepository: host.environment.GITHUB_ACTION_REPOSITORY || undefined,
    defaultBranch: context.defaultBranch,
  };
  return await doctor(inputs.request, { ...settings, ...known }, { ...ports, facts: new SetUpInspector(ports) });
}

function workshopOf({ host }: Run, { repository, cancellation }: Ports): LocalWorkshop {
  return new LocalWorkshop(repository, host.environment, host.stdout, cancellation.signal);
}

/** Lets tracks follow where the configuration has any. @returns the report as it is where it has none */
async function whereTracked<T>(run: Run, report: T, followed: (config: Config) => Promise<T>): Promise<T> {
  const config = run.config();
  return config !== undefined && isTracking(config.environments) ? await followed(config) : report;
}

/** A rebuild publishes a Worker, as a rule, so its commands get the access that the step was given. */
function cloudflareVariables({ cloudflare }: Inputs): Record<string, string> {
  return {
    ...(cloudflare.token === '' ? {} : { CLOUDFLARE_API_TOKEN: cloudflare.token }),
    ...(cloudflare.accountId === '' ? {} : { CLOUDFLARE_ACCOUNT_ID: cloudflare.accountId }),
  };
}

/** What the steps of this job deployed before; undefined where there was none that could have. */
async function targetsOfJob(environment: Environment): Promise<ReadonlySet<string> | undefined> {
  const [{ readResults }, { targetsIn }] = await Promise.all([
    import('./adapters/report-file.ts'),
    import('./action/result-schema.ts'),
  ]);
  return environment.RUNNER_TEMP ? targetsIn(await readResults(environment.RUNNER_TEMP)) : undefined;
}

/** Writes what was found where code scanning can take it from. */
async function writeSarif(
  report: ValidateReport,
  context: RunContext,
  environment: Environment,
  secrets: Secrets,
): Promise<string> {
  const [{ sarifOf }, { writeBelow, writeTo }] = await Promise.all([
    import('./domain/validation/sarif.ts'),
    import('./adapters/report-file.ts'),
  ]);
  const { GITHUB_ACTION_REPOSITORY: action, GITHUB_ACTION_REF: ref } = environment;
  const informationUri = `${context.serverUrl}/${action || context.repository}`;
  const document = sarifOf(report.findings, {
    version: VERSION,
    informationUri,
    helpUri: (code) => `${informationUri}/blob/${encodeURIComponent(ref || 'main')}/docs/validate.md#${code}`,
  });
  const text = secrets.hide(JSON.stringify(document));
  return report.sarifPath === undefined
    ? await writeTo(environment.RUNNER_TEMP || tmpdir(), 'tagship.sarif', text)
    : await writeBelow(
        environment.GITHUB_WORKSPACE || process.cwd(),
        report.sarifPath,
        text,
        (why, cause) =>
          new TagshipError(
            'config-invalid',
            `The SARIF file cannot be written to \`${report.sarifPath}\` (\`validate.sarif\`): ${why}.`,
            'Name a path inside the workspace that no link leads out of, or leave `validate.sarif` out.',
            { cause },
          ),
      );
}

/** Writes the page of a history into the workspace. */
async function writePage(
  { path, ...page }: NonNullable<HistoryReport['page']>,
  environment: Environment,
): Promise<void> {
  const [{ pageDocument }, { pageAsset }, { writeBelow }] = await Promise.all([
    import('./domain/page/document.ts'),
    import('./page/asset.ts'),
    import('./adapters/report-file.ts'),
  ]);
  const text = pageDocument(page, await pageAsset());
  await writeBelow(
    environment.GITHUB_WORKSPACE || process.cwd(),
    path,
    text,
    (why, cause) =>
      new TagshipError(
        'input-invalid',
        `The page cannot be written to \`${path}\`: ${why}.`,
        'Give a path inside the workspace that no link leads out of.',
        { cause },
      ),
  );
}
