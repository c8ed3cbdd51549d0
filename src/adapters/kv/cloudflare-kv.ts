import { Namespaces } from 'cloudflare/resources/kv/namespaces/namespaces';
import { createClient } from 'cloudflare/tree-shakable';
import * as z from 'zod';
import type { StoredRecord } from '../../domain/difference.ts';
import { KV_LIMITS } from '../../domain/limits.ts';
import { TagshipError, TransientError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { KvNamespace, KvPair, KvStore } from '../../ports/kv.ts';
import { type BulkItem, bulkBatches } from './bulk.ts';
import { isKeyMissing, kvFailure } from './failure.ts';
import type { Fetch } from './transport.ts';

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

const namespacePage = z.array(z.looseObject({ id: z.string(), title: z.string() }));

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
    return await this.#try('listing the KV namespaces', undefined, async () => {
      const found: KvNamespace[] = [];
      const pages = this.#client.kv.namespaces
        .list({ account_id: this.#options.accountId, per_page: NAMESPACE_PAGE }, this.#requestOptions(0))
        .then((page) => page.iterPages());
      for await (const page of await pages) {
        const items = namespacePage.parse(page.result);
        found.push(...items.map(({ id, title }) => ({ id, title })));
        if (items.length < NAMESPACE_PAGE) {
          break;
        }
      }
      return found;
    });
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
      if (error instanceof TagshipError && BULK_READ_REFUSALS.some((code) => code === error.code)) {
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
    return await this.#try(`reading the metadata of \`${key}\``, namespace, async () => {
      try {
        const metadata: unknown = await this.#client.kv.namespaces.metadata.get(
          key,
          { account_id: this.#options.accountId, namespace_id: namespace },
          this.#requestOptions(0),
        );
        return { metadata, value: undefined };
      } catch (error) {
        if (isKeyMissing(error)) {
          return undefined;
        }
        throw error;
      }
    });
  }

  /** @param bytes of the body: a slow line gets a second more per 500 kB */
  #requestOptions(bytes: number): { timeout: number; signal: AbortSignal } {
    return { timeout: 60_000 + Math.ceil(bytes / 500), signal: this.#options.signal };
  }

  async #try<T>(doing: string, namespace: string | undefined, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof z.ZodError || error instanceof SyntaxError) {
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
  const parsed = bulkEnvelope.safeParse(answer);
  if (!parsed.success) {
    throw nonsense(doing, parsed.error);
  }
  const named = parsed.data.result?.unsuccessful_keys ?? [];
  const count = parsed.data.result?.successful_key_count;
  return count !== undefined && count + named.length < keys.length ? keys : named;
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
