import type { BacktestReport } from '../commands/backtest.ts';
import type { CompareReport } from '../commands/compare.ts';
import type { DoctorReport } from '../commands/doctor/doctor.ts';
import type { HistoryReport } from '../commands/history.ts';
import type { ReconcileReport } from '../commands/reconcile.ts';
import type { GateReport, GuardReport, RolloutReport, RunReport } from '../commands/report.ts';
import type { ValidateReport } from '../commands/validate.ts';
import { countsOf } from '../domain/doctor/fact.ts';
import { findingTable } from '../domain/validation/order.ts';
import { backtestResultOf, compareResultOf } from './experiment-results.ts';
import type { Result, RunFields } from './result-schema.ts';

function runResultOf(report: RunReport): Result {
  const { command, verdict = null, waves = [], rollouts = [] } = report;
  return {
    ...fieldsOf(report),
    command,
    verdict,
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

/** What an output is, and what it is after a command. */
interface Output {
  /** The words of `action.yml` and the README. */
  readonly description: string;
  readonly value: (report: Report) => string;
}

/** The outputs, but for `result` and `result-file`, which are made of the whole. */
export const OUTPUTS = {
  component: {
    description: 'The component, as `prompts/extraction`; empty unless exactly one took part.',
    value: (report) => partOf(report).component ?? '',
  },
  environment: {
    description: 'The environment; empty for a version tag, and unless exactly one component took part.',
    value: (report) => partOf(report).environment ?? '',
  },
  version: {
    description: 'The version there now; empty unless exactly one component took part.',
    value: (report) => partOf(report).version ?? '',
  },
  'previous-version': {
    description: 'The version there before; empty if it was the same, or none.',
    value: (report) => partOf(report).previousVersion ?? '',
  },
  sha: {
    description: 'The commit of the version; empty unless exactly one component took part.',
    value: (report) => partOf(report).commit ?? '',
  },
  changed: {
    description: '`true` if a tag moved, or KV held something else or nothing before; else `false`.',
    value: (report) => String('changed' in report && report.changed && !(isPlanned(report) && report.dryRun)),
  },
  keys: {
    description: 'JSON array of the KV keys written, as many as fit into 100 kB.',
    value: (report) => ('keys' in report ? keysWritten(report) : '[]'),
  },
  'requires-rebuild': {
    description: '`true` if a Worker must be rebuilt, after a tag under `logic/`.',
    value: (report) => String('requiresRebuild' in report && report.requiresRebuild),
  },
  verdict: {
    description:
      'guard, and promote of a group or through a canary: `healthy`, `breached` or `inconclusive`, the worst of all; any command: `superseded` if somebody else moved a tag meanwhile, and nothing was touched.',
    value: (report) => ('verdict' in report && report.verdict) || '',
  },
  answer: {
    description: 'compare: `a` (`environment`), `b` (`with`) or `no difference shown`.',
    value: (report) => (report.command === 'compare' && report.answer) || '',
  },
  'rolled-back': {
    description: '`true` if an environment went back to an earlier version.',
    value: (report) =>
      report.command === 'guard' ||
      report.command === 'rollback' ||
      ('rollouts' in report && (report.rollouts ?? []).length > 0) ||
      ('waves' in report && report.waves.length > 0)
        ? String(report.rolledBack)
        : '',
  },
  drift: {
    description: 'reconcile: how many keys drifted, before the repair.',
    value: (report) => (report.command === 'reconcile' ? String(report.drift) : ''),
  },
  findings: {
    description:
      'validate: the number of findings, without suppressed ones. doctor: the number of errors and warnings.',
    value: (report) => findingsIn(report),
  },
  'issue-url': {
    description: 'The URL of the post-mortem issue.',
    value: (report) => ('issues' in report && report.issues[0]?.url) || '',
  },
} as const satisfies Readonly<Record<string, Output>>;

/** The outputs that are made of the whole report. */
export const WHOLE_OUTPUTS = {
  result:
    'Everything as one JSON document of at most 100 kB (`schema/result.schema.json`); `truncated` is `true` if lists were cut.',
  'result-file': 'The path of a file with the whole `result`.',
} as const;

function findingsIn(report: Report): string {
  switch (report.command) {
    case 'validate':
      return String(report.findings.length);
    case 'doctor':
      return String(report.facts.filter(({ status }) => status === 'error' || status === 'warning').length);
    default:
      return '';
  }
}

/** In a dry run these say what would be changed; the others do nothing but plan. */
function isPlanned({ command }: Report): boolean {
  return command === 'guard' || command === 'reconcile';
}

/** What the outputs say of the component that took part; nothing unless it was exactly one. */
interface Part {
  readonly component?: string | undefined;
  readonly environment?: string | undefined;
  readonly version?: string | undefined;
  readonly previousVersion?: string | undefined;
  readonly commit?: string | undefined;
}

function partOf(report: Report): Part {
  switch (report.command) {
    case 'reconcile':
    case 'validate':
    case 'doctor':
    case 'backtest':
      return {};
    case 'compare':
      return { component: report.component };
    case 'history':
      return only(report.state.lines) ?? {};
    case 'guard': {
      const gate = only(report.gates);
      const version = gate?.rolledBackTo === undefined || report.dryRun ? gate?.version : gate.rolledBackTo;
      if (gate === undefined || version === gate.version) {
        return gate ?? {};
      }
      const deployed = report.deployed.find(({ component }) => component === gate.component);
      return { ...gate, version, previousVersion: gate.version, commit: deployed?.commit };
    }
    default: {
      const rollouts = report.rollouts ?? [];
      return rollouts.length > 0
        ? rolloutPart(report, only(rollouts))
        : commonOf([...report.deployed, ...report.deleted]);
    }
  }
}

/** What is live after a canary. */
function rolloutPart({ deployed, dryRun }: RunReport, rollout: RolloutReport | undefined): Part {
  if (rollout === undefined) {
    return {};
  }
  const { component, environment, version, live, verdict } = rollout;
  const isLive = verdict === 'healthy' || dryRun;
  const now = deployed.find((one) => one.component === component && one.version === (isLive ? version : live));
  return {
    component,
    environment,
    version: isLive ? version : live,
    previousVersion: isLive ? live : undefined,
    commit: now?.commit,
  };
}

/** What all of them say, where they are of one component: the waves of a group, or a version and where a track put it. */
function commonOf(parts: readonly Part[]): Part {
  const the = <K extends keyof Part>(key: K): Part[K] =>
    only([...new Set(parts.flatMap((part) => part[key] ?? []))]) as Part[K];
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) {
    return first;
  }
  return parts.some(({ component }) => component !== first?.component)
    ? {}
    : {
        component: first?.component,
        environment: the('environment'),
        version: the('version'),
        previousVersion: the('previousVersion'),
        commit: the('commit'),
      };
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/** What a run puts out; the whole of it, which may be too much for an output, stands in a file. */
export interface Published {
  readonly result: Result;
  readonly outputs: Readonly<Record<keyof typeof OUTPUTS, string>>;
}

/** What a command puts out. @param sarif the path of the SARIF file of `validate` */
export function published(report: Report, sarif?: string): Published {
  const outputs = Object.fromEntries(Object.entries(OUTPUTS).map(([name, { value }]) => [name, value(report)]));
  return { result: resultOf(report, sarif), outputs: outputs as Published['outputs'] };
}

function resultOf(report: Report, sarif: string | undefined): Result {
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

/** The names of the keys that were written, as JSON; as many as fit. */
function keysWritten({ dryRun, keys }: Pick<RunReport, 'dryRun' | 'keys'>): string {
  const names = dryRun ? [] : [...new Set(keys.filter(({ role }) => role !== 'removed').map(({ key }) => key))];
  const whole = JSON.stringify(names);
  return isFitting(whole) ? whole : (mostThatFits((limit) => JSON.stringify(names.slice(0, limit))) ?? '[]');
}
