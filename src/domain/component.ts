/** The top level of a component tag: `components` goes to KV, `logic` needs a rebuild. */
export type Prefix = 'components' | 'logic';

/** The prefixes Tagship acts on. No type is called so: so a key that begins with one is never a component's. */
export const PREFIXES: readonly Prefix[] = ['components', 'logic'];

/** What a component is called, wherever it is: `prompts` and `extraction`, or nested, `templates` and `mail/header`. */
export interface Component {
  readonly prefix: Prefix;
  /** The plural type as it stands in tags and keys. */
  readonly type: string;
  /** The name, which may contain `/`. */
  readonly name: string;
}

/** `type/name`, as inputs, outputs and the index write a component. */
export function componentId(component: Pick<Component, 'type' | 'name'>): string {
  return `${component.type}/${component.name}`;
}

/** The singular of a plural type: `prompts` → `prompt`, `queries` → `query`, `classes` → `class`. */
export function singularType(type: string): string {
  if (/[^aeiou]ies$/.test(type)) {
    return `${type.slice(0, -3)}y`;
  }
  if (/(?:ss|x|z|ch|sh)es$/.test(type)) {
    return type.slice(0, -2);
  }
  return /[^s]s$/.test(type) ? type.slice(0, -1) : type;
}

/** The plural type of a registry entry's singular one: `query` → `queries`, `agent-definition` → `agents`. */
export function pluralType(type: string): string {
  if (type === 'agent-definition') {
    return 'agents';
  }
  if (/[^aeiou]y$/.test(type)) {
    return `${type.slice(0, -1)}ies`;
  }
  if (/(?:ss|x|z|ch|sh)$/.test(type)) {
    return `${type}es`;
  }
  return type.endsWith('s') ? type : `${type}s`;
}

/**
 * The name without the suffix that Edgit appends when it names a component after its file: `extraction-prompt` comes
 * from `prompts/extraction.md`. Undefined when the name has no such suffix.
 */
export function withoutGeneratedSuffix(component: Component): string | undefined {
  const suffixes = component.type === 'agents' ? ['-agent-definition', '-agent'] : [`-${singularType(component.type)}`];
  for (const suffix of suffixes) {
    const rest = component.name.slice(0, -suffix.length);
    if (component.name.endsWith(suffix) && rest !== '' && !rest.endsWith('/')) {
      return rest;
    }
  }
  return undefined;
}
