import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { type ClientRequest, createServer, type RequestListener, request as requestHttp, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Fault, Repository as Origin, Sandbox } from '../../sandbox/index.ts';
import { GitRepository, type GitRepositoryOptions } from '../../src/adapters/git/git-repository.ts';
import { HttpClient } from '../../src/adapters/http/client.ts';
import { blobObject, commitObject, tagObject, treeObject } from '../../src/git/object.ts';
import type { RefUpdate } from '../../src/ports/repository.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { client } from '../support/http.ts';
import { chain, tagOf } from '../support/objects.ts';
import { startSandbox } from '../support/sandbox.ts';

const LEDGER = 'refs/tagship/ledger';

let sandbox: Sandbox;
let origin: Origin;
let commit: string;
let clock: FakeClock;
let repository: GitRepository;
let temporary: string;
let number = 0;
const cleanup: (() => Promise<void>)[] = [];

beforeAll(async () => {
  sandbox = await startSandbox();
  temporary = await mkdtemp(path.join(tmpdir(), 'git-push-'));
});

afterAll(async () => {
  await rm(temporary, { recursive: true, force: true });
  await sandbox.close();
});

beforeEach(async () => {
  number += 1;
  origin = await sandbox.createRepository(`acme/push-${number}`);
  commit = await origin.commit('one', { 'a.txt': 'a' });
  clock = new FakeClock();
  repository = await open();
  sandbox.clearRequests();
});

afterEach(async () => {
  sandbox.faults.clear();
  sandbox.serverClock.reset();
  for (const undo of cleanup.splice(0).reverse()) {
    await undo();
  }
});

async function open(options: Partial<GitRepositoryOptions> = {}): Promise<GitRepository> {
  const opened = await GitRepository.open({
    url: origin.url,
    token: sandbox.githubToken,
    temporary,
    environment: process.env,
    clock,
    http: client(),
    signal: new AbortController().signal,
    ...options,
  });
  cleanup.push(() => opened.close());
  return opened;
}

/** Answers with the address of an HTTP server that is there until the test ends. */
async function serve(listener: RequestListener): Promise<{ url: string; server: Server }> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanup.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

function bare(...args: string[]): Promise<string> {
  return origin.git(['--git-dir', origin.bare, ...args]);
}

async function refs(): Promise<string[]> {
  return (await bare('for-each-ref', '--format=%(refname)')).split('\n');
}

function asked(): string[] {
  return sandbox.requests.map(({ operation }) => operation);
}

/** The first commit of a ledger, and the push of it. */
function first(): { update: RefUpdate; objects: ReturnType<typeof chain>['objects'] } {
  const { oid, objects } = chain('one', []);
  return { update: { ref: LEDGER, from: undefined, to: oid }, objects };
}

function failure(code: string): unknown {
  return expect.objectContaining({ name: 'TagshipError', code });
}

function transient(code: string): unknown {
  return expect.objectContaining({ name: 'TransientError', failure: failure(code) });
}

