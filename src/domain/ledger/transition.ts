import type { ComponentTags } from '../component-tags.ts';
import type { TrackMark } from '../track.ts';
import {
  type Entry,
  HEALTHY_KEPT,
  type InFlight,
  type KnownVersion,
  type KnownVersions,
  LEDGER_SCHEMA,
  type MoveKind,
} from './entry.ts';
import type { EntryEvent } from './message.ts';

/** When, by whom and why an entry is written. */
export interface Stamp {
  /** Number of the ledger commit. */
  readonly seq: number;
  /** ISO 8601, by the Git server's clock. */
  readonly at: string;
  readonly actor: string | null;
  readonly run: string | null;
  readonly reason: string | null;
  readonly override: readonly string[];
}

/** What an environment tag stands for. */
export interface Running {
  readonly version: string;
  readonly commit: string;
  /** The object the tag points at. */
  readonly tag: string;
  readonly blob: string | null;
  readonly path: string | null;
  /** Whether KV holds this although the tag stands elsewhere. */
  readonly isHeld?: boolean;
}

/** The next state of an entry, and what happened. */
export interface Transition {
  readonly event: EntryEvent;
  readonly entry: Entry;
}

/** Whether the entry speaks of the tag as it stands. */
export function speaksOf(entry: Entry | undefined, tag: string | undefined): entry is Entry {
  return entry !== undefined && tag !== undefined && entry.tag === tag && entry.version !== null;
}

/**
 * What is to be written for a tag as it was found, after KV holds what it stands for. Undefined where the entry says so
 * already: two runs that see one move record it once.
 *
 * @param running undefined when the tag is gone
 * @param isOwn whether the run is of the push that put the tag there: of what another run found when the ledger began
 *   this one knows who it was
 */
export function seen(
  before: Entry | undefined,
  running: Running | undefined,
  stamp: Stamp,
  isOwn = false,
): Transition | undefined {
  if (running === undefined) {
    // What is held stays in KV, so the entry goes on saying so.
    return before === undefined || before.move === 'remove' || before.status === 'held'
      ? undefined
      : { event: 'moved', entry: removed(before, stamp) };
  }
  if (speaksOf(before, running.tag)) {
    if (before.move === 'seed' && isOwn) {
      return { event: 'moved', entry: moved(before, 'deploy', running, 'deployed', stamp) };
    }
    return before.status === 'pending'
      ? { event: 'acknowledged', entry: { ...before, status: 'deployed' } }
      : undefined;
  }
  if (running.isHeld === true && before !== undefined) {
    return { event: 'held', entry: heldBack(before, running, stamp) };
  }
  return { event: 'moved', entry: moved(before, 'deploy', running, 'deployed', stamp) };
}

/** What an entry says of the share of a canary after its tag moved: nobody gets it any more. */
function endedShare(before: Entry | undefined, { at }: Stamp): Pick<Entry, 'of' | 'share' | 'step' | 'since'> {
  const { of, share = 0, since } = before ?? {};
  return of === undefined ? {} : { of, share: 0, step: 0, since: share > 0 ? at : since };
}

/** How many users of a live environment are to get a canary. */
export interface Share {
  /** The live environment. */
  readonly of: string;
  /** Percent. */
  readonly share: number;
  /** Which of the steps that is, from 1. */
  readonly step: number;
  /** The object of the live environment's tag. */
  readonly live: string;
  /** What the track of the live environment is, where somebody lowers the share: that holds it. */
  readonly track?: TrackMark | undefined;
}

/** The entry of a canary with another share; undefined where it speaks of something else by now, or says so already. */
export function shared(
  before: Entry | undefined,
  tag: string,
  { of, share, step, live, track }: Share,
  stamp: Stamp,
): Transition | undefined {
  if (!speaksOf(before, tag) || before.status === 'held') {
    return undefined;
  }
  if (share === 0) {
    return shareEnded(before, stamp, track);
  }
  if (before.of === of && before.share === share && before.live === live) {
    return undefined;
  }
  const { track: _, ...rest } = before;
  const own = { of, share, step, since: stamp.at, live, ...markIn(track) };
  return { event: 'shared', entry: { ...rest, ...own, status: 'pending' } };
}

