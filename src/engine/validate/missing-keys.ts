import type { TagState } from '../../domain/component-tags.ts';
import { type Config, configRules } from '../../domain/config.ts';
import { renderKey } from '../../domain/key.ts';
import { KV_LIMITS } from '../../domain/limits.ts';
import type { NamespaceRule } from '../../domain/namespace.ts';
import { isOfNamespace, type TagshipError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { KvStore } from '../../ports/kv.ts';
import type { Repository } from '../../ports/repository.ts';
import { retry } from '../../ports/retry.ts';
import { Namespaces } from '../namespaces.ts';
import { readWrangler } from '../read-config.ts';

/** Where keys are looked for. */
export interface KeySearch {
  readonly tags: TagState;
  readonly config: Config;
  /** Of the input; they go before those of the configuration. */
  readonly rules: readonly NamespaceRule[];
  /** The commit of the default branch. */
  readonly head: string | undefined;
}

/**
 * Asks KV for the keys of components in environments, and for no others.
 * @param wanted environments by `type/name`
 * @returns by environment, `type/name@environment` of what its namespace lacks; no environment without a namespace. And why
 *   some namespaces could not be asked
 */
export async function missingKeys(
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
  { tags, config, rules, head }: KeySearch,
  { kv, clock, repository }: { readonly kv: KvStore; readonly clock: Clock; readonly repository: Repository },
): Promise<{ readonly missing: ReadonlyMap<string, ReadonlySet<string>>; readonly problems: readonly TagshipError[] }> {
  const namespaces = new Namespaces([...rules, ...configRules(config)], {
    kv,
    clock,
    wrangler: () => readWrangler(repository, head),
  });
  const environments = new Set([...wanted.values()].flatMap((names) => [...names]));
  const missing = new Map<string, Set<string>>();
  const problems: TagshipError[] = [];
  for (const [namespace, here] of await namespaces.populations(environments)) {
    const asked = keysOf(wanted, here, tags, config.keys);
    try {
      for await (const key of absent(namespace, [...asked.keys()])) {
        for (const { id, environment } of [asked.get(key) ?? []].flat()) {
          missing.set(environment, (missing.get(environment) ?? new Set()).add(`${id}@${environment}`));
        }
      }
    } catch (error) {
      if (!isOfNamespace(error)) {
        throw error;
      }
      problems.push(error);
    }
  }
  return { missing, problems };

  async function* absent(namespace: string, keys: readonly string[]): AsyncGenerator<string> {
    for (let at = 0; at < keys.length; at += KV_LIMITS.bulkGet) {
      const some = keys.slice(at, at + KV_LIMITS.bulkGet);
      const stored = await retry(clock, () => kv.read(namespace, some));
      yield* some.filter((key) => !stored.has(key));
    }
  }
}

/** The keys of one namespace, and what they are the keys of. */
function keysOf(
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
  here: ReadonlySet<string>,
  tags: TagState,
  layouts: readonly string[],
): Map<string, { readonly id: string; readonly environment: string }> {
  const keys = new Map<string, { readonly id: string; readonly environment: string }>();
  for (const [id, environments] of wanted) {
    const component = tags.get(id)?.component;
    if (component?.prefix === 'components') {
      for (const environment of [...environments].filter((one) => here.has(one))) {
        for (const layout of layouts) {
          keys.set(renderKey(layout, component, environment), { id, environment });
        }
      }
    }
  }
  return keys;
}
