import { setTimeout as wait } from 'node:timers/promises';
import type {
  AfterHook,
  Description,
  HeaderValues,
  Hook,
  PushedRef,
  RecordedRequest,
  Reply,
  ServiceName,
} from './types.ts';

/** A request that takes longer is taken for one that stalls. */
const SETTLED_MS = 2000;

/** What a gateway knows of a request once it has read it. */
export interface Arrival {
  readonly service: ServiceName;
  readonly method: string;
  readonly path: string;
  readonly headers: HeaderValues;
  readonly requestBytes: number;
  readonly body: Buffer;
  readonly description: Description;
}

class Entry implements RecordedRequest {
  readonly n: number;
  readonly row: number;
  readonly service: ServiceName;
  readonly method: string;
  readonly path: string;
  readonly headers: HeaderValues;
  readonly requestBytes: number;
  responseBytes = 0;
  status = 0;
  readonly operation: string;
  readonly body: Buffer;
  hookError?: string;
  fault?: string;
  readonly #findKeys: () => readonly string[];
  #keys: readonly string[] | undefined;
  readonly #findRefs: (() => readonly PushedRef[]) | undefined;
  #refs: readonly PushedRef[] | undefined;

  constructor(n: number, row: number, arrival: Arrival) {
    this.n = n;
    this.row = row;
    this.service = arrival.service;
    this.method = arrival.method;
    this.path = arrival.path;
    this.headers = arrival.headers;
    this.requestBytes = arrival.requestBytes;
    this.operation = arrival.description.operation;
    this.body = arrival.body;
    this.#findKeys = arrival.description.keys;
    this.#findRefs = arrival.description.refs;
  }

  get keys(): readonly string[] {
    this.#keys ??= this.#findKeys();
    return this.#keys;
  }

  get refs(): readonly PushedRef[] {
    this.#refs ??= this.#findRefs?.() ?? [];
    return this.#refs;
  }
}

/** Keeps every request of all services in order of arrival, and the hooks that watch them. */
export class Recorder {
  readonly requests: RecordedRequest[] = [];
  readonly #underWay = new Set<Promise<void>>();
  readonly #before = new Set<{ hook: Hook }>();
  readonly #after = new Set<{ hook: AfterHook }>();
  #count = 0;
  #answered = 0;

  /** Adds a request to the record. */
  record(arrival: Arrival): RecordedRequest {
    this.#count += 1;
    const entry = new Entry(this.#count, this.#answered + 1, arrival);
    this.requests.push(entry);
    return entry;
  }

  /** Takes note of a request that was answered to its end. */
  answered({ row }: RecordedRequest): void {
    this.#answered = Math.max(this.#answered, row);
  }

  /** Whether there are hooks after the services. */
  get watched(): boolean {
    return this.#after.size > 0;
  }

  /** Takes note of a request being served; `served` must not reject. */
  track(served: Promise<void>): void {
    this.#underWay.add(served);
    served.finally(() => this.#underWay.delete(served));
  }

  /** Waits for the requests being served now, but not for ones that stall. */
  async settled(): Promise<void> {
    const done = new AbortController();
    const all = Promise.all(this.#underWay).finally(() => done.abort());
    await Promise.race([all, wait(SETTLED_MS, undefined, { signal: done.signal }).catch(() => undefined)]);
  }

  /** Forgets all requests so far; numbering starts at 1 again. */
  clear(): void {
    this.requests.length = 0;
    this.#count = 0;
    this.#answered = 0;
  }

  /** Forgets requests and hooks. */
  forget(): void {
    this.clear();
    this.#before.clear();
    this.#after.clear();
  }

  /** Adds a hook that runs before the service; returns what removes it. */
  before(hook: Hook): () => void {
    const registration = { hook };
    this.#before.add(registration);
    return () => void this.#before.delete(registration);
  }

  /** Adds a hook that runs after the service; returns what removes it. */
  after(hook: AfterHook): () => void {
    const registration = { hook };
    this.#after.add(registration);
    return () => void this.#after.delete(registration);
  }

  /** Runs the hooks in order of registration up to the first that replies. */
  async runBefore(request: RecordedRequest): Promise<Reply | undefined> {
    for (const { hook } of [...this.#before]) {
      const reply = await hook(request);
      if (reply !== undefined) return reply;
    }
    return undefined;
  }

  /** Runs all hooks in order of registration. */
  async runAfter(request: RecordedRequest): Promise<void> {
    for (const { hook } of [...this.#after]) await hook(request);
  }
}
