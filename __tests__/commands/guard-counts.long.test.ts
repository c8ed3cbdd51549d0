import { describe, expect, test } from '@jest/globals';
import { stored } from '../support/deploy.ts';
import { guardLaboratory, ID, OTHER, outsideCode, warningsOf } from '../support/guard.ts';
import { codesOf, expectSoundLedger, ledgerGit, versionsOf } from '../support/moves.ts';

const lab = guardLaboratory('guard-counts');

/** Counts of failed and all requests, out of one answer. */
function errorRate(): Record<string, unknown> {
  return {
    name: 'error-rate',
    provider: 'http',
    url: `${lab.sandbox.metricsUrl}/stats?component={component}&version={version}`,
    errors: '$.errors',
    total: '$.total',
    max: 0.05,
  };
}

function latency(limits: object = { max: 1500 }): Record<string, unknown> {
  return {
    name: 'latency-p95',
    provider: 'http',
    url: `${lab.sandbox.metricsUrl}/stats?component={component}&version={version}&p95`,
    path: '$.p95',
    ...limits,
  };
}

/** A value at `/value`, with whatever else is given. */
function value(more: object = {}): Record<string, unknown> {
  return { name: 'value', provider: 'http', url: `${lab.sandbox.metricsUrl}/value`, max: 10, ...more };
}

describe('counts of failed requests', () => {
  test('leave a version alone that failed once in three requests: that is no evidence', async () => {
    await lab.configureGate({ timeout: '150ms', metrics: [errorRate()] });
    lab.sandbox.traffic.serve({ component: ID, version: 'v1.1.0', ok: 2, errors: 1 });
    const run = await lab.untouched(() => lab.guardByConfig());
    expect(run.exitCode).toBe(0);
    expect(codesOf(run)).toEqual([]);
    expect(run.outputs).toMatchObject({ verdict: 'inconclusive', 'rolled-back': 'false', version: 'v1.1.0' });
    expect(warningsOf(run)).toEqual([
      expect.stringContaining(`\`${ID}\` v1.1.0 stays live in \`production\` unjudged: `),
    ]);
    expect(warningsOf(run)[0]).toContain('1 of 3 requests failed, 33 %; allowed is 5 %');
    expect(warningsOf(run)[0]).toContain('`on-inconclusive: keep`');
    expect(lab.measured.length).toBeGreaterThan(1);
    expect(run.summary).toContain('could not be judged');
  });

  test('find a bad version, and only by its own requests', async () => {
    await lab.configureGate({ metrics: [errorRate()] });
    lab.sandbox.traffic.serve({ component: ID, version: 'v1.0.0', ok: 10_000 });
    lab.sandbox.traffic.serve({ component: OTHER, version: 'v1.1.0', ok: 10_000 });
    lab.sandbox.traffic.serve({ component: ID, version: 'v1.1.0', ok: 80, errors: 20 });
    const run = await lab.guardByConfig();
    expect(run.exitCode).toBe(1);
    expect(codesOf(run)).toEqual(['rolled-back']);
    expect(lab.measured.map(({ path }) => path)).toEqual(['/stats?component=prompts%2Fextraction&version=v1.1.0']);
    await lab.expectBack('v1.0.0', 'v1.1.0');
    expect(run.annotations.at(-1)?.message).toContain('20 of 100 requests failed, 20 %; allowed is 5 %');
    const { gates } = await lab.resultOf(run);
    expect(gates[0]?.measurements).toMatchObject([{ errors: 20, total: 100, value: 0.2, outcome: 'breach' }]);
    expect(lab.issues[0]?.body).toContain('20 of 100');
    await expectSoundLedger(lab.repository);
  });

  test('accept a healthy version as soon as there is evidence, whatever the one before did', async () => {
    await lab.configureGate({ count: 100, metrics: [errorRate()] });
    lab.sandbox.traffic.serve({ component: ID, version: 'v1.0.0', errors: 500 });
    lab.before(({ service }) => {
      if (service === 'metrics') {
        lab.sandbox.traffic.serve({ component: ID, version: 'v1.1.0', ok: 30 });
      }
    });
    const run = await lab.guardByConfig();
    expect(run.annotations).toEqual([]);
    expect(run.exitCode).toBe(0);
    expect(run.outputs.verdict).toBe('healthy');
    // Sixty requests are too few, ninety are enough.
    expect(lab.measured).toHaveLength(3);
    expect(await lab.entry()).toMatchObject({ status: 'healthy', healthy: ['v1.1.0'] });
    expect((await versionsOf(lab.repository, ID))['v1.1.0']).toMatchObject({ healthy: ['production'] });
  });

  test('are not healthy below the least number of requests', async () => {
    await lab.configureGate({ timeout: '100ms', metrics: [{ ...errorRate(), 'min-samples': 200 }] });
    lab.sandbox.traffic.serve({ component: ID, version: 'v1.1.0', ok: 100 });
    const run = await lab.untouched(() => lab.guardByConfig());
    expect(run.outputs.verdict).toBe('inconclusive');
    expect(warningsOf(run)[0]).toContain('it takes at least 200 requests without a failure');
  });
});

