import { TagshipError } from '../errors.ts';
import { type Component, componentId } from './component.ts';
import type { TagRef } from './component-tags.ts';
import type { Entry, KnownVersions } from './ledger/entry.ts';
import { isLeft } from './ledger/holds.ts';
import { speaksOf } from './ledger/transition.ts';
import { versionMoved } from './moved-version.ts';
import { nearestOf, nearestVersion } from './nearest.ts';
import type { Override as Check } from './overrides.ts';
import { dispatchWords } from './post-mortem/shell.ts';
import { duration } from './text.ts';
import { compareVersions, isVersion } from './version.ts';

export type { Check };

/** What is known of a component in the environment it is to be moved in. */
export interface PlaceState {
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
  /** Whether a commit that only the ledger names counts: the default branch leads to it, or a version tag. */
  readonly isAnchored: (commit: string) => boolean;
  /** Whether the tag of a version is not where the ledger, or the tag of an environment, has the version. */
  readonly isMoved: (version: string) => boolean;
}

/** The version an environment is to have. */
export interface Choice {
  readonly situation: PlaceState;
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
  /** Versions that would have gone before it. */
  readonly passedOver: readonly PassedOver[];
}

/** A version that is not chosen, since what it is is unknown. */
export interface PassedOver {
  readonly version: string;
  /** `unconfirmed`: only the ledger knows it. `moved`: its tag is not where the ledger has it. */
  readonly why: 'unconfirmed' | 'moved';
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
  /** What that environment runs now. */
  readonly running: { readonly version: string; readonly commit: string } | undefined;
  /** What was rolled back there. */
  readonly quarantined: readonly string[];
  /** For how long the version has to have run there, and since when what runs there does; in milliseconds. */
  readonly soak?: { readonly ms: number; readonly since: number | undefined; readonly now: number } | undefined;
}

/**
 * Checks a version that is to be promoted.
 * @returns undefined when the environment runs it already
 * @throws TagshipError `version-unknown`, `version-moved`, `version-quarantined`, `requires-unmet`
 */
export function choosePromotion(
  situation: PlaceState,
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
  const unmet = rule === undefined ? undefined : unmetBy(situation, version, found.commit, rule);
  if (unmet !== undefined) {
    if (!overrides.has('requires')) {
      throw unmet;
    }
    overridden.push('requires');
  }
  return { situation, version, ...found, overridden, why, passedOver: [] };
}

/** Why a version may not be promoted by the rule. What was seen of the version at another commit is no evidence. */
function unmetBy(
  situation: PlaceState,
  version: string,
  commit: string,
  { requires, gated, running, quarantined, soak }: PromotionRule,
): TagshipError | undefined {
  const required = `in \`${requires}\`, which \`${situation.environment}\` requires`;
  const otherwise = 'or pass over the rule with `override: requires` and a `reason`';
  if (quarantined.includes(version)) {
    return new TagshipError(
      'requires-unmet',
      `${name(situation)} ${version} was rolled back and is quarantined ${required}.`,
      `Choose another version, ${otherwise}.`,
    );
  }
  const known = situation.remembered[version];
  const isOf = (environments: readonly string[] | undefined): boolean =>
    known?.commit === commit && environments?.includes(requires) === true;
  const runs = running?.version === version && running.commit === commit;
  if (isOf(known?.healthy) || (!gated && (isOf(known?.ran) || runs))) {
    return soak === undefined ? undefined : tooSoon(`${name(situation)} ${version}`, required, otherwise, runs, soak);
  }
  return new TagshipError(
    'requires-unmet',
    `${name(situation)} ${version} was not ${gated ? 'healthy' : 'deployed'} ${required}.`,
    `Promote it to \`${requires}\` first${gated ? ' and let its gate end healthy' : ''}, ${otherwise}.`,
  );
}

/** Why a version has not run for long enough where it has to be first. */
function tooSoon(
  what: string,
  required: string,
  otherwise: string,
  runs: boolean,
  { ms, since, now }: NonNullable<PromotionRule['soak']>,
): TagshipError | undefined {
  if (!runs || since === undefined) {
    return new TagshipError(
      'requires-unmet',
      `${what} has to run for ${duration(ms)} ${required}, and ${runs ? 'since when it does is not known' : 'does not run there now'}.`,
      `Promote it there and wait, ${otherwise}.`,
    );
  }
  const left = since + ms - now;
  return left <= 0
    ? undefined
    : new TagshipError(
        'requires-unmet',
        `${what} has run for ${duration(Math.max(0, now - since))} of ${duration(ms)} ${required}.`,
        `Try again in ${duration(left)}, ${otherwise}.`,
      );
}

/** What a rollback goes back to. */
export type RollbackTarget = 'last-healthy' | 'previous' | { readonly version: string };

