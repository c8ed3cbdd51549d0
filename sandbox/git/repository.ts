import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CommitClock } from './clock.ts';
import { isolatedGitEnvironment, runGit } from './command.ts';
import { FastWriter } from './fast-writer.ts';
import { LooseReader, looseOr } from './loose-reader.ts';
import { buildPushPayload, type PushPayload } from './payload.ts';
import { type Lift, limitRefs, refusePushes, refuseWorkflows } from './refusals.ts';
import { addRuleset, type Restrictions } from './ruleset.ts';

/** Files by path; null deletes one. */
export type FileChanges = Readonly<Record<string, string | Uint8Array | null>>;

/** Where a repository lives. */
export interface RepositoryPlace {
  /** Full name, owner/name. */
  readonly name: string;
  readonly bare: string;
  readonly worktree: string;
  /** GITHUB_SERVER_URL of the sandbox. */
  readonly serverUrl: string;
}

/** How a tag is made. */
export interface TagOptions {
  /** Make a tag object, with this message if it is a string. */
  readonly annotated?: boolean | string;
  /** The date of the tag object, to which it sets the clock of the repository's commits. */
  readonly date?: Date;
}

const ADA = { name: 'Ada Lovelace', email: 'ada@example.com' } as const;

/** Commands of Git that change neither refs nor files. */
const READS =
  /^(?:cat-file|diff|for-each-ref|hash-object|log|ls-remote|ls-tree|merge-base|mktree|commit-tree|rev-list|rev-parse|show)$/;

/** Commands of Git that change refs and do not look at the index. */
const OF_REFS = /^(?:fetch|push|tag)$/;

/** A real bare repository, and a worktree that pushes to it by path, so that setting up is not in the record. */
export class Repository {
  /** Full name, owner/name. */
  readonly name: string;
  /** Path of the bare repository. */
  readonly bare: string;
  /** Path of the worktree. */
  readonly path: string;
  /** Address on the sandbox's Git server. */
  readonly url: string;
  /** What the bare repository holds in files of their own. */
  readonly loose: LooseReader;
  readonly #local: LooseReader;
  readonly #serverUrl: string;
  readonly #clock = new CommitClock();
  readonly #fast: FastWriter;
  /** Whether pushes are judged by hooks, so that Git has to make them. */
  #isGuarded = false;
  /** Whether the index of the worktree is behind HEAD. */
  #isIndexOld = false;
  readonly #environment: Readonly<Record<string, string>>;

