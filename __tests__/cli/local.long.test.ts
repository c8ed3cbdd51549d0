import { appendFile, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Log, LogLevel, Miniflare } from 'miniflare';
import type { Repository, Sandbox } from '../../sandbox/index.ts';
import { publish, refsOf } from '../support/moves.ts';
import { startSandbox } from '../support/sandbox.ts';
import { cloneOf, inTerminal, type TerminalClone, type TerminalResult } from '../support/terminal.ts';

const ID = '0f2ac74b498b48028cb68387c421e279';
const WHERE = ['--components', 'prompts/extraction', '--environment', 'production', '--local'];

let sandbox: Sandbox;
let repository: Repository;
let clone: TerminalClone;

beforeAll(async () => {
  sandbox = await startSandbox();
});

beforeEach(async () => {
  await sandbox.reset();
  repository = await sandbox.createRepository('acme/local');
  await publish(repository, 'prompts/extraction', 'v1.0.0', 'v1.1.0');
  clone = await cloneOf(sandbox, repository);
  await appendFile(path.join(clone.path, '.git/info/exclude'), 'node_modules\n.wrangler\n');
  await wrangler({ kv_namespaces: [{ binding: 'COMPONENTS_KV', id: ID }] });
  await mkdir(path.join(clone.path, 'node_modules'));
  await symlink(
    path.join(import.meta.dirname, '../../node_modules/miniflare'),
    path.join(clone.path, 'node_modules/miniflare'),
  );
  sandbox.clearRequests();
});

afterEach(async () => {
  // Nothing of it reached a server, or the refs of the clone.
  expect(sandbox.requests).toEqual([]);
  await clone.remove();
});

afterAll(async () => {
  await sandbox.close();
});

async function wrangler(config: object, folder = '.'): Promise<void> {
  await mkdir(path.join(clone.path, folder), { recursive: true });
  await writeFile(path.join(clone.path, folder, 'wrangler.jsonc'), `// for tests\n${JSON.stringify(config)}`);
}

async function run(words: readonly string[], folder = '.'): Promise<TerminalResult> {
  return await inTerminal(words, { cwd: path.join(clone.path, folder) });
}

async function done(words: readonly string[], folder = '.'): Promise<string> {
  const { exitCode, stdout, stderr } = await run(words, folder);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: expect.not.stringContaining('tagship(') });
  return stdout;
}

/** What a Worker reads under `wrangler dev`. @param id as wrangler calls the namespace on this machine */
async function asWorker<T>(
  read: (value: (key: string) => Promise<string | undefined>) => Promise<T>,
  id = ID,
  folder = '.',
): Promise<T> {
  const worker = new Miniflare({
    modules: true,
    script: `export default { async fetch(request, env) {
      const value = await env.COMPONENTS_KV.get(decodeURIComponent(new URL(request.url).pathname.slice(1)));
      return new Response(value, { status: value === null ? 404 : 200 });
    } }`,
    compatibilityDate: '2026-04-01',
    cf: false,
    log: new Log(LogLevel.NONE),
    telemetry: { enabled: false },
    kvNamespaces: { COMPONENTS_KV: id },
    defaultPersistRoot: path.join(clone.path, folder, '.wrangler/state/v3'),
    kvPersist: true,
  });
  try {
    return await read(async (key) => {
      const answer = await worker.dispatchFetch(`http://worker/${encodeURIComponent(key)}`);
      return answer.status === 404 ? undefined : await answer.text();
    });
  } finally {
    await worker.dispose();
  }
}

test('a Worker that runs meanwhile reads what is promoted on this machine', async () => {
  await asWorker(async (value) => {
    expect(await value('prompts/extraction@production')).toBeUndefined();
    expect(await done(['promote', ...WHERE, '--version', 'v1.0.0'])).toContain(
      'Moved prompts/extraction in production: v1.0.0',
    );
    expect(await value('prompts/extraction@production')).toBe('prompts/extraction v1.0.0');
    await done(['promote', ...WHERE, '--version', 'v1.1.0']);
    expect(await value('prompts/extraction@production')).toBe('prompts/extraction v1.1.0');
    expect(JSON.parse((await value('component-versions')) ?? '')).toEqual({
      'prompts/extraction': { production: 'v1.1.0' },
    });
  });
});

test('what is moved and rolled back on this machine, nobody else sees', async () => {
  const [there, here] = [await refsOf(repository), await clone.git('for-each-ref')];
  await done(['promote', ...WHERE, '--version', 'v1.0.0']);
  await done(['promote', ...WHERE, '--version', 'v1.1.0']);
  expect(await done(['rollback', ...WHERE])).toContain('v1.1.0 is quarantined');
  const history = await done(['history', '--local', '--since', '2001-01-01T00:00:00Z']);
  expect(history).toContain('rollback  prompts/extraction v1.0.0 in production (was v1.1.0), Grace Hopper');
  expect([await refsOf(repository), await clone.git('for-each-ref')]).toEqual([there, here]);
});

test('tags that are in the clone alone are deployed, with a local move kept', async () => {
  await done(['promote', ...WHERE, '--version', 'v1.1.0']);
  await clone.git('tag', 'components/prompts/extraction/v1.2.0', 'HEAD~1');
  await done(['reconcile', '--local', '--heal']);
  await asWorker(async (value) => {
    expect(await value('prompts/extraction@production')).toBe('prompts/extraction v1.1.0');
    expect(await value('prompts/extraction@v1.2.0')).toBe('prompts/extraction v1.0.0');
  });
});

