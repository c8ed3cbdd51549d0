import { TagshipError } from '../errors.ts';
import type { Component } from './component.ts';
import { isReservedEnvironment, VERSIONS_SLOT } from './environment.ts';
import { byteLength, KV_LIMITS } from './limits.ts';
import { isReservedType } from './tag.ts';

/** The key that maps every component of a namespace to what each environment runs. */
export const INDEX_KEY = 'component-versions';

/** The key layout when the configuration names none: what Conductor's loader reads. */
export const DEFAULT_LAYOUT = '{type}/{name}@{slot}';

/** Where Conductor's SDK reads the list of a component's versions. */
const VERSIONS_LAYOUT = `{type}/{name}/${VERSIONS_SLOT}`;

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
 * The KV key of the list of a component's versions.
 * @throws TagshipError `key-too-long`
 */
export function versionsKey(component: Component): string {
  return renderKey(VERSIONS_LAYOUT, component, VERSIONS_SLOT);
}

/** What a key may be named after. */
export interface ReadKey {
  readonly component: Component;
  /** An environment, a version, `latest`, or `_versions` for the list of versions. */
  readonly slot: string;
}

/** Reads a key in every way in which it can have been made; none for a key that follows no layout. */
export type KeyReader = (key: string) => readonly ReadKey[];

/** Reads the keys of some layouts, and those of the lists of versions. */
export function keyReader(layouts: readonly string[]): KeyReader {
  const all = [...layouts, VERSIONS_LAYOUT].map(partsOf);
  return (key) => {
    const found: ReadKey[] = [];
    for (const parts of all) {
      readings(parts, 0, key, 0, {}, ({ type = '', name = '', slot = VERSIONS_SLOT }) => {
        if (
          !found.some(
            ({ component, slot: other }) => slot === other && type === component.type && name === component.name,
          )
        ) {
          found.push({ component: { prefix: 'components', type, name }, slot });
        }
      });
    }
    return found;
  };
}

/** A piece of a layout: a text, or what stands for a value. */
type Part = { readonly text: string } | { readonly placeholder: string };

function partsOf(layout: string): Part[] {
  return layout
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => (/^\{\w+\}$/.test(part) ? { placeholder: part.slice(1, -1) } : { text: part }));
}

/** What the placeholders of a layout stand for in a key. */
type Values = Readonly<Record<string, string>>;

/** Finds every way in which a key, from a place on, can be made of the parts of a layout, from one of them on. */
function readings(
  parts: readonly Part[],
  at: number,
  key: string,
  from: number,
  values: Values,
  found: (values: Values) => void,
): void {
  const part = parts[at];
  if (part === undefined) {
    if (from === key.length) {
      found(values);
    }
    return;
  }
  const fixed = 'text' in part ? part.text : values[part.placeholder];
  if (fixed !== undefined) {
    if (key.startsWith(fixed, from)) {
      readings(parts, at + 1, key, from + fixed.length, values, found);
    }
    return;
  }
  const placeholder = 'placeholder' in part ? part.placeholder : '';
  const next = parts[at + 1];
  for (let end = endAfter(key, from, next); end !== -1; end = endAfter(key, end, next)) {
    const value = key.slice(from, end);
    if (isValue(placeholder, value)) {
      readings(parts, at + 1, key, end, { ...values, [placeholder]: value }, found);
    }
  }
}

/** The next place behind another where a value can end, by what follows it in the layout; -1 where there is none. */
function endAfter(key: string, from: number, next: Part | undefined): number {
  if (next === undefined) {
    return from < key.length ? key.length : -1;
  }
  return 'text' in next ? key.indexOf(next.text, from + 1) : from + 1 < key.length ? from + 1 : -1;
}

/** Whether a tag can have given a placeholder this value. */
function isValue(placeholder: string, value: string): boolean {
  switch (placeholder) {
    case 'prefix':
      return value === 'components';
    case 'type':
      return !value.includes('/') && !isReservedType(value);
    case 'name':
      return !/^\/|\/\/|\/$|\.json(?:\/|$)/.test(value);
    default:
      return value === 'latest' || !(/[/\s]/.test(value) || isReservedEnvironment(value));
  }
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
