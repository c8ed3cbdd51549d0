import { tmpdir } from 'node:os';
import { context as github } from '@actions/github';
import { Console } from './action/console.ts';
import { chooseCommand, type RunContext, type RunEvent, refuseUnsafe, runContext, tagBefore } from './action/event.ts';
import { guardLog, guardSummary } from './action/guard-summary.ts';
import { builtCommand, commandOf, givenInputs, type Inputs, readInputs, secretsOf } from './action/inputs.ts';
import { historyLog, runLog } from './action/log.ts';
import { guardOutputs, historyOutputs, runOutputs } from './action/outputs.ts';
import { needsCloudflare, requestOf } from './action/request.ts';
import type { BuiltCommand } from './action/spec.ts';
import { failureSummary, historySummary, runSummary } from './action/summary.ts';
import { basicCredentials } from './adapters/git/environment.ts';
import { GitRepository } from './adapters/git/git-repository.ts';
import { GitHubForge } from './adapters/github/github-forge.ts';
import { CloudflareKv } from './adapters/kv/cloudflare-kv.ts';
import { LocalWorkshop } from './adapters/local-workshop.ts';
import { MetricSources } from './adapters/metrics/metric-sources.ts';
import { Signals } from './adapters/signals.ts';
import { SystemClock } from './adapters/system-clock.ts';
import { proxiedFetch } from './adapters/transport.ts';
import { deploy } from './commands/deploy.ts';
import { nothingDone } from './commands/describe.ts';
import { guard } from './commands/guard/guard.ts';
import { type HistoryReport, history } from './commands/history.ts';
import { promote } from './commands/promote.ts';
import { rebuild } from './commands/rebuild.ts';
import type { RunReport } from './commands/report.ts';
import { restore } from './commands/restore.ts';
import { rollback } from './commands/rollback.ts';
import type { MoveSettings } from './commands/situation.ts';
import { SHORTEST_SECRET } from './domain/gate/placeholders.ts';
import { TagshipErrors, toTagshipErrors } from './errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Runs the action and answers the exit code. The one place where everything comes together: effects are made here and
 * handed in, and results go to the log, the annotations, the summary and the outputs from here.
 */
export async function main(environment: Environment): Promise<0 | 1> {
  const console = new Console();
  const given = givenInputs(environment);
  for (const secret of secretsOf(given, environment)) {
    console.mask(secret);
    // Git gets the token in this form.
    console.mask(basicCredentials(secret));
  }
  try {
    const event: RunEvent = { name: github.eventName, ref: github.ref ?? '', payload: github.payload };
    const command = await choose(event, commandOf(given), console);
    if (command !== undefined) {
      const inputs = readInputs(given, environment, command, needsCloudflare(command, given, event));
      await run(inputs, event, runContext(environment, event), environment, console);
    }
    return 0;
  } catch (error) {
    const errors = toTagshipErrors(error);
    for (const one of errors) {
      console.error(one);
    }
    if (error instanceof Error && error.stack !== undefined) {
      for (const frame of error.stack.split('\n').filter((line) => line.startsWith('    at '))) {
        console.debug(frame);
      }
    }
    if (!(error instanceof Reported)) {
      await console.summary(failureSummary(errors));
    }
    return 1;
  }
}

/** Failures that the outputs and the summary tell of already. */
class Reported extends TagshipErrors {}

async function choose(
  event: RunEvent,
  asked: BuiltCommand | 'auto',
  console: Console,
): Promise<BuiltCommand | undefined> {
  refuseUnsafe(event);
  if (asked !== 'auto') {
    return asked;
  }
  const choice = chooseCommand(event);
  if (choice.kind === 'command') {
    return builtCommand(choice.command);
  }
  console.notice(choice.why);
  return undefined;
}

