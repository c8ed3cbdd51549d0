// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the templates that are tested.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type MetricsServer, type ScriptedAnswer, startMetricsServer } from '../../sandbox/metrics/index.ts';
import { type Prometheus, startPrometheus } from '../../sandbox/prometheus.ts';
import type { RecordedRequest } from '../../sandbox/types.ts';
import type { Reading } from '../../src/domain/gate/measurement.ts';
import type { Subject } from '../../src/domain/gate/placeholders.ts';
import type { MetricSource } from '../../src/domain/gate/policy.ts';
import type { Measured } from '../../src/ports/metrics.ts';
import { measure, metricOf, SUBJECT, sourcesWith } from '../support/metrics.ts';

let server: MetricsServer;

beforeAll(async () => {
  server = await startMetricsServer();
});

afterAll(() => server.close());

const API = '/api/v1/query';

const vector = (...values: readonly string[]) => ({
  resultType: 'vector',
  result: values.map((value, at) => ({ metric: { at: String(at) }, value: [1_800_000_000.123, value] })),
});

const success = (data: unknown, more: object = {}): ScriptedAnswer => ({
  body: JSON.stringify({ status: 'success', data, ...more }),
});

/** The expression of a request, however it came. */
function queryOf({ method, path, body }: RecordedRequest): string | null {
  const form = method === 'POST' ? String(body) : new URL(path, 'http://metrics').search;
  return new URLSearchParams(form).get('query');
}

