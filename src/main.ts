import { tmpdir } from 'node:os';
import type { Console } from './action/console.ts';
import { pushedTag, type RunContext, runContext, tagOf } from './action/event.ts';
import type { Environment, GivenInputs } from './action/given.ts';
import { type Inputs, readInputs } from './action/inputs.ts';
import type { Report } from './action/outputs.ts';
import { changeOf, commitOf, needsCloudflare, requestOf } from './action/request.ts';
import type { Command } from './action/spec.ts';
import { VERSION } from './action/version.ts';
import { GitRepository } from './adapters/git/git-repository.ts';
import type { GitHubForge } from './adapters/github/github-forge.ts';
import { HttpClient } from './adapters/http/client.ts';
import type { CloudflareKv } from './adapters/kv/cloudflare-kv.ts';
import { LocalWorkshop } from './adapters/local-workshop.ts';
import type { HttpProbes } from './adapters/metrics/http-probes.ts';
import type { MetricSources } from './adapters/metrics/metric-sources.ts';
import { Signals } from './adapters/signals.ts';
import { WorkingTree } from './adapters/working-tree.ts';
import type { MoveSettings } from './commands/moves.ts';
import type { RunReport } from './commands/report.ts';
import type { ValidateReport } from './commands/validate.ts';
import type { Config } from './domain/config.ts';
import { SHORTEST_SECRET } from './domain/gate/placeholders.ts';
import { inheritedVariables } from './domain/rebuild.ts';
import type { Secrets } from './domain/secrets.ts';
import { duration } from './domain/text.ts';
import { isTracking } from './domain/track.ts';
import { Reported, type TagshipError, toTagshipErrors } from './errors.ts';
import type { Host } from './host.ts';
import type { Clock } from './ports/clock.ts';
import type { Audience } from './tell.ts';

/**
 * Runs a command. The one place where everything comes together: effects are made here and handed in, and results go to
 * the log, the annotations, the summary and the outputs from here.
 *
 * What a command needs is loaded where it begins, and by then the first request is under way.
 */
export async function main(command: Command, given: GivenInputs, host: Host, console: Console): Promise<void> {
  const told: TrustedLedger = {};
  try {
    await run(command, given, host, console, told);
  } catch (error) {
    await notifyOf(told, toTagshipErrors(error), host, console);
    throw error;
  }
  await notifyOf(told, [], host, console);
}

/** What is known of a run for those who are to hear of it. */
interface TrustedLedger {
  config?: Config;
  report?: Report;
}

/** Tells whom the configuration names; that fails nothing. */
async function notifyOf(
  { config, report }: TrustedLedger,
  failures: readonly TagshipError[],
  { environment, event }: Host,
  console: Console,
): Promise<void> {
  const rules = config?.notify ?? [];
  if (rules.length === 0) {
    return;
  }
  const [{ happeningsOf }, { notify }] = await Promise.all([
    import('./action/happenings.ts'),
    import('./adapters/notifier.ts'),
  ]);
  const happenings = happeningsOf(report, failures, runContext(environment, event).run || undefined).map((one) => ({
    ...one,
    title: console.secrets.hide(one.title),
    text: console.secrets.hide(one.text),
  }));
  for (const clause of await notify(rules, happenings, reading(environment, console), new HttpClient(environment))) {
    console.warning(`A notification was not sent: ${clause}.`);
  }
}

