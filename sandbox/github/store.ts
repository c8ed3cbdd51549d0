import path from 'node:path';
import { GitError, isolatedGitEnvironment, runGit } from '../git/command.ts';

/** What an id of zeros means: no object. */
export const NO_OBJECT = '0'.repeat(40);

const OBJECT_ID = /^[0-9a-f]{40}$/;
const COMMITTER = { GIT_COMMITTER_NAME: 'GitHub', GIT_COMMITTER_EMAIL: 'noreply@github.com' };

/** The kinds of Git object. */
export type ObjectType = 'commit' | 'tree' | 'blob' | 'tag';

/** A ref as it is stored. */
export interface StoredRef {
  readonly name: string;
  readonly oid: string;
  readonly type: ObjectType;
}

/** An object with its content as Git stores it. */
export interface StoredObject {
  readonly oid: string;
  readonly type: ObjectType;
  readonly content: Buffer;
}

/** One line of a tree. */
export interface TreeEntry {
  readonly mode: string;
  readonly type: ObjectType;
  readonly oid: string;
  /** Bytes; only blobs have it. */
  readonly size: number | undefined;
  readonly path: string;
}

/** The objects and refs of one bare repository, by Git's plumbing. */
export class GitStore {
  /** Path of the repository. */
  readonly bare: string;
  readonly #environment: Readonly<Record<string, string>>;

  constructor(bare: string) {
    this.bare = bare;
    this.#environment = { ...isolatedGitEnvironment(path.dirname(bare)), ...COMMITTER };
  }

  /** All refs whose full name begins with the prefix, by name. */
  async refs(prefix: string): Promise<StoredRef[]> {
    const lines = await this.#lines(['for-each-ref', '--format=%(objectname) %(objecttype) %(refname)']);
    const refs = lines.map((line) => {
      const [oid = '', type = '', name = ''] = line.split(' ');
      return { name, oid, type: type as ObjectType };
    });
    return refs.filter(({ name }) => name.startsWith(prefix));
  }

  /** The ref of exactly that full name. */
  async ref(name: string): Promise<StoredRef | undefined> {
    return (await this.refs(name)).find((one) => one.name === name);
  }

  /** The full name of the ref HEAD points at, whether it exists or not. */
  async head(): Promise<string> {
    return (await this.#git(['symbolic-ref', 'HEAD'])).toString().trim();
  }

  /** The id an expression such as main:README.md or v1^{commit} leads to. */
  async resolve(expression: string): Promise<string | undefined> {
    try {
      return (await this.#git(['rev-parse', '--verify', '--quiet', '--end-of-options', expression])).toString().trim();
    } catch (error) {
      if (error instanceof GitError) return undefined;
      throw error;
    }
  }

  /** The object of a full id. */
  async object(oid: string): Promise<StoredObject | undefined> {
    if (!OBJECT_ID.test(oid)) return undefined;
    const output = await this.#git(['cat-file', '--batch'], `${oid}\n`);
    const end = output.indexOf('\n');
    const [, type = '', size = ''] = output.toString('latin1', 0, end).split(' ');
    if (type === 'missing') return undefined;
    return { oid, type: type as ObjectType, content: output.subarray(end + 1, end + 1 + Number(size)) };
  }

  /** The entries of a tree; `deep` for those of its trees as well. */
  async tree(treeish: string, deep: boolean): Promise<TreeEntry[]> {
    const output = await this.#git(['ls-tree', '-l', '-z', ...(deep ? ['-r', '-t'] : []), treeish]);
    const lines = output.toString().split('\0').filter(Boolean);
    return lines.map((line) => {
      const [facts = '', name = ''] = splitOnce(line, '\t');
      const [mode = '', type = '', oid = '', size = '-'] = facts.split(/ +/);
      return { mode, type: type as ObjectType, oid, size: size === '-' ? undefined : Number(size), path: name };
    });
  }

  /** Whether the name is one Git lets a ref have. */
  async isRefName(name: string): Promise<boolean> {
    return this.#succeeds(['check-ref-format', name]);
  }

  /** Whether one commit is reachable from another. */
  async isAncestor(older: string, newer: string): Promise<boolean> {
    return this.#succeeds(['merge-base', '--is-ancestor', older, newer]);
  }

  /** Carries out all commands of `git update-ref --stdin`, or none; throws a GitError when one cannot be. */
  async transact(commands: readonly string[]): Promise<void> {
    const input = ['start', ...commands, 'prepare', 'commit', ''].join('\n');
    await this.#git(['update-ref', '--stdin'], input);
  }

  /** Stores a tag object and returns its id. */
  async writeTag(content: string): Promise<string> {
    return (await this.#git(['hash-object', '-t', 'tag', '-w', '--stdin'], content)).toString().trim();
  }

  async #succeeds(args: readonly string[]): Promise<boolean> {
    try {
      await this.#git(args);
      return true;
    } catch (error) {
      if (error instanceof GitError) return false;
      throw error;
    }
  }

  async #lines(args: readonly string[]): Promise<string[]> {
    return (await this.#git(args)).toString().split('\n').filter(Boolean);
  }

  #git(args: readonly string[], input?: string): Promise<Buffer> {
    return runGit(args, { cwd: this.bare, env: this.#environment, input });
  }
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}
