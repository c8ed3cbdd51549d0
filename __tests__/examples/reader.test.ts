import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Log, LogLevel, Miniflare } from 'miniflare';
import { createReader, hashOf, isInShare, keyOf, RolledBack } from '../../examples/worker/reader.js';

const ID = 'prompts/extraction';
const FOLDER = fileURLToPath(new URL('../../examples/worker/', import.meta.url));

/** Of the binding only what is used here. */
interface Kv {
  put(key: string, value: string, options?: { readonly metadata?: unknown }): Promise<void>;
  delete(key: string): Promise<void>;
  list(): Promise<{ readonly keys: readonly { readonly name: string }[] }>;
  getWithMetadata(key: string, options: object): Promise<{ readonly value: unknown; readonly metadata: unknown }>;
}

interface Answered {
  readonly status: number;
  readonly text: string;
  readonly version: string | null;
  readonly environment: string | null;
}

let miniflare: Miniflare;
let kv: Kv;

beforeAll(async () => {
  const workers = (['tagship', 'conductor'] as const).map((name) => ({
    name,
    rootPath: FOLDER,
    modules: ['worker.js', 'reader.js'].map((path) => ({ type: 'ESModule' as const, path: `${FOLDER}${path}` })),
    compatibilityDate: '2026-04-01',
    bindings: { ENVIRONMENT: 'production', ...(name === 'conductor' ? { LAYOUTS: 'conductor' } : {}) },
    kvNamespaces: { COMPONENTS_KV: 'components' },
    analyticsEngineDatasets: { CALLS: { dataset: 'calls' } },
    unsafeDirectSockets: [{ port: 0 }],
  }));
  miniflare = new Miniflare({
    host: '127.0.0.1',
    port: 0,
    cf: false,
    log: new Log(LogLevel.NONE),
    telemetry: { enabled: false },
    workers,
  });
  const binding: unknown = await miniflare.getKVNamespace('COMPONENTS_KV', 'tagship');
  kv = binding as Kv;
}, 60_000);

afterAll(() => miniflare?.dispose());

beforeEach(async () => {
  for (const { name } of (await kv.list()).keys) {
    await kv.delete(name);
  }
});

async function put(key: string, version: string, metadata: object = {}): Promise<void> {
  await kv.put(key, `${key} ${version}`, { metadata: { version, sha: 'c'.repeat(40), ...metadata } });
}

async function ask(path: string, user?: string, worker: 'tagship' | 'conductor' = 'tagship'): Promise<Answered> {
  const origin = await miniflare.unsafeGetDirectURL(worker);
  const response = await fetch(new URL(path, origin), user === undefined ? {} : { headers: { 'x-user': user } });
  return {
    status: response.status,
    text: await response.text(),
    version: response.headers.get('x-component-version'),
    environment: response.headers.get('x-component-environment'),
  };
}

/** The users, of 40, that get the canary at a share. */
async function inCanary(share: number): Promise<string[]> {
  await put(`${ID}@production`, 'v1.0.0', share === 0 ? {} : { canary: 'production-canary', share });
  const found: string[] = [];
  for (let i = 0; i < 40; i++) {
    const { version, environment } = await ask(`/${ID}`, `user-${i}`);
    expect([version, environment]).toEqual(
      environment === 'production' ? ['v1.0.0', 'production'] : ['v1.1.0', 'production-canary'],
    );
    if (version === 'v1.1.0') {
      found.push(`user-${i}`);
    }
  }
  return found;
}

describe('the Worker', () => {
  test('gives the canary to the share that the live key names, to the same users, and to more as it rises', async () => {
    await put(`${ID}@production-canary`, 'v1.1.0');
    expect(await inCanary(0)).toEqual([]);
    const [ten, quarter, half] = [await inCanary(10), await inCanary(25), await inCanary(50)];
    expect(await inCanary(10)).toEqual(ten);
    expect(quarter).toEqual(expect.arrayContaining(ten));
    expect(half).toEqual(expect.arrayContaining(quarter));
    expect(ten.length).toBeGreaterThan(0);
    expect(ten.length).toBeLessThan(quarter.length);
    expect(quarter.length).toBeLessThan(half.length);
    expect(half.length).toBeLessThan(40);
    expect(await inCanary(100)).toHaveLength(40);
    // Without a user nobody can say the same again.
    expect((await ask(`/${ID}`)).version).toBe('v1.0.0');
  });

  test('gives what is live where the canary has no key', async () => {
    await put(`${ID}@production`, 'v1.0.0', { canary: 'production-canary', share: 100 });
    expect(await ask(`/${ID}`, 'user-1')).toMatchObject({ status: 200, version: 'v1.0.0', environment: 'production' });
  });

  test('finds every layout of Conductor, the canary in its own', async () => {
    for (const key of [`${ID}@production`, `${ID}/production`, `components/${ID}/production`]) {
      await put(key, 'v1.0.0', { canary: 'production-canary', share: 100 });
      expect((await ask(`/${ID}`, undefined, 'conductor')).text).toBe(`${key} v1.0.0`);
      await put(key.replace(/production$/, 'production-canary'), 'v1.1.0');
      expect(await ask(`/${ID}`, 'user-1', 'conductor')).toMatchObject({ version: 'v1.1.0' });
      await kv.delete(key);
      await kv.delete(key.replace(/production$/, 'production-canary'));
    }
    expect((await ask(`/${ID}`, undefined, 'conductor')).status).toBe(404);
  });

  test('reads pinned versions and the index, and says what is wrong', async () => {
    await put(`${ID}@v1.0.0`, 'v1.0.0');
    await kv.put('component-versions', JSON.stringify({ [ID]: { production: 'v1.0.0' } }));
    expect(await ask(`/${ID}@v1.0.0`)).toMatchObject({ status: 200, version: 'v1.0.0' });
    expect(JSON.parse((await ask('/')).text)).toEqual({ [ID]: { production: 'v1.0.0' } });
    expect(await ask(`/${ID}`)).toMatchObject({ status: 404, text: `There is no ${ID}@production.\n` });
    expect((await ask('/nothing')).status).toBe(400);
    expect((await ask('/%E0%A4%A')).status).toBe(400);
  });

  test('counts by the component and the version that were used', async () => {
    await put(`${ID}@production`, 'v7.0.0');
    await ask(`/${ID}`);
    await ask(`/${ID}`);
    const { text } = await ask('/metrics');
    const labels = `component="${ID}",version="v7.0.0",environment="production"`;
    expect(text).toContain(`requests_total{${labels},code="200"} 2\n`);
    expect(text).toContain(`requests_total{${labels},code="500"} 0\n`);
  });
});

