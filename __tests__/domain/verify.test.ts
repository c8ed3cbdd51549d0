// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the templates that are tested.
import { describe, expect, test } from '@jest/globals';
import { parseConfig } from '../../src/domain/config-file.ts';
import type { Answer } from '../../src/domain/gate/answer.ts';
import { type Probe, patienceOf, prepareProbe } from '../../src/domain/verify.ts';
import { TagshipErrors } from '../../src/errors.ts';
import { SUBJECT } from '../support/metrics.ts';

const URL_ = 'https://preview.example.com/smoke';

function problemsOf(probe: object, environment = 'preview'): string[] {
  try {
    const verify = { environment, probes: [probe] };
    parseConfig(JSON.stringify({ environments: { production: { verify } } }), 'tagship.yml');
    return [];
  } catch (error) {
    if (error instanceof TagshipErrors) {
      return error.errors.map(({ what }) => what.replace(/^tagship\.yml:\d+:\d+: `environments\.production\./, '`'));
    }
    throw error;
  }
}

describe('a probe', () => {
  test('takes everything that a request has, and what is to be seen', () => {
    const probe = {
      url: `${URL_}?c={component}`,
      method: 'POST',
      headers: { authorization: 'Bearer ${PREVIEW_TOKEN}' },
      body: '{"version": "{version}"}',
      status: 201,
      path: '$.model',
      equals: '{version}',
      contains: 'v',
      latency: '800ms',
      timeout: '5s',
      attempts: 3,
      interval: '1s',
    };
    expect(problemsOf(probe)).toEqual([]);
    expect(problemsOf({ url: URL_, equals: null })).toEqual([]);
  });

  test.each<[object, RegExp]>([
    [{}, /probes\.0\.url/],
    [{ url: 'preview' }, /begins with `https:/],
    [{ url: 'https://{environment}.example.com' }, /the host can have no placeholder/],
    [{ url: `${URL_}/{versoin}` }, /did you mean `\{version\}`/],
    [{ url: URL_, path: 'model' }, /begins with `\$`/],
    [{ url: URL_, equals: '{nothing}' }, /`verify\.probes\.0\.equals`: the placeholder/],
    [{ url: URL_, headers: { host: 'x' } }, /decided by the request itself/],
    [{ url: URL_, headers: { a: '${GITHUB_TOKEN}' } }, /`\$\{GITHUB_TOKEN\}` is never sent to a probe/],
    [{ url: URL_, method: 'GET', body: 'x' }, /a GET request has no body/],
    [{ url: URL_, status: 99 }, /probes\.0\.status/],
    [{ url: URL_, attempts: 0 }, /probes\.0\.attempts/],
    [{ url: URL_, timeout: '0s' }, /more than 0/],
    [{ url: URL_, retries: 3 }, /`environments\.production\.verify\.probes\.0\.retries` is not a known key/],
  ])('%j is refused', (probe, expected) => {
    const problems = problemsOf(probe);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(expected.source.startsWith('`environments') ? /retries` is not a known key/ : expected);
  });

  test('is of another environment', () => {
    expect(problemsOf({ url: URL_ }, 'production')).toEqual([
      expect.stringMatching(/verify\.environment`: expected another environment/),
    ]);
  });

  test('is patient by default', () => {
    expect(patienceOf({ url: URL_ })).toEqual({ attempts: 5, intervalMs: 10_000, timeoutMs: 10_000 });
    expect(patienceOf({ url: URL_, attempts: 1, interval: '1ms', timeout: '2s' })).toEqual({
      attempts: 1,
      intervalMs: 1,
      timeoutMs: 2000,
    });
  });
});

describe('placeholders', () => {
  test('are escaped for where they stand, and secrets stay out of what is shown', () => {
    const component = { prefix: 'components', type: 'prompts', name: 'a"b/c d' } as const;
    const { question, show } = prepareProbe(
      {
        url: `${URL_}?c={component}&e={environment}&t=\${TOKEN}`,
        headers: { authorization: 'Bearer ${TOKEN}' },
        body: '{"c": "{component}"}',
      },
      { ...SUBJECT, component },
      () => 'geheim&mehr',
    );
    expect(question).toEqual({
      url: `${URL_}?c=prompts%2Fa%22b%2Fc%20d&e=production&t=geheim%26mehr`,
      method: 'POST',
      headers: { authorization: 'Bearer geheim&mehr', 'content-type': 'application/json' },
      body: '{"c": "prompts/a\\"b/c d"}',
    });
    expect(show).not.toContain('geheim');
  });

  test('that cannot be written safely are refused, and so is a variable that is not set', () => {
    const component = { prefix: 'components', type: 'prompts', name: 'a\u0001b' } as const;
    const ask = (probe: Probe) => () => prepareProbe(probe, { ...SUBJECT, component }, () => undefined);
    expect(ask({ url: URL_, headers: { a: '{component}' } })).toThrow(
      'tagship(verify-failed): The probe `https://preview.example.com/smoke` has `{component}` where',
    );
    expect(ask({ url: `${URL_}?\${TOKEN}` })).toThrow(/^tagship\(input-missing\): The probe .* needs .* `TOKEN`/);
  });
});

describe('an answer', () => {
  const answered = (text: string, status = 200, type = 'application/json'): Answer => {
    const content = { status, type, text };
    return status < 300
      ? { kind: 'answered', content }
      : { kind: 'failed', why: `it answered ${status}`, retryAfterMs: undefined, content };
  };

  function judged(probe: Omit<Probe, 'url'>, answer: Answer, tookMs = 10): string | undefined {
    const { judge } = prepareProbe({ url: URL_, ...probe }, SUBJECT, () => 'geheimnis');
    return judge(answer, tookMs, (text) => text.replaceAll('geheimnis', '${TOKEN}'));
  }

  test.each<[string, Omit<Probe, 'url'>, Answer]>([
    ['any 2xx', {}, answered('', 204)],
    ['the status that is wanted', { status: 404 }, answered('gone', 404)],
    ['a value', { path: '$.model', equals: 'ok' }, answered('{"model":"ok"}')],
    ['a number as a text', { path: '$.n', equals: '3' }, answered('{"n":3}')],
    ['a boolean', { path: '$.ready', equals: true }, answered('{"ready":true}')],
    ['null', { path: '$.error', equals: null }, answered('{"error":null}')],
    ['a value that is there', { path: '$.model' }, answered('{"model":false}')],
    ['the version', { path: '$.v', equals: '{version}' }, answered('{"v":"v1.1.0"}')],
    ['the whole text', { equals: 'ready' }, answered(' ready\n', 200, 'text/plain')],
    ['a part of it', { contains: 'ead' }, answered('ready', 200, 'text/plain')],
    ['a part of a value', { path: '$.list', contains: '"b"' }, answered('{"list":["a","b"]}')],
    ['one that is quick enough', { latency: '10ms' }, answered('', 200)],
  ])('is good with %s', (_, probe, answer) => {
    expect(judged(probe, answer)).toBeUndefined();
  });

  test.each<[string, Omit<Probe, 'url'>, Answer, string]>([
    ['a failure, in its words', {}, answered('{"error":"model not loaded"}', 503), 'it answered 503: model not loaded'],
    ['another status', { status: 201 }, answered('{"id":7}'), 'it answered 200 and not 201: {"id":7}'],
    [
      'a page',
      { path: '$.model' },
      answered('<html><title>Log in</title>', 200, 'text/html'),
      'it answered with HTML ("Log in"): a page of HTML ("Log in")',
    ],
    ['nothing at the path', { path: '$.model' }, answered('{"a":1}'), '`$.model` is not in the answer: {"a":1}'],
    [
      'several values',
      { path: '$.*' },
      answered('{"a":1,"b":2}'),
      '`$.*` is 2 times in the answer; it has to name one value: {"a":1,"b":2}',
    ],
    [
      'another value',
      { path: '$.model', equals: 'ok' },
      answered('{"model":"`no`"}'),
      "`$.model` is `'no'` and not `ok`",
    ],
    [
      'another text',
      { contains: 'ready' },
      answered('starting', 200, 'text/plain'),
      'the answer does not have `ready` in it: `starting`',
    ],
    ['a secret', { equals: 'ok' }, answered('geheimnis!', 200, 'text/plain'), 'the answer is `${TOKEN}!` and not `ok`'],
    [
      'a secret that is expected',
      { equals: '${TOKEN}' },
      answered('x', 200, 'text/plain'),
      'the answer is `x` and not `${TOKEN}`',
    ],
    ['no hurry', { latency: '500ms' }, answered('{}'), 'it took 1 s to answer, and at most 500 ms are allowed'],
    [
      'no answer',
      {},
      { kind: 'failed', why: "it can't be reached (ECONNREFUSED)", retryAfterMs: undefined, content: undefined },
      "it can't be reached (ECONNREFUSED)",
    ],
  ])('is bad with %s', (_, probe, answer, expected) => {
    expect(judged(probe, answer, 1000)).toBe(expected);
  });

  test('that is endless is shown in a few words', () => {
    const wrong = judged({ equals: 'ok' }, answered('x'.repeat(100_000), 200, 'text/plain')) ?? '';
    expect(wrong.length).toBeLessThan(600);
  });
});
