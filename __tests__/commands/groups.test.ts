import { beforeEach, describe, expect, test } from '@jest/globals';
import type { RunOptions, RunResult } from '../../sandbox/index.ts';
import { laboratory } from '../support/laboratory.ts';
import {
  codesOf,
  dispatch,
  entryOf,
  expectSoundLedger,
  kvOf,
  LEDGER,
  publish,
  pushes,
  refsOf,
  subjects,
} from '../support/moves.ts';
import { ASIA, configure, EU, GROUP, groupConfig, ID, inGroup, resultOf, tagsOf, US } from '../support/waves.ts';

const lab = laboratory('groups');
const OTHER = 'prompts/summary';

/** What the metric answers by environment and version; 1 where nothing is said. */
let measured: Record<string, number | string> = {};

beforeEach(async () => {
  measured = {};
  lab.sandbox.traffic.clear();
  lab.sandbox.traffic.answer('/p95', ({ path }) => {
    const query = new URL(path, 'http://metrics').searchParams;
    const keys = [`${query.get('e')} ${query.get('v')}`, `${query.get('c')} ${query.get('v')}`];
    return { body: String(keys.map((key) => measured[key]).find((one) => one !== undefined) ?? 1) };
  });
  await publish(lab.repository, ID, 'v1.0.0', 'v1.1.0', 'v1.2.0');
  await configure(lab.repository, groupConfig(lab.sandbox.metricsUrl));
});

async function run(
  command: string,
  inputs: Record<string, string> = {},
  options: Partial<RunOptions> = {},
): Promise<RunResult> {
  const places = { components: ID, environment: GROUP };
  return await dispatch(lab.sandbox, lab.repository, command, { ...places, ...inputs }, options);
}

async function done(command: string, inputs: Record<string, string> = {}): Promise<RunResult> {
  const ended = await run(command, inputs);
  expect(ended.annotations.filter(({ level }) => level === 'error')).toEqual([]);
  expect(ended.exitCode).toBe(0);
  return ended;
}

/** Makes sure that tags, ledger and KV agree on what every environment of the group runs. */
async function expectRunning(versions: Readonly<Record<string, string>>, id = ID): Promise<void> {
  expect(await inGroup(lab.sandbox, id)).toMatchObject(versions);
  expect(await tagsOf(lab.repository, id)).toMatchObject(versions);
  for (const [environment, version] of Object.entries(versions)) {
    const entry = await entryOf(lab.repository, `${environment}/components/${id}`);
    expect([environment, entry.version]).toEqual([environment, version]);
    expect(['deployed', 'healthy']).toContain(entry.status);
  }
}

const ALL = (version: string) => ({ [EU]: version, [US]: version, [ASIA]: version });

