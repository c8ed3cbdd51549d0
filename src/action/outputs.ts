import * as z from 'zod';
import type { HistoryReport } from '../commands/history.ts';
import { type GuardReport, type RunReport, VERDICTS } from '../commands/report.ts';
import { MOVES } from '../domain/ledger/entry.ts';
import { EVENTS } from '../domain/ledger/message.ts';
import type { OutputName } from './spec.ts';

const componentResult = z.strictObject({
  component: z.string().meta({ description: '`type/name`.' }),
  environment: z.string().nullable().meta({ description: 'Null for a version tag.' }),
  version: z.string(),
  'previous-version': z.string().nullable(),
  sha: z.string().meta({ description: 'The commit of the version.' }),
  'previous-sha': z.string().nullable(),
  path: z.string().meta({ description: 'The file of the content.' }),
  bytes: z.int(),
  namespaces: z.array(z.string()),
});

const deletedResult = z.strictObject({
  component: z.string().meta({ description: '`type/name`.' }),
  environment: z.string().nullable().meta({ description: 'Null for a version tag.' }),
  version: z.string().nullable().meta({ description: 'Null for an environment tag.' }),
  left: z.array(z.string()).meta({ description: 'Keys that stay in KV.' }),
});

const rebuildResult = z.strictObject({
  argv: z.array(z.string()),
  'duration-ms': z.int().nullable().meta({ description: 'Null in a dry run.' }),
});

const keyResult = z.strictObject({
  namespace: z.string(),
  key: z.string(),
  role: z.enum(['environment', 'version', 'latest', 'index', 'removed']),
  bytes: z.int(),
  changed: z.boolean(),
});

const noticeResult = z.strictObject({ level: z.enum(['notice', 'warning']), message: z.string() });

const ledgerResult = z
  .strictObject({ ref: z.string(), commit: z.string(), seq: z.int() })
  .nullable()
  .meta({ description: 'Where the ledger stands after the run; null where there is none.' });

const moveResult = z.strictObject({
  component: z.string().meta({ description: '`type/name`.' }),
  environment: z.string(),
  version: z.string().nullable().meta({ description: 'Null where the tag was removed.' }),
  sha: z.string().nullable(),
  'previous-version': z.string().nullable(),
  why: z.string(),
  override: z.array(z.string()).meta({ description: 'Checks that were passed over.' }),
  quarantined: z.string().nullable().meta({ description: 'A version Tagship does not choose there any more.' }),
});

const issueResult = z.strictObject({
  component: z.string().meta({ description: '`type/name`.' }),
  environment: z.string(),
  version: z.string().meta({ description: 'The version that was left.' }),
  url: z.string(),
});

const measurementResult = z.strictObject({
  metric: z.string(),
  at: z.iso.datetime(),
  'elapsed-ms': z.int().meta({ description: 'Since the deploy.' }),
  queries: z.array(z.string()).meta({ description: 'What was asked, without secrets.' }),
  value: z.number().nullable().meta({ description: 'The value, or the rate of failed requests; null without data.' }),
  errors: z.number().nullable().meta({ description: 'Failed requests; null for a value.' }),
  total: z.number().nullable().meta({ description: 'All requests; null for a value.' }),
  samples: z.number().nullable().meta({ description: 'Rows behind an estimate; null where all were counted.' }),
  limit: z.string(),
  evidence: z.string(),
  outcome: z.enum(['passed', 'failed', 'breach', 'accept', 'undecided', 'no-data', 'error']),
});

const gateResult = z.strictObject({
  component: z.string().meta({ description: '`type/name`.' }),
  environment: z.string(),
  version: z.string().meta({ description: 'The version that was judged.' }),
  sha: z.string(),
  verdict: z.enum(VERDICTS),
  why: z.string(),
  'rolled-back-to': z
    .string()
    .nullable()
    .meta({ description: 'The version that is live because of the gate; in a dry run, that would be.' }),
  held: z.boolean().meta({ description: 'KV was restored although the tag could not be moved.' }),
  deployed: z.iso.datetime(),
  started: z.iso.datetime(),
  ended: z.iso.datetime(),
  measurements: z.array(measurementResult),
});

