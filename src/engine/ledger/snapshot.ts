import { BoundedCache } from '../../domain/bounded-cache.ts';
import type { Component } from '../../domain/component.ts';
import {
  countedNumber,
  type Entry,
  implausible,
  type KnownVersions,
  parseEntry,
  parseVersions,
} from '../../domain/ledger/entry.ts';
import { type Holds, parseHolds } from '../../domain/ledger/holds.ts';
import {
  entryPath,
  HOLDS_FILE,
  parseEntryPath,
  SHARES_FILE,
  VERSIONS_FOLDER,
  versionsPath,
} from '../../domain/ledger/layout.ts';
import { type LedgerMessage, parseLedgerMessage } from '../../domain/ledger/message.ts';
import { parseShares, type Shares } from '../../domain/ledger/shares.ts';
import { TagshipError } from '../../errors.ts';
import type { TreeListing } from '../../git/tree-listing.ts';
import type { GitObject, Repository, TreeEntry } from '../../ports/repository.ts';
import { PathBudget } from '../tree.ts';
import { Texts } from './compressed-texts.ts';

/**
 * How much of a ledger's folders is fetched in one request, in bytes: tens of thousands of entries. Those of a larger
 * ledger are fetched one level at a time on the way to what is needed.
 */
const FOLDERS_BUDGET = 4 * 1024 * 1024;

/**
 * How much of a ledger is fetched in one request to have all of it, in bytes. The contents that ran are in it, and of a
 * ledger in which these are larger only what it says of them is fetched.
 */
const EVERYTHING_BUDGET = 64 * 1024 * 1024;

/** How many commits are looked at to find out a number that does not follow. */
const COUNTED = 50;

/** How many entries, and how many lists of versions, stay parsed. */
const MAX_PARSED = 2_000;

/** A path and the object there. */
type Placed = readonly [path: string, oid: string];

/** The ledger as it was after one of its commits; nothing is read before it is asked for. */
export class LedgerSnapshot {
  /** The commit. */
  readonly commit: string;
  readonly message: LedgerMessage;
  /** When it was made by the Git server's clock, in seconds since the epoch. */
  readonly time: number;
  readonly parents: readonly string[];
  readonly tree: string;
  readonly #repository: Repository;
  #number: number | undefined;
  /** What is at each path that was looked up; undefined where there is nothing. */
  readonly #found = new Map<string, TreeEntry | undefined>();
  readonly #texts = new Map<string, string>();
  readonly #entries = new BoundedCache<Entry>(MAX_PARSED);
  readonly #versions = new BoundedCache<KnownVersions>(MAX_PARSED);
  /** The texts of all entries, versions and holds. */
  #all: Texts | undefined;

  private constructor(
    repository: Repository,
    commit: string,
    object: { tree: string; parents: readonly string[]; date: string },
    message: LedgerMessage,
  ) {
    this.#repository = repository;
    this.commit = commit;
    this.message = message;
    this.tree = object.tree;
    this.parents = object.parents;
    this.time = Math.floor(Date.parse(object.date) / 1000);
  }

  /**
   * Opens the ledger at a commit.
   * @param depth whether its folders come along
   * @param number which it was given, where it was made by this run
   * @throws TagshipError `ledger-broken` where the commit is none of the ledger's
   */
  static async open(
    repository: Repository,
    commit: string,
    depth: 'objects' | 'trees' = 'trees',
    number?: number,
  ): Promise<LedgerSnapshot> {
    await repository.load([commit], depth, FOLDERS_BUDGET);
    const object = await repository.read(commit);
    const message = object?.type === 'commit' ? parseLedgerMessage(object.message) : undefined;
    if (object?.type !== 'commit' || message === undefined) {
      throw broken(commit, 'is no commit that Tagship wrote');
    }
    const snapshot = new LedgerSnapshot(repository, commit, object, message);
    snapshot.#number = number;
    return snapshot;
  }

  /** Its number, which every run counts on from; once `count` has looked at the commits before. */
  get number(): number {
    return this.#number ?? this.message.seq;
  }