async function run(
  inputs: Inputs,
  event: RunEvent,
  context: RunContext,
  environment: Environment,
  console: Console,
): Promise<void> {
  const secrets = secretsOf(givenInputs(environment), environment);
  const settings: MoveSettings = {
    repositoryName: context.repository,
    serverUrl: context.serverUrl,
    secrets,
    configPath: inputs.configPath,
    namespaces: inputs.namespaces,
    acceptMoved: inputs.override.has('moved-version'),
    overrides: inputs.override,
    dryRun: inputs.dryRun,
    reason: inputs.reason,
    before: tagBefore(event),
    author: {
      actor: context.actor || null,
      email: context.email,
      run: context.run || null,
      reason: inputs.reason ?? null,
      override: [...inputs.override],
    },
  };
  const using = async <T>(work: (ports: Ports) => Promise<T>): Promise<T> =>
    await withPorts(inputs, context, environment, secrets, console, work);
  switch (inputs.command) {
    case 'guard': {
      const report = await using((ports) => guard(inputs.request, settings, ports));
      await tell(report, guardLog(report), guardOutputs(report), guardSummary(report, context), console);
      if (report.failures.length > 0) {
        throw new Reported(report.failures);
      }
      return;
    }
    case 'promote':
      return await publish(await using((ports) => promote(inputs.request, settings, ports)), context, console);
    case 'rollback':
      return await publish(await using((ports) => rollback(inputs.request, settings, ports)), context, console);
    case 'restore':
      return await publish(await using((ports) => restore(inputs.request, settings, ports)), context, console);
    case 'history':
      return await answer(await using((ports) => history(inputs.request, settings, ports)), context, console);
    case 'deploy': {
      const todo = requestOf(inputs.selection, event);
      const report =
        todo.kind === 'nothing'
          ? nothingDone('deploy', settings, [{ level: 'notice', message: todo.why }])
          : await using((ports) =>
              todo.kind === 'rebuild'
                ? rebuild(todo.tag, todo.named, settings, cloudflareVariables(inputs), ports)
                : deploy(todo.request, settings, ports),
            );
      return await publish(report, context, console);
    }
  }
}

/** A rebuild publishes a Worker, as a rule, so its commands get the access that the step was given. */
function cloudflareVariables({ cloudflare }: Inputs): Record<string, string> {
  return {
    ...(cloudflare.token === '' ? {} : { CLOUDFLARE_API_TOKEN: cloudflare.token }),
    ...(cloudflare.accountId === '' ? {} : { CLOUDFLARE_ACCOUNT_ID: cloudflare.accountId }),
  };
}

interface Ports {
  readonly forge: GitHubForge;
  readonly repository: GitRepository;
  readonly kv: CloudflareKv;
  readonly clock: SystemClock;
  readonly workshop: LocalWorkshop;
  readonly metrics: MetricSources;
  readonly cancellation: Signals;
  readonly journal: Console;
}

async function withPorts<T>(
  inputs: Inputs,
  context: RunContext,
  environment: Environment,
  secrets: string[],
  console: Console,
  work: (ports: Ports) => Promise<T>,
): Promise<T> {
  const cancellation = new Signals((isShielded) =>
    console.info(isShielded ? 'Cancelled: the move that is under way is finished first.' : 'Cancelled.'),
  );
  const clock = new SystemClock(cancellation.signal);
  const fetch = await proxiedFetch(environment);
  const repository = await GitRepository.open({
    url: `${context.serverUrl}/${context.repository}`,
    token: inputs.githubToken,
    temporary: environment.RUNNER_TEMP || tmpdir(),
    environment,
    clock,
    fetch,
    signal: cancellation.signal,
    defaultBranch: context.defaultBranch,
  });
  try {
    const kv = new CloudflareKv({
      ...inputs.cloudflare,
      fetch,
      clock,
      signal: cancellation.signal,
    });
    const workshop = new LocalWorkshop(repository, environment, cancellation.signal);
    const forge = new GitHubForge({
      repository: context.repository,
      token: inputs.githubToken,
      apiUrl: context.apiUrl,
      fetch,
      signal: cancellation.signal,
    });
    const metrics = new MetricSources({
      fetch,
      // What a metric reads is a secret from then on.
      environment: (name) => {
        const value = environment[name];
        if (value !== undefined && value.length >= SHORTEST_SECRET && !secrets.includes(value)) {
          secrets.push(value);
          console.mask(value);
        }
        return value;
      },
      cloudflare: inputs.cloudflare,
      signal: cancellation.signal,
    });
    return await work({ repository, kv, forge, metrics, clock, workshop, cancellation, journal: console });
  } finally {
    cancellation.close();
    await repository.close();
  }
}

async function publish(report: RunReport, context: RunContext, console: Console): Promise<void> {
  await tell(report, runLog(report), runOutputs(report), runSummary(report, context), console);
}

async function answer(report: HistoryReport, context: RunContext, console: Console): Promise<void> {
  await tell(report, historyLog(report), historyOutputs(report), historySummary(report, context), console);
}

async function tell(
  { notices }: Pick<RunReport, 'notices'>,
  log: readonly string[],
  outputs: Readonly<Record<string, string>>,
  summary: string,
  console: Console,
): Promise<void> {
  for (const line of log) {
    console.info(line);
  }
  for (const { level, message } of notices) {
    console[level](message);
  }
  for (const [name, value] of Object.entries(outputs)) {
    console.output(name, value);
  }
  await console.summary(summary);
}
