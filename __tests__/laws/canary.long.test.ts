import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CANARY, CanaryWorld, failing } from '../support/canary-world.ts';
import { Killed, killAt, kvAround, repositoryAround } from '../support/disturb.ts';
import { examples } from '../support/lane.ts';
import { type Disturbance, VERSIONS, type Version } from '../support/world.ts';

/**
 * Laws of the canary: whatever runs, people and kills do, the next command or reconcile ends in a state that the
 * documentation has, KV is the projection of tags and ledger, shares included, and percentages only rise until the end.
 */

type When = 'before' | 'after';

function killing(at: number, when: When): { readonly disturbance: Disturbance; readonly calls: () => number } {
  const kill = killAt(at, when);
  return {
    disturbance: {
      repository: (port) => repositoryAround(port, kill.around),
      kv: (port) => kvAround(port, kill.around),
    },
    calls: kill.calls,
  };
}

/** What a run that was killed leaves behind is not its answer. */
async function survived(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Killed)) {
      await failing(() => Promise.reject(error));
    }
  }
}

/** Of the calls of a run, how many are passed over; `CANARY_CALLS=1` kills at each. */
const EVERY = Number(process.env.CANARY_CALLS ?? 5);

/** Two steps of two looks each. */
const POLICY = { canary: { key: 'percent', steps: [10, 25], 'step-time': '15s' } };

/** A world in which v1.0.0 ran before v1.1.0, which is live; v1.2.0 is to go live. */
async function opened(quality: 'good' | 'bad'): Promise<CanaryWorld> {
  const one = await CanaryWorld.open(POLICY);
  await one.promote('v1.1.0');
  one.seen.clear();
  one.qualities.set('v1.2.0', quality);
  return one;
}

/** The states that each next command may end in, as `live canary share`; quarantined: what was found bad. */
const AFTER: Readonly<Record<string, (one: CanaryWorld) => Promise<readonly string[]>>> = {
  'the same version': async (one) => {
    await survived(() => one.promote('v1.2.0'));
    return one.qualities.get('v1.2.0') === 'good' ? ['v1.2.0 v1.2.0 0'] : ['v1.1.0 v1.1.0 0'];
  },
  'what is live': async (one) => {
    await survived(() => one.promote('v1.1.0'));
    return ['v1.1.0 v1.1.0 0', 'v1.1.0 v1.2.0 0'];
  },
  'a rollback': async (one) => {
    await survived(() => one.rollback());
    return ['v1.0.0 v1.1.0 0', 'v1.0.0 v1.2.0 0', 'v1.1.0 v1.2.0 0', 'v1.1.0 v1.1.0 0'];
  },
  'a reconcile': async (one) => {
    one.world.advance(7200);
    await one.world.reconcile({}, one.watched({}));
    return ['v1.1.0 v1.1.0 0', 'v1.1.0 v1.2.0 0', 'v1.2.0 v1.2.0 0'];
  },
};

describe.each(['good', 'bad'] as const)('a canary that is %s', (quality) => {
  test('killed at every fifth call, before it and after it, the next command or reconcile ends it as documented', async () => {
    const whole = killing(Number.POSITIVE_INFINITY, 'before');
    const first = await opened(quality);
    await first.promote('v1.2.0', whole.disturbance);
    const next = Object.entries(AFTER);
    const problems: string[] = [];
    // Each next command in its turn.
    for (let at = 1; at <= whole.calls(); at += EVERY) {
      for (const [shift, when] of (['before', 'after'] as const).entries()) {
        const [name, act] = next[(at + shift) % next.length] ?? ['', async () => []];
        problems.push(...(await killed(quality, at, when, act)).map((text) => `${when} ${at}, ${name}: ${text}`));
      }
    }
    expect(problems).toEqual([]);
  }, 900_000);
});

/** What is wrong after a run was killed, and something else came next. */
async function killed(
  quality: 'good' | 'bad',
  at: number,
  when: When,
  act: (one: CanaryWorld) => Promise<readonly string[]>,
): Promise<string[]> {
  const one = await opened(quality);
  await survived(() => one.promote('v1.2.0', killing(at, when).disturbance));
  const expected = await act(one);
  const state = await one.state();
  // What a run that was killed wrote to KV, the healing reconcile repairs where the next one had no reason to look.
  one.world.advance(600);
  await one.world.reconcile();
  const seen = (one.seen.get('prompts/a') ?? []).join(' ');
  const risen = seen.split(/\b0\b/).every((part) => isRising(part.trim().split(' ').map(Number)));
  return [
    ...(expected.includes(state) ? [] : [`${state} is none of ${expected.join(', ')}`]),
    ...(risen ? [] : [`the percentages were ${seen}`]),
    ...(await one.differences('percent')),
  ];
}

