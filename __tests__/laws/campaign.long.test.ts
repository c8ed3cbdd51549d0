import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Sandbox } from '../../sandbox/index.ts';
import { Campaign, Dice } from '../support/campaign.ts';
import { startSandbox } from '../support/sandbox.ts';

/**
 * The law: whatever people, runs, strangers, lost machines and failing servers did, after one healing reconcile KV is what
 * tags and ledger say, and nothing of a stranger is in it. On real Git and real KV, and compared without the code under
 * test. `CAMPAIGN_STORY=17` plays one story again.
 */
const STORIES = Number(process.env.LAW_RUNS ?? 25);
const FIRST = Number(process.env.LAW_SEED ?? 1);
const ONE = process.env.CAMPAIGN_STORY;

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(async () => {
  await sandbox.close();
});

/** Plays a story. @returns what is wrong in the end, and what happened */
async function play(seed: number): Promise<{ problems: readonly string[]; told: readonly string[] }> {
  await sandbox.reset();
  const campaign = await Campaign.open(sandbox, seed);
  const steps = 4 + new Dice(seed + 1_000_000).below(8);
  for (let i = 0; i < steps; i++) await campaign.step();
  await campaign.heal();
  const problems = await campaign.divergences();
  // Every tenth story also goes on for a while in which nothing is left to be healed.
  return { problems: [...problems, ...(seed % 10 === 0 ? await campaign.calm() : [])], told: campaign.told };
}

type Anything = (...given: unknown[]) => unknown;
type Class = { readonly prototype: Record<string, Anything> };

/** Replaces a method of the engine that runs in process. @returns what puts it back */
async function broken(file: string, name: string, method: string, by: (sound: Anything) => Anything) {
  const { [name]: found } = (await importOutside(file)) as Record<string, Class>;
  const prototype = found?.prototype;
  const sound = prototype?.[method];
  if (prototype === undefined || sound === undefined) {
    throw new Error(`${file} has no ${name}.${method}`);
  }
  prototype[method] = by(sound);
  return () => {
    prototype[method] = sound;
  };
}

/** Engines with one rule taken away. */
const VARIANTS: Readonly<Record<string, () => Promise<readonly (() => void)[]>>> = {
  'counts what nothing anchors': async () => [
    await broken('src/engine/anchors.ts', 'Anchors', 'has', () => () => true),
  ],
  'does not look again': async () => {
    const first = new WeakMap<object, unknown>();
    return [
      await broken(
        'src/engine/session.ts',
        'Session',
        'plan',
        (sound) =>
          function (this: object, targets, view, ...rest) {
            first.set(this, first.get(this) ?? view);
            return sound.call(this, targets, view, ...rest);
          },
      ),
      await broken(
        'src/engine/session.ts',
        'Session',
        'observe',
        (sound) =>
          async function (this: object, ...given) {
            const looked = (await sound.call(this, ...given)) as object;
            return { ...looked, view: first.get(this) ?? Reflect.get(looked, 'view') };
          },
      ),
    ];
  },
  'lets a KV read excuse a write': async () => [
    await broken(
      'src/engine/session.ts',
      'Session',
      'plan',
      (sound) =>
        async function (this: object, ...given) {
          const plans = (await sound.call(this, ...given)) as object[];
          return plans.map((plan) => ({ ...plan, acknowledged: true }));
        },
    ),
  ],
  'pushes without a lease': async () => [
    await broken(
      'src/adapters/git/git-repository.ts',
      'GitRepository',
      'push',
      (sound) =>
        async function (this: { tips: (names: string[]) => Promise<Map<string, string>> }, updates, objects) {
          const pushed = (await sound.call(this, updates, objects)) as { landed: boolean };
          const moves = updates as { ref: string }[];
          const now = pushed.landed ? undefined : await this.tips(moves.map(({ ref }) => ref));
          const forced = moves.map((move) => ({ ...move, from: now?.get(move.ref) }));
          return now === undefined ? pushed : await sound.call(this, forced, objects);
        },
    ),
  ],
};

describe('an engine', () => {
  async function calm(seed: number): Promise<string[]> {
    await sandbox.reset();
    // What is replaced is in this process; stories run the built action, each in one of its own, since some are killed.
    sandbox.runsAs('here');
    return await (await Campaign.open(sandbox, seed)).calm();
  }

  test('that is sound needs no healing where nothing fails', async () => {
    expect(await calm(1)).toEqual([]);
  }, 600_000);

  test.each<[string, RegExp]>([
    ['counts what nothing anchors', /a forged hold: .* is EVIL/],
    ['does not look again', /overtaken: .*production is/],
    ['lets a KV read excuse a write', /there and back: .*production is/],
    ['pushes without a lease', /two at once: [0-9a-f]{40} is in the ledger no more/],
  ])(
    'that %s is caught',
    async (variant, words) => {
      const undo = await VARIANTS[variant]?.();
      try {
        expect((await calm(1)).join('\n')).toMatch(words);
      } finally {
        for (const one of undo ?? []) one();
      }
    },
    600_000,
  );
});

test(
  'every story ends with KV as tags and ledger say',
  async () => {
    const seeds = ONE === undefined ? Array.from({ length: STORIES }, (_, i) => FIRST + i) : [Number(ONE)];
    const failed: string[] = [];
    for (const seed of seeds) {
      const { problems, told } = await play(seed);
      if (problems.length > 0 || ONE !== undefined) {
        const replay = `CAMPAIGN_STORY=${seed} npm run test:long -- __tests__/laws/campaign.long.test.ts`;
        failed.push([`story ${seed}, again by ${replay}`, ...told, ...problems.map((one) => `! ${one}`)].join('\n'));
      }
    }
    expect(ONE === undefined ? failed : failed.filter((story) => story.includes('\n! '))).toEqual([]);
    if (ONE !== undefined) process.stderr.write(`${failed.join('\n\n')}\n`);
  },
  Math.max(1_200_000, STORIES * 60_000),
);
