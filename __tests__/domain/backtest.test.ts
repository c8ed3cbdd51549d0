import { describe, expect, test } from '@jest/globals';
import {
  agreementOf,
  deploysOf,
  horizonOf,
  type LedgerRecord,
  type PastDeploy,
  pastMetrics,
  replayedPolicy,
} from '../../src/domain/backtest.ts';
import type { MetricSource } from '../../src/domain/gate/policy.ts';
import { gatePolicyOf } from '../../src/domain/gate/resolve.ts';
import type { EntryEvent, Recorded } from '../../src/domain/ledger/message.ts';
import { metricOf } from '../support/metrics.ts';

const component = { prefix: 'components', type: 'prompts', name: 'extraction' } as const;

type Line = readonly [event: EntryEvent, move: Recorded['move'], version: string | null, previous?: string];

/** A commit of the ledger; the actor is called as its time. */
function record(time: number, ...lines: readonly Line[]): LedgerRecord {
  const recorded = lines.map(
    ([event, move, version, previous = null]): Recorded => ({
      event,
      move,
      component,
      environment: 'production',
      version,
      previous,
      commit: 'c'.repeat(40),
      tag: 't'.repeat(40),
      at: null,
    }),
  );
  return {
    time,
    message: { seq: time, actor: `a${time}`, run: null, reason: null, override: [], recorded, registered: [], more: 0 },
  };
}

/** What the deploys of some commits, given the first one first, come to. */
function told(...records: readonly LedgerRecord[]): unknown[] {
  return deploysOf(records.toReversed(), () => true).map(({ version, previous, at, healthyAt, next }) => [
    version,
    previous ?? null,
    at / 1000,
    healthyAt === undefined ? null : healthyAt / 1000,
    next === undefined ? 'live' : `${next.move} ${next.at / 1000} ${next.actor}`,
  ]);
}

describe('the deploys of a ledger', () => {
  test.each<[string, readonly LedgerRecord[], unknown[]]>([
    ['none', [], []],
    ['one that is live', [record(1, ['moved', 'promote', 'v1.0.0'])], [['v1.0.0', null, 1, null, 'live']]],
    [
      'one that KV followed and a gate found healthy',
      [
        record(1, ['moved', 'promote', 'v1.0.0']),
        record(2, ['acknowledged', 'promote', 'v1.0.0']),
        record(3, ['healthy', 'promote', 'v1.0.0']),
      ],
      [['v1.0.0', null, 1, 3, 'live']],
    ],
    [
      'one by hand, and one after it',
      [record(1, ['moved', 'deploy', 'v1.0.0']), record(5, ['moved', 'promote', 'v1.1.0', 'v1.0.0'])],
      [
        ['v1.1.0', 'v1.0.0', 5, null, 'live'],
        ['v1.0.0', null, 1, null, 'promote 5 a5'],
      ],
    ],
    [
      'one that was rolled back; what came back is none',
      [
        record(1, ['moved', 'promote', 'v1.1.0', 'v1.0.0']),
        record(4, ['moved', 'rollback', 'v1.0.0', 'v1.1.0']),
        record(9, ['moved', 'promote', 'v1.2.0', 'v1.0.0']),
      ],
      [
        ['v1.2.0', 'v1.0.0', 9, null, 'live'],
        ['v1.1.0', 'v1.0.0', 1, null, 'rollback 4 a4'],
      ],
    ],
    [
      'one that KV was held back from',
      [record(1, ['moved', 'promote', 'v1.1.0', 'v1.0.0']), record(4, ['held', 'rollback', 'v1.0.0', 'v1.1.0'])],
      [['v1.1.0', 'v1.0.0', 1, null, 'rollback 4 a4']],
    ],
    [
      'one that was removed, and what was there before the ledger, which is none',
      [
        record(1, ['moved', 'seed', 'v1.0.0']),
        record(2, ['moved', 'deploy', 'v1.1.0', 'v1.0.0']),
        record(3, ['moved', 'remove', null, 'v1.1.0']),
      ],
      [['v1.1.0', 'v1.0.0', 2, null, 'remove 3 a3']],
    ],
    [
      'one that a restore ended',
      [record(2, ['moved', 'deploy', 'v1.1.0']), record(3, ['moved', 'restore', 'v1.0.0', 'v1.1.0'])],
      [['v1.1.0', null, 2, null, 'restore 3 a3']],
    ],
  ])('are %s', (_, records, expected) => {
    expect(told(...records)).toEqual(expected);
  });

  test('are those that are asked for, each in its own place', () => {
    const other = { ...component, name: 'summary' };
    const one = record(1, ['moved', 'promote', 'v1.0.0']);
    const two = record(2, ['moved', 'promote', 'v2.0.0']);
    const elsewhere = {
      ...two,
      message: { ...two.message, recorded: two.message.recorded.map((line) => ({ ...line, component: other })) },
    };
    expect(deploysOf([elsewhere, one], () => true).map(({ next }) => next)).toEqual([undefined, undefined]);
    expect(deploysOf([elsewhere, one], ({ component: { name } }) => name === 'summary')).toHaveLength(1);
  });
});

