import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Cleanup, makeTemporaryDirectory, removeDirectory } from './cleanup.ts';
import { VirtualClock } from './faults/clock.ts';
import { FaultKit } from './faults/kit.ts';
import type { Faults, Latency } from './faults/types.ts';
import { startGateway } from './gateway.ts';
import { HttpBackends } from './git/backend.ts';
import { Repository } from './git/repository.ts';
import { createGitService, PUSH_DENIALS } from './git/server.ts';
import { Denials } from './github/denials.ts';
import { Hosting } from './github/hosted.ts';
import { GithubInspector } from './github/inspector.ts';
import { createGithubService } from './github.ts';
import type { KvInspector } from './kv/inspector.ts';
import type { Staleness } from './kv/staleness.ts';
import { type Namespace, startWorkerd } from './kv/workerd.ts';
import { createMetricsService } from './metrics/service.ts';
import { Traffic } from './metrics/traffic.ts';
import { Recorder } from './recorder.ts';
import { Runner, type RunOptions, type RunResult } from './runner.ts';
import { ServerClock } from './server-clock.ts';
import type { AfterHook, Hook, RecordedRequest, Service } from './types.ts';

export type { VirtualClock } from './faults/clock.ts';
export type { Fault, FaultRule, Faults, FaultTarget, Latency } from './faults/types.ts';
export { GitError } from './git/command.ts';
export type { PushPayload } from './git/payload.ts';
export type { FileChanges, Repository, TagOptions } from './git/repository.ts';
export type { Restrictions } from './git/ruleset.ts';
export type { GithubInspector } from './github/inspector.ts';
export type { CheckRun, Deployment, DeploymentStatus, Issue } from './github/tracker.ts';
export type { KvInspector, StoredValue } from './kv/inspector.ts';
export type { Staleness } from './kv/staleness.ts';
export type { Namespace } from './kv/workerd.ts';
export type { ScriptedAnswer, Served, Traffic } from './metrics/traffic.ts';
export type { KillPoint } from './runner/kill.ts';
export type { Annotation } from './runner/workflow-commands.ts';
export type { RunOptions, RunResult } from './runner.ts';
export type { ServerClock } from './server-clock.ts';
export type { AfterHook, Hook, PushedRef, RecordedRequest, Reply, ServiceName } from './types.ts';

/** The namespace titled `components-production`. */
export const PRODUCTION_NAMESPACE = '0f2ac74b498b48028cb68387c421e279';
/** The namespace titled `components-staging`. */
export const STAGING_NAMESPACE = '7d3b1f60c2a94e5e8a16c9e04b5d2f38';

const DEFAULT_NAMESPACES: readonly Namespace[] = [
  { id: PRODUCTION_NAMESPACE, title: 'components-production' },
  { id: STAGING_NAMESPACE, title: 'components-staging' },
];
const DEFAULT_REPOSITORY = 'acme/components';
const REPOSITORY_NAME = /^[\w-][\w.-]*\/[\w-][\w.-]*$/;

/** What a sandbox can be started with. */
export interface SandboxOptions {
  readonly namespaces?: readonly Namespace[];
  /** Whether Git over HTTP needs the token; true if absent. */
  readonly requireGitToken?: boolean;
  /** How actions run where a run says nothing else; `process` if absent. */
  readonly runsAs?: 'process' | 'here';
}