/** The entry of a canary that nobody gets any more; undefined where that is so already. KV has to follow. */
export function shareEnded(before: Entry | undefined, stamp: Stamp, track?: TrackMark): Transition | undefined {
  if (before === undefined || (before.share ?? 0) === 0) {
    return undefined;
  }
  const { live: _, ...rest } = before;
  const status = before.version !== null && before.status !== 'held' ? 'pending' : before.status;
  return { event: 'shared', entry: { ...rest, ...endedShare(before, stamp), ...markIn(track), status } };
}

function markIn(track: TrackMark | undefined): Pick<Entry, 'track'> {
  return track === undefined ? {} : { track: { ...track } };
}

/** The entry after a version was found bad in the canary: Tagship does not choose it here. */
export function quarantined(before: Entry | undefined, version: string): Transition | undefined {
  return before === undefined || before.version === version || before.quarantined.includes(version)
    ? undefined
    : { event: 'quarantined', entry: { ...before, quarantined: [...before.quarantined, version] } };
}

/** The entry of a tag object that a rollback left and that came back: KV stays as it is. */
function heldBack(before: Entry, running: Running, stamp: Stamp): Entry {
  const { override: _, live: __, ...rest } = before;
  const { version, commit, tag } = running;
  const { seq, at, actor, run, reason } = stamp;
  return {
    ...rest,
    seq,
    move: before.move === 'remove' ? 'rollback' : before.move,
    version,
    commit,
    tag,
    blob: running.blob ?? before.blob,
    path: running.path ?? before.path,
    status: 'held',
    previous: before.previous === version ? null : before.previous,
    ...endedShare(before, stamp),
    at,
    actor,
    run,
    reason,
  };
}

/** A move made by somebody else that no run has recorded, and of which nobody knows whether KV followed. */
export function unrecorded(
  before: Entry | undefined,
  running: Running | undefined,
  stamp: Stamp,
): Transition | undefined {
  const transition = seen(before, running, stamp);
  if (transition?.event !== 'moved') {
    return undefined;
  }
  const { entry } = transition;
  return { event: 'moved', entry: entry.move === 'remove' ? entry : { ...entry, status: 'pending' } };
}

/** The entry of a move: `pending` when Tagship makes it, since KV follows. */
export function moved(
  before: Entry | undefined,
  move: MoveKind,
  running: Running,
  status: Entry['status'],
  stamp: Stamp,
): Entry {
  const { version } = running;
  const last = before?.version === version ? before.previous : (before?.version ?? before?.previous ?? null);
  // Who puts a quarantined version there has decided: that lifts it.
  const quarantined = (before?.quarantined ?? []).filter((one) => one !== version);
  return {
    schema: LEDGER_SCHEMA,
    seq: stamp.seq,
    move,
    version,
    commit: running.commit,
    tag: running.tag,
    blob: running.blob,
    path: running.path,
    status,
    previous: last === version ? null : last,
    healthy: [...(before?.healthy ?? [])],
    quarantined,
    ...leftOf(before, running, quarantined),
    ...endedShare(before, stamp),
    at: stamp.at,
    actor: stamp.actor,
    run: stamp.run,
    reason: stamp.reason,
    ...(stamp.override.length === 0 ? {} : { override: [...stamp.override] }),
  };
}

/** The tag objects that rollbacks left, as long as what they stood for is quarantined; a hold leaves its own when it ends. */
function leftOf(before: Entry | undefined, { tag }: Running, quarantined: readonly string[]): Pick<Entry, 'left'> {
  const held = before?.status === 'held' && before.tag !== null && before.previous !== null;
  const all = { ...(held ? { [before.tag ?? '']: before.previous ?? '' } : {}), ...before?.left };
  const left = Object.entries(all).filter(([object, version]) => object !== tag && quarantined.includes(version));
  return left.length === 0 ? {} : { left: Object.fromEntries(left) };
}

/** What an entry of a rollback says beside where it went. */
export interface RollbackDetails {
  /** The version it leaves. */
  readonly left: string | undefined;
  /** The tag object it leaves. */
  readonly leftTag: string | undefined;
  /** What running work is to do, where the configuration says so. */
  readonly inFlight: InFlight | undefined;
  /** Whether the tag stays where it is, since it could not be moved. */
  readonly held: boolean;
}

