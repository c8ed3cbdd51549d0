import type { TreeStep } from '../domain/content-paths.ts';
import { edgitBase } from '../domain/edgit.ts';
import type { Repository, TreeEntry } from '../ports/repository.ts';
import { listingOf } from './tree.ts';

/** How many files and folders of a commit are looked through at most, and how deep: a few objects can stand for millions. */
const MAX_ENTRIES = 250_000;
const MAX_DEPTH = 100;

/** Something in a tree that is no folder. */
export interface TreeFile {
  readonly path: string;
  readonly kind: Exclude<TreeEntry['kind'], 'folder'>;
  readonly oid: string;
}

/** All files of a commit. */
export class WholeTree {
  readonly files: readonly TreeFile[];
  #byBase: Map<string, TreeFile[]> | undefined;

  constructor(files: readonly TreeFile[]) {
    this.files = files;
  }

  /** The files that a step of the search for content finds. */
  candidates({ bases, matches }: TreeStep): TreeFile[] {
    if (bases === undefined) {
      return this.files.filter(({ path }) => matches(path));
    }
    this.#byBase ??= Map.groupBy(this.files, ({ path }) => edgitBase(path));
    return [...new Set(bases)].flatMap((base) => this.#byBase?.get(base) ?? []).filter(({ path }) => matches(path));
  }

  /** About how many bytes it takes in memory. */
  get weight(): number {
    return this.files.reduce((sum, { path }) => sum + 300 + path.length, 1_000);
  }
}

/** A commit and its tree. */
interface Root {
  readonly commit: string;
  readonly tree: string;
}

/**
 * Brings all folders of commits near: in one request or, where they are too large for that, in one for each level.
 * @returns those that have too many folders and files for it
 */
export async function loadWholeTrees<R extends Root>(
  repository: Repository,
  roots: readonly R[],
): Promise<readonly R[]> {
  const commits = roots.map(({ commit }) => commit);
  if (commits.length === 0 || (await repository.load(commits, 'trees')) || (await loadByLevel(repository, roots))) {
    return [];
  }
  // One that is too large is not to hold up the others.
  const tooLarge: R[] = [];
  for (const root of roots.length === 1 ? [] : roots) {
    if (!(await loadByLevel(repository, [root]))) {
      tooLarge.push(root);
    }
  }
  return roots.length === 1 ? roots : tooLarge;
}

async function loadByLevel(repository: Repository, roots: readonly Root[]): Promise<boolean> {
  const seen = new Set(roots.map(({ tree }) => tree));
  let level = [...seen];
  let entries = 0;
  for (let depth = 0; level.length > 0; depth++) {
    const next = new Set<string>();
    for await (const { object } of repository.readAll(level)) {
      const inside = object?.type === 'tree' ? object.entries : [];
      entries += inside.length;
      if (entries > MAX_ENTRIES || depth > MAX_DEPTH) {
        return false;
      }
      for (const { oid } of inside.filter(({ kind }) => kind === 'folder')) {
        next.add(oid);
      }
    }
    level = [...next].filter((oid) => !seen.has(oid));
    level.forEach(seen.add, seen);
  }
  return true;
}

/** All files of a tree whose folders are near; undefined where there are too many. */
export async function readWholeTree(repository: Repository, tree: string): Promise<WholeTree | undefined> {
  const files: TreeFile[] = [];
  const folders = [{ path: '', oid: tree, depth: 0 }];
  let entries = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const listing = await listingOf(repository, folder.oid);
    entries += listing.size;
    if (entries > MAX_ENTRIES || folder.depth > MAX_DEPTH) {
      return undefined;
    }
    for (const { kind, name, oid } of listing.all()) {
      const path = folder.path === '' ? name : `${folder.path}/${name}`;
      if (kind === 'folder') {
        folders.push({ path, oid, depth: folder.depth + 1 });
      } else {
        files.push({ path, kind, oid });
      }
    }
  }
  return new WholeTree(files);
}
