import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { PRODUCTION_NAMESPACE, STAGING_NAMESPACE } from '../../sandbox/index.ts';
import { blocksIn } from '../../scripts/documents.ts';
import { stored } from '../support/deploy.ts';
import { laboratory } from '../support/laboratory.ts';
import { expectSoundLedger, kvOf, publish, refsOf, subjects } from '../support/moves.ts';
import { type PlayedStep, playExample, type Values } from '../support/workflow.ts';

const lab = laboratory('organisation');
const ID = 'prompts/extraction';
const CONFIG = `namespaces:
  production: { id: ${PRODUCTION_NAMESPACE} }
  staging: { id: ${STAGING_NAMESPACE} }
`;

function secrets(): Values {
  return {
    'secrets.CLOUDFLARE_API_TOKEN': lab.sandbox.cloudflareToken,
    'secrets.CLOUDFLARE_ACCOUNT_ID': lab.sandbox.accountId,
  };
}

async function text(key: string, namespace: string): Promise<string | undefined> {
  return (await stored(lab.sandbox, key, namespace))?.bytes.toString();
}

const ended = (steps: readonly PlayedStep[]): unknown[] =>
  steps.map(({ exitCode, log }) => (exitCode || exitCode === 0 ? exitCode : log));

test('the shared workflow deploys the tag of its caller, and reconciles on a schedule of its caller', async () => {
  await lab.repository.commit('policy', { '.github/tagship.yml': CONFIG });
  await publish(lab.repository, ID, 'v1.0.0');
  await lab.repository.edgitSet(ID, 'production', 'v1.0.0');
  const tag = `components/${ID}/production`;
  const push = {
    event: { name: 'push', payload: await lab.repository.pushPayload(tag) },
    ref: `refs/tags/${tag}`,
    sha: await lab.repository.commitOf(`refs/tags/${tag}`),
  };
  const known = { ...secrets(), "github.event_name == 'push'": 'true' };
  const steps = await playExample('../organisation/tagship.yml#run', known, lab.sandbox, lab.repository, push);

  expect(ended(steps)).toEqual([0, 0]);
  expect(steps[0]?.outputs).toMatchObject({ version: 'v1.0.0', environment: 'production' });
  expect(await text(`${ID}@production`, PRODUCTION_NAMESPACE)).toBe(`${ID} v1.0.0`);

  await lab.sandbox.kv.clear(PRODUCTION_NAMESPACE);
  const schedule = {
    event: { name: 'schedule', payload: { repository: { default_branch: 'main' } } },
    ref: 'refs/heads/main',
    sha: await lab.repository.commitOf('HEAD'),
  };
  const healed = await playExample('../organisation/tagship.yml#run', secrets(), lab.sandbox, lab.repository, schedule);

  expect(healed.map(({ exitCode }) => exitCode)).toEqual([0, undefined]);
  expect(await text(`${ID}@production`, PRODUCTION_NAMESPACE)).toBe(`${ID} v1.0.0`);
});

test('the shared workflow checks a pull request without a secret', async () => {
  await lab.repository.commit('policy', {
    '.github/tagship.yml': CONFIG,
    'flows/a.yaml': 'prompt: prompts/none@v1.0.0\n',
  });
  const sha = await lab.repository.commitOf('HEAD');
  const event = {
    event: { name: 'pull_request', payload: { pull_request: { base: { sha }, head: { sha } } } },
    ref: 'refs/pull/1/merge',
    sha,
  };
  const [step] = await playExample('../organisation/tagship.yml#validate', {}, lab.sandbox, lab.repository, event);

  expect({ code: step?.exitCode, findings: step?.outputs.findings }).toEqual({ code: 1, findings: '1' });
});

