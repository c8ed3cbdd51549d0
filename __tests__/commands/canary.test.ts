import { describe, expect, test } from '@jest/globals';
import { createReader } from '../../examples/worker/reader.js';
import { breachingFrom, CANARY, canaryLaboratory, healthyFlow, LIVE, NEXT, STEPS } from '../support/canary.ts';
import { deployTag, stored } from '../support/deploy.ts';
import { ID } from '../support/guard.ts';
import { codesOf, expectSoundLedger } from '../support/moves.ts';

const canaries = canaryLaboratory('canary');

describe('a healthy canary', () => {
  test('goes to more and more users, and in the end to all: the live tag moves and the share ends in one push', async () => {
    const { lab } = canaries;
    await canaries.configure({ key: 'rollout-percentage' }, {}, { deployments: true });
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
    expect(await lab.resultOf(run)).toMatchObject({
      verdict: 'healthy',
      rollouts: [
        {
          component: ID,
          canary: CANARY,
          live: LIVE,
          share: 0,
          steps: STEPS.map((share, at) => ({ step: at + 1, share, gate: { verdict: 'healthy' } })),
        },
      ],
    });
    expect(run.summary).toContain(`## \`${ID}\` \`${NEXT}\` is live for all users of \`production\``);
    expect(run.summary).toMatch(/^\| 2 of 3 \| 25 % \| 0 % of 1000 \| 0 % of 3000 \| healthy \|/m);
    expect(run.summary).toContain('line "users with the canary" [10, ');
    expect(run.stdout).toContain(`Step 2 of 3, ${ID} ${NEXT} for 25 %: healthy`);
    expect(lab.sandbox.github.deployments(lab.repository.name).map(({ description }) => description)).toEqual([
      ...STEPS.map((share) => `Canary ${ID} ${NEXT} for ${share} % of production`),
      `Promote ${ID} ${NEXT} (was ${LIVE})`,
    ]);
    const asked = await lab.done('history', { components: ID, environment: CANARY, since: '2026-01-01T00:00:00Z' });
    expect(asked.stdout).toMatch(new RegExp(`shared  ${ID} ${NEXT} in ${CANARY} for 25 % of production`));
    expect(run.outputs).toMatchObject({
      verdict: 'healthy',
      'rolled-back': 'false',
      version: NEXT,
      environment: 'production',
    });
    expect(run.summary).toMatch(/If it goes wrong:[^`]*```sh\n[^`]* --raw-field environment=production\n```/);
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
    expect(run.summary.match(/10 of 100 requests failed/g)).toHaveLength(1);
    expect(run.summary).toContain(`--raw-field environment=production \\\n  --raw-field version=${NEXT} \\\n`);
    expect(run.summary).not.toContain('If it goes wrong');
    const again = await canaries.promote();
    expect(codesOf(again)).toEqual(['version-quarantined']);
  });
});

test('a track goes through the canary as well, and its breach is all in the report of the push', async () => {
  const { lab } = canaries;
  await canaries.configure({}, {}, { track: '^1.0.0' });
  canaries.flow(breachingFrom(25));
  const run = await deployTag(lab.sandbox, lab.repository, `components/${ID}/${NEXT}`);
  expect(codesOf(run)).toEqual(['rolled-back']);
  await canaries.expectLive(LIVE);
  expect(run.outputs).toMatchObject({ verdict: 'breached', 'rolled-back': 'true' });
  expect(await lab.resultOf(run)).toMatchObject({
    command: 'deploy',
    verdict: 'breached',
    'rolled-back': true,
    rollouts: [{ component: ID, canary: CANARY, steps: [{ share: 10 }, { share: 25 }] }],
  });
});

test('of a thousand users those in the share get the canary, the same ones again and again, until all have the old one', async () => {
  const { lab } = canaries;
  await canaries.configure();
  canaries.flow(breachingFrom(25));
  const users = Array.from({ length: 1000 }, (_, i) => `user-${i}`);
  /** Who gets what, as the example reader has it. */
  const answers = async (): Promise<{ readonly share: number; readonly got: ReadonlySet<string> }> => {
    const known = new Map<string, ReturnType<typeof stored>>();
    const kv = {
      getWithMetadata: async (key: string) => {
        const read = known.get(key) ?? stored(lab.sandbox, key);
        known.set(key, read);
        const found = await read;
        return { value: found?.bytes.toString() ?? null, metadata: found?.metadata ?? null };
      },
    };
    const reader = createReader({ kv, environment: 'production' });
    const found = await Promise.all(users.map(async (unit) => ({ ...(await reader.read(ID, { unit })), unit })));
    const got = found.filter(({ version }) => version === NEXT).map(({ unit }) => unit);
    expect(found.filter(({ version }) => version !== NEXT && version !== LIVE)).toEqual([]);
    return { share: (await canaries.inKv()).share ?? 0, got: new Set(got) };
  };
  const seen = [await answers()];
  lab.before(async (request) => {
    if (request.service === 'metrics') {
      seen.push(await answers());
    }
  });
  expect(codesOf(await canaries.promote())).toEqual(['rolled-back']);
  seen.push(await answers());

  expect([...new Set(seen.map(({ share }) => share))]).toEqual([0, 10, 25]);
  expect(seen.at(-1)).toEqual({ share: 0, got: new Set() });
  const during = seen.slice(0, -1);
  for (const [i, { share, got }] of during.entries()) {
    const expected = (users.length * share) / 100;
    // 99.9 % of all samples are this near.
    expect(Math.abs(got.size - expected)).toBeLessThanOrEqual(3.3 * Math.sqrt(expected * (1 - share / 100)));
    // Whoever had it keeps it.
    expect([...(during[i - 1]?.got ?? [])].filter((user) => !got.has(user))).toEqual([]);
  }
});

describe('a run that is cancelled', () => {
  test('leaves the share, which can be lowered, and the next promotion goes on from there', async () => {
    const { lab } = canaries;
    await canaries.configure({}, { interval: '1h' });
    canaries.flow(() => ({ canary: { ok: 1 }, live: { ok: 1 } }));
    const abort = new AbortController();
    const onLine = (line: string): void => {
      if (/^errors: 0 of/.test(line)) {
        abort.abort();
      }
    };
    const run = await canaries.promote({}, { signal: abort.signal, kill: 'SIGTERM' as const, onLine });
    expect(run.signal).toBeNull();
    expect(codesOf(run)).toEqual(['cancelled']);
    expect(run.annotations.at(-1)?.message).toContain(
      `Users of \`production\` still get the canary: \`${ID}\` at 10 %.`,
    );
    await canaries.expectShare(10);
    expect(await lab.entry()).toMatchObject({ version: LIVE });

    const lowered = await lab.done('rollback', { percentage: '5' });
    expect(lowered.outputs).toMatchObject({ 'rolled-back': 'false', version: LIVE });
    expect(await lab.resultOf(lowered)).toMatchObject({ moves: [], rollouts: [{ component: ID, share: 5 }] });
    expect(lowered.summary).toContain(`## \`${ID}\` \`${NEXT}\` is given to 5 % of the users of \`production\``);
    await canaries.expectShare(5);
    expect(codesOf(await lab.run('rollback', { percentage: '5' }))).toEqual(['input-invalid']);

    await canaries.configure();
    canaries.flow(healthyFlow);
    const again = await canaries.promote();
    expect(codesOf(again)).toEqual([]);
    await canaries.expectLive(NEXT);
    expect(codesOf(await lab.run('rollback', { percentage: '5' }))).toEqual(['canary-missing']);
    await expectSoundLedger(lab.repository);
  });
});

test.each([
  ['no number', { percentage: 'half' }],
  ['all of them', { percentage: '100' }],
  ['a version as well', { percentage: '5', version: 'previous' }],
])('a percentage that is %s is an error of the input', async (_, inputs) => {
  const run = await canaries.lab.untouched(() => canaries.lab.run('rollback', inputs));
  expect(codesOf(run)).toEqual(['input-invalid']);
});

test('a canary without a gate is refused before anything moves', async () => {
  const { lab } = canaries;
  await lab.configure({ environments: { production: { canary: { environment: CANARY, steps: STEPS } } } });
  const run = await lab.untouched(() => canaries.promote());
  expect(codesOf(run)).toEqual(['gate-missing']);
});
