import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import semver from 'semver';
import { PRODUCTION_NAMESPACE, type Repository, type Sandbox, STAGING_NAMESPACE } from '../../sandbox/index.ts';
import { GitRepository } from '../../src/adapters/git/git-repository.ts';
import { CloudflareKv } from '../../src/adapters/kv/cloudflare-kv.ts';
import { SystemClock } from '../../src/adapters/system-clock.ts';
import { deploy } from '../../src/commands/deploy.ts';
import type { RunReport } from '../../src/commands/report.ts';
import { Secrets } from '../../src/domain/secrets.ts';
import type { Journal } from '../../src/ports/journal.ts';
import { AUTHOR } from '../support/author.ts';
import { client } from '../support/http.ts';
import { examples } from '../support/lane.ts';
import { LEDGER } from '../support/moves.ts';
import { startSandbox } from '../support/sandbox.ts';

/**
 * The law: for any history of commits, renames, registries and tags, KV after a deploy of every tag that was touched,
 * in any order, is what the tags say; and deploying again changes nothing. The expectation is computed below from Git's
 * own plumbing and from what the history wrote, not with the code under test.
 */

const COMPONENTS = ['prompts/extraction', 'prompts/extraction-prompt', 'templates/mail/header'] as const;
const VERSIONS = ['v1.0.0', 'v1.0.1', 'v1.10.0', 'v1.2.0', 'v2.0.0-rc.1', 'v2.0.0-rc.2', 'v1.0.1+b1'] as const;
const ENVIRONMENTS = ['production', 'preview', 'staging'] as const;
const NAMESPACE_OF: Record<(typeof ENVIRONMENTS)[number], string> = {
  production: PRODUCTION_NAMESPACE,
  preview: PRODUCTION_NAMESPACE,
  staging: STAGING_NAMESPACE,
};
const CONFIG = `
unversioned: allow
namespaces:
  "p*": { id: ${PRODUCTION_NAMESPACE} }
  staging: { id: ${STAGING_NAMESPACE} }
`;

type Component = (typeof COMPONENTS)[number];
type Step =
  | { kind: 'commit'; component: Component; place: number; text: string; registered: boolean }
  | { kind: 'version'; component: Component; version: (typeof VERSIONS)[number]; annotated: boolean }
  | {
      kind: 'environment';
      component: Component;
      environment: (typeof ENVIRONMENTS)[number];
      how: 'wrap' | 'lightweight' | 'on-head' | 'annotated-on-head';
      version: number;
    }
  | { kind: 'deploy'; which: number };

const component = fc.constantFrom(...COMPONENTS);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('commit' as const),
      component,
      place: fc.nat(4),
      text: fc.string({ unit: 'binary', maxLength: 20 }),
      registered: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('version' as const),
      component,
      version: fc.constantFrom(...VERSIONS),
      annotated: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('environment' as const),
      component,
      environment: fc.constantFrom(...ENVIRONMENTS),
      how: fc.constantFrom('wrap' as const, 'lightweight' as const, 'on-head' as const, 'annotated-on-head' as const),
      version: fc.nat(6),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('deploy' as const), which: fc.nat(9) }) },
);

let sandbox: Sandbox;
let temporary: string;
let number = 0;

beforeAll(async () => {
  sandbox = await startSandbox();
  temporary = await mkdtemp(path.join(tmpdir(), 'convergence-'));
});

afterAll(async () => {
  await rm(temporary, { recursive: true, force: true });
  await sandbox.close();
});

const silent: Journal = {
  group: async (_, work) => work(),
  info: () => undefined,
  debug: () => undefined,
};

async function deployOnce(repository: Repository, tag: string): Promise<RunReport> {
  const { signal } = new AbortController();
  const clock = new SystemClock(signal);
  const git = await GitRepository.open({
    url: repository.url,
    token: sandbox.githubToken,
    temporary,
    environment: process.env,
    clock,
    http: client(),
    signal,
  });
  try {
    const kv = new CloudflareKv({
      token: sandbox.cloudflareToken,
      accountId: sandbox.accountId,
      baseUrl: sandbox.cloudflareUrl,
      http: client(),
      clock,
      signal,
    });
    return await deploy(
      { by: 'tag', tag, named: true, pushed: false, deleted: false },
      {
        repositoryName: repository.name,
        serverUrl: 'https://github.com',
        secrets: new Secrets(),
        hideVariables: () => undefined,
        configPath: '.github/tagship.yml',
        namespaces: [],
        acceptMoved: false,
        acceptUnanchored: false,
        dryRun: false,
        reason: undefined,
        author: AUTHOR,
      },
      {
        repository: git,
        kv,
        forge: { recordDeployment: async () => undefined, ensureIssue: async () => ({ url: '', state: 'opened' }) },
        clock,
        journal: silent,
      },
    );
  } finally {
    await git.close();
  }
}

