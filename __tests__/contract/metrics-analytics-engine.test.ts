// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the templates that are tested.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type MetricsServer, type ScriptedAnswer, startMetricsServer } from '../../sandbox/metrics/index.ts';
import type { Reading } from '../../src/domain/gate/measurement.ts';
import type { MetricSource } from '../../src/domain/gate/policy.ts';
import type { Measured } from '../../src/ports/metrics.ts';
import { answering } from '../support/http.ts';
import { CLOUDFLARE, metricOf, SUBJECT, sourcesWith } from '../support/metrics.ts';

let server: MetricsServer;
let other: MetricsServer;

beforeAll(async () => {
  [server, other] = await Promise.all([startMetricsServer(), startMetricsServer()]);
});

afterEach(() => {
  for (const one of [server, other]) {
    one.traffic.clear();
    one.clearRequests();
  }
});

afterAll(() => Promise.all([server.close(), other.close()]));

const API = `/accounts/${CLOUDFLARE.accountId}/analytics_engine/sql`;

function ask(source: Partial<MetricSource>, environment: Readonly<Record<string, string>> = {}): Promise<Measured> {
  const cloudflare = { ...CLOUDFLARE, baseUrl: `${server.url}/` };
  const metric = metricOf('cloudflare-analytics-engine', source);
  return sourcesWith(environment, { cloudflare }).measure(metric, SUBJECT);
}

/** An answer in Analytics Engine's `FORMAT JSON`. */
function rows(...data: readonly Readonly<Record<string, unknown>>[]): ScriptedAnswer {
  const meta = Object.keys(data[0] ?? {}).map((name) => ({ name, type: 'UInt64' }));
  return { body: JSON.stringify({ meta, data, rows: data.length }) };
}

async function value(answer: ScriptedAnswer, query = 'SELECT 1'): Promise<Reading> {
  server.traffic.answer(API, answer);
  return (await ask({ query })).reading;
}

describe('a value', () => {
  test.each([
    ['a double', rows({ p95: 120.5 }), { kind: 'value', value: 120.5 }],
    ['a 64-bit integer', rows({ n: '42' }), { kind: 'value', value: 42 }],
    ['a count that stands alone', rows({ 'count()': '7' }), { kind: 'value', value: 7 }],
    ['the first column', rows({ a: 1, b: 2 }), { kind: 'value', value: 1 }],
    ['the first that is no sample', rows({ samples: '9', p95: 3 }), { kind: 'value', value: 3 }],
    ['no row', rows(), { kind: 'no-data', why: 'the statement answers no row' }],
    ['NULL', rows({ p95: null }), { kind: 'no-data', why: '`p95` is empty' }],
    ['NaN', rows({ p95: 'nan' }), { kind: 'no-data', why: '`p95` is nan' }],
    ['an infinite one', rows({ p95: 'inf' }), { kind: 'no-data', why: '`p95` is inf' }],
    [
      'two rows',
      rows({ n: 1 }, { n: 2 }),
      { kind: 'failed', why: 'the statement answers 2 rows; it has to answer one' },
    ],
    ['a text', rows({ n: 'many' }), { kind: 'failed', why: '`n` is a text and not a number' }],
    [
      'only samples',
      rows({ samples: 1, rows: 2 }),
      { kind: 'failed', why: 'the statement answers no column with a value' },
    ],
    ['another format', { body: '{"n":1}' }, { kind: 'failed', why: expect.stringContaining('FORMAT JSON') }],
    ['a table', { body: '1\t2' }, { kind: 'failed', why: 'its answer is no JSON' }],
    ['nothing', {}, { kind: 'no-data', why: 'the answer is empty' }],
    ['HTML', { body: '<!DOCTYPE html><p>' }, { kind: 'failed', why: 'it answered with HTML' }],
    [
      'a refusal of the token',
      { status: 403, body: '{"success":false,"errors":[{"code":10000,"message":"Authentication error"}]}' },
      {
        kind: 'failed',
        why: 'it answered 403, as the Cloudflare token needs Account Analytics: Read: Authentication error',
      },
    ],
    [
      'a refusal of the statement',
      { status: 422, body: 'unable to find type of column: blob99\n' },
      { kind: 'failed', why: 'it answered 422: unable to find type of column: blob99' },
    ],
    [
      'a limit',
      { status: 429, headers: { 'retry-after': '2' } },
      { kind: 'failed', why: 'it answered 429', retryAfterMs: 2000 },
    ],
  ] satisfies readonly (readonly [string, ScriptedAnswer, unknown])[])('of %s', async (_, answer, reading) => {
    expect(await value(answer)).toEqual(reading);
  });
});

