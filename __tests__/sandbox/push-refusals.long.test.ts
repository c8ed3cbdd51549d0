import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Repository, Sandbox } from '../../sandbox/index.ts';
import { startSandbox } from '../support/sandbox.ts';
import { type GitOutcome, runGitClient } from './support/client.ts';

const LEDGER = 'refs/tagship/ledger';
const TAG = 'refs/tags/components/a/production';
const RULES = 'push declined due to repository rule violations';

let sandbox: Sandbox;
let repository: Repository;
let number = 0;

beforeAll(async () => {
  sandbox = await startSandbox();
});

beforeEach(async () => {
  number += 1;
  repository = await sandbox.createRepository(`acme/refused-${number}`);
  await repository.commit('one', { a: 'one' });
  await repository.git(['push', '--quiet', 'origin', `HEAD:${TAG}`]);
  await repository.commit('two', { a: 'two' });
});

afterAll(() => sandbox.close());

const push = (...args: string[]): Promise<GitOutcome> =>
  runGitClient(repository.path, sandbox.githubToken, ['push', '--force', repository.url, ...args]);

/** The refs the repository has beside its branch. */
const refs = async (): Promise<string> => repository.git(['ls-remote', 'origin', 'refs/tags/*', 'refs/tagship/*']);

describe('a ruleset', () => {
  test('refuses the creation of refs, also outside of tags and branches', async () => {
    await repository.protect(['refs/tags/v*', 'refs/tagship/**/*'], { creation: true });
    const { ok, stderr } = await push(`HEAD:${LEDGER}`, 'HEAD:refs/tags/v1', `HEAD:${TAG}`);
    expect(ok).toBe(false);
    expect(stderr).toContain(
      [
        `remote: error: GH013: Repository rule violations found for ${LEDGER}.`,
        `remote: Review all repository rules at ${repository.url}/rules?ref=refs%2Ftagship%2Fledger`,
        'remote:',
        'remote: - Cannot create ref due to creations being restricted.',
      ].join('\n'),
    );
    expect(stderr).toContain(`! [remote rejected] HEAD -> ${LEDGER} (${RULES})`);
    expect(stderr).toContain(`! [remote rejected] HEAD -> v1 (${RULES})`);
    expect(stderr).toMatch(/\+ \w+\.\.\.\w+ HEAD -> components\/a\/production \(forced update\)|\w+\.\.\w+ +HEAD ->/);
    expect(await refs()).not.toContain(LEDGER);
  });

  test('of several restrictions says which, and refuses an atomic push as a whole', async () => {
    await push(`HEAD~1:${LEDGER}`);
    await repository.protect([LEDGER], { creation: true, update: true, deletion: true });
    const before = await refs();
    const { ok, stderr } = await push('--atomic', `HEAD:${TAG}`, `HEAD:${LEDGER}`, 'HEAD:refs/tags/new');
    expect(ok).toBe(false);
    expect(stderr).toContain('- Cannot update this protected ref.');
    expect(stderr).toContain(`HEAD -> ${LEDGER} (${RULES})`);
    expect(stderr).toContain('HEAD -> components/a/production (atomic push failure)');
    expect(await refs()).toBe(before);
    expect((await push(`:${LEDGER}`)).stderr).toContain('- Cannot delete this protected ref.');
  });
});

describe('missing permission for workflows', () => {
  const REASON = (file: string) =>
    `refusing to allow a GitHub App to create or update workflow \`.github/workflows/${file}\` without ` +
    '`workflows` permission';

  beforeEach(async () => {
    const workflow = { '.github/workflows/ci.yml': 'one', '.github/workflows/sub/x y.yml': 'one' };
    await repository.commit('three', workflow);
    await repository.git(['push', '--quiet', 'origin', 'HEAD:refs/heads/main']);
    await repository.commit('four', { '.github/workflows/ci.yml': 'two' });
  });

  test('refuses refs that bring a workflow no ref has, each by itself', async () => {
    const known = await repository.commitOf('HEAD');
    await repository.refuseWorkflows();
    expect(await push(`${known}:refs/tags/known`, `HEAD~2:refs/tags/none`)).toMatchObject({ ok: true });
    const { ok, stderr } = await push('HEAD~1:refs/tags/old', 'HEAD:refs/tags/new');
    expect(ok).toBe(false);
    expect(stderr).toContain(`! [remote rejected] HEAD~1 -> old (${REASON('ci.yml')})`);
    expect(stderr).toContain('HEAD -> new');
    expect(stderr).not.toContain('remote: ');
    expect((await refs()).match(/refs\/tags\/(?:old|new|known|none)/g)).toEqual([
      'refs/tags/known',
      'refs/tags/new',
      'refs/tags/none',
    ]);
  });

  test('counts files of all refs, through tags of tags, at the same path only', async () => {
    await repository.tag('keeps-old', 'HEAD~1', { annotated: true });
    await repository.tag('keeps-old-twice', 'keeps-old', { annotated: true });
    await repository.deleteTag('keeps-old');
    await repository.commit('five', { '.github/workflows/sub/x y.yml': 'two' });
    await repository.git(['reset', '--quiet', '--hard', 'HEAD~2']);
    await repository.write({ '.github/workflows/ci.yml': 'one', '.github/workflows/sub/x y.yml': 'two' });
    await repository.git(['add', '--all']);
    await repository.git(['commit', '--quiet', '--message', 'both known, together new']);
    await repository.refuseWorkflows();
    expect(await push('HEAD:refs/tags/mixed', 'HEAD~1:refs/tags/old')).toMatchObject({ ok: true });
    await repository.write({ '.github/workflows/renamed.yml': 'one' });
    await repository.git(['add', '--all']);
    await repository.git(['commit', '--quiet', '--message', 'renamed']);
    expect((await push('HEAD:refs/tags/renamed')).stderr).toContain(REASON('renamed.yml'));
  });

  test('refuses an atomic push as a whole, and ends', async () => {
    const lift = await repository.refuseWorkflows();
    const before = await refs();
    const moves = [`HEAD~1:${TAG}`, `HEAD~2:${LEDGER}`];
    const { ok, stderr } = await push('--atomic', ...moves);
    expect(ok).toBe(false);
    expect(stderr).toContain(REASON('ci.yml'));
    expect(stderr).toContain(`HEAD~2 -> ${LEDGER} (atomic push failure)`);
    expect(await refs()).toBe(before);
    await expect(repository.git(['push', '--force', 'origin', `HEAD~1:${TAG}`])).rejects.toThrow('refusing to allow');
    await lift();
    expect(await push('--atomic', ...moves)).toMatchObject({ ok: true });
  });
});

