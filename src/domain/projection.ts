import { TagshipError } from '../errors.ts';
import { type Component, componentId } from './component.ts';
import type { ComponentTags, ResolvedVersion, TagRef, TagState } from './component-tags.ts';
import { VERSIONS_SLOT } from './environment.ts';
import { INDEX_KEY, type KeyReader, type ReadKey, renderKey, versionsKey } from './key.ts';
import { type LatestPolicy, latestOf } from './latest.ts';
import type { ContentMetadata } from './metadata.ts';
import { movedVersion } from './moved-version.ts';
import { retainedVersions } from './retention.ts';
import type { LiveShare } from './rollout/share.ts';
import { compareVersions, isVersion, unversionedName } from './version.ts';

/** One thing that is to be in KV for a deployed tag. */
export interface Target {
  readonly component: Component;
  readonly slot: { readonly kind: 'version' | 'environment'; readonly name: string };
  /** The event was the deletion of the tag; it may have been made again since. */
  readonly deleted?: boolean;
}

/** The target that an environment of a component is. */
export function environmentTarget(component: Component, environment: string): Target {
  return { component, slot: { kind: 'environment', name: environment } };
}

/** What the projection of one namespace depends on, beside the tags. */
export interface ProjectionPolicy extends LatestPolicy {
  readonly layouts: readonly string[];
  /** Everything that a key may be named after, by the layouts. */
  readonly readKey: KeyReader;
  readonly unversioned: 'error' | 'allow';
  /** Whether a version tag that moved away from under an environment is accepted (`override: moved-version`). */
  readonly acceptMoved: boolean;
  /** What becomes of the keys of a deleted tag. */
  readonly onDelete: 'report' | 'prune';
  /** How many versions of a component keep a key. */
  readonly retention: number | 'all';
  /** Whether each component has a list of its versions. */
  readonly versionsIndex: boolean;
  /** Whether pushed version tags belong in the namespace, and not only what its environments run. */
  readonly takesVersions: boolean;
  /** Whether the configuration pins `type/name@slot`, so that it is never removed. */
  readonly pinned: (name: string) => boolean;
  /** Whether KV is held at what the ledger says of an environment: then the deletion of its tag removes nothing. */
  readonly isHeld: (component: Component, environment: string) => boolean;
  /** The canary that some users of an environment get. */
  readonly shareOf: (tags: ComponentTags, environment: string) => LiveShare | undefined;
  /** The keys with the shares of a component's canaries as numbers, by the live environment. */
  readonly shareKeys: (
    component: Component,
  ) => readonly { readonly environment: string; readonly key: string; readonly share: number }[];
}

/** A key that is to hold the content of a component as it was at a commit. */
export interface WantedKey {
  readonly key: string;
  readonly role: 'environment' | 'version' | 'latest';
  readonly component: Component;
  /** What the last part of the key names. */
  readonly slot: string;
  readonly version: string;
  readonly commit: string;
  /** What its metadata says beside the content. */
  readonly marks: Marks;
}

/** What the metadata of an environment's key says about its last move. */
export type Marks = Readonly<Pick<ContentMetadata, 'hold' | 'seq' | 'in-flight' | 'canary' | 'share'>>;

const NO_MARKS: Marks = {};

/** What the tags ask of one namespace. */
export interface Projection {
  readonly content: readonly WantedKey[];
  /** Keys of ours that nothing may stand under. */
  readonly absent: readonly string[];
  /** Keys of deleted tags that stay as they are. */
  readonly left: readonly string[];
  /** The lists of versions. */
  readonly lists: readonly WantedList[];
  /** The shares of canaries as numbers. */
  readonly shares: readonly WantedShare[];
}

/** A key that is to hold how many percent of the users get a canary. */
export interface WantedShare {
  readonly key: string;
  readonly component: Component;
  readonly environment: string;
  readonly share: number;
}

/** A key that is to hold the versions of a component. */
export interface WantedList {
  readonly key: string;
  readonly component: Component;
  /** Those that have a key in the namespace, in order of precedence. */
  readonly versions: readonly string[];
}