/** What a component reference led to. */
export interface ReaderAnswer {
  readonly status: number;
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** A laboratory of real parts on loopback: Git over HTTP, Workers KV with Cloudflare's REST API, and a runner. */
export interface Sandbox {
  /** GITHUB_SERVER_URL; repositories are at {serverUrl}/{owner}/{repo}, with or without .git. */
  readonly serverUrl: string;
  /** GITHUB_API_URL. */
  readonly apiUrl: string;
  /** CLOUDFLARE_BASE_URL, ending in /client/v4. */
  readonly cloudflareUrl: string;
  readonly workerUrl: string;
  /** A metric server: `/metrics` for Prometheus, `/stats` as JSON, `/rate` as a number, and what `traffic` scripts. */
  readonly metricsUrl: string;
  readonly githubToken: string;
  /** A token of a workflow Git may fetch with and not push. */
  readonly readOnlyToken: string;
  /** The same of an App of one's own or of a person, which GitHub refuses a push in other words. */
  readonly readOnlyAppToken: string;
  readonly cloudflareToken: string;
  readonly accountId: string;
  /** All requests since the start or clearRequests(), in order of arrival. */
  readonly requests: readonly RecordedRequest[];
  /** Forgets the requests so far; numbering starts at 1 again. */
  clearRequests(): void;
  /** Adds a hook before the services; returns what removes it. */
  before(hook: Hook): () => void;
  /** Adds a hook after the services; returns what removes it. */
  after(hook: AfterHook): () => void;
  /** Failures in front of the services, after the hooks before them; a hook that replied leaves nothing to fail. */
  readonly faults: Faults;
  /** Makes every request wait so many real milliseconds before it is handled; returns what ends that. */
  latency(milliseconds: Latency): () => void;
  /** The clock of stale reads. */
  readonly clock: VirtualClock;
  /** The clock of the Git server and of GitHub's API: the Date header of their answers, and the dates in the API. */
  readonly serverClock: ServerClock;
  /** Makes KV reads answer the past from now on, while writes are real at once; `{ seconds: 0 }` ends that. */
  staleness(staleness: Staleness): Promise<void>;
  /** Creates an empty repository owner/name; throws when there is one of that name. */
  createRepository(name?: string): Promise<Repository>;
  readonly kv: KvInspector;
  /** GitHub's deployments, issues and checks, and what its tokens are denied. */
  readonly github: GithubInspector;
  /** Asks the reader Worker over HTTP for a reference such as prompt://extraction@production. */
  ask(namespaceId: string, reference: string): Promise<ReaderAnswer>;
  /** What the metric server knows of the requests that components served. */
  readonly traffic: Traffic;
  runAction(options: RunOptions): Promise<RunResult>;
  /** How actions run from now on where a run says nothing else. */
  runsAs(as: 'process' | 'here'): void;
  /**
   * Makes it as it was when it started: no repositories, no keys in its namespaces, no requests, hooks, faults, latency or
   * stale reads, and clocks that tell the real time.
   */
  reset(): Promise<void>;
  /** Ends everything and removes all temporary files; safe to call again. */
  close(): Promise<void>;
}

/** Starts a sandbox; when a part fails to start, those already running are ended before it throws. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const cleanup = new Cleanup();
  try {
    return await start(options, cleanup);
  } catch (error) {
    await cleanup.run();
    throw error;
  }
}

async function start(options: SandboxOptions, cleanup: Cleanup): Promise<Sandbox> {
  const { namespaces = DEFAULT_NAMESPACES, requireGitToken = true, runsAs = 'process' } = options;
  const githubToken = `ghs_${randomText(36)}`;
  const readOnlyToken = `ghs_${randomText(36)}`;
  const readOnlyAppToken = `ghs_${randomText(36)}`;
  const cloudflareToken = randomText(40);
  const accountId = randomBytes(16).toString('hex');

  const root = await makeTemporaryDirectory('sandbox');
  cleanup.add(() => removeDirectory(root));
  const recorder = new Recorder();
  const faults = new FaultKit();
  const clock = new VirtualClock();
  const serverClock = new ServerClock();
  const listen = async (service: Service, ownClock?: ServerClock) => {
    const gateway = await startGateway(service, { recorder, faults, clock: ownClock });
    cleanup.add(() => gateway.close());
    return gateway.url;
  };

  const workerd = await startWorkerd({ namespaces, accountId, token: cloudflareToken, clock });
  cleanup.add(() => workerd.close());
  const cloudflareUrl = `${await listen(workerd.cloudflare)}/client/v4`;
  const workerUrl = await listen(workerd.reader);
  const traffic = new Traffic();
  const metricsUrl = await listen(createMetricsService(traffic));

  const bare = path.join(root, 'bare');
  const repositories = new Set<string>();
  const backends = new HttpBackends(bare, true);
  cleanup.add(() => backends.close());
  const token = requireGitToken ? githubToken : undefined;
  const readOnlyTokens = new Map([
    [readOnlyToken, PUSH_DENIALS.workflow],
    [readOnlyAppToken, PUSH_DENIALS.other],
  ]);
  const serverUrl = await listen(createGitService({ token, readOnlyTokens, backends, repositories }), serverClock);
  const locate = (name: string) => (repositories.has(name) ? path.join(bare, `${name}.git`) : undefined);
  const hosting = new Hosting(locate);
  const denials = new Denials();
  const apiUrl = await listen(
    createGithubService({
      githubToken,
      readOnlyTokens: [...readOnlyTokens.keys()],
      serverUrl,
      hosting,
      denials,
      clock: serverClock,
    }),
    serverClock,
  );

  const tokens = { githubToken, cloudflareToken, accountId };
  const runner = new Runner({ serverUrl, apiUrl, cloudflareUrl, ...tokens, recorder, runsAs });
  cleanup.add(() => runner.close());

  return {
    serverUrl,
    apiUrl,
    cloudflareUrl,
    workerUrl,
    metricsUrl,
    githubToken,
    readOnlyToken,
    readOnlyAppToken,
    cloudflareToken,
    accountId,
    requests: recorder.requests,
    clearRequests: () => recorder.clear(),
    before: (hook) => recorder.before(hook),
    after: (hook) => recorder.after(hook),
    faults,
    latency: (milliseconds) => faults.setLatency(milliseconds),
    clock,
    serverClock,
    staleness: (staleness) => workerd.staleness.set(staleness),
    kv: workerd.kv,
    github: new GithubInspector(hosting, denials),
    ask: (namespaceId, reference) => ask(workerUrl, namespaceId, reference),
    traffic,
    runAction: (run) => runner.run(run),
    runsAs: (as) => {
      runner.runsAs = as;
    },
    reset: async () => {
      await runner.finished();
      recorder.forget();
      faults.clear();
      faults.setLatency(0);
      serverClock.reset();
      traffic.clear();
      denials.clear();
      hosting.clear();
      repositories.clear();
      await workerd.staleness.set({ seconds: 0 });
      await Promise.all(namespaces.map(({ id }) => workerd.kv.clear(id)));
      await Promise.all(['bare', 'work'].map((folder) => removeDirectory(path.join(root, folder))));
      runner.runsAs = runsAs;
    },
    close: () => cleanup.run(),
    createRepository: async (name = DEFAULT_REPOSITORY) => {
      if (!REPOSITORY_NAME.test(name)) throw new Error(`Not a repository name: ${name}`);
      if (repositories.has(name)) throw new Error(`There is a repository ${name} already`);
      const place = { name, serverUrl, bare: path.join(bare, `${name}.git`), worktree: path.join(root, 'work', name) };
      const repository = await Repository.create(place);
      repositories.add(name);
      return repository;
    },
  };
}

async function ask(workerUrl: string, namespaceId: string, reference: string): Promise<ReaderAnswer> {
  const response = await fetch(`${workerUrl}/${namespaceId}/${encodeURIComponent(reference)}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, text: new TextDecoder().decode(bytes), bytes };
}

/** Letters and digits, as tokens are made of. */
function randomText(length: number): string {
  let text = '';
  while (text.length < length)
    text += randomBytes(length)
      .toString('base64')
      .replace(/[^A-Za-z0-9]/g, '');
  return text.slice(0, length);
}
