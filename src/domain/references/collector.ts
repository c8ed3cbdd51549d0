import { readReference } from './grammar.ts';
import { Lines } from './lines.ts';
import type { Extracted, Reference, Vocabulary } from './reference.ts';
import { type Comment, readSuppressions } from './suppression.ts';

/** A string of a file, as its parser found it. */
export interface Scalar {
  /** Where its characters begin and end, inside the quotes. */
  readonly start: number;
  readonly end: number;
  /** What it says; undefined where the characters of the file say it as they are. */
  readonly value: string | undefined;
  /** The key that it stands under, or in a list directly under. */
  readonly key: string | undefined;
}

/** Collects what the parsers of the formats find in one file; offsets are into its whole text. */
export class Collector {
  readonly #text: string;
  readonly #lines: Lines;
  readonly #vocabulary: Vocabulary;
  readonly #foreignKey: string | undefined;
  readonly #references: Reference[] = [];
  readonly #comments: Comment[] = [];
  #problem: Extracted['problem'];

  /** @param foreignKey a key under which this file has names of somebody else's */
  constructor(text: string, vocabulary: Vocabulary, foreignKey?: string) {
    this.#text = text;
    this.#lines = new Lines(text);
    this.#vocabulary = vocabulary;
    this.#foreignKey = foreignKey;
  }

  /** Takes a string, and keeps it if it is a reference. */
  scalar({ start, end, value, key }: Scalar): void {
    // Nothing so long is a reference, also where every character is an escape of ten.
    if (end - start > 8192 || (key !== undefined && key === this.#foreignKey)) {
      return;
    }
    const raw = this.#text.slice(start, end);
    const trimmed = raw.trim();
    if (trimmed === '' || /[\r\n\u2028\u2029]/.test(trimmed)) {
      return;
    }
    const indent = raw.length - raw.trimStart().length;
    const isEscaped = value !== undefined && value !== raw;
    // White space that is written as an escape is meant, and no reference has any around it.
    const meant = isEscaped ? value.slice(indent, value.length - (raw.length - raw.trimEnd().length)) : trimmed;
    const reading = readReference(meant, key !== undefined && this.#vocabulary.keys.has(key), this.#vocabulary);
    if (reading === undefined) {
      return;
    }
    const from = isEscaped ? start : start + indent;
    const text = isEscaped ? raw : trimmed;
    this.#references.push({ text, range: this.#lines.range(from, from + text.length), ...reading, key });
  }

  /** Takes a comment, with its marks: `# …`, `// …`. Comments come in the order of the file. */
  comment(start: number, end: number): void {
    this.#comments.push({ start, end });
  }

  /** Takes why the file cannot be read; the first one counts. */
  problem(message: string, start: number, end: number): void {
    const from = Math.max(0, Math.min(start, this.#text.length));
    const to = Math.max(from, Math.min(end, this.#text.length));
    this.#problem ??= { message, range: this.#lines.range(from, to) };
  }

  /** Everything that was collected, in the order of the file. */
  done(): Extracted {
    return {
      references: this.#references.sort((a, b) => a.range.start.offset - b.range.start.offset),
      suppressions: readSuppressions(this.#text, this.#lines, this.#comments),
      problem: this.#problem,
    };
  }
}
