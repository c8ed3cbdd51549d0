import { type Component, componentId, type Prefix, pluralType } from '../domain/component.ts';
import {
  type ComponentTags,
  environmentOf,
  environmentsByVersion,
  groupTags,
  isUnclear,
  listedVersion,
  type ResolvedVersion,
  resolveVersion,
  type TagRef,
  type TagState,
  type TypeOf,
} from '../domain/component-tags.ts';
import type { Entry, KnownVersions } from '../domain/ledger/entry.ts';
import { dayPath, entryPath, HOLDS_FILE, parseEntryPath, versionsPath } from '../domain/ledger/layout.ts';
import { speaksOf } from '../domain/ledger/transition.ts';
import { REGISTRY_PATH } from '../domain/registry.ts';
import { parseTag } from '../domain/tag.ts';
import { highestVersion, isStable } from '../domain/version.ts';
import type { GitObject, Refs, Repository } from '../ports/repository.ts';
import type { ContentReader } from './content.ts';
import type { LedgerSnapshot } from './ledger/snapshot.ts';
import { policyObjects } from './policy.ts';
import { loadPath } from './tree.ts';

/** Environment tags of one component that are brought near beforehand, since `latest` may need their content. */
const PREFETCHED_ENVIRONMENTS = 8;

/** A component and slot that a run is about. */
export interface Focus {
  readonly component: Component;
  readonly slot: { readonly name: string };
}

/** What a run probably needs beside what it is about. */
export interface Hints {
  /** Versions and environments of the components in focus. */
  readonly slots?: readonly string[];
  /** The versions that ran before. */
  readonly past?: boolean;
}

/** What the ledger and the tags say at one moment; the ledger was read first. */
export interface View {
  readonly refs: Refs;
  readonly tags: TagState;
  readonly ledger: LedgerSnapshot | undefined;
  readonly versionOf: (tags: ComponentTags, ref: TagRef) => ResolvedVersion | undefined;
  /** The versions of a component in focus as the ledger remembers them. */
  readonly remembered: (component: Component) => KnownVersions;
}

/** The tags as they are now, grouped by component. */
export interface Listing {
  readonly refs: Refs;
  readonly tags: TagState;
  /** The types that registries give to the older tags without one. */
  readonly typeOf: TypeOf;
}

/**
 * Reads the tags as they are now.
 * @param prefix one or several; undefined for none of them, only the default branch
 * @param before a listing of the same prefix: what it found out holds as long as no tag moved
 */
export async function listTags(
  repository: Repository,
  content: ContentReader,
  prefix: `${Prefix}/` | readonly `${Prefix}/`[] | undefined,
  before?: Listing,
): Promise<Listing> {
  const refs = await repository.refs([prefix ?? []].flat());
  if (before !== undefined && areSame(before.refs.tags, refs.tags)) {
    return { ...before, refs };
  }
  const untyped = refs.tags.filter(({ name }) => parseTag(name).kind === 'untyped');
  if (untyped.length === 0) {
    return { refs, tags: groupTags(refs.tags, () => undefined), typeOf: () => undefined };
  }
  const commits = [...new Set(untyped.map(({ commit }) => commit))];
  await loadPath(repository, commits, REGISTRY_PATH);
  const types = new Map<string, string>();
  for (const { commit, name } of untyped) {
    const parsed = parseTag(name);
    const registry = await content.registry(commit).catch(() => undefined);
    const entry = parsed.kind === 'untyped' ? registry?.get(parsed.name) : undefined;
    if (parsed.kind === 'untyped' && entry !== undefined) {
      types.set(`${commit} ${parsed.name}`, pluralType(entry.type));
    }
  }
  const typeOf: TypeOf = (commit, name) => types.get(`${commit} ${name}`);
  return { refs, tags: groupTags(refs.tags, typeOf), typeOf };
}

function areSame(before: readonly TagRef[], now: readonly TagRef[]): boolean {
  return (
    before === now ||
    (before.length === now.length &&
      before.every(({ name, object }, i) => name === now[i]?.name && object === now[i].object))
  );
}

