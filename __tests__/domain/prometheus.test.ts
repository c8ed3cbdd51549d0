import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../src/domain/gate/answer.ts';
import type { Effects, Question } from '../../src/domain/gate/provider.ts';
import { prometheus } from '../../src/domain/gate/providers/prometheus.ts';
import { CLOUDFLARE, SUBJECT } from '../support/metrics.ts';

const SELECTOR = 'requests_total{code=~"5..",version="{version}"}';
const ERRORS =
  '(sum(increase(requests_total{code=~"5..",version="v1.1.0"}[90s])) or vector(0)) + (sum(min_over_time(requests_total{code=~"5..",version="v1.1.0"}[90s]) unless requests_total{code=~"5..",version="v1.1.0"} offset 90s) or vector(0))';

type Source = Parameters<typeof prometheus.prepare>[0];

function prepared(source: Source, past = false) {
  const filling = { metric: 'm', subject: { ...SUBJECT, past }, lookup: () => undefined };
  return prometheus.prepare({ url: 'https://p.example.com/base', ...source }, filling, CLOUDFLARE);
}

/** A server that answers as it is told, and keeps what it was asked. */
function server(answers: readonly unknown[]): Effects & { readonly asked: URL[] } {
  const asked: URL[] = [];
  return {
    asked,
    scrub: (text) => text,
    run: async () => ({ kind: 'failed', why: 'nothing to run' }),
    ask: async ({ url }: Question): Promise<Answer> => {
      asked.push(new URL(url));
      const text = JSON.stringify(answers[asked.length - 1] ?? {});
      return { kind: 'answered', content: { status: 200, type: 'application/json', text } };
    },
  };
}

const vector = (value: string, more: object = {}) => ({
  status: 'success',
  data: { resultType: 'vector', result: [{ value: [1, value] }] },
  ...more,
});

describe('a selector', () => {
  test('becomes a query that counts births and restarts, and stays silent where there is no series', () => {
    const { queries } = prepared({ errors: SELECTOR, total: 'requests_total{version="{version}"}' });
    expect(queries[0]).toBe(ERRORS);
    expect(queries[1]).toMatch(
      /^\(\(sum\(increase\(.*\) or vector\(0\)\)\) and on\(\) count\(count_over_time\(requests_total\{version="v1\.1\.0"\}\[90s\]\)\)$/,
    );
  });

  test.each(['requests_total', 'job:requests:total', '{__name__="a"}', ` a{ b="}" , c='{', d=\`[\` } `, 'a{b="\\"}"}'])(
    'is %s',
    (selector) => {
      expect(prepared({ errors: selector, total: selector }).queries[0]).toContain(
        `sum(increase(${selector.trim()}[90s]))`,
      );
    },
  );

  test.each(['sum(a)', 'a[5m]', 'a + b', 'a offset 1m', 'rate(a{b="c"}[5m])', 'vector(0)', 'a or vector(0)'])(
    'is not %s, which is asked as it stands',
    (expression) => {
      expect(prepared({ errors: expression, total: expression }).queries).toEqual([expression, expression]);
    },
  );

  test('is looked up before anything is watched: a name that the server does not know is a mistake', async () => {
    const { verify } = prepared({ errors: 'erors_total{a="b"}', total: 'requests_total' });
    const unknown = server([{ status: 'success', data: [] }]);
    expect(await verify?.(unknown)).toBe('the server does not know the metric `erors_total` at all');
    const [url] = unknown.asked;
    expect(url?.pathname).toBe('/base/api/v1/label/__name__/values');
    expect(url?.searchParams.get('match[]')).toBe('{__name__="erors_total"}');
    const known = server([
      { status: 'success', data: ['erors_total'] },
      { status: 'success', data: ['requests_total'] },
    ]);
    expect(await verify?.(known)).toBeUndefined();
    // One that has no such question is not taken for one that knows nothing.
    expect(await verify?.(server([{ status: 'error' }, 'what?']))).toBeUndefined();
  });
});

test('a plain increase gets the better form as advice', () => {
  const increase = `sum(increase(${SELECTOR}[{elapsed}]))`;
  expect(prepared({ errors: increase, total: 'requests_total' }).advice).toEqual([
    expect.stringContaining('Give `requests_total{code=~"5..",version="v1.1.0"}`: the query that counts them'),
  ]);
  expect(prepared({ errors: 'sum(increase(a[5m]) * 2)', total: 'b' }).advice).toEqual([
    expect.stringContaining('Give the selector alone'),
  ]);
  expect(prepared({ errors: ERRORS, total: 'b' }).advice).toEqual([]);
});

test('an answer with warnings is partial, and one with notes is not', async () => {
  const source = { errors: 'a', total: 'b' };
  const { reading, notes } = await prepared(source).measure(
    server([vector('1'), vector('60', { warnings: ['half'] })]),
  );
  expect(reading).toEqual({ kind: 'counts', errors: 1, total: 60, partial: true });
  expect(notes).toEqual(['Prometheus says: half']);
  const whole = await prepared(source).measure(server([vector('1', { infos: ['odd'] }), vector('60')]));
  expect(whole.reading).toEqual({ kind: 'counts', errors: 1, total: 60 });
  const value = await prepared({ query: 'q' }).measure(server([vector('1', { warnings: ['half'] })]));
  expect(value.reading).toEqual({ kind: 'value', value: 1, partial: true });
});

test('a past time is asked for as it was then', async () => {
  const effects = server([vector('1'), vector('60')]);
  await prepared({ errors: 'a', total: 'b' }, true).measure(effects);
  expect(effects.asked.map(({ searchParams }) => searchParams.get('time'))).toEqual(['1800000090', '1800000090']);
  const now = server([vector('1'), vector('60')]);
  await prepared({ errors: 'a', total: 'b' }).measure(now);
  expect(now.asked[0]?.searchParams.has('time')).toBe(false);
});
