import {
  type KillPoint,
  PRODUCTION_NAMESPACE,
  type Repository,
  type RunResult,
  type Sandbox,
} from '../../sandbox/index.ts';
import { Original } from './copies.ts';
import { indexOf } from './deploy.ts';
import { codesOf, dispatch, kvOf, LEDGER, ledgerGit, publish } from './moves.ts';
import { ASIA, EU, GROUP, groupConfig, ID, US } from './waves.ts';

export const CANARY = 'production-canary';
export const SHARE_KEY = 'rollout-percentage';
export const STEPS = [10, 50];
const LIVE = ['production', EU, US, ASIA];
const ALL = [...LIVE, CANARY];

/** What is asked of the action. */
export interface Command {
  readonly command: string;
  readonly inputs: Readonly<Record<string, string>>;
}

export const promoteLive: Command = { command: 'promote', inputs: { environment: 'production', version: 'v1.2.0' } };
export const rollbackLive: Command = { command: 'rollback', inputs: { environment: 'production' } };
export const lower: Command = { command: 'rollback', inputs: { environment: 'production', percentage: '5' } };
export const endCanary: Command = { command: 'rollback', inputs: { environment: 'production', percentage: '0' } };
export const promoteGroup: Command = { command: 'promote', inputs: { environment: GROUP, version: 'v1.2.0' } };
export const rollbackGroup: Command = { command: 'rollback', inputs: { environment: GROUP } };
export const reconcile: Command = { command: 'reconcile', inputs: { heal: 'true', components: '' } };

/** What the ledger says of one component in one environment. */
interface Entry {
  readonly version: string | null;
  readonly tag: string | null;
  readonly status: string;
  readonly previous: string | null;
  readonly quarantined: readonly string[];
  readonly of?: string;
  readonly share?: number;
  readonly live?: string;
}

/** The object of a tag, and the version that it stands for. */
interface Standing {
  readonly object: string;
  readonly version: string | undefined;
}

/** What plain Git says of every environment: where its tag is, and what the ledger says. */
interface Facts {
  readonly tags: ReadonlyMap<string, Standing>;
  readonly entries: ReadonlyMap<string, Entry>;
}

/**
 * A sandbox of its own, in which v1.1.0 runs in production, in its canary and in every environment of a group, and v1.0.0
 * ran there before; v1.2.0 is to come.
 */
export class DeliveryLane {
  readonly sandbox: Sandbox;
  readonly repository: Repository;
  /** From which percentage on, and in which environment, v1.2.0 is bad. */
  bad: { readonly share?: number; readonly environment?: string } = {};
  readonly #starts = new Map<string, Original>();
  readonly #counted = new Map<string, { errors: number; total: number }>();
  #seen: number[] = [];

  private constructor(sandbox: Sandbox, repository: Repository) {
    this.sandbox = sandbox;
    this.repository = repository;
  }

  static async open(sandbox: Sandbox): Promise<DeliveryLane> {
    const repository = await sandbox.createRepository();
    const lane = new DeliveryLane(sandbox, repository);
    await publish(repository, ID, 'v1.0.0', 'v1.1.0');
    const environments = Object.fromEntries(ALL.map((name) => [name, {}]));
    await lane.#configure({ environments, groups: { [GROUP]: { waves: [ALL] } } });
    for (const version of ['v1.0.0', 'v1.1.0']) {
      const ran = await lane.run({ command: 'promote', inputs: { environment: GROUP, version } });
      if (ran.exitCode !== 0) throw new Error(codesOf(ran).join());
    }
    await publish(repository, ID, 'v1.2.0');
    await lane.#configure(policy(sandbox.metricsUrl));
    lane.#serveMetrics();
    await lane.keep('before');
    return lane;
  }

