import type {
  Fault,
  FaultRule,
  RecordedRequest,
  Repository,
  RunOptions,
  RunResult,
  Sandbox,
} from '../../sandbox/index.ts';
import { PRODUCTION_NAMESPACE, STAGING_NAMESPACE } from '../../sandbox/index.ts';
import { dispatch, entryOf, LEDGER, ledgerGit, publish, writeLedger } from './moves.ts';

/** What a story is about. */
export const COMPONENTS = ['prompts/a', 'configs/b', 'templates/c/d'] as const;
export const ENVIRONMENTS = ['production', 'staging', 'debug'] as const;
const VERSIONS = ['v1.0.0', 'v1.1.0', 'v1.2.0', 'v2.0.0-rc.1'] as const;

const NAMESPACE_OF: Readonly<Record<string, string>> = {
  production: PRODUCTION_NAMESPACE,
  staging: STAGING_NAMESPACE,
  debug: STAGING_NAMESPACE,
};

const CONFIG = {
  namespaces: {
    production: { id: PRODUCTION_NAMESPACE },
    staging: { id: STAGING_NAMESPACE },
    debug: { id: STAGING_NAMESPACE },
  },
  environments: {
    production: {
      gate: {
        'initial-delay': '0s',
        interval: '1s',
        metrics: [{ name: 'rate', provider: 'http', url: '', max: 0.05 }],
      },
    },
  },
};

/** Numbers that look drawn, the same for the same seed. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed * 2_654_435_761) >>> 0;
  }

  /** A whole number below a limit. */
  below(limit: number): number {
    // mulberry32
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  one<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)] as T;
  }

  /** True so many times of a hundred. */
  percent(chance: number): boolean {
    return this.below(100) < chance;
  }
}

const FAULTS: readonly Fault[] = [
  'refuse',
  'lost-answer',
  'reset-mid-body',
  'truncated',
  'nonsense-html',
  { status: 500 },
  { status: 429 },
  { status: 403 },
];

/** One repository with its two namespaces, and everybody who touches them. */
export class Campaign {
  readonly sandbox: Sandbox;
  readonly repository: Repository;
  readonly told: string[] = [];
  readonly #dice: Dice;

  private constructor(sandbox: Sandbox, repository: Repository, dice: Dice) {
    this.sandbox = sandbox;
    this.repository = repository;
    this.#dice = dice;
  }

  static async open(sandbox: Sandbox, seed: number): Promise<Campaign> {
    sandbox.serverClock.set(new Date(Date.UTC(2026, 4, 5, 8)));
    const repository = await sandbox.createRepository(`acme/story-${seed}`);
    await repository.commit('policy', {
      '.github/tagship.yml': JSON.stringify(CONFIG).replace('"url":""', `"url":"${sandbox.metricsUrl}/rate"`),
    });
    for (const version of VERSIONS) await publishAll(repository, version);
    return new Campaign(sandbox, repository, new Dice(seed));
  }

