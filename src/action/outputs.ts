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

function moment(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
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

function historyResultOf(report: HistoryReport): Result {
  return {
    schema: 1,
    truncated: false,
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

/** What a run puts out; the whole of it, which may be too much for an output, stands in a file. */
export interface Published {
  readonly result: Result;
  readonly outputs: Readonly<Record<Exclude<OutputName, 'result' | 'result-file'>, string>>;
}

/**
 * Bytes of `result` and of `keys`. A variable of a step's environment may have 128 KiB, and the outputs of a job may have
 * 1 MB: what is over that is lost.
 */
const MAX_OUTPUT = 100_000;

/** Characters of a text in a result that is too much. */
const MAX_TEXT = 500;

/** Items of the lists inside of lists, where these would be too much without any. */
const MAX_INNER = 2;

/** The `result` output: all of it, or as much of its lists and texts as there is room for. */
export function fitted(result: Result): string {
  const whole = JSON.stringify(result);
  if (isFitting(whole)) {
    return whole;
  }
  const short = (most: number, inner: number): string =>
    JSON.stringify(cut({ ...result, truncated: true }, [most, inner]));
  return (
    mostThatFits((inner) => short(Number.POSITIVE_INFINITY, inner)) ??
    mostThatFits((most) => short(most, Math.min(most, MAX_INNER))) ??
    short(0, 0)
  );
}

/** The text made with the highest limit that fits; undefined where none does. */
function mostThatFits(make: (limit: number) => string): string | undefined {
  const shortest = make(0);
  let found = isFitting(shortest) ? shortest : undefined;
  let [least, most] = [1, MAX_OUTPUT / 10];
  while (found !== undefined && least <= most) {
    const limit = Math.floor((least + most) / 2);
    const text = make(limit);
    if (isFitting(text)) {
      found = text;
      least = limit + 1;
    } else {
      most = limit - 1;
    }
  }
  return found;
}

/** A value with shorter texts and lists. @param limits of lists, the outermost first; the last is that of all below */
function cut(value: unknown, limits: readonly [number, ...number[]]): unknown {
  if (typeof value === 'string') {
    return value.length <= MAX_TEXT ? value : `${value.slice(0, MAX_TEXT).toWellFormed()}…`;
  }
  if (Array.isArray(value)) {
    const [most, next = most, ...rest] = limits;
    return value.slice(0, most).map((item) => cut(item, [next, ...rest]));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cut(one, limits)]))
    : value;
}

function isFitting(text: string): boolean {
  return Buffer.byteLength(text) <= MAX_OUTPUT;
}

/** What a history puts out. */
export function historyOutputs(report: HistoryReport): Published {
  const [only, ...others] = report.state.lines;
  const one = others.length === 0 ? only : undefined;
  return {
    result: historyResultOf(report),
    outputs: {
      ...NO_OUTPUTS,
      component: one?.component ?? '',
      environment: one?.environment ?? '',
      version: one?.version ?? '',
      sha: one?.commit ?? '',
      changed: 'false',
    },
  };
}

/** What a reconcile puts out. */
export function reconcileOutputs(report: ReconcileReport): Published {
  return {
    result: reconcileResultOf(report),
    outputs: {
      ...NO_OUTPUTS,
      changed: String(report.changed && !report.dryRun),
      keys: keysWritten(report),
      'requires-rebuild': String(report.requiresRebuild),
      drift: String(report.drift),
    },
  };
}

/** Places that name one component in the outputs of a validate. */
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

/** What a validate puts out. @param sarif the path of the SARIF file */
export function validateOutputs(report: ValidateReport, sarif: string | undefined): Published {
  return {
    result: validateResultOf(report, sarif),
    outputs: { ...NO_OUTPUTS, findings: String(report.findings.length) },
  };
}

/** What a guard puts out. */
export function guardOutputs(report: GuardReport): Published {
  const [first, ...others] = report.gates;
  const only = others.length === 0 ? first : undefined;
  const version = only?.rolledBackTo === undefined || report.dryRun ? only?.version : only.rolledBackTo;
  const deployed = report.deployed.find(({ component }) => component === only?.component);
  return {
    result: guardResultOf(report),
    outputs: {
      ...NO_OUTPUTS,
      component: only?.component ?? '',
      environment: only?.environment ?? '',
      version: version ?? '',
      'previous-version': version === only?.version ? '' : (only?.version ?? ''),
      sha: (version === only?.version ? only?.commit : deployed?.commit) ?? '',
      changed: String(report.changed && !report.dryRun),
      keys: keysWritten(report),
      verdict: report.verdict ?? '',
      'rolled-back': String(report.rolledBack),
      'issue-url': report.issues[0]?.url ?? '',
    },
  };
}

/** The names of the keys that were written, as JSON; as many as fit. */
function keysWritten({ dryRun, keys }: Pick<RunReport, 'dryRun' | 'keys'>): string {
  const names = dryRun ? [] : [...new Set(keys.filter(({ role }) => role !== 'removed').map(({ key }) => key))];
  const whole = JSON.stringify(names);
  return isFitting(whole) ? whole : (mostThatFits((limit) => JSON.stringify(names.slice(0, limit))) ?? '[]');
}

const NO_OUTPUTS: Published['outputs'] = {
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
};

/** What a run puts out that deals with KV. */
export function runOutputs(report: RunReport): Published {
  const took = [...report.deployed, ...report.deleted];
  const part = took.length === 1 ? took[0] : undefined;
  const only = part !== undefined && 'commit' in part ? part : undefined;
  return {
    result: runResultOf(report),
    outputs: {
      ...NO_OUTPUTS,
      component: part?.component ?? '',
      environment: part?.environment ?? '',
      version: part?.version ?? '',
      'previous-version': only?.previousVersion ?? '',
      sha: only?.commit ?? '',
      changed: String(report.changed),
      keys: keysWritten(report),
      'requires-rebuild': String(report.requiresRebuild),
      verdict: report.verdict ?? '',
      'rolled-back': report.command === 'rollback' ? String(report.rolledBack) : '',
      'issue-url': report.issues[0]?.url ?? '',
    },
  };
}
