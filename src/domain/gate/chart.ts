import type { MetricPolicy } from './policy.ts';
import { boundaries, NO_COUNTS } from './sequential.ts';
import type { MeasurementRow } from './state.ts';
import { rateOf } from './words.ts';

/** Points of a chart: more can't be told apart. */
const MAX_POINTS = 60;

/** How near to its limit a value is close, as a part of the limit. */
const NEAR = 0.1;

/** Characters of a name in a chart. */
const MAX_NAME = 60;

/** Which of two points is shown where there is room for one. */
type Choose = (one: Point, other: Point) => Point;

interface Point {
  /** Seconds since the deploy. */
  readonly time: number;
  /** What was measured, and the limits at that time. */
  readonly values: readonly number[];
}

/** Lines over the time, the first of them what was measured. */
interface Lines {
  readonly unit: string;
  readonly titles: readonly string[];
  readonly points: readonly Point[];
}

/**
 * A Mermaid chart (`xychart-beta`) of what one metric measured, as lines of Markdown with their fence; none where fewer
 * than two measurements can be drawn. Failed requests are drawn between the two boundaries of the test: at the upper one
 * it breaches, below the lower one it may be healthy. Everything else is drawn against its limits.
 * @param rows of this and other metrics
 */
export function chart(metric: MetricPolicy, rows: readonly MeasurementRow[]): string[] {
  return mermaid(metric.name, 'seconds since the deploy', drawn(metric, rows), worstOf(metric));
}

/** A step of a canary: how many percent of the users got it, and what was measured meanwhile. */
export interface ChartedStep {
  readonly share: number;
  readonly rows: readonly MeasurementRow[];
}

/**
 * A Mermaid chart of how many users got a canary over the time, with the rate of failed requests of both arms in each
 * step, as lines of Markdown with their fence; none where fewer than two measurements counted them.
 */
export function rolloutChart(steps: readonly ChartedStep[]): string[] {
  const metric = steps
    .flatMap(({ rows }) => rows)
    .find(({ counts, control }) => counts !== undefined && control !== undefined)?.metric;
  const points = steps.flatMap(({ share, rows }) =>
    rows.flatMap(({ metric: name, elapsed, counts, control }): Point[] =>
      name !== metric || counts === undefined || control === undefined
        ? []
        : [{ time: elapsed / 1000, values: [share, rateOf(counts) * 100, rateOf(control) * 100] }],
    ),
  );
  const titles = ['users with the canary', 'failed of the canary', 'failed of what is live'];
  return mermaid(metric ?? '', 'seconds since it began', { unit: '%', titles, points }, (_, other) => other);
}

/** @param choose which of two points in one place is shown */
function mermaid(title: string, axis: string, { unit, titles, points }: Lines, choose: Choose): string[] {
  const range = rangeOf(points.flatMap(({ values }) => values));
  if (points.length < 2 || range === undefined) {
    return [];
  }
  const { start, end, shown } = evenly(points, choose, MAX_POINTS);
  return [
    '```mermaid',
    '%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#2563eb, #dc2626, #16a34a"}}}}%%',
    'xychart-beta',
    `  title ${quoted(title)}`,
    `  x-axis "${axis}" ${start} --> ${end}`,
    `  y-axis "${unit}" ${decimal(range.bottom)} --> ${decimal(range.top)}`,
    ...titles.map((name, i) => `  line "${name}" [${shown.map(({ values }) => decimal(values[i] ?? 0)).join(', ')}]`),
    '```',
  ];
}

/** What one metric measured, as numbers to be drawn. */
export interface Plot {
  readonly name: string;
  readonly unit: string;
  /** Of what was measured, and of its limits. */
  readonly titles: readonly string[];
  /** Each: seconds since the deploy, then a number for each title. */
  readonly points: readonly (readonly number[])[];
}

/**
 * The same chart as numbers; undefined where fewer than two measurements can be drawn.
 * @param most points at most; where there are more, the worst of those next to each other stands for them
 */
export function plotOf(metric: MetricPolicy, rows: readonly MeasurementRow[], most: number): Plot | undefined {
  const { unit, titles, points } = drawn(metric, rows);
  if (points.length < 2) {
    return undefined;
  }
  const { start, end, shown } = evenly(points, worstOf(metric), most);
  const step = (end - start) / Math.max(1, shown.length - 1);
  return {
    name: metric.name,
    unit,
    titles,
    points: shown.map(({ values }, i) => [start + i * step, ...values].map((number) => Number(decimal(number)))),
  };
}

/** The measurements of a metric that can be drawn, by their time. */
function drawn(metric: MetricPolicy, rows: readonly MeasurementRow[]): Lines {
  const lines = linesOf(
    metric,
    rows.filter((row) => row.metric === metric.name && row.value !== undefined),
  );
  const points = lines.points.filter(({ time, values }) => [time, ...values].every(Number.isFinite));
  return { ...lines, points: points.sort((one, other) => one.time - other.time) };
}

