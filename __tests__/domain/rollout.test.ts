import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ComponentTags } from '../../src/domain/component-tags.ts';
import { configSchema } from '../../src/domain/config.ts';
import { gatePolicyOf } from '../../src/domain/gate/resolve.ts';
import { EMPTY, tallied } from '../../src/domain/gate/tally.ts';
import type { Entry } from '../../src/domain/ledger/entry.ts';
import { nextShares, parseShares, type Shares } from '../../src/domain/ledger/shares.ts';
import {
  moved,
  removed,
  rolledBack,
  type Stamp,
  seen,
  shared,
  shareEnded,
} from '../../src/domain/ledger/transition.ts';
import { liveShare, shareKey } from '../../src/domain/rollout/share.ts';
import { alikeForAll, nextAction, staleFrom, stepOf, stepPolicy } from '../../src/domain/rollout/steps.ts';

const STEPS = [10, 25, 50];

describe('what is to be done next with a canary', () => {
  test.each([
    ['begins with the first step', STEPS, 0, false, { kind: 'raise', share: 10, step: 1 }],
    ['is watched anew where another run left it', STEPS, 25, false, { kind: 'watch', share: 25, step: 2 }],
    ['goes to the next step when it was watched', STEPS, 10, true, { kind: 'raise', share: 25, step: 2 }],
    ['goes live after the last step', STEPS, 50, true, { kind: 'finish' }],
    ['is not live before the last step was watched', STEPS, 50, false, { kind: 'watch', share: 50, step: 3 }],
    ['goes on from where somebody lowered it to', STEPS, 5, true, { kind: 'raise', share: 10, step: 1 }],
    ['goes on above its share in a list that changed', [20, 40], 25, true, { kind: 'raise', share: 40, step: 2 }],
    ['never goes down in a list that changed', [5, 10], 25, true, { kind: 'finish' }],
    ['of one step', [1], 1, true, { kind: 'finish' }],
  ])('it %s', (_, steps, share, isWatched, expected) => {
    expect(nextAction(steps, share, isWatched)).toEqual(expected);
  });

  test('any list of steps is gone through upwards, each step once, and ends live', () => {
    const lists = fc
      .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 8 })
      .map((all) => all.sort((a, b) => a - b));
    fc.assert(
      fc.property(lists, fc.nat(99), (steps, from) => {
        let share = from;
        let isWatched = from === 0;
        const shares: number[] = [];
        for (let next = nextAction(steps, share, isWatched); next.kind !== 'finish'; ) {
          shares.push(next.share);
          expect(next.share).toBeGreaterThanOrEqual(share);
          share = next.share;
          isWatched = true;
          next = nextAction(steps, share, isWatched);
        }
        const rest = steps.filter((step) => step > from);
        expect(shares).toEqual(from === 0 ? steps : [from, ...rest]);
      }),
    );
  });

  test('a share between two steps counts as the lower one', () => {
    expect([1, 10, 24, 25, 99].map((share) => stepOf(STEPS, share))).toEqual([1, 1, 1, 2, 3]);
  });
});

const OBJECT = { canary: 'a'.repeat(40), live: 'b'.repeat(40), other: 'c'.repeat(40) };
const COMPONENT = { prefix: 'components', type: 'prompts', name: 'extraction' } as const;
const RULE = { environment: 'canary', steps: STEPS, 'on-stale': 'abort' } as const;
const PATH = 'canary/components/prompts/extraction.json';
const STAMP: Stamp = { seq: 9, at: '2026-05-05T14:00:00.000Z', actor: 'ada', run: null, reason: null, override: [] };

function tags(canary: string | undefined, live: string | undefined): ComponentTags {
  const found = Object.entries({ canary, production: live }).flatMap(([name, object]) =>
    object === undefined
      ? []
      : [[name, { name: `components/prompts/extraction/${name}`, object, commit: object }] as const],
  );
  return { component: COMPONENT, environments: new Map(found), versions: new Map(), shadowed: [] };
}

const told = (share: number): Shares => ({
  [PATH]: {
    of: 'production',
    share,
    step: 1,
    since: STAMP.at,
    version: 'v1.1.0',
    tag: OBJECT.canary,
    live: OBJECT.live,
  },
});

