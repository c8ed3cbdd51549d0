import { code, prose } from '../domain/text.ts';
import type { TagshipError } from '../errors.ts';

/** Rows of a table before the rest is only counted: a job summary may have 1 MiB. */
export const MAX_ROWS = 200;

/** A Markdown table, in lines; its cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const shown = rows.slice(0, MAX_ROWS).map((row) => `| ${row.join(' | ')} |`);
  const rest = rows.length - shown.length;
  return [
    `| ${head.join(' | ')} |`,
    `| ${head.map(() => '---').join(' | ')} |`,
    ...shown,
    ...(rest > 0 ? ['', `… and ${rest} more.`] : []),
  ];
}

/** Lines as one text, without more than one empty line in a row. */
export function joined(lines: readonly string[]): string {
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

/** An error as an item of a list. */
export function failureLine(error: TagshipError): string {
  return `- ❌ **${code(`tagship(${error.code})`)}** ${prose(error.what)} ${prose(error.remedy)}`;
}
