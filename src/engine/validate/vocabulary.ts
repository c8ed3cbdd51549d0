import { pluralType } from '../../domain/component.ts';
import type { TagState } from '../../domain/component-tags.ts';
import { DEFAULT_KEYS } from '../../domain/references/grammar.ts';
import type { Vocabulary } from '../../domain/references/reference.ts';
import type { Known } from '../../domain/validation/facts.ts';
import type { RegistryDocument } from '../../domain/validation/registry-document.ts';

/** What a vocabulary is made of, beside what is known of the tree. */
export interface Words {
  readonly tags: TagState;
  /** Keys that the configuration adds. */
  readonly keys: readonly string[];
  /** The registry before a change: what it named is still named where nobody noticed. */
  readonly registryBefore: RegistryDocument | undefined;
}

/** What tells a reference from a string that only looks like one, in this tree. */
export function vocabularyOf(known: Known, { tags, keys, registryBefore }: Words): Vocabulary {
  const before = registryBefore?.byName;
  // A registry names what is registered, but its tags may have a longer name; every word of a file is asked for.
  const names = new Set([...(before?.keys() ?? []), ...(known.registry?.byName.keys() ?? [])]);
  for (const { component } of tags.values()) {
    names.add(component.name);
  }
  if (known.registry === undefined) {
    for (const path of known.files.paths) {
      for (const { name } of known.guesses(path)) {
        names.add(name);
      }
    }
  }
  return {
    types: new Set([...known.types, ...[...(before?.values() ?? [])].map(({ type }) => pluralType(type))]),
    keys: new Set([...DEFAULT_KEYS, ...keys]),
    isName: (name) => names.has(name) && (before?.has(name) === true || known.named(name).length > 0),
  };
}