describe('what is pushed', () => {
  test('is what Git reads', async () => {
    const blob = blobObject('content\n');
    const link = blobObject('ab');
    const inside = treeObject([{ kind: 'file', name: 'ü \u{1f600}.txt', oid: blob.oid }]);
    const tree = treeObject([
      { kind: 'file', name: 'ab', oid: blob.oid },
      { kind: 'folder', name: 'a', oid: inside.oid },
      { kind: 'file', name: 'a.txt', oid: blob.oid },
      { kind: 'symlink', name: 'a0', oid: link.oid },
      { kind: 'submodule', name: 'b', oid: '2'.repeat(40) },
    ]);
    const author = { name: 'Ada <Lovelace>', email: 'ada@example.com', time: 1_800_000_000 };
    const parent = chain('parent', []);
    const entry = commitObject({
      tree: tree.oid,
      parents: [parent.oid, commit],
      author,
      committer: { ...author, name: 'Tagship' },
      message: 'subject\n\nbody ü\n',
    });
    const tag = tagObject({ target: entry.oid, targetType: 'commit', name: 'v1', tagger: author, message: 'why' });
    const outcome = await repository.push(
      [
        { ref: LEDGER, from: undefined, to: entry.oid },
        { ref: 'refs/tags/v1', from: undefined, to: tag.oid },
      ],
      [blob, link, inside, tree, ...parent.objects, entry, tag],
    );
    expect(outcome).toEqual({ landed: true });
    expect(await bare('fsck', '--strict', '--full')).toBe('');
    expect(await bare('cat-file', 'commit', LEDGER)).toBe(
      [
        `tree ${tree.oid}`,
        `parent ${parent.oid}`,
        `parent ${commit}`,
        'author Ada Lovelace <ada@example.com> 1800000000 +0000',
        'committer Tagship <ada@example.com> 1800000000 +0000',
        '',
        'subject',
        '',
        'body ü',
      ].join('\n'),
    );
    expect((await bare('-c', 'core.quotePath=false', 'ls-tree', '-r', '-t', LEDGER)).split('\n')).toEqual([
      `100644 blob ${blob.oid}\ta.txt`,
      `040000 tree ${inside.oid}\ta`,
      `100644 blob ${blob.oid}\t"a/ü \u{1f600}.txt"`.replaceAll('"', ''),
      `120000 blob ${link.oid}\ta0`,
      `100644 blob ${blob.oid}\tab`,
      `160000 commit ${'2'.repeat(40)}\tb`,
    ]);
    const format = '%(objecttype) %(*objectname) %(tag) %(taggername) %(taggerdate:unix) %(contents)';
    expect(await bare('for-each-ref', `--format=${format}`, 'refs/tags')).toBe(
      `tag ${entry.oid} v1 Ada Lovelace 1800000000 why`,
    );
  });

  test('is near afterwards, and the server is asked for nothing but the push', async () => {
    const { update, objects } = first();
    await repository.push([update], objects);
    const types = await Promise.all(objects.map(async ({ oid }) => (await repository.read(oid))?.type));
    expect(types).toEqual(['blob', 'tree', 'commit']);
    expect(await repository.load([update.to ?? ''], 'objects')).toBe(true);
    expect(asked()).toEqual(['git push']);
  });

  test('is not near when it did not land', async () => {
    const { update, objects } = first();
    expect(await repository.push([{ ...update, from: commit }], objects)).toMatchObject({ landed: false });
    sandbox.clearRequests();
    await repository.read(update.to ?? '');
    expect(asked()).toContain('git fetch');
  });

  test('may be any number of bytes', async () => {
    const sizes = [0, 1, 15, 16, 17, 2047, 2048, 2049, 262_143, 262_144, 3_000_000];
    const blobs = sizes.map((size) => blobObject(Buffer.alloc(size, `${size}.`)));
    const tree = treeObject(blobs.map(({ oid }, i) => ({ kind: 'file', name: String(i), oid })));
    const { oid, objects } = chain('one', []);
    const entry = commitObject({
      tree: tree.oid,
      parents: [oid],
      author: { name: 'a', email: 'a', time: 1 },
      committer: { name: 'a', email: 'a', time: 1 },
      message: 'sizes',
    });
    const update = { ref: LEDGER, from: undefined, to: entry.oid };
    expect(await repository.push([update], [...blobs, tree, entry, ...objects])).toEqual({ landed: true });
    expect(await bare('fsck', '--strict', '--full')).toBe('');
    const found = (await bare('ls-tree', '--long', LEDGER)).split('\n').map((line) => line.split(/\s+/));
    expect(found.map(([, , , size, name]) => [Number(name), Number(size)]).sort(([a = 0], [b = 0]) => a - b)).toEqual(
      sizes.map((size, i) => [i, size]),
    );
  });

  test('waits for a slow connection without a listener for each piece', async () => {
    let sent: ClientRequest | undefined;
    let listeners = 0;
    const onSent = (message: unknown): void => {
      sent = (message as { request: ClientRequest }).request;
    };
    subscribe('http.client.request.start', onSent);
    cleanup.push(async () => void unsubscribe('http.client.request.start', onSent));
    const server = createServer(async (request, response) => {
      let bytes = 0;
      for await (const piece of request) {
        bytes += (piece as Buffer).length;
        listeners = Math.max(listeners, sent?.listenerCount('close') ?? 0);
        await wait(1);
      }
      response.end(String(bytes));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    cleanup.push(async () => void server.close());
    const answer = await client().send({
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      method: 'POST',
      headers: {},
      body: Array.from({ length: 200 }, () => Buffer.alloc(64 * 1024)),
      signal: new AbortController().signal,
    });
    const text: Uint8Array[] = [];
    for await (const piece of answer.body) text.push(piece);
    expect(Buffer.concat(text).toString()).toBe(String(200 * 64 * 1024));
    expect(listeners).toBeGreaterThan(0);
    expect(listeners).toBeLessThanOrEqual(10);
  });

  test('may hold the same object twice', async () => {
    const tags = Array.from({ length: 150 }, (_, i) => tagOf(`t${i}`, commit, 'commit'));
    const updates = tags.map(({ oid }, i) => ({ ref: `refs/tags/t${i}`, from: undefined, to: oid }));
    expect(await repository.push(updates, [...tags, ...tags])).toEqual({ landed: true });
    expect(await bare('fsck', '--strict', '--full')).toBe('');
  });

  test('may be nothing, which asks nobody', async () => {
    expect(await repository.push([], [])).toEqual({ landed: true });
    expect(asked()).toEqual([]);
  });
});

describe('what is asked of the server', () => {
  test('one request brings a number of commits, and those before them are another', async () => {
    const commits = [commit];
    for (const content of ['2', '3', '4']) {
      commits.push(await origin.commit(content, { 'a.txt': content }));
    }
    const [, second = '', third = '', tip = ''] = commits;
    await repository.log(tip, { depth: 2 });
    sandbox.clearRequests();
    expect(await repository.read(tip)).toMatchObject({ message: '4\n', parents: [third] });
    expect(await repository.read(third)).toMatchObject({ message: '3\n', parents: [second] });
    expect(asked()).toEqual([]);
    expect(await repository.read(second)).toMatchObject({ message: '2\n', parents: [commit] });
    expect(asked()).toEqual(['git fetch']);
  });

  test('one request brings the commits since a time, and those before them are another', async () => {
    const at = (seconds: number): Date => new Date(seconds * 1000);
    const old = await origin.commit('old', {}, at(1_800_000_000));
    const since = await origin.commit('since', {}, at(1_800_000_100));
    const tip = await origin.commit('tip', {}, at(1_800_000_200));
    await repository.log(tip, { since: 1_800_000_100 });
    sandbox.clearRequests();
    expect(await repository.read(tip)).toMatchObject({ message: 'tip\n' });
    expect(await repository.read(since)).toMatchObject({ message: 'since\n', parents: [old] });
    expect(asked()).toEqual([]);
    await repository.read(old);
    expect(asked()).toEqual(['git fetch']);
  });

  test('folders that were brought, and objects that were named, are near', async () => {
    const large = await origin.commit(
      'large',
      Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`folder-${i}/file.txt`, String(i)])),
    );
    const reads = async (from: GitRepository): Promise<number> => {
      sandbox.clearRequests();
      const object = await from.read(large);
      const root = object?.type === 'commit' ? await from.read(object.tree) : undefined;
      const folder = root?.type === 'tree' ? root.entries.find(({ name }) => name === 'folder-7') : undefined;
      expect(await from.read(folder?.oid ?? '')).toMatchObject({ type: 'tree' });
      return asked().length;
    };
    expect(await repository.load([large], 'trees')).toBe(true);
    expect(await reads(repository)).toBe(0);
    const other = await open();
    expect(await other.load([large], 'trees', 1000)).toBe(false);
    expect(await reads(other)).toBeGreaterThan(0);
    sandbox.clearRequests();
    expect(await other.read(large)).toMatchObject({ type: 'commit' });
    expect(asked()).toEqual([]);
  });

  test.each([
    ['git fetch', '0011shallow-info\n'],
    ['git ls-refs', ''],
  ])('an answer to %s that ends between two packets is a failure', async (operation, body) => {
    const headers = { 'content-type': 'application/x-git-upload-pack-result' };
    const fault = { status: 200, headers, body };
    sandbox.faults.add({ when: { operation }, fault, times: Number.POSITIVE_INFINITY });
    const asking = operation === 'git fetch' ? repository.read(commit) : repository.tips([LEDGER]);
    await expect(asking).rejects.toEqual(failure('git-unreachable'));
    expect(asked().filter((one) => one === operation)).toHaveLength(5);
  });

  test('more than the budget never leaves anything hanging', async () => {
    const commits = [commit];
    for (let i = 0; i < 10; i++) {
      commits.push(await origin.commit(String(i), { [`folder-${i}/file.txt`]: String(i) }));
    }
    for (const one of commits) {
      expect(await repository.load([one], 'trees', 10)).toBe(false);
      expect(await repository.read(one)).toMatchObject({ type: 'commit' });
    }
  });
});

