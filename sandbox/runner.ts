import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeTemporaryDirectory, removeDirectory } from './cleanup.ts';
import type { Recorder } from './recorder.ts';
import { ACTION_FILE, inputVariable, readAction, substitute } from './runner/action.ts';
import { parseCommandFile } from './runner/command-files.ts';
import {
  contextOf,
  placesUnder,
  type RunContext,
  type RunPlaces,
  type RunServers,
  runnerVariables,
} from './runner/environment.ts';
import { type Execution, type ExecutionResult, execute } from './runner/execute.ts';
import { type InProcessResult, runInProcess } from './runner/in-process.ts';
import { Kill, type KillPoint } from './runner/kill.ts';
import { type Annotation, readWorkflowCommands } from './runner/workflow-commands.ts';
import type { RecordedRequest } from './types.ts';

const DEFAULT_TIMEOUT_MS = 60_000;

/** One run of the action. */
export interface RunOptions {
  /** Inputs by name as in `with:`; null leaves one out that the sandbox would give. */
  readonly inputs?: Readonly<Record<string, string | null>>;
  readonly event: { readonly name: string; readonly payload: object };
  /** The following default to what the event says. */
  readonly ref?: string;
  readonly sha?: string;
  readonly repository?: string;
  readonly actor?: string;
  /** Further environment variables; they win over the runner's own. */
  readonly env?: Readonly<Record<string, string>>;
  /** An existing directory instead of a fresh empty one. */
  readonly workspace?: string;
  /**
   * `process` runs what was built in a process of its own, as a runner does; `here` runs the sources in this one, which
   * takes a third of the time. A run that is to be killed, or to run another script, is a process in any case.
   */
  readonly as?: 'process' | 'here';
  /** The script to run instead of the action's `main`. */
  readonly entry?: string;
  /** The action.yml to read instead of this repository's. */
  readonly actionFile?: string;
  /** Milliseconds until the action and all it started are killed; 60,000 if absent. */
  readonly timeoutMs?: number;
  /** Called with each line of output as it comes. */
  readonly onLine?: (line: string) => void;
  /** Ends the action when it aborts. */
  readonly signal?: AbortSignal;
  /** The signal sent then, SIGKILL if absent; SIGKILL follows after 5 seconds in any case. */
  readonly kill?: NodeJS.Signals;
  /** A request at which the action is killed with SIGKILL, as a lost machine would end it. */
  readonly killAt?: KillPoint;
}

/** What a run left behind. */
export interface RunResult extends ExecutionResult {
  /** The step's outputs; empty when GITHUB_OUTPUT was malformed. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Why a runner would have refused GITHUB_OUTPUT. */
  readonly outputError?: string;
  /** The step summary, in Markdown. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  /** Contents of the files GITHUB_ENV, GITHUB_PATH and GITHUB_STATE. */
  readonly envFile: string;
  readonly pathFile: string;
  readonly stateFile: string;
  /** Files and directories in the workspace and in RUNNER_TEMP afterwards, relative, with forward slashes. */
  readonly workspaceEntries: readonly string[];
  readonly tempEntries: readonly string[];
  /** The request the action was killed at; absent when it ended otherwise, as when that request never came. */
  readonly killedAt?: RecordedRequest;
}

/** What the runner takes from the sandbox. */
export interface RunnerOptions extends RunServers {
  readonly githubToken: string;
  readonly cloudflareToken: string;
  readonly accountId: string;
  readonly recorder: Recorder;
  /** How actions run where nothing else is said. */
  readonly runsAs: 'process' | 'here';
}

/** Executes actions as a GitHub runner would, each in fresh directories. */
export class Runner {
  readonly #options: RunnerOptions;
  readonly #closed = new AbortController();
  readonly #running = new Set<Promise<RunResult>>();
  #count = 0;
  /** How actions run where a run says nothing else. */
  runsAs: 'process' | 'here';

  constructor(options: RunnerOptions) {
    this.#options = options;
    this.runsAs = options.runsAs;
  }

