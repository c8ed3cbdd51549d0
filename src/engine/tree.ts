import type { FolderStep } from '../domain/content-paths.ts';
import { TagshipError } from '../errors.ts';
import { TreeListing } from '../git/tree-listing.ts';
import type { Repository, TreeEntry } from '../ports/repository.ts';

/** What is at a path of a commit. */
export type PathLookup =
  | { readonly kind: 'file' | 'folder'; readonly oid: string }
  /** The path, or a folder on the way to it, is a link or a submodule, which are not followed. */
  | { readonly kind: 'symlink' | 'submodule'; readonly path: string }
  | { readonly kind: 'missing' };

/** What a folder holds; nothing where there is no such folder, and where something on the way to it is not followed. */
interface Listing {
  readonly entries: TreeListing;
  readonly blocked: { readonly kind: 'symlink' | 'submodule'; readonly path: string } | undefined;
}

const NOTHING: Listing = { entries: new TreeListing(new Uint8Array()), blocked: undefined };

/** What all paths of a tree that is read as a whole may take, in characters, and what each of them counts besides. */
const MAX_PATHS = 128 * 1024 * 1024;
const PER_PATH = 100;

/**
 * What is left for the paths of a tree that is read as a whole: about a million. Folders with the same content are one
 * object, so nine of them in nine levels are more paths than any memory holds.
 */
export class PathBudget {
  #left = MAX_PATHS;

  /** @throws TagshipError `tree-too-large` */
  take(path: string): void {
    this.#left -= path.length + PER_PATH;
    if (this.#left < 0) {
      throw new TagshipError(
        'tree-too-large',
        `The tree unfolds into more paths than are read; one of them is \`${path.slice(0, 200)}\`.`,
        'Look for folders that hold copies of themselves, and take them out of the commit.',
      );
    }
  }
}

/** Answers what a folder with this object holds. */
export type ReadFolder = (oid: string) => Promise<TreeListing>;

/** The folders of one tree. What was listed once is not read again. */
export class Tree {
  readonly #readFolder: ReadFolder;
  readonly #listed = new Map<string, Listing>();
  readonly #root: string | undefined;

  /** @param root the object of the tree; undefined for one that holds nothing */
  constructor(readFolder: ReadFolder, root: string | undefined) {
    this.#readFolder = readFolder;
    this.#root = root;
  }

  /** Looks up a path; `''` is the root. */
  async lookUp(path: string): Promise<PathLookup> {
    const segments = path.split('/').filter((part) => part !== '');
    const name = segments.pop();
    if (name === undefined || this.#root === undefined) {
      return this.#root === undefined ? { kind: 'missing' } : { kind: 'folder', oid: this.#root };
    }
    const { entries, blocked } = await this.#list(segments);
    if (blocked !== undefined) {
      return blocked;
    }
    const entry = entries.named(name);
    if (entry === undefined) {
      return { kind: 'missing' };
    }
    return entry.kind === 'file' || entry.kind === 'folder'
      ? { kind: entry.kind, oid: entry.oid }
      : { kind: entry.kind, path: [...segments, name].join('/') };
  }

  /** What a folder holds. */
  async list(folder: string): Promise<Listing> {
    return this.#listed.get(folder) ?? (await this.#list(folder.split('/').filter((part) => part !== '')));
  }

  async #list(segments: readonly string[]): Promise<Listing> {
    const folder = segments.join('/');
    const known = this.#listed.get(folder);
    if (known !== undefined) {
      return known;
    }
    const listing = await this.#read(folder, segments);
    this.#listed.set(folder, listing);
    return listing;
  }

  async #read(folder: string, segments: readonly string[]): Promise<Listing> {
    const name = segments.at(-1);
    if (name === undefined) {
      return this.#root === undefined ? NOTHING : await this.#entries(this.#root);
    }
    const parent = await this.#list(segments.slice(0, -1));
    if (parent.blocked !== undefined) {
      return parent;
    }
    const entry = parent.entries.named(name);
    if (entry === undefined || entry.kind === 'file') {
      return NOTHING;
    }
    return entry.kind === 'folder'
      ? await this.#entries(entry.oid)
      : { ...NOTHING, blocked: { kind: entry.kind, path: folder } };
  }

  async #entries(oid: string): Promise<Listing> {
    return { entries: await this.#readFolder(oid), blocked: undefined };
  }
}

/** The tree of a commit; of what is no commit, one that holds nothing. */
export async function treeOf(repository: Repository, commit: string): Promise<Tree> {
  const object = await repository.read(commit);
  return new Tree((oid) => listingOf(repository, oid), object?.type === 'commit' ? object.tree : undefined);
}

/** Looks up a path (`''` is the root) in a commit. */
export async function lookUp(repository: Repository, commit: string, path: string): Promise<PathLookup> {
  return await (await treeOf(repository, commit)).lookUp(path);
}

/** What a folder of a commit holds; empty where there is no such folder. */
export async function listFolder(
  repository: Repository,
  commit: string,
  folder: string,
): Promise<{ readonly entries: readonly TreeEntry[] }> {
  const { entries } = await (await treeOf(repository, commit)).list(folder);
  return { entries: entries.all() };
}

/** What of a folder may be the content that is looked for: everything that matches and is no folder. */
export function candidatesIn(
  entries: TreeListing,
  { prefix, isExact, matches }: Pick<FolderStep, 'prefix' | 'isExact' | 'matches'>,
): TreeEntry[] {
  const near = isExact ? [entries.named(prefix) ?? []].flat() : entries.startingWith(prefix);
  return near.filter(({ kind, name }) => kind !== 'folder' && matches(name));
}

/**
 * Brings one path of many commits near with few requests: one for the commits and one per level of the path.
 */
export async function loadPath(repository: Repository, commits: readonly string[], path: string): Promise<void> {
  await repository.load(commits, 'objects');
  const trees: string[] = [];
  for (const commit of commits) {
    const object = await repository.read(commit);
    if (object?.type === 'commit') {
      trees.push(object.tree);
    }
  }
  let level: readonly string[] = trees;
  for (const segment of path.split('/')) {
    await repository.load([...new Set(level)], 'objects');
    const next: string[] = [];
    for (const oid of new Set(level)) {
      const entry = (await listingOf(repository, oid)).named(segment);
      if (entry?.kind === 'folder' || entry?.kind === 'file') {
        next.push(entry.oid);
      }
    }
    level = next;
  }
  await repository.load([...new Set(level)], 'objects');
}

/** What the folder with this object holds; nothing where it is none. */
export async function listingOf(repository: Repository, tree: string): Promise<TreeListing> {
  const object = await repository.read(tree);
  return object?.type === 'tree' ? object.listing : NOTHING.entries;
}
