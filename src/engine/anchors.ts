import type { ComponentTags } from '../domain/component-tags.ts';
import type { Repository } from '../ports/repository.ts';

/** A commit that the ledger names for a component. */
export interface Claim {
  /** Undefined where the component has no tag at all. */
  readonly tags: ComponentTags | undefined;
  readonly commit: string;
}

/**
 * Which commits count that the ledger names. Who may write the ledger need not be one who may move tags, so what only
 * the ledger knows makes nothing live: a version tag of the component has to stand on the commit, or the default branch
 * has to lead back to it.
 */
export class Anchors {
  readonly #repository: Repository;
  /** Commits of the default branch. It only grows, as far as one run is concerned. */
  readonly #onBranch = new Set<string>();
  /** What was asked already, by the tip that it was asked of. */
  readonly #asked = new Map<string, Set<string>>();

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  /**
   * Finds out about commits, so that `has` can tell. One request, and none where version tags answer.
   * @param head the default branch
   */
  async find(head: string | undefined, claims: readonly Claim[]): Promise<void> {
    if (head === undefined) {
      return;
    }
    const asked = this.#asked.get(head) ?? new Set<string>();
    const unknown = claims.filter((claim) => !this.has(claim) && !asked.has(claim.commit)).map(({ commit }) => commit);
    if (unknown.length === 0) {
      return;
    }
    for (const commit of await this.#repository.reachable(head, [...new Set(unknown)])) {
      this.#onBranch.add(commit);
    }
    this.#asked.set(head, new Set([...asked, ...unknown]));
  }

  /** Whether a commit counts; of one that nobody asked about only the version tags tell. */
  has({ tags, commit }: Claim): boolean {
    return this.#onBranch.has(commit) || [...(tags?.versions.values() ?? [])].some((ref) => ref.commit === commit);
  }
}
