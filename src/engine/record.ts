import { type Component, componentId } from '../domain/component.ts';
import type { ComponentTags, TagRef } from '../domain/component-tags.ts';
import type { Entry } from '../domain/ledger/entry.ts';
import { entryPath, versionsPath } from '../domain/ledger/layout.ts';
import { learned, listedVersions, type Running, seen, type VersionNews } from '../domain/ledger/transition.ts';
import type { Target } from '../domain/projection.ts';
import { unversionedName } from '../domain/version.ts';
import { TagshipError } from '../errors.ts';
import type { Repository } from '../ports/repository.ts';
import type { Appended, StepMaker } from './ledger/append.ts';
import type { EntryChange, LedgerChange } from './ledger/compose.ts';
import { seedChange } from './ledger/seed.ts';
import type { LedgerSnapshot } from './ledger/snapshot.ts';
import type { NamespacePlan } from './plan.ts';
import type { Session } from './session.ts';
import { readable } from './told.ts';
import { listTags, tagChain, type View } from './view.ts';

/** What became of the record of a run. */
export interface RecordOutcome {
  /** The ledger after it; undefined where there is none. */
  readonly ledger: LedgerSnapshot | undefined;
  /** Whether there was anything to tell. */
  readonly written: boolean;
  readonly warnings: readonly string[];
  /** Why it was told nothing of some components. */
  readonly failures: readonly TagshipError[];
}

/**
 * Tells the ledger what KV holds now: a tag that somebody moved becomes an entry, an own move that was `pending` becomes
 * `deployed`, a tag that is gone becomes a `remove`. Only what still is as it was deployed is told; what moved since is
 * told by the run of that move.
 *
 * @param view and plans of the last round of the sync: what KV was brought to
 * @returns with a warning, and KV as it is, where the token may not write the ledger
 */
export async function record(
  session: Session,
  targets: readonly Target[],
  view: View,
  plans: readonly NamespacePlan[],
): Promise<RecordOutcome> {
  const warnings = new Set<string>();
  let first = true;
  try {
    const appended = await session.append(
      async (ledger) => {
        const now = first ? view : (await session.lookAfter(ledger, targets)).view;
        first = false;
        const told = targets.filter((target) => refOf(target, now)?.object === refOf(target, view)?.object);
        const besides = new Set(told.map(({ component, slot }) => entryPath(slot.name, component)));
        return {
          kind: 'write',
          steps: [seedStep(session, now, besides), tellStep(session, told, now, plans, warnings)],
        };
      },
      { known: { ledger: view.ledger } },
    );
    return recorded(appended, warnings);
  } catch (error) {
    warnings.add(notWritten(error));
    return { ledger: view.ledger, written: false, warnings: [...warnings], failures: [] };
  }
}

/** What came of telling the ledger. */
export function recorded(appended: Appended, warnings: ReadonlySet<string>): RecordOutcome {
  const { ledger, doubtful } = appended.kind === 'superseded' ? { ledger: undefined, doubtful: [] } : appended;
  return {
    ledger,
    written: appended.kind === 'landed',
    warnings: [...warnings],
    failures: doubtful.map(({ problem }) => problem),
  };
}

/**
 * The warning that KV is right and the ledger could not be told.
 * @throws the error itself where it is about something else than the permission to write
 */
export function notWritten(error: unknown): string {
  if (error instanceof TagshipError && ['push-denied', 'move-refused'].includes(error.code)) {
    return `KV is as the tags say, but the ledger could not be written: ${error.what} Without it nobody can roll back to, or ask for, what ran. ${error.remedy}`;
  }
  throw error;
}

/** The step that begins a ledger; nothing where there is one. */
export function seedStep(session: Session, view: View, besides: ReadonlySet<string>): StepMaker {
  const { config, content, prefix, repository } = session;
  return async (ledger) => {
    if (ledger !== undefined) {
      return () => undefined;
    }
    const others = prefix === 'logic' ? 'components/' : 'logic/';
    const other = await listTags(repository, content, others, session.tagRules);
    const past = await tagBefore(session, view);
    const all = [...view.tags.values(), ...other.tags.values()].map((tags) =>
      tags === past?.now ? past.before : tags,
    );
    const told = new Set([...besides].filter((path) => path !== past?.path));
    const finish = await seedChange(all, told, config, repository, content);
    return (stamp) => {
      const change = finish(stamp);
      return change.entries.length === 0 ? undefined : { change, others: true };
    };
  };
}

