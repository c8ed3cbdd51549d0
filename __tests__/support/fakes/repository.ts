import { TagshipError } from '../../../src/errors.ts';
import {
  blobObject,
  commitObject,
  type RawObject,
  type Signature,
  tagObject,
  treeObject,
} from '../../../src/git/object.ts';
import { parseRaw } from '../../../src/git/object-parse.ts';
import type { TreeEntry } from '../../../src/git/tree-listing.ts';
import type {
  GitObject,
  LoadDepth,
  PushOutcome,
  ReadObject,
  RefRefusal,
  Refs,
  RefUpdate,
  Repository,
} from '../../../src/ports/repository.ts';

/** Files of a commit, by path. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** What of a commit is not the usual. */
export interface CommitOptions {
  readonly message?: string;
  readonly author?: string;
  /** Seconds since the epoch. */
  readonly time?: number;
}

/** Refuses refs of a push; what it does not name would have moved, but none does. */
export type Refuse = (updates: readonly RefUpdate[]) => readonly RefRefusal[];

const MAIN = 'refs/heads/main';
const TAGS = 'refs/tags/';
const START = Date.UTC(2026, 4, 1, 10) / 1000;
const PERSON = { name: 'Ada Lovelace', email: 'ada@example.com' };

/** A repository in memory, of real Git objects. The methods beside the port's are people's doing, which asks no one. */
export class FakeRepository implements Repository {
  /** Whether the token may only read. */
  readOnly = false;
  /** Objects that are larger than whatever is read. */
  readonly oversized = new Set<string>();
  /** Asked about every push that is well-formed, before the refs are looked at. */
  refuse: Refuse | undefined;
  /** The pushes that landed, in order. */
  readonly pushes: (readonly RefUpdate[])[] = [];
  readonly #objects = new Map<string, RawObject>();
  readonly #refs = new Map<string, string>();
  #serverTime = START;
  #lastAct = START - 1;

