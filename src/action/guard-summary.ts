import type { GateReport, GuardReport, RollbackTimes, Verdict } from '../commands/report.ts';
import { chart, isNotable } from '../domain/gate/chart.ts';
import { boundsNote, measuredText, outcomeText } from '../domain/gate/rows.ts';
import type { MeasurementRow } from '../domain/gate/state.ts';
import { code, count, duration, plain, prose } from '../domain/text.ts';
import { isoTime } from '../domain/time.ts';
import type { RunContext } from './event.ts';
import { failureLine, isSaidBy, joined, MAX_ROWS, noticeLine, type Place, table } from './markdown.ts';
import { againSteps, backSteps, followSteps, READERS } from './next-steps.ts';
import { differenceLines, postMortemLines } from './summary.ts';

/** Gates that are shown with all their measurements; of the rest there is one line each. */
const MAX_DETAILED = 20;

/** Characters of a query. */
const MAX_QUERY = 2000;

const WORST_FIRST: readonly Verdict[] = ['breached', 'inconclusive', 'superseded', 'healthy'];

/** The job summary of `guard`, in Markdown. */
export function guardSummary(report: GuardReport, context: RunContext): string {
  const gates = worstFirst(report.gates);
  const above = gates.length === 1 ? [] : [...failuresAndIssues(report, context)];
  const detailed = gates.slice(0, MAX_DETAILED);
  const lines = [`## ${headline(gates, report.dryRun)}`, '', ...above];
  for (const gate of detailed) {
    lines.push(
      ...(gates.length === 1 ? [] : [`### ${what(gate, report.dryRun)}`, '']),
      ...section(gate, report, context),
      '',
    );
  }
  if (gates.length > detailed.length) {
    const rows = gates
      .slice(MAX_DETAILED)
      .map(({ component, version, environment, verdict }) => [
        code(component),
        code(version),
        code(environment),
        verdict,
      ]);
    lines.push(...table(['Component', 'Version', 'Environment', 'Verdict'], rows), '');
  }
  lines.push(
    ...(report.times === undefined ? [] : [timesText(report.times), '']),
    ...(report.reason === undefined ? [] : [`Reason: ${plain(report.reason.replace(/\s+/g, ' '))}`, '']),
    ...report.notices.map((notice) => noticeLine(notice, context)),
    '',
    `By ${code(context.actor || 'unknown')} · ${duration(report.durationMs)}`,
  );
  return joined(lines);
}

/** What `guard` did, in lines for the end of the job log. */
export function guardLog(report: GuardReport): string[] {
  if (report.gates.length === 0) {
    return ['Nothing to watch.'];
  }
  const lines = report.gates.flatMap((gate) => {
    const { component, version, environment, verdict, why } = gate;
    const after = liveNow(gate, report.dryRun, (text) => text);
    return [
      `${component} ${version} in ${environment}: ${verdict}, ${count(gate.rows.length, 'measurement')}. ${why}`,
      ...(after === '' ? [] : [after]),
    ];
  });
  return [
    ...lines,
    ...(report.times === undefined ? [] : [timesText(report.times)]),
    ...report.issues.map(({ url }) => `Post-mortem: ${url}`),
  ];
}

function worstFirst(gates: readonly GateReport[]): readonly GateReport[] {
  return [...gates].sort((one, other) => WORST_FIRST.indexOf(one.verdict) - WORST_FIRST.indexOf(other.verdict));
}

function headline(gates: readonly GateReport[], dryRun: boolean): string {
  const [only] = gates;
  if (only === undefined) {
    return 'Nothing to watch';
  }
  if (gates.length === 1) {
    return what(only, dryRun);
  }
  const back = gates.filter(({ rolledBackTo }) => rolledBackTo !== undefined).length;
  if (back > 0) {
    const verb = dryRun ? 'would be rolled back' : back === 1 ? 'was rolled back' : 'were rolled back';
    return `${back} of ${count(gates.length, 'component')} ${verb}`;
  }
  const numbers = WORST_FIRST.map((verdict) => ({
    verdict,
    number: gates.filter((one) => one.verdict === verdict).length,
  }));
  const parts = numbers.filter(({ number }) => number > 0).map(({ verdict, number }) => `${number} ${verdict}`);
  return `${count(gates.length, 'component')} watched: ${parts.join(', ')}`;
}

const VERDICTS: Readonly<Record<Verdict, string>> = {
  breached: 'is beyond its limits',
  healthy: 'is healthy',
  inconclusive: 'could not be judged',
  superseded: 'was superseded',
};

/** What became of a version, in one line of Markdown. */
function what({ component, version, environment, verdict, rolledBackTo, held }: GateReport, dryRun: boolean): string {
  const subject = `${code(component)} ${code(version)}`;
  const place = `in ${code(environment)}`;
  if (held !== undefined) {
    return `${subject} was taken out of KV ${place}, but its tag could not be moved`;
  }
  return rolledBackTo === undefined
    ? `${subject} ${VERDICTS[verdict]} ${place}`
    : `${dryRun ? 'Would roll back' : 'Rolled back'} ${code(component)} to ${code(rolledBackTo)} ${place} (from ${code(version)})`;
}