describe('of several metrics', () => {
  test('one that breaches is enough', async () => {
    await lab.configureGate({ metrics: [errorRate(), latency()] });
    lab.sandbox.traffic.serve({ component: ID, version: 'v1.1.0', ok: 1000 });
    lab.sandbox.traffic.latency(ID, 'v1.1.0', 1820);
    const run = await lab.guardByConfig();
    expect(codesOf(run)).toEqual(['rolled-back']);
    expect(run.annotations.at(-1)?.message).toContain('`latency-p95` is 1820; allowed is at most 1500');
    expect(run.annotations.at(-1)?.message).not.toContain('of 1000 requests');
    await lab.expectBack('v1.0.0', 'v1.1.0');
    // The one that was fine is told all the same.
    expect(lab.issues[0]?.body).toContain('`error-rate`');
  });

  test('all have to accept, and each is asked at every look', async () => {
    await lab.configureGate({ count: 3, metrics: [errorRate(), latency()] });
    lab.sandbox.traffic.serve({ component: ID, version: 'v1.1.0', ok: 1000 });
    lab.sandbox.traffic.latency(ID, 'v1.1.0', 900);
    const run = await lab.guardByConfig();
    expect(run.outputs.verdict).toBe('healthy');
    expect(lab.measured.map(({ path }) => path.endsWith('p95')).sort()).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
    ]);
    const { gates } = await lab.resultOf(run);
    expect(gates[0]?.measurements.map(({ metric, outcome }) => `${metric} ${outcome}`).sort()).toEqual([
      'error-rate accept',
      'error-rate accept',
      'error-rate accept',
      'latency-p95 accept',
      'latency-p95 passed',
      'latency-p95 passed',
    ]);
  });

  test('one without a verdict leaves the version without one, although the other accepts', async () => {
    await lab.configureGate({ count: 1, timeout: '120ms', metrics: [errorRate(), latency()] });
    lab.sandbox.traffic.serve({ component: ID, version: 'v1.1.0', ok: 3 });
    lab.sandbox.traffic.latency(ID, 'v1.1.0', 900);
    const run = await lab.untouched(() => lab.guardByConfig());
    expect(run.outputs.verdict).toBe('inconclusive');
  });

  test('each has its own limit of failures', async () => {
    const metrics = [
      { ...value({ 'failure-limit': 4 }), name: 'patient' },
      { ...value({ 'failure-limit': 1 }), name: 'strict' },
    ];
    await lab.configureGate({ metrics });
    lab.answers('/value', [11]);
    const run = await lab.guardByConfig();
    expect(codesOf(run)).toEqual(['rolled-back']);
    expect(run.annotations.at(-1)?.message).toContain('`strict`');
    expect(run.annotations.at(-1)?.message).not.toContain('`patient`');
    expect(lab.measured).toHaveLength(4);
  });
});

