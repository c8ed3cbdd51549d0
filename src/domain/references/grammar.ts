import { distance } from 'fastest-levenshtein';
import parseVersion from 'semver/functions/parse.js';
import validRange from 'semver/ranges/valid.js';
import { pluralType } from '../component.ts';
import type { Reference, Vocabulary, WantedSlot } from './reference.ts';

/** What a text says as a reference. */
export type Reading = Pick<Reference, 'form' | 'type' | 'name' | 'slot'>;

/** The keys that hold references, unless the configuration names more. */
export const DEFAULT_KEYS: readonly string[] = [
  'agent',
  'component',
  'config',
  'ensemble',
  'prompt',
  'query',
  'schema',
  'script',
  'template',
  'uses',
];

/** No key of Workers KV is longer, so no reference that works is. */
const MAX_LENGTH = 512;

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;
const TYPE = /^[A-Za-z][A-Za-z0-9_-]*$/;
/** `extraction.md`, but not `v1.2`: what stands under a key and ends like this is a file. */
const FILE_EXTENSION = /\.[A-Za-z][A-Za-z0-9]{0,9}$/;
/** Endings of files that no name and no environment has; `limits.v2` and `eu.production` are none. */
const KNOWN_FILE =
  /\.(?:[cm]?[jt]sx?|json[5c]?|ya?ml|toml|ini|cfg|conf|mdx?|html?|css|s[ac]ss|less|xml|xsd|svg|png|jpe?g|gif|webp|avif|bmp|ico|icns|pdf|ttf|otf|woff2?|eot|mp[34]|wav|ogg|webm|mov|zip|t?gz|tar|txt|csv|sql|sh|bash|ps1|py|rb|go|rs|java|kt|swift|php|graphql|gql|proto|hbs|ejs|liquid|mustache|mjml|vue|svelte|astro|lock|map|wasm|tf|tpl|tmpl|jinja2?|j2)$/i;
/** `hero@2x.png`: an image for screens of that density. */
const DENSITY = /^\d+(?:\.\d+)?x(?:[^\w]|$)/;
const ENVIRONMENT = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
/** An e-mail address has a dot behind the `@`, and the date of a model (`sonnet@20240620`) begins with a digit. */
const PLAIN_ENVIRONMENT = /^[A-Za-z][A-Za-z0-9_-]*$/;
const VERSION = /^v?\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/;
const RANGE = /^[\^~<>=*vVxX\d][\^~<>=*|+ .0-9A-Za-z-]*$/;
/** A major version of this many digits is a date or an id. */
const LONG_NUMBER = /\d{6}/;

/**
 * Reads a text as a reference to a component, by these rules:
 *
 * - `type/name@slot` with a known plural type is one anywhere, and so are `singular://name` and `plural://name`, with
 *   or without slot;
 * - only under a key that holds references: `type/name` without slot, unless it ends like a file; `type/name@slot` with
 *   a singular or misspelt type; `name@slot`; and a registered name alone.
 *
 * What ends like a file, before the `@` or behind it, is none, unless a component is called so: `hero@2x.png`,
 * `templates/base.html@v2`.
 *
 * The type is as it is written, so a singular or misspelt one is not in the vocabulary; of a URI it is the plural.
 * A version is as it is written, too: `1.0.0` is one, although no tag is called so.
 *
 * @param text a whole scalar or string, without the white space around it
 * @param underKey whether it stands under a key that holds references, or in a list directly under one
 */
