// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the templates that are tested.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseConfig } from '../../src/domain/config-file.ts';
import { parseDuration } from '../../src/domain/duration.ts';
import { type GateInputs, gatePolicyOf } from '../../src/domain/gate/resolve.ts';
import { TagshipErrors } from '../../src/errors.ts';
import { answering } from '../support/http.ts';
import { SUBJECT, sourcesWith } from '../support/metrics.ts';

/** A configuration whose gate has these lines, and then one metric of these. */
function configOf(gate: readonly string[], ...metrics: readonly (readonly string[])[]): string {
  const lines = [
    'environments:',
    '  production:',
    '    gate:',
    ...gate.map((line) => `      ${line}`),
    '      metrics:',
  ];
  for (const metric of metrics) {
    lines.push(...metric.map((line, at) => `        ${at === 0 ? '-' : ' '} ${line}`));
  }
  return `${lines.join('\n')}\n`;
}

function gateOf(text: string) {
  return parseConfig(text, 'tagship.yml').environments.production?.gate;
}

/** Everything that is wrong, as `line:column what`; the first key of the first metric is in line 5 without settings. */
function problemsOf(text: string): string[] {
  try {
    parseConfig(text, 'tagship.yml');
  } catch (error) {
    if (error instanceof TagshipErrors) {
      return error.errors.map(({ what, location }) => {
        expect(what.startsWith(`tagship.yml:${location?.line}:${location?.column}: `)).toBe(true);
        return `${location?.line}:${location?.column} ${what.split(': ').slice(1).join(': ')}`;
      });
    }
    throw error;
  }
  return [];
}

const NAME = 'name: m';
const PROMETHEUS = [NAME, 'provider: prometheus', 'url: https://p.example.com'];
const COUNTS = [...PROMETHEUS, 'errors: a', 'total: b', 'max: 0.01'];
const VALUE = [...PROMETHEUS, 'query: a', 'max: 1'];
const HTTP = [NAME, 'provider: http', 'url: https://m.example.com/p95', 'max: 1'];
const ENGINE = [NAME, 'provider: cloudflare-analytics-engine'];

describe('a metric that is whole', () => {
  test.each([
    ['counts from Prometheus', [...COUNTS, 'min-samples: 10']],
    ['a value from Prometheus', [...VALUE, 'min: 0', 'failure-limit: 2', 'timeout: 5s']],
    ['a number at a URL', HTTP],
    ['a number in JSON', [...HTTP, 'path: $.data[0]["p95"]']],
    ['counts in JSON', [...HTTP.slice(0, 3), 'errors: $.e', 'total: $.t', 'max: 0.49']],
    ['a query in a body', [...HTTP, `body: '{"q":"{nobody}","c":"{component}"}'`, 'method: PUT', 'path: $.v']],
    ['a value from Analytics Engine', [...ENGINE, 'query: SELECT 1', 'min: 1']],
    ['counts from Analytics Engine', [...ENGINE, 'errors: SELECT 1', 'total: SELECT 2', 'max: 0.1']],
    ['a URL from the environment', [NAME, 'provider: http', 'url: ${BASE}/p95?c={component}', 'max: 1']],
    [
      'a program',
      [NAME, 'provider: command', 'run: node judge.mjs {component}', 'env: [JUDGE_KEY]', 'path: $.score', 'min: 1'],
    ],
    ['headers', [...HTTP, 'headers: { Authorization: "Bearer ${T}", X-Scope: "{environment}" }']],
    ['the braces of PromQL', [...PROMETHEUS, `query: 'sum(up{code=~"5..",c="{component}"}[{elapsed}])'`, 'max: 1']],
  ])('%s', (_, metric) => {
    expect(problemsOf(configOf([], metric))).toEqual([]);
  });
});

