import { beforeEach, describe, expect, test } from '@jest/globals';
import { PRODUCTION_NAMESPACE, type RunOptions, type RunResult } from '../../sandbox/index.ts';
import { deployTag, stored } from '../support/deploy.ts';
import { laboratory } from '../support/laboratory.ts';
import { codesOf, dispatch, entryOf, expectSoundLedger, publish, pushes, refsOf } from '../support/moves.ts';
import { configure, resultOf } from '../support/waves.ts';

const lab = laboratory('track');
const ID = 'prompts/extraction';
const STAGING = { track: '^1.0.0' };

beforeEach(async () => {
  lab.sandbox.traffic.clear();
  await publish(lab.repository, ID, 'v1.0.0');
});

/** Publishes a version and runs what its push starts. */
async function push(version: string, options: Partial<RunOptions> = {}): Promise<RunResult> {
  await publish(lab.repository, ID, version);
  return await deployTag(lab.sandbox, lab.repository, `components/${ID}/${version}`, options);
}

async function reconcile(inputs: Record<string, string> = {}): Promise<RunResult> {
  return await dispatch(lab.sandbox, lab.repository, 'reconcile', { heal: 'true', ...inputs });
}

async function succeeded(run: Promise<RunResult>): Promise<RunResult> {
  const ended = await run;
  expect(ended.annotations.filter(({ level }) => level === 'error')).toEqual([]);
  expect(ended.exitCode).toBe(0);
  return ended;
}

async function entry(environment: string): Promise<Record<string, unknown>> {
  return await entryOf(lab.repository, `${environment}/components/${ID}`);
}

/** What an environment runs, by the ledger and by KV. */
async function expectRunning(environment: string, version: string): Promise<void> {
  expect(await entry(environment)).toMatchObject({ version });
  expect((await stored(lab.sandbox, `${ID}@${environment}`))?.bytes.toString()).toBe(`${ID} ${version}`);
}

function notices({ annotations }: RunResult): string {
  return annotations.flatMap(({ level, message }) => (level === 'notice' ? [message] : [])).join('\n');
}

describe('a pushed version', () => {
  test('goes to where it is tracked, in the run of its push, and can be watched by it', async () => {
    await configure(lab.repository, { environments: { staging: STAGING, production: { track: '~1.0.0' } } });
    const ended = await succeeded(push('v1.1.0'));
    await expectRunning('staging', 'v1.1.0');
    expect(await entry('staging')).toMatchObject({
      move: 'promote',
      status: 'deployed',
      reason: 'The newest that may be there, by `track: ^1.0.0`.',
    });
    await expectRunning('production', 'v1.0.0');
    const result = await resultOf(ended);
    expect(result.command).toBe('deploy');
    expect(result.components).toContainEqual(expect.objectContaining({ environment: 'staging', version: 'v1.1.0' }));
    expect(ended.outputs).toMatchObject({ component: ID, changed: 'true' });
    await expectSoundLedger(lab.repository);

    await succeeded(push('v1.2.0'));
    await expectRunning('staging', 'v1.2.0');
    await expectRunning('production', 'v1.0.0');
  });

  test('that is outside of the range, or a pre-release, moves nothing', async () => {
    await configure(lab.repository, { environments: { staging: STAGING } });
    await succeeded(push('v1.1.0'));
    await succeeded(push('v1.2.0-beta.1'));
    await succeeded(push('v2.0.0'));
    await expectRunning('staging', 'v1.1.0');
  });

  test('waits for what the environment requires, and a later reconcile brings it', async () => {
    const gate = {
      'initial-delay': '0s',
      interval: '10ms',
      count: 1,
      metrics: [{ name: 'rate', provider: 'http', url: `${lab.sandbox.metricsUrl}/rate`, max: 1 }],
    };
    const environments = { production: { track: '^1.0.0', requires: 'staging' }, staging: { ...STAGING, gate } };
    await configure(lab.repository, { environments });
    const ended = await succeeded(push('v1.1.0'));
    await expectRunning('staging', 'v1.1.0');
    expect(notices(ended)).toContain(`The track of \`production\` does not put \`${ID}\` v1.1.0 there yet: `);
    expect(notices(ended)).toContain('was not healthy in `staging`');
    await succeeded(dispatch(lab.sandbox, lab.repository, 'guard', { components: ID, environment: 'staging' }));

    const refs = await refsOf(lab.repository);
    const dry = await reconcile({ heal: 'false' });
    expect(await refsOf(lab.repository)).toEqual(refs);
    expect(notices(dry)).toContain(`The track \`^1.0.0\` of \`production\` would put \`${ID}\` v1.1.0 there`);
    const healed = await succeeded(reconcile());
    await expectRunning('production', 'v1.1.0');
    expect((await resultOf(healed)).moves).toEqual([
      expect.objectContaining({ environment: 'production', version: 'v1.1.0' }),
    ]);
    lab.sandbox.clearRequests();
    const again = await succeeded(reconcile());
    expect((await resultOf(again)).moves).toEqual([]);
    expect(pushes(lab.sandbox.requests)).toEqual([]);
  });

  test('follows a track that needs no gate in the same run', async () => {
    await configure(lab.repository, {
      environments: { production: { track: '^1.0.0', requires: 'staging' }, staging: STAGING },
    });
    await succeeded(push('v1.1.0'));
    await expectRunning('staging', 'v1.1.0');
    await expectRunning('production', 'v1.1.0');
  });

  test('does not go where it is frozen, and fails nothing', async () => {
    await configure(lab.repository, { environments: { staging: { ...STAGING, freeze: 'inventory' } } });
    const ended = await succeeded(push('v1.1.0'));
    expect(notices(ended)).toContain('`staging` is frozen: inventory.');
    expect(Object.keys(await refsOf(lab.repository))).not.toContain(`refs/tags/components/${ID}/staging`);
  });

  test('that fails its probe is told as the failure of its track, and is deployed all the same', async () => {
    lab.sandbox.traffic.answer('/smoke', { status: 503, body: '{"error":"model not loaded"}' });
    const probes = [{ url: `${lab.sandbox.metricsUrl}/smoke`, attempts: 1 }];
    const verify = { environment: 'staging', probes };
    await configure(lab.repository, {
      environments: { staging: STAGING, production: { track: '^1.0.0', verify }, other: STAGING },
    });
    const ended = await push('v1.1.0');
    expect(codesOf(ended)).toEqual(['verify-failed']);
    expect(ended.annotations.at(-1)?.message).toContain('it answered 503: model not loaded.');
    await expectRunning('staging', 'v1.1.0');
    await expectRunning('other', 'v1.1.0');
    expect((await stored(lab.sandbox, `${ID}@v1.1.0`))?.bytes.toString()).toBe(`${ID} v1.1.0`);
    expect(Object.keys(await refsOf(lab.repository))).not.toContain(`refs/tags/components/${ID}/production`);
  });
});

