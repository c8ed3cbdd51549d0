import { beforeEach, describe, expect, test } from '@jest/globals';
import type { RunResult } from '../../sandbox/index.ts';
import { guardLaboratory, ID, type Inputs, noticesOf, warningsOf } from '../support/guard.ts';
import { codesOf, entryOf, expectSoundLedger, pushes } from '../support/moves.ts';

const lab = guardLaboratory('compare');
const PLACES = { environment: 'ab-test-a', with: 'ab-test-b' };
const BOTH = { ...PLACES, version: 'v1.0.0', 'with-version': 'v1.1.0' };

interface Answer {
  readonly answer: string | null;
  readonly why: string;
  readonly verdict: string | null;
  readonly looks: number;
  readonly moves: readonly {
    readonly environment: string;
    readonly version: string;
    readonly 'previous-version': string | null;
  }[];
  readonly metrics: readonly {
    readonly metric: string;
    readonly by: string;
    readonly difference: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly better: string | null;
    readonly more: number | null;
  }[];
}

const errorRate = (more: object = {}) => ({
  name: 'error-rate',
  provider: 'http',
  url: `${lab.sandbox.metricsUrl}/stats?component={component}&version={version}`,
  errors: '$.errors',
  total: '$.total',
  max: 0.05,
  ...more,
});

/** Gives the first environment a gate that looks at once and again soon. */
async function configure(gate: Readonly<Record<string, unknown>>, more: object = {}): Promise<void> {
  const quick = { 'initial-delay': '0s', interval: '30ms', bake: '0s', timeout: '120ms' };
  await lab.configure({ environments: { 'ab-test-a': { gate: { ...quick, ...gate } }, ...more } });
}

async function compare(inputs: Inputs = BOTH): Promise<RunResult> {
  return await lab.run('compare', inputs);
}

async function answerOf(run: RunResult): Promise<Answer> {
  return (await lab.resultOf(run)) as unknown as Answer;
}

function serve(version: string, ok: number, errors: number): void {
  lab.sandbox.traffic.serve({ component: ID, version, ok, errors });
}

beforeEach(async () => {
  await configure({ metrics: [errorRate()] });
});