describe('the clock', () => {
  test("is the server's, as of its latest answer, and goes on without asking", async () => {
    sandbox.serverClock.set(new Date('2027-03-01T12:00:00Z'));
    expect(await repository.serverTime()).toBe(Date.UTC(2027, 2, 1, 12) / 1000);
    await clock.sleep(90_000);
    expect(await repository.serverTime()).toBe(Date.UTC(2027, 2, 1, 12, 1, 30) / 1000);
    expect(asked()).toEqual(['git push info/refs']);
    sandbox.serverClock.set(new Date('2027-03-01T11:00:00Z'));
    const { update, objects } = first();
    await repository.push([update], objects);
    expect(await repository.serverTime()).toBe(Date.UTC(2027, 2, 1, 11) / 1000);
  });
});

describe('a push that the server refuses', () => {
  test('names the refs a rule protects, and moves no other', async () => {
    await origin.tag('production', commit);
    const second = await origin.commit('two', { 'a.txt': 'b' });
    await origin.protect(['refs/tags/production'], { update: true });
    const { update, objects } = first();
    const outcome = await repository.push([update, { ref: 'refs/tags/production', from: commit, to: second }], objects);
    expect(outcome).toMatchObject({
      landed: false,
      refused: expect.arrayContaining([
        { ref: 'refs/tags/production', reason: 'push declined due to repository rule violations' },
      ]),
      said: expect.stringContaining('Cannot update this protected ref.'),
    });
    expect(await refs()).toEqual(['refs/heads/main', 'refs/tags/production']);
    expect(await origin.git(['--git-dir', origin.bare, 'rev-parse', 'refs/tags/production'])).toBe(commit);
  });

  test('says what a hook says', async () => {
    await origin.refusePushes('Deployments are frozen until Monday.\n');
    const { update, objects } = first();
    expect(await repository.push([update], objects)).toEqual({
      landed: false,
      refused: [{ ref: LEDGER, reason: 'pre-receive hook declined' }],
      said: 'Deployments are frozen until Monday.\n',
    });
    expect(await refs()).toEqual(['refs/heads/main']);
  });

  test('says what a lease stumbled over', async () => {
    const { update, objects } = first();
    const outcome = await repository.push([{ ...update, from: commit }], objects);
    expect(outcome).toMatchObject({ landed: false, refused: [{ ref: LEDGER }] });
    expect(outcome.landed ? '' : outcome.said).toMatch(/cannot lock ref 'refs\/tagship\/ledger'/);
  });
});

