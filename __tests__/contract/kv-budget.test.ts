import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CLOUDFLARE_BUDGET, RequestBudget } from '../../src/adapters/kv/rate-limiter.ts';
import { TagshipError } from '../../src/errors.ts';

/** Time that a test moves, and that passes for whoever sleeps; a timer may end a little early or late. */
class Time {
  at = 0;
  readonly slept: number[] = [];
  readonly #drift: () => number;

  constructor(drift: () => number = () => 0) {
    this.#drift = drift;
  }

  now(): number {
    return this.at;
  }

  async sleep(milliseconds: number): Promise<void> {
    this.slept.push(milliseconds);
    this.at += milliseconds + this.#drift();
  }
}

/** Three requests in ten seconds, and when those that are wanted at the given times went. */
async function timesOf(wanted: readonly number[]): Promise<{ went: number[]; told: number[] }> {
  const time = new Time();
  const told: number[] = [];
  const budget = new RequestBudget(time, { requests: 3, windowMs: 10_000, onWait: (wait) => told.push(wait) });
  const went: number[] = [];
  for (const at of wanted) {
    time.at = Math.max(time.at, at);
    await budget.take();
    went.push(time.at);
  }
  return { went, told };
}

describe('a budget of three requests in ten seconds', () => {
  test.each<[string, readonly number[], readonly number[], readonly number[]]>([
    ['lets the first go at once', [0, 0, 0], [0, 0, 0], []],
    ['lets the fourth wait for the first to be ten seconds old', [0, 0, 0, 0], [0, 0, 0, 10_000], [10_000]],
    ['counts from when each went', [0, 4000, 8000, 9000, 9000], [0, 4000, 8000, 10_000, 14_000], [1000, 4000]],
    ['waits no longer than it has to', [0, 1, 2, 9999], [0, 1, 2, 10_000], []],
    ['has room again where time has passed', [0, 0, 0, 10_000, 10_000], [0, 0, 0, 10_000, 10_000], []],
    ['never waits for those who come slowly', [0, 5000, 10_000, 15_000], [0, 5000, 10_000, 15_000], []],
    [
      'tells one wait for many that follow each other closely',
      [0, 100, 200, 200, 200, 200],
      [0, 100, 200, 10_000, 10_100, 10_200],
      [9800],
    ],
  ])('%s', async (_, wanted, went, told) => {
    expect(await timesOf(wanted)).toEqual({ went, told });
  });
});

test('those who come together go in their order', async () => {
  const time = new Time();
  const budget = new RequestBudget(time, { requests: 2, windowMs: 1000 });
  const went: [number, number][] = [];
  await Promise.all(
    [0, 1, 2, 3, 4].map(async (i) => {
      await budget.take();
      went.push([i, time.at]);
    }),
  );
  expect(went.map(([i]) => i)).toEqual([0, 1, 2, 3, 4]);
  // One sleeps for all behind it.
  expect(time.slept).toEqual([1000, 1000]);
});

test('a cancelled wait is heard by all who wait, and counts for nothing', async () => {
  const cancelled = new TagshipError('cancelled', 'The run was cancelled.', 'Run the job again.');
  let isCancelled = true;
  const time = new Time();
  const sleep = async (milliseconds: number): Promise<void> => {
    if (isCancelled) throw cancelled;
    await time.sleep(milliseconds);
  };
  const budget = new RequestBudget({ now: () => time.at, sleep }, { requests: 1, windowMs: 1000 });
  const settled = await Promise.allSettled([budget.take(), budget.take(), budget.take()]);
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(settled[1]).toMatchObject({ reason: cancelled });
  isCancelled = false;
  await budget.take();
  expect(time.at).toBe(1000);
});

test('a clock that is set back stops nobody', async () => {
  const time = new Time();
  time.at = 3_600_000;
  const budget = new RequestBudget(time, { requests: 2, windowMs: 1000 });
  await budget.take();
  await budget.take();
  time.at = 0;
  for (let i = 0; i < 6; i++) {
    await budget.take();
  }
  expect(time.at).toBeLessThanOrEqual(3000);
});

test('what a run takes leaves others with the same token a share', () => {
  expect(CLOUDFLARE_BUDGET.windowMs).toBe(300_000);
  expect(CLOUDFLARE_BUDGET.requests).toBeGreaterThanOrEqual(900);
  expect(CLOUDFLARE_BUDGET.requests).toBeLessThanOrEqual(1100);
});

test('law: no window has more requests than it may, and none waits while there is room', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 2000 }),
      fc.array(fc.nat(900), { minLength: 1, maxLength: 60 }),
      fc.array(fc.nat(50), { minLength: 1, maxLength: 5 }),
      async (requests, windowMs, gaps, late) => {
        let sleeps = 0;
        const time = new Time(() => late[sleeps++ % late.length] ?? 0);
        const budget = new RequestBudget(time, { requests, windowMs });
        const went: number[] = [];
        for (const gap of gaps) {
          time.at += gap;
          const before = time.at;
          const slept = time.slept.length;
          await budget.take();
          const inWindow = went.filter((at) => at > before - windowMs);
          // It waits if and only if the window is full, and then exactly until its oldest has left.
          const [oldest = 0] = inWindow.slice(-requests);
          const needed = inWindow.length >= requests ? [oldest + windowMs - before] : [];
          expect(time.slept.slice(slept)).toEqual(needed);
          went.push(time.at);
        }
        for (const [i, at] of went.entries()) {
          expect(went.slice(i).filter((other) => other < at + windowMs).length).toBeLessThanOrEqual(requests);
        }
      },
    ),
  );
});

test('law: timers that end early do not add up', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 40 }), async (requests, count) => {
      const time = new Time(() => -1);
      const budget = new RequestBudget(time, { requests, windowMs: 1000 });
      for (let i = 0; i < count; i++) await budget.take();
      const fullWindows = Math.ceil(count / requests) - 1;
      expect(time.at).toBe(fullWindows === 0 ? 0 : fullWindows * 1000 - 1);
    }),
  );
});
