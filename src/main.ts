import { tmpdir } from 'node:os';
import type { Console } from './action/console.ts';
import { pushedTag, runContext } from './action/event.ts';
import { readInputs } from './action/inputs.ts';
import type { Environment, GivenInputs } from './action/raw-inputs.ts';
import { needsCloudflare } from './action/request.ts';
import type { Report } from './action/results.ts';
import type { Command } from './action/spec.ts';
import { HttpClient } from './adapters/http/client.ts';
import type { MoveSettings } from './commands/moves.ts';
import type { Config } from './domain/config.ts';
import { Reported, type TagshipError, toTagshipErrors } from './errors.ts';
import type { Host } from './host.ts';
import { reading } from './make-ports.ts';
import { perform } from './run-command.ts';

/** What is known of a run for those who are to hear of it. */
interface Known {
  config?: Config;
  report?: Report;
}

/**
 * Runs a command. The one place where everything comes together: effects are made from here and handed in, and results go to
 * the log, the annotations, the summary and the outputs from here.
 *
 * What a command needs is loaded where it begins, and by then the first request is under way.
 */
export async function main(command: Command, given: GivenInputs, host: Host, console: Console): Promise<void> {
  const known: Known = {};
  try {
    await run(command, given, host, console, known);
  } catch (error) {
    await notifyOf(known, toTagshipErrors(error), host, console);
    throw error;
  }
  await notifyOf(known, [], host, console);
}

/** Notifies those whom the configuration names; that fails nothing. */
async function notifyOf(
  { config, report }: Known,
  failures: readonly TagshipError[],
  { environment, event, local }: Host,
  console: Console,
): Promise<void> {
  const rules = config?.notify ?? [];
  if (rules.length === 0 || local !== undefined) {
    return;
  }
  const [{ happeningsOf }, { notify }] = await Promise.all([
    import('./action/notifications.ts'),
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

async function run(command: Command, given: GivenInputs, host: Host, console: Console, known: Known): Promise<void> {
  const { environment, event } = host;
  const inputs = await readInputs(given, environment, command, needsCloudflare(command, given, event));
  const context = { ...runContext(environment, event), ...host.person };
  const settings: MoveSettings = {
    repositoryName: context.repository,
    serverUrl: context.serverUrl,
    secrets: console.secrets,
    hideVariables: (names) => names.forEach(reading(environment, console)),
    onConfig: (config) => {
      known.config = config;
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
  const { report, sarif } = await perform(inputs, { context, settings, host, console, config: () => known.config });
  known.report = report;
  const { publish } = await import('./publish.ts');
  const save = host.keepResult ?? ((result) => saveResult(result, environment));
  await publish(report, sarif, context, console, save);
  const failures = 'failures' in report ? report.failures : [];
  if (failures.length > 0) {
    throw new Reported(failures);
  }
}

/** Writes the whole result where later steps of the job can read it. */
async function saveResult(result: string, environment: Environment): Promise<string> {
  const { writeResult } = await import('./adapters/report-file.ts');
  return await writeResult(environment.RUNNER_TEMP || tmpdir(), result);
}
