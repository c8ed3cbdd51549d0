/** Bytes of a SHA-1 name, and of what stands with it: which pack, and where in it. */
const NAME = 20;
const PACK = 4;
const PLACE = 6;
const RECORD = NAME + PACK + PLACE;

/** Where an object is. */
export interface ObjectPlace {
  readonly pack: number;
  readonly at: number;
}

/** Where many objects are, by their names, in little memory. */
export class ObjectNames {
  /** Sorted records, each list more than twice as long as the next, so that there are few. */
  readonly #lists: Buffer[] = [];

  /** Adds the objects of a pack: their names one after the other, and where each of them is. */
  add(pack: number, names: Buffer, places: Float64Array): void {
    const order = Array.from(places.keys()).sort((a, b) =>
      names.compare(names, b * NAME, (b + 1) * NAME, a * NAME, (a + 1) * NAME),
    );
    let list: Buffer = Buffer.allocUnsafeSlow(places.length * RECORD);
    order.forEach((from, to) => {
      names.copy(list, to * RECORD, from * NAME, (from + 1) * NAME);
      list.writeUInt32BE(pack, to * RECORD + NAME);
      list.writeUIntBE(places[from] ?? 0, to * RECORD + NAME + PACK, PLACE);
    });
    for (
      let last = this.#lists.at(-1);
      last !== undefined && last.length <= 2 * list.length;
      last = this.#lists.at(-1)
    ) {
      list = merged(last, list);
      this.#lists.pop();
    }
    this.#lists.push(list);
  }

  /** Where the object of this name is; undefined for one that was not added. */
  find(oid: string): ObjectPlace | undefined {
    if (this.#lists.length === 0 || !/^[0-9a-f]{40}$/.test(oid)) {
      return undefined;
    }
    const name = Buffer.from(oid, 'hex');
    for (const list of this.#lists) {
      const at = placeIn(list, name);
      if (at !== undefined) {
        return { pack: list.readUInt32BE(at + NAME), at: list.readUIntBE(at + NAME + PACK, PLACE) };
      }
    }
    return undefined;
  }
}

function placeIn(list: Buffer, name: Buffer): number | undefined {
  const prefix = name.readUInt32BE(0);
  let from = 0;
  let to = list.length / RECORD;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const at = middle * RECORD;
    const difference = list.readUInt32BE(at) - prefix || list.compare(name, 0, NAME, at, at + NAME);
    if (difference === 0) {
      return at;
    }
    if (difference < 0) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return undefined;
}

function merged(a: Buffer, b: Buffer): Buffer {
  const both = Buffer.allocUnsafeSlow(a.length + b.length);
  let i = 0;
  let j = 0;
  for (let at = 0; at < both.length; at += RECORD) {
    const fromA = j >= b.length || (i < a.length && compareAt(a, i, b, j) <= 0);
    if (fromA) {
      a.copy(both, at, i, i + RECORD);
      i += RECORD;
    } else {
      b.copy(both, at, j, j + RECORD);
      j += RECORD;
    }
  }
  return both;
}

function compareAt(a: Buffer, i: number, b: Buffer, j: number): number {
  return a.readUInt32BE(i) - b.readUInt32BE(j) || a.compare(b, j, j + NAME, i, i + NAME);
}
