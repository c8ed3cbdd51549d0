import { beforeEach, describe, expect, test } from '@jest/globals';
import { PRODUCTION_NAMESPACE, STAGING_NAMESPACE } from '../../sandbox/index.ts';
import { stored } from '../support/deploy.ts';
import { laboratory } from '../support/laboratory.ts';
import { dispatch, entryOf, expectSoundLedger, kvOf, publish, refsOf } from '../support/moves.ts';
import { type PlayedStep, playExample, type Values } from '../support/workflow.ts';

// The scripts of the examples are for Bash on a POSIX system.
const onPosix = process.platform === 'win32' ? describe.skip : describe;

const lab = laboratory('examples');
const ID = 'prompts/extraction';
const PRODUCTION = `components/${ID}/production`;

beforeEach(async () => {
  lab.sandbox.traffic.clear();
  lab.sandbox.clearRequests();
  await publish(lab.repository, ID, 'v1.0.0', 'v1.1.0', 'v1.2.0');
});

function secrets(): Values {
  return {
    'secrets.CLOUDFLARE_API_TOKEN': lab.sandbox.cloudflareToken,
    'secrets.CLOUDFLARE_ACCOUNT_ID': lab.sandbox.accountId,
  };
}

/** What a person reads: the exit codes, and the logs of what failed. */
function endings(steps: readonly PlayedStep[]): unknown[] {
  return steps.map(({ exitCode, log }) => (exitCode === 0 || exitCode === undefined ? exitCode : [exitCode, log]));
}

onPosix('drill.yml', () => {
  async function drill(good: string, version: string): Promise<readonly PlayedStep[]> {
    const event = {
      event: { name: 'workflow_dispatch', payload: { repository: { default_branch: 'main' } } },
      ref: 'refs/heads/main',
      sha: await lab.repository.commitOf('HEAD'),
    };
    const inputs = { 'inputs.component': ID, 'inputs.good': good, 'inputs.version': version };
    const known = { ...secrets(), ...inputs, 'vars.DRILL_KV_NAMESPACE': STAGING_NAMESPACE };
    return await playExample('drill.yml', known, lab.sandbox, lab.repository, event);
  }

  async function inDrill(): Promise<string | undefined> {
    return (await stored(lab.sandbox, `${ID}@production-drill`, STAGING_NAMESPACE))?.bytes.toString();
  }

  test('goes back to the good version and says how long it took, twice in a row, and leaves production alone', async () => {
    await dispatch(lab.sandbox, lab.repository, 'promote', {
      components: ID,
      environment: 'production',
      version: 'v1.2.0',
    });
    const production = await kvOf(lab.sandbox, PRODUCTION_NAMESPACE);
    const tag = (await refsOf(lab.repository))[`refs/tags/${PRODUCTION}`];

    for (const round of [1, 2]) {
      const steps = await drill('v1.0.0', 'v1.1.0');

      expect({ round, endings: endings(steps) }).toEqual({ round, endings: [0, 0, 0, 0, 0, 0] });
      expect(steps[1]?.outputs).toMatchObject({ version: 'v1.1.0', 'previous-version': 'v1.0.0', changed: 'true' });
      expect(steps[3]?.outputs).toMatchObject({ verdict: 'breached', 'rolled-back': 'true', version: 'v1.0.0' });
      expect(await inDrill()).toBe(`${ID} v1.0.0`);
      const summary = steps[5]?.summary ?? '';
      expect(summary).toContain('## Drill: passed\n\n`prompts/extraction` in `production-drill` is at `v1.0.0`');
      expect(summary.match(/^\| From .* \| \d+\.\d s \|$/gm)).toHaveLength(4);
      expect(summary).toContain(`Post-mortem: ${lab.sandbox.serverUrl}/${lab.repository.name}/issues/1`);
      // Its metric is gone.
      await expect(fetch(steps[2]?.outputs.url ?? '')).rejects.toThrow('fetch failed');
    }

    const [issue, ...others] = lab.sandbox.github.issues(lab.repository.name);
    expect({ title: issue?.title, comments: issue?.comments.length, others }).toEqual({
      title: `Rolled back: ${ID} v1.1.0 in production-drill`,
      comments: 1,
      others: [],
    });
    expect(await kvOf(lab.sandbox, PRODUCTION_NAMESPACE)).toEqual(production);
    expect((await refsOf(lab.repository))[`refs/tags/${PRODUCTION}`]).toBe(tag);
    await expectSoundLedger(lab.repository);
  });

  test('fails and says so when another version came back', async () => {
    // A gate of the drill's own environment once found v1.2.0 healthy, so that is what it goes back to.
    await dispatch(lab.sandbox, lab.repository, 'promote', {
      components: ID,
      environment: 'production-drill',
      version: 'v1.2.0',
      'kv-namespace': STAGING_NAMESPACE,
    });
    const healthy = await dispatch(lab.sandbox, lab.repository, 'guard', {
      components: ID,
      environment: 'production-drill',
      'kv-namespace': STAGING_NAMESPACE,
      'metric-url': `${lab.sandbox.metricsUrl}/rate`,
      threshold: '0.5',
      'initial-delay': '0s',
      count: '1',
    });
    expect(healthy.outputs.verdict).toBe('healthy');
    const steps = await drill('v1.0.0', 'v1.1.0');

    expect(steps.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0, 0, 1]);
    expect(steps[5]?.summary).toContain(
      '## Drill: failed\n\n`prompts/extraction` in `production-drill` is at `v1.2.0`',
    );
  });
});

