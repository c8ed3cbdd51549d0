import { describe, expect, test } from '@jest/globals';
import { guardLaboratory, ID, warningsOf } from '../support/guard.ts';
import { codesOf, pushes } from '../support/moves.ts';

const lab = guardLaboratory('guard-evidence');

interface Counted {
  readonly e: number;
  readonly t: number;
  readonly others?: Counted;
}

/** Scripts what is counted since the deploy, look by look; the last one again and again. */
function counted(...looks: readonly Counted[]): void {
  lab.answers(
    '/counts',
    looks.map((look) => ({ body: JSON.stringify(look) })),
  );
}

/** The inputs of a gate that counts. */
function counting(): Record<string, string> {
  return {
    'metric-url': `${lab.sandbox.metricsUrl}/counts`,
    'metric-errors': '$.e',
    'metric-total': '$.t',
    threshold: '0.01',
    bake: '0s',
  };
}

/** A metric of the configuration that counts the same. */
function rate(more: object = {}): Record<string, unknown> {
  const url = `${lab.sandbox.metricsUrl}/counts`;
  return { name: 'error-rate', provider: 'http', url, errors: '$.e', total: '$.t', max: 0.01, ...more };
}

describe('the gate of one URL that counts', () => {
  test.each<[string, Counted, string]>([
    ['49 of 49 that fail are a breach', { e: 49, t: 49 }, 'breached'],
    ['400 good ones are healthy', { e: 0, t: 400 }, 'healthy'],
  ])('%s', async (_, look, verdict) => {
    counted(look);
    const inputs = { ...counting(), 'metric-path': null };
    const run = await lab.guard(inputs);
    expect(run.outputs.verdict).toBe(verdict);
    expect(codesOf(run)).toEqual(verdict === 'breached' ? ['rolled-back'] : []);
    expect(lab.measured).toHaveLength(1);
    if (verdict === 'breached') {
      await lab.expectBack('v1.0.0', 'v1.1.0');
      expect(run.summary).toMatch(/: 49 of 49 requests failed, 100 %; allowed is 1 %; it was live for /);
    }
  });

  test('finds errors that come late, within the bake', async () => {
    counted({ e: 0, t: 400 }, { e: 0, t: 800 }, { e: 40, t: 1_200 });
    const run = await lab.guard({ ...counting(), bake: '5m' });
    expect(codesOf(run)).toEqual(['rolled-back']);
    expect(lab.measured).toHaveLength(3);
  });
});

test('three failures of three are no breach', async () => {
  await lab.configureGate({ timeout: '150ms', metrics: [rate()] });
  counted({ e: 3, t: 3 });
  const run = await lab.untouched(() => lab.guardByConfig());
  expect(run.outputs.verdict).toBe('inconclusive');
});

test('four silent looks are waited out, and then failures breach', async () => {
  await lab.configureGate({ metrics: [rate()] });
  const nothing = { body: '{}' };
  lab.answers('/counts', [nothing, nothing, nothing, nothing, nothing, { body: JSON.stringify({ e: 20, t: 60 }) }]);
  const run = await lab.guardByConfig();
  expect(codesOf(run)).toEqual(['rolled-back']);
  expect(lab.measured).toHaveLength(6);
});

test('a value that always fails never passes: a limit of as many failures as measurements is refused', async () => {
  lab.sandbox.traffic.rate = 0.2;
  const run = await lab.untouched(() => lab.guard({ count: '2', 'failure-limit': '2' }));
  expect(codesOf(run)).toEqual(['input-invalid']);
  expect(lab.measured).toEqual([]);
});