describe('a value', () => {
  test('below its least one breaches', async () => {
    await lab.configureGate({ metrics: [value({ min: 5 })] });
    lab.answers('/value', [7, 4.9]);
    const run = await lab.guardByConfig();
    expect(codesOf(run)).toEqual(['rolled-back']);
    expect(run.annotations.at(-1)?.message).toContain('`value` is 4.9; allowed is 5 to 10');
    expect(lab.measured).toHaveLength(2);
  });

  test('is asked for as the configuration says: method, headers and body', async () => {
    const metric = value({
      method: 'POST',
      headers: { 'x-team': 'prompts' },
      body: '{"component": "{component}", "since": "{version}"}',
    });
    await lab.configureGate({ count: 1, metrics: [metric] });
    lab.answers('/value', [1]);
    expect((await lab.guardByConfig()).outputs.verdict).toBe('healthy');
    const [request] = lab.measured;
    expect(request).toMatchObject({ method: 'POST', headers: { 'x-team': 'prompts' } });
    expect(JSON.parse(request?.body.toString() ?? '')).toEqual({ component: ID, since: 'v1.1.0' });
  });

  test('of the inputs takes the place of the configuration, whose other settings stay', async () => {
    await lab.configureGate({ count: 2, metrics: [value()] });
    lab.sandbox.traffic.rate = 0.01;
    const inputs = { 'metric-url': `${lab.sandbox.metricsUrl}/rate`, threshold: '0.05' };
    const run = await lab.guardByConfig(inputs);
    expect(run.outputs.verdict).toBe('healthy');
    expect(lab.measured.map(({ path }) => path)).toEqual(['/rate', '/rate']);
  });
});

describe('without a verdict', () => {
  /** What the metric server says, by the cause that it is. */
  const CAUSES = { 'no-data': 'NaN', error: 'down', inconclusive: 'few' } as const;
  type Cause = keyof typeof CAUSES;

  async function gateWith(cause: Cause, fallback: string): Promise<void> {
    const metrics = [cause === 'inconclusive' ? errorRate() : value()];
    await lab.configureGate({ timeout: '100ms', [`on-${cause}`]: fallback, metrics });
    lab.answers('/value', [cause === 'error' ? { status: 500, body: 'down' } : { body: 'NaN' }]);
    lab.sandbox.traffic.serve({ component: ID, version: 'v1.1.0', ok: 2, errors: 1 });
  }

  const causes = Object.keys(CAUSES) as Cause[];

  test.each(causes)('the version stays, with a warning, where `on-%s` is keep', async (cause) => {
    await gateWith(cause, 'keep');
    const run = await lab.untouched(() => lab.guardByConfig());
    expect(run.exitCode).toBe(0);
    expect(codesOf(run)).toEqual([]);
    expect(run.outputs.verdict).toBe('inconclusive');
    expect(warningsOf(run)).toEqual([expect.stringContaining(`\`on-${cause}: keep\``)]);
  });

  test.each(causes)('the version goes back where `on-%s` is rollback', async (cause) => {
    await gateWith(cause, 'rollback');
    const run = await lab.guardByConfig();
    expect(run.exitCode).toBe(1);
    expect(codesOf(run)).toEqual(['rolled-back']);
    expect(run.outputs).toMatchObject({ verdict: 'inconclusive', 'rolled-back': 'true', version: 'v1.0.0' });
    await lab.expectBack('v1.0.0', 'v1.1.0');
    expect((await lab.entry()).reason).toContain(`\`on-${cause}: rollback\``);
    expect(lab.issues).toHaveLength(1);
  });

  test.each(['no-data', 'error'] as const)(
    'the version stays quietly where `on-%s` is pass, and is not healthy for that',
    async (cause) => {
      await gateWith(cause, 'pass');
      const run = await lab.untouched(() => lab.guardByConfig());
      expect(run.annotations).toEqual([]);
      expect(run.exitCode).toBe(0);
      expect(run.outputs.verdict).toBe('inconclusive');
      expect(run.stdout).toContain('does not count as healthy');
    },
  );

  test('the version counts as healthy where `on-inconclusive` is pass, it was used, and within its limit', async () => {
    await gateWith('inconclusive', 'pass');
    lab.sandbox.traffic.serve({ component: ID, version: 'v1.1.0', ok: 30 });
    const run = await lab.guardByConfig();
    expect(run.annotations).toEqual([]);
    expect(run.outputs.verdict).toBe('healthy');
    expect(await lab.entry()).toMatchObject({ status: 'healthy' });
  });

  test('nor does it where nobody used it', async () => {
    await lab.configureGate({
      timeout: '100ms',
      'on-inconclusive': 'pass',
      'on-no-data': 'pass',
      metrics: [errorRate()],
    });
    lab.sandbox.traffic.serve({ component: ID, version: 'v1.1.0' });
    const run = await lab.untouched(() => lab.guardByConfig());
    expect(run.exitCode).toBe(0);
    expect(run.outputs.verdict).toBe('inconclusive');
  });

  test('the strictest policy of what went wrong decides', async () => {
    await lab.configureGate({
      timeout: '100ms',
      'on-error': 'rollback',
      'on-inconclusive': 'pass',
      metrics: [errorRate(), value()],
    });
    lab.sandbox.traffic.serve({ component: ID, version: 'v1.1.0', ok: 3 });
    lab.answers('/value', [{ status: 500 }]);
    const run = await lab.guardByConfig();
    expect(codesOf(run)).toEqual(['rolled-back']);
    await lab.expectBack('v1.0.0', 'v1.1.0');
  });
});

