import { componentId } from '../domain/component.ts';
import { groupTags, listedVersion } from '../domain/component-tags.ts';
import { DEFAULT_LAYOUT, INDEX_KEY, renderKey } from '../domain/key.ts';
import { type NamespaceRule, ruleFor } from '../domain/namespace.ts';
import type { Target } from '../domain/projection.ts';
import { USUAL_RULES } from '../domain/tag-rules.ts';
import { compareVersions, isVersion } from '../domain/version.ts';
import { TagshipError } from '../errors.ts';
import type { KvStore } from '../ports/kv.ts';
import type { Refs } from '../ports/repository.ts';
import type { ReadAhead } from './apply.ts';
import { type Hints, type Listing, PREFETCHED_VERSIONS } from './observation.ts';

/** What a run is about, by the tags that are listed first. */
export interface FirstListing {
  readonly listing: Listing;
  /** None where they are not among these tags, or where the request is wrong, which is found later. */
  readonly targets: readonly Target[];
}

/** @param focus finds out from tags what the run is about */
export function nearest(refs: Refs, focus: (listing: Listing) => readonly Target[]): FirstListing {
  const typeOf = (): undefined => undefined;
  const listing = { refs, ...groupTags(refs.tags, typeOf, USUAL_RULES), rules: USUAL_RULES, typeOf };
  const targets = refs.tags.length === 0 ? [] : attempt(() => focus(listing));
  return { listing, targets: targets instanceof Error ? [] : targets };
}

/**
 * Reads the keys that a run will probably write, where the input names their namespace: of layouts and namespaces in the
 * configuration nobody knows yet.
 */
export function readAhead(
  { listing, targets }: FirstListing,
  { slots = [], past = false }: Hints,
  rules: readonly NamespaceRule[],
  kv: KvStore,
): ReadAhead | undefined {
  const [first] = targets;
  const spec = first?.slot.kind === 'environment' ? ruleFor(rules, first.slot.name)?.spec : undefined;
  if (spec?.kind !== 'id') {
    return undefined;
  }
  const keys = attempt(() =>
    targets.flatMap(({ component, slot }) => {
      const tags = listing.tags.get(componentId(component));
      const ref = tags?.environments.get(slot.name);
      const listed = tags === undefined || ref === undefined ? undefined : listedVersion(tags, ref);
      const version = typeof listed === 'object' ? [listed.version] : [];
      const highest = past ? [...(tags?.versions.keys() ?? [])].sort(compareVersions).slice(-PREFETCHED_VERSIONS) : [];
      const names = [slot.name, 'latest', ...version, ...slots.filter(isVersion), ...highest];
      return names.map((name) => renderKey(DEFAULT_LAYOUT, component, name));
    }),
  );
  if (keys instanceof Error) {
    return undefined;
  }
  const all = new Set([...keys, INDEX_KEY]);
  const records = kv.read(spec.id, [...all]).catch(() => undefined);
  return { namespace: spec.id, keys: all, records };
}

/** The outcome of work, or the error that it ended with. */
export function attempt<T>(work: () => T): T | TagshipError {
  try {
    return work();
  } catch (error) {
    if (error instanceof TagshipError) {
      return error;
    }
    throw error;
  }
}
