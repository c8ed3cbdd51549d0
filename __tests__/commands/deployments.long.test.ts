import { beforeEach, describe, expect, test } from '@jest/globals';
import { PRODUCTION_NAMESPACE } from '../../sandbox/index.ts';
import { deployTag, stored } from '../support/deploy.ts';
import { laboratory } from '../support/laboratory.ts';
import { dispatch } from '../support/moves.ts';

const lab = laboratory('deployments');
const A = 'prompts/a';
const B = 'prompts/b';
const CONFIG = 'environments: { production: { deployments: true } }\n';

beforeEach(async () => {
  const { repository } = lab;
  for (const version of ['v1.0.0', 'v1.1.0']) {
    await repository.commit(version, {
      [`${A}.md`]: `a ${version}`,
      [`${B}.md`]: `b ${version}`,
      '.github/tagship.yml': CONFIG,
    });
    await repository.edgitTag(A, version);
    await repository.edgitTag(B, version);
  }
});

async function promote(components: string, version: string, environment = 'production') {
  return await dispatch(lab.sandbox, lab.repository, 'promote', { components, environment, version });
}

function deployments() {
  return lab.sandbox.github.deployments(lab.repository.name);
}

function operations(): string[] {
  return lab.sandbox.requests.map(({ operation }) => operation);
}

describe('an environment with `deployments: true`', () => {
  test('shows a move as one successful deployment, made after KV was written', async () => {
    const run = await promote(A, 'v1.0.0');
    expect(run.annotations).toEqual([]);
    expect(deployments()).toEqual([
      expect.objectContaining({
        environment: 'production',
        sha: await lab.repository.commitOf(`refs/tags/components/${A}/v1.0.0`),
        description: `Promote ${A} v1.0.0`,
        production: true,
        payload: {
          'managed-by': 'tagship',
          command: 'promote',
          components: [{ component: A, version: 'v1.0.0', previous: null }],
        },
        statuses: [expect.objectContaining({ state: 'success' })],
      }),
    ]);
    const done = operations();
    expect(done.lastIndexOf('kv bulk write')).toBeLessThan(done.findIndex((name) => name.includes('deployment')));
  });

  test('shows several components of one run as one deployment', async () => {
    await promote(`${A}\n${B}`, 'v1.0.0');
    expect(deployments().map(({ description }) => description)).toEqual(['Promote 2 components']);
  });

  test('shows where a rollback went, and a tag moved by hand', async () => {
    await promote(A, 'v1.0.0');
    await lab.repository.edgitSet(A, 'production', 'v1.1.0');
    await deployTag(lab.sandbox, lab.repository, `components/${A}/production`);
    await dispatch(lab.sandbox, lab.repository, 'rollback', { components: A, environment: 'production' });
    expect(deployments().map(({ description }) => description)).toEqual([
      `Promote ${A} v1.0.0`,
      `Deploy ${A} v1.1.0 (was v1.0.0)`,
      `Roll back ${A} to v1.0.0 (was v1.1.0)`,
    ]);
  });

  test('shows nothing for a run that changed nothing, for a dry run, and for a refused one', async () => {
    await promote(A, 'v1.0.0');
    await promote(A, 'v1.0.0');
    await dispatch(lab.sandbox, lab.repository, 'deploy', { tag: `components/${A}/production` });
    await dispatch(lab.sandbox, lab.repository, 'promote', {
      components: A,
      environment: 'production',
      version: 'v1.1.0',
      'dry-run': 'true',
    });
    expect((await promote(A, 'v9.0.0')).exitCode).toBe(1);
    expect(deployments()).toHaveLength(1);
  });

  test('shows a run as failed that failed after it began to write', async () => {
    await promote(A, 'v1.0.0');
    const mend = lab.sandbox.faults.add({ when: { operation: 'kv bulk write' }, fault: { status: 401 } });
    const run = await promote(A, 'v1.1.0');
    mend();
    expect(run.exitCode).toBe(1);
    expect(deployments().map(({ statuses }) => statuses.map(({ state }) => state))).toEqual([['success'], ['failure']]);
  });

  test('is a warning that says what to grant where the token may not, and the move is done', async () => {
    lab.sandbox.github.deny('POST /repos/{owner}/{repo}/deployments');
    const run = await promote(A, 'v1.0.0');
    expect(run.exitCode).toBe(0);
    expect(run.annotations).toEqual([
      expect.objectContaining({ level: 'warning', message: expect.stringContaining('deployments: write') }),
    ]);
    expect((await stored(lab.sandbox, `${A}@production`, PRODUCTION_NAMESPACE))?.bytes.toString()).toBe('a v1.0.0');
  });
});

test('another environment asks GitHub for nothing', async () => {
  const run = await promote(A, 'v1.0.0', 'staging');
  expect(run.exitCode).toBe(0);
  expect(deployments()).toEqual([]);
  expect(lab.sandbox.requests.filter(({ service }) => service === 'github')).toEqual([]);
});
