import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import Cloudflare, { APIError } from 'cloudflare';
import { PRODUCTION_NAMESPACE, type Sandbox, STAGING_NAMESPACE } from '../../sandbox/index.ts';
import { startSandbox } from '../support/sandbox.ts';

const MIB = 1024 * 1024;
const BINARY = Uint8Array.from({ length: 256 }, (_, i) => i);

let sandbox: Sandbox;
let client: Cloudflare;

beforeAll(async () => {
  sandbox = await startSandbox();
  client = clientWith(sandbox.cloudflareToken);
});

afterEach(async () => {
  await sandbox.kv.clear(PRODUCTION_NAMESPACE);
  await sandbox.kv.clear(STAGING_NAMESPACE);
  sandbox.clearRequests();
});

afterAll(() => sandbox.close());

function clientWith(apiToken: string | null): Cloudflare {
  return new Cloudflare({ apiToken, baseURL: sandbox.cloudflareUrl, maxRetries: 0, logLevel: 'off' });
}

function account() {
  return { account_id: sandbox.accountId };
}

function values() {
  return { ...account(), namespace_id: PRODUCTION_NAMESPACE };
}

type Pairs = Cloudflare.KV.NamespaceBulkUpdateParams['body'];

function bulkWrite(body: Pairs, namespaceId = PRODUCTION_NAMESPACE) {
  return client.kv.namespaces.bulkUpdate(namespaceId, { ...account(), body });
}

async function failureOf(promise: PromiseLike<unknown>): Promise<{ status: unknown; code: unknown }> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof APIError)) throw new Error(`Expected an API error, not ${String(error)}`);
  return { status: error.status, code: error.errors[0]?.code };
}

async function readBytes(key: string): Promise<Uint8Array> {
  const response = await client.kv.namespaces.values.get(key, values());
  return new Uint8Array(await response.arrayBuffer());
}

