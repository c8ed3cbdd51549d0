import type { Repository, TreeEntry } from '../ports/repository.ts';

/** What is at a path of a commit. */
export type PathLookup =
  | { readonly kind: 'file' | 'folder'; readonly oid: string }
  /** The path, or a folder on the way to it, is a link or a submodule, which are not followed. */
  | { readonly kind: 'symlink' | 'submodule'; readonly path: string }
  | { readonly kind: 'missing' };

/** Looks up a path (`''` is the root) in a commit. */
export async function lookUp(repository: Repository, commit: string, path: string): Promise<PathLookup> {
  const object = await repository.read(commit);
  if (object?.type !== 'commit') {
    return { kind: 'missing' };
  }
  let found: PathLookup = { kind: 'folder', oid: object.tree };
  const walked: string[] = [];
  for (const segment of path.split('/').filter((part) => part !== '')) {
    if (found.kind !== 'folder') {
      return found.kind === 'file' ? { kind: 'missing' } : found;
    }
    const entry: TreeEntry | undefined = (await entriesOf(repository, found.oid)).find(({ name }) => name === segment);
    walked.push(segment);
    if (entry === undefined) {
      return { kind: 'missing' };
    }
    found =
      entry.kind === 'file' || entry.kind === 'folder'
        ? { kind: entry.kind, oid: entry.oid }
        : { kind: entry.kind, path: walked.join('/') };
  }
  return found;
}

/** What a folder of a commit holds; empty where there is no such folder. */
export async function listFolder(
  repository: Repository,
  commit: string,
  folder: string,
): Promise<{ readonly entries: readonly TreeEntry[]; readonly blocked: string | undefined }> {
  const found = await lookUp(repository, commit, folder);
  if (found.kind === 'folder') {
    return { entries: await entriesOf(repository, found.oid), blocked: undefined };
  }
  return { entries: [], blocked: 'path' in found ? `${found.path} is a ${found.kind}` : undefined };
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
      const entry = (await entriesOf(repository, oid)).find(({ name }) => name === segment);
      if (entry?.kind === 'folder' || entry?.kind === 'file') {
        next.push(entry.oid);
      }
    }
    level = next;
  }
  await repository.load([...new Set(level)], 'objects');
}

async function entriesOf(repository: Repository, tree: string): Promise<readonly TreeEntry[]> {
  const object = await repository.read(tree);
  return object?.type === 'tree' ? object.entries : [];
}
