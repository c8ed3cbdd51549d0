import semver from 'semver';
import { deploy } from '../../src/commands/deploy.ts';
import type { RunReport } from '../../src/commands/report.ts';
import type { KvStore } from '../../src/ports/kv.ts';
import type { Repository } from '../../src/ports/repository.ts';
import { AUTHOR } from './author.ts';
import { FakeClock, silent } from './fakes/clock.ts';
import { FakeKv, type KvFaults } from './fakes/kv.ts';
import { FakeRepository } from './fakes/repository.ts';

export const NAMESPACE = '0f2ac74b498b48028cb68387c421e279';

/** The versions every component of the world has. */
export const VERSIONS = ['v1.0.0', 'v1.1.0', 'v1.2.0'] as const;

export type Version = (typeof VERSIONS)[number];

/** Changes the ports of a run, to schedule, to kill or to break it. */
export interface Disturbance {
  readonly repository?: (repository: Repository) => Repository;
  readonly kv?: (kv: KvStore) => KvStore;
}

/** A repository of two components in three versions, and one namespace, all in memory. */
export class World {
  readonly repository = new FakeRepository();
  readonly kv: FakeKv;
  readonly #versionTags = new Map<string, string>();
  readonly #components: readonly string[];

  constructor(components: readonly string[], faults: KvFaults = {}) {
    this.#components = components;
    this.kv = new FakeKv([{ id: NAMESPACE, title: 'all' }], faults);
    for (const version of VERSIONS) {
      const files = Object.fromEntries(components.map((one) => [`${one}.md`, `${one} ${version}`]));
      const commit = this.repository.commit(files);
      for (const component of components) {
        const name = `components/${component}/${version}`;
        const tag = this.repository.annotate(name, commit);
        this.repository.setTag(name, tag);
        this.#versionTags.set(name, tag);
      }
    }
  }

  /** Moves an environment tag as Edgit does: a tag object that wraps the version's. */
  move(component: string, environment: string, version: Version): void {
    const name = `components/${component}/${environment}`;
    const wrapped = this.#versionTags.get(`components/${component}/${version}`) ?? '';
    this.repository.setTag(name, this.repository.annotate(name, wrapped));
  }

  /** One run of the action for a tag. */
  async run(component: string, environment: string, disturbance: Disturbance = {}): Promise<RunReport> {
    const ports = {
      repository: disturbance.repository?.(this.repository) ?? this.repository,
      kv: disturbance.kv?.(this.kv) ?? this.kv,
      clock: new FakeClock(),
      journal: silent,
    };
    return await deploy(
      { by: 'tag', tag: `components/${component}/${environment}`, named: false, deleted: false },
      {
        repositoryName: 'acme/components',
        configPath: '.github/tagship.yml',
        namespaces: [{ glob: '**', spec: { kind: 'id', id: NAMESPACE }, source: 'test' }],
        acceptMoved: false,
        dryRun: false,
        reason: undefined,
        author: AUTHOR,
      },
      ports,
    );
  }

  /** Where KV is not what the tags say, in words; empty when all is well. Written without the code under test. */
  differences(): string[] {
    const stored = this.kv.contents(NAMESPACE);
    const text = (key: string): string | undefined => {
      const entry = stored.get(key);
      return entry === undefined ? undefined : Buffer.from(entry.value).toString();
    };
    const problems: string[] = [];
    const expect = (key: string, wanted: string): void => {
      if (text(key) !== wanted) {
        problems.push(`${key} is ${text(key)}, the tags say ${wanted}`);
      }
    };
    const index: Record<string, Record<string, string>> = {};
    for (const component of this.#components) {
      const running = this.#running(component);
      for (const [environment, version] of running) {
        index[component] = { ...index[component], [environment]: version };
        expect(`${component}@${environment}`, `${component} ${version}`);
        expect(`${component}@${version}`, `${component} ${version}`);
      }
      const [latest] = [...running.values()].sort((a, b) => semver.rcompare(a, b));
      if (latest !== undefined) {
        expect(`${component}@latest`, `${component} ${latest}`);
      }
    }
    const stands = text('component-versions');
    if (JSON.stringify(sorted(stands === undefined ? {} : JSON.parse(stands))) !== JSON.stringify(sorted(index))) {
      problems.push(`the index is ${stands}, the tags say ${JSON.stringify(index)}`);
    }
    return problems;
  }

  /** The version each environment of a component stands for. */
  #running(component: string): Map<string, Version> {
    const running = new Map<string, Version>();
    for (const environment of ['production', 'staging']) {
      const tag = this.repository.objectOf(`components/${component}/${environment}`);
      const at = tag === undefined ? undefined : this.repository.peel(tag);
      const version = VERSIONS.find((one) => at === this.#peeled(component, one));
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

function sorted(index: Record<string, Record<string, string>>): unknown {
  return Object.entries(index)
    .map(([component, line]) => [component, Object.entries(line).sort()])
    .sort();
}
