import semver from 'semver';
import { type DeployRequest, deploy } from '../../src/commands/deploy.ts';
import { guard } from '../../src/commands/guard/guard.ts';
import { type HistoryReport, type HistoryRequest, history } from '../../src/commands/history.ts';
import type { MoveSettings } from '../../src/commands/moves.ts';
import { type PromoteRequest, promote } from '../../src/commands/promote.ts';
import { type ReconcileReport, type ReconcileRequest, reconcile } from '../../src/commands/reconcile.ts';
import type { GuardReport, RunReport } from '../../src/commands/report.ts';
import { type RestoreRequest, restore } from '../../src/commands/restore.ts';
import { type RollbackRequest, rollback } from '../../src/commands/rollback.ts';
import type { Reading } from '../../src/domain/gate/measurement.ts';
import { Secrets } from '../../src/domain/secrets.ts';
import type { Check, Overrides } from '../../src/domain/version-choice.ts';
import type { RunPorts } from '../../src/engine/run-ports.ts';
import type { Clock, Timely } from '../../src/ports/clock.ts';
import type { KvStore } from '../../src/ports/kv.ts';
import type { Metrics } from '../../src/ports/metrics.ts';
import type { Probes } from '../../src/ports/probes.ts';
import type { Repository } from '../../src/ports/repository.ts';
import { AUTHOR } from './author.ts';
import { entriesIn, ranIn, readTip } from './chain.ts';
import { silent } from './fakes/clock.ts';
import { FakeKv, type KvFaults } from './fakes/kv.ts';
import { FakeRepository } from './fakes/repository.ts';

export const NAMESPACE = '0f2ac74b498b48028cb68387c421e279';

/** The versions every component of the world has. */
export const VERSIONS = ['v1.0.0', 'v1.1.0', 'v1.2.0'] as const;

export type Version = (typeof VERSIONS)[number];

export const ENVIRONMENTS = ['production', 'staging'] as const;

export type Environment = (typeof ENVIRONMENTS)[number];

/** Versions that KV is held at although the tag stands elsewhere, by `component@environment`. */
export type Held = ReadonlyMap<string, Version>;

const CONFIG = '.github/tagship.yml';

/** When the world begins by the Git server's clock, in seconds since the epoch. */
const START = Date.UTC(2026, 4, 1, 10) / 1000;

/** Changes the ports of a run, to schedule, to kill or to break it. */
export interface Disturbance {
  readonly repository?: (repository: Repository) => Repository;
  readonly kv?: (kv: KvStore) => KvStore;
}

/** What of a world is not the usual. */
export interface WorldOptions {
  readonly faults?: KvFaults;
  /** Version tags are no objects of their own but point at commits. */
  readonly lightweight?: boolean;
  /** The configuration on the default branch. */
  readonly config?: unknown;
}

/** What a gate is to watch, and what it is to see. */
export interface WatchRequest {
  readonly components: readonly string[];
  readonly environment: string;
  /** A tag that is named instead. */
  readonly tag?: string;
  /** Called for every measurement, counted from 0. */
  readonly measure: (look: number) => Promise<Reading>;
}

/** A run's own time: the server's when it began, and it passes when the run sleeps. */
class RunClock implements Clock {
  #now: number;

  /** @param seconds since the epoch */
  constructor(seconds: number) {
    this.#now = seconds * 1000;
  }

  now(): number {
    return this.#now;
  }

  async sleep(milliseconds: number): Promise<void> {
    this.#now += milliseconds;
  }

  async within<T>(_: number, work: () => Promise<T>): Promise<Timely<T>> {
    return { inTime: true, value: await work() };
  }

  random(): number {
    return 0.5;
  }
}

/** A ref that moved, whoever moved it. */
interface RefMove {
  readonly ref: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** Remembers every object a ref ever pointed at. */
class LoggedRepository extends FakeRepository {
  readonly moves: RefMove[] = [];

