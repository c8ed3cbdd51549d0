import { createHash, hash } from 'node:crypto';
import { applyDelta, DeltaError, deltaSize } from './delta.ts';
import { InflateError, Inflater, type Observation } from './inflate.ts';
import type { RawObject } from './object.ts';

type Type = RawObject['type'];

/** Numbers of whole objects in a pack (gitformat-pack), and of those that are made of others. */
const TYPES: Readonly<Record<number, Type>> = { 1: 'commit', 2: 'tree', 3: 'blob', 4: 'tag' };
const OFFSET_DELTA = 6;
const NAME_DELTA = 7;

/** Bytes of a SHA-1 name, and of what a pack begins with: `PACK`, a version, and how many objects follow. */
const NAME = 20;
export const PACK_HEADER = 12;

/** The most bytes that stand before the compressed content of an object. */
const ENTRY_HEADER = 32;

/** What is larger, in bytes, is read piece by piece; nothing is made of it or to it by a delta. */
const WHOLE = 32 * 1024 * 1024;

/** The largest object that is no file, in bytes. */
const MAX_NO_FILE = 64 * 1024 * 1024;

/** The longest chain of deltas, which is the longest that Git makes. */
const MAX_CHAIN = 4_095;

/** How much is kept of what deltas may be made to, in bytes. */
const BASES = 16 * 1024 * 1024;

/** After so many bytes others get their turn. */
const TURN = 4 * 1024 * 1024;

/** A pack cannot be read. */
export class PackError extends Error {
  override readonly name = 'PackError';
}

/** An object of a pack is larger than anything that is read. */
export class OversizedError extends Error {
  override readonly name = 'OversizedError';
}

/** An object as a pack holds it. */
export interface PackedObject {
  readonly type: Type;
  readonly size: number;
  /** All of it, or its beginning. */
  readonly bytes: Uint8Array;
}

interface Entry {
  readonly at: number;
  readonly type: Type | undefined;
  /** Of the object, or of the delta. */
  readonly size: number;
  /** Where the base of a delta is, or what it is called. */
  readonly base: number | Buffer | undefined;
  readonly dataAt: number;
}

/** A whole object, and how many deltas it was made by. */
interface Made {
  readonly type: Type;
  readonly bytes: Uint8Array;
  readonly depth: number;
}

const inflater = new Inflater();

/** How many objects follow. @throws PackError where a pack does not begin so */
export function objectsIn(head: Uint8Array): number {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const isPack = bytes.length >= PACK_HEADER && bytes.toString('latin1', 0, 4) === 'PACK';
  if (!isPack || ![2, 3].includes(bytes.readUInt32BE(4))) {
    throw new PackError('it is no pack');
  }
  return bytes.readUInt32BE(8);
}

/** Which objects a pack has. */
export interface PackIndex {
  /** Their names, 20 bytes each, in the order in which they stand there. */
  readonly names: Buffer;
  /** Where each of them is. */
  readonly places: Float64Array;
  /** Where the bases are of those that call their base by its name. */
  readonly bases: ReadonlyMap<number, number>;
}

/**
 * Reads all of a pack once, and says what each of its objects is called and where it is: what Git keeps in an `.idx` file.
 * @param length of the pack, in bytes
 * @param pause is waited for now and then
 * @throws PackError, OversizedError
 */