/**
 * Everything of a component that a namespace is concerned with: the environments that live there and the versions that
 * keep a key.
 */
export function targetsIn(tags: ComponentTags, policy: ProjectionPolicy): Target[] {
  const { component } = tags;
  const environments = [...tags.environments.keys()].filter((name) => policy.holds(name));
  const versions = policy.takesVersions ? retainedVersions(tags, policy) : [];
  return [
    ...versions.map((name): Target => ({ component, slot: { kind: 'version', name } })),
    ...environments.map((name): Target => ({ component, slot: { kind: 'environment', name } })),
  ];
}

/**
 * What a namespace is to hold for some tags that were pushed: the content under environment, version and `latest`
 * keys. A function of the tags alone, so it may be computed again whenever they moved.
 *
 * @throws TagshipError `version-missing`, `key-too-long`, `key-collision`
 */
export function projectTargets(targets: readonly Target[], state: TagState, policy: ProjectionPolicy): Projection {
  const content = new Map<string, WantedKey>();
  const absent = new Set<string>();
  const left = new Set<string>();
  const shares = new Map<string, WantedShare>();
  const want: Want = (tags, role, slot, version, commit, marks = NO_MARKS) => {
    if (role !== 'environment') {
      refuseMoved(tags, version, policy);
    }
    for (const layout of policy.layouts) {
      const key = renderKey(layout, tags.component, slot);
      refuseShared(key, { component: tags.component, slot }, state, policy);
      addKey(content, { key, role, component: tags.component, slot, version, commit, marks });
    }
  };

  for (const target of targets) {
    const tags = state.get(componentId(target.component)) ?? noTags(target.component);
    if (target.deleted === true && !exists(target, tags)) {
      const remove = policy.onDelete === 'prune' && !isNeeded(target, tags, policy);
      for (const layout of policy.layouts) {
        (remove ? absent : left).add(renderKey(layout, tags.component, target.slot.name));
      }
    }
    projectTarget(target, tags, policy, want, absent);
    // Also where the live tag is gone: then nobody gets its canary.
    for (const found of policy.shareKeys(tags.component)) {
      const { component } = tags;
      refuseTaken(found.key, { component, slot: found.environment }, state, policy);
      shares.set(found.key, { ...found, component });
    }
  }
  const lists = policy.versionsIndex ? projectLists(targets, state, policy) : { wanted: [], without: [] };
  for (const key of lists.without) {
    (policy.onDelete === 'prune' ? absent : left).add(key);
  }
  const unwanted = (keys: ReadonlySet<string>): string[] => [...keys].filter((key) => !content.has(key));
  // What something else asks for stays.
  const gone = unwanted(absent).filter((key) => !policy.readKey(key).some((one) => asksFor(one, state, policy)));
  return {
    content: [...content.values()],
    absent: gone,
    left: unwanted(left),
    lists: lists.wanted,
    shares: [...shares.values()],
  };
}

function projectTarget(
  target: Target,
  tags: ComponentTags,
  policy: ProjectionPolicy,
  want: Want,
  absent: Set<string>,
): void {
  const environments = concerned(target, tags, policy);
  for (const [environment, ref] of environments) {
    const { version, commit, marks } = deployedVersion(tags, environment, ref, policy);
    const { canary, share } = policy.shareOf(tags, environment) ?? {};
    const shared = canary === undefined || share === undefined ? marks : { ...marks, canary, share };
    want(tags, 'environment', environment, version, commit, shared);
    want(tags, 'version', version, version, tags.versions.get(version)?.commit ?? commit);
  }
  const { kind, name } = target.slot;
  const pushed = kind === 'version' ? tags.versions.get(name) : undefined;
  if (pushed !== undefined) {
    want(tags, 'version', name, name, pushed.commit);
  }
  // A version that nothing runs changes nothing about what is live, unless its tag came back.
  const isPlain = kind === 'version' && target.deleted !== true && environments.length === 0;
  if (!isPlain || latestOf(tags, policy)?.version === name) {
    projectLatest(tags, policy, want, absent);
  }
}

