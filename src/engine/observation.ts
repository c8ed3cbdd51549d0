import { type Component, componentId, type Prefix, pluralType } from '../domain/component.ts';
import {
  type ComponentTags,
  type ExcludedTag,
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
import { dayPath, entryPath, HOLDS_FILE, parseEntryPath, SHARES_FILE, versionsPath } from '../domain/ledger/layout.ts';
import type { Shares } from '../domain/ledger/shares.ts';
import { REGISTRY_PATH } from '../domain/registry.ts';
import { parseTag } from '../domain/tag.ts';
import type { TagRules } from '../domain/tag-rules.ts';
import { compareVersions, highestVersion, isStable } from '../domain/version.ts';
import type { GitObject, Refs, Repository } from '../ports/repository.ts';
import type { ContentReader } from './content.ts';
import type { LedgerSnapshot } from './ledger/snapshot.ts';
import { policyObjects } from './read-config.ts';
import { loadPath } from './tree.ts';
import { type PlacedTag, type ReturnedTag, readable, type Trust, TrustedLedger } from './trusted-ledger.ts';

/** Environment tags of one component that are brought near beforehand, since `latest` may need their content. */
const PREFETCHED_ENVIRONMENTS = 8;

/** Versions of a component that are brought near beforehand where it may go back to one of them. */
export const PREFETCHED_VERSIONS = 3;

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
export interface Observation {
  readonly refs: Refs;
  readonly tags: TagState;
  readonly excluded: readonly ExcludedTag[];
  readonly ledger: LedgerSnapshot | undefined;
  readonly versionOf: (tags: ComponentTags, ref: TagRef) => ResolvedVersion | undefined;
  /**
   * The entry of a component in an environment, as far as it counts: one of a hold that is ignored speaks of no tag.
   * @throws TagshipError `ledger-broken`
   */
  readonly entry: (environment: string, component: Component) => Entry | undefined;
  /** Whether a commit that the ledger names for a component counts, as far as `Session.anchor` found out. */
  readonly isAnchored: (component: Component, commit: string) => boolean;
  /** The tags that are the very objects again that rollbacks left, as far as the ledger was read. */
  readonly returned: () => readonly ReturnedTag[];
  /** What the ledger says and does not count, in sentences. */
  readonly ignored: () => readonly string[];
  /** The versions of a component in focus as the ledger remembers them. */
  readonly remembered: (component: Component) => KnownVersions;
  /** The versions of a component in focus that are in quarantine in an environment. */
  readonly quarantined: (component: Component, environment: string) => readonly string[];
  /** The canaries that some users get, by the ledger. */
  readonly shares: Shares;
}

/** The tags as they are now, grouped by component. */
export interface Listing {
  readonly refs: Refs;
  readonly tags: TagState;
  /** The tags under these prefixes that stand for no component. */
  readonly excluded: readonly ExcludedTag[];
  /** What the configuration says of the names of tags. */
  readonly rules: TagRules;
  /** The types that registries give to the older tags without one. */
  readonly typeOf: TypeOf;
}

/** Every environment that a tag or an entry of the ledger knows. */
export async function environmentsOf({ tags, ledger }: Pick<Observation, 'tags' | 'ledger'>): Promise<Set<string>> {
  return new Set([
    ...[...tags.values()].flatMap(({ environments }) => [...environments.keys()]),
    ...((await ledger?.environments()) ?? []),
  ]);
}

/**
 * Reads the tags as they are now.
 * @param prefix one or several; undefined for none of them, only the default branch
 * @param before a listing of the same prefix and by the same rules: what it found out holds as long as no tag moved
 * @param names full names of other refs, to be listed as well
 */
export async function listTags(
  repository: Repository,
  content: ContentReader,
  prefix: `${Prefix}/` | readonly `${Prefix}/`[] | undefined,
  rules: TagRules,
  before?: Listing,
  names: readonly string[] = [],
): Promise<Listing> {
  const refs = await repository.refs([prefix ?? []].flat(), names);
  if (before !== undefined && areSame(before.refs.tags, refs.tags)) {
    return { ...before, refs };
  }
  const untyped = refs.tags.filter(({ name }) => parseTag(name).kind === 'untyped');
  if (untyped.length === 0) {
    const typeOf: TypeOf = () => undefined;
    return { refs, ...groupTags(refs.tags, typeOf, rules), rules, typeOf };
  }
  const commits = [...new Set(untyped.map(({ commit }) => commit))];
  await loadPath(repository, commits, REGISTRY_PATH);
  const types = new Map<string, string>();
  for (const { commit, name } of untyped) {
    const parsed = parseTag(name);
    const registry = await content.registry(commit).catch(() => undefined);
    const entry = parsed.kind === 'untyped' ? registry?.get(parsed.name) : undefined;
    if (parsed.kind === 'untyped' && entry?.type) {
      types.set(`${commit} ${parsed.name}`, pluralType(entry.type));
    }
  }
  const typeOf: TypeOf = (commit, name) => types.get(`${commit} ${name}`);
  return { refs, ...groupTags(refs.tags, typeOf, rules), rules, typeOf };
}

/** The same listing by other rules. */
export function withRules(listing: Listing, rules: TagRules): Listing {
  return { ...listing, ...groupTags(listing.refs.tags, listing.typeOf, rules), rules };
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
 * @param trust which of what the ledger says counts
 * @param hints what else is probably needed, to be brought along
 */
export async function completeObservation(
  listing: Listing,
  focus: readonly Focus[],
  configPath: string,
  repository: Repository,
  content: ContentReader,
  ledger: LedgerSnapshot | undefined,
  trust: Trust,
  hints: Hints = {},
): Promise<Observation> {
  const { refs, tags, excluded } = listing;
  const focused = focusedOn(focus, tags);
  const unclear = unclearTags(tags, new Set(focused.keys()));
  const told = ledgerPaths(ledger, focus, unclear);
  addExpected(focused, hints);
  await loadFocus(repository, refs.head, focused);
  // What others wrapped their tags in is not to hold up what was asked for. The ledger's commit before comes along, so that
  // its number is known.
  const wanted = await policyObjects(repository, refs.head, configPath);
  for (const [component, slots] of focused) {
    for (const commit of unique(likelyTags(component, slots).map((ref) => ref.commit))) {
      wanted.push(...(await content.likelyObjects(component.component, commit)));
    }
    wanted.push(
      ...[...component.environments.values()].flatMap((ref) => (ref.object === ref.commit ? [] : ref.object)),
    );
  }
  const texts = (await ledger?.locate(told)) ?? [];
  await repository.load(unique([...wanted, ...texts, ...(ledger?.parents.slice(0, 1) ?? [])]), 'objects');
  await loadLedgerFiles(ledger, told);
  if (hints.past === true) {
    await loadPast(repository, content, focused, ledger);
  }
  await ledger?.load([...focused.keys()].flatMap((one) => pastPaths(one, ledger)));
  await ledger?.count();

  const saying = new TrustedLedger(tags, ledger, trust);
  await saying.find(refs.head, unclear);
  const toRead = unclear.filter(
    ({ tags: of, ref }) => ref.object !== ref.commit && saying.version(of, ref) === undefined,
  );
  await loadTagObjects(
    repository,
    toRead.map(({ ref }) => ref.object),
  );

  const chains = new Map<string, readonly string[]>();
  for (const { ref } of toRead) {
    chains.set(ref.object, await wrappedNames(repository, ref.object));
  }
  return {
    refs,
    tags,
    excluded,
    ledger,
    versionOf: (component, ref) => {
      const told = saying.version(component, ref);
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
    entry: (environment, component) => saying.entry(environment, component),
    isAnchored: (component, commit) => trust.anchors.has({ tags: tags.get(componentId(component)), commit }),
    returned: () => saying.returned,
    ignored: () => saying.ignored,
    remembered: (component) => ledger?.versions(component) ?? {},
    quarantined: (component, environment) => ledger?.entry(environment, component)?.quarantined ?? [],
    shares: ledger?.shares() ?? {},
  };
}

/** The components that a run is about, with the slots of each. */
type Focused = ReadonlyMap<ComponentTags, Set<string>>;

function focusedOn(focus: readonly Focus[], tags: TagState): Focused {
  const focused = new Map<ComponentTags, Set<string>>();
  for (const { component, slot } of focus) {
    const found = tags.get(componentId(component));
    if (found !== undefined) {
      focused.set(found, (focused.get(found) ?? new Set()).add(slot.name));
    }
  }
  return focused;
}

/** Adds to the slots in focus what a run probably needs beside: of what ran before the highest versions are a good guess. */
function addExpected(focused: Focused, { slots: named = [], past = false }: Hints): void {
  for (const [{ versions }, slots] of focused) {
    const highest = past ? [...versions.keys()].sort(compareVersions).slice(-PREFETCHED_VERSIONS) : [];
    for (const name of [...named, ...highest]) {
      slots.add(name);
    }
  }
}

/** Brings near what a move back would bring back, where that was not guessed. */
async function loadPast(
  repository: Repository,
  content: ContentReader,
  focused: Focused,
  ledger: LedgerSnapshot | undefined,
): Promise<void> {
  const found = [...focused].flatMap(([{ component, versions }, slots]) =>
    pastVersions(component, slots, ledger)
      .filter((version) => !slots.has(version))
      .flatMap((version) => ({ component, ref: versions.get(version) })),
  );
  const missing = found.flatMap(({ component, ref }) => (ref === undefined ? [] : [{ component, ref }]));
  await repository.load(unique(missing.map(({ ref }) => ref.object)), 'trees');
  const wanted: string[] = [];
  for (const { component, ref } of missing) {
    wanted.push(...(await content.likelyObjects(component, ref.commit)));
  }
  await repository.load(unique(wanted), 'objects');
}

/** Brings the default branch and the commits of components in focus near, with their folders. */
async function loadFocus(repository: Repository, head: string | undefined, focused: Focused): Promise<void> {
  const near = [...focused].flatMap(([component, slots]) => likelyTags(component, slots));
  await repository.load(unique([head ?? [], ...near.map(({ object }) => object)].flat()), 'trees');
}

/** The same before all tags are listed, by those that are. */
export async function loadAhead(
  repository: Repository,
  { refs, tags }: Pick<Listing, 'refs' | 'tags'>,
  focus: readonly Focus[],
  hints: Hints,
): Promise<void> {
  const focused = focusedOn(focus, tags);
  addExpected(focused, hints);
  await loadFocus(repository, refs.head, focused);
}

/** The files of the ledger that speak of the components in focus and of unclear tags. */
function ledgerPaths(
  ledger: LedgerSnapshot | undefined,
  focus: readonly Focus[],
  unclear: readonly PlacedTag[],
): string[] {
  return ledger === undefined
    ? []
    : [
        HOLDS_FILE,
        SHARES_FILE,
        // An entry of this run would be put into it.
        dayPath(ledger.time),
        ...focus.flatMap(({ component, slot }) => [versionsPath(component), entryPath(slot.name, component)]),
        ...unclear.map(({ tags: { component }, ref }) => entryPath(environmentOf(ref), component)),
      ];
}

/** Reads these files, and the entries of everything that is held. */
async function loadLedgerFiles(ledger: LedgerSnapshot | undefined, paths: readonly string[]): Promise<void> {
  await ledger?.load(paths);
  const held = Object.keys(ledger?.holds() ?? {}).filter((path) => parseEntryPath(path) !== undefined);
  if (held.length > 0) {
    await ledger?.load(held);
  }
}

/** The entries of a component in environments that it has no tag for any more. */
function pastPaths({ component, environments }: ComponentTags, ledger: LedgerSnapshot): string[] {
  const ran = Object.values(readable(() => ledger.versions(component)) ?? {}).flatMap((known) => known.ran);
  return unique(ran.filter((name) => !environments.has(name))).map((name) => entryPath(name, component));
}

/** The versions that a move back would bring back. */
function pastVersions(component: Component, slots: ReadonlySet<string>, ledger: LedgerSnapshot | undefined): string[] {
  return [...slots].flatMap((slot) => {
    const entry = readable(() => ledger?.entry(slot, component));
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

/**
 * The environment tags that the listing says too little of: all of the focus, of the others those whose commit has
 * several versions or none.
 */
function unclearTags(tags: TagState, focused: ReadonlySet<ComponentTags>): PlacedTag[] {
  const unclear: PlacedTag[] = [];
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