describe('a metric that cannot be measured', () => {
  test('is given up after four times in a row, long before the time is up', async () => {
    await lab.configureGate({ timeout: '10m', metrics: [value()] });
    lab.answers('/value', [{ status: 503, body: 'no backend' }]);
    const run = await lab.untouched(() => lab.guardByConfig());
    expect(run.outputs.verdict).toBe('inconclusive');
    expect(lab.measured).toHaveLength(4);
    expect(warningsOf(run)[0]).toContain('it answered 503');
  });

  test('or after as many times as the gate says, and is not by others in between', async () => {
    await lab.configureGate({ count: 2, 'consecutive-error-limit': 2, timeout: '10m', metrics: [value()] });
    lab.answers('/value', [{ status: 500 }, 1, { body: '' }, { status: 500 }, { body: '' }, 1]);
    expect((await lab.guardByConfig()).outputs.verdict).toBe('healthy');
    expect(lab.measured).toHaveLength(6);
    lab.sandbox.clearRequests();
    lab.answers('/value', [1, { status: 500 }, { status: 502 }, 1]);
    expect((await lab.guardByConfig()).outputs.verdict).toBe('inconclusive');
    expect(lab.measured).toHaveLength(3);
  });

  test('as it asks to be left alone is left alone until then', async () => {
    await lab.configureGate({ count: 1, metrics: [value()] });
    lab.answers('/value', [{ status: 429, headers: { 'retry-after': '1' } }, 1]);
    const run = await lab.guardByConfig();
    expect(run.outputs.verdict).toBe('healthy');
    expect(lab.measured).toHaveLength(2);
    const times = (await lab.resultOf(run)).gates[0]?.measurements.map(({ at }) => Date.parse(at)) ?? [];
    expect(Number(times[1]) - Number(times[0])).toBeGreaterThanOrEqual(1000);
  });

  test('and is not asked again at all where that is after the gate', async () => {
    await lab.configureGate({ timeout: '300ms', metrics: [value()] });
    lab.answers('/value', [{ status: 429, headers: { 'retry-after': '30' } }, 1]);
    const run = await lab.untouched(() => lab.guardByConfig());
    expect(run.outputs.verdict).toBe('inconclusive');
    expect(lab.measured).toHaveLength(1);
  });

  test('in its own time is an error', async () => {
    await lab.configureGate({ 'consecutive-error-limit': 1, metrics: [value({ timeout: '100ms' })] });
    lab.answers('/value', [{ body: '1', delayMs: 20_000 }]);
    const run = await lab.untouched(() => lab.guardByConfig());
    expect(run.outputs.verdict).toBe('inconclusive');
    expect(warningsOf(run)[0]).toContain('it did not answer within 0.1 s');
  });

  test('while the gate has time is not waited for longer than that', async () => {
    await lab.configureGate({ timeout: '200ms', count: 1000, metrics: [value()] });
    lab.answers('/value', [1]);
    const run = await lab.untouched(() => lab.guardByConfig());
    expect(run.outputs.verdict).toBe('inconclusive');
    expect(lab.measured.length).toBeLessThan(20);
    expect(warningsOf(run)[0]).toContain('`value` has too little evidence');
  });
});