  /** Runs the action once; throws only when it could not be run at all. */
  async run(options: RunOptions): Promise<RunResult> {
    this.#closed.signal.throwIfAborted();
    this.#count += 1;
    const running = this.#runIn(options, this.#count);
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  /** Waits for the runs under way. */
  async finished(): Promise<void> {
    await Promise.allSettled(this.#running);
  }

  /** Kills the runs under way and waits until they are cleaned up. */
  async close(): Promise<void> {
    this.#closed.abort();
    await Promise.allSettled(this.#running);
  }

  async #runIn(options: RunOptions, number: number): Promise<RunResult> {
    const root = await makeTemporaryDirectory('run');
    try {
      const places = placesUnder(root, options.workspace);
      await prepare(places, options.event.payload);
      const context = { ...contextOf(options.event), ...overrides(options) };
      const { script, inputs } = await this.#readStep(options, context);
      const env = { ...runnerVariables(places, context, this.#options, number), ...inputs, ...options.env };
      const ending = this.#isProcess(options)
        ? await this.#execute({ script, env, cwd: places.workspace }, options)
        : await this.#here(env, context, options);
      // What was said in this process stands in no file.
      const result = { ...(await collectResult(places)), ...ending, ...readWorkflowCommands(ending.stdout) };
      // What an action that was killed had sent is still being carried out, and the test is to see the outcome.
      if (ending.signal !== null) await this.#options.recorder.settled();
      return result;
    } finally {
      await removeDirectory(root);
    }
  }

  #isProcess({ as = this.runsAs, entry, actionFile, killAt, signal, kill }: RunOptions): boolean {
    const isKilled = killAt !== undefined || (signal !== undefined && (kill ?? 'SIGKILL') === 'SIGKILL');
    return as === 'process' || isKilled || entry !== undefined || actionFile !== undefined;
  }

  #here(env: Readonly<Record<string, string>>, context: RunContext, options: RunOptions): Promise<InProcessResult> {
    const { event, timeoutMs = DEFAULT_TIMEOUT_MS, onLine, signal, kill = 'SIGINT' } = options;
    const end = this.#closed.signal;
    return runInProcess({ env, context, payload: event.payload, timeoutMs, onLine, signal, kill, end });
  }

  /** Runs the script, and kills it where the test says so. */
  async #execute(
    step: Pick<Execution, 'script' | 'env' | 'cwd'>,
    { killAt, timeoutMs = DEFAULT_TIMEOUT_MS, onLine, signal, kill = 'SIGKILL' }: RunOptions,
  ): Promise<ExecutionResult & Pick<RunResult, 'killedAt'>> {
    const { recorder } = this.#options;
    const armed = killAt === undefined ? undefined : new Kill(killAt, recorder);
    const ends = armed === undefined ? [] : [armed.signal];
    try {
      const end = AbortSignal.any([this.#closed.signal, ...ends]);
      const execution = await execute({ ...step, timeoutMs, onLine, signal, kill, end });
      const killed = armed?.at !== undefined && execution.signal === 'SIGKILL';
      return killed ? { ...execution, killedAt: armed.at } : execution;
    } finally {
      armed?.end();
    }
  }

  /** Finds the script and the variables of the inputs. */
  async #readStep(
    options: RunOptions,
    context: RunContext,
  ): Promise<{ script: string; inputs: Record<string, string> }> {
    const action = await readAction(options.actionFile ?? ACTION_FILE);
    const expressions = {
      'github.token': this.#options.githubToken,
      'github.repository': context.repository,
      'github.ref': context.ref,
      'github.sha': context.sha,
      'github.actor': context.actor,
    };
    const given: Record<string, string | null> = {
      'cloudflare-api-token': this.#options.cloudflareToken,
      'cloudflare-account-id': this.#options.accountId,
      ...options.inputs,
    };
    const inputs: Record<string, string> = {};
    for (const [name, value] of action.inputs) inputs[inputVariable(name)] = substitute(value ?? '', expressions);
    for (const [name, value] of Object.entries(given)) {
      if (value !== null) inputs[inputVariable(name)] = value;
    }
    return { script: options.entry ?? action.main, inputs };
  }
}

function overrides({ ref, sha, repository, actor }: RunOptions): Partial<RunContext> {
  const given = Object.entries({ ref, sha, repository, actor }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}

async function prepare(places: RunPlaces, payload: object): Promise<void> {
  for (const directory of [places.home, places.temp, places.workspace, path.dirname(places.event)]) {
    await mkdir(directory, { recursive: true });
  }
  await writeFile(places.event, JSON.stringify(payload, undefined, 2));
  for (const file of [places.output, places.summary, places.env, places.path, places.state]) await writeFile(file, '');
}

async function collectResult(
  places: RunPlaces,
): Promise<Omit<RunResult, keyof ExecutionResult | 'annotations' | 'masks' | 'killedAt'>> {
  const read = (file: string) => readFile(file, 'utf8');
  return {
    ...readOutputs(await read(places.output)),
    summary: await read(places.summary),
    envFile: await read(places.env),
    pathFile: await read(places.path),
    stateFile: await read(places.state),
    workspaceEntries: await entriesOf(places.workspace),
    tempEntries: await entriesOf(places.temp),
  };
}

function readOutputs(content: string): Pick<RunResult, 'outputs' | 'outputError'> {
  try {
    return { outputs: parseCommandFile(content) };
  } catch (error) {
    return { outputs: {}, outputError: String(error) };
  }
}

/** Everything under a directory in order; of a repository's .git only that it is there. */
async function entriesOf(directory: string): Promise<string[]> {
  const exists = await stat(directory).then(
    () => true,
    () => false,
  );
  const entries = exists ? await readdir(directory, { recursive: true }) : [];
  return entries
    .map((entry) => entry.split(path.sep).join('/'))
    .filter((entry) => !/(?:^|\/)\.git\//.test(entry))
    .sort();
}