  /** Something happens, and a minute passes. */
  async step(): Promise<void> {
    const dice = this.#dice;
    const kind = dice.below(100);
    if (kind < 34) await this.#moveByHand();
    else if (kind < 72) await this.#command(this.#drawCommand());
    else if (kind < 82) await Promise.all([this.#command(this.#drawCommand()), this.#command(this.#drawCommand())]);
    else if (kind < 90) await this.#forge();
    else if (kind < 95) await this.#poison();
    else await this.#turnStale();
    this.sandbox.serverClock.advance(60_000 * (1 + dice.below(8)));
    this.sandbox.clock.advance(dice.below(90));
  }

  /** All is quiet again, and the scheduled run comes. */
  async heal(): Promise<RunResult> {
    await this.sandbox.staleness({ seconds: 0 });
    this.sandbox.faults.clear();
    this.sandbox.traffic.rate = 0;
    this.sandbox.serverClock.advance(15 * 60_000);
    this.told.push('reconcile --heal');
    return await this.#run('reconcile', { heal: 'true', prune: 'true' });
  }

  /**
   * What has to be right without healing, as long as every move starts a run and none fails: a run is overtaken, a tag goes
   * there and back while reads are old, two people promote at once, and a stranger forges a hold.
   * @returns what is wrong in the end
   */
  async calm(): Promise<string[]> {
    const component = this.#dice.one(COMPONENTS);
    const tag = `components/${component}/production`;
    const production = {
      components: component,
      environment: 'production',
      override: 'quarantine',
      reason: 'it is right',
    };
    const put = async (version: string): Promise<RunResult> => {
      await this.#wrap(tag, await this.#bare('rev-parse', `refs/tags/components/${component}/${version}`), version);
      this.told.push(`calm: ${tag} to ${version}`);
      return await this.#pushed(tag);
    };
    const [one, other] = this.#dice.one([
      ['v1.0.0', 'v1.1.0'],
      ['v1.2.0', 'v1.0.0'],
    ] as const);
    const problems: string[] = [];
    const expectRight = async (after: string): Promise<void> => {
      problems.push(...(await this.divergences()).map((problem) => `${after}: ${problem}`));
      this.sandbox.serverClock.advance(60_000);
    };

    await put(other);
    await this.#once(
      'kv bulk write',
      () => put(one),
      () => put(other),
    );
    await expectRight('overtaken');

    this.sandbox.clock.advance(600);
    await this.sandbox.staleness({ seconds: 120 });
    await put(one);
    await put(other);
    await this.sandbox.staleness({ seconds: 0 });
    await expectRight('there and back');

