import { KV_LIMITS } from '../../domain/limits.ts';
import type { StoredRecord } from '../../domain/stored-key.ts';
import { TagshipError, TransientError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { KvNamespace, KvPage, KvPair, KvStore } from '../../ports/kv.ts';
import { type ApiAccess, CLOUDFLARE, callApi, jsonOf } from './api.ts';
import { type BulkItem, bulkBatches } from './bulk.ts';
import {
  bulkGetEnvelope,
  metadataEnvelope,
  namespacePage,
  nonsense,
  pageOf,
  recordsOf,
  type Texts,
  textsOf,
  understood,
  unsuccessfulKeys,
} from './envelope.ts';
import { isKeyMissing, isNoOperation, kvFailure } from './failure.ts';
import { chunksOf, inParallel } from './parallel.ts';
import { CLOUDFLARE_BUDGET, RequestBudget } from './rate-limiter.ts';
import { rawValue } from './raw.ts';
import type { Sdk } from './sdk.ts';

/** Namespaces asked for in one page; the most the API gives. */
const NAMESPACE_PAGE = 1000;

/** Keys asked for in one page of a listing; the most the API gives. */
const KEY_PAGE = 1000;

/** What a request may take, in milliseconds, and how much of its body gets it one more: a slow line takes longer. */
const LIMIT_MS = 60_000;
const BYTES_PER_MS = 500;

/** Reads under way at once. */
const PARALLEL_READS = 6;

/** A bulk read of so few keys that was refused is not tried with half of them, but with one at a time. */
const FEW_KEYS = 8;

/** After these the keys are read one by one, which tells what is really wrong, if anything is. */
const BULK_READ_REFUSALS = ['kv-refused', 'namespace-unknown', 'account-unknown'];

export interface CloudflareKvOptions extends ApiAccess {
  readonly clock: Pick<Clock, 'now' | 'sleep'>;
  readonly signal: AbortSignal;
  /** Hears how many milliseconds requests are about to wait, as the API allows only so many; not of short waits. */
  readonly onWait?: ((milliseconds: number) => void) | undefined;
}

/** Workers KV over Cloudflare's API. */
export class CloudflareKv implements KvStore {
  #sdk: Promise<Sdk> | undefined;
  readonly #options: CloudflareKvOptions;
  readonly #budget: RequestBudget;

  constructor(options: CloudflareKvOptions) {
    this.#options = options;
    this.#budget = new RequestBudget(options.clock, { ...CLOUDFLARE_BUDGET, onWait: options.onWait });
  }

  /** Begins the connection that the first request will use. That request reports how it went. */
  connect(): void {
    this.#options.http.warm(this.#options.baseUrl ?? CLOUDFLARE);
  }

  async namespaces(): Promise<readonly KvNamespace[]> {
    const doing = 'listing the KV namespaces';
    const found: KvNamespace[] = [];
    for (let page = 1; ; page++) {
      const answer = await this.#ask(doing, undefined, (sdk) => sdk.listNamespaces(page, NAMESPACE_PAGE, this.#limits));
      const { result, result_info: info } = understood(namespacePage, answer, doing);
      found.push(...result.map(({ id, title }) => ({ id, title })));
      const complete =
        info?.total_count === undefined ? result.length < NAMESPACE_PAGE : found.length >= info.total_count;
      if (complete || result.length === 0) {
        return found;
      }
    }
  }

  async read(namespace: string, keys: readonly string[]): Promise<ReadonlyMap<string, StoredRecord>> {
    const records = new Map<string, StoredRecord>();
    for (let at = 0; at < keys.length; at += KV_LIMITS.bulkGet) {
      const some = keys.slice(at, at + KV_LIMITS.bulkGet);
      for (const [key, record] of await this.#readSome(namespace, some)) {
        records.set(key, record);
      }
    }
    return records;
  }

  async page(namespace: string, cursor?: string): Promise<KvPage> {
    const doing = 'listing the keys';
    const answer = await this.#ask(doing, namespace, (sdk) => sdk.listKeys(namespace, KEY_PAGE, cursor, this.#limits));
    return pageOf(answer, cursor, doing);
  }

  async values(namespace: string, keys: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const values = new Map<string, Uint8Array>();
    const unclear: string[] = [];
    await inParallel(chunksOf([...new Set(keys)], KV_LIMITS.bulkGet), PARALLEL_READS, async (some) => {
      const texts = await this.#texts(namespace, some);
      for (const [key, value] of texts.values) {
        values.set(key, value);
      }
      unclear.push(...texts.unclear);
    });
    for (const [key, value] of await this.exactValues(namespace, unclear)) {
      values.set(key, value);
    }
    return values;
  }

  async exactValues(namespace: string, keys: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const values = new Map<string, Uint8Array>();
    await inParallel(keys, PARALLEL_READS, async (key) => {
      const value = await this.#valueOf(namespace, key);
      if (value !== undefined) {
        values.set(key, value);
      }
    });
    return values;
  }

  async write(namespace: string, pairs: readonly KvPair[]): Promise<readonly string[]> {
    const unsuccessful: string[] = [];
    for (const batch of bulkBatches(pairs)) {
      unsuccessful.push(...(await this.#writeBatch(namespace, batch)));
    }
    return unsuccessful;
  }

  async remove(namespace: string, keys: readonly string[]): Promise<readonly string[]> {
    const unsuccessful: string[] = [];
    for (let at = 0; at < keys.length; at += KV_LIMITS.bulkPairs) {
      const body = keys.slice(at, at + KV_LIMITS.bulkPairs);
      const answer = await this.#ask(`deleting ${body.length} keys`, namespace, (sdk) =>
        sdk.remove(namespace, body, this.#limits),
      );
      unsuccessful.push(...unsuccessfulKeys(answer, body, `deleting ${body.length} keys`));
    }
    return unsuccessful;
  }

  async #writeBatch(namespace: string, batch: readonly BulkItem[]): Promise<readonly string[]> {
    const doing = `writing ${batch.length === 1 ? 'one key' : `${batch.length} keys`}`;
    const size = batch.reduce((sum, { value }) => sum + value.length, 0);
    const answer = await this.#try(doing, namespace, () =>
      callApi(this.#options, {
        method: 'PUT',
        namespace,
        path: '/bulk',
        body: batch,
        signal: this.#limited(LIMIT_MS + Math.ceil(size / BYTES_PER_MS)),
      }),
    );
    return unsuccessfulKeys(
      answer,
      batch.map(({ key }) => key),
      doing,
    );
  }

  /**
   * Values and metadata in one request; where that is refused (a value is binary, or all of them are over 25 MiB), the
   * metadata key by key.
   */
  async #readSome(namespace: string, keys: readonly string[]): Promise<ReadonlyMap<string, StoredRecord>> {
    const doing = `reading ${keys.length === 1 ? 'one key' : `${keys.length} keys`}`;
    try {
      const parsed = bulkGetEnvelope.safeParse(await this.#bulkGet(doing, namespace, keys));
      if (!parsed.success) {
        throw new TagshipError('kv-refused', 'The bulk read answered something else.', '', { cause: parsed.error });
      }
      return recordsOf(parsed.data.result.values);
    } catch (error) {
      if (isBulkReadRefused(error)) {
        return await this.#readMetadata(namespace, keys);
      }
      throw error;
    }
  }

  async #readMetadata(namespace: string, keys: readonly string[]): Promise<ReadonlyMap<string, StoredRecord>> {
    const records = new Map<string, StoredRecord>();
    await inParallel(keys, PARALLEL_READS, async (key) => {
      const found = await this.#metadataOf(namespace, key);
      if (found !== undefined) {
        records.set(key, found);
      }
    });
    return records;
  }

  async #metadataOf(namespace: string, key: string): Promise<StoredRecord | undefined> {
    const doing = `reading the metadata of \`${key}\``;
    const answer: unknown = await this.#try(doing, namespace, async () => {
      try {
        return await jsonIn(await (await this.#loadSdk()).metadata(namespace, key, this.#limits));
      } catch (error) {
        if (isKeyMissing(error)) {
          return undefined;
        }
        throw error;
      }
    });
    return answer === undefined
      ? undefined
      : { metadata: understood(metadataEnvelope, answer, doing).result, value: undefined };
  }

  /**
   * Values that are text, in one request. Where that is refused (a value is binary, or all of them are over 25 MiB), half
   * of the keys and the other half are tried: one binary value among many then costs few requests.
   */
  async #texts(namespace: string, keys: readonly string[]): Promise<Texts> {
    if (keys.length === 1) {
      return { values: new Map(), unclear: keys };
    }
    const doing = `reading the values of ${keys.length} keys`;
    try {
      return textsOf(await this.#bulkGet(doing, namespace, keys), keys, doing);
    } catch (error) {
      if (!isBulkReadRefused(error)) {
        throw error;
      }
      if (keys.length <= FEW_KEYS || !isForWhatIsAsked(error)) {
        return { values: new Map(), unclear: keys };
      }
    }
    const [some, others] = chunksOf(keys, Math.ceil(keys.length / 2));
    const first = await this.#texts(namespace, some ?? []);
    const second = await this.#texts(namespace, others ?? []);
    return { values: new Map([...first.values, ...second.values]), unclear: [...first.unclear, ...second.unclear] };
  }

  async #valueOf(namespace: string, key: string): Promise<Uint8Array | undefined> {
    const doing = `reading the value of \`${key}\``;
    return await this.#try(doing, namespace, async () => {
      try {
        return await rawValue(await (await this.#loadSdk()).value(namespace, key, this.#limits), doing);
      } catch (error) {
        if (isKeyMissing(error)) {
          return undefined;
        }
        throw error;
      }
    });
  }

  get #limits(): { readonly timeout: number; readonly signal: AbortSignal } {
    return { timeout: LIMIT_MS, signal: this.#options.signal };
  }

  #limited(milliseconds: number): AbortSignal {
    return AbortSignal.any([this.#options.signal, AbortSignal.timeout(milliseconds)]);
  }

  #bulkGet(doing: string, namespace: string, keys: readonly string[]): Promise<unknown> {
    return this.#try(doing, namespace, () =>
      callApi(this.#options, {
        method: 'POST',
        namespace,
        path: '/bulk/get',
        body: { keys, type: 'text', withMetadata: true },
        signal: this.#limited(LIMIT_MS),
      }),
    );
  }

  #loadSdk(): Promise<Sdk> {
    this.#sdk ??= import('./sdk.ts').then(({ openSdk }) => openSdk(this.#options));
    return this.#sdk;
  }

  /** Makes one request that not every run makes, and answers the whole envelope of what the API says. */
  async #ask(doing: string, namespace: string | undefined, call: (sdk: Sdk) => Promise<Response>): Promise<unknown> {
    return await this.#try(doing, namespace, async () => jsonIn(await call(await this.#loadSdk())));
  }

  /** Makes one request, as soon as the API allows one more. */
  async #try<T>(doing: string, namespace: string | undefined, work: () => Promise<T>): Promise<T> {
    await this.#budget.take();
    try {
      return await work();
    } catch (error) {
      if (error instanceof SyntaxError) {
        throw nonsense(doing, error);
      }
      throw kvFailure(error, {
        doing,
        now: this.#options.clock.now(),
        isCancelled: this.#options.signal.aborted,
        ...(namespace === undefined ? {} : { namespace }),
      });
    }
  }
}

async function jsonIn(response: Response): Promise<unknown> {
  return jsonOf(response.status, await response.text(), response.headers.get('retry-after') ?? undefined);
}

/** Whether a bulk read may be refused for what is stored, or because there are none here. */
function isBulkReadRefused(error: unknown): boolean {
  return error instanceof TagshipError
    ? BULK_READ_REFUSALS.some((code) => code === error.code)
    : error instanceof TransientError && isNoOperation(error);
}

/** Whether such a refusal may be for what is stored under the keys, so that others may be read. */
function isForWhatIsAsked(refusal: unknown): boolean {
  return refusal instanceof TagshipError && refusal.code === 'kv-refused' && !isNoOperation(refusal);
}