/** Whether a metric is worth a chart: it breached, failed, or came close to its limit. */
export function isNotable({ name, limit }: MetricPolicy, rows: readonly MeasurementRow[]): boolean {
  return rows.some(({ metric, value, outcome }) => {
    if (metric !== name || value === undefined) {
      return false;
    }
    if (limit.kind === 'counts') {
      return outcome === 'breach' || value > limit.max;
    }
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = limit;
    const near = (bound: number): number => (Number.isFinite(bound) ? Math.abs(bound) * NEAR : 0);
    return value > max - near(max) || value < min + near(min);
  });
}

function linesOf(metric: MetricPolicy, rows: readonly MeasurementRow[]): Lines {
  const { limit } = metric;
  const time = ({ elapsed }: MeasurementRow): number => elapsed / 1000;
  if (limit.kind === 'counts' && rows.every(({ counts }) => counts !== undefined && counts.samples === undefined)) {
    return {
      unit: 'failed requests',
      titles: ['failed', 'breach', 'healthy'],
      points: rows.flatMap((row) => {
        const { errors, total } = row.counts ?? NO_COUNTS;
        const { breach, healthy } = boundaries(total, limit.max);
        return [{ time: time(row), values: [errors, breach, Math.max(0, healthy)] }];
      }),
    };
  }
  const scale = limit.kind === 'counts' ? 100 : 1;
  const limits = [
    ...(limit.max === undefined ? [] : [{ title: 'max', value: limit.max * scale }]),
    ...(limit.kind === 'counts' || limit.min === undefined ? [] : [{ title: 'min', value: limit.min }]),
  ];
  return {
    unit: limit.kind === 'counts' ? 'failed requests in %' : 'value',
    titles: ['measured', ...limits.map(({ title }) => title)],
    points: rows.map((row) => ({
      time: time(row),
      values: [(row.value ?? Number.NaN) * scale, ...limits.map(({ value }) => value)],
    })),
  };
}

/** From 0, or below it, to a little above the highest; undefined for numbers that are too large to draw. */
function rangeOf(values: readonly number[]): { readonly bottom: number; readonly top: number } | undefined {
  const lowest = values.reduce((one, other) => Math.min(one, other), 0);
  const highest = values.reduce((one, other) => Math.max(one, other), 0);
  const bottom = lowest * 1.1;
  const top = highest * 1.1;
  return Number.isFinite(top - bottom) && top > bottom ? { bottom, top } : undefined;
}

/**
 * The points at even distances, which is all that the chart's axis knows: at each of them the worst value measured
 * there, or the last one before. The distance is a whole number of eighths of a second, since Mermaid adds it up in
 * floating point and would lose the last point otherwise.
 */
function evenly(
  points: readonly Point[],
  choose: Choose,
  most: number,
): { readonly start: number; readonly end: number; readonly shown: readonly Point[] } {
  const first = points[0]?.time ?? 0;
  const span = (points.at(-1)?.time ?? 0) - first;
  const unit = span >= MAX_POINTS ? 1 : 0.125;
  const slots = Math.min(points.length, most) - 1;
  const step = Math.max(unit, Math.ceil(span / slots / unit) * unit);
  const start = Math.round(first / unit) * unit;
  const worst = new Map<number, Point>();
  for (const point of points) {
    const slot = Math.round((point.time - first) / step);
    worst.set(slot, choose(worst.get(slot) ?? point, point));
  }
  const last = Math.max(1, ...worst.keys());
  let point = worst.get(0) ?? { time: first, values: [] };
  const shown = Array.from({ length: last + 1 }, (_, slot) => {
    point = worst.get(slot) ?? point;
    return point;
  });
  return { start, end: start + last * step, shown };
}

/** The one that is nearer to a breach. */
function worstOf({ limit }: MetricPolicy): Choose {
  return (one, other) => {
    const [a = 0, b = 0] = [one.values[0], other.values[0]];
    return (limit.max === undefined ? b < a : b > a) ? other : one;
  };
}

/** A number as Mermaid reads it: no exponent. */
function decimal(number: number): string {
  return number.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 6 });
}

/**
 * A name in quotes: only letters, digits and a few marks that mean nothing to Mermaid and to Markdown, so that no name
 * gets out of its quotes or of the fence.
 */
function quoted(name: string): string {
  const safe = [...name.replace(/[^\p{L}\p{N} ._/+=-]|\p{Default_Ignorable_Code_Point}/gu, '_')];
  const short = safe.length > MAX_NAME ? `${safe.slice(0, MAX_NAME).join('')}…` : safe.join('');
  return `"${short.trim() || 'metric'}"`;
}
