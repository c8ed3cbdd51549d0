import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { RawObject } from '../../domain/git-object.ts';

/** Numbers of the object types in a pack (gitformat-pack). */
const TYPES: Readonly<Record<RawObject['type'], number>> = { commit: 1, tree: 2, blob: 3, tag: 4 };

/** Bytes that an object takes about, for the first size of a pack's memory. */
const USUAL_BYTES = 400;

/**
 * A pack of whole objects: all that a push of ours sends is new and small. It grows in one place, since the first entries
 * of a large repository are ten thousands of objects.
 * @param before what is to stand in front of the pack
 */
export function packOf(objects: readonly RawObject[], before: Uint8Array = new Uint8Array()): Buffer {
  let bytes = Buffer.allocUnsafe(before.length + 1_024 + objects.length * USUAL_BYTES);
  let length = 0;
  const add = (some: Uint8Array): void => {
    if (length + some.length > bytes.length) {
      const larger = Buffer.allocUnsafe(Math.ceil((length + some.length) * 1.5));
      bytes.copy(larger, 0, 0, length);
      bytes = larger;
    }
    bytes.set(some, length);
    length += some.length;
  };
  add(before);
  const header = Buffer.alloc(12);
  header.write('PACK', 'latin1');
  header.writeUInt32BE(2, 4);
  header.writeUInt32BE(objects.length, 8);
  add(header);
  for (const object of objects) {
    const { size, deflated } = object.packed ?? { size: object.bytes.length, deflated: deflate(object.bytes) };
    add(objectHeader(TYPES[object.type], size));
    add(deflated);
  }
  add(createHash('sha1').update(bytes.subarray(before.length, length)).digest());
  return bytes.subarray(0, length);
}

/** By default zlib answers out of a chunk of 16 KiB of its own, and for ten thousands of objects that is too much. */
function deflate(bytes: Uint8Array): Buffer {
  return deflateSync(bytes, { chunkSize: Math.max(64, bytes.length + 64) });
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
