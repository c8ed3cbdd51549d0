import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Conclusion,
  conclude,
  type GateState,
  observe,
  openGate,
  progressLine,
  rowOf,
  rowsOf,
  undecided,
} from '../../src/domain/gate/gate.ts';
import type { Measurement, Reading } from '../../src/domain/gate/measurement.ts';
import type { Fallback, GatePolicy, MetricPolicy } from '../../src/domain/gate/policy.ts';

const SOURCE: MetricPolicy['source'] = {
  provider: 'prometheus',
  url: 'https://metrics.example',
  query: undefined,
  errors: 'errors',
  total: 'total',
  path: undefined,
  method: undefined,
  headers: {},
  body: undefined,
  timeoutMs: 1000,
};

function rate(name = 'error-rate', max = 0.01, minSamples = 50): MetricPolicy {
  return { name, source: SOURCE, limit: { kind: 'counts', max, minSamples } };
}

function latency(failureLimit = 0, name = 'latency'): MetricPolicy {
  return { name, source: SOURCE, limit: { kind: 'values', min: undefined, max: 1500, failureLimit } };
}

function policy(metrics: readonly MetricPolicy[], more: Partial<GatePolicy> = {}): GatePolicy {
  return {
    initialDelayMs: 60_000,
    intervalMs: 15_000,
    timeoutMs: 600_000,
    count: 3,
    consecutiveErrorLimit: 4,
    onNoData: 'keep',
    onError: 'keep',
    onInconclusive: 'keep',
    metrics,
    ...more,
  };
}

const counts = (errors: number, total: number, samples?: number): Reading => ({
  kind: 'counts',
  errors,
  total,
  samples,
});
const value = (number: number): Reading => ({ kind: 'value', value: number });
const noData: Reading = { kind: 'no-data', why: 'the answer is empty' };
const failed: Reading = { kind: 'failed', why: 'HTTP 503' };

/** The n-th look, counted from 0. */
function look(n: number, reading: Reading, metric: string): Measurement {
  const elapsed = 60_000 + n * 15_000;
  return { metric, at: 1_000_000 + elapsed, elapsed, queries: [`query of ${metric}`], reading };
}

/** Looks at one metric after the other readings, all that a gate would see. */
function seen(gate: GatePolicy, readings: Readonly<Record<string, readonly Reading[]>>): GateState {
  const looks = Math.max(...Object.values(readings).map(({ length }) => length));
  let state = openGate(gate);
  for (let n = 0; n < looks; n++) {
    const now = Object.entries(readings).flatMap(([metric, all]) => {
      const reading = all[n];
      return reading === undefined ? [] : [look(n, reading, metric)];
    });
    state = observe(state, now);
  }
  return state;
}

const going = { timedOut: false };
const over = { timedOut: true };

describe('a gate on counts', () => {
  test('goes on while nothing is decided, breaches on evidence and is healthy on evidence', () => {
    const gate = policy([rate()]);
    expect(conclude(openGate(gate), going)).toBeUndefined();
    expect(conclude(seen(gate, { 'error-rate': [counts(1, 61)] }), going)).toBeUndefined();
    expect(conclude(seen(gate, { 'error-rate': [counts(1, 61), counts(8, 80)] }), going)).toEqual({
      verdict: 'breached',
      action: 'rollback',
      why: '8 of 80 requests failed (10 %); the limit is 1 %. Measured by `error-rate` 75 s after the deploy: log-likelihood ratio 4.81 (breach at 3.00, healthy at -3.00).',
    });
    expect(conclude(seen(gate, { 'error-rate': [counts(1, 600)] }), going)).toMatchObject({
      verdict: 'healthy',
      action: 'none',
      why: expect.stringContaining('1 of 600 requests failed (0.17 %); the limit is 1 %.'),
    });
  });

  test('is decided by the latest counts, which hold all before them', () => {
    const gate = policy([rate()]);
    // Three looks with three failures each would be enough if they were added up.
    const state = seen(gate, { 'error-rate': [counts(3, 50), counts(3, 60), counts(3, 70)] });
    expect(conclude(state, going)).toBeUndefined();
    // A counter that began again is just the latest look.
    expect(conclude(observe(state, [look(3, counts(0, 10), 'error-rate')]), going)).toBeUndefined();
  });

  test('that sees no requests has data and no evidence', () => {
    const gate = policy([rate()], { onNoData: 'rollback', onError: 'rollback' });
    const state = seen(gate, { 'error-rate': Array.from({ length: 6 }, () => counts(0, 0)) });
    expect(conclude(state, going)).toBeUndefined();
    expect(conclude(state, over)).toMatchObject({ verdict: 'inconclusive', action: 'warn' });
    expect(conclude(state, over)?.why).toContain('There were no requests');
  });
});