  /** Finds out its number: from the commit before, and only where that does not fit from some more. */
  async count(): Promise<void> {
    if (this.#number === undefined) {
      let number = countedNumber(await this.#numbers(2));
      if (number !== this.message.seq) {
        await this.#repository.log(this.commit, { depth: COUNTED });
        number = countedNumber(await this.#numbers(COUNTED));
      }
      this.#number = number;
    }
  }

  /** What this commit and those before it say, as many as there are; before the first there is 0. */
  async #numbers(most: number): Promise<number[]> {
    const numbers = [this.message.seq];
    for (let [at] = this.parents; numbers.length < most; ) {
      const object: GitObject | undefined = at === undefined ? undefined : await this.#repository.read(at);
      const message = object?.type === 'commit' ? parseLedgerMessage(object.message) : undefined;
      if (object?.type !== 'commit' || message === undefined) {
        return at === undefined ? [...numbers, 0] : numbers;
      }
      numbers.push(message.seq);
      [at] = object.parents;
    }
    return numbers;
  }

  /**
   * Why nobody is to build on an entry that was loaded; undefined where it is sound.
   * @param now by the Git server's clock, in seconds since the epoch
   */
  doubt(environment: string, component: Component, now: number): TagshipError | undefined {
    const entry = this.entry(environment, component);
    const why = entry === undefined ? undefined : implausible(entry, this.number, now);
    return why === undefined
      ? undefined
      : broken(this.commit, `has \`${entryPath(environment, component)}\`, on which nothing is built: ${why}`);
  }

  /**
   * Brings all entries, versions and holds near, so that `entry`, `versions` and `holds` answer for everything: in one
   * request, or where contents make the ledger too large for that, in one for each level of folders and one for every
   * 16,000 files.
   */
  async loadAll(): Promise<void> {
    if (this.#all !== undefined) {
      return;
    }
    await this.#repository.load([this.commit], 'everything', EVERYTHING_BUDGET);
    const { paths, oids } = await this.#files();
    const all = new Texts();
    let i = 0;
    for await (const { object } of this.#repository.readAll(oids)) {
      const path = paths[i++] ?? '';
      if (object?.type !== 'blob' || object.bytes === undefined) {
        throw broken(this.commit, `lacks the content of \`${path}\``);
      }
      all.set(path, new TextDecoder().decode(object.bytes));
    }
    this.#all = all;
  }

  /** Whether all entries, versions and holds are near. */
  get isWhole(): boolean {
    return this.#all !== undefined;
  }

  /** The paths of all entries, versions and holds, and their objects. */
  async #files(): Promise<{ readonly paths: readonly string[]; readonly oids: readonly string[] }> {
    const files: Placed[] = [];
    const budget = new PathBudget();
    for (let level: readonly Placed[] = [['', this.tree]]; level.length > 0; ) {
      level = await this.#below(level, files, budget);
    }
    files.sort(([a], [b]) => (a < b ? -1 : 1));
    return { paths: files.map(([path]) => path), oids: files.map(([, oid]) => oid) };
  }

  /** The folders in folders, brought near in one request. The files that count go to `files`. */
  async #below(level: readonly Placed[], files: Placed[], budget: PathBudget): Promise<Placed[]> {
    await this.#repository.load([...new Set(level.map(([, oid]) => oid))], 'objects');
    const folders: Placed[] = [];
    for (const [folder, tree] of level) {
      for (const { kind, name, oid } of (await this.#entriesOf(tree)).all()) {
        const path = folder === '' ? name : `${folder}/${name}`;
        budget.take(path);
        if (kind === 'folder' && !path.startsWith('.')) {
          folders.push([path, oid]);
        } else if (kind === 'file' && isRecord(path)) {
          files.push([path, oid]);
        }
      }
    }
    return folders;
  }

