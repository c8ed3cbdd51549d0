import { type Format, formatOf } from './extract.ts';
import { type Reading, readReference } from './grammar.ts';
import { frontMatterOf } from './markdown.ts';
import type { Vocabulary } from './reference.ts';
import { SUPPRESSION_WORD } from './suppression.ts';

/** A piece of a text that would be a reference if its place were right. */
export interface Candidate extends Reading {
  readonly text: string;
}

/**
 * Finds the candidates of one text; `unknown`: only the parser can tell.
 * @param file its path: in a known format there are less candidates
 */
export type FindCandidates = (text: string, file?: string) => readonly Candidate[] | 'unknown';

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
const QUOTE = codeTable(`'"`);
/** What a string of a script begins with; a backslash is at the end of a line before it. */
const OPENS_STRING = codeTable(`'"\`\\`);
/** What is before an item of a list in brackets, and what is between the first bracket and it where nothing is quoted. */
const INSIDE_LIST = codeTable('[,');
const IN_PLAIN_LIST = codeTable(`${ALPHANUMERIC}._- \t,`);
/** What may be on the line before a key. */
const BEFORE_KEY = codeTable(' \t-');
const BEFORE_ITEM = codeTable('\r\n{[,');
/** What may be before a word that is neither a tag nor an anchor. */
const ENDS_OTHER = codeTable(' \t\r\n');
/** A key without other characters. */
const PLAIN_KEY = /^[\w.-]+$/;
/** What behind a word, and the space behind it, makes it a part of a longer text, or code. */
const GOES_ON = codeTable(`${ALPHANUMERIC}!$%&()*+-./:;<=>?@[^_{|~`);

/**
 * Makes what finds candidates without parsing: every reference that `extract` would report of a file is among them, with
 * the same form, type, name and slot. Where that cannot be promised cheaply (ranges with spaces, rare escapes), and where
 * findings are suppressed, the answer is `unknown`.
 *
 * So a file whose candidates are all in order has no finding, other than that it cannot be parsed. What says the same in
 * several files is the same candidate.
 */
export function candidateFinder(vocabulary: Vocabulary): FindCandidates {
  const keys = [...vocabulary.keys].map((key) => key.replace(/[^\w-]/g, '\\$&')).join('|');
  const key = new RegExp(`(?<![\\w-])(?:${keys})(?![\\w-])`);
  const plainKeys = [...vocabulary.keys].every((one) => PLAIN_KEY.test(one)) ? vocabulary.keys : undefined;
  const readings = { underKey: new Readings(true, vocabulary), elsewhere: new Readings(false, vocabulary) };
  return (whole, file) => {
    if (whole.includes(SUPPRESSION_WORD)) {
      return 'unknown';
    }
    const format = file === undefined ? undefined : formatOf(file);
    const text = format === 'markdown' ? frontMatterTextOf(whole) : whole;
    if (RARE.test(text)) {
      return 'unknown';
    }
    const firstKey = keys === '' ? -1 : text.search(key);
    const search = new Search(text, firstKey === -1 ? readings.elsewhere : readings.underKey);
    if (!search.takeRuns()) {
      return 'unknown';
    }
    if (firstKey !== -1) {
      search.takeWords(firstKey, canBeName(format, plainKeys));
    }
    return search.found;
  };
}

/** The body of a Markdown file holds no references. */
function frontMatterTextOf(text: string): string {
  const found = frontMatterOf(text);
  return found === undefined ? '' : text.slice(found.start, found.end);
}

/** Whether a word that begins here can be a name that stands alone under a key that holds references. */
type CanBeName = (text: string, start: number) => boolean;

function canBeName(format: Format | undefined, keys: ReadonlySet<string> | undefined): CanBeName {
  switch (format) {
    case 'script':
      return isInQuotes;
    case 'yaml':
    case 'json':
    case 'markdown':
      return keys === undefined ? () => true : (text, start) => !isBehindOther(text, start, keys);
    default:
      return () => true;
  }
}

/** Whether a word of a script is the first in a string. */
function isInQuotes(text: string, start: number): boolean {
  let at = start - 1;
  // Whatever may be white space.
  while (at >= 0 && (text.charCodeAt(at) <= 0x20 || text.charCodeAt(at) > 0x7f)) {
    at--;
  }
  return OPENS_STRING[text.charCodeAt(at)] === 1 || text[start] === '\\';
}

/** How far back the beginning of a list in brackets is looked for: each of its words looks for it. */
const LONGEST_LIST = 200;

/**
 * Whether a word of YAML or JSON stands behind another word, or is the value of a key that holds no references. Only what
 * is sure: `title: extraction`, `"title": "extraction"`, `tags: [invoices, extraction]`, `the extraction`, but not what has
 * a tag or an anchor before it.
 */
function isBehindOther(text: string, start: number, keys: ReadonlySet<string>): boolean {
  let at = before(text, start, BLANK);
  const isQuoted = QUOTE[text.charCodeAt(at - 1)] === 1;
  at = isQuoted ? before(text, at - 1, BLANK) : at;
  if (!isQuoted && INSIDE_LIST[text.charCodeAt(at - 1)] === 1) {
    const opening = before(text, at, IN_PLAIN_LIST, at - LONGEST_LIST) - 1;
    at = text[opening] === '[' ? before(text, opening, BLANK) : at;
  }
  if (text[at - 1] === ':') {
    return isOtherKey(text, before(text, at - 1, BLANK), keys);
  }
  const first = before(text, at, IN_WORD);
  const isWord = !isQuoted && first < at && STARTS_WORD[text.charCodeAt(first)] === 1;
  return isWord && ENDS_OTHER[text.charCodeAt(first - 1)] === 1;
}

