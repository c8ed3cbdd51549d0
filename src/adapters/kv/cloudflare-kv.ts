import { Namespaces } from 'cloudflare/resources/kv/namespaces/namespaces';
import { createClient } from 'cloudflare/tree-shakable';
import * as z from 'zod';
import type { StoredRecord } from '../../domain/difference.ts';
import { KV_LIMITS } from '../../domain/limits.ts';
import { TagshipError, TransientError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { KvNamespace, KvPair, KvStore } from '../../ports/kv.ts';
import type { Fetch } from '../transport.ts';
import { type BulkItem, bulkBatches } from './bulk.ts';
import { isKeyMissing, isNoOperation, kvFailure } from './failure.ts';

/** Namespaces asked for in one page; the most the API gives. */
const NAMESPACE_PAGE = 1000;

/** Metadata reads under way at once, where values cannot be read in bulk. */
const PARALLEL_READS = 6;

/** After these the keys are read one by one, which tells what is really wrong, if anything is. */
const BULK_READ_REFUSALS = ['kv-refused', 'namespace-unknown', 'account-unknown'];

export interface CloudflareKvOptions {
  readonly token: string;
  readonly accountId: string;
  /** Where the API is, `/client/v4` included; the SDK's default when undefined. */
  readonly baseUrl: string | undefined;
  readonly fetch: Fetch | undefined;
  readonly clock: Pick<Clock, 'now'>;
  readonly signal: AbortSignal;
}

// The SDK hands on `result` of whatever answered, so the envelope is checked here.
const namespacePage = z.object({
  success: z.literal(true),
  result: z.array(z.looseObject({ id: z.string(), title: z.string() })),
  result_info: z.nullish(z.looseObject({ total_count: z.number().optional() })),
});

const metadataEnvelope = z.object({ success: z.literal(true), result: z.unknown() });

const bulkGetResult = z.object({
  values: z.record(z.string(), z.nullish(z.looseObject({ value: z.unknown(), metadata: z.unknown() }))),
});

const bulkEnvelope = z.object({
  success: z.literal(true),
  result: z.nullish(
    z.looseObject({
      successful_key_count: z.number().optional(),
      unsuccessful_keys: z.nullish(z.array(z.string())),
    }),
  ),
});

type Client = ReturnType<typeof connect>;

function connect({ token, baseUrl, fetch }: CloudflareKvOptions) {
  return createClient({
    resources: [Namespaces],
    apiToken: token,
    // Left to itself the SDK would send these along when the runner's environment has them.
    apiKey: null,
    apiEmail: null,
    userServiceKey: null,
    baseURL: baseUrl,
    // Its sleep can neither be aborted nor capped, so trying again is done above.
    maxRetries: 0,
    logLevel: 'off',
    ...(fetch === undefined ? {} : { fetch }),
  });
}

/** Workers KV over Cloudflare's API. */
export class CloudflareKv implements KvStore {
  readonly #client: Client;
  readonly #options: CloudflareKvOptions;

  constructor(options: CloudflareKvOptions) {
    this.#client = connect(options);
    this.#options = options;
  }

  async namespaces(): Promise<readonly KvNamespace[]> {
    const doing = 'listing the KV namespaces';
    const found: KvNamespace[] = [];
    for (let page = 1; ; page++) {
      const answer = await this.#try(doing, undefined, async () =>
        (
          await this.#client.kv.namespaces
            .list({ account_id: this.#options.accountId, per_page: NAMESPACE_PAGE, page }, this.#requestOptions(0))
            .asResponse()
        ).json(),
      );
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
      const answer = await this.#try(`deleting ${body.length} keys`, namespace, async () =>
        (
          await this.#client.kv.namespaces
            .bulkDelete(namespace, { account_id: this.#options.accountId, body }, this.#requestOptions(0))
            .asResponse()
        ).json(),
      );
      unsuccessful.push(...unsuccessfulKeys(answer, body, `deleting ${body.length} keys`));
    }
    return unsuccessful;
  }

  async #writeBatch(namespace: string, batch: readonly BulkItem[]): Promise<readonly string[]> {
    const doing = `writing ${batch.length === 1 ? 'one key' : `${batch.length} keys`}`;
    const size = batch.reduce((sum, { value }) => sum + value.length, 0);
    const answer = await this.#try(doing, namespace, async () =>
      (
        await this.#client.kv.namespaces
          .bulkUpdate(namespace, { account_id: this.#options.accountId, body: [...batch] }, this.#requestOptions(size))
          .asResponse()
      ).json(),
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
      return await this.#try(doing, namespace, async () => {
        const result = await this.#client.kv.namespaces.bulkGet(
          namespace,
          { account_id: this.#options.accountId, keys: [...keys], type: 'text', withMetadata: true },
          this.#requestOptions(0),
        );
        const parsed = bulkGetResult.safeParse(result);
        if (!parsed.success) {
          throw new TagshipError('kv-refused', 'The bulk read answered something else.', '', { cause: parsed.error });
        }
        return recordsOf(parsed.data.values);
      });
    } catch (error) {
      const refused = error instanceof TagshipError && BULK_READ_REFUSALS.some((code) => code === error.code);
      if (refused || (error instanceof TransientError && isNoOperation(error))) {
        return await this.#readMetadata(namespace, keys);
      }
      throw error;
    }
  }

  async #readMetadata(namespace: string, keys: readonly string[]): Promise<ReadonlyMap<string, StoredRecord>> {
    const records = new Map<string, StoredRecord>();
    const queue = [...keys];
    const work = async (): Promise<void> => {
      for (let key = queue.shift(); key !== undefined; key = queue.shift()) {
        const found = await this.#metadataOf(namespace, key);
        if (found !== undefined) {
          records.set(key, found);
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(PARALLEL_READS, keys.length) }, work));
    return records;
  }

  async #metadataOf(namespace: string, key: string): Promise<StoredRecord | undefined> {
    const doing = `reading the metadata of \`${key}\``;
    const answer: unknown = await this.#try(doing, namespace, async () => {
      try {
        const params = { account_id: this.#options.accountId, namespace_id: namespace };
        const call = this.#client.kv.namespaces.metadata.get(key, params, this.#requestOptions(0));
        return await (await call.asResponse()).json();
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

  /** @param bytes of the body: a slow line gets a second more per 500 kB */
  #requestOptions(bytes: number): { timeout: number; signal: AbortSignal } {
    return { timeout: 60_000 + Math.ceil(bytes / 500), signal: this.#options.signal };
  }

  async #try<T>(doing: string, namespace: string | undefined, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof SyntaxError) {
        throw nonsense(doing, error);
      }
      throw kvFailure(error, {
        doing,
        now: this.#options.clock.now(),
        ...(namespace === undefined ? {} : { namespace }),
      });
    }
  }
}

