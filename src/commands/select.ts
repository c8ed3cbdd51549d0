import { componentId, PREFIXES } from '../domain/component.ts';
import { type ComponentTags, readTag, type TagState } from '../domain/component-tags.ts';
import { globMatcher } from '../domain/glob.ts';
import { nearest, nearestOf } from '../domain/nearest.ts';
import { environmentTarget, type Target } from '../domain/projection.ts';
import { parseTag, type Slot, slotName } from '../domain/tag.ts';
import { exclusionError, exclusionOf, type TagRules } from '../domain/tag-rules.ts';
import { meantVersion } from '../domain/version.ts';
import { environmentsOf, type Listing, type Observation } from '../engine/observation.ts';
import type { Session } from '../engine/session.ts';
import { TagshipError } from '../errors.ts';
import type { Repository } from '../ports/repository.ts';

/** A tag that a run is about. */
export interface TagRequest {
  /** Short name. */
  readonly tag: string;
  /** Whether somebody named it, or the event did: a pushed tag may be gone again. */
  readonly named: boolean;
  /** Whether it is the tag of the event, also where an input named it. */
  readonly pushed: boolean;
  /** Whether the event was its deletion. */
  readonly deleted: boolean;
}

/**
 * What a tag stands for; nothing for a tag of an event that is gone again, or that the configuration leaves alone.
 * @throws TagshipError `tag-missing`, `tag-shape`, `name-refused`, `environment-reserved`, `component-unknown`,
 *   `tag-duplicate`
 */
export function tagTargets({ tag, named, pushed, deleted }: TagRequest, listing: Listing): Target[] {
  const exclusion = exclusionOf(tag, listing.rules);
  if (exclusion !== undefined) {
    const isGone = deleted || (!named && !listing.refs.tags.some(({ name }) => name === tag));
    if (isGone || (pushed && exclusion === 'ignored')) {
      return [];
    }
    throw exclusionError(tag, exclusion);
  }
  const target = deleted ? deletedTarget(tag, listing) : targetOf(tag, listing);
  if (target === undefined && named) {
    throw missingTag(tag, listing);
  }
  return target === undefined ? [] : [target];
}

/** Whether somebody named a tag that is there and is none of a component: then there is nothing to do. */
export async function isForeign(tag: string, repository: Repository): Promise<boolean> {
  const ref = `refs/tags/${tag}`;
  return parseTag(tag).kind === 'foreign' && (await repository.tips([ref])).has(ref);
}

/** Why a tag of an event stands for nothing. */
export function nothingFor(tag: string, rules: TagRules): string {
  return exclusionOf(tag, rules) === 'ignored'
    ? `The tag \`${tag}\` is left alone by \`ignore\` in the configuration: nothing to do.`
    : `The tag \`${tag}\` is gone again: nothing to do.`;
}

/** Finds what a tag stands for in a listing; undefined when the server does not have the tag. */
function targetOf(tag: string, listing: Listing): Target | undefined {
  const ref = listing.refs.tags.find(({ name }) => name === tag);
  if (ref === undefined) {
    return undefined;
  }
  for (const tags of listing.tags.values()) {
    if (tags.shadowed.some(({ name }) => name === tag)) {
      throw duplicateTag(tag, tags);
    }
  }
  const read = readTag(ref, listing.typeOf);
  if (read === undefined) {
    throw exclusionError(tag, 'unknown-type');
  }
  return { component: read.component, slot: targetSlot(read.slot) };
}

/** The error of an older tag without a type, of which one with a type says something else. */
export function duplicateTag(tag: string, { component }: Pick<ComponentTags, 'component'>): TagshipError {
  const parsed = parseTag(tag);
  const slot = parsed.kind === 'untyped' ? slotName(parsed.slot) : '';
  return new TagshipError(
    'tag-duplicate',
    `The tags \`${tag}\` and \`components/${componentId(component)}/${slot}\` stand for the same component but point at different commits.`,
    'Delete the one you no longer move.',
  );
}