/**
 * Completes a listing to a view, in few requests whatever the size of the repository: the commits of the components in
 * focus with their folders, then the files these probably need and the tag objects without which a version cannot be
 * told, and of the ledger the entries of these.
 *
 * The version of an environment tag is what the ledger says of this tag object; else what it wraps; else the highest
 * version tag on its commit. An annotated environment tag of another component with exactly one version tag on its
 * commit is taken to wrap that one. It is wrong only where the wrapped version's tag was deleted and another stands on
 * the same commit.
 *
 * @param configPath read from the default branch next, so it is brought along
 * @param ledger as it stood before the listing
 * @param hints what else is probably needed, to be brought along
 */
export async function completeView(
  listing: Listing,
  focus: readonly Focus[],
  configPath: string,
  repository: Repository,
  content: ContentReader,
  ledger: LedgerSnapshot | undefined,
  hints: Hints = {},
): Promise<View> {
  const { refs, tags } = listing;
  const focused = new Map<ComponentTags, Set<string>>();
  for (const { component, slot } of focus) {
    const found = tags.get(componentId(component));
    if (found !== undefined) {
      focused.set(found, (focused.get(found) ?? new Set()).add(slot.name));
    }
  }
  const unclear = unclearTags(tags, new Set(focused.keys()));
  const told = toldPaths(ledger, focus, unclear);
  if (hints.past === true) {
    await ledger?.load(told);
  }
  for (const [component, slots] of focused) {
    const past = hints.past === true ? pastVersions(component.component, slots, ledger) : [];
    for (const hint of [...(hints.slots ?? []), ...past]) {
      slots.add(hint);
    }
  }
  const near = [...focused].flatMap(([component, slots]) => likelyTags(component, slots));
  const head = refs.head === undefined ? [] : [refs.head];
  // What the ledger says comes with the same request: objects that are named are always sent.
  const texts = (await ledger?.locate(told)) ?? [];
  await repository.load(unique([...head, ...near.map(({ object }) => object), ...texts]), 'trees');
  await loadTold(ledger, told);

  const versionInLedger = (component: Component, ref: TagRef): ResolvedVersion | undefined => {
    const entry = ledger?.entry(environmentOf(ref), component);
    if (!speaksOf(entry, ref.object) || entry.version === null) {
      return undefined;
    }
    return { version: entry.version, by: 'ledger', ...marksOf(entry) };
  };
  const toRead = unclear.filter(
    ({ tags: { component }, ref }) => ref.object !== ref.commit && versionInLedger(component, ref) === undefined,
  );

  const wanted: string[] = await policyObjects(repository, refs.head, configPath);
  for (const [component, slots] of focused) {
    for (const commit of unique(likelyTags(component, slots).map((ref) => ref.commit))) {
      wanted.push(...(await content.likelyObjects(component.component, commit)));
    }
  }
  // What others wrapped their tags in is not to hold up what was asked for.
  const isOwn = ({ tags }: UnclearTag): boolean => focused.has(tags);
  await repository.load(unique([...wanted, ...toRead.filter(isOwn).map(({ ref }) => ref.object)]), 'objects');
  await loadTagObjects(
    repository,
    toRead.filter((one) => !isOwn(one)).map(({ ref }) => ref.object),
  );

  const chains = new Map<string, readonly string[]>();
  for (const { ref } of toRead) {
    chains.set(ref.object, await wrappedNames(repository, ref.object));
  }
  return {
    refs,
    tags,
    ledger,
    versionOf: (component, ref) => {
      const told = versionInLedger(component.component, ref);
      if (told !== undefined) {
        return told;
      }
      const chain = chains.get(ref.object);
      if (chain !== undefined) {
        return resolveVersion(component, ref, chain);
      }
      const listed = listedVersion(component, ref);
      return listed === 'unknown' ? undefined : listed;
    },
    remembered: (component) => ledger?.versions(component) ?? {},
  };
}

function marksOf(entry: Entry): Omit<ResolvedVersion, 'version' | 'by'> {
  const { status, commit, seq, 'in-flight': inFlight } = entry;
  return {
    ...(status === 'held' && commit !== null ? { held: commit, heldSince: seq } : {}),
    ...(inFlight === undefined ? {} : { inFlight }),
  };
}