describe('bulk writes', () => {
  test('keep bytes exactly, as text and as base64, with metadata', async () => {
    const result = await bulkWrite([
      { key: 'prompts/a b/ü@v1', value: '\uFEFFgrüße\r\n\u0000', metadata: { commit: 'abc', n: 1 } },
      { key: 'scripts/binary@v1', value: Buffer.from(BINARY).toString('base64'), base64: true },
    ]);

    expect(result).toEqual({ successful_key_count: 2, unsuccessful_keys: [] });
    expect(Buffer.from(await readBytes('prompts/a b/ü@v1')).toString()).toBe('\uFEFFgrüße\r\n\u0000');
    expect(await readBytes('scripts/binary@v1')).toEqual(BINARY);
    expect(await client.kv.namespaces.metadata.get('prompts/a b/ü@v1', values())).toEqual({ commit: 'abc', n: 1 });
    expect(await client.kv.namespaces.metadata.get('scripts/binary@v1', values())).toBeNull();
    expect(await sandbox.kv.get(PRODUCTION_NAMESPACE, 'scripts/binary@v1')).toEqual({ bytes: BINARY, metadata: null });
    expect(await sandbox.kv.list(STAGING_NAMESPACE)).toEqual([]);
  });

  test('let the last of several pairs with one key win', async () => {
    await bulkWrite(Array.from({ length: 200 }, (_, i) => ({ key: 'k', value: String(i) })));

    expect(Buffer.from(await readBytes('k')).toString()).toBe('199');
  });

  test.each<[string, { status: number; code: number }, Pairs]>([
    ['a key over 512 bytes', { status: 400, code: 10030 }, [{ key: 'ü'.repeat(257), value: '' }]],
    ['an empty key', { status: 400, code: 10042 }, [{ key: '', value: '' }]],
    ['metadata over 1024 bytes', { status: 400, code: 10047 }, [{ key: 'm', value: '', metadata: 'x'.repeat(1023) }]],
    ['a value over 25 MiB', { status: 400, code: 10024 }, [{ key: 'v', value: 'x'.repeat(25 * MIB + 1) }]],
    ['a value that is not base64', { status: 400, code: 10012 }, [{ key: 'b', value: '?', base64: true }]],
    ['a past expiration', { status: 400, code: 10033 }, [{ key: 'e', value: '', expiration: 1 }]],
    ['a short time to live', { status: 400, code: 10034 }, [{ key: 'e', value: '', expiration_ttl: 59 }]],
  ])('are refused entirely for %s', async (_, failure, pairs) => {
    expect(await failureOf(bulkWrite([{ key: 'innocent', value: 'x' }, ...pairs]))).toEqual(failure);
    expect(await sandbox.kv.list(PRODUCTION_NAMESPACE)).toEqual([]);
  });

  test('take what is just within the limits', async () => {
    const pair = { key: 'k'.repeat(512), value: 'x'.repeat(25 * MIB), metadata: 'x'.repeat(1022) };

    expect(await bulkWrite([pair])).toEqual({ successful_key_count: 1, unsuccessful_keys: [] });
    const stored = await sandbox.kv.get(PRODUCTION_NAMESPACE, pair.key);
    expect(stored?.bytes.byteLength).toBe(25 * MIB);
    expect(stored?.metadata).toBe(pair.metadata);
  });

  test('are refused over 10,000 pairs', async () => {
    const pairs = Array.from({ length: 10_001 }, (_, i) => ({ key: `k${i}`, value: '' }));

    expect(await failureOf(bulkWrite(pairs))).toMatchObject({ status: 400 });
  });

  test('take a body of 100 MB and none larger', async () => {
    const url = `${sandbox.cloudflareUrl}/accounts/${sandbox.accountId}/storage/kv/namespaces/${STAGING_NAMESPACE}/bulk`;
    const pairs = Array.from({ length: 4 }, (_, i) => ({ key: `big${i}`, value: 'x'.repeat(24_990_000) }));
    const body = Buffer.alloc(100_000_001, ' ');
    body.write(JSON.stringify(pairs));
    const write = async (size: number) => {
      const headers = { authorization: `Bearer ${sandbox.cloudflareToken}` };
      const response = await fetch(url, { method: 'PUT', headers, body: body.subarray(0, size) });
      return { status: response.status, answer: await response.json() };
    };

    expect(await write(100_000_001)).toMatchObject({ status: 413, answer: { success: false } });
    expect(await sandbox.kv.list(STAGING_NAMESPACE)).toEqual([]);
    expect(await write(100_000_000)).toMatchObject({ status: 200, answer: { success: true } });
    expect(await sandbox.kv.list(STAGING_NAMESPACE)).toEqual(['big0', 'big1', 'big2', 'big3']);
    expect(sandbox.requests.map((request) => request.requestBytes)).toEqual([100_000_001, 100_000_000]);
  });
});

describe('single values', () => {
  test('are put with and without metadata, overwritten and deleted', async () => {
    const { namespaces } = client.kv;
    const stored = async () => {
      const { bytes, metadata } = (await sandbox.kv.get(PRODUCTION_NAMESPACE, 'k/1')) ?? {};
      return { text: new TextDecoder().decode(bytes), metadata };
    };
    // The SDK would flatten an object into form fields that mean nothing to Cloudflare.
    await namespaces.values.update('k/1', { ...values(), value: 'one', metadata: JSON.stringify({ v: 1 }) });
    expect(await stored()).toEqual({ text: 'one', metadata: { v: 1 } });
    await namespaces.values.update('k/1', { ...values(), value: 'two' });
    expect(await stored()).toEqual({ text: 'two', metadata: null });
    await namespaces.values.delete('k/1', values());
    await namespaces.values.delete('k/1', values());
    expect(await sandbox.kv.list(PRODUCTION_NAMESPACE)).toEqual([]);
    expect(sandbox.requests.map(({ operation, keys }) => [operation, ...keys])).toEqual([
      ['kv put', 'k/1'],
      ['kv put', 'k/1'],
      ['kv delete', 'k/1'],
      ['kv delete', 'k/1'],
    ]);
  });

  test('are put as raw bytes', async () => {
    await fetch(
      `${sandbox.cloudflareUrl}/accounts/${sandbox.accountId}/storage/kv/namespaces/${PRODUCTION_NAMESPACE}/values/raw`,
      { method: 'PUT', headers: { authorization: `bearer ${sandbox.cloudflareToken}` }, body: BINARY },
    );

    expect(await readBytes('raw')).toEqual(BINARY);
  });

  test('answer 10009 when missing', async () => {
    const missing = { status: 404, code: 10009 };

    expect(await failureOf(client.kv.namespaces.values.get('none', values()))).toEqual(missing);
    expect(await failureOf(client.kv.namespaces.metadata.get('none', values()))).toEqual(missing);
  });
});

