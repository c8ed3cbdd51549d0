import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { RawObject } from '../../domain/git-object.ts';

/** Numbers of the object types in a pack (gitformat-pack). */
const TYPES: Readonly<Record<RawObject['type'], number>> = { commit: 1, tree: 2, blob: 3, tag: 4 };

/** A pack of whole objects: all that a push of ours sends is new and small. */
export function packOf(objects: readonly RawObject[]): Buffer {
  const header = Buffer.alloc(12);
  header.write('PACK', 'latin1');
  header.writeUInt32BE(2, 4);
  header.writeUInt32BE(objects.length, 8);
  const body = Buffer.concat([
    header,
    ...objects.flatMap(({ type, bytes }) => [objectHeader(TYPES[type], bytes.length), deflated(bytes)]),
  ]);
  return Buffer.concat([body, createHash('sha1').update(body).digest()]);
}

/** By default zlib answers out of a chunk of 16 KiB of its own, and for ten thousands of objects that is too much. */
function deflated(bytes: Uint8Array): Buffer {
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
