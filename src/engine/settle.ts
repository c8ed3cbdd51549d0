import type { Target } from '../domain/projection.ts';
import type { TagshipError } from '../errors.ts';
import type { LedgerSnapshot } from './ledger/snapshot.ts';
import type { NamespacePlan } from './plan.ts';
import { contentIn, recordTargets } from './record.ts';
import type { Session } from './session.ts';
import { MAX_ROUNDS, type SyncOutcome, type SyncRun, unsettled } from './sync.ts';
import type { View } from './view.ts';

/** What a run brought about, in KV and in the ledger. */
export interface Settled {
  readonly sync: SyncOutcome;
  /** The last look at the ledger and the tags. */
  readonly view: View;
  /** The ledger after the run; undefined where there is none. */
  readonly ledger: LedgerSnapshot | undefined;
  readonly warnings: readonly string[];
  /** Why the ledger was told nothing of some components, although KV is as their tags say. */
  readonly failures: readonly TagshipError[];
}

/** Plans KV for what a look at the ledger and the tags showed. */
export type PlanFor = (view: View) => Promise<readonly NamespacePlan[]>;

/**
 * Brings KV to what the ledger and the tags say, tells the ledger, and reads both once more: a tag that moved away and
 * came back while the ledger was told would else be taken for what was written.
 *
 * @param view and plans that were checked: what is to be written first
 */
export async function settle(
  session: Session,
  run: SyncRun,
  targets: readonly Target[],
  view: View,
  plans: readonly NamespacePlan[],
  planFor: PlanFor,
): Promise<Settled> {
  const { journal } = session.ports;
  const { dryRun } = session.settings;
  const warnings = new Set<string>();
  const failures = new Map<string, TagshipError>();
  let now = view;
  let next = plans;
  let rounds = 0;
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const sync = await journal.group(dryRun ? 'Plan' : 'Write to KV', () =>
      run.settle(next, async () => {
        now = (await session.look(targets)).view;
        return await planFor(now);
      }),
    );
    rounds += sync.rounds;
    for (const ignored of now.ignored()) {
      warnings.add(ignored);
    }
    const done = { sync: { ...sync, rounds }, view: now, warnings: [...warnings], failures: [] };
    if (dryRun) {
      return { ...done, ledger: now.ledger };
    }
    const deployed = now;
    const told = await journal.group('Record in the ledger', () =>
      recordTargets(session, deployed, targets, contentIn(sync.plans)),
    );
    for (const warning of told.warnings) {
      warnings.add(warning);
    }
    for (const failure of told.failures) {
      failures.set(failure.message, failure);
    }
    const all = { warnings: [...warnings], failures: [...failures.values()] };
    if (!told.written) {
      return { ...done, ...all, ledger: told.ledger };
    }
    now = (await session.look(targets)).view;
    next = await planFor(now);
    await run.check(next);
    if (run.isSettled(next)) {
      return { ...done, ...all, view: now, ledger: now.ledger };
    }
    journal.info('A tag moved while the ledger was told: going round again.');
  }
  throw unsettled();
}
