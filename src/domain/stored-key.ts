import { blobName } from '../git/object.ts';
import type { LedgerMark, PlannedKey } from './planned-key.ts';

/** What is stored under a key. Reads are eventually consistent: it may be a minute old or more. */
export interface StoredRecord {
  /** Whatever somebody stored; not checked. */
  readonly metadata: unknown;
  /** Undefined when the store would not show it cheaply (binary or large values). May lack a byte order mark. */
  readonly value: Uint8Array | undefined;
}

/** Whether what is stored is not what is planned, as far as a read can tell. */
export function differs(planned: PlannedKey, stored: StoredRecord | undefined): boolean {
  if (stored === undefined || canonical(stored.metadata) !== canonical(planned.metadata)) {
    return true;
  }
  return stored.value !== undefined && !isReadingOf(stored.value, planned.value);
}

/** What a text may begin with, and a reading of it as text leaves out. */
const BYTE_ORDER_MARK = Buffer.from('\uFEFF');

/** Whether a read as text can have come from these bytes. */
function isReadingOf(read: Uint8Array, bytes: Uint8Array): boolean {
  const marked = Buffer.compare(bytes.subarray(0, BYTE_ORDER_MARK.length), BYTE_ORDER_MARK) === 0;
  return (
    Buffer.compare(read, bytes) === 0 || (marked && Buffer.compare(read, bytes.subarray(BYTE_ORDER_MARK.length)) === 0)
  );
}

/** Whether a value that was read as text may be the one of this name, so that only its exact bytes can tell. */
export function isUnclear(read: Uint8Array, blob: string | undefined): boolean {
  return blobName(read) !== blob && blobName(Buffer.concat([BYTE_ORDER_MARK, read])) === blob;
}

/** A name of everything that is written under a key: two equal ones need no second write. */
export function fingerprint(planned: PlannedKey): string {
  // The value is in it as well: `blob` names it, and is never left out.
  return canonical(planned.metadata);
}

/** What the index says of the ledger is a note of when it was computed: a newer ledger alone is no other index. */
const NOTES = ['seq', 'ledger'];

function canonical(metadata: unknown): string {
  if (typeof metadata !== 'object' || metadata === null) {
    return JSON.stringify(metadata ?? null);
  }
  // Beside content a number is no note: it says that the ledger knows of a hold.
  const notes = 'ledger' in metadata ? NOTES : [];
  const told = Object.entries(metadata).filter(([name]) => !notes.includes(name));
  return JSON.stringify(told.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The ledger commit that the index was computed from, as far as its metadata tells. */
export function ledgerMarkOf(metadata: unknown): LedgerMark | undefined {
  if (typeof metadata !== 'object' || metadata === null || !('seq' in metadata) || !('ledger' in metadata)) {
    return undefined;
  }
  const { seq, ledger } = metadata;
  return typeof seq === 'number' && typeof ledger === 'string' ? { seq, commit: ledger } : undefined;
}
