import { beforeEach, describe, expect, test } from '@jest/globals';
import type { RunResult } from '../../sandbox/index.ts';
import { guardLaboratory, ID, type Inputs, noticesOf, OTHER, warningsOf } from '../support/guard.ts';
import { codesOf } from '../support/moves.ts';

const lab = guardLaboratory('backtest');
const QUERY = '/api/v1/query';
const SECOND = 1000;

interface Answer {
  readonly counts: Readonly<Record<string, number>>;
  readonly deploys: readonly {
    readonly component: string;
    readonly version: string;
    readonly deployed: string;
    readonly verdict: string;
    readonly 'would-roll-back': boolean;
    readonly 'after-ms': number;
    readonly why: string;
    readonly breached: readonly string[];
    readonly metrics: readonly { readonly metric: string; readonly looks: number; readonly total: number | null }[];
    readonly next: { readonly move: string; readonly actor: string | null; readonly version: string | null } | null;
    readonly agreement: string;
  }[];
  readonly 'not-replayed': readonly { readonly metric: string; readonly provider: string }[];
}

const errorRate = (more: object = {}) => ({
  name: 'error-rate',
  provider: 'prometheus',
  url: lab.sandbox.metricsUrl,
  errors: 'requests_total{code="500",component="{component}",version="{version}"}',
  total: 'requests_total{component="{component}",version="{version}"}',
  max: 0.01,
  ...more,
});

/** When each version was deployed, and how many of its ten requests in a second fail from then on. */
let served: Readonly<Record<string, { readonly at: string; readonly rate: number }>>;

/** Answers as a Prometheus does that has counted all the time. */
function prometheus(): void {
  lab.sandbox.traffic.answer('/api/v1/label/__name__/values', {
    body: '{"status":"success","data":["requests_total"]}',
  });
  lab.sandbox.traffic.answer(QUERY, ({ path }) => {
    const { searchParams } = new URL(path, 'http://prometheus');
    const query = searchParams.get('query') ?? '';
    const [, component = '', version = ''] = /component="([^"]*)",version="([^"]*)"/.exec(query) ?? [];
    const { at, rate } = served[`${component} ${version}`] ?? { at: '2999-01-01T00:00Z', rate: 0 };
    const seconds = Number(searchParams.get('time') ?? Number.NaN) - Date.parse(at) / SECOND;
    const total = seconds * 10;
    const value = /code="500"/.test(query) ? total * rate : total;
    const result = seconds > 0 ? [{ metric: {}, value: [0, String(value)] }] : [];
    return { body: JSON.stringify({ status: 'success', data: { resultType: 'vector', result } }) };
  });
}

async function at(time: string, command: string, inputs: Inputs): Promise<void> {
  lab.sandbox.serverClock.set(new Date(`2026-05-05T${time}:00Z`));
  await lab.done(command, inputs);
  lab.sandbox.serverClock.reset();
}

async function configure(...metrics: readonly object[]): Promise<void> {
  const gate = { 'initial-delay': '60s', interval: '15s', metrics };
  await lab.configure({ environments: { production: { gate } } });
}

async function backtest(inputs: Inputs = {}): Promise<RunResult> {
  return await lab.untouched(() =>
    lab.run('backtest', {
      components: null,
      'kv-namespace': null,
      'cloudflare-api-token': null,
      'cloudflare-account-id': null,
      'github-token': lab.sandbox.readOnlyToken,
      since: '2026-05-05T00:00Z',
      until: '2026-05-06T00:00Z',
      ...inputs,
    }),
  );
}

async function answerOf(run: RunResult): Promise<Answer> {
  return (await lab.resultOf(run)) as unknown as Answer;
}

beforeEach(() => {
  served = {
    [`${OTHER} v1.0.0`]: { at: '2026-05-05T14:00Z', rate: 0.001 },
    [`${ID} v1.0.0`]: { at: '2026-05-05T14:00Z', rate: 0.001 },
    [`${ID} v1.1.0`]: { at: '2026-05-05T14:30Z', rate: 0.05 },
    [`${ID} v1.2.0`]: { at: '2026-05-05T15:00Z', rate: 0.04 },
  };
  prometheus();
});