export async function indexPack(view: Observation, length: number, pause: () => Promise<unknown>): Promise<PackIndex> {
  const count = objectsIn(view(0, PACK_HEADER));
  if (count * LEAST_ENTRY > length) {
    throw new PackError('it is too short for its objects');
  }
  const names = Buffer.allocUnsafe(count * NAME);
  const places = new Float64Array(count);
  const bases = new Map<number, number>();
  const reader = new PackReader(view, bases);
  let known = 0;
  let byName: Map<string, number> | undefined;
  const isWaiting = ({ at, base }: Entry): boolean => {
    if (typeof base === 'object') {
      byName ??= new Map(Array.from(places.subarray(0, known), (place, i) => [keyOf(names, i), place]));
      const place = byName.get(base.toString('latin1'));
      if (place === undefined) {
        return true;
      }
      bases.set(at, place);
    }
    return false;
  };
  const add = (at: number, name: Buffer): void => {
    names.set(name, known * NAME);
    places[known] = at;
    byName?.set(name.toString('latin1'), at);
    known += 1;
  };
  let waiting: Entry[] = [];
  let sinceTurn = 0;
  let at = PACK_HEADER;
  for (let i = 0; i < count; i++) {
    const entry = reader.entryAt(at);
    if (isWaiting(entry)) {
      waiting.push(entry);
      at = reader.endOf(entry);
    } else {
      const { name, end } = reader.nameOf(entry);
      add(entry.at, name);
      at = end;
    }
    sinceTurn += entry.size + SMALL_COST;
    if (sinceTurn > TURN) {
      sinceTurn = 0;
      await pause();
    }
  }
  // A base that is called by its name may stand after what is made of it.
  while (waiting.length > 0) {
    const left: Entry[] = [];
    for (const entry of waiting) {
      if (isWaiting(entry)) {
        left.push(entry);
      } else {
        add(entry.at, reader.nameOf(entry).name);
      }
    }
    if (left.length === waiting.length) {
      throw new PackError('it has an object without its base');
    }
    waiting = left;
    await pause();
  }
  if (at + NAME !== length) {
    throw new PackError('it has another length than it says');
  }
  return { names, places, bases };
}

function keyOf(names: Buffer, i: number): string {
  return names.toString('latin1', i * NAME, (i + 1) * NAME);
}

/** The fewest bytes an object takes: its head, and eight of nothing compressed. */
const LEAST_ENTRY = 9;

/** What reading an object costs beside its bytes, as so many bytes. */
const SMALL_COST = 500;

/** Reads the objects of a pack, wherever its bytes are. */
export class PackReader {
  readonly #view: Observation;
  readonly #named: ReadonlyMap<number, number>;
  readonly #made = new Map<number, Made>();
  #kept = 0;

  /** @param named where the bases are of those that call their base by its name */
  constructor(view: Observation, named: ReadonlyMap<number, number>) {
    this.#view = view;
    this.#named = named;
  }

  /** Keeps nothing of what was read so far. */
  forget(): void {
    this.#made.clear();
    this.#kept = 0;
  }

