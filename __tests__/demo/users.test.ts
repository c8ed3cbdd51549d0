import { expect, test } from '@jest/globals';
import type { KvBinding } from '../../demo/stage.ts';
import { askForAll, changesOf, expectShare, expectSticky, type Moment, usersOf } from '../../demo/users.ts';

const ID = 'prompts/extraction';
const TEXTS = { live: 'old', next: 'new' };

const checks = {
  expectText: (what: string, expected: string, got: string): void => {
    if (expected !== got) throw new Error(what);
  },
};

/** A namespace in which so many percent get the canary. */
function kvWith(share: number): KvBinding {
  const metadata = share === 0 ? {} : { canary: 'production-canary', share };
  return {
    getWithMetadata: async (key) =>
      key === `${ID}@production` ? { value: TEXTS.live, metadata } : { value: TEXTS.next, metadata: {} },
  };
}

const momentsAt = (...shares: number[]): Promise<Moment[]> =>
  Promise.all(shares.map((share) => askForAll(kvWith(share), ID)));

/** The same moment, where some users have another text. */
function changed(moment: Moment, users: Iterable<string>, text: string): Moment {
  return { ...moment, texts: new Map([...moment.texts, ...[...users].map((user) => [user, text] as const)]) };
}

test('the reader gives a canary to the users of its share, and always to the same', async () => {
  const moments = await momentsAt(0, 10, 10, 25, 0);
  for (const moment of moments) expectShare(checks, ID, moment, TEXTS);
  expectSticky(checks, moments, TEXTS);
  expect(changesOf(moments).map(({ share }) => share)).toEqual([0, 10, 25, 0]);
  expect(moments.map((moment) => usersOf(moment, TEXTS.next).size)).toEqual([0, 104, 104, 258, 0]);
});

test('a user outside the share, too few users in it, or any other answer is noticed', async () => {
  const [moment] = (await momentsAt(10)) as [Moment];
  const [outsider = ''] = usersOf(moment, TEXTS.live);
  const [insider = '', ...insiders] = usersOf(moment, TEXTS.next);
  const check = (users: Iterable<string>, text: string) => () =>
    expectShare(checks, ID, changed(moment, users, text), TEXTS);

  expect(check([outsider], TEXTS.next)).toThrow('outside of 10 %');
  expect(check([insider], 'undefined')).toThrow('one of both versions at 10 %');
  expect(check(insiders, TEXTS.live)).toThrow('The number of users in 10 %');
});

test('a user who loses the new version, or gets it late, is noticed', async () => {
  const [none, some, same, more] = (await momentsAt(0, 10, 10, 25)) as [Moment, Moment, Moment, Moment];
  const insider = [...usersOf(some, TEXTS.next)].slice(0, 1);
  const check =
    (...moments: Moment[]) =>
    () =>
      expectSticky(checks, [none, ...moments, none], TEXTS);

  expect(check(some, changed(more, insider, TEXTS.live))).toThrow('who lost it at 25 %');
  expect(check(changed(some, insider, TEXTS.live), same)).toThrow('who came at 10 %');
  expect(check(some, same, more)).not.toThrow();
});