describe('work that is under way', () => {
  const reader = () => createReader({ kv, environment: 'production', cacheTtl: 60 });

  async function begun(metadata: object = {}) {
    await put(`${ID}@production`, 'v1.1.0', metadata);
    const work = await reader().read(ID, { unit: 'user-1' });
    if (work === undefined) throw new Error('Nothing was read');
    return work;
  }

  test.each([
    ['complete', 'v1.1.0'],
    ['switch', 'v1.0.0'],
    [undefined, 'v1.1.0'],
  ])('after a rollback with in-flight %s goes on with %s', async (policy, version) => {
    const work = await begun();
    expect(await reader().afterStep(work)).toBe(work);
    await put(`${ID}@production`, 'v1.0.0', policy === undefined ? {} : { 'in-flight': policy });
    expect((await reader().afterStep(work)).version).toBe(version);
  });

  test('is cancelled where the rollback says so', async () => {
    const work = await begun();
    await put(`${ID}@production`, 'v1.0.0', { 'in-flight': 'cancel' });
    await expect(reader().afterStep(work)).rejects.toThrow(new RolledBack(work));
    await expect(reader().afterStep(work)).rejects.toThrow('prompts/extraction v1.1.0 was rolled back in production');
  });

  test('that began in a canary goes by what the canary says', async () => {
    await put(`${ID}@production-canary`, 'v1.2.0');
    const work = await begun({ canary: 'production-canary', share: 100 });
    expect(work).toMatchObject({ version: 'v1.2.0', isCanary: true });
    await put(`${ID}@production`, 'v1.1.0');
    await put(`${ID}@production-canary`, 'v1.1.0', { 'in-flight': 'switch' });
    expect(await reader().afterStep(work)).toMatchObject({ version: 'v1.1.0', environment: 'production' });
    await kv.delete(`${ID}@production-canary`);
    expect(await reader().afterStep(work)).toBe(work);
  });

  test('goes on where the key is gone', async () => {
    const work = await begun();
    await kv.delete(`${ID}@production`);
    expect(await reader().afterStep(work)).toBe(work);
  });
});

describe('the hash', () => {
  /** The vectors of the page for those who write a reader, as they stand there. */
  async function vectors(): Promise<(readonly [unit: string, component: string, hash: number])[]> {
    const page = await readFile(new URL('../../docs/readers.md', import.meta.url), 'utf8');
    return [...page.matchAll(/^\| `([^`]*)` +\| `([^`]+)` +\| (\d+) +\|/gm)].map(
      ([, unit = '', component = '', hash]) => {
        return [unit, component, Number(hash)] as const;
      },
    );
  }

  test('is what docs/readers.md says', async () => {
    const all = await vectors();
    expect(all.length).toBeGreaterThan(5);
    for (const [unit, component, hash] of all) {
      expect([unit, await hashOf(unit, component)]).toEqual([unit, hash]);
    }
  });

  test('spreads users evenly, and differently for each component', async () => {
    const users = Array.from({ length: 2000 }, (_, i) => `user-${i}`);
    const share = async (component: string): Promise<boolean[]> =>
      await Promise.all(users.map((user) => isInShare(user, component, 25)));
    const [one, other] = [await share(ID), await share('prompts/summary')];
    const count = (some: readonly boolean[]): number => some.filter(Boolean).length;
    expect(count(one)).toBeGreaterThan(430);
    expect(count(one)).toBeLessThan(570);
    // Of those who are in for one component, a quarter is in for the other.
    const both = count(one.map((isIn, at) => isIn && other[at] === true));
    expect(both).toBeGreaterThan(80);
    expect(both).toBeLessThan(175);
  });

  test('lets nobody in without a number', async () => {
    for (const share of [undefined, null, '50', Number.NaN, 0, -1]) {
      expect(await isInShare('user-1', ID, share)).toBe(false);
    }
    expect(await isInShare('user-1', ID, 100)).toBe(true);
  });
});

test.each([
  ['{type}/{name}@{slot}', 'prompts/extraction@production'],
  ['components/{type}/{name}/{slot}', 'components/prompts/extraction/production'],
  ['{prefix}/{name}/{slot}', 'components/extraction/production'],
])('a key of %s is %s', (layout, key) => {
  expect(keyOf(layout, ID, 'production')).toBe(key);
  // A name that looks like a placeholder, or like a pattern of a replacement, is a name.
  expect(keyOf('{type}/{name}@{slot}', 'prompts/$&{slot}/x', 'v1.0.0')).toBe('prompts/$&{slot}/x@v1.0.0');
});
