import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Repository, RunOptions, Sandbox } from '../../sandbox/index.ts';
import { parseCommandFile } from '../../sandbox/runner/command-files.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const values = z.record(z.string(), scalar).default({});

const workflowSchema = z.object({
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      env: values,
      steps: z.array(
        z.object({
          id: z.string().optional(),
          name: z.string().optional(),
          uses: z.string().optional(),
          run: z.string().optional(),
          if: z.string().optional(),
          with: values,
          env: values,
        }),
      ),
    }),
  ),
});

/** What became of a step. */
export interface PlayedStep {
  readonly name: string;
  /** Undefined where it was skipped. */
  readonly exitCode: number | null | undefined;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** All that it wrote. */
  readonly log: string;
}

/** What expressions of a workflow can name, such as `inputs.tag` or `vars.KV_NAMESPACE`. */
export type Values = Readonly<Record<string, string>>;

let runs = 0;

const EXAMPLES = new URL('../../examples/workflows/', import.meta.url);

/**
 * Plays one job of an example as GitHub would: the action in the sandbox, scripts in Bash. Expressions may be names,
 * and conditions a status function, a name, or both.
 *
 * @param file under `examples/workflows`, or from there; after a `#` the name of the job, else the first
 * @param known the names in expressions; what is not known is empty
 */
export async function playExample(
  file: string,
  known: Values,
  sandbox: Sandbox,
  repository: Repository,
  event: Pick<RunOptions, 'event' | 'ref' | 'sha'>,
): Promise<readonly PlayedStep[]> {
  const [name = '', wanted] = file.split('#');
  const text = await readFile(new URL(name, EXAMPLES), 'utf8');
  const { jobs } = workflowSchema.parse(parse(text));
  const job = wanted === undefined ? Object.values(jobs)[0] : jobs[wanted];
  const temporary = await mkdtemp(path.join(tmpdir(), 'tagship-workflow-'));
  runs += 1;
  const found = new Map(Object.entries(known));
  const fill = (template: string): string =>
    template.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => found.get(name) ?? '');
  const filled = (record: Values): Record<string, string> =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name, fill(value)]));
  const played: PlayedStep[] = [];
  try {
    for (const [i, step] of (job?.steps ?? []).entries()) {
      const title = step.name ?? step.with.command ?? `step ${i + 1}`;
      const failed = played.some(({ exitCode }) => exitCode !== undefined && exitCode !== 0);
      if (!isDue(step.if, failed, found)) {
        played.push({ name: title, exitCode: undefined, outputs: {}, summary: '', log: '' });
        continue;
      }
      const env = { GITHUB_RUN_ID: String(20_000_000_000 + runs), ...filled(job?.env ?? {}), ...filled(step.env) };
      const done =
        step.run === undefined
          ? await playAction(sandbox, repository, { ...event, env, inputs: filled(step.with) })
          : await playScript(step.run, env, temporary);
      played.push({ name: title, ...done });
      for (const [output, value] of Object.entries(done.outputs)) {
        found.set(`steps.${step.id}.outputs.${output}`, value);
      }
    }
    return played;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Whether a step is to run: without a status function only while nothing has failed. */
function isDue(condition: string | undefined, failed: boolean, found: ReadonlyMap<string, string>): boolean {
  const terms = condition?.split(' && ') ?? [];
  const always = terms.includes('always()');
  return (always || !failed) && terms.every((term) => term === 'always()' || (found.get(term) ?? '') !== '');
}

type Done = Omit<PlayedStep, 'name'>;

async function playAction(sandbox: Sandbox, repository: Repository, options: RunOptions): Promise<Done> {
  // Only what the step says, which is in `env` or in `with`.
  const inputs = { 'cloudflare-api-token': null, 'cloudflare-account-id': null, ...options.inputs };
  const run = await sandbox.runAction({ repository: repository.name, ...options, inputs });
  return { exitCode: run.exitCode, outputs: run.outputs, summary: run.summary, log: run.stdout + run.stderr };
}

/** Runs a script as a runner does: with `-e`, and with files for outputs and summary. */
async function playScript(script: string, env: Values, temporary: string): Promise<Done> {
  const [file, output, summary] = ['script.sh', 'output', 'summary'].map((name) => path.join(temporary, name)) as [
    string,
    string,
    string,
  ];
  await writeFile(file, script);
  await writeFile(output, '');
  await writeFile(summary, '');
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', file], {
    env: {
      PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH}`,
      ...env,
      RUNNER_TEMP: temporary,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  }
  const [exitCode] = (await once(child, 'close')) as [number | null];
  const outputs = parseCommandFile(await readFile(output, 'utf8'));
  return { exitCode, outputs, summary: await readFile(summary, 'utf8'), log };
}
