import { type Component, componentId } from '../../domain/component.ts';
import type { ComponentTags } from '../../domain/component-tags.ts';
import type { Entry } from '../../domain/ledger/entry.ts';
import { entryPath, parseEntryPath, versionsPath } from '../../domain/ledger/layout.ts';
import { type Running, seen, speaksOf } from '../../domain/ledger/transition.ts';
import { environmentTarget } from '../../domain/projection.ts';
import type { StepMaker } from '../ledger/append.ts';
import type { EntryChange } from '../ledger/compose.ts';
import type { LedgerSnapshot } from '../ledger/snapshot.ts';
import {
  type ComponentNews,
  type ContentOf,
  changeOf,
  newsIn,
  newsOf,
  notWritten,
  type RecordOutcome,
  recorded,
  runningOf,
  seedStep,
  warnLifted,
} from '../record.ts';
import type { Session } from '../session.ts';
import { readable } from '../told.ts';
import type { View } from '../view.ts';
import { contentName, type FoundContents, placeName, type WrittenTags } from './repair.ts';

/** What the ledger is to be told of. */
export interface Tellable {
  /** The tags whose keys this run wrote. */
  readonly tags: WrittenTags;
  readonly contents: FoundContents;
  /** Whether an environment was compared. */
  readonly isCompared: (environment: string) => boolean;
}

/**
 * Tells the ledger what it does not know: moves by hand that no run saw, moves of Tagship that KV followed now, tags that
 * are gone, and versions.
 *
 * @returns with a warning, and KV as it is, where the token may not write the ledger
 */
export async function tellLedger(session: Session, view: View, tellable: Tellable): Promise<RecordOutcome> {
  const warnings = new Set<string>();
  let first = true;
  try {
    const appended = await session.append(
      async (ledger) => {
        await ledger?.loadAll();
        const now = first ? view : (await session.lookAfter(ledger, [])).view;
        first = false;
        const tell = ledger === undefined ? [] : [tellStep(session, now, tellable, warnings)];
        return { kind: 'write', steps: [seedStep(session, now, new Set()), ...tell] };
      },
      { known: { ledger: view.ledger } },
    );
    return recorded(appended, warnings);
  } catch (error) {
    warnings.add(notWritten(error));
    return { ledger: view.ledger, written: false, warnings: [...warnings], failures: [] };
  }
}

function tellStep(
  session: Session,
  now: View,
  { tags: written, contents, isCompared }: Tellable,
  warnings: Set<string>,
): StepMaker {
  return async (ledger) => {
    const { unversioned } = session.config;
    const contentOf: ContentOf = (component, _, commit) =>
      contents.get(contentName(component, commit)) ?? { blob: null, path: null };
    const moved: { readonly tags: ComponentTags; readonly environment: string; readonly running: Running }[] = [];
    for (const tags of now.tags.values()) {
      for (const [environment, ref] of tags.environments) {
        const isWritten = written.get(placeName(tags.component, environment)) === ref.object;
        const entry = readable(() => ledger?.entry(environment, tags.component));
        const isTold = speaksOf(entry, ref.object) && entry.status !== 'pending';
        const target = environmentTarget(tags.component, environment);
        const running = isTold ? undefined : runningOf(target, now, unversioned, contentOf);
        if (isWritten && running !== undefined) {
          moved.push({ tags, environment, running });
        }
      }
    }
    const gone = await goneFrom(ledger, now, isCompared);
    await ledger?.load([
      ...moved.flatMap(({ tags, environment }) => [
        entryPath(environment, tags.component),
        versionsPath(tags.component),
      ]),
    ]);
    return (stamp) => {
      const entries: EntryChange[] = [];
      const news = new Map<string, ComponentNews>();
      for (const tags of now.tags.values()) {
        newsIn(news, tags.component, tags);
      }
      for (const { tags, environment, running } of moved) {
        const { component } = tags;
        newsIn(news, component, tags).push(...newsOf(running, environment, tags));
        const before = ledger?.entry(environment, component);
        const transition = seen(before, running, stamp);
        if (transition !== undefined) {
          entries.push({ ...transition, environment, component });
          warnLifted(before, running, component, environment, warnings);
        }
      }
      for (const { environment, component, before } of gone) {
        const transition = seen(before, undefined, stamp);
        if (transition !== undefined) {
          entries.push({ ...transition, environment, component });
        }
      }
      return changeOf(entries, [...news.values()], ledger, session.settings.acceptMoved);
    };
  };
}

interface Gone {
  readonly environment: string;
  readonly component: Component;
  readonly before: Entry;
}

/** The entries of tags that are not there any more. */
async function goneFrom(
  ledger: LedgerSnapshot | undefined,
  now: View,
  isCompared: Tellable['isCompared'],
): Promise<Gone[]> {
  const gone: Gone[] = [];
  if (now.tags.size === 0) {
    // Rather a listing that went wrong than a repository that gave up everything at once.
    return gone;
  }
  for (const path of (await ledger?.list(''))?.keys() ?? []) {
    const found = parseEntryPath(path);
    if (found?.component.prefix !== 'components' || !isCompared(found.environment)) {
      continue;
    }
    const isThere = now.tags.get(componentId(found.component))?.environments.has(found.environment) === true;
    const before = isThere ? undefined : readable(() => ledger?.entry(found.environment, found.component));
    if (before !== undefined && before.move !== 'remove') {
      gone.push({ ...found, before });
    }
  }
  return gone;
}
