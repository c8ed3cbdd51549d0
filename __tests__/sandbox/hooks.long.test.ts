import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import {
  PRODUCTION_NAMESPACE,
  type RecordedRequest,
  type Sandbox,
  startSandbox as startOwnSandbox,
} from '../../sandbox/index.ts';
import { startSandbox } from '../support/sandbox.ts';

let sandbox: Sandbox;
const removals: (() => void)[] = [];

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterEach(() => {
  for (const remove of removals.splice(0)) remove();
  sandbox.clearRequests();
});

afterAll(() => sandbox.close());

function put(key: string, body: string): Promise<Response> {
  const base = `${sandbox.cloudflareUrl}/accounts/${sandbox.accountId}/storage/kv/namespaces/${PRODUCTION_NAMESPACE}`;
  const headers = { authorization: `Bearer ${sandbox.cloudflareToken}` };
  return fetch(`${base}/values/${encodeURIComponent(key)}`, { method: 'PUT', headers, body });
}

describe('the record', () => {
  test('numbers requests over all services', async () => {
    await put('a/b', 'value');
    await sandbox.ask(PRODUCTION_NAMESPACE, 'prompt://x');
    const answer = await fetch(`${sandbox.apiUrl}/repos/acme/components?x=1`);

    expect(await answer.json()).toMatchObject({ message: 'Not Found', status: '404' });
    expect(sandbox.requests.map(({ n, service, operation, status }) => [n, service, operation, status])).toEqual([
      [1, 'cloudflare', 'kv put', 200],
      [2, 'worker', `GET /${PRODUCTION_NAMESPACE}/prompt%3A%2F%2Fx`, 404],
      [3, 'github', 'GET /repos/acme/components', 404],
    ]);
    expect(sandbox.requests[2]?.path).toBe('/repos/acme/components?x=1');
    expect(sandbox.requests[0]).toMatchObject({ keys: ['a/b'], requestBytes: 5, body: Buffer.from('value') });
    sandbox.clearRequests();
    await sandbox.ask(PRODUCTION_NAMESPACE, 'prompt://x');
    expect(sandbox.requests.map(({ n }) => n)).toEqual([1]);
  });
});

describe('hooks before a service', () => {
  test('see the request and may answer instead', async () => {
    removals.push(
      sandbox.before(({ operation }) =>
        operation === 'kv put'
          ? { status: 429, headers: { 'retry-after': '7' }, body: '{"success":false}' }
          : undefined,
      ),
    );
    const response = await put('limited', 'x');

    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(await response.json()).toEqual({ success: false });
    expect(sandbox.requests[0]).toMatchObject({ status: 429, responseBytes: 17 });
    expect(await sandbox.kv.get(PRODUCTION_NAMESPACE, 'limited')).toBeUndefined();
    removals.pop()?.();
    expect((await put('limited', 'x')).status).toBe(200);
  });

  test('may change the world first', async () => {
    removals.push(
      sandbox.before(async ({ service }) => {
        if (service === 'worker') await sandbox.kv.put(PRODUCTION_NAMESPACE, 'prompts/late@latest', 'just in time');
      }),
    );

    expect(await sandbox.ask(PRODUCTION_NAMESPACE, 'prompt://late')).toMatchObject({ text: 'just in time' });
  });

  test('cut the connection by throwing', async () => {
    removals.push(
      sandbox.before(() => {
        throw new Error('no network');
      }),
    );

    await expect(put('cut', 'x')).rejects.toThrow('fetch failed');
    expect(sandbox.requests[0]).toMatchObject({ status: 0, hookError: 'no network' });
  });
});

describe('hooks after a service', () => {
  test('run when it is done and before the client knows', async () => {
    const events: string[] = [];
    removals.push(
      sandbox.after(async (request: RecordedRequest) => {
        const stored = await sandbox.kv.get(PRODUCTION_NAMESPACE, 'slow');
        events.push(`${request.operation} ${request.status} stored=${stored !== undefined}`);
      }),
    );
    await (await put('slow', 'x')).text();
    events.push('client');

    expect(events).toEqual(['kv put 200 stored=true', 'client']);
  });

  test('can lose the answer to what was done', async () => {
    removals.push(
      sandbox.after(() => {
        throw new Error('lost');
      }),
    );

    await expect(put('done', 'x')).rejects.toThrow('fetch failed');
    expect(await sandbox.kv.get(PRODUCTION_NAMESPACE, 'done')).toBeDefined();
  });
});

describe('a sandbox', () => {
  test('closes with requests under way, and twice', async () => {
    const other = await startOwnSandbox();
    const arrived = Promise.withResolvers<void>();
    other.before(() => {
      arrived.resolve();
      return new Promise(() => {});
    });
    const asking = other.ask(PRODUCTION_NAMESPACE, 'prompt://x').catch(() => 'cut');
    await arrived.promise;
    await other.close();
    await other.close();

    expect(await asking).toBe('cut');
    await expect(fetch(other.serverUrl)).rejects.toThrow('fetch failed');
  });
});
