import type { VirtualClock } from '../faults/clock.ts';
import type { Answer, RecordedRequest, Service } from '../types.ts';
import type { KvInspector, StoredValue } from './inspector.ts';

const NAMESPACE = /\/storage\/kv\/namespaces\/([^/?]+)/;
const READS = new Set(['kv bulk get', 'kv get value', 'kv get metadata', 'kv list keys']);
const WRITES = new Set(['kv bulk write', 'kv bulk delete', 'kv put', 'kv delete']);

/** How stale reads are to be. */
export interface Staleness {
  /** Reads answer what was stored this long ago, in seconds of the virtual clock; 0 for fresh reads. */
  readonly seconds: number;
  /** Whether the reader Worker is as stale as the API; false if absent. */
  readonly reader?: boolean;
}

/** A write that the stale namespaces have not seen yet; without a value it deleted. */
interface Change {
  readonly at: number;
  readonly namespace: string;
  readonly key: string;
  readonly value: StoredValue | undefined;
}

/** What staleness is built on. */
export interface StalenessOptions {
  readonly namespaces: readonly string[];
  readonly clock: VirtualClock;
  /** What is stored. */
  readonly fresh: KvInspector;
  /** Namespaces of the same ids that hold what was stored a while ago. */
  readonly stale: KvInspector;
}

/**
 * Reads that answer the past, as those of KV do for up to a minute; values, metadata, listings and also that there was
 * nothing. It keeps a second set of namespaces and lets each write of the API arrive there when the virtual clock says
 * so, so that a stale read is answered by the same code as a fresh one. Values that expire do not do so there.
 */
export class StaleReads {
  readonly #options: StalenessOptions;
  #delay = 0;
  #reader = false;
  #pending: Change[] = [];
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: StalenessOptions) {
    this.#options = options;
  }

  /** Makes reads stale, or fresh again; what is stored now counts as having been there for ever. */
  set({ seconds, reader = false }: Staleness): Promise<void> {
    return this.#inTurn(async () => {
      this.#delay = seconds;
      this.#reader = reader;
      this.#pending = [];
      if (seconds > 0) for (const namespace of this.#options.namespaces) await this.#copy(namespace);
    });
  }

  /** The API in front of the namespaces: reads go to `stale` while they are to be stale. */
  api(fresh: Service, stale: Service['handle']): Service {
    return {
      ...fresh,
      handle: (request, signal) => {
        if (this.#delay > 0 && WRITES.has(request.operation)) {
          return this.#inTurn(() => this.#write(request, fresh.handle(request, signal)));
        }
        return this.#read(READS.has(request.operation), fresh.handle, stale, request, signal);
      },
    };
  }

  /** The reader Worker in front of the namespaces. */
  reader(fresh: Service, stale: Service['handle']): Service {
    return {
      ...fresh,
      handle: (request, signal) => this.#read(this.#reader, fresh.handle, stale, request, signal),
    };
  }

  /** The inspector, whose changes count as having been there for ever. */
  inspector(): KvInspector {
    const { fresh, stale } = this.#options;
    const everywhere = async (concerns: (change: Change) => boolean, work: (kv: KvInspector) => Promise<void>) => {
      if (this.#delay === 0) return work(fresh);
      return this.#inTurn(async () => {
        this.#pending = this.#pending.filter((change) => !concerns(change));
        await work(fresh);
        await work(stale);
      });
    };
    const same = (namespaceId: string, key?: string) => (change: Change) =>
      change.namespace === namespaceId && (key === undefined || change.key === key);
    return {
      get: fresh.get,
      list: fresh.list,
      put: (namespaceId, key, value, metadata) =>
        everywhere(same(namespaceId, key), (kv) => kv.put(namespaceId, key, value, metadata)),
      delete: (namespaceId, key) => everywhere(same(namespaceId, key), (kv) => kv.delete(namespaceId, key)),
      clear: (namespaceId) => everywhere(same(namespaceId), (kv) => kv.clear(namespaceId)),
    };
  }

  async #read(
    concerned: boolean,
    fresh: Service['handle'],
    stale: Service['handle'],
    request: RecordedRequest,
    signal: AbortSignal,
  ): Promise<Answer> {
    if (!concerned || this.#delay === 0) return fresh(request, signal);
    await this.#inTurn(() => this.#catchUp());
    return stale(request, signal);
  }

  async #write(request: RecordedRequest, answering: Promise<Answer>): Promise<Answer> {
    const answer = await answering;
    const [, namespace = ''] = NAMESPACE.exec(request.path) ?? [];
    if (answer.status < 300) {
      const at = this.#options.clock.seconds;
      for (const key of new Set(request.keys)) {
        this.#pending.push({ at, namespace, key, value: await this.#options.fresh.get(namespace, key) });
      }
    }
    return answer;
  }

  async #catchUp(): Promise<void> {
    const { clock, stale } = this.#options;
    const isDue = ({ at }: Change) => at + this.#delay <= clock.seconds;
    const due = this.#pending.filter(isDue);
    this.#pending = this.#pending.filter((change) => !isDue(change));
    for (const { namespace, key, value } of due) await store(stale, namespace, key, value);
  }

  async #copy(namespace: string): Promise<void> {
    const { fresh, stale } = this.#options;
    await stale.clear(namespace);
    for (const key of await fresh.list(namespace)) await store(stale, namespace, key, await fresh.get(namespace, key));
  }

  /** One at a time, so that the order of writes is the same in both sets of namespaces. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

async function store(kv: KvInspector, namespace: string, key: string, value: StoredValue | undefined): Promise<void> {
  if (value === undefined) await kv.delete(namespace, key);
  else await kv.put(namespace, key, value.bytes, value.metadata ?? undefined);
}