describe('an outage of everything', () => {
  const outage: Counted[] = [
    { e: 0, t: 200, others: { e: 0, t: 800 } },
    { e: 40, t: 400, others: { e: 160, t: 1_600 } },
  ];

  test('is inconclusive with a control, which says that others fail too', async () => {
    const control = { errors: '$.others.e', total: '$.others.t' };
    await lab.configureGate({ timeout: '200ms', metrics: [rate({ control })] });
    // Asked twice at each look.
    counted(...outage.flatMap((look) => [look, look]));
    const run = await lab.untouched(() => lab.guardByConfig());
    expect(run.outputs.verdict).toBe('inconclusive');
    expect(warningsOf(run)[0]).toContain('others fail too, so it need not be the deploy');
    const { gates } = await lab.resultOf(run);
    expect(gates[0]?.measurements[1]).toMatchObject({ errors: 40, 'control-errors': 160, 'control-total': 1_600 });
  });

  test('is a breach without', async () => {
    await lab.configureGate({ metrics: [rate()] });
    counted(...outage);
    expect(codesOf(await lab.guardByConfig())).toEqual(['rolled-back']);
  });
});

test('a metric that is observed only tells', async () => {
  await lab.configureGate({
    count: 2,
    metrics: [
      { name: 'latency', provider: 'http', url: `${lab.sandbox.metricsUrl}/value`, max: 10 },
      rate({ observe: true }),
    ],
  });
  lab.answers('/value', [1]);
  counted({ e: 40, t: 60 });
  const run = await lab.guardByConfig();
  expect(run.annotations).toEqual([]);
  expect(run.outputs.verdict).toBe('healthy');
  expect(run.summary).toContain('Only observed: `error-rate` would have breached. 40 of 60 requests failed, 67 %');
});

test('a breach that is only reported fails the step and moves nothing', async () => {
  await lab.configureGate({ 'on-breach': 'report', metrics: [rate()] });
  counted({ e: 40, t: 60 });
  const run = await lab.untouched(() => lab.guardByConfig());
  expect(run.exitCode).toBe(1);
  expect(codesOf(run)).toEqual(['gate-breached']);
  expect(run.outputs).toMatchObject({ verdict: 'breached', 'rolled-back': 'false', version: 'v1.1.0' });
  expect(run.annotations.at(-1)?.message).toContain(
    `\`${ID}\` v1.1.0 in \`production\` is not rolled back, by \`on-breach: report\`. 40 of 60 requests failed`,
  );
  expect(pushes(lab.sandbox.requests)).toEqual([]);
});

describe('people', () => {
  const on = ['breach', 'failure'];

  test('are told once of a breach, and of nothing that is well', async () => {
    await lab.configure({
      notify: [
        { url: `${lab.sandbox.metricsUrl}/hook?key=\${HOOK_KEY}`, format: 'json', on },
        { url: `${lab.sandbox.metricsUrl}/other`, format: 'slack', on: ['drift'] },
      ],
    });
    lab.answers('/hook', [{ body: 'ok' }]);
    counted({ e: 40, t: 60 });
    const env = { HOOK_KEY: 'geheim-4711' };
    const run = await lab.guard(counting(), { env });
    expect(codesOf(run)).toEqual(['rolled-back']);
    const hooks = lab.measured.filter(({ method }) => method === 'POST');
    expect(hooks.map(({ path }) => path)).toEqual(['/hook?key=geheim-4711']);
    expect(JSON.parse(hooks[0]?.body.toString() ?? '')).toMatchObject({
      occasions: ['breach', 'rollback', 'failure'],
      title: `${ID} v1.1.0 was rolled back to v1.0.0 in production`,
      text: expect.stringMatching(/^40 of 60 requests failed, 67 %; allowed is 1 %; it was live for /),
    });
    expect(run.masks).toContain('geheim-4711');
  });

  test('who cannot be told are a warning', async () => {
    await lab.configure({ notify: [{ url: `${lab.sandbox.metricsUrl}/hook`, format: 'slack' }] });
    lab.answers('/hook', [{ status: 500, body: 'no' }]);
    counted({ e: 40, t: 60 });
    const run = await lab.guard(counting());
    expect(codesOf(run)).toEqual(['rolled-back']);
    expect(warningsOf(run)).toEqual(['A notification was not sent: `notify.0` (slack): it answered 500.']);
    await lab.expectBack('v1.0.0', 'v1.1.0');
  });
});
