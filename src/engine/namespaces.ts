import { describeSpec, type NamespaceRule, type NamespaceSpec, ruleFor } from '../domain/namespace.ts';
import { TagshipError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { KvNamespace, KvStore } from '../ports/kv.ts';
import { retry } from '../ports/retry.ts';

/** Finds the KV namespace of environments. Titles are looked up once, and only when some rule needs it. */
export class Namespaces {
  readonly #rules: readonly NamespaceRule[];
  readonly #kv: KvStore;
  readonly #clock: Clock;
  #listed: Promise<readonly KvNamespace[]> | undefined;

  constructor(rules: readonly NamespaceRule[], kv: KvStore, clock: Clock) {
    this.#rules = rules;
    this.#kv = kv;
    this.#clock = clock;
  }

  /**
   * The id of the namespace an environment lives in.
   * @throws TagshipError `namespace-missing`, `namespace-unknown`, `namespace-ambiguous`
   */
  async idOf(environment: string): Promise<string> {
    const rule = ruleFor(this.#rules, environment);
    if (rule === undefined) {
      throw new TagshipError(
        'namespace-missing',
        `The environment \`${environment}\` has no KV namespace.`,
        `Add \`namespaces: { ${environment}: { id: … } }\` to the configuration on the default branch, or give the input \`kv-namespace\`.`,
      );
    }
    return await this.#resolve(rule.spec, rule.source);
  }

  /** The ids of all namespaces that are named anywhere. */
  async all(): Promise<string[]> {
    const ids = new Set<string>();
    for (const { spec, source } of this.#rules) {
      ids.add(await this.#resolve(spec, source));
    }
    if (ids.size === 0) {
      throw new TagshipError(
        'namespace-missing',
        'No KV namespace is named anywhere.',
        'Add `namespaces` to the configuration on the default branch, or give the input `kv-namespace`.',
      );
    }
    return [...ids];
  }

  /** Which of the environments live in each namespace; environments whose namespace cannot be told live in none. */
  async populations(environments: Iterable<string>): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const populations = new Map<string, Set<string>>();
    for (const environment of environments) {
      const id = await this.idOf(environment).catch((error: unknown) => {
        if (error instanceof TagshipError && error.code.startsWith('namespace-')) {
          return undefined;
        }
        throw error;
      });
      if (id !== undefined) {
        populations.set(id, (populations.get(id) ?? new Set()).add(environment));
      }
    }
    return populations;
  }

  async #resolve(spec: NamespaceSpec, source: string): Promise<string> {
    if (spec.kind === 'id') {
      return spec.id;
    }
    if (spec.kind === 'binding') {
      throw new TagshipError(
        'not-built',
        `The namespace ${describeSpec(spec)} (${source}) is named by a wrangler binding, which this version does not read yet.`,
        'Name the namespace by `id` or `title`.',
      );
    }
    const title = spec.kind === 'title' ? spec.title : spec.name;
    this.#listed ??= retry(this.#clock, () => this.#kv.namespaces());
    const matches = (await this.#listed).filter((namespace) => namespace.title === title);
    const [match] = matches;
    if (match === undefined) {
      throw new TagshipError(
        'namespace-unknown',
        `The Cloudflare account has no KV namespace titled \`${title}\` (${source}).`,
        'Create it (`wrangler kv namespace create`), correct the title, or name the namespace by its id.',
      );
    }
    if (matches.length > 1) {
      throw new TagshipError(
        'namespace-ambiguous',
        `The Cloudflare account has ${matches.length} KV namespaces titled \`${title}\` (${source}): ${matches.map(({ id }) => id).join(', ')}.`,
        'Name the namespace by its id.',
      );
    }
    return match.id;
  }
}
