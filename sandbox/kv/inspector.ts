/** A value with its metadata, which is null when there is none. */
export interface StoredValue {
  readonly bytes: Uint8Array;
  readonly metadata: unknown;
}

/** Direct access to what is stored, past the REST API and without a trace in the record. */
export interface KvInspector {
  get(namespaceId: string, key: string): Promise<StoredValue | undefined>;
  /** All keys in order. */
  list(namespaceId: string): Promise<string[]>;
  put(namespaceId: string, key: string, value: string | Uint8Array, metadata?: unknown): Promise<void>;
  delete(namespaceId: string, key: string): Promise<void>;
  /** Deletes every key. */
  clear(namespaceId: string): Promise<void>;
}

/** The part of a Worker's KV binding that the inspector uses. */
export interface KvBinding {
  getWithMetadata(key: string, type: 'arrayBuffer'): Promise<{ value: ArrayBuffer | null; metadata: unknown }>;
  list(options: { cursor?: string }): Promise<{ keys: { name: string }[]; list_complete: boolean; cursor?: string }>;
  put(key: string, value: string | Uint8Array, options?: { metadata: unknown }): Promise<void>;
  delete(key: string): Promise<void>;
}

const DELETES_AT_ONCE = 100;

/** Makes an inspector of the bindings that `open` finds by namespace id. */
export function createInspector(open: (namespaceId: string) => Promise<KvBinding>): KvInspector {
  const list = async (namespaceId: string) => {
    const binding = await open(namespaceId);
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await binding.list(cursor === undefined ? {} : { cursor });
      names.push(...page.keys.map(({ name }) => name));
      cursor = page.list_complete ? undefined : page.cursor;
    } while (cursor !== undefined);
    return names;
  };
  return {
    list,
    get: async (namespaceId, key) => {
      const { value, metadata } = await (await open(namespaceId)).getWithMetadata(key, 'arrayBuffer');
      return value === null ? undefined : { bytes: new Uint8Array(value), metadata };
    },
    put: async (namespaceId, key, value, metadata) => {
      await (await open(namespaceId)).put(key, value, metadata === undefined ? undefined : { metadata });
    },
    delete: async (namespaceId, key) => {
      await (await open(namespaceId)).delete(key);
    },
    clear: async (namespaceId) => {
      const binding = await open(namespaceId);
      const names = await list(namespaceId);
      while (names.length > 0) await Promise.all(names.splice(0, DELETES_AT_ONCE).map((name) => binding.delete(name)));
    },
  };
}
