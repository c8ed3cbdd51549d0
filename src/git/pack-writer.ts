import { createHash } from 'node:crypto';
import { deflateSmall } from './deflate.ts';
import type { RawObject } from './object.ts';

/** Numbers of the object types in a pack (gitformat-pack). */
const TYPES: Readonly<Record<RawObject['type'], number>> = { commit: 1, tree: 2, blob: 3, tag: 4 };

/** Bytes that are put together to one piece. */
const PIECE = 64 * 1024;

/**
 * A pack of whole objects, in pieces: all that a push of ours sends is new and small, but the first entries of a large
 * repository are ten thousands of objects.
 */
export function* packPieces(objects: readonly RawObject[]): Generator<Buffer> {
  const hash = createHash('sha1');
  let parts: Uint8Array[] = [];
  let length = 0;
  const piece = (): Buffer => {
    const bytes = Buffer.concat(parts);
    hash.update(bytes);
    parts = [];
    length = 0;
    return bytes;
  };
  const header = Buffer.alloc(12);
  header.write('PACK', 'latin1');
  header.writeUInt32BE(2, 4);
  header.writeUInt32BE(objects.length, 8);
  parts.push(header);
  for (const object of objects) {
    const { type, bytes } = object;
    const deflated = deflateSmall(bytes);
    const start = objectHeader(TYPES[type], bytes.length);
    parts.push(start, deflated);
    length += start.length + deflated.length;
    if (length >= PIECE) {
      yield piece();
    }
  }
  yield piece();
  yield hash.digest();
}

/** The same in one piece. */
export function packOf(objects: readonly RawObject[]): Buffer {
  return Buffer.concat([...packPieces(objects)]);
}

/** Type and size, seven bits a byte, the lowest first; the first byte has four bits of the size. */
function objectHeader(type: number, size: number): Buffer {
  const bytes: number[] = [];
  let byte = (type << 4) | (size & 0x0f);
  for (let rest = Math.floor(size / 16); ; rest = Math.floor(rest / 128)) {
    if (rest === 0) {
      bytes.push(byte);
      return Buffer.from(bytes);
    }
    bytes.push(byte | 0x80);
    byte = rest & 0x7f;
  }
}
