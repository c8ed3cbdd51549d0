import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Sandbox } from '../../sandbox/index.ts';
import { Campaign, Dice } from '../support/campaign.ts';
import { startSandbox } from '../support/sandbox.ts';

/**
 * The law: whatever people, runs, strangers, lost machines and failing servers did, after one healing reconcile KV is what
 * tags and ledger say, and nothing of a stranger is in it. On real Git and real KV, and compared without the code under
 * test. `CAMPAIGN_STORY=17` plays one story again.
 */
const STORIES = Number(process.env.LAW_RUNS ?? 80);
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
  return { problems: await campaign.divergences(), told: campaign.told };
}

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
