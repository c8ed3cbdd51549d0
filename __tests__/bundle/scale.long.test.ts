import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ActionRun, reconcile } from '../../bench/scale/action.ts';
import { componentsOf, contentOf, shapeOf } from '../../bench/scale/fill.ts';
import { everyNth } from '../../bench/scale/numbers.ts';
import { buildWorld, deleteTags, namespaceId, namespaces, type World } from '../../bench/scale/world.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import { startSandbox } from '../support/sandbox.ts';

/** Tags of the repository, five for each component. */
const TAGS = Number(process.env.SCALE_TAGS ?? 100_000);

/** The most memory that the process of a run may have had, in bytes. */
const MAX_PEAK = 400e6;

/** By how much the server's clock goes on between runs, so that nothing counts as moved a moment ago. */
const LATER_MS = 10 * 60_000;

const INDEX = 'component-versions';

let sandbox: Sandbox;
let world: World;
/** What every key is to hold. */
const wanted = new Map<string, string>();

beforeAll(async () => {
  sandbox = await startSandbox({ namespaces: namespaces(1) });
  world = await buildWorld(sandbox, 'acme/large', shapeOf(TAGS), namespaceId(0));
  expect(world.tags).toBe(TAGS);
  const { shape } = world;
  const index: Record<string, Readonly<Record<string, string>>> = {};
  for (const id of componentsOf(shape)) {
    const slots = Object.entries(shape.environments);
    for (const version of shape.versions) {
      wanted.set(`${id}@${version}`, contentOf(id, version));
    }
    for (const [environment, version] of slots) {
      wanted.set(`${id}@${environment}`, contentOf(id, version));
    }
    wanted.set(`${id}@latest`, contentOf(id, shape.environments.production ?? ''));
    index[id] = shape.environments;
  }
  wanted.set(INDEX, JSON.stringify(index));
}, 300_000);

afterAll(async () => {
  await sandbox?.close();
});

/** Runs `reconcile` later than whatever was before. */
async function healed(inputs: Readonly<Record<string, string>> = {}): Promise<ActionRun> {
  sandbox.serverClock.advance(LATER_MS);
  sandbox.clearRequests();
  const run = await reconcile(sandbox, world, { heal: 'true', ...inputs });
  process.stderr.write(
    `${TAGS} tags: drift ${run.outputs.drift}, ${(run.milliseconds / 1000).toFixed(1)} s, ${Math.round((run.peak ?? 0) / 1e6)} MB\n`,
  );
  return run;
}

function resultOf(run: ActionRun): Record<string, unknown> {
  return JSON.parse(run.outputs.result ?? '{}') as Record<string, unknown>;
}

function requestsOf(...operations: readonly string[]): string[] {
  return sandbox.requests.map(({ operation }) => operation).filter((operation) => operations.includes(operation));
}

const WRITES = ['kv bulk write', 'kv bulk delete', 'kv put', 'kv delete', 'git push'];

/** Keys that are read in one request. */
const READ = 100;

/** Compares everything that is stored with what is to be. @returns the keys that differ, and how many there are */
async function differing(): Promise<{ readonly differing: readonly string[]; readonly keys: number }> {
  const stored = await sandbox.kv.list(world.namespace);
  const names = new Set([...stored, ...wanted.keys()]);
  const differing: string[] = [];
  const all = [...names].filter((key) => key !== INDEX);
  for (let at = 0; at < all.length; at += READ) {
    const some = all.slice(at, at + READ);
    const values = await read(some);
    differing.push(...some.filter((key) => values[key] !== (wanted.get(key) ?? null)));
  }
  const index = Buffer.from((await sandbox.kv.get(world.namespace, INDEX))?.bytes ?? []).toString();
  if (JSON.stringify(sorted(JSON.parse(index))) !== JSON.stringify(sorted(JSON.parse(wanted.get(INDEX) ?? '')))) {
    differing.push(INDEX);
  }
  sandbox.clearRequests();
  return { differing: differing.slice(0, 20), keys: stored.length };
}

function sorted(index: Record<string, Record<string, string>>): unknown {
  return Object.entries(index)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, slots]) => [id, Object.entries(slots).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

async function read(keys: readonly string[]): Promise<Record<string, string | null>> {
  const url = `${sandbox.cloudflareUrl}/accounts/${sandbox.accountId}/storage/kv/namespaces/${world.namespace}/bulk/get`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.cloudflareToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ keys }),
  });
  const { result } = (await response.json()) as { result: { values: Record<string, string | null> } };
  return result.values;
}

describe(`a repository with ${TAGS} tags`, () => {
  test('is brought to KV by its first run, right to the byte', async () => {
    const run = await healed();
    expect(run.outputs).toMatchObject({ drift: String(wanted.size), changed: 'true' });
    expect(resultOf(run)).toMatchObject({ written: wanted.size, removed: 0, remaining: 0 });
    expect(await differing()).toEqual({ differing: [], keys: wanted.size });
    expect(run.peak).toBeLessThanOrEqual(MAX_PEAK);
  }, 1_200_000);

  test('gives the next run nothing to do, which then writes nothing', async () => {
    const run = await healed();
    expect(run.outputs).toMatchObject({ drift: '0', changed: 'false', keys: '[]' });
    expect(requestsOf(...WRITES)).toEqual([]);
    expect(run.peak).toBeLessThanOrEqual(MAX_PEAK);
  }, 300_000);

  test('has one key in a hundred repaired, and nothing else written', async () => {
    const { namespace } = world;
    const drifted = everyNth(
      [...wanted.keys()].filter((key) => key !== INDEX),
      Math.round(wanted.size / 100),
    );
    for (const [i, key] of drifted.entries()) {
      await (i % 2 === 0 ? sandbox.kv.delete(namespace, key) : sandbox.kv.put(namespace, key, 'Edited by hand.'));
    }
    const run = await healed();
    expect(run.outputs.drift).toBe(String(drifted.length));
    expect(resultOf(run)).toMatchObject({ written: drifted.length, removed: 0, remaining: 0 });
    expect(run.peak).toBeLessThanOrEqual(MAX_PEAK);
  }, 300_000);

  test('has the keys of deleted tags removed, and no others; everything is right to the byte at the end', async () => {
    const [oldest = ''] = world.shape.versions;
    const gone = everyNth(componentsOf(world.shape), Math.round(TAGS / 200));
    await deleteTags(
      world,
      gone.map((id) => `components/${id}/${oldest}`),
    );
    for (const id of gone) {
      wanted.delete(`${id}@${oldest}`);
    }
    const run = await healed({ prune: 'true' });
    expect(resultOf(run)).toMatchObject({ removed: gone.length, written: 0, remaining: 0 });
    expect(await differing()).toEqual({ differing: [], keys: wanted.size });
    expect(run.peak).toBeLessThanOrEqual(MAX_PEAK);
  }, 600_000);
});
