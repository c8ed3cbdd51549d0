import { BoundedCache } from '../../domain/bounded-cache.ts';
import type { RawObject } from '../../git/object.ts';
import { parseRaw } from '../../git/object-parse.ts';
import { objectsIn, PACK_HEADER } from '../../git/pack-reader.ts';
import type { FetchRequest } from '../../git/upload-pack.ts';
import type { GitObject, LoadDepth, ReadObject } from '../../ports/repository.ts';
import { type ObjectStore, Oversized } from './object-store.ts';
import { absentIn, type RemoteReader } from './remote-reader.ts';

/**
 * How much is fetched to have all folders of a commit in one request, in bytes. Where the tree of a repository is
 * larger than that, folders are fetched one by one on the way to a file.
 */
const TREES_BUDGET = 8 * 1024 * 1024;

/**
 * The most objects one request names: a line of 50 bytes each. What stands in front of a Git server takes a mebibyte, as
 * a rule (nginx), and Git itself sends what is larger in another way.
 */
const MAX_WANTS = 16_000;

/** How much of what was read stays in memory, in bytes as estimated. The rest is read again from this machine. */
const CACHE_BYTES = 64 * 1024 * 1024;

/** Of a push of more objects than this no files are kept for the next reader: they are fetched together. */
const MAX_REMEMBERED = 2_000;

/** Below this a budget is not divided: an object that is asked for alone may have so much. */
const LEAST_BUDGET = 1024 * 1024;

/** What leaves objects out of an answer: files, or everything that is not named. */
const FILTERS = { everything: undefined, trees: 'blob:none', objects: 'tree:0' } as const;

type Fetch = Omit<FetchRequest, 'pack'>;

/** Objects of the repository: brought near by few requests, and read from there. */
export class ObjectLoader {
  readonly #remote: RemoteReader;
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

  constructor(remote: RemoteReader, store: ObjectStore) {
    this.#remote = remote;
    this.#store = store;
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
        const oid = absentIn(error);
        if (oid === undefined || absent.has(oid)) {
          throw error;
        }
        absent.add(oid);
      }
    }
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

  async read(oid: string): Promise<GitObject | undefined> {
    const near = this.#known.get(oid) ?? this.#local(oid);
    if (near !== undefined || !/^[0-9a-f]{40}$/.test(oid)) {
      return near;
    }
    try {
      await this.load([oid], 'objects');
    } catch (error) {
      if (absentIn(error) !== undefined) {
        return undefined;
      }
      throw error;
    }
    return this.#oversized.has(oid) ? { type: 'oversized' } : this.#local(oid);
  }

  async *readAll(oids: readonly string[]): AsyncGenerator<ReadObject> {
    for (let i = 0; i < oids.length; i += MAX_WANTS) {
      const some = oids.slice(i, i + MAX_WANTS);
      const absent = await this.loadPresent(some);
      for (const oid of some) {
        if (this.#store.has(oid)) {
          yield { oid, object: this.#store.read(oid) };
        } else {
          // What was pushed is not in the store.
          yield { oid, object: absent.has(oid) ? undefined : await this.read(oid) };
        }
      }
    }
  }

  /** Keeps objects that were pushed. */
  remember(objects: readonly RawObject[]): void {
    const remembered = objects.length > MAX_REMEMBERED ? objects.filter(({ type }) => type !== 'blob') : objects;
    for (const raw of remembered) {
      const object = parseRaw(raw);
      if (object !== undefined) {
        this.#known.set(raw.oid, object, weightOf(object));
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

  /**
   * Whether a tip leads back to all of these commits: then to somebody who has the tip the server sends nothing of them.
   * (What it acknowledges while it negotiates says less: it takes the parents of a commit for the commit.)
   */
  async #leadTo(
    commits: readonly string[],
    tip: string,
  ): Promise<'none missing' | 'some missing' | { readonly absent: string }> {
    const request: Fetch = { wants: commits, filter: FILTERS.objects, history: { without: tip } };
    return await this.#remote.fetch(request, () => {
      let head = Buffer.alloc(0);
      return {
        pack: (bytes) => {
          head = Buffer.concat([head, bytes.subarray(0, PACK_HEADER - head.length)]);
          if (head.length === PACK_HEADER && objectsIn(head) > 0) {
            throw new OverBudget();
          }
        },
        end: async (failure) => {
          if (failure === undefined) {
            return 'none missing';
          }
          if (failure instanceof OverBudget) {
            return 'some missing';
          }
          const absent = absentIn(failure);
          if (absent === undefined || !commits.includes(absent)) {
            throw failure;
          }
          return { absent };
        },
      };
    });
  }

  #local(oid: string): GitObject | undefined {
    const object = this.#store.read(oid);
    if (object !== undefined && object.type !== 'blob') {
      this.#known.set(oid, object, weightOf(object));
    }
    return object;
  }

  /** What of it did not come: all of it where it was more than the budget, in bytes, or what is too large to be read. */
  async #fetch(
    wants: readonly string[],
    filter: Fetch['filter'],
    budget: number,
    history: Fetch['history'] = { depth: 1 },
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
  async #fetchOnce(request: Fetch, budget: number): Promise<number | 'over-budget' | 'oversized'> {
    return await this.#remote.fetch(request, () => {
      const pack = this.#store.receive();
      let size = 0;
      return {
        pack: (bytes) => {
          size += bytes.length;
          if (size > budget) {
            throw new OverBudget();
          }
          pack.write(bytes);
        },
        end: async (failure) => {
          if (failure !== undefined) {
            pack.abort();
            if (failure instanceof OverBudget) {
              return 'over-budget';
            }
            throw failure;
          }
          try {
            await pack.finish();
          } catch (error) {
            if (error instanceof Oversized) {
              return 'oversized';
            }
            throw error;
          }
          this.#note(request);
          return size;
        },
      };
    });
  }

  /** Notes how deep what was fetched is. */
  #note({ wants, filter }: Fetch): void {
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
}

/** As many objects as one request names. */
function chunksOf(oids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(oids.length / MAX_WANTS) }, (_, i) =>
    oids.slice(i * MAX_WANTS, (i + 1) * MAX_WANTS),
  );
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