function targetSlot(slot: Slot): Target['slot'] {
  return { kind: slot.kind, name: slotName(slot) };
}

/** What a deleted tag stood for. Of the older form the component's other tags tell the type; without any, nobody can. */
function deletedTarget(tag: string, { tags }: Listing): Target | undefined {
  const parsed = parseTag(tag);
  if (parsed.kind !== 'component' && parsed.kind !== 'untyped') {
    return undefined;
  }
  const { prefix, name, slot } = parsed;
  const type = parsed.kind === 'component' ? parsed.type : typeByOthers(`${prefix}/${name}/`, tags);
  return type === undefined ? undefined : { component: { prefix, type, name }, slot: targetSlot(slot), deleted: true };
}

/** The type of the one component that has tags of the older form, which begin so. */
function typeByOthers(start: string, tags: TagState): string | undefined {
  const found = [...tags.values()].filter(
    ({ component, environments, versions }) =>
      start === `${component.prefix}/${component.name}/` &&
      [...environments.values(), ...versions.values()].some((ref) => ref.name.startsWith(start)),
  );
  return found.length === 1 ? found[0]?.component.type : undefined;
}

/** The error for a tag the server does not have, naming the nearest it has. */
function missingTag(tag: string, { refs, excluded }: Listing): TagshipError {
  const unusable = new Set(excluded.map(({ name }) => name));
  const names = refs.tags.flatMap(({ name }) => (unusable.has(name) ? [] : [name]));
  // Who leaves the prefix out means the tag that has it.
  const whole = names.find((name) => PREFIXES.some((prefix) => name === `${prefix}/${tag}`));
  return new TagshipError(
    'tag-missing',
    `The repository has no component tag \`${tag}\`.`,
    whole === undefined
      ? `Push the tag first.${nearestOf(tag, names)}`
      : `A component tag begins with \`components/\` or \`logic/\`. Did you mean \`${whole}\`?`,
  );
}

/** Environments that an error lists. */
const MAX_LISTED = 10;

/** The error for an environment that no tag and no entry of the ledger knows. */
export function unknownEnvironment(environment: string, known: Iterable<string>): TagshipError {
  const names = [...known].sort();
  const listed = `${names.slice(0, MAX_LISTED).join(', ')}${names.length > MAX_LISTED ? ', …' : ''}`;
  const meant = meantVersion(environment);
  const remedy =
    meant === undefined
      ? `${nearestOf(environment, names)} Known: ${listed}.`.trimStart()
      : `It looks like a version, which is written \`${meant}\`. ${NAME_IT}`;
  return new TagshipError(
    'environment-unknown',
    `No tag and no entry of the ledger knows the environment \`${environment}\`.`,
    names.length === 0 && meant === undefined ? 'Put a version there with `promote`, or push its tags.' : remedy,
  );
}

/** What makes an environment of a name that looks like something else. */
const NAME_IT = 'If it is an environment, name it under `environments` in the configuration on the default branch.';

/**
 * Refuses to begin an environment whose name is nearly that of one there is: a misspelt one would serve nobody, in green.
 * Nor can one begin whose tags would be refused or left alone.
 * @throws TagshipError `environment-unknown`, `input-invalid`, `tag-shape`
 */
export async function refuseMisspelt(
  environment: string,
  targets: readonly Target[],
  session: Session,
  view: Observation,
): Promise<void> {
  if (meantVersion(environment) !== undefined && !session.tagRules.names(environment)) {
    throw new TagshipError(
      'input-invalid',
      `The environment \`${environment}\` looks like a version and is none.`,
      `Choose another name. ${NAME_IT}`,
    );
  }
  const tags = targets.map(({ component: { prefix, type, name } }) => `${prefix}/${type}/${name}/${environment}`);
  const ignored = tags.find((tag) => session.tagRules.ignores(tag));
  if (ignored !== undefined) {
    throw exclusionError(ignored, 'ignored');
  }
  const known = await environmentsOf(view);
  const named = Object.keys(session.config.environments);
  const near =
    known.has(environment) || named.includes(environment) ? undefined : nearest(environment, [...known, ...named]);
  if (near !== undefined && !isVariant(environment, near)) {
    const { code, what } = unknownEnvironment(environment, known);
    throw new TagshipError(code, what, `Did you mean \`${near}\`? ${NAME_IT}`);
  }
}

