import type { ReconcileReport } from '../commands/reconcile.ts';
import { countsText, DRIFTS, type Finding } from '../domain/reconcile/drift.ts';
import { code, count, duration, plain, prose } from '../domain/text.ts';
import type { RunContext } from './event.ts';
import { moveLine } from './log.ts';
import { failureLine, joined, noticeLine, table } from './markdown.ts';
import { dispatchBlock, READERS, shortNamespace } from './next-steps.ts';

/** Findings that the log lists one by one. */
const MAX_LOGGED = 50;

const MEANING: Readonly<Record<Finding, string>> = {
  missing: 'nothing is stored',
  edited: 'stored by somebody else',
  stale: 'not what the tags say now',
  orphan: 'its tag is gone',
  foreign: 'belongs to another repository',
  held: 'held back by a gate',
  expired: 'not kept by `retention`',
};

/** The job summary of `reconcile`, in Markdown. */
export function reconcileSummary(report: ReconcileReport, context: RunContext): string {
  const lines = [
    `## ${headline(report)}`,
    '',
    ...report.failures.map((error) => failureLine(error, context)),
    '',
    ...(report.changed && !report.dryRun ? [READERS, ''] : []),
    ...steps(report, context),
  ];
  if (report.namespaces.length > 0) {
    const rows = report.namespaces.map(({ id, environments, wanted, owned, counts }) => [
      shortNamespace(id),
      environments.map(code).join(', ') || '–',
      String(wanted),
      String(owned),
      countsText(counts) || 'no drift',
    ]);
    lines.push(...table(['Namespace', 'Environments', 'Keys needed', 'Owned keys', 'Found'], rows), '');
  }
  if (report.found.length > 0) {
    const rows = report.found.map(({ key, finding, expected, stored, namespace }) => [
      code(key),
      `**${finding}**: ${prose(MEANING[finding])}`,
      expected === undefined ? '–' : code(expected),
      stored === undefined ? '–' : code(stored),
      ...(report.namespaces.length > 1 ? [shortNamespace(namespace)] : []),
    ]);
    const head = ['Key', 'Found', 'Should be', 'Is', ...(report.namespaces.length > 1 ? ['Namespace'] : [])];
    lines.push(...table(head, rows), '');
  }
  if (report.moves.length > 0) {
    const rows = report.moves.map(({ component, environment, version, previousVersion, why }) => [
      code(component),
      code(environment),
      previousVersion === undefined ? '–' : code(previousVersion),
      version === undefined ? '–' : code(version),
      prose(why),
    ]);
    lines.push(...table(['Track', 'Environment', 'From', 'To', 'Why'], rows), '');
  }
  if (report.rebuild.length > 0) {
    const rows = report.rebuild.map(({ argv, durationMs }) => [
      code(argv.join(' ')),
      durationMs === undefined ? 'not run' : duration(durationMs),
    ]);
    lines.push(...table(['Rebuild', 'Took'], rows), '');
  }
  lines.push(
    ...(report.reason === undefined ? [] : [`Reason: ${plain(report.reason.replace(/\s+/g, ' '))}`, '']),
    ...report.notices.map((notice) => noticeLine(notice, context)),
    '',
    `By ${code(context.actor || 'unknown')} · ${duration(report.durationMs)}`,
  );
  return joined(lines);
}

/** What repairs what was found and left. */
function steps({ heal, drift, remaining, counts, dryRun }: ReconcileReport, context: RunContext): string[] {
  if (drift > 0 && (!heal || dryRun)) {
    return ['To repair it:', '', ...dispatchBlock('reconcile.yml', { heal: 'true' }, context), ''];
  }
  return remaining > 0 && (counts.orphan ?? 0) > 0
    ? [
        'If these tags were deleted on purpose:',
        '',
        ...dispatchBlock('reconcile.yml', { heal: 'true', prune: 'true' }, context),
        '',
      ]
    : [];
}

/** What `reconcile` did, in lines for the end of the job log. */
export function reconcileLog(report: ReconcileReport): string[] {
  const lines = report.found
    .filter(({ finding }) => DRIFTS.some((drift) => drift === finding))
    .slice(0, MAX_LOGGED)
    .map(({ key, finding, expected, stored }) => {
      const is = stored === undefined || stored === expected ? '' : `, is ${stored}`;
      return `  ${finding}: ${key}${expected === undefined ? '' : ` (${expected}${is})`}`;
    });
  const rest = report.drift - lines.length;
  return [
    ...lines,
    ...(rest > 0 ? [`  … and ${rest} more.`] : []),
    ...report.moves.map((one) => moveLine(one, report.dryRun)),
    `${headline(report)}, in ${duration(report.durationMs)}.`,
  ];
}

function headline({ drift, dryRun, heal, written, removed, remaining }: ReconcileReport): string {
  if (heal && dryRun) {
    return `Plan: ${count(written, 'key')} would be written, ${removed} removed`;
  }
  const found = drift === 0 ? 'KV is as the tags say' : `${count(drift, 'key')} drifted`;
  if (!heal) {
    return found;
  }
  const left = remaining === 0 ? '' : `, ${remaining} left as they are`;
  return `${found}; ${count(written, 'key')} written, ${removed} removed${left}`;
}