async function run(
  command: Command,
  given: GivenInputs,
  host: Host,
  console: Console,
  told: TrustedLedger,
): Promise<void> {
  const { environment, event } = host;
  const inputs = await readInputs(given, environment, command, needsCloudflare(command, given, event));
  const context = runContext(environment, event);
  const settings: MoveSettings = {
    repositoryName: context.repository,
    serverUrl: context.serverUrl,
    secrets: console.secrets,
    hideVariables: (names) => names.forEach(reading(environment, console)),
    onConfig: (config) => {
      told.config = config;
    },
    configPath: inputs.configPath,
    namespaces: inputs.namespaces,
    acceptMoved: inputs.override.has('moved-version'),
    acceptUnanchored: inputs.override.has('unanchored'),
    overrides: inputs.override,
    dryRun: inputs.dryRun,
    reason: inputs.reason,
    pushed: pushedTag(event),
    author: {
      actor: context.actor || null,
      email: context.email,
      run: context.run || null,
      reason: inputs.reason ?? null,
      override: [...inputs.override],
    },
  };
  const using = async <T>(work: (ports: Ports) => Promise<T>): Promise<T> =>
    await withPorts(inputs, context, host, console, work);
  const audience: Audience = {
    console,
    save: (result) => saveResult(result, environment),
    hear: (report) => {
      told.report = report;
    },
  };
  switch (inputs.command) {
    case 'guard': {
      const report = await using(async (ports) => {
        const [{ guard }, watching] = await Promise.all([import('./commands/guard/guard.ts'), ports.watching()]);
        const isUnnamed = inputs.request.selection.by === 'run';
        const ofJob = isUnnamed ? await targetsOfJob(environment) : undefined;
        const request = { ...inputs.request, ofJob, pushed: tagOf(event)?.tag };
        return await guard(request, settings, { ...ports, ...watching });
      });
      const { tellGuard } = await import('./tell.ts');
      await tellGuard(report, context, audience);
      if (report.failures.length > 0) {
        throw new Reported(report.failures);
      }
      return;
    }
    case 'promote': {
      const report = await using(async (ports) => {
        const [{ promote }, watching] = await Promise.all([import('./commands/promote.ts'), ports.watching()]);
        return await promote(inputs.request, settings, { ...ports, ...watching });
      });
      return await publish(report, context, audience);
    }
    case 'rollback': {
      const report = await using(async (ports) => {
        const { rollback } = await import('./commands/rollback.ts');
        return await rollback(inputs.request, settings, ports);
      });
      return await publish(report, context, audience);
    }
    case 'restore': {
      const report = await using(async (ports) => {
        const { restore } = await import('./commands/restore.ts');
        return await restore(inputs.request, settings, ports);
      });
      return await publish(report, context, audience);
    }
    case 'reconcile': {
      host.keepMemorySmall();
      const report = await using(async (ports) => {
        const { reconcile } = await import('./commands/reconcile.ts');
        const { reconcileLogic, withLogic } = await import('./commands/reconcile-logic.ts');
        const compared = await reconcile(inputs.request, settings, ports);
        const workshop = new LocalWorkshop(ports.repository, environment, host.stdout, ports.cancellation.signal);
        const access = cloudflareVariables(inputs);
        const followed = await whereTracked(told, compared, async (config) => {
          const [{ followAll }, watching] = await Promise.all([import('./commands/track.ts'), ports.watching()]);
          return await followAll(compared, inputs.request, config, settings, { ...ports, ...watching });
        });
        return withLogic(followed, await reconcileLogic(inputs.request, settings, access, { ...ports, workshop }));
      });
      const { tellReconcile } = await import('./tell.ts');
      await tellReconcile(report, context, audience);
      if (report.failures.length > 0) {
        throw new Reported(report.failures);
      }
      return;
    }
    case 'validate': {
      const [{ validate }, { ThreadTimeLimit }] = await Promise.all([
        import('./commands/validate.ts'),
        import('./adapters/time-limit.ts'),
      ]);
      const commit = commitOf(environment);
      const request = { scope: inputs.scope, commit, change: changeOf(event, commit) };
      const report = await using(async (ports) => {
        const { signal } = ports.cancellation;
        const checkout = WorkingTree.at(environment.GITHUB_WORKSPACE, environment, signal);
        const kv = inputs.cloudflare.token === '' || inputs.cloudflare.accountId === '' ? undefined : ports.kv;
        return await validate(request, settings, { ...ports, checkout, kv, limit: new ThreadTimeLimit() });
      });
      // What was found is told in any case.
      const [sarif, unwritten] = await writeSarif(report, context, environment, console.secrets).then(
        (path) => [path, []] as const,
        (error: unknown) => [undefined, toTagshipErrors(error)] as const,
      );
      const failures = [...report.failures, ...unwritten];
      const { tellValidate } = await import('./tell.ts');
      await tellValidate({ ...report, failures }, sarif, context, audience);
      if (failures.length > 0) {
        throw new Reported(failures);
      }
      return;
    }
    case 'history': {
      const report = await using(async (ports) => {
        const { history } = await import('./commands/history.ts');
        return await history(inputs.request, settings, ports);
      });
      const { tellHistory } = await import('./tell.ts');
      return await tellHistory(report, context, audience);
    }
    case 'deploy': {
      const todo = requestOf(inputs.selection, event);
      if (todo.kind === 'nothing') {
        const { nothingDone } = await import('./commands/describe.ts');
        const report = nothingDone('deploy', settings, [{ level: 'notice', message: todo.why }]);
        return await publish(report, context, audience);
      }
      const report = await using(async (ports) => {
        if (todo.kind === 'deploy') {
          const { deploy } = await import('./commands/deploy.ts');
          const report = await deploy(todo.request, settings, ports);
          const { request } = todo;
          if (request.by !== 'tag' || request.deleted) {
            return report;
          }
          return await whereTracked(told, report, async (config) => {
            const [{ followPush }, watching] = await Promise.all([import('./commands/track.ts'), ports.watching()]);
            return await followPush(report, request, config, settings, { ...ports, ...watching });
          });
        }
        const { rebuild } = await import('./commands/rebuild.ts');
        const workshop = new LocalWorkshop(ports.repository, environment, host.stdout, ports.cancellation.signal);
        return await rebuild(todo.request, settings, cloudflareVariables(inputs), { ...ports, workshop });
      });
      return await publish(report, context, audience);
    }
  }
}

