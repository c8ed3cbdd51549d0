import { createHash } from 'node:crypto';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';

const compress = promisify(deflate);

/** What a name of a ref is made of that Git takes without further question. */
const PLAIN_REF = /^refs\/(?:heads|tags)(?:\/[\w][\w+@-]*(?:\.[\w+@-]+)*)+$/;

/** Files whose content changes what `git add` makes of other files. */
const MEANINGFUL = /(?:^|\/)\.git(?:ignore|attributes|modules)$|(?:^|\/)\.git(?:\/|$)/;

type ObjectType = 'blob' | 'tree' | 'commit' | 'tag';

/** Files by path and the id of their content; what all else of the tree is, the writer does not know. */
type Files = Map<string, string>;

interface Head {
  readonly commit: string;
  readonly files: Files;
}

/** Who and when. */
export interface Signature {
  readonly name: string;
  readonly email: string;
  readonly date: Date;
}

/**
 * Writes commits and tags of a repository as loose objects and loose refs, without a process for each: most of what
 * tests set up is like that, and Git would start a dozen processes for a commit that is pushed. It knows the state of the
 * repository only as long as nobody else changes it, and then says so: the caller lets Git do it, and `forget`s.
 */
export class FastWriter {
  readonly #bare: string;
  readonly #gitDirectory: string;
  readonly #types = new Map<string, ObjectType>();
  readonly #refs = new Map<string, string>();
  #head: Head | 'none' | 'unknown' = 'none';

  constructor(bare: string, gitDirectory: string) {
    this.#bare = bare;
    this.#gitDirectory = gitDirectory;
  }

  /** The commit at HEAD, if it is known. */
  get head(): string | undefined {
    return typeof this.#head === 'object' ? this.#head.commit : undefined;
  }

  /** The object a ref or a short name of a tag names, if it is known. */
  objectOf(name: string): string | undefined {
    if (name === 'HEAD') return this.head;
    return this.#refs.get(name) ?? this.#refs.get(`refs/tags/${name}`);
  }

  /** Somebody else changed the repository, or may have. */
  forget(): void {
    this.#head = 'unknown';
    this.#refs.clear();
  }

  /** Takes HEAD as Git tells it, by `ls-tree -r -z`; a tree of other things than files stays unknown. */
  learn(commit: string, listing: string): void {
    const files: Files = new Map();
    for (const line of listing.split('\0').filter(Boolean)) {
      const [, oid = '', name = ''] = /^100644 blob ([0-9a-f]{40})\t(.+)$/s.exec(line) ?? [];
      if (name === '') return;
      files.set(name, oid);
    }
    this.#types.set(commit, 'commit');
    this.#head = { commit, files };
  }