  override setRef(ref: string, to: string | undefined): void {
    this.moves.push({ ref, from: this.allRefs().get(ref), to });
    super.setRef(ref, to);
  }
}

/** A repository of components in three versions, and one namespace, all in memory. */
export class World {
  readonly repository = new LoggedRepository();
  readonly kv: FakeKv;
  /** How far the clock of the machine that runs the action is ahead of the server's, in seconds. */
  skew = 0;
  /** What the gates of a promotion into a group see. */
  metrics: Metrics = {
    check: async () => [],
    measure: async () => ({ queries: [], reading: { kind: 'value', value: 0 } }),
  };
  /** What is asked before a promotion. */
  probes: Probes = { ask: async () => ({ query: 'GET /', tookMs: 1, wrong: undefined }) };
  #now = START;
  #runs = 0;
  readonly #lightweight: boolean;
  readonly #versionTags = new Map<string, string>();
  readonly #components: readonly string[];

  constructor(components: readonly string[], { faults = {}, lightweight = false, config }: WorldOptions = {}) {
    this.#components = components;
    this.#lightweight = lightweight;
    this.kv = new FakeKv([{ id: NAMESPACE, title: 'all' }], faults);
    this.repository.setServerTime(this.#now);
    for (const version of VERSIONS) {
      const files = Object.fromEntries(components.map((one) => [`${one}.md`, `${one} ${version}`]));
      // What is JSON is YAML as well.
      const policy = config === undefined ? {} : { [CONFIG]: JSON.stringify(config) };
      const commit = this.repository.commit({ ...files, ...policy });
      for (const component of components) {
        const name = `components/${component}/${version}`;
        const tag = lightweight ? commit : this.repository.annotate(name, commit);
        this.repository.setTag(name, tag);
        this.#versionTags.set(name, tag);
      }
    }
    this.advance(60);
  }

  /** The Git server's clock, in seconds since the epoch. */
  get now(): number {
    return this.#now;
  }

  /** Lets seconds pass on the Git server; a negative number sets its clock back. */
  advance(seconds: number): void {
    this.#now += seconds;
    this.repository.setServerTime(this.#now);
  }

  /** Moves an environment tag as Edgit does, a tag object that wraps the version's, or with a plain `git tag -f`. */
  move(component: string, environment: string, version: Version, shape: 'wrapping' | 'lightweight' = 'wrapping'): void {
    const name = `components/${component}/${environment}`;
    const wrapped = this.#versionTags.get(`components/${component}/${version}`) ?? '';
    const plain = shape === 'lightweight';
    this.repository.setTag(name, plain ? this.repository.peel(wrapped) : this.repository.annotate(name, wrapped));
  }

  /** Moves a tag to where nobody expects it. */
  point(component: string, slot: string, oid: string): void {
    this.repository.setTag(`components/${component}/${slot}`, oid);
  }

  /** Deletes a tag of a component. */
  remove(component: string, slot: string): void {
    this.repository.setTag(`components/${component}/${slot}`, undefined);
  }

  /** Whether a tag made so would tell its version by itself: not where the version's own tag would be needed but is gone. */
  canMove(component: string, version: Version, shape: 'wrapping' | 'lightweight'): boolean {
    const isThere = this.repository.objectOf(`components/${component}/${version}`) !== undefined;
    return isThere || (shape === 'wrapping' && !this.#lightweight);
  }

  /** One run of the action for a tag that somebody pushed or deleted. */
  async run(
    component: string,
    environment: string,
    disturbance: Disturbance = {},
    settings: Partial<MoveSettings> = {},
  ): Promise<RunReport> {
    return await this.push(`components/${component}/${environment}`, disturbance, settings);
  }

  /** The same by the name of the tag. */
  async push(tag: string, disturbance: Disturbance = {}, settings: Partial<MoveSettings> = {}): Promise<RunReport> {
    const deleted = this.repository.objectOf(tag) === undefined;
    return await this.deploy({ by: 'tag', tag, named: false, pushed: true, deleted }, disturbance, settings);
  }

  async deploy(
    request: DeployRequest,
    disturbance: Disturbance = {},
    settings: Partial<MoveSettings> = {},
  ): Promise<RunReport> {
    return await deploy(request, { ...this.#settings(), ...settings }, this.#ports(disturbance));
  }

  async promote(
    request: PromoteRequest,
    disturbance: Disturbance = {},
    overrides: Overrides = SETTINGS.overrides,
    measure?: Metrics['measure'],
    settings: Partial<MoveSettings> = {},
  ): Promise<RunReport> {
    return await promote(
      request,
      { ...this.#settings(), overrides, ...settings },
      {
        ...this.#ports(disturbance),
        metrics: async () => ({ ...this.metrics, ...(measure === undefined ? {} : { measure }) }),
        probes: async () => this.probes,
        cancellation: { requested: false, shield: async (work) => await work() },
      },
    );
  }

  async rollback(request: RollbackRequest, disturbance: Disturbance = {}): Promise<RunReport> {
    return await rollback(request, this.#settings(), this.#ports(disturbance));
  }

  async restore(request: RestoreRequest, disturbance: Disturbance = {}): Promise<RunReport> {
    // What was rolled back may be restored.
    const overrides = new Set<Check>(['quarantine']);
    return await restore(request, { ...this.#settings(), overrides }, this.#ports(disturbance));
  }

  /** A run of `guard`. */
  async guard(request: WatchRequest, disturbance: Disturbance = {}): Promise<GuardReport> {
    const { components: patterns, environment, tag, measure } = request;
    let looks = 0;
    return await guard(
      {
        selection: tag === undefined ? { by: 'components', patterns, environment } : { by: 'tag', tag },
        gate: {},
        failOnRollback: true,
      },
      this.#settings(),
      {
        ...this.#ports(disturbance),
        metrics: {
          check: async () => [],
          measure: async () => ({ queries: ['p95'], reading: await measure(looks++) }),
        },
        cancellation: { requested: false, shield: async (work) => await work() },
      },
    );
  }

  /** A healing reconcile, unless something else is asked for. */
  async reconcile(request: Partial<ReconcileRequest> = {}, disturbance: Disturbance = {}): Promise<ReconcileReport> {
    const whole = { environment: undefined, heal: true, prune: undefined, deep: false, ...request };
    return await reconcile(whole, this.#settings(), this.#ports(disturbance));
  }

  async history(when: HistoryRequest['when'], disturbance: Disturbance = {}): Promise<HistoryReport> {
    return await this.ask({ patterns: undefined, environment: undefined, when }, disturbance);
  }

  /** The same of some components, or of one environment. */
  async ask(request: HistoryRequest, disturbance: Disturbance = {}): Promise<HistoryReport> {
    return await history(request, SETTINGS, this.#ports(disturbance));
  }

  /** The object of every environment tag, by `component@environment`. */
  tags(): Map<string, string> {
    const found = new Map<string, string>();
    for (const component of this.#components) {
      for (const environment of ENVIRONMENTS) {
        const object = this.repository.objectOf(`components/${component}/${environment}`);
        if (object !== undefined) {
          found.set(`${component}@${environment}`, object);
        }
      }
    }
    return found;
  }

  /** The version every environment tag stands for, by `component@environment`. */
  running(): Map<string, Version> {
    return new Map(
      this.#components.flatMap((component) =>
        [...this.#runningOf(component)].map(([environment, version]): [string, Version] => [
          `${component}@${environment}`,
          version,
        ]),
      ),
    );
  }

  /** What stands under every key, as text. */
  stored(): Map<string, string> {
    return new Map(
      [...this.kv.contents(NAMESPACE)].map(([key, { value }]): [string, string] => [
        key,
        Buffer.from(value).toString(),
      ]),
    );
  }

  /** What stands beside the content of every key. */
  metadata(): Map<string, Readonly<Record<string, unknown>>> {
    return new Map(
      [...this.kv.contents(NAMESPACE)].map(([key, { metadata }]): [string, Readonly<Record<string, unknown>>] => [
        key,
        typeof metadata === 'object' && metadata !== null ? { ...metadata } : {},
      ]),
    );
  }

  /**
   * Where KV is not what the tags say, in words; empty when all is well. Written without the code under test.
   * @param held what is to run instead of what the tag says, by `component@environment`
   */
  async differences(held: Held = new Map()): Promise<string[]> {
    const stored = this.stored();
    const problems: string[] = [];
    const expect = (key: string, wanted: string | undefined): void => {
      if (stored.get(key) !== wanted) {
        problems.push(`${key} is ${stored.get(key)}, the tags say ${wanted}`);
      }
    };
    for (const component of this.#components) {
      const running = this.#runningOf(component, held);
      for (const [environment, version] of running) {
        expect(`${component}@${environment}`, `${component} ${version}`);
        expect(`${component}@${version}`, `${component} ${version}`);
      }
      const latest = await this.latestOf(component, held);
      expect(`${component}@latest`, latest === undefined ? undefined : `${component} ${latest}`);
    }
    return [...problems, ...this.indexDifferences(held)];
  }

  /**
   * The version that `@latest` of a component is to hold: the highest that production runs and that is in quarantine
   * nowhere there, else the highest that ran there; where production never had any, the same of all environments.
   */
  async latestOf(component: string, held: Held = new Map()): Promise<Version | undefined> {
    const running = this.#runningOf(component, held);
    const tip = await readTip(this.repository);
    const entries = await entriesIn(this.repository, tip);
    const ran = await ranIn(this.repository, tip, component);
    for (const places of [['production'], ENVIRONMENTS] as const) {
      const banned = places.flatMap((place) =>
        (entries.get(`${component}@${place}`)?.quarantined ?? []).filter((one) => one !== running.get(place)),
      );
      const now = places.flatMap((place) => running.get(place) ?? []);
      const before = VERSIONS.filter(
        (one) =>
          this.repository.objectOf(`components/${component}/${one}`) !== undefined &&
          (places.some((place) => ran.get(one)?.includes(place)) || now.some((other) => semver.gt(other, one))),
      );
      const highest = (versions: readonly Version[]): Version | undefined =>
        versions.filter((one) => !banned.includes(one)).sort(semver.rcompare)[0];
      const latest = highest(now) ?? highest(before);
      if (latest !== undefined) {
        return latest;
      }
    }
    return undefined;
  }

  /** The same of the index alone, which speaks of every tag there is. */
  indexDifferences(held: Held = new Map()): string[] {
    const index: Record<string, Record<string, string>> = {};
    for (const component of this.#components) {
      for (const [environment, version] of this.#runningOf(component, held)) {
        index[component] = { ...index[component], [environment]: version };
      }
    }
    const stands = this.stored().get('component-versions');
    return JSON.stringify(sorted(stands === undefined ? {} : JSON.parse(stands))) === JSON.stringify(sorted(index))
      ? []
      : [`the index is ${stands}, the tags say ${JSON.stringify(index)}`];
  }

  /** Each run is a workflow run of its own. */
  #settings(): MoveSettings {
    this.#runs += 1;
    const run = `https://github.com/acme/components/actions/runs/${this.#runs}`;
    return { ...SETTINGS, author: { ...AUTHOR, run } };
  }

  #ports({ repository, kv }: Disturbance): RunPorts {
    return {
      repository: repository?.(this.repository) ?? this.repository,
      kv: kv?.(this.kv) ?? this.kv,
      forge: { recordDeployment: async () => undefined, ensureIssue: async () => ({ url: '', state: 'opened' }) },
      clock: new RunClock(this.#now + this.skew),
      journal: silent,
    };
  }

  /** The version each environment of a component stands for, or is held at. */
  #runningOf(component: string, held: Held = new Map()): Map<Environment, Version> {
    const running = new Map<Environment, Version>();
    for (const environment of ENVIRONMENTS) {
      const tag = this.repository.objectOf(`components/${component}/${environment}`);
      const at = tag === undefined ? undefined : this.repository.peel(tag);
      const stands = VERSIONS.find((one) => at === this.#peeled(component, one));
      const version = at === undefined ? undefined : (held.get(`${component}@${environment}`) ?? stands);
      if (version !== undefined) {
        running.set(environment, version);
      }
    }
    return running;
  }

  #peeled(component: string, version: Version): string {
    return this.repository.peel(this.#versionTags.get(`components/${component}/${version}`) ?? '');
  }
}

const SETTINGS: MoveSettings = {
  repositoryName: 'acme/components',
  serverUrl: 'https://github.com',
  secrets: new Secrets(),
  hideVariables: () => undefined,
  configPath: CONFIG,
  namespaces: [{ glob: '**', spec: { kind: 'id', id: NAMESPACE }, source: 'test' }],
  acceptMoved: false,
  acceptUnanchored: false,
  dryRun: false,
  reason: undefined,
  author: AUTHOR,
  overrides: new Set<Check>(),
};

function sorted(index: Record<string, Record<string, string>>): unknown {
  return Object.entries(index)
    .map(([component, line]) => [component, Object.entries(line).sort()])
    .sort();
}