describe('counts', () => {
  const SOURCE = {
    errors:
      "SELECT SUM(_sample_interval) AS n, count() AS samples FROM calls WHERE blob1 = '{component}' AND blob3 = 'error'",
    total: "SELECT SUM(_sample_interval) AS n, count() AS samples FROM calls WHERE blob1 = '{component}'",
  };
  const answer = (errors: ScriptedAnswer, total: ScriptedAnswer) => {
    server.traffic.answer(API, ({ body }) => (String(body).includes("'error'") ? errors : total));
  };

  test('come with the rows they were estimated from', async () => {
    answer(rows({ n: '30', samples: '3' }), rows({ n: '1000', samples: '100' }));
    expect(await ask(SOURCE)).toEqual({
      queries: [
        "SELECT SUM(_sample_interval) AS n, count() AS samples FROM calls WHERE blob1 = 'prompts/extraction' AND blob3 = 'error' FORMAT JSON",
        "SELECT SUM(_sample_interval) AS n, count() AS samples FROM calls WHERE blob1 = 'prompts/extraction' FORMAT JSON",
      ],
      reading: { kind: 'counts', errors: 30, total: 1000, samples: 100 },
    });
  });

  test.each(['samples', 'Sample', 'rows', 'COUNT', 'count()'])('know the column %s', async (name) => {
    answer(rows({ n: 0, [name]: '0' }), rows({ [name]: 50, n: 500 }));
    expect((await ask(SOURCE)).reading).toEqual({ kind: 'counts', errors: 0, total: 500, samples: 50 });
  });

  test.each([
    [
      'SELECT SUM(_sample_interval) AS n FROM calls',
      'SELECT SUM(_sample_interval) AS n, count() AS samples FROM calls',
    ],
    [
      "select sumIf(_sample_interval, blob3 = 'error')\nfrom calls where x > 1",
      "select sumIf(_sample_interval, blob3 = 'error'), count() AS samples\nfrom calls where x > 1",
    ],
    ['SELECT count() FROM calls', 'SELECT count() FROM calls'],
    ['SELECT SUM(_sample_interval), COUNT() FROM calls', 'SELECT SUM(_sample_interval), COUNT() FROM calls'],
    [
      'SELECT SUM(_sample_interval) FROM calls GROUP BY blob1',
      'SELECT SUM(_sample_interval) FROM calls GROUP BY blob1',
    ],
    [
      'SELECT SUM(n) FROM (SELECT _sample_interval AS n FROM calls)',
      'SELECT SUM(n) FROM (SELECT _sample_interval AS n FROM calls)',
    ],
  ])('are asked for their sample where the statement does not: %s', async (statement, asked) => {
    answer(rows({ n: 3 }), rows({ n: 60 }));
    expect((await ask({ errors: statement, total: statement })).queries).toEqual([
      `${asked} FORMAT JSON`,
      `${asked} FORMAT JSON`,
    ]);
  });

  test('are told to be of unknown precision, once, where the statement samples and does not say', async () => {
    answer(rows({ n: 3 }), rows({ n: 60 }));
    expect(await ask(SOURCE)).toMatchObject({
      reading: { kind: 'counts', errors: 3, total: 60 },
      notes: [expect.stringMatching(/add `count\(\) AS samples`/)],
    });
    const { notes } = await ask({ errors: "SELECT count() FROM t WHERE x = 'error'", total: 'SELECT count() FROM t' });
    expect(notes).toBeUndefined();
  });

  test('are no data where either is none', async () => {
    answer(rows(), rows({ n: 60, samples: 60 }));
    expect((await ask(SOURCE)).reading).toEqual({ kind: 'no-data', why: 'the statement answers no row' });
    answer(rows({ n: 3, samples: 3 }), rows({ n: null, samples: '0' }));
    expect((await ask(SOURCE)).reading).toEqual({ kind: 'no-data', why: '`n` is empty' });
  });

  test('fail with the first that fails, and the other is not asked', async () => {
    answer({ status: 500 }, rows({ n: 60 }));
    expect((await ask(SOURCE)).reading).toEqual({ kind: 'failed', why: 'it answered 500' });
    expect(server.requests).toHaveLength(1);
  });
});

