import satisfies from 'semver/functions/satisfies.js';
import validRange from 'semver/ranges/valid.js';
import { compareVersions, isVersion } from './version.ts';

/** Why a text is no range of versions, or undefined. */
export function rangeProblem(text: string): string | undefined {
  return text.trim() === '' || validRange(text) === null
    ? 'expected a range of versions such as `^1.2.0`, `~1.4.0` or `1.x`'
    : undefined;
}

/** What a track was when an environment went back. It stays back until one of the two is another. */
export interface TrackMark {
  readonly range: string;
  /** The newest version in the range, whether it could be put there or not; null where there was none. */
  readonly newest: string | null;
}

/** What is known of one component in an environment with a track. */
export interface TrackSituation {
  readonly range: string;
  /** The version tags. */
  readonly versions: readonly string[];
  /** What runs there; undefined where nothing does. */
  readonly current: string | undefined;
  /** What was rolled back there. */
  readonly quarantined: readonly string[];
  /** What the track was when what runs there was brought back; undefined where no rollback or restore put it there. */
  readonly mark: TrackMark | undefined;
  /** Why nothing moves there whatever the version is: a freeze, a hold, a tag that was deleted. */
  readonly stopped: string | undefined;
  /** Why a version is not to be put there yet, in a sentence; undefined where it may be. */
  readonly unmet: (version: string) => string | undefined;
}

/** A newer version that is not chosen. */
export interface Waiting {
  readonly version: string;
  /** A sentence. */
  readonly why: string;
}

/** What a track does. */
export interface TrackDecision {
  /** The version that is to be put there; undefined where everything stays. */
  readonly version: string | undefined;
  /** What would have been chosen before that, the newest first. */
  readonly waiting: readonly Waiting[];
}

/** The versions in a range, the newest first. Pre-releases only where the range names one, as `semver` has it. */
export function versionsIn(range: string, versions: readonly string[]): string[] {
  return versions
    .filter((version) => isVersion(version) && satisfies(version, range))
    .sort((one, other) => compareVersions(other, one));
}

/** What a track is now. */
export function markOf(range: string, versions: readonly string[]): TrackMark {
  return { range, newest: versionsIn(range, versions)[0] ?? null };
}

/**
 * Decides which version a track puts into its environment: the newest in the range that is not quarantined there and
 * meets every rule. Within the range it never goes down; from outside of it, it goes to the newest in the range, also a
 * lower one. After a rollback it stays until the range or the newest version in it is another.
 */
export function followTrack(situation: TrackSituation): TrackDecision {
  const { range, versions, current, quarantined, mark, stopped, unmet } = situation;
  const matching = versionsIn(range, versions);
  const [newest] = matching;
  const isInside = current !== undefined && isVersion(current) && satisfies(current, range);
  const candidates = matching.filter(
    (version) => version !== current && !(isInside && compareVersions(version, current) < 0),
  );
  if (newest === undefined || candidates.length === 0) {
    return { version: undefined, waiting: [] };
  }
  const all = (why: string): TrackDecision => ({
    version: undefined,
    waiting: candidates.slice(0, 1).map((version) => ({ version, why })),
  });
  if (stopped !== undefined) {
    return all(stopped);
  }
  if (mark !== undefined && mark.range === range && mark.newest === newest) {
    return all('It was brought back by hand or by a gate, and neither the range nor its newest version has changed.');
  }
  const waiting: Waiting[] = [];
  for (const version of candidates) {
    const why = quarantined.includes(version) ? 'It is quarantined, since it was rolled back there.' : unmet(version);
    if (why === undefined) {
      return { version, waiting };
    }
    waiting.push({ version, why });
  }
  return { version: undefined, waiting };
}

/** What the configuration says of an environment, as far as it matters to the order of the tracks. */
interface TrackedEnvironment {
  readonly track?: string | undefined;
  readonly requires?: string | { readonly environment: string } | undefined;
  readonly verify?: { readonly environment: string } | undefined;
}

/** Whether any environment has a track. */
export function isTracking(environments: Readonly<Record<string, TrackedEnvironment>> = {}): boolean {
  return Object.values(environments).some(({ track }) => track !== undefined);
}

/** The environments with a track, those first that others require or verify in. */
export function trackOrder(environments: Readonly<Record<string, TrackedEnvironment>>): string[] {
  const ordered = new Set<string>();
  const visiting = new Set<string>();
  const visit = (name: string): void => {
    const environment = Object.hasOwn(environments, name) ? environments[name] : undefined;
    if (environment === undefined || visiting.has(name)) {
      return;
    }
    visiting.add(name);
    const { requires, verify, track } = environment;
    const required = typeof requires === 'object' ? requires.environment : requires;
    for (const other of [required, verify?.environment]) {
      if (other !== undefined) {
        visit(other);
      }
    }
    if (track !== undefined) {
      ordered.add(name);
    }
  };
  Object.keys(environments).forEach(visit);
  return [...ordered];
}
