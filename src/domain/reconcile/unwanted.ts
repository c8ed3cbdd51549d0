import type { Component } from '../component.ts';
import { componentId } from '../component.ts';
import type { ComponentTags } from '../component-tags.ts';
import { VERSIONS_SLOT } from '../environment.ts';
import { INDEX_KEY, type KeyReader, type ReadKey } from '../key.ts';
import { isVersion } from '../version.ts';

/** What decides about an owned key that no tag needs. */
export interface UnwantedPolicy {
  /** Everything that a key may be named after. */
  readonly readKey: KeyReader;
  readonly retention: number | 'all';
  /** The tags of a component; undefined where it has none any more. */
  readonly tagsOf: (component: Component) => ComponentTags | undefined;
  /** Whether the configuration pins `type/name@slot`. */
  readonly pinned: (name: string) => boolean;
  /** Whether KV is held at what the ledger says of an environment. */
  readonly isHeld: (component: Component, environment: string) => boolean;
  /** Whether some environment of the component runs a version, had it before, or had it healthy, by the ledger. */
  readonly isNeeded: (component: Component, version: string) => boolean;
  /** Whether a component ever ran in an environment of the namespace, by the ledger. */
  readonly wasHere: (component: Component) => boolean;
  /** The one environment that is asked about; undefined for all. */
  readonly only: string | undefined;
  /** Whether its tag is there and stands for no component, or all tags of the component are so. */
  readonly isExcluded: (component: Component, slot: string) => boolean;
  /** Whether the tags of a component cannot be understood. */
  readonly isUnclear: (component: Component) => boolean;
}

/** What becomes of an owned key that no tag needs; `kept`: it stays, and nothing is wrong with it. */
export type Unwanted = 'orphan' | 'stale' | 'held' | 'expired' | 'kept';

/** From what counts most: a key that can be read in several ways is kept if one of them keeps it. */
const VERDICTS = ['kept', 'held', 'expired', 'stale', 'orphan'] as const satisfies readonly Unwanted[];

/**
 * Decides whether the tag of an owned key that no tag needs is gone. A key that follows no layout of the configuration is
 * kept: its tag may exist, and a layout that was left out must not remove every key.
 */
export function unwantedReader(policy: UnwantedPolicy): (key: string) => Unwanted {
  return (key) => {
    const verdicts = key === INDEX_KEY ? [] : policy.readKey(key).map((one) => unwantedSlot(one, policy));
    return VERDICTS.find((verdict) => verdicts.includes(verdict)) ?? 'kept';
  };
}

/** What is computed from all tags of a component, and not asked for any more. */
function computed(component: Component, policy: UnwantedPolicy): Unwanted {
  if (policy.isUnclear(component)) {
    return 'kept';
  }
  // Where the component lives in other namespaces only, this may be the wrong one.
  return policy.tagsOf(component) === undefined ? 'orphan' : policy.wasHere(component) ? 'stale' : 'kept';
}

function unwantedSlot({ component, slot }: ReadKey, policy: UnwantedPolicy): Unwanted {
  const tags = policy.tagsOf(component);
  if (policy.isExcluded(component, slot) || policy.pinned(`${componentId(component)}@${slot}`)) {
    return 'kept';
  }
  if (slot === 'latest' || slot === VERSIONS_SLOT) {
    return computed(component, policy);
  }
  if (isVersion(slot)) {
    if (policy.isUnclear(component) || policy.isNeeded(component, slot)) {
      return 'kept';
    }
    const isThere = tags?.versions.has(slot) === true;
    return isThere ? (policy.retention === 'all' ? 'kept' : 'expired') : 'orphan';
  }
  const isAskedAbout = policy.only === undefined || policy.only === slot;
  if (!isAskedAbout || tags?.environments.has(slot) === true) {
    return 'kept';
  }
  return policy.isHeld(component, slot) ? 'held' : 'orphan';
}
