import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type MetricsServer, startMetricsServer } from '../../sandbox/metrics/index.ts';
import { startPrometheus } from '../../sandbox/prometheus.ts';

let server: MetricsServer;

beforeEach(async () => {
  server = await startMetricsServer();
});

afterEach(() => server.close());

const get = async (path: string) => (await fetch(`${server.url}${path}`)).text();

test('counts what was served, by component, version and outcome', async () => {
  server.traffic.serve({ component: 'prompts/a', version: 'v1.0.0', ok: 3, errors: 1 });
  server.traffic.serve({ component: 'prompts/a', version: 'v1.0.0', ok: 2 });
  server.traffic.serve({ component: 'prompts/"b\\', version: 'v1.0.0' });
  server.traffic.latency('prompts/a', 'v1.0.0', 120);
  expect(JSON.parse(await get('/stats?component=prompts/a&version=v1.0.0'))).toEqual({ errors: 1, total: 6, p95: 120 });
  expect(JSON.parse(await get('/stats?component=prompts/a&version=v2.0.0'))).toEqual({
    errors: 0,
    total: 0,
    p95: null,
  });
  const text = await get('/metrics');
  expect(text).toContain(
    'requests_total{component="prompts/a",version="v1.0.0",environment="production",code="200"} 5\n',
  );
  expect(text).toContain(
    'requests_total{component="prompts/\\"b\\\\",version="v1.0.0",environment="production",code="500"} 0\n',
  );
});

test('answers a bare number, or whatever it is told to', async () => {
  server.traffic.rate = 0.25;
  expect(await get('/rate')).toBe('0.25\n');
  const lift = server.traffic.answer('/rate', { status: 503, headers: { 'retry-after': '1' }, body: 'busy' });
  const response = await fetch(`${server.url}/rate?x=1`);
  expect([response.status, response.headers.get('retry-after'), await response.text()]).toEqual([503, '1', 'busy']);
  lift();
  expect(await get('/rate')).toBe('0.25\n');
  expect(server.requests.map(({ path, service }) => [service, path])).toEqual([
    ['metrics', '/rate'],
    ['metrics', '/rate?x=1'],
    ['metrics', '/rate'],
  ]);
});

test('a Prometheus that was closed is gone', async () => {
  const prometheus = await startPrometheus({ targets: [server.url], scrapeIntervalSeconds: 1 });
  expect((await fetch(`${prometheus.url}/-/ready`)).status).toBe(200);
  await prometheus.close();
  await expect(fetch(`${prometheus.url}/-/ready`)).rejects.toThrow();
});
