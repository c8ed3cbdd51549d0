import { acceptTag } from '../commands/accept-tag.ts';
import type { DeployRequest } from '../commands/deploy.ts';
import { parseTag, shortTag } from '../domain/tag.ts';
import { TagshipError } from '../errors.ts';
import { foreignTag, type RunEvent, tagOf } from './event.ts';
import type { GivenInputs } from './given.ts';
import type { DeploySelection } from './inputs.ts';
import type { BuiltCommand } from './spec.ts';

/** What a run of `deploy` comes down to. */
export type Request =
  | { readonly kind: 'deploy'; readonly request: DeployRequest }
  | { readonly kind: 'rebuild'; readonly tag: string; readonly named: boolean }
  /** There is nothing to do, and that is a success. */
  | { readonly kind: 'nothing'; readonly why: string };

/** Whether KV takes part, as far as the inputs and the event tell; a rebuild and a question need no Cloudflare token. */
export function needsCloudflare(command: BuiltCommand, given: GivenInputs, event: RunEvent): boolean {
  if (command !== 'deploy') {
    return command !== 'history';
  }
  const tag = given.get('tag') ?? tagOf(event)?.tag ?? '';
  return given.has('components') || parseTag(shortTag(tag)).kind === 'foreign' || !shortTag(tag).startsWith('logic/');
}

/**
 * Finds out what is to be done, before anything is asked of a server.
 * @throws TagshipError `input-missing`, and what `acceptTag` throws
 */
export function requestOf(selection: DeploySelection, event: RunEvent): Request {
  if (selection.by === 'components') {
    return { kind: 'deploy', request: selection };
  }
  const pushed = tagOf(event);
  if (selection.by === 'pushed-tag' && pushed === undefined) {
    throw new TagshipError(
      'input-missing',
      `No tag was pushed: the event is \`${event.name}\` on \`${event.ref}\`.`,
      'Say what to deploy with the input `tag`, or with `components` and `environment`.',
    );
  }
  const named = selection.by === 'tag';
  const tag = named ? shortTag(selection.tag) : (pushed?.tag ?? '');
  const deleted = !named && pushed?.deleted === true;
  if (!acceptTag(tag)) {
    return { kind: 'nothing', why: foreignTag(tag) };
  }
  const parsed = parseTag(tag);
  if (!tag.startsWith('logic/')) {
    return deleted && parsed.kind === 'untyped'
      ? { kind: 'nothing', why: `Nobody can tell the type of the deleted tag \`${tag}\` any more: nothing to do.` }
      : { kind: 'deploy', request: { by: 'tag', tag, named, deleted } };
  }
  if (deleted || ('slot' in parsed && parsed.slot.kind === 'version')) {
    const what = deleted ? 'was deleted' : 'is a version';
    return { kind: 'nothing', why: `The logic tag \`${tag}\` ${what}: nothing to rebuild.` };
  }
  return { kind: 'rebuild', tag, named };
}