/** The files of the ledger that speak of the components in focus and of unclear tags. */
function toldPaths(
  ledger: LedgerSnapshot | undefined,
  focus: readonly Focus[],
  unclear: readonly UnclearTag[],
): string[] {
  return ledger === undefined
    ? []
    : [
        HOLDS_FILE,
        // An entry of this run would be put into it.
        dayPath(ledger.time),
        ...focus.flatMap(({ component, slot }) => [versionsPath(component), entryPath(slot.name, component)]),
        ...unclear.map(({ tags: { component }, ref }) => entryPath(environmentOf(ref), component)),
      ];
}

/** Reads these files, and the entries of everything that is held. */
async function loadTold(ledger: LedgerSnapshot | undefined, paths: readonly string[]): Promise<void> {
  await ledger?.load(paths);
  const held = Object.keys(ledger?.holds() ?? {}).filter((path) => parseEntryPath(path) !== undefined);
  if (held.length > 0) {
    await ledger?.load(held);
  }
}

/** The versions that a move back would bring back. */
function pastVersions(component: Component, slots: ReadonlySet<string>, ledger: LedgerSnapshot | undefined): string[] {
  return [...slots].flatMap((slot) => {
    const entry = ledger?.entry(slot, component);
    return [entry?.previous, entry?.healthy[0]].flatMap((version) => version ?? []);
  });
}

/** The tags of a component whose content a deploy of some slots may need: their own, and those of `latest`. */
function likelyTags(tags: ComponentTags, slots: ReadonlySet<string>): TagRef[] {
  const highest = highestVersion([...tags.versions.keys()].filter(isStable));
  const names = [...slots, ...(highest === undefined ? [] : [highest])];
  return [
    ...names.flatMap((name) => tags.environments.get(name) ?? tags.versions.get(name) ?? []),
    ...environmentsByVersion(tags).slice(0, PREFETCHED_ENVIRONMENTS),
  ];
}

/** An environment tag of which the listing alone does not tell the version. */
interface UnclearTag {
  readonly tags: ComponentTags;
  readonly ref: TagRef;
}

/**
 * The environment tags that the listing says too little of: all of the focus, of the others those whose commit has
 * several versions or none.
 */
function unclearTags(tags: TagState, focused: ReadonlySet<ComponentTags>): UnclearTag[] {
  const unclear: UnclearTag[] = [];
  for (const component of tags.values()) {
    for (const ref of component.environments.values()) {
      if (focused.has(component) || isUnclear(component, ref)) {
        unclear.push({ tags: component, ref });
      }
    }
  }
  return unclear;
}

/** How many tag objects are followed inwards: nobody wraps so many, but anybody can push a hundred thousand. */
const MAX_WRAPPED = 100;

/** How much the tag objects of one request may take, in bytes: some for each, and some more for a few long messages. */
const TAGS_BUDGET = { all: 1024 * 1024, each: 4 * 1024 };

/** Brings tag objects near; one that is large, or that leads to very many, is left out and takes no other with it. */
export async function loadTagObjects(repository: Repository, oids: readonly string[]): Promise<void> {
  const tags = unique(oids);
  await repository.load(tags, 'objects', TAGS_BUDGET.all + TAGS_BUDGET.each * tags.length);
}

/** The names in a chain of tag objects, from the outermost inwards. */
export async function wrappedNames(repository: Repository, oid: string): Promise<string[]> {
  return (await tagChain(repository, oid)).names;
}

/** A chain of tag objects, from the outermost inwards, and what it ends at as far as it is followed. */
export async function tagChain(
  repository: Repository,
  oid: string,
): Promise<{ readonly names: string[]; readonly end: string; readonly endType: GitObject['type'] | undefined }> {
  const names: string[] = [];
  for (let end = oid; ; ) {
    const object = await repository.read(end);
    if (object?.type !== 'tag' || names.length === MAX_WRAPPED) {
      return { names, end, endType: object?.type };
    }
    names.push(object.name);
    end = object.target;
  }
}

function unique(oids: readonly string[]): string[] {
  return [...new Set(oids)];
}