describe('the share of a canary', () => {
  test('counts while both tags are the objects that it was given for', () => {
    expect(liveShare(tags(OBJECT.canary, OBJECT.live), 'production', RULE, told(25))).toEqual({
      canary: 'canary',
      share: 25,
      version: 'v1.1.0',
      since: STAMP.at,
    });
  });

  test.each([
    ['the live tag moved', tags(OBJECT.canary, OBJECT.other), 'production', RULE],
    ['the live tag is gone', tags(OBJECT.canary, undefined), 'production', RULE],
    ['the tag of the canary moved', tags(OBJECT.other, OBJECT.live), 'production', RULE],
    ['the tag of the canary is gone', tags(undefined, OBJECT.live), 'production', RULE],
    ['it is of another environment', tags(OBJECT.canary, OBJECT.live), 'canary', RULE],
    ['the configuration has no canary', tags(OBJECT.canary, OBJECT.live), 'production', undefined],
    [
      'the configuration has another',
      tags(OBJECT.canary, OBJECT.live),
      'production',
      { ...RULE, environment: 'other' },
    ],
  ])('does not count where %s', (_, state, environment, rule) => {
    expect(liveShare(state, environment, rule, told(25))).toBeUndefined();
  });

  test('is never more than the configuration has a step for: who writes the ledger does not decide that', () => {
    expect(liveShare(tags(OBJECT.canary, OBJECT.live), 'production', RULE, told(90))?.share).toBe(50);
  });

  test('has a key by the placeholders', () => {
    const rules = configSchema.parse({
      environments: { production: { canary: { ...RULE, key: 'rollout/{environment}/{type}/{name}' } }, plain: {} },
    }).environments;
    expect(shareKey(COMPONENT, 'production', rules)).toBe('rollout/production/prompts/extraction');
    expect(shareKey(COMPONENT, 'plain', rules)).toBeUndefined();
  });
});

describe('the ledger on shares', () => {
  const running = { version: 'v1.1.0', commit: OBJECT.other, tag: OBJECT.canary, blob: null, path: null };
  const before = moved(undefined, 'promote', running, 'deployed', STAMP);
  const share = { of: 'production', share: 10, step: 1, live: OBJECT.live };
  const given = shared(before, OBJECT.canary, share, STAMP)?.entry as Entry;
  const later = { ...STAMP, seq: 12, at: '2026-05-05T15:00:00.000Z' };

  test('a share makes the entry pending, since KV has to follow', () => {
    expect(given).toMatchObject({ ...share, since: STAMP.at, status: 'pending', seq: 9 });
    expect(seen(given, running, later)?.entry).toMatchObject({ status: 'deployed', share: 10 });
  });

  test('what it says already is no change, and of another tag object it says nothing', () => {
    expect(shared(given, OBJECT.canary, share, later)).toBeUndefined();
    expect(shared(given, OBJECT.other, share, later)).toBeUndefined();
    expect(shared({ ...given, status: 'held' }, OBJECT.canary, { ...share, share: 25 }, later)).toBeUndefined();
  });

  test('ended, nobody gets it since then', () => {
    const ended = shared(given, OBJECT.canary, { ...share, share: 0, step: 0 }, later)?.entry;
    expect(ended).toMatchObject({ of: 'production', share: 0, step: 0, since: later.at, status: 'pending' });
    expect(ended).not.toHaveProperty('live');
    expect(ended).toEqual(shareEnded(given, later)?.entry);
    expect(shareEnded(ended, later)).toBeUndefined();
  });

  test.each([
    ['moves', () => moved(given, 'deploy', { ...running, tag: OBJECT.other }, 'deployed', later)],
    ['is removed', () => removed(given, later)],
    [
      'goes back',
      () =>
        rolledBack(given, running, { left: 'v1.1.0', leftTag: OBJECT.canary, inFlight: undefined, held: false }, later),
    ],
  ])('ends where the tag of the canary %s', (_, act) => {
    const entry = act();
    expect(entry).toMatchObject({ of: 'production', share: 0, since: later.at });
    expect(entry).not.toHaveProperty('live');
  });

  test('the list has what users get, and nothing else', () => {
    const change = (entry: Entry) => ({ event: 'shared' as const, component: COMPONENT, environment: 'canary', entry });
    const list = nextShares({}, [change(given)]);
    expect(list).toEqual({ [PATH]: { ...share, since: STAMP.at, version: 'v1.1.0', tag: OBJECT.canary } });
    expect(parseShares(JSON.stringify(list))).toEqual(list);
    expect(nextShares(list, [change(before)])).toEqual({});
    expect(nextShares(list, [change({ ...given, status: 'held' })])).toEqual({});
    expect(parseShares('{"a":{"share":0}}')).toBeUndefined();
  });
});

