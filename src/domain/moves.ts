import { TagshipError } from '../errors.ts';
import { type Component, componentId } from './component.ts';
import type { TagRef } from './component-tags.ts';
import type { Entry, KnownVersions } from './ledger/entry.ts';
import { speaksOf } from './ledger/transition.ts';
import { nearestOf } from './nearest.ts';

/** What `override` may pass over. */
export type Check = 'moved-version' | 'quarantine' | 'requires' | 'never-ran';

/** What is known of a component in the environment it is to be moved in. */
export interface Situation {
  readonly component: Component;
  readonly environment: string;
  /** The environment tag; undefined where there is none. */
  readonly ref: TagRef | undefined;
  /** What runs there now: what the tag stands for, or what is held in its place. */
  readonly current: string | undefined;
  readonly entry: Entry | undefined;
  /** The version tags. */
  readonly versions: ReadonlyMap<string, TagRef>;
  readonly remembered: KnownVersions;
}

/** The version an environment is to have. */
export interface Choice {
  readonly situation: Situation;
  readonly version: string;
  readonly commit: string;
  /** The object of the version's tag, or of the tag it had; undefined where none is known. */
  readonly tag: string | undefined;
  /** The version's tag is gone; the ledger remembers it. */
  readonly fromMemory: boolean;
  /** Checks that would have refused it. */
  readonly overridden: readonly Check[];
  /** Why this one, for people. */
  readonly why: string;
}

/** A version where it is now, or where the ledger remembers it. */
export interface FoundVersion {
  readonly commit: string;
  readonly tag: string | undefined;
  readonly fromMemory: boolean;
}

/** What somebody allowed with `override`. */
export type Overrides = ReadonlySet<Check>;

/** The rules of the environment a version is promoted into. */
export interface PromotionRule {
  /** The environment the version has to have been healthy in. */
  readonly requires: string;
  /** Whether that environment has a gate; without one, having been deployed there is enough. */
  readonly gated: boolean;
  /** What that environment runs now, as its tag says. */
  readonly running: string | undefined;
}

/**
 * Checks a version that is to be promoted.
 * @returns undefined when the environment runs it already
 * @throws TagshipError `version-unknown`, `version-moved`, `version-quarantined`, `requires-unmet`
 */
export function choosePromotion(
  situation: Situation,
  version: string,
  rule: PromotionRule | undefined,
  overrides: Overrides,
  why: string,
): Choice | undefined {
  const overridden: Check[] = [];
  const found = findVersion(situation, version, overrides, overridden);
  if (situation.current === version && situation.ref?.commit === found.commit) {
    return undefined;
  }
  refuseQuarantined(situation, version, overrides, overridden);
  if (rule !== undefined && !meets(situation.remembered, version, rule)) {
    if (!overrides.has('requires')) {
      throw new TagshipError(
        'requires-unmet',
        `${name(situation)} ${version} was not ${rule.gated ? 'healthy' : 'deployed'} in \`${rule.requires}\`, which \`${situation.environment}\` requires.`,
        `Promote it to \`${rule.requires}\` first${rule.gated ? ' and let its gate end healthy' : ''}, or pass over the rule with \`override: requires\` and a \`reason\`.`,
      );
    }
    overridden.push('requires');
  }
  return { situation, version, ...found, overridden, why };
}

function meets(remembered: KnownVersions, version: string, rule: PromotionRule): boolean {
  const known = remembered[version];
  return (
    known?.healthy.includes(rule.requires) === true ||
    (!rule.gated && (known?.ran.includes(rule.requires) === true || rule.running === version))
  );
}

/** What a rollback goes back to. */
export type RollbackTarget = 'last-healthy' | 'previous' | { readonly version: string };

/**
 * Chooses the version a rollback brings back: a named one after the checks, else the last healthy one, else the one
 * before; never what runs now and never what is quarantined.
 *
 * @returns undefined where the last move was a rollback and no version is named: pressed twice, it goes back once
 * @throws TagshipError `version-unknown`, `version-current`, `version-quarantined`, `version-never-ran`,
 *   `version-moved`, `rollback-impossible`, `tag-missing`
 */
export function chooseRollback(situation: Situation, target: RollbackTarget, overrides: Overrides): Choice | undefined {
  const { entry, ref, environment } = situation;
  if (ref === undefined && (entry === undefined || entry.move === 'remove')) {
    throw new TagshipError(
      'tag-missing',
      `${name(situation)} has no tag for the environment \`${environment}\`, so nothing runs there.`,
      'Use `promote` to put a version there.',
    );
  }
  const isBack = speaksOf(entry, ref?.object) && entry.move === 'rollback';
  if (typeof target === 'object') {
    // The run that went back there was ended before KV followed; this one finishes it.
    const unfinished = isBack && entry.status === 'pending' && entry.version === target.version;
    return unfinished ? undefined : chooseNamed(situation, target.version, overrides);
  }
  if (isBack) {
    return undefined;
  }
  const candidates =
    target === 'last-healthy'
      ? [
          ...(entry?.healthy ?? []).map((version) => ({ version, why: 'the last healthy version' })),
          ...before(situation),
        ]
      : before(situation);
  const usable = candidates.find(
    ({ version }) => version !== situation.current && entry?.quarantined.includes(version) !== true,
  );
  if (usable === undefined) {
    const known = [...new Set(candidates.map(({ version }) => version))];
    throw new TagshipError(
      'rollback-impossible',
      `${name(situation)} has no version to go back to in \`${environment}\`: ${
        known.length === 0
          ? 'the ledger knows none before the current one'
          : `${known.join(', ')} ${known.length === 1 ? 'is' : 'are'} current or quarantined`
      }.`,
      'Name the version with the input `version` (and `override: never-ran` with a `reason` if it never ran there).',
    );
  }
  const overridden: Check[] = [];
  return { situation, ...usable, ...findVersion(situation, usable.version, overrides, overridden), overridden };
}

