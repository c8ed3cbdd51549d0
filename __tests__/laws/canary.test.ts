import { describe, expect, test } from '@jest/globals';
import { CANARY, CanaryWorld, COMPONENTS, failing, STEPS } from '../support/canary-world.ts';
import { Killed, killAt, repositoryAround } from '../support/disturb.ts';

/** A canary that was left at a share: its run was killed as it looked there. */
async function leftAt(share: number, policy = {}): Promise<CanaryWorld> {
  const one = await CanaryWorld.open(policy);
  await expect(
    one.promote('v1.1.0', {}, ['prompts/a'], async () => {
      if (one.shareInKv() === share) {
        throw new Killed();
      }
    }),
  ).rejects.toThrow(Killed);
  expect(await one.state()).toBe(`v1.0.0 v1.1.0 ${share}`);
  expect(await one.differences()).toEqual([]);
  one.seen.clear();
  return one;
}

describe('a canary on its way', () => {
  test('rises step by step, and ends live', async () => {
    const one = await CanaryWorld.open();
    const report = await one.promote('v1.1.0');
    expect(one.seen.get('prompts/a')).toEqual([0, ...STEPS, 0]);
    expect(await one.state()).toBe('v1.1.0 v1.1.0 0');
    expect(report).toMatchObject({ verdict: 'healthy', rolledBack: false, failures: [] });
    expect(report.rollouts).toMatchObject([
      { component: 'prompts/a', verdict: 'healthy', share: 0, steps: STEPS.map((share) => ({ share })) },
    ]);
    expect(await one.differences()).toEqual([]);
    expect(one.world.stored().get('prompts/a@latest')).toBe('prompts/a v1.1.0');
  });

  test('of two components at once rises for both in one push each, and one that is bad stops alone', async () => {
    const one = await CanaryWorld.open();
    let looks = 0;
    const report = await one.world.promote(
      { patterns: [...COMPONENTS], environment: 'production', source: { version: 'v1.1.0' } },
      one.watched({}),
      new Set(),
      async (_, { component, version }) => {
        looks += 1;
        const isBad = component.name === 'b' && version === 'v1.1.0' && one.shareInKv('prompts/b') === 25;
        return { queries: [], reading: { kind: 'counts', errors: isBad ? looks * 200 : 0, total: looks * 1000 } };
      },
    );
    expect(await one.state('prompts/a')).toBe('v1.1.0 v1.1.0 0');
    expect(await one.state('prompts/b')).toBe('v1.0.0 v1.0.0 0');
    expect(one.seen.get('prompts/a')).toEqual([0, ...STEPS, 0]);
    expect(one.seen.get('prompts/b')).toEqual([0, 10, 25, 0]);
    expect(report).toMatchObject({ verdict: 'breached', rolledBack: true });
    expect(report.failures.map(({ code }) => code)).toEqual(['rolled-back']);
    expect(await one.differences()).toEqual([]);
  });

  test('the first version of all goes live without one', async () => {
    const one = new CanaryWorld();
    const report = await one.promote('v1.0.0');
    expect(await one.state()).toBe('v1.0.0 none 0');
    expect(report.notices.map(({ message }) => message).join()).toContain('went live without a canary');
  });

  test('a dry run plans it and touches nothing', async () => {
    const one = await CanaryWorld.open();
    const before = one.world.repository.allRefs();
    const report = await one.promote('v1.1.0', {}, ['prompts/a'], undefined, new Set(), { dryRun: true });
    expect(report).toMatchObject({
      dryRun: true,
      verdict: undefined,
      rollouts: [{ planned: STEPS, steps: [], share: 0 }],
    });
    expect(report.moves).toMatchObject([{ environment: CANARY, version: 'v1.1.0' }]);
    expect(one.world.repository.allRefs()).toEqual(before);
    expect(one.seen.get('prompts/a')).toEqual([0]);
  });

  test('worse than what is live it goes back: nobody gets it, and it is chosen in neither any more', async () => {
    const one = await CanaryWorld.open({ canary: { key: 'percent' } });
    one.qualities.set('v1.1.0', 'bad');
    const report = await one.promote('v1.1.0');
    expect(await one.state()).toBe('v1.0.0 v1.0.0 0');
    expect(await one.entry(CANARY)).toMatchObject({ move: 'rollback', quarantined: ['v1.1.0'], share: 0 });
    expect(await one.entry('production')).toMatchObject({ version: 'v1.0.0', quarantined: ['v1.1.0'] });
    expect(report).toMatchObject({ verdict: 'breached', rolledBack: true });
    expect(one.world.stored().get('percent')).toBe('0');
    expect(await one.differences('percent')).toEqual([]);
    expect(await failing(() => one.promote('v1.1.0'))).toEqual(['version-quarantined']);
    one.qualities.clear();
    expect(await failing(() => one.promote('v1.1.0', {}, ['prompts/a'], undefined, new Set(['quarantine'])))).toEqual(
      [],
    );
    expect(await one.state()).toBe('v1.1.0 v1.1.0 0');
    expect(await one.entry('production')).toMatchObject({ quarantined: [] });
  });

  test.each([
    ['keep', 'v1.0.0 v1.1.0 10', 'inconclusive'],
    ['pass', 'v1.1.0 v1.1.0 0', 'healthy'],
    ['rollback', 'v1.0.0 v1.0.0 0', 'inconclusive'],
  ] as const)('without traffic a step ends by `on-no-data: %s`', async (policy, state, verdict) => {
    const one = await CanaryWorld.open({ gate: { 'on-no-data': policy } });
    one.qualities.set('v1.1.0', 'silent');
    const report = await one.promote('v1.1.0');
    expect(await one.state()).toBe(state);
    expect(report.verdict).toBe(verdict);
    expect(await one.differences()).toEqual([]);
  });

  test('with nothing of what is live to compare with it is not judged', async () => {
    const one = await CanaryWorld.open();
    one.qualities.set('v1.0.0', 'silent');
    expect((await one.promote('v1.1.0')).verdict).toBe('inconclusive');
    expect(await one.state()).toBe('v1.0.0 v1.1.0 10');
  });

  test('what stands in its way is found before anything moves', async () => {
    const bare = await CanaryWorld.open({
      gate: {
        metrics: [{ name: 'm', provider: 'http', url: 'https://m.example.com', errors: '$.e', total: '$.t', max: 0.1 }],
      },
    });
    const before = bare.world.repository.allRefs();
    expect(await failing(() => bare.promote('v1.1.0'))).toEqual(['metric-unusable']);
    expect(bare.world.repository.allRefs()).toEqual(before);
  });

  test('that cannot be taken back within its time is held in KV, and no later run gives it to anybody', async () => {
    const one = await CanaryWorld.open();
    one.qualities.set('v1.1.0', 'bad');
    let isRefusing = false;
    const disturbance = {
      repository: (port: Parameters<typeof repositoryAround>[0]) => ({
        ...repositoryAround(port, (effect) => effect()),
        push: async (...[updates, objects]: Parameters<typeof port.push>) => {
          if (isRefusing) {
            const refused = updates.map(({ ref }) => ({ ref, reason: 'protected by a rule' }));
            return { landed: false as const, refused, said: 'GH013: Repository rule violations found' };
          }
          return await port.push(updates, objects);
        },
      }),
    };
    const codes = await failing(() =>
      one.promote('v1.1.0', disturbance, ['prompts/a'], async () => {
        isRefusing = true;
      }),
    );
    expect(codes).toContain('tag-held');
    expect(one.shareInKv()).toBe(0);
    expect(one.world.stored().get(`prompts/a@${CANARY}`)).toBe('prompts/a v1.0.0');
    isRefusing = false;
    await one.world.run('prompts/a', 'production', one.watched({}));
    expect(one.shareInKv()).toBe(0);
    expect(await one.entry(CANARY)).toMatchObject({ status: 'held', share: 0 });
    expect(await one.differences()).toEqual([]);
  });
});

