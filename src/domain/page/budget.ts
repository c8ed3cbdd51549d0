/** How much a page may have, in bytes of UTF-8. It stays below 5 MB with its script and its styles. */
export const BUDGET = { whole: 4_800_000, start: 1_500_000, moves: 4_200_000, gates: 1_500_000 } as const;

/** JSON that can stand in a `script` element: nothing in it ends the element, or begins a comment. */
export function embedded(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** What a value takes in the page, with what stands between it and the next one. */
export function bytesOf(value: unknown): number {
  return Buffer.byteLength(embedded(value)) + 1;
}

/** What is used of a budget. */
export class Budget {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  get left(): number {
    return this.#left;
  }

  /** Takes what there is room for. @returns whether there was */
  take(bytes: number): boolean {
    if (bytes > this.#left) {
      return false;
    }
    this.#left -= bytes;
    return true;
  }
}
