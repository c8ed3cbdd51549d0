import { beforeEach, describe, expect, test } from '@jest/globals';
import type { RunOptions, RunResult } from '../../sandbox/index.ts';
import { stored } from '../support/deploy.ts';
import { laboratory } from '../support/laboratory.ts';
import { codesOf, dispatch, kvOf, publish, refsOf } from '../support/moves.ts';
import { configure, EU, GROUP, groupConfig, inGroup, US } from '../support/waves.ts';

const lab = laboratory('verify');
const ID = 'prompts/extraction';

beforeEach(async () => {
  lab.sandbox.traffic.clear();
  await publish(lab.repository, ID, 'v1.0.0', 'v1.1.0');
});

async function promote(inputs: Record<string, string>, options: Partial<RunOptions> = {}): Promise<RunResult> {
  const places = { components: ID, environment: 'production' };
  return await dispatch(lab.sandbox, lab.repository, 'promote', { ...places, ...inputs }, options);
}

/** Production is verified in preview by one probe. */
async function verified(probe: object): Promise<void> {
  const url = `${lab.sandbox.metricsUrl}/smoke?c={component}&v={version}&e={environment}`;
  const probes = [{ url, interval: '1ms', attempts: 1, ...probe }];
  await configure(lab.repository, { environments: { production: { verify: { environment: 'preview', probes } } } });
}

/** Runs something that is to be refused, and makes sure that nothing at all changed. */
async function refused(inputs: Record<string, string>, options: Partial<RunOptions> = {}): Promise<string> {
  const before = [await refsOf(lab.repository), await kvOf(lab.sandbox)];
  const run = await promote(inputs, options);
  expect(run.exitCode).toBe(1);
  expect([await refsOf(lab.repository), await kvOf(lab.sandbox)]).toEqual(before);
  return run.annotations.map(({ message }) => message).join('\n');
}

function asked(): string[] {
  return lab.sandbox.requests.flatMap(({ service, path }) => (service === 'metrics' ? [path] : []));
}

describe('before anything moves', () => {
  test('the other environment has to have the version, or the command is named that puts it there', async () => {
    await verified({});
    expect(await refused({ version: 'v1.1.0' })).toContain(
      `tagship(verify-unmet): \`${ID}\` v1.1.0 has to be in \`preview\` before it is put into \`production\`, so that it can be verified there, which does not have it. Put it there first, for example: \`gh workflow run promote.yml --raw-field component=${ID} --raw-field environment=preview --raw-field version=v1.1.0\`.`,
    );
    await promote({ environment: 'preview', version: 'v1.0.0' });
    expect(await refused({ version: 'v1.1.0' })).toContain('which runs v1.0.0.');
    expect(asked()).toEqual([]);
  });

  test('its probes are asked until they answer as they should, and then it moves', async () => {
    await verified({ path: '$.version', equals: '{version}', attempts: 3 });
    await promote({ environment: 'preview', version: 'v1.1.0' });
    let looks = 0;
    lab.sandbox.traffic.answer('/smoke', () => {
      looks += 1;
      return { body: JSON.stringify({ version: looks < 3 ? 'v1.0.0' : 'v1.1.0' }) };
    });
    lab.sandbox.clearRequests();
    const run = await promote({ version: 'v1.1.0' });
    expect(codesOf(run)).toEqual([]);
    expect(asked()).toEqual(Array(3).fill('/smoke?c=prompts%2Fextraction&v=v1.1.0&e=preview'));
    const order = lab.sandbox.requests.map(({ operation, service }) => (service === 'metrics' ? 'probe' : operation));
    expect(order.indexOf('git push')).toBeGreaterThan(order.lastIndexOf('probe'));
    expect((await stored(lab.sandbox, `${ID}@production`))?.bytes.toString()).toBe(`${ID} v1.1.0`);

    // What is there already is not verified again.
    lab.sandbox.clearRequests();
    expect(codesOf(await promote({ version: 'v1.1.0' }))).toEqual([]);
    expect(asked()).toEqual([]);
  });

  test('a probe that fails says what it was answered, without secrets, and nothing has moved', async () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable in the configuration
    await verified({ headers: { authorization: 'Bearer ${PREVIEW_TOKEN}' }, attempts: 2 });
    await promote({ environment: 'preview', version: 'v1.1.0' });
    lab.sandbox.traffic.answer('/smoke', ({ headers }) => ({
      status: 500,
      body: JSON.stringify({ error: `no model for ${headers.authorization} ::error::boo\n${'x'.repeat(5000)}` }),
    }));
    const options = { env: { PREVIEW_TOKEN: 'geheimnis-7' } };
    const message = await refused({ version: 'v1.1.0' }, options);
    expect(message).toMatch(
      /tagship\(verify-failed\): `prompts\/extraction` v1\.1\.0 is not put into `production`, since a probe of `preview` failed, in 2 attempts\./,
    );
    expect(message).toContain('it answered 500: no model for');
    expect(message).not.toContain('geheimnis-7');
    expect(message.length).toBeLessThan(1500);
    expect(asked()).toHaveLength(2);
  });

  test('a probe without its secret is refused by name', async () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable in the configuration
    await verified({ headers: { authorization: 'Bearer ${PREVIEW_TOKEN}' } });
    await promote({ environment: 'preview', version: 'v1.1.0' });
    expect(await refused({ version: 'v1.1.0' })).toMatch(
      /tagship\(input-missing\): The probe .* needs .*`PREVIEW_TOKEN`/,
    );
  });

  test('a run that is cancelled between two attempts has moved nothing', async () => {
    await verified({ attempts: 5, interval: '1h' });
    await promote({ environment: 'preview', version: 'v1.1.0' });
    lab.sandbox.traffic.answer('/smoke', { status: 503 });
    const abort = new AbortController();
    const onLine = (line: string): void => {
      if (line.includes('it answered 503')) {
        abort.abort();
      }
    };
    const message = await refused({ version: 'v1.1.0' }, { onLine, signal: abort.signal, kill: 'SIGINT' });
    expect(message).toContain('tagship(cancelled)');
  });

  test('the waves of a group are verified before the first, but for what an earlier wave provides', async () => {
    const probes = [{ url: `${lab.sandbox.metricsUrl}/smoke`, attempts: 1 }];
    const environments = { [US]: { verify: { environment: EU, probes } } };
    await configure(lab.repository, groupConfig(lab.sandbox.metricsUrl, {}, environments));
    lab.sandbox.traffic.answer('/p95', { body: '1' });
    lab.sandbox.traffic.answer('/smoke', { status: 503, body: 'starting' });
    const run = await promote({ environment: GROUP, version: 'v1.0.0' });
    expect(codesOf(run)).toEqual(['verify-failed']);
    expect(run.annotations.at(-1)?.message).toContain('It stopped in wave 2 of 2');
    expect(await inGroup(lab.sandbox)).toMatchObject({ [EU]: 'v1.0.0', [US]: undefined });
    lab.sandbox.traffic.answer('/smoke', { status: 200 });
    expect(codesOf(await promote({ environment: GROUP, version: 'v1.0.0' }))).toEqual([]);
    expect(await inGroup(lab.sandbox)).toMatchObject({ [EU]: 'v1.0.0', [US]: 'v1.0.0' });
  });
});