describe('a token', () => {
  test.each([
    ['a workflow', () => sandbox.readOnlyToken, /Permission to acme\/push-\d+\.git denied to github-actions\[bot\]\./],
    ['an App', () => sandbox.readOnlyAppToken, /The server says: Write access to repository not granted\./],
  ])('of %s that may only read is told so', async (_, token, words) => {
    const reader = await open({ token: token() });
    await expect(reader.mayPush()).rejects.toEqual(failure('push-denied'));
    await expect(reader.push([first().update], first().objects)).rejects.toThrow(words);
    expect(asked()).toEqual(['git push info/refs', 'git push']);
  });

  test('that is none is refused', async () => {
    const stranger = await open({ token: 'ghs_wrong' });
    await expect(stranger.mayPush()).rejects.toEqual(failure('git-auth'));
    await expect(stranger.push([first().update], first().objects)).rejects.toEqual(failure('git-auth'));
  });

  test('that expires between the two requests is refused', async () => {
    await repository.mayPush();
    sandbox.faults.add({ when: { operation: 'git push' }, fault: { status: 401, body: 'Bad credentials' } });
    await expect(repository.push([first().update], first().objects)).rejects.toEqual(failure('git-auth'));
  });

  test('of another repository finds nothing', async () => {
    const other = await open({ url: `${sandbox.serverUrl}/acme/nowhere` });
    await expect(other.mayPush()).rejects.toEqual(failure('push-denied'));
  });

  test('is in no error', async () => {
    const body = `Oops ${sandbox.githubToken} ${Buffer.from(`x-access-token:${sandbox.githubToken}`).toString('base64')}`;
    sandbox.faults.add({ when: { operation: 'git push info/refs' }, fault: { status: 418, body } });
    await expect(repository.mayPush()).rejects.toThrow('The server says: Oops *** ***.');
  });
});

