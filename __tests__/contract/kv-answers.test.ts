import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Fault,
  PRODUCTION_NAMESPACE,
  type RecordedRequest,
  type Reply,
  type Sandbox,
} from '../../sandbox/index.ts';
import type { Http } from '../../src/adapters/http/client.ts';
import { CloudflareKv, type CloudflareKvOptions } from '../../src/adapters/kv/cloudflare-kv.ts';
import { TagshipError, TransientError } from '../../src/errors.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { answering, client } from '../support/http.ts';
import { startSandbox } from '../support/sandbox.ts';

const MIB = 1024 * 1024;
const BINARY = Uint8Array.of(0xff, 0, 0xfe);

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterEach(async () => {
  sandbox.faults.clear();
  await sandbox.kv.clear(PRODUCTION_NAMESPACE);
  sandbox.clearRequests();
});

afterAll(async () => {
  await sandbox.close();
});

function store(options: Partial<CloudflareKvOptions> = {}): CloudflareKv {
  return new CloudflareKv({
    token: sandbox.cloudflareToken,
    accountId: sandbox.accountId,
    baseUrl: sandbox.cloudflareUrl,
    http: client(),
    clock: new FakeClock(),
    signal: new AbortController().signal,
    ...options,
  });
}

async function put(values: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  for (const [key, value] of Object.entries(values)) await sandbox.kv.put(PRODUCTION_NAMESPACE, key, value);
  return Object.keys(values);
}

