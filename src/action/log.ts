import type { DeployReport } from '../commands/report.ts';
import { count, duration, size } from './text.ts';

/** What a deploy did, in lines for the job log. */
export function deployLog(report: DeployReport): string[] {
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
  for (const { component, environment, version, previousVersion } of report.deployed) {
    const verb = report.requiresRebuild ? 'Rebuild for' : 'Deployed';
    const where = environment === undefined ? '' : ` to ${environment}`;
    const was = previousVersion === undefined ? '' : ` (was ${previousVersion})`;
    lines.push(`${report.dryRun ? 'Would be: ' : ''}${verb} ${component} ${version}${where}${was}`);
  }
  for (const { component, environment, version } of report.deleted) {
    lines.push(`Deleted ${component} ${environment ?? version ?? ''}`);
  }
  for (const { argv, durationMs } of report.rebuild) {
    lines.push(`${durationMs === undefined ? 'Would run' : `Ran in ${duration(durationMs)}`}: ${argv.join(' ')}`);
  }
  if (report.keys.length > 0) {
    lines.push(
      `${count(report.keys.length, 'key')} ${report.dryRun ? 'planned' : 'written'} in ${duration(report.durationMs)}`,
    );
  }
  return lines;
}
