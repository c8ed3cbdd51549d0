import { type Component, componentId } from './component.ts';
import { isReservedType, parseTag, type Slot, slotName } from './tag.ts';
import { type Exclusion, exclusionOf, type TagRules } from './tag-rules.ts';
import { compareVersions, highestVersion } from './version.ts';

/** A tag as the server lists it. */
export interface TagRef {
  /** The name without `refs/tags/`. */
  readonly name: string;
  /** The object the ref points at: a commit, or a tag object of an annotated tag. */
  readonly object: string;
  /** The object at the end of all wrapping; a commit unless somebody tagged something else. */
  readonly commit: string;
}

/** All tags of one component. */
export interface ComponentTags {
  readonly component: Component;
  readonly environments: ReadonlyMap<string, TagRef>;
  readonly versions: ReadonlyMap<string, TagRef>;
  /** Untyped tags that a typed tag of the same slot overrules although it points elsewhere. */
  readonly shadowed: readonly TagRef[];
}

/** Says which type the registry gives `name` at a commit; for the older tags that do not name one. */
export type TypeOf = (commit: string, name: string) => string | undefined;

/** Every component that has a tag, by `type/name`. */
export type TagState = ReadonlyMap<string, ComponentTags>;

interface Draft {
  component: Component;
  environments: Map<string, TagRef>;
  versions: Map<string, TagRef>;
  shadowed: TagRef[];
}

/** Finds the component and slot of a tag, or undefined where it is none or no registry knows it. */
export function readTag(ref: TagRef, typeOf: TypeOf): { component: Component; slot: Slot; typed: boolean } | undefined {
  const parsed = parseTag(ref.name);
  if (parsed.kind === 'component') {
    const { prefix, type, name, slot } = parsed;
    return { component: { prefix, type, name }, slot, typed: true };
  }
  if (parsed.kind === 'untyped') {
    const { prefix, name, slot } = parsed;
    const type = typeOf(ref.commit, name);
    // What a registry calls a type is anybody's text.
    return type === undefined || type.includes('/') || isReservedType(type)
      ? undefined
      : { component: { prefix, type, name }, slot, typed: false };
  }
  return undefined;
}

/** A tag under a known prefix that stands for no component, and why. */
export interface ExcludedTag {
  readonly name: string;
  readonly why: Exclusion;
}

/** Tags by component, and those that stand for none. */
export interface GroupedTags {
  readonly tags: TagState;
  readonly excluded: readonly ExcludedTag[];
}

/** Groups tags by component. A typed tag overrules an untyped one of the same slot. */
export function groupTags(refs: readonly TagRef[], typeOf: TypeOf, rules: TagRules): GroupedTags {
  const state = new Map<string, Draft>();
  const excluded: ExcludedTag[] = [];
  const untyped: { readonly ref: TagRef; readonly component: Component; readonly slot: Slot }[] = [];
  for (const ref of refs) {
    const why = exclusionOf(ref.name, rules);
    const read = why === undefined ? readTag(ref, typeOf) : undefined;
    if (read === undefined) {
      excluded.push({ name: ref.name, why: why ?? 'unknown-type' });
    } else if (read.typed) {
      slotsOf(draftOf(state, read.component), read.slot).set(slotName(read.slot), ref);
    } else {
      untyped.push({ ref, ...read });
    }
  }
  for (const { ref, component, slot } of untyped) {
    const draft = draftOf(state, component);
    const slots = slotsOf(draft, slot);
    const typed = slots.get(slotName(slot));
    if (typed === undefined) {
      slots.set(slotName(slot), ref);
    } else if (typed.commit !== ref.commit) {
      draft.shadowed.push(ref);
    }
  }
  return { tags: state, excluded };
}

function draftOf(state: Map<string, Draft>, component: Component): Draft {
  const id = componentId(component);
  let draft = state.get(id);
  if (draft === undefined) {
    draft = { component, environments: new Map(), versions: new Map(), shadowed: [] };
    state.set(id, draft);
  }
  return draft;
}

