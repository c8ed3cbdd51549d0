import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getExecOutput } from '@actions/exec';
import { BoundedCache } from '../../domain/bounded-cache.ts';
import { KV_LIMITS } from '../../domain/limits.ts';
import { TagshipError } from '../../errors.ts';
import type { RawObject } from '../../git/object.ts';
import { parseRaw } from '../../git/object-parse.ts';
import type { Clock } from '../../ports/clock.ts';
import type {
  GitObject,
  LoadDepth,
  PushOutcome,
  ReadObject,
  Refs,
  RefUpdate,
  Repository,
} from '../../ports/repository.ts';
import { retry } from '../../ports/retry.ts';
import { ownFolder, removeLeftFolders } from '../temporary.ts';
import { astrayIn, type Fetch, withinOrigin } from '../transport.ts';
import { basicCredentials, type GitAccess, gitEnvironment, worktreeEnvironment } from './environment.ts';
import { astrayFailure, Redirected, remoteFailure } from './failure.ts';
import { ObjectStore, Oversized } from './object-store.ts';
import { PushSession, repositoryAt, TIMEOUT_MS } from './receive-pack.ts';
import { type FetchRequest, type ListedRef, RemoteSession } from './remote-session.ts';

/**
 * How much is fetched to have all folders of a commit in one request, in bytes. Where the tree of a repository is
 * larger than that, folders are fetched one by one on the way to a file.
 */
const TREES_BUDGET = 8 * 1024 * 1024;

/**
 * The most objects one request names: a line of 50 bytes each. Git sends what is larger than `http.postBuffer` (a
 * mebibyte, of which it keeps 64 KiB free) uncompressed and after another request that only tries.
 */
const MAX_WANTS = 16_000;

/** How much of what was read stays in memory, in bytes as estimated. The rest is read again from this machine. */
const CACHE_BYTES = 64 * 1024 * 1024;

/** Of a push of more objects than this no files are kept for whoever reads them next: they are fetched together. */
const MAX_REMEMBERED = 2_000;

/** Below this a budget is not divided: an object that is asked for alone may have so much. */
const LEAST_BUDGET = 1024 * 1024;
/** The length of what a pack begins with, in bytes: `PACK`, a version, and how many objects follow. */
const PACK_HEADER = 12;

/** What leaves objects out of an answer: files, or everything that is not named. */
const FILTERS = { everything: undefined, trees: 'blob:none', objects: 'tree:0' } as const;

/** A listing of refs and what was made of it. */
interface Listed {
  readonly refs: readonly ListedRef[];
  readonly answer: Refs;
}

export interface GitRepositoryOptions extends GitAccess {
  /** A directory for a directory of our own. */
  readonly temporary: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** For pushes; undefined for Node's own. */
  readonly fetch?: Fetch | undefined;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
  /** The default branch as the event names it, for a server whose HEAD points nowhere. */
  readonly defaultBranch?: string | undefined;
}

