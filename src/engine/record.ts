import { type Component, componentId } from '../domain/component.ts';
import type { ComponentTags, TagRef } from '../domain/component-tags.ts';
import type { LedgerEvent } from '../domain/ledger/event.ts';
import { entryPath } from '../domain/ledger/layout.ts';
import type { Running } from '../domain/ledger/transition.ts';
import type { Target } from '../domain/projection.ts';
import { unversionedName } from '../domain/version.ts';
import { TagshipError } from '../errors.ts';
import type { Repository } from '../ports/repository.ts';
import type { DesiredState } from './desired.ts';
import type { LedgerCommit } from './ledger/draft.ts';
import { seedEvents } from './ledger/seed.ts';
import type { LedgerSnapshot } from './ledger/snapshot.ts';
import { listTags, type Observation, tagChain } from './observation.ts';
import type { Session } from './session.ts';

/** What became of the record of a run. */
export interface RecordOutcome {
  /** The ledger after it; undefined where there is none. */
  readonly ledger: LedgerSnapshot | undefined;
  /** Whether there was anything to record. */
  readonly written: boolean;
  readonly warnings: readonly string[];
  /** Why nothing was recorded of some components. */
  readonly failures: readonly TagshipError[];
}

/**
 * Records what KV holds now: a tag that somebody moved becomes an entry, an own move that was `pending` becomes
 * `deployed`, a tag that is gone becomes a `remove`. A ledger begins with it.
 *
 * @param view the ledger and the tags that KV was brought to
 * @param eventsOf what is to be recorded; asked again after a lost race. What moved since is recorded by the run of that
 *   move, so it is to be left out
 * @returns with a warning, and KV as it is, where the token may not write the ledger
 */
export async function record(
  session: Session,
  view: Observation,
  targets: readonly Target[],
  eventsOf: (now: Observation) => Promise<readonly LedgerEvent[]>,
  whole = false,
): Promise<RecordOutcome> {
  try {
    const appended = await session.append(
      view,
      targets,
      async (now) => {
        const events = await eventsOf(now);
        return { kind: 'write', commits: [...(await seedCommits(session, now, events)), { events }] };
      },
      { whole },
    );
    if (appended.kind === 'superseded') {
      return { ledger: undefined, written: false, warnings: [], failures: [] };
    }
    const { ledger, kind, remarks, doubtful } = appended;
    return { ledger, written: kind === 'landed', warnings: remarks, failures: doubtful.map(({ problem }) => problem) };
  } catch (error) {
    return { ledger: view.ledger, written: false, warnings: [notRecorded(error)], failures: [] };
  }
}

/**
 * The warning that KV is right and nothing could be recorded.
 * @throws the error itself where it is about something else than the permission to write
 */
function notRecorded(error: unknown): string {
  if (error instanceof TagshipError && ['push-denied', 'move-refused'].includes(error.code)) {
    return `KV is as the tags say, but the ledger could not be written: ${error.what} Without it nobody can roll back to, or ask for, what ran. ${error.remedy}`;
  }
  throw error;
}

/** Records targets that were deployed, as far as they still are as they were then. */
export async function recordTargets(
  session: Session,
  deployed: Observation,
  targets: readonly Target[],
  contentOf: ContentOf = noContent,
): Promise<RecordOutcome> {
  return await record(session, deployed, targets, async (now) => eventsOf(session, targets, deployed, now, contentOf));
}

function eventsOf(
  session: Session,
  targets: readonly Target[],
  deployed: Observation,
  now: Observation,
  contentOf: ContentOf,
): LedgerEvent[] {
  return targets.flatMap((target): LedgerEvent[] => {
    const { component, slot } = target;
    const ref = refOf(target, now);
    const tags = now.tags.get(componentId(component));
    if (ref?.object !== refOf(target, deployed)?.object) {
      return [];
    }
    if (slot.kind === 'version') {
      return tags === undefined ? [] : [{ kind: 'listed', tags, ...versionNews(slot.name, tags, ref, contentOf) }];
    }
    const running = runningOf(target, now, session.config.unversioned, contentOf);
    if (isUnversioned(target, now, running)) {
      return tags === undefined ? [] : [{ kind: 'listed', tags }];
    }
    return [{ kind: 'found', component, environment: slot.name, running, tags, isOwn: isPushed(session, ref) }];
  });
}

function versionNews(version: string, { component }: ComponentTags, ref: TagRef | undefined, contentOf: ContentOf) {
  return ref === undefined
    ? {}
    : { news: { version, tag: ref.object, commit: ref.commit, ...contentOf(component, version, ref.commit) } };
}

