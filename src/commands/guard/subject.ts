import { type Component, componentId } from '../../domain/component.ts';
import type { TagRef } from '../../domain/component-tags.ts';
import type { GatePolicy } from '../../domain/gate/policy.ts';
import type { Entry } from '../../domain/ledger/entry.ts';
import { speaksOf } from '../../domain/ledger/transition.ts';
import type { Target } from '../../domain/projection.ts';
import type { Observation } from '../../engine/observation.ts';
import { noContent, runningOf } from '../../engine/record.ts';
import type { Session } from '../../engine/session.ts';
import { type TagshipError, TagshipErrors, toTagshipErrors } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { Repository } from '../../ports/repository.ts';
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
  /** What is live, where it is the canary of that. */
  readonly beside?: Beside | undefined;
}

/** What a canary is beside. */
export interface Beside {
  readonly environment: string;
  readonly ref: TagRef;
  readonly version: string;
  readonly commit: string;
  /** How many percent of the users get the canary. */
  readonly share: number;
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

/** How far the Git server's clock is ahead of ours, in milliseconds. */
export async function aheadOf(repository: Pick<Repository, 'serverTime'>, clock: Clock): Promise<number> {
  const ahead = (await repository.serverTime()) * 1000 - clock.now();
  // Their second has begun already.
  return Math.abs(ahead) < 2000 ? 0 : ahead;
}

/**
 * Makes sure that every metric of some gates can be asked.
 * @returns what could be asked better, each a sentence
 * @throws TagshipErrors
 */
export async function checkMetrics(
  judged: readonly Pick<Judged, 'policy' | 'component' | 'environment' | 'version' | 'previous' | 'since'>[],
  metrics: Metrics,
  clock: Clock,
): Promise<readonly string[]> {
  const advice: string[] = [];
  const problems = new Map<string, TagshipError>();
  for (const { policy, component, environment, version, previous, since } of judged) {
    for (const metric of policy.metrics) {
      try {
        const elapsed = clock.now() - since;
        const subject = { component, environment, version, previous, since, elapsed };
        advice.push(...(await metrics.check(metric, subject)));
      } catch (error) {
        for (const problem of toTagshipErrors(error)) {
          problems.set(problem.message, problem);
        }
      }
    }
  }
  if (problems.size > 0) {
    throw new TagshipErrors([...problems.values()]);
  }
  return advice;
}

/**
 * Why a gate must not move a tag; undefined where it may. What was put there to repair something is not undone by a
 * machine; a canary repairs nothing.
 */
export function untouchable({ entry, beside }: Pick<Judged, 'entry' | 'beside'>): string | undefined {
  if (entry?.status === 'held') {
    return 'KV is held back from the tag by an earlier rollback';
  }
  return beside === undefined && (entry?.move === 'rollback' || entry?.move === 'restore')
    ? `it was put there by a ${entry.move}`
    : undefined;
}
