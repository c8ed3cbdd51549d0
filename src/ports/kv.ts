import type { Metadata } from '../domain/metadata.ts';
import type { StoredRecord } from '../domain/stored-key.ts';

/** A pair as it is written. */
export interface KvPair {
  readonly key: string;
  readonly value: Uint8Array;
  readonly metadata: Metadata;
}

/** A KV namespace of the account. */
export interface KvNamespace {
  readonly id: string;
  readonly title: string;
}

/** A key as a listing shows it. */
export interface ListedKey {
  readonly key: string;
  /** Whatever somebody stored, not checked; null or undefined where there is none. */
  readonly metadata: unknown;
}

/** A part of a listing. It may hold few keys, or none, although more follow: deleted ones are passed over. */
export interface KvPage {
  /** In the order of their UTF-8 bytes, which goes on from page to page. */
  readonly keys: readonly ListedKey[];
  /** What to ask the next page with; undefined at the end. */
  readonly cursor: string | undefined;
}

/** Workers KV. Faults that may pass are thrown as `TransientError`, all others as `TagshipError`. */
export interface KvStore {
  namespaces(): Promise<readonly KvNamespace[]>;
  /** What is stored under the keys; keys that hold nothing are not in the answer. */
  read(namespace: string, keys: readonly string[]): Promise<ReadonlyMap<string, StoredRecord>>;
  /**
   * One page of the listing of all keys, as large as the store gives it.
   * @param cursor of the page before; the first page when undefined
   */
  page(namespace: string, cursor?: string): Promise<KvPage>;
  /**
   * The bytes that are stored under the keys, whatever they are, but for a byte order mark: read as text, which is how
   * many keys cost one request, a value loses it. Keys that hold nothing are not in the answer. All of it is in memory at
   * once, and a value may have 25 MiB: the caller says how much that is by how many keys it asks for.
   */
  values(namespace: string, keys: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /** The same to the byte, for a request for each key. */
  exactValues(namespace: string, keys: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Writes the pairs in order and answers the keys that were not stored and should be tried again. */
  write(namespace: string, pairs: readonly KvPair[]): Promise<readonly string[]>;
  /** Deletes keys and answers those that were not deleted and should be tried again. */
  remove(namespace: string, keys: readonly string[]): Promise<readonly string[]>;
}
