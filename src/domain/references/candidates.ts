import { type Reading, readReference } from './grammar.ts';
import type { Vocabulary } from './reference.ts';
import { SUPPRESSION_WORD } from './suppression.ts';

/** A piece of a text that would be a reference if its place were right. */
export interface Candidate extends Reading {
  readonly text: string;
}

/** Finds the candidates of one text; `unknown`: only the parser can tell. */
export type FindCandidates = (text: string) => readonly Candidate[] | 'unknown';

/** What every reference has that is not a name alone, or an escape that may be anything. */
const MARK = /[@/]|\\[xu0-7]/g;
/** Escapes that are too rare to be read here. */
const RARE = /\\u\{|\\U/;
/** Escapes of characters that are in no reference; in each format they mean the same, or are an error. */
const HARMLESS = /[nrtbfv"'`\\]/;
const ESCAPE = /\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|([0-3][0-7]{0,2}|[4-7][0-7]?)|([\s\S]?))/g;
const VERSION_LIKE = /@[\^~<>=*vVxX\d]/;
/** What goes on with a range behind a space: `>=1.0.0 <2.0.0`, `^1 || ^2`, `1.0.0 - 2.0.0`. */
const NEXT_COMPARATOR = / +[\^~<>=*|vVxX\d\\-]/y;

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** What a reference is made of between white space, and what is left of one that is written with escapes. */
const IN_RUN = codeTable(`${ALPHANUMERIC}._/@:^~<>=*+|\\-`);
const IN_WORD = codeTable(`${ALPHANUMERIC}._\\-`);
const STARTS_WORD = codeTable(`${ALPHANUMERIC}\\`);
const COLON = codeTable(':');
const BLANK = codeTable(' \t');
/** What behind a word, and the space behind it, makes it a part of a longer text, or code. */
const GOES_ON = codeTable(`${ALPHANUMERIC}!$%&()*+-./:;<=>?@[^_{|~`);

/**
 * Makes what finds candidates without parsing: every reference that `extract` would report of a file is among them, with
 * the same form, type, name and slot. Where that cannot be promised cheaply (ranges with spaces, rare escapes), and where
 * findings are suppressed, the answer is `unknown`.
 *
 * So a file whose candidates are all in order has no finding, other than that it cannot be parsed.
 */
export function candidateFinder(vocabulary: Vocabulary): FindCandidates {
  const keys = [...vocabulary.keys].map((key) => key.replace(/[^\w-]/g, '\\$&')).join('|');
  const key = new RegExp(`(?<![\\w-])(?:${keys})(?![\\w-])`);
  return (text) => {
    if (RARE.test(text) || text.includes(SUPPRESSION_WORD)) {
      return 'unknown';
    }
    const search = new Search(text, keys !== '' && key.test(text), vocabulary);
    return search.takeRuns() ? search.takeWords() : 'unknown';
  };
}

class Search {
  readonly #text: string;
  readonly #hasKey: boolean;
  readonly #vocabulary: Vocabulary;
  readonly #found: Candidate[] = [];
  readonly #seen = new Set<string>();

  constructor(text: string, hasKey: boolean, vocabulary: Vocabulary) {
    this.#text = text;
    this.#hasKey = hasKey;
    this.#vocabulary = vocabulary;
  }

  /** Takes the runs that hold an `@` or a `/`; false where one needs a parser. */
  takeRuns(): boolean {
    const text = this.#text;
    let behind = 0;
    MARK.lastIndex = 0;
    for (let mark = MARK.exec(text); mark !== null; mark = MARK.exec(text)) {
      let start = mark.index;
      while (start > behind && IN_RUN[text.charCodeAt(start - 1)] === 1) {
        start--;
      }
      behind = endOf(text, start, IN_RUN);
      MARK.lastIndex = behind;
      // In YAML a value may follow the colon of a quoted key at once: `{"prompt":prompts/a@v1}`.
      start = endOf(text, start, COLON);
      const run = text.slice(start, behind);
      const meant = unescaped(run);
      this.#take(run, meant);
      NEXT_COMPARATOR.lastIndex = behind;
      if (meant !== undefined && VERSION_LIKE.test(meant) && NEXT_COMPARATOR.test(text)) {
        return false;
      }
    }
    return true;
  }

  #take(run: string, meant: string | undefined): void {
    if (meant === undefined || this.#seen.has(run)) {
      return;
    }
    this.#seen.add(run);
    const reading = readReference(meant, this.#hasKey, this.#vocabulary);
    if (reading !== undefined) {
      this.#found.push({ text: run, ...reading });
    }
  }

  /** Takes the registered names that stand alone, where there is a key they could stand under. */
  takeWords(): readonly Candidate[] {
    const text = this.#text;
    for (let at = 0; this.#hasKey && at < text.length; at++) {
      if (STARTS_WORD[text.charCodeAt(at)] === 1) {
        const end = endOf(text, at, IN_WORD);
        const behind = text.charCodeAt(endOf(text, end, BLANK));
        if (GOES_ON[behind] !== 1) {
          this.#takeWord(text.slice(at, end));
        }
        at = end;
      }
    }
    return this.#found;
  }

  #takeWord(word: string): void {
    const name = unescaped(word);
    if (name !== undefined && this.#vocabulary.isName(name) && !this.#seen.has(word)) {
      this.#seen.add(word);
      this.#found.push({ text: word, form: 'name', type: undefined, name, slot: { kind: 'none' } });
    }
  }
}

/** `prompts\/\x61@v1` → `prompts/a@v1`; undefined where it says something that no reference has. */
function unescaped(run: string): string | undefined {
  if (!run.includes('\\')) {
    return run;
  }
  let isOther = false;
  const text = run.replace(ESCAPE, (_, byte?: string, unit?: string, octal?: string, character = '') => {
    isOther ||= HARMLESS.test(character);
    const code = octal === undefined ? Number.parseInt(byte ?? unit ?? '', 16) : Number.parseInt(octal, 8);
    return Number.isNaN(code) ? character : String.fromCharCode(code);
  });
  return isOther ? undefined : text;
}

function endOf(text: string, start: number, table: Uint8Array): number {
  let end = start;
  while (table[text.charCodeAt(end)] === 1) {
    end++;
  }
  return end;
}

function codeTable(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const character of characters) {
    table[character.charCodeAt(0)] = 1;
  }
  return table;
}
