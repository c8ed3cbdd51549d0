import type { Notice } from '../commands/report.ts';
import { code, prose } from '../domain/text.ts';
import type { TagshipError } from '../errors.ts';
import type { RunContext } from './event.ts';

/** Where a run takes place. */
export type Place = Pick<RunContext, 'serverUrl' | 'repository'>;

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
    ...(rest > 0 ? ['', `${shown.length} of ${rows.length} shown.`] : []),
  ];
}

/** Lines as one text, without more than one empty line in a row. */
export function joined(lines: readonly string[]): string {
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

/** Whether an error has said already why something happened. */
export function isSaidBy(failures: readonly TagshipError[], why: string): boolean {
  return failures.some(({ what }) => what.includes(why));
}

/** An error as an item of a list. */
export function failureLine(error: TagshipError, context: Place): string {
  const [what, remedy] = [error.what, error.remedy].map((text) => prose(text, homeOf(context)));
  return `- ❌ **${code(`tagship(${error.code})`)}** ${what} ${remedy}`;
}

/** A notice as an item of a list. */
export function noticeLine({ level, message }: Notice, context: Place): string {
  return `- ${level === 'warning' ? '⚠️' : 'ℹ️'} ${prose(message, homeOf(context))}`;
}

/** A link; with an address that could break out of it, its name and the address. */
export function link(name: string, url: string): string {
  return /^https?:\/\/[^\s()<>|[\]`\\]+$/.test(url) ? `[${name}](${url})` : `${name} (${code(url)})`;
}

/** The repository's pages, which are linked wherever a sentence names one. */
function homeOf({ serverUrl, repository }: Place): string {
  return `${serverUrl}/${repository}`;
}
