import { describe, expect, test } from '@jest/globals';
import {
  type Answer,
  answerOf,
  comparedBy,
  dividedMetrics,
  type Experiment,
  findingOf,
  observeBoth,
  openExperiment,
} from '../../src/domain/gate/experiment.ts';
import type { Reading } from '../../src/domain/gate/measurement.ts';
import type { MetricPolicy } from '../../src/domain/gate/policy.ts';
import { gatePolicyOf } from '../../src/domain/gate/resolve.ts';
import type { GateConfig } from '../../src/domain/gate/schema.ts';

type MetricConfig = GateConfig['metrics'][number];

const rates: MetricConfig = {
  name: 'rates',
  provider: 'http',
  url: 'http://m?v={version}',
  errors: '$.e',
  total: '$.t',
  max: 0.05,
};
const judge: MetricConfig = { name: 'judge', provider: 'command', run: 'judge {environment}', min: 0.8 };
const latency: MetricConfig = { name: 'latency', provider: 'http', url: 'http://m?e={environment}', max: 100 };

function policyWith(...metrics: readonly MetricConfig[]) {
  const policy = gatePolicyOf({ bake: '60s', timeout: '600s', metrics: [...metrics] });
  if (policy === undefined) throw new Error('no gate');
  return policy;
}

const counts = (errors: number, total: number): Reading => ({ kind: 'counts', errors, total });
const value = (one: number): Reading => ({ kind: 'value', value: one });

function seen(experiment: Experiment, metric: string, ...looks: readonly (readonly [Reading, Reading])[]): Experiment {
  return looks.reduce((before, [a, b]) => observeBoth(before, [{ metric, a, b }]), experiment);
}

const MINUTE = 60_000;

describe('an answer', () => {
  const fresh = openExperiment(policyWith(rates));
  const clear = [counts(10, 1000), counts(90, 1000)] as const;

  test.each<[string, Experiment, number, Answer | undefined]>([
    ['is given when a difference is shown', seen(fresh, 'rates', clear), MINUTE, 'a'],
    ['is not given before the bake', seen(fresh, 'rates', clear), MINUTE - 1, undefined],
    ['names the other one', seen(fresh, 'rates', [clear[1], clear[0]]), MINUTE, 'b'],
    ['waits while there is none', seen(fresh, 'rates', [counts(10, 1000), counts(12, 1000)]), MINUTE, undefined],
    [
      'is that none is shown when the time is up',
      seen(fresh, 'rates', [counts(10, 1000), counts(12, 1000)]),
      10 * MINUTE,
      'no difference shown',
    ],
    ['is that none is shown where nothing was measured', fresh, 10 * MINUTE, 'no difference shown'],
    [
      'takes a least number of requests of both',
      seen(fresh, 'rates', [counts(0, 100_000), counts(40, 40)]),
      MINUTE,
      undefined,
    ],
    [
      'is not taken from an answer that is not complete',
      seen(fresh, 'rates', [{ ...counts(10, 1000), partial: true } as Reading, clear[1]]),
      MINUTE,
      undefined,
    ],
    ['is not taken from an answer of another kind', seen(fresh, 'rates', [value(1), value(2)]), MINUTE, undefined],
  ])('%s', (_, experiment, watchedMs, answer) => {
    expect(answerOf(experiment, watchedMs)?.answer).toBe(answer);
  });

  test('is not waited for where nothing can be measured any more', () => {
    const failed: Reading = { kind: 'failed', why: 'it answered 500' };
    const three = seen(fresh, 'rates', [failed, clear[1]], [clear[0], failed], [failed, failed]);
    expect(answerOf(three, MINUTE)).toBeUndefined();
    const four = seen(three, 'rates', [failed, failed]);
    expect(answerOf(four, MINUTE - 1)).toBeUndefined();
    expect(answerOf(four, MINUTE)).toMatchObject({
      answer: 'no difference shown',
      why: expect.stringContaining('it answered 500'),
    });
  });

  test('is none where each is better by another metric; and one metric must not wait for its share of the risk', () => {
    const both = openExperiment(policyWith(rates, { ...rates, name: 'other' }));
    expect(both.misses).toBe(0.025);
    const split = seen(seen(both, 'rates', clear), 'other', [clear[1], clear[0]]);
    expect(answerOf(split, MINUTE)).toMatchObject({
      answer: 'no difference shown',
      why: expect.stringMatching(/^Each is better by another metric/),
    });
    const open = seen(both, 'rates', clear);
    expect(answerOf(open, MINUTE)).toBeUndefined();
    expect(answerOf(open, 10 * MINUTE)?.answer).toBe('a');
  });
});

describe('a value', () => {
  test.each<[MetricConfig, string]>([
    [rates, 'rates'],
    [judge, 'looks'],
    [latency, 'shown'],
    [{ ...judge, max: 2 }, 'shown'],
    [{ ...judge, observe: true }, 'shown'],
    [{ ...rates, observe: true }, 'shown'],
  ])('%j is compared by %s', (metric, by) => {
    expect(comparedBy(policyWith(metric).metrics[0] as MetricPolicy)).toBe(by);
  });

  test('that is measured anew at each look counts how often one was better', () => {
    const fresh = openExperiment(policyWith(judge));
    const better = (times: number): Experiment =>
      seen(fresh, 'judge', ...Array.from({ length: times }, (_, i) => [value(0.9 + i / 1000), value(0.8)] as const));
    expect(answerOf(better(10), MINUTE)).toBeUndefined();
    expect(answerOf(better(25), MINUTE)?.answer).toBe('a');
    const [one] = better(25).metrics;
    const finding = one && findingOf(one, fresh);
    expect(finding?.interval?.estimate).toBe(-1);
    // Where they are alike in every look there is nothing to tell.
    const alike = seen(fresh, 'judge', ...Array.from({ length: 40 }, () => [value(0.9), value(0.9)] as const));
    expect(answerOf(alike, 10 * MINUTE)?.answer).toBe('no difference shown');
    // Highest wins by `min`, lowest by `max`.
    const costs = openExperiment(policyWith({ ...judge, min: undefined, max: 1 }));
    const lower = seen(costs, 'judge', ...Array.from({ length: 25 }, () => [value(0.2), value(0.8)] as const));
    expect(answerOf(lower, MINUTE)?.answer).toBe('a');
  });

  test('that a server keeps is shown with its median, and decides nothing', () => {
    const experiment = seen(
      openExperiment(policyWith(rates, latency)),
      'latency',
      [value(10), value(90)],
      [value(30), value(80)],
    );
    expect(answerOf(experiment, 10 * MINUTE)).toMatchObject({
      answer: 'no difference shown',
      why: expect.stringContaining('`latency`: a 20 (median of 2 looks), b 85 (median of 2 looks), only shown.'),
    });
  });
});

test('metrics that ask both the same are told from those that do not; a control is not asked', () => {
  const control = { errors: '$.x', total: '$.y' };
  const all = policyWith({ ...rates, control, before: undefined }, latency, {
    ...latency,
    name: 'same',
    url: 'http://m',
  });
  const names = (sameVersion: boolean): string[][] => {
    const { apart, alike } = dividedMetrics(all, sameVersion);
    return [apart, alike].map((some) => some.map(({ name }) => name));
  };
  expect(names(false)).toEqual([['rates', 'latency'], ['same']]);
  expect(names(true)).toEqual([['latency'], ['rates', 'same']]);
  expect(dividedMetrics(all, false).apart[0]?.source).not.toHaveProperty('control');
});
