import path from 'node:path';
import { bareEnvironment } from '../processes.ts';

const NO_COMMIT = '0'.repeat(40);
const DEFAULT_REF = 'refs/heads/main';

/** Directories and files of one run. */
export interface RunPlaces {
  readonly root: string;
  readonly home: string;
  readonly temp: string;
  readonly workspace: string;
  readonly event: string;
  readonly output: string;
  readonly summary: string;
  readonly env: string;
  readonly path: string;
  readonly state: string;
}

/** What the event says where it happened, unless the test says otherwise. */
export interface RunContext {
  readonly eventName: string;
  readonly repository: string;
  readonly ref: string;
  readonly sha: string;
  readonly actor: string;
}

/** The addresses of the sandbox. */
export interface RunServers {
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly cloudflareUrl: string;
}

/** Lays out a run's files under `root`; the workspace may be elsewhere. */
export function placesUnder(root: string, workspace?: string): RunPlaces {
  const file = (name: string) => path.join(root, 'files', name);
  return {
    root,
    home: path.join(root, 'home'),
    temp: path.join(root, 'temp'),
    workspace: workspace ?? path.join(root, 'workspace'),
    event: file('event.json'),
    output: file('output'),
    summary: file('summary'),
    env: file('env'),
    path: file('path'),
    state: file('state'),
  };
}

/** Reads the context of a run out of its event. */
export function contextOf(event: { readonly name: string; readonly payload: object }): RunContext {
  const payload = event.payload as Record<string, unknown>;
  const named = event.name === 'push' || event.name === 'workflow_dispatch';
  const ref = named ? text(payload, 'ref') : undefined;
  return {
    eventName: event.name,
    repository: text(payload.repository, 'full_name') ?? 'acme/components',
    ref: ref ?? DEFAULT_REF,
    // For an annotated tag GITHUB_SHA is the commit, while `after` is the tag object.
    sha: text(payload.head_commit, 'id') ?? text(payload, 'after') ?? NO_COMMIT,
    actor: text(payload.sender, 'login') ?? 'ada',
  };
}

/** The variables a GitHub-hosted runner sets for a step, over an otherwise bare environment. */
export function runnerVariables(
  places: RunPlaces,
  context: RunContext,
  servers: RunServers,
  runNumber: number,
): Record<string, string> {
  return {
    ...bareEnvironment(),
    HOME: places.home,
    CI: 'true',
    CLOUDFLARE_BASE_URL: servers.cloudflareUrl,
    GITHUB_ACTION: '__self',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: context.actor,
    GITHUB_API_URL: servers.apiUrl,
    GITHUB_BASE_REF: '',
    GITHUB_ENV: places.env,
    GITHUB_EVENT_NAME: context.eventName,
    GITHUB_EVENT_PATH: places.event,
    GITHUB_GRAPHQL_URL: `${servers.apiUrl}/graphql`,
    GITHUB_HEAD_REF: '',
    GITHUB_JOB: 'deploy',
    GITHUB_OUTPUT: places.output,
    GITHUB_PATH: places.path,
    GITHUB_REF: context.ref,
    GITHUB_REF_NAME: context.ref.replace(/^refs\/(?:heads|tags)\//, ''),
    GITHUB_REF_TYPE: context.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_REPOSITORY: context.repository,
    GITHUB_REPOSITORY_OWNER: context.repository.split('/', 1)[0] ?? '',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: String(15_000_000_000 + runNumber),
    GITHUB_RUN_NUMBER: String(runNumber),
    GITHUB_SERVER_URL: servers.serverUrl,
    GITHUB_SHA: context.sha,
    GITHUB_STATE: places.state,
    GITHUB_STEP_SUMMARY: places.summary,
    GITHUB_TRIGGERING_ACTOR: context.actor,
    GITHUB_WORKFLOW: 'Deploy components',
    GITHUB_WORKSPACE: places.workspace,
    RUNNER_ARCH: process.arch.toUpperCase(),
    RUNNER_OS: RUNNER_OS[process.platform] ?? 'Linux',
    RUNNER_TEMP: places.temp,
    RUNNER_TOOL_CACHE: path.join(places.root, 'tools'),
  };
}

const RUNNER_OS: Readonly<Partial<Record<NodeJS.Platform, string>>> = { win32: 'Windows', darwin: 'macOS' };

function text(value: unknown, name: string): string | undefined {
  const found = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return typeof found === 'string' ? found : undefined;
}