/** @throws TagshipError `key-collision` where the same slot is to hold something else */
function addKey(content: Map<string, WantedKey>, wanted: WantedKey): void {
  const { key, commit, component, role, slot } = wanted;
  const before = content.get(key);
  if (before !== undefined && before.commit !== commit) {
    throw collision(key, ownerText(before), ownerText({ component, slot }));
  }
  if (before === undefined || role === 'environment') {
    content.set(key, wanted);
  }
}

/** Whether the tags of a component ask the namespace for a slot. */
function asksFor({ component, slot }: ReadKey, state: TagState, policy: ProjectionPolicy): boolean {
  const tags = state.get(componentId(component));
  if (tags === undefined) {
    return false;
  }
  switch (slot) {
    case VERSIONS_SLOT:
      return policy.versionsIndex && storedVersions(tags, policy).length > 0;
    case 'latest':
      return latestOf(tags, policy) !== undefined;
    default:
      return isVersion(slot)
        ? storedVersions(tags, policy).includes(slot)
        : tags.environments.has(slot) && policy.holds(slot);
  }
}

/** @throws TagshipError `key-collision` where something else asks for the key as well */
function refuseShared(key: string, owner: ReadKey, state: TagState, policy: ProjectionPolicy): void {
  if (key === INDEX_KEY) {
    throw collision(key, 'the index', ownerText(owner));
  }
  for (const one of policy.readKey(key)) {
    const { component, slot } = one;
    const isOwn =
      slot === owner.slot && component.type === owner.component.type && component.name === owner.component.name;
    if (!isOwn && asksFor(one, state, policy)) {
      throw collision(key, ownerText(one), ownerText(owner));
    }
  }
}

/** @throws TagshipError `key-collision` where something asks for the key that is to hold a share */
function refuseTaken(key: string, owner: ReadKey, state: TagState, policy: ProjectionPolicy): void {
  const other = policy.readKey(key).find((one) => asksFor(one, state, policy));
  if (other !== undefined) {
    throw new TagshipError(
      'key-collision',
      `The key \`${key}\` is wanted by ${ownerText(other)} and for the share of the canary of ${ownerText(owner)}.`,
      'Name another `key` under `canary` in the configuration.',
    );
  }
}

function ownerText({ component, slot }: ReadKey): string {
  return slot === VERSIONS_SLOT
    ? `the list of versions of \`${componentId(component)}\``
    : `\`${componentId(component)}\` (\`${slot}\`)`;
}

function collision(key: string, one: string, other: string): TagshipError {
  return new TagshipError(
    'key-collision',
    `The key \`${key}\` is wanted by ${one} and by ${other}.`,
    'Use a layout under `keys` that keeps components apart.',
  );
}

/** The lists of versions of the components in question, and the keys of those that have none. */
function projectLists(
  targets: readonly Target[],
  state: TagState,
  policy: ProjectionPolicy,
): { readonly wanted: readonly WantedList[]; readonly without: readonly string[] } {
  const components = new Map(targets.map(({ component }) => [componentId(component), component]));
  const wanted: WantedList[] = [];
  const without: string[] = [];
  for (const [id, component] of components) {
    const tags = state.get(id) ?? noTags(component);
    const key = versionsKey(component);
    const versions = storedVersions(tags, policy);
    if (versions.length === 0) {
      without.push(key);
    } else {
      refuseShared(key, { component, slot: VERSIONS_SLOT }, state, policy);
      wanted.push({ key, component, versions });
    }
  }
  return { wanted, without };
}

/** The versions of a component that have a key in the namespace, in order of precedence. */
function storedVersions(tags: ComponentTags, policy: ProjectionPolicy): string[] {
  const versions = new Set(policy.takesVersions ? retainedVersions(tags, policy) : []);
  for (const [environment, ref] of tags.environments) {
    const version = policy.holds(environment) ? policy.versionOf(tags, ref)?.version : undefined;
    if (version !== undefined && isVersion(version)) {
      versions.add(version);
    }
  }
  return [...versions].sort(compareVersions);
}