describe('lists of keys', () => {
  test('are paginated and filtered by prefix, with metadata', async () => {
    const keys = Array.from({ length: 25 }, (_, i) => `p/${String(i).padStart(2, '0')}`);
    await bulkWrite([...keys.map((key) => ({ key, value: '', metadata: { key } })), { key: 'q/other', value: '' }]);
    sandbox.clearRequests();

    const found: unknown[] = [];
    const params = { ...account(), prefix: 'p/', limit: 10 };
    for await (const key of client.kv.namespaces.keys.list(PRODUCTION_NAMESPACE, params)) found.push(key);

    expect(found).toEqual(keys.map((name) => ({ name, metadata: { key: name } })));
    expect(sandbox.requests.map(({ operation }) => operation)).toEqual(Array(3).fill('kv list keys'));
    expect((await sandbox.kv.list(PRODUCTION_NAMESPACE)).length).toBe(26);
  });

  test('refuse a limit out of range', async () => {
    const list = client.kv.namespaces.keys.list(PRODUCTION_NAMESPACE, { ...account(), limit: 1001 });

    expect(await failureOf(list)).toEqual({ status: 400, code: 10028 });
  });
});

describe('bulk reads', () => {
  const read = (keys: string[], extra: { type?: 'text' | 'json'; withMetadata?: boolean } = {}) =>
    client.kv.namespaces.bulkGet(PRODUCTION_NAMESPACE, { ...account(), keys, ...extra });

  test('answer values, or values with metadata, and null for what is missing', async () => {
    await bulkWrite([
      { key: 'a', value: '{"x":1}', metadata: { m: 1 } },
      { key: 'b', value: 'ü' },
    ]);

    expect(await read(['a', 'b', 'c'])).toEqual({ values: { a: '{"x":1}', b: 'ü', c: null } });
    expect(await read(['a', 'b', 'c'], { withMetadata: true })).toEqual({
      values: { a: { value: '{"x":1}', metadata: { m: 1 } }, b: { value: 'ü', metadata: null }, c: null },
    });
    expect(await read(['a'], { type: 'json' })).toEqual({ values: { a: { x: 1 } } });
    expect(sandbox.requests.at(-1)).toMatchObject({ operation: 'kv bulk get', status: 200 });
    expect(sandbox.requests.at(-1)?.keys).toEqual(['a']);
  });

  test('refuse what is not text, too many keys and too much at once', async () => {
    await sandbox.kv.put(PRODUCTION_NAMESPACE, 'binary', BINARY);
    await sandbox.kv.put(PRODUCTION_NAMESPACE, 'big1', 'x'.repeat(13 * MIB));
    await sandbox.kv.put(PRODUCTION_NAMESPACE, 'big2', 'x'.repeat(13 * MIB));

    expect(await failureOf(read(['binary']))).toEqual({ status: 400, code: 10012 });
    expect(await failureOf(read(['big1', 'big2']))).toEqual({ status: 413, code: 10024 });
    expect(await failureOf(read(Array.from({ length: 101 }, (_, i) => `k${i}`)))).toMatchObject({ status: 400 });
  });

  test('go with bulk deletes', async () => {
    await bulkWrite(['a', 'b', 'c'].map((key) => ({ key, value: key })));
    const result = await client.kv.namespaces.bulkDelete(PRODUCTION_NAMESPACE, { ...account(), body: ['a', 'c', 'x'] });

    expect(result).toEqual({ successful_key_count: 3, unsuccessful_keys: [] });
    expect(await sandbox.kv.list(PRODUCTION_NAMESPACE)).toEqual(['b']);
    expect(sandbox.requests.at(-1)?.operation).toBe('kv bulk delete');
    expect(sandbox.requests.at(-1)?.keys).toEqual(['a', 'c', 'x']);
  });
});