    const promote = (version: string): Promise<RunResult> => this.#run('promote', { ...production, version });
    let between = '';
    await this.#once(
      'git push',
      () => promote(one),
      async () => {
        await promote('v2.0.0-rc.1');
        between = await this.#bare('rev-parse', LEDGER);
      },
    );
    if (between !== '' && (await this.#bare('merge-base', between, LEDGER)) !== between) {
      problems.push(`two at once: ${between} is in the ledger no more`);
    }
    await expectRight('two at once');

    await this.#forge({ component, environment: 'production', kind: 0 });
    await this.#run('reconcile', { heal: 'true' });
    await expectRight('a forged hold');
    return problems;
  }

  /** Does something, and something else in front of its first request of a kind. */
  async #once(operation: string, work: () => Promise<unknown>, meanwhile: () => Promise<unknown>): Promise<void> {
    let isFirst = true;
    const remove = this.sandbox.before(async (request) => {
      if (isFirst && request.operation === operation) {
        isFirst = false;
        await meanwhile();
      }
    });
    await work();
    remove();
  }

  async #moveByHand(): Promise<void> {
    const dice = this.#dice;
    const component = dice.one(COMPONENTS);
    const environment = dice.one(ENVIRONMENTS);
    const tag = `components/${component}/${environment}`;
    const there = await this.#refs();
    if (dice.percent(12) && there.has(`refs/tags/${tag}`)) {
      await this.#bare('update-ref', '-d', `refs/tags/${tag}`);
      this.told.push(`hand: delete ${tag}`);
      return;
    }
    const version = dice.one(VERSIONS);
    const target = there.get(`refs/tags/components/${component}/${version}`) ?? '';
    if (dice.percent(40)) {
      await this.#bare('update-ref', `refs/tags/${tag}`, await this.#bare('rev-parse', `${target}^{commit}`));
      this.told.push(`hand: ${tag} to the commit of ${version}`);
    } else {
      await this.#wrap(tag, target, `to ${version}`);
      this.told.push(`hand: ${tag} to ${version}`);
    }
    // A push of more than three tags starts no run.
    if (dice.percent(75)) await this.#deploy(tag);
  }

  async #wrap(tag: string, target: string, message: string): Promise<void> {
    const text = `object ${target}\ntype tag\ntag ${tag}\ntagger Ada <ada@example.com> ${this.#seconds} +0000\n\n${message} ${this.told.length}\n`;
    const object = await this.repository.git(
      ['--git-dir', this.repository.bare, 'hash-object', '-w', '-t', 'tag', '--stdin'],
      {
        input: text,
      },
    );
    await this.#bare('update-ref', `refs/tags/${tag}`, object);
  }

  async #deploy(tag: string): Promise<void> {
    const disarm = this.#disturb();
    const run = await this.#pushed(tag, this.#fate());
    disarm();
    this.told.push(`  its run: ${endOf(run)}`);
  }

  /** The run that the push of a tag starts. */
  async #pushed(tag: string, fate: Partial<RunOptions> = {}): Promise<RunResult> {
    const after = await this.#bare('rev-parse', `refs/tags/${tag}`);
    return await this.sandbox.runAction({
      event: {
        name: 'push',
        payload: {
          ref: `refs/tags/${tag}`,
          after,
          repository: { full_name: this.repository.name, default_branch: 'main' },
        },
      },
      sha: await this.#bare('rev-parse', `refs/tags/${tag}^{commit}`),
      ref: `refs/tags/${tag}`,
      repository: this.repository.name,
      ...fate,
    });
  }

  #drawCommand(): readonly [string, Readonly<Record<string, string>>] {
    const dice = this.#dice;
    const environment = dice.one(ENVIRONMENTS);
    const components = dice.percent(60) ? dice.one(COMPONENTS) : `${COMPONENTS[0]}\n${COMPONENTS[1]}`;
    const place = { components, environment };
    switch (dice.below(6)) {
      case 0:
        return ['rollback', { ...place, version: dice.percent(30) ? dice.one(VERSIONS) : 'last-healthy' }];
      case 1:
        return ['guard', { ...place, environment: 'production' }];
      case 2:
        return ['reconcile', { heal: 'true' }];
      case 3: {
        const at = new Date((this.#seconds - dice.below(40) * 60) * 1000).toISOString().replace('.000', '');
        return ['restore', { environment: dice.one(['production', 'debug']), from: 'production', at }];
      }
      default:
        return dice.percent(25)
          ? ['promote', { ...place, environment: 'production', from: 'staging' }]
          : ['promote', { ...place, version: dice.one(VERSIONS) }];
    }
  }

  async #command([command, inputs]: readonly [string, Readonly<Record<string, string>>]): Promise<void> {
    const words = Object.entries(inputs).map(([name, value]) => `${name}=${value.replaceAll('\n', ',')}`);
    this.sandbox.traffic.rate = this.#dice.percent(50) ? 0.2 : 0;
    const disarm = this.#disturb();
    const line = this.told.push(`${command} ${words.join(' ')}`);
    const run = await this.#run(command, inputs, this.#fate());
    disarm();
    this.told[line - 1] += `: ${endOf(run)}`;
  }

  #run(
    command: string,
    inputs: Readonly<Record<string, string>>,
    options: Partial<RunOptions> = {},
  ): Promise<RunResult> {
    return dispatch(this.sandbox, this.repository, command, { 'kv-namespace': null, ...inputs }, options);
  }

  /** Perhaps a request goes wrong. */
  #disturb(): () => void {
    const dice = this.#dice;
    if (!dice.percent(35)) return () => undefined;
    const nth = 1 + dice.below(18);
    const fault = dice.one(FAULTS);
    let seen = 0;
    const when = ({ service }: RecordedRequest): boolean => {
      seen += service === 'metrics' ? 0 : 1;
      return seen === nth;
    };
    this.told.push(`  (request ${nth}: ${JSON.stringify(fault)})`);
    const rule: FaultRule = { when, fault };
    return this.sandbox.faults.add(rule);
  }

  /** Perhaps the machine is lost. */
  #fate(): Partial<RunOptions> {
    const dice = this.#dice;
    if (!dice.percent(12)) return {};
    const nth = 1 + dice.below(16);
    let seen = 0;
    const when = (): boolean => {
      seen += 1;
      return seen === nth;
    };
    this.told.push(`  (killed at request ${nth})`);
    return { killAt: { moment: dice.one(['before', 'after']), when } };
  }

  /** A stranger who may push but move no component tag adds a commit to the ledger. @param given what is not drawn */
  async #forge(given?: {
    readonly component: string;
    readonly environment: string;
    readonly kind: number;
  }): Promise<void> {
    const dice = this.#dice;
    const refs = await this.#refs();
    if (!refs.has(LEDGER)) return;
    const component = given?.component ?? dice.one(COMPONENTS);
    const environment = given?.environment ?? dice.one(ENVIRONMENTS);
    const path = `${environment}/components/${component}`;
    const entry = await entryOf(this.repository, path).catch(() => undefined);
    if (entry === undefined) return;
    const tag = refs.get(`refs/tags/components/${component}/${environment}`) ?? null;
    const evil = await this.#evilCommit(component);
    const file = `components/${component}`;
    const choices: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
      [
        'a hold of a commit of theirs',
        { status: 'held', commit: evil.commit, blob: evil.blob, version: 'v1.0.0', tag },
      ],
      ['a healthy version that has no tag', { healthy: ['v0.9.9'], previous: 'v0.9.9' }],
      ['a commit of theirs', { commit: evil.commit, blob: evil.blob }],
    ];
    const forged = (given === undefined ? undefined : choices[given.kind]) ?? dice.one(choices);
    await writeLedger(this.repository, {
      [`${path}.json`]: JSON.stringify({ ...entry, ...forged[1] }),
      ...(forged[0].startsWith('a healthy')
        ? {
            [`versions/${file}.json`]: JSON.stringify({
              schema: 1,
              versions: {
                'v0.9.9': {
                  tag: evil.commit,
                  commit: evil.commit,
                  blob: evil.blob,
                  path: `${component}.md`,
                  ran: ENVIRONMENTS,
                  healthy: ENVIRONMENTS,
                },
              },
            }),
          }
        : {}),
    });
    this.told.push(`stranger: ${forged[0]} in ${path}`);
  }

  async #evilCommit(component: string): Promise<{ commit: string; blob: string }> {
    const git = (args: readonly string[], input: string): Promise<string> =>
      this.repository.git(['--git-dir', this.repository.bare, ...args], { input });
    const blob = await git(['hash-object', '-w', '--stdin'], `EVIL ${this.told.length}`);
    let tree = await git(['mktree'], `100644 blob ${blob}\t${component.split('/').at(-1)}.md\n`);
    for (const folder of component.split('/').slice(0, -1).reverse())
      tree = await git(['mktree'], `040000 tree ${tree}\t${folder}\n`);
    const commit = await git(['commit-tree', tree, '-m', 'evil'], '');
    await this.#bare('update-ref', `refs/heads/evil-${this.told.length}`, commit);
    return { commit, blob };
  }

  /** Somebody pushes a tag that no run can use. */
  async #poison(): Promise<void> {
    const dice = this.#dice;
    const component = dice.one(COMPONENTS);
    const commit = await this.#bare('rev-parse', `refs/tags/components/${component}/v1.0.0^{commit}`);
    const name = dice.one(['versions', '1.0.0', 'V1.1.0', 'latest', '_versions']);
    await this.#bare('update-ref', `refs/tags/components/${component}/${name}`, commit);
    this.told.push(`stranger: tag components/${component}/${name}`);
  }

  async #turnStale(): Promise<void> {
    const seconds = this.#dice.one([0, 60, 120]);
    await this.sandbox.staleness({ seconds });
    this.told.push(`KV reads are ${seconds} s old`);
  }

  /**
   * Where KV is not what tags and ledger say, in words; empty when all is well. By plain Git and by direct reads: none of
   * the product's code is used.
   */
  async divergences(): Promise<string[]> {
    const refs = await this.#refs();
    const problems: string[] = [];
    const index: Record<string, Record<string, Record<string, string>>> = {};
    for (const component of COMPONENTS) {
      for (const environment of ENVIRONMENTS) {
        const namespace = NAMESPACE_OF[environment] ?? '';
        const tag = refs.get(`refs/tags/components/${component}/${environment}`);
        if (tag === undefined) {
          problems.push(...(await this.#leftOver(component, environment)));
          continue;
        }
        const version = await this.#versionOf(component, environment, tag, refs);
        const wanted = `${component} ${version}`;
        for (const key of [`${component}@${environment}`, `${component}@${version}`]) {
          const text = await this.#stored(namespace, key);
          if (text !== wanted) problems.push(`${key} is ${text}, ought to be ${wanted}`);
        }
        index[namespace] ??= {};
        index[namespace][component] = { ...index[namespace][component], [environment]: version };
      }
    }
    for (const namespace of new Set(Object.values(NAMESPACE_OF))) {
      problems.push(...(await this.#wrongIn(namespace, index[namespace] ?? {})));
    }
    return problems;
  }

  /** What stands under a key whose tag is gone; what was deleted under a hold is kept. */
  async #leftOver(component: string, environment: string): Promise<string[]> {
    const key = `${component}@${environment}`;
    const text = await this.#stored(NAMESPACE_OF[environment] ?? '', key);
    const entry = await entryOf(this.repository, `${environment}/components/${component}`).catch(() => undefined);
    return text === undefined || entry?.status === 'held' ? [] : [`${key} is there, its tag is not`];
  }

  /** What is wrong about the index, and about all keys. */
  async #wrongIn(
    namespace: string,
    index: Readonly<Record<string, Readonly<Record<string, string>>>>,
  ): Promise<string[]> {
    const problems: string[] = [];
    const found = JSON.parse((await this.#stored(namespace, 'component-versions')) ?? '{}');
    if (sorted(found) !== sorted(index)) {
      problems.push(`the index is ${JSON.stringify(found)}, ought to be ${JSON.stringify(index)}`);
    }
    for (const key of await this.sandbox.kv.list(namespace)) {
      if ((await this.#stored(namespace, key))?.startsWith('EVIL')) problems.push(`${key} is of a stranger`);
    }
    return problems;
  }

  async #stored(namespace: string, key: string): Promise<string | undefined> {
    const found = await this.sandbox.kv.get(namespace, key);
    return found === undefined ? undefined : Buffer.from(found.bytes).toString();
  }

  /** The version that an environment is to run: what is held, or what its tag stands for. */
  async #versionOf(
    component: string,
    environment: string,
    tag: string,
    refs: ReadonlyMap<string, string>,
  ): Promise<string> {
    const entry = await entryOf(this.repository, `${environment}/components/${component}`).catch(() => undefined);
    const commit = await this.#bare('rev-parse', `${tag}^{commit}`);
    for (const version of VERSIONS) {
      const its = refs.get(`refs/tags/components/${component}/${version}`) ?? '';
      const itsCommit = await this.#bare('rev-parse', `${its}^{commit}`);
      const isHeld = entry?.status === 'held' && entry.tag === tag;
      if (isHeld ? entry.commit === itsCommit : commit === itsCommit) return version;
    }
    // A hold of something that no version tag leads to does not count.
    for (const version of VERSIONS) {
      const its = refs.get(`refs/tags/components/${component}/${version}`) ?? '';
      if ((await this.#bare('rev-parse', `${its}^{commit}`)) === commit) return version;
    }
    return 'nothing';
  }

  async #refs(): Promise<Map<string, string>> {
    const lines = await ledgerGit(this.repository, 'for-each-ref', '--format=%(refname) %(objectname)');
    return new Map(lines.split('\n').map((line) => line.split(' ', 2) as [string, string]));
  }

  #bare(...args: string[]): Promise<string> {
    return ledgerGit(this.repository, ...args);
  }

  get #seconds(): number {
    return Math.floor(this.sandbox.serverClock.now().getTime() / 1000);
  }
}

async function publishAll(repository: Repository, version: string): Promise<void> {
  for (const component of COMPONENTS) await publish(repository, component, version);
}

function endOf(run: RunResult): string {
  if (run.killedAt !== undefined) return `killed at ${run.killedAt.operation}`;
  const codes = run.annotations.flatMap(({ level, message }) => (level === 'error' ? [message.slice(0, 160)] : []));
  return codes.length === 0 ? 'done' : codes.join(' / ');
}

function sorted(index: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  return JSON.stringify(
    Object.entries(index)
      .map(([id, line]) => [id, Object.entries(line).sort()])
      .sort(),
  );
}
