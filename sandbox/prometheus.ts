import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Cleanup, makeTemporaryDirectory, removeDirectory } from './cleanup.ts';
import { bareEnvironment, OWN_GROUP, signalGroup } from './processes.ts';

const READY_WITHIN_MS = 20_000;
const POLL_MS = 50;

/** What a Prometheus is started with. */
export interface PrometheusOptions {
  /** Origins on loopback whose `/metrics` are scraped. */
  readonly targets: readonly string[];
  readonly scrapeIntervalSeconds: number;
}

/** A running Prometheus. */
export interface Prometheus {
  /** Origin on loopback, without a slash at the end. */
  readonly url: string;
  /** Ends it and removes its files. */
  close(): Promise<void>;
}

/** Runs the real `prometheus` of the machine on loopback with files of its own, and waits until it is ready. */
export async function startPrometheus(options: PrometheusOptions): Promise<Prometheus> {
  const cleanup = new Cleanup();
  try {
    const directory = await makeTemporaryDirectory('prometheus');
    cleanup.add(() => removeDirectory(directory));
    const config = path.join(directory, 'prometheus.yml');
    await writeFile(config, configuration(options));
    const address = `127.0.0.1:${await freePort()}`;
    const child = spawn(
      'prometheus',
      [
        `--config.file=${config}`,
        `--storage.tsdb.path=${path.join(directory, 'data')}`,
        `--web.listen-address=${address}`,
        '--log.level=warn',
      ],
      { ...OWN_GROUP, cwd: directory, env: bareEnvironment(), stdio: ['ignore', 'ignore', 'pipe'] },
    );
    cleanup.add(() => end(child));
    const url = `http://${address}`;
    await ready(url, child);
    return { url, close: () => cleanup.run() };
  } catch (error) {
    await cleanup.run();
    throw error;
  }
}

/** JSON is YAML. */
function configuration({ targets, scrapeIntervalSeconds }: PrometheusOptions): string {
  return JSON.stringify({
    global: { scrape_interval: `${scrapeIntervalSeconds}s`, scrape_timeout: `${scrapeIntervalSeconds}s` },
    scrape_configs: [
      { job_name: 'sandbox', static_configs: [{ targets: targets.map((target) => new URL(target).host) }] },
    ],
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('No port');
  return address.port;
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  let said = '';
  let failure: Error | undefined;
  child.stderr?.on('data', (chunk) => {
    said += String(chunk);
  });
  child.once('error', (error) => {
    failure = error;
  });
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline && failure === undefined && child.exitCode === null) {
    const response = await fetch(`${url}/-/ready`).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok === true) return;
    await wait(POLL_MS);
  }
  throw new Error(`prometheus did not start; install Debian's package prometheus. ${failure?.message ?? said}`);
}

/** Nothing it wrote is kept, so it is not given the time to write it down. */
async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  signalGroup(child, 'SIGKILL');
  await gone;
}
