// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the templates that are tested.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type MetricsServer, type ScriptedAnswer, startMetricsServer } from '../../sandbox/metrics/index.ts';
import type { Reading } from '../../src/domain/gate/measurement.ts';
import type { MetricSource } from '../../src/domain/gate/policy.ts';
import { measure, metricOf, SUBJECT, sourcesWith } from '../support/metrics.ts';

let server: MetricsServer;

beforeAll(async () => {
  server = await startMetricsServer();
});

afterEach(() => {
  server.traffic.clear();
  server.clearRequests();
});

afterAll(() => server.close());

function http(source: Partial<MetricSource>) {
  return metricOf('http', { url: `${server.url}/m`, ...source });
}

/** The reading of a metric whose server gives one answer. */
async function readingOf(answer: ScriptedAnswer, source: Partial<MetricSource> = {}): Promise<Reading> {
  server.traffic.answer('/m', answer);
  return (await measure(http(source))).reading;
}

/** A server of its own, for what a proper one does not do. */
async function withServer<T>(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  run: (url: string, server: Server) => Promise<T>,
): Promise<T> {
  const own = createServer(handle).listen(0, '127.0.0.1');
  await once(own, 'listening');
  try {
    return await run(`http://127.0.0.1:${(own.address() as AddressInfo).port}`, own);
  } finally {
    own.closeAllConnections();
    own.close();
  }
}

const HTML = '<!doctype html><html><body>Sign in</body></html>';

describe('a bare number', () => {
  test.each([
    ['0.25\n', 0.25],
    ['  17 ', 17],
    ['-3e2', -300],
    ['"12.5"', 12.5],
    ['0', 0],
  ])('%j is a value', async (body, value) => {
    expect(await readingOf({ body })).toEqual({ kind: 'value', value });
  });

  test('may come as what it is not', async () => {
    expect(await readingOf({ body: '7', headers: { 'content-type': 'text/html' } })).toEqual({
      kind: 'value',
      value: 7,
    });
  });

  test.each(['', '\n', 'NaN', 'nan', 'Infinity', '-Inf', 'null', '1e999'])('%j is no data', async (body) => {
    expect(await readingOf({ body })).toEqual({ kind: 'no-data', why: expect.any(String) });
  });

  test.each([
    [HTML, 'it answered with HTML'],
    ['{"value":1}', 'it answered with JSON; say with `path` where the number stands in it'],
    ['[1]', 'it answered with JSON; say with `path` where the number stands in it'],
    ['fine', 'the answer is a text and not a number'],
    ['true', 'the answer is a text and not a number'],
    ['0x10', 'the answer is a text and not a number'],
    ['1,5', 'the answer is a text and not a number'],
  ])('%j is a failure', async (body, why) => {
    expect(await readingOf({ body })).toEqual({ kind: 'failed', why });
  });

  test('an answer without content is no data', async () => {
    expect(await readingOf({ status: 204 })).toEqual({ kind: 'no-data', why: 'the answer is empty' });
  });
});