describe('guard.yml', () => {
  const GATE = `environments:
  production:
    gate:
      initial-delay: 0s
      interval: 100ms
      count: 2
      metrics:
        - { name: rate, provider: http, url: "URL/rate", headers: { authorization: "Bearer \${METRICS_TOKEN}" }, max: 0.05 }
`;

  async function push(tag: string): Promise<readonly PlayedStep[]> {
    const event = {
      event: { name: 'push', payload: await lab.repository.pushPayload(tag) },
      ref: `refs/tags/${tag}`,
      sha: await lab.repository.commitOf(`refs/tags/${tag}`),
    };
    const known = { ...secrets(), 'vars.KV_NAMESPACE': PRODUCTION_NAMESPACE, 'secrets.METRICS_TOKEN': 'geheimnis' };
    return await playExample('guard.yml', known, lab.sandbox, lab.repository, event);
  }

  beforeEach(async () => {
    await lab.repository.commit('gate', { '.github/tagship.yml': GATE.replace('URL', lab.sandbox.metricsUrl) });
  });

  test('deploys what was pushed, and keeps what is healthy', async () => {
    await lab.repository.edgitSet(ID, 'production', 'v1.0.0');
    const steps = await push(PRODUCTION);

    expect(endings(steps)).toEqual([0, 0]);
    expect(steps[1]?.outputs).toMatchObject({ verdict: 'healthy', component: ID, version: 'v1.0.0' });
    expect(await entryOf(lab.repository, `production/components/${ID}`)).toMatchObject({ status: 'healthy' });
    expect(lab.sandbox.requests.find(({ service }) => service === 'metrics')?.headers.authorization).toBe(
      'Bearer geheimnis',
    );
  });

  test('takes back what hurts, and fails', async () => {
    for (const version of ['v1.0.0', 'v1.1.0']) {
      lab.sandbox.traffic.rate = version === 'v1.0.0' ? 0 : 0.2;
      await lab.repository.edgitSet(ID, 'production', version);
      const steps = await push(PRODUCTION);
      expect(steps.map(({ exitCode }) => exitCode)).toEqual(version === 'v1.0.0' ? [0, 0] : [0, 1]);
    }

    expect((await stored(lab.sandbox, `${ID}@production`))?.bytes.toString()).toBe(`${ID} v1.0.0`);
    expect(await entryOf(lab.repository, `production/components/${ID}`)).toMatchObject({
      move: 'rollback',
      version: 'v1.0.0',
      quarantined: ['v1.1.0'],
    });
    expect(lab.sandbox.github.issues(lab.repository.name)).toHaveLength(1);
  });

  test('has nothing to watch after a version tag', async () => {
    const steps = await push(`components/${ID}/v1.0.0`);

    expect(endings(steps)).toEqual([0, 0]);
    expect(steps[1]?.outputs).toMatchObject({ verdict: '', 'rolled-back': 'false' });
    expect(steps[1]?.log).toContain('This workflow run has deployed nothing, so there is nothing to watch.');
    expect(lab.sandbox.requests.filter(({ service }) => service === 'metrics')).toEqual([]);
  });
});

