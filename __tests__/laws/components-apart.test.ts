import { beforeEach, describe, expect, test } from '@jest/globals';
import type { RunReport } from '../../src/commands/report.ts';
import { toTagshipErrors } from '../../src/errors.ts';
import { blobObject, commitObject, treeObject } from '../../src/git/object.ts';
import type { TreeEntry } from '../../src/git/tree-listing.ts';
import { AUTHOR } from '../support/author.ts';
import { entriesIn, readChain } from '../support/chain.ts';
import { type Disturbance, VERSIONS, World, type WorldOptions } from '../support/world.ts';

const LEDGER = 'refs/tagship/ledger';
const NAMES = ['prompts/a', 'prompts/b', 'prompts/c', 'prompts/d'] as const;
const [A, B, C, D] = NAMES;

let world: World;

async function begun(options: WorldOptions = {}): Promise<World> {
  const made = new World(NAMES, options);
  for (const name of NAMES) {
    made.move(name, 'production', 'v1.0.0');
  }
  await made.deploy({ by: 'components', patterns: ['**'], environment: 'production' });
  made.advance(600);
  await made.reconcile();
  made.advance(600);
  return made;
}

beforeEach(async () => {
  world = await begun();
});

async function errorsOf(work: () => Promise<Pick<RunReport, 'failures'>>): Promise<string[]> {
  try {
    return (await work()).failures.map(({ message }) => message);
  } catch (error) {
    return toTagshipErrors(error).map(({ message }) => message);
  }
}

/** A commit without the files of a component, and without a version tag. */
function strayCommit(files: readonly TreeEntry[] = []): string {
  const { repository } = world;
  const tree = repository.put(treeObject(files));
  const person = { name: 'Ada', email: 'ada@example.com', time: world.now };
  return repository.put(commitObject({ tree, parents: [], author: person, committer: person, message: 'stray' }));
}

/** Puts something else in the place of a file of the ledger. */
async function spoil(path: string, text: string): Promise<void> {
  const { repository } = world;
  const edit = async (tree: string | undefined, [name = '', ...below]: readonly string[]): Promise<string> => {
    const object = tree === undefined ? undefined : await repository.read(tree);
    const entries = object?.type === 'tree' ? object.entries : [];
    const old = entries.find((one) => one.name === name);
    const oid = below.length === 0 ? repository.put(blobObject(text)) : await edit(old?.oid, below);
    const kind = below.length === 0 ? 'file' : 'folder';
    return repository.put(treeObject([...entries.filter((one) => one.name !== name), { kind, name, oid }]));
  };
  const tip = await repository.read(repository.allRefs().get(LEDGER) ?? '');
  if (tip?.type !== 'commit') {
    throw new Error('There is no ledger');
  }
  const person = { name: 'Mallory', email: 'mallory@example.com', time: world.now };
  const [, seq = ''] = /^Seq: (\d+)$/m.exec(tip.message) ?? [];
  const commit = commitObject({
    tree: await edit(tip.tree, path.split('/')),
    parents: [repository.allRefs().get(LEDGER) ?? ''],
    author: person,
    committer: person,
    message: tip.message.replace(`Seq: ${seq}`, `Seq: ${Number(seq) + 1}`),
  });
  repository.setRef(LEDGER, repository.put(commit));
}

const content = (name: string): string | undefined => world.stored().get(`${name}@production`);

