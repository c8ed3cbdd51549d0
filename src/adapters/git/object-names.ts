/** Bytes of a SHA-1 name. */
const NAME = 20;

/** Signature and version of a pack's index, and the 256 counts after it (gitformat-pack, "Version 2 pack-*.idx files"). */
const HEADER = 8;
const FANOUT = 256 * 4;

/**
 * The names of many objects, in little memory. It knows what is near, which `git cat-file` takes long to answer for what
 * is not: it looks for new packs first.
 */
export class ObjectNames {
  /** Sorted names, each list more than twice as long as the next, so that there are few. */
  readonly #lists: Buffer[] = [];

  /** Adds all that the index of a pack lists. */
  addIndex(index: Buffer): void {
    const count = index.readUInt32BE(HEADER + FANOUT - 4);
    // A copy, since the rest of the index is not needed.
    let list: Buffer = Buffer.from(index.subarray(HEADER + FANOUT, HEADER + FANOUT + count * NAME));
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

  has(oid: string): boolean {
    if (this.#lists.length === 0 || !/^[0-9a-f]{40}$/.test(oid)) {
      return false;
    }
    const name = Buffer.from(oid, 'hex');
    return this.#lists.some((list) => isIn(list, name));
  }
}

function isIn(list: Buffer, name: Buffer): boolean {
  const prefix = name.readUInt32BE(0);
  let from = 0;
  let to = list.length / NAME;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const difference = list.readUInt32BE(middle * NAME) - prefix || compareAt(list, middle * NAME, name, 0);
    if (difference === 0) {
      return true;
    }
    if (difference < 0) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return false;
}

function merged(a: Buffer, b: Buffer): Buffer {
  const both = Buffer.allocUnsafe(a.length + b.length);
  let i = 0;
  let j = 0;
  for (let at = 0; at < both.length; at += NAME) {
    const fromA = j >= b.length || (i < a.length && compareAt(a, i, b, j) <= 0);
    if (fromA) {
      a.copy(both, at, i, i + NAME);
      i += NAME;
    } else {
      b.copy(both, at, j, j + NAME);
      j += NAME;
    }
  }
  return both;
}

function compareAt(a: Buffer, i: number, b: Buffer, j: number): number {
  return a.readUInt32BE(i) - b.readUInt32BE(j) || a.compare(b, j, j + NAME, i, i + NAME);
}
