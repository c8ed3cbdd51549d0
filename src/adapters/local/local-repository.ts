import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Clone, lines } from '../git/clone.ts';

/** Where the state of the last look at the clone's tags is kept. */
const SEEN = 'tagship-seen';

const BRANCH = 'refs/heads/worktree';

/**
 * A bare repository beside the KV of `wrangler dev`, in which local moves take place. It borrows the objects of the clone, and
 * has its tags, except where a local command has moved one since: so neither the clone nor a server ever sees a local move.
 */
export class LocalRepository {
  readonly directory: string;
  readonly #clone: Clone;
  /** The objects of the clone. */
  readonly #objects: string;

  private constructor(directory: string, clone: Clone, objects: string) {
    this.directory = directory;
    this.#clone = clone;
    this.#objects = objects;
  }

  /** Opens it, making it where there is none. @param directory its place */
  static async open(directory: string, clone: Clone): Promise<LocalRepository> {
    const objects = (await clone.git(['rev-parse', '--path-format=absolute', '--git-path', 'objects'])).trimEnd();
    await clone.git(['init', '--quiet', '--bare', '--template=', directory]);
    await mkdir(join(directory, 'objects', 'info'), { recursive: true });
    await writeFile(join(directory, 'objects', 'info', 'alternates'), `${objects}\n`);
    return new LocalRepository(directory, clone, objects);
  }

  /** Takes over what moved in the clone since the last time: the tags of components, and the commit that is checked out. */
  async follow(): Promise<void> {
    const [theirs, ours, seen] = await Promise.all([
      this.#clone.git(listing()),
      this.#git(listing()),
      readFile(join(this.directory, SEEN), 'utf8').catch(() => ''),
    ]);
    const [now, here, before] = [theirs, ours, seen].map(tagsIn);
    const changes: string[] = [];
    for (const [name, object] of now ?? []) {
      if (before?.get(name) !== object && here?.get(name) !== object) {
        changes.push(`update ${name} ${object}`);
      }
    }
    for (const [name, object] of before ?? []) {
      if (!now?.has(name) && here?.get(name) === object) {
        changes.push(`delete ${name}`);
      }
    }
    const head = await this.#head();
    await this.#update([...changes, ...(head === undefined ? [] : [`update ${BRANCH} ${head}`])]);
    await this.#git(['symbolic-ref', 'HEAD', BRANCH]);
    const file = join(this.directory, SEEN);
    await writeFile(`${file}.new`, theirs);
    await rename(`${file}.new`, file);
  }

  /** Makes a commit of the working tree as it is, without what Git ignores. Nothing of the clone is changed. */
  async snapshot(): Promise<{ readonly commit: string; readonly tree: string }> {
    const index = join(this.directory, 'worktree-index');
    const own = (await this.#clone.git(['rev-parse', '--path-format=absolute', '--git-path', 'index'])).trimEnd();
    await copyFile(own, index).catch(() => undefined);
    const variables = {
      GIT_INDEX_FILE: index,
      GIT_OBJECT_DIRECTORY: join(this.directory, 'objects'),
      GIT_ALTERNATE_OBJECT_DIRECTORIES: this.#objects,
    };
    const settings = ['-c', 'core.safecrlf=false', '-c', 'core.fsmonitor=false', '-c', 'advice.addEmbeddedRepo=false'];
    await this.#clone.git([...settings, 'add', '--all', '--', '.', ':(exclude,glob)**/.wrangler/**'], { variables });
    const tree = (await this.#clone.git(['write-tree'], { variables })).trim();
    const head = await this.#head();
    if (head !== undefined && (await this.#git(['rev-parse', `${head}^{tree}`])).trim() === tree) {
      return { commit: head, tree };
    }
    const person = (await this.#clone.person()) ?? { actor: 'tagship', email: 'tagship@localhost' };
    const commit = await this.#clone.git(
      ['commit-tree', tree, ...(head === undefined ? [] : ['-p', head]), '-m', 'Working tree'],
      {
        variables: {
          ...variables,
          GIT_AUTHOR_NAME: person.actor,
          GIT_AUTHOR_EMAIL: person.email,
          GIT_COMMITTER_NAME: person.actor,
          GIT_COMMITTER_EMAIL: person.email,
        },
      },
    );
    await this.#update([`update ${BRANCH} ${commit.trim()}`]);
    return { commit: commit.trim(), tree };
  }

  /** The components that have tags, as `type/name`. */
  async components(): Promise<readonly string[]> {
    const names = [...tagsIn(await this.#git(listing())).keys()];
    return [...new Set(names.map((name) => name.replace(/^refs\/tags\/components\//, '').replace(/\/[^/]*$/, '')))];
  }

  /** Points tags at a commit. @returns what points them where they were before */
  async tag(names: readonly string[], commit: string): Promise<() => Promise<void>> {
    const before = tagsIn(await this.#git(listing()));
    const refs = names.map((name) => `refs/tags/${name}`);
    await this.#update(refs.map((ref) => `update ${ref} ${commit}`));
    return async () => {
      await this.#update(refs.map((ref) => (before.has(ref) ? `update ${ref} ${before.get(ref)}` : `delete ${ref}`)));
    };
  }

  async #head(): Promise<string | undefined> {
    const found = await this.#clone.git(['rev-parse', '--quiet', '--verify', 'HEAD^{commit}']).catch(() => '');
    return found.trim() || undefined;
  }

  async #update(changes: readonly string[]): Promise<void> {
    if (changes.length > 0) {
      await this.#git(['update-ref', '--stdin'], `${changes.join('\n')}\n`);
    }
  }

  #git(words: readonly string[], input = ''): Promise<string> {
    return this.#clone.git(['--git-dir', this.directory, ...words], { input });
  }
}

function listing(): readonly string[] {
  return ['for-each-ref', '--format=%(objectname) %(refname)', 'refs/tags/components'];
}

function tagsIn(listed: string): Map<string, string> {
  return new Map(
    lines(listed).map((line): [string, string] => {
      const space = line.indexOf(' ');
      return [line.slice(space + 1), line.slice(0, space)];
    }),
  );
}
