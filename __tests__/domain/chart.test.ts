import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chart, isNotable } from '../../src/domain/gate/chart.ts';
import type { MetricPolicy } from '../../src/domain/gate/policy.ts';
import type { MeasurementRow } from '../../src/domain/gate/state.ts';

function metricOf(limit: MetricPolicy['limit'], name = 'error-rate'): MetricPolicy {
  return {
    name,
    limit,
    source: {
      provider: 'http',
      url: 'https://metrics.example',
      query: undefined,
      errors: undefined,
      total: undefined,
      path: undefined,
      method: undefined,
      headers: {},
      body: undefined,
      timeoutMs: 1000,
    },
  };
}

const RATE = metricOf({ kind: 'counts', max: 0.05, minSamples: 50 });
const between = (min: number | undefined, max: number | undefined, name?: string): MetricPolicy =>
  metricOf({ kind: 'values', min, max, failureLimit: 0 }, name);

/** Rows of a metric: seconds since the deploy, and what was measured. */
function rows(points: readonly (readonly [number, number | undefined])[], metric = 'error-rate'): MeasurementRow[] {
  return points.map(([second, value]) => ({
    metric,
    at: second * 1000,
    elapsed: second * 1000,
    queries: [],
    value,
    counts: undefined,
    limit: '',
    evidence: '',
    outcome: value === undefined ? 'no-data' : 'passed',
  }));
}

/** A chart taken apart. */
function read(lines: readonly string[]): {
  readonly start: number;
  readonly end: number;
  readonly bottom: number;
  readonly top: number;
  readonly series: Readonly<Record<string, number[]>>;
} {
  const [, start, end] = lines.map((line) => /^ {2}x-axis "[^"]+" (\S+) --> (\S+)$/.exec(line)).find(Boolean) ?? [];
  const [, bottom, top] = lines.map((line) => /^ {2}y-axis "[^"]+" (\S+) --> (\S+)$/.exec(line)).find(Boolean) ?? [];
  const series = lines.flatMap((line) => {
    const [, name, numbers] = /^ {2}line "([^"]+)" \[(.*)\]$/.exec(line) ?? [];
    return name === undefined || numbers === undefined ? [] : [[name, numbers.split(', ').map(Number)] as const];
  });
  return {
    start: Number(start),
    end: Number(end),
    bottom: Number(bottom),
    top: Number(top),
    series: Object.fromEntries(series),
  };
}

/** The points that Mermaid finds on an axis: it adds up steps until it is beyond the end. */
function ticks(start: number, end: number, points: number): number {
  const step = (end - start) / (points - 1);
  let found = 0;
  for (let tick = start; tick <= end && found < 1000; tick += step) {
    found++;
  }
  return found;
}

