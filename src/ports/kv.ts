import type { StoredRecord } from '../domain/difference.ts';
import type { Metadata } from '../domain/metadata.ts';

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

/** Workers KV. Faults that may pass are thrown as `TransientError`, all others as `TagshipError`. */
export interface KvStore {
  namespaces(): Promise<readonly KvNamespace[]>;
  /** What is stored under the keys; keys that hold nothing are not in the answer. */
  read(namespace: string, keys: readonly string[]): Promise<ReadonlyMap<string, StoredRecord>>;
  /** Writes the pairs in order and answers the keys that were not stored and should be tried again. */
  write(namespace: string, pairs: readonly KvPair[]): Promise<readonly string[]>;
  /** Deletes keys and answers those that were not deleted and should be tried again. */
  remove(namespace: string, keys: readonly string[]): Promise<readonly string[]>;
}
