import { deflateSync } from 'node:zlib';

/** The smallest and the largest window that zlib has, in bits; the smallest one of all is not what it says. */
const WINDOW_BITS = { least: 10, most: 15 } as const;

/**
 * Compresses a small piece. zlib would take 256 KiB for its work and 16 KiB for its answer, whatever there is to do; for
 * ten thousands of pieces that is what takes most of the memory and of the time.
 */
export function deflateSmall(bytes: Uint8Array): Buffer {
  const needed = Math.ceil(Math.log2(bytes.length + 1));
  const windowBits = Math.min(Math.max(needed, WINDOW_BITS.least), WINDOW_BITS.most);
  // As much for finding what was there before as zlib has for its usual window.
  const memLevel = windowBits - 7;
  return deflateSync(bytes, { windowBits, memLevel, chunkSize: bytes.length + 64 });
}