describe('a fault', () => {
  test.each<[Fault & string, string, boolean]>([
    ['refuse', 'git-unreachable', false],
    ['lost-answer', 'git-unreachable', true],
    ['reset-mid-body', 'git-unreachable', true],
    ['truncated', 'git-unreachable', true],
    ['nonsense-html', 'git-protocol', false],
    ['nonsense-json', 'git-protocol', false],
  ])('%s of the push leaves it open whether it landed', async (fault, code, landed) => {
    sandbox.faults.add({ when: { operation: 'git push' }, fault });
    const { update, objects } = first();
    await expect(repository.push([update], objects)).rejects.toEqual(transient(code));
    expect(asked()).toEqual(['git push']);
    expect((await repository.tips([LEDGER])).get(LEDGER)).toBe(landed ? update.to : undefined);
    expect(await repository.push([update], objects)).toMatchObject({ landed: !landed });
  });

  test.each([
    [500, undefined, undefined],
    [503, '7', 7000],
    [429, '30', 30_000],
  ])('%s of the push leaves it open whether it landed', async (status, after, retryAfterMs) => {
    const headers: Record<string, string> = after === undefined ? {} : { 'retry-after': after };
    sandbox.faults.add({
      when: { operation: 'git push' },
      fault: { status, headers, body: '<html>\n<title>no luck</title>' },
    });
    await expect(repository.push([first().update], first().objects)).rejects.toMatchObject({
      name: 'TransientError',
      retryAfterMs,
      message: expect.stringContaining(
        `answered a push with status ${status}. The server says: a page of HTML ("no luck").`,
      ),
    });
  });

  test.each<[string, Fault]>([
    ['a server error', { status: 500 }],
    ['a reset', 'refuse'],
    ['half an answer', 'truncated'],
    ['an answer cut short', 'reset-mid-body'],
    ['a web page', 'nonsense-html'],
  ])('is nothing where the server is only asked for its time, if it is %s and passes', async (_, fault) => {
    sandbox.faults.add({ when: { operation: 'git push info/refs' }, fault, times: 2 });
    sandbox.serverClock.set(new Date('2027-03-01T12:00:00Z'));
    // The advertisement is read up to its first line, so half of it may be enough.
    expect(await repository.serverTime()).toBeGreaterThanOrEqual(Date.UTC(2027, 2, 1, 12) / 1000);
  });

  test('that stays is the failure of the run', async () => {
    sandbox.faults.add({ when: { service: 'git' }, fault: 'nonsense-html', times: Number.POSITIVE_INFINITY });
    await expect(repository.mayPush()).rejects.toEqual(failure('git-protocol'));
    expect(asked()).toHaveLength(5);
  });

  test('is not what a cancelled run waits for', async () => {
    const run = new AbortController();
    const cancelled = await open({ signal: run.signal });
    await cancelled.mayPush();
    sandbox.faults.add({ when: { operation: 'git push' }, fault: 'stall' });
    const pushing = expect(cancelled.push([first().update], first().objects)).rejects.toEqual(failure('cancelled'));
    while (!asked().includes('git push')) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    run.abort();
    await pushing;
  });
});

