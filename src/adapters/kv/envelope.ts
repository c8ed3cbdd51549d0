import * as z from 'zod';
import type { StoredRecord } from '../../domain/stored-key.ts';
import { TagshipError, TransientError } from '../../errors.ts';
import type { KvPage } from '../../ports/kv.ts';

// The SDK hands on `result` of whatever answered, so the envelope is checked here.
export const namespacePage = z.object({
  success: z.literal(true),
  result: z.array(z.looseObject({ id: z.string(), title: z.string() })),
  result_info: z.nullish(z.looseObject({ total_count: z.number().optional() })),
});

export const metadataEnvelope = z.object({ success: z.literal(true), result: z.unknown() });

const bulkGetResult = z.object({
  values: z.record(z.string(), z.nullish(z.looseObject({ value: z.unknown(), metadata: z.unknown().optional() }))),
});

export const bulkGetEnvelope = z.object({ result: bulkGetResult });

const bulkEnvelope = z.object({
  success: z.literal(true),
  result: z.nullish(
    z.looseObject({
      successful_key_count: z.number().optional(),
      unsuccessful_keys: z.nullish(z.array(z.string())),
    }),
  ),
});

const keyPage = z.object({
  success: z.literal(true),
  result: z.array(z.looseObject({ name: z.string(), metadata: z.unknown().optional() })),
  // The REST API tells the end by its cursor alone; where something says it in both ways, it has to say the same.
  result_info: z.nullish(z.looseObject({ cursor: z.nullish(z.string()), list_complete: z.nullish(z.boolean()) })),
});

const valuesEnvelope = z.object({
  success: z.literal(true),
  // No record: that would leave out a key named `__proto__`.
  result: z.looseObject({ values: z.custom<object>((values) => typeof values === 'object' && values !== null) }),
});

const storedText = z.looseObject({ value: z.string() });

/** What is stored under the keys of a bulk read. */
export function recordsOf(values: z.output<typeof bulkGetResult>['values']): ReadonlyMap<string, StoredRecord> {
  const records = new Map<string, StoredRecord>();
  for (const [key, record] of Object.entries(values)) {
    if (record !== null && record !== undefined) {
      const { value, metadata } = record;
      records.set(key, { metadata, value: typeof value === 'string' ? bytesOf(value) : undefined });
    }
  }
  return records;
}

/** Texts of a bulk read, and the keys it does not tell exactly, or not at all. */
export interface Texts {
  readonly values: ReadonlyMap<string, Uint8Array>;
  readonly unclear: readonly string[];
}

/** @throws TransientError where the answer is not what Cloudflare's API sends */
export function textsOf(answer: unknown, keys: readonly string[], doing: string): Texts {
  const answered = new Map<string, unknown>(Object.entries(understood(valuesEnvelope, answer, doing).result.values));
  const values = new Map<string, Uint8Array>();
  const unclear: string[] = [];
  for (const key of keys) {
    const record = answered.get(key);
    const text = storedText.safeParse(record).data?.value;
    const bytes = text === undefined ? undefined : bytesOf(text);
    if (bytes !== undefined) {
      values.set(key, bytes);
    } else if (record !== null) {
      unclear.push(key);
    }
  }
  return { values, unclear };
}

/** The bytes a text was read from; undefined where it may have been read from others. */
function bytesOf(text: string): Uint8Array | undefined {
  // A replacement character may stand for bytes that are no text.
  return text.includes('\uFFFD') || !text.isWellFormed() ? undefined : new TextEncoder().encode(text);
}

/**
 * One page of a listing.
 * @param asked the cursor it was asked with
 * @throws TransientError where the answer is not what Cloudflare's API sends
 */
export function pageOf(answer: unknown, asked: string | undefined, doing: string): KvPage {
  const { result, result_info: info } = understood(keyPage, answer, doing);
  const cursor = info?.cursor || undefined;
  const isComplete = info?.list_complete ?? cursor === undefined;
  if (isComplete !== (cursor === undefined)) {
    throw nonsense(doing, new Error('The listing is complete and goes on, or neither.'));
  }
  if (cursor !== undefined && cursor === asked) {
    throw nonsense(doing, new Error('The listing goes on where it is.'));
  }
  return { keys: result.map(({ name, metadata }) => ({ key: name, metadata })), cursor };
}

/** A 200 is not a full success: the answer names the keys that were not stored, and counts those that were. */
export function unsuccessfulKeys(answer: unknown, keys: readonly string[], doing: string): readonly string[] {
  const { result } = understood(bulkEnvelope, answer, doing);
  const named = result?.unsuccessful_keys ?? [];
  const count = result?.successful_key_count;
  return count !== undefined && count + named.length < keys.length ? keys : named;
}

/** @throws TransientError where the answer is not what Cloudflare's API sends */
export function understood<T extends z.ZodType>(schema: T, answer: unknown, doing: string): z.output<T> {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) {
    throw nonsense(doing, parsed.error);
  }
  return parsed.data;
}

/** The fault of an answer that is not Cloudflare's. */
export function nonsense(doing: string, cause: unknown): TransientError {
  return new TransientError(
    new TagshipError(
      'kv-unreachable',
      `What answered while ${doing} does not speak Cloudflare's API.`,
      'Check the proxy settings of the runner and `CLOUDFLARE_BASE_URL`, then run the job again.',
      { cause },
    ),
  );
}
