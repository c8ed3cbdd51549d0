import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import { parseObject } from '../github/objects.ts';
import { entriesOf, NotLoose } from './loose-reader.ts';

/** An object as Git stores it. */
export interface GitObject {
  readonly type: string;
  readonly content: Buffer;
}

const TYPES: Readonly<Record<string, number>> = { commit: 1, tree: 2, blob: 3, tag: 4 };
const HEAD_BYTES = 12;

/** An object as it stands in a pack, in full. */
export function packEntry({ type, content }: GitObject): Buffer {
  const head: number[] = [];
  let rest = content.byteLength >> 4;
  let byte = ((TYPES[type] ?? 0) << 4) | (content.byteLength & 15);
  for (; rest > 0; rest >>= 7) {
    head.push(byte | 0x80);
    byte = rest & 0x7f;
  }
  return Buffer.concat([Buffer.from([...head, byte]), deflateSync(content, { level: 1 })]);
}

/** A pack of these entries. */
export function writePack(entries: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.write('PACK');
  head.writeUInt32BE(2, 4);
  head.writeUInt32BE(entries.length, 8);
  const bytes = Buffer.concat([head, ...entries]);
  return Buffer.concat([bytes, createHash('sha1').update(bytes).digest()]);
}

/** The objects of a pack by their ids; throws NotLoose where one is a delta. */
export function readPack(pack: Buffer): Map<string, GitObject> {
  const objects = new Map<string, GitObject>();
  let at = HEAD_BYTES;
  for (let left = pack.readUInt32BE(HEAD_BYTES - 4); left > 0; left -= 1) {
    let byte = pack[at] ?? 0;
    const [type] = Object.entries(TYPES).find(([, number]) => number === ((byte >> 4) & 7)) ?? [];
    if (type === undefined) throw new NotLoose('a delta');
    for (; byte >= 0x80; byte = pack[at] ?? 0) at += 1;
    at += 1;
    const { buffer: content, engine } = inflateSync(pack.subarray(at), { info: true }) as unknown as Inflated;
    at += engine.bytesWritten;
    const name = Buffer.from(`${type} ${content.byteLength}\0`);
    objects.set(createHash('sha1').update(name).update(content).digest('hex'), { type, content });
  }
  return objects;
}

/** What zlib tells with `info`; its types leave that out. */
interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

/** The ids of what an object needs to be of use. */
export function referencesOf({ type, content }: GitObject): string[] {
  if (type === 'blob') return [];
  if (type === 'tree') return [...entriesOf(content)].flatMap(({ isCommit, oid }) => (isCommit ? [] : [oid]));
  const { tree = [], parent = [], object = [] } = parseObject(content).headers;
  return type === 'tag' ? [...object] : [...tree, ...parent];
}
