import * as z from 'zod';
import { VERDICTS, WAVE_OUTCOMES, WAVE_STATES } from '../commands/report.ts';
import { AGREEMENTS } from '../domain/backtest.ts';
import { CHECKS, STATUSES } from '../domain/doctor/fact.ts';
import { ANSWERS } from '../domain/gate/experiment.ts';
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
  role: z.enum(['environment', 'version', 'latest', 'versions', 'share', 'index', 'removed']),
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

const rolloutResult = z.strictObject({
  component: z.string().meta({ description: '`type/name`.' }),
  environment: z.string(),
  canary: z.string().meta({ description: 'The environment of the canary.' }),
  version: z.string(),
  live: z.string().nullable().meta({ description: 'The version that was live beside it.' }),
  verdict: z
    .enum(VERDICTS)
    .nullable()
    .meta({ description: '`healthy`: all users have it; null where it was not judged.' }),
  why: z.string(),
  share: z.number().meta({ description: 'How many percent of the users get the canary now.' }),
  planned: z.array(z.number()).meta({ description: 'The percentages of the configuration.' }),
  steps: z.array(
    z.strictObject({
      step: z.int().meta({ description: 'Which of these, from 1.' }),
      share: z.number(),
      gate: gateResult
        .nullable()
        .meta({ description: 'Counts and `control` are of this step; null where it was not judged.' }),
    }),
  ),
});

const waveResult = z.strictObject({
  environments: z.array(z.string()),
  outcome: z.enum(WAVE_OUTCOMES),
  places: z.array(
    z.strictObject({
      component: z.string().meta({ description: '`type/name`.' }),
      environment: z.string(),
      version: z.string().nullable().meta({ description: 'What it was to get; in a rollback, what it left.' }),
      state: z.enum(WAVE_STATES).meta({
        description:
          '`there`: had it already. `moved`: got it, and has no gate. `watched`: its gate let it pass. `failed`: did not get so far. `waiting`: was not its turn. `back`: was taken back. `left`: a rollback did not concern it.',
      }),
      verdict: z.enum(VERDICTS).nullable(),
      why: z.string(),
      'rolled-back-to': z.string().nullable(),
      held: z.boolean().meta({ description: 'KV was restored although the tag could not be moved.' }),
    }),
  ),
});

const runResult = z
  .strictObject({
    ...runFields,
    command: z.enum(['deploy', 'promote', 'rollback', 'restore']),
    verdict: z
      .enum(VERDICTS)
      .nullable()
      .meta({ description: '`superseded`; of a group or through a canary, the worst of its gates.' }),
    restored: z
      .strictObject({ from: z.string(), at: z.iso.datetime() })
      .nullable()
      .meta({ description: 'Of a restore: which environment, as it was when, was brought back.' }),
    rollouts: z.array(rolloutResult).meta({ description: 'What went in step by step.' }),
    waves: z.array(waveResult).meta({ description: 'The waves of a group; empty for a single environment.' }),
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
        share: z
          .number()
          .nullable()
          .meta({ description: 'Of a canary: how many percent of the users of `of` get it.' }),
        of: z.string().nullable(),
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
        share: z
          .number()
          .nullable()
          .meta({ description: 'Where the share of a canary changed: percent of the users of `of`.' }),
        of: z.string().nullable(),
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
    page: z
      .string()
      .nullable()
      .meta({ description: 'Where the page is, from the workspace; null without the input `page`.' }),
    'duration-ms': z.int(),
    notices: z.array(noticeResult),
  })
  .meta({ title: 'Result of a history' });

const doctorResult = z
  .strictObject({
    schema: z.literal(1),
    truncated,
    command: z.literal('doctor'),
    environment: z.string().nullable().meta({ description: 'The only one that was checked; null for all.' }),
    ledger: ledgerResult,
    counts: z.strictObject({ error: z.int(), warning: z.int(), notice: z.int(), ok: z.int() }),
    facts: z.array(
      z.strictObject({
        check: z.enum(Object.keys(CHECKS) as [keyof typeof CHECKS]),
        status: z.enum(STATUSES).meta({ description: 'With an `error` deploys fail.' }),
        fact: z.string(),
        fix: z.string().nullable().meta({ description: 'What to do; null where there is nothing to do.' }),
        code: z.string().nullable().meta({ description: 'Of the error that a deploy would end with.' }),
        file: z.string().nullable(),
        line: z.int().nullable(),
      }),
    ),
    'duration-ms': z.int(),
    notices: z.array(noticeResult),
  })
  .meta({ title: 'Result of a doctor' });

const sideResult = z.strictObject({ environment: z.string(), version: z.string(), sha: z.string() }).nullable();

