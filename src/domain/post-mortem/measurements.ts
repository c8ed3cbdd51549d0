import { chart, isNotable } from '../gate/chart.ts';
import { boundsNote, measuredText, outcomeText } from '../gate/rows.ts';
import type { MeasurementRow } from '../gate/state.ts';
import { redact, type Secrets } from '../secrets.ts';
import { code, count, duration } from '../text.ts';
import type { GateFacts } from './facts.ts';
import { clip, fenced, visible, within } from './markdown.ts';

/** How much of the table and of the queries is shown, in characters. */
const MAX_TABLE = 12_000;
const MAX_QUERIES = 9_000;
const MAX_QUERY = 2_000;
const MAX_CELL = 160;

/** Charts that are drawn. */
const MAX_CHARTS = 4;

/** Every measurement of a gate with its query, the last ones if they are too many, in lines of Markdown. */
export function measurementsSection({ rows, policy }: GateFacts, secrets: Secrets): string[] {
  const cell = (text: string): string => (text === '' ? '–' : code(clip(redact(text, secrets), MAX_CELL)));
  const lines = rows.map((row, i) => `| ${[i + 1, ...cellsOf(row, cell)].join(' | ')} |`);
  const fitting = within(lines, MAX_TABLE, 'last');
  return [
    `Watched ${count(policy.metrics.length, 'metric')}: first look after ${duration(policy.initialDelayMs)}, then every ${duration(policy.intervalMs)}, for at least ${duration(policy.bakeMs)} and at most ${duration(policy.timeoutMs)}.`,
    '',
    ...policy.metrics
      .filter((metric) => isNotable(metric, rows))
      .slice(0, MAX_CHARTS)
      .flatMap((metric) => spaced(chart(metric, rows))),
    ...(rows.length === 0
      ? ['Nothing was measured.']
      : [
          ...leftOut(lines.length - fitting.length, 'measurement'),
          '| No. | After | Metric | Measured | Limit | Outcome | Evidence |',
          '| ---: | ---: | --- | --- | --- | --- | --- |',
          ...fitting,
          ...boundsNote(rows),
          '',
          'What was asked, by the numbers of the measurements:',
          '',
          ...queries(rows, secrets),
        ]),
  ];
}

function cellsOf(row: MeasurementRow, cell: (text: string) => string): string[] {
  const outcome = outcomeText(row.outcome);
  const isBad = row.outcome === 'failed' || row.outcome === 'breach';
  return [
    duration(row.elapsed),
    cell(row.metric),
    row.value === undefined ? '–' : cell(measuredText(row)),
    cell(row.limit),
    isBad ? `**${outcome}**` : outcome,
    cell(row.evidence),
  ];
}

/** What was asked: measurements that asked the same stand together. */
function queries(rows: readonly MeasurementRow[], secrets: Secrets): string[] {
  const groups = new Map<string, { readonly numbers: number[]; readonly row: MeasurementRow }>();
  for (const [i, row] of rows.entries()) {
    const key = JSON.stringify([row.metric, row.queries]);
    const group = groups.get(key) ?? { numbers: [], row };
    group.numbers.push(i + 1);
    groups.set(key, group);
  }
  const items = [...groups.values()].map(({ numbers, row }) =>
    [
      clip(`${numbers.join(', ')}  ${visible(clip(redact(row.metric, secrets), MAX_CELL))}`, MAX_QUERY),
      ...row.queries.map((query) => `    ${visible(clip(redact(query, secrets), MAX_QUERY))}`),
    ].join('\n'),
  );
  const fitting = within(items, MAX_QUERIES, 'last');
  return [...leftOut(items.length - fitting.length, 'query', 'queries'), ...fenced(fitting, 'text')];
}

function spaced(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [...lines, ''];
}

function leftOut(rest: number, one: string, several = `${one}s`): string[] {
  return rest === 0
    ? []
    : [`The first ${rest === 1 ? one : `${rest} ${several}`} left out here; see the log of the run.`, ''];
}
