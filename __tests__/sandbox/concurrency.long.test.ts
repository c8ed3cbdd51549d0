import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Repository, Sandbox } from '../../sandbox/index.ts';
import { startSandbox } from '../support/sandbox.ts';
import { Scripts } from './support/scripts.ts';

const RUNS = Array.from({ length: 8 }, (_, i) => String(i));
const LEDGER = 'refs/tagship/ledger';

/** Clones, commits and pushes a tag of its own, with the ledger that nobody is to have made; tells what Git said. */
const PUSH = `
git('clone', '--quiet', '--depth=1', server, '.');
git('commit', '--quiet', '--allow-empty', '--message=' + env.RUN);
const refs = ['HEAD:refs/tags/run-' + env.RUN, ...(env.LEDGER === '' ? [] : ['HEAD:' + env.LEDGER])];
const { status, stderr } = git('push', '--atomic', server, ...refs);
console.log(status + ' ' + stderr);
`;

let sandbox: Sandbox;
let repository: Repository;
let scripts: Scripts;

beforeAll(async () => {
  sandbox = await startSandbox();
  repository = await sandbox.createRepository();
  await repository.commit('One', { a: '1' });
  await repository.limitRefs(2);
  await repository.refuseWorkflows();
  scripts = await Scripts.create(sandbox);
});

afterEach(() => sandbox.clearRequests());

afterAll(async () => {
  await scripts.close();
  await sandbox.close();
});

/** Runs the script so many times at once, and lets no push begin before all have come to theirs. */
async function race(ledger: string): Promise<string[]> {
  const together = Promise.withResolvers<void>();
  let waiting = 0;
  const remove = sandbox.before(async ({ operation }) => {
    if (operation !== 'git push') return;
    waiting += 1;
    if (waiting === RUNS.length) together.resolve();
    await together.promise;
  });
  const runs = await Promise.all(RUNS.map((run) => scripts.run(PUSH, { env: { RUN: run, LEDGER: ledger } })));
  remove();
  expect(runs.map(({ exitCode, tempEntries }) => [exitCode, tempEntries])).toEqual(RUNS.map(() => [0, []]));
  expect(sandbox.requests.map(({ status }) => status).filter((status) => status !== 200)).toEqual([]);
  return runs.map(({ stdout }) => stdout);
}

const tags = async (): Promise<string[]> =>
  (await repository.git(['ls-remote', 'origin', 'refs/tags/run-*'])).split('\n').filter(Boolean);

test('eight runs at once push refs of their own', async () => {
  const said = await race('');
  expect(said.filter((one) => !one.startsWith('0 '))).toEqual([]);
  expect(await tags()).toHaveLength(RUNS.length);
}, 300_000);

test('of eight runs that make one ref, one wins; the others hear it from Git, and none of their refs is made', async () => {
  const input = RUNS.map((run) => `delete refs/tags/run-${run}\n`).join('');
  await repository.git(['-C', repository.bare, 'update-ref', '--stdin'], { input });
  const said = await race(LEDGER);
  const [winner, ...more] = said.filter((one) => one.startsWith('0 '));
  expect([winner === undefined, more]).toEqual([false, []]);
  const losers = said.filter((one) => one !== winner);
  for (const one of losers) expect(one).toMatch(/! \[remote rejected\] HEAD -> refs\/tagship\/ledger \([^)]+\)/);
  expect(await tags()).toHaveLength(1);
}, 300_000);
