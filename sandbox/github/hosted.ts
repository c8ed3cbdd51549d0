import { GitStore } from './store.ts';
import { Tracker } from './tracker.ts';

/** A repository as the API sees it: Git's part on disk, the rest in memory. */
export interface Hosted {
  /** Full name, owner/name. */
  readonly name: string;
  readonly store: GitStore;
  readonly tracker: Tracker;
}

/** Finds repositories by their name; what is in memory lasts as long as this does. */
export class Hosting {
  readonly #known = new Map<string, Hosted>();
  readonly #locate: (name: string) => string | undefined;

  /** `locate` gives the path of a bare repository. */
  constructor(locate: (name: string) => string | undefined) {
    this.#locate = locate;
  }

  /** Forgets everything. */
  clear(): void {
    this.#known.clear();
  }

  /** The repository of that full name. */
  find(name: string): Hosted | undefined {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const bare = this.#locate(name);
    if (bare === undefined) return undefined;
    const hosted = { name, store: new GitStore(bare), tracker: new Tracker() };
    this.#known.set(name, hosted);
    return hosted;
  }
}
