import { type RawObject, type TreeEntry, treeObject } from '../../domain/git-object.ts';
import type { Repository } from '../../ports/repository.ts';

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
  const entries = new Map<string, TreeEntry>();
  const object = tree === undefined ? undefined : await repository.read(tree);
  for (const { kind, name, oid } of object?.type === 'tree' ? object.entries : []) {
    entries.set(name, { kind, name, oid });
  }
  const folders = new Map<string, Map<string, string | undefined>>();
  for (const [path, oid] of edits) {
    const slash = path.indexOf('/');
    if (slash >= 0) {
      const folder = path.slice(0, slash);
      const inside = folders.get(folder) ?? new Map<string, string | undefined>();
      folders.set(folder, inside.set(path.slice(slash + 1), oid));
    } else if (oid === undefined) {
      entries.delete(path);
    } else {
      entries.set(path, { kind: 'file', name: path, oid });
    }
  }
  for (const [name, inside] of folders) {
    const before = entries.get(name);
    const oid = await editTree(repository, before?.kind === 'folder' ? before.oid : undefined, inside, objects);
    if (oid === undefined) {
      entries.delete(name);
    } else {
      entries.set(name, { kind: 'folder', name, oid });
    }
  }
  if (entries.size === 0) {
    return undefined;
  }
  const edited = treeObject([...entries.values()]);
  if (edited.oid !== tree) {
    objects.push(edited);
  }
  return edited.oid;
}