/** What the history wrote, as far as Git does not say it by itself. */
class History {
  readonly touched = new Set<string>();
  /** commit → component → path of its file */
  readonly paths = new Map<string, Record<string, string>>();
  readonly #repository: Repository;
  #places: Record<string, string> = {};
  #registry: Record<string, { path: string; type: string }> = {};

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  async start(): Promise<void> {
    const files: Record<string, string> = { '.github/tagship.yml': CONFIG };
    for (const one of COMPONENTS) {
      this.#places[one] = `components/${one}.md`;
      files[`components/${one}.md`] = `first of ${one}`;
    }
    await this.#commit(files);
  }

  async apply(one: Step): Promise<void> {
    if (one.kind === 'commit') {
      await this.#move(one);
    } else if (one.kind === 'version') {
      const tag = `components/${one.component}/${one.version}`;
      if ((await this.#repository.git(['tag', '--list', tag])) === '') {
        await this.#repository.tag(tag, 'HEAD', { annotated: one.annotated });
        this.touched.add(tag);
      }
    } else if (one.kind === 'environment') {
      await this.#set(one);
    } else {
      const tag = [...this.touched][one.which % Math.max(1, this.touched.size)];
      if (tag !== undefined) {
        await deployOnce(this.#repository, tag);
      }
    }
  }

  async #move({ component: id, place, text, registered }: Step & { kind: 'commit' }): Promise<void> {
    const [type = '', ...rest] = id.split('/');
    const name = rest.join('/');
    const candidates = [
      `components/${id}.md`,
      `components/${id}/index.txt`,
      `${id}.md`,
      `${id}/index.json`,
      `lib/${name.replaceAll('/', '-')}.bin`,
    ];
    const target = registered ? (candidates[place] ?? '') : (candidates[place % 4] ?? '');
    const files: Record<string, string | null> = {
      [this.#places[id] ?? '']: null,
      [target]: `${text}\n${this.paths.size}`,
    };
    this.#places[id] = target;
    const { [name]: _, ...registry } = this.#registry;
    this.#registry = registered ? { ...registry, [name]: { path: target, type: type.slice(0, -1) } } : registry;
    files['.edgit/components.json'] = JSON.stringify({ version: '3.0.0', components: this.#registry });
    await this.#commit(files);
  }

  async #set({ component: id, environment, how, version }: Step & { kind: 'environment' }): Promise<void> {
    const tag = `components/${id}/${environment}`;
    const versions = (await this.#repository.git(['tag', '--list', `components/${id}/v*`]))
      .split('\n')
      .filter((one) => one !== '');
    const chosen = versions[version % Math.max(1, versions.length)];
    if (how === 'wrap' || how === 'lightweight') {
      if (chosen === undefined) {
        return;
      }
      await this.#repository.tag(tag, how === 'wrap' ? chosen : `${chosen}^{commit}`, { annotated: how === 'wrap' });
    } else {
      await this.#repository.tag(tag, 'HEAD', { annotated: how === 'annotated-on-head' });
    }
    this.touched.add(tag);
  }

  async #commit(files: Record<string, string | null>): Promise<void> {
    const sha = await this.#repository.commit(`commit ${this.paths.size}`, files);
    this.paths.set(sha, { ...this.#places });
  }
}

interface Expected {
  readonly component: string;
  readonly version: string;
  readonly commit: string;
}

/** What one namespace is to hold: content by key, keys that must not be there, and the index. */
interface Space {
  readonly keys: Map<string, Expected>;
  readonly absent: string[];
  readonly index: Record<string, Record<string, string>>;
}

/** What the ledger said at one time. */
interface Said {
  /** Of environment tags, by tag: the object, and the version it stands for. */
  readonly entries: ReadonlyMap<string, { readonly tag: string; readonly version: string }>;
  /** Where the versions of components ran, by component. */
  readonly ran: ReadonlyMap<string, Readonly<Record<string, { readonly commit: string; readonly ran: string[] }>>>;
}

/** Reads the ledger with plain Git. */
async function ledgerSays(repository: Repository): Promise<Said> {
  const bare = ['--git-dir', repository.bare];
  const files = await repository
    .git([...bare, 'ls-tree', '-r', '--name-only', LEDGER])
    .then((text) => text.split('\n'))
    .catch(() => []);
  const entries = new Map<string, { tag: string; version: string }>();
  const ran = new Map<string, Readonly<Record<string, { commit: string; ran: string[] }>>>();
  for (const file of files) {
    const [, environment, id = ''] = /^(\w+)\/components\/(.+)\.json$/.exec(file) ?? [];
    const told = environment === undefined ? undefined : await repository.git([...bare, 'show', `${LEDGER}:${file}`]);
    if (environment === 'versions') {
      ran.set(id, JSON.parse(told ?? '').versions);
    } else if (told !== undefined) {
      entries.set(`components/${id}/${environment}`, JSON.parse(told));
    }
  }
  return { entries, ran };
}

async function expectation(repository: Repository, said: Said): Promise<Map<string, Space>> {
  const spaces = new Map<string, Space>();
  for (const namespace of [PRODUCTION_NAMESPACE, STAGING_NAMESPACE]) {
    const space: Space = { keys: new Map(), absent: [], index: {} };
    for (const id of COMPONENTS) {
      await expectComponent(repository, id, namespace, space, said);
    }
    spaces.set(namespace, space);
  }
  return spaces;
}

async function expectComponent(
  repository: Repository,
  id: Component,
  namespace: string,
  space: Space,
  said: Said,
): Promise<void> {
  const versions = new Map<string, string>();
  for (const tag of await list(repository, `components/${id}/v*`)) {
    const version = tag.slice(`components/${id}/`.length);
    versions.set(version, await repository.commitOf(`refs/tags/${tag}`));
    space.keys.set(`${id}@${version}`, { component: id, version, commit: versions.get(version) ?? '' });
  }
  const running = new Map<string, Expected>();
  const here = ENVIRONMENTS.filter((one) => NAMESPACE_OF[one] === namespace);
  for (const environment of here) {
    for (const tag of await list(repository, `components/${id}/${environment}`)) {
      const runs = await expectedVersion(repository, tag, id, versions, said);
      space.keys.set(`${id}@${environment}`, runs);
      space.keys.set(`${id}@${runs.version}`, runs);
      space.index[id] = { ...space.index[id], [environment]: runs.version };
      running.set(environment, runs);
    }
  }
  const latest =
    latestIn(id, namespace === PRODUCTION_NAMESPACE ? ['production'] : [], running, versions, said) ??
    latestIn(id, here, running, versions, said);
  if (latest === undefined) {
    space.absent.push(`${id}@latest`);
  } else {
    space.keys.set(`${id}@latest`, latest);
  }
}

/** The highest stable version that these environments run; else that ran there; else that is below what runs. */
function latestIn(
  id: string,
  places: readonly string[],
  running: ReadonlyMap<string, Expected>,
  versions: ReadonlyMap<string, string>,
  said: Said,
): Expected | undefined {
  const now = places.flatMap((place) => running.get(place) ?? []);
  const told = said.ran.get(id) ?? {};
  const all = [...versions].map(([version, commit]): Expected => ({ component: id as Component, version, commit }));
  const ran = all.filter(
    ({ version, commit }) =>
      told[version]?.commit === commit && told[version].ran.some((place) => places.includes(place)),
  );
  const below = all.filter(({ version }) =>
    now.some((one) => semver.valid(one.version) !== null && semver.compareBuild(one.version, version) > 0),
  );
  return [now, ran, below]
    .map(
      (some) =>
        some
          .filter(({ version }) => semver.valid(version) !== null && semver.prerelease(version) === null)
          .sort((a, b) => semver.compareBuild(b.version, a.version))[0],
    )
    .find((one) => one !== undefined);
}

async function list(repository: Repository, pattern: string): Promise<string[]> {
  return (await repository.git(['tag', '--list', pattern])).split('\n').filter((one) => one !== '');
}

async function expectedVersion(
  repository: Repository,
  tag: string,
  id: string,
  versions: Map<string, string>,
  said: Said,
): Promise<Expected> {
  const commit = await repository.commitOf(`refs/tags/${tag}`);
  const told = said.entries.get(tag);
  if (told !== undefined && told.tag === (await repository.objectOf(`refs/tags/${tag}`))) {
    return { component: id, version: told.version, commit };
  }
  const [highest] = [...versions]
    .filter(([, at]) => at === commit)
    .map(([version]) => version)
    .sort((a, b) => semver.compareBuild(b, a));
  const version = (await wrapped(repository, tag, id)) ?? highest ?? `sha-${commit.slice(0, 12)}`;
  return { component: id, version, commit };
}

async function wrapped(repository: Repository, tag: string, id: string): Promise<string | undefined> {
  let object = await repository.objectOf(`refs/tags/${tag}`);
  while ((await repository.git(['cat-file', '-t', object])) === 'tag') {
    const text = await repository.git(['cat-file', 'tag', object]);
    const name = /^tag (.*)$/m.exec(text)?.[1] ?? '';
    if (name.startsWith(`components/${id}/v`)) {
      return name.slice(`components/${id}/`.length);
    }
    object = /^object (.*)$/m.exec(text)?.[1] ?? '';
  }
  return undefined;
}

async function dump(namespace: string): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const key of await sandbox.kv.list(namespace)) {
    const found = await sandbox.kv.get(namespace, key);
    // The index notes which ledger it was computed from, which changes when nothing else does.
    const { seq: _, ledger: __, ...metadata } = { ...(found?.metadata as Record<string, unknown>) };
    all[key] = `${Buffer.from(found?.bytes ?? []).toString('base64')} ${JSON.stringify(metadata)}`;
  }
  return all;
}

test('KV after a deploy of every touched tag is the projection of the tags, and deploying again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), fc.nat(), async (steps, rotation) => {
      await sandbox.kv.clear(PRODUCTION_NAMESPACE);
      await sandbox.kv.clear(STAGING_NAMESPACE);
      sandbox.clearRequests();
      number += 1;
      const repository = await sandbox.createRepository(`acme/law-${number}`);
      const history = new History(repository);
      await history.start();
      for (const one of steps) {
        await history.apply(one);
      }
      const touched = [...history.touched];
      const order = touched.map((_, i) => touched[(i + rotation) % touched.length] ?? '');
      // What a run saw on the way, the ledger goes on saying of that tag object.
      const said = await ledgerSays(repository);
      for (const tag of order) {
        await deployOnce(repository, tag);
      }
      for (const [namespace, { keys, index, absent }] of await expectation(repository, said)) {
        for (const [key, { component: id, version, commit }] of keys) {
          const found = await sandbox.kv.get(namespace, key);
          const file = history.paths.get(commit)?.[id] ?? '';
          expect([namespace, key, found?.metadata]).toEqual([
            namespace,
            key,
            expect.objectContaining({ version, sha: commit, path: file }),
          ]);
          expect(
            Buffer.from(found?.bytes ?? []).equals(
              await repository.gitBytes(['cat-file', 'blob', `${commit}:${file}`]),
            ),
          ).toBe(true);
        }
        for (const key of absent) {
          expect([key, await sandbox.kv.get(namespace, key)]).toEqual([key, undefined]);
        }
        const stored = await sandbox.kv.get(namespace, 'component-versions');
        expect(stored === undefined ? {} : JSON.parse(Buffer.from(stored.bytes).toString())).toEqual(index);
      }
      const before = [await dump(PRODUCTION_NAMESPACE), await dump(STAGING_NAMESPACE)];
      for (const tag of order) {
        expect((await deployOnce(repository, tag)).changed).toBe(false);
      }
      expect([await dump(PRODUCTION_NAMESPACE), await dump(STAGING_NAMESPACE)]).toEqual(before);
    }),
    { numRuns: examples(25), endOnFailure: true },
  );
}, 600_000);
