import type { HistoryReport } from '../commands/history.ts';
import type { DeployedComponent, MovedTag, PostMortemIssue, RunReport } from '../commands/report.ts';
import { runLink } from '../domain/post-mortem/markdown.ts';
import { code, count, duration, plain, prose, size } from '../domain/text.ts';
import type { AppliedKey } from '../engine/apply.ts';
import type { TagshipError } from '../errors.ts';
import type { RunContext } from './event.ts';
import { waveHeadline, waveTable } from './group-summary.ts';
import { failureLine, joined, link, MAX_ROWS, noticeLine, type Place, table } from './markdown.ts';
import { againSteps, agoOf, backSteps, READERS, shortNamespace } from './next-steps.ts';
import { rolloutHeadline, rolloutSection, rolloutSteps } from './rollout-summary.ts';

const ROLE: Readonly<Record<AppliedKey['role'], string>> = {
  environment: 'environment',
  version: 'pinned version',
  latest: 'latest',
  versions: 'list of versions',
  share: 'share of a canary',
  index: 'index',
  removed: 'removed',
};

/** The job summary of a run that deals with KV, in Markdown: what happened, what to do, and the rest below. */
export function runSummary(report: RunReport, context: RunContext): string {
  const { rollouts = [], waves } = report;
  const title =
    rollouts.length > 0
      ? rolloutHeadline(rollouts, report.dryRun)
      : waves.length > 0
        ? waveHeadline(report)
        : headline(report);
  const lines = [
    `## ${title}`,
    '',
    ...report.failures.map((error) => failureLine(error, context)),
    '',
    ...sourceLines(report),
    ...rolloutSection(rollouts, report.failures),
    ...waveTable(report),
    ...(report.changed && report.keys.length > 0 && !report.dryRun ? [READERS, ''] : []),
    ...(report.dryRun ? ['Nothing was written: this is a dry run.', ''] : []),
    ...postMortemLines(report.issues),
    ...steps(report, context),
    ...componentTable(report, context),
    ...report.issues.flatMap(differenceLines),
    ...keyTable(report),
  ];
  for (const { component, environment, version, left } of report.deleted) {
    const name = `${code(component)} ${code(environment ?? version ?? '')}`;
    lines.push(
      left.length === 0
        ? `The tag of ${name} was deleted.`
        : `The tag of ${name} was deleted; its keys stay in KV (\`on-delete: report\`): ${left.map(code).join(', ')}.`,
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
  lines.push(...report.notices.map((notice) => noticeLine(notice, context)), '');
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

/** What a restore brings back. */
function sourceLines({ restored }: RunReport): string[] {
  return restored === undefined ? [] : [`Source: ${code(restored.from)} as it was at ${restored.at}.`, ''];
}

/** One row for each component: what runs there now, what ran before, and why it moved. */
function componentTable(report: RunReport, context: RunContext): string[] {
  const left = new Map(report.moves.map((move) => [`${move.environment} ${move.component}`, move]));
  const rows = report.deployed.map((one) => {
    const key = `${one.environment} ${one.component}`;
    const move = left.get(key);
    left.delete(key);
    const before = move?.previousVersion ?? one.previousVersion;
    return [
      code(one.component),
      one.environment === undefined ? 'version key' : code(one.environment),
      before === undefined ? '–' : code(before),
      code(one.version),
      whyOf(move),
      `[${code(one.commit.slice(0, 7))}](${context.serverUrl}/${context.repository}/commit/${one.commit})`,
      difference(one, context),
    ];
  });
  for (const move of left.values()) {
    const { component, environment, previousVersion, version } = move;
    rows.push([
      code(component),
      code(environment),
      previousVersion === undefined ? '–' : code(previousVersion),
      version === undefined ? 'removed' : code(version),
      whyOf(move),
      '–',
      '–',
    ]);
  }
  if (rows.length === 0) {
    return [];
  }
  const head = ['Component', 'Where', 'From', 'To', 'Why', 'Commit', 'Difference'];
  // Nobody moved anything for a reason where a tag was moved by hand.
  const shown = report.moves.length > 0 ? head : head.filter((name) => name !== 'Why');
  const cells = rows.map((row) => row.filter((_, i) => shown.includes(head[i] ?? '')));
  return [...table(shown, cells), ''];
}

function whyOf(move: MovedTag | undefined): string {
  return move === undefined
    ? '–'
    : [
        prose(move.why),
        ...(move.overridden.length === 0 ? [] : [`passed over: ${move.overridden.map(code).join(', ')}`]),
        ...(move.quarantined === undefined ? [] : [`${code(move.quarantined)} is quarantined`]),
      ].join('; ');
}

/** The keys, folded away: what happened to components is said above. */
function keyTable({ keys, dryRun }: RunReport): string[] {
  if (keys.length === 0) {
    return [];
  }
  const several = new Set(keys.map(({ namespace }) => namespace)).size > 1;
  const rows = keys.map(({ key, role, bytes, differed, namespace }) => [
    code(key),
    ROLE[role],
    role === 'removed' ? '–' : size(bytes),
    differed ? 'yes' : 'no',
    ...(several ? [shortNamespace(namespace)] : []),
  ]);
  return [
    '<details>',
    `<summary>${count(keys.length, 'key')} ${dryRun ? 'would be written' : 'written'}</summary>`,
    '',
    ...table(['Key', 'What', 'Bytes', 'Changed', ...(several ? ['Namespace'] : [])], rows),
    '',
    '</details>',
    '',
  ];
}

/** What a person may want to do next, for the one component that a run moved. */
function steps(report: RunReport, context: RunContext): string[] {
  const { command, dryRun, changed, deployed, moves, issues, rollouts = [] } = report;
  if (dryRun) {
    return [];
  }
  const [rollout] = rollouts;
  if (rollout !== undefined) {
    return rollouts.length > 1 ? [] : rolloutSteps(rollout, context);
  }
  const [only, ...others] = deployed;
  if (only?.environment === undefined || others.length > 0) {
    return [];
  }
  const { component, environment } = only;
  if (command === 'rollback') {
    const left =
      moves.find((move) => move.component === component)?.quarantined ??
      issues.find((issue) => issue.component === component)?.version;
    return left === undefined ? [] : againSteps(component, environment, left, context);
  }
  return changed && only.previousVersion !== undefined ? backSteps(component, environment, context) : [];
}

/** Links to the records of a rollback. */
export function postMortemLines(issues: readonly PostMortemIssue[]): string[] {
  return issues
    .slice(0, MAX_ROWS)
    .flatMap(({ component, environment, version, url }) => [
      `- ${link('Post-mortem', url)} of ${code(component)} ${code(version)} in ${code(environment)}`,
    ])
    .concat(issues.length === 0 ? [] : ['']);
}

/** What a version that was rolled back had changed. */
export function differenceLines({ version, difference: lines = [] }: PostMortemIssue): string[] {
  return lines.length === 0 ? [] : [`What ${code(version)} had changed:`, '', ...lines, ''];
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
  return moved(report, verb, only);
}

function moved(report: RunReport, verb: string, only: DeployedComponent): string {
  const unchanged = report.changed ? '' : ' (nothing changed)';
  const goesBack = report.command === 'rollback' || report.command === 'restore';
  const where = only.environment === undefined ? '' : ` ${goesBack ? 'in' : 'to'} ${code(only.environment)}`;
  if (report.deployed.length === 1) {
    const before = report.moves[0]?.previousVersion ?? only.previousVersion;
    const was = before === undefined ? '' : ` (from ${code(before)})`;
    return `${verb} ${code(only.component)}${goesBack ? ' to' : ''} ${code(only.version)}${where}${was}${unchanged}`;
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

/** Since when, and how long that was: `2026-05-05T14:47:10Z, for 13 min`. */
function sinceOf(since: string | null | undefined, at: string): string {
  const period = agoOf(since, at);
  return period === undefined ? (since ?? 'unknown') : `${since}, for ${period}`;
}

/** A time, and how long before the one that was asked about: `2026-05-05T14:47:10Z, 13 min earlier`. */
function earlier(time: string, at: string): string {
  const period = agoOf(time, at);
  return period === undefined ? time : `${time}, ${period} earlier`;
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
      sinceOf(one.since, report.state.at),
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
      earlier(one.at, report.state.at),
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
