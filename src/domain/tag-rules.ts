import { TagshipError } from '../errors.ts';
import type { Config } from './config.ts';
import { globMatcher } from './glob.ts';
import { REGISTRY_PATH } from './registry.ts';
import { parseTag, type TagFault } from './tag.ts';
import { meantVersion } from './version.ts';

/** What the configuration says of the names of tags. */
export interface TagRules {
  /** Whether a tag is another tool's. */
  readonly ignores: (tag: string) => boolean;
  /** Whether an environment is named, so that it is one whatever it looks like. */
  readonly names: (environment: string) => boolean;
  /** Whether the configuration says nothing of names. */
  readonly areUsual: boolean;
}

/** The rules of a repository without a configuration. */
export const USUAL_RULES: TagRules = { ignores: () => false, names: () => false, areUsual: true };

/** The rules of a configuration. */
export function tagRules({ ignore, environments }: Pick<Config, 'ignore' | 'environments'>): TagRules {
  const odd = Object.keys(environments).filter((name) => meantVersion(name) !== undefined);
  const ignored = ignore.map(globMatcher);
  return {
    ignores: (tag) => ignored.some((matches) => matches(tag)),
    names: (environment) => odd.includes(environment),
    areUsual: ignore.length === 0 && odd.length === 0,
  };
}

/** Why a tag under a known prefix is not taken for a component's. */
export type Exclusion = TagFault | 'ignored' | 'like-a-version' | 'unknown-type';

/** Why a name is not that of a component's tag, as far as the name tells; undefined where it may be one. */
export function exclusionOf(tag: string, rules: TagRules): Exclusion | undefined {
  const parsed = parseTag(tag);
  if (parsed.kind === 'foreign') {
    return undefined;
  }
  if (rules.ignores(tag)) {
    return 'ignored';
  }
  if (parsed.kind === 'malformed') {
    return parsed.reason;
  }
  const { slot } = parsed;
  const looksOdd = slot.kind === 'environment' && meantVersion(slot.environment) !== undefined;
  return looksOdd && !rules.names(slot.environment) ? 'like-a-version' : undefined;
}

/** The error of a run that is about a tag which is excluded. */
export function exclusionError(tag: string, exclusion: Exclusion): TagshipError {
  const slot = tag.slice(tag.lastIndexOf('/') + 1);
  switch (exclusion) {
    case 'ignored':
      return new TagshipError(
        'tag-shape',
        `The tag \`${tag}\` is left alone by \`ignore\` in the configuration.`,
        'Name another tag, or take it out of `ignore` on the default branch.',
      );
    case 'too-short':
      return new TagshipError(
        'tag-shape',
        `The tag \`${tag}\` is not \`components/{type}/{name}/{slot}\`.`,
        'Name it like `components/prompts/extraction/v1.0.0` or `components/prompts/extraction/production`.',
      );
    case 'json-segment':
      return new TagshipError(
        'name-refused',
        `The tag \`${tag}\` names a component with a segment that ends in \`.json\`.`,
        'Name the component without the extension.',
      );
    case 'reserved-type':
      return new TagshipError(
        'name-refused',
        `The tag \`${tag}\` names a type that Tagship needs for itself: \`components\` and \`logic\` are what tags begin with.`,
        'Delete the tag and give the type another name.',
      );
    case 'reserved-environment':
      return new TagshipError(
        'environment-reserved',
        slot.includes('@')
          ? `The tag \`${tag}\` makes \`${slot}\` an environment, but an \`@\` parts name and environment in a key.`
          : `The tag \`${tag}\` makes \`${slot}\` an environment, but Tagship keeps something else under that name.`,
        'Delete the tag and give the environment another name.',
      );
    case 'like-a-version':
      return new TagshipError(
        'tag-shape',
        `The tag \`${tag}\` ends in \`${slot}\`, which looks like a version and is none.`,
        `Delete it and tag the commit as \`${tag.slice(0, -slot.length)}${meantVersion(slot)}\`. If \`${slot}\` is an environment, name it under \`environments\` in the configuration on the default branch.`,
      );
    case 'unknown-type':
      return unknownType(tag);
  }
}

function unknownType(tag: string): TagshipError {
  const [prefix = '', name = '', slot = ''] = tag.split('/');
  return new TagshipError(
    'component-unknown',
    `The tag \`${tag}\` does not name the type of \`${name}\`, and the registry \`${REGISTRY_PATH}\` at its commit does not know \`${name}\`.`,
    `Commit a registry that names it, or tag it as \`${prefix}/{type}/${name}/${slot}\`.`,
  );
}