describe('access', () => {
  test('is refused as Cloudflare refuses it', async () => {
    const list = (token: string, id = sandbox.accountId) =>
      failureOf(clientWith(token).kv.namespaces.list({ account_id: id }));

    expect(await list('wrong')).toEqual({ status: 403, code: 10000 });
    expect(await list(sandbox.cloudflareToken, 'f'.repeat(32))).toEqual({ status: 404, code: 7003 });
    expect(await failureOf(client.kv.namespaces.get('f'.repeat(32), account()))).toEqual({ status: 404, code: 10013 });
    expect(await failureOf(bulkWrite([], 'f'.repeat(32)))).toEqual({ status: 404, code: 10013 });
    const anonymous = await fetch(`${sandbox.cloudflareUrl}/accounts/${sandbox.accountId}/storage/kv/namespaces`);
    expect(await anonymous.json()).toMatchObject({ success: false, errors: [{ code: 9106 }] });
  });
});

describe('namespaces', () => {
  test('are listed page by page', async () => {
    const found: unknown[] = [];
    for await (const namespace of client.kv.namespaces.list({ ...account(), per_page: 1 })) found.push(namespace);

    expect(found).toEqual([
      { id: PRODUCTION_NAMESPACE, title: 'components-production', supports_url_encoding: true },
      { id: STAGING_NAMESPACE, title: 'components-staging', supports_url_encoding: true },
    ]);
    expect(await client.kv.namespaces.get(STAGING_NAMESPACE, account())).toEqual(found[1]);
    expect(new Set(sandbox.requests.map(({ operation }) => operation))).toEqual(
      new Set(['kv list namespaces', 'kv get namespace']),
    );
  });

  test('may share a title', async () => {
    const ids = ['a'.repeat(32), 'b'.repeat(32)];
    const other = await startSandbox({ namespaces: ids.map((id) => ({ id, title: 'twins' })) });
    try {
      const twins = new Cloudflare({ apiToken: other.cloudflareToken, baseURL: other.cloudflareUrl });
      const page = await twins.kv.namespaces.list({ account_id: other.accountId });
      await other.kv.put('a'.repeat(32), 'k', 'only in a');

      expect(page.result.map(({ id, title }) => [id, title])).toEqual(ids.map((id) => [id, 'twins']));
      expect(await other.kv.list('b'.repeat(32))).toEqual([]);
    } finally {
      await other.close();
    }
  });
});

describe('the reader Worker', () => {
  test('reads what the REST API wrote, byte by byte', async () => {
    await bulkWrite([
      { key: 'prompts/extraction@production', value: 'Extract.', metadata: { by: 'Zoë' } },
      { key: 'scripts/deep/er/run@v1', value: Buffer.from(BINARY).toString('base64'), base64: true },
      { key: 'queries/all@latest', value: 'SELECT 1' },
      { key: 'component-versions', value: '{}' },
    ]);
    const ask = (reference: string) => sandbox.ask(PRODUCTION_NAMESPACE, reference);

    expect(await ask('prompt://extraction@production')).toMatchObject({ status: 200, text: 'Extract.' });
    expect((await ask('script://deep/er/run@v1')).bytes).toEqual(BINARY);
    expect(await ask('query://all')).toMatchObject({ status: 200, text: 'SELECT 1' });
    expect(await ask('component-versions')).toMatchObject({ status: 200, text: '{}' });
    expect(await ask('prompt://extraction@staging')).toMatchObject({ status: 404 });
    expect(await ask('nonsense://x')).toMatchObject({ status: 400 });
    expect(await sandbox.ask(STAGING_NAMESPACE, 'query://all')).toMatchObject({ status: 404 });
    expect(await sandbox.ask('0'.repeat(32), 'query://all')).toMatchObject({ status: 404 });
  });

  test('tells the key and its metadata in headers', async () => {
    await sandbox.kv.put(PRODUCTION_NAMESPACE, 'prompts/x@production', 'x', { by: 'Zoë' });
    const { headers } = await fetch(`${sandbox.workerUrl}/${PRODUCTION_NAMESPACE}/prompt://x@production`);

    expect(headers.get('x-kv-key')).toBe('prompts/x@production');
    expect(JSON.parse(headers.get('x-kv-metadata') ?? '')).toEqual({ by: 'Zoë' });
  });
});
