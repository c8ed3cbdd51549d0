import type { Lines } from './lines.ts';
import type { Suppression } from './reference.ts';

/** Where a comment stands, with its marks. */
export interface Comment {
  readonly start: number;
  readonly end: number;
}

/** What a comment begins with that hides findings. */
export const SUPPRESSION_WORD = 'tagship-ignore';

const MARKS = /^(?:#+|\/\/+|\/\*+|<!--+)[\s*]*/;
const CODES = /^tagship-ignore(?![\w-])(?:\s*:\s*([a-z0-9]+(?:-[a-z0-9]+)*(?:\s*,\s*[a-z0-9]+(?:-[a-z0-9]+)*)*))?/;

/**
 * Finds `tagship-ignore: code, code` among the comments of a file; what follows the codes is the reason and is for
 * people. Without a code it hides nothing, and has none.
 * @param comments in the order of the file
 */
export function readSuppressions(text: string, lines: Lines, comments: readonly Comment[]): Suppression[] {
  if (!comments.some(({ start, end }) => codesOf(text, start, end) !== undefined)) {
    return [];
  }
  const alone = findAlone(text, lines, comments);
  const next = findNext(text, comments);
  return comments.flatMap(({ start, end }, index) => {
    const codes = codesOf(text, start, end);
    if (codes === undefined) {
      return [];
    }
    const line = alone[index] ? lines.lineOf(next[index] ?? end) : lines.lineOf(start);
    return [{ codes, range: lines.range(start, end), line }];
  });
}

function codesOf(text: string, start: number, end: number): readonly string[] | undefined {
  // A comment of a megabyte costs no more than one of a line.
  const comment = text.slice(start, Math.min(end, start + 1024));
  const match = CODES.exec(comment.replace(MARKS, ''));
  return match === null ? undefined : (match[1]?.split(',').map((code) => code.trim()) ?? []);
}

/** Whether there is nothing but comments on the lines of each comment. */
function findAlone(text: string, lines: Lines, comments: readonly Comment[]): boolean[] {
  const nothingBefore: boolean[] = [];
  for (const [index, { start }] of comments.entries()) {
    const line = lines.startOfLine(start);
    const before = comments[index - 1];
    const sharesLine = before !== undefined && before.end > line;
    const isBlank = text.slice(sharesLine ? before.end : line, start).trim() === '';
    nothingBefore.push(isBlank && (!sharesLine || nothingBefore[index - 1] === true));
  }
  const nothingBehind: boolean[] = [];
  for (let index = comments.length - 1; index >= 0; index--) {
    const { end } = comments[index] ?? { end: 0 };
    const rest = firstMeant(text, end);
    const isNext = comments[index + 1]?.start === rest;
    const endsLine = rest >= text.length || text.slice(end, rest).includes('\n');
    nothingBehind[index] = endsLine || (isNext && nothingBehind[index + 1] === true);
  }
  return comments.map((_, index) => nothingBefore[index] === true && nothingBehind[index] === true);
}

/** The offset of what follows each comment that is neither white space nor a comment. */
function findNext(text: string, comments: readonly Comment[]): number[] {
  const next: number[] = [];
  for (let index = comments.length - 1; index >= 0; index--) {
    const rest = firstMeant(text, comments[index]?.end ?? 0);
    next[index] = comments[index + 1]?.start === rest ? (next[index + 1] ?? rest) : rest;
  }
  return next;
}

function firstMeant(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) {
    at++;
  }
  return at;
}
