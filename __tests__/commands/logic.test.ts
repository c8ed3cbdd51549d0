import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { deployTag, leftBehind } from '../support/deploy.ts';
import { laboratory } from '../support/laboratory.ts';

const lab = laboratory('logic');

const TAG = 'logic/agents/router/production';

/** Prints what a command sees: its arguments, its files, its environment (a token backwards), and what Git says there. */
const PROBE = `
const { execFileSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
console.log('ARGS ' + JSON.stringify(process.argv.slice(2)));
console.log('FILE ' + readFileSync('version.txt', 'utf8'));
console.log('HEAD ' + execFileSync('git', ['rev-parse', 'HEAD']).toString());
console.log('ENV ' + JSON.stringify(Object.fromEntries(Object.entries(process.env).filter(([name]) => /^(TAGSHIP|CLOUDFLARE|INPUT|GIT_|GITHUB_|ACTIONS_|RUNNER_|STEP|CI$)/.test(name)).map(([name, value]) => [name, /TOKEN/.test(name) ? [...value].reverse().join('') : value]))));
console.log('::error::not for the runner');
process.exit(Number(process.argv[2] || 0));
`;

beforeEach(async () => {
  await lab.repository.commit('one', { 'version.txt': 'one', 'probe.cjs': PROBE });
  await lab.repository.tag('logic/agents/router/v1.0.0', 'HEAD', { annotated: true });
  await lab.repository.tag(TAG, 'logic/agents/router/v1.0.0', { annotated: true });
  await lab.repository.commit('two', { 'version.txt': 'two' });
});

async function rebuild(
  lines: readonly string[],
  inputs: Record<string, string | null> = {},
): ReturnType<typeof deployTag> {
  if (lines.length > 0) {
    await lab.repository.commit('policy', { '.github/tagship.yml': JSON.stringify({ logic: { rebuild: lines } }) });
  }
  lab.sandbox.clearRequests();
  return await deployTag(lab.sandbox, lab.repository, TAG, {
    inputs: { 'kv-namespace': null, ...inputs },
    env: { STEP_SECRET: 'of a metric', ACTIONS_RUNTIME_TOKEN: 'of the runner', CI: 'true' },
  });
}

function printed(stdout: string, what: string): string | undefined {
  return new RegExp(`^${what} (.*)$`, 'm').exec(stdout)?.[1];
}