describe('the trouble of one component is its own', () => {
  test('a deploy names everything that is wrong, and deploys the rest', async () => {
    for (const name of NAMES) {
      world.move(name, 'production', 'v1.1.0');
    }
    world.point(A, 'production', strayCommit());
    world.point(B, 'v1.1.0', strayCommit());
    const errors = await errorsOf(() =>
      world.deploy({ by: 'components', patterns: ['**'], environment: 'production' }),
    );
    expect(errors).toEqual([
      expect.stringMatching(/^tagship\(version-missing\): The tag `components\/prompts\/a\/production`/),
      expect.stringMatching(/^tagship\(version-moved\): .*components\/prompts\/b\//),
    ]);
    expect(NAMES.map(content)).toEqual([`${A} v1.0.0`, `${B} v1.0.0`, `${C} v1.1.0`, `${D} v1.1.0`]);
    const chain = await readChain(world.repository);
    const entries = await entriesIn(world.repository, chain.at(-1));
    expect(NAMES.map((name) => entries.get(`${name}@production`)?.version)).toEqual([
      'v1.0.0',
      'v1.0.0',
      'v1.1.0',
      'v1.1.0',
    ]);
  });

  test('a deploy of which nothing can be deployed names everything, and writes nothing', async () => {
    world.point(A, 'production', strayCommit());
    world.point(B, 'production', strayCommit());
    const before = world.stored();
    const errors = await errorsOf(() =>
      world.deploy({ by: 'components', patterns: [A, B], environment: 'production' }),
    );
    expect(errors.map((one) => /components\/prompts\/\w/.exec(one)?.[0])).toEqual([
      'components/prompts/a',
      'components/prompts/b',
    ]);
    expect(world.stored()).toEqual(before);
  });

  test('a promotion names everything that is wrong, and moves nothing', async () => {
    for (const name of [A, B]) {
      const commit = strayCommit();
      world.point(name, 'v2.0.0', commit);
    }
    world.point(C, 'v2.0.0', world.repository.objectOf(`components/${C}/v1.1.0`) ?? '');
    const refs = world.repository.allRefs();
    const request = { patterns: [A, B, C], environment: 'production', source: { version: 'v2.0.0' } };
    expect(await errorsOf(() => world.promote(request))).toEqual([
      expect.stringMatching(/^tagship\(content-missing\).*prompts\/a/),
      expect.stringMatching(/^tagship\(content-missing\).*prompts\/b/),
    ]);
    expect(world.repository.allRefs()).toEqual(refs);
  });

  test.each(['production/components/prompts/a.json', 'versions/components/prompts/a.json'])(
    'a file of the ledger that cannot be read: %s',
    async (path) => {
      world.advance(60);
      await spoil(path, '{"schema":1}');
      for (const name of [A, B, C]) {
        world.move(name, 'production', 'v1.1.0');
      }
      const broken = [expect.stringMatching(/^tagship\(ledger-broken\).*prompts\/a\.json/)];
      expect(await errorsOf(() => world.run(B, 'production'))).toEqual([]);
      expect(await errorsOf(() => world.run(A, 'production'))).toEqual(broken);
      expect(
        await errorsOf(() => world.deploy({ by: 'components', patterns: [A, C], environment: 'production' })),
      ).toEqual(broken);
      expect([B, C].map(content)).toEqual([`${B} v1.1.0`, `${C} v1.1.0`]);
      world.move(D, 'production', 'v1.1.0');
      expect(await errorsOf(() => world.reconcile())).toEqual(broken);
      expect(content(D)).toBe(`${D} v1.1.0`);
      const target = { patterns: [B], environment: 'production', target: 'previous' } as const;
      expect(await errorsOf(() => world.rollback(target))).toEqual([]);
      expect(content(B)).toBe(`${B} v1.0.0`);
    },
  );
});

describe('reconcile', () => {
  test('names a version tag that moved, also one that keeps no key', async () => {
    world = await begun({ config: { retention: 1 } });
    for (const version of VERSIONS) {
      world.move(A, 'production', version);
      await world.run(A, 'production');
      world.advance(600);
    }
    await world.reconcile({ prune: true });
    world.point(B, 'v1.1.0', world.repository.peel(world.repository.objectOf(`components/${B}/v1.2.0`) ?? ''));
    world.advance(600);
    for (const heal of [true, false]) {
      expect(await errorsOf(() => world.reconcile({ heal }))).toEqual([
        expect.stringMatching(/^tagship\(version-moved\): The tag `components\/prompts\/b\/v1\.1\.0` points at commit/),
      ]);
    }
  });

  test('does not write the index again and again while a tag stands for no version', async () => {
    world.point(A, 'staging', strayCommit());
    await errorsOf(() => world.reconcile());
    const writes: string[][] = [];
    const counting: Disturbance = {
      kv: (kv) => ({
        namespaces: () => kv.namespaces(),
        read: (namespace, keys) => kv.read(namespace, keys),
        page: (namespace, cursor) => kv.page(namespace, cursor),
        values: (namespace, keys) => kv.values(namespace, keys),
        exactValues: (namespace, keys) => kv.exactValues(namespace, keys),
        remove: (namespace, keys) => kv.remove(namespace, keys),
        write: async (namespace, pairs) => {
          writes.push(pairs.map(({ key }) => key));
          return await kv.write(namespace, pairs);
        },
      }),
    };
    for (let i = 0; i < 3; i++) {
      world.advance(600);
      const errors: string[] = [];
      try {
        errors.push(...(await world.reconcile({}, counting)).failures.map(({ code }) => code));
      } catch (error) {
        errors.push(...toTagshipErrors(error).map(({ code }) => code));
      }
      expect(errors).toEqual(['version-missing']);
    }
    expect(writes).toEqual([]);
  });
});

test('a version rolled back where it has to be first is not promoted', async () => {
  world = await begun({ config: { environments: { production: { requires: 'staging' } } } });
  for (const version of ['v1.0.0', 'v1.1.0'] as const) {
    world.move(A, 'staging', version);
    await world.run(A, 'staging');
    world.advance(60);
  }
  await world.rollback({ patterns: [A], environment: 'staging', target: 'previous' });
  const promote = () => world.promote({ patterns: [A], environment: 'production', source: { version: 'v1.1.0' } });
  const refused = [expect.stringMatching(/requires-unmet.*v1\.1\.0 was rolled back and is quarantined in `staging`/)];
  expect(await errorsOf(promote)).toEqual(refused);
  // Also when the tag is gone.
  world.remove(A, 'staging');
  await world.run(A, 'staging');
  expect(await errorsOf(promote)).toEqual(refused);
});

describe('the first push of a repository', () => {
  const author = (run: string) => ({ author: { ...AUTHOR, actor: `pusher of ${run}`, run } });
  const pushed = (tag: string) => ({
    pushed: { tag, before: undefined, after: world.repository.objectOf(tag) },
    ...author(`https://github.com/acme/components/actions/runs/${tag.endsWith('production') ? 1 : 2}`),
  });
  const environmentTag = `components/${A}/production`;
  const versionTag = `components/${A}/v1.0.0`;

  test.each([
    ['of the version comes first', [versionTag, environmentTag]],
    ['of the environment comes first', [environmentTag, versionTag]],
  ])('is recorded as what it was when the run %s', async (_, order) => {
    world = new World([A, B]);
    world.move(A, 'production', 'v1.0.0');
    world.move(B, 'production', 'v1.0.0');
    for (const tag of order) {
      await world.run(A, tag.slice(tag.lastIndexOf('/') + 1), {}, pushed(tag));
      world.advance(10);
    }
    const chain = await readChain(world.repository);
    const entries = await entriesIn(world.repository, chain.at(-1));
    expect(entries.get(`${A}@production`)).toMatchObject({
      move: 'deploy',
      version: 'v1.0.0',
      status: 'deployed',
      previous: null,
      actor: 'pusher of https://github.com/acme/components/actions/runs/1',
      run: 'https://github.com/acme/components/actions/runs/1',
    });
    // Nobody knows who moved the other, and told again nothing is written.
    expect(entries.get(`${B}@production`)).toMatchObject({ move: 'seed', actor: null });
    await world.run(A, 'production', {}, pushed(environmentTag));
    expect(await readChain(world.repository)).toHaveLength(chain.length);
  });
});

test('the first version there ever was is healthy without a word on going back', async () => {
  const metrics = [{ name: 'p95', provider: 'http', url: 'https://metrics.example.com', max: 1 }];
  const gate = { 'initial-delay': '0s', interval: '1s', metrics };
  world = new World([A], { config: { environments: { production: { gate } } } });
  const watched = async (): Promise<string[]> => {
    const measure = async () => ({ kind: 'value', value: 0 }) as const;
    const { gates, failures, notices } = await world.guard({ components: [A], environment: 'production', measure });
    expect([gates[0]?.verdict, failures]).toEqual(['healthy', []]);
    return notices.map(({ message }) => message).filter((message) => message.includes('rolled back'));
  };
  world.move(A, 'production', 'v1.0.0');
  await world.run(A, 'production');
  expect(await watched()).toEqual([]);
});