describe('an answer', () => {
  afterEach(() => {
    server.traffic.clear();
    server.clearRequests();
  });

  const ask = (source: Partial<MetricSource>, answers: Readonly<Record<string, ScriptedAnswer>>): Promise<Measured> => {
    server.traffic.answer(API, (request) => answers[queryOf(request) ?? ''] ?? { status: 404 });
    return measure(metricOf('prometheus', { url: server.url, ...source }));
  };
  const value = async (answer: ScriptedAnswer): Promise<Reading> => (await ask({ query: 'q' }, { q: answer })).reading;
  const counts = (errors: ScriptedAnswer, total: ScriptedAnswer): Promise<Measured> =>
    ask({ errors: 'sum(e)', total: 'sum(t)' }, { 'sum(e)': errors, 'sum(t)': total });

  test.each([
    ['a vector of one', success(vector('0.5')), { kind: 'value', value: 0.5 }],
    ['a scalar', success({ resultType: 'scalar', result: [1_800_000_000, '3e-2'] }), { kind: 'value', value: 0.03 }],
    ['an empty vector', success(vector()), { kind: 'no-data', why: 'the query answers no series' }],
    ['NaN', success(vector('NaN')), { kind: 'no-data', why: 'the value is NaN' }],
    ['+Inf', success(vector('+Inf')), { kind: 'no-data', why: 'the value is +Inf' }],
    [
      'several series',
      success(vector('1', '2', '3')),
      { kind: 'failed', why: 'the query answers 3 series; aggregate them to one' },
    ],
    [
      'a matrix',
      success({ resultType: 'matrix', result: [] }),
      { kind: 'failed', why: 'the query answers a matrix; it has to answer one number' },
    ],
    [
      'a string',
      success({ resultType: 'string', result: [1, 'a'] }),
      { kind: 'failed', why: 'the query answers a string; it has to answer one number' },
    ],
    [
      'something else',
      success({ resultType: 'vector', result: [{}] }),
      { kind: 'failed', why: 'it does not answer as Prometheus does' },
    ],
    ['other JSON', { body: '{"value":1}' }, { kind: 'failed', why: 'it does not answer as Prometheus does' }],
    ['HTML', { body: '<html></html>' }, { kind: 'failed', why: 'it answered with HTML' }],
    ['nothing', {}, { kind: 'no-data', why: 'the answer is empty' }],
    ['half an answer', { body: '{"status":"succ' }, { kind: 'failed', why: 'its answer is no JSON' }],
    [
      'an error',
      { status: 400, body: '{"status":"error","errorType":"bad_data","error":"1:5: parse error:\\n unexpected"}' },
      { kind: 'failed', why: 'it answered 400: bad_data: 1:5: parse error: unexpected' },
    ],
    [
      'an error that claims success',
      { body: '{"status":"error","errorType":"timeout","error":"query timed out"}' },
      { kind: 'failed', why: 'it refused the query: timeout: query timed out' },
    ],
    [
      'that it is busy',
      {
        status: 503,
        headers: { 'retry-after': '3' },
        body: '{"status":"error","errorType":"unavailable","error":"busy"}',
      },
      { kind: 'failed', why: 'it answered 503: unavailable: busy', retryAfterMs: 3000 },
    ],
  ] satisfies readonly (readonly [string, ScriptedAnswer, Reading])[])('of %s', async (_, answer, reading) => {
    expect(await value(answer)).toEqual(reading);
  });

  test('of an error is cut short', async () => {
    const error = 'x'.repeat(5000);
    const reading = await value({
      status: 422,
      body: JSON.stringify({ status: 'error', errorType: 'execution', error }),
    });
    expect(reading).toEqual({
      kind: 'failed',
      why: expect.stringMatching(/^it answered 422: execution: x{480,500}…$/),
    });
  });

  test('of a warning keeps it', async () => {
    const measured = await ask(
      { query: 'q' },
      { q: success(vector('1'), { warnings: ['partial\nanswer'], infos: ['odd name'] }) },
    );
    expect(measured).toEqual({
      queries: ['q'],
      reading: { kind: 'value', value: 1, partial: true },
      notes: ['Prometheus says: partial answer', 'Prometheus says: odd name'],
    });
  });

  test.each([
    [
      'add up over all series',
      success(vector('1', '2')),
      success(vector('30', '40.5')),
      { kind: 'counts', errors: 3, total: 70.5 },
    ],
    ['may be none', success(vector('0')), success(vector('0')), { kind: 'counts', errors: 0, total: 0 }],
    [
      'are no data without requests',
      success(vector()),
      success(vector()),
      { kind: 'no-data', why: '`total` answers no series' },
    ],
    [
      'are no data with one that is NaN',
      success(vector('1', 'NaN')),
      success(vector('9')),
      { kind: 'no-data', why: 'the value is NaN' },
    ],
    ['fail with either', success(vector('1')), { status: 500 }, { kind: 'failed', why: 'it answered 500' }],
    ['fail with the other', { status: 500 }, success(vector('1')), { kind: 'failed', why: 'it answered 500' }],
  ] satisfies readonly (readonly [string, ScriptedAnswer, ScriptedAnswer, Reading])[])(
    'counts %s',
    async (_, errors, total, reading) => {
      expect((await counts(errors, total)).reading).toEqual(reading);
    },
  );

  test('of no failed requests is no data and says what to write', async () => {
    expect(await counts(success(vector()), success(vector('60')))).toEqual({
      queries: ['sum(e)', 'sum(t)'],
      reading: { kind: 'no-data', why: expect.stringMatching(/^`errors` answers no series; add `or vector\(0\)`/) },
    });
  });

  test.each(['', '/', '/api/v1/query', '/api/v1/query/'])(
    'is asked for in the address, at a URL that ends with %j',
    async (end) => {
      server.traffic.answer(`/base${API}`, success(vector('1')));
      const source = { url: `${server.url}/base${end}?tenant={environment}`, query: 'up{c="{component}"}' };
      const measured = await measure(metricOf('prometheus', { ...source, headers: { authorization: 'Bearer ${T}' } }), {
        T: 'geheim-1',
      });
      expect(measured).toEqual({ queries: ['up{c="prompts/extraction"}'], reading: { kind: 'value', value: 1 } });
      expect(server.requests).toEqual([
        expect.objectContaining({
          method: 'GET',
          path: `/base${API}?tenant=production&query=up%7Bc%3D%22prompts%2Fextraction%22%7D`,
          headers: expect.objectContaining({ authorization: 'Bearer geheim-1' }),
        }),
      ]);
    },
  );

  test('of a query that is too long for an address is asked for in a form', async () => {
    const query = `up{c=~"${'prompts|'.repeat(800)}"}`;
    expect((await ask({ query }, { [query]: success(vector('1')) })).reading).toEqual({ kind: 'value', value: 1 });
    expect(server.requests).toEqual([
      expect.objectContaining({
        method: 'POST',
        path: API,
        headers: expect.objectContaining({ 'content-type': 'application/x-www-form-urlencoded' }),
      }),
    ]);
  });
});

