import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PRODUCTION_NAMESPACE, type Sandbox, STAGING_NAMESPACE } from '../../sandbox/index.ts';
import { CloudflareKv } from '../../src/adapters/kv/cloudflare-kv.ts';
import type { KvPage, KvStore } from '../../src/ports/kv.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { FakeKv } from '../support/fakes/kv.ts';
import { client } from '../support/http.ts';
import { startSandbox } from '../support/sandbox.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(async () => {
  await sandbox.close();
});

const NAMESPACES = [
  { id: PRODUCTION_NAMESPACE, title: 'components-production' },
  { id: STAGING_NAMESPACE, title: 'components-staging' },
];

async function real(): Promise<KvStore> {
  await sandbox.kv.clear(PRODUCTION_NAMESPACE);
  await sandbox.kv.clear(STAGING_NAMESPACE);
  return new CloudflareKv({
    token: sandbox.cloudflareToken,
    accountId: sandbox.accountId,
    baseUrl: sandbox.cloudflareUrl,
    http: client(),
    clock: new FakeClock(),
    signal: new AbortController().signal,
  });
}

async function fake(): Promise<KvStore> {
  return new FakeKv(NAMESPACES);
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const NOWHERE = 'e'.repeat(32);

/** Keys that a URL, JSON or an object would take for something else if they were not encoded, or twice. */
const ODD_KEYS = [
  'a/b/c@v1.0.0+build.7',
  'a%2Fb',
  '%',
  '100%25',
  'what?a=1&b=2',
  'sharp#fragment',
  'a b+c',
  'a/../b',
  '../up',
  '%2e%2e',
  'back\\slash"quote\'`',
  'line\nbreak\ttab',
  'ü→\u4e2d',
  '\u{1f680}@latest',
  '\uffee',
  '__proto__',
  'constructor',
];

/** All pages of a listing, in order. */
async function pagesOf(kv: KvStore, namespace: string): Promise<readonly KvPage[]> {
  const pages: KvPage[] = [];
  let cursor: string | undefined;
  do {
    const page = await kv.page(namespace, cursor);
    pages.push(page);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return pages;
}

describe.each([
  ['Workers KV behind the API', real],
  ['the fake', fake],
])('%s', (_, make) => {
  let kv: KvStore;

  beforeEach(async () => {
    kv = await make();
  });

  test('lists the namespaces of the account', async () => {
    const found = [...(await kv.namespaces())].sort((a, b) => (a.title < b.title ? -1 : 1));
    expect(found).toEqual(NAMESPACES);
  });

  test('holds what was written, with metadata, in its namespace only', async () => {
    const failed = await kv.write(PRODUCTION_NAMESPACE, [
      { key: 'prompts/a@production', value: bytes('text\r\n'), metadata: { sha: 'x', n: 1 } },
      { key: 'ü&?#%/@', value: bytes(''), metadata: { sha: 'y' } },
    ]);
    expect(failed).toEqual([]);
    const records = await kv.read(PRODUCTION_NAMESPACE, ['prompts/a@production', 'ü&?#%/@', 'absent']);
    expect([...records.keys()].sort()).toEqual(['prompts/a@production', 'ü&?#%/@']);
    expect(records.get('prompts/a@production')?.metadata).toEqual({ sha: 'x', n: 1 });
    expect(Buffer.from(records.get('prompts/a@production')?.value ?? []).toString()).toBe('text\r\n');
    expect((await kv.read(STAGING_NAMESPACE, ['prompts/a@production'])).size).toBe(0);
  });

  test('the last write of a key wins, and what was removed is gone', async () => {
    for (const text of ['one', 'two']) {
      await kv.write(PRODUCTION_NAMESPACE, [{ key: 'k', value: bytes(text), metadata: { text } }]);
    }
    expect((await kv.read(PRODUCTION_NAMESPACE, ['k'])).get('k')?.metadata).toEqual({ text: 'two' });
    expect(await kv.remove(PRODUCTION_NAMESPACE, ['k', 'never there'])).toEqual([]);
    expect((await kv.read(PRODUCTION_NAMESPACE, ['k'])).size).toBe(0);
  });

  test('reads and writes more keys than fit into one request', async () => {
    const pairs = Array.from({ length: 250 }, (_, i) => ({ key: `k${i}`, value: bytes(String(i)), metadata: { i } }));
    await kv.write(PRODUCTION_NAMESPACE, pairs);
    const records = await kv.read(
      PRODUCTION_NAMESPACE,
      pairs.map(({ key }) => key),
    );
    expect(records.size).toBe(250);
    expect(records.get('k249')?.metadata).toEqual({ i: 249 });
  });

  test('binary values are stored; a read shows at least their metadata', async () => {
    await kv.write(PRODUCTION_NAMESPACE, [
      { key: 'binary', value: Uint8Array.of(0, 255, 254), metadata: { blob: 'x' } },
    ]);
    const record = (await kv.read(PRODUCTION_NAMESPACE, ['binary'])).get('binary');
    expect(record?.metadata).toEqual({ blob: 'x' });
    expect(record?.value ?? Uint8Array.of(0, 255, 254)).toEqual(Uint8Array.of(0, 255, 254));
  });

  test('a namespace that does not exist is an error of its own', async () => {
    const unknown = { code: 'namespace-unknown' };
    await expect(kv.read(NOWHERE, ['k'])).rejects.toMatchObject(unknown);
    await expect(kv.write(NOWHERE, [{ key: 'k', value: bytes(''), metadata: {} }])).rejects.toMatchObject(unknown);
    await expect(kv.remove(NOWHERE, ['k'])).rejects.toMatchObject(unknown);
    await expect(kv.page(NOWHERE)).rejects.toMatchObject(unknown);
    await expect(kv.values(NOWHERE, ['k'])).rejects.toMatchObject(unknown);
    await expect(kv.values(NOWHERE, ['k', 'l'])).rejects.toMatchObject(unknown);
  });

  test('an empty namespace has one empty page', async () => {
    expect(await kv.page(PRODUCTION_NAMESPACE)).toEqual({ keys: [], cursor: undefined });
  });

  test('lists 2,500 keys in three pages, in order, each with its metadata', async () => {
    // Not in their order, which is not that of numbers either.
    const pairs = Array.from({ length: 2500 }, (_, i) => (i * 7) % 2500).map((i) => ({
      key: `prompts/p${i}@production`,
      value: bytes(String(i)),
      metadata: { i: String(i) },
    }));
    await kv.write(PRODUCTION_NAMESPACE, pairs);
    await kv.write(STAGING_NAMESPACE, [{ key: 'elsewhere', value: bytes(''), metadata: {} }]);
    const pages = await pagesOf(kv, PRODUCTION_NAMESPACE);
    expect(pages.map(({ keys }) => keys.length)).toEqual([1000, 1000, 500]);
    expect(pages.flatMap(({ keys }) => keys)).toEqual(
      pairs.map(({ key, metadata }) => ({ key, metadata })).sort((a, b) => (a.key < b.key ? -1 : 1)),
    );
  });

  test('lists keys in the order of their UTF-8 bytes, whatever they hold', async () => {
    await kv.write(
      PRODUCTION_NAMESPACE,
      ODD_KEYS.map((key) => ({ key, value: bytes(key), metadata: { key } })),
    );
    const sorted = [...ODD_KEYS].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect((await kv.page(PRODUCTION_NAMESPACE)).keys).toEqual(sorted.map((key) => ({ key, metadata: { key } })));
    // UTF-16 would have it the other way round.
    expect(sorted.indexOf('\uffee')).toBeLessThan(sorted.indexOf('\u{1f680}@latest'));
  });

  test('a listing goes on where it was, also when its last key was deleted meanwhile', async () => {
    const keys = Array.from({ length: 1002 }, (_, i) => `k${String(i).padStart(4, '0')}`);
    await kv.write(
      PRODUCTION_NAMESPACE,
      keys.map((key) => ({ key, value: bytes(''), metadata: {} })),
    );
    const { cursor } = await kv.page(PRODUCTION_NAMESPACE);
    await kv.remove(PRODUCTION_NAMESPACE, ['k0000', 'k0999', 'k1001']);
    const rest = await kv.page(PRODUCTION_NAMESPACE, cursor);
    expect(rest).toEqual({ keys: [{ key: 'k1000', metadata: {} }], cursor: undefined });
  });

  test.each<[string, Uint8Array]>([
    ['text', bytes('Extract.\r\n\n')],
    ['nothing', bytes('')],
    ['a byte order mark', bytes('\ufeffmarked')],
    ['NUL bytes', bytes('a\0b\0')],
    ['a replacement character', bytes('not \ufffd broken')],
    ['all of Unicode', bytes('ü→\u4e2d\u{1f680}\u2028\uffff')],
    ['invalid UTF-8', Uint8Array.of(0x61, 0xff, 0xfe, 0x00, 0x80)],
    ['a surrogate in UTF-8', Uint8Array.of(0xed, 0xa0, 0x80)],
    ['every byte', Uint8Array.from({ length: 256 }, (_, i) => i)],
    ['JSON', bytes('{ "a": 1.0 }')],
    ['3 MiB of text', bytes('0123456789abcde\n'.repeat(3 * 65_536))],
    ['3 MiB of no text', Uint8Array.from({ length: 3 * 1024 * 1024 }, (_, i) => (i * 31) % 256)],
  ])('%s is answered to the byte, alone and with others', async (_, value) => {
    const others = ['before', 'that', 'z'].map((key) => ({ key, value: bytes(key), metadata: {} }));
    await kv.write(PRODUCTION_NAMESPACE, [{ key: 'the/one', value, metadata: { m: 1 } }, ...others]);
    for (const keys of [['the/one'], ['before', 'the/one', 'that', 'z']]) {
      const values = await kv.values(PRODUCTION_NAMESPACE, keys);
      expect([...values.keys()].sort()).toEqual([...keys].sort());
      const read = values.get('the/one') ?? bytes('missing');
      // Read as text, which is how many are read at once, a value loses a byte order mark.
      const readings = value[0] === 0xef ? [value, Buffer.from(value).subarray(3)] : [value];
      // Byte by byte, as Jest would, takes seconds.
      expect(readings.some((one) => Buffer.compare(read, one) === 0)).toBe(true);
      const exact = (await kv.exactValues(PRODUCTION_NAMESPACE, keys)).get('the/one');
      expect(Buffer.compare(exact ?? bytes('missing'), value)).toBe(0);
      expect(values.get('z')).toEqual(keys.includes('z') ? bytes('z') : undefined);
    }
  });

  test.each([
    ['text', (key: string) => bytes(`of ${key}`)],
    ['no text', (key: string) => Uint8Array.of(0xff, ...bytes(key))],
  ])('values of odd keys are each their own: %s', async (_, encode) => {
    await kv.write(
      PRODUCTION_NAMESPACE,
      ODD_KEYS.map((key) => ({ key, value: encode(key), metadata: {} })),
    );
    const values = await kv.values(PRODUCTION_NAMESPACE, ODD_KEYS);
    expect(values).toEqual(new Map(ODD_KEYS.map((key) => [key, encode(key)])));
    const [first, last] = [ODD_KEYS.slice(0, 1), ODD_KEYS.slice(-1)];
    expect([...(await kv.values(PRODUCTION_NAMESPACE, first)).keys()]).toEqual(first);
    expect([...(await kv.values(PRODUCTION_NAMESPACE, last)).keys()]).toEqual(last);
  });

  test('keys that hold nothing have no value, whoever is asked with them', async () => {
    await kv.write(PRODUCTION_NAMESPACE, [
      { key: 'text', value: bytes('text'), metadata: {} },
      { key: 'binary', value: Uint8Array.of(255), metadata: {} },
      { key: 'deleted', value: bytes('x'), metadata: {} },
    ]);
    await kv.remove(PRODUCTION_NAMESPACE, ['deleted']);
    const keysOf = async (keys: string[]) => [...(await kv.values(PRODUCTION_NAMESPACE, keys)).keys()].sort();
    expect(await keysOf([])).toEqual([]);
    expect(await keysOf(['absent/one'])).toEqual([]);
    expect(await keysOf(['absent', 'deleted', '__proto__'])).toEqual([]);
    expect(await keysOf(['absent', 'text', 'deleted', 'text'])).toEqual(['text']);
    expect(await keysOf(['absent', 'text', 'deleted', 'binary', '__proto__'])).toEqual(['binary', 'text']);
  });

  test('answers more values than fit into one request, some of them no text', async () => {
    const pairs = Array.from({ length: 350 }, (_, i) => ({
      key: `k${i}`,
      value: i % 90 === 7 ? Uint8Array.of(0xff, i % 256) : bytes(`value ${i}`),
      metadata: {},
    }));
    await kv.write(PRODUCTION_NAMESPACE, pairs);
    const values = await kv.values(
      PRODUCTION_NAMESPACE,
      pairs.map(({ key }) => key),
    );
    expect(values).toEqual(new Map(pairs.map(({ key, value }) => [key, value])));
  });
});