describe('two versions', () => {
  test('are put into two environments in one move, and the better one is named', async () => {
    serve('v1.0.0', 900, 10);
    serve('v1.1.0', 800, 100);
    const production = await lab.inKv();
    const run = await compare();
    expect(run.annotations).toEqual([]);
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ component: ID, answer: 'a', verdict: '', changed: 'true', 'rolled-back': '' });
    const answer = await answerOf(run);
    expect(answer).toMatchObject({
      answer: 'a',
      looks: 1,
      moves: [
        { environment: 'ab-test-a', version: 'v1.0.0', 'previous-version': null },
        { environment: 'ab-test-b', version: 'v1.1.0', 'previous-version': null },
      ],
      metrics: [{ metric: 'error-rate', by: 'rates', better: 'a', more: null }],
    });
    const [metric] = answer.metrics;
    expect(metric?.difference).toBeCloseTo(10 / 910 - 100 / 900, 9);
    expect(metric?.high).toBeLessThan(0);
    expect(await lab.inKv(`${ID}@ab-test-a`)).toBe(`${ID} v1.0.0`);
    expect(await lab.inKv(`${ID}@ab-test-b`)).toBe(`${ID} v1.1.0`);
    expect(await lab.inKv()).toBe(production);
    const [push, ...others] = pushes(lab.sandbox.requests);
    expect(push?.refs.map(({ name }) => name)).toEqual([
      `refs/tags/components/${ID}/ab-test-a`,
      `refs/tags/components/${ID}/ab-test-b`,
      'refs/tagship/ledger',
    ]);
    expect(others.every(({ refs }) => refs.every(({ name }) => !name.startsWith('refs/tags/')))).toBe(true);
    expect(await entryOf(lab.repository, `ab-test-b/components/${ID}`)).toMatchObject({
      move: 'promote',
      version: 'v1.1.0',
    });
    await expectSoundLedger(lab.repository);
    expect(run.summary).toContain(
      `## a is better: \`${ID}\` \`v1.0.0\` in \`ab-test-a\`, compared with \`v1.1.0\` in \`ab-test-b\``,
    );
    expect(run.summary).toContain(
      'a fails 10 percentage points less than b \\(a less b, 95 % interval: -15 to -5.2\\)',
    );
  });

  test('are compared as they are where none is named, and nothing is moved or rolled back', async () => {
    serve('v1.0.0', 800, 100);
    serve('v1.1.0', 900, 10);
    expect((await answerOf(await compare())).answer).toBe('b');
    const run = await lab.untouched(() => compare(PLACES));
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ answer: 'b', changed: 'false', keys: '[]' });
    expect(lab.issues).toEqual([]);
  });

  test('are not different for chance alone, and it is said how many requests would settle it', async () => {
    serve('v1.0.0', 580, 20);
    serve('v1.1.0', 570, 30);
    const run = await compare();
    expect(run.exitCode).toBe(0);
    const answer = await answerOf(run);
    expect(answer.answer).toBe('no difference shown');
    expect(answer.looks).toBeGreaterThan(1);
    const [metric] = answer.metrics;
    expect(metric).toMatchObject({ better: null });
    expect(metric?.low).toBeLessThan(0);
    expect(metric?.high).toBeGreaterThan(0);
    expect(metric?.more).toBeGreaterThan(1000);
    expect(answer.why).toContain(`about ${metric?.more} more requests of both together would show it.`);
    expect(run.summary).toContain(`| ${metric?.more} requests |`);
  });

  test('are compared when one was set before, and the other one is named', async () => {
    serve('v1.0.0', 900, 10);
    serve('v1.1.0', 900, 10);
    serve('v1.2.0', 800, 100);
    await compare();
    const run = await compare({ ...PLACES, 'with-version': 'v1.2.0' });
    expect(await answerOf(run)).toMatchObject({
      answer: 'a',
      moves: [{ environment: 'ab-test-b', version: 'v1.2.0', 'previous-version': 'v1.1.0' }],
    });
    // Each place is told with what was there before in it.
    const exchanged = await compare({ ...PLACES, version: 'v1.2.0', 'with-version': 'v1.1.0' });
    expect(await answerOf(exchanged)).toMatchObject({
      answer: 'b',
      components: [
        { environment: 'ab-test-a', version: 'v1.2.0', 'previous-version': 'v1.0.0' },
        { environment: 'ab-test-b', version: 'v1.1.0', 'previous-version': 'v1.2.0' },
      ],
    });
  });

  test('have no answer when somebody moves a tag meanwhile', async () => {
    serve('v1.0.0', 900, 10);
    serve('v1.1.0', 800, 100);
    lab.once(
      ({ service }) => service === 'metrics',
      () => lab.repository.edgitSet(ID, 'ab-test-b', 'v1.2.0'),
    );
    const run = await compare();
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ answer: '', verdict: 'superseded' });
    expect(warningsOf(run)).toEqual([
      expect.stringContaining('for `ab-test-b` was moved by somebody else, so there is no answer'),
    ]);
  });

  test('stay where they are in a dry run', async () => {
    const run = await lab.untouched(() => compare({ ...BOTH, 'dry-run': 'true' }));
    expect(run.exitCode).toBe(0);
    expect(lab.measured).toEqual([]);
    expect(run.outputs).toMatchObject({ answer: '', 'rolled-back': '' });
    expect(run.summary).toContain(`## Would set two versions of \`${ID}\`, and compare them`);
  });
});

