import { describe, expect, test } from '@jest/globals';
import { explore, narrate, type Step } from './explore.ts';

/** A counter that may be raised by one or by three, up to ten. */
const steps = (n: number): Step<number>[] =>
  [1, 3].filter((by) => n + by <= 10).map((by): Step<number> => [`add ${by}`, n + by]);

describe('the search', () => {
  test('looks at every state that can be reached, once', () => {
    const seen: number[] = [];
    const wrong = (n: number): undefined => {
      seen.push(n);
    };
    expect(explore({ initial: 0, steps, wrong, limit: 100 })).toEqual({ states: 11, complete: true });
    expect(seen.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('finds a shortest way to a wrong state, and tells it', () => {
    const { complete, counterexample } = explore({
      initial: 0,
      steps,
      wrong: (n) => (n === 7 ? 'it is seven' : undefined),
      limit: 100,
    });
    expect(complete).toBe(false);
    expect(counterexample?.steps.toSorted()).toEqual(['add 1', 'add 3', 'add 3']);
    expect(narrate({ wrong: 'it is one', steps: ['add 1'] })).toBe('  1. add 1\n  => it is one');
  });

  test('says when it gave up', () => {
    expect(explore({ initial: 0, steps, wrong: () => undefined, limit: 5 }).complete).toBe(false);
  });
});
