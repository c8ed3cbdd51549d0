import { componentId } from '../domain/component.ts';
import { speaksOf } from '../domain/ledger/transition.ts';
import type { Target } from '../domain/projection.ts';
import type { Timely } from '../ports/clock.ts';
import { type Decide, draftOf, type MoveOutcome, planOf, suppose } from './move.ts';
import type { Session } from './session.ts';
import type { SyncRun } from './sync.ts';
import type { View } from './view.ts';

/** How long the ledger and the tags may take to be read while production waits, in milliseconds. */
export const LOOK_LIMIT_MS = 5_000;

/** Reads the ledger and the tags; undefined where the Git server does not answer, or not in time. */
export async function tryLook(session: Session, targets: readonly Target[]): Promise<View | undefined> {
  const { clock, repository } = session.ports;
  let looked: Timely<View>;
  try {
    looked = await clock.within(LOOK_LIMIT_MS, async () => (await session.look(targets)).view);
  } catch {
    return undefined;
  }
  if (!looked.inTime) {
    await repository.abandon();
  }
  return looked.inTime ? looked.value : undefined;
}

/**
 * Holds KV back from where a tag stands although the ledger could not be told: only the metadata of the key says so, for
 * the next run to tell the ledger. As long as the Git server answers, KV follows a tag that somebody moves meanwhile.
 *
 * @param view the last that is known of the ledger and the tags
 * @param decide what is to be held
 */
export async function holdInKvAlone(
  session: Session,
  view: View,
  targets: readonly Target[],
  decide: Decide,
  run: SyncRun,
): Promise<Extract<MoveOutcome, { readonly view: View }>> {
  const draft = await draftOf(session, view, await decide(view), targets, run);
  const held = draft.landings.flatMap(({ choice: { situation } }) => situation.ref?.object ?? []);
  let now = draft.supposed;
  const sync = await run.settle(draft.plans, async () => {
    const looked = await tryLook(session, targets);
    if (looked === undefined) {
      return draft.plans;
    }
    const stand = targets.map(
      ({ component, slot }) => looked.tags.get(componentId(component))?.environments.get(slot.name)?.object,
    );
    // Another gate may have told the ledger meanwhile, and then the key is to say so.
    const isTold = draft.landings.every(({ choice: { situation } }) => {
      const entry = looked.entry(situation.environment, situation.component);
      return speaksOf(entry, situation.ref?.object) && entry.status === 'held';
    });
    now = held.every((object) => stand.includes(object)) && !isTold ? suppose(looked, draft) : looked;
    return await planOf(session, targets, now);
  });
  return { kind: 'moved', intent: draft.intent, sync, view: now, ledger: view.ledger, warnings: [], failures: [] };
}