test('what running work is to do stands with the rollback, and is gone with the next promotion', async () => {
  await lab.configureGate({ metrics: [value()] }, { 'in-flight': 'cancel' });
  lab.answers('/value', [11]);
  expect(await lab.entry()).not.toHaveProperty('in-flight');
  expect(codesOf(await lab.guardByConfig())).toEqual(['rolled-back']);
  expect((await stored(lab.sandbox, `${ID}@production`))?.metadata).toMatchObject({ 'in-flight': 'cancel' });
  expect(await lab.entry()).toMatchObject({ 'in-flight': 'cancel' });
  await lab.done('promote', { version: 'v1.2.0' });
  expect((await stored(lab.sandbox, `${ID}@production`))?.metadata).not.toHaveProperty('in-flight');
  expect(await lab.entry()).not.toHaveProperty('in-flight');
});

test('the policy is that of the default branch, wherever the tag points', async () => {
  await lab.configureGate({ metrics: [value({ max: 1000 })] });
  await lab.repository.commit('v1.3.0', { [`${ID}.md`]: `${ID} v1.3.0` });
  await lab.repository.edgitTag(ID, 'v1.3.0');
  await lab.configureGate({ metrics: [value({ max: 10 })] });
  await lab.done('promote', { version: 'v1.3.0' });
  lab.answers('/value', [11]);
  expect(codesOf(await lab.guardByConfig())).toEqual(['rolled-back']);
});

