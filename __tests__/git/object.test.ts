import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  blobName,
  blobObject,
  commitObject,
  lazyBlob,
  type RawObject,
  tagObject,
  treeObject,
} from '../../src/git/object.ts';
import { parseObject, parseRaw } from '../../src/git/object-parse.ts';
import type { TreeEntry } from '../../src/git/tree-listing.ts';

let repository: string;
/** Commits of the repository, and a tag object. */
const commits: string[] = [];
let emptyTree: string;
let aTag: string;

beforeAll(async () => {
  repository = await mkdtemp(path.join(tmpdir(), 'git-object-'));
  await git(['init', '--quiet', '--bare', '--template=']);
  emptyTree = await git(['mktree']);
  for (const message of ['1', '2', '3']) {
    commits.push(await git(['commit-tree', emptyTree], message));
  }
  aTag = await git(['mktag'], `object ${commits[0]}\ntype commit\ntag t\ntagger t <t> 0 +0000\n\nt\n`);
});

afterAll(async () => {
  await rm(repository, { recursive: true, force: true });
});

async function git(args: readonly string[], input: string | Uint8Array = '', variables = {}): Promise<string> {
  const env = {
    PATH: process.env.PATH,
    HOME: repository,
    GIT_DIR: repository,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@example.com',
    GIT_COMMITTER_NAME: 'c',
    GIT_COMMITTER_EMAIL: 'c@example.com',
    LC_ALL: 'C',
    ...variables,
  };
  return await new Promise((resolve, reject) => {
    const child = execFile('git', [...args], { env, cwd: repository }, (error, stdout, stderr) => {
      error === null ? resolve(stdout.trim()) : reject(new Error(`${error.message}${stderr}`));
    });
    child.stdin?.on('error', () => undefined).end(input);
  });
}

/** Stores what was encoded; Git refuses what it cannot read. */
async function store({ type, bytes }: RawObject): Promise<string> {
  return await git(['hash-object', '-w', '--stdin', '-t', type], bytes);
}

async function law<T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => Promise<void>, numRuns = 60): Promise<void> {
  await fc.assert(fc.asyncProperty(arbitrary, holds), { numRuns });
}

const oid = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 40, maxLength: 40 });
const time = fc.integer({ min: 0, max: 4_000_000_000 });

/** Anything Git takes as the name of a file, of which many differ only before, at and after a slash's place. */
const fileName = fc
  .oneof(
    fc.string({ unit: fc.constantFrom('a', 'A', '.', '-', '0', '!', '\u{1}', '\u{ff}'), minLength: 1, maxLength: 4 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
    fc.constantFrom(
      'é',
      'e\u{301}',
      '\u{ffff}',
      '\u{10000}',
      '日本',
      '"',
      '\\',
      '\n',
      'a\tb',
      '__proto__',
      'constructor',
    ),
  )
  .filter((name) => !/[/\0]/.test(name) && name.isWellFormed() && !/^\.{1,2}$|^\.git$/i.test(name));

const entries: fc.Arbitrary<TreeEntry[]> = fc.uniqueArray(
  fc.record({ kind: fc.constantFrom('file', 'folder', 'symlink', 'submodule'), name: fileName, oid }),
  { selector: ({ name }) => name, maxLength: 30 },
);

const MODES = {
  file: '100644 blob',
  folder: '040000 tree',
  symlink: '120000 blob',
  submodule: '160000 commit',
} as const;

/** Names and addresses people might have, or might think of to write something into the object. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    ' ',
    '<>',
    'a > b',
    'Ada <root@example.com> 0 +0000',
    'Ada\ncommitter Eve <eve@example.com> 0 +0000',
    'Ada\n\nmessage',
    'Ada\0',
    'Ada\r',
    '\u{2028}',
    '\u{85}',
    '\ud800',
    '. , ; :',
    '"Ada"',
    'نور',
  ),
);

/** Names Git itself would leave as they are. */
const plain = fc
  .string({ unit: fc.constantFrom(...'aZé日😀 -.'), minLength: 1, maxLength: 20 })
  .filter((name) => /^[^ .-].*[^ .-]$/u.test(name));

const message = fc
  .oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.lorem({ mode: 'sentences' }))
  .map((text) => `Subject\n\n${text}`.trimEnd());

test('a blob is named as Git names it', async () => {
  await law(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
    const named = await git(['hash-object', '--stdin'], bytes);
    expect([blobName(bytes), blobObject(bytes).oid]).toEqual([named, named]);
    expect(parseRaw(blobObject(bytes))).toEqual({ type: 'blob', size: bytes.length, bytes: Buffer.from(bytes) });
  });
  expect(blobObject('é').oid).toBe(await git(['hash-object', '--stdin'], 'é'));
});