  async #configure(config: object): Promise<void> {
    // JSON is YAML.
    await this.repository.commit('policy', { '.github/tagship.yml': JSON.stringify(config) });
  }

  /** Remembers how everything is now under a name. */
  async keep(name: string): Promise<void> {
    this.#starts.set(name, await Original.of(this.sandbox, this.repository));
  }

  /** Makes everything as it was. */
  async begin(name: string): Promise<void> {
    await this.#starts.get(name)?.putBack();
    this.sandbox.serverClock.reset();
    this.#counted.clear();
    this.#seen = [(await this.#shareInKv()) ?? 0];
  }

  async run({ command, inputs }: Command, killAt?: KillPoint): Promise<RunResult> {
    const { components = ID, ...others } = inputs;
    const all = components === '' ? others : { components, ...others };
    return await dispatch(this.sandbox, this.repository, command, all, killAt === undefined ? {} : { killAt });
  }

  /** Every percentage that KV had since the beginning, in order. */
  get seen(): readonly number[] {
    return this.#seen;
  }

  /** The versions of all tags, as `live canary eu us asia`, and the percentage by the ledger. */
  async state(): Promise<string> {
    const facts = await this.#facts();
    const versions = ['production', CANARY, EU, US, ASIA].map((name) => facts.tags.get(name)?.version ?? 'none');
    return `${versions.join(' ')} ${shareBy(facts)}`;
  }

  /**
   * Where tags, ledger and KV do not agree, in words: read by plain Git and from KV, not by the code under test.
   * @param apart an environment whose own key and entry may be unfinished
   * @param finished whether KV has acknowledged the canary in the ledger, too: only a deploy of it and `reconcile` bring that
   */
  async differences(apart?: string, finished = true): Promise<string[]> {
    const facts = await this.#facts();
    const kv = await kvOf(this.sandbox);
    const problems: string[] = [];
    const expectKey = (key: string, version: string | undefined): void => {
      const { text = '', metadata } = (kv[key] ?? {}) as { text?: string; metadata?: { version?: string } };
      const found = `${Buffer.from(text, 'base64')}, marked ${metadata?.version}`;
      const wanted = `${ID} ${version}, marked ${version}`;
      if (version !== undefined && found !== wanted) problems.push(`${key} is ${found}, not ${wanted}`);
    };
    for (const [environment, { object, version }] of facts.tags) {
      if (environment === apart) continue;
      const entry = facts.entries.get(environment);
      const isLate = !finished && environment === CANARY && entry?.status === 'pending';
      const isSettled = entry?.status === 'deployed' || entry?.status === 'healthy' || isLate;
      if (entry?.version !== version || entry?.tag !== object || !isSettled || entry.previous === version) {
        problems.push(`the tag of ${environment} is ${object} ${version}, the entry ${JSON.stringify(entry)}`);
      }
      expectKey(`${ID}@${environment}`, version);
      expectKey(`${ID}@${version}`, version);
    }
    const left = new Set(LIVE.flatMap((name) => facts.entries.get(name)?.quarantined ?? []));
    const running = LIVE.flatMap((name) => facts.tags.get(name)?.version ?? []).filter((version) => !left.has(version));
    expectKey(`${ID}@latest`, running.sort().at(-1));
    const index = Object.fromEntries([...facts.tags].map(([name, { version }]) => [name, version]));
    const told = ((await indexOf(this.sandbox)) as Record<string, object> | undefined)?.[ID] ?? {};
    if (sorted(told) !== sorted(index)) problems.push(`the index is ${sorted(told)}, not ${sorted(index)}`);
    return [...problems, ...this.#shareDifferences(shareBy(facts), kv)];
  }

  /**
   * What is wrong with the order of the percentages: they only rise until the end.
   * @param canaries how many there may be, one after the other
   */
  shareProblems(canaries: number): string[] {
    const seen = this.#seen.filter((share, at) => at > 0 || share > 0);
    const isRising = seen.every((share, at) => share === 0 || share > (seen[at - 1] ?? 0));
    const ends = seen.filter((share) => share === 0).length;
    return isRising && ends <= canaries ? [] : [`the percentages were ${this.#seen.join(', ')}`];
  }

  #shareDifferences(share: number, kv: Record<string, unknown>): string[] {
    const { metadata } = (kv[`${ID}@production`] ?? {}) as { metadata?: { canary?: string; share?: number } };
    const given = `${metadata?.canary} ${metadata?.share}`;
    const wanted = share === 0 ? 'undefined undefined' : `${CANARY} ${share}`;
    const { text } = (kv[SHARE_KEY] ?? {}) as { text?: string };
    const number = text === undefined ? '0' : Buffer.from(text, 'base64').toString();
    return [
      ...(given === wanted ? [] : [`the key of production gives ${given}, the ledger ${wanted}`]),
      ...(number === String(share) ? [] : [`${SHARE_KEY} is ${number}, the ledger says ${share}`]),
    ];
  }

  async #facts(): Promise<Facts> {
    const git = (...args: string[]): Promise<string> => ledgerGit(this.repository, ...args);
    const format = '--format=%(refname:lstrip=-1) %(objectname) %(*objectname)';
    const lines = (await git('for-each-ref', format, `refs/tags/components/${ID}/`)).split('\n');
    const refs = lines.map((line) => line.split(' '));
    const nameOf = (ids: readonly string[]): string | undefined =>
      refs.find(([name, ...own]) => name?.startsWith('v') && own.some((id) => id !== '' && ids.includes(id)))?.[0];
    const environments = refs.filter(([name]) => !name?.startsWith('v'));
    const tags = environments.map(([name = '', object = '', peeled = '']): [string, Standing] => [
      name,
      { object, version: nameOf([object, peeled]) },
    ]);
    const entries = await Promise.all(
      ALL.map(async (name): Promise<[string, Entry]> => {
        return [name, JSON.parse(await git('show', `${LEDGER}:${name}/components/${ID}.json`)) as Entry];
      }),
    );
    return { tags: new Map(tags), entries: new Map(entries) };
  }

  async #shareInKv(): Promise<number | undefined> {
    const found = await this.sandbox.kv.get(PRODUCTION_NAMESPACE, `${ID}@production`);
    return (found?.metadata as { share?: number } | undefined)?.share;
  }

  #serveMetrics(): void {
    this.sandbox.after(async ({ operation }) => {
      if (operation === 'kv bulk write') {
        const share = (await this.#shareInKv()) ?? 0;
        if (share !== this.#seen.at(-1)) this.#seen.push(share);
      }
    });
    this.sandbox.traffic.answer('/of', ({ path }) => {
      const version = new URL(path, 'http://metrics').searchParams.get('version') ?? '';
      const counted = this.#counted.get(version) ?? { errors: 0, total: 0 };
      const isBad = version === 'v1.2.0' && (this.#seen.at(-1) ?? 0) >= (this.bad.share ?? 101);
      const now = { errors: counted.errors + (isBad ? 100 : 0), total: counted.total + 1000 };
      this.#counted.set(version, now);
      return { body: JSON.stringify(now) };
    });
    this.sandbox.traffic.answer('/p95', ({ path }) => {
      const query = new URL(path, 'http://metrics').searchParams;
      const isBad = query.get('v') === 'v1.2.0' && query.get('e') === this.bad.environment;
      return { body: isBad ? '500' : '1' };
    });
  }
}

/** A production with a canary, and a group of two waves; all of them look again soon. */
function policy(metricsUrl: string): object {
  const { environments, groups } = groupConfig(metricsUrl) as { environments: object; groups: object };
  const url = `${metricsUrl}/of?version={version}`;
  const gate = {
    'initial-delay': '0s',
    interval: '20ms',
    bake: '0s',
    timeout: '2s',
    metrics: [{ name: 'errors', provider: 'http', url, errors: '$.errors', total: '$.total', max: 0.01 }],
  };
  const canary = { environment: CANARY, steps: STEPS, 'step-time': '1ms', key: SHARE_KEY };
  return { 'post-mortem': true, environments: { ...environments, production: { canary, gate } }, groups };
}

function sorted(value: object): string {
  return JSON.stringify(Object.entries(value).sort());
}

/** The percentage that the words of the documentation give: it counts while both tags are those that it was given for. */
function shareBy({ tags, entries }: Facts): number {
  const entry = entries.get(CANARY);
  const counts =
    entry?.of === 'production' &&
    entry.tag === tags.get(CANARY)?.object &&
    entry.live === tags.get('production')?.object &&
    entry.status !== 'held';
  return counts ? (entry.share ?? 0) : 0;
}
