import type { Position, Range } from './reference.ts';

/** Where the lines of a text begin: as Git and GitHub count them, only a line feed ends one. */
export class Lines {
  readonly #text: string;
  #starts: readonly number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The number of the line that an offset is on, from 1. */
  lineOf(offset: number): number {
    const starts = this.#lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low + 1;
  }

  /** The offset at which the line of an offset begins. */
  startOfLine(offset: number): number {
    return this.#lineStarts()[this.lineOf(offset) - 1] ?? 0;
  }

  position(offset: number): Position {
    const line = this.lineOf(offset);
    return { offset, line, column: offset - (this.#lineStarts()[line - 1] ?? 0) + 1 };
  }

  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  // Most files hold nothing whose place is asked for.
  #lineStarts(): readonly number[] {
    if (this.#starts === undefined) {
      const starts = [0];
      for (let at = this.#text.indexOf('\n'); at !== -1; at = this.#text.indexOf('\n', at + 1)) {
        starts.push(at + 1);
      }
      this.#starts = starts;
    }
    return this.#starts;
  }
}
