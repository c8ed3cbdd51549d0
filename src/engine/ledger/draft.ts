import type { TagRef } from '../../domain/component-tags.ts';
import { changeOf, type Doubt, type LedgerChange, type LedgerEvent, subjectsOf } from '../../domain/ledger/event.ts';
import { entryPath, SHARES_FILE, versionsPath } from '../../domain/ledger/layout.ts';
import { canariesOf } from '../../domain/ledger/shares.ts';
import type { Stamp } from '../../domain/ledger/transition.ts';
import { isoTime } from '../../domain/time.ts';
import { TagshipErrors } from '../../errors.ts';
import type { RawObject } from '../../git/object.ts';
import type { RefUpdate, Repository } from '../../ports/repository.ts';
import { type Authorship, composeCommit, nextSeq, nextTime } from './compose.ts';
import { Overlay } from './overlay.ts';
import { LedgerSnapshot } from './snapshot.ts';
import { TagObjects } from './tag-objects.ts';

/** What one commit of the ledger is to say. */
export interface LedgerCommit {
  readonly events: readonly LedgerEvent[];
  /** Tags that Tagship deletes with it. */
  readonly removals?: readonly TagRef[];
  /** What the tags that it makes need beside the ledger's own objects. */
  readonly objects?: readonly RawObject[];
  /** Whether it says what others did: then the reason and the overrides of this run are none of its own. */
  readonly others?: boolean;
}

/** In whose name it is written, and what is accepted. */
export interface DraftOptions {
  readonly author: Authorship;
  /** Whether a version may stand elsewhere than the ledger remembers. */
  readonly acceptMoved: boolean;
}

interface Composed {
  readonly doubtful: readonly Doubt[];
  readonly remarks: readonly string[];
  readonly tags: ReadonlyMap<string, string>;
}

/** Commits that are to be pushed. */
export interface Draft extends Composed {
  /** The last of them. */
  readonly commit: string;
  /** The ledger's tip that it is made for. */
  readonly parent: string | undefined;
  readonly seq: number;
  readonly updates: readonly RefUpdate[];
  readonly objects: readonly RawObject[];
}

export async function compose(
  ledger: LedgerSnapshot | undefined,
  commits: readonly LedgerCommit[],
  options: DraftOptions,
  repository: Repository,
): Promise<Draft | (Composed & { readonly commit: undefined })> {
  const overlay = new Overlay(repository);
  await ledger?.count();
  const updates: RefUpdate[] = [];
  const tags = new Map<string, string>();
  const doubts = new Map<string, Doubt>();
  const remarks = new Set<string>();
  let parent = ledger;
  for (const commit of commits) {
    const { change, made, time, author } = await changeOn(parent, commit, options, repository);
    for (const doubt of change.doubts) {
      doubts.set(doubt.problem.message, doubt);
    }
    change.remarks.forEach(remarks.add, remarks);
    if (time === undefined || isEmpty(change)) {
      continue;
    }
    const { oid, seq, objects } = await composeCommit(parent, change, author, time, overlay);
    overlay.add([...(commit.objects ?? []), ...made.objects, ...objects]);
    updates.push(...made.updates, ...(commit.removals ?? []).map(deletion));
    for (const [name, object] of made.names) {
      tags.set(name, object);
    }
    parent = await LedgerSnapshot.open(overlay, oid, 'trees', seq);
  }
  const composed = { doubtful: [...doubts.values()], remarks: [...remarks], tags };
  return parent === undefined || parent === ledger
    ? { ...composed, commit: undefined }
    : {
        ...composed,
        commit: parent.commit,
        parent: ledger?.commit,
        seq: parent.message.seq,
        updates,
        objects: overlay.added,
      };
}

/**
 * What a commit changes about the ledger before it.
 * @returns with the server's time where there is anything to write
 * @throws TagshipErrors `ledger-broken` where a move would go on from an entry that no run can have written: all of it
 *   moves, or none
 */
async function changeOn(
  parent: LedgerSnapshot | undefined,
  { events, others = false }: LedgerCommit,
  { author, acceptMoved }: DraftOptions,
  repository: Repository,
): Promise<{
  readonly change: LedgerChange;
  readonly made: TagObjects;
  readonly time: number | undefined;
  readonly author: Authorship;
}> {
  const teller = others ? { ...author, reason: null, override: [] } : author;
  const { places, components } = subjectsOf(events);
  await parent?.load([
    SHARES_FILE,
    ...places.map(({ environment, component }) => entryPath(environment, component)),
    ...components.map(versionsPath),
  ]);
  // Where a live environment moves, the share of its canary ends.
  const shares = parent?.shares() ?? {};
  await parent?.load(
    places.flatMap(({ environment, component }) =>
      canariesOf(shares, component, environment).map((canary) => entryPath(canary, component)),
    ),
  );
  const at = (time: number): { readonly change: LedgerChange; readonly made: TagObjects } => {
    const stamp = stampOf(parent, time, teller);
    const made = new TagObjects(events, teller, stamp);
    return { change: changeOf(events, parent, stamp, (tag) => made.oidOf(tag), acceptMoved), made };
  };
  // What there is nothing to say about needs no permission to push.
  const early = at(0);
  if (isEmpty(early.change)) {
    return { ...early, time: undefined, author: teller };
  }
  const time = await repository.serverTime();
  const { change, made } = at(time);
  const sound = soundPart(change, parent, time);
  if (sound.doubts.length > 0 && !others && events.some(({ kind }) => kind === 'moved' || kind === 'removed')) {
    throw new TagshipErrors(sound.doubts.map(({ problem }) => problem));
  }
  return { change: sound, made, time, author: teller };
}

function isEmpty({ entries, versions }: LedgerChange): boolean {
  return entries.length + versions.length === 0;
}

function deletion({ name, object }: TagRef): RefUpdate {
  return { ref: `refs/tags/${name}`, from: object, to: undefined };
}

/** A change without the entries that would go on from one that no run can have written. */
function soundPart(change: LedgerChange, parent: LedgerSnapshot | undefined, serverTime: number): LedgerChange {
  const found = change.entries.map(({ environment, component }): Doubt | undefined => {
    const problem = parent?.doubt(environment, component, serverTime);
    return problem === undefined ? undefined : { component, environment, problem };
  });
  return found.every((doubt) => doubt === undefined)
    ? change
    : {
        ...change,
        entries: change.entries.filter((_, i) => found[i] === undefined),
        doubts: [...change.doubts, ...found.flatMap((doubt) => doubt ?? [])],
      };
}

function stampOf(parent: LedgerSnapshot | undefined, serverTime: number, author: Authorship): Stamp {
  const time = nextTime(parent, serverTime);
  return {
    seq: nextSeq(parent),
    at: isoTime(time),
    actor: author.actor,
    run: author.run,
    reason: author.reason,
    override: author.override,
  };
}
