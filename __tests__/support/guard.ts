import { readFile } from 'node:fs/promises';
import { beforeAll, beforeEach, expect } from '@jest/globals';
import * as z from 'zod';
import type {
  Hook,
  Issue,
  RecordedRequest,
  Repository,
  RunOptions,
  RunResult,
  Sandbox,
  SandboxOptions,
  ScriptedAnswer,
} from '../../sandbox/index.ts';
import { Original } from './copies.ts';
import { indexOf, stored } from './deploy.ts';
import { type Laboratory, laboratory } from './laboratory.ts';
import { codesOf, dispatch, entryOf, kvOf, LEDGER, ledgerGit, publish, refsOf, subjects } from './moves.ts';

/** In production v1.0.0 ran before v1.1.0, which runs there since 14:30 on 5 May 2026; v1.2.0 never ran. */
export const ID = 'prompts/extraction';
/** In production v1.0.0 runs since 14:00, and nothing before it; v1.1.0 and v1.2.0 never ran. */
export const OTHER = 'prompts/summary';
/** A time at which ID ran v1.0.0. */
export const WHILE_V1_RAN = '2026-05-05T14:15:00Z';

export type Inputs = Readonly<Record<string, string | null>>;

/** What guard says of one gate in its output `result`. */
export interface GateResult {
  readonly component: string;
  readonly environment: string;
  readonly version: string;
  readonly verdict: string;
  readonly why: string;
  readonly 'rolled-back-to': string | null;
  readonly measurements: readonly {
    readonly metric: string;
    readonly at: string;
    readonly queries: readonly string[];
    readonly value: number | null;
    readonly errors: number | null;
    readonly total: number | null;
    readonly outcome: string;
  }[];
}

interface GuardResult {
  readonly verdict: string | null;
  readonly gates: readonly GateResult[];
  readonly times: {
    readonly 'moved-ms': number | null;
    readonly 'restored-ms': number;
    readonly 'done-ms': number;
  } | null;
}

/** A laboratory whose every test finds a repository in which something is deployed, and can be watched. */
export class GuardLaboratory {
  readonly #lab: Laboratory;
  readonly #hooks: (() => void)[] = [];
  #schema: z.ZodType | undefined;

  constructor(lab: Laboratory) {
    this.#lab = lab;
  }

  get sandbox(): Sandbox {
    return this.#lab.sandbox;
  }

  get repository(): Repository {
    return this.#lab.repository;
  }

  /** Dispatches a command on ID in production, unless inputs say otherwise. */
  async run(command: string, inputs: Inputs = {}, options: Partial<RunOptions> = {}): Promise<RunResult> {
    const places = { components: ID, environment: 'production' };
    return await dispatch(this.sandbox, this.repository, command, { ...places, ...inputs }, options);
  }

  /** The same, and it has to go well. */
  async done(command: string, inputs: Inputs = {}, options: Partial<RunOptions> = {}): Promise<RunResult> {
    const run = await this.run(command, inputs, options);
    expect(codesOf(run)).toEqual([]);
    expect(run.exitCode).toBe(0);
    return run;
  }

  /** Runs guard with a gate of one URL, which looks at once and again soon. */
  async guard(inputs: Inputs = {}, options: Partial<RunOptions> = {}): Promise<RunResult> {
    return await this.run('guard', { ...this.gate(), ...inputs }, options);
  }

  /** Runs guard with the gate of the configuration. */
  async guardByConfig(inputs: Inputs = {}, options: Partial<RunOptions> = {}): Promise<RunResult> {
    return await this.run('guard', inputs, options);
  }

  /** The inputs of a gate of one URL. */
  gate(): Record<string, string> {
    return {
      'metric-url': `${this.sandbox.metricsUrl}/rate`,
      threshold: '0.05',
      'initial-delay': '0s',
      interval: '30ms',
    };
  }

  /** Puts a configuration on the default branch. */
  async configure(config: object): Promise<void> {
    // JSON is YAML.
    await this.repository.commit('policy', { '.github/tagship.yml': JSON.stringify(config, undefined, 2) });
    this.sandbox.clearRequests();
  }

  /** Gives production a gate that looks at once and again soon. */
  async configureGate(gate: Readonly<Record<string, unknown>>, production: object = {}): Promise<void> {
    const quick = { 'initial-delay': '0s', interval: '30ms', bake: '0s' };
    await this.configure({ environments: { production: { ...production, gate: { ...quick, ...gate } } } });
  }

  /** Scripts what the metric server answers one after the other; the last one again and again. */
  answers(path: string, answers: readonly (number | ScriptedAnswer)[]): void {
    let asked = 0;
    this.sandbox.traffic.answer(path, () => {
      const answer = answers[Math.min(asked, answers.length - 1)] ?? {};
      asked += 1;
      return typeof answer === 'number' ? { body: String(answer) } : answer;
    });
  }

  /** The requests to the metric server. */
  get measured(): readonly RecordedRequest[] {
    return this.sandbox.requests.filter(({ service }) => service === 'metrics');
  }

  get issues(): readonly Issue[] {
    return this.sandbox.github.issues(this.repository.name);
  }

  async entry(component = ID): Promise<Record<string, unknown>> {
    return await entryOf(this.repository, `production/components/${component}`);
  }

  /** The object of a component's tag for production. */
  async tag(component = ID): Promise<string> {
    return await ledgerGit(this.repository, 'rev-parse', `refs/tags/components/${component}/production`);
  }

  async inKv(key = `${ID}@production`): Promise<string | undefined> {
    return (await stored(this.sandbox, key))?.bytes.toString();
  }