describe('a push policy', () => {
  test('limits the refs of one push, atomic or not', async () => {
    const lift = await repository.limitRefs(2);
    expect(await push('--atomic', `HEAD:${TAG}`, `HEAD:${LEDGER}`)).toMatchObject({ ok: true });
    const before = await refs();
    for (const mode of ['--atomic', '--no-atomic']) {
      const { ok, stderr } = await push(mode, `HEAD~1:${TAG}`, `:${LEDGER}`, 'HEAD:refs/tags/new');
      expect(ok).toBe(false);
      for (const ref of [TAG, LEDGER, 'refs/tags/new']) {
        expect(stderr).toContain(`remote: error: GH013: Repository rule violations found for ${ref}.`);
      }
      expect(stderr).toContain('remote: - Pushes can not update more than 2 branches or tags.');
      expect(stderr.split(`(${RULES})`)).toHaveLength(4);
    }
    expect(await refs()).toBe(before);
    await lift();
    expect(await push(`HEAD~1:${TAG}`, `:${LEDGER}`, 'HEAD:refs/tags/new')).toMatchObject({ ok: true });
  });
});

describe('a pre-receive hook', () => {
  test('refuses everything with its message', async () => {
    const lift = await repository.refusePushes('Frozen until Monday.\n$(id) `id` %s\n');
    const before = await refs();
    const { ok, stderr } = await push('--atomic', `HEAD:${TAG}`, `HEAD:${LEDGER}`);
    expect(ok).toBe(false);
    expect(stderr).toContain('remote: Frozen until Monday.\nremote: $(id) `id` %s\n');
    expect(stderr.match(/\(pre-receive hook declined\)/g)).toHaveLength(2);
    expect(await refs()).toBe(before);
    await lift();
    expect(await push('--atomic', `HEAD:${TAG}`, `HEAD:${LEDGER}`)).toMatchObject({ ok: true });
  });

  test('comes before rules for single refs', async () => {
    await repository.protect([TAG], { update: true });
    await repository.limitRefs(1);
    const { stderr } = await push(`HEAD:${TAG}`, `HEAD:${LEDGER}`);
    expect(stderr).toContain('more than 1 branches or tags');
    expect(stderr).not.toContain('protected');
    expect((await push(`HEAD:${TAG}`)).stderr).toContain('Cannot update this protected ref.');
  });
});

describe('a token that may only read', () => {
  test.each([
    [
      'a workflow',
      () => sandbox.readOnlyToken,
      () => `Permission to ${repository.name}.git denied to github-actions[bot].`,
    ],
    ['an App or a person', () => sandbox.readOnlyAppToken, () => 'Write access to repository not granted.'],
  ])('of %s fetches, and is refused each request of a push', async (_, token, words) => {
    const args = ['push', '--atomic', repository.url, `HEAD:${LEDGER}`];
    const { ok, stderr } = await runGitClient(repository.path, token(), args);
    expect(ok).toBe(false);
    expect(stderr).toContain(`remote: ${words()}\n`);
    expect(stderr).toContain('The requested URL returned error: 403');
    expect(await runGitClient(repository.path, token(), ['ls-remote', repository.url])).toMatchObject({ ok: true });
    const authorization = `Basic ${Buffer.from(`x:${token()}`).toString('base64')}`;
    for (const [method, path] of [
      ['GET', 'info/refs?service=git-receive-pack'],
      ['POST', 'git-receive-pack'],
    ] as const) {
      const response = await fetch(`${repository.url}/${path}`, { method, headers: { authorization } });
      expect([response.status, await response.text()]).toEqual([403, words()]);
    }
  });
});
