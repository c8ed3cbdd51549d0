import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PRODUCTION_NAMESPACE, type Repository, type Sandbox } from '../../sandbox/index.ts';
import { deployTag, indexOf, stored } from '../support/deploy.ts';
import { IS_LONG } from '../support/lane.ts';
import { dispatch } from '../support/moves.ts';
import { startSandbox } from '../support/sandbox.ts';

/** Components of a large repository, beside the one that is deployed; each has three tags. */
const OTHERS = IS_LONG ? 16_666 : 1_000;

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
  // What is asked at once arrives before anything is answered.
  sandbox.latency(150);
});

afterAll(async () => {
  await sandbox.close();
});

const PRODUCTION = 'components/prompts/extraction/production';

async function prepared(name: string): Promise<Repository> {
  await sandbox.kv.clear(PRODUCTION_NAMESPACE);
  const repository = await sandbox.createRepository(name);
  await repository.commit('one', { 'prompts/extraction.md': 'one', '.github/tagship.yml': 'latest: deployed\n' });
  await repository.edgitTag('prompts/extraction', 'v1.0.0');
  await repository.edgitSet('prompts/extraction', 'staging', 'v1.0.0');
  await repository.commit('two', { 'prompts/extraction.md': 'two' });
  await repository.edgitTag('prompts/extraction', 'v1.1.0');
  await repository.edgitSet('prompts/extraction', 'production', 'v1.1.0');
  sandbox.clearRequests();
  return repository;
}

/** The requests; those that are made at once in the order of their names. */
function operations(): string[] {
  const rows = sandbox.requests.map(({ row, operation }) => `${row} ${operation}`);
  return rows.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1));
}

/** The first deploy of a repository, which begins its ledger. */
const first = [
  // The ledger and the tags of the component.
  '1 git ls-refs',
  // The folders of the commits, and what KV holds, while all tags are listed.
  '2 git fetch',
  '2 git ls-refs',
  '2 kv bulk get',
  // The contents.
  '3 git fetch',
  '4 kv bulk write',
  // The logic tags for the seed.
  '5 git ls-refs',
  '6 git push',
  // The last look, after that was recorded.
  '7 git ls-refs',
];

/** Every later one. */
const later = [
  '1 git ls-refs',
  // The ledger's folders as well.
  '2 git fetch',
  '2 git fetch',
  '2 git ls-refs',
  '2 kv bulk get',
  // The contents, and what the ledger says.
  '3 git fetch',
  '4 kv bulk write',
  '5 git push',
  '6 git ls-refs',
];

describe('the requests of one deploy', () => {
  test('are seven in a row where it begins the ledger, and the fourth writes KV', async () => {
    const repository = await prepared('acme/small');
    const run = await deployTag(sandbox, repository, PRODUCTION);
    expect(run.exitCode).toBe(0);
    expect(operations()).toEqual(first);
    expect(sandbox.requests.filter(({ service }) => service === 'github')).toEqual([]);
  });

  test('are six in a row afterwards, and the fourth writes KV, also when another environment runs a higher version', async () => {
    const repository = await prepared('acme/latest');
    await deployTag(sandbox, repository, PRODUCTION);
    await repository.edgitSet('prompts/extraction', 'staging', 'v1.1.0');
    await repository.edgitSet('prompts/extraction', 'production', 'v1.0.0');
    sandbox.clearRequests();
    const run = await deployTag(sandbox, repository, PRODUCTION);
    expect(run.exitCode).toBe(0);
    expect(operations()).toEqual(later);
    expect((await stored(sandbox, 'prompts/extraction@latest'))?.bytes.toString()).toBe('one');
  });

  test('are the same for a file in any folder that Edgit gave the name', async () => {
    await sandbox.kv.clear(PRODUCTION_NAMESPACE);
    const repository = await sandbox.createRepository('acme/edgit');
    await repository.commit('one', { 'scripts/deep/er/export.ts': 'anywhere' });
    await repository.edgitTag('scripts/export-script', 'v1.0.0');
    await repository.edgitSet('scripts/export-script', 'production', 'v1.0.0');
    sandbox.clearRequests();
    const run = await deployTag(sandbox, repository, 'components/scripts/export-script/production');
    expect(run.exitCode).toBe(0);
    expect(operations()).toEqual(first);
    expect((await stored(sandbox, 'scripts/export-script@production'))?.bytes.toString()).toBe('anywhere');
  });

  test('are the same for a component with many environments, whichever of them is deployed', async () => {
    const repository = await prepared('acme/environments');
    for (let i = 0; i < 12; i++) {
      await repository.edgitSet('prompts/extraction', `preview-${i}`, 'v1.1.0');
    }
    await repository.edgitSet('prompts/extraction', 'production', 'v1.0.0');
    sandbox.clearRequests();
    const run = await deployTag(sandbox, repository, PRODUCTION);
    expect(run.outputs.version).toBe('v1.0.0');
    expect(operations()).toEqual(first);
  });

  test(`are the same in a repository with ${3 * OTHERS} tags and a large tree, of which next to nothing is downloaded`, async () => {
    const repository = await prepared('acme/large');
    await grow(repository);
    sandbox.clearRequests();
    await deployTag(sandbox, repository, PRODUCTION);
    await repository.edgitSet('prompts/extraction', 'staging', 'v1.1.0');
    await repository.edgitSet('prompts/extraction', 'production', 'v1.1.0');
    sandbox.clearRequests();
    const run = await deployTag(sandbox, repository, PRODUCTION);
    expect(run.exitCode).toBe(0);
    // The folders of a large ledger come one level at a time.
    const without = (names: readonly string[]) => names.filter((name) => name !== 'git fetch');
    expect(without(operations())).toEqual(without(later));
    expect(operations().filter((name) => name === 'git fetch').length).toBeLessThanOrEqual(9);
    const index = (await indexOf(sandbox)) as Record<string, Record<string, string>>;
    expect(Object.keys(index)).toHaveLength(OTHERS + 1);
    expect(index['prompts/extraction']).toEqual({ production: 'v1.1.0', staging: 'v1.1.0' });
    expect(index['schemas/bulk-7']).toEqual({ production: 'v1.0.0' });
    const fetched = sandbox.requests.filter(({ operation }) => operation === 'git fetch');
    const bytes = fetched.reduce((sum, { responseBytes }) => sum + responseBytes, 0);
    // Files of 4 KiB in 50 folders: folders come, also those of the ledger, other files' contents do not.
    expect(bytes).toBeLessThan(IS_LONG ? 8_000_000 : 400_000);
  }, 180_000);
});

