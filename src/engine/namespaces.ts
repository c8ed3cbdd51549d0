import { describeSpec, isNamespaceId, type NamespaceRule, ruleFor } from '../domain/namespace.ts';
import { boundNamespace, isNotInherited, type WranglerConfig } from '../domain/wrangler.ts';
import { isOfNamespace, TagshipError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { KvNamespace, KvStore } from '../ports/kv.ts';
import { retry } from '../ports/retry.ts';

/** What namespaces are looked up in. */
export interface NamespaceSources {
  readonly kv: Pick<KvStore, 'namespaces'>;
  readonly clock: Clock;
  /** Reads the wrangler configuration of the default branch; undefined where there is none. */
  readonly wrangler: () => Promise<WranglerConfig | undefined>;
}

/** Namespaces, and why others that are named cannot be resolved. */
export interface FoundNamespaces {
  readonly ids: ReadonlySet<string>;
  readonly problems: readonly TagshipError[];
}

/** Finds the KV namespace of environments. Titles and bindings are looked up once, and only when some rule needs it. */
export class Namespaces {
  readonly #rules: readonly NamespaceRule[];
  readonly #sources: NamespaceSources;
  #listed: Promise<readonly KvNamespace[]> | undefined;
  #wrangler: Promise<WranglerConfig | undefined> | undefined;

  constructor(rules: readonly NamespaceRule[], sources: NamespaceSources) {
    this.#rules = rules;
    this.#sources = sources;
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
    return await this.#resolve(rule, environment);
  }

  /**
   * The ids of all namespaces that are named anywhere, and why some cannot be resolved.
   * @param environments those that have tags: a binding under a glob means another namespace for each
   * @throws TagshipError where none can
   */
  async all(environments: Iterable<string>): Promise<FoundNamespaces> {
    const wanted: (() => Promise<string>)[] = [];
    const known = [...environments];
    for (const rule of this.#rules) {
      const { kind } = rule.spec;
      const bound = kind === 'binding' || kind === 'name';
      const matched = bound ? known.filter((environment) => ruleFor(this.#rules, environment) === rule) : [];
      for (const environment of matched.length > 0 ? matched : [rule.glob]) {
        wanted.push(() => this.#resolve(rule, environment));
      }
    }
    if (wanted.length === 0) {
      throw new TagshipError(
        'namespace-missing',
        'No KV namespace is named anywhere.',
        'Add `namespaces` to the configuration on the default branch, or give the input `kv-namespace`.',
      );
    }
    return await this.#each(wanted);
  }

  /** The ids of the namespaces of these environments, as `all`. */
  async allOf(environments: readonly string[]): Promise<FoundNamespaces> {
    return await this.#each(environments.map((environment) => () => this.idOf(environment)));
  }

  async #each(wanted: readonly (() => Promise<string>)[]): Promise<FoundNamespaces> {
    const ids = new Set<string>();
    const problems = new Map<string, TagshipError>();
    for (const find of wanted) {
      try {
        ids.add(await find());
      } catch (error) {
        if (!isOfNamespace(error)) {
          throw error;
        }
        problems.set(error.message, error);
      }
    }
    const [first] = problems.values();
    if (ids.size === 0 && first !== undefined) {
      throw first;
    }
    return { ids, problems: [...problems.values()] };
  }

  /** Which of the environments live in each namespace; environments whose namespace cannot be resolved live in none. */
  async populations(environments: Iterable<string>): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const populations = new Map<string, Set<string>>();
    for (const environment of environments) {
      const id = await this.#idIfAny(environment);
      if (id !== undefined) {
        populations.set(id, (populations.get(id) ?? new Set()).add(environment));
      }
    }
    return populations;
  }

  /** The namespaces of these environments, as far as they can be resolved. */
  async known(environments: Iterable<string>): Promise<ReadonlySet<string>> {
    return new Set((await this.populations(environments)).keys());
  }

  async #idIfAny(environment: string): Promise<string | undefined> {
    return await this.idOf(environment).catch((error: unknown) => {
      if (isOfNamespace(error)) {
        return undefined;
      }
      throw error;
    });
  }

  async #resolve({ spec, source }: NamespaceRule, environment: string): Promise<string> {
    switch (spec.kind) {
      case 'id':
        return spec.id;
      case 'title':
        return await this.#titled(spec.title, source);
      case 'binding': {
        const bound = await this.#bound(spec.binding, environment);
        if (bound === undefined) {
          await this.#refuseNotInherited(spec.binding, environment, source);
          throw new TagshipError(
            'namespace-unknown',
            `The wrangler configuration on the default branch has no KV namespace ${describeSpec(spec)} for \`${environment}\` (${source}).`,
            'Add it to `kv_namespaces`, or name the namespace by `id` or `title`.',
          );
        }
        return bound;
      }
      case 'name':
        return (await this.#bound(spec.name, environment)) ?? (await this.#named(spec.name, environment, source));
    }
  }

  async #named(name: string, environment: string, source: string): Promise<string> {
    try {
      return await this.#titled(name, source);
    } catch (error) {
      if (error instanceof TagshipError && error.code === 'namespace-unknown') {
        await this.#refuseNotInherited(name, environment, source);
      }
      throw error;
    }
  }

  async #refuseNotInherited(binding: string, environment: string, source: string): Promise<void> {
    const config = await this.#wrangler;
    if (config !== undefined && isNotInherited(config, environment, binding)) {
      throw new TagshipError(
        'namespace-unknown',
        `The wrangler configuration on the default branch binds \`${binding}\` at its top, but \`[env.${environment}]\` does not inherit \`kv_namespaces\` (${source}).`,
        `Repeat the binding under \`[[env.${environment}.kv_namespaces]]\`, with the id of the namespace for \`${environment}\`, or name the namespace by \`id\` or \`title\`.`,
      );
    }
  }

  async #bound(binding: string, environment: string): Promise<string | undefined> {
    this.#wrangler ??= this.#sources.wrangler();
    const config = await this.#wrangler;
    const id = config === undefined ? undefined : boundNamespace(config, environment, binding);
    if (id !== undefined && !isNamespaceId(id)) {
      throw new TagshipError(
        'namespace-unknown',
        `The wrangler configuration binds \`${binding}\` for \`${environment}\` ${id === 'no-id' ? 'without an id' : `to \`${id}\`, which is not the id of a namespace`}.`,
        'Write the 32 hex digits of the namespace as its `id`, or name the namespace by `id` or `title`.',
      );
    }
    return id?.toLowerCase();
  }

  async #titled(title: string, source: string): Promise<string> {
    this.#listed ??= retry(this.#sources.clock, () => this.#sources.kv.namespaces());
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
