import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Fault,
  PRODUCTION_NAMESPACE,
  type Sandbox,
  startSandbox as startOwnSandbox,
} from '../../sandbox/index.ts';
import { startSandbox } from '../support/sandbox.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterEach(async () => {
  sandbox.faults.clear();
  await sandbox.staleness({ seconds: 0 });
  await sandbox.kv.clear(PRODUCTION_NAMESPACE);
  sandbox.clearRequests();
});

afterAll(() => sandbox.close());

function api(path: string, init: RequestInit = {}): Promise<Response> {
  const base = `${sandbox.cloudflareUrl}/accounts/${sandbox.accountId}/storage/kv/namespaces/${PRODUCTION_NAMESPACE}`;
  return fetch(`${base}/${path}`, { ...init, headers: { authorization: `Bearer ${sandbox.cloudflareToken}` } });
}

function put(key: string, body: string, signal?: AbortSignal): Promise<Response> {
  return api(`values/${encodeURIComponent(key)}`, { method: 'PUT', body, ...(signal === undefined ? {} : { signal }) });
}

async function stored(key: string): Promise<string | undefined> {
  const found = await sandbox.kv.get(PRODUCTION_NAMESPACE, key);
  return found === undefined ? undefined : Buffer.from(found.bytes).toString();
}

async function whole(response: Promise<Response>): Promise<string> {
  return (await response).text();
}

