import { rm } from 'node:fs/promises';
import { KV_LIMITS } from '../../domain/limits.ts';
import type { RawObject } from '../../git/object.ts';
import type { ListedRef } from '../../git/ref-listing.ts';
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
import type { Http } from '../http/client.ts';
import { ownFolder, removeLeftFolders } from '../temporary.ts';
import { ObjectLoader } from './object-loader.ts';
import { ObjectStore } from './object-store.ts';
import { PushSession } from './push-session.ts';
import { GitRemote } from './remote.ts';
import { givenUp, RemoteReader } from './remote-reader.ts';
import { checkOut, type Worktree } from './worktree.ts';

/** A listing of refs and what was made of it. */
interface Listed {
  readonly refs: readonly ListedRef[];
  readonly answer: Refs;
}

export interface GitRepositoryOptions {
  /** The repository on the server, without credentials. */
  readonly url: string;
  readonly token: string;
  /** A directory for a directory of our own. */
  readonly temporary: string;
  /** For the Git that unpacks a commit for a rebuild. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly http: Http;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
  /** The default branch as the event names it, for a server whose HEAD points nowhere. */
  readonly defaultBranch?: string | undefined;
}

/** The repository on a Git server, read and pushed to over HTTP without Git on this machine. */
export class GitRepository implements Repository {
  readonly #options: GitRepositoryOptions;
  readonly #directory: string;
  readonly #remote: GitRemote;
  readonly #reader: RemoteReader;
  readonly #store: ObjectStore;
  readonly #objects: ObjectLoader;
  readonly #pushing: PushSession;
  /** What was listed last under the prefixes of `refs`. */
  readonly #listings = new Map<string, Listed>();
  /** Aborted when everything under way is given up; what begins afterwards has another one. */
  #era = new AbortController();
  /** What runs that were killed left behind is removed while this one works. */
  readonly #tidied: Promise<void>;

  private constructor(options: GitRepositoryOptions, directory: string) {
    const { clock, signal } = options;
    this.#options = options;
    this.#directory = directory;
    this.#remote = new GitRemote(options);
    this.#reader = new RemoteReader({ remote: this.#remote, clock, signal, era: () => this.#era.signal });
    this.#store = new ObjectStore({ directory, maxBlob: KV_LIMITS.value });
    this.#objects = new ObjectLoader(this.#reader, this.#store);
    this.#pushing = new PushSession({
      remote: this.#remote,
      signal: () => AbortSignal.any([signal, this.#era.signal]),
    });
    this.#tidied = removeLeftFolders(options.temporary, clock.now());
  }

  /** Prepares a folder for what does not fit in memory; nothing is asked of the server yet. */
  static async open(options: GitRepositoryOptions): Promise<GitRepository> {
    return new GitRepository(options, await ownFolder(options.temporary));
  }

  /** Begins the connection that the first request will use. That request reports how it went. */
  connect(): void {
    this.#remote.warm();
  }

  async refs(tagPrefixes: readonly string[], names: readonly string[] = []): Promise<Refs> {
    const named = `refs/heads/${this.#options.defaultBranch ?? 'main'}`;
    const question = [...tagPrefixes, '', ...names].join('\n');
    const before = this.#listings.get(question);
    const prefixes = ['HEAD', named, ...names, ...tagPrefixes.map((prefix) => `refs/tags/${prefix}`)];
    const refs = await this.#reader.listRefs(prefixes, before?.refs);
    if (before !== undefined && before.refs === refs) {
      return before.answer;
    }
    const head = refs.find(({ name }) => name === 'HEAD') ?? refs.find(({ name }) => name === named);
    const answer = {
      head: head?.oid,
      tags: refs.filter(({ name }) => name.startsWith('refs/tags/')).map(toTagRef),
      tips: new Map(refs.filter(({ name }) => names.includes(name)).map(({ name, oid }) => [name, oid])),
    };
    this.#listings.set(question, { refs, answer });
    return answer;
  }

  async tips(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    // Without a prefix the server would list every ref it has.
    const listed = names.length === 0 ? [] : await this.#reader.listRefs(names);
    return new Map(listed.filter(({ name }) => names.includes(name)).map(({ name, oid }) => [name, oid]));
  }

  async load(oids: readonly string[], depth: LoadDepth, budget?: number): Promise<boolean> {
    return await this.#objects.load(oids, depth, budget);
  }

  async loadPresent(oids: readonly string[]): Promise<ReadonlySet<string>> {
    return await this.#objects.loadPresent(oids);
  }

  async log(tip: string, limit: { readonly depth: number } | { readonly since: number }): Promise<void> {
    await this.#objects.log(tip, limit);
  }

  async reachable(tip: string, commits: readonly string[]): Promise<ReadonlySet<string>> {
    return await this.#objects.reachable(tip, commits);
  }

  async read(oid: string): Promise<GitObject | undefined> {
    return await this.#objects.read(oid);
  }

  readAll(oids: readonly string[]): AsyncIterable<ReadObject> {
    return this.#objects.readAll(oids);
  }

  async serverTime(): Promise<number> {
    if (this.#remote.time === undefined) {
      await this.mayPush();
    }
    return this.#remote.time ?? Math.floor(this.#options.clock.now() / 1000);
  }

  async mayPush(): Promise<void> {
    const era = this.#era.signal;
    await retry(this.#options.clock, async () => {
      if (era.aborted) {
        throw givenUp();
      }
      await this.#pushing.open();
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
      this.#objects.remember(objects);
    }
    return outcome;
  }

  async abandon(): Promise<void> {
    this.#era.abort();
    this.#era = new AbortController();
  }

  /** Checks a commit out into a directory of its own, without history. */
  async worktree(commit: string): Promise<Worktree> {
    return await checkOut(commit, this.#directory, this.#options.environment, this.#reader);
  }

  /** Removes the directory. */
  async close(): Promise<void> {
    this.#store.close();
    await this.#tidied;
    await rm(this.#directory, { recursive: true, force: true, maxRetries: 3 });
  }
}

function toTagRef({ name, oid, peeled }: ListedRef): { name: string; object: string; commit: string } {
  return { name: name.slice('refs/tags/'.length), object: oid, commit: peeled ?? oid };
}
