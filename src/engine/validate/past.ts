import type { Component } from '../../domain/component.ts';
import { type ComponentTags, isUnclear, resolveVersion, type TagState } from '../../domain/component-tags.ts';
import { entryPath, versionsPath } from '../../domain/ledger/layout.ts';
import { speaksOf } from '../../domain/ledger/transition.ts';
import { type MovedVersion, movedVersions } from '../../domain/validation/facts.ts';
import type { Repository } from '../../ports/repository.ts';
import { LedgerSnapshot } from '../ledger/snapshot.ts';
import { loadTagObjects, wrappedNames } from '../observation.ts';

/** Components beyond which the ledger is only asked of those that something references. */
const MANY_COMPONENTS = 1_000;

/** What the ledger remembers, as far as it is asked; it is only read. */
export class Past {
  readonly #repository: Repository;
  readonly #ledger: LedgerSnapshot | undefined;

  private constructor(repository: Repository, ledger: LedgerSnapshot | undefined) {
    this.#repository = repository;
    this.#ledger = ledger;
  }

  /** What is known without a ledger. */
  static without(repository: Repository): Past {
    return new Past(repository, undefined);
  }

  /**
   * Opens the ledger, where there is one.
   * @throws TagshipError `ledger-broken`
   */
  static async open(repository: Repository, ref: string): Promise<Past> {
    const tip = (await repository.tips([ref])).get(ref);
    return new Past(repository, tip === undefined ? undefined : await LedgerSnapshot.open(repository, tip));
  }

  /**
   * The version tags that moved, of all components or, where these are many, of some.
   * @throws TagshipError `ledger-broken`
   */
  async moved(tags: TagState, referenced: ReadonlySet<string>): Promise<MovedVersion[]> {
    const ledger = this.#ledger;
    if (ledger === undefined) {
      return [];
    }
    const asked = new Map([...tags].filter(([id]) => tags.size <= MANY_COMPONENTS || referenced.has(id)));
    await ledger.load([...asked.values()].map(({ component }) => versionsPath(component)));
    return movedVersions(asked, (component: Component) => ledger.versions(component));
  }

  /**
   * The versions that the environments of some components run, by the name of the tag, where the names of the tags do not tell:
   * what the ledger says of the object, else what it wraps.
   * @throws TagshipError `ledger-broken`
   */
  async versions(components: readonly ComponentTags[]): Promise<ReadonlyMap<string, string | undefined>> {
    const unclear = components.flatMap((tags) =>
      [...tags.environments].map(([environment, ref]) => ({ tags, environment, ref })),
    );
    const asked = unclear.filter(({ tags, ref }) => ref.object !== ref.commit || isUnclear(tags, ref));
    await this.#ledger?.load(asked.map(({ tags, environment }) => entryPath(environment, tags.component)));
    const found = new Map<string, string | undefined>();
    const wrapped = asked.filter(({ tags, environment, ref }) => {
      const entry = this.#ledger?.entry(environment, tags.component);
      const told = speaksOf(entry, ref.object) ? entry.version : null;
      if (told !== null) {
        found.set(ref.name, told);
      }
      return told === null && ref.object !== ref.commit;
    });
    await loadTagObjects(
      this.#repository,
      wrapped.map(({ ref }) => ref.object),
    );
    for (const { tags, ref } of wrapped) {
      const chain = await wrappedNames(this.#repository, ref.object);
      found.set(ref.name, resolveVersion(tags, ref, chain)?.version);
    }
    return found;
  }
}