test.each<[string, Partial<MetricSource> & { provider: MetricSource['provider'] }, boolean]>([
  ['Prometheus', { provider: 'prometheus', url: 'http://p', query: 'up' }, true],
  ['a URL that names both ends', { provider: 'http', url: 'http://m?from={since}&to={now}' }, true],
  ['a URL that names the beginning alone', { provider: 'http', url: 'http://m?from={since}' }, false],
  ['a URL that names nothing', { provider: 'http', url: 'http://m' }, false],
  ['SQL that names the end', { provider: 'cloudflare-analytics-engine', query: 'SELECT 1 WHERE t < {now}' }, true],
  [
    'SQL about until now',
    { provider: 'cloudflare-analytics-engine', query: "SELECT 1 WHERE t > NOW() - INTERVAL '{seconds}' SECOND" },
    false,
  ],
  ['a program that is told the time', { provider: 'command', run: 'judge {since} {now}' }, true],
  ['a program that is not', { provider: 'command', run: 'judge {version}' }, false],
])('%s can be asked for a past time: %#', (_, { provider, ...source }, expected) => {
  const metrics = [metricOf(provider, source)];
  expect(pastMetrics({ metrics })).toEqual(expected ? { asked: metrics, left: [] } : { asked: [], left: metrics });
});

describe('a replayed gate', () => {
  const policy = gatePolicyOf({
    'on-inconclusive': 'pass',
    metrics: [{ name: 'm', provider: 'prometheus', url: 'http://p', query: 'up', max: 1 }],
  });
  if (policy === undefined) throw new Error('no gate');
  const minute = 60_000;
  const deploy = (next?: number): PastDeploy => ({
    component,
    environment: 'production',
    version: 'v1.1.0',
    previous: undefined,
    commit: '',
    tag: '',
    at: 1000 * minute,
    actor: null,
    healthyAt: undefined,
    next:
      next === undefined
        ? undefined
        : { at: next * minute, move: 'rollback', version: undefined, actor: null, run: null, reason: null },
  });

  // The first look is after a minute, the last one after eleven.
  test.each([
    [undefined, 2000, { end: 1011, why: 'time' }],
    [undefined, 1011, { end: 1011, why: 'time' }],
    [undefined, 1010, { end: 1010, why: 'today' }],
    [1020, 2000, { end: 1011, why: 'time' }],
    [1004, 2000, { end: 1004, why: 'replaced' }],
    [1000, 2000, { end: 1000, why: 'replaced' }],
  ] as const)('that was replaced at %s sees at %d as far as %j', (next, now, { end, why }) => {
    const horizon = horizonOf(deploy(next), policy, now * minute);
    expect(horizon).toEqual({ end: end * minute, why });
    const replayed = replayedPolicy(policy, policy.metrics, 1000 * minute, horizon);
    expect(replayed.timeoutMs).toBe((end - 1001) * minute);
    // Cut short, it must not pass what it could not judge.
    expect(replayed.onInconclusive).toBe(why === 'time' ? 'pass' : 'keep');
  });
});

test.each([
  [true, false, 'rollback', 'both'],
  [true, false, 'promote', 'gate-only'],
  [true, false, undefined, 'gate-only'],
  [false, true, 'rollback', 'people-only'],
  [false, false, 'rollback', 'people-only'],
  [false, true, 'promote', 'neither'],
  [false, true, undefined, 'neither'],
  [false, false, 'remove', 'unjudged'],
] as const)('back by the gate %s, healthy %s, then %s: %s', (gate, healthy, move, expected) => {
  const next =
    move === undefined ? undefined : { at: 0, move, version: undefined, actor: null, run: null, reason: null };
  expect(agreementOf(gate, healthy, { next })).toBe(expected);
});