describe('the gate of a step', () => {
  const gate = gatePolicyOf({
    timeout: '10m',
    metrics: [
      {
        name: 'errors',
        provider: 'http',
        url: 'https://metrics.example.com/{version}',
        errors: '$.errors',
        total: '$.total',
        max: 0.01,
        control: { errors: '$.others', total: '$.all' },
        before: '10m',
      },
      { name: 'p95', provider: 'http', url: 'https://metrics.example.com/p95', max: 1500 },
    ],
  });
  if (gate === undefined) {
    throw new Error('It has metrics.');
  }
  const policy = stepPolicy(gate, { ...RULE, steps: [...STEPS], 'step-time': '20m' });
  const [errors] = policy.metrics;
  const look = (now: readonly [number, number], live: readonly [number, number], elapsed: number) => ({
    metric: 'errors',
    at: elapsed,
    elapsed,
    queries: [],
    reading: {
      kind: 'counts' as const,
      errors: now[0],
      total: now[1],
      control: { errors: live[0], total: live[1] },
    },
  });

  test('lasts at least as long as a step, and compares counts with what is live alone', () => {
    expect(policy).toMatchObject({ bakeMs: 20 * 60_000, timeoutMs: 20 * 60_000 });
    expect(errors?.source).not.toHaveProperty('control');
    expect(errors?.source).not.toHaveProperty('beforeMs');
    expect(errors?.limit).toMatchObject({ compared: true, beside: true });
    expect(policy.metrics[1]?.limit).toEqual(gate.metrics[1]?.limit);
  });

  test.each([
    [
      'worse than what is live',
      [
        [10, 100],
        [1, 900],
      ],
      'breach',
    ],
    [
      'beyond its limit as everything is',
      [
        [20, 100],
        [180, 900],
      ],
      undefined,
    ],
    [
      'good where nothing fails',
      [
        [0, 400],
        [0, 3600],
      ],
      'accept',
    ],
    [
      'not worse where some fail',
      [
        [9, 1000],
        [81, 9000],
      ],
      'accept',
    ],
    [
      'too little to say',
      [
        [0, 30],
        [0, 270],
      ],
      undefined,
    ],
    [
      'five failures in less than fifty requests',
      [
        [5, 49],
        [0, 900],
      ],
      undefined,
    ],
  ] as const)('a canary that is %s', (_, [canary, live], decision) => {
    expect(errors && tallied(EMPTY, errors, look(canary, live, 1000), 5).decision).toBe(decision);
  });

  test('an outage of both in one look is no evidence, however few got the canary before', () => {
    if (errors === undefined) {
      throw new Error('There is one.');
    }
    // 10 % of the users and nothing fails; then half of them, and a tenth of everything fails.
    const calm = tallied(EMPTY, errors, look([0, 1000], [0, 9000], 1000), 5);
    const outage = tallied(calm, errors, look([500, 6000], [500, 14_000], 2000), 5);
    expect(outage.decision).not.toBe('breach');
  });

  test('a metric that counts all versions alike is refused', () => {
    const counts = { kind: 'counts', max: 0.01, minSamples: 50 } as const;
    const source = { provider: 'prometheus', url: 'https://p.example.com', timeoutMs: 1 } as const;
    const alike = { name: 'all', source: { ...source, errors: 'a', total: 'b' }, limit: counts };
    expect(alikeForAll({ ...policy, metrics: [alike] }).map(({ code }) => code)).toEqual(['metric-unusable']);
    expect(alikeForAll(policy)).toEqual([]);
  });

  test('nobody watches a canary that is older than its step can take', () => {
    const since = '2026-05-05T14:00:00Z';
    const from = staleFrom(since, policy);
    expect(from - Date.parse(since)).toBe(60_000 + 20 * 60_000 + 15_000 + 15 * 60_000);
  });
});

describe('the configuration of a canary', () => {
  const problems = (canary: object, others: object = {}): string[] => {
    const parsed = configSchema.safeParse({ environments: { production: { canary }, ...others } });
    return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  };
  test('takes steps that rise, and needs neither a key nor a time', () => {
    expect(problems({ environment: 'canary', steps: [0.5, 10, 99] })).toEqual([]);
    const { canary } =
      configSchema.parse({ environments: { production: { canary: { environment: 'c', steps: [1] } } } }).environments
        .production ?? {};
    expect(canary).toEqual({ environment: 'c', steps: [1], 'on-stale': 'abort' });
  });

  test.each([
    ['steps that do not rise', { environment: 'c', steps: [10, 10] }, /steps: expected percentages that rise/],
    ['a step of none', { environment: 'c', steps: [0, 10] }, /steps\.0/],
    ['a step of all', { environment: 'c', steps: [10, 100] }, /steps\.1/],
    ['no step', { environment: 'c', steps: [] }, /steps/],
    [
      'a placeholder that there is not',
      { environment: 'c', steps: [1], key: 'a/{slot}' },
      /unknown placeholder \{slot\}/,
    ],
    ['the index as key', { environment: 'c', steps: [1], key: 'component-versions' }, /a KV key of its own/],
    ['itself', { environment: 'production', steps: [1] }, /another environment than its own/],
  ])('refuses %s', (_, canary, expected) => {
    expect(problems(canary).join('\n')).toMatch(expected);
  });

  test('refuses one canary for two environments, and a canary of a canary', () => {
    const one = { environment: 'c', steps: [1] };
    expect(problems(one, { other: { canary: one } }).join('\n')).toContain('`c` is the canary of `production`');
    expect(problems(one, { c: { canary: { environment: 'd', steps: [1] } } }).join('\n')).toContain(
      'no `canary` itself',
    );
  });
});
