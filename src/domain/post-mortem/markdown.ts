import { code, printable } from '../text.ts';
import type { Place } from './facts.ts';

/** Cuts a text that is too long, and says how much is missing. */
export function clip(text: string, most: number): string {
  const characters = [...text.slice(0, most * 2)];
  return characters.length <= most && text.length <= most * 2
    ? text
    : `${characters.slice(0, most).join('')}… (cut, ${text.length} characters)`;
}

/** A line of any text as it is shown: what cannot be seen becomes visible, tabs stay. */
export function visible(line: string): string {
  return line.split('\t').map(printable).join('\t');
}

/** A code block, fenced so that nothing in it can end it. No line in it begins like a marker. */
export function fenced(content: readonly string[], language: string): string[] {
  const lines = content.flatMap((line) => line.split('\n')).map((line) => line.replace(/^<!--/, ' <!--'));
  const runs = lines.flatMap((line) => line.match(/`+/g) ?? []);
  const fence = '`'.repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
  return [`${fence}${language}`, ...lines, fence];
}

/** The items that fit into a budget of characters, from the first or from the last on. */
export function within(items: readonly string[], budget: number, from: 'first' | 'last'): string[] {
  const fitting: string[] = [];
  let used = 0;
  for (const item of from === 'first' ? items : [...items].reverse()) {
    used += item.length + 1;
    if (used > budget) {
      break;
    }
    fitting.push(item);
  }
  return from === 'first' ? fitting : fitting.reverse();
}

/** A time for people: `2026-05-05 14:47:03 UTC`. @param at milliseconds since the epoch */
export function moment(at: number | undefined): string {
  return at === undefined || !Number.isFinite(at) || Math.abs(at) > 8.64e15
    ? 'unknown'
    : `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** A long time for people: `1 d 4 h`, `12 min`. */
export function period(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const parts = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ] as const;
  const first = parts.findIndex(([amount]) => amount > 0);
  const shown = parts.slice(first === -1 ? -1 : first).slice(0, 2);
  return shown
    .filter(([amount], i) => amount > 0 || i === 0)
    .map(([amount, unit]) => `${amount} ${unit}`)
    .join(' ');
}

/** A link to a commit. */
export function commitLink(commit: string, { serverUrl, repository }: Place): string {
  return `[${code(commit.slice(0, 7))}](${serverUrl}/${repository}/commit/${commit})`;
}

/** A link to a workflow run, if that is what the address is; one to an issue would leave a mark there. */
export function runLink(run: string | undefined, { serverUrl }: Place): string | undefined {
  const isRun =
    run?.startsWith(`${serverUrl}/`) === true &&
    /^\/[\w.-]+\/[\w.-]+\/actions\/runs\/\d+$/.test(run.slice(serverUrl.length));
  return isRun ? `[run](${run})` : undefined;
}
