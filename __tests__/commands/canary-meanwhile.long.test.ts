import { describe, expect, test } from '@jest/globals';
import type { RunResult } from '../../sandbox/index.ts';
import { CANARY, canaryLaboratory, LIVE, NEXT } from '../support/canary.ts';
import { deployTag, stored } from '../support/deploy.ts';
import { ID, noticesOf, OTHER, warningsOf } from '../support/guard.ts';
import { codesOf, expectSoundLedger, fetchTags, publish } from '../support/moves.ts';

/** What may come while a canary is on its way, as the documentation lists it. */

const canaries = canaryLaboratory('canary-meanwhile');
const OLD = 'v1.0.0';
const BEYOND = 'v1.3.0';
const KEY = 'rollout-percentage';

/** Makes every version good enough at its first look. */
function allHealthy(): void {
  let asked = 0;
  canaries.lab.sandbox.traffic.answer('/of', () => {
    asked += 1;
    return { body: JSON.stringify({ errors: 0, total: asked * 1000 }) };
  });
}

/** Promotes, and does something once as the canary is looked at with a share of 25 %. */
async function promoteWhile(act: () => Promise<unknown>): Promise<RunResult> {
  const { lab } = canaries;
  allHealthy();
  let isDone = false;
  lab.before(async (request) => {
    if (!isDone && request.service === 'metrics' && (await canaries.inKv()).share === 25) {
      isDone = true;
      await act();
    }
  });
  const run = await canaries.promote();
  expect(isDone).toBe(true);
  return run;
}

async function shareKey(): Promise<string | undefined> {
  return (await stored(canaries.lab.sandbox, KEY))?.bytes.toString();
}

/** Moves a tag as somebody with Git does, and lets the deploy of that push run. */
async function moveByHand(environment: string, version: string): Promise<RunResult> {
  const { lab } = canaries;
  await fetchTags(lab.repository);
  await lab.repository.tag(`components/${ID}/${environment}`, `components/${ID}/${version}^{commit}`);
  return await deployTag(lab.sandbox, lab.repository, `components/${ID}/${environment}`);
}

/** Leaves a canary at 10 %, as a run that was cancelled does. */
async function leaveAtTen(): Promise<void> {
  const abort = new AbortController();
  await canaries.configure({ key: KEY }, { interval: '1h' });
  canaries.flow(() => ({ canary: { ok: 1 }, live: { ok: 1 } }));
  const onLine = (line: string): void => {
    if (/^errors: 0 of/.test(line)) {
      abort.abort();
    }
  };
  expect(codesOf(await canaries.promote({}, { signal: abort.signal, kill: 'SIGTERM' as const, onLine }))).toEqual([
    'cancelled',
  ]);
  await canaries.expectShare(10);
}

