import type { Component, Prefix } from '../component.ts';

/** The folder with what is known of versions; for that reason no environment may be called so. */
export const VERSIONS_FOLDER = 'versions';

/** The folder that says which commit was the last of a day. No ref has a segment that starts with a dot. */
export const TIME_FOLDER = '.at';

/** The list of all holds, so that they are known without reading every entry. */
export const HOLDS_FILE = '.holds.json';

/** The list of all canaries that some users get, so that they are known without reading every entry. */
export const SHARES_FILE = '.shares.json';

/** Where the entry of a component in an environment stands. */
export function entryPath(environment: string, { prefix, type, name }: Component): string {
  return joined(environment, prefix, type, `${name}.json`);
}

/**
 * Where the content of that entry stands, so that it stays when its tag is deleted and its commit collected.
 * No ref has a tilde in its name, so no component can have a folder there.
 */
export function contentPath(environment: string, { prefix, type, name }: Component): string {
  return joined(environment, prefix, type, `${name}~content`);
}

/** Where the known versions of a component stand. */
export function versionsPath({ prefix, type, name }: Component): string {
  return joined(VERSIONS_FOLDER, prefix, type, `${name}.json`);
}

/** In one go: V8 keeps every step of a string that is put together step by step, and a ledger has very many paths. */
function joined(...segments: readonly string[]): string {
  return segments.join('/');
}

/** Reads the path of an entry; undefined for anything else. */
export function parseEntryPath(
  path: string,
): { readonly environment: string; readonly component: Component } | undefined {
  const match = /^([^/]+)\/(components|logic)\/([^/]+)\/(.+)\.json$/.exec(path);
  const [, environment = '', prefix = '', type = '', name = ''] = match ?? [];
  return match === null || environment === VERSIONS_FOLDER
    ? undefined
    : { environment, component: { prefix: prefix as Prefix, type, name } };
}

/** The component whose versions a path has; undefined for anything else. */
export function parseVersionsPath(path: string): Component | undefined {
  const match = /^versions\/(components|logic)\/([^/]+)\/(.+)\.json$/.exec(path);
  const [, prefix = '', type = '', name = ''] = match ?? [];
  return match === null ? undefined : { prefix: prefix as Prefix, type, name };
}

/** Where the commits of a day are listed. @param time seconds since the epoch */
export function dayPath(time: number): string {
  const [year = '', month = '', day = ''] = new Date(time * 1000).toISOString().slice(0, 10).split('-');
  return `${TIME_FOLDER}/${year}-${month}/${day}`;
}

/** A line of a day: when, in seconds since the epoch, and which ledger commit. */
export function dayLine(time: number, commit: string): string {
  return `${time} ${commit}\n`;
}

/** The last commit of a day's list that is not after a time, in seconds since the epoch. */
export function lastBefore(day: string, time: number): string | undefined {
  let found: string | undefined;
  for (const line of day.split('\n')) {
    const [at = '', commit] = line.split(' ');
    if (commit !== undefined && Number(at) <= time) {
      found = commit;
    }
  }
  return found;
}