function noTags(component: Component): ComponentTags {
  return { component, environments: new Map(), versions: new Map(), shadowed: [] };
}

function exists({ slot }: Target, tags: ComponentTags): boolean {
  return (slot.kind === 'version' ? tags.versions : tags.environments).has(slot.name);
}

/** Whether the key of a deleted tag must stay: it is pinned, or an environment of the namespace runs that version. */
function isNeeded({ component, slot }: Target, tags: ComponentTags, policy: ProjectionPolicy): boolean {
  const runs = [...tags.environments].some(
    ([environment, ref]) => policy.holds(environment) && policy.versionOf(tags, ref)?.version === slot.name,
  );
  const held = slot.kind === 'environment' && policy.isHeld(component, slot.name);
  return held || (slot.kind === 'version' && runs) || policy.pinned(`${componentId(component)}@${slot.name}`);
}

/**
 * The environment tags whose keys a target touches: its own, or, for a version tag, those that stand for this version
 * only because they share its commit. Where a version tag was deleted its commit is unknown, so all that go by commit.
 */
function concerned(target: Target, tags: ComponentTags, policy: ProjectionPolicy): [string, TagRef][] {
  return [...tags.environments].filter(([environment, ref]) => {
    if (!policy.holds(environment)) {
      return false;
    }
    if (target.slot.kind === 'environment') {
      return environment === target.slot.name;
    }
    const resolved = policy.versionOf(tags, ref);
    const meant = target.deleted === true || resolved?.version === target.slot.name;
    return resolved?.by === 'commit' && meant;
  });
}

function deployedVersion(
  tags: ComponentTags,
  environment: string,
  ref: TagRef,
  policy: ProjectionPolicy,
): { readonly version: string; readonly commit: string; readonly marks: Marks } {
  const resolved = policy.versionOf(tags, ref);
  if (resolved !== undefined) {
    return { version: resolved.version, commit: resolved.held ?? ref.commit, marks: marksOf(resolved, ref) };
  }
  if (policy.unversioned === 'allow') {
    return { version: unversionedName(ref.commit), commit: ref.commit, marks: {} };
  }
  const id = componentId(tags.component);
  throw new TagshipError(
    'version-missing',
    `The tag \`${ref.name}\` stands on commit ${ref.commit.slice(0, 12)}, which has no version tag of \`${id}\`.`,
    `Tag the commit first (\`git tag -a ${tags.component.prefix}/${id}/vX.Y.Z ${ref.commit.slice(0, 12)}\`) and point \`${environment}\` at that tag, or set \`unversioned: allow\` in the configuration.`,
  );
}

function marksOf({ held, heldSince, inFlight }: ResolvedVersion, ref: TagRef): Marks {
  if (held === undefined && inFlight === undefined) {
    return NO_MARKS;
  }
  return {
    ...(held === undefined ? {} : { hold: ref.object, ...(heldSince === undefined ? {} : { seq: heldSince }) }),
    ...(inFlight === undefined ? {} : { 'in-flight': inFlight }),
  };
}

/** @throws TagshipError `version-moved` */
function refuseMoved(tags: ComponentTags, version: string, policy: ProjectionPolicy): void {
  const moved = policy.acceptMoved ? undefined : movedVersion(tags, version, policy);
  if (moved !== undefined) {
    throw moved;
  }
}

type Want = (
  tags: ComponentTags,
  role: WantedKey['role'],
  slot: string,
  version: string,
  commit: string,
  marks?: Marks,
) => void;

function projectLatest(tags: ComponentTags, policy: ProjectionPolicy, want: Want, absent: Set<string>): void {
  if (policy.latest === false) {
    return;
  }
  const latest = latestOf(tags, policy);
  if (latest !== undefined) {
    want(tags, 'latest', 'latest', latest.version, latest.commit);
    return;
  }
  for (const layout of policy.layouts) {
    absent.add(renderKey(layout, tags.component, 'latest'));
  }
}