/** The component whose tag was pushed, as it stood before; undefined where that is not known, or gone. */
async function tagBefore(
  { settings, repository }: Session,
  view: View,
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

function tellStep(
  session: Session,
  targets: readonly Target[],
  view: View,
  plans: readonly NamespacePlan[],
  warnings: Set<string>,
): StepMaker {
  return async (ledger) => {
    await ledger?.load(pathsOf(targets));
    return (stamp) => {
      const entries: EntryChange[] = [];
      const news = new Map<string, ComponentNews>();
      for (const target of targets) {
        const { component, slot } = target;
        const tags = view.tags.get(componentId(component));
        const items = newsIn(news, component, tags);
        if (slot.kind === 'version') {
          items.push(...pushedVersion(component, slot.name, tags, plans));
          continue;
        }
        const running = runningOf(target, view, session.config.unversioned, contentIn(plans));
        if (running !== undefined) {
          items.push(...newsOf(running, slot.name, tags));
        }
        const before = ledger?.entry(slot.name, component);
        const isOwn = isPushed(session, refOf(target, view));
        const transition = isUnversioned(target, view, running) ? undefined : seen(before, running, stamp, isOwn);
        if (transition !== undefined) {
          entries.push({ ...transition, environment: slot.name, component });
          warnLifted(before, transition.entry, component, slot.name, warnings);
        }
      }
      return changeOf(entries, [...news.values()], ledger, session.settings.acceptMoved);
    };
  };
}

/** What is new about the versions of a component. */
export interface ComponentNews {
  readonly component: Component;
  readonly items: VersionNews[];
}

/** The list that news of a component go into; it begins with its version tags. */
export function newsIn(
  news: Map<string, ComponentNews>,
  component: Component,
  tags: ComponentTags | undefined,
): VersionNews[] {
  const id = componentId(component);
  const known = news.get(id) ?? { component, items: tags === undefined ? [] : listedVersions(tags) };
  news.set(id, known);
  return known.items;
}

/** Warns of a quarantined version that somebody put there by hand. */
export function warnLifted(
  before: Entry | undefined,
  { version }: Pick<Entry, 'version'>,
  component: Component,
  environment: string,
  warnings: Set<string>,
): void {
  if (version !== null && before?.quarantined.includes(version) && before.version !== version) {
    warnings.add(
      `\`${componentId(component)}\` ${version} was quarantined in \`${environment}\`. Since the tag was moved there by hand it is deployed, and the quarantine is lifted.`,
    );
  }
}

/** Puts entries and versions together; undefined where there is nothing to tell. */
export function changeOf(
  entries: readonly EntryChange[],
  news: readonly ComponentNews[],
  ledger: LedgerSnapshot | undefined,
  acceptMoved: boolean,
): { readonly change: LedgerChange } | undefined {
  const registered: string[] = [];
  const versions = news.flatMap(({ component, items }) => {
    // What cannot be read stays as it is; whoever needs it is told.
    const before = ledger === undefined ? {} : readable(() => ledger.versions(component));
    const after = before === undefined ? undefined : learned(before, items, acceptMoved);
    registered.push(...(after?.registered ?? []).map((version) => `${componentId(component)} ${version}`));
    return after === undefined ? [] : [{ component, versions: after.versions }];
  });
  return entries.length + versions.length === 0 ? undefined : { change: { entries, versions, registered } };
}

/** The files of the ledger that speak of targets. */
export function pathsOf(targets: readonly Pick<Target, 'component' | 'slot'>[]): string[] {
  return targets.flatMap(({ component, slot }) => [entryPath(slot.name, component), versionsPath(component)]);
}

/** A tag that stands for no version was not deployed, so it is neither there nor gone. */
export function isUnversioned(
  target: Pick<Target, 'component' | 'slot'>,
  view: View,
  running: Running | undefined,
): boolean {
  const tags = view.tags.get(componentId(target.component));
  return running === undefined && tags?.environments.has(target.slot.name) === true;
}

function refOf({ component, slot }: Target, view: View): TagRef | undefined {
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
  view: View,
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
export function contentIn(plans: readonly NamespacePlan[]): ContentOf {
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

/** What a deployed tag tells about its version; nothing where it stands for another one and that is held. */
export function newsOf(
  running: Running,
  environment: string | undefined,
  tags: ComponentTags | undefined,
): VersionNews[] {
  const listed = tags?.versions.get(running.version);
  if (listed === undefined && running.isHeld === true) {
    return [];
  }
  const same = listed === undefined || listed.commit === running.commit;
  const news = {
    version: running.version,
    tag: listed?.object ?? running.tag,
    commit: listed?.commit ?? running.commit,
    blob: same ? running.blob : null,
    path: same ? running.path : null,
    ...(environment === undefined ? {} : { ran: environment }),
  };
  return [news];
}

function pushedVersion(
  component: Component,
  version: string,
  tags: ComponentTags | undefined,
  plans: readonly NamespacePlan[],
): VersionNews[] {
  const ref = tags?.versions.get(version);
  return ref === undefined
    ? []
    : [{ version, tag: ref.object, commit: ref.commit, ...contentIn(plans)(component, version, ref.commit) }];
}