/**
 * The commit that a ledger begins with; none where there is one.
 * @param besides what is recorded right after it, and has no past
 */
export async function seedCommits(
  session: Session,
  view: Observation,
  besides: readonly LedgerEvent[] = [],
): Promise<LedgerCommit[]> {
  if (view.ledger !== undefined) {
    return [];
  }
  const { config, content, prefix, repository } = session;
  const other = await listTags(repository, content, prefix === 'logic' ? 'components/' : 'logic/', session.tagRules);
  const past = await tagBefore(session, view);
  const all = [...view.tags.values(), ...other.tags.values()].map((tags) => (tags === past?.now ? past.before : tags));
  const recorded = new Set(
    besides.flatMap((event) => (event.kind === 'found' ? [entryPath(event.environment, event.component)] : [])),
  );
  recorded.delete(past?.path ?? '');
  const events = await seedEvents(all, recorded, config, repository, content);
  return events.some((event) => event.kind === 'seeded' && event.found.length > 0) ? [{ events, others: true }] : [];
}

/** The component whose tag was pushed, as it stood before; undefined where that is not known, or gone. */
async function tagBefore(
  { settings, repository }: Session,
  view: Observation,
): Promise<{ readonly now: ComponentTags; readonly before: ComponentTags; readonly path: string } | undefined> {
  const { tag, before: object } = settings.pushed ?? {};
  for (const now of object === undefined ? [] : view.tags.values()) {
    for (const [environment, ref] of now.environments) {
      const commit = ref.name === tag && object !== undefined ? await peeled(repository, object) : undefined;
      if (object !== undefined && commit !== undefined) {
        const environments = new Map(now.environments).set(environment, { ...ref, object, commit });
        return { now, before: { ...now, environments }, path: entryPath(environment, now.component) };
      }
    }
  }
  return undefined;
}

/** Whether the event of this run put a tag where it is. */
function isPushed({ settings: { pushed } }: Session, ref: TagRef | undefined): boolean {
  return ref !== undefined && pushed?.tag === ref.name && pushed.after === ref.object;
}

/** The commit at the end of a chain of tag objects; undefined where there is none. */
export async function peeled(repository: Repository, oid: string): Promise<string | undefined> {
  const { end, endType } = await tagChain(repository, oid);
  return endType === 'commit' ? end : undefined;
}

/** A tag that stands for no version was not deployed, so it is neither there nor gone. */
export function isUnversioned(
  target: Pick<Target, 'component' | 'slot'>,
  view: Observation,
  running: Running | undefined,
): boolean {
  const tags = view.tags.get(componentId(target.component));
  return running === undefined && tags?.environments.has(target.slot.name) === true;
}

function refOf({ component, slot }: Target, view: Observation): TagRef | undefined {
  const tags = view.tags.get(componentId(component));
  return slot.kind === 'version' ? tags?.versions.get(slot.name) : tags?.environments.get(slot.name);
}

/** Where the content of a component is that stands under a slot at a commit, as far as it was planned. */
export type ContentOf = (
  component: Component,
  slot: string,
  commit: string,
) => { readonly blob: string | null; readonly path: string | null };

/** For those who need no content. */
export const noContent: ContentOf = () => ({ blob: null, path: null });

/** What an environment's tag stands for, with the content that was planned for it. */
export function runningOf(
  { component, slot }: Pick<Target, 'component' | 'slot'>,
  view: Observation,
  unversioned: 'error' | 'allow',
  contentOf: ContentOf,
): Running | undefined {
  const tags = view.tags.get(componentId(component));
  const ref = tags?.environments.get(slot.name);
  if (tags === undefined || ref === undefined) {
    return undefined;
  }
  const resolved = view.versionOf(tags, ref);
  const version = resolved?.version ?? (unversioned === 'allow' ? unversionedName(ref.commit) : undefined);
  if (version === undefined) {
    return undefined;
  }
  const commit = resolved?.held ?? ref.commit;
  const held = resolved?.held === undefined ? {} : { isHeld: true };
  return { version, commit, tag: ref.object, ...held, ...contentOf(component, slot.name, commit) };
}

/** What was planned. */
export function contentIn(plans: readonly DesiredState[]): ContentOf {
  return (component, slot, commit) => {
    for (const plan of plans) {
      for (const planned of plan.keys) {
        const wanted = plan.wanted.get(planned.key);
        if (
          wanted !== undefined &&
          wanted.slot === slot &&
          wanted.commit === commit &&
          componentId(wanted.component) === componentId(component)
        ) {
          const { blob } = planned.metadata;
          return { blob: typeof blob === 'string' ? blob : null, path: planned.path ?? null };
        }
      }
    }
    return { blob: null, path: null };
  };
}