  private constructor({ name, bare, worktree, serverUrl }: RepositoryPlace) {
    this.name = name;
    this.bare = bare;
    this.path = worktree;
    this.url = `${serverUrl}/${name}`;
    this.#serverUrl = serverUrl;
    const gitDirectory = path.join(worktree, '.git');
    const objects = path.join(bare, 'objects');
    this.#fast = new FastWriter(bare, gitDirectory);
    this.loose = new LooseReader(bare, [objects]);
    this.#local = new LooseReader(gitDirectory, [objects, path.join(gitDirectory, 'objects')]);
    this.#environment = {
      ...isolatedGitEnvironment(path.dirname(worktree)),
      GIT_AUTHOR_NAME: ADA.name,
      GIT_AUTHOR_EMAIL: ADA.email,
      GIT_COMMITTER_NAME: ADA.name,
      GIT_COMMITTER_EMAIL: ADA.email,
    };
  }

  /** Creates the bare repository and the worktree. */
  static async create(place: RepositoryPlace): Promise<Repository> {
    const repository = new Repository(place);
    await repository.#fast.initialize();
    return repository;
  }

  /** Runs git in the worktree and returns its trimmed output; throws a GitError when it fails. */
  async git(
    args: readonly string[],
    options: { input?: Buffer | string; env?: Record<string, string> } = {},
  ): Promise<string> {
    return (await this.gitBytes(args, options)).toString().trim();
  }

  /** Runs git in the worktree and returns its output as it is; throws a GitError when it fails. */
  async gitBytes(
    args: readonly string[],
    { input, env }: { input?: Buffer | string; env?: Record<string, string> } = {},
  ): Promise<Buffer> {
    const isElsewhere = args[0] === '--git-dir' && args[1] === this.bare;
    if (!isElsewhere && !READS.test(args[0] ?? '')) {
      if (!OF_REFS.test(args[0] ?? '')) await this.refresh();
      this.#fast.forget();
    }
    return await this.#run(args, { input, env });
  }

  /** Brings the index of the worktree to HEAD, for whoever reads the worktree by other means than `git` here. */
  async refresh(): Promise<void> {
    if (this.#isIndexOld) await this.#run(['read-tree', 'HEAD']);
    this.#isIndexOld = false;
  }

  #run(
    args: readonly string[],
    { input, env }: { input?: Buffer | string | undefined; env?: Record<string, string> | undefined } = {},
  ): Promise<Buffer> {
    return runGit(args, {
      cwd: this.path,
      env: { ...this.#environment, ...dates(this.#clock.now()), ...env },
      input,
    });
  }

  /** Writes or deletes files of the worktree. */
  async write(files: FileChanges): Promise<void> {
    this.#fast.forget();
    await this.#write(files);
  }

  async #write(files: FileChanges): Promise<void> {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(this.path, name);
      await rm(file, { recursive: true, force: true });
      if (content === null) continue;
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  }

  /** Makes a symbolic link in the worktree. */
  async symlink(name: string, target: string): Promise<void> {
    const file = path.join(this.path, name);
    this.#fast.forget();
    await mkdir(path.dirname(file), { recursive: true });
    await symlink(target, file);
  }

  /** Writes the files, commits all there is (even nothing), pushes main and returns the commit's id. */
  async commit(message = 'Change components', files: FileChanges = {}, date?: Date): Promise<string> {
    await this.#write(files);
    const when = this.#clock.nextCommit(date);
    const commit = this.#isGuarded ? undefined : await this.#fast.commit(files, message, { ...ADA, date: when });
    if (commit !== undefined) {
      this.#isIndexOld = true;
      return commit;
    }
    await this.git(['add', '--all']);
    const env = dates(when);
    await this.git(['commit', '--quiet', '--allow-empty', '--message', message], { env });
    await this.git(['push', '--quiet', '--force', 'origin', 'HEAD:refs/heads/main']);
    const made = await this.objectOf('HEAD');
    this.#fast.learn(made, (await this.gitBytes(['ls-tree', '-r', '-z', '--full-tree', made])).toString());
    return made;
  }

  /**
   * Creates or moves one tag and pushes it. Naming a tag as target makes a nested tag when annotated, and a second
   * name for the same object otherwise. Returns the id the tag's ref has.
   */
  async tag(name: string, target = 'HEAD', { annotated = false, date }: TagOptions = {}): Promise<string> {
    const when = annotated === false ? this.#clock.now() : this.#clock.nextTag(date);
    const message = typeof annotated === 'string' ? annotated : name;
    const made = await this.#tagFast(name, target, annotated === false ? undefined : message, when);
    if (made !== undefined) return made;
    const object = await this.objectOf(target);
    const kind = annotated === false ? [] : ['--annotate', '--message', message];
    const env = dates(when);
    await this.git(['tag', '--force', ...kind, name, object], { env });
    await this.#pushTag(name);
    return this.objectOf(`refs/tags/${name}`);
  }

  /** Tags HEAD as a version of a component, the way Edgit does; returns the tag object's id. */
  edgitTag(component: string, version: string, options: { readonly date?: Date } = {}): Promise<string> {
    const annotated = `${component} ${version}`;
    return this.tag(`components/${component}/${version}`, 'HEAD', { ...options, annotated });
  }

  /**
   * Points an environment at a version, the way Edgit does: the local tag is deleted and made again as an annotated
   * tag of the annotated version tag. Returns the new tag object's id.
   */
  async edgitSet(
    component: string,
    environment: string,
    version: string,
    { date }: { readonly date?: Date } = {},
  ): Promise<string> {
    const name = `components/${component}/${environment}`;
    const when = this.#clock.nextTag(date);
    const wrapped = `refs/tags/components/${component}/${version}`;
    const message = `Set ${component} ${environment} to ${version}`;
    const made = await this.#tagFast(name, wrapped, message, when);
    if (made !== undefined) return made;
    if ((await this.git(['tag', '--list', name])) !== '') await this.git(['tag', '--delete', name]);
    const target = await this.objectOf(wrapped);
    const env = dates(when);
    await this.git(['tag', '--annotate', '--message', message, name, target], { env });
    await this.#pushTag(name);
    return this.objectOf(`refs/tags/${name}`);
  }

  /** Deletes a tag here and in the bare repository. */
  async deleteTag(name: string): Promise<void> {
    await this.git(['tag', '--delete', name]);
    await this.git(['push', '--quiet', 'origin', `:refs/tags/${name}`]);
  }

  /**
   * Restricts creation, updates or deletions of the refs whose full names match, for everybody, as a ruleset of
   * GitHub's does for branches and tags. `*` stands for anything but a slash, `**` followed by a slash for any folders.
   */
  async protect(patterns: readonly string[], restrictions: Restrictions): Promise<void> {
    this.#isGuarded = true;
    await addRuleset(this.bare, { patterns, restrictions, url: this.#rulesUrl });
  }

  /**
   * From now on refuses refs that lead to files under `.github/workflows/` which no ref has yet, as GitHub does to
   * tokens without the `workflows` permission; returns what ends that. It holds for the worktree here as well.
   */
  refuseWorkflows(): Promise<Lift> {
    this.#isGuarded = true;
    return refuseWorkflows(this.bare);
  }

  /** From now on refuses pushes of more refs than that, as GitHub's push policy does; returns what ends that. */
  limitRefs(most: number): Promise<Lift> {
    this.#isGuarded = true;
    return limitRefs(this.bare, most, this.#rulesUrl);
  }

  /** From now on refuses every push with a message, as a pre-receive hook does; returns what ends that. */
  refusePushes(message: string): Promise<Lift> {
    this.#isGuarded = true;
    return refusePushes(this.bare, message);
  }

  /** The id of the object a ref names, which for an annotated tag is the tag object. */
  async objectOf(ref: string): Promise<string> {
    const known = this.#fast.objectOf(ref);
    const ask = () => this.git(['rev-parse', '--verify', '--end-of-options', ref]);
    return known ?? (await looseOr(() => this.#local.objectOf(ref), ask));
  }

  /** The id of the commit a ref leads to through any number of tag objects. */
  async commitOf(ref: string): Promise<string> {
    const known = ref === 'HEAD' ? this.#fast.head : undefined;
    return (
      known ??
      (await looseOr(
        () => this.#local.commit(ref).oid,
        () => this.objectOf(`${ref}^{commit}`),
      ))
    );
  }

  /** All refs of the bare repository by full name, and the objects they name. */
  async refs(): Promise<Record<string, string>> {
    return await looseOr(
      () => this.loose.refs(),
      async () => {
        const lines = await this.git(['--git-dir', this.bare, 'for-each-ref', '--format=%(refname) %(objectname)']);
        return Object.fromEntries(lines.split('\n').map((line) => line.split(' ', 2) as [string, string]));
      },
    );
  }

  /** The text of a file that the bare repository has at a commit; throws a GitError where it has none. */
  async fileAt(commit: string, file: string): Promise<string> {
    return await looseOr(
      () => this.loose.file(commit, file).toString().trim(),
      () => this.git(['--git-dir', this.bare, 'cat-file', 'blob', `${commit}:${file}`]),
    );
  }

  /**
   * The payload of GitHub's push event for a tag as it is now; one that does not exist was deleted. `before` is the id
   * its ref had, absent for a new tag.
   */
  pushPayload(tag: string, { before }: { before?: string } = {}): Promise<PushPayload> {
    return buildPushPayload(this, this.#local, { tag, before, serverUrl: this.#serverUrl });
  }

  async #tagFast(name: string, target: string, message: string | undefined, date: Date): Promise<string | undefined> {
    return this.#isGuarded ? undefined : await this.#fast.tag(name, target, message, { ...ADA, date });
  }

  get #rulesUrl(): string {
    return `${this.#serverUrl}/${this.name}/rules`;
  }

  async #pushTag(name: string): Promise<void> {
    await this.git(['push', '--quiet', '--force', 'origin', `refs/tags/${name}:refs/tags/${name}`]);
  }
}

function dates(date: Date): Record<string, string> {
  const text = `${Math.floor(date.getTime() / 1000)} +0000`;
  return { GIT_AUTHOR_DATE: text, GIT_COMMITTER_DATE: text };
}
