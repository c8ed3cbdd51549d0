import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { type KillPoint, PRODUCTION_NAMESPACE, type Repository, type Sandbox } from '../../sandbox/index.ts';
import { startSandbox } from '../support/sandbox.ts';
import { Scripts } from './support/scripts.ts';

/** Pushes a tag and then puts a key. */
const DEPLOY = `
git('init', '--quiet', '--initial-branch=main');
git('commit', '--quiet', '--allow-empty', '--message=x');
console.log('pushed ' + git('push', '--force', server, 'HEAD:refs/tags/moved').status);
const url = env.CLOUDFLARE_BASE_URL + '/accounts/' + env['INPUT_CLOUDFLARE-ACCOUNT-ID'] +
  '/storage/kv/namespaces/${PRODUCTION_NAMESPACE}/values/';
const authorization = 'Bearer ' + env['INPUT_CLOUDFLARE-API-TOKEN'];
for (const key of ['a', 'b']) await fetch(url + key, { method: 'PUT', headers: { authorization }, body: 'x' });
console.log('done');
`;

let sandbox: Sandbox;
let repository: Repository;
let scripts: Scripts;

beforeAll(async () => {
  sandbox = await startSandbox();
  repository = await sandbox.createRepository();
  scripts = await Scripts.create(sandbox);
});

afterEach(async () => {
  sandbox.faults.clear();
  sandbox.clearRequests();
  await sandbox.kv.clear(PRODUCTION_NAMESPACE);
  await repository.git(['push', '--quiet', 'origin', ':refs/tags/moved']).catch(() => undefined);
});

afterAll(async () => {
  await scripts.close();
  await sandbox.close();
});

/** What is there: the tag, and the keys. */
async function state(): Promise<string[]> {
  const tag = await repository.git(['ls-remote', 'origin', 'refs/tags/moved']);
  return [...(tag === '' ? [] : ['tag']), ...(await sandbox.kv.list(PRODUCTION_NAMESPACE))];
}

test.each<[KillPoint, string[]]>([
  [{ moment: 'before', when: { operation: 'git push' } }, []],
  [{ moment: 'after', when: { operation: 'git push' } }, ['tag']],
  [{ moment: 'before', when: { operation: 'kv put' } }, ['tag']],
  [{ moment: 'before', when: { operation: 'kv put', nth: 2 } }, ['tag', 'a']],
  [{ moment: 'after', when: { operation: 'kv put', nth: 2 } }, ['tag', 'a', 'b']],
  [{ moment: 'after', when: ({ keys }) => keys.includes('a') }, ['tag', 'a']],
])('kills at %j', async (killAt, left) => {
  const run = await scripts.run(DEPLOY, { killAt });
  expect(run).toMatchObject({ exitCode: null, signal: 'SIGKILL', timedOut: false });
  expect(run.stdout).not.toContain('done');
  expect(run.killedAt).toBe(sandbox.requests.at(-1));
  expect(run.killedAt).toMatchObject({ status: 0, hookError: 'The action was killed here' });
  expect(await state()).toEqual(left);
  // Whatever a dead run leaves at the servers, the next is not kept from working.
  expect((await scripts.run(DEPLOY)).stdout).toContain('done');
});

test('spares an action that never comes to the point, and later ones', async () => {
  const run = await scripts.run(DEPLOY, { killAt: { moment: 'before', when: { operation: 'kv put', nth: 3 } } });
  expect(run).toMatchObject({ exitCode: 0, signal: null });
  expect(run.killedAt).toBeUndefined();
  expect((await scripts.run(DEPLOY)).exitCode).toBe(0);
});

test('kills whatever signal is chosen for the end otherwise', async () => {
  const stop = new AbortController();
  const options = { signal: stop.signal, kill: 'SIGINT' } as const;
  const run = await scripts.run(`process.on('SIGINT', () => process.exit(9));\n${DEPLOY}`, {
    ...options,
    killAt: { moment: 'before', when: { service: 'cloudflare' } },
  });
  expect(run.signal).toBe('SIGKILL');
});

test('a hook may kill as well, by aborting', async () => {
  const stop = new AbortController();
  const remove = sandbox.before(({ operation }) => {
    if (operation === 'kv put') stop.abort();
  });
  const run = await scripts.run(DEPLOY, { signal: stop.signal });
  remove();
  expect(run).toMatchObject({ exitCode: null, signal: 'SIGKILL' });
  expect(run.killedAt).toBeUndefined();
});

test('a push goes on to its end when its client is gone', async () => {
  // A server killed in the middle would leave locks behind.
  const slow = '#!/bin/sh\nsleep 0.3\n';
  const hook = path.join(repository.bare, 'hooks', 'pre-receive');
  await mkdir(path.dirname(hook), { recursive: true });
  await writeFile(hook, slow, { mode: 0o755 });
  const stop = new AbortController();
  const remove = sandbox.before(({ operation }) => {
    if (operation === 'git push') setTimeout(() => stop.abort(), 100);
  });
  expect(await scripts.run(DEPLOY, { signal: stop.signal })).toMatchObject({ signal: 'SIGKILL', stdout: '' });
  remove();
  expect(await state()).toEqual(['tag']);
  await rm(hook);
  expect((await scripts.run(DEPLOY)).stdout).toContain('pushed 0');
});
