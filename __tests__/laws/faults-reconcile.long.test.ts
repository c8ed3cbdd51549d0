import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  PRODUCTION_NAMESPACE,
  type RecordedRequest,
  type RunOptions,
  type RunResult,
  STAGING_NAMESPACE,
  type StoredValue,
} from '../../sandbox/index.ts';
import {
  broken,
  casesAt,
  contentDifference,
  FAULTS,
  type Failing,
  halfUnsuccessful,
  isWrite,
  Lane,
  type Lasting,
  type Position,
  positions,
  stallMidBody,
  unstable,
  unsuccessful,
} from '../support/faults.ts';
import { dispatch, entryOf, expectSoundLedger, LEDGER, ledgerGit, publish } from '../support/moves.ts';
import { startSandbox } from '../support/sandbox.ts';

/**
 * The law: whatever happens to whichever request of a healing `reconcile`, the run either succeeds with KV and ledger as
 * the tags say, or ends with errors that each have a code; nothing leaks, nothing is left behind, the next run makes it
 * right, and the one after that finds no drift.
 */

const LANES = 4;
const TEXT = 'prompts/extraction';
const BINARY = 'schemas/logo';
const BYTES = Uint8Array.of(0xff, 0xfe, 0, 0x0d, 0x0a);
const NAMESPACES = [PRODUCTION_NAMESPACE, STAGING_NAMESPACE] as const;
const CONFIG =
  'namespaces:\n  production: { title: components-production }\n  staging: { title: components-staging }\n';
const FOREIGN = { 'managed-by': 'tagship:acme/website', version: 'v9.0.0' };

const SLOTS = ['v1.0.0', 'v1.1.0', 'latest', 'production'];

/** What the ledger is to be told of, in one commit. */
const MOVES = `deploy ${TEXT} production remove ${BINARY} staging`;

type Inputs = Readonly<Record<string, string>>;
type Values = ReadonlyMap<string, StoredValue>;

/** What a key is to hold beside its content. */
type Marks = Readonly<Record<string, string>>;

class ReconcileLane extends Lane {
  /** Whether values are read as well, and one of them was edited without a trace in its metadata. */
  deep = false;
  readonly #before = new Map<string, Values>();
  readonly #wanted = new Map<string, Map<string, Buffer>>();
  readonly #marks = new Map<string, Map<string, Marks>>();
  /** States in which a run found nothing. */
  readonly #settled = new Set<string>();
  #ledger = '';
  #told: Readonly<Record<string, unknown>> = {};

  /** KV and ledger after a healing run, and then drift of every kind, in both namespaces. */
  static async open(): Promise<ReconcileLane> {
    const sandbox = await startSandbox();
    const lane = new ReconcileLane(sandbox, await sandbox.createRepository());
    const { repository } = lane;
    await repository.commit('binary', { [`${BINARY}.bin`]: BYTES, '.github/tagship.yml': CONFIG });
    await repository.edgitTag(BINARY, 'v1.0.0');
    await publish(repository, TEXT, 'v1.0.0', 'v1.1.0');
    for (const environment of ['production', 'staging']) {
      await repository.edgitSet(TEXT, environment, 'v1.0.0');
      await repository.edgitSet(BINARY, environment, 'v1.0.0');
    }
    expect((await lane.run()).annotations).toEqual([]);
    // What moved within the last five minutes is written without asking.
    sandbox.serverClock.advance(10 * 60_000);
    await lane.#disturb();
    for (const namespace of NAMESPACES) lane.#before.set(namespace, await lane.dump(namespace));
    lane.#ledger = await ledgerGit(repository, 'rev-parse', LEDGER);
    await lane.#expectTags();
    return lane;
  }