describe('a logic tag', () => {
  test('without commands only says that a rebuild is needed, and needs no Cloudflare token', async () => {
    const run = await rebuild([], { 'cloudflare-api-token': null, 'cloudflare-account-id': null });
    expect(run.annotations).toEqual([]);
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({
      'requires-rebuild': 'true',
      component: 'agents/router',
      environment: 'production',
      version: 'v1.0.0',
      sha: await lab.repository.commitOf(TAG),
      keys: '[]',
    });
    expect(lab.sandbox.requests.filter(({ service }) => service === 'cloudflare')).toEqual([]);
  });

  test('runs the commands in order on the files of its commit, with nothing of the environment of the step that could be a secret', async () => {
    const run = await rebuild([
      'node probe.cjs 0 {environment} "{component} {version}"',
      'node -e "console.log(\'SECOND\')"',
    ]);
    expect(run.annotations).toEqual([]);
    expect(run.exitCode).toBe(0);
    expect(printed(run.stdout, 'ARGS')).toBe('["0","production","agents/router v1.0.0"]');
    expect(printed(run.stdout, 'FILE')).toBe('one');
    expect(printed(run.stdout, 'HEAD')).toBe(await lab.repository.commitOf(TAG));
    expect(JSON.parse(printed(run.stdout, 'ENV') ?? '')).toEqual({
      CI: 'true',
      TAGSHIP_COMPONENT: 'agents/router',
      TAGSHIP_ENVIRONMENT: 'production',
      TAGSHIP_VERSION: 'v1.0.0',
      TAGSHIP_COMMIT: await lab.repository.commitOf(TAG),
      CLOUDFLARE_API_TOKEN: [...lab.sandbox.cloudflareToken].reverse().join(''),
      CLOUDFLARE_ACCOUNT_ID: lab.sandbox.accountId,
      CLOUDFLARE_BASE_URL: lab.sandbox.cloudflareUrl,
    });
    expect(run.stdout.indexOf('SECOND')).toBeGreaterThan(run.stdout.indexOf('ARGS'));
    expect(JSON.parse(run.outputs.result ?? '').rebuild).toHaveLength(2);
    expect(leftBehind(run)).toEqual([]);
    expect(run.workspaceEntries).toEqual([]);
  });

  test('is checked out without hooks and filters of the machine', async () => {
    const home = await mkdtemp(path.join(tmpdir(), 'tagship-home-'));
    try {
      const marker = path.join(home, 'marker');
      const hook = path.join(home, 'hooks', 'post-checkout');
      await mkdir(path.dirname(hook));
      await writeFile(hook, `#!/bin/sh\necho hook >> ${marker}\n`, { mode: 0o755 });
      const filter = `sh -c 'echo filter >> ${marker}; exit 1'`;
      const config = `[core]\nhooksPath = ${path.dirname(hook)}\n[filter "lfs"]\nsmudge = "${filter}"\nprocess = "${filter}"\nrequired = true\n`;
      await writeFile(path.join(home, '.gitconfig'), config);
      await lab.repository.commit('large', { '.gitattributes': '*.txt filter=lfs\n', 'version.txt': 'a pointer' });
      await lab.repository.tag(TAG, 'HEAD');
      const policy = {
        '.github/tagship.yml': JSON.stringify({ logic: { rebuild: ['node probe.cjs'] }, unversioned: 'allow' }),
      };
      await lab.repository.commit('policy', policy);
      const run = await deployTag(lab.sandbox, lab.repository, TAG, {
        inputs: { 'kv-namespace': null },
        env: { HOME: home },
      });
      expect(run.annotations).toEqual([]);
      expect(printed(run.stdout, 'FILE')).toBe('a pointer');
      await expect(access(marker)).rejects.toThrow('ENOENT');
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  });

  test('fails the step when a command fails, and runs no further one', async () => {
    const run = await rebuild(['node probe.cjs 7', 'node -e "console.log(\'SECOND\')"']);
    expect(run.exitCode).toBe(1);
    expect(run.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^tagship\(rebuild-failed\): .*`node probe\.cjs 7`.*exit code 7\./),
    ]);
    expect(run.stdout).not.toContain('SECOND');
    expect(run.tempEntries).toEqual([]);
  });

  test('a command that does not exist is a failure, too', async () => {
    const run = await rebuild(['no-such-command-here']);
    expect(run.exitCode).toBe(1);
    expect(run.annotations).toHaveLength(1);
    expect(run.annotations[0]?.message).toMatch(/^tagship\(rebuild-failed\)/);
  });

  test('has no shell: what a tag name holds is one argument', async () => {
    const environment = 'x;$(touch-y)`id`';
    const tag = `logic/agents/router/${environment}`;
    await lab.repository.commit('policy', {
      '.github/tagship.yml': JSON.stringify({ logic: { rebuild: ['node probe.cjs 0 {environment}'] } }),
    });
    await lab.repository.tag(tag, 'logic/agents/router/v1.0.0', { annotated: true });
    const run = await deployTag(lab.sandbox, lab.repository, tag, { inputs: { 'kv-namespace': null } });
    expect(run.exitCode).toBe(0);
    expect(printed(run.stdout, 'ARGS')).toBe(JSON.stringify(['0', environment]));
  });

  test('refuses a name that would be read as an option', async () => {
    await lab.repository.commit('policy', {
      '.github/tagship.yml': JSON.stringify({ logic: { rebuild: ['node probe.cjs {environment}'] } }),
    });
    await lab.repository.git(['update-ref', 'refs/tags/logic/agents/router/--config=x', 'HEAD~1']);
    await lab.repository.git(['push', '--quiet', 'origin', 'refs/tags/logic/agents/router/--config=x']);
    await lab.repository.tag('logic/agents/router/v1.1.0', 'HEAD~1');
    const run = await deployTag(lab.sandbox, lab.repository, 'logic/agents/router/--config=x', {
      inputs: { 'kv-namespace': null },
    });
    expect(run.annotations[0]?.message).toMatch(/^tagship\(name-refused\)/);
  });

  test('in a dry run prints the commands and runs none', async () => {
    const run = await rebuild(['node probe.cjs 7'], { 'dry-run': 'true' });
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain('Would run: node probe.cjs 7');
    expect(run.stdout).not.toContain('ARGS');
  });

  test('of a version, or deleted, is a notice', async () => {
    const version = await deployTag(lab.sandbox, lab.repository, 'logic/agents/router/v1.0.0', {
      inputs: { 'kv-namespace': null },
    });
    expect(version.exitCode).toBe(0);
    expect(version.outputs['requires-rebuild']).toBe('false');
    expect(version.annotations).toEqual([expect.objectContaining({ level: 'notice' })]);
    const deleted = await lab.sandbox.runAction({
      event: { name: 'delete', payload: { ref: TAG, ref_type: 'tag' } },
      ref: 'refs/heads/main',
      repository: lab.repository.name,
    });
    expect(deleted.exitCode).toBe(0);
    expect(deleted.annotations).toEqual([expect.objectContaining({ level: 'notice' })]);
  });

  test('a bad command line is refused with its position', async () => {
    const run = await rebuild(['node probe.cjs {envronment}']);
    expect(run.annotations[0]?.message).toMatch(/^tagship\(config-invalid\): .*logic\.rebuild\.0.*\{envronment\}/);
  });
});
