import { existsSync } from 'node:fs';
import { Agent } from 'node:http';
import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Log, LogLevel, Miniflare, Response, type WorkerOptions } from 'miniflare';
import type { VirtualClock } from '../faults/clock.ts';
import { plainService } from '../service.ts';
import type { Service } from '../types.ts';
import { forward } from './forward.ts';
import { createInspector, type KvBinding, type KvInspector } from './inspector.ts';
import { describeCloudflare } from './operation.ts';
import { StaleReads } from './staleness.ts';

/** A KV namespace of the sandbox's account. */
export interface Namespace {
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly title: string;
}

/** What the Workers need to know. */
export interface WorkerdOptions {
  readonly namespaces: readonly Namespace[];
  readonly accountId: string;
  readonly token: string;
  /** The clock stale reads go by. */
  readonly clock: VirtualClock;
}

/** The running Workers. */
export interface Workerd {
  readonly cloudflare: Service;
  readonly reader: Service;
  readonly kv: KvInspector;
  readonly staleness: StaleReads;
  close(): Promise<void>;
}

const WORKERS = fileURLToPath(new URL('../workers/', import.meta.url));
const API_MODULES = ['main', 'answers', 'bulk', 'limits', 'namespaces', 'values'];
const COMPATIBILITY_DATE = '2026-04-01';

/**
 * Makes Miniflare start workerd so that it never outlives this process. Miniflare ends it too, but not where this process
 * is killed, as Jest does with a worker that is slow to end.
 */
function bindToThisProcess(): void {
  if (process.env.MINIFLARE_WORKERD_PATH === undefined && existsSync('/usr/bin/setpriv')) {
    const { default: workerd } = createRequire(import.meta.resolve('miniflare'))('workerd') as { default: string };
    process.env.SANDBOX_WORKERD = workerd;
    process.env.MINIFLARE_WORKERD_PATH = fileURLToPath(new URL('./workerd.sh', import.meta.url));
  }
}

/** Starts workerd with the API Worker and the reader Worker over the same namespaces. */
export async function startWorkerd({ namespaces, accountId, token, clock }: WorkerdOptions): Promise<Workerd> {
  const fresh = Object.fromEntries(namespaces.map(({ id }) => [bindingOf(id), id]));
  // The same Workers once more, over namespaces that hold what was stored a while ago.
  const stale = Object.fromEntries(namespaces.map(({ id }) => [bindingOf(id), `stale-${id}`]));
  const settings = { NAMESPACES: [...namespaces], ACCOUNT_ID: accountId, TOKEN: token };
  bindToThisProcess();
  const miniflare = new Miniflare({
    host: '127.0.0.1',
    port: 0,
    cf: false,
    log: new Log(LogLevel.NONE),
    telemetry: { enabled: false },
    handleRuntimeStdio: (stdout: Readable, stderr: Readable) => {
      stdout.resume();
      stderr.resume();
    },
    workers: [
      defineWorker('api', 'api', API_MODULES, fresh, settings),
      defineWorker('reader', 'reader', ['main'], fresh, {}),
      defineWorker('stale-api', 'api', API_MODULES, stale, settings),
      defineWorker('stale-reader', 'reader', ['main'], stale, {}),
    ],
  });
  const agent = new Agent({ keepAlive: true });
  const close = async () => {
    agent.destroy();
    await miniflare.dispose();
  };
  const inspect = (worker: string) =>
    createInspector(async (namespaceId) => {
      // Miniflare types its bindings by a package that is not installed.
      const binding: unknown = await miniflare.getKVNamespace(bindingOf(namespaceId), worker);
      return binding as KvBinding;
    });
  const handler = async (worker: string): Promise<Service['handle']> => {
    const origin = await miniflare.unsafeGetDirectURL(worker);
    return (request, signal) => forward(request, origin, agent, signal);
  };
  try {
    await miniflare.ready;
    const staleness = new StaleReads({
      namespaces: namespaces.map(({ id }) => id),
      clock,
      fresh: inspect('api'),
      stale: inspect('stale-api'),
    });
    const api: Service = { name: 'cloudflare', describe: describeCloudflare, handle: await handler('api') };
    const reader = plainService('worker', await handler('reader'));
    return {
      cloudflare: staleness.api(api, await handler('stale-api')),
      reader: staleness.reader(reader, await handler('stale-reader')),
      kv: staleness.inspector(),
      staleness,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function bindingOf(namespaceId: string): string {
  return `KV_${namespaceId}`;
}

function defineWorker(
  name: string,
  folder: string,
  modules: readonly string[],
  kvNamespaces: Record<string, string>,
  bindings: NonNullable<WorkerOptions['bindings']>,
): WorkerOptions {
  return {
    name,
    compatibilityDate: COMPATIBILITY_DATE,
    modulesRoot: `${WORKERS}${folder}`,
    modules: modules.map((module) => ({ type: 'ESModule', path: `${WORKERS}${folder}/${module}.mjs` })),
    kvNamespaces,
    bindings,
    unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
    // The Workers call nobody; should one ever try, it must not leave this machine.
    outboundService: () => new Response('The sandbox has no network.', { status: 599 }),
  };
}
