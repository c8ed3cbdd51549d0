import { TagshipError } from '../errors.ts';
import type { Component } from './component.ts';
import { byteLength, KV_LIMITS } from './limits.ts';

/** The key that maps every component of a namespace to what each environment runs. */
export const INDEX_KEY = 'component-versions';

/** The key layout when the configuration names none: what Conductor's loader reads. */
export const DEFAULT_LAYOUT = '{type}/{name}@{slot}';

/** What a key layout may contain; the last three it must contain, or two components would share a key. */
export const LAYOUT_PLACEHOLDERS = ['prefix', 'type', 'name', 'slot'] as const;

/** Why a text is no key layout, or undefined when it is one. */
export function layoutProblem(layout: string): string | undefined {
  const found = [...layout.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]);
  const unknown = found.find((name) => !LAYOUT_PLACEHOLDERS.some((known) => known === name));
  if (unknown !== undefined) {
    return `has the unknown placeholder {${unknown}}`;
  }
  const missing = ['type', 'name', 'slot'].filter((name) => !found.includes(name));
  return missing.length === 0 ? undefined : `lacks ${missing.map((name) => `{${name}}`).join(', ')}`;
}

/**
 * The KV key of a component's slot in a layout.
 * @throws TagshipError `key-too-long` over 512 bytes (a limit of Workers KV)
 */
export function renderKey(layout: string, component: Component, slot: string): string {
  const values: Record<string, string> = { ...component, slot };
  return checkedKey(layout.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole));
}

/**
 * The KV key of the list of a component's versions, which Conductor's SDK reads.
 * @throws TagshipError `key-too-long`
 */
export function versionsKey(component: Component): string {
  return checkedKey(`${component.type}/${component.name}/_versions`);
}

/** What a key is named after, by a layout. */
export interface ReadKey {
  readonly component: Component;
  readonly slot: string;
}

/** Reads keys of a layout; the answer is undefined for a key that does not follow it. */
export function keyReader(layout: string): (key: string) => ReadKey | undefined {
  const known = new Set<string>();
  const pattern = layout
    .split(/(\{\w+\})/)
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (name === undefined) {
        return part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
      }
      const again = known.has(name);
      known.add(name);
      const any = name === 'name' ? '.+' : name === 'prefix' ? 'components' : '[^/]+';
      return again ? `\\k<${name}>` : `(?<${name}>${any})`;
    })
    .join('');
  const reader = new RegExp(`^${pattern}$`, 'su');
  return (key) => {
    const { type, name, slot } = reader.exec(key)?.groups ?? {};
    return type === undefined || name === undefined || slot === undefined
      ? undefined
      : { component: { prefix: 'components', type, name }, slot };
  };
}

/** Reads the key of a list of versions; undefined for any other. */
export function readVersionsKey(key: string): Component | undefined {
  const [, type, name] = /^([^/]+)\/(.+)\/_versions$/su.exec(key) ?? [];
  return type === undefined || name === undefined ? undefined : { prefix: 'components', type, name };
}

function checkedKey(key: string): string {
  const bytes = byteLength(key);
  if (bytes > KV_LIMITS.key) {
    throw new TagshipError(
      'key-too-long',
      `The KV key \`${key}\` has ${bytes} bytes; Workers KV takes ${KV_LIMITS.key}.`,
      'Give the component or the environment a shorter name, or use a shorter layout under `keys`.',
    );
  }
  return key;
}
