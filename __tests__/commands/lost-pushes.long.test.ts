import { expect, test } from '@jest/globals';
import type { Fault } from '../../sandbox/index.ts';
import { stored } from '../support/deploy.ts';
import { laboratory } from '../support/laboratory.ts';
import { dispatch, entryOf, subjects } from '../support/moves.ts';

const lab = laboratory('lost-pushes');
const ID = 'prompts/extraction';

/** What may happen to a push that is carried out, and to one that is not. */
const FAULTS: readonly [string, Fault][] = [
  ['is carried out, and its answer is lost', 'lost-answer'],
  ['is carried out, and its answer breaks off', 'reset-mid-body'],
  ['is carried out, and half of its answer looks whole', 'truncated'],
  ['is refused by the network', 'refuse'],
  ['is answered with a 500', { status: 500 }],
  ['is answered with a 429', { status: 429, headers: { 'retry-after': '1' } }],
  ['is answered with a web page', 'nonsense-html'],
];

const PUSHES = [
  ['the push of the move', 1],
  ['the push that says KV followed', 2],
] as const;

test.each(PUSHES.flatMap(([push, nth]) => FAULTS.map(([what, fault]) => [push, what, nth, fault] as const)))(
  'when %s %s, the move is made once and everything agrees',
  async (_push, _what, nth, fault) => {
    const { sandbox, repository } = lab;
    await repository.commit('one', { [`${ID}.md`]: 'one' });
    await repository.edgitTag(ID, 'v1.0.0');
    sandbox.faults.add({ when: { operation: 'git push', nth }, fault });
    const run = await dispatch(sandbox, repository, 'promote', {
      components: ID,
      environment: 'production',
      version: 'v1.0.0',
    });
    expect(run.annotations).toEqual([]);
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ version: 'v1.0.0', verdict: '', changed: 'true' });
    expect((await stored(sandbox, `${ID}@production`))?.bytes.toString()).toBe('one');
    expect(await subjects(repository)).toEqual([
      `Deploy ${ID} v1.0.0 to production`,
      `Deployed ${ID} v1.0.0 to production`,
    ]);
    const { tag, status } = await entryOf(repository, `production/components/${ID}`);
    const ref = await repository.git(['ls-remote', 'origin', `refs/tags/components/${ID}/production`]);
    expect([ref.split('\t')[0], status]).toEqual([tag, 'deployed']);
  },
);
