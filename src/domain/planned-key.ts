import { blobName } from '../git/object.ts';
import { singularType } from './component.ts';
import { INDEX_KEY } from './key.ts';
import { type ContentMetadata, fitMetadata, type Metadata } from './metadata.ts';
import { ownerMark } from './ownership.ts';
import type { WantedKey, WantedList, WantedShare } from './projection.ts';

/** A component's file as it was at a commit. */
export interface Content {
  readonly path: string;
  readonly blob: string;
  readonly bytes: Uint8Array;
  readonly commit: string;
  /** When the commit was made, ISO 8601 in UTC. */
  readonly date: string;
  /** Who wrote the commit; a name without address. */
  readonly author: string;
}

/** One pair as it goes to KV. */
export interface PlannedKey {
  readonly key: string;
  readonly role: WantedKey['role'] | 'versions' | 'share' | 'index';
  readonly value: Uint8Array;
  readonly metadata: Metadata;
  /** The file the content came from; the index comes from none. */
  readonly path: string | undefined;
}

/** Joins a wanted key with its content. */
export function planKey(wanted: WantedKey, content: Content, repository: string): PlannedKey {
  const metadata: ContentMetadata = {
    sha: content.commit,
    version: wanted.version,
    type: singularType(wanted.component.type),
    blob: content.blob,
    'managed-by': ownerMark(repository),
    date: content.date,
    author: content.author,
    path: content.path,
    ...wanted.marks,
  };
  return {
    key: wanted.key,
    role: wanted.role,
    value: content.bytes,
    metadata: fitMetadata(wanted.key, metadata),
    path: content.path,
  };
}

/** The ledger as it stood when the index was computed: so a ledger that was rewritten since is noticed. */
export interface LedgerMark {
  readonly seq: number;
  readonly commit: string;
}

/** The list of a component's versions as it goes to KV. */
export function planList({ key, versions }: WantedList, repository: string): PlannedKey {
  const value = new TextEncoder().encode(JSON.stringify(versions));
  return {
    key,
    role: 'versions',
    value,
    metadata: { 'managed-by': ownerMark(repository), blob: blobName(value) },
    path: undefined,
  };
}

/** The share of a canary as it goes to KV. */
export function planShare({ key, share }: WantedShare, repository: string): PlannedKey {
  const value = new TextEncoder().encode(String(share));
  return {
    key,
    role: 'share',
    value,
    metadata: { 'managed-by': ownerMark(repository), blob: blobName(value) },
    path: undefined,
  };
}

/** The index as it goes to KV. */
export function planIndex(json: string, repository: string, ledger: LedgerMark | undefined): PlannedKey {
  const value = new TextEncoder().encode(json);
  const mark = ledger === undefined ? {} : { seq: ledger.seq, ledger: ledger.commit };
  return {
    key: INDEX_KEY,
    role: 'index',
    value,
    metadata: { 'managed-by': ownerMark(repository), blob: blobName(value), ...mark },
    path: undefined,
  };
}
