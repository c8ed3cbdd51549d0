import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Sandbox } from '../../sandbox/index.ts';
import type { Ran } from '../scale/measure.ts';
import { program } from '../scale/raw.ts';
import type { World } from '../scale/world.ts';
import { type Prepared, pairsFile } from './loop.ts';

/** The newest for Node.js 20. */
export const WRANGLER = 'wrangler@4.86.0';

/** Wrangler in a directory of its own. */
export interface Wrangler {
  readonly script: string;
  /** What installing it took. */
  readonly milliseconds: number;
  remove(): Promise<void>;
}

const INSTALL_MS = 180_000;

/** Installs wrangler. @returns undefined where that is not possible, as without a network */
export async function installWrangler(): Promise<Wrangler | undefined> {
  const directory = await mkdtemp(path.join(tmpdir(), 'tagship-bench-'));
  const remove = (): Promise<void> => rm(directory, { recursive: true, force: true });
  const options = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', directory];
  const started = performance.now();
  try {
    await promisify(execFile)('npm', ['install', ...options, WRANGLER], { cwd: directory, timeout: INSTALL_MS });
    const script = path.join(directory, 'node_modules', 'wrangler', 'bin', 'wrangler.js');
    return { script, milliseconds: performance.now() - started, remove };
  } catch {
    await remove();
    return undefined;
  }
}

/** Sends the prepared pairs. It is started as it is, as `npx` would take some of the time. */
export async function bulkPut(sandbox: Sandbox, world: World, wrangler: Wrangler, prepared: Prepared): Promise<Ran> {
  const args = ['kv', 'bulk', 'put', pairsFile(prepared), '--namespace-id', world.namespace, '--remote'];
  return await program(sandbox, world, [process.execPath, wrangler.script, ...args], {
    env: {
      CLOUDFLARE_API_BASE_URL: sandbox.cloudflareUrl,
      CLOUDFLARE_API_TOKEN: sandbox.cloudflareToken,
      CLOUDFLARE_ACCOUNT_ID: sandbox.accountId,
      // Nothing that calls anybody else, or that waits for an answer.
      WRANGLER_SEND_METRICS: 'false',
      WRANGLER_HIDE_BANNER: 'true',
      CI: 'true',
    },
  });
}
