import { type RawObject, treeObject } from '../../git/object.ts';
import type { TreeEntry } from '../../git/tree-listing.ts';
import type { Repository } from '../../ports/repository.ts';

/** A file that is replaced, added or (undefined) left out. */
type Edit = readonly [path: string, oid: string | undefined];

/**
 * The tree with files replaced, added or (undefined) left out; undefined when nothing is left of it.
 * New trees go to `objects`.
 */
export async function editTree(
  repository: Repository,
  tree: string | undefined,
  edits: ReadonlyMap<string, string | undefined>,
  objects: RawObject[],
): Promise<string | undefined> {
  // In this order, what is in one folder stands together.
  const sorted = [...edits].sort(([a], [b]) => (a < b ? -1 : 1));
  return await new TreeEditor(repository, sorted, objects).edit(tree, { from: 0, to: sorted.length, depth: 0 });
}

/** The edits inside of one folder: some in a row, of whose paths so many characters are the folder's own. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

class TreeEditor {
  readonly #repository: Repository;
  readonly #edits: readonly Edit[];
  readonly #objects: RawObject[];

  constructor(repository: Repository, edits: readonly Edit[], objects: RawObject[]) {
    this.#repository = repository;
    this.#edits = edits;
    this.#objects = objects;
  }

  async edit(tree: string | undefined, part: Part): Promise<string | undefined> {
    const entries = new Map<string, TreeEntry>();
    const object = tree === undefined ? undefined : await this.#repository.read(tree);
    for (const { kind, name, oid } of object?.type === 'tree' ? object.entries : []) {
      entries.set(name, { kind, name, oid });
    }
    for (let at = part.from; at < part.to; ) {
      const folder = this.#folderAt(at, part);
      at = folder === undefined ? this.#place(at, part, entries) : await this.#enter(folder, at, part, entries);
    }
    if (entries.size === 0) {
      return undefined;
    }
    const edited = treeObject([...entries.values()]);
    if (edited.oid !== tree) {
      this.#objects.push(edited);
    }
    return edited.oid;
  }

  /** The folder that an edit is in; undefined where it is a file right here. */
  #folderAt(at: number, { depth }: Part): string | undefined {
    const [path] = this.#edits[at] ?? [''];
    const slash = path.indexOf('/', depth);
    return slash < 0 ? undefined : path.slice(depth, slash);
  }

  /** @returns the edit to go on with */
  #place(at: number, { depth }: Part, entries: Map<string, TreeEntry>): number {
    const [path, oid] = this.#edits[at] ?? ['', undefined];
    const name = path.slice(depth);
    if (oid === undefined) {
      entries.delete(name);
    } else {
      entries.set(name, { kind: 'file', name, oid });
    }
    return at + 1;
  }

  /** Edits what is in a folder. @returns the edit to go on with */
  async #enter(name: string, at: number, part: Part, entries: Map<string, TreeEntry>): Promise<number> {
    let to = at + 1;
    while (to < part.to && this.#folderAt(to, part) === name) {
      to += 1;
    }
    const before = entries.get(name);
    const inside = { from: at, to, depth: part.depth + name.length + 1 };
    const oid = await this.edit(before?.kind === 'folder' ? before.oid : undefined, inside);
    if (oid === undefined) {
      entries.delete(name);
    } else {
      entries.set(name, { kind: 'folder', name, oid });
    }
    return to;
  }
}
