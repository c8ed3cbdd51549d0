import { describe, expect, test } from '@jest/globals';
import { fitted, type Published, published } from '../../src/action/outputs.ts';
import { resultSchema } from '../../src/action/result-schema.ts';
import type { ReconcileReport } from '../../src/commands/reconcile.ts';
import type { GateReport, GuardReport, RunReport } from '../../src/commands/report.ts';
import type { MeasurementRow } from '../../src/domain/gate/state.ts';

/** What a variable of a step's environment can take, less its name. */
const MOST = 100_000;

const SHA = 'a'.repeat(40);
const NAMESPACE = '0f2ac74b498b48028cb68387c421e279';

/** A deploy of so many components. */
function deployOf(components: number, changes: Partial<RunReport> = {}): RunReport {
  const names = Array.from({ length: components }, (_, i) => `prompts/component-${i}`);
  return {
    command: 'deploy',
    dryRun: false,
    reason: undefined,
    verdict: undefined,
    rolledBack: false,
    ledger: { ref: 'refs/tagship/ledger', commit: SHA, seq: 7 },
    moves: [],
    deployed: names.map((component) => ({
      component,
      environment: 'production',
      version: 'v1.1.0',
      commit: SHA,
      path: `${component}.md`,
      bytes: 12,
      previousVersion: 'v1.0.0',
      previousCommit: SHA,
      namespaces: [NAMESPACE],
    })),
    deleted: [],
    requiresRebuild: false,
    rebuild: [],
    keys: names.flatMap((name) =>
      (['production', 'v1.1.0', 'latest'] as const).map((slot) => ({
        namespace: NAMESPACE,
        key: `${name}@${slot}`,
        role: 'environment' as const,
        bytes: 12,
        differed: true,
      })),
    ),
    changed: true,
    rounds: 1,
    durationMs: 5,
    issues: [],
    notices: [],
    failures: [],
    ...changes,
  };
}

/** A guard of so many gates with so many measurements each. */
function guardOf(gates: number, measurements: number): GuardReport {
  const row: MeasurementRow = {
    metric: 'error-rate',
    at: 0,
    elapsed: 90_000,
    queries: ['sum(increase(requests_total[90s]))', 'x'.repeat(3_000)],
    value: 0.1,
    counts: { errors: 1, total: 10, samples: undefined },
    limit: 'at most 0.01',
    evidence: 'ü'.repeat(300),
    outcome: 'undecided',
  };
  const gate: GateReport = {
    component: 'prompts/extraction',
    environment: 'production',
    version: 'v1.1.0',
    commit: SHA,
    verdict: 'healthy',
    why: 'It is fine.',
    rolledBackTo: undefined,
    held: undefined,
    policy: {} as GateReport['policy'],
    rows: Array.from({ length: measurements }, () => row),
    since: 0,
    startedAt: 0,
    endedAt: 1,
  };
  const { command: _, verdict: __, ...rest } = deployOf(0);
  return {
    ...rest,
    command: 'guard',
    verdict: 'healthy',
    gates: Array.from({ length: gates }, () => gate),
    times: undefined,
    failures: [],
  };
}

/** A reconcile that found so much, of which its report keeps less. */
function reconcileOf(found: number, kept: number): ReconcileReport {
  const { command: _, ...rest } = deployOf(0);
  return {
    ...rest,
    command: 'reconcile',
    verdict: undefined,
    heal: false,
    drift: found,
    remaining: found,
    written: 0,
    removed: 0,
    counts: { missing: found },
    namespaces: [],
    found: Array.from({ length: kept }, (_, i) => ({
      namespace: NAMESPACE,
      key: `prompts/${i}@production`,
      finding: 'missing' as const,
      expected: 'v1.0.0',
      stored: undefined,
    })),
    failures: [],
  };
}

/** The `result` output, after it was found to be what is promised of it. */
function sound({ result, outputs }: Published) {
  const text = fitted(result);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST);
  expect(Buffer.byteLength(outputs.keys)).toBeLessThanOrEqual(MOST);
  expect(resultSchema.safeParse(result).error).toBeUndefined();
  return resultSchema.parse(JSON.parse(text));
}

describe('the output `result`', () => {
  test('has all of it where that fits', () => {
    const all = published(deployOf(20));
    expect(sound(all)).toEqual(all.result);
    expect(all.result.truncated).toBe(false);
  });

  test.each([300, 1_000, 20_000])('of %i components is as much as a variable takes, and says so', (components) => {
    const all = published(deployOf(components));
    const result = sound(all);
    expect(result).toMatchObject({ truncated: true, components: expect.any(Array), keys: expect.any(Array) });
    const whole = JSON.stringify(all.result).length;
    expect(JSON.stringify(result).length).toBeGreaterThan(Math.min(whole, MOST) * 0.5);
    expect(JSON.parse(all.outputs.keys).length).toBeGreaterThan(300);
  });

  test('of gates has every gate before it has every measurement', () => {
    const result = sound(published(guardOf(30, 100)));
    expect(result).toMatchObject({ truncated: true, gates: { length: 30 } });
    expect(sound(published(guardOf(3_000, 2)))).toMatchObject({ truncated: true });
  });

  test('has no text that is too long, in whole characters', () => {
    const message = `${'x'.repeat(499)}🚢${'y'.repeat(200_000)}`;
    const result = sound(published(deployOf(1, { reason: message, notices: [{ level: 'warning', message }] })));
    expect(result).toMatchObject({ truncated: true, components: { length: 1 } });
    expect(JSON.stringify(result).isWellFormed()).toBe(true);
  });

  test('of a reconcile says as well what its report does not have', () => {
    expect(sound(published(reconcileOf(3, 3))).truncated).toBe(false);
    expect(sound(published(reconcileOf(5, 3))).truncated).toBe(true);
    expect(sound(published(reconcileOf(50_000, 2_000))).truncated).toBe(true);
  });
});
