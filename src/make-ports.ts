import { tmpdir } from 'node:os';
import type { Console } from './action/console.ts';
import type { RunContext } from './action/event.ts';
import type { Inputs } from './action/inputs.ts';
import type { Environment } from './action/raw-inputs.ts';
import { READERS } from './action/request.ts';
import { GitRepository } from './adapters/git/git-repository.ts';
import type { GitHubAccess } from './adapters/github/rest.ts';
import { HttpClient } from './adapters/http/client.ts';
import type { ApiAccess } from './adapters/kv/api.ts';
import type { HttpProbes } from './adapters/metrics/http-probes.ts';
import type { MetricSources } from './adapters/metrics/metric-sources.ts';
import { Signals } from './adapters/signals.ts';
import { SHORTEST_SECRET } from './domain/gate/placeholders.ts';
import { inheritedVariables } from './domain/rebuild.ts';
import { duration } from './domain/text.ts';
import type { Host } from './host.ts';
import type { Clock } from './ports/clock.ts';
import type { Comments } from './ports/comments.ts';
import type { Forge } from './ports/forge.ts';
import type { KvStore } from './ports/kv.ts';

/** The effects of every command. */
export interface Ports {
  readonly forge: Forge;
  readonly comments: Comments;
  readonly repository: GitRepository;
  readonly kv: KvStore;
  readonly clock: Clock;
  readonly cancellation: Signals;
  readonly journal: Console;
  /** Access to both sides, for questions that no port of every command has. */
  readonly github: GitHubAccess;
  readonly cloudflare: ApiAccess;
  /** Those of one command. */
  readonly metrics: () => Promise<MetricSources>;
  readonly probes: () => Promise<HttpProbes>;
}

/** Makes the effects, does the work with them, and ends what is left of them. */
export async function withPorts<T>(
  inputs: Inputs,
  context: RunContext,
  host: Host,
  console: Console,
  work: (ports: Ports) => Promise<T>,
): Promise<T> {
  const { environment } = host;
  const cancellation = new Signals(host.signals, (isShielded) =>
    console.info(isShielded ? 'Cancelled: the move that is under way is finished first.' : 'Cancelled.'),
  );
  const { signal } = cancellation;
  const clock = host.clock(signal);
  const http = new HttpClient(environment);
  const repository = await GitRepository.open({
    url: `${context.serverUrl}/${context.repository}`,
    token: inputs.githubToken,
    temporary: environment.RUNNER_TEMP || tmpdir(),
    environment,
    clock,
    http: host.local?.git ?? http,
    signal,
    defaultBranch: context.defaultBranch,
  });
  try {
    // What is loaded from here on is loaded while the connection is made.
    repository.connect();
    const [{ CloudflareKv }, { GitHubForge }] = await Promise.all([
      import('./adapters/kv/cloudflare-kv.ts'),
      import('./adapters/github/github-forge.ts'),
    ]);
    const { githubToken: token, cloudflare } = inputs;
    const onWait = (milliseconds: number): void =>
      console.info(`Waiting ${duration(milliseconds)}: Cloudflare allows 1,200 API requests in five minutes.`);
    const access = { ...cloudflare, http };
    const remoteKv = new CloudflareKv({ ...access, clock, signal, onWait });
    const github = { ...context, token, http, signal };
    const remoteForge = new GitHubForge({ ...github, secrets: console.secrets });
    const { kv, forge } = host.local ?? { kv: remoteKv, forge: remoteForge };
    if (kv === remoteKv && !READERS.includes(inputs.command)) {
      remoteKv.connect();
    }
    const metrics = async (): Promise<MetricSources> => {
      const { MetricSources } = await import('./adapters/metrics/metric-sources.ts');
      return new MetricSources({
        http,
        environment: reading(environment, console),
        directory: environment.GITHUB_WORKSPACE || process.cwd(),
        inherited: inheritedVariables(environment),
        cloudflare,
        secrets: console.secrets,
        signal,
      });
    };
    const probes = async (): Promise<HttpProbes> => {
      const { HttpProbes } = await import('./adapters/metrics/http-probes.ts');
      return new HttpProbes({ http, environment: reading(environment, console), secrets: console.secrets, signal });
    };
    const reached = { repository, kv, forge, comments: remoteForge, metrics, probes, github, cloudflare: access };
    return await work({ ...reached, clock, cancellation, journal: console });
  } finally {
    cancellation.close();
    await repository.close();
  }
}

/** Variables that the runner sets, and that say where a run takes place: hiding these would hide every address. */
const PUBLIC_VARIABLES = /^(?:GITHUB_(?!TOKEN$)\w+|RUNNER_\w+)$/;

/** Reads variables that the configuration names; what they hold is a secret from then on. */
export function reading(environment: Environment, console: Console): (name: string) => string | undefined {
  return (name) => {
    const value = environment[name];
    if (value !== undefined && value.length >= SHORTEST_SECRET && !PUBLIC_VARIABLES.test(name)) {
      console.mask(value);
    }
    return value;
  };
}
