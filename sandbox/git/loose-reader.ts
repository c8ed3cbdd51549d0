import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { type ParsedObject, parseObject } from '../github/objects.ts';

/** An object that has no file of its own, or a name that only Git understands. */
export class NotLoose extends Error {
  // The sandbox and a test are in worlds of their own, each with this class.
  override name = 'NotLoose';
}

/** A commit, by its id. */
export interface LooseCommit extends ParsedObject {
  readonly oid: string;
}

/** What stands in a tree under a name. */
export interface TreeEntry {
  readonly isFolder: boolean;
  /** Of a submodule, whose commit is elsewhere. */
  readonly isCommit: boolean;
  readonly name: string;
  readonly oid: string;
}

/**
 * Reads refs, and objects that have files of their own, without a process. Tests mostly ask for such. Of everything else
 * it throws NotLoose, and the caller asks Git.
 */
export class LooseReader {
  readonly #gitDirectory: string;
  readonly #objects: readonly string[];

  /** @param objects directories of objects */
  constructor(gitDirectory: string, objects: readonly string[]) {
    this.#gitDirectory = gitDirectory;
    this.#objects = objects;
  }

  /** The ids that refs have, by full name. */
  refs(): Record<string, string> {
    const refs = this.#packedRefs();
    for (const file of readdirSync(path.join(this.#gitDirectory, 'refs'), { recursive: true, withFileTypes: true })) {
      if (!file.isFile() || file.name.endsWith('.lock')) continue;
      const name = path.relative(this.#gitDirectory, path.join(file.parentPath, file.name));
      refs.set(name, this.#looseRef(name));
    }
    return Object.fromEntries([...refs].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** The id of an object by its full id or by the full name of a ref, whatever that points at. */
  objectOf(name: string): string {
    if (/^[0-9a-f]{40}$/.test(name)) return name;
    if (!/^refs\/[\w/.+-]+$/.test(name) || name.includes('..')) throw new NotLoose(name);
    if (existsSync(path.join(this.#gitDirectory, name))) return this.#looseRef(name);
    const packed = this.#packedRefs().get(name);
    if (packed === undefined) throw new NotLoose(name);
    return packed;
  }

  /** The commit that a name leads to through any number of tag objects. */
  commit(name: string): LooseCommit {
    const oid = this.objectOf(name);
    const { type, content } = this.object(oid);
    const parsed = parseObject(content);
    if (type === 'commit') return { ...parsed, oid };
    if (type === 'tag') return this.commit(parsed.headers.object?.[0] ?? '');
    throw new NotLoose(`${oid} is no commit`);
  }

  /** Commits from a name back through their first parents. */
  *history(name: string): Generator<LooseCommit> {
    for (let at: string | undefined = name; at !== undefined; ) {
      const commit = this.commit(at);
      yield commit;
      at = commit.headers.parent?.[0];
    }
  }

  /** The ids of the files of a tree, by their paths. */
  files(tree: string, folder = ''): Map<string, string> {
    const files = new Map<string, string>();
    for (const { isFolder, name, oid } of this.#entries(tree)) {
      if (isFolder) for (const inside of this.files(oid, `${folder}${name}/`)) files.set(...inside);
      else files.set(folder + name, oid);
    }
    return files;
  }

  /** The content of a file at a name of a commit. */
  file(name: string, file: string): Buffer {
    let at = this.commit(name).headers.tree?.[0] ?? '';
    for (const part of file.split('/')) {
      const entry = [...this.#entries(at)].find((one) => one.name === part);
      if (entry === undefined) throw new NotLoose(file);
      at = entry.oid;
    }
    return this.blob(at);
  }

  /** The content of a blob. */
  blob(oid: string): Buffer {
    const { type, content } = this.object(oid);
    if (type !== 'blob') throw new NotLoose(`${oid} is no blob`);
    return content;
  }

  /** Throws where the object has no file. */
  demand(oid: string): void {
    if (!this.#filesOf(oid).some((file) => existsSync(file))) throw new NotLoose(oid);
  }

  /** An object by its full id. */
  object(oid: string): { readonly type: string; readonly content: Buffer } {
    const bytes = inflateSync(this.#read(oid));
    const end = bytes.indexOf(0);
    return { type: bytes.toString('latin1', 0, bytes.indexOf(' ')), content: bytes.subarray(end + 1) };
  }

  #entries(tree: string): Generator<TreeEntry> {
    const { type, content } = this.object(tree);
    if (type !== 'tree') throw new NotLoose(`${tree} is no tree`);
    return entriesOf(content);
  }

  #read(oid: string): Buffer {
    for (const file of this.#filesOf(oid)) {
      try {
        return readFileSync(file);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
    throw new NotLoose(oid);
  }

  #filesOf(oid: string): string[] {
    return this.#objects.map((directory) => `${directory}/${oid.slice(0, 2)}/${oid.slice(2)}`);
  }

  #looseRef(name: string): string {
    const oid = readFileSync(path.join(this.#gitDirectory, name), 'utf8').trim();
    if (!/^[0-9a-f]{40}$/.test(oid)) throw new NotLoose(name);
    return oid;
  }

  #packedRefs(): Map<string, string> {
    const file = path.join(this.#gitDirectory, 'packed-refs');
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    const refs = lines.filter((line) => /^[0-9a-f]{40} /.test(line));
    return new Map(refs.map((line) => [line.slice(41), line.slice(0, 40)]));
  }
}

/** The entries of a tree object. */
export function* entriesOf(content: Buffer): Generator<TreeEntry> {
  for (let at = 0; at < content.length; ) {
    const end = content.indexOf(0, at);
    const [mode = '', ...name] = content.toString('utf8', at, end).split(' ');
    at = end + 21;
    yield {
      isFolder: mode === '40000',
      isCommit: mode === '160000',
      name: name.join(' '),
      oid: content.toString('hex', end + 1, at),
    };
  }
}

/** What `read` finds, or Git where it has to be asked. */
export async function looseOr<T>(read: () => T, ask: () => Promise<T>): Promise<T> {
  try {
    return read();
  } catch (error) {
    if ((error as Partial<Error> | undefined)?.name === 'NotLoose') return await ask();
    throw error;
  }
}