/** The version before the current one: what the ledger says, or what it last saw when the tag was moved since. */
function before({ entry, ref, current }: Situation): { readonly version: string; readonly why: string }[] {
  const told = entry !== undefined && (entry.tag === ref?.object || entry.version === current);
  const version = told ? entry.previous : (entry?.version ?? entry?.previous);
  return version === null || version === undefined ? [] : [{ version, why: 'the version before' }];
}

function chooseNamed(situation: Situation, version: string, overrides: Overrides): Choice {
  const { environment, entry, remembered } = situation;
  const overridden: Check[] = [];
  const found = findVersion(situation, version, overrides, overridden);
  if (situation.current === version) {
    throw new TagshipError(
      'version-current',
      `${name(situation)} runs ${version} in \`${environment}\` already.`,
      'Name another version, or `last-healthy`; use `deploy` to write it to KV again.',
    );
  }
  refuseQuarantined(situation, version, overrides, overridden);
  const ran =
    remembered[version]?.ran.includes(environment) === true ||
    entry?.previous === version ||
    entry?.healthy.includes(version) === true;
  if (!ran) {
    if (!overrides.has('never-ran')) {
      throw new TagshipError(
        'version-never-ran',
        `${name(situation)} ${version} never ran in \`${environment}\`, so it is no rollback.`,
        'Use `promote` for a version that is new there, or `override: never-ran` with a `reason`.',
      );
    }
    overridden.push('never-ran');
  }
  return { situation, version, ...found, overridden, why: 'the version that was named' };
}

/**
 * Checks a version that is restored from another time; where it comes from, it ran.
 * @returns undefined when the environment runs it already
 * @throws TagshipError `version-quarantined`
 */
export function chooseRestore(
  situation: Situation,
  past: { readonly version: string; readonly commit: string; readonly tag: string | undefined },
  overrides: Overrides,
): Choice | undefined {
  if (situation.current === past.version && situation.ref?.commit === past.commit) {
    return undefined;
  }
  const overridden: Check[] = [];
  refuseQuarantined(situation, past.version, overrides, overridden, 'Choose another time');
  const listed = situation.versions.get(past.version);
  // A version tag that moved since is not what ran then.
  const found: FoundVersion =
    listed?.commit === past.commit
      ? { commit: listed.commit, tag: listed.object, fromMemory: false }
      : { commit: past.commit, tag: past.tag, fromMemory: true };
  return { situation, version: past.version, ...found, overridden, why: 'what ran then' };
}

function refuseQuarantined(
  situation: Situation,
  version: string,
  overrides: Overrides,
  overridden: Check[],
  other = 'Choose another version',
): void {
  if (situation.entry?.quarantined.includes(version) !== true) {
    return;
  }
  if (!overrides.has('quarantine')) {
    throw new TagshipError(
      'version-quarantined',
      `${name(situation)} ${version} is quarantined in \`${situation.environment}\` since it was rolled back there.`,
      `${other}, or lift it with \`override: quarantine\` and a \`reason\`.`,
    );
  }
  overridden.push('quarantine');
}

/**
 * Finds a version by its tag, or where the ledger remembers it.
 * @throws TagshipError `version-unknown`, `version-moved`
 */
function findVersion(situation: Situation, version: string, overrides: Overrides, overridden: Check[]): FoundVersion {
  const { versions, remembered } = situation;
  const listed = versions.get(version);
  const known = remembered[version];
  if (listed !== undefined) {
    if (known !== undefined && known.commit !== listed.commit) {
      if (!overrides.has('moved-version')) {
        throw new TagshipError(
          'version-moved',
          `The tag \`${listed.name}\` points at commit ${listed.commit}, but the ledger remembers ${version} at commit ${known.commit}.`,
          `Move the version tag back and publish a new version instead, or accept that ${version} moved with \`override: moved-version\` and a \`reason\`.`,
        );
      }
      overridden.push('moved-version');
    }
    return { commit: listed.commit, tag: listed.object, fromMemory: false };
  }
  if (known !== undefined) {
    return { commit: known.commit, tag: known.tag, fromMemory: true };
  }
  throw new TagshipError(
    'version-unknown',
    `${name(situation)} has no version ${version}: there is no such tag, and the ledger remembers none.`,
    `Push the version tag first.${nearestOf(version, [...versions.keys(), ...Object.keys(remembered)])}`,
  );
}

function name({ component }: Situation): string {
  return `\`${componentId(component)}\``;
}
