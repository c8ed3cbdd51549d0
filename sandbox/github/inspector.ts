import type { Denials } from './denials.ts';
import type { Hosting } from './hosted.ts';
import type { CheckRun, Deployment, Issue, Tracker } from './tracker.ts';

/** What a test sees and decides of GitHub beside Git; a repository is given by its full name. */
export class GithubInspector {
  readonly #hosting: Hosting;
  readonly #denials: Denials;

  constructor(hosting: Hosting, denials: Denials) {
    this.#hosting = hosting;
    this.#denials = denials;
  }

  /**
   * Answers requests for an operation with 403 "Resource not accessible by integration", as when a token's permissions
   * do not include it; returns what ends that. The operation is written as in GitHub's documentation, such as
   * `POST /repos/{owner}/{repo}/deployments`.
   */
  deny(route: string): () => void {
    return this.#denials.add(route);
  }

  /** Deployments with their statuses, oldest first. */
  deployments(repository: string): readonly Deployment[] {
    return this.#tracker(repository).deployments;
  }

  /** Issues with their comments, oldest first. */
  issues(repository: string): readonly Issue[] {
    return this.#tracker(repository).issues;
  }

  /** Check runs, oldest first. */
  checks(repository: string): readonly CheckRun[] {
    return this.#tracker(repository).checks;
  }

  /** Forgets the deployments, issues and checks of a repository, as if it were new. */
  forget(repository: string): void {
    const { deployments, issues, checks } = this.#tracker(repository);
    for (const list of [deployments, issues, checks]) list.length = 0;
  }

  #tracker(repository: string): Tracker {
    const hosted = this.#hosting.find(repository);
    if (hosted === undefined) throw new Error(`There is no repository ${repository}`);
    return hosted.tracker;
  }
}
