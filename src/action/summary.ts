import type { DeployedComponent, DeployReport } from '../commands/report.ts';
import type { SyncedKey } from '../engine/sync.ts';
import type { TagshipError } from '../errors.ts';
import type { RunContext } from './event.ts';
import { code, count, duration, plain, prose, size } from './text.ts';

/** Rows of a table before the rest is only counted: a job summary may have 1 MiB. */
const MAX_ROWS = 200;

const ROLE: Readonly<Record<SyncedKey['role'], string>> = {
  environment: 'environment',
  version: 'pinned version',
  latest: 'latest',
  index: 'index',
  removed: 'removed',
};

/** The job summary of a deploy, in Markdown. */
export function deploySummary(report: DeployReport, context: RunContext): string {
  const lines = [`## ${headline(report)}`, ''];
  if (report.deployed.length > 0) {
    lines.push(
      ...table(
        ['Component', 'Where', 'Version', 'Before', 'Commit', 'Difference'],
        report.deployed.map((one) => [
          code(one.component),
          one.environment === undefined ? 'version key' : code(one.environment),
          code(one.version),
          one.previousVersion === undefined ? '–' : code(one.previousVersion),
          `[${code(one.commit.slice(0, 7))}](${context.serverUrl}/${context.repository}/commit/${one.commit})`,
          difference(one, context),
        ]),
      ),
      '',
    );
  }
  if (report.keys.length > 0) {
    lines.push(
      ...table(
        ['Key', 'What', 'Bytes', 'Changed', 'Namespace'],
        report.keys.map(({ key, role, bytes, differed, namespace }) => [
          code(key),
          ROLE[role],
          role === 'removed' ? '–' : size(bytes),
          differed ? 'yes' : 'no',
          code(namespace),
        ]),
      ),
      '',
    );
  }
  for (const { component, environment, version, left } of report.deleted) {
    const name = `${code(component)} ${code(environment ?? version ?? '')}`;
    lines.push(
      left.length === 0
        ? `The tag of ${name} was deleted.`
        : `The tag of ${name} was deleted; what it stood for stays in KV (\`on-delete: report\`): ${left.map(code).join(', ')}.`,
      '',
    );
  }
  if (report.requiresRebuild && report.rebuild.length === 0) {
    lines.push('A Worker has to be built again; the configuration names no commands for it under `logic.rebuild`.', '');
  }
  if (report.rebuild.length > 0) {
    const rows = report.rebuild.map(({ argv, durationMs }) => [
      code(argv.join(' ')),
      durationMs === undefined ? '–' : duration(durationMs),
    ]);
    lines.push(...table(['Command', 'Time'], rows), '');
  }
  if (report.reason !== undefined) {
    lines.push(`Reason: ${plain(report.reason.replace(/\s+/g, ' '))}`, '');
  }
  lines.push(
    ...report.notices.map(({ level, message }) => `- ${level === 'warning' ? '⚠️' : 'ℹ️'} ${prose(message)}`),
    '',
  );
  lines.push(
    [
      `By ${code(context.actor || 'unknown')}`,
      duration(report.durationMs),
      report.rounds > 1 ? `tags moved meanwhile: ${count(report.rounds, 'round')}` : '',
    ]
      .filter((part) => part !== '')
      .join(' · '),
  );
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

/** What a deploy did, in one line of Markdown. */
function headline(report: DeployReport): string {
  const verb = report.dryRun ? 'Would deploy' : 'Deployed';
  const [only] = report.deployed;
  if (only === undefined) {
    return report.deleted.length > 0 ? 'A tag was deleted' : 'Nothing to deploy';
  }
  if (report.requiresRebuild) {
    return `${report.dryRun ? 'Would rebuild' : 'Rebuilt'} for ${code(only.component)} ${code(only.version)} in ${code(only.environment ?? '')}`;
  }
  const unchanged = report.changed ? '' : ' (nothing changed)';
  if (report.deployed.length === 1) {
    const where = only.environment === undefined ? '' : ` to ${code(only.environment)}`;
    const was = only.previousVersion === undefined ? '' : ` (was ${code(only.previousVersion)})`;
    return `${verb} ${code(only.component)} ${code(only.version)}${where}${was}${unchanged}`;
  }
  return `${verb} ${count(report.deployed.length, 'component')}${only.environment === undefined ? '' : ` to ${code(only.environment)}`}${unchanged}`;
}

function difference(one: DeployedComponent, { serverUrl, repository }: RunContext): string {
  return one.previousCommit === undefined || one.previousCommit === one.commit
    ? '–'
    : `[compare](${serverUrl}/${repository}/compare/${one.previousCommit}...${one.commit})`;
}

/** The job summary of a run that failed, in Markdown. */
export function failureSummary(errors: readonly TagshipError[]): string {
  return [
    '## Tagship failed',
    '',
    ...errors.map((error) => `- ❌ **${code(`tagship(${error.code})`)}** ${prose(error.what)} ${prose(error.remedy)}`),
    '',
  ].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const shown = rows.slice(0, MAX_ROWS).map((row) => `| ${row.join(' | ')} |`);
  const rest = rows.length - shown.length;
  return [
    `| ${head.join(' | ')} |`,
    `| ${head.map(() => '---').join(' | ')} |`,
    ...shown,
    ...(rest > 0 ? ['', `… and ${rest} more.`] : []),
  ];
}