describe('a number in JSON', () => {
  test.each([
    ['{"value":0.5}', '$.value', 0.5],
    ['{"value":"0.5"}', '$.value', 0.5],
    ['{"data":[{"values":[null,3]}]}', '$.data[0].values[-1]', 3],
    ['{"rows":[{"v":"v1.0.0","n":1},{"v":"v1.1.0","n":2}]}', '$.rows[?@.v=="{version}"].n', 2],
    ['{"count()":4}', "$['count()']", 4],
    ['5', '$', 5],
  ])('%s at %s', async (body, path, value) => {
    expect(await readingOf({ body }, { path })).toEqual({ kind: 'value', value });
  });

  test.each([
    ['{"value":null}', '`$.value` is empty'],
    ['{"value":""}', '`$.value` is empty'],
    ['{"value":"NaN"}', '`$.value` is NaN'],
    ['{"value":"+Inf"}', '`$.value` is +Inf'],
    ['{"value":1e400}', '`$.value` is Infinity'],
    ['{"other":1}', '`$.value` is not in the answer'],
    ['[]', '`$.value` is not in the answer'],
    ['', 'the answer is empty'],
  ])('%j is no data', async (body, why) => {
    expect(await readingOf({ body }, { path: '$.value' })).toEqual({ kind: 'no-data', why });
  });

  test.each([
    ['{"value":{"a":1}}', '$.value', '`$.value` is an object and not a number'],
    ['{"value":[1]}', '$.value', '`$.value` is a list and not a number'],
    ['{"value":true}', '$.value', '`$.value` is a boolean and not a number'],
    ['{"value":"high"}', '$.value', '`$.value` is a text and not a number'],
    ['{"a":1,"b":2}', '$.*', '`$.*` is 2 times in the answer; it has to name one number'],
    ['{"value":1', '$.value', 'its answer is no JSON'],
    ['{"value":NaN}', '$.value', 'its answer is no JSON'],
    [HTML, '$.value', 'it answered with HTML'],
  ])('%s at %s is a failure', async (body, path, why) => {
    expect(await readingOf({ body }, { path })).toEqual({ kind: 'failed', why });
  });

  test.each([
    ['{"data":null,"errors":[{"message":"Query\\nlimit exceeded"}]}', 'its answer says: Query limit exceeded'],
    ['{"error":{"message":"no such table"}}', 'its answer says: no such table'],
    ['{"status":"error","errorType":"bad_data","error":"parse"}', 'its answer says: parse'],
    [`{"errors":[{"message":"the key ${'a'.repeat(600)}"}]}`, `its answer says: the key ${'a'.repeat(492)}…`],
  ])('%s, an error inside of a 200, is a failure in its words', async (body, why) => {
    expect(await readingOf({ body }, { path: '$.data.value' })).toEqual({ kind: 'failed', why });
  });

  test.each(['{"errors":[]}', '{"error":null}', '{"errors":0}'])('%s without a value is no data', async (body) => {
    expect(await readingOf({ body }, { path: '$.data.value' })).toMatchObject({ kind: 'no-data' });
  });

  test('an answer nested without end is a failure', async () => {
    const body = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(await readingOf({ body }, { path: '$..a' })).toMatchObject({ kind: 'failed' });
  });
});

describe('counts in JSON', () => {
  const PATHS = { errors: '$.errors', total: '$.total' };

  test('come out of one answer', async () => {
    server.traffic.serve({ component: 'prompts/extraction', version: 'v1.1.0', ok: 57, errors: 3 });
    server.traffic.serve({ component: 'prompts/extraction', version: 'v1.0.0', ok: 900, errors: 90 });
    const url = `${server.url}/stats?component={component}&version={version}`;
    expect(await measure(http({ url, ...PATHS }))).toEqual({
      queries: [`GET ${server.url}/stats?component=prompts%2Fextraction&version=v1.1.0`],
      reading: { kind: 'counts', errors: 3, total: 60 },
    });
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    ['{"errors":0,"total":0}', { kind: 'counts', errors: 0, total: 0 }],
    ['{"errors":"2","total":"9007199254740992"}', { kind: 'counts', errors: 2, total: 9007199254740992 }],
    ['{"errors":null,"total":9}', { kind: 'no-data', why: '`$.errors` is empty' }],
    ['{"errors":1}', { kind: 'no-data', why: '`$.total` is not in the answer' }],
    ['{"errors":1,"total":"NaN"}', { kind: 'no-data', why: '`$.total` is NaN' }],
    ['{"errors":[],"total":null}', { kind: 'failed', why: '`$.errors` is a list and not a number' }],
    ['{"errors":-1,"total":5}', { kind: 'failed', why: 'it counted fewer than no requests' }],
    ['{"errors":5,"total":0}', { kind: 'failed', why: 'it counted 5 failed requests of none at all' }],
    ['', { kind: 'no-data', why: 'the answer is empty' }],
  ])('%s', async (body, reading) => {
    expect(await readingOf({ body }, PATHS)).toEqual(reading);
  });

  test('of which more failed than there were are not overlooked', async () => {
    server.traffic.answer('/m', { body: '{"errors":61.2,"total":60}' });
    expect(await measure(http(PATHS))).toMatchObject({
      reading: { kind: 'counts', errors: 60, total: 60 },
      notes: [expect.stringContaining('61.2')],
    });
  });
});

