import { printable } from '../../domain/text.ts';
import type { Fate } from './model.ts';

const [WIDTH, HEIGHT, LEFT, BOTTOM] = [420, 150, 44, 22];

type Plot = NonNullable<Fate['gate']>['plots'][number];

/** What a metric of a gate measured, with its limits; the numbers stand in a table beside it. */
export function Chart({ plot }: { readonly plot: Plot }) {
  const [name, unit] = [printable(plot.name), printable(plot.unit)];
  const titles = plot.titles.map(printable);
  const times = plot.points.map(([time = 0]) => time);
  const values = plot.points.flatMap((point) => point.slice(1));
  const [start, end] = [times[0] ?? 0, times.at(-1) ?? 1];
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const x = (time: number): number => LEFT + ((time - start) / (end - start || 1)) * (WIDTH - LEFT - 8);
  const y = (value: number): number => 8 + (1 - (value - low) / (high - low || 1)) * (HEIGHT - BOTTOM - 8);
  const line = (series: number): string =>
    plot.points
      .map(([time = 0, ...numbers]) => `${x(time).toFixed(1)},${y(numbers[series] ?? 0).toFixed(1)}`)
      .join(' ');
  const [last = []] = plot.points.slice(-1);
  const summary = titles.map((title, i) => `${title} ${last[i + 1] ?? '–'}`).join(', ');
  return (
    <figure class="chart">
      <figcaption>
        <strong>{name}</strong>: {unit}, by seconds since the deploy
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${name} at the end: ${summary}`}>
        <line class="axis" x1={LEFT} x2={WIDTH} y1={y(0)} y2={y(0)} />
        <text x={LEFT - 6} y={y(high) + 8} text-anchor="end">
          {short(high)}
        </text>
        <text x={LEFT - 6} y={y(0)} text-anchor="end">
          0
        </text>
        <text x={LEFT} y={HEIGHT - 4}>
          {short(start)} s
        </text>
        <text x={WIDTH} y={HEIGHT - 4} text-anchor="end">
          {short(end)} s
        </text>
        {titles.map((title, i) => (
          <polyline key={title} class={`line line-${Math.min(i, 2)}`} points={line(i)} />
        ))}
      </svg>
      <ul class="legend">
        {titles.map((title, i) => (
          <li key={title} class={`line-${Math.min(i, 2)}`}>
            {title}: {last[i + 1] ?? '–'}
          </li>
        ))}
      </ul>
    </figure>
  );
}

function short(value: number): string {
  return Math.abs(value) >= 1000 ? `${(value / 1000).toFixed(1)}k` : String(Number(value.toPrecision(3)));
}
