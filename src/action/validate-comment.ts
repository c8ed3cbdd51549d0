import type { ValidateReport } from '../commands/validate.ts';
import { runMarker, validateMarker } from '../domain/post-mortem/markers.ts';
import { code } from '../domain/text.ts';
import type { CommentRecord } from '../ports/comments.ts';
import type { RunContext, RunEvent } from './event.ts';
import { joined } from './markdown.ts';
import { findingTables, headline, impactTable } from './validate-summary.ts';

/** Characters of a comment; GitHub takes 65,536. */
const MAX_COMMENT = 65_000;

/** Rows of each table, as long as they fit. */
const MAX_ROWS = 50;

/** Where the comment goes: the pull request that an event is about, else why there is none. */
export function pullRequestOf({ name, payload }: RunEvent): number | string {
  const { pull_request: pull } = payload;
  const number: unknown = typeof pull === 'object' && pull !== null ? Reflect.get(pull, 'number') : undefined;
  return name === 'pull_request' && typeof number === 'number' && Number.isSafeInteger(number) && number > 0
    ? number
    : `the event \`${name}\` is about no pull request`;
}

/** What the comment on a pull request is to say after a run; nothing where there is neither a finding nor a change. */
export function commentRecord(
  report: ValidateReport,
  event: RunEvent,
  configPath: string,
  context: RunContext,
): CommentRecord | string {
  const number = pullRequestOf(event);
  if (typeof number === 'string') {
    return number;
  }
  const marker = validateMarker(configPath);
  const run = Number(/\d+$/.exec(context.run)?.[0] ?? 0);
  const isEmpty = report.findings.length === 0 && (report.impacts ?? []).length === 0;
  const head = [marker, runMarker(run), ''];
  return {
    number,
    marker,
    body: isEmpty ? undefined : textOf(report, head, context),
    run,
  };
}

/** As many rows as there is room for; of a single one that is too long, only the numbers. */
function textOf(report: ValidateReport, head: readonly string[], context: RunContext): string {
  for (let rows = MAX_ROWS; rows > 0; rows = Math.floor(rows / 2)) {
    const text = joined([...head, ...sections(report, rows, context)]);
    if (text.length <= MAX_COMMENT) {
      return text;
    }
  }
  return joined([...head, `### ${headline(report)}`, '', ...footer(report, context)]);
}

function sections(report: ValidateReport, rows: number, context: RunContext): string[] {
  const impacts = report.impacts ?? [];
  return [
    `### ${headline(report)}`,
    '',
    ...findingTables(report, rows, context),
    '',
    ...(impacts.length === 0
      ? []
      : [
          '### What merging would change',
          '',
          ...impactTable(impacts.slice(0, rows), report, context),
          ...(impacts.length > rows ? ['', `… and ${impacts.length - rows} more components.`] : []),
        ]),
    '',
    ...footer(report, context),
  ];
}

function footer({ commit }: ValidateReport, { run }: RunContext): string[] {
  const whole = run === '' ? 'the summary of the run' : `[the summary of the run](${run})`;
  return [`All of it is in ${whole}${commit === undefined ? '' : `, which checked ${code(commit.slice(0, 12))}`}.`];
}
