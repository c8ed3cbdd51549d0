import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import type { Collector } from './collector.ts';

/** Reads JSON, with or without comments and commas at the end. */
export function readJson(text: string, collector: Collector): void {
  // What is open: under which key a string in it stands, and whether it is an object.
  const open: { key: string | undefined; readonly isObject: boolean }[] = [];
  const begin = (isObject: boolean) => (): void => {
    const parent = open.at(-1);
    open.push({ isObject, key: !isObject && parent?.isObject === true ? parent.key : undefined });
  };
  const end = (): void => {
    open.pop();
  };
  try {
    visit(
      // A byte order mark is white space to everybody but this parser.
      text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text,
      {
        onObjectBegin: begin(true),
        onArrayBegin: begin(false),
        onObjectEnd: end,
        onArrayEnd: end,
        onObjectProperty: (name, _, length) => {
          const object = open.at(-1);
          if (object !== undefined) {
            // A key that is written with escapes is none that holds references.
            object.key = name.length === length - 2 ? name : undefined;
          }
        },
        onLiteralValue: (value, offset, length) => {
          if (typeof value === 'string' && isString(text.slice(offset, offset + length))) {
            collector.scalar({ start: offset + 1, end: offset + length - 1, value, key: open.at(-1)?.key });
          }
        },
        onComment: (offset, length) => collector.comment(offset, offset + length),
        onError: (error, offset, length) => collector.problem(describe(error), offset, offset + length),
      },
      { allowTrailingComma: true, allowEmptyContent: true },
    );
  } catch (error) {
    if (!(error instanceof RangeError)) {
      throw error;
    }
    collector.problem('It is nested too deeply.', 0, 0);
  }
}

/** The parser leaves out what it does not understand in a string. */
function isString(raw: string): boolean {
  if (!raw.includes('\\')) {
    return raw.length > 1 && raw.endsWith('"');
  }
  try {
    return typeof JSON.parse(raw) === 'string';
  } catch {
    return false;
  }
}

/** `CommaExpected` → `Comma expected.` */
function describe(error: ParseErrorCode): string {
  const words = printParseErrorCode(error).replace(/\B[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words}.`;
}