describe('the requests of a move', () => {
  /** How many requests stand in a row, by the service, and which of them writes KV. */
  const rows = (): { git: number; kv: number; all: number } => {
    const last = (name: string): number =>
      Math.max(0, ...sandbox.requests.filter(({ operation }) => operation.startsWith(name)).map(({ row }) => row));
    return { git: last('git'), kv: last('kv bulk write'), all: Math.max(...sandbox.requests.map(({ row }) => row)) };
  };

  test.each(['acme/moves', 'acme/many-moves'])(
    'are seven in a row in %s, and two more for the issue of a rollback',
    async (name) => {
      const repository = await prepared(name);
      if (name === 'acme/many-moves') {
        await grow(repository);
      }
      await deployTag(sandbox, repository, PRODUCTION);
      sandbox.clearRequests();
      const inputs = { components: 'prompts/extraction', environment: 'production' };
      const promoted = await dispatch(sandbox, repository, 'promote', { ...inputs, version: 'v1.0.0' });
      expect([promoted.exitCode, promoted.outputs.version]).toEqual([0, 'v1.0.0']);
      expect(rows()).toMatchObject({ kv: 5, all: 7 });
      sandbox.clearRequests();
      const back = await dispatch(sandbox, repository, 'rollback', { ...inputs, version: 'previous' });
      expect([back.exitCode, back.outputs.version]).toEqual([0, 'v1.1.0']);
      expect(rows()).toMatchObject({ kv: 5, git: 7 });
      expect(rows().all).toBe(9);
    },
    180_000,
  );
});

/** Many components with two versions and an annotated production tag that wraps the first, and many files. */
async function grow(repository: Repository): Promise<void> {
  const files: Record<string, string> = {};
  for (let i = 0; i < (IS_LONG ? 5000 : 500); i++) {
    files[`data/${i % 50}/${i}.txt`] = `${i}\n`.repeat(700);
  }
  const commit = await repository.commit('large', files);
  await repository.commit('larger', { 'data/more.txt': 'more' });
  const other = await repository.commitOf('HEAD');
  const lines: string[] = [];
  let mark = 0;
  const tag = (name: string, from: string): string => {
    mark += 1;
    lines.push(
      `tag ${name}`,
      `mark :${mark}`,
      `from ${from}`,
      'tagger T <t@example.com> 1777629600 +0000',
      'data 1',
      't',
    );
    return `:${mark}`;
  };
  for (let i = 0; i < OTHERS; i++) {
    const first = tag(`components/schemas/bulk-${i}/v1.0.0`, commit);
    tag(`components/schemas/bulk-${i}/v1.1.0`, other);
    tag(`components/schemas/bulk-${i}/production`, first);
  }
  await repository.git(['--git-dir', repository.bare, 'fast-import', '--quiet'], { input: `${lines.join('\n')}\n` });
  await repository.git(['--git-dir', repository.bare, 'pack-refs', '--all']);
}