describe('what is measured', () => {
  test('has to tell the two apart', async () => {
    const url = `${lab.sandbox.metricsUrl}/stats?component={component}`;
    await configure({ metrics: [errorRate({ url })] });
    const run = await lab.untouched(() => compare());
    expect(codesOf(run)).toEqual(['metric-unusable']);
    expect(run.annotations[0]?.message).toContain('asks the same of both environments: `error-rate`');
    // One version twice is the same again, unless the environment is asked.
    await configure({ metrics: [errorRate()] });
    expect(codesOf(await lab.untouched(() => compare({ ...BOTH, 'with-version': 'v1.0.0' })))).toEqual([
      'metric-unusable',
    ]);
  });

  test('is shown where it cannot say how sure a difference is', async () => {
    const latency = {
      name: 'p95',
      provider: 'http',
      url: `${lab.sandbox.metricsUrl}/p95?version={version}`,
      max: 1500,
    };
    lab.sandbox.traffic.answer('/p95', ({ path }) => ({ body: path.includes('v1.0.0') ? '100' : '1400' }));
    serve('v1.0.0', 580, 20);
    serve('v1.1.0', 570, 30);
    await configure({ metrics: [errorRate(), latency] });
    const run = await compare();
    expect(noticesOf(run)).toEqual(['Only shown, since they cannot say how sure a difference is: `p95`.']);
    const answer = await answerOf(run);
    expect(answer.answer).toBe('no difference shown');
    expect(answer.metrics[1]).toMatchObject({ metric: 'p95', by: 'shown', better: null, difference: null });
    expect(answer.why).toMatch(/`p95`: a 100 \(median of \d+ looks\), b 1400 \(median of \d+ looks\), only shown\./);
    await configure({ metrics: [latency] });
    expect(codesOf(await lab.untouched(() => compare(PLACES)))).toEqual(['metric-unusable']);
  });

  test('may fail, and then there is no difference shown', async () => {
    lab.sandbox.traffic.answer('/stats', { status: 500 });
    await configure({ timeout: '10s', metrics: [errorRate()] });
    const run = await compare();
    expect(run.exitCode).toBe(0);
    const answer = await answerOf(run);
    expect(answer).toMatchObject({ answer: 'no difference shown', looks: 4 });
    expect(answer.why).toContain('The last time it said nothing of a: it answered 500; b: it answered 500.');
  });
});

test('what is wrong is said before anything moves', async () => {
  const wrong: readonly (readonly [Inputs, string])[] = [
    [{ environment: 'ab-test-a' }, 'input-missing'],
    [{ ...BOTH, with: 'ab-test-a' }, 'input-invalid'],
    [{ ...BOTH, components: 'prompts/*' }, 'input-invalid'],
    [{ ...BOTH, components: `${ID}\nprompts/summary` }, 'input-invalid'],
    [{ ...BOTH, version: '1.0.0' }, 'input-invalid'],
    [{ ...BOTH, components: 'prompts/extractoin' }, 'component-unknown'],
    [{ ...BOTH, 'with-version': 'v9.9.9' }, 'version-unknown'],
    [{ environment: 'ab-test-a', with: 'production' }, 'environment-unknown'],
    [{ ...BOTH, environment: 'ab-test-b', with: 'ab-test-a' }, 'gate-missing'],
  ];
  for (const [inputs, code] of wrong) {
    const run = await lab.untouched(() => compare(inputs));
    expect([inputs, codesOf(run), run.exitCode]).toEqual([inputs, [code], 1]);
  }
  await configure({ metrics: [errorRate()] }, { 'ab-test-b': { freeze: 'holidays' } });
  expect(codesOf(await lab.untouched(() => compare()))).toEqual(['environment-frozen']);
  await configure({ metrics: [errorRate({ headers: { authorization: `Bearer ${'${'}METRICS_TOKEN}` } })] });
  expect(codesOf(await lab.untouched(() => compare()))).toEqual(['input-missing']);
  const canary = { environment: 'canary', steps: [50], key: 'share' };
  await configure({ metrics: [errorRate()] }, { 'ab-test-b': { canary } });
  const run = await lab.untouched(() => compare());
  expect(codesOf(run)).toEqual(['input-invalid']);
  expect(run.annotations[0]?.message).toContain('gets new versions through a canary');
});
