import { getOctokit } from '@actions/github';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Repository, Sandbox } from '../../sandbox/index.ts';
import { startSandbox } from '../support/sandbox.ts';

const HERE = { owner: 'acme', repo: 'components' };
const TAG = 'refs/tags/components/a/production';

let sandbox: Sandbox;
let repository: Repository;
let commit: string;
let rest: ReturnType<typeof getOctokit>['rest'];

beforeAll(async () => {
  sandbox = await startSandbox();
  repository = await sandbox.createRepository();
  commit = await repository.commit('One', { a: '1' });
  await repository.edgitTag('a', 'v1.0.0');
  await repository.edgitSet('a', 'production', 'v1.0.0');
  rest = getOctokit(sandbox.githubToken, { baseUrl: sandbox.apiUrl }).rest;
});

afterAll(() => sandbox.close());

function request(ref: string) {
  return {
    ...HERE,
    ref,
    task: 'deploy',
    auto_merge: false,
    required_contexts: [],
    payload: { components: { 'prompts/a': 'v1.0.0' } },
    environment: 'production',
    description: 'prompts/a v1.0.0',
    transient_environment: false,
    production_environment: true,
  };
}

test('a deployment and its statuses are made, and tests see them', async () => {
  sandbox.serverClock.set(new Date('2026-05-02T12:00:00Z'));
  const { data, status } = await rest.repos.createDeployment(request(TAG));
  if (!('id' in data)) throw new Error('GitHub merged something.');
  expect(status).toBe(201);
  expect(data).toMatchObject({ sha: commit, ref: TAG, environment: 'production', created_at: '2026-05-02T12:00:00Z' });
  sandbox.serverClock.advance(5000);
  const states = ['in_progress', 'success'] as const;
  for (const state of states) {
    await rest.repos.createDeploymentStatus({
      ...HERE,
      deployment_id: data.id,
      state,
      log_url: `${sandbox.serverUrl}/acme/components/actions/runs/1`,
      description: 'Three keys written',
      environment: 'production',
      environment_url: 'https://example.com/',
      auto_inactive: true,
    });
  }
  sandbox.serverClock.reset();
  const [deployment, ...others] = sandbox.github.deployments('acme/components');
  expect(others).toEqual([]);
  expect(deployment).toMatchObject({
    sha: commit,
    ref: TAG,
    task: 'deploy',
    environment: 'production',
    description: 'prompts/a v1.0.0',
    payload: { components: { 'prompts/a': 'v1.0.0' } },
    transient: false,
    production: true,
    updatedAt: '2026-05-02T12:00:05Z',
  });
  expect(deployment?.statuses.map(({ state, createdAt }) => [state, createdAt])).toEqual(
    states.map((state) => [state, '2026-05-02T12:00:05Z']),
  );
  expect(deployment?.statuses[0]?.description).toBe('Three keys written');
});

test('a payload may be a text, and a ref a commit or a short name', async () => {
  for (const ref of [commit, 'main', 'components/a/production']) {
    const { status } = await rest.repos.createDeployment({ ...request(ref), payload: '{"a":1}' });
    expect(status).toBe(201);
  }
  expect(sandbox.github.deployments('acme/components').at(-1)?.payload).toBe('{"a":1}');
  await expect(rest.repos.createDeployment(request('none'))).rejects.toMatchObject({ status: 422 });
});

test('descriptions have at most 140 characters', async () => {
  const long = { description: 'x'.repeat(141) };
  const refused = { status: 422, message: expect.stringContaining('too long (maximum is 140 characters)') };
  await expect(rest.repos.createDeployment({ ...request('main'), ...long })).rejects.toMatchObject(refused);
  const [{ id } = { id: 0 }] = sandbox.github.deployments('acme/components');
  const status = { ...HERE, deployment_id: id, state: 'failure', ...long } as const;
  await expect(rest.repos.createDeploymentStatus(status)).rejects.toMatchObject(refused);
});

test('a token without the permission is refused, for the operations that are denied', async () => {
  const refused = { status: 403, message: expect.stringContaining('Resource not accessible by integration') };
  const count = sandbox.github.deployments('acme/components').length;
  const allow = sandbox.github.deny('POST /repos/{owner}/{repo}/deployments');
  await expect(rest.repos.createDeployment(request('main'))).rejects.toMatchObject(refused);
  expect((await rest.repos.listDeployments(HERE)).status).toBe(200);
  expect((await rest.issues.create({ ...HERE, title: 'x' })).status).toBe(201);
  const status = { ...HERE, deployment_id: 1, state: 'success' } as const;
  expect((await rest.repos.createDeploymentStatus(status)).status).toBe(201);
  const allowStatus = sandbox.github.deny('POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses');
  await expect(rest.repos.createDeploymentStatus(status)).rejects.toMatchObject(refused);
  expect(sandbox.github.deployments('acme/components')).toHaveLength(count);
  allow();
  allowStatus();
  expect((await rest.repos.createDeployment(request('main'))).status).toBe(201);
});

test('the inspector sees issues and checks, and knows no other repository', async () => {
  await rest.issues.create({ ...HERE, title: 'Drift', labels: ['tagship'] });
  expect(sandbox.github.issues('acme/components').at(-1)).toMatchObject({ title: 'Drift', labels: ['tagship'] });
  await rest.checks.create({ ...HERE, name: 'references', head_sha: commit });
  expect(sandbox.github.checks('acme/components')).toMatchObject([{ fields: { name: 'references' } }]);
  expect(() => sandbox.github.issues('acme/none')).toThrow('no repository');
  expect(() => sandbox.github.deny('/repos')).toThrow('Not an operation');
});
