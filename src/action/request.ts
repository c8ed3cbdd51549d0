import type { DeployRequest } from '../commands/deploy.ts';
import type { TagRequest } from '../commands/select.ts';
import { foreignTag, parseTag, shortTag } from '../domain/tag.ts';
import type { ChangeRequest } from '../engine/validate/comparison.ts';
import { TagshipError } from '../errors.ts';
import { type RunEvent, tagOf } from './event.ts';
import type { DeploySelection } from './own-inputs.ts';
import type { Environment, GivenInputs } from './raw-inputs.ts';
import type { Command } from './spec.ts';

/** What a run of `deploy` comes down to. */
export type Request =
  | { readonly kind: 'deploy'; readonly request: DeployRequest }
  | { readonly kind: 'rebuild'; readonly request: TagRequest }
  /** There is nothing to do, and that is a success. */
  | { readonly kind: 'nothing'; readonly why: string };

/** Commands that ask, and do without KV. */
export const READERS: readonly Command[] = ['history', 'validate', 'backtest'];

/** Whether KV takes part, as far as the inputs and the event tell; a rebuild, a check and a question need no Cloudflare token. */
export function needsCloudflare(command: Command, given: GivenInputs, event: RunEvent): boolean {
  if (command !== 'deploy') {
    return command !== 'doctor' && !READERS.includes(command);
  }
  const tag = given.get('tag') ?? tagOf(event)?.tag ?? '';
  return given.has('components') || parseTag(shortTag(tag)).kind === 'foreign' || !shortTag(tag).startsWith('logic/');
}

/**
 * Finds out what is to be done, before anything is asked of a server.
 * @throws TagshipError `input-missing`
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
  const request = { tag, named, pushed: tag === pushed?.tag, deleted };
  const parsed = parseTag(tag);
  if (parsed.kind === 'foreign' && request.pushed) {
    return { kind: 'nothing', why: foreignTag(tag) };
  }
  if (!tag.startsWith('logic/')) {
    return { kind: 'deploy', request: { by: 'tag', ...request } };
  }
  if (deleted || (!named && 'slot' in parsed && parsed.slot.kind === 'version')) {
    const what = deleted ? 'was deleted' : 'is a version';
    return { kind: 'nothing', why: `The logic tag \`${tag}\` ${what}: nothing to rebuild.` };
  }
  return { kind: 'rebuild', request };
}

const COMMIT = /^(?!0+$)[0-9a-f]{40}$/;

/** The commit that the workflow runs for; undefined where the variable names none. */
export function commitOf(environment: Environment): string | undefined {
  const commit = environment.GITHUB_SHA?.trim().toLowerCase() ?? '';
  return COMMIT.test(commit) ? commit : undefined;
}

/** Between which commits an event says that something changed; else why it does not. */
export function changeOf(event: RunEvent, commit: string | undefined): ChangeRequest | string {
  if (commit === undefined) {
    return '`GITHUB_SHA` names no commit';
  }
  const { base, head } = basesOf(event);
  return COMMIT.test(base)
    ? { commit, base, ...(COMMIT.test(head) ? { head } : {}) }
    : `the event \`${event.name}\` does not say since when`;
}

function basesOf({ name, ref, payload }: RunEvent): { readonly base: string; readonly head: string } {
  switch (name) {
    case 'pull_request':
      return {
        base: textAt(payload, 'pull_request', 'base', 'sha'),
        head: textAt(payload, 'pull_request', 'head', 'sha'),
      };
    case 'merge_group':
      return { base: textAt(payload, 'merge_group', 'base_sha'), head: '' };
    case 'push':
      // A tag was somewhere else before, which is no change of files.
      return { base: ref.startsWith('refs/heads/') ? textAt(payload, 'before') : '', head: '' };
    default:
      return { base: '', head: '' };
  }
}

function textAt(payload: RunEvent['payload'], ...path: readonly string[]): string {
  let value: unknown = payload;
  for (const key of path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  }
  return typeof value === 'string' ? value : '';
}