function isRising(shares: readonly number[]): boolean {
  return shares.every((share, at) => at === 0 || share >= (shares[at - 1] ?? 0));
}

type Act =
  | { readonly kind: 'promote'; readonly version: Version; readonly quality: 'good' | 'bad' | 'silent' }
  | { readonly kind: 'percentage'; readonly to: number }
  | { readonly kind: 'rollback' | 'reconcile' }
  | {
      readonly kind: 'hand';
      readonly environment: string;
      readonly version: Version | undefined;
      readonly runs: boolean;
    }
  | { readonly kind: 'deploy'; readonly environment: string }
  | { readonly kind: 'steps'; readonly steps: readonly number[] }
  | { readonly kind: 'wait'; readonly seconds: number };

const version = fc.constantFrom(...VERSIONS);
const place = fc.constantFrom('production', CANARY);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('promote' as const),
      version,
      quality: fc.constantFrom('good' as const, 'good' as const, 'bad' as const, 'silent' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('percentage' as const), to: fc.constantFrom(0, 5, 20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('rollback' as const, 'reconcile' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('hand' as const),
      environment: place,
      version: fc.option(version, { nil: undefined, freq: 4 }),
      runs: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('deploy' as const), environment: place }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('steps' as const), steps: fc.constantFrom([10, 25, 50], [20, 40], [5]) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), seconds: fc.constantFrom(30, 600, 7200) }) },
);

const turn = fc.record({
  act,
  killed: fc.option(
    fc.record({ at: fc.integer({ min: 1, max: 70 }), when: fc.constantFrom('before' as const, 'after' as const) }),
    {
      nil: undefined,
      freq: 2,
    },
  ),
});

async function play(one: CanaryWorld, what: Act, disturbance: Disturbance): Promise<void> {
  switch (what.kind) {
    case 'promote':
      one.qualities.set(what.version, what.quality);
      await survived(() => one.promote(what.version, disturbance));
      one.qualities.set(what.version, 'good');
      return;
    case 'percentage':
      return await survived(() => one.percentage(what.to, disturbance));
    case 'rollback':
      return await survived(() => one.rollback(disturbance));
    case 'reconcile':
      return await survived(() => one.world.reconcile({}, one.watched(disturbance)));
    case 'hand':
      if (what.version === undefined) {
        one.world.remove('prompts/a', what.environment);
      } else {
        one.world.move('prompts/a', what.environment, what.version);
      }
      if (what.runs) {
        await survived(() => one.world.run('prompts/a', what.environment, one.watched(disturbance)));
      }
      return;
    case 'deploy':
      return await survived(() => one.world.run('prompts/a', what.environment, one.watched(disturbance)));
    case 'steps':
      return one.configure({ canary: { key: 'percent', steps: what.steps } });
    case 'wait':
      return one.world.advance(what.seconds);
  }
}

test('whatever happens in whatever order, a healing reconcile brings KV to tags and ledger, and ends what nobody watches', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 8 }), async (turns) => {
      const one = await CanaryWorld.open({ canary: { key: 'percent' } });
      for (const { act: what, killed } of turns) {
        await play(one, what, killed === undefined ? {} : killing(killed.at, killed.when).disturbance);
        one.world.advance(1);
      }
      // The list that the last run had; one that was lowered since cuts shares, which the entry does not say.
      one.configure({ canary: { key: 'percent', steps: [10, 25, 50, 99] } });
      await one.world.reconcile();
      expect(await one.differences('percent')).toEqual([]);
      one.world.advance(7200);
      await one.world.reconcile();
      expect(await one.differences('percent')).toEqual([]);
      // The key of a deleted tag stays as it was, by the policy.
      expect(one.version('production') === undefined ? 0 : one.shareInKv()).toBe(0);
      expect(await one.share()).toBe(0);
      // Done once more, there is nothing left to do.
      one.world.advance(600);
      const { found } = await one.world.reconcile();
      // What a deleted tag stood for stays, by the policy.
      expect(found.filter(({ finding }) => ['stale', 'missing', 'edited'].includes(finding))).toEqual([]);
    }),
    { numRuns: examples(120) },
  );
}, 300_000);