test('a tag that moves in the clone wins over an earlier local move, and is forgotten where it is deleted', async () => {
  await done(['promote', ...WHERE, '--version', 'v1.1.0']);
  await clone.git('tag', 'components/prompts/extraction/production', 'components/prompts/extraction/v1.0.0');
  await done(['deploy', ...WHERE]);
  await asWorker(async (value) => {
    expect(await value('prompts/extraction@production')).toBe('prompts/extraction v1.0.0');
  });
  await clone.git('tag', '--delete', 'components/prompts/extraction/production');
  expect((await run(['deploy', ...WHERE])).stderr).toContain('tagship(');
});

const TRY = ['deploy', ...WHERE, '--components', 'prompts/new', '--worktree'];

test('the working tree is tried before it is committed, with components that have no tag, and leaves no trace', async () => {
  await writeFile(path.join(clone.path, 'prompts/extraction.md'), 'not yet committed\n');
  await writeFile(path.join(clone.path, 'prompts/new.md'), 'brand new');
  const before = await clone.git('status', '--porcelain');
  expect(await done(TRY)).toMatch(/Deployed prompts\/new v0\.0\.0-worktree-[0-9a-f]{12} to production/);
  await asWorker(async (value) => {
    expect(await value('prompts/extraction@production')).toBe('not yet committed\n');
    expect(await value('prompts/new@production')).toBe('brand new');
    expect(await value('prompts/new@latest')).toBeUndefined();
  });
  expect(await clone.git('status', '--porcelain')).toBe(before);
  expect(await clone.git('tag', '--list', '*worktree*')).toBe('');
});

test('a second try can be rolled back to the first', async () => {
  for (const text of ['one try\n', 'another try\n']) {
    await writeFile(path.join(clone.path, 'prompts/extraction.md'), text);
    await done(['deploy', ...WHERE, '--worktree']);
  }
  expect(await done(['rollback', ...WHERE])).toContain('Moved prompts/extraction in production: v0.0.0-worktree-');
});

test('a dry run leaves the local tags as they are', async () => {
  const refs = (): Promise<string> =>
    clone.git('--git-dir', path.join(clone.path, '.wrangler/state/tagship.git'), 'for-each-ref', 'refs/tags');
  await done(['history', '--local']);
  const before = await refs();
  await writeFile(path.join(clone.path, 'prompts/extraction.md'), 'not yet committed\n');
  expect(await done(['deploy', ...WHERE, '--worktree', '--dry-run'])).toContain('Would deploy ');
  expect(await refs()).toBe(before);
});

test.each([
  [
    'the id for previews',
    { kv_namespaces: [{ binding: 'COMPONENTS_KV', id: ID, preview_id: 'a'.repeat(32) }] },
    'a'.repeat(32),
  ],
  ['the binding without an id', { kv_namespaces: [{ binding: 'COMPONENTS_KV' }] }, 'COMPONENTS_KV'],
  [
    'the usual binding of several',
    {
      kv_namespaces: [
        { binding: 'OTHER', id: ID },
        { binding: 'COMPONENTS_KV', id: 'b'.repeat(32) },
      ],
    },
    'b'.repeat(32),
  ],
  [
    "the environment's own",
    {
      kv_namespaces: [{ binding: 'X', id: ID }],
      env: { production: { kv_namespaces: [{ binding: 'COMPONENTS_KV', id: 'c'.repeat(32) }] } },
    },
    'c'.repeat(32),
  ],
])('writes where `wrangler dev` reads: %s', async (_, config, id) => {
  await wrangler(config, 'worker');
  await done(['promote', ...WHERE, '--version', 'v1.0.0'], 'worker');
  await asWorker(
    async (value) => {
      expect(await value('prompts/extraction@production')).toBe('prompts/extraction v1.0.0');
    },
    id,
    'worker',
  );
});

test('what is missing is named', async () => {
  await wrangler({
    kv_namespaces: [
      { binding: 'A', id: ID },
      { binding: 'B', id: ID },
    ],
  });
  expect((await run(['promote', ...WHERE, '--version', 'v1.0.0'])).stderr).toContain(
    'has several KV namespaces: A, B. Name the binding',
  );
  expect((await run(['promote', ...WHERE, '--version', 'v1.0.0', '--kv-namespace', 'C'])).stderr).toContain(
    'no KV namespace `C`; it has: A, B',
  );
  await wrangler({});
  expect((await run(['promote', ...WHERE, '--version', 'v1.0.0'])).stderr).toContain('has no `kv_namespaces`');
  await wrangler({ kv_namespaces: [{ binding: 'A', id: ID }] });
  await rm(path.join(clone.path, 'node_modules'), { recursive: true });
  const without = await run(['promote', ...WHERE, '--version', 'v1.0.0']);
  expect(without.stderr).toContain('npm install --save-dev wrangler');
  await rm(path.join(clone.path, 'wrangler.jsonc'));
  expect((await run(['promote', ...WHERE, '--version', 'v1.0.0'])).stderr).toContain(
    'There is no wrangler configuration',
  );
  expect((await run(['deploy', '--local', '--worktree', '--components', 'prompts/x'])).stderr).toContain('tagship(');
  expect((await run(['deploy', '--worktree', '--yes', '--components', 'prompts/x'])).stderr).toContain(
    'without `--local`',
  );
  expect((await run(['deploy', '--local', '--tag', 'logic/workers/x/production'])).stderr).toContain(
    'which `--local` does not do',
  );
});

test('the metadata is that of a deploy, so that a reader needs no other code', async () => {
  await done(['promote', ...WHERE, '--version', 'v1.0.0']);
  const { stdout } = await run(['deploy', ...WHERE, '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ schema: 1, command: 'deploy', components: [{ version: 'v1.0.0' }] });
  expect(await readFile(path.join(clone.path, '.git/config'), 'utf8')).not.toContain('alternates');
});
