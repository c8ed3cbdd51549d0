import { fenced, period } from '../domain/post-mortem/markdown.ts';
import { dispatchWords, shellQuote } from '../domain/post-mortem/shell.ts';
import { code } from '../domain/text.ts';
import type { Place } from './markdown.ts';

/** What KV's consistency means for those who watch production after a write. */
export const READERS = 'Readers may see the old value for a minute, plus the time of their own cache.';

/** Names that a tag can have; nobody is asked to paste anything else into a shell. */
function isNamed(...names: readonly string[]): boolean {
  return names.every((name) => /^[^\s\p{Cc}~^:?*[\\<>`]+$/u.test(name));
}

/** A command that starts a workflow to copy, to be pasted into a shell, in lines of Markdown. */
export function dispatchBlock(
  workflow: string,
  fields: Readonly<Record<string, string>>,
  { serverUrl, repository }: Place,
): string[] {
  const { host } = new URL(serverUrl);
  const named = host === 'github.com' ? repository : `${host}/${repository}`;
  const [run = '', ...words] = dispatchWords(workflow, fields);
  return fenced([[`${run} --repo ${shellQuote(named)}`, ...words].join(' \\\n  ')], 'sh');
}

/** What to do where a version that was put somewhere turns out to be bad. */
export function backSteps(component: string, environment: string, place: Place): string[] {
  return isNamed(component, environment)
    ? ['If it goes wrong:', '', ...dispatchBlock('rollback.yml', { component, environment }, place), '']
    : [];
}

/** What to do with a version that was rolled back. */
export function againSteps(component: string, environment: string, version: string, place: Place): string[] {
  const reason = 'the questions of the post-mortem are answered';
  if (!isNamed(component, environment, version)) {
    return [];
  }
  return [
    `${code(version)} is quarantined. Once the cause is found, and if it was not this version:`,
    '',
    ...dispatchBlock('promote.yml', { component, environment, version, override: 'quarantine', reason }, place),
    '',
  ];
}

/** What to do where KV went back and the tag did not: let the tag follow. */
export function followSteps(component: string, environment: string, version: string, place: Place): string[] {
  return isNamed(component, environment, version)
    ? [
        'Once the tag can be moved, let it follow:',
        '',
        ...dispatchBlock('promote.yml', { component, environment, version }, place),
        '',
      ]
    : [];
}

/** A namespace for people: the first digits of its id tell it from the others. */
export function shortNamespace(id: string): string {
  return code(/^[0-9a-f]{32}$/.test(id) ? `${id.slice(0, 8)}…` : id);
}

/** How long before one time another was, such as `3 h 5 min`; undefined where that is unknown or the other way round. */
export function agoOf(time: string | null | undefined, from: string): string | undefined {
  const passed = Date.parse(from) - Date.parse(time ?? '');
  return Number.isFinite(passed) && passed >= 0 ? period(passed) : undefined;
}