describe('a gate on values', () => {
  test.each([
    ['three good ones', 0, [1, 2, 1500], 'healthy'],
    ['two, and three are needed', 0, [1, 2], undefined],
    ['a bad one', 0, [1, 1501], 'breached'],
    ['as many bad ones as are allowed', 1, [1501, 1, 2], 'healthy'],
    ['more bad ones than are allowed, not in a row', 1, [1501, 1, 1501], 'breached'],
    ['a bad one at last that is allowed', 1, [1, 1, 1501], 'healthy'],
  ])('ends by %s', (_, failureLimit, values, verdict) => {
    const state = seen(policy([latency(failureLimit)]), { latency: values.map(value) });
    expect(conclude(state, going)?.verdict).toBe(verdict);
  });

  test('counts only what had data', () => {
    const gaps = seen(policy([latency()]), { latency: [value(1), noData, failed, value(1)] });
    expect(conclude(gaps, going)).toBeUndefined();
    expect(conclude(observe(gaps, [look(4, value(1), 'latency')]), going)).toMatchObject({ verdict: 'healthy' });
  });

  test('counts failures over all looks, with gaps between them', () => {
    const state = seen(policy([latency(1)], { count: 9 }), {
      latency: [value(1501), noData, value(1), failed, value(1501)],
    });
    expect(conclude(state, going)).toMatchObject({
      verdict: 'breached',
      why: '`latency` is 1501; the limit is max 1500. Measured by `latency` 120 s after the deploy: 2 of 3 measurements failed (allowed: 1).',
    });
  });
});

describe('several metrics', () => {
  const gate = policy([rate(), latency()]);

  test('have to be accepted all, and one that is decided is not measured again', () => {
    const state = seen(gate, { 'error-rate': [counts(0, 400)], latency: [value(1)] });
    expect(undecided(state).map(({ name }) => name)).toEqual(['latency']);
    expect(conclude(state, going)).toBeUndefined();
    const later = observe(state, [look(1, value(1), 'latency'), look(2, value(1), 'latency')]);
    expect(undecided(later)).toEqual([]);
    expect(conclude(later, going)).toMatchObject({ verdict: 'healthy', action: 'none' });
    expect(conclude(later, going)?.why).toMatch(/^All metrics are within their limits\. 0 of 400 .*`latency` is 1;/);
  });

  test('breach at once by any of them', () => {
    const state = seen(gate, { 'error-rate': [counts(0, 400)], latency: [value(1501)] });
    expect(conclude(state, going)).toMatchObject({ verdict: 'breached', action: 'rollback' });
  });

  test('do not hear of what a decided one would say', () => {
    const state = seen(gate, { 'error-rate': [counts(0, 400), counts(400, 400)] });
    expect(state.metrics[0]).toMatchObject({ decision: 'accept' });
    expect(state.metrics[0]?.measurements).toHaveLength(1);
  });

  test('need names of their own, and there has to be one', () => {
    expect(() => openGate(policy([latency(), latency()]))).toThrow(RangeError);
    expect(() => openGate(policy([]))).toThrow(RangeError);
  });

  test('go on while one of them has data, and end when none has', () => {
    const silent = Array.from({ length: 4 }, () => noData);
    const some = seen(gate, { 'error-rate': silent, latency: [noData, value(1), noData, noData] });
    expect(conclude(some, going)).toBeUndefined();
    const none = seen(gate, { 'error-rate': silent, latency: silent });
    expect(conclude(none, going)).toMatchObject({ verdict: 'inconclusive' });
    const otherAccepted = seen(gate, { 'error-rate': silent, latency: [value(1), value(1), value(1)] });
    expect(conclude(otherAccepted, going)).toMatchObject({ verdict: 'inconclusive', action: 'warn' });
  });
});