onPosix('experiment.yml', () => {
  const GATE = `environments:
  ab-test-a:
    gate:
      initial-delay: 0s
      interval: 100ms
      bake: 0s
      timeout: 300ms
      metrics:
        - { name: error-rate, provider: http, url: "URL/stats?component={component}&version={version}", headers: { authorization: "Bearer \${METRICS_TOKEN}" }, errors: $.errors, total: $.total, max: 0.05 }
`;

  test('names the better one, and leaves both where they are', async () => {
    await lab.repository.commit('gate', { '.github/tagship.yml': GATE.replace('URL', lab.sandbox.metricsUrl) });
    lab.sandbox.traffic.serve({ component: ID, version: 'v1.0.0', ok: 800, errors: 100 });
    lab.sandbox.traffic.serve({ component: ID, version: 'v1.1.0', ok: 900, errors: 10 });
    const event = {
      event: { name: 'workflow_dispatch', payload: { repository: { default_branch: 'main' } } },
      ref: 'refs/heads/main',
      sha: await lab.repository.commitOf('HEAD'),
    };
    const inputs = { 'inputs.component': ID, 'inputs.a': 'v1.0.0', 'inputs.b': 'v1.1.0' };
    const known = {
      ...secrets(),
      ...inputs,
      'vars.KV_NAMESPACE': PRODUCTION_NAMESPACE,
      'secrets.METRICS_TOKEN': 'geheimnis',
    };
    const steps = await playExample('experiment.yml', known, lab.sandbox, lab.repository, event);

    expect(endings(steps)).toEqual([0, 0]);
    expect(steps[0]?.outputs).toMatchObject({ answer: 'b', changed: 'true' });
    expect(steps[1]?.log).toContain('The answer is b.');
    expect((await stored(lab.sandbox, `${ID}@ab-test-a`))?.bytes.toString()).toBe(`${ID} v1.0.0`);
    expect((await stored(lab.sandbox, `${ID}@ab-test-b`))?.bytes.toString()).toBe(`${ID} v1.1.0`);
    await expectSoundLedger(lab.repository);
  });
});

describe('canary.yml', () => {
  const POLICY = (url: string) => ({
    environments: {
      production: {
        canary: { environment: 'production-canary', steps: [10, 50], 'step-time': '1ms' },
        gate: {
          'initial-delay': '0s',
          interval: '20ms',
          bake: '0s',
          timeout: '2s',
          metrics: [
            {
              name: 'errors',
              provider: 'http',
              url: `${url}/of?version={version}`,
              headers: { authorization: `Bearer \${METRICS_TOKEN}` },
              errors: '$.errors',
              total: '$.total',
              max: 0.01,
            },
          ],
        },
      },
    },
  });

  test.each([
    ['goes live where nothing fails', 0, 0, 'v1.2.0'],
    ['goes back and fails where it is worse', 0.2, 1, 'v1.1.0'],
  ] as const)('%s', async (_, rate, exitCode, live) => {
    await dispatch(lab.sandbox, lab.repository, 'promote', {
      components: ID,
      environment: 'production',
      version: 'v1.1.0',
    });
    await lab.repository.commit('policy', { '.github/tagship.yml': JSON.stringify(POLICY(lab.sandbox.metricsUrl)) });
    let asked = 0;
    lab.sandbox.traffic.answer('/of', ({ path }) => {
      asked += 1;
      const errors = path.includes('v1.2.0') ? Math.round(asked * 1000 * rate) : 0;
      return { body: JSON.stringify({ errors, total: asked * 1000 }) };
    });
    const event = {
      event: { name: 'workflow_dispatch', payload: { repository: { default_branch: 'main' } } },
      ref: 'refs/heads/main',
      sha: await lab.repository.commitOf('HEAD'),
    };
    const inputs = { 'inputs.component': ID, 'inputs.version': 'v1.2.0', 'vars.KV_NAMESPACE': PRODUCTION_NAMESPACE };
    const known = { ...secrets(), ...inputs, 'secrets.METRICS_TOKEN': 'geheimnis' };
    const steps = await playExample('canary.yml', known, lab.sandbox, lab.repository, event);

    expect(steps.map((step) => step.exitCode)).toEqual([exitCode]);
    expect((await stored(lab.sandbox, `${ID}@production`))?.bytes.toString()).toBe(`${ID} ${live}`);
    expect(await entryOf(lab.repository, `production-canary/components/${ID}`)).toMatchObject({
      version: live,
      share: 0,
    });
    await expectSoundLedger(lab.repository);
  });
});