describe('what is sent', () => {
  test('a GET with the headers of the metric', async () => {
    server.traffic.answer('/m', { body: '1' });
    const metric = http({
      url: `${server.url}/m?e={environment}`,
      headers: { 'X-Scope': '{version}', Authorization: 'Bearer ${T}' },
    });
    await measure(metric, { T: 'geheim-1' });
    expect(server.requests[0]).toMatchObject({
      method: 'GET',
      path: '/m?e=production',
      headers: { 'x-scope': 'v1.1.0', authorization: 'Bearer geheim-1', 'user-agent': 'tagship' },
    });
  });

  test('a body, as JSON and with POST unless the metric says otherwise', async () => {
    server.traffic.answer('/m', { body: '1' });
    const body = '{"q":"c:{component}","from":{since},"other":"{nobody}"}';
    const { queries } = await measure(http({ body }));
    await measure(
      http({ body: 'c={component}', method: 'PUT', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }),
    );
    const filled = '{"q":"c:prompts/extraction","from":1800000000,"other":"{nobody}"}';
    expect(
      server.requests.map(({ method, headers, body: sent }) => [method, headers['content-type'], String(sent)]),
    ).toEqual([
      ['POST', 'application/json', filled],
      ['PUT', 'application/x-www-form-urlencoded', 'c=prompts%2Fextraction'],
    ]);
    expect(queries).toEqual([`POST ${server.url}/m ${filled}`]);
  });

  test('nothing where a name or a variable cannot be', async () => {
    const component = { ...SUBJECT.component, name: "a'b" };
    const body = http({ body: "SELECT '{name}'", headers: { 'content-type': 'text/plain' } });
    await expect(sourcesWith().check(body, { ...SUBJECT, component })).rejects.toThrow(/tagship\(metric-unusable\)/);
    await expect(sourcesWith().check(http({ headers: { a: '${T}' } }), SUBJECT)).rejects.toThrow(
      /tagship\(input-missing\)/,
    );
    await expect(sourcesWith({ T: 'geheim:/x' }).check(http({ url: '${T}/x' }), SUBJECT)).rejects.toThrow(
      expect.objectContaining({ code: 'metric-unusable', message: expect.not.stringContaining('geheim') }),
    );
    await expect(sourcesWith({ T: 'http://u:geheim@h/' }).check(http({ url: '${T}' }), SUBJECT)).rejects.toThrow(
      expect.objectContaining({ code: 'metric-unusable', message: expect.not.stringContaining('geheim') }),
    );
    expect(await sourcesWith().check(http({}), SUBJECT)).toEqual([]);
    expect(server.requests).toEqual([]);
  });
});

