/** How much of what a server said is shown, in characters. */
const SAID_LIMIT = 500;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", middot: '·' };

/** Takes out of a text what must not be shown. */
export type Scrub = (text: string) => string;

/** Whether an answer is a page for people, such as a login or an error of a proxy. */
export function isHtml(text: string, type: string): boolean {
  return /^\s*<(?:!doctype\s+html|html|head|body)\b/i.test(text) || /^text\/html\b/i.test(type);
}

/** What a page of HTML is called, in brackets; nothing where it has no title. */
export function titleIn(html: string): string {
  const title = /<title\b[^>]{0,200}>([^<]{1,200})/i.exec(html)?.[1] ?? '';
  const line = title.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const clean = line.replace(/&(amp|lt|gt|quot|#39|middot);/g, (_, name: string) => ENTITIES[name] ?? '');
  return clean === '' ? '' : ` ("${clean}")`;
}

/** What a server says in the body of an answer: its message in JSON, the title of a page, else the text. */
export function saidIn(text: string, type: string): string {
  if (isHtml(text, type)) {
    return `a page of HTML${titleIn(text)}`;
  }
  try {
    return messageIn(JSON.parse(text)) ?? text;
  } catch {
    return text;
  }
}

/** Text of a server as one short line, without secrets. */
export function shown(text: string, scrub: Scrub): string {
  const line = scrub(text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length > SAID_LIMIT ? `${line.slice(0, SAID_LIMIT).toWellFormed()}…` : line;
}

/** Words of a server as a sentence after another one: ` The server says: No.`; nothing where it said nothing. */
export function quoted(speaker: string, line: string): string {
  return line === '' ? '' : ` ${speaker} says: ${/[.!?…]$/.test(line) ? line : `${line}.`}`;
}

/** The message in one of the usual shapes: `{errorType, error}`, `{message}`, `{errors: [{message}]}`. */
export function messageIn(json: unknown): string | undefined {
  if (typeof json === 'string') {
    return json;
  }
  if (typeof json !== 'object' || json === null) {
    return undefined;
  }
  const { errorType, error, errors, message, detail } = json as Record<string, unknown>;
  if (typeof error === 'string') {
    return typeof errorType === 'string' ? `${errorType}: ${error}` : error;
  }
  const first: unknown = Array.isArray(errors) ? errors[0] : error;
  return [message, detail].find((text) => typeof text === 'string') ?? messageIn(first);
}