describe('promote', () => {
  test('brings a version from wave to wave, each in one push and each watched before the next', async () => {
    await configure(lab.repository, groupConfig(lab.sandbox.metricsUrl, { wait: '30ms' }));
    lab.sandbox.clearRequests();
    const ended = await done('promote', { version: 'v1.0.0' });
    await expectRunning(ALL('v1.0.0'));
    const moves = pushes(lab.sandbox.requests).map(({ refs }) =>
      refs.flatMap(({ name }) => (name === LEDGER ? [] : [name.split('/').at(-1)])),
    );
    expect(moves.filter((names) => names.length > 0)).toEqual([[EU], [US, ASIA]]);
    const order = lab.sandbox.requests.flatMap(({ service, path, operation, refs }) =>
      service === 'metrics'
        ? [new URL(path, 'http://m').searchParams.get('e')]
        : operation === 'git push' && refs.length > 1
          ? ['move']
          : [],
    );
    expect(order.slice(0, 4)).toEqual(['move', EU, EU, 'move']);
    for (const environment of [EU, US, ASIA]) {
      expect(await entryOf(lab.repository, `${environment}/components/${ID}`)).toMatchObject({
        status: 'healthy',
        healthy: ['v1.0.0'],
      });
    }
    expect(ended.outputs).toMatchObject({
      component: ID,
      version: 'v1.0.0',
      verdict: 'healthy',
      'rolled-back': 'false',
      changed: 'true',
    });
    const { waves } = await resultOf(ended);
    expect(waves.map(({ environments, outcome }) => [environments, outcome])).toEqual([
      [[EU], 'passed'],
      [[US, ASIA], 'passed'],
    ]);
    expect(ended.stdout).toMatch(/^Waiting 30 ms before wave 2 of 2\.$/m);
    expect(ended.stdout).toMatch(
      /^Wave 1 of 2 \(production-eu\): passed\. prompts\/extraction v1\.0\.0, healthy in production-eu$/m,
    );
    expect(ended.summary).toContain('2 of 2 waves of the group have the version');
    await expectSoundLedger(lab.repository);
  });

  test('asked for again it moves nothing, asks no metric, and says so', async () => {
    await done('promote', { version: 'v1.0.0' });
    const refs = await refsOf(lab.repository);
    lab.sandbox.clearRequests();
    const again = await done('promote', { version: 'v1.0.0' });
    expect(await refsOf(lab.repository)).toEqual(refs);
    expect(lab.sandbox.requests.filter(({ service }) => service === 'metrics')).toEqual([]);
    expect((await resultOf(again)).waves.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
    expect(again.outputs.changed).toBe('false');
  });

  test('a breach takes the waves done back in one push, with quarantine, one post-mortem and a failure', async () => {
    await done('promote', { version: 'v1.0.0' });
    await done('promote', { version: 'v1.1.0', environment: ASIA });
    measured = { [`${US} v1.2.0`]: 900 };
    lab.sandbox.clearRequests();
    const ended = await run('promote', { version: 'v1.2.0' });
    expect(ended.exitCode).toBe(1);
    expect(codesOf(ended)).toEqual(['rolled-back']);
    await expectRunning({ [EU]: 'v1.0.0', [US]: 'v1.0.0', [ASIA]: 'v1.0.0' });
    const back = pushes(lab.sandbox.requests).filter(({ refs }) => refs.length === 4);
    expect(back).toHaveLength(1);
    for (const environment of [EU, US, ASIA]) {
      expect(await entryOf(lab.repository, `${environment}/components/${ID}`)).toMatchObject({
        move: 'rollback',
        quarantined: ['v1.2.0'],
      });
    }
    const issues = lab.sandbox.github.issues(lab.repository.name);
    expect(issues.map(({ title }) => title)).toEqual([`Rolled back: ${ID} v1.2.0 in ${US}`]);
    expect(issues[0]?.body).toContain(`With it went back: \`${EU}\` to v1.0.0`);
    expect(ended.outputs).toMatchObject({
      verdict: 'breached',
      'rolled-back': 'true',
      'issue-url': expect.stringContaining('/issues/1'),
    });
    const { waves } = await resultOf(ended);
    expect(waves.map(({ outcome }) => outcome)).toEqual(['rolled-back', 'rolled-back']);
    expect(waves[1]?.places.map(({ environment, verdict }) => [environment, verdict])).toContainEqual([US, 'breached']);

    const refused = await run('promote', { version: 'v1.2.0' });
    expect(new Set(codesOf(refused))).toEqual(new Set(['version-quarantined']));
  });

  test('a breach in the first wave never reaches the second', async () => {
    await done('promote', { version: 'v1.0.0' });
    measured = { [`${EU} v1.1.0`]: 900 };
    const ended = await run('promote', { version: 'v1.1.0' });
    expect(codesOf(ended)).toEqual(['rolled-back']);
    await expectRunning(ALL('v1.0.0'));
    expect((await resultOf(ended)).waves.map(({ outcome }) => outcome)).toEqual(['rolled-back', 'waiting']);
    expect(await entryOf(lab.repository, `${US}/components/${ID}`)).toMatchObject({ quarantined: [] });
  });

  test('with `on-breach: hold` it stays where it is, and goes on when the gate lets it pass', async () => {
    await configure(lab.repository, groupConfig(lab.sandbox.metricsUrl, { 'on-breach': 'hold' }));
    await done('promote', { version: 'v1.0.0' });
    measured = { [`${EU} v1.1.0`]: 900 };
    const ended = await run('promote', { version: 'v1.1.0' });
    expect(codesOf(ended)).toEqual(['gate-breached']);
    await expectRunning({ ...ALL('v1.0.0'), [EU]: 'v1.1.0' });
    expect((await resultOf(ended)).waves.map(({ outcome }) => outcome)).toEqual(['stopped', 'waiting']);
    measured = {};
    await done('promote', { version: 'v1.1.0' });
    await expectRunning(ALL('v1.1.0'));
  });

  test('what nobody can judge stops it, and nothing goes back', async () => {
    const gate = { 'initial-delay': '0s', interval: '10ms', timeout: '30ms', count: 1 };
    const metrics = [{ name: 'm', provider: 'http', url: `${lab.sandbox.metricsUrl}/none`, max: 1 }];
    lab.sandbox.traffic.answer('/none', { body: 'NaN' });
    const config = groupConfig(lab.sandbox.metricsUrl, {}, { [EU]: { gate: { ...gate, metrics } } });
    await configure(lab.repository, config);
    const ended = await run('promote', { version: 'v1.0.0' });
    expect(codesOf(ended)).toEqual(['group-stopped']);
    expect(await inGroup(lab.sandbox)).toEqual({ [EU]: 'v1.0.0', [US]: undefined, [ASIA]: undefined });
    expect(ended.outputs.verdict).toBe('inconclusive');
  });

  test('each component goes its own way', async () => {
    await publish(lab.repository, OTHER, 'v1.0.0', 'v1.1.0');
    const components = 'prompts/*';
    await done('promote', { components, version: 'v1.0.0' });
    measured = { [`${OTHER} v1.1.0`]: 900 };
    const ended = await run('promote', { components, version: 'v1.1.0' });
    expect(codesOf(ended)).toEqual(['rolled-back']);
    await expectRunning(ALL('v1.1.0'));
    await expectRunning(ALL('v1.0.0'), OTHER);
  });

  test('says what it would do, and asks nothing but the ledger and the tags', async () => {
    const [refs, kv] = [await refsOf(lab.repository), await kvOf(lab.sandbox)];
    const ended = await done('promote', { version: 'v1.0.0', 'dry-run': 'true' });
    expect([await refsOf(lab.repository), await kvOf(lab.sandbox)]).toEqual([refs, kv]);
    expect((await resultOf(ended)).waves.map(({ outcome }) => outcome)).toEqual(['waiting', 'waiting']);
    expect(ended.stdout).toContain(`Would move ${ID} in ${ASIA}: v1.0.0`);
  });

  test('every rule of every wave is checked before the first one moves', async () => {
    const frozen = groupConfig(lab.sandbox.metricsUrl, {}, { [ASIA]: { freeze: 'inventory' } });
    await configure(lab.repository, frozen);
    const refs = await refsOf(lab.repository);
    expect(codesOf(await run('promote', { version: 'v1.0.0' }))).toEqual(['environment-frozen']);
    expect(await refsOf(lab.repository)).toEqual(refs);
    // What an earlier wave is to provide is no reason to refuse.
    await configure(lab.repository, groupConfig(lab.sandbox.metricsUrl, {}, { [US]: { requires: EU } }));
    await done('promote', { version: 'v1.0.0' });
    await expectRunning(ALL('v1.0.0'));
  });

  test('an environment that nothing knows is an error of the configuration, and so is a group called as one', async () => {
    const groups = { [GROUP]: { waves: [EU, 'production-asai'] }, production: { waves: [EU] } };
    const config = groupConfig(lab.sandbox.metricsUrl);
    await configure(lab.repository, { ...config, groups });
    const ended = await run('promote', { version: 'v1.0.0' });
    expect(codesOf(ended)).toEqual(['config-invalid']);
    expect(ended.annotations.at(-1)?.message).toMatch(/names `production-asai`.*Did you mean `production-asia`\?/);
    await lab.repository.edgitSet(ID, 'production', 'v1.0.0');
    const other = await run('promote', { version: 'v1.0.0', environment: 'production' });
    expect(other.annotations.at(-1)?.message).toContain('`production` is also an environment that has tags');
  });
});

describe('rollback', () => {
  test('takes back all that have it in one push, pressed twice goes back once, and leaves one post-mortem', async () => {
    await done('promote', { version: 'v1.0.0' });
    await done('promote', { version: 'v1.1.0', environment: EU });
    await done('promote', { version: 'v1.1.0', environment: US });
    lab.sandbox.clearRequests();
    const ended = await done('rollback');
    await expectRunning(ALL('v1.0.0'));
    expect(pushes(lab.sandbox.requests)[0]?.refs.map(({ name }) => name.split('/').at(-1))).toEqual([EU, US, 'ledger']);
    expect(await entryOf(lab.repository, `${US}/components/${ID}`)).toMatchObject({ quarantined: ['v1.1.0'] });
    expect(await entryOf(lab.repository, `${ASIA}/components/${ID}`)).toMatchObject({ quarantined: [] });
    const { waves } = await resultOf(ended);
    expect(waves.map(({ outcome }) => outcome)).toEqual(['rolled-back', 'rolled-back']);
    expect(lab.sandbox.github.issues(lab.repository.name)).toHaveLength(1);

    const refs = await refsOf(lab.repository);
    const again = await done('rollback');
    expect(await refsOf(lab.repository)).toEqual(refs);
    expect((await resultOf(again)).waves.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
    expect(lab.sandbox.github.issues(lab.repository.name)[0]?.comments).toEqual([]);
  });

  test('goes to a version that is named, and is refused where one of them cannot', async () => {
    await done('promote', { version: 'v1.0.0' });
    await done('promote', { version: 'v1.1.0' });
    expect(new Set(codesOf(await run('rollback', { version: 'v1.2.0' })))).toEqual(new Set(['version-never-ran']));
    await expectRunning(ALL('v1.1.0'));
    await done('rollback', { version: 'v1.0.0' });
    await expectRunning(ALL('v1.0.0'));
  });

  test('a rollback while the group waits ends the promotion before its next wave', async () => {
    await done('promote', { version: 'v1.0.0' });
    await configure(lab.repository, groupConfig(lab.sandbox.metricsUrl, { wait: '50ms' }));
    let other: Promise<RunResult> | undefined;
    const remove = lab.sandbox.after(async ({ service, path }) => {
      if (service === 'metrics' && path.includes(US)) {
        throw new Error('The second wave was never to begin.');
      }
    });
    const onLine = (line: string): void => {
      if (line.startsWith('Waiting 50 ms')) {
        other ??= run('rollback');
      }
    };
    const stop = lab.sandbox.before(async ({ operation, refs }) => {
      // The move of the second wave comes after the rollback.
      if (operation === 'git push' && refs.some(({ name }) => name.endsWith(US)) && other !== undefined) {
        await other;
      }
    });
    const ended = await run('promote', { version: 'v1.1.0' }, { onLine });
    expect((await other)?.exitCode).toBe(0);
    remove();
    stop();
    expect(ended.exitCode).toBe(1);
    expect(codesOf(ended)).toEqual(['group-stopped']);
    await expectRunning(ALL('v1.0.0'));
    expect((await subjects(lab.repository)).filter((line) => line.includes('v1.1.0'))).not.toContainEqual(
      expect.stringContaining(US),
    );
  });
});

describe('cancelled', () => {
  test('while it waits, it says where it stopped, and the next one goes on there', async () => {
    await configure(lab.repository, groupConfig(lab.sandbox.metricsUrl, { wait: '1h' }));
    const abort = new AbortController();
    const onLine = (line: string): void => {
      if (line.startsWith('Waiting ')) {
        abort.abort();
      }
    };
    const ended = await run('promote', { version: 'v1.0.0' }, { onLine, signal: abort.signal, kill: 'SIGINT' });
    expect(ended.signal).toBeNull();
    expect(codesOf(ended)).toEqual(['cancelled']);
    expect(ended.annotations.at(-1)?.message).toContain('cancelled in wave 2 of 2');
    expect((await resultOf(ended)).waves.map(({ outcome }) => outcome)).toEqual(['passed', 'waiting']);
    await configure(lab.repository, groupConfig(lab.sandbox.metricsUrl));
    lab.sandbox.clearRequests();
    await done('promote', { version: 'v1.0.0' });
    expect(lab.sandbox.requests.some(({ service, path }) => service === 'metrics' && path.includes(EU))).toBe(false);
    await expectRunning(ALL('v1.0.0'));
  });
});
