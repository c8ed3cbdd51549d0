import type { DoctorReport } from '../commands/doctor/doctor.ts';
import { CHECKS, countsOf, type Line, STATUSES, type Status } from '../domain/doctor/fact.ts';
import { code, count, duration, prose } from '../domain/text.ts';
import type { RunContext } from './event.ts';
import { joined, noticeLine, table } from './markdown.ts';

/** Facts that the log lists one by one. */
const MAX_LOGGED = 1_000;

/** Characters of a text in the table. */
const MAX_TEXT = 1_000;

const MARKS: Readonly<Record<Status, string>> = { error: '❌', warning: '⚠️', notice: 'ℹ️', ok: '✅' };

/** What needs a look first; the checks stay in their order. */
function worstFirst({ facts }: DoctorReport): readonly Line[] {
  return STATUSES.flatMap((status) => facts.filter((one) => one.status === status));
}

/** The job summary of `doctor`, in Markdown: one table, with the fix for each fact that needs one. */
export function doctorSummary(report: DoctorReport, context: RunContext): string {
  const home = `${context.serverUrl}/${context.repository}`;
  const rows = worstFirst(report).map(({ check, status, fact, fix, error }) => [
    MARKS[status],
    CHECKS[check],
    `${error === undefined ? '' : `**${code(`tagship(${error.code})`)}** `}${prose(shortened(fact), home)}`,
    fix === undefined ? '–' : prose(shortened(fix), home),
  ]);
  return joined([
    `## ${headline(report)}`,
    '',
    ...table(['', 'Check', 'Fact', 'Fix'], rows),
    '',
    ...report.notices.map((one) => noticeLine(one, context)),
    '',
    [`By ${code(context.actor || 'unknown')}`, 'nothing was written', duration(report.durationMs)].join(' · '),
  ]);
}

/** What `doctor` found, in lines for the job log. */
export function doctorLog(report: DoctorReport): string[] {
  const lines = worstFirst(report)
    .slice(0, MAX_LOGGED)
    .map(({ check, status, fact, fix }) => {
      const advice = fix === undefined || status === 'ok' ? '' : ` ${fix}`;
      return `${status.padEnd(7)} ${CHECKS[check]}: ${fact}${advice}`;
    });
  const rest = report.facts.length - lines.length;
  return [
    ...lines,
    ...(rest > 0 ? [`… and ${rest} more.`] : []),
    `${headline(report)}, in ${duration(report.durationMs)}.`,
  ];
}

function headline({ facts, environment }: DoctorReport): string {
  const counts = countsOf(facts);
  const where = environment === undefined ? '' : ` of ${code(environment)}`;
  const parts = (['error', 'warning', 'notice'] as const)
    .filter((status) => counts[status] > 0)
    .map((status) => count(counts[status], status));
  return `The set-up${where}: ${parts.length === 0 ? 'all is well' : parts.join(', ')}`;
}

function shortened(text: string): string {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT).toWellFormed()}…`;
}
