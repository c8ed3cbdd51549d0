import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { BoundedCache } from '../../domain/bounded-cache.ts';

/** How many characters are packed together, and how many of those unpacked stay in memory. */
const BLOCK = 16 * 1024;
const UNPACKED = 4 * 1024 * 1024;

/** More texts than this are never in one block, since none is shorter than what parts it from the next. */
const IN_BLOCK = BLOCK + 1;

/** Parts texts. No JSON has it in it. */
const END = '\0';

/**
 * Many small texts that are much alike, such as all entries of a ledger, in a fraction of their memory. Those that were
 * put in one after the other are quick to read one after the other.
 */
export class Texts {
  readonly #placements = new Map<string, number>();
  readonly #blocks: Uint8Array[] = [];
  readonly #unpacked = new BoundedCache<readonly string[]>(UNPACKED);
  #open: string[] = [];
  #length = 0;

  has(path: string): boolean {
    return this.#placements.has(path);
  }

  set(path: string, text: string): void {
    this.#placements.set(path, this.#blocks.length * IN_BLOCK + this.#open.length);
    // What is no JSON stays none.
    this.#open.push(text.replaceAll(END, '\u0001'));
    this.#length += text.length + 1;
    if (this.#length >= BLOCK) {
      // A copy, since what comes is the beginning of a larger piece of memory.
      this.#blocks.push(Uint8Array.from(deflateRawSync(this.#open.join(END), { level: 1 })));
      this.#open = [];
      this.#length = 0;
    }
  }

  get(path: string): string | undefined {
    const place = this.#placements.get(path);
    if (place === undefined) {
      return undefined;
    }
    const block = Math.floor(place / IN_BLOCK);
    return (block === this.#blocks.length ? this.#open : this.#texts(block))[place % IN_BLOCK];
  }

  #texts(block: number): readonly string[] {
    const known = this.#unpacked.get(String(block));
    if (known !== undefined) {
      return known;
    }
    const whole = inflateRawSync(this.#blocks[block] ?? new Uint8Array()).toString('utf8');
    const texts = whole.split(END);
    this.#unpacked.set(String(block), texts, 2 * whole.length + 100 * texts.length);
    return texts;
  }
}
