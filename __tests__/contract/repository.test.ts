import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Sandbox } from '../../sandbox/index.ts';
import { GitRepository } from '../../src/adapters/git/git-repository.ts';
import { listFolder, loadPath, lookUp } from '../../src/engine/tree.ts';
import { type RawObject, treeObject } from '../../src/git/object.ts';
import type { PushOutcome, RefUpdate, Repository } from '../../src/ports/repository.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { FakeRepository } from '../support/fakes/repository.ts';
import { client } from '../support/http.ts';
import { chain, commitOf, tagOf } from '../support/objects.ts';
import { startSandbox } from '../support/sandbox.ts';

/** A repository under the contract, and how a test puts something in. */
interface Subject {
  readonly repository: Repository;
  commit(files: Record<string, string>): Promise<string>;
  /** Points a tag at an object; with `annotated` at a new tag object around it. Answers what the ref points at. */
  tag(name: string, target: string, annotated: boolean): Promise<string>;
  untag(name: string): Promise<void>;
  /** Points a ref of this full name at an object, behind the back of the repository under test. */
  setRef(ref: string, oid: string): Promise<void>;
  /** Where all refs are, by full name, found out without the repository under test. */
  allRefs(): Promise<Record<string, string>>;
  /** The same repository for a token that may only read. */
  readOnly(): Promise<Repository>;
  /** Sets the server's clock, in seconds since the epoch. */
  setServerTime(seconds: number): void;
  close(): Promise<void>;
}

let sandbox: Sandbox;
let temporary: string;
let number = 0;

beforeAll(async () => {
  sandbox = await startSandbox();
  temporary = await mkdtemp(path.join(tmpdir(), 'contract-'));
});

afterAll(async () => {
  await rm(temporary, { recursive: true, force: true });
  await sandbox.close();
});

async function real(): Promise<Subject> {
  number += 1;
  const origin = await sandbox.createRepository(`acme/contract-${number}`);
  const opened: GitRepository[] = [];
  const open = async (token: string): Promise<GitRepository> => {
    const one = await GitRepository.open({
      url: origin.url,
      token,
      temporary,
      environment: process.env,
      clock: new FakeClock(),
      http: client(),
      signal: new AbortController().signal,
    });
    opened.push(one);
    return one;
  };
  return {
    repository: await open(sandbox.githubToken),
    commit: (files) => origin.commit('contract', files),
    tag: async (name, target, annotated) => {
      await origin.tag(name, target, { annotated });
      return await origin.objectOf(`refs/tags/${name}`);
    },
    untag: (name) => origin.deleteTag(name),
    setRef: async (ref, oid) => void (await origin.git(['--git-dir', origin.bare, 'update-ref', ref, oid])),
    allRefs: async () => {
      const listed = await origin.git(['--git-dir', origin.bare, 'for-each-ref', '--format=%(refname) %(objectname)']);
      return Object.fromEntries(listed.split('\n').flatMap((line) => (line === '' ? [] : [line.split(' ')])));
    },
    readOnly: () => open(sandbox.readOnlyToken),
    setServerTime: (seconds) => sandbox.serverClock.set(new Date(seconds * 1000)),
    close: async () => {
      sandbox.serverClock.reset();
      await Promise.all(opened.map((one) => one.close()));
    },
  };
}

async function fake(): Promise<Subject> {
  const repository = new FakeRepository();
  let files: Record<string, string> = {};
  return {
    repository,
    commit: async (more) => {
      files = { ...files, ...more };
      return repository.commit(files);
    },
    tag: async (name, target, annotated) => {
      const oid = annotated ? repository.annotate(name, target) : target;
      repository.setTag(name, oid);
      return oid;
    },
    untag: async (name) => repository.setTag(name, undefined),
    setRef: async (ref, oid) => repository.setRef(ref, oid),
    allRefs: async () => Object.fromEntries(repository.allRefs()),
    readOnly: async () => {
      repository.readOnly = true;
      return repository;
    },
    setServerTime: (seconds) => repository.setServerTime(seconds),
    close: async () => undefined,
  };
}