  async #disturb(): Promise<void> {
    const { repository } = this;
    const { kv } = this.sandbox;
    // Moved by hand, and no run saw it.
    await repository.edgitSet(TEXT, 'production', 'v1.1.0');
    // An orphan; its version stays the latest there.
    await repository.deleteTag(`components/${BINARY}/staging`);
    // Missing.
    await kv.delete(PRODUCTION_NAMESPACE, `${BINARY}@production`);
    await kv.delete(STAGING_NAMESPACE, `${TEXT}@v1.1.0`);
    // Edited.
    await kv.put(PRODUCTION_NAMESPACE, `${TEXT}@v1.0.0`, 'typed in the dashboard');
    // Stale.
    const newer = await kv.get(PRODUCTION_NAMESPACE, `${TEXT}@v1.1.0`);
    await kv.put(STAGING_NAMESPACE, `${TEXT}@staging`, newer?.bytes ?? '', newer?.metadata);
    // Of others, in the place of a key of ours and beside.
    await kv.put(STAGING_NAMESPACE, `${BINARY}@v1.0.0`, 'theirs', FOREIGN);
    await kv.put(STAGING_NAMESPACE, 'prompts/theirs@staging', 'theirs', FOREIGN);
    await kv.put(PRODUCTION_NAMESPACE, 'rollout-percentage', '10');
  }

  /** Works out what the tags ask for, with plain Git. */
  async #expectTags(): Promise<void> {
    await this.#expectKeys(PRODUCTION_NAMESPACE, TEXT, 'v1.0.0', ['v1.0.0']);
    await this.#expectKeys(PRODUCTION_NAMESPACE, TEXT, 'v1.1.0', ['v1.1.0', 'production', 'latest']);
    await this.#expectKeys(PRODUCTION_NAMESPACE, BINARY, 'v1.0.0', ['v1.0.0', 'production', 'latest']);
    await this.#expectKeys(STAGING_NAMESPACE, TEXT, 'v1.0.0', ['v1.0.0', 'staging', 'latest']);
    await this.#expectKeys(STAGING_NAMESPACE, TEXT, 'v1.1.0', ['v1.1.0']);
    await this.#expectKeys(STAGING_NAMESPACE, BINARY, 'v1.0.0', ['latest']);
    this.#expectText(STAGING_NAMESPACE, `${BINARY}@v1.0.0`, 'theirs');
    this.#expectText(PRODUCTION_NAMESPACE, 'rollout-percentage', '10');
    this.#expectText(STAGING_NAMESPACE, 'prompts/theirs@staging', 'theirs');
    const index = { [TEXT]: { production: 'v1.1.0' }, [BINARY]: { production: 'v1.0.0' } };
    this.#expectText(PRODUCTION_NAMESPACE, 'component-versions', JSON.stringify(index));
    this.#expectText(STAGING_NAMESPACE, 'component-versions', JSON.stringify({ [TEXT]: { staging: 'v1.0.0' } }));
    const { repository } = this;
    this.#told = {
      [`production/components/${TEXT}`]: {
        move: 'deploy',
        version: 'v1.1.0',
        previous: 'v1.0.0',
        status: 'deployed',
        tag: await repository.objectOf(`refs/tags/components/${TEXT}/production`),
      },
      [`staging/components/${BINARY}`]: { move: 'remove', version: null, previous: 'v1.0.0' },
      [`staging/components/${TEXT}`]: {
        version: 'v1.0.0',
        tag: await repository.objectOf(`refs/tags/components/${TEXT}/staging`),
      },
    };
  }

  async #expectKeys(namespace: string, component: string, version: string, slots: readonly string[]): Promise<void> {
    const { repository } = this;
    const tag = `refs/tags/components/${component}/${version}`;
    const file = `${component}.${component === BINARY ? 'bin' : 'md'}`;
    const value = await repository.gitBytes(['cat-file', 'blob', `${tag}:${file}`]);
    const blob = await repository.objectOf(`${tag}:${file}`);
    const sha = await repository.commitOf(tag);
    const marks = { version, sha, blob, 'managed-by': `tagship:${repository.name}` };
    for (const slot of slots) {
      inner(this.#wanted, namespace).set(`${component}@${slot}`, value);
      inner(this.#marks, namespace).set(`${component}@${slot}`, marks);
    }
  }

  #expectText(namespace: string, key: string, text: string): void {
    inner(this.#wanted, namespace).set(key, Buffer.from(text));
  }

  override async reset(): Promise<void> {
    this.sandbox.faults.clear();
    this.sandbox.clearRequests();
    for (const [namespace, values] of this.#before) await this.refill(namespace, values);
    await ledgerGit(this.repository, 'update-ref', LEDGER, this.#ledger);
    if (!this.deep) return;
    const key = `${TEXT}@latest`;
    const metadata = this.#before.get(STAGING_NAMESPACE)?.get(key)?.metadata;
    await this.sandbox.kv.put(STAGING_NAMESPACE, key, 'by hand', metadata);
  }

  override run(options: Pick<RunOptions, 'signal' | 'kill'> = {}): Promise<RunResult> {
    return this.#reconcile({ heal: 'true', prune: 'true' }, options);
  }

  override async difference(run?: RunResult): Promise<string> {
    const problems: string[] = [];
    for (const namespace of NAMESPACES) {
      const found = await this.dump(namespace);
      problems.push(contentDifference(found, inner(this.#wanted, namespace)));
      for (const [key, marks] of inner(this.#marks, namespace)) {
        const metadata: unknown = found.get(key)?.metadata ?? {};
        if (!isAmong(marks, metadata)) problems.push(`${key} is marked ${JSON.stringify(metadata)}`);
      }
    }
    if (run === undefined || !this.leavesWork(run)) problems.push(...(await this.#untold()));
    return problems.filter((problem) => problem !== '').join('; ');
  }

  /** What the ledger does not tell as the tags do. */
  async #untold(): Promise<string[]> {
    // Each move is told once.
    const format = '--format=%(trailers:key=Move,key=Component,key=Environment,valueonly,separator=%x20)';
    const moves = await ledgerGit(this.repository, 'log', format, `${this.#ledger}..${LEDGER}`);
    if (moves !== MOVES) return [`the ledger was told of: ${moves}`];
    const problems: string[] = [];
    for (const [path, told] of Object.entries(this.#told)) {
      const entry = await entryOf(this.repository, path);
      if (!isAmong(told, entry)) problems.push(`the ledger tells ${path} as ${JSON.stringify(entry)}`);
    }
    return problems;
  }

  /** Where the token may not write the ledger, KV is right all the same, and a warning says so. */
  override leavesWork({ annotations }: RunResult): boolean {
    return annotations.some(
      ({ level, message }) => level === 'warning' && message.includes('the ledger could not be written'),
    );
  }

  override refuse(errors: readonly string[]): string {
    return new Set(errors).size === errors.length ? '' : 'one of them came twice';
  }

  /** What a run that may only look finds, and what is wrong with the ledger; asked once for every state. */
  override async unsettled(): Promise<string> {
    const state = await this.#state();
    if (this.#settled.has(state)) return '';
    const { exitCode, outputs } = await this.#reconcile({});
    if (exitCode !== 0 || outputs.drift !== '0') return `exit ${exitCode}, drift ${outputs.drift}`;
    await expectSoundLedger(this.repository);
    this.#settled.add(state);
    return await this.difference();
  }

  /** Everything in KV; commits of the ledger are told by their place, as their names never repeat. */
  async #state(): Promise<string> {
    const commits = (await ledgerGit(this.repository, 'rev-list', '--reverse', LEDGER)).split('\n');
    const values = await Promise.all(NAMESPACES.map((namespace) => this.dump(namespace)));
    const stored = values.map((dump) =>
      [...dump].map(([key, { bytes, metadata }]) => [key, Buffer.from(bytes).toString('base64'), metadata]),
    );
    const text = JSON.stringify([this.deep, commits.length, stored]);
    return commits.reduce((all, commit, i) => all.replaceAll(commit, `ledger ${i}`), text);
  }

  #reconcile(inputs: Inputs, options: Pick<RunOptions, 'signal' | 'kill'> = {}): Promise<RunResult> {
    const all = { 'kv-namespace': null, ...(this.deep ? { deep: 'true' } : {}), ...inputs };
    return dispatch(this.sandbox, this.repository, 'reconcile', all, options);
  }
}

function inner<K, V>(map: Map<string, Map<K, V>>, name: string): Map<K, V> {
  const found = map.get(name) ?? new Map<K, V>();
  map.set(name, found);
  return found;
}

/** Whether a value has all these members. */
function isAmong(members: unknown, value: unknown): boolean {
  const found = { ...(value as Readonly<Record<string, unknown>>) };
  return Object.entries(members as object).every(([name, member]) => found[name] === member);
}

let lanes: ReconcileLane[] = [];

beforeAll(async () => {
  lanes = await Promise.all(Array.from({ length: LANES }, () => ReconcileLane.open()));
}, 300_000);

afterAll(async () => {
  await Promise.all(lanes.map(({ sandbox }) => sandbox.close()));
});

/** Those of a deploy, and what can happen to writes of many keys and to pushes. */
const MANY_FAULTS: Readonly<Record<string, Failing>> = {
  ...FAULTS,
  'stall, carried out': { fault: 'stall-carried-out', at: changes, lasting: true, stalls: true },
  'stall in mid-body': { fault: stallMidBody, lasting: true, stalls: true },
  'half of the keys unsuccessful': { fault: halfUnsuccessful, at: isWrite },
};

function changes(operation: string): boolean {
  return isWrite(operation) || operation === 'git push';
}

/**
 * The distinct requests: of those to one address that follow each other, the first and the last, once at the beginning,
 * once after KV changed and once after a push. Every change is one.
 */
function distinct(requests: readonly RecordedRequest[]): Position[] {
  const seen = new Set<string>();
  let moment = '';
  return positions(requests).filter(({ service, operation }, i) => {
    const { path, body } = requests[i] ?? { path: '', body: '' };
    const isFirst = requests[i - 1]?.operation !== operation;
    const isLast = requests[i + 1]?.operation !== operation;
    if (changes(operation)) {
      moment = service;
      return true;
    }
    const name = `${path} ${operation === 'git fetch' ? isFirst : body.toString('latin1')} ${moment}`;
    return (isFirst || isLast) && !seen.has(name) && seen.add(name);
  });
}

/** The requests of a run without faults, which has to end well. */
async function cleanRequests(deep: boolean): Promise<readonly RecordedRequest[]> {
  for (const lane of lanes) lane.deep = deep;
  const [first] = lanes;
  if (first === undefined) throw new Error('There is no lane.');
  await first.reset();
  const clean = await first.run();
  const requests = [...first.sandbox.requests];
  expect([clean.exitCode, await first.difference(), await first.unsettled()]).toEqual([0, '', '']);
  return requests;
}

function operationsOf(requests: readonly RecordedRequest[]): Set<string> {
  return new Set(requests.map(({ operation }) => operation));
}

const OPERATIONS = [
  'git ls-refs',
  'git fetch',
  'git push',
  'kv list namespaces',
  'kv list keys',
  'kv bulk write',
  'kv bulk delete',
];

test('every fault at every request of a healing reconcile ends well, or with errors and a next run that does', async () => {
  const requests = await cleanRequests(false);
  expect(operationsOf(requests)).toEqual(new Set(OPERATIONS));
  expect(await broken(lanes, casesAt(distinct(requests), MANY_FAULTS))).toEqual([]);
}, 1_200_000);

test('so does every fault where a deep reconcile reads values', async () => {
  const requests = await cleanRequests(true);
  expect(operationsOf(requests)).toEqual(new Set([...OPERATIONS, 'kv bulk get', 'kv get value']));
  const reads = distinct(requests).filter(({ operation }) => !OPERATIONS.includes(operation));
  expect(await broken(lanes, casesAt(reads, MANY_FAULTS))).toEqual([]);
}, 600_000);

test('faults that stay end with a code, and the run after them is right', async () => {
  const requests = await cleanRequests(false);
  const written = requests.findLastIndex(({ operation }) => operation.startsWith('kv bulk'));
  const nth = requests.slice(0, written).filter(({ service }) => service === 'git').length + 1;
  const write = { operation: 'kv bulk write' };
  const keys = ['component-versions', ...SLOTS.map((slot) => `${TEXT}@${slot}`), `${BINARY}@production`];
  const lasting: readonly Lasting[] = [
    ['git refuses', { when: { service: 'git' }, fault: 'refuse' }, 'git-unreachable'],
    ['git refuses after the write', { when: { service: 'git', nth }, fault: 'refuse' }, 'git-unreachable'],
    ['no listing', { when: { operation: 'kv list keys' }, fault: { status: 500 } }, 'kv-unreachable'],
    ['500', { when: write, fault: { status: 500 } }, 'kv-unreachable'],
    ['403', { when: write, fault: { status: 403 } }, 'kv-auth'],
    ['no removal', { when: { operation: 'kv bulk delete' }, fault: { status: 500 } }, 'kv-unreachable'],
    ['unsuccessful keys', { when: write, fault: unsuccessful(keys) }, 'kv-incomplete'],
  ];
  expect(await unstable(lanes, lasting)).toEqual([]);
}, 300_000);
