import type { Repository, TreeEntry } from '../../ports/repository.ts';
import { MAX_SOURCE, type SourceText, type SourceTree, sourceText } from '../../ports/source-tree.ts';
import { listingOf, PathBudget } from '../tree.ts';

/** How much of a commit is fetched to have all of it in one request, in bytes. Of a larger one only what is read comes. */
const EVERYTHING_BUDGET = 32 * 1024 * 1024;

/** The files of a commit on the server, for a run without a checkout. */
export class CommitTree implements SourceTree {
  readonly kind = 'commit';
  readonly #repository: Repository;
  readonly #commit: string;
  #files: Promise<ReadonlyMap<string, string>> | undefined;

  constructor(repository: Repository, commit: string) {
    this.#repository = repository;
    this.#commit = commit;
  }

  async paths(): Promise<readonly string[]> {
    return [...(await this.#list()).keys()].sort();
  }

  async *readAll(paths: readonly string[], limit = MAX_SOURCE): AsyncGenerator<SourceText> {
    const files = await this.#list();
    const placed = paths.map((path) => [path, files.get(path)] as const);
    const objects = this.#repository.readAll(placed.flatMap(([, oid]) => oid ?? []))[Symbol.asyncIterator]();
    try {
      for (const [path, oid] of placed) {
        const object = oid === undefined ? undefined : (await objects.next()).value?.object;
        if (object?.type !== 'blob') {
          yield { path, kind: 'none' };
        } else {
          const isRead = object.bytes !== undefined && object.size <= limit;
          yield isRead ? sourceText(path, object.bytes) : { path, kind: 'too-large' };
        }
      }
    } finally {
      await objects.return?.();
    }
  }

  async #list(): Promise<ReadonlyMap<string, string>> {
    this.#files ??= this.#listed();
    return await this.#files;
  }

  async #listed(): Promise<ReadonlyMap<string, string>> {
    if (!(await this.#repository.load([this.#commit], 'everything', EVERYTHING_BUDGET))) {
      await this.#repository.load([this.#commit], 'trees');
    }
    const files = await filesOf(this.#repository, this.#commit);
    return new Map([...files].map(([path, { oid }]) => [path, oid]));
  }
}

/** All files of a commit by path, without links and submodules, in one request for each level of folders at most. */
async function filesOf(repository: Repository, commit: string): Promise<Map<string, TreeEntry>> {
  const object = await repository.read(commit);
  const files = new Map<string, TreeEntry>();
  const budget = new PathBudget();
  let level: (readonly [path: string, oid: string])[] = object?.type === 'commit' ? [['', object.tree]] : [];
  while (level.length > 0) {
    await repository.load([...new Set(level.map(([, oid]) => oid))], 'objects');
    const next: typeof level = [];
    for (const [folder, oid] of level) {
      for (const entry of (await listingOf(repository, oid)).all()) {
        budget.take(folder + entry.name);
        if (entry.kind === 'folder') {
          next.push([`${folder}${entry.name}/`, entry.oid]);
        } else if (entry.kind === 'file') {
          files.set(folder + entry.name, entry);
        }
      }
    }
    level = next;
  }
  return files;
}
