/** Workers KV limits, as documented by Cloudflare. Sizes are in bytes. */
export const KV_LIMITS = {
  key: 512,
  value: 25 * 1024 * 1024,
  metadata: 1024,
  /** Pairs in one bulk write. */
  bulkPairs: 10_000,
  /** The whole body of one bulk write. */
  bulkBody: 100 * 1000 * 1000,
  /** Keys in one bulk read. */
  bulkGet: 100,
} as const;

const encoder = new TextEncoder();

/** The length of a text in UTF-8 bytes. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}
