import type { HistoryReport, MoveLine } from '../commands/history.ts';
import type { MovedTag, RunReport } from '../commands/report.ts';
import { count, duration, size } from '../domain/text.ts';
import { waveLog } from './group-summary.ts';

/** What a run did, in lines for the job log. */
export function runLog(report: RunReport): string[] {
  const several = new Set(report.keys.map(({ namespace }) => namespace)).size > 1;
  const lines = report.keys.map(({ namespace, key, role, bytes, differed }) => {
    const what = [
      role,
      ...(role === 'removed' ? [] : [size(bytes)]),
      ...(several ? [`namespace ${namespace}`] : []),
      ...(differed ? [] : ['unchanged']),
    ];
    return `${differed ? '~' : '='} ${key} (${what.join(', ')})`;
  });
  lines.push(...sourceLine(report), ...report.moves.map((one) => moveLine(one, report.dryRun)));
  for (const { component, environment, version, previousVersion } of report.deployed) {
    const was = previousVersion === undefined ? '' : ` (was ${previousVersion})`;
    const isInPlace = !report.requiresRebuild && !report.changed;
    const where = environment === undefined ? '' : ` ${isInPlace ? 'in' : 'to'} ${environment}`;
    lines.push(`${verbOf(report)} ${component} ${version}${where}${was}`);
  }
  for (const { component, environment, version } of report.deleted) {
    lines.push(`Deleted ${component} ${environment ?? version ?? ''}`);
  }
  lines.push(
    ...report.issues.map(
      ({ component, environment, version, url }) => `Post-mortem of ${component} ${version} in ${environment}: ${url}`,
    ),
  );
  for (const { argv, durationMs } of report.rebuild) {
    lines.push(`${durationMs === undefined ? 'Would run' : `Ran in ${duration(durationMs)}`}: ${argv.join(' ')}`);
  }
  lines.push(...waveLog(report));
  if (report.keys.length > 0) {
    lines.push(
      `${count(report.keys.length, 'key')} ${report.dryRun ? 'planned' : 'written'} in ${duration(report.durationMs)}`,
    );
  }
  return lines;
}

function sourceLine({ restored }: RunReport): string[] {
  return restored === undefined ? [] : [`Source: ${restored.from} as it was at ${restored.at}`];
}

function verbOf({ requiresRebuild, changed, dryRun }: RunReport): string {
  if (!requiresRebuild && !changed) {
    return 'In place:';
  }
  const [done, planned] = requiresRebuild ? ['Rebuild for', 'Would rebuild for'] : ['Deployed', 'Would deploy'];
  return dryRun ? planned : done;
}

/** The answer of the ledger, in lines for the job log. */
export function historyLog(report: HistoryReport): string[] {
  const lines = [`At ${report.state.at}:`];
  for (const { component, environment, version, since, actor, status, share, of } of report.state.lines) {
    const given = share === undefined || of === undefined ? '' : ` for ${share} % of ${of}`;
    const by = `${actor === null ? '' : ` by ${actor}`}${status === 'deployed' ? '' : ` (${status})`}`;
    lines.push(
      `  ${environment}  ${component}  ${version ?? 'unknown'}${given}${since === null ? '' : ` since ${since}`}${by}`,
    );
  }
  if (report.state.lines.length === 0) {
    lines.push('  nothing that the ledger knows of');
  }
  if (report.changes !== undefined) {
    lines.push(report.changes.length === 0 ? 'Nothing changed in the range.' : 'Changed in the range:');
    for (const { component, environment, from, to } of report.changes) {
      lines.push(`  ${environment}  ${component}  ${from ?? 'nothing'} → ${to ?? 'nothing'}`);
    }
  }
  if (report.moves.length > 0) {
    lines.push('Moves, the latest first:');
  }
  lines.push(...report.moves.map(pastMove));
  return lines;
}

/** A tag that moved, in a line for the job log. */
export function moveLine(
  { component, environment, version, previousVersion, why, quarantined }: MovedTag,
  dryRun: boolean,
): string {
  const was = previousVersion === undefined ? '' : ` (was ${previousVersion})`;
  const what = version === undefined ? 'removed' : `${version}${was}, ${why}`;
  const left = quarantined === undefined ? '' : `; ${quarantined} is quarantined`;
  return `${dryRun ? 'Would move' : 'Moved'} ${component} in ${environment}: ${what}${left}`;
}

function pastMove({ at, event, move, component, environment, version, previous, actor, share, of }: MoveLine): string {
  const what = event === 'moved' ? move : event;
  const was = previous === null || event !== 'moved' ? '' : ` (was ${previous})`;
  const given = share === undefined || of === undefined ? '' : ` for ${share} % of ${of}`;
  return `  ${at}  ${what}  ${component} ${version ?? ''} in ${environment}${given}${was}${actor === null ? '' : `, ${actor}`}`;
}