describe('an end without a verdict', () => {
  const all: Partial<GatePolicy> = { onNoData: 'pass', onError: 'pass', onInconclusive: 'pass' };
  const ending = (more: Partial<GatePolicy>, readings: readonly Reading[], end = over): Conclusion | undefined =>
    conclude(seen(policy([rate()], more), { 'error-rate': readings }), end);

  test.each<[string, Partial<GatePolicy>, Reading[], Conclusion['verdict'], Conclusion['action']]>([
    ['data that are too few stay', {}, [counts(0, 60)], 'inconclusive', 'warn'],
    ['data that are too few pass', { onInconclusive: 'pass' }, [counts(0, 60)], 'healthy', 'none'],
    ['data that are too few go back', { onInconclusive: 'rollback' }, [counts(0, 60)], 'inconclusive', 'rollback'],
    ['an empty answer stays', {}, [noData], 'inconclusive', 'warn'],
    ['an empty answer passes, and is not healthy', all, [noData], 'inconclusive', 'none'],
    ['an empty answer goes back', { ...all, onNoData: 'rollback' }, [noData, failed], 'inconclusive', 'rollback'],
    ['an error passes, and is not healthy', all, [failed], 'inconclusive', 'none'],
    ['an error goes back', { ...all, onError: 'rollback' }, [failed, failed], 'inconclusive', 'rollback'],
    ['nothing measured is no data', { ...all, onNoData: 'rollback' }, [], 'inconclusive', 'rollback'],
    ['a short gap after data is no cause', all, [counts(0, 60), failed, failed, failed], 'healthy', 'none'],
    [
      'what failed before there were data is no part of a later gap',
      { ...all, onNoData: 'rollback' },
      [failed, counts(0, 60), failed, failed, failed, noData],
      'inconclusive',
      'rollback',
    ],
    ['a gap of four after data is one', all, [counts(0, 60), failed, failed, failed, failed], 'inconclusive', 'none'],
  ])('%s', (_, more, readings, verdict, action) => {
    expect(ending(more, readings)).toMatchObject({ verdict, action });
  });

  test('comes early after four measurements in a row without data, and data begin the row anew', () => {
    expect(ending({}, [failed, noData, failed], going)).toBeUndefined();
    expect(ending({}, [failed, noData, failed, noData], going)).toMatchObject({ verdict: 'inconclusive' });
    expect(ending({}, [failed, failed, failed, counts(0, 9), failed, failed, failed], going)).toBeUndefined();
    expect(ending({ consecutiveErrorLimit: 1 }, [noData], going)).toMatchObject({ verdict: 'inconclusive' });
  });

  test.each<[Fallback, Fallback, Conclusion['action']]>([
    ['pass', 'keep', 'warn'],
    ['keep', 'pass', 'warn'],
    ['keep', 'rollback', 'rollback'],
    ['rollback', 'pass', 'rollback'],
    ['pass', 'pass', 'none'],
  ])('of two causes takes the stricter one: on-error %s, on-inconclusive %s', (onError, onInconclusive, action) => {
    const gate = policy([rate(), rate('other')], { onError, onInconclusive });
    const state = seen(gate, { 'error-rate': [failed], other: [counts(0, 60)] });
    expect(conclude(state, over)).toMatchObject({ verdict: 'inconclusive', action });
  });

  test('tells what was missing, the reasons that sources gave, and the policy', () => {
    expect(ending({}, [failed, { kind: 'failed', why: 'timed out' }, failed, failed])?.why).toBe(
      'The version could not be judged. `error-rate` could not be measured in any of its 4 measurements (HTTP 503; timed out). By `on-error: keep` it stays live, without a verdict.',
    );
    expect(ending({ onNoData: 'rollback' }, [noData])?.why).toBe(
      'The version could not be judged. `error-rate` had no data in its only measurement (the answer is empty). By `on-no-data: rollback` it has to go back.',
    );
    expect(ending({ onInconclusive: 'pass' }, [counts(0, 12)])?.why).toBe(
      'The version could not be judged. `error-rate` has too little evidence. 0 of 12 requests failed (0 %); the limit is 1 %. 12 of at least 50 requests. With this limit it takes at least 296 requests without a failure to be healthy. By `on-inconclusive: pass` it counts as healthy.',
    );
  });

  test('takes numbers that cannot be, and answers of the other kind, for no data', () => {
    const odd = [
      counts(Number.NaN, 60),
      counts(0, Number.POSITIVE_INFINITY),
      counts(-1, 900),
      counts(0, 900, -1),
      value(0),
    ];
    expect(ending({ onInconclusive: 'pass', onNoData: 'pass', consecutiveErrorLimit: 9 }, odd)).toMatchObject({
      verdict: 'inconclusive',
    });
    const values = seen(policy([latency()]), { latency: [value(Number.NaN), counts(0, 900), value(Number.NaN)] });
    expect(conclude(values, going)).toBeUndefined();
    expect(rowsOf(values).map(({ outcome }) => outcome)).toEqual(['no-data', 'error', 'no-data']);
  });
});

