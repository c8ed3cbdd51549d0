import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { GitRepository } from '../../src/adapters/git/git-repository.ts';
import { listFolder, loadPath, lookUp } from '../../src/engine/tree.ts';
import type { Repository } from '../../src/ports/repository.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { FakeRepository } from '../support/fakes/repository.ts';

/** A repository under the contract, and how a test puts something in. */
interface Subject {
  readonly repository: Repository;
  commit(files: Record<string, string>): Promise<string>;
  /** Points a tag at an object; with `annotated` at a new tag object around it. Answers what the ref points at. */
  tag(name: string, target: string, annotated: boolean): Promise<string>;
  untag(name: string): Promise<void>;
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
  const repository = await GitRepository.open({
    url: origin.url,
    token: sandbox.githubToken,
    temporary,
    environment: process.env,
    clock: new FakeClock(),
    signal: new AbortController().signal,
  });
  return {
    repository,
    commit: (files) => origin.commit('contract', files),
    tag: async (name, target, annotated) => {
      await origin.tag(name, target, { annotated });
      return await origin.objectOf(`refs/tags/${name}`);
    },
    untag: (name) => origin.deleteTag(name),
    close: () => repository.close(),
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
    });
    expect(await subject.repository.read(inner)).toEqual({
      type: 'tag',
      target: commit,
      name: 'components/prompts/a/v1.0.0',
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
});