  /** The subjects of the commits that the ledger has since. */
  async told(since: string): Promise<string[]> {
    const all = await subjects(this.repository);
    const before = await subjects(this.repository, since);
    return all.slice(before.length);
  }

  async ledgerTip(): Promise<string> {
    return await ledgerGit(this.repository, 'rev-parse', LEDGER);
  }

  /** Runs something, and makes sure that no ref, no key and no issue is another one afterwards. */
  async untouched(act: () => Promise<RunResult>): Promise<RunResult> {
    const before = await this.#state();
    const run = await act();
    expect(await this.#state()).toEqual(before);
    return run;
  }

  /** Makes sure that tag, ledger and KV agree on what production runs after a rollback. */
  async expectBack(version: string, from: string, component = ID): Promise<void> {
    expect(await this.entry(component)).toMatchObject({
      move: 'rollback',
      status: 'deployed',
      version,
      previous: from,
      quarantined: expect.arrayContaining([from]),
    });
    await this.expectAgreement(version, component);
  }

  /** Makes sure that tag, ledger and KV agree on what production runs. */
  async expectAgreement(version: string, component = ID): Promise<void> {
    const tag = await this.tag(component);
    expect(await this.entry(component)).toMatchObject({ version, tag });
    const commit = await ledgerGit(
      this.repository,
      'rev-parse',
      `refs/tags/components/${component}/${version}^{commit}`,
    );
    expect(await ledgerGit(this.repository, 'rev-parse', `${tag}^{commit}`)).toBe(commit);
    const value = await stored(this.sandbox, `${component}@production`);
    expect(value?.bytes.toString()).toBe(`${component} ${version}`);
    expect(value?.metadata).toMatchObject({ version, sha: commit });
    expect(await indexOf(this.sandbox)).toMatchObject({ [component]: { production: version } });
  }

  /** The output `result`, checked against its published schema. */
  async resultOf(run: RunResult): Promise<GuardResult> {
    if (this.#schema === undefined) {
      const text = await readFile(new URL('../../schema/result.schema.json', import.meta.url), 'utf8');
      this.#schema = z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]);
    }
    return this.#schema.parse(JSON.parse(run.outputs.result ?? '')) as GuardResult;
  }

  /** Runs a hook before the services until the test ends; returns what removes it earlier. */
  before(hook: Hook): () => void {
    const remove = this.sandbox.before(hook);
    this.#hooks.push(remove);
    return remove;
  }

  /** Does something once, as soon as a request comes that it waits for and before that is carried out. */
  once(when: (request: RecordedRequest) => boolean, act: () => unknown): void {
    let isDone = false;
    this.before(async (request) => {
      if (!isDone && when(request)) {
        isDone = true;
        await act();
      }
    });
  }

  /** Removes the hooks of the test before. */
  unhook(): void {
    for (const remove of this.#hooks.splice(0)) {
      remove();
    }
  }

  async #state(): Promise<unknown> {
    return { refs: await refsOf(this.repository), kv: await kvOf(this.sandbox), issues: this.issues };
  }
}

/** Publishes both components, and deploys what the tests expect to find. */
export async function prepareGuarded(sandbox: Sandbox, repository: Repository): Promise<void> {
  for (const component of [ID, OTHER]) {
    await publish(repository, component, 'v1.0.0', 'v1.1.0', 'v1.2.0');
  }
  const promote = async (time: string, components: string, version: string): Promise<void> => {
    sandbox.serverClock.set(new Date(`2026-05-05T${time}:00Z`));
    const run = await dispatch(sandbox, repository, 'promote', { environment: 'production', components, version });
    expect(codesOf(run)).toEqual([]);
  };
  await promote('14:00', 'prompts/*', 'v1.0.0');
  await promote('14:30', ID, 'v1.1.0');
  sandbox.serverClock.reset();
}

/** Sets a laboratory up and down around the tests of a file. */
export function guardLaboratory(name: string, options: SandboxOptions = {}): GuardLaboratory {
  const lab = laboratory(name, options);
  const guarded = new GuardLaboratory(lab);
  let original: Original | undefined;
  beforeAll(async () => {
    const { sandbox } = lab;
    const repository = await sandbox.createRepository(`acme/${name}-original`);
    await prepareGuarded(sandbox, repository);
    original = await Original.of(sandbox, repository);
  }, 60_000);
  beforeEach(async () => {
    guarded.unhook();
    lab.sandbox.traffic.clear();
    await original?.copyTo(lab.repository);
  });
  return guarded;
}

/** The messages of the warnings of a run. */
export function warningsOf({ annotations }: RunResult): string[] {
  return annotations.flatMap(({ level, message }) => (level === 'warning' ? [message] : []));
}

/** The messages of the notices of a run. */
export function noticesOf({ annotations }: RunResult): string[] {
  return annotations.flatMap(({ level, message }) => (level === 'notice' ? [message] : []));
}

/** What of a Markdown text is not code: neither in a fence nor in a span of one line. */
export function outsideCode(markdown: string): string {
  let fence = '';
  const lines: string[] = [];
  for (const line of markdown.split('\n')) {
    const [mark = ''] = /^`{3,}/.exec(line) ?? [];
    if (fence !== '') {
      fence = line.trimEnd() === mark && mark.length >= fence.length ? '' : fence;
    } else if (mark !== '' && !line.slice(mark.length).includes('`')) {
      fence = mark;
    } else {
      lines.push(
        line.replace(/\\[!-/:-@[-`{-~]|(?<ticks>`+)(?:[^`]|(?!\k<ticks>(?!`))`+)*?\k<ticks>(?!`)/g, (found) =>
          found.startsWith('\\') ? found : '',
        ),
      );
    }
  }
  return lines.join('\n');
}