describe('a blob', () => {
  test.each([0, 1, 65_535, 65_536, 65_537, 1_000_000])('of %i bytes has the name Git gives it', async (length) => {
    const blob = blobObject(Uint8Array.from({ length }, (_, i) => i % 251));
    expect(await store(blob)).toBe(blob.oid);
  });

  test('that is made when it is asked for is the one that is made at once, and keeps no bytes', () => {
    let made = 0;
    const text = (): string => {
      made += 1;
      return 'Grüße\n';
    };
    const lazy = lazyBlob(text);
    expect({ type: lazy.type, oid: lazy.oid, bytes: lazy.bytes }).toEqual(blobObject('Grüße\n'));
    expect([lazy.bytes, made]).toEqual([Buffer.from('Grüße\n'), 3]);
  });
});

describe('a tree', () => {
  test('is what Git makes of the same entries, in whatever order they are given', async () => {
    await law(entries, async (list) => {
      const lines = list.map((one) => `${MODES[one.kind]} ${one.oid}\t${one.name}\0`);
      const made = await git(['mktree', '--missing', '-z'], lines.join(''));
      expect(treeObject(list).oid).toBe(made);
      expect(treeObject([...list].reverse()).oid).toBe(made);
    });
  });

  test('has the order Git wants around a slash', async () => {
    const list: TreeEntry[] = ['a', 'a.b', 'a-b', 'a0', 'ab'].map((name) => ({
      kind: name === 'a' ? 'folder' : 'file',
      name,
      oid: emptyTree,
    }));
    const tree = parseRaw(treeObject(list));
    expect(tree?.type === 'tree' ? tree.entries.map(({ name }) => name) : []).toEqual(['a-b', 'a.b', 'a', 'a0', 'ab']);
  });

  test('is read back as it was', async () => {
    const byName = (list: readonly TreeEntry[]): TreeEntry[] => [...list].sort((a, b) => (a.name < b.name ? -1 : 1));
    await law(entries, async (list) => {
      const tree = parseRaw(treeObject(list));
      expect(tree?.type === 'tree' ? byName(tree.entries) : []).toEqual(byName(list));
    });
  });
});

