import type { Component } from '../../domain/component.ts';
import { componentId } from '../../domain/component.ts';
import type { Entry } from '../../domain/ledger/entry.ts';
import { dayPath, lastBefore, parseEntryPath, TIME_FOLDER } from '../../domain/ledger/layout.ts';
import { type LedgerMessage, parseLedgerMessage } from '../../domain/ledger/message.ts';
import type { Repository } from '../../ports/repository.ts';
import { LedgerSnapshot } from './snapshot.ts';

/** A component in an environment, as the ledger has it. */
export interface PastEntry {
  readonly environment: string;
  readonly component: Component;
  readonly entry: Entry;
}

/** One commit of the ledger, with what it says of itself. */
export interface LedgerCommit {
  readonly commit: string;
  /** Seconds since the epoch. */
  readonly time: number;
  readonly message: LedgerMessage;
}

/** How many commits are read at once when only the latest are asked for. */
const PAGE = 100;

/**
 * The ledger as it was at a time: after the last commit that is not later, in whole seconds. The ledger's own index of
 * days is followed, so this costs the same however long it is.
 *
 * @param time seconds since the epoch
 * @returns undefined for a time before the ledger began
 */
export async function ledgerAt(
  repository: Repository,
  tip: LedgerSnapshot,
  time: number,
): Promise<LedgerSnapshot | undefined> {
  if (tip.time <= time) {
    return tip;
  }
  const months = await namesIn(tip, TIME_FOLDER);
  const [, month = '', day = ''] = dayPath(time).split('/');
  for (const oneMonth of months.filter((name) => name <= month).reverse()) {
    const days = await namesIn(tip, `${TIME_FOLDER}/${oneMonth}`);
    for (const oneDay of days.filter((name) => oneMonth < month || name <= day).reverse()) {
      const path = `${TIME_FOLDER}/${oneMonth}/${oneDay}`;
      await tip.load([path]);
      const commit = lastBefore(tip.text(path) ?? '', time);
      if (commit !== undefined) {
        return await LedgerSnapshot.open(repository, commit);
      }
    }
  }
  return undefined;
}

/** The first commit of the ledger. */
export async function firstLedger(repository: Repository, tip: LedgerSnapshot): Promise<LedgerSnapshot> {
  const [month] = await namesIn(tip, TIME_FOLDER);
  const [day] = month === undefined ? [] : await namesIn(tip, `${TIME_FOLDER}/${month}`);
  if (day === undefined) {
    return tip;
  }
  const path = `${TIME_FOLDER}/${month}/${day}`;
  await tip.load([path]);
  const commit = tip.text(path)?.split('\n')[0]?.split(' ')[1];
  return commit === undefined ? tip : await LedgerSnapshot.open(repository, commit);
}

async function namesIn(snapshot: LedgerSnapshot, folder: string): Promise<string[]> {
  return (await snapshot.names(folder)).sort();
}

/**
 * The entries of some environments, those of removed tags included.
 * @param asks which of them; the others are not read
 */
export async function entriesOf(
  snapshot: LedgerSnapshot,
  environments: readonly string[],
  asks: (place: Pick<PastEntry, 'component' | 'environment'>) => boolean = () => true,
): Promise<PastEntry[]> {
  const found: { environment: string; component: Component; path: string }[] = [];
  for (const environment of environments) {
    for (const path of (await snapshot.list(environment)).keys()) {
      const parsed = parseEntryPath(path);
      if (parsed !== undefined && asks(parsed)) {
        found.push({ ...parsed, path });
      }
    }
  }
  await snapshot.load(found.map(({ path }) => path));
  return found.flatMap(({ environment, component }) => {
    const entry = snapshot.entry(environment, component);
    return entry === undefined ? [] : [{ environment, component, entry }];
  });
}

/**
 * The commits of the ledger from one backwards, the latest first.
 * @param limit only those that are not older than a time, in seconds since the epoch; or only some of the latest
 */
export async function commitsFrom(
  repository: Repository,
  start: LedgerSnapshot,
  limit: { readonly since: number } | { readonly latest: number },
): Promise<LedgerCommit[]> {
  if ('since' in limit && start.time < limit.since) {
    return [];
  }
  await repository.log(
    start.commit,
    'since' in limit ? { since: limit.since } : { depth: Math.min(limit.latest, PAGE) },
  );
  const commits: LedgerCommit[] = [];
  // One more than is asked for would have to be fetched.
  const most = 'since' in limit ? Number.POSITIVE_INFINITY : limit.latest;
  for (let at: string | undefined = start.commit; at !== undefined && commits.length < most; ) {
    const object = await repository.read(at);
    const message = object?.type === 'commit' ? parseLedgerMessage(object.message) : undefined;
    if (object?.type !== 'commit' || message === undefined) {
      break;
    }
    const time = Math.floor(Date.parse(object.date) / 1000);
    if ('since' in limit && time < limit.since) {
      break;
    }
    commits.push({ commit: at, time, message });
    at = object.parents[0];
  }
  return commits;
}

/** Whether an entry is of one of the components that patterns name; without patterns, of any. */
export function isOf(component: Component, matches: ((id: string) => boolean) | undefined): boolean {
  return matches === undefined || matches(componentId(component));
}