/**
 * Chooses the version a rollback brings back: a named one after the checks, else the last healthy one, else the one
 * before; never what runs now, what is quarantined, or what the ledger and the tags disagree about.
 *
 * @returns undefined where the last move was a rollback and no version is named: pressed twice, it goes back once
 * @throws TagshipError `version-unknown`, `version-current`, `version-quarantined`, `version-never-ran`,
 *   `version-moved`, `rollback-impossible`, `tag-missing`
 */
export function chooseRollback(
  situation: PlaceState,
  target: RollbackTarget,
  overrides: Overrides,
): Choice | undefined {
  const { entry, ref, environment } = situation;
  if (ref === undefined && (entry === undefined || entry.move === 'remove')) {
    throw new TagshipError(
      'tag-missing',
      `${name(situation)} has no tag for the environment \`${environment}\`, so nothing runs there.`,
      'Use `promote` to put a version there.',
    );
  }
  const isOfTag = speaksOf(entry, ref?.object) || isLeft(entry, ref?.object);
  const isBack = isOfTag && entry?.move === 'rollback';
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
  const free = candidates.filter(
    ({ version }) => version !== situation.current && entry?.quarantined.includes(version) !== true,
  );
  const passedOver: PassedOver[] = [];
  const usable = free.find(({ version }) => {
    const why = doubt(situation, version, overrides);
    if (why !== undefined && passedOver.every((one) => one.version !== version)) {
      passedOver.push({ version, why });
    }
    return why === undefined;
  });
  if (usable === undefined) {
    throw impossible(situation, [...new Set(candidates.map(({ version }) => version))], passedOver);
  }
  const overridden: Check[] = [];
  const found = findVersion(situation, usable.version, overrides, overridden);
  return { situation, ...usable, ...found, overridden, passedOver };
}

function impossible(situation: PlaceState, known: readonly string[], passedOver: readonly PassedOver[]): TagshipError {
  const of = (why: PassedOver['why']): string =>
    passedOver
      .filter((one) => one.why === why)
      .map(({ version }) => version)
      .join(', ');
  const [unconfirmed, moved] = [of('unconfirmed'), of('moved')];
  const unsure = [
    unconfirmed === ''
      ? ''
      : `Only the ledger knows ${unconfirmed}: look at what it is, and accept it with \`override: unanchored\` and a \`reason\` if it is right. `,
    moved === ''
      ? ''
      : `The tag of ${moved} is not where the ledger has it: look at both commits, and accept where the tag is with \`override: moved-version\` and a \`reason\` if that is right. `,
  ].join('');
  return new TagshipError(
    'rollback-impossible',
    `${name(situation)} has no version to go back to in \`${situation.environment}\`: ${
      known.length === 0
        ? 'the ledger knows none before the current one'
        : `${known.join(', ')} ${known.length === 1 ? 'is' : 'are'} current${passedOver.length === 0 ? ' or quarantined' : ', quarantined or not confirmed'}`
    }.`,
    `${unsure}${wayBack(situation)}`,
  );
}

/** Why a version that the ledger names is not to be chosen; undefined where it may be. */
function doubt(
  { versions, remembered, isAnchored, isMoved }: PlaceState,
  version: string,
  overrides: Overrides,
): PassedOver['why'] | undefined {
  if (versions.has(version)) {
    return isMoved(version) && !overrides.has('moved-version') ? 'moved' : undefined;
  }
  const known = remembered[version];
  const isKnown = known !== undefined && (overrides.has('unanchored') || isAnchored(known.commit));
  return isKnown ? undefined : 'unconfirmed';
}

/**
 * The commits of versions that a move may take from the ledger's memory: they have to be looked into before
 * `PlaceState.isAnchored` can tell.
 * @param named versions that somebody asks for
 */
export function rememberedCommits({ entry, versions, remembered }: PlaceState, named: readonly string[]): string[] {
  const asked = [...named, ...(entry?.healthy ?? []), entry?.version, entry?.previous];
  return asked.flatMap((version) =>
    version == null || versions.has(version) ? [] : (remembered[version]?.commit ?? []),
  );
}

/** The version before the current one: what the ledger says, or what it last saw when the tag was moved since. */
function before({ entry, ref, current }: PlaceState): { readonly version: string; readonly why: string }[] {
  const told = entry !== undefined && (entry.tag === ref?.object || entry.version === current);
  const version = told ? entry.previous : (entry?.version ?? entry?.previous);
  return version === null || version === undefined ? [] : [{ version, why: 'the version before' }];
}

