import { describe, expect, test } from '@jest/globals';
import { TagshipError, TransientError } from '../../src/errors.ts';
import type { PushOutcome, Repository } from '../../src/ports/repository.ts';
import { type Disturbance, World } from '../support/world.ts';

const ID = 'prompts/extraction';
const TO_PRODUCTION = { patterns: [ID], environment: 'production', source: { version: 'v1.1.0' } };

type Push = Repository['push'];

/** A repository whose pushes go another way; counts them. */
function pushing(way: (push: Push, nth: number) => Push): Disturbance & { readonly pushes: () => number } {
  let pushes = 0;
  return {
    pushes: () => pushes,
    repository: (repository) => {
      const push: Push = async (...args) => {
        pushes += 1;
        return await way(repository.push.bind(repository), pushes)(...args);
      };
      return new Proxy(repository, {
        get: (target, name) => {
          const value: unknown = Reflect.get(target, name);
          return name === 'push' ? push : typeof value === 'function' ? value.bind(target) : value;
        },
      });
    },
  };
}

const ANSWERS: readonly [string, () => PushOutcome][] = [
  ['Internal Server Error', () => answer('Internal Server Error', 'Internal Server Error\nRequest ID 65EF:1EC4')],
  ['failure', () => answer('failure', 'fatal error in commit_refs')],
  [
    'a 500',
    () => {
      throw new TransientError(new TagshipError('git-unreachable', 'It answered 500: Internal Server Error.', 'Wait.'));
    },
  ],
];

function answer(reason: string, said: string): PushOutcome {
  return { landed: false, refused: [{ ref: 'refs/tagship/ledger', reason }], said };
}

function world(): World {
  return new World([ID]);
}

describe.each(ANSWERS)('a push that the server answers with %s', (_, say) => {
  test('for ever is told in its words after a few tries, and moved nothing', async () => {
    const here = world();
    const refs = new Map(here.repository.allRefs());
    const trouble = pushing(() => async () => say());
    await expect(here.promote(TO_PRODUCTION, trouble)).rejects.toMatchObject({
      code: 'git-unreachable',
      what: expect.stringMatching(/(?:Internal Server Error|fatal error in commit_refs).*It was tried 5 times/),
    });
    expect(trouble.pushes()).toBe(5);
    expect(here.repository.allRefs()).toEqual(refs);
  });

  test('twice lands then', async () => {
    const here = world();
    const report = await here.promote(
      TO_PRODUCTION,
      pushing((push, nth) => (nth <= 2 ? async () => say() : push)),
    );
    expect(report.verdict).toBeUndefined();
    expect(await here.differences()).toEqual([]);
    expect(here.running().get(`${ID}@production`)).toBe('v1.1.0');
  });

  test('although it landed is found to have landed, and is no move of somebody else', async () => {
    const here = world();
    const report = await here.promote(
      TO_PRODUCTION,
      pushing((push, nth) => async (...args) => {
        const outcome = await push(...args);
        return nth === 1 ? say() : outcome;
      }),
    );
    expect(report.verdict).toBeUndefined();
    expect(await here.differences()).toEqual([]);
    expect(here.running().get(`${ID}@production`)).toBe('v1.1.0');
  });

  test('and that lands while the run waits is found by the next look', async () => {
    const here = world();
    let carriedOut: (() => Promise<unknown>) | undefined;
    const trouble = pushing((push, nth) => async (...args) => {
      if (nth > 1) {
        return await push(...args);
      }
      carriedOut = () => push(...args);
      return say();
    });
    const slow: Disturbance = {
      repository: (repository) => {
        let looks = 0;
        const troubled = trouble.repository?.(repository) ?? repository;
        return new Proxy(troubled, {
          get: (target, name) => {
            const value: unknown = Reflect.get(target, name);
            if (name !== 'tips') {
              return value;
            }
            return async (names: readonly string[]) => {
              // The first look is the one right after the push.
              looks += carriedOut === undefined ? 0 : 1;
              if (looks === 2) {
                await carriedOut?.();
              }
              return await repository.tips(names);
            };
          },
        });
      },
    };
    const report = await here.promote(TO_PRODUCTION, slow);
    expect(report.verdict).toBeUndefined();
    expect(await here.differences()).toEqual([]);
    expect(here.running().get(`${ID}@production`)).toBe('v1.1.0');
  });

  test('while somebody else moves the tag is superseded all the same', async () => {
    const here = world();
    const report = await here.promote(
      TO_PRODUCTION,
      pushing(() => async () => {
        here.move(ID, 'production', 'v1.2.0');
        return say();
      }),
    );
    expect(report.verdict).toBe('superseded');
    expect(here.running().get(`${ID}@production`)).toBe('v1.2.0');
  });
});

test('a rule of the server is told at once', async () => {
  const here = world();
  const rule = pushing(() => async () => answer('pre-receive hook declined', 'No deployments on Fridays.'));
  await expect(here.promote(TO_PRODUCTION, rule)).rejects.toMatchObject({
    code: 'move-refused',
    what: expect.stringContaining('It says: No deployments on Fridays.'),
  });
  expect(rule.pushes()).toBe(1);
});

test('a server that asks to wait longer than there is time is told in its words', async () => {
  const here = world();
  const busy = pushing(() => async () => {
    throw new TransientError(new TagshipError('git-unreachable', 'It answered 429: slow down.', 'Wait.'), 50_000);
  });
  await expect(here.promote(TO_PRODUCTION, busy)).rejects.toMatchObject({ what: 'It answered 429: slow down.' });
  expect(busy.pushes()).toBe(2);
});
