/** A ref as the server lists it. */
export interface ListedRef {
  readonly name: string;
  readonly oid: string;
  /** What an annotated tag finally points at. */
  readonly peeled: string | undefined;
  readonly symrefTarget: string | undefined;
  /** The line that said so. The other texts are cut out of it, so keeping it costs nothing. */
  readonly line: string;
}

/** Reads the lines of a listing, which is in the order of names, beside those of an earlier one. */
export class RefListing {
  readonly #before: readonly ListedRef[];
  readonly #refs: ListedRef[] = [];
  #at = 0;
  #kept = 0;

  constructor(before: readonly ListedRef[]) {
    this.#before = before;
  }

  add(line: string): void {
    const expected = this.#before[this.#at];
    if (expected?.line === line) {
      this.#refs.push(expected);
      this.#at += 1;
      this.#kept += 1;
      return;
    }
    const ref = parseRef(line);
    for (let next = expected; next !== undefined && next.name < ref.name; next = this.#before[this.#at]) {
      this.#at += 1;
    }
    const known = this.#before[this.#at];
    if (known?.line === line) {
      this.add(line);
    } else {
      this.#refs.push(ref);
      this.#at += known?.name === ref.name ? 1 : 0;
    }
  }

  /** The earlier listing itself where all of it still holds. */
  get all(): readonly ListedRef[] {
    const isSame = this.#kept === this.#before.length && this.#kept === this.#refs.length;
    return isSame ? this.#before : this.#refs;
  }
}

function parseRef(line: string): ListedRef {
  const [oid = '', name = '', ...attributes] = line.split(' ');
  const attribute = (key: string): string | undefined =>
    attributes.find((text) => text.startsWith(`${key}:`))?.slice(key.length + 1);
  return { name, oid, peeled: attribute('peeled'), symrefTarget: attribute('symref-target'), line };
}
