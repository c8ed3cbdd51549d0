import * as z from 'zod';
import { VERDICTS } from '../commands/report.ts';
import { MOVES } from '../domain/ledger/entry.ts';
import { EVENTS } from '../domain/ledger/message.ts';
import { DRIFTS, STANDINGS } from '../domain/reconcile/drift.ts';
import { FINDING_CODES } from '../domain/validation/finding.ts';

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
  role: z.enum(['environment', 'version', 'latest', 'versions', 'index', 'removed']),
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
  'control-errors': z
    .number()
    .nullable()
    .meta({ description: 'Of what was not deployed; null where it is not compared.' }),
  'control-total': z.number().nullable(),
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

const truncated = z
  .boolean()
  .meta({ description: 'Lists or long texts were cut; the file of the output `result-file` has more.' });

const runFields = {
  schema: z.literal(1),
  truncated,
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

const countsResult = z
  .partialRecord(z.enum([...DRIFTS, ...STANDINGS]), z.int())
  .meta({ description: 'How many keys there are of each finding.' });

const reconcileResult = z
  .strictObject({
    ...runFields,
    command: z.literal('reconcile'),
    verdict: z.null(),
    heal: z.boolean(),
    drift: z.int().meta({ description: 'Keys that were found to drift.' }),
    remaining: z.int().meta({ description: 'Keys that still do.' }),
    written: z.int().meta({ description: 'How many keys were written; in a dry run, would be.' }),
    removed: z.int().meta({ description: 'How many keys were removed; in a dry run, would be.' }),
    counts: countsResult,
    namespaces: z.array(
      z.strictObject({
        id: z.string(),
        environments: z.array(z.string()),
        wanted: z.int().meta({ description: 'Keys that are to be there.' }),
        owned: z.int().meta({ description: 'Keys of this repository that were stored there.' }),
        counts: countsResult,
      }),
    ),
    found: z
      .array(
        z.strictObject({
          namespace: z.string(),
          key: z.string(),
          finding: z.enum([...DRIFTS, ...STANDINGS]),
          expected: z.string().nullable().meta({ description: 'The version; null where nothing is to be there.' }),
          stored: z.string().nullable().meta({ description: 'The version, as far as the key says one.' }),
        }),
      )
      .meta({ description: 'What was found, the worst first.' }),
  })
  .meta({ title: 'Result of a reconcile' });

const severityResult = z.enum(['error', 'warning', 'notice']);

const validateResult = z
  .strictObject({
    schema: z.literal(1),
    truncated,
    command: z.literal('validate'),
    scope: z.enum(['all', 'changed']),
    tree: z.enum(['working-tree', 'commit']).meta({ description: 'What was checked: the checkout, or the commit.' }),
    sha: z.string().nullable().meta({ description: 'The commit that the workflow ran for.' }),
    base: z.string().nullable().meta({ description: 'The commit that it was compared with; null without one.' }),
    files: z.int().meta({ description: 'Files that were read.' }),
    counts: z.strictObject({ error: z.int(), warning: z.int(), notice: z.int() }),
    suppressed: z.int().meta({ description: 'Findings that are suppressed.' }),
    findings: z
      .array(
        z.strictObject({
          code: z.enum(FINDING_CODES),
          severity: severityResult,
          file: z.string(),
          line: z.int().nullable().meta({ description: 'From 1; null where it is about the whole file.' }),
          column: z.int().nullable().meta({ description: 'From 1, in UTF-16 code units.' }),
          'end-line': z.int().nullable(),
          'end-column': z.int().nullable().meta({ description: 'The first column that is not part of it.' }),
          message: z.string(),
          suggestion: z.string().nullable().meta({ description: 'What to write there instead.' }),
          command: z.string().nullable().meta({ description: 'The command that fixes it.' }),
        }),
      )
      .meta({ description: 'What was found, the worst first.' }),
    changes: z
      .array(
        z.strictObject({
          component: z.string().meta({ description: '`type/name`.' }),
          change: z.enum(['new', 'changed', 'moved', 'removed', 'unregistered']),
          path: z.string().nullable().meta({ description: 'The file of its content now.' }),
          'previous-path': z.string().nullable().meta({ description: 'The file before, where it was another.' }),
          environments: z.array(z.strictObject({ environment: z.string(), version: z.string().nullable() })),
          references: z.int().meta({ description: 'How many references name it.' }),
          mentions: z
            .array(z.strictObject({ file: z.string(), line: z.int(), column: z.int(), text: z.string() }))
            .meta({ description: 'Where; cut where these are many.' }),
        }),
      )
      .nullable()
      .meta({ description: 'What the change means for components; null where the event names none.' }),
    sarif: z.string().nullable().meta({ description: 'The path of the SARIF file.' }),
    'duration-ms': z.int(),
    notices: z.array(noticeResult),
  })
  .meta({ title: 'Result of a validate' });

const historyResult = z
  .strictObject({
    schema: z.literal(1),
    truncated,
    command: z.literal('history'),
    ledger: ledgerResult,
    at: z.iso.datetime().meta({ description: 'The time of `state`.' }),
    state: z.array(
      z.strictObject({
        component: z.string(),
        environment: z.string(),
        version: z.string().nullable().meta({ description: 'Null where it is unknown.' }),
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
  .discriminatedUnion('command', [runResult, guardResult, reconcileResult, validateResult, historyResult])
  .meta({ title: 'Result of Tagship', description: 'The `result` output of the action.' });

/** The `result` output. */
export type Result = z.output<typeof resultSchema>;

/** What the results of all commands but `validate` and `history` have in common. */
export type RunFields = z.output<z.ZodObject<typeof runFields>>;

/**
 * What the steps with these results deployed, as `type/name environment`.
 * @returns undefined where no step says so: none deployed, or one reconciled, which deploys what it finds
 */
export function targetsIn(results: readonly unknown[]): ReadonlySet<string> | undefined {
  const told = results.flatMap((one) => resultSchema.safeParse(one).data ?? []);
  const runs = told.flatMap((one) => ('components' in one && one.command !== 'guard' && !one['dry-run'] ? [one] : []));
  return runs.length === 0 || runs.some(({ command }) => command === 'reconcile')
    ? undefined
    : new Set(runs.flatMap(({ components }) => components.map((one) => `${one.component} ${one.environment}`)));
}