/** So many keys from `k00` on, with a value each. */
function some(count: number, valueOfKey: (i: number) => string | Uint8Array): Record<string, string | Uint8Array> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${String(i).padStart(2, '0')}`, valueOfKey(i)]));
}

function operations(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { operation } of sandbox.requests) counts[operation] = (counts[operation] ?? 0) + 1;
  return counts;
}

/** Answers something else instead of what the API would, once. */
function instead(operation: string, fault: Fault, times = 1): void {
  sandbox.faults.add({ when: { operation }, fault, times });
}

function json(content: unknown): Reply {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(content) };
}

/** A page of a listing as Cloudflare's API answers it, but for what is given. */
function listing(envelope: object): Reply {
  return json({ success: true, errors: [], messages: [], result: [{ name: 'k' }], ...envelope });
}

/** What Cloudflare's API answers where it refuses. */
function refusal(code: number, message: string): string {
  return JSON.stringify({ success: false, errors: [{ code, message }], messages: [], result: null });
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return await work.then(
    (value) => `No failure but ${JSON.stringify(value)}`,
    (error: unknown) => error,
  );
}

/** The error to show of a fault that may pass. */
async function transientOf(work: Promise<unknown>): Promise<TagshipError> {
  const error = await failureOf(work);
  if (!(error instanceof TransientError)) throw new Error(`Not a fault that may pass: ${String(error)}`);
  return error.failure;
}

/** The calls that are made to fail, each with the request that does. */
const CALLS: readonly [string, string, (kv: CloudflareKv) => Promise<unknown>][] = [
  ['a listing', 'kv list keys', (kv) => kv.page(PRODUCTION_NAMESPACE)],
  ['texts at once', 'kv bulk get', (kv) => kv.values(PRODUCTION_NAMESPACE, ['a', 'b'])],
  ['a single value', 'kv get value', (kv) => kv.values(PRODUCTION_NAMESPACE, ['a'])],
];

describe.each(CALLS)('%s', (_, operation, call) => {
  const SIGN_IN = { status: 404, headers: { 'content-type': 'text/html' }, body: '<html>Sign in</html>' };

  test.each<[string, Fault, string]>([
    ['a limited rate', { status: 429 }, 'rate-limited'],
    ['an error of the server', { status: 500, body: '<html>500</html>' }, 'kv-unreachable'],
    ['an error of a gateway', { status: 503, headers: { 'retry-after': '9' } }, 'kv-unreachable'],
    ['a reset', 'refuse', 'kv-unreachable'],
    ['a lost answer', 'lost-answer', 'kv-unreachable'],
    ['half an answer', 'reset-mid-body', 'kv-unreachable'],
    ['a page of HTML', 'nonsense-html', 'kv-unreachable'],
    ['JSON of another API', 'nonsense-json', 'kv-unreachable'],
  ])('%s may pass', async (__, fault, code) => {
    await put({ a: 'text a', b: 'text b' });
    instead(operation, fault);
    expect((await transientOf(call(store()))).code).toBe(code);
    expect(await failureOf(call(store()))).toMatch(/^No failure/);
  });

  test('the time a server asks for is known', async () => {
    instead(operation, { status: 429, headers: { 'retry-after': '7' } });
    expect(await failureOf(call(store()))).toMatchObject({ retryAfterMs: 7000, failure: { code: 'rate-limited' } });
  });

  test('a token without the permission is an error of its own', async () => {
    await put({ a: 'text a', b: 'text b' });
    const body = '{"success":false,"errors":[{"code":10000,"message":"Authentication error"}]}';
    instead(operation, { status: 403, body });
    expect(await failureOf(call(store()))).toMatchObject({ name: 'TagshipError', code: 'kv-auth' });
    expect(await failureOf(call(store({ token: 'wrong' })))).toMatchObject({ name: 'TagshipError', code: 'kv-auth' });
  });

  test('an account that does not exist is an error of its own', async () => {
    const error = await failureOf(call(store({ accountId: 'f'.repeat(32) })));
    expect(error).toMatchObject({ name: 'TagshipError', code: 'account-unknown' });
  });

  test('a 404 of something in between is not taken for a key or a namespace that is not there', async () => {
    await put({ a: 'text a', b: 'text b' });
    sandbox.faults.add({ when: { service: 'cloudflare' }, fault: SIGN_IN, times: Number.POSITIVE_INFINITY });
    expect((await transientOf(call(store()))).code).toBe('kv-unreachable');
  });

  test('the limit of a day ends it at once, whatever the status, in the words of the answer', async () => {
    await put({ a: 'text a', b: 'text b' });
    const body = refusal(10048, 'KV put() limit exceeded for the day.');
    for (const status of [429, 200]) {
      sandbox.faults.add({ when: { service: 'cloudflare' }, fault: { status, body }, times: Number.POSITIVE_INFINITY });
      const error = await failureOf(call(store()));
      sandbox.faults.clear();
      expect(error).toMatchObject({
        name: 'TagshipError',
        code: 'rate-limited',
        what: expect.stringMatching(/of today.*Cloudflare says: KV put\(\) limit exceeded for the day \(10048\)\./),
        remedy: expect.stringMatching(/00:00 UTC.*Workers Paid plan.*[Ff]ewer keys/),
      });
    }
  });

  test('a 200 that says it is no success is an answer of Cloudflare, and has its words', async () => {
    await put({ a: 'text a', b: 'text b' });
    for (const [code, message, expected] of [
      [10028, 'namespace is frozen', 'kv-refused'],
      [10000, 'Authentication error', 'kv-auth'],
    ] as const) {
      const fault = { status: 200, body: refusal(code, message) };
      sandbox.faults.add({ when: { service: 'cloudflare' }, fault, times: Number.POSITIVE_INFINITY });
      const error = await failureOf(call(store()));
      sandbox.faults.clear();
      expect(error).toMatchObject({ code: expected, what: expect.stringContaining(`${message} (${code})`) });
    }
  });

  test('a cancelled run asks nothing more', async () => {
    const cancelled = store({ signal: AbortSignal.abort() });
    expect(await failureOf(call(cancelled))).toMatchObject({ name: 'TagshipError', code: 'cancelled' });
    expect(sandbox.requests).toEqual([]);
  });
});

describe('a listing', () => {
  test('takes one request a page, of as many keys as the API gives', async () => {
    const pairs = Array.from({ length: 1001 }, (_, i) => ({
      key: `k${i}`,
      value: new Uint8Array(),
      metadata: { i: String(i) },
    }));
    const kv = store();
    await kv.write(PRODUCTION_NAMESPACE, pairs);
    sandbox.clearRequests();
    const first = await kv.page(PRODUCTION_NAMESPACE);
    await kv.page(PRODUCTION_NAMESPACE, first.cursor);
    expect(operations()).toEqual({ 'kv list keys': 2 });
    const [one, two] = sandbox.requests.map(({ path }) => new URL(path, 'http://localhost').searchParams);
    expect(Object.fromEntries(one ?? [])).toEqual({ limit: '1000' });
    expect(Object.fromEntries(two ?? [])).toEqual({ limit: '1000', cursor: first.cursor });
  });

  test('shows metadata as it is stored, and keys without any', async () => {
    const stored = [null, 'text', 7, ['list'], { 'managed-by': 'tagship:acme/components', path: 'ü' }];
    for (const [i, metadata] of stored.entries()) {
      await sandbox.kv.put(PRODUCTION_NAMESPACE, `k${i}`, 'value', metadata ?? undefined);
    }
    const { keys } = await store().page(PRODUCTION_NAMESPACE);
    expect(keys.map(({ key, metadata }) => [key, metadata ?? null])).toEqual(stored.map((one, i) => [`k${i}`, one]));
  });

  test('may be stale', async () => {
    await put({ deleted: 'x' });
    await sandbox.staleness({ seconds: 60 });
    const kv = store();
    const names = async () => (await kv.page(PRODUCTION_NAMESPACE)).keys.map(({ key }) => key);
    await kv.write(PRODUCTION_NAMESPACE, [{ key: 'new', value: BINARY, metadata: {} }]);
    await kv.remove(PRODUCTION_NAMESPACE, ['deleted']);
    expect(await names()).toEqual(['deleted']);
    expect([...(await kv.values(PRODUCTION_NAMESPACE, ['deleted', 'new'])).keys()]).toEqual(['deleted']);
    await sandbox.staleness({ seconds: 0 });
    expect(await names()).toEqual(['new']);
    expect([...(await kv.values(PRODUCTION_NAMESPACE, ['deleted', 'new'])).keys()]).toEqual(['new']);
  });

  test('goes on behind a page on which every key was deleted', async () => {
    instead('kv list keys', listing({ result: [], result_info: { count: 0, cursor: 'further' } }));
    expect(await store().page(PRODUCTION_NAMESPACE)).toEqual({ keys: [], cursor: 'further' });
  });

  test.each<[string, object]>([
    ['an empty cursor', { result_info: { count: 1, cursor: '' } }],
    ['no cursor', { result_info: { count: 1 } }],
    ['a cursor that is null', { result_info: { count: 1, cursor: null } }],
    ['nothing at all', {}],
    ['an explicit end', { result_info: { cursor: '', list_complete: true } }],
  ])('ends with %s', async (_, envelope) => {
    instead('kv list keys', listing(envelope));
    const page = await store().page(PRODUCTION_NAMESPACE, 'c');
    expect(page).toEqual({ keys: [{ key: 'k', metadata: undefined }], cursor: undefined });
  });

  test.each<[string, object]>([
    ['the cursor it was asked with', { result_info: { cursor: 'c' } }],
    ['no result', { result: undefined, result_info: { cursor: '' } }],
    ['a result that is null', { result: null, result_info: { cursor: '' } }],
    ['keys without a name', { result: [{ key: 'k' }] }],
    ['a cursor that is no text', { result_info: { cursor: 7 } }],
    ['an end that goes on', { result_info: { cursor: 'd', list_complete: true } }],
    ['no end and no way to go on', { result_info: { cursor: '', list_complete: false } }],
    ['no success', { success: false, result_info: { cursor: '' } }],
  ])('is refused with %s', async (_, envelope) => {
    instead('kv list keys', listing(envelope));
    const { code, what } = await transientOf(store().page(PRODUCTION_NAMESPACE, 'c'));
    expect([code, what]).toEqual([
      'kv-unreachable',
      "What answered while listing the keys does not speak Cloudflare's API.",
    ]);
  });

  test('a cursor the API does not know is an error, not a beginning', async () => {
    const invalid = `{"success":false,"errors":[{"code":10041,"message":"invalid 'list keys' cursor"}]}`;
    instead('kv list keys', { status: 400, body: invalid });
    const error = await failureOf(store().page(PRODUCTION_NAMESPACE, 'c'));
    expect(error).toMatchObject({ name: 'TagshipError', code: 'kv-refused' });
  });
});

describe('values', () => {
  test('that are text take one request for a hundred', async () => {
    const keys = await put(some(100, (i) => `text ${i}`));
    expect((await store().values(PRODUCTION_NAMESPACE, [...keys, ...keys])).size).toBe(100);
    expect(operations()).toEqual({ 'kv bulk get': 1 });
  });

  test('of which one is no text do not all take a request of their own', async () => {
    const keys = await put(some(100, (i) => (i === 42 ? BINARY : `text ${i}`)));
    const values = await store().values(PRODUCTION_NAMESPACE, keys);
    expect([values.size, values.get('k42')]).toEqual([100, BINARY]);
    expect(operations()['kv get value']).toBeLessThanOrEqual(8);
    expect(sandbox.requests.length).toBeLessThanOrEqual(20);
  });

  test('that are all no text take little more than one each', async () => {
    const keys = await put(some(100, (i) => Uint8Array.of(0xff, i)));
    const values = await store().values(PRODUCTION_NAMESPACE, keys);
    expect(keys.map((key) => values.get(key)?.[1])).toEqual(keys.map((_, i) => i));
    expect(operations()['kv get value']).toBe(100);
    expect(sandbox.requests.length).toBeLessThanOrEqual(135);
  });

  test('that are too much at once are read in parts', async () => {
    const keys = await put(some(27, (i) => String(i % 10).repeat(MIB)));
    const values = await store().values(PRODUCTION_NAMESPACE, keys);
    expect(keys.map((key) => `${values.get(key)?.length} ${values.get(key)?.[5]}`)).toEqual(
      keys.map((_, i) => `${MIB} ${48 + (i % 10)}`),
    );
    expect(operations()).toEqual({ 'kv bulk get': 3 });
  });

  test('are as large as KV allows, and no answer is read beyond', async () => {
    const largest = new Uint8Array(25 * MIB).fill(0xff);
    await put({ largest });
    const value = (await store().values(PRODUCTION_NAMESPACE, ['largest'])).get('largest');
    expect(Buffer.compare(value ?? BINARY, largest)).toBe(0);
    const headers = { 'content-type': 'application/octet-stream' };
    instead('kv get value', { status: 200, headers, body: new Uint8Array(25 * MIB + 1) });
    expect((await transientOf(store().values(PRODUCTION_NAMESPACE, ['largest']))).code).toBe('kv-unreachable');
  });

  test('that a bulk read shows as something else than exact text are read one by one', async () => {
    const keys = await put({ lossy: BINARY, number: '1.0', left: 'out', text: 'text', gone: 'since' });
    // As an API may answer that replaces what is no text, that reads numbers, and that leaves keys out.
    const told = { lossy: '\uFFFD\0\uFFFD', text: 'text' };
    const values = Object.entries({ ...told, number: 1 }).map(([key, value]) => [key, { value, metadata: null }]);
    instead('kv bulk get', json({ success: true, result: { values: { ...Object.fromEntries(values), gone: null } } }));
    const found = await store().values(PRODUCTION_NAMESPACE, keys);
    const text = (key: string) => Buffer.from(found.get(key) ?? []).toString();
    expect([...found.keys()].sort()).toEqual(['left', 'lossy', 'number', 'text']);
    expect([found.get('lossy'), text('number'), text('left'), text('text')]).toEqual([BINARY, '1.0', 'out', 'text']);
    expect(operations()).toEqual({ 'kv bulk get': 1, 'kv get value': 3 });
  });

  test.each<[string, Fault]>([
    ['does not know', { status: 404, body: '{"success":false,"errors":[{"code":10025,"message":"no endpoint"}]}' }],
    ['does not have', { status: 405 }],
    ['has not built', { status: 501 }],
  ])('are read one by one from an API that %s bulk reads', async (_, fault) => {
    const keys = await put(some(12, (i) => `text ${i}`));
    instead('kv bulk get', fault, Number.POSITIVE_INFINITY);
    const values = await store().values(PRODUCTION_NAMESPACE, keys);
    expect(keys.map((key) => Buffer.from(values.get(key) ?? []).toString())).toEqual(keys.map((__, i) => `text ${i}`));
    expect(operations()).toEqual({ 'kv bulk get': 1, 'kv get value': 12 });
  });

  test('are read a few at a time', async () => {
    const keys = await put(some(40, () => BINARY));
    let now = 0;
    let most = 0;
    const count = (change: 1 | -1) => (request: RecordedRequest) => {
      if (request.operation !== 'kv get value') return;
      now += change;
      most = Math.max(most, now);
    };
    const removals = [sandbox.before(count(1)), sandbox.after(count(-1))];
    await store().values(PRODUCTION_NAMESPACE, keys);
    for (const remove of removals) remove();
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(6);
  });

  test('are not asked for any more once one could not be read', async () => {
    const keys = await put(some(40, () => BINARY));
    instead('kv get value', { status: 500 }, Number.POSITIVE_INFINITY);
    expect((await transientOf(store().values(PRODUCTION_NAMESPACE, keys))).code).toBe('kv-unreachable');
    expect(operations()['kv get value']).toBeLessThanOrEqual(6);
  });

  test('have their keys in the address encoded once', async () => {
    await store().values(PRODUCTION_NAMESPACE, ['a/b %2F?#ü@v1']);
    const [request] = sandbox.requests;
    expect(request?.path.split('/values/')[1]).toBe('a%2Fb%20%252F%3F%23%C3%BC@v1');
    expect(request?.keys).toEqual(['a/b %2F?#ü@v1']);
  });
});

describe('the rate of requests', () => {
  /** An API that holds nothing, and counts. */
  function nowhere(): { http: Http; asked: () => number } {
    let asked = 0;
    return {
      asked: () => asked,
      http: answering(() => {
        asked += 1;
        const body = JSON.stringify({ success: true, result: [], result_info: { cursor: '' } });
        return { headers: { 'content-type': 'application/json' }, body };
      }),
    };
  }

  test('is what the API allows, whatever is asked', async () => {
    const clock = new FakeClock();
    const start = clock.now();
    const waits: number[] = [];
    const api = nowhere();
    const kv = store({ http: api.http, clock, onWait: (milliseconds) => waits.push(milliseconds) });
    for (let i = 0; i < 500; i++) {
      await kv.page(PRODUCTION_NAMESPACE);
      await kv.remove(PRODUCTION_NAMESPACE, ['k']).catch(() => undefined);
    }
    expect([api.asked(), clock.now() - start, waits]).toEqual([1000, 0, []]);
    await kv.namespaces();
    expect([api.asked(), clock.now() - start, waits]).toEqual([1001, 300_000, [300_000]]);
  });

  test('a run that is cancelled while it waits asks nothing more', async () => {
    const cancelled = new TagshipError('cancelled', 'The run was cancelled.', 'Run the job again.');
    const api = nowhere();
    const kv = store({ http: api.http, clock: { now: () => 0, sleep: () => Promise.reject(cancelled) } });
    for (let i = 0; i < 1000; i++) await kv.page(PRODUCTION_NAMESPACE);
    expect(await failureOf(kv.page(PRODUCTION_NAMESPACE))).toBe(cancelled);
    expect(api.asked()).toBe(1000);
  });
});
