import { Agent } from 'node:http';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Log, LogLevel, Miniflare, Response, type WorkerOptions } from 'miniflare';
import { plainService } from '../service.ts';
import type { Service } from '../types.ts';
import { forward } from './forward.ts';
import { createInspector, type KvBinding, type KvInspector } from './inspector.ts';
import { describeCloudflare } from './operation.ts';

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
}

/** The running Workers. */
export interface Workerd {
  readonly cloudflare: Service;
  readonly reader: Service;
  readonly kv: KvInspector;
  close(): Promise<void>;
}

const WORKERS = fileURLToPath(new URL('../workers/', import.meta.url));
const API_MODULES = ['main', 'answers', 'bulk', 'limits', 'namespaces', 'values'];
const COMPATIBILITY_DATE = '2026-04-01';

/** Starts workerd with the API Worker and the reader Worker over the same namespaces. */
export async function startWorkerd({ namespaces, accountId, token }: WorkerdOptions): Promise<Workerd> {
  const bindings = Object.fromEntries(namespaces.map(({ id }) => [bindingOf(id), id]));
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
      defineWorker('api', API_MODULES, bindings, { NAMESPACES: [...namespaces], ACCOUNT_ID: accountId, TOKEN: token }),
      defineWorker('reader', ['main'], bindings, {}),
    ],
  });
  const agent = new Agent({ keepAlive: true });
  const close = async () => {
    agent.destroy();
    await miniflare.dispose();
  };
  const openBinding = async (namespaceId: string) => {
    // Miniflare types its bindings by a package that is not installed.
    const binding: unknown = await miniflare.getKVNamespace(bindingOf(namespaceId), 'api');
    return binding as KvBinding;
  };
  try {
    await miniflare.ready;
    const api = await miniflare.unsafeGetDirectURL('api');
    const reader = await miniflare.unsafeGetDirectURL('reader');
    return {
      cloudflare: {
        name: 'cloudflare',
        describe: describeCloudflare,
        handle: (request, signal) => forward(request, api, agent, signal),
      },
      reader: plainService('worker', (request, signal) => forward(request, reader, agent, signal)),
      kv: createInspector(openBinding),
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
  modules: readonly string[],
  kvNamespaces: Record<string, string>,
  bindings: NonNullable<WorkerOptions['bindings']>,
): WorkerOptions {
  return {
    name,
    compatibilityDate: COMPATIBILITY_DATE,
    modulesRoot: `${WORKERS}${name}`,
    modules: modules.map((module) => ({ type: 'ESModule', path: `${WORKERS}${name}/${module}.mjs` })),
    kvNamespaces,
    bindings,
    unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
    // The Workers call nobody; should one ever try, it must not leave this machine.
    outboundService: () => new Response('The sandbox has no network.', { status: 599 }),
  };
}
