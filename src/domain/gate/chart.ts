import type { MeasurementRow } from './gate.ts';
import type { MetricPolicy } from './policy.ts';

/** Points of a chart: more can't be told apart. */
const MAX_POINTS = 60;

/** Characters of a name in a chart. */
const MAX_NAME = 60;

interface Point {
  /** Seconds since the deploy. */
  readonly time: number;
  readonly value: number;
}

/**
 * A Mermaid chart (`xychart-beta`) of what one metric measured against its limits, as lines of Markdown with their
 * fence; none where fewer than two measurements can be drawn.
 * @param rows of this and other metrics
 */
export function chart(metric: MetricPolicy, rows: readonly MeasurementRow[]): string[] {
  const scale = metric.limit.kind === 'counts' ? 100 : 1;
  const points = rows
    .filter((row) => row.metric === metric.name)
    .flatMap(({ elapsed, value }) => (value === undefined ? [] : [{ time: elapsed / 1000, value: value * scale }]))
    .filter(({ time, value }) => Number.isFinite(time) && Number.isFinite(value))
    .sort((one, other) => one.time - other.time);
  const limits = limitsOf(metric).map(({ title, value }) => ({ title, value: value * scale }));
  const range = rangeOf([...points, ...limits].map(({ value }) => value));
  if (points.length < 2 || range === undefined) {
    return [];
  }
  const { start, end, values } = evenly(points, metric);
  const unit = metric.limit.kind === 'counts' ? 'failed requests in %' : 'value';
  return [
    '```mermaid',
    '%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#2563eb, #dc2626, #dc2626"}}}}%%',
    'xychart-beta',
    `  title ${quoted(metric.name)}`,
    `  x-axis "seconds since the deploy" ${start} --> ${end}`,
    `  y-axis "${unit}" ${decimal(range.bottom)} --> ${decimal(range.top)}`,
    `  line "measured" [${values.map(decimal).join(', ')}]`,
    ...limits.map(({ title, value }) => `  line "${title}" [${values.map(() => decimal(value)).join(', ')}]`),
    '```',
  ];
}

function limitsOf({ limit }: MetricPolicy): { readonly title: string; readonly value: number }[] {
  const { max } = limit;
  const min = limit.kind === 'values' ? limit.min : undefined;
  return [
    ...(max === undefined ? [] : [{ title: 'max', value: max }]),
    ...(min === undefined ? [] : [{ title: 'min', value: min }]),
  ];
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
  metric: MetricPolicy,
): { readonly start: number; readonly end: number; readonly values: readonly number[] } {
  const first = points[0]?.time ?? 0;
  const span = (points.at(-1)?.time ?? 0) - first;
  const unit = span >= MAX_POINTS ? 1 : 0.125;
  const slots = Math.min(points.length, MAX_POINTS) - 1;
  const step = Math.max(unit, Math.ceil(span / slots / unit) * unit);
  const start = Math.round(first / unit) * unit;
  const worst = new Map<number, number>();
  for (const { time, value } of points) {
    const slot = Math.round((time - first) / step);
    worst.set(slot, worstOf(metric, worst.get(slot) ?? value, value));
  }
  const last = Math.max(1, ...worst.keys());
  let value = worst.get(0) ?? 0;
  const values = Array.from({ length: last + 1 }, (_, slot) => {
    value = worst.get(slot) ?? value;
    return value;
  });
  return { start, end: start + last * step, values };
}

/** The one that is nearer to a breach. */
function worstOf({ limit }: MetricPolicy, one: number, other: number): number {
  return limit.max === undefined ? Math.min(one, other) : Math.max(one, other);
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
