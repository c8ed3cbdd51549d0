import type { Component } from './component.ts';
import type { ComponentTags, ResolvedVersion, TagRef } from './component-tags.ts';
import { globMatcher } from './glob.ts';
import type { KnownVersions } from './ledger/entry.ts';
import { compareVersions, highestVersion, isStable, isVersion } from './version.ts';

/** What the version that `@latest` holds in a namespace depends on, beside the tags. */
export interface LatestPolicy {
  readonly latest: 'deployed' | 'tagged' | false;
  /** Whether an environment lives in the namespace. */
  readonly holds: (environment: string) => boolean;
  /** Whether users are served from an environment. */
  readonly isLive: (environment: string) => boolean;
  /** Whether an environment is the canary of another, which never counts. */
  readonly isCanary: (environment: string) => boolean;
  /** The version an environment tag stands for, as far as tags tell. */
  readonly versionOf: (tags: ComponentTags, ref: TagRef) => ResolvedVersion | undefined;
  /** What the ledger remembers of the versions of a component. */
  readonly remembered: (component: Component) => KnownVersions;
  /** The versions of a component that the ledger has in quarantine in an environment. */
  readonly quarantined: (component: Component, environment: string) => readonly string[];
}

/** A version, and the commit with its content. */
export interface Latest {
  readonly version: string;
  readonly commit: string;
}

/** What `@latest` of a component is to hold in a namespace; undefined for nothing. */
export function latestOf(tags: ComponentTags, policy: LatestPolicy): Latest | undefined {
  switch (policy.latest) {
    case false:
      return undefined;
    case 'tagged':
      return tagged(tags, highestVersion(stableTags(tags)));
    case 'deployed': {
      const here = placesIn(tags, policy);
      // What runs elsewhere than live changes nothing for users, unless the component runs nowhere else.
      return (
        highestIn(
          tags,
          here.filter(({ environment }) => policy.isLive(environment)),
        ) ?? highestIn(tags, here)
      );
    }
  }
}

/** An environment of the namespace, and what is known of the component there. */
interface Place {
  readonly environment: string;
  /** What runs there now. */
  readonly running: Latest | undefined;
  /** Versions that ran there at some time, as far as their tags still stand where they stood. */
  readonly ran: readonly string[];
  readonly quarantined: readonly string[];
}

/** The environments of the namespace in which a component runs or ran. */
function placesIn(tags: ComponentTags, policy: LatestPolicy): Place[] {
  const { component } = tags;
  const ran = new Map<string, string[]>([...tags.environments.keys()].map((environment) => [environment, []]));
  for (const [version, known] of Object.entries(policy.remembered(component))) {
    // One that moved since is not what ran.
    const ranAsTagged = tags.versions.get(version)?.commit === known.commit;
    for (const environment of ranAsTagged ? known.ran : []) {
      ran.set(environment, [...(ran.get(environment) ?? []), version]);
    }
  }
  return [...ran]
    .filter(([environment]) => policy.holds(environment) && !policy.isCanary(environment))
    .map(([environment, versions]) => {
      const running = runningIn(environment, tags, policy);
      // What runs although it was in quarantine was put there by hand, and that lifts it.
      const quarantined = policy.quarantined(component, environment).filter((one) => one !== running?.version);
      return { environment, running, ran: versions, quarantined };
    });
}

function runningIn(environment: string, tags: ComponentTags, policy: LatestPolicy): Latest | undefined {
  const ref = tags.environments.get(environment);
  const resolved = ref === undefined ? undefined : policy.versionOf(tags, ref);
  return ref === undefined || resolved === undefined
    ? undefined
    : {
        version: resolved.version,
        commit: tags.versions.get(resolved.version)?.commit ?? resolved.held ?? ref.commit,
      };
}

/**
 * The highest stable version that runs in one of these environments and is in quarantine in none; else the highest that
 * ran there; else, where only a pre-release runs and nobody remembers what was before, the highest below it.
 */
function highestIn(tags: ComponentTags, places: readonly Place[]): Latest | undefined {
  const quarantined = new Set(places.flatMap((place) => place.quarantined));
  const usable = (version: string): boolean => isStable(version) && !quarantined.has(version);
  const running = new Map(places.flatMap(({ running: one }) => (one === undefined ? [] : [[one.version, one]])));
  const now = highestVersion([...running.keys()].filter(usable));
  if (now !== undefined) {
    return running.get(now);
  }
  const top = highestVersion([...running.keys()].filter(isVersion));
  const below = stableTags(tags).filter((one) => top !== undefined && compareVersions(one, top) < 0);
  const before = places.flatMap(({ ran }) => ran);
  return tagged(tags, highestVersion(before.filter(usable)) ?? highestVersion(below.filter(usable)));
}

function stableTags({ versions }: ComponentTags): string[] {
  return [...versions.keys()].filter(isStable);
}

function tagged({ versions }: ComponentTags, version: string | undefined): Latest | undefined {
  const commit = version === undefined ? undefined : versions.get(version)?.commit;
  return version === undefined || commit === undefined ? undefined : { version, commit };
}

/** Finds environments by globs, of which those that begin with `!` take away; alone, these take away from all. */
export function environmentMatcher(globs: readonly string[]): (environment: string) => boolean {
  const wanted = globs.filter((glob) => !glob.startsWith('!')).map(globMatcher);
  const unwanted = globs.filter((glob) => glob.startsWith('!')).map((glob) => globMatcher(glob.slice(1)));
  return (environment) =>
    (wanted.length === 0 || wanted.some((matches) => matches(environment))) &&
    !unwanted.some((matches) => matches(environment));
}
