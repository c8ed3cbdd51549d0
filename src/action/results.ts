import type { BacktestReport } from '../commands/backtest.ts';
import type { CompareReport, SideReport } from '../commands/compare.ts';
import type { DoctorReport } from '../commands/doctor/doctor.ts';
import type { HistoryReport } from '../commands/history.ts';
import type { ReconcileReport } from '../commands/reconcile.ts';
import type { GateReport, GuardReport, RunReport } from '../commands/report.ts';
import type { ValidateReport } from '../commands/validate.ts';
import { AGREEMENTS } from '../domain/backtest.ts';
import { componentId } from '../domain/component.ts';
import { countsOf } from '../domain/doctor/fact.ts';
import { findingTable } from '../domain/validation/order.ts';
import type { Result, RunFields } from './result-schema.ts';

/** What a command says that it did. */
export type Report =
  | RunReport
  | GuardReport
  | ReconcileReport
  | HistoryReport
  | CompareReport
  | BacktestReport
  | ValidateReport
  | DoctorReport;

/** The `result` of what a command did. @param sarif the path of the SARIF file of `validate` */
export function resultOf(report: Report, sarif: string | undefined): Result {
  switch (report.command) {
    case 'guard':
      return guardResultOf(report);
    case 'reconcile':
      return reconcileResultOf(report);
    case 'history':
      return historyResultOf(report);
    case 'compare':
      return compareResultOf(report, fieldsOf(report));
    case 'backtest':
      return backtestResultOf(report);
    case 'validate':
      return validateResultOf(report, sarif);
    case 'doctor':
      return doctorResultOf(report);
    default:
      return runResultOf(report);
  }
}

function runResultOf(report: RunReport): Result {
  const { command, verdict = null, waves = [], rollouts = [] } = report;
  return {
    ...fieldsOf(report),
    command,
    verdict,
    restored: report.restored ?? null,
    rollouts: rollouts.map((one) => ({
      component: one.component,
      environment: one.environment,
      canary: one.canary,
      version: one.version,
      live: one.live ?? null,
      verdict: one.verdict ?? null,
      why: one.why,
      share: one.share,
      planned: [...one.planned],
      steps: one.steps.map(({ step, share, gate }) => ({
        step,
        share,
        gate: gate === undefined ? null : gateResultOf(gate),
      })),
    })),
    waves: waves.map(({ environments, outcome, places }) => ({
      environments: [...environments],
      outcome,
      places: places.map(({ version, verdict: said, rolledBackTo, held, ...place }) => ({
        ...place,
        version: version ?? null,
        verdict: said ?? null,
        'rolled-back-to': rolledBackTo ?? null,
        held: held !== undefined,
      })),
    })),
  };
}

function guardResultOf(report: GuardReport): Result {
  const { command, verdict = null, gates, times } = report;
  return {
    ...fieldsOf(report),
    command,
    verdict,
    gates: gates.map(gateResultOf),
    times:
      times === undefined
        ? null
        : {
            'moved-ms': times.moved === undefined ? null : Math.round(times.moved),
            'restored-ms': Math.round(times.restored),
            'done-ms': Math.round(times.done),
          },
  };
}

function gateResultOf(gate: GateReport) {
  return {
    component: gate.component,
    environment: gate.environment,
    version: gate.version,
    sha: gate.commit,
    verdict: gate.verdict,
    why: gate.why,
    'rolled-back-to': gate.rolledBackTo ?? null,
    held: gate.held !== undefined,
    deployed: moment(gate.since),
    started: moment(gate.startedAt),
    ended: moment(gate.endedAt),
    measurements: gate.rows.map(
      ({ metric, at, elapsed, queries, value, counts, control, limit, evidence, outcome }) => ({
        metric,
        at: moment(at),
        'elapsed-ms': Math.round(elapsed),
        queries: [...queries],
        value: value ?? null,
        errors: counts?.errors ?? null,
        total: counts?.total ?? null,
        samples: counts?.samples ?? null,
        'control-errors': control?.errors ?? null,
        'control-total': control?.total ?? null,
        limit,
        evidence,
        outcome,
      }),
    ),
  };
}

