import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GitRepository } from '../../src/adapters/git/git-repository.ts';
import { type RawObject, tagObject } from '../../src/git/object.ts';
import { packOf } from '../../src/git/pack-writer.ts';
import { deployTag, indexOf, stored } from '../support/deploy.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { client } from '../support/http.ts';
import { laboratory } from '../support/laboratory.ts';
import { dispatch } from '../support/moves.ts';

const lab = laboratory('poison');

let temporary: string;

beforeAll(async () => {
  temporary = await mkdtemp(path.join(tmpdir(), 'poison-'));
});

afterAll(async () => {
  await rm(temporary, { recursive: true, force: true });
});

const TAGGER = { name: 'Mallory', email: 'mallory@example.com', time: Date.UTC(2026, 4, 1) / 1000 };

/** Stores objects on the server, as a push of them would. */
async function pushObjects(objects: readonly RawObject[]): Promise<void> {
  const { repository } = lab;
  await repository.git(['--git-dir', repository.bare, 'index-pack', '--stdin'], { input: packOf(objects) });
}

/** A tag object of so many mebibytes of the same letter. */
function largeTag(commit: string, mebibytes: number): RawObject {
  const message = 'a'.repeat(mebibytes * 1024 * 1024);
  return tagObject({ target: commit, targetType: 'commit', name: 'large', tagger: TAGGER, message });
}

/** A chain of tag objects, each around the one before, the outermost last. */
function chain(commit: string, links: number): RawObject[] {
  const objects: RawObject[] = [];
  for (let link = 0; link < links; link++) {
    const inner = objects.at(-1);
    objects.push(
      tagObject({
        target: inner?.oid ?? commit,
        targetType: inner === undefined ? 'commit' : 'tag',
        name: `link-${link}`,
        tagger: TAGGER,
        message: 'x',
      }),
    );
  }
  return objects;
}

/** A sound component, and beside it one with a tag object that nobody can read and one at the end of a long chain. */
async function poisoned(mebibytes: number, links: number): Promise<{ large: string; outermost: string }> {
  const { repository } = lab;
  const commit = await repository.commit('one', {
    'prompts/extraction.md': 'sound',
    'prompts/large.md': 'large',
    'prompts/chain.md': 'chain',
    '.github/tagship.yml': 'unversioned: allow\n',
  });
  await repository.edgitTag('prompts/extraction', 'v1.0.0');
  await repository.edgitSet('prompts/extraction', 'production', 'v1.0.0');
  const large = largeTag(commit, mebibytes);
  const links_ = chain(commit, links);
  const outermost = links_.at(-1)?.oid ?? '';
  await pushObjects([large]);
  await pushObjects(links_);
  const refs = { 'prompts/large': large.oid, 'prompts/chain': outermost };
  for (const [id, oid] of Object.entries(refs)) {
    await repository.git(['--git-dir', repository.bare, 'update-ref', `refs/tags/components/${id}/production`, oid]);
  }
  lab.sandbox.clearRequests();
  return { large: large.oid, outermost };
}

test('what nobody asked for and nobody can read holds up no run', async () => {
  await poisoned(130, 12_000);
  const { sandbox, repository } = lab;
  const run = await deployTag(sandbox, repository, 'components/prompts/extraction/production');
  expect(run.annotations).toEqual([]);
  expect(run.exitCode).toBe(0);
  expect((await stored(sandbox, 'prompts/extraction@production'))?.bytes.toString()).toBe('sound');
  const received = sandbox.requests
    .filter(({ service }) => service === 'git')
    .reduce((sum, one) => sum + one.responseBytes, 0);
  expect(received).toBeLessThan(8 * 1024 * 1024);

  const healed = await dispatch(sandbox, repository, 'reconcile', { heal: 'true' });
  expect(healed.annotations).toEqual([]);
  expect(await indexOf(sandbox)).toMatchObject({
    'prompts/extraction': { production: 'v1.0.0' },
    'prompts/large': { production: expect.stringMatching(/^sha-/) },
    'prompts/chain': { production: expect.stringMatching(/^sha-/) },
  });
}, 300_000);

test('an object that is too large takes no other of the same request with it', async () => {
  const { large, outermost } = await poisoned(130, 200);
  const { repository, sandbox } = lab;
  const opened = await GitRepository.open({
    url: repository.url,
    token: sandbox.githubToken,
    temporary,
    environment: process.env,
    clock: new FakeClock(),
    http: client(),
    signal: new AbortController().signal,
  });
  try {
    const head = await repository.commitOf('HEAD');
    const tag = await repository.git(['rev-parse', 'refs/tags/components/prompts/extraction/v1.0.0']);
    const small = largeTag(head, 2);
    await pushObjects([small]);
    expect(await opened.load([head, large, tag, small.oid, outermost], 'objects')).toBe(false);
    expect(await opened.read(large)).toEqual({ type: 'oversized' });
    // What counts of a long message stands at its beginning.
    expect(await opened.read(small.oid)).toMatchObject({ type: 'tag', name: 'large', target: head });
    expect(await opened.read(tag)).toMatchObject({ type: 'tag' });
    expect(await opened.read(outermost)).toMatchObject({ type: 'tag', name: 'link-199' });
    const all = new Map<string, unknown>();
    for await (const { oid, object } of opened.readAll([large, head])) {
      all.set(oid, object?.type);
    }
    expect(all).toEqual(
      new Map([
        [large, 'oversized'],
        [head, 'commit'],
      ]),
    );
    expect(await opened.load([head, large], 'trees')).toBe(false);
    expect(await opened.load([head], 'trees')).toBe(true);
  } finally {
    await opened.close();
  }
}, 300_000);
