import type { RunReport } from '../../src/commands/report.ts';
import type { Reading } from '../../src/domain/gate/measurement.ts';
import type { Subject } from '../../src/domain/gate/placeholders.ts';
import { TagshipError, TagshipErrors } from '../../src/errors.ts';
import { type ChainEntry, entriesIn, readTip } from './chain.ts';
import { kvAround, repositoryAround } from './disturb.ts';
import { type Disturbance, NAMESPACE, type Version, World } from './world.ts';

export const STEPS = [10, 25, 50];
export const CANARY = 'production-canary';
export const COMPONENTS = ['prompts/a', 'prompts/b'] as const;

interface SharedEntry extends ChainEntry {
  readonly of?: string;
  readonly share?: number;
  readonly live?: string;
}

/** How a version does: `good` enough in one look, `bad` enough in one look, or without any traffic. */
export type Quality = 'good' | 'bad' | 'silent';

export interface CanaryPolicy {
  readonly canary?: object;
  readonly gate?: object;
}

/** The configuration of a production with a canary. */
export function canaryConfig({ canary = {}, gate = {} }: CanaryPolicy = {}): object {
  const metric = { name: 'errors', provider: 'http', url: 'https://m.example.com/{version}' };
  return {
    environments: {
      production: {
        canary: { environment: CANARY, steps: STEPS, 'step-time': '5m', ...canary },
        gate: { metrics: [{ ...metric, errors: '$.errors', total: '$.total', max: 0.01 }], ...gate },
      },
    },
  };
}

/** A world in which both components are live at v1.0.0, and go on through a canary. */
export class CanaryWorld {
  readonly world: World;
  /** How each version does. */
  readonly qualities = new Map<string, Quality>();
  /** What users of production got at some time, by component: every share in KV, in order. */
  readonly seen = new Map<string, number[]>();
  #looks = 0;

  constructor(policy: CanaryPolicy = {}) {
    this.world = new World(COMPONENTS, { config: canaryConfig(policy) });
  }

  static async open(policy: CanaryPolicy = {}): Promise<CanaryWorld> {
    const one = new CanaryWorld(policy);
    await one.promote('v1.0.0', {}, COMPONENTS);
    return one;
  }

  /** Another policy on the default branch. */
  configure(policy: CanaryPolicy): void {
    this.world.repository.commit({
      ...Object.fromEntries(COMPONENTS.map((id) => [`${id}.md`, `${id} v1.2.0`])),
      '.github/tagship.yml': JSON.stringify(canaryConfig(policy)),
    });
  }

  async promote(
    version: Version,
    disturbance: Disturbance = {},
    patterns: readonly string[] = ['prompts/a'],
    meanwhile: (look: number) => Promise<void> = async () => undefined,
    overrides: ReadonlySet<'quarantine'> = new Set(),
    settings: { readonly dryRun?: boolean } = {},
  ): Promise<RunReport> {
    let looks = 0;
    return await this.world.promote(
      { patterns, environment: 'production', source: { version } },
      this.watched(disturbance),
      overrides,
      async (_, subject) => {
        if (subject.previous !== undefined) {
          await meanwhile(looks++);
        }
        return { queries: [], reading: this.#reading(subject) };
      },
      settings,
    );
  }

  async percentage(percentage: number, disturbance: Disturbance = {}): Promise<RunReport> {
    const request = { patterns: ['prompts/a'], environment: 'production', target: 'last-healthy', percentage } as const;
    return await this.world.rollback(request, this.watched(disturbance));
  }

  async rollback(disturbance: Disturbance = {}, environment = 'production'): Promise<RunReport> {
    const request = { patterns: ['prompts/a'], environment, target: 'last-healthy' } as const;
    return await this.world.rollback(request, this.watched(disturbance));
  }

  /** Ports that remember every share that KV had. */
  watched({ repository, kv }: Disturbance): Disturbance {
    return {
      repository: (port) => repository?.(port) ?? repositoryAround(port, (effect) => effect()),
      kv: (port) => {
        const noting = kvAround(port, async (effect) => {
          const answer = await effect();
          this.#note();
          return answer;
        });
        return kv?.(noting) ?? noting;
      },
    };
  }

  #note(): void {
    for (const id of COMPONENTS) {
      const share = this.shareInKv(id);
      const all = this.seen.get(id) ?? [];
      if (all.at(-1) !== share) {
        this.seen.set(id, [...all, share]);
      }
    }
  }

