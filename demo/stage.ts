import type { Issue, ReaderAnswer, Repository, RunOptions, RunResult, Sandbox } from '../sandbox/index.ts';
import { type Change, COMPONENTS, type ComponentId, type EnvironmentName, NAMESPACES } from './repository.ts';
import { errorCode, outcomeOf, readableLog } from './result.ts';
import type { Screen } from './screen.ts';

/** Something the demo claims and that turned out otherwise. */
export class Mismatch extends Error {
  override readonly name = 'Mismatch';
  readonly expected: string;
  readonly got: string;

  constructor(what: string, expected: string, got: string) {
    super(what);
    this.expected = expected;
    this.got = got;
  }
}

/** What the stage is made of. */
export interface StageParts {
  readonly sandbox: Sandbox;
  readonly repository: Repository;
  readonly screen: Screen;
  readonly verbose: boolean;
  readonly signal: AbortSignal;
}

/** How a run of the action is to end. */
export interface Ending {
  readonly exitCode: number;
  /** The code of its error, where it has one. */
  readonly error?: string;
}

const SUCCESS: Ending = { exitCode: 0 };

/** More about a run that somebody starts by hand. */
export interface DispatchOptions {
  readonly ending?: Ending;
  /** The workflow run it is a step of, by its number; one of its own if absent. */
  readonly workflowRun?: number;
}

/** A pull request as GitHub tells of it: two commits, and the one that would merge them. */
export interface PullRequest {
  readonly base: string;
  readonly head: string;
  readonly merge: string;
}

/** Requests that a version serves. */
export interface Served {
  readonly ok?: number;
  readonly errors?: number;
}

/** Answers what a version has served since it was asked for the last time. */
export type Serving = (version: string) => Served | undefined | Promise<Served | undefined>;

/** What the reader of `examples/worker` needs of the binding of a KV namespace. */
export interface KvBinding {
  getWithMetadata(key: string): Promise<{ readonly value: string | null; readonly metadata: unknown }>;
}

/** Where the ledger is kept when the configuration names no other ref. */
export const LEDGER = 'refs/tagship/ledger';

/** What scenes are played on: moves tags, runs the action, asks the Worker, and checks all of it. */
export class Stage {
  readonly screen: Screen;
  readonly repository: Repository;
  readonly #sandbox: Sandbox;
  readonly #verbose: boolean;
  readonly #signal: AbortSignal;
  /** The object each moved tag had before, as GitHub tells it with the push. */
  readonly #before = new Map<string, string>();
  #runs = 0;
  #requests = 0;
  #comparisons = 0;

  constructor({ sandbox, repository, screen, verbose, signal }: StageParts) {
    this.screen = screen;
    this.repository = repository;
    this.#sandbox = sandbox;
    this.#verbose = verbose;
    this.#signal = signal;
  }

