import type { FolderStep } from '../domain/content-paths.ts';
import type { TreeListing } from '../git/tree-listing.ts';
import type { Repository } from '../ports/repository.ts';
import { listingOf, type ReadFolder } from './tree.ts';

/** What is wanted of a folder: names, with or without an extension, and of folders that are called so what of these. */
type Wanted = Map<string, Wanted>;

/** What most folders have in common: nothing is wanted of them, or an index. They are shared, so they never change. */
const NONE: Wanted = new Map();
const INDEX: Wanted = new Map([['index', NONE]]);

/** Marks a beginning of names, where it is not all of a name but its extension. No name has it in it. */
const BEGINNING = '\0';

/** Files to be looked for in one tree. */
export class WantedFiles {
  #top: Wanted = NONE;

  /** Adds a file. */
  addPath(path: string): void {
    this.#top = added(
      this.#top,
      path.split('/').filter((part) => part !== ''),
      0,
    );
  }

  /** Adds whatever one step of a search would look at. */
  addStep({ folder, prefix, isExact }: Pick<FolderStep, 'folder' | 'prefix' | 'isExact'>): void {
    const name = isExact ? prefix : prefix.endsWith('.') ? prefix.slice(0, -1) : `${prefix}${BEGINNING}`;
    this.addPath(`${folder}/${name}`);
  }

  /** What is wanted of the root of the tree. */
  get top(): Wanted {
    return this.#top;
  }
}

/** What is wanted of a folder when a path is wanted as well, from its segment `i` on. */
function added(wanted: Wanted, segments: readonly string[], i: number): Wanted {
  const segment = segments[i];
  if (segment === undefined) {
    return wanted;
  }
  const isShared = wanted === NONE || wanted === INDEX;
  const isLast = i === segments.length - 1;
  if (isShared && isLast && segment === 'index') {
    return INDEX;
  }
  if (isLast && isCovered(wanted, segment)) {
    return wanted;
  }
  const own = isShared ? new Map(wanted) : wanted;
  return own.set(segment, added(own.get(segment) ?? NONE, segments, i + 1));
}

/** Whether a name is another one that is wanted, with an extension. */
function isCovered(wanted: Wanted, name: string): boolean {
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    if (wanted.has(name.slice(0, dot))) {
      return true;
    }
  }
  return false;
}

/**
 * Brings the folders near that files of many trees may be in, in one request for every level of folders, and reads each
 * of them once.
 * @returns what of these folders is wanted, which is all that is kept in memory
 */
export async function loadFolders(
  repository: Repository,
  trees: readonly { readonly tree: string; readonly files: WantedFiles }[],
): Promise<ReadFolder> {
  const kept = new Map<string, TreeListing>();
  let level = new Map<string, Set<Wanted>>();
  for (const { tree, files } of trees) {
    want(level, tree, files.top);
  }
  while (level.size > 0) {
    const next = new Map<string, Set<Wanted>>();
    for await (const { oid, object } of repository.readAll([...level.keys()])) {
      if (object?.type === 'tree') {
        const wanted = level.get(oid) ?? new Set();
        const listing = object.listing.only(names(wanted, kept.get(oid)), beginnings(wanted));
        kept.set(oid, listing);
        descend(listing, wanted, next);
      }
    }
    level = next;
  }
  return async (oid) => kept.get(oid) ?? (await listingOf(repository, oid));
}

/** The names that are wanted, and those that were before, at another place of the same folder. */
function* names(wanted: ReadonlySet<Wanted>, before: TreeListing | undefined): Generator<string> {
  for (const one of wanted) {
    for (const name of one.keys()) {
      if (!name.endsWith(BEGINNING)) {
        yield name;
      }
    }
  }
  for (const { name } of before?.all() ?? []) {
    yield name;
  }
}

function* beginnings(wanted: ReadonlySet<Wanted>): Generator<string> {
  for (const one of wanted) {
    for (const name of one.keys()) {
      if (name.endsWith(BEGINNING)) {
        yield name.slice(0, -BEGINNING.length);
      }
    }
  }
}

/** Puts what is wanted below a folder onto the next level. */
function descend(listing: TreeListing, wanted: ReadonlySet<Wanted>, next: Map<string, Set<Wanted>>): void {
  for (const { kind, name, oid } of listing.all()) {
    for (const one of kind === 'folder' ? wanted : []) {
      want(next, oid, one.get(name) ?? NONE);
    }
  }
}

function want(level: Map<string, Set<Wanted>>, oid: string, wanted: Wanted): void {
  if (wanted !== NONE) {
    level.set(oid, (level.get(oid) ?? new Set()).add(wanted));
  }
}
