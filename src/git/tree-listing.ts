/** A file, folder, link or submodule in a tree. */
export interface TreeEntry {
  readonly kind: 'file' | 'folder' | 'symlink' | 'submodule';
  readonly name: string;
  readonly oid: string;
}

/** Bytes of a SHA-1 name. */
const NAME = 20;
const SPACE = 0x20;
const SLASH = 0x2f;

const KINDS: Readonly<Record<string, TreeEntry['kind']>> = {
  '40000': 'folder',
  '120000': 'symlink',
  '160000': 'submodule',
};

/**
 * What a folder holds, kept as Git stores it: sorted by bytes, a folder as if its name ended in a slash. So some of many
 * thousand entries are found without reading the others, and it takes a fraction of the memory.
 */
export class TreeListing {
  readonly #raw: Buffer;
  /** Where each entry starts, and where the last one ends. */
  #starts: Uint32Array | undefined;

  constructor(raw: Uint8Array) {
    this.#raw = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  }

  /** About how many bytes it takes in memory. */
  get weight(): number {
    return 500 + 1.2 * this.#raw.length;
  }

  get size(): number {
    return this.#entryStarts().length - 1;
  }

  /** All entries, in Git's order. */
  all(): TreeEntry[] {
    return Array.from({ length: this.size }, (_, i) => this.#entry(i));
  }

  /** The entry with this name. */
  named(name: string): TreeEntry | undefined {
    const [at] = this.#indicesNamed(name);
    return at === undefined ? undefined : this.#entry(at);
  }

  /** The entries with names that start so. */
  startingWith(prefix: string): TreeEntry[] {
    return this.#indicesStartingWith(prefix).map((i) => this.#entry(i));
  }

  /**
   * A listing of nothing but some entries.
   * @param names of these, with or without an extension
   * @param beginnings of names
   */
  only(names: Iterable<string>, beginnings: Iterable<string>): TreeListing {
    const kept = new Set<number>();
    const keep = (indices: readonly number[]): void => {
      for (const i of indices) {
        kept.add(i);
      }
    };
    for (const name of names) {
      keep(this.#indicesNamed(name));
      keep(this.#indicesStartingWith(`${name}.`));
    }
    for (const beginning of beginnings) {
      keep(this.#indicesStartingWith(beginning));
    }
    const starts = this.#entryStarts();
    const sorted = [...kept].sort((a, b) => a - b);
    return new TreeListing(Buffer.concat(sorted.map((i) => this.#raw.subarray(starts[i], starts[i + 1]))));
  }

  /** Where the entry with this name is. A file and a folder stand at different places. */
  #indicesNamed(name: string): number[] {
    const bytes = Buffer.from(name);
    for (const key of [bytes, Buffer.from(`${name}/`)]) {
      const at = this.#firstFrom(key);
      if (at < this.size && this.#nameOf(at).equals(bytes)) {
        return [at];
      }
    }
    return [];
  }

  #indicesStartingWith(text: string): number[] {
    const prefix = Buffer.from(text);
    const found: number[] = [];
    for (let i = this.#firstFrom(prefix); i < this.size; i++) {
      if (!this.#nameOf(i).subarray(0, prefix.length).equals(prefix)) {
        break;
      }
      found.push(i);
    }
    return found;
  }

  /** The first entry that is not before a key. */
  #firstFrom(key: Buffer): number {
    let from = 0;
    let to = this.size;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.#isBefore(middle, key)) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  #isBefore(i: number, key: Buffer): boolean {
    const name = this.#nameOf(i);
    const length = Math.min(name.length, key.length);
    const difference = name.compare(key, 0, length, 0, length);
    if (difference !== 0 || name.length >= key.length) {
      return difference < 0;
    }
    // The name is the beginning of the key.
    const next = key[length] ?? 0;
    return !this.#isFolder(i) || SLASH < next || (SLASH === next && key.length > length + 1);
  }

  #isFolder(i: number): boolean {
    const start = this.#entryStarts()[i] ?? 0;
    return this.#mode(start) === '40000';
  }

  #nameOf(i: number): Buffer {
    const starts = this.#entryStarts();
    const start = starts[i] ?? 0;
    return this.#raw.subarray(this.#spaceAfter(start) + 1, (starts[i + 1] ?? 0) - NAME - 1);
  }

  #entry(i: number): TreeEntry {
    const starts = this.#entryStarts();
    const end = starts[i + 1] ?? 0;
    return {
      kind: KINDS[this.#mode(starts[i] ?? 0)] ?? 'file',
      name: this.#nameOf(i).toString('utf8'),
      oid: this.#raw.toString('hex', end - NAME, end),
    };
  }

  #mode(start: number): string {
    return this.#raw.toString('latin1', start, this.#spaceAfter(start));
  }

  #spaceAfter(start: number): number {
    return this.#raw.indexOf(SPACE, start);
  }

  #entryStarts(): Uint32Array {
    this.#starts ??= startsOf(this.#raw);
    return this.#starts;
  }
}

function startsOf(raw: Buffer): Uint32Array {
  const starts: number[] = [0];
  for (let at = 0; at < raw.length; ) {
    // The mode has no zero in it.
    let zero = at;
    while (zero < raw.length && raw[zero] !== 0) {
      zero++;
    }
    at = zero + 1 + NAME;
    if (at > raw.length) {
      break;
    }
    starts.push(at);
  }
  return Uint32Array.from(starts);
}
