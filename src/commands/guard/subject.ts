import { type Component, componentId } from '../../domain/component.ts';
import type { TagRef } from '../../domain/component-tags.ts';
import type { GatePolicy } from '../../domain/gate/policy.ts';
import type { Entry } from '../../domain/ledger/entry.ts';
import { speaksOf } from '../../domain/ledger/transition.ts';
import type { Target } from '../../domain/projection.ts';
import type { Observation } from '../../engine/observation.ts';
import { noContent, runningOf } from '../../engine/record.ts';
import type { Session } from '../../engine/session.ts';
import { stateOf } from '../moves.ts';

/** What one gate judges: a version, where one tag object put it. */
export interface Judged {
  readonly target: Target;
  readonly component: Component;
  /** `type/name`. */
  readonly id: string;
  readonly environment: string;
  readonly ref: TagRef;
  readonly version: string;
  readonly commit: string;
  /** The version before. */
  readonly previous: string | undefined;
  /** The ledger's entry of this very tag object; undefined where it knows none. */
  readonly entry: Entry | undefined;
  /** When it was deployed, by our clock, in milliseconds since the epoch. */
  readonly since: number;
  readonly policy: GatePolicy;
}

/** An environment tag with a gate, or why it cannot be judged. */
export type Candidate = Judged | 'no-tag' | 'unversioned';

/**
 * Finds out what a gate judges.
 * @param now our clock, in milliseconds since the epoch
 * @param ahead the Git server's clock less ours, in milliseconds: the ledger has the server's
 */
export function judgedOf(
  target: Target,
  policy: GatePolicy,
  view: Observation,
  session: Session,
  now: number,
  ahead: number,
): Candidate {
  const { component, slot } = target;
  const { ref, entry } = stateOf(component, slot.name, view);
  if (ref === undefined) {
    return 'no-tag';
  }
  const running = runningOf(target, view, session.config.unversioned, noContent);
  if (running === undefined) {
    return 'unversioned';
  }
  const told = speaksOf(entry, ref.object) ? entry : undefined;
  const at = told?.at == null ? Number.NaN : Date.parse(told.at) - ahead;
  return {
    target,
    component,
    id: componentId(component),
    environment: slot.name,
    ref,
    version: running.version,
    commit: running.commit,
    previous: told?.previous ?? undefined,
    entry: told,
    since: Number.isNaN(at) ? now : Math.min(at, now),
    policy,
  };
}

/**
 * Why a gate must not move a tag; undefined where it may. What was put there to repair something is not undone by a
 * machine.
 */
export function untouchable(entry: Entry | undefined): string | undefined {
  if (entry?.status === 'held') {
    return 'KV is held back from the tag by an earlier rollback';
  }
  return entry?.move === 'rollback' || entry?.move === 'restore' ? `it was put there by a ${entry.move}` : undefined;
}