describe('a secret of the step', () => {
  const SECRET = 'geheim/4f8a+61c0 d2=';
  const KEY = '$' + '{METRIC_KEY}';
  const env = { METRIC_KEY: SECRET };

  /** Everything that anybody could read afterwards. */
  async function everything(run: Awaited<ReturnType<typeof lab.guardByConfig>>): Promise<string> {
    const log = run.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    const ledger = await ledgerGit(lab.repository, 'log', '-p', '--format=raw', 'refs/tagship/ledger');
    const kv = await stored(lab.sandbox, `${ID}@production`);
    return [log.join('\n'), run.stderr, run.summary, ...Object.values(run.outputs), JSON.stringify(lab.issues)]
      .concat(ledger, JSON.stringify(kv?.metadata))
      .join('\n');
  }

  test('reaches the metric server, is masked, and stands nowhere else, whatever the server says', async () => {
    const metric = value({
      url: `${lab.sandbox.metricsUrl}/value?key=${KEY}`,
      headers: { authorization: `Bearer ${KEY}` },
    });
    await lab.configureGate({ 'consecutive-error-limit': 1, 'on-error': 'rollback', metrics: [metric] });
    lab.answers('/value', [{ status: 403, body: `no access for ${SECRET} (${encodeURIComponent(SECRET)})` }]);
    const run = await lab.guardByConfig({}, { env });
    expect(codesOf(run)).toEqual(['rolled-back']);
    expect(lab.measured).toHaveLength(1);
    expect(lab.measured[0]?.headers.authorization).toBe(`Bearer ${SECRET}`);
    expect(new URL(lab.measured[0]?.path ?? '', 'http://metrics').searchParams.get('key')).toBe(SECRET);
    expect(run.masks).toContain(SECRET);
    const all = await everything(run);
    expect(all).toContain('no access for ');
    expect(all).toContain(KEY);
    expect(all).not.toContain(SECRET);
    expect(all).not.toContain(encodeURIComponent(SECRET));
    expect(all).not.toContain('4f8a');
  });

  test('that is not there is missed before anything is asked', async () => {
    const metric = value({ headers: { authorization: `Bearer ${KEY}` } });
    await lab.configureGate({ metrics: [metric] });
    const run = await lab.untouched(() => lab.guardByConfig());
    expect(run.exitCode).toBe(1);
    expect(codesOf(run)).toEqual(['input-missing']);
    expect(run.annotations[0]?.message).toContain('METRIC_KEY');
    expect(lab.measured).toEqual([]);
  });

  test.each(['GITHUB_TOKEN', 'CLOUDFLARE_API_TOKEN', 'ACTIONS_RUNTIME_TOKEN'])('can never be %s', async (name) => {
    await lab.configureGate({ metrics: [value({ headers: { authorization: `Bearer \${${name}}` } })] });
    const options = { env: { [name]: 'a-token-of-the-job' } };
    const run = await lab.untouched(() => lab.guardByConfig({}, options));
    expect(run.exitCode).toBe(1);
    expect(codesOf(run)).toEqual(['config-invalid']);
    expect(run.annotations[0]?.message).toContain(`\`\${${name}}\` is never sent to a metric server`);
    const byInput = await lab.untouched(() =>
      lab.guard({ 'metric-url': `${lab.sandbox.metricsUrl}/rate?key=\${${name}}` }, options),
    );
    expect(byInput.exitCode).toBe(1);
    expect(lab.measured).toEqual([]);
  });
});

describe('what a metric server says', () => {
  const HOSTILE =
    'pwned @everyone #1 <img src=x> [x](http://evil.example) **bold**\n::error::pwned\r\n::set-output name=version::pwned\n##[error]pwned\nSeq: 99\nEvent: moved\n\u001b[31m```\n| a | b |\n`@team` <!-- tagship:occurrence 7 -->';

  test.each([
    ['as an error', true, { status: 500, body: HOSTILE }],
    ['as an error in JSON', true, { status: 500, body: JSON.stringify({ error: { message: HOSTILE } }) }],
    ['as a value', false, { body: JSON.stringify({ v: HOSTILE }) }],
  ])('%s is data: it commands no runner, pings nobody, and forges no record', async (_, isTold, answer) => {
    await lab.configureGate({
      'consecutive-error-limit': 1,
      'on-error': 'rollback',
      metrics: [value({ path: '$.v' })],
    });
    lab.answers('/value', [answer]);
    const run = await lab.guardByConfig();
    expect(codesOf(run)).toEqual(['rolled-back']);
    expect(run.annotations).toHaveLength(1);
    expect(run.outputs).toMatchObject({ version: 'v1.0.0', verdict: 'inconclusive' });
    expect(run.stdout).not.toMatch(/^\s*(?:::(?:error|set-output)|##\[error\])(?! title=Tagship).*pwned/m);
    expect(run.stdout).not.toContain('\u001b');
    for (const markdown of [run.summary, lab.issues[0]?.body ?? '']) {
      const text = outsideCode(markdown);
      expect(text.includes('pwned')).toBe(isTold);
      expect(text).not.toMatch(/@(?:everyone|team)|#\d|<img|\]\(http:\/\/evil|\*\*bold/);
    }
    expect(lab.issues[0]?.body?.match(/^<!--.*$/gm)).toHaveLength(2);
    await lab.expectBack('v1.0.0', 'v1.1.0');
    await expectSoundLedger(lab.repository);
    const trailers = await ledgerGit(
      lab.repository,
      'log',
      '--format=%(trailers:key=Seq,valueonly)',
      'refs/tagship/ledger',
    );
    expect(trailers).not.toContain('99');
  });
});