describe('a redirect', () => {
  test('to where a repository moved is followed', async () => {
    const moved = await open({ url: `${sandbox.serverUrl}/acme/former-name` });
    const location = `${origin.url}/info/refs?service=git-receive-pack`;
    sandbox.faults.add({ when: { operation: 'git push info/refs' }, fault: { status: 301, headers: { location } } });
    const { update, objects } = first();
    await moved.mayPush();
    expect(await moved.push([update], objects)).toEqual({ landed: true });
    expect(await refs()).toContain(LEDGER);
    expect(asked()).toEqual(['git push info/refs', 'git push info/refs', 'git push']);
  });

  test.each([301, 308])('of the push itself, with status %i, is followed with its body', async (status) => {
    const location = `${origin.url}/git-receive-pack`;
    sandbox.faults.add({ when: { operation: 'git push' }, fault: { status, headers: { location } } });
    const { update, objects } = first();
    expect(await repository.push([update], objects)).toEqual({ landed: true });
    expect(asked()).toEqual(['git push', 'git push']);
  });

  test('of a read to where a repository moved is followed, and asked about once', async () => {
    const moved = await open({ url: `${sandbox.serverUrl}/acme/former-name` });
    const isFormer = ({ path: asked }: { path: string }): boolean => asked.includes('former-name');
    const wasMoved = { status: 301, headers: { location: `${origin.url}/git-upload-pack` } };
    sandbox.faults.add({ when: isFormer, fault: wasMoved, times: Number.POSITIVE_INFINITY });
    expect((await moved.refs(['components/'])).head).toBe(commit);
    expect((await moved.read(commit))?.type).toBe('commit');
    const { directory, remove } = await moved.worktree(commit);
    expect(await readdir(directory)).toContain('a.txt');
    await remove();
    expect(sandbox.requests.filter(isFormer)).toHaveLength(1);
  });

  test('of a read in the middle is followed', async () => {
    const location = `${origin.url}/git-upload-pack`;
    sandbox.faults.add({ when: { operation: 'git ls-refs' }, fault: { status: 301, headers: { location } } });
    expect((await repository.refs(['components/'])).head).toBe(commit);
  });

  describe.each<[string, string, string, (opened: GitRepository) => Promise<unknown>]>([
    ['a push', 'git push info/refs', 'info/refs?service=git-receive-pack', (opened) => opened.mayPush()],
    ['the body of a push', 'git push', 'git-receive-pack', (opened) => opened.push([first().update], first().objects)],
    ['a read', 'git ls-refs', 'git-upload-pack', (opened) => opened.refs(['components/'])],
  ])('of %s to another server', (_, operation, rest, act) => {
    test.each([301, 302, 303, 307, 308])('is not followed with status %i, and nothing leaves', async (status) => {
      const heard: unknown[] = [];
      const { url } = await serve(({ headers }, response) => {
        heard.push(headers);
        response.end();
      });
      const location = `${url}/acme/x/${rest}`;
      const fault = { status, headers: { location } };
      const isAsked = (request: { operation: string }): boolean => request.operation === operation;
      sandbox.faults.add({ when: isAsked, fault, times: Number.POSITIVE_INFINITY });
      const words = `it sends on from \`${sandbox.serverUrl}\` to \`${url}\``;
      await expect(act(repository)).rejects.toMatchObject({
        code: 'git-protocol',
        what: expect.stringContaining(words),
        remedy: expect.stringContaining('`GITHUB_SERVER_URL`'),
      });
      expect(heard).toEqual([]);
    });
  });
});