describe('a commit', () => {
  const parents = fc.shuffledSubarray([0, 1, 2]).map((chosen) => chosen.map((i) => commits[i] ?? ''));

  test('is what Git makes of the same person, time, parents and message', async () => {
    const all = fc.record({ author: plain, committer: plain, authored: time, committed: time, message, parents });
    await law(all, async (one) => {
      const made = await git(
        ['commit-tree', emptyTree, ...one.parents.flatMap((parent) => ['-p', parent])],
        `${one.message}\n`,
        {
          GIT_AUTHOR_NAME: one.author,
          GIT_AUTHOR_DATE: `@${one.authored} +0000`,
          GIT_COMMITTER_NAME: one.committer,
          GIT_COMMITTER_DATE: `@${one.committed} +0000`,
        },
      );
      const commit = commitObject({
        tree: emptyTree,
        parents: one.parents,
        author: { name: one.author, email: 'a@example.com', time: one.authored },
        committer: { name: one.committer, email: 'c@example.com', time: one.committed },
        message: one.message,
      });
      expect(commit.oid).toBe(made);
      expect(parseRaw(commit)).toEqual({
        type: 'commit',
        tree: emptyTree,
        parents: one.parents,
        author: one.author,
        date: new Date(one.committed * 1000).toISOString().replace('.000', ''),
        message: `${one.message}\n`,
      });
    });
  });

  test('says the same to Git and to us, whatever its people are called and its message says', async () => {
    const all = fc.record({ name: hostile, email: hostile, time, message: hostile, parents });
    await law(all, async ({ name, email, time: seconds, message: text, parents: chosen }) => {
      const person = { name, email, time: seconds };
      const committer = { ...person, name: 'Tagship' };
      const raw = commitObject({ tree: emptyTree, parents: chosen, author: person, committer, message: text });
      expect(await store(raw)).toBe(raw.oid);
      const commit = parseRaw(raw);
      expect(commit).toMatchObject({ type: 'commit', tree: emptyTree, parents: chosen });
      const seen = await git(['log', '-1', '--format=%T%n%P%n%cn%n%ct%n%at%n%an', raw.oid]);
      expect(seen.split('\n')).toEqual([
        emptyTree,
        chosen.join(' '),
        'Tagship',
        String(seconds),
        String(seconds),
        commit?.type === 'commit' ? commit.author.trim() : '',
      ]);
    });
    expect(await git(['fsck', '--strict', '--no-dangling'])).toBe('');
  });

  test('has a fraction of a second rounded down', () => {
    const person = { name: 'a', email: 'a', time: 99.9 };
    const commit = commitObject({ tree: emptyTree, parents: [], author: person, committer: person, message: 'm' });
    expect(parseRaw(commit)).toMatchObject({ date: '1970-01-01T00:01:39Z' });
  });

  test('of others is read with signatures, merged tags and time zones', () => {
    const text = [
      `tree ${'1'.repeat(40)}`,
      `parent ${'2'.repeat(40)}`,
      `parent ${'3'.repeat(40)}`,
      'author Ada <a@example.com> 1700000000 +0530',
      'committer Grace <g@example.com> 1700003600 -0800',
      `mergetag object ${'3'.repeat(40)}`,
      ' type commit',
      ` parent ${'4'.repeat(40)}`,
      ' author Eve <e@example.com> 1 +0000',
      ' ',
      ' tree of another',
      'gpgsig -----BEGIN PGP SIGNATURE-----',
      ' ',
      ' iQ==',
      ' -----END PGP SIGNATURE-----',
      '',
      `parent ${'5'.repeat(40)}`,
      '',
      'author Eve',
    ].join('\n');
    expect(parseObject('commit', text.length, Buffer.from(text))).toEqual({
      type: 'commit',
      tree: '1'.repeat(40),
      parents: ['2'.repeat(40), '3'.repeat(40)],
      author: 'Ada',
      date: '2023-11-14T23:13:20Z',
      message: `parent ${'5'.repeat(40)}\n\nauthor Eve`,
    });
  });
});

describe('a tag', () => {
  const tagName = fc.constantFrom(
    'v1.0.0',
    'components/prompts/a/production',
    'ü/日本',
    '-rf',
    '$(id)',
    '";rm',
    "it's",
    '<b>',
    'a\u{a0}b',
    'object',
    'tagger',
    '%s',
  );

  test('passes as one of its own with Git, whatever it and its maker are called', async () => {
    const all = fc.record({
      name: tagName,
      maker: hostile,
      email: hostile,
      time,
      message: hostile,
      deep: fc.boolean(),
    });
    await law(all, async (one) => {
      const raw = tagObject({
        target: one.deep ? aTag : (commits[0] ?? ''),
        targetType: one.deep ? 'tag' : 'commit',
        name: one.name,
        tagger: { name: one.maker, email: one.email, time: one.time },
        message: one.message,
      });
      expect(await git(['mktag'], raw.bytes)).toBe(raw.oid);
      expect(parseRaw(raw)).toEqual({
        type: 'tag',
        target: one.deep ? aTag : commits[0],
        name: one.name,
        time: one.time,
      });
    });
    expect(await git(['fsck', '--strict', '--no-dangling'])).toBe('');
  });

  test('of others may lack a maker', () => {
    const text = `object ${'1'.repeat(40)}\ntype commit\ntag v0.1\n\ntagger Eve <e> 5 +0000\n`;
    expect(parseObject('tag', text.length, Buffer.from(text))).toEqual({
      type: 'tag',
      target: '1'.repeat(40),
      name: 'v0.1',
      time: undefined,
    });
  });
});