describe('a real Prometheus', () => {
  /** What Git takes as the name of a tag. */
  const HOSTILE = 'a"b\'c`d{e}$f;g(.+)|💥é%22#h';
  const hostile: Partial<Subject> = { component: { prefix: 'components', type: 'prompts', name: HOSTILE } };
  let prometheus: Prometheus;

  const real = (source: Partial<MetricSource>, subject: Partial<Subject> = {}) =>
    measure(metricOf('prometheus', { url: prometheus.url, ...source }), {}, subject);

  /** Asks until something is scraped: a scrape takes a second. */
  const scraped = async (query: string, wanted: number, subject: Partial<Subject> = {}): Promise<Reading> => {
    let { reading } = await real({ query }, subject);
    for (const end = Date.now() + 30_000; Date.now() < end; ) {
      if (reading.kind === 'value' && reading.value === wanted) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
      ({ reading } = await real({ query }, subject));
    }
    return reading;
  };

  beforeAll(async () => {
    server.traffic.serve({ component: 'prompts/extraction', version: 'v1.1.0' });
    server.traffic.serve({ component: 'prompts/extraction', version: 'v1.1.0+build.7', ok: 5 });
    server.traffic.serve({ component: `prompts/${HOSTILE}`, version: 'v1.1.0', ok: 40, errors: 2 });
    prometheus = await startPrometheus({ targets: [server.url], scrapeIntervalSeconds: 1 });
  });

  afterAll(() => prometheus.close());

  test('counts what was served since the deploy', async () => {
    const all = 'sum(requests_total{component="{component}",version="{version}"})';
    expect(await scraped(all, 0)).toEqual({ kind: 'value', value: 0 });
    server.traffic.serve({ component: 'prompts/extraction', version: 'v1.1.0', ok: 90, errors: 10 });
    expect(await scraped(all, 100)).toEqual({ kind: 'value', value: 100 });
    const increase = (labels: string) =>
      `sum(increase(requests_total{${labels}component="{component}",version="{version}"}[{elapsed}]))`;
    const { queries, reading } = await real({ errors: increase('code=~"5..",'), total: increase('') });
    expect(queries[0]).toBe(
      'sum(increase(requests_total{code=~"5..",component="prompts/extraction",version="v1.1.0"}[90s]))',
    );
    const { errors, total } = reading.kind === 'counts' ? reading : { errors: Number.NaN, total: Number.NaN };
    expect(total).toBeGreaterThanOrEqual(100);
    // The two are extrapolated to slightly different times.
    expect(errors / total).toBeGreaterThan(0.05);
    expect(errors / total).toBeLessThan(0.2);
  });

  test('counts 40 series that are born with their first error, a restart, and a series that is gone', async () => {
    const pods = Array.from({ length: 40 }, (_, i) => ({ component: 'prompts/pods', version: `v${i}` }));
    // The pods are there from their first scrape on, their errors only when something fails.
    for (const pod of pods) {
      server.traffic.count({ ...pod, code: '200', value: 57 });
    }
    const good = 'sum(requests_total{component="prompts/pods",code="200"})';
    expect(await scraped(good, 40 * 57)).toMatchObject({ value: 40 * 57 });
    for (const pod of pods) {
      server.traffic.count({ ...pod, code: '500', value: 3 });
    }
    const bad = 'sum(requests_total{component="prompts/pods",code="500"})';
    expect(await scraped(bad, 120)).toMatchObject({ value: 120 });
    const selectors = {
      errors: 'requests_total{component="prompts/pods",code="500"}',
      total: 'requests_total{component="prompts/pods"}',
    };
    const subject = { elapsed: 60_000 };
    const { reading } = await real(selectors, subject);
    expect(reading).toMatchObject({ kind: 'counts', errors: 120, total: 2400 });
    const plain = await real(
      { errors: `sum(increase(${selectors.errors}[{elapsed}])) or vector(0)`, total: selectors.total },
      subject,
    );
    expect(plain.reading).toMatchObject({ errors: 0 });
    // One restarts and fails again, another is gone: what it counted stays counted.
    server.traffic.count({ component: 'prompts/pods', version: 'v0', code: '500', value: 2 }, true);
    server.traffic.forget({ component: 'prompts/pods', version: 'v1' });
    expect(await scraped(bad, 116)).toMatchObject({ value: 116 });
    const later = (await real(selectors, subject)).reading;
    const errors = later.kind === 'counts' ? later.errors : Number.NaN;
    // A restart below the first value is counted from zero, as Prometheus sees it, and the rest is extrapolated.
    expect(errors).toBeGreaterThanOrEqual(120);
    expect(errors).toBeLessThan(126);
  });

  test('counts on after scrapes that failed, which make every series stale', async () => {
    const pods = Array.from({ length: 40 }, (_, i) => ({ component: 'prompts/gap', version: `v${i}` }));
    for (const pod of pods) {
      server.traffic.count({ ...pod, code: '200', value: 57 });
      server.traffic.count({ ...pod, code: '500', value: 3 });
    }
    const bad = 'sum(requests_total{component="prompts/gap",code="500"})';
    expect(await scraped(bad, 120)).toMatchObject({ value: 120 });
    const again = server.traffic.answer('/metrics', { status: 503 });
    expect(await scraped('sum(up)', 0)).toMatchObject({ value: 0 });
    expect((await real({ query: bad })).reading).toEqual({ kind: 'no-data', why: 'the query answers no series' });
    const selectors = {
      errors: 'requests_total{component="prompts/gap",code="500"}',
      total: 'requests_total{component="prompts/gap"}',
    };
    // A series that is stale now still counted in the window.
    expect((await real(selectors, { elapsed: 60_000 })).reading).toMatchObject({ errors: 120, total: 2400 });
    for (const pod of pods) {
      server.traffic.count({ ...pod, code: '500', value: 1 });
    }
    server.traffic.count({ component: 'prompts/gap', version: 'v0', code: '500', value: 2 }, true);
    again();
    expect(await scraped(bad, 39 * 4 + 2)).toMatchObject({ value: 158 });
    const { reading } = await real(selectors, { elapsed: 60_000 });
    const { errors, total } = reading.kind === 'counts' ? reading : { errors: Number.NaN, total: Number.NaN };
    // 39 series went from 3 to 4; one from 3 over a restart to 2, of which the restart may hide one. The rest is extrapolated.
    expect(errors).toBeGreaterThanOrEqual(155);
    expect(errors).toBeLessThan(185);
    expect(total - errors).toBeGreaterThanOrEqual(40 * 57 - 1);
    expect(total - errors).toBeLessThan(40 * 57 + 1);
  });

  test('knows which names there are', async () => {
    const wrong = { errors: 'requests_totl{code="500"}', total: 'requests_total' };
    const sources = sourcesWith();
    await expect(
      sources.check(metricOf('prometheus', { url: prometheus.url, ...wrong }), SUBJECT),
    ).rejects.toMatchObject({
      code: 'metric-unusable',
      what: expect.stringContaining('the server does not know the metric `requests_totl` at all'),
    });
    const right = { errors: 'requests_total{code="500"}', total: 'requests_total' };
    expect(await sources.check(metricOf('prometheus', { url: prometheus.url, ...right }), SUBJECT)).toEqual([]);
  });

  test.each(['"', "'"])('finds a component whatever it is called, in %s', async (quote) => {
    const query = `sum(requests_total{component=${quote}{component}${quote}})`;
    expect(await scraped(query, 42, hostile)).toEqual({ kind: 'value', value: 42 });
  });

  test('finds no other by a regular expression, and finds a version with a plus', async () => {
    const one = 'sum(requests_total{component=~"{component}"})';
    expect(await scraped(one, 42, hostile)).toEqual({ kind: 'value', value: 42 });
    const version = 'sum(requests_total{version=~"{version}"})';
    expect(await scraped(version, 5, { version: 'v1.1.0+build.7' })).toEqual({ kind: 'value', value: 5 });
  });

  test('adds up series for counts, and wants one for a value', async () => {
    const series = 'requests_total{component="{component}"}';
    expect(await scraped(`sum(${series})`, 42, hostile)).toMatchObject({ value: 42 });
    const errors = 'requests_total{component="{component}",code="500"} + 0';
    expect((await real({ errors, total: `${series} + 0` }, hostile)).reading).toEqual({
      kind: 'counts',
      errors: 2,
      total: 42,
    });
    expect((await real({ query: series }, hostile)).reading).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining('2 series'),
    });
  });

  test('answers nothing about what is not there, unless the query says what that means', async () => {
    const total = 'sum(requests_total{component="{component}"})';
    const errors = 'sum(requests_total{component="{component}",code="599"})';
    expect(await scraped(total, 42, hostile)).toMatchObject({ value: 42 });
    expect((await real({ errors, total }, hostile)).reading).toMatchObject({ kind: 'no-data' });
    expect((await real({ errors: `${errors} or vector(0)`, total }, hostile)).reading).toEqual({
      kind: 'counts',
      errors: 0,
      total: 42,
    });
  });

  test('says no number where there is none, and what is wrong with a query', async () => {
    expect((await real({ query: 'scalar(vector(0)/0)' })).reading).toEqual({
      kind: 'no-data',
      why: 'the value is NaN',
    });
    expect((await real({ query: 'vector(1)/0' })).reading).toEqual({ kind: 'no-data', why: 'the value is +Inf' });
    expect((await real({ query: 'requests_total[5m]' })).reading).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining('a matrix'),
    });
    expect((await real({ query: 'sum(' })).reading).toEqual({
      kind: 'failed',
      why: expect.stringMatching(/^it answered 400: bad_data: .*parse error/),
    });
  });
});
