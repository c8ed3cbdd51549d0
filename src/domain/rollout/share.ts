import { type Component, componentId } from '../component.ts';
import type { ComponentTags, TagState } from '../component-tags.ts';
import type { Config } from '../config.ts';
import type { CanaryConfig } from '../environment-schema.ts';
import { entryPath, parseEntryPath } from '../ledger/layout.ts';
import type { Shares } from '../ledger/shares.ts';

/** The canary that a part of an environment's users get now. */
export interface LiveShare {
  /** The environment of the canary. */
  readonly canary: string;
  /** Percent. */
  readonly share: number;
  readonly version: string;
  /** ISO 8601. */
  readonly since: string;
}

/**
 * The canary that users of a live environment get, by the ledger. It counts only while both tags are the objects that it
 * was given for, and never for more users than the configuration has a step for: who may write the ledger need not be one
 * who may decide that.
 */
export function liveShare(
  { component, environments }: ComponentTags,
  environment: string,
  rule: CanaryConfig | undefined,
  shares: Shares,
): LiveShare | undefined {
  const told = rule === undefined ? undefined : shares[entryPath(rule.environment, component)];
  if (rule === undefined || told === undefined || told.of !== environment) {
    return undefined;
  }
  const [canary, live] = [environments.get(rule.environment), environments.get(environment)];
  if (canary === undefined || canary.object !== told.tag || live === undefined || live.object !== told.live) {
    return undefined;
  }
  const share = Math.min(told.share, Math.max(...rule.steps));
  return { canary: rule.environment, share, version: told.version, since: told.since };
}

/** What decides over the keys with the share as a number. */
type Rules = Config['environments'];

/** The key that holds the share of a component in a live environment; undefined where the configuration names none. */
export function shareKey(component: Component, environment: string, rules: Rules): string | undefined {
  const values: Readonly<Record<string, string>> = { ...component, environment };
  return rules[environment]?.canary?.key?.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** A canary that users get, and where. */
export interface Placed extends LiveShare {
  readonly component: Component;
  readonly environment: string;
}

/** All canaries that users get in some environments. */
export function livingShares(
  tags: TagState,
  shares: Shares,
  rules: Rules,
  holds: (environment: string) => boolean,
): Placed[] {
  return Object.entries(shares).flatMap(([path, { of: environment }]): Placed[] => {
    const place = parseEntryPath(path);
    const found = place === undefined ? undefined : tags.get(componentId(place.component));
    if (place === undefined || found === undefined || !holds(environment)) {
      return [];
    }
    const share = liveShare(found, environment, rules[environment]?.canary, shares);
    return share?.canary === place.environment ? [{ ...share, component: found.component, environment }] : [];
  });
}