/** The entry after a rollback: what it leaves is quarantined. */
export function rolledBack(
  before: Entry | undefined,
  running: Running,
  { left, leftTag, inFlight, held }: RollbackDetails,
  stamp: Stamp,
): Entry {
  const entry = moved(before, 'rollback', running, held ? 'held' : 'pending', stamp);
  const quarantined = left === undefined || left === running.version ? [] : [left];
  const isLeft = leftTag !== undefined && leftTag !== running.tag;
  return {
    ...entry,
    quarantined: [...new Set([...entry.quarantined, ...quarantined])],
    ...(isLeft && quarantined.length > 0 ? { left: { ...entry.left, [leftTag]: quarantined[0] ?? '' } } : {}),
    ...(inFlight === undefined ? {} : { 'in-flight': inFlight }),
  };
}

/** The entry after the tag is gone; what is known of its past stays. */
export function removed(before: Entry, stamp: Stamp): Entry {
  const { override: _, 'in-flight': __, live: ___, track: ____, restored: _____, ...rest } = before;
  return {
    ...rest,
    seq: stamp.seq,
    move: 'remove',
    version: null,
    commit: null,
    tag: null,
    blob: null,
    path: null,
    status: 'deployed',
    previous: before.version ?? before.previous,
    ...endedShare(before, stamp),
    at: stamp.at,
    actor: stamp.actor,
    run: stamp.run,
    reason: stamp.reason,
  };
}

/** The entry of a tag that was there before the ledger was. @param at when, as far as the tag tells */
export function seeded(running: Running, at: string | null, stamp: Stamp): Entry {
  return { ...moved(undefined, 'seed', running, 'deployed', stamp), at, actor: null, run: null, reason: null };
}

/** The entry after its gate found it healthy; undefined when the entry speaks of something else by now. */
export function healthy(before: Entry | undefined, tag: string): Transition | undefined {
  if (!speaksOf(before, tag) || before.version === null || before.status !== 'deployed') {
    return undefined;
  }
  const versions = [before.version, ...before.healthy.filter((one) => one !== before.version)].slice(0, HEALTHY_KEPT);
  return { event: 'healthy', entry: { ...before, status: 'healthy', healthy: versions } };
}

/** What is added to what the ledger knows of a component's versions. */
export interface VersionNews {
  readonly version: string;
  readonly tag: string;
  readonly commit: string;
  readonly blob: string | null;
  readonly path: string | null;
  /** The environment it was deployed to or healthy in, if that is the news. */
  readonly ran?: string;
  readonly healthy?: string;
}

/**
 * What is known of a component's versions after the news; undefined when nothing is new. A version that stands
 * somewhere else than the ledger remembers keeps its place unless that was accepted.
 */
export function learned(
  before: KnownVersions,
  news: readonly VersionNews[],
  acceptMoved: boolean,
): { readonly versions: KnownVersions; readonly registered: readonly string[] } | undefined {
  const known = new Map<string, KnownVersion>(Object.entries(before));
  const registered = new Set<string>();
  let changed = false;
  for (const one of news) {
    const old = known.get(one.version);
    const moves = old !== undefined && old.commit !== one.commit;
    if (moves && !acceptMoved) {
      continue;
    }
    const next: KnownVersion = {
      ...old,
      tag: one.tag,
      commit: one.commit,
      blob: one.blob ?? (moves ? null : (old?.blob ?? null)),
      path: one.path ?? (moves ? null : (old?.path ?? null)),
      ran: added(old?.ran, one.ran),
      healthy: added(old?.healthy, one.healthy),
    };
    if (old === undefined || moves) {
      registered.add(one.version);
    }
    if (JSON.stringify(next) !== JSON.stringify(old)) {
      known.set(one.version, next);
      changed = true;
    }
  }
  return changed ? { versions: Object.fromEntries(known), registered: [...registered] } : undefined;
}

function added(names: readonly string[] = [], name: string | undefined): string[] {
  return name === undefined || names.includes(name) ? [...names] : [...names, name];
}

/** The version tags of a component as news for the ledger. */
export function listedVersions(tags: ComponentTags): VersionNews[] {
  return [...tags.versions].map(([version, { object, commit }]) => ({
    version,
    tag: object,
    commit,
    blob: null,
    path: null,
  }));
}
