import * as z from 'zod';
import type { Component } from '../component.ts';
import type { Entry } from './entry.ts';
import { entryPath } from './layout.ts';

const sharesSchema = z.record(
  z.string(),
  z.looseObject({
    of: z.string(),
    share: z.number().positive().max(100),
    step: z.number(),
    since: z.string(),
    version: z.string(),
    tag: z.string(),
    live: z.string(),
  }),
);

/**
 * Every canary that some users get, by the path of its entry. It repeats what the entries say, so that the keys of live
 * environments can be computed without reading them all.
 */
export type Shares = Readonly<z.output<typeof sharesSchema>>;

/** What the list says of one canary. */
export type ToldShare = Shares[string];

/** Reads the list of shares; undefined when it is none. */
export function parseShares(json: string): Shares | undefined {
  try {
    return sharesSchema.parse(JSON.parse(json));
  } catch {
    return undefined;
  }
}

/** The text of the list. */
export function sharesText(shares: Shares): string {
  return `${JSON.stringify(shares, undefined, 2)}\n`;
}

/** An entry, and where it stands. */
interface PlacedEntry {
  readonly component: Component;
  readonly environment: string;
  readonly entry: Entry;
}

/** The list after some entries changed. */
export function nextShares(before: Shares, entries: readonly PlacedEntry[]): Shares {
  const shares = new Map(Object.entries(before));
  for (const { environment, component, entry } of entries) {
    if (shares.size === 0 && entry.share === undefined) {
      continue;
    }
    const path = entryPath(environment, component);
    const told = toldBy(entry);
    if (told === undefined) {
      shares.delete(path);
    } else {
      shares.set(path, told);
    }
  }
  return Object.fromEntries([...shares].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function toldBy({ of, share = 0, step = 0, since, version, tag, live, status }: Entry): ToldShare | undefined {
  return of === undefined || since === undefined || version === null || tag === null || live === undefined
    ? undefined
    : share > 0 && status !== 'held'
      ? { of, share, step, since, version, tag, live }
      : undefined;
}

/** The environments whose entry says that a component is the canary of another one. */
export function canariesOf(shares: Shares, component: Component, of: string): string[] {
  return Object.entries(shares).flatMap(([path, told]) => {
    const environment = path.slice(0, path.indexOf('/'));
    return told.of === of && path === entryPath(environment, component) ? [environment] : [];
  });
}
