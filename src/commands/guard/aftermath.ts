import { INDEX_KEY } from '../../domain/key.ts';
import type { Target } from '../../domain/projection.ts';
import { differs } from '../../domain/stored-key.ts';
import type { Choice } from '../../domain/version-choice.ts';
import type { MoveOutcome } from '../../engine/move.ts';
import type { Observation } from '../../engine/observation.ts';
import type { Session } from '../../engine/session.ts';
import { TagshipError, toTagshipErrors } from '../../errors.ts';
import { warnings } from '../describe.ts';
import { type MoveSettings, reportMove, stateOf } from '../moves.ts';
import type { Occasion } from '../post-mortem.ts';
import type { GateReport, Notice, RollbackTimes, RunReport } from '../report.ts';
import type { Retreat } from './gate-rollback.ts';
import type { GuardPorts } from './ports.ts';
import type { Judged } from './subject.ts';

/** What there is to say after a rollback. */
export interface Aftermath {
  /** The version that is live now. */
  readonly version: string;
  readonly report: RunReport;
  readonly times: RollbackTimes | undefined;
  readonly occasion: Occasion;
  /**
   * What fails the step, and what is said otherwise.
   * @param issue the address of the post-mortem
   */
  readonly failures: (
    issue: string | undefined,
    failOnRollback: boolean,
  ) => { readonly errors: readonly TagshipError[]; readonly notices: readonly Notice[] };
}

/**
 * Looks at what a rollback brought about: reads KV back, and puts the report together.
 * @param targets all that went back, where these are more than what was judged
 */
export async function aftermathOf(
  done: Extract<Retreat, { readonly outcome: MoveOutcome }>,
  judged: Judged,
  gate: GateReport,
  measuredAt: number,
  settings: MoveSettings,
  session: Session,
  ports: GuardPorts,
  targets: readonly Target[] = [judged.target],
): Promise<Aftermath> {
  const { outcome, before, applier } = done;
  const restoredAt = applier.writtenAt ?? ports.clock.now();
  const movedAt = done.kind === 'moved' ? done.movedAt : undefined;
  const notices = settings.dryRun ? [] : await readBack(outcome, judged, ports);
  const report = await reportMove('rollback', session, before, targets, outcome, settings, ports, measuredAt);
  const version = choiceFor(judged, outcome)?.version ?? runningIn(judged, outcome.view) ?? '';
  return {
    version,
    report: { ...report, moves: done.kind === 'held' ? [] : report.moves, notices: [...report.notices, ...notices] },
    times: settings.dryRun
      ? undefined
      : {
          moved: movedAt === undefined ? undefined : movedAt - measuredAt,
          restored: restoredAt - measuredAt,
          done: ports.clock.now() - measuredAt,
        },
    occasion: occasionOf(done, judged, gate, version, restoredAt, movedAt, measuredAt),
    failures: (issue, failOnRollback) => failuresOf(done, judged, gate, version, settings, issue, failOnRollback),
  };
}

type Returned = Extract<MoveOutcome, { readonly view: Observation }>;

function choiceFor({ environment }: Judged, { intent }: Returned): Choice | undefined {
  return intent.choices.find(({ situation }) => situation.environment === environment);
}

function runningIn({ component, environment }: Judged, view: Observation): string | undefined {
  return stateOf(component, environment, view).current;
}

/** KV answers what it had a minute ago, so what is old is only worth a note. */
async function readBack(
  { keys, plans }: Returned,
  { environment }: Judged,
  { kv, journal }: GuardPorts,
): Promise<Notice[]> {
  const stale: string[] = [];
  try {
    for (const plan of keys.length === 0 ? [] : plans) {
      const written = plan.keys.filter(({ key, role }) => role === 'environment' && key !== INDEX_KEY);
      const stored = await kv.read(
        plan.namespace,
        written.map(({ key }) => key),
      );
      stale.push(...written.filter((planned) => differs(planned, stored.get(planned.key))).map(({ key }) => key));
    }
  } catch (error) {
    const [first] = toTagshipErrors(error);
    journal.info(`KV could not be read back: ${first?.what ?? ''}`);
    return [
      { level: 'notice', message: `KV acknowledged the rollback, but could not be read back: ${first?.what ?? ''}` },
    ];
  }
  return stale.length === 0
    ? []
    : [
        {
          level: 'notice',
          message: `KV acknowledged the rollback, and still answers something older for ${stale.map((key) => `\`${key}\``).join(', ')} in \`${environment}\`: reads may be a minute old.`,
        },
      ];
}

function occasionOf(
  done: Extract<Retreat, { readonly outcome: MoveOutcome }>,
  judged: Judged,
  { policy, rows, startedAt, why }: GateReport,
  version: string,
  restoredAt: number,
  movedAt: number | undefined,
  measuredAt: number,
): Occasion {
  const { component, environment } = judged;
  const { outcome } = done;
  const entry = outcome.ledger?.entry(environment, component) ?? outcome.view.ledger?.entry(environment, component);
  const isRecorded = entry?.version === version && (entry.move === 'rollback' || entry.status === 'held');
  return {
    component,
    environment,
    left: judged.version,
    restored: { version, commit: choiceFor(judged, outcome)?.commit ?? entry?.commit ?? undefined },
    entry: isRecorded ? entry : undefined,
    why,
    gate: { policy, rows, startedAt },
    held: done.kind === 'held' ? done.cause.map(({ what }) => what).join(' ') : undefined,
    times: { moved: movedAt === undefined ? undefined : movedAt - measuredAt, restored: restoredAt - measuredAt },
  };
}

function failuresOf(
  done: Extract<Retreat, { readonly outcome: MoveOutcome }>,
  judged: Judged,
  { why }: GateReport,
  version: string,
  { dryRun }: MoveSettings,
  issue: string | undefined,
  failOnRollback: boolean,
): ReturnType<Aftermath['failures']> {
  const { id, environment } = judged;
  const name = `\`${id}\` ${judged.version} in \`${environment}\``;
  const look = issue === undefined ? '' : ` The post-mortem is ${issue}.`;
  if (dryRun) {
    return { errors: [], notices: warnings([`${name} would have been rolled back to ${version}: ${why}`]) };
  }
  if (done.kind === 'held') {
    const hold = done.isRecorded
      ? 'a hold in the ledger keeps it there'
      : 'only the metadata of its key says so, since the ledger could not record it either';
    const what = `${name} should go back to ${version}: ${why} KV has ${version} again and ${hold}, but the tag still stands for ${judged.version}. ${done.cause.map((one) => one.what).join(' ')}`;
    const remedies = [...new Set(done.cause.map(({ remedy }) => remedy))].join(' ');
    const error = new TagshipError(
      'tag-held',
      what,
      `${remedies} Then \`promote\` ${version}: moving the tag ends the hold.${look}`,
    );
    return { errors: [error], notices: [] };
  }
  const what = `${name} was rolled back to ${version}: ${why}`;
  const remedy = `Find out why before it is promoted again: ${judged.version} is quarantined.${look}`;
  return failOnRollback
    ? { errors: [new TagshipError('rolled-back', what, remedy)], notices: [] }
    : { errors: [], notices: warnings([`${what} ${remedy}`]) };
}