describe('a chart', () => {
  test('shows the rate in percent over the seconds since the deploy, and the limit', () => {
    expect(
      chart(
        RATE,
        rows([
          [60, 0.01],
          [75, 0.04],
          [90, 0.1],
        ]),
      ),
    ).toEqual([
      '```mermaid',
      expect.stringMatching(/^%%\{init: .*\}%%$/),
      'xychart-beta',
      '  title "error-rate"',
      '  x-axis "seconds since the deploy" 60 --> 90',
      '  y-axis "failed requests in %" 0 --> 11',
      '  line "measured" [1, 4, 10]',
      '  line "max" [5, 5, 5]',
      '```',
    ]);
  });

  test('shows what was counted between both boundaries of the test', () => {
    const looks = [
      [60, 0, 100],
      [75, 5, 200],
      [90, 20, 300],
    ] as const;
    const counted = looks.map(([second, errors, total]) => ({
      ...(rows([[second, errors / total]])[0] as MeasurementRow),
      counts: { errors, total, samples: undefined },
    }));
    expect(chart(RATE, counted)).toEqual(expect.arrayContaining(['  y-axis "failed requests" 0 --> 27.9826']));
    // k = (n ln 1.05 ± ln 20) / ln 2.
    expect(read(chart(RATE, counted)).series).toEqual({
      failed: [0, 5, 20],
      breach: [11.3609, 18.3998, 25.4387],
      healthy: [2.717, 9.75594, 16.7949],
    });
    expect(isNotable(RATE, counted)).toBe(true);
    expect(isNotable(RATE, counted.slice(0, 2))).toBe(false);
    const sampled = counted.map((one) => ({ ...one, counts: { ...one.counts, samples: 9 } }));
    expect(Object.keys(read(chart(RATE, sampled)).series)).toEqual(['measured', 'max']);
  });

  test.each([
    [between(undefined, 1500), 1340, false],
    [between(undefined, 1500), 1360, true],
    [between(10, undefined), 12, false],
    [between(10, undefined), 10.5, true],
    [between(undefined, 0), 0, false],
    [between(undefined, 0), 1, true],
  ])('is worth it where a value comes close to its limit: %#', (metric, value, expected) => {
    expect(isNotable(metric, rows([[60, value]]))).toBe(expected);
    expect(isNotable(metric, rows([[60, value]], 'other'))).toBe(false);
  });

  test('shows both limits of a value, and values below 0', () => {
    const shown = read(
      chart(
        between(-20, 1500),
        rows([
          [1, -30],
          [2, 1],
          [3, 0.00001],
        ]),
      ),
    );
    expect(shown.series).toEqual({ measured: [-30, 1, 0.00001], max: [1500, 1500, 1500], min: [-20, -20, -20] });
    expect([shown.bottom, shown.top]).toEqual([-33, 1650]);
  });

  test('is of its own metric only, and needs two points with data', () => {
    const others = rows(
      [
        [60, 3],
        [75, 4],
      ],
      'latency',
    );
    expect(chart(RATE, [...others, ...rows([[60, 0.01]])])).toEqual([]);
    expect(
      chart(
        RATE,
        rows([
          [60, 0.01],
          [75, undefined],
          [90, Number.NaN],
          [95, Number.POSITIVE_INFINITY],
        ]),
      ),
    ).toEqual([]);
    expect(
      read(
        chart(RATE, [
          ...others,
          ...rows([
            [60, 0.01],
            [75, 0.02],
          ]),
        ]),
      ).series.measured,
    ).toEqual([1, 2]);
    expect(chart(RATE, [])).toEqual([]);
  });

  test('leaves out what cannot be drawn', () => {
    const shown = read(
      chart(
        RATE,
        rows([
          [60, 0.01],
          [75, Number.NaN],
          [90, Number.POSITIVE_INFINITY],
          [105, 0.02],
        ]),
      ),
    );
    expect(shown.series.measured?.every((one) => one === 1 || one === 2)).toBe(true);
    expect(shown.top).toBe(5.5);
  });

  test('keeps to the time where measurements are missing', () => {
    const shown = read(
      chart(
        RATE,
        rows([
          [60, 0.01],
          [75, 0.02],
          [90, undefined],
          [105, undefined],
          [120, 0.03],
          [135, 0.04],
        ]),
      ),
    );
    expect([shown.start, shown.end]).toEqual([60, 135]);
    const measured = shown.series.measured ?? [];
    expect(measured[0]).toBe(1);
    expect(measured.at(-1)).toBe(4);
    expect(measured).toEqual([...measured].sort((one, other) => one - other));
  });

  test('thins many points out, and keeps the worst and the last', () => {
    const points = Array.from({ length: 1000 }, (_, i) => [60 + i * 15, i === 500 ? 9000 : i] as const);
    const shown = read(chart(between(undefined, 1500), rows(points)));
    const measured = shown.series.measured ?? [];
    expect(measured.length).toBeGreaterThan(50);
    expect(measured.length).toBeLessThanOrEqual(60);
    expect(measured).toContain(9000);
    expect(measured.at(-1)).toBe(999);
    const lowest = read(chart(between(-1, undefined), rows(points.map(([second, value]) => [second, -value]))));
    expect(lowest.series.measured).toContain(-9000);
  });

  test('never lets the axis end before the last point, however it is added up', () => {
    const value = fc.double({ noNaN: true, noDefaultInfinity: true });
    const pointsWithin = (seconds: number) =>
      fc.array(fc.tuple(fc.double({ min: 0, max: seconds, noNaN: true }), value), { minLength: 2, maxLength: 150 });
    fc.assert(
      fc.property(fc.constantFrom(1, 20, 600, 100_000).chain(pointsWithin), (points) => {
        const lines = chart(between(undefined, 5), rows(points));
        if (lines.length === 0) {
          return;
        }
        expect(lines.join('\n')).not.toMatch(/\de[+-]?\d|NaN|∞|Infinity/);
        const { start, end, series } = read(lines);
        const measured = series.measured ?? [];
        expect(measured.length).toBeGreaterThanOrEqual(2);
        expect(measured.length).toBeLessThanOrEqual(61);
        expect(series.max).toHaveLength(measured.length);
        expect(ticks(start, end, measured.length)).toBe(measured.length);
      }),
    );
    for (const interval of [0.1, 0.3, 0.7]) {
      for (let length = 2; length <= 70; length++) {
        const points = Array.from({ length }, (_, i) => [1 + i * interval, 1] as const);
        const { start, end, series } = read(chart(between(undefined, 5), rows(points)));
        expect(ticks(start, end, series.max?.length ?? 0)).toBe(series.max?.length);
      }
    }
  });

  test.each([
    ['a"] --> 1\n```\n# Title', 'a__ --_ 1______ Title'],
    ['p95 [ms] `x`', 'p95 _ms_ _x_'],
    ['%%{init: {}}%%', '___init_ _____'],
    ['#quot;<b>&amp;', '_quot__b__amp_'],
    ['größe/анализ 1.0', 'größe/анализ 1.0'],
    ['', 'metric'],
    ['  ', 'metric'],
    ['x'.repeat(100), `${'x'.repeat(60)}…`],
  ])('calls a metric named %j by a name that is no syntax', (name, title) => {
    expect(
      chart(
        between(undefined, 1, name),
        rows(
          [
            [1, 1],
            [2, 2],
          ],
          name,
        ),
      )[3],
    ).toBe(`  title "${title}"`);
  });

  test('no name gets out of its quotes or its line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const lines = chart(
          between(undefined, 1, name),
          rows(
            [
              [1, 1],
              [2, 2],
            ],
            name,
          ),
        );
        expect(lines).toHaveLength(9);
        expect(lines[3]).toMatch(/^ {2}title "[\p{L}\p{N} ._/+=…-]+"$/u);
      }),
    );
  });
});
