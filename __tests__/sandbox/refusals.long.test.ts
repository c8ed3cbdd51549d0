import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Repository, Sandbox } from '../../sandbox/index.ts';
import { startSandbox } from '../support/sandbox.ts';

const run = promisify(execFile);

let sandbox: Sandbox;
let repository: Repository;
let directory: string;
let number = 0;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'tagship-refusals-'));
  sandbox = await startSandbox();
});

beforeEach(async () => {
  number += 1;
  repository = await sandbox.createRepository(number === 1 ? 'acme/components' : `acme/components-${number}`);
  await repository.commit('one', { 'prompts/a.md': 'one' });
  await repository.edgitTag('prompts/a', 'v1.0.0');
  await repository.edgitSet('prompts/a', 'production', 'v1.0.0');
  await repository.commit('two', { 'prompts/a.md': 'two' });
});

afterAll(async () => {
  await sandbox.close();
  await rm(directory, { recursive: true, force: true });
});

interface Outcome {
  readonly ok: boolean;
  readonly stderr: string;
}

/** Runs git as a client outside the sandbox does. */
async function git(args: string[], token = sandbox.githubToken, cwd = repository.path): Promise<Outcome> {
  const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
  const header = ['-c', `http.extraheader=Authorization: Basic ${credentials}`];
  const env = { PATH: process.env.PATH, HOME: directory, GIT_CONFIG_GLOBAL: devNull, GIT_TERMINAL_PROMPT: '0' };
  try {
    const { stderr } = await run('git', [...header, ...args], { env, cwd });
    return { ok: true, stderr };
  } catch (error) {
    // Git fills the lines of the remote with spaces.
    return { ok: false, stderr: String((error as { stderr: unknown }).stderr).replace(/ +$/gm, '') };
  }
}

const push = (...refs: string[]) => git(['push', '--force', repository.url, ...refs]);

describe('a read-only token', () => {
  test('fetches, and is refused a push in the words of GitHub', async () => {
    const target = path.join(directory, 'clone');
    expect(await git(['clone', '--quiet', repository.url, target], sandbox.readOnlyToken, directory)).toMatchObject({
      ok: true,
    });
    sandbox.clearRequests();
    const { ok, stderr } = await git(['push', repository.url, 'HEAD:refs/tags/new'], sandbox.readOnlyToken);
    expect(ok).toBe(false);
    expect(stderr).toContain('remote: Permission to acme/components.git denied to github-actions[bot].');
    expect(stderr).toContain('The requested URL returned error: 403');
    expect(sandbox.requests.map(({ operation, status }) => [operation, status])).toEqual([['git push info/refs', 403]]);
    expect(await repository.git(['ls-remote', 'origin', 'refs/tags/new'])).toBe('');
  });

  test('is refused also where it asks for nothing first', async () => {
    const response = await fetch(`${repository.url}/git-receive-pack`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`x:${sandbox.readOnlyToken}`).toString('base64')}` },
      body: '0000',
    });
    expect(response.status).toBe(403);
  });
});

describe('a ruleset', () => {
  const VERSION = 'refs/tags/components/prompts/a/v1.0.0';
  const ENVIRONMENT = 'refs/tags/components/prompts/a/production';

  test('refuses updates and deletions in the words of GitHub', async () => {
    await repository.protect(['refs/tags/components/**/v*'], { update: true, deletion: true });
    const before = await repository.objectOf(VERSION);
    const moved = await push(`HEAD:${VERSION}`);
    expect(moved.ok).toBe(false);
    const ref = encodeURIComponent(VERSION);
    expect(moved.stderr).toContain(
      [
        `remote: error: GH013: Repository rule violations found for ${VERSION}.`,
        `remote: Review all repository rules at ${repository.url}/rules?ref=${ref}`,
        'remote:',
        'remote: - Cannot update this protected ref.',
      ].join('\n'),
    );
    expect(moved.stderr).toContain('[remote rejected]');
    const deleted = await push(`:${VERSION}`);
    expect(deleted.stderr).toContain('remote: - Cannot delete this protected ref.');
    expect(await repository.git(['ls-remote', 'origin', VERSION])).toBe(`${before}\t${VERSION}`);
  });

  test('lets through what it does not restrict', async () => {
    await repository.protect(['refs/tags/components/**/v*'], { update: true, deletion: true });
    expect(await push('HEAD:refs/tags/components/prompts/a/v2.0.0')).toMatchObject({ ok: true });
    expect(await push(`HEAD:${ENVIRONMENT}`)).toMatchObject({ ok: true });
    expect(await push(`:${ENVIRONMENT}`)).toMatchObject({ ok: true });
    expect(await push('HEAD:refs/heads/main')).toMatchObject({ ok: true });
  });

  test('holds for each ref of a push by itself, and for the worktree of the sandbox', async () => {
    await repository.protect([VERSION], { update: true });
    const both = await push(`HEAD:${VERSION}`, 'HEAD:refs/tags/other');
    expect(both.ok).toBe(false);
    expect(both.stderr).toContain('[new tag]');
    await expect(repository.tag('components/prompts/a/v1.0.0')).rejects.toMatchObject({ name: 'GitError' });
    // Only updates are restricted.
    expect(await push(`:${VERSION}`)).toMatchObject({ ok: true });
  });

  test.each([
    ['refs/tags/components/**/v*', 'refs/tags/components/v1', true],
    ['refs/tags/components/**/v*', 'refs/tags/components/a/vendor/production', false],
    ['refs/tags/components/*/v1', 'refs/tags/components/a/v1', true],
    ['refs/tags/components/*/v1', 'refs/tags/components/a/b/v1', false],
    ['refs/tags/v?', 'refs/tags/v1', true],
    ['refs/tags/v1.0', 'refs/tags/v1x0', false],
    ['refs/tags/a+(b)|c{1}$d', 'refs/tags/a+(b)|c{1}$d', true],
    ['refs/tags/$(id)$IFS', 'refs/tags/$(id)$IFS', true],
    ['refs/tags/`id`\'";exit', 'refs/tags/`id`\'";exit', true],
    ['refs/tags/%s%n', 'refs/tags/%s%n', true],
    ['refs/tags/ü]', 'refs/tags/ü]', true],
    ['refs/tags/*', 'refs/heads/main', false],
  ])('of %s concerns %s: %s', async (pattern, ref, concerned) => {
    await push(`HEAD~1:${ref}`);
    await repository.protect([pattern], { update: true });
    expect((await push(`HEAD:${ref}`)).ok).toBe(!concerned);
  });

  test('is not made of what is no pattern', async () => {
    await expect(repository.protect(['refs/tags/x\nupdate .*'], { update: true })).rejects.toThrow('Not a pattern');
  });
});
