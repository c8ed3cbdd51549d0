import { describe, expect, test } from '@jest/globals';
import { breachingFrom, CANARY, canaryLaboratory, healthyFlow, LIVE, NEXT, STEPS } from '../support/canary.ts';
import { stored } from '../support/deploy.ts';
import { ID } from '../support/guard.ts';
import { codesOf, expectSoundLedger } from '../support/moves.ts';

const canaries = canaryLaboratory('canary');

describe('a healthy canary', () => {
  test('goes to more and more users, and in the end to all: the live tag moves and the share ends in one push', async () => {
    const { lab } = canaries;
    await canaries.configure({ key: 'rollout-percentage' });
    canaries.flow(healthyFlow);
    const seen: number[] = [];
    lab.before(async (request) => {
      if (request.service === 'metrics') {
        seen.push((await canaries.inKv()).share ?? 0);
      }
    });
    const tip = await lab.ledgerTip();
    const run = await canaries.promote();
    expect(codesOf(run)).toEqual([]);
    expect(run.exitCode).toBe(0);
    expect([...new Set(seen)]).toEqual(STEPS);
    await canaries.expectLive(NEXT);
    expect((await stored(lab.sandbox, 'rollout-percentage'))?.bytes.toString()).toBe('0');
    expect((await stored(lab.sandbox, `${ID}@${CANARY}`))?.bytes.toString()).toBe(`${ID} ${NEXT}`);
    expect((await stored(lab.sandbox, `${ID}@latest`))?.bytes.toString()).toBe(`${ID} ${NEXT}`);
    const told = await lab.told(tip);
    expect(told.filter((line) => !line.startsWith('Deployed'))).toEqual([
      `Deploy ${ID} ${NEXT} to ${CANARY}`,
      ...STEPS.map((share) => `Give ${ID} ${NEXT} to ${share} % in production`),
      `Deploy ${ID} ${NEXT} to production (was ${LIVE})`,
    ]);
    await expectSoundLedger(lab.repository);
    expect(run.outputs).toMatchObject({
      verdict: 'healthy',
      'rolled-back': 'false',
      version: NEXT,
      environment: 'production',
    });
  });
});

describe('a canary that is worse', () => {
  test('goes back at once: share, tag and both quarantines in one push, then KV, then the post-mortem', async () => {
    const { lab } = canaries;
    await canaries.configure({ key: 'rollout-percentage' });
    canaries.flow(breachingFrom(25));
    const tip = await lab.ledgerTip();
    const run = await canaries.promote();
    expect(codesOf(run)).toEqual(['rolled-back']);
    expect(run.exitCode).toBe(1);
    await canaries.expectLive(LIVE);
    expect(await canaries.entry()).toMatchObject({ version: LIVE, share: 0, quarantined: [NEXT], move: 'rollback' });
    expect(await lab.entry()).toMatchObject({ version: LIVE, quarantined: [NEXT] });
    expect((await stored(lab.sandbox, 'rollout-percentage'))?.bytes.toString()).toBe('0');
    const told = await lab.told(tip);
    expect(told.filter((line) => !line.startsWith('Deployed'))).toEqual([
      `Deploy ${ID} ${NEXT} to ${CANARY}`,
      `Give ${ID} ${NEXT} to 10 % in production`,
      `Give ${ID} ${NEXT} to 25 % in production`,
      `Roll back ${ID} to ${LIVE} in ${CANARY} (was ${NEXT})`,
    ]);
    await expectSoundLedger(lab.repository);
    expect(lab.issues).toMatchObject([{ title: `Rolled back: ${ID} ${NEXT} in ${CANARY}` }]);
    expect(run.outputs).toMatchObject({ verdict: 'breached', 'rolled-back': 'true', version: LIVE });
    const again = await canaries.promote();
    expect(codesOf(again)).toEqual(['version-quarantined']);
  });
});