const timesResult = z.strictObject({
  'moved-ms': z.int().nullable().meta({ description: 'Until tag and ledger had moved; null where they did not.' }),
  'restored-ms': z.int().meta({ description: 'Until KV acknowledged the version.' }),
  'done-ms': z.int().meta({ description: 'Until all was reported.' }),
});

const runFields = {
  schema: z.literal(1),
  'rolled-back': z.boolean(),
  ledger: ledgerResult,
  moves: z.array(moveResult).meta({ description: 'Tags that moved; in a dry run, those that would have.' }),
  'dry-run': z.boolean(),
  changed: z.boolean(),
  reason: z.string().nullable(),
  components: z.array(componentResult),
  deleted: z.array(deletedResult).meta({ description: 'Tags that were deleted.' }),
  'requires-rebuild': z.boolean(),
  rebuild: z.array(rebuildResult).meta({ description: 'Commands that rebuilt a Worker.' }),
  keys: z.array(keyResult).meta({ description: 'Keys that were written; in a dry run, those that would have been.' }),
  rounds: z.int(),
  'duration-ms': z.int(),
  issues: z.array(issueResult).meta({ description: 'The post-mortem issues of what was rolled back.' }),
  notices: z.array(noticeResult),
};

const runResult = z
  .strictObject({
    ...runFields,
    command: z.enum(['deploy', 'promote', 'rollback', 'restore']),
    verdict: z.enum(['superseded']).nullable(),
  })
  .meta({ title: 'Result of a deploy, a promotion, a rollback or a restore' });

const guardResult = z
  .strictObject({
    ...runFields,
    command: z.literal('guard'),
    verdict: z.enum(VERDICTS).nullable().meta({ description: 'The worst of all gates; null with nothing to watch.' }),
    gates: z.array(gateResult),
    times: timesResult
      .nullable()
      .meta({ description: 'How long the first rollback took, from the measurement that led to it.' }),
  })
  .meta({ title: 'Result of a guard' });

const historyResult = z
  .strictObject({
    schema: z.literal(1),
    command: z.literal('history'),
    ledger: ledgerResult,
    at: z.iso.datetime().meta({ description: 'The time of `state`.' }),
    state: z.array(
      z.strictObject({
        component: z.string(),
        environment: z.string(),
        version: z.string().nullable().meta({ description: 'Null where nobody can say.' }),
        sha: z.string().nullable(),
        status: z.enum(['pending', 'deployed', 'healthy', 'held']),
        move: z.enum(MOVES),
        since: z.string().nullable(),
        actor: z.string().nullable(),
        run: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
    moves: z.array(
      z.strictObject({
        at: z.string(),
        event: z.enum(EVENTS),
        move: z.enum(MOVES),
        component: z.string(),
        environment: z.string(),
        version: z.string().nullable(),
        'previous-version': z.string().nullable(),
        actor: z.string().nullable(),
        run: z.string().nullable(),
        reason: z.string().nullable(),
        override: z.array(z.string()),
        commit: z.string().meta({ description: 'The ledger commit.' }),
      }),
    ),
    changes: z
      .array(
        z.strictObject({
          component: z.string(),
          environment: z.string(),
          from: z.string().nullable(),
          to: z.string().nullable(),
        }),
      )
      .nullable()
      .meta({ description: 'What is different at the end of the range; null without a range.' }),
    'duration-ms': z.int(),
    notices: z.array(noticeResult),
  })
  .meta({ title: 'Result of a history' });

/** The `result` output: the one definition behind its type and its published JSON Schema. */
export const resultSchema = z
  .discriminatedUnion('command', [runResult, guardResult, historyResult])
  .meta({ title: 'Result of Tagship', description: 'The `result` output of the action.' });

export type Result = z.output<typeof resultSchema>;

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

function moment(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

type Fields = z.output<z.ZodObject<typeof runFields>>;

function fieldsOf(report: Omit<RunReport, 'command' | 'verdict'>): Fields {
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
