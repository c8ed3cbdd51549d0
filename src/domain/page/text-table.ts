import { bytesOf } from './budget.ts';

/** What of a text is shown; a reason may be as long as somebody likes. */
const MAX_TEXT = 500;

/** Texts by number, each of them once. */
export class TextTable {
  readonly #numbers = new Map<string, number>();
  readonly #all: string[] = [];
  readonly #hide: (text: string) => string;
  #growth = 0;

  /** @param hide takes secrets out of a text */
  constructor(hide: (text: string) => string) {
    this.#hide = hide;
  }

  get all(): readonly string[] {
    return this.#all;
  }

  /** The number of a text, -1 for none. */
  number(text: string | null): number {
    if (text === null) {
      return -1;
    }
    const known = this.#numbers.get(text);
    if (known !== undefined) {
      return known;
    }
    const clean = this.#hide(text);
    const shown = clean.length > MAX_TEXT ? `${clean.slice(0, MAX_TEXT).toWellFormed()}…` : clean;
    this.#growth += bytesOf(shown);
    const number = this.#all.push(shown) - 1;
    this.#numbers.set(text, number);
    return number;
  }

  /** Bytes that were added since this was asked last. */
  takeGrowth(): number {
    const growth = this.#growth;
    this.#growth = 0;
    return growth;
  }
}
