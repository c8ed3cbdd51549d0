import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { StoredRecord } from '../../domain/stored-key.ts';
import { TagshipError } from '../../errors.ts';
import type { KvNamespace, KvPage, KvPair, KvStore } from '../../ports/kv.ts';

/** A KV namespace as a Worker has it. */
interface Binding {
  getWithMetadata(key: string, type: 'arrayBuffer'): Promise<{ value: ArrayBuffer | null; metadata: unknown }>;
  list(options: { cursor?: string }): Promise<{
    keys: { name: string; metadata?: unknown }[];
    list_complete: boolean;
    cursor?: string;
  }>;
  put(key: string, value: Uint8Array, options: { metadata: unknown }): Promise<void>;
  delete(key: string): Promise<void>;
}

/** What is used of Miniflare, the simulator under `wrangler dev`. */
interface Simulator {
  readonly ready: Promise<unknown>;
  getKVNamespace(binding: string): Promise<unknown>;
  dispose(): Promise<void>;
}

interface Package {
  readonly Miniflare: new (options: Record<string, unknown>) => Simulator;
  readonly Log: new (level: number) => unknown;
}

export interface LocalKvOptions {
  /** What each namespace is called on this machine, by the name that it has here. */
  readonly namespaces: ReadonlyMap<string, string>;
  /** The folder of the wrangler configuration, beside which its state is. */
  readonly folder: string;
}

/**
 * The KV that `wrangler dev` reads, on this machine: written by the same simulator, of the version that is installed beside the
 * wrangler configuration.
 */
export class LocalKv implements KvStore {
  readonly #options: LocalKvOptions;
  #simulator: Simulator | undefined;

  constructor(options: LocalKvOptions) {
    this.#options = options;
  }

  /**
   * Starts the simulator, which is ready by the time that the first key is read.
   * @throws TagshipError `runner-unusable` where it is not installed
   */
  connect(): void {
    this.#simulator ??= this.#start();
  }

  async namespaces(): Promise<readonly KvNamespace[]> {
    return [];
  }

  async read(namespace: string, keys: readonly string[]): Promise<ReadonlyMap<string, StoredRecord>> {
    const records = new Map<string, StoredRecord>();
    for (const [key, { value, metadata }] of await this.#all(namespace, keys)) {
      records.set(key, { metadata: metadata ?? undefined, value });
    }
    return records;
  }

  async page(namespace: string, cursor?: string): Promise<KvPage> {
    const binding = await this.#binding(namespace);
    const { keys, list_complete: isAll, cursor: next } = await binding.list(cursor === undefined ? {} : { cursor });
    return {
      keys: keys.map(({ name, metadata }) => ({ key: name, metadata })),
      cursor: isAll ? undefined : next,
    };
  }

  async values(namespace: string, keys: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    return new Map([...(await this.#all(namespace, keys))].map(([key, { value }]) => [key, value]));
  }

  async exactValues(namespace: string, keys: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    return await this.values(namespace, keys);
  }

  async write(namespace: string, pairs: readonly KvPair[]): Promise<readonly string[]> {
    const binding = await this.#binding(namespace);
    for (const { key, value, metadata } of pairs) {
      // A buffer of Node's own kind does not get through to the simulator.
      await binding.put(key, new Uint8Array(value), { metadata });
    }
    return [];
  }

  async remove(namespace: string, keys: readonly string[]): Promise<readonly string[]> {
    const binding = await this.#binding(namespace);
    for (const key of keys) {
      await binding.delete(key);
    }
    return [];
  }

  /** Ends the simulator. */
  async close(): Promise<void> {
    await this.#simulator?.dispose();
  }

  async #all(
    namespace: string,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly value: Uint8Array; readonly metadata: unknown }>> {
    const binding = await this.#binding(namespace);
    const found = new Map<string, { readonly value: Uint8Array; readonly metadata: unknown }>();
    for (const key of keys) {
      const { value, metadata } = await binding.getWithMetadata(key, 'arrayBuffer');
      if (value !== null) {
        found.set(key, { value: new Uint8Array(value), metadata });
      }
    }
    return found;
  }

  async #binding(namespace: string): Promise<Binding> {
    if (!this.#options.namespaces.has(namespace)) {
      throw new TagshipError(
        'namespace-unknown',
        `The KV of \`wrangler dev\` has no namespace ${namespace}.`,
        'Leave `--kv-namespace` out, or name a binding of the wrangler configuration.',
      );
    }
    this.#simulator ??= this.#start();
    return (await this.#simulator.getKVNamespace(bindingOf(namespace))) as Binding;
  }

  #start(): Simulator {
    const { namespaces, folder } = this.#options;
    const { Miniflare, Log } = simulatorBeside(folder);
    const simulator = new Miniflare({
      modules: true,
      script: 'export default { fetch: () => new Response() };',
      compatibilityDate: '2025-01-01',
      host: '127.0.0.1',
      port: 0,
      cf: false,
      log: new Log(0),
      telemetry: { enabled: false },
      kvNamespaces: Object.fromEntries([...namespaces].map(([name, id]) => [bindingOf(name), id])),
      kvPersist: join(folder, '.wrangler', 'state', 'v3', 'kv'),
    });
    // Where it could not be started, the first read of a key fails with the reason.
    simulator.ready.catch(() => undefined);
    return simulator;
  }
}

function bindingOf(namespace: string): string {
  return `KV_${namespace}`;
}

/** Miniflare as it is installed beside the wrangler configuration, by itself or with wrangler. */
function simulatorBeside(folder: string): Package {
  const beside = createRequire(join(folder, 'wrangler.json'));
  for (const find of [
    () => beside.resolve('miniflare'),
    () => createRequire(beside.resolve('wrangler/package.json')).resolve('miniflare'),
  ]) {
    let file: string;
    try {
      file = find();
    } catch {
      continue;
    }
    return beside(file) as Package;
  }
  throw new TagshipError(
    'runner-unusable',
    `Neither \`wrangler\` nor \`miniflare\` is installed beside the wrangler configuration in ${folder}.`,
    'Install it there: `npm install --save-dev wrangler`.',
  );
}
