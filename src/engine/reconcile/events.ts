import { componentId } from '../../domain/component.ts';
import type { LedgerEvent } from '../../domain/ledger/event.ts';
import { parseEntryPath } from '../../domain/ledger/layout.ts';
import { speaksOf } from '../../domain/ledger/transition.ts';
import { environmentTarget } from '../../domain/projection.ts';
import type { Observation } from '../observation.ts';
import { type ContentOf, runningOf } from '../record.ts';
import type { Session } from '../session.ts';
import { readable } from '../trusted-ledger.ts';
import { contentName, type FoundContents, placeName, type WrittenTags } from './written.ts';

/** What a reconcile did. */
export interface Reconciled {
  /** The tags whose keys this run wrote. */
  readonly tags: WrittenTags;
  readonly contents: FoundContents;
  /** Whether an environment was compared. */
  readonly isCompared: (environment: string) => boolean;
}

/**
 * What the ledger does not know after a reconcile: moves by hand that no run saw, moves of Tagship that KV followed now,
 * tags that are gone, and versions. A ledger that begins with this run says all of it.
 */
export async function eventsOfAll(session: Session, now: Observation, done: Reconciled): Promise<LedgerEvent[]> {
  const { ledger } = now;
  if (ledger === undefined) {
    return [];
  }
  const contentOf: ContentOf = (component, _, commit) =>
    done.contents.get(contentName(component, commit)) ?? { blob: null, path: null };
  const events: LedgerEvent[] = [];
  for (const tags of now.tags.values()) {
    const { component } = tags;
    events.push({ kind: 'listed', tags });
    for (const [environment, ref] of tags.environments) {
      const isWritten = done.tags.get(placeName(component, environment)) === ref.object;
      const entry = isWritten ? readable(() => ledger.entry(environment, component)) : undefined;
      // The key of the live environment says how many users get a canary.
      const live = tags.environments.get(entry?.of ?? '')?.object;
      const isOpen = live !== undefined && done.tags.get(placeName(component, entry?.of ?? '')) !== live;
      const isKnown = !isWritten || (speaksOf(entry, ref.object) && (entry.status !== 'pending' || isOpen));
      const target = environmentTarget(component, environment);
      const running = isKnown ? undefined : runningOf(target, now, session.config.unversioned, contentOf);
      if (running !== undefined) {
        events.push({ kind: 'found', component, environment, running, tags });
      }
    }
  }
  return [...events, ...(await goneFrom(now, done.isCompared))];
}

/** The tags that the ledger knows and that are not there any more. */
async function goneFrom(now: Observation, isCompared: Reconciled['isCompared']): Promise<LedgerEvent[]> {
  if (now.tags.size === 0) {
    // Rather a listing that went wrong than a repository that gave up everything at once.
    return [];
  }
  return [...((await now.ledger?.list('')) ?? new Map()).keys()].flatMap((path): LedgerEvent[] => {
    const place = parseEntryPath(path);
    if (place?.component.prefix !== 'components' || !isCompared(place.environment)) {
      return [];
    }
    const { component, environment } = place;
    const isThere = now.tags.get(componentId(component))?.environments.has(environment) === true;
    const before = isThere ? undefined : readable(() => now.ledger?.entry(environment, component));
    return before === undefined || before.move === 'remove'
      ? []
      : [{ kind: 'found', component, environment, running: undefined, tags: undefined }];
  });
}