describe('a rollback', () => {
  test('holds the track until there is another version or another range', async () => {
    await configure(lab.repository, { environments: { staging: STAGING } });
    await succeeded(push('v1.1.0'));
    await publish(lab.repository, ID, 'v1.1.1');
    const place = { components: ID, environment: 'staging' };
    await succeeded(dispatch(lab.sandbox, lab.repository, 'promote', { ...place, version: 'v1.1.1' }));
    await succeeded(dispatch(lab.sandbox, lab.repository, 'rollback', { ...place, version: 'v1.1.0' }));
    expect(await entry('staging')).toMatchObject({ track: { range: '^1.0.0', newest: 'v1.1.1' } });

    const held = await succeeded(reconcile());
    await expectRunning('staging', 'v1.1.0');
    expect(notices(held)).toContain('neither the range nor its newest version has changed');

    await succeeded(push('v1.2.0'));
    await expectRunning('staging', 'v1.2.0');
    expect(await entry('staging')).not.toHaveProperty('track');
  });

  test('of a line in the configuration is a rollback as well', async () => {
    await configure(lab.repository, { environments: { staging: STAGING } });
    await succeeded(push('v1.1.0'));
    await configure(lab.repository, { environments: { staging: { track: '~1.0.0' } } });
    await succeeded(reconcile());
    await expectRunning('staging', 'v1.0.0');
    expect(await entry('staging')).toMatchObject({ move: 'promote', quarantined: [] });
    await configure(lab.repository, { environments: { staging: STAGING } });
    await succeeded(reconcile());
    await expectRunning('staging', 'v1.1.0');
  });
});

describe('a reconcile', () => {
  test('of one environment follows its track alone, and a deleted tag stays deleted', async () => {
    await configure(lab.repository, { environments: { staging: STAGING, production: STAGING } });
    await succeeded(push('v1.1.0'));
    await publish(lab.repository, ID, 'v1.2.0');
    await succeeded(reconcile({ environment: 'staging' }));
    await expectRunning('staging', 'v1.2.0');
    await expectRunning('production', 'v1.1.0');
    await lab.repository.git(['--git-dir', lab.repository.bare, 'tag', '-d', `components/${ID}/production`]);
    await succeeded(reconcile({ prune: 'true' }));
    await succeeded(reconcile());
    expect(await entry('production')).toMatchObject({ move: 'remove' });
    expect(await stored(lab.sandbox, `${ID}@production`, PRODUCTION_NAMESPACE)).toBeUndefined();
  });
});
