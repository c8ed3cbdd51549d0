import { componentId } from '../domain/component.ts';
import { speaksOf } from '../domain/ledger/transition.ts';
import type { Target } from '../domain/projection.ts';
import type { Timely } from '../ports/clock.ts';
import type { Applier } from './apply.ts';
import { convergeTargets } from './converge.ts';
import { type Decide, draftOf, type MoveOutcome, planOf, suppose } from './move.ts';
import type { Observation } from './observation.ts';
import type { RecordOutcome } from './record.ts';
import type { Session } from './session.ts';

/** How long the ledger and the tags may take to be read while production waits, in milliseconds. */
export const LOOK_LIMIT_MS = 5_000;

/** Reads the ledger and the tags; undefined where the Git server does not answer, or not in time. */
export async function tryLook(session: Session, targets: readonly Target[]): Promise<Observation | undefined> {
  const { clock, repository } = session.ports;
  let looked: Timely<Observation>;
  try {
    looked = await clock.within(LOOK_LIMIT_MS, async () => (await session.observe(targets)).view);
  } catch {
    return undefined;
  }
  if (!looked.inTime) {
    await repository.abandon();
  }
  return looked.inTime ? looked.value : undefined;
}

/**
 * Holds KV back from where a tag stands although the hold could not be recorded: only the metadata of the key says so, for
 * the next run to record it. As long as the Git server answers, KV follows a tag that somebody moves meanwhile.
 *
 * @param view the last that is known of the ledger and the tags
 * @param decide what is to be held
 */
export async function holdInKvAlone(
  session: Session,
  view: Observation,
  targets: readonly Target[],
  decide: Decide,
  applier: Applier,
): Promise<Extract<MoveOutcome, { readonly view: Observation }>> {
  const draft = await draftOf(session, view, await decide(view), targets, applier);
  const held = draft.landings.flatMap(({ choice: { situation } }) => situation.ref?.object ?? []);
  let last = draft.supposed;
  const observe = async (): Promise<Observation> => {
    const looked = await tryLook(session, targets);
    if (looked === undefined) {
      return last;
    }
    const stand = targets.map(
      ({ component, slot }) => looked.tags.get(componentId(component))?.environments.get(slot.name)?.object,
    );
    // Another gate may have recorded it meanwhile, and then the key is to say so.
    const isRecorded = draft.landings.every(({ choice: { situation } }) => {
      const entry = looked.entry(situation.environment, situation.component);
      return speaksOf(entry, situation.ref?.object) && entry.status === 'held';
    });
    last = held.every((object) => stand.includes(object)) && !isRecorded ? suppose(looked, draft) : looked;
    return last;
  };
  const record = async ({ ledger }: Observation): Promise<RecordOutcome> => {
    return { ledger, written: false, warnings: [], failures: [] };
  };
  const first = { plans: draft.plans, observed: draft.supposed };
  const planFor = async (now: Observation) => await planOf(session, draft.targets, now);
  const converged = await convergeTargets(session, applier, draft.targets, first, planFor, { observe, record });
  return { kind: 'moved', intent: draft.intent, ...converged, ledger: view.ledger };
}