export function readReference(text: string, underKey: boolean, vocabulary: Vocabulary): Reading | undefined {
  if (text.length > MAX_LENGTH) {
    return undefined;
  }
  const scheme = text.indexOf('://');
  if (scheme !== -1) {
    return readUri(text.slice(0, scheme), text.slice(scheme + 3), vocabulary);
  }
  const at = text.indexOf('@');
  if (at === -1) {
    return underKey ? readBare(text, vocabulary) : undefined;
  }
  const path = text.slice(0, at);
  const slash = path.indexOf('/');
  if (!NAME.test(path) || isFile(path.slice(slash + 1), vocabulary)) {
    return undefined;
  }
  const type = path.slice(0, Math.max(slash, 0));
  if (vocabulary.types.has(type)) {
    const slot = readSlot(text.slice(at + 1));
    return slot && { form: 'path', type, name: path.slice(slash + 1), slot };
  }
  return underKey ? readUnderKey(path, text.slice(at + 1), vocabulary) : undefined;
}

function readUri(scheme: string, rest: string, vocabulary: Vocabulary): Reading | undefined {
  const type = [scheme, pluralType(scheme)].find((known) => vocabulary.types.has(known));
  if (type === undefined) {
    return undefined;
  }
  const at = rest.indexOf('@');
  const name = at === -1 ? rest : rest.slice(0, at);
  const slot: WantedSlot | undefined = at === -1 ? { kind: 'none' } : readSlot(rest.slice(at + 1));
  return slot && NAME.test(name) && !isFile(name, vocabulary) ? { form: 'uri', type, name, slot } : undefined;
}

/** Whether a name is one of a file, and no component is called so. */
function isFile(name: string, vocabulary: Vocabulary): boolean {
  return KNOWN_FILE.test(name) && !vocabulary.isName(name);
}

function readBare(text: string, vocabulary: Vocabulary): Reading | undefined {
  if (!NAME.test(text)) {
    return undefined;
  }
  const slot: WantedSlot = { kind: 'none' };
  const slash = text.indexOf('/');
  const type = text.slice(0, Math.max(slash, 0));
  const name = text.slice(slash + 1);
  if (vocabulary.types.has(type) && (!FILE_EXTENSION.test(name) || vocabulary.isName(name))) {
    return { form: 'path', type, name, slot };
  }
  return vocabulary.isName(text) ? { form: 'name', type: undefined, name: text, slot } : undefined;
}

function readUnderKey(path: string, written: string, vocabulary: Vocabulary): Reading | undefined {
  const slash = path.indexOf('/');
  if (slash === -1 || vocabulary.isName(path)) {
    const slot = readSlot(written);
    const isPlain = slot?.kind !== 'environment' || PLAIN_ENVIRONMENT.test(slot.name);
    return slot && isPlain ? { form: 'name', type: undefined, name: path, slot } : undefined;
  }
  const type = path.slice(0, slash);
  if (!isMeantAsType(type, vocabulary)) {
    return undefined;
  }
  const slot = readSlot(written);
  return slot && { form: 'path', type, name: path.slice(slash + 1), slot };
}

/** Whether somebody wrote the singular of a known type, or mistyped one. */
function isMeantAsType(type: string, vocabulary: Vocabulary): boolean {
  if (!TYPE.test(type)) {
    return false;
  }
  if (vocabulary.types.has(pluralType(type))) {
    return true;
  }
  for (const known of vocabulary.types) {
    // A longer type has room for two swapped letters (a distance of 2); among short words two edits relate any to any.
    const allowed = known.length >= 6 ? 2 : 1;
    if (Math.abs(known.length - type.length) <= allowed && distance(known, type) <= allowed) {
      return true;
    }
  }
  return false;
}

/** Reads what stands behind the `@`; undefined where nobody would call it a version, a range or an environment. */
export function readSlot(written: string): WantedSlot | undefined {
  if (written === 'latest') {
    return { kind: 'latest' };
  }
  if (VERSION.test(written) && parseVersion(written) !== null) {
    return { kind: 'version', version: written };
  }
  if (RANGE.test(written) && !written.endsWith(' ') && !LONG_NUMBER.test(written) && validRange(written) !== null) {
    return { kind: 'range', range: written };
  }
  return ENVIRONMENT.test(written) && !KNOWN_FILE.test(written) && !DENSITY.test(written)
    ? { kind: 'environment', name: written }
    : undefined;
}
