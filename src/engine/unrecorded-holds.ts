import { type Component, componentId } from '../domain/component.ts';
import type { TagRef } from '../domain/component-tags.ts';
import type { Doubt, TagMoved } from '../domain/ledger/event.ts';
import { type StrayHold, strayHold } from '../domain/ledger/holds.ts';
import { environmentTarget, type Target } from '../domain/projection.ts';
import { TagshipError } from '../errors.ts';
import type { Applier } from './apply.ts';
import type { DesiredState } from './desired.ts';
import type { Observation } from './observation.ts';
import { seedCommits } from './record.ts';
import type { Session } from './session.ts';

/** A hold that only KV remembers: when it was made, the ledger could not be written. */
interface Stray {
  readonly component: Component;
  readonly environment: string;
  readonly ref: TagRef;
  /** What the tag stands for. */
  readonly left: string | undefined;
  readonly metadata: StrayHold;
}

/** A hold that could not be recorded, so that KV has to stay as it is there. */
export interface Unrecorded {
  readonly component: Component;
  readonly environment: string;
  readonly error: TagshipError;
}

/** What became of the holds that only KV remembers. */
export interface Adopted {
  /** The ledger and the tags read anew; undefined where there was nothing to record. */
  readonly view: Observation | undefined;
  readonly failures: readonly Unrecorded[];
}

/** Keys of a namespace that a run has looked at. */
export type LookedAt = Pick<DesiredState, 'namespace' | 'wanted'>;

/**
 * Records the holds that the ledger does not know, so that every command respects them by the same rules. A hold is of
 * one tag object: what the tag was moved to since is not held back from.
 *
 * @param applier which has looked at the keys
 */
export async function recordHolds(
  session: Session,
  view: Observation,
  targets: readonly Target[],
  keys: readonly LookedAt[],
  applier: Applier,
): Promise<Adopted> {
  const strays = keys.flatMap((one) => straysOf(one, view, applier));
  if (strays.length === 0 || session.settings.dryRun) {
    return { view: undefined, failures: [] };
  }
  const places = strays.map(({ component, environment }): Target => {
    return environmentTarget(component, environment);
  });
  let doubtful: readonly Doubt[];
  try {
    const appended = await session.append(view, [...targets, ...places], async (now) => {
      const events = strays.filter((stray) => isAsBefore(stray, view, now)).map(heldEvent);
      return { kind: 'write', commits: [...(await seedCommits(session, now)), { events, others: true }] };
    });
    doubtful = appended.kind === 'superseded' ? [] : appended.doubtful;
  } catch (error) {
    if (!(error instanceof TagshipError) || error.code === 'cancelled') {
      throw error;
    }
    const failure = unrecorded(strays, error);
    return { view: undefined, failures: strays.map((stray) => ({ ...stray, error: failure })) };
  }
  const failures = strays.flatMap((stray): Unrecorded[] => {
    const doubt = doubtful.find((one) => placeName(one) === placeName(stray));
    return doubt === undefined ? [] : [{ ...stray, error: unrecorded([stray], doubt.problem) }];
  });
  return { view: (await session.observe([...targets, ...places])).view, failures };
}

/** What could not be recorded, each reason once. */
export function errorsOf({ failures }: Adopted): TagshipError[] {
  return [...new Set(failures.map(({ error }) => error))];
}

/** Holds that an error names. */
const MAX_NAMED = 10;

function unrecorded(strays: readonly Stray[], cause: TagshipError): TagshipError {
  const names = strays.map((stray) => `${placeName(stray)} at ${stray.metadata.version}`);
  const more = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : '';
  return new TagshipError(
    'tag-held',
    `KV holds ${names.slice(0, MAX_NAMED).join(', ')}${more}, since a gate rolled back and could not move the tag, and the ledger could not record it: ${cause.what}`,
    cause.remedy,
    { cause },
  );
}

function placeName({ component, environment }: Pick<Stray, 'component' | 'environment'>): string {
  return `\`${componentId(component)}\` in \`${environment}\``;
}

function straysOf({ namespace, wanted }: LookedAt, view: Observation, applier: Applier): Stray[] {
  return [...wanted.values()].flatMap(({ key, role, slot, component }): Stray[] => {
    const tags = view.tags.get(componentId(component));
    const ref = tags?.environments.get(slot);
    const stored = role === 'environment' ? applier.owned(namespace, key)?.metadata : undefined;
    const metadata = strayHold(stored, ref?.object);
    if (tags === undefined || ref === undefined || metadata === undefined) {
      return [];
    }
    const now = view.versionOf(tags, ref);
    return now?.held !== undefined ? [] : [{ component, environment: slot, ref, left: now?.version, metadata }];
  });
}

/** A run that recorded something newer knew of the hold, and has recorded or ended it. */
function isAsBefore({ component, environment, ref }: Stray, then: Observation, now: Observation): boolean {
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
