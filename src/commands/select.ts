import { componentId } from '../domain/component.ts';
import { type ComponentTags, readTag } from '../domain/component-tags.ts';
import { globMatcher } from '../domain/glob.ts';
import { nearest } from '../domain/nearest.ts';
import { environmentTarget, type Target } from '../domain/projection.ts';
import { REGISTRY_PATH } from '../domain/registry.ts';
import { parseTag, type Slot, slotName } from '../domain/tag.ts';
import type { Listing } from '../engine/view.ts';
import { TagshipError } from '../errors.ts';

/**
 * Finds what a tag stands for in a listing; undefined when the server does not have the tag.
 * @throws TagshipError `component-unknown`, `tag-duplicate`
 */
export function targetOf(tag: string, listing: Listing): Target | undefined {
  const ref = listing.refs.tags.find(({ name }) => name === tag);
  if (ref === undefined) {
    return undefined;
  }
  for (const tags of listing.tags.values()) {
    if (tags.shadowed.some(({ name }) => name === tag)) {
      const parsed = parseTag(tag);
      const slot = parsed.kind === 'untyped' ? slotName(parsed.slot) : '';
      throw new TagshipError(
        'tag-duplicate',
        `The tags \`${tag}\` and \`components/${componentId(tags.component)}/${slot}\` stand for the same component but point at different commits.`,
        'Delete the one you no longer move.',
      );
    }
  }
  const read = readTag(ref, listing.typeOf);
  if (read === undefined) {
    const parsed = parseTag(tag);
    const name = parsed.kind === 'untyped' ? parsed.name : tag;
    throw new TagshipError(
      'component-unknown',
      `The tag \`${tag}\` does not name the type of \`${name}\`, and the registry ${REGISTRY_PATH} at its commit does not know \`${name}\`.`,
      `Commit a registry that names it, or tag it as \`components/{type}/${name}/{slot}\`.`,
    );
  }
  return { component: read.component, slot: targetSlot(read.slot) };
}

function targetSlot(slot: Slot): Target['slot'] {
  return { kind: slot.kind, name: slotName(slot) };
}

/**
 * What a deleted tag stood for. Of the older form only its commit could tell the type, so that is undefined.
 */
export function deletedTarget(tag: string): Target | undefined {
  const parsed = parseTag(tag);
  if (parsed.kind !== 'component') {
    return undefined;
  }
  const { prefix, type, name, slot } = parsed;
  return { component: { prefix, type, name }, slot: targetSlot(slot), deleted: true };
}

/**
 * The error for a tag the server does not have, naming the nearest it has.
 */
export function missingTag(tag: string, listing: Listing): TagshipError {
  const close = nearest(
    tag,
    listing.refs.tags.map(({ name }) => name),
  );
  return new TagshipError(
    'tag-missing',
    `The repository has no tag \`${tag}\`.`,
    close === undefined ? 'Push the tag first.' : `Push the tag first. Did you mean \`${close}\`?`,
  );
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
      const close = nearest(
        pattern,
        all.map(({ component }) => componentId(component)),
      );
      throw new TagshipError(
        'component-unknown',
        `No component with a tag matches \`${pattern}\`.`,
        close === undefined ? 'Tag a component first.' : `Did you mean \`${close}\`?`,
      );
    }
    return { pattern, exact: listing.tags.has(pattern), components: known };
  });
}

/**
 * The components that patterns name and that have a tag for the environment.
 * @throws TagshipError `component-unknown`, `tag-missing`
 */
export function targetsOf(patterns: readonly string[], environment: string, listing: Listing): Target[] {
  const chosen = new Map<string, Target>();
  for (const { pattern, components } of select(patterns, listing)) {
    const here = components.filter(({ environments }) => environments.has(environment));
    if (here.length === 0) {
      throw new TagshipError(
        'tag-missing',
        components.length === 1
          ? `\`${pattern}\` has no tag for the environment \`${environment}\`.`
          : `None of the ${components.length} components that match \`${pattern}\` has a tag for the environment \`${environment}\`.`,
        `Push a tag such as \`components/${componentId(components[0]?.component ?? { type: 'prompts', name: 'extraction' })}/${environment}\`.`,
      );
    }
    for (const { component } of here) {
      chosen.set(componentId(component), environmentTarget(component, environment));
    }
  }
  return [...chosen.values()];
}
