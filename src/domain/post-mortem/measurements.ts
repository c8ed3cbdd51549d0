import type { MeasurementRow } from '../gate/gate.ts';
import { redact, type Secrets } from '../secrets.ts';
import { code, count, duration } from '../text.ts';
import type { GateFacts } from './facts.ts';
import { clip, fenced, moment, visible, within } from './markdown.ts';

/** How much of the table and of the queries is shown, in characters. */
const MAX_TABLE = 12_000;
const MAX_QUERIES = 9_000;
const MAX_QUERY = 2_000;
const MAX_CELL = 160;

const OUTCOMES: Readonly<Record<MeasurementRow['outcome'], string>> = {
  passed: 'passed',
  failed: '**failed**',
  breach: '**breach**',
  accept: 'accepted',
  undecided: 'undecided',
  'no-data': 'no data',
  error: 'error',
};

/** Every measurement of a gate with its query, the last ones if they are too many, in lines of Markdown. */
export function measurementsSection({ rows, policy }: GateFacts, secrets: Secrets): string[] {
  const cell = (text: string): string => (text === '' ? '–' : code(clip(redact(text, secrets), MAX_CELL)));
  const lines = rows.map((row, i) => `| ${[i + 1, ...cellsOf(row, cell)].join(' | ')} |`);
  const fitting = within(lines, MAX_TABLE, 'last');
  return [
    `Watched ${count(policy.metrics.length, 'metric')}: first look after ${duration(policy.initialDelayMs)}, then every ${duration(policy.intervalMs)}, for at most ${duration(policy.timeoutMs)}.`,
    '',
    ...(rows.length === 0
      ? ['Nothing was measured.']
      : [
          ...leftOut(lines.length - fitting.length, 'measurement'),
          '| No. | Time | After | Metric | Value | Counts | Limit | Evidence | Outcome |',
          '| ---: | --- | ---: | --- | --- | --- | --- | --- | --- |',
          ...fitting,
          '',
          'What was asked, by the numbers of the measurements:',
          '',
          ...queries(rows, secrets),
        ]),
  ];
}

function cellsOf(row: MeasurementRow, cell: (text: string) => string): string[] {
  const { at, elapsed, metric, value, counts, limit, evidence, outcome } = row;
  const sampled = counts?.samples === undefined ? '' : `, from ${counts.samples} samples`;
  return [
    moment(at).slice(11, 19),
    duration(elapsed),
    cell(metric),
    cell(value === undefined ? '' : figure(value)),
    cell(counts === undefined ? '' : `${figure(counts.errors)} of ${figure(counts.total)}${sampled}`),
    cell(limit),
    cell(evidence),
    OUTCOMES[outcome],
  ];
}

/** A number with six digits that matter. */
function figure(value: number): string {
  return String(Number(value.toPrecision(6)));
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

function leftOut(rest: number, one: string, several = `${one}s`): string[] {
  return rest === 0
    ? []
    : [`The first ${rest === 1 ? one : `${rest} ${several}`} left out here; see the log of the run.`, ''];
}
