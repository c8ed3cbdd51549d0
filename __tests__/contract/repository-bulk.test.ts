import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Repository as Origin, Sandbox } from '../../sandbox/index.ts';
import { GitRepository } from '../../src/adapters/git/git-repository.ts';
import { componentId } from '../../src/domain/component.ts';
import type { Entry } from '../../src/domain/ledger/entry.ts';
import { HOLDS_FILE } from '../../src/domain/ledger/layout.ts';
import { ContentReader, type Place } from '../../src/engine/content.ts';
import { LedgerSnapshot } from '../../src/engine/ledger/snapshot.ts';
import { lookUp } from '../../src/engine/tree.ts';
import type { GitObject, Repository } from '../../src/ports/repository.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { FakeRepository } from '../support/fakes/repository.ts';
import { client } from '../support/http.ts';
import { startSandbox } from '../support/sandbox.ts';

const REGISTRY = '.edgit/components.json';

let sandbox: Sandbox;
let temporary: string;
let origin: Origin;
let opened: GitRepository[] = [];
let number = 0;

beforeAll(async () => {
  sandbox = await startSandbox();
  temporary = await mkdtemp(path.join(tmpdir(), 'bulk-'));
});

afterAll(async () => {
  await rm(temporary, { recursive: true, force: true });
  await sandbox.close();
});

beforeEach(async () => {
  number += 1;
  origin = await sandbox.createRepository(`acme/bulk-${number}`);
});

afterEach(async () => {
  await Promise.all(opened.map((one) => one.close()));
  opened = [];
});

async function open(): Promise<GitRepository> {
  const one = await GitRepository.open({
    url: origin.url,
    token: sandbox.githubToken,
    temporary,
    environment: process.env,
    clock: new FakeClock(),
    http: client(),
    signal: new AbortController().signal,
  });
  opened.push(one);
  return one;
}

/** How many fetches something takes. */
async function fetches(work: () => Promise<unknown>): Promise<number> {
  const before = sandbox.requests.length;
  await work();
  return sandbox.requests.slice(before).filter(({ operation }) => operation === 'git fetch').length;
}

function place(id: string, commit: string): Place {
  const [type = '', ...name] = id.split('/');
  return { component: { prefix: 'components', type, name: name.join('/') }, commit };
}

