/** The languages with strings in which placeholders stand. */
export type Language = 'promql' | 'sql' | 'jsonpath';

/** A part of a template, and how a value is written in it; undefined where a value can't be written there. */
export interface Segment {
  readonly text: string;
  readonly escape: (value: string) => string | undefined;
}

/** Comments, strings and what is between them; a string that is never closed goes to the end. */
const TOKENS: Readonly<Record<Language, RegExp>> = {
  promql: /#[^\n]*|"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|`[^`]*`?|[^"'`#]+/gs,
  sql: /--[^\n]*|\/\*.*?(?:\*\/|$)|'(?:\\.|[^'\\])*'?|"(?:\\.|[^"\\])*"?|`[^`]*`?|[^'"`/-]+|[/-]/gs,
  jsonpath: /"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|[^"']+/gs,
};

/** Splits a template at its strings, so that each placeholder is escaped for where it stands. */
export function segmentsOf(template: string, language: Language): readonly Segment[] {
  const texts = template.match(TOKENS[language]) ?? [];
  return texts.map((text, at) => ({ text, escape: ESCAPES[language](text, texts[at - 1] ?? '') }));
}

type Escape = Segment['escape'];

const ESCAPES: Readonly<Record<Language, (text: string, before: string) => Escape>> = {
  promql: (text, before) => {
    // `|~` is of LogQL, which is asked the same way.
    const literal: Escape = /[=!|]~\s*$/.test(before) ? quoteRegularExpression : (value) => value;
    if (/^["']/.test(text)) {
      return (value) => promqlString(literal(value) ?? '');
    }
    return text.startsWith('`')
      ? (value) => only(/^[^`\p{Cc}]*$/u, literal(value))
      : (value) => only(/^[\w:.]*$/, value);
  },
  sql: (text) => (text.startsWith("'") ? sqlString : (value) => only(/^\w*$/, value)),
  jsonpath: (text) => (/^["']/.test(text) ? jsonpathString : (value) => only(/^\w*$/, value)),
};

function only(allowed: RegExp, value: string | undefined): string | undefined {
  return value !== undefined && allowed.test(value) ? value : undefined;
}

/** What RE2 takes for itself: `1.0.0+build` would otherwise match other versions, and not match its own. */
function quoteRegularExpression(value: string): string {
  return value.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');
}

/**
 * As Prometheus unquotes a string in `"` or `'`: `\x` is one byte, `\u` and `\U` are code points. A quote escaped by a
 * backslash is only valid in a string of that quote, so none is written.
 */
function promqlString(value: string): string {
  return value.toWellFormed().replace(/[^A-Za-z0-9_./:@ +-]/gu, (character) => {
    const point = character.codePointAt(0) ?? 0;
    const hex = point.toString(16);
    if (point < 0x80) {
      return `\\x${hex.padStart(2, '0')}`;
    }
    return point > 0xffff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
  });
}

/** As ClickHouse reads a string; also safe where a backslash means nothing. */
function sqlString(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll("'", "''");
}

/** As RFC 9535 reads a string in either quote. */
function jsonpathString(value: string): string {
  return value.toWellFormed().replace(/[^A-Za-z0-9_./:@ +-]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
