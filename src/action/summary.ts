import type { HistoryReport } from '../commands/history.ts';
import type { DeployedComponent, RunReport } from '../commands/report.ts';
import { runLink } from '../domain/post-mortem/markdown.ts';
import { code, count, duration, plain, prose, size } from '../domain/text.ts';
import type { AppliedKey } from '../engine/apply.ts';
import type { TagshipError } from '../errors.ts';
import type { RunContext } from './event.ts';
import { failureLine, joined, link, MAX_ROWS, noticeLine, type Place, table } from './markdown.ts';
import { rolloutHeadline, rolloutSection } from './rollout-summary.ts';
import { waveHeadline, waveTable } from './waves.ts';

const ROLE: Readonly<Record<AppliedKey['role'], string>> = {
  environment: 'environment',
  version: 'pinned version',
  latest: 'latest',
  versions: 'list of versions',
  share: 'share of a canary',
  index: 'index',
  removed: 'removed',
};

/** The job summary of a run that deals with KV, in Markdown. */
export function runSummary(report: RunReport, context: RunContext): string {
  const { rollouts = [], waves } = report;
  const title =
    rollouts.length > 0
      ? rolloutHeadline(rollouts, report.dryRun)
      : waves.length > 0
        ? waveHeadline(report)
        : headline(report);
  const lines = [`## ${title}`, '', ...rolloutSection(rollouts), ...waveTable(report)];
  if (report.moves.length > 0) {
    const rows = report.moves.map(
      ({ component, environment, version, previousVersion, why, overridden, quarantined }) => [
        code(component),
        code(environment),
        previousVersion === undefined ? '–' : code(previousVersion),
        version === undefined ? 'removed' : code(version),
        [
          prose(why),
          ...(overridden.length === 0 ? [] : [`passed over: ${overridden.map(code).join(', ')}`]),
          ...(quarantined === undefined ? [] : [`${code(quarantined)} is quarantined`]),
        ].join('; '),
      ],
    );
    lines.push(...table(['Tag', 'Environment', 'From', 'To', 'Why'], rows), '');
  }
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
  if (report.issues.length > 0) {
    const links = report.issues.map(({ component, version, url }) => link(`${code(component)} ${code(version)}`, url));
    lines.push(`Post-mortem: ${links.slice(0, MAX_ROWS).join(', ')}`, '');
  }
  if (report.reason !== undefined) {
    lines.push(`Reason: ${plain(report.reason.replace(/\s+/g, ' '))}`, '');
  }
  lines.push(
    ...report.failures.map((error) => failureLine(error, context)),
    ...report.notices.map((notice) => noticeLine(notice, context)),
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
  return joined(lines);
}

const VERBS: Readonly<Record<RunReport['command'], { readonly did: string; readonly would: string }>> = {
  deploy: { did: 'Deployed', would: 'Would deploy' },
  promote: { did: 'Promoted', would: 'Would promote' },
  rollback: { did: 'Rolled back', would: 'Would roll back' },
  restore: { did: 'Restored', would: 'Would restore' },
};

/** What is said where no tag had to move. */
const STAYED: Readonly<Record<Exclude<RunReport['command'], 'deploy'>, string>> = {
  promote: 'Already there: no tag had to move',
  rollback: 'Rolled back already: no tag had to move',
  restore: 'As it was then: no tag had to move',
};

/** What a run did, in one line of Markdown. */
function headline(report: RunReport): string {
  const verb = VERBS[report.command][report.dryRun ? 'would' : 'did'];
  const [only] = report.deployed;
  if (report.verdict === 'superseded') {
    return 'Superseded: somebody else moved the tag, nothing was touched';
  }
  if (only === undefined) {
    return report.deleted.length > 0 ? 'A tag was deleted' : 'Nothing to deploy';
  }
  if (report.requiresRebuild) {
    return `${report.dryRun ? 'Would rebuild' : 'Rebuilt'} for ${code(only.component)} ${code(only.version)} in ${code(only.environment ?? '')}`;
  }
  if (report.command !== 'deploy' && report.moves.length === 0) {
    return `${STAYED[report.command]}${report.changed ? ', and KV was brought to it' : ''}`;
  }
  const unchanged = report.changed ? '' : ' (nothing changed)';
  const preposition = report.command === 'rollback' || report.command === 'restore' ? 'in' : 'to';
  const where = only.environment === undefined ? '' : ` ${preposition} ${code(only.environment)}`;
  if (report.deployed.length === 1) {
    const was = only.previousVersion === undefined ? '' : ` (was ${code(only.previousVersion)})`;
    return `${verb} ${code(only.component)} ${code(only.version)}${where}${was}${unchanged}`;
  }
  return `${verb} ${count(report.deployed.length, 'component')}${where}${unchanged}`;
}

function difference(one: DeployedComponent, { serverUrl, repository }: RunContext): string {
  return one.previousCommit === undefined || one.previousCommit === one.commit
    ? '–'
    : `[compare](${serverUrl}/${repository}/compare/${one.previousCommit}...${one.commit})`;
}

/** How many users get a canary; empty where it is none. */
function shareText({ share, of }: { readonly share?: number | undefined; readonly of?: string | undefined }): string {
  return share === undefined || of === undefined ? '' : ` for ${share} % of ${code(of)}`;
}

/** The job summary of a history, in Markdown. */
export function historySummary(report: HistoryReport, context: RunContext): string {
  const run = (address: string | null): string => runLink(address ?? undefined, context) ?? '–';
  const lines = [`## What ran at ${report.state.at}`, ''];
  if (report.state.lines.length === 0) {
    lines.push('Nothing, as far as the ledger knows.', '');
  } else {
    const rows = report.state.lines.map((one) => [
      code(one.environment),
      code(one.component),
      one.version === undefined ? 'unknown' : `${code(one.version)}${shareText(one)}`,
      one.since ?? 'unknown',
      one.status,
      one.actor === null ? '–' : code(one.actor),
      one.reason === null ? '–' : plain(one.reason.replace(/\s+/g, ' ')),
      run(one.run),
    ]);
    lines.push(...table(['Environment', 'Component', 'Version', 'Since', 'Status', 'By', 'Why', 'Run'], rows), '');
  }
  if (report.changes !== undefined) {
    lines.push('### What changed in the range', '');
    const rows = report.changes.map(({ environment, component, from, to }) => [
      code(environment),
      code(component),
      from === undefined ? '–' : code(from),
      to === undefined ? '–' : code(to),
    ]);
    lines.push(...(rows.length === 0 ? ['Nothing.'] : table(['Environment', 'Component', 'From', 'To'], rows)), '');
  }
  if (report.moves.length > 0) {
    lines.push('### Moves, the latest first', '');
    const rows = report.moves.map((one) => [
      one.at,
      one.event === 'moved' ? one.move : one.event,
      code(one.environment),
      code(one.component),
      one.version === null ? '–' : `${code(one.version)}${shareText(one)}`,
      one.previous === null ? '–' : code(one.previous),
      one.actor === null ? '–' : code(one.actor),
      [one.reason === null ? '' : plain(one.reason), ...one.override.map((name) => `override ${code(name)}`)]
        .join(' ')
        .trim() || '–',
      run(one.run),
    ]);
    lines.push(
      ...table(['When', 'What', 'Environment', 'Component', 'Version', 'Before', 'By', 'Why', 'Run'], rows),
      '',
    );
  }
  lines.push(
    ...report.notices.map((notice) => noticeLine(notice, context)),
    '',
    report.ledger === undefined
      ? ''
      : `Ledger ${code(report.ledger.ref)}, number ${report.ledger.seq} (${code(report.ledger.commit.slice(0, 12))})`,
  );
  return joined(lines);
}

/** The job summary of a run that failed, in Markdown. */
export function failureSummary(errors: readonly TagshipError[], context: Place): string {
  return ['## Tagship failed', '', ...errors.map((error) => failureLine(error, context)), ''].join('\n');
}