/** Whether a key that ends here holds no references, and nothing is before it that could mean something else. */
function isOtherKey(text: string, behind: number, keys: ReadonlySet<string>): boolean {
  const quote = QUOTE[text.charCodeAt(behind - 1)] === 1 ? text[behind - 1] : undefined;
  const end = quote === undefined ? behind : behind - 1;
  const start = before(text, end, IN_WORD);
  if (start === end || (quote !== undefined && text[start - 1] !== quote)) {
    return false;
  }
  const first = before(text, quote === undefined ? start : start - 1, BEFORE_KEY);
  return (first === 0 || BEFORE_ITEM[text.charCodeAt(first - 1)] === 1) && !keys.has(text.slice(start, end));
}

/** The start of what ends here and is made of such characters, but not before a place. */
function before(text: string, end: number, table: Uint8Array, least = 0): number {
  let start = end;
  while (start > Math.max(0, least) && table[text.charCodeAt(start - 1)] === 1) {
    start--;
  }
  return start;
}

/** What a run of characters was found to say. */
interface Run {
  readonly candidate: Candidate | undefined;
  /** Whether it ends in what may be a version, so that a range may go on behind it. */
  readonly isVersionLike: boolean;
}

/** How many runs are remembered that say nothing. */
const MOST_EMPTY = 10_000;

/** Reads runs of characters, each once: most references stand in many files. */
class Readings {
  readonly #hasKey: boolean;
  readonly #vocabulary: Vocabulary;
  readonly #runs = new Map<string, Run>();
  readonly #words = new Map<string, Candidate>();
  #empty = 0;

  constructor(hasKey: boolean, vocabulary: Vocabulary) {
    this.#hasKey = hasKey;
    this.#vocabulary = vocabulary;
  }

  run(text: string): Run {
    const known = this.#runs.get(text);
    if (known !== undefined) {
      return known;
    }
    const own = unshared(text);
    const meant = unescaped(own);
    const reading = meant === undefined ? undefined : readReference(meant, this.#hasKey, this.#vocabulary);
    const run: Run = {
      candidate: reading && { text: own, ...reading },
      isVersionLike: meant !== undefined && VERSION_LIKE.test(meant),
    };
    if (reading !== undefined || this.#empty++ < MOST_EMPTY) {
      this.#runs.set(own, run);
    }
    return run;
  }

  /** A registered name. */
  word(text: string): Candidate | undefined {
    // Most words are no names.
    const name = unescaped(text);
    if (name === undefined || !this.#vocabulary.isName(name)) {
      return undefined;
    }
    const known = this.#words.get(text);
    if (known !== undefined) {
      return known;
    }
    const [own, ownName] = [unshared(text), unshared(name)];
    const candidate: Candidate = { text: own, form: 'name', type: undefined, name: ownName, slot: { kind: 'none' } };
    this.#words.set(own, candidate);
    return candidate;
  }
}

/** The same characters in a string of their own: a part of a text keeps all of it in memory. */
function unshared(part: string): string {
  return ` ${part}`.slice(1);
}

class Search {
  readonly #text: string;
  readonly #readings: Readings;
  readonly #found = new Set<Candidate>();

  constructor(text: string, readings: Readings) {
    this.#text = text;
    this.#readings = readings;
  }

  /** Each candidate once. */
  get found(): readonly Candidate[] {
    return [...this.#found];
  }

  /** Takes the runs that hold an `@` or a `/`; false where one needs a parser. */
  takeRuns(): boolean {
    const text = this.#text;
    let behind = 0;
    MARK.lastIndex = 0;
    // The last character of a mark is in the run as well, and `test` makes nothing.
    while (MARK.test(text)) {
      let start = MARK.lastIndex - 1;
      while (start > behind && IN_RUN[text.charCodeAt(start - 1)] === 1) {
        start--;
      }
      behind = endOf(text, start, IN_RUN);
      MARK.lastIndex = behind;
      // In YAML a value may follow the colon of a quoted key at once: `{"prompt":prompts/a@v1}`.
      start = endOf(text, start, COLON);
      const { candidate, isVersionLike } = this.#readings.run(text.slice(start, behind));
      if (candidate !== undefined) {
        this.#found.add(candidate);
      }
      NEXT_COMPARATOR.lastIndex = behind;
      if (isVersionLike && NEXT_COMPARATOR.test(text)) {
        return false;
      }
    }
    return true;
  }

  /** Takes the registered names that stand alone. @param from where the first key is, which is before them */
  takeWords(from: number, canBe: CanBeName): void {
    const text = this.#text;
    for (let at = from; at < text.length; at++) {
      if (STARTS_WORD[text.charCodeAt(at)] === 1) {
        const end = endOf(text, at, IN_WORD);
        const behind = text.charCodeAt(endOf(text, end, BLANK));
        if (GOES_ON[behind] !== 1 && canBe(text, at)) {
          const candidate = this.#readings.word(text.slice(at, end));
          if (candidate !== undefined) {
            this.#found.add(candidate);
          }
        }
        at = end;
      }
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
