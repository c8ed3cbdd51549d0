import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Sandbox } from '../../sandbox/index.ts';
import { DEFAULT_LEDGER_REF } from '../../src/domain/config.ts';
import type { Sample } from './sample.ts';
import { sampleOf } from './sample.ts';
import type { World } from './world.ts';

/**
 * Finds out with plain Git what ran in the middle of the ledger's life, as somebody without Tagship would: fetch the
 * ledger into an empty repository, look for the last commit before that moment, and list its tree.
 * @param treeless leaves folders and files out of the fetch; Git gets those it lists afterwards
 */
export async function cloneAndLook(sandbox: Sandbox, world: World, treeless: boolean): Promise<Sample> {
  const directory = await mkdtemp(path.join(tmpdir(), 'tagship-bench-'));
  const credentials = Buffer.from(`x-access-token:${sandbox.githubToken}`).toString('base64');
  const access = ['-c', `http.extraHeader=Authorization: basic ${credentials}`, '-c', 'gc.auto=0'];
  const git = (...args: string[]): Promise<string> =>
    world.repository.git([...access, '-C', directory, ...args], { env: { GIT_NO_LAZY_FETCH: '0' } });
  const refspec = `${DEFAULT_LEDGER_REF}:${DEFAULT_LEDGER_REF}`;
  try {
    sandbox.clearRequests();
    const started = performance.now();
    await git('init', '--quiet', '--bare');
    await git('remote', 'add', 'origin', world.repository.url);
    await git('fetch', '--quiet', '--no-tags', ...(treeless ? ['--filter=tree:0'] : []), 'origin', refspec);
    const commit = await git('log', '-1', `--before=${world.middle}`, '--format=%H', DEFAULT_LEDGER_REF);
    const listed = await git('ls-tree', '-r', '--name-only', commit, 'production');
    const sample = sampleOf(performance.now() - started, sandbox.requests);
    const entries = listed.split('\n').filter((name) => name.endsWith('.json')).length;
    const known = world.state.filter(({ environment }) => environment === 'production').length;
    if (entries !== known) {
      throw new Error(`Git lists ${entries} entries where ${known} were written`);
    }
    return sample;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