function reconcileResultOf(report: ReconcileReport): Result {
  const { command, heal, drift, remaining, written, removed, counts, namespaces, found, keys } = report;
  const all = Object.values(counts).reduce((sum, number) => sum + number, 0);
  return {
    ...fieldsOf(report),
    // A report keeps no more than some thousands of each, however many there are.
    truncated: found.length < all || keys.length < written + removed,
    command,
    verdict: null,
    heal,
    drift,
    remaining,
    written,
    removed,
    counts,
    namespaces: namespaces.map(({ id, environments, wanted, owned, counts: own }) => {
      return { id, environments: [...environments], wanted, owned, counts: own };
    }),
    found: found.map(({ namespace, key, finding, expected, stored }) => {
      return { namespace, key, finding, expected: expected ?? null, stored: stored ?? null };
    }),
  };
}

function historyResultOf(report: HistoryReport): Result {
  return {
    schema: 1,
    truncated: false,
    command: 'history',
    ledger: report.ledger ?? null,
    at: report.state.at,
    state: report.state.lines.map(({ version, commit, share, of, ...rest }) => ({
      ...rest,
      version: version ?? null,
      sha: commit ?? null,
      share: share ?? null,
      of: of ?? null,
    })),
    moves: report.moves.map(({ previous, override, share, of, ...rest }) => ({
      ...rest,
      'previous-version': previous,
      override: [...override],
      share: share ?? null,
      of: of ?? null,
    })),
    changes:
      report.changes?.map(({ component, environment, from, to }) => ({
        component,
        environment,
        from: from ?? null,
        to: to ?? null,
      })) ?? null,
    page: report.page?.path ?? null,
    'duration-ms': Math.round(report.durationMs),
    notices: report.notices.map(({ level, message }) => ({ level, message })),
  };
}

function doctorResultOf({ command, environment, ledger, facts, durationMs, notices }: DoctorReport): Result {
  return {
    schema: 1,
    truncated: false,
    command,
    environment: environment ?? null,
    ledger: ledger ?? null,
    counts: { ...countsOf(facts) },
    facts: facts.map(({ check, status, fact, fix, error }) => ({
      check,
      status,
      fact,
      fix: fix ?? null,
      code: error?.code ?? null,
      file: error?.location?.file ?? null,
      line: error?.location?.line ?? null,
    })),
    'duration-ms': Math.round(durationMs),
    notices: notices.map(({ level, message }) => ({ level, message })),
  };
}

/** Placement that name one component in the outputs of a validate. */
const MAX_MENTIONS = 20;

function validateResultOf(report: ValidateReport, sarif: string | undefined): Result {
  return {
    schema: 1,
    truncated: false,
    command: 'validate',
    scope: report.scope,
    tree: report.tree,
    sha: report.commit ?? null,
    base: report.base ?? null,
    files: report.files,
    counts: { ...findingTable(report.findings, 0).counts },
    suppressed: report.suppressed,
    findings: report.findings.map(({ code, severity, file, range, message, suggestion, command }) => ({
      code,
      severity,
      file,
      line: range?.start.line ?? null,
      column: range?.start.column ?? null,
      'end-line': range?.end.line ?? null,
      'end-column': range?.end.column ?? null,
      message,
      suggestion: suggestion ?? null,
      command: command ?? null,
    })),
    changes:
      report.impacts?.map(({ component, change, path, before, environments, mentions }) => ({
        component,
        change,
        path: path ?? null,
        'previous-path': before ?? null,
        environments: environments.map(({ environment, version }) => ({ environment, version: version ?? null })),
        references: mentions.length,
        mentions: mentions.slice(0, MAX_MENTIONS).map((one) => ({ ...one })),
      })) ?? null,
    sarif: sarif ?? null,
    'duration-ms': Math.round(report.durationMs),
    notices: report.notices.map(({ level, message }) => ({ level, message })),
  };
}