const HOLDS: Readonly<Record<'ledger' | 'kv', string>> = {
  ledger: 'The tag still names the other version; a hold in the ledger keeps runs from writing it again.',
  kv: 'The tag still names the other version; until a run can record it in the ledger, only KV remembers that it is held back.',
};

/** What is live after the gate, in a sentence; empty where that goes without saying. */
function liveNow(gate: GateReport, dryRun: boolean, name: (text: string) => string): string {
  const { version, verdict, rolledBackTo, held } = gate;
  if (rolledBackTo !== undefined) {
    const hold = held === undefined ? '' : ` ${HOLDS[held]}`;
    return `${name(rolledBackTo)} ${dryRun ? 'would be' : 'is'} live again.${hold}`;
  }
  if (verdict === 'superseded') {
    return 'Nothing was touched.';
  }
  return verdict === 'breached' || verdict === 'inconclusive' ? `${name(version)} is still live.` : '';
}

function failuresAndIssues(report: GuardReport, context: RunContext): string[] {
  return [
    ...report.failures.map((error) => failureLine(error, context)),
    '',
    ...postMortemLines(report.issues),
    ...(report.changed && !report.dryRun ? [READERS, ''] : []),
  ];
}

/** What to do next after one gate: the way back for a version that went back, and for one that is live and bad. */
function steps({ component, environment, version, verdict, rolledBackTo, held }: GateReport, place: Place): string[] {
  if (held !== undefined && rolledBackTo !== undefined) {
    return followSteps(component, environment, rolledBackTo, place);
  }
  if (rolledBackTo !== undefined) {
    return againSteps(component, environment, version, place);
  }
  return verdict === 'breached' || verdict === 'inconclusive' ? backSteps(component, environment, place) : [];
}

function section(gate: GateReport, report: GuardReport, context: RunContext): string[] {
  const { component, environment, version } = gate;
  const issue = report.issues.find(
    (one) => one.component === component && one.environment === environment && one.version === version,
  );
  const charts = gate.policy.metrics
    .filter((metric) => isNotable(metric, gate.rows))
    .map((metric) => chart(metric, gate.rows));
  const alone = report.gates.length === 1;
  const why = alone && isSaidBy(report.failures, gate.why) ? '' : prose(gate.why);
  return [
    `${why} ${liveNow(gate, report.dryRun, code)}`.trim(),
    '',
    ...(alone ? failuresAndIssues(report, context) : []),
    ...(report.dryRun ? [] : steps(gate, context)),
    ...(issue === undefined ? [] : differenceLines(issue)),
    ...charts.flatMap((lines) => (lines.length === 0 ? [] : [...lines, ''])),
    ...measurements(gate.rows),
    '',
    ...queries(gate.rows),
    '',
    policyText(gate),
  ];
}

function measurements(rows: readonly MeasurementRow[]): string[] {
  if (rows.length === 0) {
    return ['Nothing was measured.'];
  }
  const latest = rows.slice(-MAX_ROWS);
  const isBreach = (row: MeasurementRow): boolean => row.outcome === 'breach';
  // What decided stands first.
  const shown = [...latest.filter(isBreach), ...latest.filter((row) => !isBreach(row))];
  return [
    ...(rows.length > shown.length ? [`${shown.length} of ${rows.length} measurements shown, the latest.`, ''] : []),
    ...table(
      ['After', 'Metric', 'Measured', 'Limit', 'Outcome', 'Evidence'],
      shown.map((row) => [
        duration(row.elapsed),
        code(row.metric),
        plain(measuredText(row)),
        plain(row.limit),
        outcomeText(row.outcome),
        prose(row.evidence),
      ]),
    ),
    ...boundsNote(shown),
  ];
}

/** What each metric was asked the last time: the queries of a gate differ in the time since the deploy at most. */
function queries(rows: readonly MeasurementRow[]): string[] {
  const latest = new Map(rows.map((row) => [row.metric, row.queries]));
  const lines = [...latest].flatMap(([metric, asked]) =>
    asked.map((query) => `- ${code(metric)}: ${code(query.replace(/\s+/g, ' ').trim().slice(0, MAX_QUERY))}`),
  );
  return lines.length === 0 ? [] : ['What was asked, the last time:', '', ...lines];
}

function policyText({ policy, since, startedAt, endedAt }: GateReport): string {
  return [
    `Deployed at ${isoTime(Math.floor(since / 1000))}`,
    `watched for ${duration(endedAt - startedAt)}`,
    `initial delay ${duration(policy.initialDelayMs)}`,
    `interval ${duration(policy.intervalMs)}`,
    `bake ${duration(policy.bakeMs)}`,
    `timeout ${duration(policy.timeoutMs)}`,
  ].join(' · ');
}

function timesText({ moved, restored, done }: RollbackTimes): string {
  return [
    'After the measurement that led to the rollback:',
    moved === undefined ? 'the tag did not move,' : `tag and ledger moved within ${duration(moved)},`,
    `KV had the version back within ${duration(restored)},`,
    `all was reported within ${duration(done)}.`,
  ].join(' ');
}