describe('a metric that is not', () => {
  test.each<[string, readonly string[], string | RegExp]>([
    [
      'counts without all requests',
      [...PROMETHEUS, 'errors: a', 'max: 0.1'],
      /^5:11 .*\.total`: .*both `errors` and `total`/,
    ],
    ['counts without the failed ones', [...PROMETHEUS, 'total: a', 'max: 0.1'], /^5:11 .*\.errors`: .*both/],
    ['counts without a limit', COUNTS.slice(0, -1), /^5:11 .*\.max`: .*above 0 and below 1\./],
    ['counts whose limit is 0', [...COUNTS.slice(0, -1), 'max: 0'], /^10:16 .*above 0 and below 1\./],
    ['counts whose limit is all', [...COUNTS.slice(0, -1), 'max: 1'], /^10:16 .*above 0 and below 1\./],
    ['a control that is not whole', [...COUNTS, 'control: { errors: a }'], /^11:20 .*control\.total`/],
    [
      'a control with an unknown placeholder',
      [...COUNTS, 'control: { errors: \'a{c="{vers}"}\', total: b }'],
      /control\.errors`: .*`\{vers\}`/,
    ],
    ['a value with a control', [...VALUE, 'control: { errors: a, total: b }'], /\.control`: only a metric of counts/],
    ['a value with a time before', [...VALUE, 'before: 10m'], /\.before`: only a metric of counts/],
    [
      'a time before that cannot be asked for',
      [...HTTP.slice(0, 3), 'errors: $.e', 'total: $.t', 'max: 0.4', 'before: 10m'],
      /\.before`: .*has to name `\{since\}` or `\{now\}`/,
    ],
    ['counts with a lower limit', [...COUNTS, 'min: 0'], /^11:16 .*\.min`: .*remove it/],
    ['counts with a limit of failures', [...COUNTS, 'failure-limit: 1'], /^11:26 .*\.failure-limit`: .*remove it/],
    ['counts with a third query', [...COUNTS, 'query: a'], /^11:18 .*\.query`: .*remove it/],
    [
      'counts with a path',
      [...COUNTS, 'path: $.a'],
      /^11:17 .*\.path`: `provider: prometheus` takes none; it takes `url`/,
    ],
    ['a value without a limit', VALUE.slice(0, -1), /^5:11 .*needs `max`, `min` or both/],
    ['a value of which nothing is good', [...VALUE, 'min: 2'], /^10:16 .*\.min`: expected at most `max`, which is 1/],
    ['a value with a least sample', [...VALUE, 'min-samples: 5'], /^10:24 .*\.min-samples`: only a metric of counts/],
    ['no query', [...PROMETHEUS, 'max: 1'], /^5:11 .*\.query`: `provider: prometheus` needs one/],
    ['no statement', [...ENGINE, 'max: 1'], /^5:11 .*\.query`: `provider: cloudflare-analytics-engine` needs one/],
    ['a query for http', [...HTTP, 'query: a'], /^9:18 .*\.query`: `provider: http` takes none/],
    ['no URL', [NAME, 'provider: http', 'max: 1'], /^5:11 .*\.url`: `provider: http` needs one/],
    ['a URL without a scheme', [NAME, 'provider: http', 'max: 1', 'url: m.example.com'], /^8:16 .*begins with `https:/],
    ['a file', [NAME, 'provider: http', 'max: 1', 'url: file:///etc/passwd'], /^8:16 .*begins with `https:/],
    ['a host out of a tag', [NAME, 'provider: http', 'max: 1', 'url: "https://{name}.example.com/"'], /^8:16 .*host/],
    ['a password in the URL', [NAME, 'provider: http', 'max: 1', 'url: https://a:b@c.example.com/'], /^8:16 .*header/],
    ['a path that is none', [...HTTP, 'path: value'], /^9:17 .*begins with `\$`/],
    ['a path with a mistake', [...HTTP, 'path: "$.a["'], /^9:17 .*RFC 9535.*unclosed bracketed selection/],
    ['a path for Prometheus', [...VALUE, 'path: $.a'], /^10:17 .*\.path`: `provider: prometheus` takes none/],
    ['a body for Prometheus', [...VALUE, 'body: a'], /^10:17 .*\.body`: `provider: prometheus` takes none/],
    [
      'a method for Analytics Engine',
      [...ENGINE, 'query: a', 'max: 1', 'method: POST'],
      /^9:19 .*\.method`: `provider: cloudflare-analytics-engine` takes none/,
    ],
    ['a method that answers nothing', [...HTTP, 'method: HEAD'], /^9:19 .*expected one of `GET`, `POST`/],
    ['a body with GET', [...HTTP, 'method: GET', 'body: a'], /^9:19 .*\.method`: a GET request has no body/],
    ['a header with a space', [...HTTP, 'headers: { "a b": c }'], /^9:29 .*the name of a header/],
    ['a header with a line break', [...HTTP, 'headers: { a: "b\\nc" }'], /^9:25 .*one line of plain ASCII/],
    ['a header of the request itself', [...HTTP, 'headers: { Host: c }'], /^9:28 .*remove it/],
    [
      'an unknown placeholder in a query',
      [...PROMETHEUS, 'max: 1', `query: 'up{c="{componet}"}'`],
      /^9:18 .*`\{component\}`/,
    ],
    [
      'an unknown placeholder in a URL',
      [NAME, 'provider: http', 'max: 1', 'url: "https://a.b/{env}"'],
      /^8:16 .*`\{env\}` is unknown/,
    ],
    [
      'an unknown placeholder in a path',
      [...HTTP.slice(0, 3), 'max: 0.1', 'errors: $["{nam}"]', 'total: $.t'],
      /^9:19 .*`\{name\}`/,
    ],
    [
      'the token of the run',
      [...HTTP, 'headers: { a: "${GITHUB_TOKEN}" }'],
      /^9:25 .*`\$\{GITHUB_TOKEN\}` is never sent/,
    ],
    ['a metric without a name', ['name: ""', ...HTTP.slice(1)], /^5:17 .*\.name`: expected a name/],
    [
      'a provider that is unknown',
      [NAME, 'provider: datadog', 'url: https://a.b', 'max: 1'],
      /^6:21 .*expected one of `http`/,
    ],
    ['a program that is none', [NAME, 'provider: command', 'max: 1'], /\.run`: `provider: command` needs one/],
    [
      'a program with a secret',
      [NAME, 'provider: command', 'max: 1', 'run: judge ${KEY}'],
      /\.run`: .*no place for a secret/,
    ],
    [
      'a program with an unknown placeholder',
      [NAME, 'provider: command', 'max: 1', 'run: judge {x}'],
      /\.run`: .*`\{x\}`/,
    ],
    [
      'a program with the token of the run',
      [NAME, 'provider: command', 'max: 1', 'run: judge', 'env: [A, GITHUB_TOKEN]'],
      /\.env\.1`: `GITHUB_TOKEN` is never given/,
    ],
    [
      'a program with a URL',
      [NAME, 'provider: command', 'max: 1', 'run: judge', 'url: https://a.b'],
      /\.url`: `provider: command` takes none/,
    ],
    ['a timeout of nothing', [...HTTP, 'timeout: 0s'], /^9:20 .*more than 0/],
  ])('%s', (_, metric, expected) => {
    expect(problemsOf(configOf([], metric))).toEqual([expect.stringMatching(expected)]);
  });

  test('twice of one name', () => {
    expect(problemsOf(configOf([], HTTP, VALUE))).toEqual([
      expect.stringMatching(/^9:17 .*metrics\.1\.name`: another metric of this gate is called `m` already/),
    ]);
  });

  test('has all its mistakes told at once', () => {
    const problems = problemsOf(configOf([], [NAME, 'provider: http', 'path: x', 'query: y', 'min-samples: 3']));
    expect(problems.map((line) => /metrics\.0\.([\w-]+)/.exec(line)?.[1]).sort()).toEqual(
      ['max', 'min-samples', 'path', 'query', 'url'].sort(),
    );
  });
});

describe('the settings of a gate', () => {
  test.each([
    ['interval: 0s', /^4:17 .*more than 0/],
    ['timeout: 25h', /^4:16 .*at most `24h`/],
    ['initial-delay: soon', /^4:22 .*`90s`, `10m` or `100ms`/],
    ['count: 0', /^4:14 /],
    ['on-breach: hold', /^4:18 .*`rollback`, `report`/],
    ['failure-limit: 5', /^4:22 .*expected less than `count`, which is 5/],
    ['failure-limit: -1', /^4:22 /],
    ['on-no-data: ignore', /^4:19 .*`keep`, `pass`, `rollback`/],
  ])('%s is refused', (line, expected) => {
    expect(problemsOf(configOf([line], VALUE))).toEqual([expect.stringMatching(expected)]);
  });

  test('a bake is no longer than the time to watch, and a failure limit is below the measurements', () => {
    expect(problemsOf(configOf(['bake: 6m', 'timeout: 5m'], VALUE))).toEqual([
      expect.stringMatching(/^4:13 .*\.bake`: expected at most `timeout`, which is 5m/),
    ]);
    expect(problemsOf(configOf(['bake: 20m'], VALUE))).toEqual([]);
    expect(problemsOf(configOf(['count: 2'], [...VALUE, 'failure-limit: 2']))).toEqual([
      expect.stringMatching(/metrics\.0\.failure-limit`: expected less than `count`, which is 2/),
    ]);
  });

  test('no delay at all is one', () => {
    expect(problemsOf(configOf(['initial-delay: 0s'], VALUE))).toEqual([]);
  });

  test.each([
    ['90s', 90_000],
    ['10m', 600_000],
    ['100ms', 100],
    ['1.5h', 5_400_000],
    ['0s', 0],
    ['24h', 86_400_000],
    ['24.1h', undefined],
    [`${'9'.repeat(300)}s`, undefined],
    ['10', undefined],
    ['1d', undefined],
    ['-1s', undefined],
    ['1 s', undefined],
  ])('the duration %s', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });
});

describe('the gate of an environment', () => {
  test('has a default for everything', () => {
    expect(gatePolicyOf(gateOf(configOf([], COUNTS, ['name: n', ...VALUE.slice(1)])))).toMatchObject({
      initialDelayMs: 60_000,
      intervalMs: 15_000,
      timeoutMs: 600_000,
      count: 5,
      consecutiveErrorLimit: 4,
      bakeMs: 300_000,
      onBreach: 'rollback',
      onNoData: 'keep',
      onError: 'keep',
      onInconclusive: 'keep',
      metrics: [
        {
          name: 'm',
          source: { provider: 'prometheus', errors: 'a', total: 'b', timeoutMs: 10_000 },
          limit: { kind: 'counts', max: 0.01, minSamples: 50 },
        },
        { name: 'n', source: { query: 'a' }, limit: { kind: 'values', max: 1, min: undefined, failureLimit: 0 } },
      ],
    });
  });

  test('is what the configuration says', () => {
    const settings = [
      'initial-delay: 1.5m',
      'interval: 5s',
      'timeout: 1h',
      'count: 3',
      'failure-limit: 1',
      'bake: 2m',
      'on-breach: report',
      'consecutive-error-limit: 7',
      'on-no-data: pass',
      'on-error: rollback',
      'on-inconclusive: pass',
    ];
    const own = ['name: n', ...VALUE.slice(1), 'failure-limit: 2', 'timeout: 500ms'];
    const counts = ['name: o', ...COUNTS.slice(1), 'min-samples: 5'];
    expect(gatePolicyOf(gateOf(configOf(settings, VALUE, own, counts)))).toMatchObject({
      initialDelayMs: 90_000,
      intervalMs: 5000,
      timeoutMs: 3_600_000,
      count: 3,
      consecutiveErrorLimit: 7,
      bakeMs: 120_000,
      onBreach: 'report',
      onNoData: 'pass',
      onError: 'rollback',
      onInconclusive: 'pass',
      metrics: [
        { limit: { failureLimit: 1 } },
        { limit: { failureLimit: 2 }, source: { timeoutMs: 500 } },
        { limit: { minSamples: 5 } },
      ],
    });
  });

  test('follows the inputs where they say something', () => {
    const gate = gateOf(configOf(['interval: 5s', 'count: 3', 'timeout: 1h'], [...VALUE, 'failure-limit: 2']));
    expect(gatePolicyOf(gate, { initialDelayMs: 0, count: 9, failureLimit: 0, bakeMs: 1000 })).toMatchObject({
      initialDelayMs: 0,
      intervalMs: 5000,
      timeoutMs: 3_600_000,
      bakeMs: 1000,
      count: 9,
      metrics: [{ name: 'm', limit: { failureLimit: 0 } }],
    });
  });

  test('is the one URL of the inputs, with the other settings of the configuration', () => {
    const inputs: GateInputs = { metricUrl: 'https://m.example.com/{version}', metricPath: '$.v', threshold: 3 };
    const gate = gateOf(configOf(['interval: 5s', 'failure-limit: 1'], VALUE, ['name: n', ...COUNTS.slice(1)]));
    const metric = {
      name: 'metric',
      source: { provider: 'http', url: 'https://m.example.com/{version}', path: '$.v', timeoutMs: 10_000 },
      limit: { kind: 'values', max: 3, min: undefined, failureLimit: 1 },
    };
    expect(gatePolicyOf(gate, inputs)).toMatchObject({ intervalMs: 5000, metrics: [metric] });
    expect(gatePolicyOf(gate, inputs)?.metrics).toHaveLength(1);
    expect(gatePolicyOf(undefined, { ...inputs, intervalMs: 100 })).toMatchObject({
      initialDelayMs: 60_000,
      intervalMs: 100,
      bakeMs: 0,
      count: 5,
      metrics: [{ limit: { failureLimit: 0 } }],
    });
  });

  test('counts by the inputs', () => {
    const inputs: GateInputs = {
      metricUrl: 'https://m.example.com/{version}',
      metricErrors: '$.errors',
      metricTotal: '$.total',
      threshold: 0.02,
    };
    expect(gatePolicyOf(undefined, inputs)).toMatchObject({
      bakeMs: 300_000,
      metrics: [
        {
          source: { provider: 'http', errors: '$.errors', total: '$.total' },
          limit: { kind: 'counts', max: 0.02, minSamples: 50 },
        },
      ],
    });
  });

  test.each([
    [['timeout: 4m'], {}, 120_000],
    [['bake: 3m'], {}, 180_000],
    [[], { bakeMs: 1_200_000 }, 1_200_000],
  ])('bakes with %j and %j for %d ms', (settings, inputs, bakeMs) => {
    const policy = gatePolicyOf(gateOf(configOf(settings, COUNTS)), inputs);
    expect(policy?.bakeMs).toBe(bakeMs);
    expect(policy?.timeoutMs).toBeGreaterThanOrEqual(bakeMs);
  });

  test('bakes by default where something is counted, and not for values alone', () => {
    const both = configOf([], COUNTS, ['name: n', ...VALUE.slice(1)]);
    expect(gatePolicyOf(gateOf(both))?.bakeMs).toBe(300_000);
    expect(gatePolicyOf(gateOf(configOf([], VALUE)))?.bakeMs).toBe(0);
  });

  test('is none where nothing names a metric', () => {
    expect(gatePolicyOf(undefined, undefined)).toBeUndefined();
    expect(gatePolicyOf(undefined, { intervalMs: 100, count: 1 })).toBeUndefined();
  });

  test.each<[GateInputs, string, RegExp]>([
    [{ metricUrl: 'https://a.b' }, 'input-missing', /`metric-url` was given without `threshold`/],
    [{ threshold: 0 }, 'input-missing', /`threshold` was given without `metric-url`/],
    [{ metricPath: '$.a' }, 'input-missing', /`metric-path` was given without `metric-url`/],
    [{ metricErrors: '$.a' }, 'input-missing', /`metric-errors` was given without `metric-url`/],
    [{ metricUrl: 'https://a.b', threshold: 0.1, metricErrors: '$.a' }, 'input-missing', /without `metric-total`/],
    [
      { metricUrl: 'https://a.b', threshold: 1, metricErrors: '$.a', metricTotal: '$.b' },
      'input-invalid',
      /`threshold`: expected the highest rate/,
    ],
    [
      { metricUrl: 'https://a.b', threshold: 0.1, metricErrors: '$.a', metricTotal: '$.b', metricPath: '$.c' },
      'input-invalid',
      /`metric-path`: `metric-errors` and `metric-total` say/,
    ],
    [{ metricUrl: 'https://a.b', threshold: 9, failureLimit: 5 }, 'input-invalid', /`failure-limit`: expected less/],
    [{ metricUrl: 'https://a.b', threshold: 9, count: 2, failureLimit: 2 }, 'input-invalid', /`failure-limit`/],
    [{ metricUrl: 'a.b', threshold: 0 }, 'input-invalid', /`metric-url`: expected a URL/],
    [{ metricUrl: 'https://a.b/{x}', threshold: 0 }, 'input-invalid', /`metric-url`: .*`\{x\}` is unknown/],
    [{ metricUrl: 'https://a.b/${GITHUB_TOKEN}', threshold: 0 }, 'input-invalid', /never sent to a metric server/],
    [{ metricUrl: 'https://a.b', metricPath: 'v', threshold: 0 }, 'input-invalid', /`metric-path`: .*begins with `\$`/],
  ])('%j is refused', (inputs, code, what) => {
    expect(() => gatePolicyOf(undefined, inputs)).toThrow(
      expect.objectContaining({ code, what: expect.stringMatching(what) }),
    );
  });
});

test('every metric in the documentation can be used as it stands', async () => {
  const text = await readFile(path.join(import.meta.dirname, '../../docs/metrics.md'), 'utf8');
  const blocks = [...text.matchAll(/^```yaml\n(- name: .*?)^```$/gms)].map(([, block = '']) =>
    block.trimEnd().split('\n'),
  );
  expect(blocks.length).toBeGreaterThanOrEqual(8);
  for (const block of blocks) {
    const config = `${configOf([])}${block.map((line) => `        ${line}\n`).join('')}`;
    const policy = gatePolicyOf(gateOf(config));
    const sources = sourcesWith(
      Object.fromEntries([...config.matchAll(/\b([A-Z][A-Z0-9_]{3,})\b/g)].map(([, name]) => [name, 'geheim'])),
      {
        http: answering(() => {
          throw new TypeError('no network');
        }),
      },
    );
    for (const metric of policy?.metrics ?? []) {
      await sources.check(metric, SUBJECT);
      const { body } = metric.source;
      if (body !== undefined) expect(() => JSON.parse(body.replace(/\{(?:since|now)\}/g, '1'))).not.toThrow();
    }
    expect(policy?.metrics.length).toBeGreaterThan(0);
  }
});
