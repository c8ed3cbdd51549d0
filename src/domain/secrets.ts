import { escaped, spanned } from './text.ts';

const REDACTED = '[redacted]';

/** Shorter ones would be found in every text. */
const MIN_SECRET = 6;

/** What secrets look like; `$1` and `$2` stay. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]{0,40}PRIVATE KEY[A-Z ]{0,20}-----[\s\S]*?(?:-----END [A-Z ]{0,60}-----|$)/g, REDACTED],
  [/gh[pousr]_[A-Za-z0-9]{20,}/g, REDACTED],
  [/github_pat_\w{20,}/g, REDACTED],
  [/(?<![A-Za-z0-9])sk-[\w-]{16,}/g, REDACTED],
  [/(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/g, REDACTED],
  [/(?<![A-Za-z0-9])xox[a-z]-[\w-]{10,}/g, REDACTED],
  [/eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, REDACTED],
  [/\b((?:Bearer|Basic)\s{1,4})[\w.~+/=-]{12,}/gi, `$1${REDACTED}`],
  [/(:\/\/[^\s/:@]{0,200}:)[^\s/@]{1,500}(@)/g, `$1${REDACTED}$2`],
  [/((?:key|token|secret|passw(?:or)?d|pwd)["']?\s{0,4}[:=]\s{0,4}["']?)[^\s"'`,;&]{12,}/gi, `$1${REDACTED}`],
];

/** The secrets of a run. What is published goes through them, whatever it is made of. */
export class Secrets {
  readonly #secrets = new Set<string>();
  #pattern: RegExp | undefined;

  constructor(secrets: Iterable<string> = []) {
    for (const secret of secrets) {
      this.add(secret);
    }
  }

  /** @returns whether it was not known yet */
  add(secret: string): boolean {
    const isNew = !this.#secrets.has(secret);
    this.#secrets.add(secret);
    this.#pattern = isNew ? undefined : this.#pattern;
    return isNew;
  }

  /** Takes the secrets out of a text, in every spelling in which it may have them. */
  hide(text: string): string {
    this.#pattern ??= patternOf([...this.#secrets].flatMap(spellingsOf));
    return text.replace(this.#pattern, REDACTED);
  }
}

/** Takes out the secrets of the run, and what looks like one: for texts that anybody may have written. */
export function redact(text: string, secrets: Secrets): string {
  return SHAPES.reduce((clean, [shape, replacement]) => clean.replace(shape, replacement), secrets.hide(text));
}

/** The longest first, since one may begin like another. Without any it matches nothing. */
function patternOf(spellings: readonly string[]): RegExp {
  const known = [...new Set(spellings)]
    .filter(({ length }) => length >= MIN_SECRET)
    .sort((one, other) => other.length - one.length)
    .map((spelling) => spelling.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return known.length === 0 ? /(?!)/g : new RegExp(known.join('|'), 'g');
}

/** How a secret may stand in a text: as it is or line by line, encoded, and that as Markdown has it. */
function spellingsOf(secret: string): string[] {
  const texts = [secret, secret.trim(), ...secret.split(/[\r\n]+/).map((line) => line.trim())];
  return texts
    .map((text) => text.toWellFormed())
    .filter(({ length }) => length >= MIN_SECRET)
    .flatMap((text) => {
      const uri = encodeURIComponent(text);
      const lower = uri.replace(/%[0-9A-F]{2}/g, (byte) => byte.toLowerCase());
      const hex = Buffer.from(text).toString('hex');
      return [
        ...[text, uri, lower, uri.replaceAll('%20', '+'), hex, hex.toUpperCase(), inHtml(text)],
        ...jsonOf(text),
        ...base64Of(text),
      ];
    })
    .flatMap((text) => [text, escaped(text), spanned(text)]);
}

/** As JSON has it, as JSON of plain ASCII has it, and each of them in JSON again. */
function jsonOf(text: string): string[] {
  const json = inJson(text);
  const ascii = json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [json, inJson(json), ascii, inJson(ascii)];
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function inHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/**
 * The characters of a base64 text that stand for a secret alone. There are three kinds of them, by how many bytes stand
 * before it: `user:` of basic credentials, for example.
 */
function base64Of(secret: string): string[] {
  return [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    const [first, end] = [Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6)];
    return (['base64', 'base64url'] as const).map((kind) => bytes.toString(kind).slice(first, end));
  });
}