describe('a server', () => {
  const advertisement = (first: string): string =>
    `001f# service=git-receive-pack\n0000${(first.length + 4).toString(16).padStart(4, '0')}${first}`;
  const announce = async (first: string): Promise<GitRepository> => {
    const { url } = await serve((_, response) => {
      response.setHeader('content-type', 'application/x-git-receive-pack-advertisement');
      response.end(`${advertisement(first)}0000`);
    });
    return await open({ url: `${url}/acme/x` });
  };

  test('that cannot move all refs or none is none for a push', async () => {
    const old = await announce(`${'0'.repeat(40)} capabilities^{}\0report-status delete-refs`);
    await expect(old.mayPush()).rejects.toThrow(/git-protocol.*does not offer `atomic`/);
  });

  test('that says in the protocol why it will not is quoted', async () => {
    const closed = await announce('ERR the repository is being moved');
    await expect(closed.mayPush()).rejects.toThrow(/git-protocol.*it says: the repository is being moved\./);
  });

  test('that dies is quoted, and may have moved the refs', async () => {
    const { url } = await serve((request, response) => {
      if (request.method === 'GET') {
        response.setHeader('content-type', 'application/x-git-receive-pack-advertisement');
        response.end(`${advertisement(`${'0'.repeat(40)} capabilities^{}\0report-status atomic side-band-64k`)}0000`);
      } else {
        request.resume().on('end', () => response.end('0015\u0002fatal: disk full'));
      }
    });
    const dying = await open({ url: `${url}/acme/x` });
    await expect(dying.push([first().update], first().objects)).rejects.toMatchObject({
      name: 'TransientError',
      message: expect.stringContaining('fatal: disk full'),
    });
  });

  test('without side bands is understood', async () => {
    const report = (ref: string): string => {
      const lines = ['unpack ok\n', `ok ${ref}\n`];
      return `${lines.map((line) => (line.length + 4).toString(16).padStart(4, '0') + line).join('')}0000`;
    };
    const { url } = await serve((request, response) => {
      if (request.method === 'GET') {
        response.setHeader('content-type', 'application/x-git-receive-pack-advertisement');
        response.end(`${advertisement(`${'0'.repeat(40)} capabilities^{}\0report-status atomic`)}0000`);
      } else {
        request.resume().on('end', () => response.end(report(LEDGER)));
      }
    });
    const plain = await open({ url: `${url}/acme/x` });
    expect(await plain.push([first().update], first().objects)).toEqual({ landed: true });
  });

  test('need not send its list of refs, of which the first line is read', async () => {
    let sent = 0;
    let left: Promise<unknown> | undefined;
    const { url } = await serve((_, response) => {
      left = once(response, 'close');
      response.setHeader('content-type', 'application/x-git-receive-pack-advertisement');
      response.write(advertisement(`${commit} refs/heads/main\0report-status atomic side-band-64k`));
      const line = `0050${commit} ${'refs/tags/'.padEnd(34, 'x')}\n`;
      const more = (): void => {
        const chunk = line.repeat(1000);
        sent += chunk.length;
        if (response.destroyed || !response.writable) {
          return;
        }
        response.write(chunk) ? setImmediate(more) : response.once('drain', more);
      };
      more();
    });
    const endless = await open({ url: `${url}/acme/x` });
    expect(await endless.serverTime()).toBeGreaterThan(0);
    await left;
    // What the operating system holds between the two is not in anybody's hand.
    expect(sent).toBeLessThan(16_000_000);
  });

  test('with thousands of tags sends little of their list, and goes on to take a push', async () => {
    const tags = Array.from(
      { length: 50_000 },
      (_, i) => `${commit} refs/tags/components/prompts/${10_000 + i}/v1.0.0\n`,
    );
    await writeFile(
      path.join(origin.bare, 'packed-refs'),
      `# pack-refs with: peeled fully-peeled sorted\n${tags.join('')}`,
    );
    const whole = Buffer.byteLength(tags.join(''));
    const { update, objects } = first();
    await repository.mayPush();
    expect(await repository.push([update], objects)).toEqual({ landed: true });
    const [list] = sandbox.requests;
    expect(list?.operation).toBe('git push info/refs');
    expect(list?.responseBytes).toBeLessThan(whole / 2);
    expect((await repository.refs([''])).tags).toHaveLength(tags.length);
    expect(await repository.tips([LEDGER])).toEqual(new Map([[LEDGER, update.to]]));
  });
});