function chooseNamed(situation: PlaceState, version: string, overrides: Overrides): Choice {
  const { environment } = situation;
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
  if (!hasRun(situation, version)) {
    if (!overrides.has('never-ran')) {
      throw new TagshipError(
        'version-never-ran',
        `${name(situation)} ${version} never ran in \`${environment}\`, so it is no rollback.`,
        `Use \`promote\` for a version that is new there. If it ran there before the ledger began: ${rollbackCommand(situation, version)}.`,
      );
    }
    overridden.push('never-ran');
  }
  return { situation, version, ...found, overridden, why: 'the version that was named', passedOver: [] };
}

function hasRun({ environment, entry, remembered }: PlaceState, version: string): boolean {
  return (
    remembered[version]?.ran.includes(environment) === true ||
    entry?.previous === version ||
    entry?.healthy.includes(version) === true
  );
}

/** Versions that an error names. */
const MAX_NAMED = 10;

/** What to do where there is none to go back to: the versions there are, and the command for the likeliest of them. */
function wayBack(situation: PlaceState): string {
  const { entry, current, versions, remembered } = situation;
  const known = [...new Set([...versions.keys(), ...Object.keys(remembered)])];
  const others = known
    .filter((version) => isVersion(version) && version !== current && entry?.quarantined.includes(version) !== true)
    .sort((one, other) => compareVersions(other, one));
  const isBelow = (version: string): boolean =>
    current !== undefined && isVersion(current) && compareVersions(version, current) < 0;
  const likeliest = others.find(isBelow) ?? others[0];
  if (likeliest === undefined) {
    return 'There is no other version that may be put there. Tag one, and `promote` it.';
  }
  const more = others.length > MAX_NAMED ? ` and ${others.length - MAX_NAMED} more` : '';
  return `Name one of those there are with the input \`version\`: ${others.slice(0, MAX_NAMED).join(', ')}${more}. For example: ${rollbackCommand(situation, likeliest)}.`;
}

/** The command that goes back to a version by `examples/workflows/rollback.yml`, which must not have run there. */
function rollbackCommand(situation: PlaceState, version: string): string {
  const words = dispatchWords('rollback.yml', {
    component: componentId(situation.component),
    environment: situation.environment,
    version,
    ...(hasRun(situation, version) ? {} : { override: 'never-ran', reason: 'it ran before the ledger began' }),
  });
  return `\`${words.join(' ')}\``;
}

/**
 * Checks a version that is restored from another time; where it comes from, it ran.
 * @returns undefined when the environment runs it already
 * @throws TagshipError `version-quarantined`, `version-unanchored`
 */
export function chooseRestore(
  situation: PlaceState,
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
  if (found.fromMemory) {
    refuseUnanchored(situation, past.version, past.commit, overrides, overridden);
  }
  return { situation, version: past.version, ...found, overridden, why: 'what ran then', passedOver: [] };
}

function refuseQuarantined(
  situation: PlaceState,
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

/** Who may write the ledger need not be one who may move tags: what only the ledger says makes nothing live. */
function refuseUnanchored(
  situation: PlaceState,
  version: string,
  commit: string,
  overrides: Overrides,
  overridden: Check[],
): void {
  // What the environment's tag stands on is the tag's doing.
  if (situation.isAnchored(commit) || situation.ref?.commit === commit) {
    return;
  }
  if (!overrides.has('unanchored')) {
    throw new TagshipError(
      'version-unanchored',
      `Only the ledger knows ${name(situation)} ${version}, at commit ${commit}: no version tag of the component stands on that commit, and it is not on the default branch.`,
      'Look at what that commit holds. If it is right, push the tag of the version again, or accept it with `override: unanchored` and a `reason`.',
    );
  }
  overridden.push('unanchored');
}

/**
 * Finds a version by its tag, or where the ledger remembers it.
 * @throws TagshipError `version-unknown`, `version-moved`, `version-unanchored`
 */
function findVersion(situation: PlaceState, version: string, overrides: Overrides, overridden: Check[]): FoundVersion {
  const { versions, remembered } = situation;
  const listed = versions.get(version);
  const known = remembered[version];
  if (listed !== undefined) {
    if (known !== undefined && known.commit !== listed.commit) {
      if (!overrides.has('moved-version')) {
        throw versionMoved(listed, version, known.commit);
      }
      overridden.push('moved-version');
    }
    return { commit: listed.commit, tag: listed.object, fromMemory: false };
  }
  if (known !== undefined) {
    refuseUnanchored(situation, version, known.commit, overrides, overridden);
    return { commit: known.commit, tag: known.tag, fromMemory: true };
  }
  const near = nearestVersion(version, [...versions.keys(), ...Object.keys(remembered)]);
  throw new TagshipError(
    'version-unknown',
    `${name(situation)} has no version ${version}: there is no such tag, and the ledger remembers none.`,
    `Push the version tag first.${nearestOf(version, near === undefined ? [] : [near])}`,
  );
}

function name({ component }: PlaceState): string {
  return `\`${componentId(component)}\``;
}