describe('a row', () => {
  const gate = policy([rate(), latency(1)]);
  const state = seen(gate, {
    'error-rate': [counts(1, 61), noData, counts(8, 80)],
    latency: [value(900), value(1600.5), failed],
  });

  test('is there for every measurement, in the order of time, as it was judged then', () => {
    expect(rowsOf(state).map(({ metric, elapsed, outcome }) => `${elapsed / 1000} ${metric} ${outcome}`)).toEqual([
      '60 error-rate undecided',
      '60 latency passed',
      '75 error-rate no-data',
      '75 latency failed',
      '90 error-rate breach',
      '90 latency error',
    ]);
    for (const { metric, measurements } of state.metrics) {
      const rows = rowsOf(state).filter((row) => row.metric === metric.name);
      expect(measurements.map((measurement) => rowOf(state, measurement))).toEqual(rows);
    }
  });

  test('has value, limit, query and evidence', () => {
    expect(rowsOf(state)[0]).toEqual({
      metric: 'error-rate',
      at: 1_060_000,
      elapsed: 60_000,
      queries: ['query of error-rate'],
      value: 1 / 61,
      counts: { errors: 1, total: 61, samples: undefined },
      limit: 'max 1 %',
      evidence: '1 of 61 requests (1.6 %), log-likelihood ratio 0.08 (breach at 3.00, healthy at -3.00)',
      outcome: 'undecided',
    });
    expect(rowsOf(state)[5]).toMatchObject({ value: undefined, counts: undefined });
  });

  test('is a line of the log', () => {
    expect(rowsOf(state).map(progressLine)).toEqual([
      'error-rate: 1 of 61 requests (1.6 %), log-likelihood ratio 0.08 (breach at 3.00, healthy at -3.00); max 1 %: undecided',
      'latency: 900, measurement 1 of 3, 0 failed (allowed: 1); max 1500: passed',
      'error-rate: the answer is empty (1 in a row without data, given up at 4); max 1 %: no data',
      'latency: 1600.5, measurement 2 of 3, 1 failed (allowed: 1); max 1500: failed',
      'error-rate: 8 of 80 requests (10 %), log-likelihood ratio 4.81 (breach at 3.00, healthy at -3.00); max 1 %: breach',
      'latency: HTTP 503 (1 in a row without data, given up at 4); max 1500: error',
    ]);
    expect(progressLine(rowOf(openGate(gate), look(0, counts(1.26, 1000, 20), 'error-rate')))).toBe(
      'error-rate: 1.3 of 1000 requests (0.13 %), estimated from 20 rows, 20 of at least 50 requests; max 1 %: undecided',
    );
  });

  test('is there for a measurement that the gate has not observed, and not for an unknown metric', () => {
    expect(rowOf(openGate(gate), look(0, counts(0, 400), 'error-rate'))).toMatchObject({ outcome: 'accept' });
    expect(() => rowOf(openGate(gate), look(0, noData, 'other'))).toThrow(RangeError);
  });
});

