import { readFile, writeFile } from 'node:fs/promises';

const DOCUMENT = new URL('../docs/performance.md', import.meta.url);

const END = '<!-- /bench -->';

/** Puts results into docs/performance.md. @param title of the section where there is none yet */
export async function putIntoDocument(name: string, results: string, title = name): Promise<void> {
  await writeFile(DOCUMENT, withResults(await readFile(DOCUMENT, 'utf8'), name, results, title));
}

/**
 * Puts results between `<!-- bench:NAME -->` and `<!-- /bench -->`. Where a document has no such place, it gets one at its
 * end, under a title.
 */
export function withResults(text: string, name: string, results: string, title: string): string {
  const begin = `<!-- bench:${name} -->`;
  const start = text.indexOf(begin);
  if (start < 0) {
    return `${text.trimEnd()}\n\n## ${title}\n\n${begin}\n\n${results.trim()}\n\n${END}\n`;
  }
  const end = text.indexOf(END, start);
  if (end < 0) {
    throw new Error(`The place for the results of \`${name}\` does not end`);
  }
  return `${text.slice(0, start)}${begin}\n\n${results.trim()}\n\n${text.slice(end)}`;
}

/** A Markdown table with padded columns. */
export function table(rows: readonly (readonly string[])[]): string {
  const [header = [], ...body] = rows;
  const widths = header.map((_, column) => Math.max(3, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}
