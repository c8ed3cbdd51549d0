import { readFile, writeFile } from 'node:fs/promises';

const DOCUMENT = new URL('../docs/performance.md', import.meta.url);

/** Puts results into docs/performance.md, between `<!-- bench:NAME -->` and `<!-- /bench -->`. */
export async function putIntoDocument(name: string, results: string): Promise<void> {
  const text = await readFile(DOCUMENT, 'utf8');
  const begin = `<!-- bench:${name} -->`;
  const start = text.indexOf(begin);
  const end = text.indexOf('<!-- /bench -->', start);
  if (start < 0 || end < 0) {
    throw new Error(`docs/performance.md has no place for the results of \`${name}\``);
  }
  await writeFile(DOCUMENT, `${text.slice(0, start)}${begin}\n\n${results.trim()}\n\n${text.slice(end)}`);
}

/** A Markdown table with padded columns. */
export function table(rows: readonly (readonly string[])[]): string {
  const [header = [], ...body] = rows;
  const widths = header.map((_, column) => Math.max(3, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}
