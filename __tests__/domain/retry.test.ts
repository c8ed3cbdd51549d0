import { describe, expect, test } from '@jest/globals';
import { TagshipError, TransientError } from '../../src/errors.ts';
import { MAX_ATTEMPTS, retry, retryDelay } from '../../src/ports/retry.ts';

const failure = new TagshipError('kv-unreachable', 'It broke.', 'Mend it.');

function fakeClock(): {
  now: () => number;
  random: () => number;
  sleep: (ms: number) => Promise<void>;
  slept: number[];
} {
  const slept: number[] = [];
  return {
    slept,
    now: () => 0,
    random: () => 0.5,
    sleep: async (ms) => {
      slept.push(ms);
    },
  };
}

describe('retry', () => {
  test('waits longer each time, at least as long as the server asked, and stops after five tries', async () => {
    const clock = fakeClock();
    let tries = 0;
    const work = retry(clock, async () => {
      tries += 1;
      throw new TransientError(failure, tries === 2 ? 7000 : undefined);
    });
    await expect(work).rejects.toThrow('tagship(kv-unreachable): It broke. It was tried 5 times. Mend it.');
    expect(tries).toBe(MAX_ATTEMPTS);
    expect(clock.slept).toEqual([625, 7000, 2500, 5000]);
  });

  test('does not repeat what is no passing fault', async () => {
    let tries = 0;
    await expect(
      retry(fakeClock(), async () => {
        tries += 1;
        throw failure;
      }),
    ).rejects.toBe(failure);
    expect(tries).toBe(1);
  });

  test('answers the first success', async () => {
    const answers = [new TransientError(failure), 'fine'];
    const answer = await retry(fakeClock(), async () => {
      const next = answers.shift();
      if (next instanceof Error) {
        throw next;
      }
      return next;
    });
    expect(answer).toBe('fine');
  });

  test('refuses to wait beyond a minute, and says how long was asked', () => {
    expect(() => retryDelay(new TransientError(failure, 61_000), 1, { random: () => 0 })).toThrow(/rate-limited.*61 s/);
    expect(retryDelay(new TransientError(failure, 60_000), 1, { random: () => 0 })).toBe(60_000);
  });
});