const sideMeasured = z.strictObject({
  errors: z.number().nullable().meta({ description: 'Failed requests; null for a value.' }),
  total: z.number().nullable().meta({ description: 'All requests; null for a value.' }),
  values: z.array(z.number()).meta({ description: 'The values of all looks; empty where requests are counted.' }),
});

const compareResult = z
  .strictObject({
    ...runFields,
    command: z.literal('compare'),
    verdict: z.enum(['superseded']).nullable(),
    component: z.string().meta({ description: '`type/name`.' }),
    answer: z.enum(ANSWERS).nullable().meta({ description: 'Null where nothing was compared.' }),
    why: z.string(),
    a: sideResult.meta({ description: 'The first environment; null where nothing was compared.' }),
    b: sideResult.meta({ description: 'The other one.' }),
    since: z.iso.datetime().nullable().meta({ description: 'From when on both were counted.' }),
    looks: z.int(),
    metrics: z.array(
      z.strictObject({
        metric: z.string(),
        by: z.enum(['rates', 'looks', 'shown']).meta({
          description:
            '`rates`: of failed requests; `looks`: how often one was worse; `shown`: a value that decides nothing.',
        }),
        a: sideMeasured,
        b: sideMeasured,
        difference: z
          .number()
          .nullable()
          .meta({ description: 'Of `a` less `b`, as a part of 1; below 0 `a` is better.' }),
        low: z.number().nullable().meta({ description: 'The lower end of its interval.' }),
        high: z.number().nullable().meta({ description: 'The upper end.' }),
        confidence: z.number().nullable().meta({ description: 'How sure the interval is, over all looks together.' }),
        better: z.enum(['a', 'b']).nullable().meta({ description: 'Null while no difference is shown.' }),
        more: z.int().nullable().meta({
          description:
            'Requests of both together, or looks, that would show the difference that was measured; null where it is shown, or none would.',
        }),
      }),
    ),
  })
  .meta({ title: 'Result of a compare' });

const backtestResult = z
  .strictObject({
    schema: z.literal(1),
    truncated,
    command: z.literal('backtest'),
    ledger: ledgerResult,
    environment: z.string(),
    since: z.iso.datetime(),
    until: z.iso.datetime(),
    counts: z
      .partialRecord(z.enum(AGREEMENTS), z.int())
      .meta({ description: 'How many deploys there are of each agreement.' }),
    deploys: z
      .array(
        z.strictObject({
          component: z.string().meta({ description: '`type/name`.' }),
          version: z.string(),
          'previous-version': z.string().nullable(),
          deployed: z.iso.datetime(),
          actor: z.string().nullable(),
          verdict: z.enum(VERDICTS).meta({ description: 'What the gate would have said.' }),
          'would-roll-back': z.boolean(),
          at: z.iso.datetime().meta({ description: 'When the gate would have ended.' }),
          'after-ms': z.int().meta({ description: 'The same, from the deploy on.' }),
          why: z.string(),
          breached: z.array(z.string()).meta({ description: 'The metrics that were beyond their limits.' }),
          metrics: z
            .array(
              z.strictObject({
                metric: z.string(),
                looks: z.int(),
                value: measurementResult.shape.value,
                errors: measurementResult.shape.errors,
                total: measurementResult.shape.total,
                limit: z.string(),
                evidence: z.string(),
                outcome: measurementResult.shape.outcome,
              }),
            )
            .meta({ description: 'The last measurement of each metric.' }),
          healthy: z.iso
            .datetime()
            .nullable()
            .meta({ description: 'When a gate found it healthy; null where none did.' }),
          next: z
            .strictObject({
              at: z.iso.datetime(),
              move: z.enum(MOVES),
              version: z.string().nullable(),
              actor: z.string().nullable(),
              run: z.string().nullable(),
              reason: z.string().nullable(),
            })
            .nullable()
            .meta({ description: 'The move that ended it; null while it is live.' }),
          agreement: z.enum(AGREEMENTS).meta({
            description:
              'Who would have it back, or had it: `both`, `gate-only`, `people-only`; `neither`: healthy, and kept; `unjudged`: kept, without a verdict.',
          }),
        }),
      )
      .meta({ description: 'The deploys, the latest first.' }),
    'not-replayed': z
      .array(z.strictObject({ metric: z.string(), provider: z.string() }))
      .meta({ description: 'Metrics that cannot be asked for a past time.' }),
    'duration-ms': z.int(),
    notices: z.array(noticeResult),
  })
  .meta({ title: 'Result of a backtest' });

/** The `result` output: the one definition behind its type and its published JSON Schema. */
export const resultSchema = z
  .discriminatedUnion('command', [
    runResult,
    guardResult,
    reconcileResult,
    validateResult,
    historyResult,
    compareResult,
    backtestResult,
    doctorResult,
  ])
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
