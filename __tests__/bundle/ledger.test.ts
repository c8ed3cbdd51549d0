import { describe, expect, test } from '@jest/globals';
import { deployTag, stored } from '../support/deploy.ts';
import { laboratory } from '../support/laboratory.ts';
import { dispatch, entryOf, ledgerGit, LEDGER, subjects } from '../support/moves.ts';

const lab = laboratory('ledger');
const ID = 'prompts/extraction';
const PRODUCTION = `components/${ID}/production`;
const ENTRY = `production/components/${ID}`;

async function versions(...names: string[]): Promise<void> {
  for (const version of names) {
    await lab.repository.commit(version, { [`${ID}.md`]: `${ID} ${version}` });
    await lab.repository.edgitTag(ID, version);
  }
}

async function inKv(key: string): Promise<string | undefined> {
  return (await stored(lab.sandbox, key))?.bytes.toString();
}

describe('promote, promote, roll back', () => {
  test('moves the tag as Edgit does, KV along with it, and leaves the record', async () => {
    await versions('v1.0.0', 'v1.1.0');
    const { sandbox, repository } = lab;
    const first = await dispatch(sandbox, repository, 'promote', {
      components: ID,
      environment: 'production',
      version: 'v1.0.0',
    });
    console.log(first.stdout, first.annotations, first.summary, first.outputs);
    expect(first.exitCode).toBe(0);
    expect(await inKv(`${ID}@production`)).toBe(`${ID} v1.0.0`);
    const second = await dispatch(sandbox, repository, 'promote', {
      components: ID,
      environment: 'production',
      version: 'v1.1.0',
      reason: 'better',
    });
    expect(second.exitCode).toBe(0);
    expect(await inKv(`${ID}@production`)).toBe(`${ID} v1.1.0`);
    const back = await dispatch(sandbox, repository, 'rollback', { components: ID, environment: 'production' });
    console.log(back.stdout, back.summary, back.outputs);
    expect(back.exitCode).toBe(0);
    expect(await inKv(`${ID}@production`)).toBe(`${ID} v1.0.0`);
    console.log(await subjects(repository), await entryOf(repository, ENTRY), await ledgerGit(repository, 'log', LEDGER), await ledgerGit(repository, 'ls-tree', '-r', LEDGER));
    console.log(await ledgerGit(repository, 'cat-file', '-p', `refs/tags/${PRODUCTION}`));
    const history = await dispatch(sandbox, repository, 'history');
    console.log(history.stdout, history.summary, history.outputs);
    console.log(sandbox.requests.map((r) => r.operation).join(' '));
    await repository.edgitSet(ID, 'staging', 'v1.1.0');
    const byHand = await deployTag(sandbox, repository, `components/${ID}/staging`);
    console.log(byHand.stdout);
    console.log(await subjects(repository));
  });
});
