import type { TagRef } from '../domain/component-tags.ts';
import type { GitObject, RawObject } from '../git/object.ts';

export type { GitObject } from '../git/object.ts';
export type { TreeEntry } from '../git/tree-listing.ts';

/** What the server lists. */
export interface Refs {
  /** The commit of the default branch; undefined in an empty repository. */
  readonly head: string | undefined;
  readonly tags: readonly TagRef[];
  /** What other refs point at that were asked for by their full names; those that do not exist are not in it. */
  readonly tips: ReadonlyMap<string, string>;
}

/**
 * How much comes with what is asked for: `everything`: all folders and files of a commit. `trees`: all its folders.
 * `objects`: nothing but the objects named.
 */
export type LoadDepth = 'everything' | 'trees' | 'objects';

/** An object that was asked for, undefined when the repository does not have it. */
export interface ReadObject {
  readonly oid: string;
  readonly object: GitObject | undefined;
}

/** A ref that is to move. Nothing moves unless the ref is still where it is expected. */
export interface RefUpdate {
  /** The full name. */
  readonly ref: string;
  /** The object it points at now; undefined where there must be no such ref. */
  readonly from: string | undefined;
  /** The object it is to point at; undefined to delete it. */
  readonly to: string | undefined;
}

/** A ref the server did not move, and its words for why. */
export interface RefRefusal {
  readonly ref: string;
  readonly reason: string;
}

/** What became of a push of which all refs move or none. */
export type PushOutcome =
  | { readonly landed: true }
  | { readonly landed: false; readonly refused: readonly RefRefusal[]; readonly said: string };

/** The repository on the server, without a checkout. */
export interface Repository {
  /**
   * The tags whose names start with one of the prefixes, the default branch, and other refs of these full names, as they
   * are now. A server reads refs one after the other: which of them it read first, nobody says.
   */
  refs(tagPrefixes: readonly string[], names?: readonly string[]): Promise<Refs>;
  /** What refs of these full names point at, as they are now; those that do not exist are not in the answer. */
  tips(names: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /**
   * Brings objects near in one request, or one for every 16,000 of them, so that reading them asks the server no more.
   * What is near already is skipped. What is too large takes nothing else with it.
   * @param budget how much may come, in bytes, before only the objects named are fetched; of `objects`, before each is
   *   fetched by itself, and one that takes more by itself, with what it leads to, is `oversized` from then on
   * @returns whether everything of that depth came
   */
  load(oids: readonly string[], depth: LoadDepth, budget?: number): Promise<boolean>;
  /** Brings those of the objects near that the repository has, and nothing else. Answers the others. */
  loadPresent(oids: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * The latest commits of a chain, from `tip` backwards, in one request.
   * @param depth how many at most
   * @param since only those that are not older, in seconds since the epoch
   */
  log(tip: string, limit: { readonly depth: number } | { readonly since: number }): Promise<void>;
  /**
   * Those of the commits from which `tip` was made: the tip itself, and all that it leads back to. One request, as long as
   * all of them are; what the repository does not have is not among them.
   */
  reachable(tip: string, commits: readonly string[]): Promise<ReadonlySet<string>>;
  /** Reads an object, from the server if it is not near. Undefined when the repository does not have it. */
  read(oid: string): Promise<GitObject | undefined>;
  /**
   * Reads many objects in the given order, first bringing near those that are not. Only one at a time is in memory,
   * unless the caller keeps them.
   */
  readAll(oids: readonly string[]): AsyncIterable<ReadObject>;
  /** The server's clock, in seconds since the epoch: as a rule from an answer that is there. */
  serverTime(): Promise<number>;
  /**
   * Makes sure that the token may push, and finds out how; a push of several refs does so itself.
   * @throws TagshipError `push-denied`
   */
  mayPush(): Promise<void>;
  /**
   * Gives up whatever is under way, as after a server that does not answer: it fails, and is not tried again. What is
   * asked from now on begins anew.
   */
  abandon(): Promise<void>;
  /** Moves refs, all or none. A `TransientError` leaves open whether they moved. */
  push(updates: readonly RefUpdate[], objects: readonly RawObject[]): Promise<PushOutcome>;
}
