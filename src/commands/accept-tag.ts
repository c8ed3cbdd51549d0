import { RESERVED_ENVIRONMENTS } from '../domain/environment.ts';
import { parseTag } from '../domain/tag.ts';
import { TagshipError } from '../errors.ts';

/**
 * Checks the name of a tag that is to be deployed, before anything is asked of a server.
 * @returns false for a tag under another prefix, which is none of ours
 * @throws TagshipError `tag-shape`, `name-refused`, `environment-reserved`
 */
export function acceptTag(tag: string): boolean {
  const parsed = parseTag(tag);
  if (parsed.kind === 'foreign') {
    return false;
  }
  if (parsed.kind === 'malformed') {
    throw parsed.reason === 'json-segment'
      ? new TagshipError(
          'name-refused',
          `The tag \`${tag}\` names a component with a segment that ends in \`.json\`.`,
          'Name the component without the extension.',
        )
      : new TagshipError(
          'tag-shape',
          `The tag \`${tag}\` is not \`components/{type}/{name}/{slot}\`.`,
          'Name it like `components/prompts/extraction/v1.0.0` or `components/prompts/extraction/production`.',
        );
  }
  if (parsed.slot.kind === 'environment' && RESERVED_ENVIRONMENTS.includes(parsed.slot.environment)) {
    const { environment } = parsed.slot;
    throw new TagshipError(
      'environment-reserved',
      environment === 'latest'
        ? `The tag \`${tag}\` makes \`latest\` an environment, but \`@latest\` is what Tagship computes.`
        : `The tag \`${tag}\` makes \`${environment}\` an environment, but the ledger keeps something else under that name.`,
      'Delete the tag and give the environment another name.',
    );
  }
  return true;
}
