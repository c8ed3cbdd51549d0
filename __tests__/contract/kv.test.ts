import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PRODUCTION_NAMESPACE, type Sandbox, STAGING_NAMESPACE, startSandbox } from '../../sandbox/index.ts';
import { CloudflareKv } from '../../src/adapters/kv/cloudflare-kv.ts';
import type { KvStore } from '../../src/ports/kv.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { FakeKv } from '../support/fakes/kv.ts';

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
    fetch: undefined,
    clock: new FakeClock(),
    signal: new AbortController().signal,
  });
}

async function fake(): Promise<KvStore> {
  return new FakeKv(NAMESPACES);
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

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
    const nowhere = 'e'.repeat(32);
    await expect(kv.read(nowhere, ['k'])).rejects.toMatchObject({ code: 'namespace-unknown' });
    await expect(kv.write(nowhere, [{ key: 'k', value: bytes(''), metadata: {} }])).rejects.toMatchObject({
      code: 'namespace-unknown',
    });
    await expect(kv.remove(nowhere, ['k'])).rejects.toMatchObject({ code: 'namespace-unknown' });
  });
});
