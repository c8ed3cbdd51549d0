import type { Collector } from './collector.ts';
import { readYaml } from './yaml.ts';

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n/;
const CLOSING = /^---[ \t]*$/gm;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const INDENTED = /^(?: {4}|\t)/;

/** Where the front matter of a Markdown file begins and ends, and where the body begins; undefined where it has none. */
export function frontMatterOf(
  text: string,
): { readonly start: number; readonly end: number; readonly body: number } | undefined {
  const start = FRONT_MATTER.exec(text)?.[0].length;
  if (start === undefined) {
    return undefined;
  }
  CLOSING.lastIndex = start;
  const closing = CLOSING.exec(text);
  return closing === null ? undefined : { start, end: closing.index, body: CLOSING.lastIndex };
}

/** Reads Markdown: the references of its front matter, and the HTML comments of its body. */
export function readMarkdown(text: string, collector: Collector): void {
  const frontMatter = frontMatterOf(text);
  if (frontMatter !== undefined) {
    readYaml(text.slice(frontMatter.start, frontMatter.end), frontMatter.start, collector);
  }
  readComments(text, frontMatter?.body ?? 0, collector);
}

/** Takes the HTML comments; what stands in a block or span of code is text. */
function readComments(text: string, from: number, collector: Collector): void {
  let fence: string | undefined;
  let at = from;
  while (at < text.length) {
    const lineFeed = text.indexOf('\n', at);
    const end = lineFeed === -1 ? text.length : lineFeed;
    const line = text.slice(at, end);
    const mark = FENCE.exec(line)?.[1];
    let next = end + 1;
    if (fence !== undefined) {
      // What closes a block is as long as what opened it, and stands alone.
      fence = mark?.startsWith(fence) === true && line.trim() === mark ? undefined : fence;
    } else if (mark !== undefined) {
      fence = mark;
    } else if (!INDENTED.test(line)) {
      next = Math.max(next, takeComments(text, at, line, collector));
    }
    at = next;
  }
}

/** Takes the comments that begin on a line, and tells where the last one ends. */
function takeComments(text: string, start: number, line: string, collector: Collector): number {
  let at = start;
  while (at < start + line.length) {
    const opening = line.indexOf('<!--', at - start);
    if (opening === -1 || line.slice(at - start, opening).includes('`')) {
      return at;
    }
    const closing = text.indexOf('-->', start + opening + 4);
    if (closing === -1) {
      return text.length;
    }
    at = closing + 3;
    collector.comment(start + opening, at);
  }
  return at;
}
