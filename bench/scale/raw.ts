import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Sandbox } from '../../sandbox/index.ts';
import type { Ran } from './measure.ts';
import type { World } from './world.ts';

/** Git's settings for a fast fetch: access without being asked for it first, and no housekeeping afterwards. */
function gitSettings({ githubToken }: Sandbox): Record<string, string> {
  const credentials = Buffer.from(`x-access-token:${githubToken}`).toString('base64');
  const settings = {
    'http.extraHeader': `Authorization: basic ${credentials}`,
    'gc.auto': '0',
    'maintenance.auto': 'false',
    'init.defaultBranch': 'main',
    'user.name': 'Ada',
    'user.email': 'ada@example.com',
  };
  const variables = Object.entries(settings).flatMap(([key, value], i) => [
    [`GIT_CONFIG_KEY_${i}`, key],
    [`GIT_CONFIG_VALUE_${i}`, value],
  ]);
  return { GIT_CONFIG_COUNT: String(Object.keys(settings).length), ...Object.fromEntries(variables) };
}

/** What all programs beside the action get: of the environment here only PATH, and access to the sandbox. */
export function environmentOf(sandbox: Sandbox, world: World, home: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: home,
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_TERMINAL_PROMPT: '0',
    ...gitSettings(sandbox),
    REPOSITORY: world.repository.url,
    AUTHORIZATION: `Authorization: Bearer ${sandbox.cloudflareToken}`,
    KV: `${sandbox.cloudflareUrl}/accounts/${sandbox.accountId}/storage/kv/namespaces/${world.namespace}`,
  };
}

/** What a program printed beside what it cost. */
export interface RawRun extends Ran {
  readonly output: string;
}

/**
 * Runs a program in an empty directory, which is gone afterwards.
 * @throws Error with what it printed when it does not end well
 */
export async function program(
  sandbox: Sandbox,
  world: World,
  command: readonly [string, ...string[]],
  { env = {}, directory }: { readonly env?: Readonly<Record<string, string>>; readonly directory?: string } = {},
): Promise<RawRun> {
  const cwd = directory ?? (await mkdtemp(path.join(tmpdir(), 'tagship-bench-')));
  try {
    const [name, ...args] = command;
    const environment = { ...environmentOf(sandbox, world, cwd), ...env };
    const started = performance.now();
    const child = spawn(name, args, { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    const [code] = (await once(child, 'close')) as [number | null];
    const milliseconds = performance.now() - started;
    if (code !== 0) {
      throw new Error(`${name} ended with ${code}: ${complaint}${output}`);
    }
    return { milliseconds, output };
  } finally {
    if (directory === undefined) {
      await rm(cwd, { recursive: true, force: true });
    }
  }
}

/** Runs a script as somebody would write it into a workflow, in an empty directory. */
export function shell(
  sandbox: Sandbox,
  world: World,
  script: string,
  options: Parameters<typeof program>[3] = {},
): Promise<RawRun> {
  return program(sandbox, world, ['sh', '-euc', script], options);
}

/** `curl 7.88.1` */
export async function curlVersion(): Promise<string> {
  const { stdout } = await promisify(execFile)('curl', ['--version']);
  return stdout.split(' ', 2).join(' ');
}
