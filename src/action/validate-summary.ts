import type { ValidateReport } from '../commands/validate.ts';
import { code, count, duration, prose } from '../domain/text.ts';
import type { Finding, Severity } from '../domain/validation/finding.ts';
import type { Impact, Mention } from '../domain/validation/impact.ts';
import { findingTable } from '../domain/validation/order.ts';
import type { RunContext } from './event.ts';
import { failureLine, joined, MAX_ROWS, noticeLine, table } from './markdown.ts';

/** Findings that the log lists one by one. */
const MAX_LOGGED = 1_000;

/** Annotations of a severity that GitHub shows of a step. */
const MAX_ANNOTATIONS = 10;

/** Characters of a text that the summary and an annotation have of it; names in files may be as long as a file. */
const MAX_TEXT = 600;

/** What of a list stands in a cell of a table. */
const MAX_IN_CELL = 5;

const MARKS: Readonly<Record<Severity, string>> = { error: '❌', warning: '⚠️', notice: 'ℹ️' };

const CHANGES: Readonly<Record<Impact['change'], string>> = {
  new: 'is new',
  changed: 'gets new content',
  moved: 'same content, another file',
  removed: 'loses its file',
  unregistered: 'is registered no longer',
};

/** The job summary of `validate`, in Markdown. */
export function validateSummary(report: ValidateReport, context: RunContext): string {
  const lines = [`## ${headline(report)}`, '', ...findingTables(report, MAX_ROWS, context), ''];
  if (report.impacts !== undefined && report.impacts.length > 0) {
    lines.push('### What would change', '', ...impactTable(report.impacts, report, context), '');
  }
  lines.push(
    ...report.failures.map((error) => failureLine(error, context)),
    ...report.notices.map(({ level, message }) => noticeLine({ level, message: shortened(message) }, context)),
    '',
    [
      `By ${code(context.actor || 'unknown')}`,
      `${count(report.files, 'file')} read`,
      ...(report.suppressed === 0 ? [] : [`${count(report.suppressed, 'finding')} suppressed`]),
      duration(report.durationMs),
    ].join(' · '),
  );
  return joined(lines);
}

/** The worst findings as a table, and how many more there are. @param most how many rows */
export function findingTables(report: ValidateReport, most: number, context: RunContext): string[] {
  const { rows, left, codes } = findingTable(report.findings, most);
  if (rows.length === 0) {
    return [];
  }
  const cells = rows.map((one) => [
    MARKS[one.severity],
    link(one.file, one.range?.start, report, context),
    `**${code(one.code)}** ${prose(shortened(one.message))}`,
    advice(one),
  ]);
  const more = `… and ${left} more: ${codes.map((one) => `${code(one.code)} ${one.count}`).join(', ')} in all.`;
  return [...table(['', 'Where', 'What', 'Instead'], cells), '', ...(left > 0 ? [more, ''] : [])];
}

function advice({ suggestion, command }: Finding): string {
  const edit = suggestion === undefined ? '' : `Write ${code(shortened(suggestion))}`;
  if (command === undefined) {
    return edit || '–';
  }
  return `${edit === '' ? 'Run' : `${edit}<br>or run`} ${code(shortened(command))}`;
}

/** What a change means for components, as a table. */
export function impactTable(impacts: readonly Impact[], report: ValidateReport, context: RunContext): string[] {
  const rows = impacts.map(({ component, change, path, before, environments, mentions }) => [
    code(component),
    CHANGES[change],
    [before, path].flatMap((one) => (one === undefined ? [] : code(shortened(one)))).join(' → ') || '–',
    listed(
      environments,
      ({ environment, version }) => `${code(environment)} ${version === undefined ? 'runs it' : code(version)}`,
    ),
    listed(mentions, (mention: Mention) => link(mention.file, mention, report, context)),
  ]);
  return [
    ...table(['Component', 'Change', 'File', 'Runs now', 'Referenced by'], rows),
    '',
    'What runs stays as it is until a version is tagged and promoted.',
  ];
}

function listed<T>(items: readonly T[], show: (item: T) => string): string {
  const shown = items.slice(0, MAX_IN_CELL).map(show);
  const rest = items.length - shown.length;
  return [...shown, ...(rest > 0 ? [`… and ${rest} more`] : [])].join('<br>') || '–';
}

function link(
  file: string,
  place: { readonly line: number; readonly column: number } | undefined,
  { commit }: ValidateReport,
  { serverUrl, repository }: RunContext,
): string {
  const text = code(shortened(file) + (place === undefined ? '' : `:${place.line}:${place.column}`));
  if (commit === undefined || file.length > MAX_TEXT) {
    return text;
  }
  const path = file.toWellFormed().split('/').map(urlPart).join('/');
  return `[${text}](${serverUrl}/${repository}/blob/${commit}/${path}${place === undefined ? '' : `#L${place.line}`})`;
}

function urlPart(text: string): string {
  return encodeURIComponent(text).replace(/[()*'!]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}

/** What `validate` found, in lines for the end of the job log. */
export function validateLog(report: ValidateReport): string[] {
  const lines = report.findings.slice(0, MAX_LOGGED).map((one) => {
    const { start } = one.range ?? {};
    const place = start === undefined ? one.file : `${one.file}:${start.line}:${start.column}`;
    return `${place} ${one.code} ${one.severity === 'error' ? '' : `(${one.severity}) `}${messageOf(one)}`;
  });
  const rest = report.findings.length - lines.length;
  return [
    ...lines,
    ...(rest > 0 ? [`… and ${rest} more.`] : []),
    `${headline(report)}, in ${duration(report.durationMs)}.`,
  ];
}

/** A finding with its advice, in one line. */
export function messageOf({ message, suggestion, command }: Finding): string {
  return [
    shortened(message),
    suggestion === undefined ? '' : `Did you mean \`${shortened(suggestion)}\`?`,
    command === undefined ? '' : `To fix it: \`${shortened(command)}\``,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** What is shown as annotations: the worst, as many as GitHub shows beside what else the step says. */
export function annotated({ findings, notices, failures }: ValidateReport): readonly Finding[] {
  const room: Record<Severity, number> = {
    error: MAX_ANNOTATIONS - failures.length,
    warning: MAX_ANNOTATIONS - notices.filter(({ level }) => level === 'warning').length,
    notice: MAX_ANNOTATIONS - notices.filter(({ level }) => level === 'notice').length,
  };
  return findings.filter(({ severity }) => room[severity]-- > 0);
}

/** What was found, in one line. */
export function headline({ findings, scope }: ValidateReport): string {
  const { counts } = findingTable(findings, 0);
  const parts = (['error', 'warning', 'notice'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => count(counts[severity], severity));
  const where = scope === 'changed' ? ' in what changed' : '';
  return parts.length === 0 ? `Nothing found${where}` : `Found ${parts.join(', ')}${where}`;
}

function shortened(text: string): string {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT)}…`;
}
