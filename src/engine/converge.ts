import type { Target } from '../domain/projection.ts';
import { TagshipError } from '../errors.ts';
import type { Journal } from '../ports/journal.ts';
import type { Applied, Applier } from './apply.ts';
import type { DesiredState } from './desired.ts';
import type { LedgerSnapshot } from './ledger/snapshot.ts';
import type { Observation } from './observation.ts';
import { contentIn, type RecordOutcome, recordTargets } from './record.ts';
import type { RunSettings } from './run-ports.ts';
import type { Session } from './session.ts';

/** How often a run brings KV to tags that moved again before it gives up. */
const MAX_ROUNDS = 20;

/** A part of what KV is to hold, and the observation that it was computed from. */
export interface DesiredPart {
  readonly plans: readonly DesiredState[];
  readonly observed: Observation;
}

/** What a run brings KV to, and where it looks and records that. */
export interface Scope {
  /**
   * The next part of what KV is to hold; undefined where KV has acknowledged all of it. Asked again after every write.
   * @param observed the last observation; what takes long may make one of its own
   */
  desired(observed: Observation): Promise<DesiredPart | undefined>;
  /** Reads the ledger, and then the tags, as they are now. */
  observe(): Promise<Observation>;
  /** Records what KV was brought to. */
  record(observed: Observation): Promise<RecordOutcome>;
  /** What was planned last of all that is kept. */
  readonly plans: readonly DesiredState[];
  /** Takes in what moved while KV was written and that was recorded. */
  moved?(before: Observation, now: Observation): Promise<void>;
}

/** What a run brought about, in KV and in the ledger. */
export interface Converged extends Applied {
  /** What KV is to hold by the last observation, as far as it is kept. */
  readonly plans: readonly DesiredState[];
  /** The last observation. */
  readonly view: Observation;
  /** The ledger after the run; undefined where there is none. */
  readonly ledger: LedgerSnapshot | undefined;
  /** How often KV was written until it agreed with what was observed. */
  readonly rounds: number;
  /** Why nothing was recorded of some components, although KV is as their tags say. */
  readonly failures: readonly TagshipError[];
}

/**
 * Brings KV to what the ledger and the tags say: applies the difference, records it, observes both once more, and repeats
 * if something moved. So KV is as the tags are when the last run ends, whatever order the runs had.
 *
 * - The record comes before the last observation: its push lands only on the ledger that was observed. A tag that moved
 *   away and came back meanwhile would else be taken for what was written.
 * - A write that was not acknowledged is repeated only after everything was observed anew.
 *
 * @param first the observation that the run begins with
 * @throws TagshipError `key-foreign`, `kv-incomplete`, `tags-unsettled`, `ledger-rewritten`, and what planning throws
 */
export async function converge(
  scope: Scope,
  applier: Applier,
  first: Observation,
  { dryRun }: Pick<RunSettings, 'dryRun'>,
  journal: Journal,
): Promise<Converged> {
  const warnings = new Set<string>();
  const failures = new Map<string, TagshipError>();
  let observed = first;
  let rounds = 0;
  let ledger = first.ledger;
  const converged = (): Converged => {
    observed.ignored().forEach(warnings.add, warnings);
    const { warnings: noted, ...applied } = applier.outcome;
    const all = [...noted, ...warnings];
    return {
      ...applied,
      warnings: all,
      plans: scope.plans,
      view: observed,
      ledger,
      rounds,
      failures: [...failures.values()],
    };
  };
  /** @returns whether anything was to be written */
  const apply = async (): Promise<boolean> => {
    let wrote = false;
    rounds += 1;
    for (let next = await scope.desired(observed); next !== undefined; next = await scope.desired(observed)) {
      observed = next.observed;
      await applier.check(next.plans);
      if (dryRun) {
        applier.pretend(next.plans);
        break;
      }
      wrote ||= !applier.isApplied(next.plans);
      if (!(await applier.apply(next.plans))) {
        observed = await scope.observe();
        rounds += 1;
      }
    }
    return wrote;
  };
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const before = observed;
    const wrote = await journal.group(dryRun ? 'Plan' : 'Write to KV', apply);
    observed.ignored().forEach(warnings.add, warnings);
    if (dryRun) {
      return converged();
    }
    const recorded = await journal.group('Record in the ledger', () => scope.record(observed));
    ledger = recorded.ledger;
    recorded.warnings.forEach(warnings.add, warnings);
    for (const failure of recorded.failures) {
      failures.set(failure.message, failure);
    }
    if (!wrote && !recorded.written) {
      return converged();
    }
    observed = await scope.observe();
    ledger = observed.ledger;
    await scope.moved?.(before, observed);
    if ((await scope.desired(observed)) === undefined) {
      return converged();
    }
    journal.info('A tag or the ledger moved meanwhile: going round again.');
  }
  throw new TagshipError(
    'tags-unsettled',
    `Tags moved again after each of ${MAX_ROUNDS} writes.`,
    'Look for two workflows that move the same tag in turn, then run the job again.',
  );
}

/** Plans KV for what was observed. */
export type PlanFor = (observed: Observation) => Promise<readonly DesiredState[]>;

/**
 * Brings KV to what the ledger and the tags say of some targets, all at once; see `converge`.
 * @param first what was planned and checked already
 * @param how where it is looked and recorded otherwise
 */
export async function convergeTargets(
  session: Session,
  applier: Applier,
  targets: readonly Target[],
  first: DesiredPart,
  planFor: PlanFor,
  how: Partial<Pick<Scope, 'observe' | 'record'>> = {},
): Promise<Converged> {
  let last = first;
  const scope: Scope = {
    get plans() {
      return last.plans;
    },
    desired: async (observed) => {
      if (observed !== last.observed) {
        last = { plans: await planFor(observed), observed };
      }
      return applier.isApplied(last.plans) ? undefined : last;
    },
    observe: async () => (await session.observe(targets)).view,
    record: async (observed) => await recordTargets(session, observed, targets, contentIn(last.plans)),
    ...how,
  };
  return await converge(scope, applier, first.observed, session.settings, session.ports.journal);
}
