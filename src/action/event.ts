import { foreignTag, parseTag, shortTag } from '../domain/tag.ts';
import type { PushedTag } from '../engine/run-ports.ts';
import { TagshipError } from '../errors.ts';
import { COMMANDS, type Command } from './spec.ts';

/** What started the workflow, as far as it matters. Nothing in it is trusted to be still true. */
export interface RunEvent {
  /** `push`, `delete`, `schedule`, … */
  readonly name: string;
  /** The full ref the workflow runs for. */
  readonly ref: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Where and for whom the action runs. */
export interface RunContext {
  /** `owner/name`. */
  readonly repository: string;
  /** As the event names it. */
  readonly defaultBranch: string | undefined;
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly actor: string;
  /** The address by which GitHub knows the actor in commits. */
  readonly email: string;
  /** The workflow run, as an address; empty outside of one. */
  readonly run: string;
}

/** What `command: auto` makes of an event. */
export type AutoChoice =
  /** With inputs that it has unless somebody gave them. */
  | { readonly kind: 'command'; readonly command: Command; readonly inputs?: Readonly<Record<string, string>> }
  | { readonly kind: 'nothing'; readonly why: string };

/**
 * Chooses the command for an event.
 * @throws TagshipError `event-refused`
 */
export function chooseCommand(event: RunEvent): AutoChoice {
  switch (event.name) {
    case 'push':
      return choosePush(event);
    case 'delete':
      return chooseDelete(String(event.payload.ref_type ?? ''), String(event.payload.ref ?? ''));
    case 'pull_request':
    case 'merge_group':
      return { kind: 'command', command: 'validate' };
    case 'schedule':
      return { kind: 'command', command: 'reconcile', inputs: { heal: 'true' } };
    default:
      throw refusal(`The event \`${event.name}\` does not say which command to run.`);
  }
}

function choosePush(event: RunEvent): AutoChoice {
  if (!event.ref.startsWith('refs/tags/')) {
    throw refusal(`The event is a push to \`${event.ref}\`, which is no tag.`);
  }
  const tag = shortTag(event.ref);
  if (event.payload.deleted === true) {
    return chooseDelete('tag', tag);
  }
  return parseTag(tag).kind === 'foreign'
    ? { kind: 'nothing', why: foreignTag(tag) }
    : { kind: 'command', command: 'deploy' };
}

function chooseDelete(type: string, ref: string): AutoChoice {
  if (type !== 'tag' || parseTag(shortTag(ref)).kind === 'foreign') {
    return { kind: 'nothing', why: `The deleted ${type || 'ref'} \`${ref}\` is no component tag.` };
  }
  return { kind: 'command', command: 'deploy' };
}

/** The tag an event is about, and whether it was deleted; undefined for an event that is about none. */
export function tagOf(event: RunEvent): { readonly tag: string; readonly deleted: boolean } | undefined {
  const { ref, ref_type: type, deleted } = event.payload;
  if (event.name === 'delete' && type === 'tag' && typeof ref === 'string') {
    return { tag: shortTag(ref), deleted: true };
  }
  return event.ref.startsWith('refs/tags/')
    ? { tag: shortTag(event.ref), deleted: event.name === 'push' && deleted === true }
    : undefined;
}

/** A tag that was pushed, and what it pointed at before and after, as the event tells it; undefined for other events. */
export function pushedTag(event: RunEvent): PushedTag | undefined {
  const objectIn = (value: unknown): string | undefined =>
    typeof value === 'string' && /^(?!0+$)[0-9a-f]{40}$/.test(value) ? value : undefined;
  const { before, after } = event.payload;
  return event.name === 'push' && event.ref.startsWith('refs/tags/')
    ? { tag: shortTag(event.ref), before: objectIn(before), after: objectIn(after) }
    : undefined;
}

/**
 * Refuses events on which no command is safe: `pull_request_target` hands secrets to a run that strangers start.
 * @throws TagshipError `event-refused`
 */
export function refuseUnsafe(event: RunEvent): void {
  if (event.name === 'pull_request_target') {
    throw new TagshipError(
      'event-refused',
      'The event is `pull_request_target`, which gives secrets to runs that anybody can start.',
      'Use `pull_request` instead.',
    );
  }
}

/** The default branch that the event names, if it names one that can be a branch. */
function defaultBranchOf(event: RunEvent): string | undefined {
  const { repository } = event.payload;
  const name =
    typeof repository === 'object' && repository !== null && 'default_branch' in repository
      ? repository.default_branch
      : undefined;
  return typeof name === 'string' && /^\S+$/.test(name) ? name : undefined;
}

/**
 * Where the action runs, from the variables that every runner sets.
 * @throws TagshipError `input-missing`, `input-invalid`
 */
export function runContext(environment: Readonly<Record<string, string | undefined>>, event: RunEvent): RunContext {
  const repository = environment.GITHUB_REPOSITORY ?? '';
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    throw new TagshipError(
      'input-missing',
      'The environment variable `GITHUB_REPOSITORY` does not hold `owner/name`.',
      'Run Tagship as a step of a GitHub Actions workflow.',
    );
  }
  const serverUrl = (environment.GITHUB_SERVER_URL ?? 'https://github.com').replace(/\/+$/, '');
  const apiUrl = (environment.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, '');
  for (const [variable, address] of Object.entries({ GITHUB_SERVER_URL: serverUrl, GITHUB_API_URL: apiUrl })) {
    if (!isAddress(address)) {
      throw notAnAddress(variable);
    }
  }
  const { GITHUB_ACTOR: actor = '', GITHUB_ACTOR_ID: id = '', GITHUB_RUN_ID: run = '' } = environment;
  return {
    repository,
    defaultBranch: defaultBranchOf(event),
    serverUrl,
    apiUrl,
    actor,
    email: `${/^\d+$/.test(id) ? `${id}+` : ''}${actor || 'unknown'}@users.noreply.github.com`,
    run: /^\d+$/.test(run) ? `${serverUrl}/${repository}/actions/runs/${run}` : '',
  };
}

/** Whether a text is an HTTP address without a name or a password in it. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s@]+$/.test(text);
}

export function notAnAddress(variable: string): TagshipError {
  return new TagshipError(
    'input-invalid',
    `The environment variable \`${variable}\` is not an HTTP address.`,
    'Remove it, or leave it as the runner sets it.',
  );
}

function refusal(what: string): TagshipError {
  return new TagshipError(
    'event-refused',
    what,
    `Set \`command\` to one of: ${COMMANDS.join(', ')}; or run on the push of a tag.`,
  );
}