  shareInKv(id: string = COMPONENTS[0]): number {
    const { share } = this.world.metadata().get(`${id}@production`) ?? {};
    return typeof share === 'number' ? share : 0;
  }

  /** Requests since the beginning: many of what is good, with failures of what is bad. */
  #reading({ version }: Subject): Reading {
    this.#looks += 1;
    const total = this.#looks * 1000;
    switch (this.qualities.get(version) ?? 'good') {
      case 'silent':
        return { kind: 'no-data', why: 'nobody asked' };
      case 'bad':
        return { kind: 'counts', errors: this.#looks * 200, total };
      case 'good':
        return { kind: 'counts', errors: 0, total };
    }
  }

  /** The version that an environment's tag stands for. */
  version(environment: string, id: string = COMPONENTS[0]): string | undefined {
    const tag = this.world.repository.objectOf(`components/${id}/${environment}`);
    const commit = tag === undefined ? undefined : this.world.repository.peel(tag);
    return ['v1.0.0', 'v1.1.0', 'v1.2.0'].find(
      (one) => this.world.repository.peel(this.world.repository.objectOf(`components/${id}/${one}`) ?? '') === commit,
    );
  }

  async entry(environment: string, id: string = COMPONENTS[0]): Promise<SharedEntry | undefined> {
    const entries = await entriesIn(this.world.repository, await readTip(this.world.repository));
    return entries.get(`${id}@${environment}`) as SharedEntry | undefined;
  }

  /** Live, canary, and the share of its users by the ledger, as far as it counts. */
  async state(id: string = COMPONENTS[0]): Promise<string> {
    const share = await this.share(id);
    return `${this.version('production', id) ?? 'none'} ${this.version(CANARY, id) ?? 'none'} ${share}`;
  }

  /** The share that KV is to have, told from refs and from the ledger's entry by the words of the documentation. */
  async share(id: string = COMPONENTS[0]): Promise<number> {
    const { repository } = this.world;
    const entry = await this.entry(CANARY, id);
    const [canary, live] = [CANARY, 'production'].map((name) => repository.objectOf(`components/${id}/${name}`));
    const counts = entry?.of === 'production' && entry.tag === canary && entry.live === live && entry.status !== 'held';
    return counts ? (entry.share ?? 0) : 0;
  }

  /** Where KV is not as tags and ledger say, in words; empty when all is well. */
  async differences(key?: string): Promise<string[]> {
    const problems: string[] = [];
    const shares: number[] = [];
    for (const id of COMPONENTS) {
      shares.push(await this.share(id));
      problems.push(...(await this.#contentDifferences(id)), ...(await this.#shareDifferences(id)));
    }
    const [number, given] = [String(Math.max(...shares)), this.world.stored().get(key ?? '')];
    return given === undefined || given === number ? problems : [...problems, `${key} is ${given}, not ${number}`];
  }

  async #contentDifferences(id: string): Promise<string[]> {
    const problems: string[] = [];
    for (const environment of ['production', CANARY]) {
      const entry = await this.entry(environment, id);
      const tag = this.world.repository.objectOf(`components/${id}/${environment}`);
      const isHeld = entry?.status === 'held' && entry.tag === tag;
      const version = isHeld ? entry.version : this.version(environment, id);
      const wanted = version === undefined ? undefined : `${id} ${version}`;
      const given = this.world.stored().get(`${id}@${environment}`);
      // What a deleted tag stood for stays, by the policy.
      if (given !== wanted && wanted !== undefined) {
        problems.push(`${id}@${environment} is ${given}, the tags say ${wanted}`);
      }
    }
    return problems;
  }

  async #shareDifferences(id: string): Promise<string[]> {
    const share = await this.share(id);
    const said = this.world.metadata().get(`${id}@production`) ?? {};
    const wanted = share === 0 ? 'nobody' : `${CANARY} ${share}`;
    const given = said.share === undefined && said.canary === undefined ? 'nobody' : `${said.canary} ${said.share}`;
    return given === wanted || this.version('production', id) === undefined
      ? []
      : [`${id}@production gives the canary to ${given}, the ledger to ${wanted}`];
  }

  get namespace(): string {
    return NAMESPACE;
  }
}

/** The codes of what work failed with; empty where it did not. */
export async function failing(work: () => Promise<Pick<RunReport, 'failures'>>): Promise<string[]> {
  try {
    return (await work()).failures.map(({ code }) => code);
  } catch (error) {
    if (error instanceof TagshipErrors) {
      return error.errors.map(({ code }) => code);
    }
    if (error instanceof TagshipError) {
      return [error.code];
    }
    throw error;
  }
}