  /** Commits a tree on top of the default branch, which moves to it. */
  commit(files: Files, { message = 'Change components', author = PERSON.name, time }: CommitOptions = {}): string {
    const parent = this.#refs.get(MAIN);
    const person: Signature = { ...PERSON, name: author, time: time ?? this.#moment() };
    const commit = commitObject({
      tree: this.#tree(Object.entries(files)),
      parents: parent === undefined ? [] : [parent],
      author: person,
      committer: person,
      message,
    });
    this.#refs.set(MAIN, this.put(commit));
    return commit.oid;
  }

  /**
   * Makes a tag object without a ref.
   * @param time seconds since the epoch; if absent it is the server's, and at least a second after the last act
   */
  annotate(name: string, target: string, time = this.#moment()): string {
    const targetType = this.#objects.get(target)?.type === 'tag' ? 'tag' : 'commit';
    return this.put(tagObject({ target, targetType, name, tagger: { ...PERSON, time }, message: name }));
  }

  /** Stores an object. */
  put(object: RawObject): string {
    this.#objects.set(object.oid, object);
    return object.oid;
  }

  /** Points a tag at an object, or deletes it. */
  setTag(name: string, oid: string | undefined): void {
    this.setRef(TAGS + name, oid);
  }

  /** The object a tag points at. */
  objectOf(name: string): string | undefined {
    return this.#refs.get(TAGS + name);
  }

  /** Points a ref of this full name at an object, or deletes it. */
  setRef(ref: string, oid: string | undefined): void {
    if (oid === undefined) {
      this.#refs.delete(ref);
    } else {
      this.#refs.set(ref, oid);
    }
  }

  /** All refs as they are now, by full name. */
  allRefs(): ReadonlyMap<string, string> {
    return new Map([...this.#refs].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** What is at the end of a chain of tag objects. */
  peel(oid: string): string {
    const object = this.#parsed(oid);
    return object?.type === 'tag' ? this.peel(object.target) : oid;
  }

  /** Sets the server's clock, in seconds since the epoch; it stands still otherwise. */
  setServerTime(seconds: number): void {
    this.#serverTime = seconds;
  }

  /** Moves the server's clock by so many seconds, a negative number back. */
  advance(seconds: number): void {
    this.#serverTime += seconds;
  }

  async refs(prefixes: readonly string[], names: readonly string[] = []): Promise<Refs> {
    const tags = [...this.allRefs()]
      .filter(([ref]) => prefixes.some((prefix) => ref.startsWith(TAGS + prefix)))
      .map(([ref, object]) => ({ name: ref.slice(TAGS.length), object, commit: this.peel(object) }));
    return { head: this.#refs.get(MAIN), tags, tips: await this.tips(names) };
  }

  async tips(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return new Map([...this.allRefs()].filter(([ref]) => names.includes(ref)));
  }

  async load(oids: readonly string[], depth: LoadDepth, budget = Number.POSITIVE_INFINITY): Promise<boolean> {
    return depth === 'objects' || this.#sizeBelow(oids, depth === 'everything') <= budget;
  }

  async loadPresent(oids: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(oids.filter((oid) => !this.#objects.has(oid)));
  }

  async *readAll(oids: readonly string[]): AsyncGenerator<ReadObject> {
    for (const oid of oids) {
      yield { oid, object: this.#parsed(oid) };
    }
  }

  async log(tip: string, _limit: { readonly depth: number } | { readonly since: number }): Promise<void> {
    if (this.#parsed(tip)?.type !== 'commit') {
      throw new TagshipError('git-protocol', `The Git server answered: not our ref ${tip}.`, 'Run the job again.');
    }
  }

  async reachable(tip: string, commits: readonly string[]): Promise<ReadonlySet<string>> {
    const behind = new Set<string>();
    for (const next = [tip]; next.length > 0; ) {
      const oid = next.pop() ?? '';
      const object = behind.has(oid) ? undefined : this.#parsed(oid);
      if (object?.type === 'commit') {
        behind.add(oid);
        next.push(...object.parents);
      }
    }
    return new Set(commits.filter((oid) => behind.has(oid)));
  }

  async read(oid: string): Promise<GitObject | undefined> {
    return this.#parsed(oid);
  }

  async abandon(): Promise<void> {
    // Everything it is asked is answered at once.
  }

  async serverTime(): Promise<number> {
    return this.#serverTime;
  }

  async mayPush(): Promise<void> {
    this.#refuseReader();
  }

  async push(updates: readonly RefUpdate[], objects: readonly RawObject[]): Promise<PushOutcome> {
    this.#refuseReader();
    const pushed = new Map(objects.map((object) => [object.oid, object]));
    const refused = new Map<string, string>();
    for (const { ref, to } of updates) {
      if (!WELL_FORMED.test(ref)) {
        refused.set(ref, 'funny refname');
      } else if (to !== undefined && !this.#complete(to, pushed)) {
        refused.set(ref, 'missing necessary objects');
      }
    }
    for (const { ref, reason } of refused.size === 0 ? (this.refuse?.(updates) ?? []) : []) {
      refused.set(ref, reason);
    }
    if (refused.size === 0) {
      for (const { ref, from } of this.#misfits(updates)) {
        refused.set(ref, `cannot lock ref '${ref}': is at ${this.#refs.get(ref)} but expected ${from}`);
      }
    }
    if (refused.size > 0) {
      const reasonOf = (ref: string): string => refused.get(ref) ?? 'atomic push failure';
      const said = [...refused].map(([ref, reason]) => `error: ${ref}: ${reason}\n`).join('');
      return { landed: false, refused: updates.map(({ ref }) => ({ ref, reason: reasonOf(ref) })), said };
    }
    for (const object of objects) {
      this.put(object);
    }
    for (const { ref, to } of updates) {
      this.setRef(ref, to);
    }
    this.pushes.push(updates);
    return { landed: true };
  }

  #refuseReader(): void {
    if (this.readOnly) {
      throw new TagshipError(
        'push-denied',
        'The token may not push to the repository in memory.',
        'Give the job `permissions: contents: write`.',
      );
    }
  }

  /** The updates that do not find their ref where they expect it, or another ref in its way. */
  #misfits(updates: readonly RefUpdate[]): RefUpdate[] {
    const after = new Map(this.#refs);
    for (const { ref, to } of updates) {
      to === undefined ? after.delete(ref) : after.set(ref, to);
    }
    // A ref is a file: it cannot be where another has its folder.
    const folders = new Set([...after.keys()].flatMap(foldersOf));
    return updates.filter(
      ({ ref, from, to }) =>
        this.#refs.get(ref) !== from ||
        (to !== undefined && (folders.has(ref) || foldersOf(ref).some((folder) => after.has(folder)))),
    );
  }

  /** Whether an object is there with all it leads to; of what the server has already, it knows that. */
  #complete(oid: string, pushed: ReadonlyMap<string, RawObject>): boolean {
    if (this.#objects.has(oid)) {
      return true;
    }
    const raw = pushed.get(oid);
    const object = raw === undefined ? undefined : parseRaw(raw);
    return object !== undefined && namedBy(object).every((named) => this.#complete(named, pushed));
  }

  #parsed(oid: string): GitObject | undefined {
    if (this.oversized.has(oid)) {
      return { type: 'oversized' };
    }
    const raw = this.#objects.get(oid);
    return raw === undefined ? undefined : parseRaw(raw);
  }

  /** Bytes of these objects and of all folders they lead to, of all files as well if asked, without the history. */
  #sizeBelow(oids: readonly string[], withFiles: boolean): number {
    const seen = new Set<string>();
    const size = (oid: string, named: boolean): number => {
      const raw = this.#objects.get(oid);
      const object = this.#parsed(oid);
      if (
        raw === undefined ||
        object === undefined ||
        seen.has(oid) ||
        (object.type === 'blob' && !named && !withFiles)
      ) {
        return 0;
      }
      seen.add(oid);
      const inside = object.type === 'commit' ? [object.tree] : namedBy(object);
      return raw.bytes.length + inside.reduce((sum, one) => sum + size(one, false), 0);
    };
    return oids.reduce((sum, oid) => sum + size(oid, true), 0);
  }

  /** When somebody does something now: nobody does two things in the same second. */
  #moment(): number {
    this.#lastAct = Math.max(this.#serverTime, this.#lastAct + 1);
    return this.#lastAct;
  }

  #tree(files: readonly (readonly [string, string | Uint8Array])[]): string {
    const folders = new Map<string, [string, string | Uint8Array][]>();
    const entries: TreeEntry[] = [];
    for (const [path, content] of files) {
      const slash = path.indexOf('/');
      if (slash < 0) {
        entries.push({ kind: 'file', name: path, oid: this.put(blobObject(content)) });
      } else {
        const folder = path.slice(0, slash);
        folders.set(folder, [...(folders.get(folder) ?? []), [path.slice(slash + 1), content]]);
      }
    }
    for (const [name, inside] of folders) {
      entries.push({ kind: 'folder', name, oid: this.#tree(inside) });
    }
    return this.put(treeObject(entries));
  }
}

/** As `git check-ref-format` has it, as far as a test would go. */
const WELL_FORMED = /^refs(?:\/(?!\.)(?!@?\/)(?![^/]*\.\.)(?![^/]*@\{)[^/\s~^:?*[\\\p{Cc}]+(?<!\.lock|\.))+$/u;

/** `a/b/c` → `a/b` and `a`. */
function foldersOf(ref: string): string[] {
  const segments = ref.split('/').slice(0, -1);
  return segments.map((_, i) => segments.slice(0, i + 1).join('/'));
}

function namedBy(object: GitObject): readonly string[] {
  switch (object.type) {
    case 'blob':
    case 'oversized':
      return [];
    case 'tag':
      return [object.target];
    case 'commit':
      return [object.tree, ...object.parents];
    case 'tree':
      return object.entries.filter(({ kind }) => kind !== 'submodule').map(({ oid }) => oid);
  }
}