describe('a fault', () => {
  test.each<[Fault & string, boolean]>([
    ['refuse', false],
    ['lost-answer', true],
    ['reset-mid-body', true],
  ])('%s cuts the connection, and was the request carried out: %s', async (fault, carriedOut) => {
    sandbox.faults.add({ when: { operation: 'kv put' }, fault });
    await expect(whole(put('a', 'one'))).rejects.toThrow(/fetch failed|terminated/);
    expect(sandbox.requests[0]).toMatchObject({ status: 0, fault });
    expect(await stored('a')).toBe(carriedOut ? 'one' : undefined);
    expect((await put('a', 'two')).status).toBe(200);
    expect(await stored('a')).toBe('two');
  });

  test('reset-mid-body sends headers and half of the body first', async () => {
    await put('a', 'x'.repeat(1000));
    sandbox.faults.add({ when: { operation: 'kv get value' }, fault: 'reset-mid-body' });
    const response = await api('values/a');
    expect([response.status, response.headers.get('content-length')]).toEqual([200, '1000']);
    let size = 0;
    await expect(async () => {
      for await (const chunk of response.body ?? []) size += (chunk as Uint8Array).byteLength;
    }).rejects.toThrow('terminated');
    expect(size).toBe(500);
  });

  test('truncated ends in the middle and well', async () => {
    sandbox.faults.add({ when: { service: 'cloudflare' }, fault: 'truncated' });
    const response = await put('a', 'one');
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(text).toMatch(/^\{"result"/);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(await stored('a')).toBe('one');
  });

  test.each<[Fault & string, boolean]>([
    ['stall', false],
    ['stall-carried-out', true],
  ])('%s lasts until the client gives up, and was the request carried out: %s', async (fault, carriedOut) => {
    sandbox.faults.add({ when: { operation: 'kv put' }, fault });
    await expect(put('a', 'one', AbortSignal.timeout(300))).rejects.toThrow('timeout');
    expect(await stored('a')).toBe(carriedOut ? 'one' : undefined);
  });

  test.each<[Fault & string, RegExp, string]>([
    ['nonsense-html', /^<!doctype html>/, 'text/html; charset=utf-8'],
    ['nonsense-json', /^\{"status":"ok"/, 'application/json'],
  ])('%s is a 200 for nothing', async (fault, body, type) => {
    sandbox.faults.add({ when: { operation: 'kv put' }, fault });
    const response = await put('a', 'one');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect(await response.text()).toMatch(body);
    expect(await stored('a')).toBeUndefined();
  });

  test('may be any answer', async () => {
    sandbox.faults.add({ when: () => true, fault: { status: 429, headers: { 'retry-after': '1' } } });
    const response = await put('a', 'one');
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1']);
    expect(sandbox.requests[0]).toMatchObject({ status: 429, fault: '429' });
  });

  test('happens at the nth request of an operation, so many times, until it is removed', async () => {
    sandbox.faults.add({ when: { operation: 'kv put', nth: 2 }, fault: { status: 500 }, times: 2 });
    const remove = sandbox.faults.add({
      when: { operation: 'kv get value' },
      fault: { status: 503 },
      times: Number.POSITIVE_INFINITY,
    });
    const statuses: number[] = [];
    for (const request of [put, put, put, put]) statuses.push((await request('a', 'one')).status);
    expect(statuses).toEqual([200, 500, 500, 200]);
    for (let i = 0; i < 3; i++) expect((await api('values/a')).status).toBe(503);
    remove();
    expect((await api('values/a')).status).toBe(200);
  });

  test('is in front of every service', async () => {
    sandbox.faults.add({ when: { service: 'worker' }, fault: { status: 500 } });
    sandbox.faults.add({ when: { service: 'github' }, fault: { status: 501 } });
    sandbox.faults.add({ when: { service: 'git' }, fault: { status: 502 } });
    expect((await sandbox.ask(PRODUCTION_NAMESPACE, 'prompt://a')).status).toBe(500);
    expect((await fetch(sandbox.apiUrl)).status).toBe(501);
    expect((await fetch(sandbox.serverUrl)).status).toBe(502);
  });

  test('that stalls does not keep the sandbox from closing', async () => {
    const other = await startOwnSandbox();
    other.faults.add({ when: () => true, fault: 'stall' });
    const asking = other.ask(PRODUCTION_NAMESPACE, 'prompt://a').catch(() => 'cut');
    while (other.requests[0]?.fault === undefined) await new Promise((resolve) => setTimeout(resolve, 10));
    await other.close();
    expect(await asking).toBe('cut');
  });
});

test('latency makes requests wait', async () => {
  const end = sandbox.latency(({ operation }) => (operation === 'kv put' ? 200 : 0));
  const timed = async (work: () => Promise<unknown>) => {
    const started = performance.now();
    await work();
    return performance.now() - started;
  };
  expect(await timed(() => put('a', 'one'))).toBeGreaterThan(190);
  end();
  expect(await timed(() => put('a', 'one'))).toBeLessThan(190);
});

describe('stale reads', () => {
  const bulk = async (keys: string[]): Promise<unknown> => {
    const body = JSON.stringify({ keys, withMetadata: true });
    const response = await api('bulk/get', { method: 'POST', body });
    return ((await response.json()) as { result: { values: unknown } }).result.values;
  };
  const names = async (): Promise<string[]> => {
    const { result } = (await (await api('keys')).json()) as { result: { name: string }[] };
    return result.map(({ name }) => name);
  };

  test('answer what was stored so many seconds ago, while writes are real', async () => {
    await put('old', 'one');
    await sandbox.staleness({ seconds: 60 });
    await put('old', 'two');
    await put('new', 'first');
    expect([await stored('old'), await stored('new')]).toEqual(['two', 'first']);
    expect(await bulk(['old', 'new'])).toEqual({ old: { value: 'one', metadata: null }, new: null });
    expect((await api('values/new')).status).toBe(404);
    expect((await api('metadata/new')).status).toBe(404);
    expect(await names()).toEqual(['old']);

    sandbox.clock.advance(30);
    await api('values/old', { method: 'DELETE' });
    await put('new', 'second');
    sandbox.clock.advance(29.9);
    expect(await whole(api('values/old'))).toBe('one');
    sandbox.clock.advance(0.1);
    expect(await bulk(['old', 'new'])).toEqual({
      old: { value: 'two', metadata: null },
      new: { value: 'first', metadata: null },
    });
    expect(await names()).toEqual(['new', 'old']);
    sandbox.clock.advance(30);
    expect(await bulk(['old', 'new'])).toEqual({ old: null, new: { value: 'second', metadata: null } });
  });

  test('take over metadata and bytes as they were, also of bulk writes', async () => {
    await sandbox.staleness({ seconds: 5 });
    const pairs = [{ key: 'a', value: '/wA=', base64: true, metadata: { version: 'v1' } }];
    await api('bulk', { method: 'PUT', body: JSON.stringify(pairs) });
    expect((await api('metadata/a')).status).toBe(404);
    sandbox.clock.advance(5);
    expect(await (await api('metadata/a')).json()).toMatchObject({ result: { version: 'v1' } });
    expect([...new Uint8Array(await (await api('values/a')).arrayBuffer())]).toEqual([255, 0]);
    await api('bulk/delete', { method: 'POST', body: JSON.stringify(['a']) });
    expect((await api('metadata/a')).status).toBe(200);
    sandbox.clock.advance(5);
    expect((await api('metadata/a')).status).toBe(404);
  });

  test('do not concern what failed, nor the inspector, nor the reader unless it is said', async () => {
    await sandbox.staleness({ seconds: 60 });
    sandbox.faults.add({ when: { operation: 'kv put' }, fault: 'refuse' });
    await put('prompts/a@latest', 'lost').catch(() => undefined);
    await sandbox.kv.put(PRODUCTION_NAMESPACE, 'prompts/a@latest', 'by hand');
    expect(await whole(api('values/prompts%2Fa%40latest'))).toBe('by hand');
    await put('prompts/a@latest', 'newer');
    expect((await sandbox.ask(PRODUCTION_NAMESPACE, 'prompt://a')).text).toBe('newer');
    await sandbox.staleness({ seconds: 60, reader: true });
    await put('prompts/a@latest', 'newest');
    expect((await sandbox.ask(PRODUCTION_NAMESPACE, 'prompt://a')).text).toBe('newer');
    sandbox.clock.advance(60);
    expect((await sandbox.ask(PRODUCTION_NAMESPACE, 'prompt://a')).text).toBe('newest');
  });
});
