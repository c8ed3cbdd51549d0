import { type Component, componentId } from '../domain/component.ts';
import type { TagRef } from '../domain/component-tags.ts';
import type { TagMoved } from '../domain/ledger/event.ts';
import { type StrayHold, strayHold } from '../domain/ledger/holds.ts';
import { environmentTarget, type Target } from '../domain/projection.ts';
import { TagshipError } from '../errors.ts';
import type { Applier } from './apply.ts';
import type { NamespacePlan } from './plan.ts';
import { seedCommits } from './record.ts';
import type { Session } from './session.ts';
import type { View } from './view.ts';

/** A hold that only KV remembers: when it was made, the ledger could not be written. */
interface Stray {
  readonly component: Component;
  readonly environment: string;
  readonly ref: TagRef;
  /** What the tag stands for. */
  readonly left: string | undefined;
  readonly metadata: StrayHold;
}

/**
 * Tells the ledger of holds that it does not know, so that every command respects them by the same rules. A hold is of
 * one tag object: what the tag was moved to since is not held back from.
 *
 * @param run which has looked at the keys of the plans
 * @returns the ledger and the tags read anew; undefined where there was nothing to tell
 * @throws TagshipError `tag-held` where the ledger cannot be written now either; then nothing is touched
 */
export async function adoptHolds(
  session: Session,
  view: View,
  targets: readonly Target[],
  plans: readonly NamespacePlan[],
  run: Applier,
): Promise<View | undefined> {
  const strays = plans.flatMap((plan) => straysOf(plan, view, run));
  const [first] = strays;
  if (first === undefined || session.settings.dryRun) {
    return undefined;
  }
  const places = strays.map(({ component, environment }): Target => {
    return environmentTarget(component, environment);
  });
  try {
    const appended = await session.append(view, [...targets, ...places], async (now) => {
      const events = strays.filter((stray) => isAsBefore(stray, view, now)).map(heldEvent);
      return { kind: 'write', commits: [...(await seedCommits(session, now)), { events, others: true }] };
    });
    const [doubt] = appended.kind === 'superseded' ? [] : appended.doubtful;
    if (doubt !== undefined) {
      throw doubt;
    }
  } catch (error) {
    if (!(error instanceof TagshipError)) {
      throw error;
    }
    throw new TagshipError(
      'tag-held',
      `KV holds \`${componentId(first.component)}\` in \`${first.environment}\` at ${first.metadata.version}, since a gate rolled it back and could not move its tag, and the ledger could not be told: ${error.what}`,
      error.remedy,
      { cause: error },
    );
  }
  return (await session.look([...targets, ...places])).view;
}

function straysOf(plan: NamespacePlan, view: View, run: Applier): Stray[] {
  return [...plan.wanted.values()].flatMap(({ key, role, slot, component }): Stray[] => {
    const tags = view.tags.get(componentId(component));
    const ref = tags?.environments.get(slot);
    const stored = role === 'environment' ? run.owned(plan.namespace, key)?.metadata : undefined;
    const metadata = strayHold(stored, ref?.object);
    if (tags === undefined || ref === undefined || metadata === undefined) {
      return [];
    }
    const now = view.versionOf(tags, ref);
    return now?.held !== undefined ? [] : [{ component, environment: slot, ref, left: now?.version, metadata }];
  });
}

/** Whoever told the ledger something newer knew of the hold, has told it or has ended it. */
function isAsBefore({ component, environment, ref }: Stray, then: View, now: View): boolean {
  const object = now.tags.get(componentId(component))?.environments.get(environment)?.object;
  const [before, after] = [then, now].map(({ ledger }) => ledger?.entry(environment, component)?.seq);
  return object === ref.object && before === after;
}

function heldEvent({ component, environment, ref, left, metadata }: Stray): TagMoved {
  const { version, sha, blob = null, path = null, 'in-flight': inFlight } = metadata;
  return {
    kind: 'moved',
    move: 'rollback',
    component,
    environment,
    running: { version, commit: sha, blob, path },
    tag: ref.object,
    rollback: { left, leftTag: undefined, inFlight, held: true },
    overridden: [],
    tags: undefined,
  };
}
