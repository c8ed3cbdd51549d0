import { cp, rm } from 'node:fs/promises';
import type { Repository, Sandbox, StoredValue } from '../../sandbox/index.ts';
import { PRODUCTION_NAMESPACE, STAGING_NAMESPACE } from '../../sandbox/index.ts';
import { refsOf } from './moves.ts';

const NAMESPACES = [PRODUCTION_NAMESPACE, STAGING_NAMESPACE] as const;

interface Stored {
  readonly namespace: string;
  readonly key: string;
  readonly value: StoredValue;
}

/** A repository and KV as they were at one moment, to start from again and again. */
export class Original {
  readonly #sandbox: Sandbox;
  readonly #repository: Repository;
  readonly #refs: Readonly<Record<string, string>>;
  readonly #stored: readonly Stored[];

  private constructor(
    sandbox: Sandbox,
    repository: Repository,
    refs: Readonly<Record<string, string>>,
    stored: readonly Stored[],
  ) {
    this.#sandbox = sandbox;
    this.#repository = repository;
    this.#refs = refs;
    this.#stored = stored;
  }

  /** What every ref pointed at. */
  get refs(): Readonly<Record<string, string>> {
    return this.#refs;
  }

  /** Takes down what there is. */
  static async of(sandbox: Sandbox, repository: Repository): Promise<Original> {
    const stored: Stored[] = [];
    for (const namespace of NAMESPACES) {
      for (const key of await sandbox.kv.list(namespace)) {
        const value = await sandbox.kv.get(namespace, key);
        if (value !== undefined) stored.push({ namespace, key, value });
      }
    }
    return new Original(sandbox, repository, await refsOf(repository), stored);
  }

  /** Makes another, empty repository the same as this one is now, and KV as if that one had written it. */
  async copyTo(repository: Repository): Promise<void> {
    await rm(repository.bare, { recursive: true });
    await cp(this.#repository.bare, repository.bare, { recursive: true });
    await repository.git(['fetch', '--quiet', '--tags', 'origin', 'main']);
    await repository.git(['reset', '--quiet', '--hard', 'FETCH_HEAD']);
    await this.#putBackKv(repository.name);
    this.#sandbox.clearRequests();
  }

  /** Puts all refs and KV back to what they were; objects that came since stay, and GitHub forgets everything else. */
  async putBack(): Promise<void> {
    const { bare, name } = this.#repository;
    const now = Object.keys(await refsOf(this.#repository));
    const commands = [
      ...now.filter((ref) => this.#refs[ref] === undefined).map((ref) => `delete ${ref}`),
      ...Object.entries(this.#refs).map(([ref, oid]) => `update ${ref} ${oid}`),
    ];
    await this.#repository.git(['--git-dir', bare, 'update-ref', '--stdin'], { input: `${commands.join('\n')}\n` });
    await this.#putBackKv(name);
    this.#sandbox.github.forget(name);
    this.#sandbox.clearRequests();
  }

  async #putBackKv(owner: string): Promise<void> {
    const { kv } = this.#sandbox;
    await Promise.all(NAMESPACES.map((namespace) => kv.clear(namespace)));
    await Promise.all(
      this.#stored.map(({ namespace, key, value }) =>
        kv.put(namespace, key, value.bytes, { ...(value.metadata ?? {}), 'managed-by': `tagship:${owner}` }),
      ),
    );
  }
}