describe('a canary that was left at a share', () => {
  test.each([
    [
      'the same version goes on from there',
      async (one: CanaryWorld) => one.promote('v1.1.0'),
      'v1.1.0 v1.1.0 0',
      [25, 50, 0],
    ],
    [
      'another version ends it first',
      async (one: CanaryWorld) => one.promote('v1.2.0'),
      'v1.2.0 v1.2.0 0',
      [25, 0, 10, 25, 50, 0],
    ],
    ['what is live ends it', async (one: CanaryWorld) => one.promote('v1.0.0'), 'v1.0.0 v1.1.0 0', [25, 0]],
    ['a lower percentage gives it to fewer', async (one: CanaryWorld) => one.percentage(5), 'v1.0.0 v1.1.0 5', [25, 5]],
    ['a percentage of 0 ends it', async (one: CanaryWorld) => one.percentage(0), 'v1.0.0 v1.1.0 0', [25, 0]],
    [
      'a rollback of the canary ends it',
      async (one: CanaryWorld) => {
        one.world.move('prompts/a', CANARY, 'v1.0.0');
        return one.world.run('prompts/a', CANARY, one.watched({}));
      },
      'v1.0.0 v1.0.0 0',
      [25, 0],
    ],
    [
      'its tag that was deleted ends it',
      async (one: CanaryWorld) => {
        one.world.remove('prompts/a', CANARY);
        return one.world.run('prompts/a', CANARY, one.watched({}));
      },
      'v1.0.0 none 0',
      [25, 0],
    ],
    [
      'a hand move of the live tag ends it',
      async (one: CanaryWorld) => {
        one.world.move('prompts/a', 'production', 'v1.2.0');
        return one.world.run('prompts/a', 'production', one.watched({}));
      },
      'v1.2.0 v1.1.0 0',
      [25, 0],
    ],
    [
      'a deploy of what is live leaves it',
      async (one: CanaryWorld) => one.world.run('prompts/a', 'production', one.watched({})),
      'v1.0.0 v1.1.0 25',
      [25],
    ],
    [
      'a promotion of another component leaves it',
      async (one: CanaryWorld) => one.promote('v1.2.0', {}, ['prompts/b']),
      'v1.0.0 v1.1.0 25',
      [25],
    ],
    [
      'a list of steps that changed goes on above it',
      async (one: CanaryWorld) => {
        one.configure({ canary: { steps: [20, 40] } });
        return one.promote('v1.1.0');
      },
      'v1.1.0 v1.1.0 0',
      [25, 40, 0],
    ],
  ] as const)('%s', async (_, act, state, seen) => {
    const one = await leftAt(25);
    const report = await act(one);
    expect(report.failures).toEqual([]);
    expect(await one.state()).toBe(state);
    expect(one.seen.get('prompts/a')).toEqual(seen);
    expect(await one.differences()).toEqual([]);
  });

  test('a rollback of what is live ends it', async () => {
    const one = await CanaryWorld.open();
    await one.promote('v1.1.0');
    await expect(
      one.promote('v1.2.0', {}, ['prompts/a'], async () => {
        if (one.shareInKv() === 25) {
          throw new Killed();
        }
      }),
    ).rejects.toThrow(Killed);
    one.seen.clear();
    await one.rollback();
    expect(await one.state()).toBe('v1.0.0 v1.2.0 0');
    expect(one.seen.get('prompts/a')).toEqual([25, 0]);
    expect(await one.entry(CANARY)).toMatchObject({ share: 0, status: 'deployed' });
    expect(await one.differences()).toEqual([]);
  });

  test('a percentage only goes down, and the same one again changes nothing', async () => {
    const one = await leftAt(25);
    expect(await failing(() => one.percentage(30))).toEqual(['input-invalid']);
    const before = one.world.repository.allRefs();
    expect(await one.percentage(25)).toMatchObject({ failures: [], changed: false, rollouts: [{ share: 25 }] });
    expect(one.world.repository.allRefs()).toEqual(before);
    await one.percentage(0);
    expect(await one.percentage(0)).toMatchObject({ failures: [], changed: false, rollouts: [{ share: 0 }] });
    expect(await failing(() => one.percentage(5))).toEqual(['canary-missing']);
    expect(await one.differences()).toEqual([]);
  });

  test('a list of lower steps gives it to no more than its highest at once', async () => {
    const one = await leftAt(50);
    one.configure({ canary: { steps: [5, 20] } });
    await one.world.run('prompts/a', 'production', one.watched({}));
    expect(one.shareInKv()).toBe(20);
    await one.promote('v1.1.0');
    expect(one.seen.get('prompts/a')).toEqual([50, 20, 0]);
    expect(await one.state()).toBe('v1.1.0 v1.1.0 0');
  });

  test('a configuration without the canary ends it with the next run', async () => {
    const one = await leftAt(25);
    one.world.repository.commit({ 'prompts/a.md': 'x', '.github/tagship.yml': '{}' });
    await one.world.reconcile();
    expect(one.shareInKv()).toBe(0);
  });

  test('reconcile leaves it while its step can still be watched, and ends it after that', async () => {
    const one = await leftAt(25);
    const early = await one.world.reconcile({}, one.watched({}));
    expect(early.notices.map(({ message }) => message).join()).not.toContain('no run watches it');
    expect(await one.state()).toBe('v1.0.0 v1.1.0 25');
    one.world.advance(3600);
    const report = await one.world.reconcile({ heal: false }, one.watched({}));
    expect(report.notices.map(({ message }) => message).join()).toContain('no run watches it any more');
    expect(await one.state()).toBe('v1.0.0 v1.1.0 25');
    await one.world.reconcile({}, one.watched({}));
    expect(await one.state()).toBe('v1.0.0 v1.1.0 0');
    expect(one.seen.get('prompts/a')).toEqual([25, 0]);
    expect(await one.entry(CANARY)).toMatchObject({ share: 0, status: 'deployed', quarantined: [] });
    expect(await one.differences()).toEqual([]);
  });

  test('reconcile only reports it with `on-stale: keep`', async () => {
    const one = await leftAt(25, { canary: { 'on-stale': 'keep' } });
    one.world.advance(3600);
    const report = await one.world.reconcile({}, one.watched({}));
    expect(report.notices.map(({ message }) => message).join()).toContain('no run watches it any more');
    expect(await one.state()).toBe('v1.0.0 v1.1.0 25');
    expect(await one.differences()).toEqual([]);
  });

  test('what somebody stored over it in KV is drift, and repaired', async () => {
    const one = await leftAt(25);
    const [entry] = [...one.world.kv.contents(one.namespace)].filter(([key]) => key === 'prompts/a@production');
    const { metadata, value } = entry?.[1] ?? { metadata: {}, value: new Uint8Array() };
    await one.world.kv.write(one.namespace, [
      { key: 'prompts/a@production', value, metadata: { ...(metadata as object), share: 90 } } as never,
    ]);
    one.world.advance(600);
    const report = await one.world.reconcile();
    expect(report.found.filter(({ finding }) => finding === 'stale').map(({ key }) => key)).toEqual([
      'prompts/a@production',
    ]);
    expect(one.shareInKv()).toBe(25);
  });
});

