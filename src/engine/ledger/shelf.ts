import { deflateSmall, inflateSmall } from '../../domain/deflate.ts';
import { blobObject, type RawObject } from '../../domain/git-object.ts';

/** Bytes that are asked of the system at once. */
const BOARD = 256 * 1024;

/** Keeps many small blobs in a fraction of their memory: a ledger may begin with ten thousands of them at once. */
export class Shelf {
  #board: Uint8Array = new Uint8Array();
  #used = 0;

  /** A text as a blob. */
  blob(text: string): RawObject {
    const { oid, bytes } = blobObject(text);
    return new ShelvedBlob(oid, bytes.length, this.#keep(deflateSmall(bytes)));
  }

  /** A copy beside the others. Node takes small pieces from a common one, and each would keep all of that in memory. */
  #keep(bytes: Uint8Array): Uint8Array {
    if (this.#used + bytes.length > this.#board.length) {
      this.#board = new Uint8Array(Math.max(BOARD, bytes.length));
      this.#used = 0;
    }
    const place = this.#board.subarray(this.#used, this.#used + bytes.length);
    place.set(bytes);
    this.#used += bytes.length;
    return place;
  }
}

class ShelvedBlob implements RawObject {
  readonly type = 'blob';
  readonly oid: string;
  readonly packed: { readonly size: number; readonly deflated: Uint8Array };

  constructor(oid: string, size: number, deflated: Uint8Array) {
    this.oid = oid;
    this.packed = { size, deflated };
  }

  get bytes(): Uint8Array {
    const { size, deflated } = this.packed;
    return inflateSmall(deflated, size);
  }
}