/** Lets tracks follow where the configuration has any. @returns the report as it is where it has none */
async function whereTracked<T>(
  { config }: TrustedLedger,
  report: T,
  followed: (config: Config) => Promise<T>,
): Promise<T> {
  return config !== undefined && isTracking(config.environments) ? await followed(config) : report;
}

/** A rebuild publishes a Worker, as a rule, so its commands get the access that the step was given. */
function cloudflareVariables({ cloudflare }: Inputs): Record<string, string> {
  return {
    ...(cloudflare.token === '' ? {} : { CLOUDFLARE_API_TOKEN: cloudflare.token }),
    ...(cloudflare.accountId === '' ? {} : { CLOUDFLARE_ACCOUNT_ID: cloudflare.accountId }),
  };
}

/** Writes the whole result where later steps of the job can read it. */
async function saveResult(result: string, environment: Environment): Promise<string> {
  const { writeResult } = await import('./adapters/report-file.ts');
  return await writeResult(environment.RUNNER_TEMP || tmpdir(), result);
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
    : await writeBelow(environment.GITHUB_WORKSPACE || process.cwd(), report.sarifPath, text);
}

/** The effects of every command. */
interface Ports {
  readonly forge: GitHubForge;
  readonly repository: GitRepository;
  readonly kv: CloudflareKv;
  readonly clock: Clock;
  readonly cancellation: Signals;
  readonly journal: Console;
  /** Those of the commands that watch, or ask before they move. */
  readonly watching: () => Promise<{ readonly metrics: MetricSources; readonly probes: HttpProbes }>;
}

async function withPorts<T>(
  inputs: Inputs,
  context: RunContext,
  host: Host,
  console: Console,
  work: (ports: Ports) => Promise<T>,
): Promise<T> {
  const { environment } = host;
  const cancellation = new Signals(host.signals, (isShielded) =>
    console.info(isShielded ? 'Cancelled: the move that is under way is finished first.' : 'Cancelled.'),
  );
  const { signal } = cancellation;
  const clock = host.clock(signal);
  const http = new HttpClient(environment);
  const repository = await GitRepository.open({
    url: `${context.serverUrl}/${context.repository}`,
    token: inputs.githubToken,
    temporary: environment.RUNNER_TEMP || tmpdir(),
    environment,
    clock,
    http,
    signal,
    defaultBranch: context.defaultBranch,
  });
  try {
    // What is loaded from here on is loaded while the connection is made.
    repository.connect();
    const [{ CloudflareKv }, { GitHubForge }] = await Promise.all([
      import('./adapters/kv/cloudflare-kv.ts'),
      import('./adapters/github/github-forge.ts'),
    ]);
    const { githubToken: token, cloudflare } = inputs;
    const onWait = (milliseconds: number): void =>
      console.info(`Waiting ${duration(milliseconds)}: Cloudflare allows 1,200 API requests in five minutes.`);
    const kv = new CloudflareKv({ ...cloudflare, http, clock, signal, onWait });
    if (inputs.command !== 'history' && inputs.command !== 'validate') {
      kv.connect();
    }
    const forge = new GitHubForge({ ...context, token, http, secrets: console.secrets, signal });
    const watching: Ports['watching'] = async () => {
      const [{ MetricSources }, { HttpProbes }] = await Promise.all([
        import('./adapters/metrics/metric-sources.ts'),
        import('./adapters/metrics/http-probes.ts'),
      ]);
      const shared = { http, environment: reading(environment, console), secrets: console.secrets, signal };
      const directory = environment.GITHUB_WORKSPACE || process.cwd();
      const metrics = new MetricSources({
        ...shared,
        directory,
        inherited: inheritedVariables(environment),
        cloudflare,
      });
      return { metrics, probes: new HttpProbes(shared) };
    };
    return await work({ repository, kv, forge, clock, cancellation, journal: console, watching });
  } finally {
    cancellation.close();
    await repository.close();
  }
}

/** Variables that the runner sets, and that say where a run takes place: hiding these would hide every address. */
const PUBLIC_VARIABLES = /^(?:GITHUB_(?!TOKEN$)\w+|RUNNER_\w+)$/;

/** Reads variables that the configuration names; what they hold is a secret from then on. */
function reading(environment: Environment, console: Console): (name: string) => string | undefined {
  return (name) => {
    const value = environment[name];
    if (value !== undefined && value.length >= SHORTEST_SECRET && !PUBLIC_VARIABLES.test(name)) {
      console.mask(value);
    }
    return value;
  };
}

async function publish(report: RunReport, context: RunContext, audience: Audience): Promise<void> {
  const { tellRun } = await import('./tell.ts');
  await tellRun(report, context, audience);
  if (report.failures.length > 0) {
    throw new Reported(report.failures);
  }
}
