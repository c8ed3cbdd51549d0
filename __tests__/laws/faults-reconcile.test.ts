import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  PRODUCTION_NAMESPACE,
  type RecordedRequest,
  type Reply,
  type RunOptions,
  type RunResult,
  type Sandbox,
  STAGING_NAMESPACE,
  type StoredValue,
  startSandbox,
} from '../../sandbox/index.ts';
import {
  broken,
  casesAt,
  contentDifference,
  type Failing,
  FAULTS,
  isWrite,
  Lane,
  type Position,
  positions,
} from '../support/faults.ts';
import { dispatch, entryOf, expectSoundLedger, LEDGER, ledgerGit, publish } from '../support/moves.ts';

/**
 * The law: whatever happens to whichever request of a healing `reconcile`, the run either succeeds with KV and ledger as
 * the tags say, or ends with errors that each have a code; nothing leaks, nothing is left behind, the next run makes it
 * right, and the one after that finds no drift.
 */

const LANES = 3;
const TEXT = 'prompts/extraction';
const BINARY = 'schemas/logo';
const BYTES = Uint8Array.of(0xff, 0xfe, 0, 0x0d, 0x0a);
const NAMESPACES = [PRODUCTION_NAMESPACE, STAGING_NAMESPACE] as const;
const CONFIG = 'namespaces:\n  production: { title: components-production }\n  staging: { title: components-staging }\n';
const FOREIGN = { 'managed-by': 'tagship:acme/website', version: 'v9.0.0' };

type Inputs = Readonly<Record<string, string>>;
type Values = ReadonlyMap<string, StoredValue>;

/** What a key is to hold beside its content. */
type Marks = Readonly<Record<string, string>>;

class ReconcileLane extends Lane {
  /** Inputs beside those of every healing run. */
  inputs: Inputs = {};
  readonly #before = new Map<string, Values>();
  readonly #wanted = new Map<string, Map<string, Buffer>>();
  readonly #marks = new Map<string, Map<string, Marks>>();
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
    // An orphan, and a `latest` that nothing asks for any more.
    await repository.deleteTag(`components/${BINARY}/staging`);
    // Missing.
    await kv.delete(PRODUCTION_NAMESPACE, `${BINARY}@production`);
    await kv.delete(STAGING_NAMESPACE, `${TEXT}@v1.1.0`);
    // Edited.
    await kv.put(PRODUCTION_NAMESPACE, `${TEXT}@v1.0.0`, 'typed in the dashboard');
    // Stale.
    const newer = await kv.get(PRODUCTION_NAMESPACE, `${TEXT}@v1.1.0`);
    await kv.put(STAGING_NAMESPACE, `${TEXT}@staging`, newer?.bytes ?? '', newer?.metadata);
    // Of others.
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
    await this.#expectKeys(STAGING_NAMESPACE, BINARY, 'v1.0.0', ['v1.0.0']);
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
  }

  override run(options: Pick<RunOptions, 'signal' | 'kill'> = {}): Promise<RunResult> {
    return this.#reconcile({ heal: 'true', prune: 'true', ...this.inputs }, options);
  }

  override async difference(): Promise<string> {
    const problems: string[] = [];
    for (const namespace of NAMESPACES) {
      const found = await this.dump(namespace);
      problems.push(contentDifference(found, inner(this.#wanted, namespace)));
      for (const [key, marks] of inner(this.#marks, namespace)) {
        const metadata: unknown = found.get(key)?.metadata ?? {};
        if (!isAmong(marks, metadata)) problems.push(`${key} is marked ${JSON.stringify(metadata)}`);
      }
    }
    for (const [path, told] of Object.entries(this.#told)) {
      const entry = await entryOf(this.repository, path);
      if (!isAmong(told, entry)) problems.push(`the ledger tells ${path} as ${JSON.stringify(entry)}`);
    }
    // Both are told once, in whatever commits.
    const events = await this.events();
    if (events !== `deploy ${TEXT}@production, remove ${BINARY}@staging`) problems.push(`the ledger tells: ${events}`);
    return problems.filter((problem) => problem !== '').join('; ');
  }

  /** The moves that the ledger was told of since, in the order of their names. */
  async events(): Promise<string> {
    const format = '--format=%(trailers:key=Move,key=Component,key=Environment,valueonly,separator=%x20)';
    return await ledgerGit(this.repository, 'log', format, `${this.#ledger}..${LEDGER}`);
  }

  override refuse(errors: readonly string[]): string {
    return new Set(errors).size === errors.length ? '' : 'one of them came twice';
  }

  override async unsettled(): Promise<string> {
    const run = await this.#reconcile(this.inputs);
    const { drift } = run.outputs;
    const difference = await this.difference();
    return run.exitCode === 0 && drift === '0' ? difference : `exit ${run.exitCode}, drift ${drift}; ${difference}`;
  }

  #reconcile(inputs: Inputs, options: Pick<RunOptions, 'signal' | 'kill'> = {}): Promise<RunResult> {
    return dispatch(this.sandbox, this.repository, 'reconcile', { 'kv-namespace': null, ...inputs }, options);
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

test('look', async () => {
  const lane = await ReconcileLane.open();
  await lane.reset();
  const clean = await lane.run();
  process.stderr.write(clean.stdout + clean.stderr);
  process.stderr.write(lane.sandbox.requests.map((r) => `${r.operation} ${r.path.slice(-60)} ${r.status} ${r.keys.join(',')} ${r.body.length}`).join('\n'));
  process.stderr.write(`\n${await lane.events()}\n${await lane.difference()}\n`);
  process.stderr.write(await ledgerGit(lane.repository, 'log', '--format=%B%n----', LEDGER));
  process.stderr.write(`\n${clean.durationMs}\n`);
  lane.sandbox.clearRequests();
  process.stderr.write(`\n${await lane.unsettled()}\n`);
  lane.inputs = { deep: 'true' };
  await lane.reset();
  const deep = await lane.run();
  process.stderr.write(deep.stdout + deep.stderr);
  process.stderr.write(lane.sandbox.requests.map((r) => `${r.operation} ${r.path.slice(-60)} ${r.status} ${r.keys.join(',')} ${r.body.length}`).join('\n'));
  await lane.sandbox.close();
  void [broken, casesAt, FAULTS, isWrite, positions, expectSoundLedger, afterAll, beforeAll];
  void ({} as [Failing, Position, RecordedRequest, Reply, Sandbox]);
});