function slotsOf(draft: Draft, slot: Slot): Map<string, TagRef> {
  return slot.kind === 'version' ? draft.versions : draft.environments;
}

/** The version an environment tag stands for, and how that is known. */
export interface ResolvedVersion {
  readonly version: string;
  /**
   * `ledger`: the ledger says so of this tag object. `tag`: the tag wraps the version's tag. `commit`: it is the highest
   * version tag on the same commit.
   */
  readonly by: 'ledger' | 'tag' | 'commit';
  /** What runs is the content of this commit, although the tag stands on another: a hold. */
  readonly held?: string;
  /** Number of the ledger commit that recorded the hold; undefined where the ledger does not know of it. */
  readonly heldSince?: number;
  /** What running work is to do, after a rollback. */
  readonly inFlight?: string;
}

/** The name of the environment an environment tag belongs to. */
export function environmentOf(ref: TagRef): string {
  return ref.name.slice(ref.name.lastIndexOf('/') + 1);
}

/**
 * The version an environment tag stands for: the version tag it wraps, else the highest version tag of the component
 * on the same commit, else undefined.
 *
 * @param wrapped names in the chain of tag objects, from the ref's own object inwards; empty for a lightweight tag
 */
export function resolveVersion(
  tags: ComponentTags,
  ref: TagRef,
  wrapped: readonly string[],
): ResolvedVersion | undefined {
  for (const name of wrapped) {
    const parsed = parseTag(name);
    if (
      (parsed.kind === 'component' || parsed.kind === 'untyped') &&
      parsed.prefix === tags.component.prefix &&
      parsed.name === tags.component.name &&
      (parsed.kind === 'untyped' || parsed.type === tags.component.type) &&
      parsed.slot.kind === 'version'
    ) {
      return { version: parsed.slot.version, by: 'tag' };
    }
  }
  const highest = highestVersion(versionsOn(tags, ref.commit));
  return highest === undefined ? undefined : { version: highest, by: 'commit' };
}

/**
 * What the listing alone says of an environment tag, without its tag object: its version, or `unknown` where only
 * the object can tell (an annotated tag on a commit with no version tag, or with several).
 */
export function listedVersion(tags: ComponentTags, ref: TagRef): ResolvedVersion | undefined | 'unknown' {
  if (ref.object === ref.commit) {
    return resolveVersion(tags, ref, []);
  }
  const candidates = versionsOn(tags, ref.commit);
  const same = candidates.find((version) => tags.versions.get(version)?.object === ref.object);
  if (same !== undefined) {
    return { version: same, by: 'tag' };
  }
  const [only] = candidates;
  return candidates.length === 1 && only !== undefined ? { version: only, by: 'tag' } : 'unknown';
}

/**
 * Whether the listing leaves open what an environment tag stands for, or might say something else than it did when the
 * tag was moved: an annotated tag that may wrap several versions or none, a lightweight one on several or none. Of a
 * version whose tag was deleted only the ledger knows.
 */
export function isUnclear(tags: ComponentTags, ref: TagRef): boolean {
  return ref.object === ref.commit ? versionsOn(tags, ref.commit).length !== 1 : listedVersion(tags, ref) === 'unknown';
}

function versionsOn(tags: ComponentTags, commit: string): string[] {
  return [...tags.versions].filter(([, ref]) => ref.commit === commit).map(([version]) => version);
}

/** The environment tags of a component, those first that probably run the highest version. */
export function environmentsByVersion(tags: ComponentTags): TagRef[] {
  const guess = (ref: TagRef): string => highestVersion(versionsOn(tags, ref.commit)) ?? '';
  return [...tags.environments.values()]
    .map((ref) => ({ ref, version: guess(ref) }))
    .sort((a, b) =>
      a.version === '' || b.version === '' ? (a.version === '' ? 1 : -1) : compareVersions(b.version, a.version),
    )
    .map(({ ref }) => ref);
}
