import { type Component, componentId, type Prefix, pluralType } from '../domain/component.ts';
import {
  type ComponentTags,
  environmentsByVersion,
  groupTags,
  listedVersion,
  type ResolvedVersion,
  resolveVersion,
  type TagRef,
  type TagState,
  type TypeOf,
} from '../domain/component-tags.ts';
import { REGISTRY_PATH } from '../domain/registry.ts';
import { parseTag } from '../domain/tag.ts';
import { highestVersion, isStable } from '../domain/version.ts';
import type { Refs, Repository } from '../ports/repository.ts';
import type { ContentReader } from './content.ts';
import { policyObjects } from './policy.ts';
import { loadPath } from './tree.ts';

/** Environment tags of one component that are brought near beforehand, since `latest` may need their content. */
const PREFETCHED_ENVIRONMENTS = 8;

/** A component and slot that a run is about. */
export interface Focus {
  readonly component: Component;
  readonly slot: { readonly name: string };
}

/** What the tags say at one moment. */
export interface View {
  readonly refs: Refs;
  readonly tags: TagState;
  readonly versionOf: (tags: ComponentTags, ref: TagRef) => ResolvedVersion | undefined;
}

/** The tags as they are now, grouped by component. */
export interface Listing {
  readonly refs: Refs;
  readonly tags: TagState;
  /** The types that registries give to the older tags without one. */
  readonly typeOf: TypeOf;
}

/** Reads the tags under a prefix as they are now. */
export async function listTags(
  repository: Repository,
  content: ContentReader,
  prefix: `${Prefix}/` = 'components/',
): Promise<Listing> {
  const refs = await repository.refs([prefix]);
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

/**
 * Completes a listing to a view, in at most two requests whatever the size of the repository: the commits of the
 * components in focus with their folders, then the files these probably need and the tag objects without which a
 * version cannot be told.
 *
 * An annotated environment tag of another component with exactly one version tag on its commit is taken to wrap that
 * one. It is wrong only where the wrapped version's tag was deleted and another stands on the same commit.
 *
 * @param configPath read from the default branch next, so it is brought along
 */
export async function completeView(
  listing: Listing,
  focus: readonly Focus[],
  configPath: string,
  repository: Repository,
  content: ContentReader,
): Promise<View> {
  const { refs, tags } = listing;
  const focused = new Map<ComponentTags, Set<string>>();
  for (const { component, slot } of focus) {
    const found = tags.get(componentId(component));
    if (found !== undefined) {
      focused.set(found, (focused.get(found) ?? new Set()).add(slot.name));
    }
  }
  const near = [...focused].flatMap(([component, slots]) => likelyTags(component, slots));
  const head = refs.head === undefined ? [] : [refs.head];
  await repository.load(unique([...head, ...near.map(({ object }) => object)]), 'trees');

  const wanted: string[] = await policyObjects(repository, refs.head, configPath);
  for (const [component, slots] of focused) {
    for (const commit of unique(likelyTags(component, slots).map((ref) => ref.commit))) {
      wanted.push(...(await content.likelyObjects(component.component, commit)));
    }
  }
  const unclear = unclearTags(tags, new Set(focused.keys()));
  await repository.load(unique([...wanted, ...unclear.map(({ object }) => object)]), 'objects');

  const chains = new Map<string, readonly string[]>();
  for (const { object } of unclear) {
    chains.set(object, await wrappedNames(repository, object));
  }
  return {
    refs,
    tags,
    versionOf: (component, ref) => {
      const chain = chains.get(ref.object);
      if (chain !== undefined) {
        return resolveVersion(component, ref, chain);
      }
      const listed = listedVersion(component, ref);
      return listed === 'unknown' ? undefined : listed;
    },
  };
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

/** The environment tags whose object has to be read: all of the focus that have one, of the others what is unclear. */
function unclearTags(tags: TagState, focused: ReadonlySet<ComponentTags>): TagRef[] {
  const unclear: TagRef[] = [];
  for (const component of tags.values()) {
    for (const ref of component.environments.values()) {
      const annotated = ref.object !== ref.commit;
      if (annotated && (focused.has(component) || listedVersion(component, ref) === 'unknown')) {
        unclear.push(ref);
      }
    }
  }
  return unclear;
}

/** The names in a chain of tag objects, from the outermost inwards. */
async function wrappedNames(repository: Repository, oid: string): Promise<string[]> {
  const names: string[] = [];
  for (let next = oid; ; ) {
    const object = await repository.read(next);
    if (object?.type !== 'tag') {
      return names;
    }
    names.push(object.name);
    next = object.target;
  }
}

function unique(oids: readonly string[]): string[] {
  return [...new Set(oids)];
}