/** Where a content is, or the words of the error that says why it is nowhere. */
async function told(
  reader: ContentReader,
  { component, commit }: Place,
  templates: readonly string[],
): Promise<string> {
  try {
    const { path: found, blob } = await reader.locate(component, commit, templates);
    return `${found} ${blob}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function blobAt(repository: Repository, commit: string, file: string): Promise<string> {
  const found = await lookUp(repository, commit, file);
  return found.kind === 'file' ? found.oid : '';
}

function textOf(object: GitObject | undefined): string | undefined {
  return object?.type === 'blob' ? Buffer.from(object.bytes ?? []).toString() : undefined;
}

describe('finding many components at once', () => {
  const components = (count: number): string[] => Array.from({ length: count }, (_, i) => `prompts/name-${i}`);

  async function commitOf(count: number): Promise<string> {
    const files = components(count).map((id, i) => [i % 3 === 0 ? `${id}/index.md` : `${id}.md`, `${id} of ${count}`]);
    return await origin.commit('components', Object.fromEntries(files));
  }

  test('takes one request a level however many components there are, and then none for any of them', async () => {
    const counts = new Set<number>();
    for (const count of [3, 60]) {
      const commits = [await commitOf(count), await origin.commit('more', { 'prompts/other.md': String(count) })];
      const places = commits.flatMap((commit) => components(count).map((id) => place(id, commit)));
      const reader = new ContentReader(await open());
      // The commits, their roots, the folders of the type, and those of the components.
      counts.add(await fetches(() => reader.prepare(places, [])));
      const silent = await fetches(async () => {
        for (const one of places) {
          const { path: found } = await reader.locate(one.component, one.commit, []);
          expect(found).toMatch(new RegExp(`^${componentId(one.component)}(?:/index)?\\.md$`));
        }
      });
      expect(silent).toBe(0);
      // An error names files that are called alike, in whatever folder they are.
      const [commit = ''] = commits;
      const lost = reader.locate(place('prompts/nowhere', commit).component, commit, []);
      expect(await fetches(() => expect(lost).rejects.toThrow(/No file of/))).toBeLessThanOrEqual(1);
    }
    expect([...counts]).toEqual([4]);
  });

  test('finds what registries name elsewhere, and asks for nothing of it later', async () => {
    const registry = (folder: string): string =>
      JSON.stringify({ components: { one: { path: `${folder}/deep/er/one.txt`, type: 'prompt' } } });
    const places: Place[] = [];
    for (const folder of ['lib', 'src']) {
      const commit = await origin.commit('one', {
        [REGISTRY]: registry(folder),
        [`${folder}/deep/er/one.txt`]: 'yes',
        'prompts/one.md': 'no',
        'prompts/two.md': 'yes',
      });
      places.push(place('prompts/one', commit), place('prompts/two', commit));
    }
    const reader = new ContentReader(await open());
    const asked = await fetches(() => reader.prepare(places, []));
    expect(asked).toBeLessThanOrEqual(7);
    const found: string[] = [];
    const silent = await fetches(async () => {
      for (const { component, commit } of places) {
        found.push((await reader.locate(component, commit, [])).path);
      }
    });
    expect(found).toEqual(['lib/deep/er/one.txt', 'prompts/two.md', 'src/deep/er/one.txt', 'prompts/two.md']);
    expect(silent).toBe(0);
  });

  test('brings no file and no folder near that nobody looks for', async () => {
    const commit = await origin.commit('one', {
      'prompts/one.md': 'one',
      'prompts/two/index.md': 'two',
      'hay/stack/needle.md': 'hay',
    });
    const repository = await open();
    await new ContentReader(repository).prepare([place('prompts/one', commit)], []);
    const asks = async (oid: string): Promise<number> => await fetches(() => repository.read(oid));
    const oidOf = (file: string): Promise<string> => origin.git(['rev-parse', `${commit}:${file}`]);
    expect(await asks(await oidOf('prompts'))).toBe(0);
    for (const file of ['prompts/one.md', 'prompts/two', 'hay']) {
      expect(await asks(await oidOf(file))).toBe(1);
    }
  });

  test('goes on where a commit is gone, where a tag is of a file, and where a registry cannot be read', async () => {
    const fine = await origin.commit('one', { 'prompts/one.md': 'one' });
    const broken = await origin.commit('two', { [REGISTRY]: '{', 'prompts/one.md': 'one' });
    const blob = await origin.git(['rev-parse', `${fine}:prompts/one.md`]);
    const reader = new ContentReader(await open());
    const places = [blob, '1'.repeat(40), broken, '2'.repeat(40), fine].map((commit) => place('prompts/one', commit));
    await reader.prepare(places, []);
    const texts: string[] = [];
    const silent = await fetches(async () => {
      for (const one of places) {
        texts.push(await told(reader, one, []));
      }
    });
    expect(silent).toBe(0);
    expect(texts.map((text) => /No file|cannot be read|^prompts\/one\.md/.exec(text)?.[0])).toEqual([
      'No file',
      'No file',
      'cannot be read',
      'No file',
      'prompts/one.md',
    ]);
  });

  test('forgets what it found with other templates', async () => {
    const commit = await origin.commit('one', { 'prompts/one.md': 'one', 'lib/one.txt': 'two' });
    const reader = new ContentReader(await open());
    const { component } = place('prompts/one', commit);
    for (const [templates, found] of [
      [[], 'prompts/one.md'],
      [['lib/{name}.{ext}'], 'lib/one.txt'],
    ] as const) {
      expect((await reader.locate(component, commit, templates)).path).toBe(found);
      await reader.prepare([{ component, commit }], templates);
      expect((await reader.locate(component, commit, templates)).path).toBe(found);
    }
    expect((await reader.locate(component, commit, [])).path).toBe('prompts/one.md');
  });

  test('finds in any repository what is found one by one', async () => {
    const name = fc.constantFrom('a', 'a-prompt', 'b', 'b.c', 'mail/a', 'index', 'a.b-prompt');
    const type = fc.constantFrom('prompts', 'queries', 'agents');
    const folder = fc.constantFrom('', 'components/', 'lib/', 'lib/a/');
    const file = fc
      .tuple(folder, type, name, fc.constantFrom('.md', '.x.md', '/index.md', '.prompt.md', '', '.md/y.md'))
      .map(([before, kind, middle, after]) => `${before}${kind}/${middle}${after}`);
    const entry = fc.tuple(name, file, fc.constantFrom('prompt', 'query', 'agent-definition'));
    const commit = fc.record({
      files: fc.uniqueArray(file, { minLength: 1, maxLength: 25 }),
      registry: fc.option(fc.array(entry, { maxLength: 4 }), { nil: undefined }),
    });
    const templates = fc.subarray(['lib/{type}/{name}.{ext}', 'lib/{name}/{type}/{name}.{ext}', '{type}/{name}']);
    await fc.assert(
      fc.asyncProperty(fc.array(commit, { minLength: 1, maxLength: 4 }), templates, async (commits, paths) => {
        const repository = new FakeRepository();
        const oids = commits.map(({ files, registry }) => {
          // A path below a file cannot be.
          const kept = files.filter((one) => !files.some((other) => other.startsWith(`${one}/`)));
          const named = registry?.map(([key, at, kind]) => [key, { path: at, type: kind }]);
          return repository.commit({
            ...Object.fromEntries(kept.map((one, i) => [one, `${one} ${i}`])),
            ...(named === undefined ? {} : { [REGISTRY]: JSON.stringify({ components: Object.fromEntries(named) }) }),
          });
        });
        const places = oids.flatMap((oid) =>
          ['prompts/a', 'prompts/a-prompt', 'queries/b.c', 'agents/mail/a', 'prompts/a.b-prompt'].map((id) =>
            place(id, oid),
          ),
        );
        const prepared = new ContentReader(repository);
        await prepared.prepare(places, paths);
        for (const one of places) {
          expect(await told(prepared, one, paths)).toBe(await told(new ContentReader(repository), one, paths));
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('reading many objects', () => {
  const names = Array.from({ length: 300 }, (_, i) => `file-${i}.txt`);
  const content = (file: string): string => `${file}\n`.repeat(1 + ((file.length * 7919) % 400));

  async function blobs(): Promise<string[]> {
    const commit = await origin.commit('files', Object.fromEntries(names.map((file) => [file, content(file)])));
    const listed = await origin.git(['ls-tree', commit]);
    const oids = new Map(listed.split('\n').map((line) => [line.split('\t')[1] ?? '', line.split(/[ \t]/)[2] ?? '']));
    return names.map((file) => oids.get(file) ?? '');
  }

  test('answers in the order asked, what is asked twice and what nobody has included, in one request', async () => {
    const oids = await blobs();
    const repository = await open();
    const asked = [...oids.slice(0, 40).reverse(), oids[3] ?? '', oids[3] ?? '', ...oids.slice(40)];
    const order: (string | undefined)[] = [];
    const took = await fetches(async () => {
      for await (const { oid, object } of repository.readAll(asked)) {
        expect(oid).toBe(asked[order.length]);
        order.push(textOf(object));
        // Whoever takes the objects may read others meanwhile.
        expect(textOf(await repository.read(oids[7] ?? ''))).toBe(content('file-7.txt'));
      }
    });
    expect(order).toEqual(asked.map((oid) => content(names[oids.indexOf(oid)] ?? '')));
    expect(took).toBe(1);
    const nobodys = '1'.repeat(40);
    const more: string[] = [];
    for await (const { oid, object } of repository.readAll([nobodys, ...oids.slice(0, 2)])) {
      more.push(object === undefined ? `no ${oid}` : object.type);
    }
    expect(more).toEqual([`no ${nobodys}`, 'blob', 'blob']);
  });

  test('answers many reads at a time, each with its own', async () => {
    const oids = await blobs();
    const repository = await open();
    await repository.load(oids, 'objects');
    const mixed = Array.from({ length: 2_000 }, (_, i) => (i * 7919) % oids.length);
    const texts = await Promise.all(
      mixed.map(async (i) => {
        const object = await repository.read(oids[i] ?? '');
        // Some ask again as soon as they are answered.
        return i % 5 === 0 ? textOf(await repository.read(oids[i] ?? '')) : textOf(object);
      }),
    );
    expect(texts).toEqual(mixed.map((i) => content(names[i] ?? '')));
  });

  test('knows without asking what came along with something else', async () => {
    const commit = await origin.commit('one', { 'a/b/c.txt': 'c', 'a/d.txt': 'd' });
    const repository = await open();
    const oidOf = (file: string): Promise<string> => origin.git(['rev-parse', `${commit}:${file}`]);
    const folders = [commit, await oidOf('a'), await oidOf('a/b')];
    const files = [await oidOf('a/d.txt'), await oidOf('a/b/c.txt')];
    expect(await fetches(() => repository.load([commit], 'trees'))).toBe(1);
    expect(await fetches(() => repository.load(folders, 'objects'))).toBe(0);
    expect(await fetches(() => repository.load(files, 'objects'))).toBe(1);
    expect(await fetches(() => repository.load([...folders, ...files], 'objects'))).toBe(0);
  });

  test('asks for very many objects in parts', async () => {
    const commit = await origin.commit('one', { 'a.txt': 'a' });
    const count = 16_050;
    const lines = Array.from({ length: count }, (_, i) => `blob\nmark :${i + 1}\ndata ${String(i).length}\n${i}\n`);
    const marks = path.join(temporary, `marks-${number}`);
    await origin.git(['--git-dir', origin.bare, 'fast-import', '--quiet', `--export-marks=${marks}`], {
      input: lines.join(''),
    });
    const oids = (await readFile(marks, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[1] ?? '');
    expect(oids).toHaveLength(count);
    const repository = await open();
    expect(await fetches(() => repository.load([commit, ...oids], 'objects'))).toBe(2);
    const sum = { count: 0, differ: 0 };
    const took = await fetches(async () => {
      for await (const { oid, object } of repository.readAll(oids)) {
        sum.count += 1;
        sum.differ += textOf(object) !== undefined && oids[sum.count - 1] === oid ? 0 : 1;
      }
    });
    expect([sum, took]).toEqual([{ count, differ: 0 }, 0]);
  });

  test('brings a commit with all its files in one request, and says when that would be too much', async () => {
    const commit = await origin.commit('one', { 'a/b.txt': 'b', 'c.txt': 'c'.repeat(5_000) });
    const repository = await open();
    expect(await fetches(async () => expect(await repository.load([commit], 'everything')).toBe(true))).toBe(1);
    const silent = await fetches(async () => {
      for (const file of ['a/b.txt', 'c.txt']) {
        expect(textOf(await repository.read(await blobAt(repository, commit, file)))).toHaveLength(
          file === 'c.txt' ? 5_000 : 1,
        );
      }
      expect(await repository.load([commit], 'everything')).toBe(true);
    });
    expect(silent).toBe(0);
    const second = await open();
    expect(await second.load([commit], 'everything', 100)).toBe(false);
    expect(await fetches(() => second.read(commit))).toBe(0);
    expect(await fetches(async () => expect(await second.load([commit], 'everything', 100)).toBe(false))).toBe(0);
    expect(textOf(await second.read(await blobAt(second, commit, 'a/b.txt')))).toBe('b');
  });
});

describe('the whole ledger', () => {
  const OID = 'a'.repeat(40);
  const COMPONENTS = Array.from(
    { length: 60 },
    (_, i) => place(i % 7 === 0 ? `templates/mail/n-${i}` : `prompts/n-${i}`, OID).component,
  );
  const entry = (version: string, status: Entry['status']): Entry => ({
    schema: 1,
    seq: 1,
    move: 'deploy',
    version,
    commit: OID,
    tag: OID,
    blob: null,
    path: null,
    status,
    previous: null,
    healthy: [],
    quarantined: [],
    at: null,
    actor: 'Zoë',
    run: null,
    reason: null,
  });

  async function ledger(more: Record<string, string> = {}): Promise<string> {
    const files: Record<string, string> = {
      [HOLDS_FILE]: JSON.stringify({
        'staging/components/prompts/n-1.json': { tag: OID, version: 'v1.0.0', commit: OID },
      }),
      '.at/2026-05/01': `1777629600 ${OID}\n`,
    };
    for (const [i, { prefix, type, name }] of COMPONENTS.entries()) {
      for (const environment of i % 2 === 0 ? ['production', 'staging'] : ['staging']) {
        files[`${environment}/${prefix}/${type}/${name}.json`] = JSON.stringify(entry(`v1.0.${i}`, 'deployed'));
        files[`${environment}/${prefix}/${type}/${name}~content`] = `content ${i}\n`.repeat(200);
      }
      files[`versions/${prefix}/${type}/${name}.json`] = JSON.stringify({
        schema: 1,
        versions: { [`v1.0.${i}`]: { tag: OID, commit: OID, blob: null, path: null, ran: ['staging'], healthy: [] } },
      });
    }
    return await origin.commit('Seed 60 components\n\nSeq: 1', { ...files, ...more });
  }

  const everything = (snapshot: LedgerSnapshot): unknown => [
    snapshot.holds(),
    COMPONENTS.map((component) => [
      snapshot.entry('production', component),
      snapshot.entry('staging', component),
      { ...snapshot.versions(component) },
    ]),
    snapshot.entry('nowhere', place('prompts/n-1', OID).component),
  ];

  test('is read in one request, and says of every component what it says when each path is loaded', async () => {
    const commit = await ledger();
    const one = await LedgerSnapshot.open(await open(), commit, 'objects');
    const paths = COMPONENTS.flatMap(({ prefix, type, name }) =>
      ['production', 'staging', 'versions'].map((top) => `${top}/${prefix}/${type}/${name}.json`),
    );
    await one.load([HOLDS_FILE, ...paths]);
    const repository = await open();
    const all = await LedgerSnapshot.open(repository, commit, 'objects');
    expect(await fetches(() => all.loadAll())).toBe(1);
    const silent = await fetches(async () => {
      await all.loadAll();
      await all.load([HOLDS_FILE, 'nowhere/components/prompts/x.json', '.at/2026-05/01', ...paths]);
      expect(await all.environments()).toEqual(['production', 'staging']);
    });
    expect(silent).toBe(0);
    expect(everything(all)).toEqual(everything(one));
    expect(JSON.stringify(everything(all))).toContain('v1.0.59');
    expect(all.text('.at/2026-05/01')).toBe(`1777629600 ${OID}\n`);
  });

  test('names the file that cannot be read', async () => {
    const file = 'staging/components/prompts/n-1.json';
    const all = await LedgerSnapshot.open(await open(), await ledger({ [file]: '{"schema":\0 1}' }));
    await all.loadAll();
    expect(() => all.entry('staging', place('prompts/n-1', OID).component)).toThrow(new RegExp(file));
    expect(all.entry('staging', place('prompts/n-2', OID).component)?.version).toBe('v1.0.2');
  });
});