/** Whether a name is made of another on purpose: `staging-2` and `production-us` beside `staging` and `production-eu`. */
function isVariant(name: string, other: string): boolean {
  const [longer, shorter] = name.length < other.length ? [other, name] : [name, other];
  const parts = (text: string): string[] => text.split(/[-_.]/);
  return longer.startsWith(shorter) || parts(name).some((part, at) => at > 0 && part !== parts(other)[at]);
}

/** What the names of tags begin with that belong to components, as far as patterns name these one by one. */
export function tagPrefixes(patterns: readonly string[]): string[] {
  return patterns.filter((pattern) => /^[\w.@/-]+$/.test(pattern)).map((id) => `components/${id}/`);
}

/** What the names of the tags of a component begin with, by one of them. */
export function siblingsOf(tag: string): string[] {
  const slash = tag.lastIndexOf('/');
  return slash < 0 ? [] : [tag.slice(0, slash + 1)];
}

/** Components that a pattern names. */
export interface Selection {
  readonly pattern: string;
  /** Whether it is one component's name, so that leaving that out would be a surprise. */
  readonly exact: boolean;
  readonly components: readonly ComponentTags[];
}

/**
 * The components with a tag that patterns name.
 * @throws TagshipError `component-unknown`
 */
export function select(patterns: readonly string[], listing: Listing): Selection[] {
  const all = [...listing.tags.values()];
  return patterns.map((pattern) => {
    const matches = globMatcher(pattern);
    const known = all.filter(({ component }) => matches(componentId(component)));
    if (known.length === 0) {
      throw unknownComponent(pattern, listing.tags.keys());
    }
    return { pattern, exact: listing.tags.has(pattern), components: known };
  });
}

/** The error for a component that has no tag. */
export function unknownComponent(pattern: string, known: Iterable<string>): TagshipError {
  const ids = [...known];
  return new TagshipError(
    'component-unknown',
    `No component with a tag matches \`${pattern}\`.`,
    ids.length === 0 ? 'Tag a component first.' : nearestOf(pattern, ids).trimStart(),
  );
}

/** The error for components that have no tag for an environment. @param remedy where the environment exists */
export function nowhereIn(
  environment: string,
  { pattern, components }: Selection,
  listing: Listing,
  remedy: string,
): TagshipError {
  const known = new Set([...listing.tags.values()].flatMap(({ environments }) => [...environments.keys()]));
  const others = new Set(components.flatMap(({ environments }) => [...environments.keys()]));
  const where = others.size === 0 ? '' : ` It has tags for: ${[...others].sort().join(', ')}.`;
  if (!known.has(environment)) {
    return unknownEnvironment(environment, known);
  }
  return new TagshipError(
    'tag-missing',
    components.length === 1
      ? `\`${pattern}\` has no tag for the environment \`${environment}\`.${where}`
      : `None of the ${components.length} components that match \`${pattern}\` has a tag for the environment \`${environment}\`.`,
    remedy,
  );
}

/**
 * The components that patterns name and that have a tag for the environment.
 * @throws TagshipError `component-unknown`, `environment-unknown`, `tag-missing`
 */
export function targetsOf(patterns: readonly string[], environment: string, listing: Listing): Target[] {
  const chosen = new Map<string, Target>();
  for (const selection of select(patterns, listing)) {
    const { components } = selection;
    const here = components.filter(({ environments }) => environments.has(environment));
    if (here.length === 0) {
      const id = componentId(components[0]?.component ?? { type: 'prompts', name: 'extraction' });
      throw nowhereIn(environment, selection, listing, `Push a tag such as \`components/${id}/${environment}\`.`);
    }
    for (const { component } of here) {
      chosen.set(componentId(component), environmentTarget(component, environment));
    }
  }
  return [...chosen.values()];
}