describe('a server that refuses', () => {
  test.each([
    [500, '', 'it answered 500'],
    [404, 'no such\nthing', 'it answered 404: no such thing'],
    [502, HTML, 'it answered 502: a page of HTML'],
    [400, '{"errors":[{"message":"bad query"}]}', 'it answered 400: bad query'],
    [403, '{"error":{"message":"no"}}', 'it answered 403: no'],
    [422, '{"message":"unknown","x":1}', 'it answered 422: unknown'],
  ])('with %i %j', async (status, body, why) => {
    expect(await readingOf({ status, body })).toEqual({ kind: 'failed', why });
  });

  test('at length is cut short', async () => {
    const reading = await readingOf({ status: 500, body: `${'long '.repeat(1000)}` });
    expect(reading).toEqual({ kind: 'failed', why: expect.stringMatching(/^it answered 500: (?:long )+…$/) });
    expect(JSON.stringify(reading).length).toBeLessThan(600);
  });

  test.each([429, 503])('with %i says how long to wait', async (status) => {
    expect(await readingOf({ status, headers: { 'Retry-After': '7' } })).toMatchObject({
      kind: 'failed',
      retryAfterMs: 7000,
    });
    const date = new Date(Date.now() + 60_000).toUTCString();
    const reading = await readingOf({ status, headers: { 'Retry-After': date } });
    const waits = reading.kind === 'failed' ? (reading.retryAfterMs ?? -1) : -1;
    expect(waits).toBeGreaterThan(50_000);
    expect(waits).toBeLessThanOrEqual(60_000);
  });

  test.each([
    [429, 'soon', undefined],
    [429, 'Thu, 01 Jan 2026 00:00:00 GMT', 0],
    [500, '7', undefined],
  ])('with %i and Retry-After: %s', async (status, header, retryAfterMs) => {
    const reading = await readingOf({ status, headers: { 'Retry-After': header } });
    expect(reading).toEqual({ kind: 'failed', why: `it answered ${status}`, retryAfterMs });
  });

  test('is asked once', async () => {
    await readingOf({ status: 503 });
    expect(server.requests).toHaveLength(1);
  });
});

describe('a server that sends on', () => {
  const to = (location: string, status = 302): ScriptedAnswer => ({ status, headers: { location } });

  test('on the same origin is followed, with headers and body', async () => {
    server.traffic.answer('/m', to('/n', 307));
    server.traffic.answer('/n', to(`${server.url}/o?x=1`, 301));
    server.traffic.answer('/o', { body: '5' });
    expect(await measure(http({ body: '{}', headers: { a: '${T}' } }), { T: 'geheim-1' })).toMatchObject({
      reading: { kind: 'value', value: 5 },
    });
    expect(server.requests.map(({ method, path, body, headers }) => [method, path, String(body), headers.a])).toEqual([
      ['POST', '/m', '{}', 'geheim-1'],
      ['POST', '/n', '{}', 'geheim-1'],
      ['POST', '/o?x=1', '{}', 'geheim-1'],
    ]);
  });

  test('to see another is followed without the body', async () => {
    server.traffic.answer('/m', to('/n', 303));
    server.traffic.answer('/n', { body: '5' });
    expect(await measure(http({ body: '{}' }))).toMatchObject({ reading: { value: 5 } });
    expect(server.requests[1]).toMatchObject({ method: 'GET', requestBytes: 0 });
  });

  test('to another origin is not followed, so that it gets no secret', async () => {
    await withServer(
      (_, response) => response.end('5'),
      async (url, other) => {
        let asked = 0;
        other.on('request', () => {
          asked += 1;
        });
        expect(await readingOf(to(`${url}/x`))).toEqual({
          kind: 'failed',
          why: `it sends on from \`${server.url}\` to \`${url}\`, and only the origin that was named is asked`,
        });
        expect(asked).toBe(0);
      },
    );
  });

  test('in a circle is given up on', async () => {
    expect(await readingOf(to('/m'))).toEqual({ kind: 'failed', why: 'it sends on more than 3 times' });
    expect(server.requests).toHaveLength(4);
  });

  test.each(['ftp://127.0.0.1/x', 'http://['])('to %s is a failure', async (location) => {
    expect(await readingOf(to(location))).toMatchObject({ kind: 'failed', why: expect.stringContaining('no place') });
  });

  test('to another scheme is not followed: that is another origin', async () => {
    const other = server.url.replace('http:', 'https:');
    expect(await readingOf(to(`${other}/x`))).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining(`from \`${server.url}\` to \`${other}\``),
    });
  });
});

