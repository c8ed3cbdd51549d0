import type { HistoryReport } from '../commands/history.ts';
import type { ReconcileReport } from '../commands/reconcile.ts';
import type { GuardReport, RunReport } from '../commands/report.ts';
import type { ValidateReport } from '../commands/validate.ts';
import { findingTable } from '../domain/validation/order.ts';
import type { Result, RunFields } from './result-schema.ts';
import type { OutputName } from './spec.ts';

function runResultOf(report: RunReport): Result {
  return { ...fieldsOf(report), command: report.command, verdict: report.verdict ?? null };
}

function guardResultOf(report: GuardReport): Result {
  const { command, verdict = null, gates, times } = report;
  return {
    ...fieldsOf(report),
    command,
    verdict,
    gates: gates.map((gate) => ({
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
      measurements: gate.rows.map(({ metric, at, elapsed, queries, value, counts, limit, evidence, outcome }) => ({
        metric,
        at: moment(at),
        'elapsed-ms': Math.round(elapsed),
        queries: [...queries],
        value: value ?? null,
        errors: counts?.errors ?? null,
        total: counts?.total ?? null,
        samples: counts?.samples ?? null,
        limit,
        evidence,
        outcome,
      })),
    })),
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

function reconcileResultOf(report: ReconcileReport, limit: number): Result {
  const { command, heal, drift, remaining, written, removed, counts, namespaces, found, keys } = report;
  return {
    ...fieldsOf({ ...report, keys: keys.slice(0, limit) }),
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
    found: found.slice(0, limit).map(({ namespace, key, finding, expected, stored }) => {
      return { namespace, key, finding, expected: expected ?? null, stored: stored ?? null };
    }),
  };
}

function moment(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function fieldsOf(report: Omit<RunReport, 'command' | 'verdict'>): RunFields {
  return {
    schema: 1,
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

function historyResultOf(report: HistoryReport): Result {
  return {
    schema: 1,
    command: 'history',
    ledger: report.ledger ?? null,
    at: report.state.at,
    state: report.state.lines.map(({ version, commit, ...rest }) => ({
      ...rest,
      version: version ?? null,
      sha: commit ?? null,
    })),
    moves: report.moves.map(({ previous, override, ...rest }) => ({
      ...rest,
      'previous-version': previous,
      override: [...override],
    })),
    changes:
      report.changes?.map(({ component, environment, from, to }) => ({
        component,
        environment,
        from: from ?? null,
        to: to ?? null,
      })) ?? null,
    'duration-ms': Math.round(report.durationMs),
    notices: report.notices.map(({ level, message }) => ({ level, message })),
  };
}

/** The answer must fit into what a job may put out, 1 MB: what is too much stands in the summary. */
const MAX_RESULT = 900_000;

/** All outputs of a history. */
export function historyOutputs(report: HistoryReport): Record<OutputName, string> {
  const [only, ...others] = report.state.lines;
  const one = others.length === 0 ? only : undefined;
  const whole = JSON.stringify(historyResultOf(report));
  const result =
    whole.length <= MAX_RESULT ? whole : JSON.stringify(historyResultOf({ ...report, moves: [], changes: undefined }));
  return {
    ...NO_OUTPUTS,
    component: one?.component ?? '',
    environment: one?.environment ?? '',
    version: one?.version ?? '',
    sha: one?.commit ?? '',
    changed: 'false',
    result,
  };
}

/** Keys and findings in the outputs of a reconcile: with more of them a job would have too many bytes. */
const MAX_LISTED = 2_000;

/** All outputs of a reconcile. */
export function reconcileOutputs(report: ReconcileReport): Record<OutputName, string> {
  const whole = JSON.stringify(reconcileResultOf(report, MAX_LISTED));
  return {
    ...NO_OUTPUTS,
    changed: String(report.changed && !report.dryRun),
    keys: JSON.stringify(keysWritten({ ...report, keys: report.keys.slice(0, MAX_LISTED) })),
    'requires-rebuild': String(report.requiresRebuild),
    drift: String(report.drift),
    result: whole.length <= MAX_RESULT ? whole : JSON.stringify(reconcileResultOf(report, 100)),
  };
}

/** Places that name one component in the outputs of a validate. */
const MAX_MENTIONS = 20;

function validateResultOf(report: ValidateReport, sarif: string | undefined, limit: number): Result {
  return {
    schema: 1,
    command: 'validate',
    scope: report.scope,
    tree: report.tree,
    sha: report.commit ?? null,
    base: report.base ?? null,
    files: report.files,
    counts: { ...findingTable(report.findings, 0).counts },
    suppressed: report.suppressed,
    findings: report.findings.slice(0, limit).map(({ code, severity, file, range, message, suggestion, command }) => ({
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
      report.impacts?.slice(0, limit).map(({ component, change, path, before, environments, mentions }) => ({
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

/** All outputs of a validate. @param sarif the path of the SARIF file */
export function validateOutputs(report: ValidateReport, sarif: string | undefined): Record<OutputName, string> {
  const results = [MAX_LISTED, 100, 0].map((limit) => () => JSON.stringify(validateResultOf(report, sarif, limit)));
  return {
    ...NO_OUTPUTS,
    findings: String(report.findings.length),
    result: firstThatFits(results),
  };
}

/** The first text that fits into the output, else the last. */
function firstThatFits(texts: readonly (() => string)[]): string {
  let text = '';
  for (const make of texts) {
    text = make();
    if (text.length <= MAX_RESULT) {
      break;
    }
  }
  return text;
}

/** All outputs of a guard. */
export function guardOutputs(report: GuardReport): Record<OutputName, string> {
  const [first, ...others] = report.gates;
  const only = others.length === 0 ? first : undefined;
  const version = only?.rolledBackTo === undefined || report.dryRun ? only?.version : only.rolledBackTo;
  const deployed = report.deployed.find(({ component }) => component === only?.component);
  const whole = JSON.stringify(guardResultOf(report));
  const gates = report.gates.map((gate) => ({ ...gate, rows: [] }));
  return {
    ...NO_OUTPUTS,
    component: only?.component ?? '',
    environment: only?.environment ?? '',
    version: version ?? '',
    'previous-version': version === only?.version ? '' : (only?.version ?? ''),
    sha: (version === only?.version ? only?.commit : deployed?.commit) ?? '',
    changed: String(report.changed && !report.dryRun),
    keys: JSON.stringify(keysWritten(report)),
    verdict: report.verdict ?? '',
    'rolled-back': String(report.rolledBack),
    'issue-url': report.issues[0]?.url ?? '',
    result: whole.length <= MAX_RESULT ? whole : JSON.stringify(guardResultOf({ ...report, gates })),
  };
}

function keysWritten({ dryRun, keys }: Pick<RunReport, 'dryRun' | 'keys'>): string[] {
  return dryRun ? [] : [...new Set(keys.filter(({ role }) => role !== 'removed').map(({ key }) => key))];
}

const NO_OUTPUTS: Record<OutputName, string> = {
  component: '',
  environment: '',
  version: '',
  'previous-version': '',
  sha: '',
  changed: 'false',
  keys: '[]',
  'requires-rebuild': 'false',
  verdict: '',
  'rolled-back': '',
  drift: '',
  findings: '',
  'issue-url': '',
  result: '',
};

/** All outputs of a run that deals with KV. */
export function runOutputs(report: RunReport): Record<OutputName, string> {
  const took = [...report.deployed, ...report.deleted];
  const part = took.length === 1 ? took[0] : undefined;
  const only = part !== undefined && 'commit' in part ? part : undefined;
  return {
    ...NO_OUTPUTS,
    component: part?.component ?? '',
    environment: part?.environment ?? '',
    version: part?.version ?? '',
    'previous-version': only?.previousVersion ?? '',
    sha: only?.commit ?? '',
    changed: String(report.changed),
    keys: JSON.stringify(keysWritten(report)),
    'requires-rebuild': String(report.requiresRebuild),
    verdict: report.verdict ?? '',
    'rolled-back': report.command === 'rollback' ? String(report.rolledBack) : '',
    'issue-url': report.issues[0]?.url ?? '',
    result: JSON.stringify(runResultOf(report)),
  };
}
