import type { Repository } from '../ports/repository.ts';
import { type Tree, treeOf } from './tree.ts';

const ATTRIBUTES = '.gitattributes';

/** A file of a commit. */
export interface PlacedFile {
  readonly commit: string;
  readonly path: string;
}

/**
 * Those of the files that may be pointers of Git LFS: a `.gitattributes` in their folder or above it speaks of LFS. The folders
 * on the way are near already; the attributes of all files are fetched in one request.
 */
export async function underLfs<F extends PlacedFile>(
  repository: Repository,
  files: readonly F[],
): Promise<readonly F[]> {
  const trees = new Map<string, Tree>();
  const attributes = new Map<F, readonly string[]>();
  for (const file of files) {
    const tree = trees.get(file.commit) ?? (await treeOf(repository, file.commit));
    trees.set(file.commit, tree);
    attributes.set(file, await attributesOf(tree, file.path));
  }
  const oids = [...new Set([...attributes.values()].flat())];
  await repository.load(oids, 'objects');
  const speaking = new Set<string>();
  for await (const { oid, object } of repository.readAll(oids)) {
    const text = object?.type === 'blob' ? Buffer.from(object.bytes ?? []).toString('latin1') : '';
    if (/\bfilter=lfs\b/.test(text)) {
      speaking.add(oid);
    }
  }
  return files.filter((file) => attributes.get(file)?.some((oid) => speaking.has(oid)));
}

/** The attributes that are about a file, of the folders on the way to it. */
async function attributesOf(tree: Tree, path: string): Promise<string[]> {
  const folders = path.split('/').slice(0, -1);
  const oids: string[] = [];
  for (let depth = 0; depth <= folders.length; depth++) {
    const found = await tree.lookUp([...folders.slice(0, depth), ATTRIBUTES].join('/'));
    if (found.kind === 'file') {
      oids.push(found.oid);
    }
  }
  return oids;
}
