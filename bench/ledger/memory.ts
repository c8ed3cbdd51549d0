import { Overlay } from '../../src/engine/ledger/overlay.ts';
import type { RawObject } from '../../src/git/object.ts';
import { parseRaw } from '../../src/git/object-parse.ts';
import type { GitObject, Repository } from '../../src/ports/repository.ts';

/** What the ledger is composed in: objects in memory, and no server behind them. */
export class Memory {
  #near = new Map<string, RawObject>();
  #overlay = new Overlay(this.#stub());

  /** As the ledger's own code takes it. */
  get repository(): Repository {
    return this.#overlay;
  }

  add(objects: readonly RawObject[]): void {
    this.#overlay.add(objects);
  }

  /**
   * Everything that was added since the last time, to be stored elsewhere. Here only what the next commit is built on
   * stays, or the whole history of a ledger would be in memory.
   */
  async drain(tip: string): Promise<readonly RawObject[]> {
    const { added } = this.#overlay;
    const raw = new Map([...this.#near, ...added.map((object) => [object.oid, object] as const)]);
    const kept = new Map<string, RawObject>();
    const keep = async (oid: string): Promise<void> => {
      const object = raw.get(oid);
      if (object === undefined || kept.has(oid)) {
        return;
      }
      kept.set(oid, object);
      const parsed = parseRaw(object);
      for (const below of parsed?.type === 'tree' ? parsed.entries : []) {
        await keep(below.oid);
      }
    };
    const commit = await this.#overlay.read(tip);
    await keep(tip);
    await keep(commit?.type === 'commit' ? commit.tree : '');
    this.#near = kept;
    this.#overlay = new Overlay(this.#stub());
    return added;
  }

  #stub(): Repository {
    const none = (): never => {
      throw new Error('The ledger is composed in memory; there is no server');
    };
    const near = this.#near;
    return {
      refs: none,
      tips: none,
      log: none,
      reachable: none,
      abandon: none,
      serverTime: none,
      mayPush: none,
      push: none,
      load: async () => true,
      loadPresent: none,
      readAll: none,
      read: async (oid): Promise<GitObject | undefined> => {
        const raw = near.get(oid);
        return raw === undefined ? undefined : parseRaw(raw);
      },
    };
  }
}