test('reads and pushes go through the proxy the environment names', async () => {
  const through: string[] = [];
  const { url, server } = await serve((request, response) => {
    through.push(request.url ?? '');
    const passed = requestHttp(request.url ?? '', { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(response);
    });
    request.pipe(passed);
  });
  server.on('connect', (_, socket) => socket.destroy());
  const proxied = await open({ http: new HttpClient({ HTTP_PROXY: url }) });
  const { update, objects } = first();
  expect(await proxied.push([update], objects)).toEqual({ landed: true });
  expect((await proxied.refs([''])).head).toBe(commit);
  expect(await refs()).toContain(LEDGER);
  const asked = ['git-receive-pack', 'git-upload-pack'];
  expect(through).toEqual(asked.map((path) => `${origin.url}/${path}`));
});

describe('what is given up', () => {
  test('fails at once and is not tried again, while what is asked afterwards is answered', async () => {
    const stalled = sandbox.faults.add({ when: { operation: 'git ls-refs' }, fault: 'stall', times: 2 });
    const waiting = repository.tips(['refs/heads/main']);
    const queued = repository.tips(['refs/heads/main']);
    const ends = Promise.allSettled([waiting, queued]);
    await until(() => asked().includes('git ls-refs'));
    await repository.abandon();
    expect(await ends).toEqual([
      expect.objectContaining({ status: 'rejected', reason: expect.objectContaining({ code: 'git-unreachable' }) }),
      expect.objectContaining({ status: 'rejected' }),
    ]);
    stalled();
    expect(await repository.tips(['refs/heads/main'])).toEqual(new Map([['refs/heads/main', commit]]));
  });

  test('is a push as well, of which nobody can say whether it landed', async () => {
    sandbox.faults.add({ when: { operation: 'git push' }, fault: 'stall-carried-out' });
    const { update, objects } = first();
    const pushing = repository.push([update], objects);
    const end = expect(pushing).rejects.toMatchObject({ name: 'TagshipError', code: 'git-unreachable' });
    await until(() => asked().includes('git push'));
    await repository.abandon();
    await end;
    // The server may still be at it.
    await until(async () => (await repository.tips([LEDGER])).has(LEDGER));
    expect(await repository.tips([LEDGER])).toEqual(new Map([[LEDGER, update.to]]));
  });
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) {
    await wait(10);
  }
}