describe.each([
  ['Git over HTTP', real],
  ['the fake', fake],
])('%s', (_, make) => {
  let subject: Subject;

  beforeEach(async () => {
    subject = await make();
  });

  afterEach(async () => {
    await subject.close();
  });

  test('lists the tags under a prefix as they are now, peeled, and the default branch', async () => {
    const commit = await subject.commit({ 'a.txt': 'a' });
    const inner = await subject.tag('components/prompts/a/v1.0.0', commit, true);
    const outer = await subject.tag('components/prompts/a/production', inner, true);
    await subject.tag('components/prompts/a/staging', commit, false);
    await subject.tag('logic/agents/a/production', commit, false);
    await subject.tag('v1.0.0', commit, false);
    const { head, tags } = await subject.repository.refs(['components/']);
    expect(head).toBe(commit);
    expect(tags).toEqual([
      { name: 'components/prompts/a/production', object: outer, commit },
      { name: 'components/prompts/a/staging', object: commit, commit },
      { name: 'components/prompts/a/v1.0.0', object: inner, commit },
    ]);
    await subject.untag('components/prompts/a/staging');
    const second = await subject.commit({ 'a.txt': 'b' });
    const again = await subject.repository.refs(['components/', 'logic/']);
    expect(again.head).toBe(second);
    expect(again.tags.map(({ name }) => name)).toEqual([
      'components/prompts/a/production',
      'components/prompts/a/v1.0.0',
      'logic/agents/a/production',
    ]);
  });

  test('reads objects of every kind, loaded before or not', async () => {
    const commit = await subject.commit({ 'prompts/mail/a.md': 'hello\n', 'b.txt': 'b' });
    const inner = await subject.tag('components/prompts/a/v1.0.0', commit, true);
    const outer = await subject.tag('components/prompts/a/production', inner, true);
    expect(await subject.repository.read(outer)).toEqual({
      type: 'tag',
      target: inner,
      name: 'components/prompts/a/production',
      time: expect.any(Number),
    });
    expect(await subject.repository.read(inner)).toEqual({
      type: 'tag',
      target: commit,
      name: 'components/prompts/a/v1.0.0',
      time: expect.any(Number),
    });
    expect(await subject.repository.read(commit)).toMatchObject({
      type: 'commit',
      author: 'Ada Lovelace',
      date: expect.stringMatching(/^2026-05-01T\d\d:\d\d:\d\dZ$/),
    });
    await subject.repository.load([outer, commit], 'trees');
    const found = await lookUp(subject.repository, commit, 'prompts/mail/a.md');
    expect(found.kind).toBe('file');
    const blob = 'oid' in found ? await subject.repository.read(found.oid) : undefined;
    expect(blob).toMatchObject({ type: 'blob', size: 6 });
    expect(blob?.type === 'blob' ? Buffer.from(blob.bytes ?? []).toString() : '').toBe('hello\n');
  });

  test('finds and lists paths', async () => {
    const commit = await subject.commit({ 'prompts/mail/a.md': 'a', 'prompts/b.md': 'b', 'c.txt': 'c' });
    const names = async (folder: string): Promise<string[]> =>
      (await listFolder(subject.repository, commit, folder)).entries.map(({ kind, name }) => `${kind} ${name}`);
    expect(await names('')).toEqual(['file c.txt', 'folder prompts']);
    expect(await names('prompts')).toEqual(['file b.md', 'folder mail']);
    expect(await names('nowhere')).toEqual([]);
    expect(await names('c.txt')).toEqual([]);
    for (const missing of ['prompts/x.md', 'c.txt/x', 'prompts/mail/a.md/x']) {
      expect(await lookUp(subject.repository, commit, missing)).toEqual({ kind: 'missing' });
    }
  });

  test('loads a path of many commits', async () => {
    const commits = [
      await subject.commit({ 'a/b/c.txt': '1' }),
      await subject.commit({ 'a/b/c.txt': '2' }),
      await subject.commit({ 'x.txt': '3' }),
    ];
    for (const [i, commit] of commits.entries()) {
      await subject.tag(`components/prompts/a/v1.0.${i}`, commit, false);
    }
    await loadPath(subject.repository, commits, 'a/b/c.txt');
    const kinds = await Promise.all(
      commits.map(async (commit) => (await lookUp(subject.repository, commit, 'a/b/c.txt')).kind),
    );
    expect(kinds).toEqual(['file', 'file', 'file']);
  });

  test('has no object that nobody wrote', async () => {
    await subject.commit({ 'a.txt': 'a' });
    expect(await subject.repository.read('1'.repeat(40))).toBeUndefined();
    expect(await subject.repository.read('nonsense')).toBeUndefined();
  });

  test('says where refs are, and nothing of those that do not exist or have similar names', async () => {
    const commit = await subject.commit({ 'a.txt': 'a' });
    const tag = await subject.tag('components/prompts/a', commit, true);
    await subject.tag('components/prompts/ab', commit, false);
    await subject.setRef('refs/tagship/ledger', commit);
    await subject.setRef('refs/tagship/ledger-2', commit);
    const names = ['refs/tags/components/prompts/a', 'refs/tagship/ledger', 'refs/heads/mai', 'refs/heads/none'];
    expect(await subject.repository.tips(names)).toEqual(
      new Map([
        ['refs/tagship/ledger', commit],
        ['refs/tags/components/prompts/a', tag],
      ]),
    );
    expect(await subject.repository.tips([])).toEqual(new Map());
    const second = await subject.commit({ 'a.txt': 'b' });
    await subject.setRef('refs/tagship/ledger', second);
    expect(await subject.repository.tips(['refs/tagship/ledger'])).toEqual(new Map([['refs/tagship/ledger', second]]));
  });

  test('says whether all folders came, and has what was named either way', async () => {
    const small = await subject.commit({ 'a.txt': 'a' });
    const large = await subject.commit(
      Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`folder-${i}/file.txt`, String(i)])),
    );
    expect(await subject.repository.load([large], 'trees', 1000)).toBe(false);
    expect(await subject.repository.read(large)).toMatchObject({ type: 'commit', parents: [small] });
    expect(await subject.repository.load([small], 'trees', 100_000)).toBe(true);
    expect((await lookUp(subject.repository, large, 'folder-7/file.txt')).kind).toBe('file');
  });

  test('brings the latest commits of a chain, by number or by age', async () => {
    const commits: string[] = [];
    for (const content of ['1', '2', '3', '4']) {
      commits.push(await subject.commit({ 'a.txt': content }));
    }
    const [first = '', second = '', third = '', tip = ''] = commits;
    await subject.repository.log(tip, { depth: 2 });
    expect(await subject.repository.read(tip)).toMatchObject({ type: 'commit', parents: [third] });
    const before = await subject.repository.read(second);
    expect(before).toMatchObject({ type: 'commit', parents: [first] });
    const since = before?.type === 'commit' ? Date.parse(before.date) / 1000 : Number.NaN;
    await subject.repository.log(tip, { since });
    expect(await subject.repository.read(first)).toMatchObject({ type: 'commit', parents: [] });
  });

  test('brings nothing of a chain that is older than what is asked for', async () => {
    const tip = await subject.commit({ 'a.txt': 'a' });
    await subject.repository.log(tip, { since: 4_000_000_000 });
    expect(await subject.repository.read(tip)).toMatchObject({ type: 'commit' });
  });

  describe('reachable', () => {
    test('are the tip and what it leads back to, and nothing beside it', async () => {
      const { repository } = subject;
      const first = await subject.commit({ 'a.txt': 'one' });
      const second = await subject.commit({ 'a.txt': 'two' });
      const head = await subject.commit({ 'a.txt': 'three' });
      const beside = chain('beside', [second]);
      const ahead = chain('ahead', [head]);
      const alone = chain('alone', []);
      for (const [i, { oid, objects }] of [beside, ahead, alone].entries()) {
        const update = { ref: `refs/heads/other-${i}`, from: undefined, to: oid };
        expect(await repository.push([update], objects)).toEqual({ landed: true });
      }
      const all = [first, second, head];
      const others = [beside.oid, ahead.oid, alone.oid, '1'.repeat(40)];
      expect([...(await repository.reachable(head, all))].sort()).toEqual([...all].sort());
      expect([...(await repository.reachable(head, [...others, ...all, ...others]))].sort()).toEqual([...all].sort());
      expect(await repository.reachable(head, others)).toEqual(new Set());
      expect(await repository.reachable(first, [second])).toEqual(new Set());
      expect(await repository.reachable(head, [])).toEqual(new Set());
      expect((await repository.refs([])).head).toBe(head);
    });
  });

  describe('push', () => {
    const LEDGER = 'refs/tagship/ledger';
    let commit: string;

    beforeEach(async () => {
      commit = await subject.commit({ 'a.txt': 'a', 'folder/b.txt': 'b' });
    });

    const push = (updates: readonly RefUpdate[], objects: readonly RawObject[] = []): Promise<PushOutcome> =>
      subject.repository.push(updates, objects);

    test('creates, moves and deletes refs at once', async () => {
      await subject.tag('moves', commit, false);
      const deleted = await subject.tag('goes', commit, true);
      await subject.tag('stays', commit, false);
      const entry = chain('one', []);
      const tag = tagOf('moves', commit, 'commit');
      const updates = [
        { ref: LEDGER, from: undefined, to: entry.oid },
        { ref: 'refs/tags/moves', from: commit, to: tag.oid },
        { ref: 'refs/tags/goes', from: deleted, to: undefined },
      ];
      expect(await push(updates, [...entry.objects, tag])).toEqual({ landed: true });
      expect(await subject.allRefs()).toEqual({
        'refs/heads/main': commit,
        [LEDGER]: entry.oid,
        'refs/tags/moves': tag.oid,
        'refs/tags/stays': commit,
      });
      const { tags } = await subject.repository.refs(['']);
      expect(tags).toContainEqual({ name: 'moves', object: tag.oid, commit });
    });

    test('only moves refs, and only deletes them', async () => {
      await subject.tag('one', commit, false);
      const second = await subject.commit({ 'a.txt': 'b' });
      expect(await push([{ ref: 'refs/tags/one', from: commit, to: second }])).toEqual({ landed: true });
      expect(await subject.allRefs()).toEqual({ 'refs/heads/main': second, 'refs/tags/one': second });
      expect(await push([{ ref: 'refs/tags/one', from: second, to: undefined }])).toEqual({ landed: true });
      expect(await subject.allRefs()).toEqual({ 'refs/heads/main': second });
    });

    test('continues a chain', async () => {
      const first = chain('one', []);
      const second = chain('two', [first.oid]);
      await push([{ ref: LEDGER, from: undefined, to: first.oid }], first.objects);
      expect(await push([{ ref: LEDGER, from: first.oid, to: second.oid }], second.objects)).toEqual({ landed: true });
      expect(await subject.repository.tips([LEDGER])).toEqual(new Map([[LEDGER, second.oid]]));
      expect(await subject.repository.read(second.oid)).toMatchObject({ parents: [first.oid], message: 'two\n' });
    });

    test.each<[string, Pick<RefUpdate, 'ref' | 'from'>]>([
      ['is somewhere else', { ref: 'refs/tags/moved', from: 'before' }],
      ['exists and should not', { ref: 'refs/tags/moved', from: undefined }],
      ['vanished', { ref: 'refs/tags/vanished', from: 'before' }],
    ])('lands nothing when one ref %s', async (_name, { ref, from }) => {
      const second = await subject.commit({ 'a.txt': 'b' });
      await subject.tag('moved', second, false);
      await subject.tag('fine', commit, false);
      const before = await subject.allRefs();
      const entry = chain('one', []);
      const tag = tagOf('x', second, 'commit');
      const outcome = await push(
        [
          { ref: LEDGER, from: undefined, to: entry.oid },
          { ref, from: from === undefined ? undefined : commit, to: tag.oid },
          { ref: 'refs/tags/fine', from: commit, to: undefined },
        ],
        [...entry.objects, tag],
      );
      expect(outcome).toMatchObject({ landed: false });
      expect(refusedBy(outcome)).toContain(ref);
      expect(await subject.allRefs()).toEqual(before);
    });

    test('does not delete a ref that is somewhere else, or gone', async () => {
      const second = await subject.commit({ 'a.txt': 'b' });
      await subject.tag('moved', second, false);
      for (const ref of ['refs/tags/moved', 'refs/tags/gone']) {
        expect(await push([{ ref, from: commit, to: undefined }])).toMatchObject({ landed: false });
      }
      expect(await subject.allRefs()).toEqual({ 'refs/heads/main': second, 'refs/tags/moved': second });
    });

    test('lets one of two writers through', async () => {
      const one = chain('one', []);
      const two = chain('two', []);
      const outcomes = await Promise.all(
        [one, two].map(({ oid, objects }) => push([{ ref: LEDGER, from: undefined, to: oid }], objects)),
      );
      expect(outcomes.map(({ landed }) => landed).sort()).toEqual([false, true]);
      const winner = outcomes[0]?.landed === true ? one : two;
      expect(await subject.allRefs()).toMatchObject({ [LEDGER]: winner.oid });
    });

    test('refuses what leads to objects nobody has', async () => {
      const nowhere = '1'.repeat(40);
      const missingParent = chain('one', [nowhere]);
      const missingTarget = tagOf('x', nowhere, 'commit');
      const tree = treeObject([{ kind: 'file', name: 'a', oid: nowhere }]);
      const missingBlob = commitOf('two', tree.oid, []);
      const pushes: [string, RawObject[]][] = [
        [missingParent.oid, missingParent.objects],
        [missingTarget.oid, [missingTarget]],
        [missingBlob.oid, [tree, missingBlob]],
        [nowhere, []],
      ];
      for (const [to, objects] of pushes) {
        const outcome = await push([{ ref: 'refs/tags/x', from: undefined, to }], objects);
        expect(outcome).toMatchObject({ landed: false, refused: [{ ref: 'refs/tags/x' }] });
      }
      expect(await subject.allRefs()).toEqual({ 'refs/heads/main': commit });
    });

    test('refuses a ref where another has its folder, until that one goes', async () => {
      const folder = { ref: 'refs/tags/a', from: undefined, to: commit };
      await subject.tag('a/b', commit, false);
      expect(await push([folder])).toMatchObject({ landed: false, refused: [{ ref: 'refs/tags/a' }] });
      expect(await push([{ ref: 'refs/tags/a/b', from: commit, to: undefined }])).toEqual({ landed: true });
      expect(await push([folder])).toEqual({ landed: true });
    });

    test('refuses a name that is none', async () => {
      for (const ref of ['refs/tags/a..b', 'refs/tags/a~b', 'refs/tags/.a', 'refs/tags/a.lock', 'refs/tags/a/']) {
        const outcome = await push([{ ref, from: undefined, to: commit }]);
        expect({ ref, refused: refusedBy(outcome) }).toEqual({ ref, refused: [ref] });
      }
      expect(await subject.allRefs()).toEqual({ 'refs/heads/main': commit });
    });

    test('takes what only the server has for granted', async () => {
      const root = await lookUp(subject.repository, commit, '');
      const { entries } = await listFolder(subject.repository, commit, '');
      const kept = entries.filter(({ name }) => name === 'a.txt');
      expect([root.kind, kept.length]).toEqual(['folder', 1]);
      const tree = treeObject(kept.map((entry) => ({ ...entry, name: 'content' })));
      const entry = commitOf('one', tree.oid, []);
      expect(await push([{ ref: LEDGER, from: undefined, to: entry.oid }], [tree, entry])).toEqual({ landed: true });
      const found = await lookUp(subject.repository, entry.oid, 'content');
      const blob = 'oid' in found ? await subject.repository.read(found.oid) : undefined;
      expect(blob?.type === 'blob' ? Buffer.from(blob.bytes ?? []).toString() : '').toBe('a');
    });

    test('wraps a tag whose ref was deleted', async () => {
      const inner = await subject.tag('v1.0.0', commit, true);
      await subject.untag('v1.0.0');
      const outer = tagOf('production', inner, 'tag');
      expect(await push([{ ref: 'refs/tags/production', from: undefined, to: outer.oid }], [outer])).toEqual({
        landed: true,
      });
      const { tags } = await subject.repository.refs(['production']);
      expect(tags).toEqual([{ name: 'production', object: outer.oid, commit }]);
      expect(await subject.repository.read(inner)).toMatchObject({ type: 'tag', target: commit });
    });

    test('moves 500 refs', async () => {
      const tags = Array.from({ length: 500 }, (_, i) => tagOf(`many/${i}`, commit, 'commit'));
      const updates = tags.map(({ oid }, i) => ({ ref: `refs/tags/many/${i}`, from: undefined, to: oid }));
      expect(await push(updates, tags)).toEqual({ landed: true });
      const refs = await subject.allRefs();
      expect(updates.filter(({ ref, to }) => refs[ref] !== to)).toEqual([]);
    });

    test('is denied to a token that may only read', async () => {
      const reader = await subject.readOnly();
      const denied = expect.objectContaining({ name: 'TagshipError', code: 'push-denied' });
      await expect(reader.mayPush()).rejects.toEqual(denied);
      await expect(reader.push([{ ref: LEDGER, from: undefined, to: commit }], [])).rejects.toEqual(denied);
      expect((await reader.refs([''])).head).toBe(commit);
      expect(await subject.allRefs()).toEqual({ 'refs/heads/main': commit });
    });
  });

  test('a repository without any ref takes its first', async () => {
    expect(await subject.repository.refs([''])).toEqual({ head: undefined, tags: [], tips: new Map() });
    expect(await subject.repository.tips(['refs/heads/main'])).toEqual(new Map());
    const entry = chain('one', []);
    const update = { ref: 'refs/tagship/ledger', from: undefined, to: entry.oid };
    expect(await subject.repository.push([update], entry.objects)).toEqual({ landed: true });
    expect(await subject.allRefs()).toEqual({ 'refs/tagship/ledger': entry.oid });
    expect((await subject.repository.refs([''])).head).toBeUndefined();
  });

  test('tells the time of the server', async () => {
    subject.setServerTime(1_900_000_000);
    expect(await subject.repository.serverTime()).toBe(1_900_000_000);
  });
});

function refusedBy(outcome: PushOutcome): string[] {
  return outcome.landed ? [] : outcome.refused.map(({ ref }) => ref);
}
