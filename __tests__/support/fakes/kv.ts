import type { StoredRecord } from '../../../src/domain/stored-key.ts';
import { TagshipError } from '../../../src/errors.ts';
import type { KvNamespace, KvPage, KvPair, KvStore } from '../../../src/ports/kv.ts';

interface Entry {
  readonly value: Uint8Array;
  readonly metadata: unknown;
}

/** How a fake departs from a store that is always right and fresh. */
export interface KvFaults {
  /** How many writes ago a read may look, at most; asked at every read of a key. */
  readonly staleness?: () => number;
  /** Which keys of a write are not stored this time. */
  readonly unsuccessful?: (keys: readonly string[]) => readonly string[];
  /** The most keys a page of the listing has; 1,000 if absent. */
  readonly pageSize?: number;
}

/** Workers KV in memory, with every state a key ever had. */
export class FakeKv implements KvStore {
  readonly #namespaces: readonly KvNamespace[];
  readonly #faults: KvFaults;
  readonly #history = new Map<string, (Entry | undefined)[]>();

  constructor(namespaces: readonly KvNamespace[], faults: KvFaults = {}) {
    this.#namespaces = namespaces;
    this.#faults = faults;
  }

  /** What is really stored, by key. */
  contents(namespace: string): Map<string, Entry> {
    const prefix = `${namespace} `;
    const found = new Map<string, Entry>();
    for (const [address, states] of this.#history) {
      const last = states.at(-1);
      if (address.startsWith(prefix) && last !== undefined) {
        found.set(address.slice(prefix.length), last);
      }
    }
    return found;
  }

  async namespaces(): Promise<readonly KvNamespace[]> {
    return this.#namespaces;
  }

  async read(namespace: string, keys: readonly string[]): Promise<ReadonlyMap<string, StoredRecord>> {
    this.#known(namespace);
    const records = new Map<string, StoredRecord>();
    for (const key of keys) {
      const entry = this.#seen(namespace, key);
      if (entry !== undefined) {
        records.set(key, { metadata: entry.metadata, value: asText(entry.value) });
      }
    }
    return records;
  }

  /** Goes on behind the last key of the page before, whatever became of that key. */
  async page(namespace: string, cursor?: string): Promise<KvPage> {
    this.#known(namespace);
    const prefix = `${namespace} `;
    const names = [...this.#history.keys()]
      .filter((address) => address.startsWith(prefix))
      .map((address) => address.slice(prefix.length))
      .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    const after = cursor === undefined ? 0 : names.indexOf(Buffer.from(cursor, 'base64').toString()) + 1;
    const end = after + (this.#faults.pageSize ?? 1000);
    const keys = names.slice(after, end).flatMap((key) => {
      const entry = this.#seen(namespace, key);
      return entry === undefined ? [] : [{ key, metadata: entry.metadata }];
    });
    return { keys, cursor: end < names.length ? Buffer.from(names[end - 1] ?? '').toString('base64') : undefined };
  }

  async values(namespace: string, keys: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const exact = await this.exactValues(namespace, keys);
    return new Map([...exact].map(([key, value]) => [key, asText(value)]));
  }

  async exactValues(namespace: string, keys: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    this.#known(namespace);
    const values = new Map<string, Uint8Array>();
    for (const key of keys) {
      const entry = this.#seen(namespace, key);
      if (entry !== undefined) {
        values.set(key, entry.value);
      }
    }
    return values;
  }

  async write(namespace: string, pairs: readonly KvPair[]): Promise<readonly string[]> {
    this.#known(namespace);
    const failed = new Set(this.#faults.unsuccessful?.(pairs.map(({ key }) => key)) ?? []);
    for (const { key, value, metadata } of pairs) {
      if (!failed.has(key)) {
        this.#push(namespace, key, { value, metadata: JSON.parse(JSON.stringify(metadata)) });
      }
    }
    return [...failed];
  }

  async remove(namespace: string, keys: readonly string[]): Promise<readonly string[]> {
    this.#known(namespace);
    for (const key of keys) {
      this.#push(namespace, key, undefined);
    }
    return [];
  }

  /** What a read of a key shows this time. */
  #seen(namespace: string, key: string): Entry | undefined {
    const states = this.#history.get(`${namespace} ${key}`) ?? [];
    const age = Math.min(this.#faults.staleness?.() ?? 0, states.length);
    return age < states.length ? states.at(states.length - 1 - age) : undefined;
  }

  #push(namespace: string, key: string, entry: Entry | undefined): void {
    const address = `${namespace} ${key}`;
    this.#history.set(address, [...(this.#history.get(address) ?? []), entry]);
  }

  #known(namespace: string): void {
    if (!this.#namespaces.some(({ id }) => id === namespace)) {
      throw new TagshipError('namespace-unknown', `There is no namespace ${namespace}.`, 'Correct the id.');
    }
  }
}

/** As KV reads text: without a byte order mark. */
function asText(value: Uint8Array): Uint8Array {
  return value[0] === 0xef && value[1] === 0xbb && value[2] === 0xbf ? value.subarray(3) : value;
}
