import { Refusal } from './outcome.ts';

interface Denial {
  readonly method: string;
  readonly path: RegExp;
}

/** Operations the tokens of the sandbox may not do, as if their permissions did not include them. */
export class Denials {
  readonly #denied = new Set<Denial>();

  /**
   * Denies an operation as GitHub's documentation writes it, such as `POST /repos/{owner}/{repo}/deployments`; returns
   * what ends that.
   */
  add(route: string): () => void {
    const [, method = '', template = ''] = /^([A-Z]+) (\/\S+)$/.exec(route) ?? [];
    if (method === '') throw new Error(`Not an operation: ${route}`);
    const parts = template.split(/\{\w+\}/).map((part) => part.replace(/[\\^$.|?*+(){}[\]]/g, '\\$&'));
    const denial = { method, path: new RegExp(`^${parts.join('[^/]+')}$`) };
    this.#denied.add(denial);
    return () => void this.#denied.delete(denial);
  }

  /** Denies nothing any more. */
  clear(): void {
    this.#denied.clear();
  }

  /** Refuses a request that is denied. */
  check(method: string, address: string): void {
    const path = address.split('?', 1)[0] ?? address;
    for (const denial of this.#denied) {
      if (denial.method === method && denial.path.test(path)) {
        throw new Refusal(403, 'Resource not accessible by integration');
      }
    }
  }
}