describe('laws of a gate', () => {
  const fallback = fc.constantFrom<Fallback>('keep', 'pass', 'rollback');
  const policies = fc.record({
    onNoData: fallback,
    onError: fallback,
    onInconclusive: fallback,
    consecutiveErrorLimit: fc.integer({ min: 1, max: 5 }),
    count: fc.integer({ min: 1, max: 4 }),
  });
  const mute = fc.constantFrom(noData, failed, value(Number.NaN), counts(Number.NaN, 900));
  const requests = fc
    .record({ errors: fc.nat(30), total: fc.nat(900) })
    .map(({ errors, total }) => counts(errors, total));
  const readings = fc.array(fc.oneof(mute, requests), { maxLength: 12 });

  test('one whose measurements all failed is never healthy and never breached, whatever the policy', () => {
    fc.assert(
      fc.property(
        policies,
        fc.array(mute, { maxLength: 8 }),
        fc.array(mute, { maxLength: 8 }),
        fc.boolean(),
        (more, one, other, timedOut) => {
          const state = seen(policy([rate(), latency()], more), { 'error-rate': one, latency: other });
          expect([undefined, 'inconclusive']).toContain(conclude(state, { timedOut })?.verdict);
          expect(undecided(state)).toHaveLength(2);
        },
      ),
    );
  });

  test('measurements without data decide nothing, wherever they come', () => {
    fc.assert(
      fc.property(policies, readings, fc.array(fc.tuple(fc.nat(12), mute)), (more, some, gaps) => {
        const gate = policy([rate()], more);
        const data = some.filter((reading) => reading.kind === 'counts' && !Number.isNaN(reading.errors));
        const mixed = [...data];
        for (const [place, gap] of gaps) {
          mixed.splice(Math.min(place, mixed.length), 0, gap);
        }
        const decisionOf = (all: readonly Reading[]) => seen(gate, { 'error-rate': all }).metrics[0]?.decision;
        expect(decisionOf(mixed)).toBe(decisionOf(data));
      }),
    );
  });

  test('a breach is final, and so is an acceptance', () => {
    fc.assert(
      fc.property(policies, readings, readings, (more, before, after) => {
        const state = seen(policy([rate()], more), { 'error-rate': before });
        const later = observe(
          state,
          after.map((reading, n) => look(20 + n, reading, 'error-rate')),
        );
        const [then, now] = [state.metrics[0], later.metrics[0]];
        if (then?.decision !== undefined) {
          expect(now).toEqual(then);
          expect(conclude(later, over)).toEqual(conclude(state, going));
        }
      }),
    );
  });

  test('when its time is up, it ends, with reasons, and does something only as the policy or a breach says', () => {
    fc.assert(
      fc.property(policies, readings, (more, all) => {
        const end = conclude(seen(policy([rate()], more), { 'error-rate': all }), over);
        expect(end?.why).toMatch(/\S/);
        if (end?.verdict === 'inconclusive' && end.action === 'rollback') {
          expect([more.onNoData, more.onError, more.onInconclusive]).toContain('rollback');
        }
        expect(end?.verdict === 'breached').toBe(end?.action === 'rollback' && end.verdict !== 'inconclusive');
      }),
    );
  });
});