  /** Whether a text is here, or is known not to be in the ledger. */
  #has(path: string): boolean {
    return this.#texts.has(path) || (this.#all !== undefined && isRecord(path));
  }

  /** Brings files near, one request per level of folders at most. What is not there is not there. */
  async load(paths: readonly string[]): Promise<void> {
    const wanted = [...new Set(paths)].filter((path) => !this.#has(path));
    await this.#find(wanted.filter((path) => !this.#found.has(path)));
    await this.#loadTexts(wanted);
  }

  /** Looks files up and answers the objects of those whose text is not here yet. */
  async locate(paths: readonly string[]): Promise<string[]> {
    const wanted = [...new Set(paths)].filter((path) => !this.#has(path));
    await this.#find(wanted.filter((path) => !this.#found.has(path)));
    return wanted.flatMap((path) => {
      const found = this.#found.get(path);
      return found?.kind === 'file' ? [found.oid] : [];
    });
  }

  /** Looks paths up level by level. */
  async #find(paths: readonly string[]): Promise<void> {
    const split = paths.map((path) => path.split('/'));
    for (let level = 0; ; level++) {
      const deep = split.filter((segments) => segments.length > level);
      if (deep.length === 0) {
        return;
      }
      const folders = new Map<string, string>();
      for (const segments of deep) {
        const parent = segments.slice(0, level).join('/');
        const found = this.#found.get(parent);
        const oid = level === 0 ? this.tree : found?.kind === 'folder' ? found.oid : undefined;
        if (oid !== undefined) {
          folders.set(parent, oid);
        }
      }
      await this.#repository.load([...new Set(folders.values())], 'objects');
      await this.#findIn(folders, deep, level);
    }
  }

  /** Looks one more segment of each path up, in the folders that the segments before lead to. */
  async #findIn(
    folders: ReadonlyMap<string, string>,
    paths: readonly (readonly string[])[],
    level: number,
  ): Promise<void> {
    for (const segments of paths) {
      const folder = folders.get(segments.slice(0, level).join('/'));
      const entries = folder === undefined ? undefined : await this.#entriesOf(folder);
      this.#found.set(segments.slice(0, level + 1).join('/'), entries?.named(segments[level] ?? ''));
    }
  }

  /** The files under a folder, with their paths, read in one request per level of folders. */
  async list(folder: string): Promise<ReadonlyMap<string, string>> {
    await this.load([folder]);
    const files = new Map<string, string>();
    const top = folder === '' ? this.tree : this.#found.get(folder)?.oid;
    const budget = new PathBudget();
    let level = new Map<string, string>(top === undefined ? [] : [[folder, top]]);
    while (level.size > 0) {
      await this.#repository.load([...new Set(level.values())], 'objects');
      const next = new Map<string, string>();
      for (const [path, oid] of level) {
        for (const entry of (await this.#entriesOf(oid)).all()) {
          const inside = path === '' ? entry.name : `${path}/${entry.name}`;
          budget.take(inside);
          this.#found.set(inside, entry);
          if (entry.kind === 'folder') {
            next.set(inside, entry.oid);
          } else if (entry.kind === 'file') {
            files.set(inside, entry.oid);
          }
        }
      }
      level = next;
    }
    return files;
  }

  /** The names in a folder; none where there is no such folder. */
  async names(folder: string): Promise<string[]> {
    await this.load([folder]);
    const found = this.#found.get(folder);
    if (found?.kind !== 'folder') {
      return [];
    }
    await this.#repository.load([found.oid], 'objects');
    return (await this.#entriesOf(found.oid)).all().map(({ name }) => name);
  }

  /** The names of all environments that have an entry. */
  async environments(): Promise<string[]> {
    await this.#repository.load([this.tree], 'objects');
    const entries = await this.#entriesOf(this.tree);
    return entries
      .all()
      .filter(({ kind, name }) => kind === 'folder' && name !== VERSIONS_FOLDER && !name.startsWith('.'))
      .map(({ name }) => name);
  }

  /** The text of a file that was loaded. */
  text(path: string): string | undefined {
    return this.#texts.get(path) ?? this.#all?.get(path);
  }

  /** What is at a path that was loaded. */
  at(path: string): TreeEntry | undefined {
    return this.#found.get(path);
  }

  /**
   * The entry of a component in an environment, as far as it was loaded.
   * @throws TagshipError `ledger-broken`
   */
  entry(environment: string, component: Component): Entry | undefined {
    const path = entryPath(environment, component);
    const known = this.#entries.get(path);
    if (known !== undefined) {
      return known;
    }
    const text = this.text(path);
    if (text === undefined) {
      return undefined;
    }
    const parsed = parseEntry(text);
    if ('problem' in parsed && typeof parsed.problem === 'string') {
      throw broken(this.commit, `has \`${path}\`, which cannot be read: ${parsed.problem}`);
    }
    const entry = parsed as Entry;
    this.#entries.set(path, entry, 1);
    return entry;
  }

  /**
   * The versions of a component that the ledger knows, as far as they were loaded.
   * @throws TagshipError `ledger-broken`
   */
  versions(component: Component): KnownVersions {
    const path = versionsPath(component);
    const text = this.text(path);
    if (text === undefined) {
      return {};
    }
    const cached = this.#versions.get(path);
    if (cached !== undefined) {
      return cached;
    }
    const parsed = parseVersions(text);
    if ('problem' in parsed && typeof parsed.problem === 'string') {
      throw broken(this.commit, `has \`${path}\`, which cannot be read: ${parsed.problem}`);
    }
    const versions = parsed as KnownVersions;
    this.#versions.set(path, versions, 1);
    return versions;
  }

  /**
   * All holds; they have to be loaded.
   * @throws TagshipError `ledger-broken`
   */
  holds(): Holds {
    const text = this.text(HOLDS_FILE);
    const parsed = text === undefined ? {} : parseHolds(text);
    if (parsed === undefined) {
      throw broken(this.commit, `has \`${HOLDS_FILE}\`, which cannot be read`);
    }
    return parsed;
  }

  /**
   * All canaries that some users get; the list has to be loaded.
   * @throws TagshipError `ledger-broken`
   */
  shares(): Shares {
    const text = this.text(SHARES_FILE);
    const parsed = text === undefined ? {} : parseShares(text);
    if (parsed === undefined) {
      throw broken(this.commit, `has \`${SHARES_FILE}\`, which cannot be read`);
    }
    return parsed;
  }

  async #loadTexts(paths: readonly string[]): Promise<void> {
    const files = paths.flatMap((path) => {
      const found = this.#found.get(path);
      return found?.kind === 'file' ? [{ path, oid: found.oid }] : [];
    });
    await this.#repository.load([...new Set(files.map(({ oid }) => oid))], 'objects');
    const blobs = await Promise.all(files.map(({ oid }) => this.#repository.read(oid)));
    for (const [i, { path }] of files.entries()) {
      const blob = blobs[i];
      if (blob?.type !== 'blob' || blob.bytes === undefined) {
        throw broken(this.commit, `lacks the content of \`${path}\``);
      }
      this.#texts.set(path, new TextDecoder().decode(blob.bytes));
    }
  }

  async #entriesOf(tree: string): Promise<TreeListing> {
    const object = await this.#repository.read(tree);
    if (object?.type !== 'tree') {
      throw broken(this.commit, `lacks the folder ${tree.slice(0, 12)}`);
    }
    return object.listing;
  }
}

/** Whether this is the path of an entry, of a component's versions or of the holds. */
function isRecord(path: string): boolean {
  return (
    path === HOLDS_FILE ||
    path === SHARES_FILE ||
    parseEntryPath(path) !== undefined ||
    (path.startsWith(`${VERSIONS_FOLDER}/`) && path.endsWith('.json'))
  );
}

function broken(commit: string, how: string): TagshipError {
  return new TagshipError(
    'ledger-broken',
    `The ledger cannot be read: ${commit.slice(0, 12)} ${how}.`,
    'Move the ledger ref back to its last good commit (`git log` on the ref shows them), or name another ref under `ledger.ref`.',
  );
}