/** The repository on a Git server, read over smart HTTP into a directory of its own, and pushed to. */
export class GitRepository implements Repository {
  readonly #options: GitRepositoryOptions;
  readonly #directory: string;
  /** Where the server says that the repository is, as after it was renamed; at first where it was looked for. */
  #url: string;
  #environment: Record<string, string>;
  readonly #store: ObjectStore;
  /** Objects that were read or pushed, but no file that was read. */
  readonly #known = new BoundedCache<GitObject>(CACHE_BYTES);
  /** Objects that came without what is below them. */
  readonly #shallow = new Set<string>();
  /** Objects of which no deeper depth came, since more is below than may come at once. */
  readonly #tooLarge = { everything: new Set<string>(), trees: new Set<string>() };
  /** Objects that are not read: they are larger than whatever counts. */
  readonly #oversized = new Set<string>();
  /** Commits that came with all their files. */
  readonly #whole = new Set<string>();
  readonly #pushing: PushSession;
  /** What was listed last under the prefixes of `refs`. */
  readonly #listings = new Map<string, Listed>();
  #session: RemoteSession | undefined;
  /** Aborted when everything under way is given up; what begins afterwards has another one. */
  #era = new AbortController();
  /** What runs that were killed left behind is removed while this one works. */
  readonly #tidied: Promise<void>;
  /** One conversation at a time. */
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(options: GitRepositoryOptions, directory: string, environment: Record<string, string>) {
    this.#options = options;
    this.#url = options.url;
    this.#directory = directory;
    this.#environment = environment;
    this.#store = new ObjectStore({ environment, directory, maxBlob: KV_LIMITS.value });
    this.#tidied = removeLeftFolders(options.temporary, options.clock.now());
    this.#pushing = new PushSession({ ...options, fetch: options.fetch, signal: () => this.#signal });
    // Whoever waits for an answer gets an error, tries again, and finds that the run was cancelled.
    options.signal.addEventListener('abort', () => void this.#hangUp(), { once: true });
  }

  /** Prepares an empty bare repository; nothing is asked of the server yet. */
  static async open(options: GitRepositoryOptions): Promise<GitRepository> {
    const directory = await ownFolder(options.temporary);
    const environment = gitEnvironment(options.environment, directory, options);
    // What `git init --bare` makes (gitrepository-layout), without a process that the first request would wait for.
    await Promise.all([
      mkdir(join(directory, 'objects')),
      mkdir(join(directory, 'refs')),
      writeFile(join(directory, 'HEAD'), 'ref: refs/heads/main\n'),
      // It is thrown away after the run, so nothing has to wait until the disk has it.
      writeFile(join(directory, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n\tfsync = none\n'),
    ]);
    return new GitRepository(options, directory, environment);
  }

  /** Sends the request that every conversation begins with. How it went is told where something is asked for. */
  connect(): void {
    this.#open().connect();
  }

  async refs(tagPrefixes: readonly string[]): Promise<Refs> {
    const named = `refs/heads/${this.#options.defaultBranch ?? 'main'}`;
    const before = this.#listings.get(tagPrefixes.join('\n'));
    const refs = await this.#remote((session) =>
      session.listRefs(['HEAD', named, ...tagPrefixes.map((prefix) => `refs/tags/${prefix}`)], before?.refs),
    );
    if (before !== undefined && before.refs === refs) {
      return before.answer;
    }
    const head = refs.find(({ name }) => name === 'HEAD') ?? refs.find(({ name }) => name === named);
    const answer = {
      head: head?.oid,
      tags: refs.filter(({ name }) => name.startsWith('refs/tags/')).map(toTagRef),
    };
    this.#listings.set(tagPrefixes.join('\n'), { refs, answer });
    return answer;
  }

  async tips(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    // Without a prefix the server would list every ref it has.
    const listed = names.length === 0 ? [] : await this.#remote((session) => session.listRefs(names));
    return new Map(listed.filter(({ name }) => names.includes(name)).map(({ name, oid }) => [name, oid]));
  }

  async load(
    oids: readonly string[],
    depth: LoadDepth,
    budget = depth === 'trees' ? TREES_BUDGET : Number.POSITIVE_INFINITY,
  ): Promise<boolean> {
    const missing = [...new Set(oids)].filter((oid) => !this.#isNear(oid, depth));
    const left = await this.#fetch(missing, FILTERS[depth], budget);
    if (depth === 'objects') {
      left.forEach(this.#oversized.add, this.#oversized);
      return oids.every((oid) => !this.#oversized.has(oid));
    }
    const tooLarge = this.#tooLarge[depth];
    left.forEach(tooLarge.add, tooLarge);
    await this.load(left, 'objects');
    return oids.every((oid) => !tooLarge.has(oid) && !this.#oversized.has(oid));
  }

  async loadPresent(oids: readonly string[]): Promise<ReadonlySet<string>> {
    const absent = new Set<string>();
    for (;;) {
      try {
        await this.load(
          oids.filter((oid) => !absent.has(oid)),
          'objects',
        );
        return absent;
      } catch (error) {
        const oid = error instanceof TagshipError ? absentObject(error.what) : undefined;
        if (oid === undefined || absent.has(oid)) {
          throw error;
        }
        absent.add(oid);
      }
    }
  }

  /** Whether an object is here as deep as it is wanted; what was too large once is not begun again. */
  #isNear(oid: string, depth: LoadDepth): boolean {
    if (this.#oversized.has(oid)) {
      return true;
    }
    if (depth === 'everything') {
      return this.#whole.has(oid) || this.#tooLarge.everything.has(oid);
    }
    const asDeep = depth === 'objects' || !this.#shallow.has(oid) || this.#tooLarge.trees.has(oid);
    return asDeep && (this.#known.has(oid) || this.#store.has(oid));
  }

  async log(tip: string, limit: { readonly depth: number } | { readonly since: number }): Promise<void> {
    if ('since' in limit) {
      // Git's servers die when they find no commit that is young enough.
      const object = await this.read(tip);
      if (object?.type === 'commit' && Date.parse(object.date) / 1000 < limit.since) {
        return;
      }
    }
    await this.#fetch([tip], 'tree:0', Number.POSITIVE_INFINITY, limit);
  }

  async reachable(tip: string, commits: readonly string[]): Promise<ReadonlySet<string>> {
    const asked = [...new Set(commits)];
    const found = asked.filter((oid) => oid === tip);
    for (const unknown = chunksOf(asked.filter((oid) => oid !== tip)); unknown.length > 0; ) {
      const some = unknown.shift() ?? [];
      const answer = await this.#leadTo(some, tip);
      if (answer === 'none missing') {
        found.push(...some);
      } else if (answer !== 'some missing') {
        unknown.unshift(...chunksOf(some.filter((oid) => oid !== answer.absent)));
      } else if (some.length > 1) {
        const half = Math.ceil(some.length / 2);
        unknown.unshift(some.slice(0, half), some.slice(half));
      }
    }
    return new Set(found);
  }

  /**
   * Whether a tip leads back to all of these commits: then to somebody who has the tip the server sends nothing of them.
   * (What it acknowledges while it negotiates says less: it takes the parents of a commit for the commit.)
   */
  async #leadTo(
    commits: readonly string[],
    tip: string,
  ): Promise<'none missing' | 'some missing' | { readonly absent: string }> {
    const request = { wants: commits, filter: FILTERS.objects, history: { without: tip } };
    return await this.#remote(async (session) => {
      let head = Buffer.alloc(0);
      try {
        await session.fetch({
          ...request,
          pack: async (bytes) => {
            head = Buffer.concat([head, bytes.subarray(0, PACK_HEADER - head.length)]);
            if (head.length === PACK_HEADER && objectsIn(head) > 0) {
              throw new OverBudget();
            }
          },
        });
        return 'none missing';
      } catch (error) {
        if (error instanceof OverBudget) {
          await this.#hangUp();
          return 'some missing';
        }
        const absent = error instanceof TagshipError ? absentObject(error.what) : undefined;
        if (absent === undefined || !commits.includes(absent)) {
          throw error;
        }
        await this.#hangUp();
        return { absent };
      }
    });
  }

  async read(oid: string): Promise<GitObject | undefined> {
    const near = this.#known.get(oid) ?? (await this.#local(oid));
    if (near !== undefined || !/^[0-9a-f]{40}$/.test(oid)) {
      return near;
    }
    try {
      await this.load([oid], 'objects');
    } catch (error) {
      if (error instanceof TagshipError && absentObject(error.what) !== undefined) {
        return undefined;
      }
      throw error;
    }
    return this.#oversized.has(oid) ? { type: 'oversized' } : await this.#local(oid);
  }

  async *readAll(oids: readonly string[]): AsyncGenerator<ReadObject> {
    for (let i = 0; i < oids.length; i += MAX_WANTS) {
      const some = oids.slice(i, i + MAX_WANTS);
      const absent = await this.loadPresent(some);
      const stored = new Set(some.filter((oid) => this.#store.has(oid)));
      const inTurn = this.#store.readAll(some.filter((oid) => stored.has(oid)))[Symbol.asyncIterator]();
      try {
        for (const oid of some) {
          if (stored.has(oid)) {
            yield (await inTurn.next()).value;
          } else {
            // What was pushed is not in the store.
            yield { oid, object: absent.has(oid) ? undefined : await this.read(oid) };
          }
        }
      } finally {
        await inTurn.return?.();
      }
    }
  }

  async serverTime(): Promise<number> {
    const era = this.#era.signal;
    return await retry(this.#options.clock, async () => {
      if (era.aborted) {
        throw givenUp();
      }
      return await this.#pushing.open();
    });
  }

  async push(updates: readonly RefUpdate[], objects: readonly RawObject[]): Promise<PushOutcome> {
    const era = this.#era.signal;
    let outcome: PushOutcome;
    try {
      outcome = await this.#pushing.push(updates, objects);
    } catch (error) {
      throw era.aborted ? givenUp(error) : error;
    }
    if (outcome.landed) {
      const remembered = objects.length > MAX_REMEMBERED ? objects.filter(({ type }) => type !== 'blob') : objects;
      for (const raw of remembered) {
        const object = parseRaw(raw);
        if (object !== undefined) {
          this.#known.set(raw.oid, object, weightOf(object));
        }
      }
    }
    return outcome;
  }

  async abandon(): Promise<void> {
    this.#era.abort();
    this.#era = new AbortController();
    await this.#hangUp();
  }

  get #signal(): AbortSignal {
    return AbortSignal.any([this.#options.signal, this.#era.signal]);
  }

  /** Checks a commit out into a directory of its own, by a fetch without history. */
  async worktree(commit: string): Promise<{ readonly directory: string; readonly remove: () => Promise<void> }> {
    const { token } = this.#options;
    const url = this.#url;
    const directory = await mkdtemp(join(this.#directory, 'worktree-'));
    const git = async (env: Record<string, string>, ...args: string[]): Promise<string | undefined> => {
      const options = { env, silent: true, ignoreReturnCode: true, cwd: this.#directory };
      const { exitCode, stderr } = await getExecOutput('git', args, options);
      const clean = [token, basicCredentials(token)].reduce((text, one) => text.replaceAll(one, '***'), stderr);
      return exitCode === 0 ? undefined : clean;
    };
    const remove = async (): Promise<void> => {
      await rm(directory, { recursive: true, force: true, maxRetries: 3 });
    };
    this.#store.expectOthers();
    try {
      await retry(this.#options.clock, async () => {
        const failure = await git(this.#environment, 'fetch', '--quiet', '--no-tags', '--depth=1', url, commit);
        if (failure !== undefined) {
          throw remoteFailure(failure, url);
        }
      });
      const local = worktreeEnvironment(this.#options.environment, this.#directory);
      const failure = await git(local, 'worktree', 'add', '--quiet', '--force', '--detach', directory, commit);
      if (failure !== undefined) {
        throw notCheckedOut(commit, failure);
      }
    } catch (error) {
      await remove();
      throw error;
    }
    return { directory, remove };
  }

  /** Ends all processes and removes the directory. */
  async close(): Promise<void> {
    await this.#session?.close();
    await this.#store.close();
    await this.#tidied;
    await rm(this.#directory, { recursive: true, force: true, maxRetries: 3 });
  }

  async #local(oid: string): Promise<GitObject | undefined> {
    const object = await this.#store.read(oid);
    if (object !== undefined && object.type !== 'blob') {
      this.#known.set(oid, object, weightOf(object));
    }
    return object;
  }

  /** What of it did not come: all of it where it was more than the budget, in bytes, or what is too large to be stored. */
  async #fetch(
    wants: readonly string[],
    filter: FetchRequest['filter'],
    budget: number,
    history: FetchRequest['history'] = { depth: 1 },
  ): Promise<readonly string[]> {
    const left: string[] = [];
    let rest = budget;
    for (let i = 0; i < wants.length; i += MAX_WANTS) {
      const some = wants.slice(i, i + MAX_WANTS);
      const size = await this.#fetchOnce({ wants: some, filter, history }, rest);
      if (typeof size === 'number') {
        rest -= size;
      } else if (size === 'over-budget' && filter !== FILTERS.objects) {
        return wants;
      } else if (some.length === 1) {
        left.push(...some);
      } else {
        // One object that is too large takes no other with it.
        const half = Math.max(budget / 2, LEAST_BUDGET);
        const middle = some.length >>> 1;
        left.push(...(await this.#fetch(some.slice(0, middle), filter, half, history)));
        left.push(...(await this.#fetch(some.slice(middle), filter, half, history)));
      }
    }
    return left;
  }

  /** How much came, in bytes, or why none of it is kept. */
  async #fetchOnce(request: Omit<FetchRequest, 'pack'>, budget: number): Promise<number | 'over-budget' | 'oversized'> {
    return await this.#remote(async (session) => {
      const pack = this.#store.receive();
      let size = 0;
      try {
        await session.fetch({
          ...request,
          pack: async (bytes) => {
            size += bytes.length;
            if (size > budget) {
              throw new OverBudget();
            }
            await pack.write(bytes);
          },
        });
      } catch (error) {
        if (error instanceof OverBudget) {
          // The rest of the answer is still under way on this connection.
          await this.#hangUp();
        }
        await pack.abort();
        if (error instanceof OverBudget) {
          return 'over-budget';
        }
        throw error;
      }
      try {
        await pack.finish();
      } catch (error) {
        if (error instanceof Oversized) {
          return 'oversized';
        }
        throw error;
      }
      this.#remember(request);
      return size;
    });
  }

  /** Notes how deep what was fetched is. */
  #remember({ wants, filter }: Omit<FetchRequest, 'pack'>): void {
    for (const oid of wants) {
      if (filter === 'tree:0') {
        this.#shallow.add(oid);
      } else {
        this.#shallow.delete(oid);
      }
      if (filter === undefined) {
        this.#whole.add(oid);
      }
    }
  }

  async #remote<T>(work: (session: RemoteSession) => Promise<T>): Promise<T> {
    const era = this.#era.signal;
    const mine = this.#turn.then(() => this.#converse(work, era));
    this.#turn = mine.catch(() => undefined);
    return await mine;
  }

  async #converse<T>(work: (session: RemoteSession) => Promise<T>, era: AbortSignal): Promise<T> {
    return await retry(this.#options.clock, async () => {
      if (era.aborted) {
        throw givenUp();
      }
      if (this.#options.signal.aborted) {
        throw new TagshipError('cancelled', 'The run was cancelled while it read from Git.', 'Run the job again.');
      }
      try {
        return await work(this.#open());
      } catch (error) {
        await this.#hangUp();
        if (error instanceof Redirected && (await this.#goOn())) {
          return await work(this.#open());
        }
        throw error;
      }
    });
  }

  /**
   * Asks where a redirect leads to, since Git does not say.
   * @returns whether that is another place than the one that was asked
   * @throws TagshipError where it is on another origin
   */
  async #goOn(): Promise<boolean> {
    const { token, environment, fetch } = this.#options;
    const url = this.#url;
    try {
      const response = await withinOrigin(fetch)(`${url}/info/refs?service=git-upload-pack`, {
        headers: {
          authorization: `Basic ${basicCredentials(token)}`,
          'git-protocol': 'version=2',
          // Some servers tell Git from a browser by it.
          'user-agent': 'git/2 (tagship)',
        },
        signal: AbortSignal.any([this.#signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      await response.body?.cancel();
      this.#url = repositoryAt(response.url) ?? url;
    } catch (error) {
      const astray = astrayIn(error);
      if (astray !== undefined) {
        throw astrayFailure(url, astray);
      }
      return false;
    }
    this.#environment = gitEnvironment(environment, this.#directory, { url: this.#url, token });
    return this.#url !== url;
  }

  #open(): RemoteSession {
    const { token } = this.#options;
    this.#session ??= new RemoteSession(this.#url, this.#environment, this.#directory, [
      token,
      basicCredentials(token),
    ]);
    return this.#session;
  }

  async #hangUp(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    await session?.close();
  }
}

function notCheckedOut(commit: string, said: string): TagshipError {
  const isFull = /no space left|quota exceeded/i.test(said);
  const last = said.trim().split('\n').at(-1) ?? '';
  return new TagshipError(
    'rebuild-failed',
    `Commit ${commit.slice(0, 12)} could not be checked out: ${last.replace(/\.$/, '')}.`,
    isFull
      ? 'Free disk space on the runner, then run the job again.'
      : `Try \`git worktree add\` with this commit in a clone on the same runner: a filter or a file name that the machine does not take is named there.`,
  );
}

/** As many objects as one request names. */
function chunksOf(oids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(oids.length / MAX_WANTS) }, (_, i) =>
    oids.slice(i * MAX_WANTS, (i + 1) * MAX_WANTS),
  );
}

function objectsIn(packHeader: Buffer): number {
  return packHeader.readUInt32BE(8);
}

function givenUp(cause?: unknown): TagshipError {
  return new TagshipError('git-unreachable', 'The Git server did not answer in time.', 'Run the job again.', { cause });
}

/** The object that the server says it does not have; undefined where it says something else. */
function absentObject(said: string): string | undefined {
  return /(?:not our ref|no such object)\W+([0-9a-f]{40})\b/i.exec(said)?.[1];
}

/** About how many bytes an object takes in memory. */
function weightOf(object: GitObject): number {
  switch (object.type) {
    case 'blob':
      return 200 + (object.bytes?.length ?? 0);
    case 'tree':
      return object.listing.weight;
    case 'commit':
      return 1_000 + 2 * object.message.length + 100 * object.parents.length;
    case 'tag':
    case 'oversized':
      return 500;
  }
}

class OverBudget extends Error {
  override readonly name = 'OverBudget';
}

function toTagRef({ name, oid, peeled }: ListedRef): { name: string; object: string; commit: string } {
  return { name: name.slice('refs/tags/'.length), object: oid, commit: peeled ?? oid };
}