describe('a server that does not behave', () => {
  test('and is slow', async () => {
    expect(await readingOf({ body: '1', delayMs: 20_000 }, { timeoutMs: 100 })).toEqual({
      kind: 'failed',
      why: 'it did not answer within 0.1 s',
    });
  });

  test('and never ends its answer', async () => {
    await withServer(
      (_, response) => void response.write('1'),
      async (url) => {
        const { reading } = await measure(http({ url, timeoutMs: 200 }));
        expect(reading).toEqual({ kind: 'failed', why: 'it did not answer within 0.2 s' });
      },
    );
  });

  test('and breaks off', async () => {
    await withServer(
      (_, response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('1');
        setImmediate(() => response.destroy());
      },
      async (url) => {
        const { reading } = await measure(http({ url }));
        expect(reading).toEqual({ kind: 'failed', why: expect.stringMatching(/^it can't be reached \([A-Z_]+\)$/) });
      },
    );
  });

  test('and is not there', async () => {
    const url = await withServer(
      () => undefined,
      async (gone) => gone,
    );
    const { reading } = await measure(http({ url: `${url}/x?token=\${T}` }), { T: 'geheim-1' });
    expect(reading).toEqual({ kind: 'failed', why: "it can't be reached (ECONNREFUSED)" });
  });

  test('and answers without end, whatever it claims', async () => {
    let sent = 0;
    await withServer(
      (_, response) => {
        response.writeHead(200, { 'content-type': 'text/plain' });
        const chunk = Buffer.alloc(64 * 1024, '1');
        const more = () => {
          while (!response.destroyed && response.write(chunk)) sent += chunk.length;
          sent += chunk.length;
        };
        response.on('drain', more);
        more();
      },
      async (url) => {
        const { reading } = await measure(http({ url }));
        expect(reading).toEqual({ kind: 'failed', why: 'its answer is over 1 MiB' });
      },
    );
    expect(sent).toBeLessThan(50 * 1024 * 1024);
  });

  test('and packs much into little', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, '1'));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const reading = await readingOf({ body: bomb, headers: { 'content-encoding': 'gzip' } });
    expect(reading).toEqual({ kind: 'failed', why: 'its answer is over 1 MiB' });
  });

  test('and packs what is no gzip', async () => {
    const reading = await readingOf({ body: 'not gzip', headers: { 'content-encoding': 'gzip' } });
    expect(reading).toEqual({ kind: 'failed', why: expect.stringContaining("can't be reached") });
  });
});

describe('a run that is cancelled', () => {
  test('ends the question and is no reading', async () => {
    const run = new AbortController();
    server.traffic.answer('/m', () => {
      run.abort();
      return { body: '1', delayMs: 20_000 };
    });
    await expect(sourcesWith({}, { signal: run.signal }).measure(http({}), SUBJECT)).rejects.toMatchObject({
      code: 'cancelled',
    });
  });

  test('asks nothing any more', async () => {
    const metric = http({});
    await expect(sourcesWith({}, { signal: AbortSignal.abort() }).measure(metric, SUBJECT)).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(server.requests).toEqual([]);
  });
});

describe('a secret', () => {
  const SECRET = 'geh"eim/+ü7';

  test('is in no reading and no query, even where the server repeats it', async () => {
    const everywhere = http({
      url: `${server.url}/m?t=\${T}`,
      headers: { 'x-token': '${ASCII}' },
      body: '{"t":"${T}"}',
    });
    server.traffic.answer('/m', ({ path, headers, body }) => ({
      status: 401,
      body: `${'x'.repeat(180)} ${SECRET} ${decodeURIComponent(path)} ${path} ${headers['x-token']} ${body}`,
    }));
    const measured = await measure(everywhere, { T: SECRET, ASCII: 'geheim-ascii' });
    const shown = JSON.stringify(measured);
    expect(measured.queries).toEqual([`POST ${server.url}/m?t=\${T} {"t":"\${T}"}`]);
    expect(shown).toContain('it answered 401: xxx');
    for (const part of ['geh', 'eim', 'ascii', '%22']) expect(shown).not.toContain(part);
  });

  test('is in no reading where it was the number that was asked for', async () => {
    server.traffic.answer('/m', { body: '{"v":"geheim-1"}' });
    const measured = await measure(http({ path: '$["v"]', headers: { a: '${T}' } }), { T: 'geheim-1' });
    expect(measured.reading).toMatchObject({ kind: 'failed' });
    expect(JSON.stringify(measured)).not.toContain('geheim');
  });
});