function recordsOf(values: z.output<typeof bulkGetResult>['values']): ReadonlyMap<string, StoredRecord> {
  const records = new Map<string, StoredRecord>();
  for (const [key, record] of Object.entries(values)) {
    if (record !== null && record !== undefined) {
      const { value, metadata } = record;
      // A replacement character may stand for bytes that are no text: then only the metadata is known.
      const readable = typeof value === 'string' && !value.includes('\uFFFD');
      records.set(key, { metadata, value: readable ? new TextEncoder().encode(value) : undefined });
    }
  }
  return records;
}

/** A 200 is not a full success: the answer names the keys that were not stored, and counts those that were. */
function unsuccessfulKeys(answer: unknown, keys: readonly string[], doing: string): readonly string[] {
  const { result } = understood(bulkEnvelope, answer, doing);
  const named = result?.unsuccessful_keys ?? [];
  const count = result?.successful_key_count;
  return count !== undefined && count + named.length < keys.length ? keys : named;
}

/** @throws TransientError where the answer is not what Cloudflare's API sends */
function understood<T extends z.ZodType>(schema: T, answer: unknown, doing: string): z.output<T> {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) {
    throw nonsense(doing, parsed.error);
  }
  return parsed.data;
}

function nonsense(doing: string, cause: unknown): TransientError {
  return new TransientError(
    new TagshipError(
      'kv-unreachable',
      `What answered while ${doing} does not speak Cloudflare's API.`,
      'Check the proxy settings of the runner and `CLOUDFLARE_BASE_URL`, then run the job again.',
      { cause },
    ),
  );
}