  /** Lays out two repositories as `git init` does; the one of the worktree reads the objects of the bare one. */
  async initialize(): Promise<void> {
    const places: readonly (readonly [string, boolean])[] = [
      [this.#bare, true],
      [this.#gitDirectory, false],
    ];
    for (const [directory, isBare] of places) {
      await mkdir(path.join(directory, 'objects/info'), { recursive: true });
      await mkdir(path.join(directory, 'objects/pack'), { recursive: true });
      await mkdir(path.join(directory, 'refs/heads'), { recursive: true });
      await mkdir(path.join(directory, 'refs/tags'), { recursive: true });
      await mkdir(path.join(directory, 'hooks'), { recursive: true });
      await writeFile(path.join(directory, 'HEAD'), 'ref: refs/heads/main\n');
      const remote = `[remote "origin"]\n\turl = ${this.#bare}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n`;
      const core = `[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = ${isBare}\n`;
      await writeFile(path.join(directory, 'config'), isBare ? core : `${core}\tlogallrefupdates = true\n${remote}`);
    }
    await writeFile(path.join(this.#gitDirectory, 'objects/info/alternates'), `${path.join(this.#bare, 'objects')}\n`);
  }

  /**
   * Commits the tree of HEAD with these changes on `main`, here and in the bare repository.
   * @returns its id; undefined where Git has to do it
   */
  async commit(
    changes: Readonly<Record<string, string | Uint8Array | null>>,
    message: string,
    by: Signature,
  ): Promise<string | undefined> {
    const head = this.#head;
    const text = message.trim();
    if (head === 'unknown' || text === '' || /^#|\r|\n\n\n|[ \t]$/m.test(text)) return undefined;
    const files: Files = new Map(head === 'none' ? [] : head.files);
    for (const [name, content] of Object.entries(changes)) {
      if (MEANINGFUL.test(name) || path.posix.normalize(name) !== name || /^\/|^\.\.|\/$/.test(name)) return undefined;
      for (const other of [...files.keys()]) {
        if (other.startsWith(`${name}/`) || name.startsWith(`${other}/`)) files.delete(other);
      }
      if (content === null) files.delete(name);
      else files.set(name, await this.#write('blob', Buffer.from(content)));
    }
    const tree = await this.#writeTree(files);
    const parent = head === 'none' ? '' : `parent ${head.commit}\n`;
    const who = signed(by);
    const body = `tree ${tree}\n${parent}author ${who}\ncommitter ${who}\n\n${text}\n`;
    const commit = await this.#write('commit', Buffer.from(body));
    await this.#setRef('refs/heads/main', commit);
    this.#head = { commit, files };
    return commit;
  }

  /**
   * Points a tag at an object, or at a new tag object of it when there is a message, here and in the bare repository.
   * @returns the id the ref has; undefined where Git has to do it
   */
  async tag(name: string, target: string, message: string | undefined, by: Signature): Promise<string | undefined> {
    const ref = `refs/tags/${name}`;
    const object = this.objectOf(target) ?? (this.#types.has(target) ? target : undefined);
    const type = object === undefined ? undefined : this.#types.get(object);
    if (object === undefined || type === undefined || !isPlainRef(ref)) return undefined;
    if (message === undefined) return await this.#setRef(ref, object);
    const text = message.trim();
    if (text === '' || /^#|\r|\n\n\n|[ \t]$/m.test(text)) return undefined;
    const body = `object ${object}\ntype ${type}\ntag ${name}\ntagger ${signed(by)}\n\n${text}\n`;
    return await this.#setRef(ref, await this.#write('tag', Buffer.from(body)));
  }

  async #setRef(ref: string, oid: string): Promise<string> {
    for (const directory of [this.#bare, this.#gitDirectory]) {
      const file = path.join(directory, ref);
      await mkdir(path.dirname(file), { recursive: true });
      // A server that reads meanwhile finds the old one or the new one.
      await writeFile(`${file}.lock`, `${oid}\n`, { flag: 'wx' });
      await rename(`${file}.lock`, file);
    }
    this.#refs.set(ref, oid);
    return oid;
  }

  async #writeTree(files: ReadonlyMap<string, string>): Promise<string> {
    const folders = new Map<string, Map<string, string>>();
    const entries: { readonly name: string; readonly mode: string; readonly oid: string }[] = [];
    for (const [name, oid] of files) {
      const slash = name.indexOf('/');
      if (slash < 0) {
        entries.push({ name, mode: '100644', oid });
        continue;
      }
      const folder = name.slice(0, slash);
      const inside = folders.get(folder) ?? new Map<string, string>();
      folders.set(folder, inside.set(name.slice(slash + 1), oid));
    }
    for (const [name, inside] of folders) entries.push({ name, mode: '40000', oid: await this.#writeTree(inside) });
    const order = ({ name, mode }: { name: string; mode: string }) => Buffer.from(mode === '40000' ? `${name}/` : name);
    entries.sort((a, b) => order(a).compare(order(b)));
    const lines = entries.flatMap(({ name, mode, oid }) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(oid, 'hex')]);
    return await this.#write('tree', Buffer.concat(lines));
  }

  async #write(type: ObjectType, content: Uint8Array): Promise<string> {
    const bytes = Buffer.concat([Buffer.from(`${type} ${content.byteLength}\0`), content]);
    const oid = createHash('sha1').update(bytes).digest('hex');
    if (this.#types.has(oid)) return oid;
    const file = path.join(this.#bare, 'objects', oid.slice(0, 2), oid.slice(2));
    const exists = await stat(file).then(
      () => true,
      () => false,
    );
    if (!exists) {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, await compress(bytes, { level: 1 }), { mode: 0o444 });
    }
    this.#types.set(oid, type);
    return oid;
  }
}

function isPlainRef(ref: string): boolean {
  return PLAIN_REF.test(ref) && !ref.split('/').some((part) => part.endsWith('.lock'));
}

function signed({ name, email, date }: Signature): string {
  return `${name} <${email}> ${Math.floor(date.getTime() / 1000)} +0000`;
}
