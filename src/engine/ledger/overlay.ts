import type { RawObject } from '../../git/object.ts';
import { parseRaw } from '../../git/object-parse.ts';
import type { GitObject, ReadObject, Repository } from '../../ports/repository.ts';

/** A repository as it will be when objects that are not pushed yet are in it. */
export class Overlay implements Repository {
  readonly #repository: Repository;
  readonly #objects = new Map<string, RawObject>();

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  /** Everything that was added, for the push. */
  get added(): readonly RawObject[] {
    return [...this.#objects.values()];
  }

  add(objects: readonly RawObject[]): void {
    for (const raw of objects) {
      this.#objects.set(raw.oid, raw);
    }
  }

  refs: Repository['refs'] = (prefixes, names) => this.#repository.refs(prefixes, names);
  tips: Repository['tips'] = (names) => this.#repository.tips(names);
  log: Repository['log'] = (tip, limit) => this.#repository.log(tip, limit);
  reachable: Repository['reachable'] = (tip, commits) => this.#repository.reachable(tip, commits);
  abandon: Repository['abandon'] = () => this.#repository.abandon();
  serverTime: Repository['serverTime'] = () => this.#repository.serverTime();
  mayPush: Repository['mayPush'] = () => this.#repository.mayPush();
  push: Repository['push'] = (updates, objects) => this.#repository.push(updates, objects);

  load: Repository['load'] = (oids, depth, budget) =>
    this.#repository.load(
      oids.filter((oid) => !this.#objects.has(oid)),
      depth,
      budget,
    );

  loadPresent: Repository['loadPresent'] = (oids) =>
    this.#repository.loadPresent(oids.filter((oid) => !this.#objects.has(oid)));

  async *readAll(oids: readonly string[]): AsyncGenerator<ReadObject> {
    const others = this.#repository.readAll(oids.filter((oid) => !this.#objects.has(oid)))[Symbol.asyncIterator]();
    try {
      for (const oid of oids) {
        const raw = this.#objects.get(oid);
        yield raw === undefined ? (await others.next()).value : { oid, object: parseRaw(raw) };
      }
    } finally {
      await others.return?.();
    }
  }

  async read(oid: string): Promise<GitObject | undefined> {
    const raw = this.#objects.get(oid);
    return raw === undefined ? await this.#repository.read(oid) : parseRaw(raw);
  }
}
