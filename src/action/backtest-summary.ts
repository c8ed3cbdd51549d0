import type { BacktestLine, BacktestReport } from '../commands/backtest.ts';
import type { Agreement, NextMove } from '../domain/backtest.ts';
import { componentId } from '../domain/component.ts';
import { measuredText, outcomeText } from '../domain/gate/rows.ts';
import { runLink } from '../domain/post-mortem/markdown.ts';
import { code, count, duration, plain, prose } from '../domain/text.ts';
import { isoTime } from '../domain/time.ts';
import type { RunContext } from './event.ts';
import { failureLine, joined, noticeLine, table } from './markdown.ts';

const AGREEMENT: Readonly<Record<Agreement, string>> = {
  both: 'the gate and people',
  'gate-only': '**only the gate**',
  'people-only': '**only people**',
  neither: '–',
  unjudged: 'no verdict',
};

/** Deploys whose reasons are written out. */
const MAX_REASONS = 50;

/** Characters of a reason. */
const MAX_REASON = 120;

/** The job summary of `backtest`, in Markdown. */
export function backtestSummary(report: BacktestReport, context: RunContext): string {
  const { lines, environment } = report;
  const rows = lines.map((line) => {
    const { deploy } = line;
    return [
      isoTime(deploy.at / 1000),
      code(componentId(deploy.component)),
      code(deploy.version),
      line.verdict,
      `after ${duration(line.at - deploy.at)}`,
      line.breached.length === 0 ? '–' : line.breached.map(code).join(', '),
      line.metrics.map(({ row }) => `${code(row.metric)} ${plain(measuredText(row))}`).join('<br>') || '–',
      peopleText(line, context),
      AGREEMENT[line.agreement],
    ];
  });
  const told = lines.slice(0, MAX_REASONS);
  return joined([
    `## ${headline(report)}`,
    '',
    `The gate of ${code(environment)} as it is configured now, over the deploys from ${report.since} to ${report.until}. ${prose(tally(report))}`,
    '',
    ...(rows.length === 0
      ? []
      : table(
          [
            'Deployed',
            'Component',
            'Version',
            'The gate',
            'When',
            'Breached',
            'Last measured',
            'People',
            'Rolled back by',
          ],
          rows,
        )),
    '',
    ...(told.length === 0 ? [] : ['<details><summary>Why</summary>', '', ...told.flatMap(reason), '</details>', '']),
    policyText(report),
    '',
    ...report.failures.map((error) => failureLine(error, context)),
    ...report.notices.map((one) => noticeLine(one, context)),
    '',
    `By ${code(context.actor || 'unknown')} · ${duration(report.durationMs)}`,
  ]);
}

/** What `backtest` found, in lines for the job log. */
export function backtestLog(report: BacktestReport): string[] {
  return [
    `${headline(report, (text) => text)}. ${tally(report)}`,
    ...report.lines.map((line) => {
      const { deploy, verdict, breached, at, agreement } = line;
      const what = breached.length === 0 ? '' : ` (${breached.join(', ')})`;
      return `  ${isoTime(deploy.at / 1000)}  ${componentId(deploy.component)} ${deploy.version}: ${verdict} after ${duration(at - deploy.at)}${what}; ${peopleLine(line)}; ${agreement}`;
    }),
  ];
}

function headline({ lines, environment }: BacktestReport, name = code): string {
  const back = lines.filter(({ verdict, wouldRollBack }) => wouldRollBack || verdict === 'breached').length;
  return lines.length === 0
    ? `No deploy to ${name(environment)} to replay`
    : `The gate would have stopped ${back} of ${count(lines.length, 'deploy')} to ${name(environment)}`;
}

/** How the gate and people agree, in sentences. */
function tally({ lines }: BacktestReport): string {
  const of = (agreement: Agreement): number => lines.filter((one) => one.agreement === agreement).length;
  return lines.length === 0
    ? 'The ledger has none in this time.'
    : [
        `Rolled back by both: ${of('both')}.`,
        `Only by the gate, kept by people: ${of('gate-only')}.`,
        `Only by people: ${of('people-only')}.`,
        `By neither: ${of('neither')}.`,
        `Kept, without a verdict of the gate: ${of('unjudged')}.`,
      ].join(' ');
}

function peopleText({ deploy: { at, next, healthyAt } }: BacktestLine, context: RunContext): string {
  const parts = [
    ...(healthyAt === undefined ? [] : [`healthy after ${duration(healthyAt - at)}`]),
    ...(next === undefined ? ['live'] : [`${moved(next)} after ${duration(next.at - at)}`]),
  ];
  const by = next?.actor == null ? '' : ` by ${code(next.actor)}`;
  const run = runLink(next?.run ?? undefined, context);
  const why = next?.move === 'rollback' && next.reason !== null ? `: ${plain(short(next.reason))}` : '';
  return `${parts.join(', ')}${by}${run === undefined ? '' : ` (${run})`}${why}`;
}

function peopleLine({ deploy: { at, next } }: BacktestLine): string {
  return next === undefined
    ? 'live'
    : `${moved(next)} after ${duration(next.at - at)}${next.actor === null ? '' : ` by ${next.actor}`}`;
}

const MOVED: Readonly<Record<NextMove['move'], string>> = {
  deploy: 'replaced',
  promote: 'replaced',
  rollback: 'rolled back',
  restore: 'replaced by a restore',
  seed: 'replaced',
  remove: 'removed',
};

function moved({ move }: NextMove): string {
  return MOVED[move];
}

function reason({ deploy, why, metrics }: BacktestLine): string[] {
  const evidence = metrics.map(
    ({ row, looks }) =>
      `${code(row.metric)}: ${plain(measuredText(row))}, ${plain(row.limit)}, ${outcomeText(row.outcome)} after ${count(looks, 'look')}; ${prose(row.evidence)}`,
  );
  const name = `${code(componentId(deploy.component))} ${code(deploy.version)} of ${isoTime(deploy.at / 1000)}`;
  return [`- ${name}: ${prose(why)}`, ...evidence.map((line) => `  - ${line}`), ''];
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= MAX_REASON ? line : `${line.slice(0, MAX_REASON).toWellFormed()}…`;
}

function policyText({ policy }: BacktestReport): string {
  return [
    `initial delay ${duration(policy.initialDelayMs)}`,
    `interval ${duration(policy.intervalMs)}`,
    `bake ${duration(policy.bakeMs)}`,
    `timeout ${duration(policy.timeoutMs)}`,
  ].join(' · ');
}
