import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Conclusion,
  conclude,
  observe,
  openGate,
  progressLine,
  rowOf,
  rowsOf,
} from '../../src/domain/gate/gate.ts';
import type { Measurement, Reading } from '../../src/domain/gate/measurement.ts';
import type { Fallback, GatePolicy, MetricPolicy } from '../../src/domain/gate/policy.ts';
import type { GateState } from '../../src/domain/gate/state.ts';
import { raisedLimits } from '../../src/domain/gate/verdict-reasons.ts';

const SOURCE: MetricPolicy['source'] = {
  provider: 'prometheus',
  url: 'https://metrics.example',
  errors: 'errors',
  total: 'total',
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
    bakeMs: 0,
    count: 3,
    consecutiveErrorLimit: 4,
    onBreach: 'rollback',
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

/** How long was watched: not yet, and until the time was up. */
const going = 0;
const over = 600_000;

describe('a gate on counts', () => {
  test('goes on while nothing is decided, breaches on evidence and is healthy on evidence', () => {
    const gate = policy([rate()]);
    expect(conclude(openGate(gate), going)).toBeUndefined();
    expect(conclude(seen(gate, { 'error-rate': [counts(1, 61)] }), going)).toBeUndefined();
    expect(conclude(seen(gate, { 'error-rate': [counts(1, 61), counts(8, 80)] }), going)).toEqual({
      verdict: 'breached',
      action: 'rollback',
      why: '8 of 80 requests failed, 10 %; allowed is 1 %; it was live for 75 seconds. Measured by `error-rate`: log-likelihood ratio 4.75 (breach at 3.00, healthy at -3.00).',
    });
    expect(conclude(seen(gate, { 'error-rate': [counts(1, 600)] }), going)).toMatchObject({
      verdict: 'healthy',
      action: 'none',
      why: expect.stringContaining('1 of 600 requests failed, 0.17 %; allowed is 1 %.'),
    });
  });

  test.each([
    ['49 of 49 is one, whatever the minimum', counts(49, 49), 'breached'],
    ['3 of 3 is none', counts(3, 3), undefined],
    ['10 of 10 is one', counts(10, 10), 'breached'],
    ['9 of 9 is none', counts(9, 9), undefined],
    ['4 of 40 is none', counts(4, 40), undefined],
  ])('a breach: %s', (_, reading, verdict) => {
    const state = seen(policy([rate('error-rate', 0.01, 1_000)]), { 'error-rate': [reading] });
    expect(conclude(state, going)?.verdict).toBe(verdict);
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

  test('finds late errors within the bake, and is not healthy before it is over', () => {
    const gate = policy([rate()], { bakeMs: 300_000 });
    const good = seen(gate, { 'error-rate': [counts(0, 600), counts(0, 900)] });
    expect(conclude(good, 299_999)).toBeUndefined();
    expect(conclude(good, 300_000)).toMatchObject({ verdict: 'healthy' });
    const late = observe(good, [look(2, counts(30, 1_200), 'error-rate')]);
    expect(conclude(late, 30_000)).toMatchObject({ verdict: 'breached' });
  });

  test('is healthy at a rate within the limit only, and after a clean last minute', () => {
    const gate = policy([rate('error-rate', 0.05)]);
    // Evidence enough, but at the last look more fails than may.
    const minutes = (...all: Reading[]) =>
      all.reduce((state, reading, n) => observe(state, [look(4 * n, reading, 'error-rate')]), openGate(gate));
    expect(conclude(minutes(counts(10, 900)), going)).toMatchObject({ verdict: 'healthy' });
    // 10 of the last 100 is evidence against: 10 ln 2 > 100 ln 1.05.
    expect(conclude(minutes(counts(10, 900), counts(20, 1_000)), going)).toBeUndefined();
    expect(conclude(minutes(counts(10, 900), counts(20, 1_000), counts(20, 1_100)), going)).toMatchObject({
      verdict: 'healthy',
    });
    // Within the healthy boundary of a large number, and over the limit.
    const close = seen(policy([rate('error-rate', 0.05)]), { 'error-rate': [counts(501, 10_000)] });
    expect(close.metrics[0]?.tally.test?.ratio).toBeLessThan(-3);
    expect(conclude(close, going)).toBeUndefined();
    expect(conclude(close, over)).toMatchObject({ verdict: 'inconclusive' });
  });

  test('takes answers that are not complete for a breach, and never for health', () => {
    const partial = (reading: Reading): Reading => ({ ...reading, partial: true }) as Reading;
    const state = seen(policy([rate()], { onInconclusive: 'keep' }), { 'error-rate': [partial(counts(0, 900))] });
    expect(conclude(state, going)).toBeUndefined();
    expect(conclude(state, over)?.why).toContain('got answers that were not complete');
    expect(conclude(seen(policy([rate()]), { 'error-rate': [partial(counts(90, 900))] }), going)).toMatchObject({
      verdict: 'breached',
    });
  });
});

describe('what was not deployed', () => {
  const compared: MetricPolicy = {
    ...rate(),
    limit: { kind: 'counts', max: 0.01, minSamples: 50, compared: true },
  };
  const beside = (errors: number, total: number, others: number, all: number): Reading => ({
    kind: 'counts',
    errors,
    total,
    control: { errors: others, total: all },
  });

  test('fails as well in an outage, which is inconclusive with it and a breach without', () => {
    const looks = [beside(0, 200, 0, 800), beside(40, 400, 160, 1_600), beside(80, 600, 320, 2_400)];
    const state = seen(policy([compared]), { 'error-rate': looks });
    expect(conclude(state, going)).toBeUndefined();
    expect(conclude(state, over)).toMatchObject({
      verdict: 'inconclusive',
      why: expect.stringMatching(
        /^The version could not be judged\. `error-rate` is beyond its limit, but others fail too, so it need not be the deploy\. 80 of 600 requests failed, 13 %; allowed is 1 %\. .*elsewhere 320 of 2400 requests \(13 %\), difference -/,
      ),
    });
    expect(conclude(seen(policy([rate()]), { 'error-rate': looks }), going)).toMatchObject({ verdict: 'breached' });
  });

  test('does well while the version does not, which is a breach', () => {
    const state = seen(policy([compared]), { 'error-rate': [beside(8, 100, 2, 900)] });
    expect(conclude(state, going)).toMatchObject({
      verdict: 'breached',
      why: expect.stringContaining('elsewhere 2 of 900 requests (0.22 %), difference '),
    });
  });

  test('said nothing: then nothing is a breach, and the reason is told', () => {
    const state = seen(policy([compared]), { 'error-rate': [counts(30, 100)] });
    expect(conclude(state, going)).toBeUndefined();
    expect(conclude(state, over)?.why).toContain('what was not deployed could not be counted');
  });

  test('is compared by what is new since both were counted last', () => {
    const state = seen(policy([compared]), {
      'error-rate': [beside(0, 100, 0, 900), counts(10, 150), beside(20, 200, 2, 1_800)],
    });
    expect(state.metrics[0]?.tally.comparison).toMatchObject({ failures: 20, requests: 200 });
  });

  test.each([
    ['as usual before the deploy', { errors: 60, total: 1_000 }, 'healthy'],
    ['worse than before it', { errors: 20, total: 1_000 }, 'breached'],
    ['where little was counted before it', { errors: 9, total: 40 }, 'breached'],
    ['where nothing was beyond the limit before it', { errors: 0, total: 60 }, 'breached'],
  ])('and the version before raises the limit: %s', (_, before, verdict) => {
    const reading: Reading = { kind: 'counts', errors: 60, total: 1_000, before };
    const state = seen(policy([rate()]), { 'error-rate': [reading] });
    expect(conclude(state, going)?.verdict).toBe(verdict);
    if (verdict === 'healthy') {
      expect(rowsOf(state)[0]?.limit).toBe('max 8 %, raised from 1 %');
      expect(raisedLimits(state)).toEqual([expect.stringContaining('`error-rate` was judged by 8 % instead of 1 %')]);
    }
  });
});

describe('a gate on values', () => {
  test.each([
    ['three good ones', 0, [1, 2, 1500], 'healthy'],
    ['two, and three are needed', 0, [1, 2], undefined],
    ['a bad one', 0, [1, 1501], 'breached'],
    ['as many bad ones as are allowed', 1, [1501, 1, 2], 'healthy'],
    ['more bad ones than are allowed, not in a row', 1, [1501, 1, 1501], 'breached'],
    ['a bad one at last that is allowed, which is waited out', 1, [1, 1, 1501], undefined],
    ['a good one after it', 1, [1, 1, 1501, 1], 'healthy'],
    ['one that always fails', 2, [1501, 1501], undefined],
  ])('ends by %s', (_, failureLimit, values, verdict) => {
    const state = seen(policy([latency(failureLimit)]), { latency: values.map(value) });
    expect(conclude(state, going)?.verdict).toBe(verdict);
  });

  test('is not passed by a value that fails, whatever the policy', () => {
    const state = seen(policy([latency(2)], { onInconclusive: 'pass' }), { latency: [value(1501), value(1501)] });
    expect(conclude(state, over)).toMatchObject({ verdict: 'inconclusive', action: 'none' });
  });

  test('bakes as well', () => {
    const state = seen(policy([latency()], { bakeMs: 60_000 }), { latency: [value(1), value(1), value(1)] });
    expect([conclude(state, 30_000), conclude(state, 60_000)?.verdict]).toEqual([undefined, 'healthy']);
  });

  test('counts only what had data, and is healthy at a look that has some', () => {
    const gaps = seen(policy([latency()]), { latency: [value(1), noData, failed, value(1)] });
    expect(conclude(gaps, going)).toBeUndefined();
    const whole = observe(gaps, [look(4, value(1), 'latency')]);
    expect(conclude(whole, going)).toMatchObject({ verdict: 'healthy' });
    expect(conclude(observe(whole, [look(5, noData, 'latency')]), going)).toBeUndefined();
  });

  test('counts failures over all looks, with gaps between them', () => {
    const state = seen(policy([latency(1)], { count: 9 }), {
      latency: [value(1501), noData, value(1), failed, value(1501)],
    });
    expect(conclude(state, going)).toMatchObject({
      verdict: 'breached',
      why: '`latency` is 1501; allowed is at most 1500; it was live for 2 minutes. Measured by `latency`: 2 of 3 measurements failed (allowed: 1).',
    });
  });
});

describe('several metrics', () => {
  const gate = policy([rate(), latency()]);

  test('have to be accepted all, at the same look', () => {
    const state = seen(gate, { 'error-rate': [counts(0, 400)], latency: [value(1)] });
    expect(conclude(state, going)).toBeUndefined();
    const later = observe(state, [look(1, value(1), 'latency'), look(2, value(1), 'latency')]);
    expect(conclude(later, going)).toMatchObject({ verdict: 'healthy', action: 'none' });
    expect(conclude(later, going)?.why).toMatch(/^All metrics are within their limits\. 0 of 400 .*`latency` is 1;/);
  });

  test('breach at once by any of them, also by one that was good so far', () => {
    const state = seen(gate, { 'error-rate': [counts(0, 400)], latency: [value(1501)] });
    expect(conclude(state, going)).toMatchObject({ verdict: 'breached', action: 'rollback' });
    const later = seen(gate, { 'error-rate': [counts(0, 400), counts(400, 800)] });
    expect(conclude(later, going)).toMatchObject({ verdict: 'breached' });
  });

  test('need names of their own, and there has to be one', () => {
    expect(() => openGate(policy([latency(), latency()]))).toThrow(RangeError);
    expect(() => openGate(policy([]))).toThrow(RangeError);
  });

  test('go on while one of them works, and end when none does', () => {
    const broken = Array.from({ length: 4 }, () => failed);
    const some = seen(gate, { 'error-rate': broken, latency: [failed, value(1), failed, failed] });
    expect(conclude(some, going)).toBeUndefined();
    const none = seen(gate, { 'error-rate': broken, latency: broken });
    expect(conclude(none, going)).toMatchObject({ verdict: 'inconclusive' });
  });

  test('end without one that does not work only after the bake: until then the others may breach', () => {
    const broken = Array.from({ length: 4 }, () => failed);
    const state = seen(policy([rate(), latency()], { bakeMs: 60_000 }), {
      'error-rate': broken,
      latency: [value(1), value(1), value(1)],
    });
    expect(conclude(state, 59_999)).toBeUndefined();
    expect(conclude(state, 60_000)).toMatchObject({ verdict: 'inconclusive', action: 'warn' });
  });
});

describe('a metric that is only observed', () => {
  const watching = (metric: MetricPolicy): MetricPolicy => ({ ...metric, observe: true });
  const gate = policy([rate(), watching(latency())]);

  test('decides nothing and is told', () => {
    const bad = seen(gate, { 'error-rate': [counts(0, 400)], latency: [value(1501)] });
    expect(conclude(bad, going)).toMatchObject({
      verdict: 'healthy',
      why: expect.stringMatching(
        / Only observed: `latency` would have breached\. `latency` is 1501; allowed is at most 1500\.$/,
      ),
    });
    const good = seen(gate, { 'error-rate': [counts(40, 400)], latency: [value(1)] });
    expect(conclude(good, going)).toMatchObject({
      verdict: 'breached',
      why: expect.stringContaining('Only observed: `latency` would not have breached. `latency` is 1;'),
    });
    expect(conclude(seen(gate, { 'error-rate': [counts(0, 400)] }), going)?.why).toMatch(
      /Only observed: `latency` had no data\.$/,
    );
  });

  test('ends nothing by itself before the time is up', () => {
    const only = seen(policy([watching(latency())]), { latency: [value(1501), value(1), value(1)] });
    expect(conclude(only, going)).toBeUndefined();
    expect(conclude(only, over)).toMatchObject({ verdict: 'inconclusive', action: 'none' });
  });
});

test('a breach is only reported where the policy wants that', () => {
  const state = seen(policy([rate()], { onBreach: 'report' }), { 'error-rate': [counts(40, 400)] });
  expect(conclude(state, going)).toMatchObject({ verdict: 'breached', action: 'report' });
});

describe('an end without a verdict', () => {
  const all: Partial<GatePolicy> = { onNoData: 'pass', onError: 'pass', onInconclusive: 'pass' };
  const ending = (more: Partial<GatePolicy>, readings: readonly Reading[], end = over): Conclusion | undefined =>
    conclude(seen(policy([rate()], more), { 'error-rate': readings }), end);

  test.each<[string, Partial<GatePolicy>, Reading[], Conclusion['verdict'], Conclusion['action']]>([
    ['data that are too few stay', {}, [counts(0, 60)], 'inconclusive', 'warn'],
    ['data that are too few pass', { onInconclusive: 'pass' }, [counts(0, 60)], 'healthy', 'none'],
    [
      'data beyond the limit pass, and are not healthy',
      { onInconclusive: 'pass' },
      [counts(2, 60)],
      'inconclusive',
      'none',
    ],
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

  test('comes early after four measurements in a row that failed; data, or an empty answer, begin the row anew', () => {
    expect(ending({}, [failed, failed, failed], going)).toBeUndefined();
    expect(ending({}, [failed, failed, failed, failed], going)).toMatchObject({ verdict: 'inconclusive' });
    expect(ending({}, [failed, failed, failed, counts(0, 9), failed, failed, failed], going)).toBeUndefined();
    expect(ending({}, [failed, failed, failed, noData, failed], going)).toBeUndefined();
    expect(ending({ consecutiveErrorLimit: 1 }, [failed], going)).toMatchObject({ verdict: 'inconclusive' });
  });

  test('waits out silence, and then breaches as ever', () => {
    const silent = [noData, noData, noData, noData, noData];
    expect(ending({}, silent, going)).toBeUndefined();
    expect(ending({}, silent, over)).toMatchObject({ verdict: 'inconclusive' });
    expect(ending({}, [...silent, counts(20, 60)], going)).toMatchObject({ verdict: 'breached' });
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
      'The version could not be judged. `error-rate` has too little evidence. 0 of 12 requests failed, 0 %; allowed is 1 %. Log-likelihood ratio -0.12 (breach at 3.00, healthy at -3.00). With this limit it takes at least 302 requests without a failure to be healthy. By `on-inconclusive: pass` it counts as healthy.',
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
      control: undefined,
      evidence: 'log-likelihood ratio 0.09',
      outcome: 'undecided',
    });
    expect(rowsOf(state)[5]).toMatchObject({ value: undefined, counts: undefined });
  });

  test('is a line of the log', () => {
    expect(rowsOf(state).map(progressLine)).toEqual([
      'error-rate: 1 of 61 requests (1.6 %), log-likelihood ratio 0.09; max 1 %: undecided',
      'latency: 900, measurement 1 of 3, 0 failed (allowed: 1); max 1500: passed',
      'error-rate: the answer is empty (1 without data in a row); max 1 %: no data',
      'latency: 1600.5, measurement 2 of 3, 1 failed (allowed: 1); max 1500: failed',
      'error-rate: 8 of 80 requests (10 %), log-likelihood ratio 4.75; max 1 %: breach',
      'latency: HTTP 503 (1 failed in a row, given up at 4); max 1500: error',
    ]);
    expect(progressLine(rowOf(openGate(gate), look(0, counts(1.26, 1000, 20), 'error-rate')))).toBe(
      'error-rate: 1.3 of 1000 requests (0.13 %), estimated from 20 rows, log-likelihood ratio -0.18; max 1 %: undecided',
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
          expect([undefined, 'inconclusive']).toContain(conclude(state, timedOut ? over : going)?.verdict);
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
        const decisionOf = (all: readonly Reading[]) => seen(gate, { 'error-rate': all }).metrics[0]?.tally.decision;
        // It may take back that all is well, and a later minute is another one.
        expect(decisionOf(mixed) === 'breach').toBe(decisionOf(data) === 'breach');
      }),
    );
  });

  test('a breach is final', () => {
    fc.assert(
      fc.property(policies, readings, readings, (more, before, after) => {
        const state = seen(policy([rate()], more), { 'error-rate': before });
        const later = observe(
          state,
          after.map((reading, n) => look(20 + n, reading, 'error-rate')),
        );
        if (state.metrics[0]?.tally.decision === 'breach') {
          expect(conclude(later, over)).toMatchObject({ verdict: 'breached' });
        }
      }),
    );
  });

  /** Counts since the deploy, from what came in between looks. */
  const traffic = fc
    .array(fc.record({ errors: fc.nat(12), good: fc.nat(300) }), { minLength: 1, maxLength: 12 })
    .map((parts) => {
      let [errors, total] = [0, 0];
      return parts.map((part) => {
        errors += part.errors;
        total += part.errors + part.good;
        return { errors, total };
      });
    });
  const limits = fc.constantFrom(0.001, 0.01, 0.05, 0.3, 0.8);
  const bakes = fc.integer({ min: 0, max: 12 }).map((looks) => looks * 15_000);

  test('no verdict is spoken without its evidence', () => {
    fc.assert(
      fc.property(traffic, limits, bakes, (looks, max, bakeMs) => {
        const state = seen(policy([rate('error-rate', max)], { bakeMs }), {
          'error-rate': looks.map(({ errors, total }) => counts(errors, total)),
        });
        const watched = (looks.length - 1) * 15_000;
        const verdict = conclude(state, watched)?.verdict;
        const { errors = 0, total = 0 } = looks.at(-1) ?? {};
        const ratio = errors * Math.LN2 - total * Math.log1p(max);
        if (verdict === 'healthy') {
          expect(watched >= bakeMs && total >= 50 && errors <= max * total && ratio <= -Math.log(20)).toBe(true);
        }
        if (verdict === 'breached') {
          expect(looks.some((one) => one.errors >= 5 && one.total >= 10)).toBe(true);
        }
      }),
    );
  });

  test('more failures among the same requests never make a version healthier', () => {
    const rank = { breached: 0, inconclusive: 1, healthy: 2 };
    fc.assert(
      fc.property(traffic, limits, fc.nat(11), fc.nat(20), (looks, max, from, more) => {
        const verdictOf = (all: typeof looks) => {
          const readings = all.map(({ errors, total }) => counts(errors, total));
          return conclude(seen(policy([rate('error-rate', max)]), { 'error-rate': readings }), over)?.verdict;
        };
        const at = Math.min(from, looks.length - 1);
        // From one look on some of the good requests fail as well.
        const before = looks[at - 1] ?? { errors: 0, total: 0 };
        const good = (looks[at]?.total ?? 0) - before.total - ((looks[at]?.errors ?? 0) - before.errors);
        const worse = looks.map((one, i) => (i < at ? one : { ...one, errors: one.errors + Math.min(more, good) }));
        const [was, is] = [verdictOf(looks), verdictOf(worse)];
        expect(rank[is ?? 'inconclusive']).toBeLessThanOrEqual(rank[was ?? 'inconclusive']);
      }),
    );
  });

  test('an outage of both arms is never a breach with a control', () => {
    const metric: MetricPolicy = { ...rate(), limit: { kind: 'counts', max: 0.01, minSamples: 50, compared: true } };
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(500), fc.nat(2000), fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 12 }),
        (looks) => {
          const sum = { errors: 0, total: 0, others: 0, all: 0 };
          const readings = looks.map(([requests, others, part]): Reading => {
            sum.errors += part * requests;
            sum.total += requests;
            sum.others += part * others;
            sum.all += others;
            return { ...counts(sum.errors, sum.total), control: { errors: sum.others, total: sum.all } } as Reading;
          });
          expect(conclude(seen(policy([metric]), { 'error-rate': readings }), over)?.verdict).not.toBe('breached');
        },
      ),
    );
  });

  test('how often is looked changes nothing about whether the last look breaches', () => {
    fc.assert(
      fc.property(traffic, limits, (looks, max) => {
        const readings = looks.map(({ errors, total }) => counts(errors, total));
        const often = seen(policy([rate('error-rate', max)]), { 'error-rate': readings }).metrics[0]?.tally;
        const once = seen(policy([rate('error-rate', max)]), { 'error-rate': readings.slice(-1) }).metrics[0]?.tally;
        expect(often?.test).toEqual(once?.test);
        if (once?.decision === 'breach') {
          expect(often?.decision).toBe('breach');
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
