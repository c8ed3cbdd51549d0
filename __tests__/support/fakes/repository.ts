import { createHash } from 'node:crypto';
import type { TagRef } from '../../../src/domain/component-tags.ts';
import type { GitObject, LoadDepth, Refs, Repository, TreeEntry } from '../../../src/ports/repository.ts';

/** Files of a commit, by path. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A repository in memory. */
export class FakeRepository implements Repository {
  readonly #objects = new Map<string, GitObject>();
  readonly #tags = new Map<string, string>();
  #head: string | undefined;
  #number = 0;

  /** Commits a tree and moves the default branch to it. */
  commit(files: Files): string {
    this.#number += 1;
    const author = 'Ada Lovelace';
    const date = new Date(Date.UTC(2026, 4, 1, 10, this.#number)).toISOString().replace('.000Z', 'Z');
    this.#head = this.#add({ type: 'commit', tree: this.#tree(Object.entries(files)), author, date });
    return this.#head;
  }

  /** Makes a tag object without a ref. */
  annotate(name: string, target: string): string {
    return this.#add({ type: 'tag', name, target });
  }

  /** Points a tag at an object, or deletes it. */
  setTag(name: string, oid: string | undefined): void {
    if (oid === undefined) {
      this.#tags.delete(name);
    } else {
      this.#tags.set(name, oid);
    }
  }

  /** The object a tag points at. */
  objectOf(name: string): string | undefined {
    return this.#tags.get(name);
  }

  /** What is at the end of a chain of tag objects. */
  peel(oid: string): string {
    const object = this.#objects.get(oid);
    return object?.type === 'tag' ? this.peel(object.target) : oid;
  }

  async refs(prefixes: readonly string[]): Promise<Refs> {
    const tags = [...this.#tags]
      .filter(([name]) => prefixes.some((prefix) => name.startsWith(prefix)))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, object]): TagRef => ({ name, object, commit: this.peel(object) }));
    return { head: this.#head, tags };
  }

  async load(_oids: readonly string[], _depth: LoadDepth): Promise<void> {}

  async read(oid: string): Promise<GitObject | undefined> {
    return this.#objects.get(oid);
  }

  #tree(files: readonly (readonly [string, string | Uint8Array])[]): string {
    const folders = new Map<string, [string, string | Uint8Array][]>();
    const entries: TreeEntry[] = [];
    for (const [path, content] of files) {
      const slash = path.indexOf('/');
      if (slash < 0) {
        const bytes = Buffer.from(content);
        entries.push({ kind: 'file', name: path, oid: this.#add({ type: 'blob', size: bytes.length, bytes }) });
      } else {
        const folder = path.slice(0, slash);
        folders.set(folder, [...(folders.get(folder) ?? []), [path.slice(slash + 1), content]]);
      }
    }
    for (const [name, inside] of folders) {
      entries.push({ kind: 'folder', name, oid: this.#tree(inside) });
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    return this.#add({ type: 'tree', entries });
  }

  #add(object: GitObject): string {
    const oid = createHash('sha1').update(JSON.stringify(object)).digest('hex');
    this.#objects.set(oid, object);
    return oid;
  }
}
