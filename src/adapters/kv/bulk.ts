import { KV_LIMITS } from '../../domain/limits.ts';
import type { KvPair } from '../../ports/kv.ts';

/** One pair of a bulk write as Cloudflare's API takes it. */
export interface BulkItem {
  readonly key: string;
  readonly value: string;
  readonly base64?: true;
  readonly metadata: unknown;
}

/** Some slack below the limit, since the limit is on the body and not on its pairs. */
const BODY_BUDGET = KV_LIMITS.bulkBody * 0.95;

/** Splits pairs, in order, into bulk writes within the limits of the API. */
export function* bulkBatches(pairs: readonly KvPair[]): Generator<BulkItem[]> {
  let batch: BulkItem[] = [];
  let size = 0;
  for (const pair of pairs) {
    const { item, bytes } = bulkItem(pair);
    if (batch.length > 0 && (batch.length === KV_LIMITS.bulkPairs || size + bytes > BODY_BUDGET)) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(item);
    size += bytes;
  }
  if (batch.length > 0) {
    yield batch;
  }
}

/** A value travels as text where it is text, and as base64 where it is not or where that is shorter. */
function bulkItem({ key, value, metadata }: KvPair): { item: BulkItem; bytes: number } {
  const text = exactText(value);
  const overhead = Buffer.byteLength(JSON.stringify({ key, metadata, base64: true })) + 20;
  if (text !== undefined) {
    const bytes = Buffer.byteLength(JSON.stringify(text));
    if (bytes <= Math.max((value.length * 4) / 3, 1000)) {
      return { item: { key, value: text, metadata }, bytes: bytes + overhead };
    }
  }
  const encoded = Buffer.from(value).toString('base64');
  return { item: { key, value: encoded, base64: true, metadata }, bytes: encoded.length + overhead };
}

/** The text of bytes that are UTF-8, such that encoding it gives the same bytes; a byte order mark is kept. */
function exactText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
