import { describe, expect, test } from '@jest/globals';
import type { RunResult } from '../../sandbox/index.ts';
import { breachingFrom, CanaryLaboratory, healthyFlow } from '../support/canary.ts';
import { deployTag, leftBehind } from '../support/deploy.ts';
import { guardLaboratory, ID, WHILE_V1_RAN } from '../support/guard.ts';
import { codesOf } from '../support/moves.ts';

/**
 * Every command once as the built action in a process of its own, with a good end and with a bad one: that the bundle has
 * what it loads on the way, that the files of the runner are written as a runner reads them, and the exit code. What the
 * commands do is tested in `__tests__/commands`.
 */
const lab = guardLaboratory('processes', { runsAs: 'process' });
const canaries = new CanaryLaboratory(lab);
const PLACE = { components: ID, environment: 'production' };

interface Path {
  readonly command: string;
  readonly run: () => Promise<RunResult>;
  /** A key of the outputs and a value of it. */
  readonly outputs: Readonly<Record<string, unknown>>;
}

const GOOD: readonly Path[] = [
  {
    command: 'deploy',
    run: () => deployTag(lab.sandbox, lab.repository, `components/${ID}/v1.2.0`),
    outputs: { version: 'v1.2.0', changed: 'true' },
  },
  {
    command: 'promote',
    run: () => lab.run('promote', { version: 'v1.2.0' }),
    outputs: { version: 'v1.2.0', 'previous-version': 'v1.1.0' },
  },
  {
    command: 'promote',
    run: async () => {
      await canaries.configure();
      canaries.flow(healthyFlow);
      return await canaries.promote();
    },
    outputs: { version: 'v1.2.0', verdict: 'healthy' },
  },
  { command: 'rollback', run: () => lab.run('rollback'), outputs: { version: 'v1.0.0', 'previous-version': 'v1.1.0' } },
  {
    command: 'restore',
    run: () => lab.run('restore', { components: null, at: WHILE_V1_RAN }),
    outputs: { changed: 'true' },
  },
  {
    command: 'guard',
    run: async () => {
      lab.sandbox.traffic.rate = 0.01;
      return await lab.guard();
    },
    outputs: { verdict: 'healthy' },
  },
  {
    command: 'reconcile',
    run: () => lab.run('reconcile', { components: null, environment: null, heal: 'true' }),
    outputs: { drift: expect.stringMatching(/^\d+$/) },
  },
  {
    command: 'validate',
    run: () => lab.run('validate', { components: null, environment: null }),
    outputs: { findings: '0' },
  },
  {
    command: 'history',
    run: () => lab.run('history', { ...PLACE, at: WHILE_V1_RAN }),
    outputs: { version: 'v1.0.0' },
  },
  {
    command: 'doctor',
    run: () => lab.run('doctor', { components: null, environment: null }),
    outputs: { findings: expect.stringMatching(/^\d+$/) },
  },
  {
    command: 'compare',
    run: () => {
      lab.sandbox.traffic.serve({ component: ID, version: 'v1.0.0', ok: 900, errors: 10 });
      lab.sandbox.traffic.serve({ component: ID, version: 'v1.1.0', ok: 800, errors: 100 });
      return compare({ version: 'v1.0.0', 'with-version': 'v1.1.0' });
    },
    outputs: { answer: 'a' },
  },
  {
    command: 'backtest',
    run: async () => {
      await lab.configureGate({
        metrics: [{ name: 'm', provider: 'prometheus', url: lab.sandbox.metricsUrl, query: 'up', max: 1 }],
      });
      return await lab.run('backtest', { ...PLACE, until: WHILE_V1_RAN, since: WHILE_V1_RAN });
    },
    outputs: { version: '', answer: '' },
  },
];

/** Compares by a gate that looks once. */
async function compare(inputs: Readonly<Record<string, string>> = {}): Promise<RunResult> {
  const url = `${lab.sandbox.metricsUrl}/stats?component={component}&version={version}`;
  const metrics = [{ name: 'm', provider: 'http', url, errors: '$.errors', total: '$.total', max: 0.05 }];
  const gate = { 'initial-delay': '0s', interval: '30ms', bake: '0s', timeout: '60ms', metrics };
  await lab.configure({ environments: { 'ab-test-a': { gate } } });
  return await lab.run('compare', { environment: 'ab-test-a', with: 'ab-test-b', ...inputs });
}

const BAD: readonly (Omit<Path, 'outputs'> & { readonly code: RegExp })[] = [
  {
    command: 'deploy',
    run: () =>
      deployTag(lab.sandbox, lab.repository, `components/${ID}/production`, { inputs: { 'kv-namespace': 'none' } }),
    code: /^namespace-unknown$/,
  },
  { command: 'promote', run: () => lab.run('promote', { version: 'v9.9.9' }), code: /^version-unknown$/ },
  {
    command: 'promote',
    run: async () => {
      await canaries.configure();
      canaries.flow(breachingFrom(10));
      return await canaries.promote();
    },
    code: /^rolled-back$/,
  },
  { command: 'rollback', run: () => lab.run('rollback', { version: 'v1.1.0' }), code: /./ },
  { command: 'restore', run: () => lab.run('restore', { components: null, at: 'tea time' }), code: /^input-invalid$/ },
  {
    command: 'guard',
    run: async () => {
      lab.sandbox.traffic.rate = 0.2;
      return await lab.guard();
    },
    code: /^rolled-back$/,
  },
  {
    command: 'reconcile',
    run: () => lab.run('reconcile', { components: null, environment: 'nowhere' }),
    code: /^environment-unknown$/,
  },
  {
    command: 'validate',
    run: async () => {
      await lab.repository.commit('typo', { 'ensembles/a.yaml': 'prompt: prompt://extractoin@production\n' });
      return await lab.run('validate', { components: null, environment: null });
    },
    code: /./,
  },
  { command: 'history', run: () => lab.run('history', { at: '2026-05-05' }), code: /^input-invalid$/ },
  {
    command: 'doctor',
    run: () => lab.run('doctor', { components: null, environment: null, 'kv-namespace': 'none' }),
    code: /^namespace-unknown$/,
  },
  { command: 'compare', run: () => compare(), code: /^environment-unknown$/ },
  { command: 'backtest', run: () => lab.run('backtest', PLACE), code: /^gate-missing$/ },
];

describe('ends well', () => {
  test.each(GOOD)('$command', async ({ command, run, outputs }) => {
    const result = await run();
    expect(result.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(result.outputError).toBeUndefined();
    expect(result.outputs).toMatchObject(outputs);
    expect(JSON.parse(result.outputs.result ?? '')).toMatchObject({ command });
    expect(result.summary).not.toBe('');
    expect(result.masks).toContain(lab.sandbox.cloudflareToken);
    expect(leftBehind(result).filter((name) => name !== 'tagship.sarif')).toEqual([]);
  });
});

describe('ends badly', () => {
  test.each(BAD)('$command', async ({ run, code }) => {
    const result = await run();
    expect(result.exitCode).toBe(1);
    expect(codesOf(result)).not.toEqual([]);
    for (const one of codesOf(result)) expect(one).toMatch(code);
    expect(result.summary).toContain('tagship(');
    expect(leftBehind(result).filter((name) => name !== 'tagship.sarif')).toEqual([]);
  });
});