describe('while a canary is watched', () => {
  test('a canary of another component goes its own way, and both go live', async () => {
    const { lab } = canaries;
    await canaries.configure({ key: 'rollout/{name}' });
    let other: RunResult | undefined;
    const run = await promoteWhile(async () => {
      other = await canaries.promote({ components: OTHER });
    });
    expect([run, other].map((one) => one?.outputs.verdict)).toEqual(['healthy', 'healthy']);
    await canaries.expectLive(NEXT);
    await canaries.expectLive(NEXT, OTHER);
    for (const name of ['extraction', 'summary']) {
      expect((await stored(lab.sandbox, `rollout/${name}`))?.bytes.toString()).toBe('0');
    }
    await expectSoundLedger(lab.repository);
  });

  test('with one key for all, a canary of another component is refused before anything moves', async () => {
    await canaries.configure({ key: KEY });
    const { lab } = canaries;
    const run = await promoteWhile(async () => {
      const other = await lab.untouched(() => canaries.promote({ components: OTHER }));
      expect(codesOf(other)).toEqual(['canary-taken']);
    });
    expect(run.outputs.verdict).toBe('healthy');
    await canaries.expectLive(NEXT);
    expect(await shareKey()).toBe('0');
  });

  test('a promotion of another version ends it first and goes through all steps; the first run is superseded', async () => {
    const { lab } = canaries;
    await publish(lab.repository, ID, BEYOND);
    await canaries.configure({ key: KEY });
    const tip = await lab.ledgerTip();
    let other: RunResult | undefined;
    const run = await promoteWhile(async () => {
      other = await canaries.promote({ version: BEYOND });
    });
    expect([run.exitCode, run.outputs.verdict, other?.outputs.verdict]).toEqual([0, 'superseded', 'healthy']);
    expect(other === undefined ? [] : warningsOf(other).join()).toContain('Another canary was ended first');
    await canaries.expectLive(BEYOND);
    expect((await lab.told(tip)).filter((line) => line.startsWith('Give'))).toEqual([
      ...[10, 25].map((share) => `Give ${ID} ${NEXT} to ${share} % in production`),
      `Give ${ID} ${NEXT} to 0 % in production`,
      ...[10, 25, 50].map((share) => `Give ${ID} ${BEYOND} to ${share} % in production`),
    ]);
    expect(await shareKey()).toBe('0');
    await expectSoundLedger(lab.repository);
  });

  test('a live tag that is moved by hand ends it, and its deploy writes the key without the canary', async () => {
    const { lab } = canaries;
    await canaries.configure({ key: KEY });
    const run = await promoteWhile(async () => {
      expect(codesOf(await moveByHand('production', OLD))).toEqual([]);
    });
    expect([run.exitCode, run.outputs.verdict]).toEqual([0, 'superseded']);
    expect((await canaries.inKv()).share).toBeUndefined();
    expect((await stored(lab.sandbox, `${ID}@production`))?.bytes.toString()).toBe(`${ID} ${OLD}`);
    expect(await lab.entry()).toMatchObject({ version: OLD, move: 'deploy' });
    expect(await shareKey()).toBe('0');
    await expectSoundLedger(lab.repository);
  });

  test('a rollback of what is live ends it in its push; the run is superseded', async () => {
    const { lab } = canaries;
    await canaries.configure({ key: KEY });
    const run = await promoteWhile(async () => {
      await lab.done('rollback');
    });
    expect([run.exitCode, run.outputs.verdict]).toEqual([0, 'superseded']);
    await canaries.expectLive(OLD);
    expect(await canaries.entry()).toMatchObject({ version: NEXT, share: 0, quarantined: [] });
    expect(await shareKey()).toBe('0');
    await expectSoundLedger(lab.repository);
  });

  test('a canary tag that is moved by hand ends it; the run is superseded', async () => {
    const { lab } = canaries;
    await canaries.configure({ key: KEY });
    const run = await promoteWhile(async () => {
      expect(codesOf(await moveByHand(CANARY, OLD))).toEqual([]);
    });
    expect([run.exitCode, run.outputs.verdict]).toEqual([0, 'superseded']);
    await canaries.expectLive(LIVE);
    expect((await stored(lab.sandbox, `${ID}@${CANARY}`))?.bytes.toString()).toBe(`${ID} ${OLD}`);
    expect(await shareKey()).toBe('0');
    await expectSoundLedger(lab.repository);
  });

  test('a canary tag that is deleted ends it for users with the next run', async () => {
    const { lab } = canaries;
    await canaries.configure({ key: KEY });
    const run = await promoteWhile(async () => {
      await fetchTags(lab.repository);
      await lab.repository.deleteTag(`components/${ID}/${CANARY}`);
    });
    expect([run.exitCode, run.outputs.verdict]).toEqual([0, 'superseded']);
    await lab.done('deploy');
    expect(await lab.entry()).toMatchObject({ version: LIVE });
    const { canary, share } = await canaries.inKv();
    expect({ canary, share }).toEqual({});
    expect(await shareKey()).toBe('0');
    await expectSoundLedger(lab.repository);
  });
});

