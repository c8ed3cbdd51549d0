import type { FolderStep, Step, TreeStep } from '../content-paths.ts';
import { edgitBase } from '../edgit.ts';

/** The files of a tree, to look up by path or in their folder. */
export class FileIndex {
  readonly #paths: ReadonlySet<string>;
  /** The names of the files in each folder, sorted by code units. */
  #folders: Map<string, string[]> | undefined;

  #parents: ReadonlySet<string> | undefined;
  #called: Map<string, string[]> | undefined;
  #bases: Map<string, string[]> | undefined;

  /** @param paths relative to the root of the repository, with `/` */
  constructor(paths: Iterable<string>) {
    this.#paths = new Set(paths);
  }

  has(path: string): boolean {
    return this.#paths.has(path);
  }

  get paths(): Iterable<string> {
    return this.#paths;
  }

  /** The names of the files in a folder, sorted; `''` is the root. */
  filesIn(folder: string): readonly string[] {
    this.#folders ??= byFolder(this.#paths);
    return this.#folders.get(folder) ?? [];
  }

  /** Whether something lies below this path. */
  isFolder(path: string): boolean {
    this.#parents ??= new Set([...this.#paths].flatMap(parentsOf));
    return this.#parents.has(path);
  }

  /**
   * Whether a path leads to a file or folder, from the folder of a file or one above it. Below the root the ending may be
   * left out; at the root that is how components are named.
   */
  isReachable(file: string, path: string): boolean {
    return [...parentsOf(file), ''].some((folder) => {
      const whole = folder === '' ? path : `${folder}/${path}`;
      return this.has(whole) || this.isFolder(whole) || (folder !== '' && this.#isStem(whole));
    });
  }

  /** Whether a file is called so, with any one ending. */
  #isStem(path: string): boolean {
    const slash = path.lastIndexOf('/');
    const stem = `${path.slice(slash + 1)}.`;
    const names = this.filesIn(path.slice(0, Math.max(slash, 0)));
    return names[firstFrom(names, stem)]?.startsWith(stem) === true;
  }

  /** The paths of the files that are called so, in any folder. */
  called(file: string): readonly string[] {
    this.#called ??= Map.groupBy(this.#paths, (path) => path.slice(path.lastIndexOf('/') + 1));
    return this.#called.get(file) ?? [];
  }

  /** The paths that a step of the search for content finds, sorted within a folder. */
  candidates(step: Step): string[] {
    return step.kind === 'tree' ? this.#anywhere(step) : this.#inFolder(step);
  }

  #anywhere({ bases, matches }: TreeStep): string[] {
    if (bases === undefined) {
      return [...this.#paths].filter(matches);
    }
    this.#bases ??= Map.groupBy(this.#paths, edgitBase);
    return [...new Set(bases)].flatMap((base) => this.#bases?.get(base)?.filter(matches) ?? []);
  }

  #inFolder({ folder, prefix, isExact, matches }: FolderStep): string[] {
    const inFolder = folder === '' ? '' : `${folder}/`;
    if (isExact) {
      return this.has(inFolder + prefix) ? [inFolder + prefix] : [];
    }
    const names = this.filesIn(folder);
    const found: string[] = [];
    for (let at = firstFrom(names, prefix); names[at]?.startsWith(prefix) === true; at++) {
      const name = names[at];
      if (name !== undefined && matches(name)) {
        found.push(inFolder + name);
      }
    }
    return found;
  }

  /** The same files, without some and with others. */
  with(removed: Iterable<string>, added: Iterable<string>): FileIndex {
    const paths = new Set(this.#paths);
    for (const path of removed) {
      paths.delete(path);
    }
    for (const path of added) {
      paths.add(path);
    }
    return new FileIndex(paths);
  }
}

/** The folders that a path is in, the nearest first. */
function parentsOf(path: string): string[] {
  const parents: string[] = [];
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    parents.push(path.slice(0, slash));
  }
  return parents;
}

function byFolder(paths: Iterable<string>): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const slash = path.lastIndexOf('/');
    const folder = path.slice(0, Math.max(slash, 0));
    const names = folders.get(folder);
    if (names === undefined) {
      folders.set(folder, [path.slice(slash + 1)]);
    } else {
      names.push(path.slice(slash + 1));
    }
  }
  for (const names of folders.values()) {
    names.sort();
  }
  return folders;
}

/** The index of the first name that is not before this one. */
function firstFrom(names: readonly string[], prefix: string): number {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle] ?? '') < prefix) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
