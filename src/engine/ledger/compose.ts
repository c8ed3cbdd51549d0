import { AHEAD_SECONDS, entryText, versionsText } from '../../domain/ledger/entry.ts';
import type { EntryChange, LedgerChange, VersionsChange } from '../../domain/ledger/event.ts';
import { type Holds, holdsText } from '../../domain/ledger/holds.ts';
import {
  contentPath,
  dayLine,
  dayPath,
  entryPath,
  HOLDS_FILE,
  SHARES_FILE,
  versionsPath,
} from '../../domain/ledger/layout.ts';
import { ledgerMessage, recordedOf } from '../../domain/ledger/message.ts';
import { nextShares, sharesText } from '../../domain/ledger/shares.ts';
import { blobObject, commitObject, lazyBlob, type RawObject, type Signature, treeObject } from '../../git/object.ts';
import type { Repository } from '../../ports/repository.ts';
import { editTree } from './edit-tree.ts';
import type { LedgerSnapshot } from './snapshot.ts';

/** Who writes, and why. */
export interface Authorship {
  readonly actor: string | null;
  readonly email: string;
  readonly run: string | null;
  readonly reason: string | null;
  readonly override: readonly string[];
}

/** A ledger commit that is to be pushed. */
export interface ComposedCommit {
  readonly oid: string;
  readonly seq: number;
  /** Seconds since the epoch. */
  readonly time: number;
  readonly objects: readonly RawObject[];
}

/** The number the next ledger commit has. */
export function nextSeq(parent: { readonly number: number } | undefined): number {
  return (parent?.number ?? 0) + 1;
}

/**
 * The date the next ledger commit has, in seconds since the epoch: the server's, and never before its parent's, unless
 * no server's clock can have given it that.
 */
export function nextTime(parent: { readonly time: number } | undefined, serverTime: number): number {
  const before = parent?.time ?? 0;
  return before > serverTime + AHEAD_SECONDS ? serverTime : Math.max(serverTime, before);
}

/**
 * Writes a change as a commit on top of the ledger. Only the folders on the way to what changes are read.
 * @param parent undefined for the first commit
 */
export async function composeCommit(
  parent: LedgerSnapshot | undefined,
  change: Pick<LedgerChange, 'entries' | 'versions' | 'registered'>,
  author: Authorship,
  serverTime: number,
  repository: Repository,
): Promise<ComposedCommit> {
  const seq = nextSeq(parent);
  const time = nextTime(parent, serverTime);
  // A commit with a date that is still to come was made before this one all the same.
  const before = Math.min(parent?.time ?? 0, time);
  const day = parent === undefined ? undefined : dayPath(before);
  await parent?.load([
    HOLDS_FILE,
    SHARES_FILE,
    ...(day === undefined ? [] : [day]),
    ...change.entries.map(({ environment, component }) => entryPath(environment, component)),
    ...change.versions.map(({ component }) => versionsPath(component)),
  ]);

  const objects: RawObject[] = [];
  const edits = new Map<string, string | undefined>();
  const write = (path: string, blob: RawObject): void => {
    objects.push(blob);
    edits.set(path, blob.oid);
  };
  for (const one of change.entries) {
    const { environment, component } = one;
    write(entryPath(environment, component), entryBlob(one));
    const { blob } = one.entry;
    if (blob !== null || parent !== undefined) {
      edits.set(contentPath(environment, component), blob ?? undefined);
    }
  }
  for (const one of change.versions) {
    write(versionsPath(one.component), versionsBlob(one));
  }
  if (parent !== undefined && day !== undefined) {
    write(day, blobObject(`${parent.text(day) ?? ''}${dayLine(before, parent.commit)}`));
  }
  const list = <T>(path: string, old: Readonly<Record<string, T>>, now: Readonly<Record<string, T>>, text: string) => {
    if (Object.keys(now).length > 0) {
      write(path, blobObject(text));
    } else if (Object.keys(old).length > 0) {
      edits.set(path, undefined);
    }
  };
  const held = parent?.holds() ?? {};
  const holds = nextHolds(held, change.entries);
  list(HOLDS_FILE, held, holds, holdsText(holds));
  const shared = parent?.shares() ?? {};
  const shares = nextShares(shared, change.entries);
  list(SHARES_FILE, shared, shares, sharesText(shares));

  const tree = await editTree(repository, parent?.tree, edits, objects);
  const person: Signature = { name: author.actor ?? 'unknown', email: author.email, time };
  const commit = commitObject({
    tree: tree ?? emptyTree(objects),
    parents: parent === undefined ? [] : [parent.commit],
    author: person,
    committer: { ...person, name: 'Tagship' },
    message: ledgerMessage({
      seq,
      actor: author.actor,
      run: author.run,
      reason: author.reason,
      override: author.override,
      recorded: change.entries.map(({ event, environment, component, entry, gate }) =>
        recordedOf(event, environment, component, entry, gate),
      ),
      registered: change.registered,
    }),
  });
  objects.push(commit);
  return { oid: commit.oid, seq, time, objects };
}

// Out here, a blob keeps in memory what it is made of, and nothing else of the change.

function entryBlob(change: EntryChange): RawObject {
  return lazyBlob(() => entryText(change.entry));
}

function versionsBlob(change: VersionsChange): RawObject {
  return lazyBlob(() => versionsText(change.versions));
}

function nextHolds(before: Holds, entries: readonly EntryChange[]): Holds {
  const holds = new Map(Object.entries(before));
  for (const { environment, component, entry } of entries) {
    if (holds.size === 0 && entry.status !== 'held') {
      continue;
    }
    const path = entryPath(environment, component);
    holds.delete(path);
    if (entry.status === 'held' && entry.tag !== null && entry.version !== null && entry.commit !== null) {
      holds.set(path, { tag: entry.tag, version: entry.version, commit: entry.commit });
    }
  }
  return Object.fromEntries([...holds].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function emptyTree(objects: RawObject[]): string {
  const tree = treeObject([]);
  objects.push(tree);
  return tree.oid;
}