test('what was verified before the first step need not stay where it was verified', async () => {
  const { lab } = canaries;
  const probes = [{ url: `${lab.sandbox.metricsUrl}/smoke`, attempts: 1 }];
  await canaries.configure({}, {}, { verify: { environment: 'preview', probes } });
  lab.sandbox.traffic.answer('/smoke', () => ({ body: 'ok' }));
  await lab.done('promote', { environment: 'preview', version: NEXT });
  const run = await promoteWhile(async () => {
    await lab.done('promote', { environment: 'preview', version: LIVE });
  });
  expect([codesOf(run), run.outputs.verdict]).toEqual([[], 'healthy']);
  await canaries.expectLive(NEXT);
});

describe('a canary that was left at 10 %', () => {
  test('goes on above it where the list of steps has changed', async () => {
    const { lab } = canaries;
    await leaveAtTen();
    await canaries.configure({ key: KEY, steps: [5, 20, 40] });
    const tip = await lab.ledgerTip();
    allHealthy();
    const run = await canaries.promote();
    expect([codesOf(run), run.outputs.verdict]).toEqual([[], 'healthy']);
    expect((await lab.told(tip)).filter((line) => line.startsWith('Give'))).toEqual(
      [20, 40].map((share) => `Give ${ID} ${NEXT} to ${share} % in production`),
    );
    await canaries.expectLive(NEXT);
    expect(await shareKey()).toBe('0');
  });

  test('is cut to the highest step of a list that ends below it, by the next run', async () => {
    await leaveAtTen();
    await canaries.configure({ key: KEY, steps: [2, 5] });
    await deployTag(canaries.lab.sandbox, canaries.lab.repository, `components/${ID}/production`);
    expect((await canaries.inKv()).share).toBe(5);
    expect(await shareKey()).toBe('5');
  });

  test('ends as long as nobody watches it when `canary` is taken out of the configuration', async () => {
    const { lab } = canaries;
    await leaveAtTen();
    await lab.configure({});
    await lab.done('reconcile', { components: null, environment: null, heal: 'true' });
    const { canary, share } = await canaries.inKv();
    expect({ canary, share }).toEqual({});
  });

  test('that somebody ended is not begun again by a track, until a person or another version asks for it', async () => {
    const { lab } = canaries;
    await leaveAtTen();
    await canaries.configure({ key: KEY }, {}, { track: '^1.0.0' });
    allHealthy();
    await lab.done('rollback', { percentage: '0' });
    const whole = { components: null, environment: null, heal: 'true' };
    const run = await lab.done('reconcile', whole);
    expect(noticesOf(run).join()).toContain(`does not put \`${ID}\` ${NEXT} there yet: It was brought back`);
    await canaries.expectShare(0);
    expect(await lab.entry()).toMatchObject({ version: LIVE });
    await publish(lab.repository, ID, BEYOND);
    await lab.done('reconcile', whole);
    await canaries.expectLive(BEYOND);
    await expectSoundLedger(lab.repository);
  });

  test('is lowered once: the same percentage again changes nothing, and 0 may be asked for again', async () => {
    const { lab } = canaries;
    await leaveAtTen();
    await lab.done('rollback', { percentage: '5' });
    const tip = await lab.ledgerTip();
    const again = await lab.done('rollback', { percentage: '5' });
    expect(again.outputs.changed).toBe('false');
    expect(again.summary).toContain('It was at 5 % already.');
    expect(await lab.ledgerTip()).toBe(tip);
    await canaries.expectShare(5);
    await lab.done('rollback', { percentage: '0' });
    const ended = await lab.done('rollback', { percentage: '0' });
    expect(ended.outputs.changed).toBe('false');
    expect(ended.summary).toContain('No user gets it.');
    await canaries.expectShare(0);
    expect(codesOf(await lab.run('rollback', { percentage: '5' }))).toEqual(['canary-missing']);
    expect(await shareKey()).toBe('0');
  });
});
