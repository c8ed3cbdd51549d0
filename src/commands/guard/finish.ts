import { componentId } from '../../domain/component.ts';
import { entryPath } from '../../domain/ledger/layout.ts';
import { environmentTarget, type Target } from '../../domain/projection.ts';
import { move } from '../../engine/move.ts';
import type { Observation } from '../../engine/observation.ts';
import type { Session } from '../../engine/session.ts';
import { knownErrors, ownTrouble, type TagshipError, TagshipErrors } from '../../errors.ts';
import { stateOf } from '../moves.ts';
import { type Occasion, oneForEach, openPostMortems, type PostMortems, WRITTEN_LATER } from '../post-mortem.ts';
import type { GuardPorts } from './ports.ts';
import type { Judged } from './subject.ts';

type FinishPorts = Omit<GuardPorts, 'metrics'>;
type Place = Pick<Judged, 'target' | 'component' | 'environment' | 'entry'>;

/** Places whose last move is finished, and what stood in the way of the others. */
export interface Finished<T> {
  readonly sound: readonly T[];
  readonly failures: readonly TagshipError[];
}

/** Finishes moves that were killed before KV followed. */
export async function finishPending<T extends Place>(
  session: Session,
  view: Observation,
  places: readonly T[],
  { cancellation }: FinishPorts,
): Promise<Finished<T>> {
  const nothing = { kind: 'rollback', choices: [], removals: [] } as const;
  const sound: T[] = [];
  const failures: TagshipError[] = [];
  for (const place of places) {
    try {
      if (place.entry?.status === 'pending' && !session.settings.dryRun) {
        await cancellation.shield(() => move(session, view, [place.target], async () => nothing));
      }
      sound.push(place);
    } catch (error) {
      failures.push(...ownTrouble(error));
    }
  }
  return { sound, failures };
}

/** Gives rollbacks a post-mortem whose run was killed before it kept one; kept again, nothing is written twice. */
export async function finishPostMortems(
  session: Session,
  view: Observation,
  places: readonly Place[],
  ports: FinishPorts,
): Promise<PostMortems> {
  const occasions = places.flatMap(({ component, environment, entry }): Occasion[] => {
    const { version, previous, commit } = entry ?? {};
    const isOpen = entry?.move === 'rollback' && (entry.status === 'pending' || entry.status === 'deployed');
    const restored = { version: version ?? '', commit: commit ?? undefined };
    return isOpen && version && previous
      ? [
          {
            component,
            environment,
            left: previous,
            restored,
            entry,
            why: WRITTEN_LATER,
            gate: undefined,
            held: undefined,
          },
        ]
      : [];
  });
  return occasions.length === 0
    ? { issues: [], notices: [] }
    : await openPostMortems(session, oneForEach(occasions), { view, ledger: view.ledger }, ports);
}

/** What a run begins with. */
export interface Opened {
  readonly session: Session;
  readonly view: Observation;
  readonly targets: readonly Target[];
}

/**
 * Runs a promotion. What its gate took back in an earlier run that was killed before KV followed, the quarantine refuses
 * now: then that rollback is finished first.
 * @throws what the promotion throws, and what stood in the way of finishing
 */
export async function finishingRollbacks<T>(opened: Opened, ports: FinishPorts, promote: () => Promise<T>): Promise<T> {
  try {
    return await promote();
  } catch (error) {
    const problems = knownErrors(error);
    if (!problems.some(({ code }) => code === 'version-quarantined')) {
      throw error;
    }
    throw new TagshipErrors([...problems, ...(await finishRollbacks(opened, ports))]);
  }
}

/** @returns what stood in the way */
async function finishRollbacks(
  { session, view, targets }: Opened,
  ports: FinishPorts,
): Promise<readonly TagshipError[]> {
  try {
    const places = await rolledBackIn(session, view, targets);
    const { sound, failures } = await finishPending(session, view, places, ports);
    await finishPostMortems(session, view, sound, ports);
    return failures;
  } catch (error) {
    return knownErrors(error);
  }
}

/** Where the last move was a rollback: in the places of a promotion, and in their canaries. */
async function rolledBackIn(session: Session, view: Observation, targets: readonly Target[]): Promise<Place[]> {
  const rules = session.config.environments;
  const all = targets.flatMap((target) => {
    const canary = rules[target.slot.name]?.canary;
    return canary === undefined ? [target] : [target, environmentTarget(target.component, canary.environment)];
  });
  await view.ledger?.load(all.map(({ component, slot }) => entryPath(slot.name, component)));
  return all.flatMap((target): Place[] => {
    const { component, slot } = target;
    const { ref, entry } = stateOf(component, slot.name, view);
    const isBack = entry?.move === 'rollback' && entry.tag === ref?.object && view.tags.has(componentId(component));
    return isBack ? [{ target, component, environment: slot.name, entry }] : [];
  });
}
