import { PREFIXES, type Prefix } from './component.ts';
import { isReservedEnvironment } from './environment.ts';
import { isVersion } from './version.ts';

/** The last segment of a component tag. */
export type Slot =
  | { readonly kind: 'version'; readonly version: string }
  | { readonly kind: 'environment'; readonly environment: string };

/** Why a tag under a known prefix can be no component's, whatever the configuration says. */
export type TagFault = 'too-short' | 'json-segment' | 'reserved-environment' | 'reserved-type';

/** What a tag name says, before anybody looked at the repository. */
export type ParsedTag =
  | {
      readonly kind: 'component';
      readonly prefix: Prefix;
      readonly type: string;
      readonly name: string;
      readonly slot: Slot;
    }
  /** The older `components/{name}/{slot}`: only the registry at the tagged commit knows the type. */
  | { readonly kind: 'untyped'; readonly prefix: Prefix; readonly name: string; readonly slot: Slot }
  | { readonly kind: 'malformed'; readonly reason: TagFault }
  | { readonly kind: 'foreign' };

/** The short name of a tag given as `refs/tags/x` or `x`. */
export function shortTag(ref: string): string {
  return ref.startsWith('refs/tags/') ? ref.slice('refs/tags/'.length) : ref;
}

/** Reads `{prefix}/{type}/{name}/{slot}`, in which the name may contain `/`, and the older `{prefix}/{name}/{slot}`. */
export function parseTag(tag: string): ParsedTag {
  const segments = tag.split('/');
  const prefix = PREFIXES.find((known) => known === segments[0]);
  if (prefix === undefined) {
    return { kind: 'foreign' };
  }
  const last = segments.at(-1) ?? '';
  if (segments.length < 3 || segments.includes('')) {
    return { kind: 'malformed', reason: 'too-short' };
  }
  const slot: Slot = isVersion(last) ? { kind: 'version', version: last } : { kind: 'environment', environment: last };
  const names = segments.length === 3 ? segments.slice(1, 2) : segments.slice(2, -1);
  // The ledger keeps `{name}.json` beside folders of nested names, so `a` and `a.json/b` could not both be stored.
  if (names.some((segment) => segment.endsWith('.json'))) {
    return { kind: 'malformed', reason: 'json-segment' };
  }
  if (slot.kind === 'environment' && isReservedEnvironment(slot.environment)) {
    return { kind: 'malformed', reason: 'reserved-environment' };
  }
  if (segments.length > 3 && isReservedType(segments[1] ?? '')) {
    return { kind: 'malformed', reason: 'reserved-type' };
  }
  const name = names.join('/');
  return segments.length === 3
    ? { kind: 'untyped', prefix, name, slot }
    : { kind: 'component', prefix, type: segments[1] ?? '', name, slot };
}

/** Why nothing is done for a tag under another prefix. */
export function foreignTag(tag: string): string {
  return `The tag \`${tag}\` is not under \`components/\` or \`logic/\`: nothing to do.`;
}

/** Whether no type may be called so: its keys would be read as those of another component. */
export function isReservedType(type: string): boolean {
  return PREFIXES.some((prefix) => prefix === type);
}

/** The slot as it stands in tags and keys. */
export function slotName(slot: Slot): string {
  return slot.kind === 'version' ? slot.version : slot.environment;
}