/** The result of `backtest`. */
function backtestResultOf(report: BacktestReport): Result {
  const { environment, since, until, lines, left } = report;
  return {
    schema: 1,
    truncated: false,
    command: 'backtest',
    ledger: report.ledger ?? null,
    environment,
    since,
    until,
    counts: Object.fromEntries(
      AGREEMENTS.map((agreement) => [agreement, lines.filter((one) => one.agreement === agreement).length]),
    ),
    deploys: lines.map(({ deploy, verdict, wouldRollBack, at, why, breached, agreement, metrics }) => ({
      component: componentId(deploy.component),
      version: deploy.version,
      'previous-version': deploy.previous ?? null,
      deployed: moment(deploy.at),
      actor: deploy.actor,
      verdict,
      'would-roll-back': wouldRollBack,
      at: moment(at),
      'after-ms': Math.round(at - deploy.at),
      why,
      breached: [...breached],
      metrics: metrics.map(({ row, looks }) => ({
        metric: row.metric,
        looks,
        value: row.value ?? null,
        errors: row.counts?.errors ?? null,
        total: row.counts?.total ?? null,
        limit: row.limit,
        evidence: row.evidence,
        outcome: row.outcome,
      })),
      healthy: deploy.healthyAt === undefined ? null : moment(deploy.healthyAt),
      next:
        deploy.next === undefined
          ? null
          : { ...deploy.next, at: moment(deploy.next.at), version: deploy.next.version ?? null },
      agreement,
    })),
    'not-replayed': left.map(({ name, source }) => ({ metric: name, provider: source.provider })),
    'duration-ms': Math.round(report.durationMs),
    notices: report.notices.map(({ level, message }) => ({ level, message })),
  };
}

function sideOf(side: SideReport | undefined) {
  return side === undefined ? null : { environment: side.environment, version: side.version, sha: side.commit };
}

/** The result of `compare`. @param fields those of every run that may move tags */
function compareResultOf(report: CompareReport, fields: RunFields): Result {
  const { verdict, answer, why, sides, metrics, experiment, looks, since } = report;
  const side = ({ latest, values }: (typeof metrics)[number]['compared']['a']) => ({
    errors: latest?.kind === 'counts' ? latest.errors : null,
    total: latest?.kind === 'counts' ? latest.total : null,
    values: [...values],
  });
  return {
    ...fields,
    command: 'compare',
    verdict: verdict === 'superseded' ? verdict : null,
    component: report.component,
    answer: answer ?? null,
    why,
    a: sideOf(sides?.a),
    b: sideOf(sides?.b),
    since: since === undefined ? null : moment(since),
    looks,
    metrics: metrics.map(({ compared, finding: { by, interval, better, more } }) => ({
      metric: compared.metric.name,
      by,
      a: side(compared.a),
      b: side(compared.b),
      difference: interval?.estimate ?? null,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      confidence: interval === undefined || experiment === undefined ? null : 1 - experiment.misses,
      better: better ?? null,
      more: more ?? null,
    })),
  };
}

function fieldsOf(report: Omit<RunReport, 'command' | 'verdict'>): RunFields {
  return {
    schema: 1,
    truncated: false,
    'rolled-back': report.rolledBack,
    ledger: report.ledger ?? null,
    moves: report.moves.map((one) => ({
      component: one.component,
      environment: one.environment,
      version: one.version ?? null,
      sha: one.commit ?? null,
      'previous-version': one.previousVersion ?? null,
      why: one.why,
      override: [...one.overridden],
      quarantined: one.quarantined ?? null,
    })),
    'dry-run': report.dryRun,
    changed: report.changed,
    reason: report.reason ?? null,
    components: report.deployed.map((one) => ({
      component: one.component,
      environment: one.environment ?? null,
      version: one.version,
      'previous-version': one.previousVersion ?? null,
      sha: one.commit,
      'previous-sha': one.previousCommit ?? null,
      path: one.path,
      bytes: one.bytes,
      namespaces: [...one.namespaces],
    })),
    deleted: report.deleted.map(({ component, environment, version, left }) => ({
      component,
      environment: environment ?? null,
      version: version ?? null,
      left: [...left],
    })),
    'requires-rebuild': report.requiresRebuild,
    rebuild: report.rebuild.map(({ argv, durationMs }) => ({
      argv: [...argv],
      'duration-ms': durationMs === undefined ? null : Math.round(durationMs),
    })),
    keys: report.keys.map(({ namespace, key, role, bytes, differed }) => ({
      namespace,
      key,
      role,
      bytes,
      changed: differed,
    })),
    rounds: report.rounds,
    'duration-ms': Math.round(report.durationMs),
    issues: report.issues.map(({ component, environment, version, url }) => ({ component, environment, version, url })),
    notices: report.notices.map(({ level, message }) => ({ level, message })),
  };
}

function moment(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