  /**
   * The object at a place.
   * @param most how many bytes of an object of a type are read; undefined for none but its size
   * @throws PackError
   */
  read(at: number, most: (type: Type, size: number) => number): PackedObject {
    return guarded(() => {
      const entry = this.entryAt(at);
      if (entry.type === undefined) {
        const { type, bytes } = this.#make(entry);
        return { type, size: bytes.length, bytes: bytes.subarray(0, most(type, bytes.length)) };
      }
      const { type, size, dataAt } = entry;
      const limit = Math.min(most(type, size), size);
      if (limit === 0) {
        return { type, size, bytes: new Uint8Array() };
      }
      if (size <= WHOLE) {
        return { type, size, bytes: inflater.whole(this.#view, dataAt, size).bytes.subarray(0, limit) };
      }
      const bytes = Buffer.allocUnsafe(limit);
      let got = 0;
      for (const piece of inflater.pieces(this.#view, dataAt, size)) {
        got += piece.copy(bytes, got);
        if (got === limit) {
          break;
        }
      }
      return { type, size, bytes };
    });
  }

  /** What stands before the content of an object. */
  entryAt(at: number): Entry {
    const bytes = this.#view(at, ENTRY_HEADER);
    const first = bytes[0] ?? 0;
    let size = first & 0x0f;
    let end = 1;
    for (let byte = first, scale = 16; byte >= 0x80; end++, scale *= 128) {
      byte = bytes[end] ?? 0;
      size += (byte & 0x7f) * scale;
      if (end > 8) {
        throw new PackError('it has an object of no size');
      }
    }
    const number = (first >> 4) & 7;
    if (number === NAME_DELTA) {
      return { at, type: undefined, size, base: Buffer.from(bytes.subarray(end, end + NAME)), dataAt: at + end + NAME };
    }
    if (number === OFFSET_DELTA) {
      let back = (bytes[end] ?? 0) & 0x7f;
      for (let more = (bytes[end] ?? 0) >= 0x80; more; ) {
        end += 1;
        const byte = bytes[end] ?? 0;
        back = (back + 1) * 128 + (byte & 0x7f);
        more = byte >= 0x80 && back < Number.MAX_SAFE_INTEGER / 256;
      }
      const base = at - back;
      if (back === 0 || base < PACK_HEADER) {
        throw new PackError('it has a delta to nothing');
      }
      return { at, type: undefined, size, base, dataAt: at + end + 1 };
    }
    const type = TYPES[number];
    if (type === undefined) {
      throw new PackError(`it has an object of type ${number}`);
    }
    return { at, type, size, base: undefined, dataAt: at + end };
  }

  /** Where the next object begins. @throws PackError, OversizedError */
  endOf(entry: Entry): number {
    return guarded(() => this.#inflated(entry).end);
  }

  /** What an object is called, and where the next one begins. @throws PackError, OversizedError */
  nameOf(entry: Entry): { readonly name: Buffer; readonly end: number } {
    return guarded(() => {
      const { at, type, size, dataAt } = entry;
      if (type === undefined) {
        const { end } = this.#inflated(entry);
        return { name: nameOfWhole(this.#make(entry)), end };
      }
      if (size > WHOLE) {
        if (type !== 'blob' && size > MAX_NO_FILE) {
          throw new OversizedError();
        }
        const sum = createHash('sha1').update(`${type} ${size}\0`);
        const pieces = inflater.pieces(this.#view, dataAt, size);
        let next = pieces.next();
        for (; next.done !== true; next = pieces.next()) {
          sum.update(next.value);
        }
        return { name: sum.digest(), end: next.value };
      }
      const { bytes, end } = inflater.whole(this.#view, dataAt, size);
      const made = { type, bytes, depth: 0 };
      this.#keep(at, made);
      return { name: nameOfWhole(made), end };
    });
  }

  #inflated({ size, dataAt }: Entry): { readonly bytes: Buffer; readonly end: number } {
    if (size > WHOLE) {
      throw new OversizedError();
    }
    return inflater.whole(this.#view, dataAt, size);
  }

  /** A whole object: all that it is made of, from the base on. */
  #make(of: Entry): Made {
    const chain: Entry[] = [];
    let made: Made | undefined;
    for (let entry = of; made === undefined; ) {
      made = this.#made.get(entry.at);
      if (made !== undefined) {
        break;
      }
      if (entry.type !== undefined) {
        made = { type: entry.type, bytes: this.#inflated(entry).bytes, depth: 0 };
        this.#keep(entry.at, made);
        break;
      }
      chain.push(entry);
      const base = typeof entry.base === 'number' ? entry.base : this.#named.get(entry.at);
      if (base === undefined || chain.length > MAX_CHAIN) {
        throw new PackError('it has an object without its base');
      }
      entry = this.entryAt(base);
    }
    for (const entry of chain.reverse()) {
      const base: Made = made;
      const delta = this.#inflated(entry).bytes;
      if (deltaSize(delta) > WHOLE) {
        throw new OversizedError();
      }
      if (base.depth >= MAX_CHAIN) {
        throw new PackError('it has a chain of deltas without end');
      }
      made = { type: base.type, bytes: applyDelta(base.bytes, delta), depth: base.depth + 1 };
      this.#keep(entry.at, made);
    }
    return made;
  }

  /** What was made last is needed soonest. */
  #keep(at: number, made: Made): void {
    this.#kept += made.bytes.length - (this.#made.get(at)?.bytes.length ?? 0);
    this.#made.set(at, made);
    for (const [oldest, { bytes }] of this.#made) {
      if (this.#kept <= BASES || oldest === at) {
        break;
      }
      this.#made.delete(oldest);
      this.#kept -= bytes.length;
    }
  }
}

function nameOfWhole({ type, bytes }: Made): Buffer {
  const header = `${type} ${bytes.length}\0`;
  return bytes.length <= SMALL
    ? hash('sha1', Buffer.concat([Buffer.from(header), bytes]), 'buffer')
    : createHash('sha1').update(header).update(bytes).digest();
}

/** Contents up to so many bytes are named in one go, which makes less that stays in memory for a while. */
const SMALL = 64 * 1024;

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof InflateError || error instanceof DeltaError
      ? new PackError(error.message, { cause: error })
      : error;
  }
}