  /** What was done so far. */
  get totals(): { readonly runs: number; readonly requests: number; readonly comparisons: number } {
    return { runs: this.#runs, requests: this.#requests, comparisons: this.#comparisons };
  }

  async commit({ message, files }: Change): Promise<void> {
    this.#signal.throwIfAborted();
    await this.repository.commit(message, files);
  }

  /** Makes a version tag as `edgit tag create` does, and pushes it. */
  async create(component: ComponentId, version: string): Promise<void> {
    this.#signal.throwIfAborted();
    await this.repository.edgitTag(component, version);
  }

  /** Makes or moves an environment tag as `edgit tag set` does, and pushes it. */
  async set(component: ComponentId, environment: EnvironmentName, version: string): Promise<void> {
    this.#signal.throwIfAborted();
    const tag = tagOf(component, environment);
    const before = await this.repository.git(['for-each-ref', '--format=%(objectname)', `refs/tags/${tag}`]);
    if (before !== '') this.#before.set(tag, before);
    await this.repository.edgitSet(component, environment, version);
  }

  /** Runs the action for the push of a tag and shows the run. */
  async deploy(tag: string, ending: Ending = SUCCESS): Promise<RunResult> {
    this.#signal.throwIfAborted();
    const before = this.#before.get(tag);
    const payload = await this.repository.pushPayload(tag, before === undefined ? {} : { before });
    const subject = tag.replace(/^components\//, '');
    return this.run(subject, { event: { name: 'push', payload } }, ending);
  }

  /** Sets the clock of the Git server, by which the ledger goes. */
  at(time: Date): void {
    this.#sandbox.serverClock.set(time);
  }

  /** Lets the clock of the Git server go as that of this machine does. */
  atThisMoment(): void {
    this.#sandbox.serverClock.reset();
  }

  /** Runs a command as somebody starts it by hand on the default branch, and shows the run. */
  async dispatch(
    command: string,
    subject: string,
    inputs: Readonly<Record<string, string>>,
    actor: string,
    { ending = SUCCESS, workflowRun }: DispatchOptions = {},
  ): Promise<RunResult> {
    const options = {
      inputs: { command, ...inputs },
      event: { name: 'workflow_dispatch', payload: { ref: 'refs/heads/main' } },
      sha: await this.repository.commitOf('HEAD'),
      actor,
      env: {
        METRICS_URL: this.#sandbox.metricsUrl,
        ...(workflowRun === undefined ? {} : { GITHUB_RUN_ID: String(workflowRun) }),
      },
    };
    return await this.run(subject, options, ending);
  }

  /** Opens the pull request of the demo, or replaces what it changes. */
  async pullRequest({ message, files }: Change): Promise<PullRequest> {
    this.#signal.throwIfAborted();
    const { repository } = this;
    const base = await repository.commitOf('refs/heads/main');
    await repository.git(['checkout', '--quiet', '--detach', base]);
    await repository.write(files);
    await repository.git(['add', '--all']);
    await repository.git(['commit', '--quiet', '--message', message]);
    const head = await repository.commitOf('HEAD');
    const merge = await repository.git([
      'commit-tree',
      `${head}^{tree}`,
      ...['-p', base, '-p', head],
      ...['-m', `Merge ${message}`],
    ]);
    const refs = [`${head}:refs/pull/1/head`, `${merge}:refs/pull/1/merge`];
    await repository.git(['push', '--quiet', '--force', 'origin', ...refs]);
    await repository.git(['checkout', '--quiet', 'main']);
    return { base, head, merge };
  }

  /** Runs the action for a pull request, with a token that only reads and without access to Cloudflare. */
  async check({ base, head, merge }: PullRequest, ending: Ending = SUCCESS): Promise<RunResult> {
    const payload = {
      action: 'synchronize',
      number: 1,
      pull_request: { number: 1, base: { ref: 'main', sha: base }, head: { ref: 'invoices', sha: head } },
      repository: { full_name: this.repository.name, default_branch: 'main' },
    };
    const options = {
      event: { name: 'pull_request', payload },
      ref: 'refs/pull/1/merge',
      sha: merge,
      actor: 'mallory',
      inputs: {
        'github-token': this.#sandbox.readOnlyToken,
        'cloudflare-api-token': null,
        'cloudflare-account-id': null,
      },
    };
    return await this.run('pull request 1', options, ending);
  }

  /** Does something while a version serves requests: the next of these each time that somebody looks at the metrics. */
  async whileServing<T>(
    component: ComponentId,
    version: string,
    requests: readonly Served[],
    work: () => Promise<T>,
  ): Promise<T> {
    const left = [...requests];
    return await this.whileAsked(component, (asked) => (asked === version ? left.shift() : undefined), work);
  }

  /** Does something while versions serve requests, as `serving` says each time that somebody asks for their metrics. */
  async whileAsked<T>(component: ComponentId, serving: Serving, work: () => Promise<T>): Promise<T> {
    const end = this.#sandbox.before(async ({ service, path }) => {
      if (service !== 'metrics') return;
      const version = new URL(path, this.#sandbox.metricsUrl).searchParams.get('version') ?? '';
      const served = await serving(version);
      if (served !== undefined) this.#sandbox.traffic.serve({ component, version, ...served });
    });
    try {
      return await work();
    } finally {
      end();
    }
  }

  /** The issue of the repository that has this address. */
  issueAt(url: string): Issue {
    const issues = this.#sandbox.github.issues(this.repository.name);
    const found = issues.find(({ number }) => url.endsWith(`/issues/${number}`));
    if (found === undefined) throw new Mismatch('There is no such issue.', url, `${issues.length} issues`);
    return found;
  }

  /** Brings the ledger into the clone, as everybody can, and asks plain Git about it. */
  async askLedger(...args: string[]): Promise<string> {
    this.#signal.throwIfAborted();
    await this.repository.git(['fetch', '--quiet', 'origin', `+${LEDGER}:${LEDGER}`]);
    return await this.repository.git(args);
  }

  /** Runs the action and shows the run; throws a Mismatch when it does not end as it should. */
  async run(subject: string, options: RunOptions, { exitCode, error }: Ending = SUCCESS): Promise<RunResult> {
    this.#signal.throwIfAborted();
    this.#sandbox.clearRequests();
    const result = await this.screen.working(`Running the action for ${subject}`, () =>
      this.#sandbox.runAction({ ...options, signal: this.#signal }),
    );
    this.#signal.throwIfAborted();
    const requests = this.#sandbox.requests.length;
    this.#runs += 1;
    this.#requests += requests;
    const ok = result.exitCode === 0;
    this.screen.run({ ok, subject, result: outcomeOf(result), requests, milliseconds: result.durationMs });
    if (this.#verbose) this.screen.log(readableLog(result));
    if (result.exitCode !== exitCode) {
      throw new Mismatch(
        `The action did not end as it should for ${subject}.`,
        `exit code ${exitCode}`,
        [`exit code ${result.exitCode ?? result.signal}`, ...readableLog(result)].join('\n'),
      );
    }
    if (error !== undefined)
      this.expectText(`The code of the error for ${subject}`, error, errorCode(result) ?? 'none');
    return result;
  }

  /** Asks the Worker of an environment; the answer is to be the component's file at a version's tag in Git. */
  async expectVersion(component: ComponentId, environment: EnvironmentName, version: string): Promise<string> {
    const { path } = COMPONENTS[component];
    const tag = `refs/tags/components/${component}/${version}`;
    this.#signal.throwIfAborted();
    const expected = await this.repository.gitBytes(['cat-file', 'blob', `${tag}:${path}`]);
    const answer = await this.#ask(environment, referenceOf(component, environment));
    this.#comparisons += 1;
    if (answer.status !== 200 || !expected.equals(answer.bytes)) {
      const what = `${referenceOf(component, environment)} is not ${path} as of ${version}, byte for byte.`;
      throw new Mismatch(what, `status 200\n${expected.toString()}`, `status ${answer.status}\n${answer.text}`);
    }
    return answer.text;
  }

  /** Asks the Worker of an environment for a component that is not to be there yet. */
  async expectNothing(component: ComponentId, environment: EnvironmentName): Promise<string> {
    const reference = referenceOf(component, environment);
    const answer = await this.#ask(environment, reference);
    this.#comparisons += 1;
    if (answer.status !== 404) {
      throw new Mismatch(
        `The Worker knows ${reference} already.`,
        'status 404',
        `status ${answer.status}\n${answer.text}`,
      );
    }
    return answer.text;
  }

  /** Asks the Worker of an environment for the index; it is to hold exactly these versions. */
  async expectIndex(
    environment: EnvironmentName,
    expected: Readonly<Record<string, Readonly<Record<string, string>>>>,
  ): Promise<void> {
    const answer = await this.#ask(environment, 'component-versions');
    this.#comparisons += 1;
    this.expectText(`The index component-versions of ${environment}`, JSON.stringify(expected), answer.text);
  }

  /** The KV namespace of an environment as a Worker has it. */
  kvOf(environment: EnvironmentName): KvBinding {
    return {
      getWithMetadata: async (key) => {
        const stored = await this.#sandbox.kv.get(NAMESPACES[environment], key);
        const value = stored === undefined ? null : Buffer.from(stored.bytes).toString();
        return { value, metadata: stored?.metadata ?? null };
      },
    };
  }

  /** Throws a Mismatch when two texts differ. */
  expectText(what: string, expected: string, got: string): void {
    if (expected !== got) throw new Mismatch(`${what} is not as expected.`, expected, got);
  }

  /** Does something in which nothing of the repository may change but one tag, and the ledger, which tells of it. */
  async onlyMoving(tag: string, move: () => Promise<void>): Promise<void> {
    await this.#movingRefs([`refs/tags/${tag}`, LEDGER], move);
  }

  /** Does something in which nothing of the repository may change, the ledger included. */
  async movingNothing<T>(work: () => Promise<T>): Promise<T> {
    return await this.#movingRefs([], work);
  }

  async #movingRefs<T>(expected: readonly string[], work: () => Promise<T>): Promise<T> {
    const refs = async () => new Set((await this.repository.git(['ls-remote', 'origin'])).split('\n'));
    const before = await refs();
    const result = await work();
    const after = await refs();
    const moved = [...before, ...after].filter((line) => !(before.has(line) && after.has(line)));
    // An annotated tag is listed twice: as itself and, with ^{}, as the commit it leads to.
    const names = new Set(moved.map((line) => line.replace(/^\w+\t/, '').replace(/\^\{\}$/, '')));
    this.expectText('The list of refs that moved', expected.join('\n'), [...names].sort().join('\n'));
    return result;
  }

  /** Does something in which not one byte of KV may change; returns how many keys there are. */
  async leavingKv(work: () => Promise<void>): Promise<number> {
    const before = await this.#contents();
    await work();
    const after = await this.#contents();
    this.expectText('The contents of KV', before.join('\n'), after.join('\n'));
    return after.length;
  }

  async #ask(environment: EnvironmentName, reference: string): Promise<ReaderAnswer> {
    this.#signal.throwIfAborted();
    return this.#sandbox.ask(NAMESPACES[environment], reference);
  }

  /** Every key with its value and metadata, a line each. */
  async #contents(): Promise<string[]> {
    const lines: string[] = [];
    for (const [environment, id] of Object.entries(NAMESPACES)) {
      for (const key of await this.#sandbox.kv.list(id)) {
        const stored = await this.#sandbox.kv.get(id, key);
        const value = Buffer.from(stored?.bytes ?? []).toString('base64');
        lines.push(`${environment} ${key} ${value} ${JSON.stringify(stored?.metadata)}`);
      }
    }
    return lines;
  }
}

/** The reference of a component in an environment, as Conductor's loader has it: `prompt://extraction@production`. */
export function referenceOf(component: ComponentId, environment: EnvironmentName): string {
  const { name, type } = COMPONENTS[component];
  return `${type}://${name}@${environment}`;
}

/** The tag of a component's version or environment. */
export function tagOf(component: ComponentId, slot: string): string {
  return `components/${component}/${slot}`;
}