test('two legs of the matrix at once touch only their namespaces, and the ledger has both', async () => {
  await lab.repository.commit('policy', { '.github/tagship.yml': CONFIG });
  await publish(lab.repository, ID, 'v1.0.0', 'v1.1.0');
  await lab.repository.edgitSet(ID, 'production', 'v1.0.0');
  await lab.repository.edgitSet(ID, 'staging', 'v1.1.0');
  const refs = await refsOf(lab.repository);
  const event = {
    event: { name: 'schedule', payload: { repository: { default_branch: 'main' } } },
    ref: 'refs/heads/main',
    sha: await lab.repository.commitOf('HEAD'),
  };
  const leg = (environment: string): Promise<readonly PlayedStep[]> =>
    playExample(
      '../organisation/reconcile-matrix.yml',
      { ...secrets(), 'matrix.environment': environment },
      lab.sandbox,
      lab.repository,
      event,
    );
  const both = await Promise.all([leg('production'), leg('staging')]);

  expect(both.map(ended)).toEqual([[0], [0]]);
  expect(Object.keys(await kvOf(lab.sandbox, PRODUCTION_NAMESPACE))).not.toContain(`${ID}@staging`);
  expect(await text(`${ID}@production`, PRODUCTION_NAMESPACE)).toBe(`${ID} v1.0.0`);
  expect(await text(`${ID}@staging`, STAGING_NAMESPACE)).toBe(`${ID} v1.1.0`);
  expect(Object.keys(await kvOf(lab.sandbox, STAGING_NAMESPACE))).not.toContain(`${ID}@production`);
  await expectSoundLedger(lab.repository);
  expect((await subjects(lab.repository)).length).toBeGreaterThan(0);
  const { 'refs/tagship/ledger': ledger, ...rest } = await refsOf(lab.repository);
  expect(ledger).toMatch(/^[0-9a-f]{40}$/);
  expect(rest).toEqual(refs);
});

/** Runs what a person types into a shell, in a clone of the repository. */
async function typed(script: string): Promise<void> {
  const who = Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((role) => [
      [`GIT_${role}_NAME`, 'Ada'],
      [`GIT_${role}_EMAIL`, 'ada@users.noreply.github.com'],
    ]),
  );
  await promisify(execFile)('bash', ['-c', script], {
    cwd: lab.repository.path,
    env: { PATH: process.env.PATH, HOME: path.dirname(lab.repository.path), GIT_CONFIG_NOSYSTEM: '1', ...who },
  });
}

test('the quick start of the README ends with the prompt in both namespaces', async () => {
  const blocks = blocksIn(await readFile(new URL('../../README.md', import.meta.url), 'utf8'));
  const named = (start: string): string => blocks.find(({ text: block }) => block.startsWith(start))?.text ?? '';
  const config = named('# .github/tagship.yml').replace(/id: 0f[0-9a-f]+/, `id: ${PRODUCTION_NAMESPACE}`);
  const script = (start: string): string => `set -e\n${named(start)}`;
  await lab.repository.write({
    '.github/tagship.yml': config.replace(/id: 7d[0-9a-f]+/, `id: ${STAGING_NAMESPACE}`),
    '.github/workflows/deploy.yml': named('# .github/workflows/deploy.yml'),
  });
  // The index and the refs of the worktree, for other programs than the sandbox's own.
  await lab.repository.git(['status', '--short']);
  for (const start of ['mkdir -p prompts', 'git add .github', 'git tag -a components/']) {
    await typed(script(start));
  }
  const prompt = 'List every line of the invoice as JSON.\n';
  for (const slot of ['v1.0.0', 'staging', 'production']) {
    const tag = `components/${ID}/${slot}`;
    const run = await lab.sandbox.runAction({
      event: { name: 'push', payload: await lab.repository.pushPayload(tag) },
      ref: `refs/tags/${tag}`,
      sha: await lab.repository.commitOf(`refs/tags/${tag}`),
      repository: lab.repository.name,
    });
    expect({ slot, exitCode: run.exitCode, log: run.exitCode === 0 ? '' : run.stdout }).toEqual({
      slot,
      exitCode: 0,
      log: '',
    });
  }
  expect(await text(`${ID}@production`, PRODUCTION_NAMESPACE)).toBe(prompt);
  expect(await text(`${ID}@staging`, STAGING_NAMESPACE)).toBe(prompt);
});