describe('a gate that is replayed', () => {
  test('says when it would have gone back, beside what people did, and writes nothing', async () => {
    await at('14:42', 'rollback', { reason: 'customers complain' });
    await at('15:00', 'promote', { version: 'v1.2.0' });
    await configure(errorRate());
    const run = await backtest();
    expect(codesOf(run)).toEqual([]);
    expect(run.exitCode).toBe(0);
    const { deploys, counts } = await answerOf(run);
    expect(
      deploys.map(({ component, version, verdict, agreement, next }) => [
        component,
        version,
        verdict,
        agreement,
        next?.move,
      ]),
    ).toEqual([
      [ID, 'v1.2.0', 'breached', 'gate-only', undefined],
      [ID, 'v1.1.0', 'breached', 'both', 'rollback'],
      [ID, 'v1.0.0', 'healthy', 'neither', 'promote'],
      [OTHER, 'v1.0.0', 'healthy', 'neither', undefined],
    ]);
    expect(counts).toEqual({ both: 1, 'gate-only': 1, 'people-only': 0, neither: 2, unjudged: 0 });
    // The first look is a minute after the deploy: 600 requests of which 30 failed.
    expect(deploys[1]).toMatchObject({
      'would-roll-back': true,
      'after-ms': 60 * SECOND,
      breached: ['error-rate'],
      why: expect.stringContaining('30 of 600 requests failed, 5 %; allowed is 1 %; it was live for 60 seconds.'),
      metrics: [{ metric: 'error-rate', looks: 1, total: 600 }],
      next: { actor: 'ada', version: 'v1.0.0', reason: 'customers complain' },
    });
    // Healthy takes the bake of five minutes from the first look on.
    expect(deploys[2]).toMatchObject({ 'after-ms': 360 * SECOND, metrics: [{ looks: 21, total: 3600 }] });
    expect(run.summary).toContain('## The gate would have stopped 2 of 4 deploys to `production`');
    expect(run.summary).toContain('Rolled back by both: 1. Only by the gate, kept by people: 1. Only by people: 0.');
    expect(run.summary).toMatch(
      /^\| 2026-05-05T14:30:00Z \| `prompts\/extraction` \| `v1\.1\.0` \| breached \| after 1 min \| `error-rate` \| .* rolled back after 12 min by `ada` .*customers complain \| the gate and people \|$/m,
    );
    expect(run.stdout).toContain('prompts/extraction v1.2.0: breached after 1 min (error-rate); live; gate-only');
  });

  test('asks Prometheus for how it was then, and for no time after the next move', async () => {
    served = { ...served, [`${ID} v1.1.0`]: { at: '2026-05-05T14:30Z', rate: 0.001 } };
    await at('14:33', 'rollback', {});
    await configure(errorRate());
    const run = await backtest({ components: ID, since: '2026-05-05T14:30Z' });
    const [only, ...others] = (await answerOf(run)).deploys;
    expect(others).toEqual([]);
    // What a person took back after three minutes is not healthy by then; and the gate had nothing against it.
    expect(only).toMatchObject({ verdict: 'superseded', 'would-roll-back': false, agreement: 'people-only' });
    expect(only?.why).toContain('The tag moved on after 3 minutes, before the gate had a verdict.');
    const times = lab.measured.flatMap(({ path }) => {
      const time = new URL(path, 'http://prometheus').searchParams.get('time');
      return time === null ? [] : [Number(time) - Date.parse('2026-05-05T14:30Z') / SECOND];
    });
    expect([...new Set(times)]).toEqual([60, 75, 90, 105, 120, 135, 150, 165, 180]);
    expect(lab.measured.find(({ path }) => path.includes('/query'))?.path).toContain('60s');
  });

  test('sees at the moment of the rollback what the gate saw that rolled back', async () => {
    await at('14:31', 'rollback', {});
    await configure(errorRate());
    const [only] = (await answerOf(await backtest({ components: ID, since: '2026-05-05T14:30Z' }))).deploys;
    expect(only).toMatchObject({ verdict: 'breached', agreement: 'both', 'after-ms': 60 * SECOND });
  });

  test('has nothing to say of what was replaced before its first look', async () => {
    await at('14:30', 'promote', { version: 'v1.2.0' });
    await configure(errorRate());
    const { deploys } = await answerOf(await backtest({ components: ID, since: '2026-05-05T14:30Z' }));
    expect(deploys.find(({ version }) => version === 'v1.1.0')).toMatchObject({ verdict: 'superseded', metrics: [] });
  });

  test('compares with what was not deployed, then as well', async () => {
    served = { ...served, 'others ': { at: '2026-05-05T14:30Z', rate: 0.05 } };
    const control = {
      errors: 'requests_total{code="500",component="others",version=""}',
      total: 'requests_total{component="others",version=""}',
    };
    await configure(errorRate({ control }));
    const [only] = (await answerOf(await backtest({ components: ID, since: '2026-05-05T14:30Z' }))).deploys;
    expect(only).toMatchObject({ verdict: 'inconclusive', 'would-roll-back': false, agreement: 'unjudged' });
    expect(only?.why).toContain('others fail too');
  });

  test('names what cannot be asked for a past time, and replays the rest', async () => {
    const latency = { name: 'latency', provider: 'http', url: `${lab.sandbox.metricsUrl}/p95?since={since}`, max: 9 };
    await configure(errorRate(), latency);
    const run = await backtest();
    expect(warningsOf(run)).toEqual([
      'Not replayed, since they cannot be asked for a past time: `latency` (http). The verdicts are those of the other metrics.',
    ]);
    expect((await answerOf(run))['not-replayed']).toEqual([{ metric: 'latency', provider: 'http' }]);
    expect(lab.measured.some(({ path }) => path.startsWith('/p95'))).toBe(false);
    await configure(latency);
    const none = await backtest();
    expect(codesOf(none)).toEqual(['metric-unusable']);
    expect(none.annotations[0]?.message).toContain(
      'No metric of the gate of `production` can be asked for a past time: `latency` (http).',
    );
  });

  test('says so where there is no gate, no such name, and no deploy', async () => {
    expect(codesOf(await backtest())).toEqual(['gate-missing']);
    await configure(errorRate());
    expect(codesOf(await backtest({ environment: 'prodction' }))).toEqual(['environment-unknown']);
    expect(codesOf(await backtest({ components: 'prompts/extractoin' }))).toEqual(['component-unknown']);
    expect(codesOf(await backtest({ environment: null }))).toEqual(['input-missing']);
    expect(codesOf(await backtest({ until: '2026-05-04T00:00Z' }))).toEqual(['input-invalid']);
    const run = await backtest({ since: '2026-06-01T00:00Z', until: null, components: 'configs/*' });
    expect(codesOf(run)).toEqual([]);
    expect(run.summary).toContain('## No deploy to `production` to replay');
    expect(noticesOf(run)).toEqual(['Nothing that matches `configs/*` was deployed to `production` then.']);
  });

  test('waits as long as the server asks, and calls it an error where that does not help', async () => {
    await configure(errorRate());
    let asked = 0;
    lab.sandbox.traffic.answer(QUERY, () => {
      asked += 1;
      return { status: 503, headers: { 'retry-after': '0' } };
    });
    const [only] = (await answerOf(await backtest({ components: ID, since: '2026-05-05T14:30Z' }))).deploys;
    expect(only).toMatchObject({ verdict: 'inconclusive', agreement: 'unjudged' });
    expect(only?.why).toContain('could not be measured');
    expect(asked).toBe(4 * 3);
  });
});
