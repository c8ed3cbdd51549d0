import { stripVTControlCharacters } from 'node:util';

/** A command of a documented session, and what it shows. */
export interface SessionStep {
  readonly command: string;
  readonly shown: readonly string[];
}

/** Reads the sessions of a page: blocks called `console`, in which `$ ` begins a command. */
export function sessionIn(page: string): SessionStep[] {
  const steps: { command: string; shown: string[] }[] = [];
  for (const [, block = ''] of page.matchAll(/^```console\n([\s\S]*?)^```$/gm)) {
    for (const line of block.split('\n').slice(0, -1)) {
      if (line.startsWith('$ ')) {
        steps.push({ command: line.slice(2), shown: [] });
      } else {
        steps.at(-1)?.shown.push(line);
      }
    }
  }
  return steps;
}

/** What a terminal shows, without what differs from time to time and from machine to machine. */
export function steady(text: string): string {
  return stripVTControlCharacters(text)
    .replaceAll('\r', '')
    .replace(/\b\d+(?:\.\d+)? (?:ms|s)\b/g, 'N s')
    .replace(/worktree-[0-9a-f]{12}/g, 'worktree-…');
}
