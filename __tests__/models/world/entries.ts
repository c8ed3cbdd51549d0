import type { Rules } from '../rules.ts';
import { isHeld } from './projection.ts';
import { type Entry, FORGED, type Run, type Setting, type TagObject, versionOf } from './state.ts';

/**
 * The entry a run has to add once KV holds what it read: of a move by hand, of a deletion, or that its tag's own move
 * is now `deployed`. Undefined when the ledger says so already.
 */
export function recordOf(
  component: string,
  tag: TagObject | null,
  last: Entry | undefined,
  rules: Rules,
): Entry | undefined {
  if (last !== undefined && isHeld(last, tag, rules)) {
    return undefined;
  }
  if (last?.tag === tag && last.status === 'pending') {
    return { ...last, status: 'deployed', quarantined: quarantineOf(last, true) };
  }
  if (rules.recordsNothingTwice && (last?.tag ?? null) === tag) {
    return undefined;
  }
  const version = tag === null ? null : versionOf(tag);
  return {
    component,
    tag,
    version,
    move: tag === null ? 'remove' : 'deploy',
    status: 'deployed',
    previous: previousOf(version, last),
    quarantined: (last?.quarantined ?? []).filter((quarantined) => quarantined !== version),
  };
}

/** The version before this one; a tag that became another object of the same version changes nothing. */
function previousOf(version: string | null, last: Entry | undefined): string | null {
  return [last?.version, last?.previous].find((one) => one !== undefined && one !== null && one !== version) ?? null;
}

/** The entry of Tagship's own move to a version, made by a run that read this tag and this entry before. */
export function moveOf(run: Run, version: string, tag: TagObject | null, last: Entry | undefined, rules: Rules): Entry {
  const before = tag === null ? null : versionOf(tag);
  const entry: Entry = {
    component: run.component,
    tag: `${version}#${run.name}`,
    version,
    move: run.command === 'rollback' ? 'rollback' : 'promote',
    status: rules.recordsPendingFirst ? 'pending' : 'deployed',
    previous: before === version ? previousOf(version, last) : before,
    quarantined: last?.quarantined ?? [],
  };
  return { ...entry, quarantined: quarantineOf(entry, rules.quarantinesWithMove) };
}

/** The entry that holds a version although the tag stands. */
export function holdOf(run: Run, version: string, tag: TagObject, last: Entry | undefined): Entry {
  return {
    component: run.component,
    tag,
    version,
    move: 'rollback',
    status: 'held',
    previous: versionOf(tag),
    quarantined: [...(last?.quarantined ?? []), versionOf(tag)],
  };
}

/** A rollback quarantines what it leaves. */
function quarantineOf({ move, previous, quarantined }: Entry, complete: boolean): readonly string[] {
  if (!complete || move !== 'rollback' || previous === null || quarantined.includes(previous)) {
    return quarantined;
  }
  return [...quarantined, previous];
}

/** The version to go back to: the last healthy one that is neither live nor quarantined, else the previous one. */
export function wayBack(
  { healthy }: Setting,
  tag: TagObject | null,
  last: Entry | undefined,
  rules: Rules,
): string | undefined {
  const live = tag === null ? null : versionOf(tag);
  const before = last?.tag === tag ? last?.previous : last?.version;
  const barred = [
    ...(rules.avoidsQuarantined ? (last?.quarantined ?? []) : []),
    ...(rules.anchorsTargets ? [FORGED] : []),
  ];
  return [...healthy, before ?? null].find(
    (version): version is string => version !== null && version !== live && !barred.includes(version),
  );
}