describe('meanwhile', () => {
  test.each([
    [
      'a hand move of the live tag',
      (one: CanaryWorld) => one.world.move('prompts/a', 'production', 'v1.2.0'),
      'v1.2.0 v1.1.0 0',
    ],
    [
      'a hand move of the canary',
      (one: CanaryWorld) => one.world.move('prompts/a', CANARY, 'v1.2.0'),
      'v1.0.0 v1.2.0 0',
    ],
    ['a deleted canary', (one: CanaryWorld) => one.world.remove('prompts/a', CANARY), 'v1.0.0 none 0'],
  ] as const)('%s supersedes the run, which touches nothing any more', async (_, act, state) => {
    const one = await CanaryWorld.open();
    let isDone = false;
    const report = await one.promote('v1.1.0', {}, ['prompts/a'], async () => {
      if (one.shareInKv() === 25 && !isDone) {
        isDone = true;
        act(one);
      }
    });
    expect(report).toMatchObject({ verdict: 'superseded', failures: [] });
    await one.world.reconcile();
    expect(await one.state()).toBe(state);
    expect(await one.differences()).toEqual([]);
  });

  test.each([
    ['a lowered percentage', async (one: CanaryWorld) => one.percentage(5), 'v1.0.0 v1.1.0 5'],
    ['a promotion of another version', async (one: CanaryWorld) => one.promote('v1.2.0'), 'v1.2.0 v1.2.0 0'],
    ['another run of the same promotion', async (one: CanaryWorld) => one.promote('v1.1.0'), 'v1.1.0 v1.1.0 0'],
  ] as const)('%s supersedes the run', async (_, act, state) => {
    const one = await CanaryWorld.open();
    let isDone = false;
    const report = await one.promote('v1.1.0', {}, ['prompts/a'], async () => {
      if (one.shareInKv() === 25 && !isDone) {
        isDone = true;
        await act(one).catch(() => undefined);
      }
    });
    expect(report.verdict).toBe('superseded');
    expect(await one.differences()).toEqual([]);
    expect(await one.state()).toBe(state);
  });

  test('a rollback of what is live supersedes the run', async () => {
    const one = await CanaryWorld.open();
    await one.promote('v1.1.0');
    let isDone = false;
    const report = await one.promote('v1.2.0', {}, ['prompts/a'], async () => {
      if (one.shareInKv() === 25 && !isDone) {
        isDone = true;
        await one.rollback();
      }
    });
    expect(report.verdict).toBe('superseded');
    expect(await one.state()).toBe('v1.0.0 v1.2.0 0');
    expect(await one.differences()).toEqual([]);
  });

  test('a key without placeholders serves one canary at a time, and is refused before anything moves', async () => {
    const one = await leftAt(25, { canary: { key: 'percent' } });
    expect(one.world.stored().get('percent')).toBe('25');
    const before = one.world.repository.allRefs();
    expect(await failing(() => one.promote('v1.1.0', {}, ['prompts/b']))).toEqual(['canary-taken']);
    expect(one.world.repository.allRefs()).toEqual(before);
    await one.promote('v1.1.0');
    expect(one.world.stored().get('percent')).toBe('0');
    expect(await failing(() => one.promote('v1.1.0', {}, ['prompts/b']))).toEqual([]);
    expect(await one.differences('percent')).toEqual([]);
  });

  test('a key for each component serves them all', async () => {
    const one = await leftAt(25, { canary: { key: 'percent/{name}' } });
    expect(await failing(() => one.promote('v1.1.0', {}, ['prompts/b']))).toEqual([]);
    expect([one.world.stored().get('percent/a'), one.world.stored().get('percent/b')]).toEqual(['25', '0']);
  });

  test('killed at any of its calls, the next promotion ends it, and percentages only rise until the end', async () => {
    const whole = killAt(Number.POSITIVE_INFINITY, 'before');
    const first = await CanaryWorld.open();
    await first.promote('v1.1.0', { repository: (port) => repositoryAround(port, whole.around) });
    const step = Math.max(1, Math.floor(whole.calls() / 12));
    for (let at = 1; at <= whole.calls(); at += step) {
      const one = await CanaryWorld.open();
      const kill = killAt(at, at % 2 === 0 ? 'before' : 'after');
      await one
        .promote('v1.1.0', { repository: (port) => repositoryAround(port, kill.around) })
        .catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
      await one.promote('v1.1.0');
      expect(await one.state()).toBe('v1.1.0 v1.1.0 0');
      expect(await one.differences()).toEqual([]);
      const seen = (one.seen.get('prompts/a') ?? []).filter((share) => share > 0);
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
    }
  });
});