describe('what is sent', () => {
  test.each([
    ['SELECT 1', 'SELECT 1 FORMAT JSON'],
    ['SELECT 1;\n', 'SELECT 1 FORMAT JSON'],
    ['SELECT 1 FORMAT JSON', 'SELECT 1 FORMAT JSON'],
    ['SELECT 1 format json;', 'SELECT 1 format json'],
    ["SELECT ' FORMAT x'", "SELECT ' FORMAT x' FORMAT JSON"],
    [
      "SELECT 1 WHERE a = '{version}' AND timestamp > NOW() - INTERVAL '{elapsed}' SECOND",
      "SELECT 1 WHERE a = 'v1.1.0' AND timestamp > NOW() - INTERVAL '90' SECOND FORMAT JSON",
    ],
    [
      'SELECT 1 WHERE timestamp >= toDateTime({since})',
      'SELECT 1 WHERE timestamp >= toDateTime(1800000000) FORMAT JSON',
    ],
  ])('%j', async (query, statement) => {
    server.traffic.answer(API, rows({ n: 1 }));
    expect(await ask({ query })).toEqual({ queries: [statement], reading: { kind: 'value', value: 1 } });
    expect(server.requests).toEqual([
      expect.objectContaining({
        method: 'POST',
        path: API,
        body: Buffer.from(statement),
        headers: expect.objectContaining({ authorization: `Bearer ${CLOUDFLARE.token}`, 'content-type': 'text/plain' }),
      }),
    ]);
  });

  test("goes to Cloudflare's own API unless the environment says otherwise", async () => {
    const asked: string[] = [];
    const http = answering(({ url }) => {
      asked.push(url);
      return { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ data: [{ n: 1 }] }) };
    });
    const sources = sourcesWith({}, { http, cloudflare: { ...CLOUDFLARE, baseUrl: undefined } });
    await sources.measure(metricOf('cloudflare-analytics-engine', { query: 'SELECT 1' }), SUBJECT);
    expect(asked).toEqual([`https://api.cloudflare.com/client/v4${API}`]);
  });
});

describe('the token of the run', () => {
  test('goes to no other host, which may have a secret of its own', async () => {
    other.traffic.answer('/sql', rows({ n: 1 }));
    await ask({ url: `${other.url}/sql`, query: 'SELECT 1' });
    await ask(
      { url: `${other.url}/sql`, query: 'SELECT 1', headers: { Authorization: 'Bearer ${T}' } },
      { T: 'geheim-1' },
    );
    expect(other.requests.map(({ headers }) => headers.authorization)).toEqual([undefined, 'Bearer geheim-1']);
    expect(server.requests).toEqual([]);
  });

  test('goes to another path of the same host, unless the metric brings one', async () => {
    server.traffic.answer('/sql', rows({ n: 1 }));
    await ask({ url: `${server.url}/sql`, query: 'SELECT 1' });
    await ask(
      { url: `${server.url}/sql`, query: 'SELECT 1', headers: { Authorization: 'Bearer ${T}' } },
      { T: 'geheim-1' },
    );
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      `Bearer ${CLOUDFLARE.token}`,
      'Bearer geheim-1',
    ]);
  });

  test('does not follow to another origin', async () => {
    server.traffic.answer(API, { status: 307, headers: { location: `${other.url}/sql` } });
    expect((await ask({ query: 'SELECT 1' })).reading).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining(`to \`${other.url}\``),
    });
    expect(other.requests).toEqual([]);
  });

  test('is not shown where the server repeats it', async () => {
    server.traffic.answer(API, ({ headers }) => ({ status: 400, body: `no: ${headers.authorization}` }));
    expect(await ask({ query: 'SELECT 1' })).toMatchObject({ reading: { why: 'it answered 400: no: Bearer ***' } });
  });
});
