/**
 * One line that is safe to print in a job log: what nobody sees (line breaks that would start a workflow command, escape
 * sequences) is written out, and what is left cannot be read as a command. The runner takes `::` for one at the start of
 * a line, behind white space, and `##[` anywhere in it.
 */
export function logLine(text: string): string {
  return logProperty(printable(text)).replace(/^\s*(?=::)/, '$&\\');
}

/** The property of an annotation, such as a file, which stands behind its command: exact, but for other commands. */
export function logProperty(text: string): string {
  return text.replaceAll('##[', '##\\[');
}

/** What breaks a line, turns it around, or is there without being seen: fillers, tags, selectors, half a character. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** The same text on one line, with everything in it written out that nobody would see. */
export function printable(text: string): string {
  return text.replace(HIDDEN, (character) => {
    const hex = (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
    return hex.length === 4 ? `\\u${hex}` : `\\u{${hex}}`;
  });
}

/** A Markdown code span of any text; a table cell may hold it. */
export function code(text: string): string {
  // A code span cannot be empty.
  const clean = text === '' ? ' ' : spanned(text);
  const longest = Math.max(0, ...(clean.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = clean.startsWith('`') || clean.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${clean}${pad}${fence}`;
}

/** The text of a code span, as it is written in Markdown. */
export function spanned(text: string): string {
  return printable(text).replaceAll('|', '\\|');
}

/** What GitHub makes a link to somewhere without being asked: addresses, and the ids of commits. */
const LINKED =
  /((?:(?:https?|ftp):\/\/|(?:mailto|xmpp):|\bwww\.)[^\s<>]*[^\s<>.,:;!?'")\]]|(?:\bsha-)?\b(?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{7,40}\b)/i;

/**
 * Plain Markdown text of any text: no markup, no HTML, no link, no mention of a person or an issue.
 * @param home an address whose pages are linked all the same, such as `https://github.com/acme/components`
 */
export function plain(text: string, home?: string): string {
  return text
    .split(LINKED)
    .map((part, i) => (i % 2 === 0 ? escaped(part) : isBelow(part, home) ? `<${part}>` : code(part)))
    .join('');
}

function isBelow(address: string, home: string | undefined): boolean {
  return home !== undefined && address.startsWith(`${home}/`) && /^[\w./#-]*$/.test(address.slice(home.length));
}

/** Text without a link in it, as it is written in Markdown. */
export function escaped(text: string): string {
  return printable(text)
    .replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character)
    .replace(/[\\`*_{}[\]()#+!|~]/g, '\\$&')
    .replace(/[@#]|GH-(?=\d)/gi, '$&\u200B');
}

/**
 * Text of ours with names in backticks, as errors have it: the names become code spans whatever they hold, and the
 * rest is plain.
 * @param home as `plain` has it
 */
export function prose(text: string, home?: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (/^`[^`]+`$/.test(part) ? code(part.slice(1, -1)) : plain(part, home)))
    .join('');
}

/** A size for people: `312 B`, `4.2 KiB`, `25.0 MiB`. */
export function size(bytes: number): string {
  if (bytes < 1024) {
    return `${bytes} B`;
  }
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

/** A duration for people: `85 ms`, `1.3 s`, `15 s`, `2 min 30 s`, `3 h 5 min`, `199 d 21 h`. */
export function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (milliseconds < 60_000) {
    return milliseconds > 0 && milliseconds < 1000
      ? `${Math.round(milliseconds)} ms`
      : `${Number((milliseconds / 1000).toFixed(1))} s`;
  }
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    return parts(minutes, 'min', seconds % 60, 's');
  }
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? parts(hours, 'h', minutes % 60, 'min') : parts(Math.floor(hours / 24), 'd', hours % 24, 'h');
}

function parts(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return `${large} ${largeUnit}${small === 0 ? '' : ` ${small} ${smallUnit}`}`;
}

/** A number with its noun: `1 key`, `3 keys`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The lines of an input that takes several: trimmed, without empty ones and comments. */
export function linesOf(value: string): string[] {
  return value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
