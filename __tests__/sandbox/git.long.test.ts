import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readlink, rm } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Repository, Sandbox } from '../../sandbox/index.ts';
import { startSandbox } from '../support/sandbox.ts';

const run = promisify(execFile);

let sandbox: Sandbox;
let repository: Repository;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'tagship-git-test-'));
  sandbox = await startSandbox();
  repository = await sandbox.createRepository();
  await repository.commit('First', { 'prompts/a.md': 'one\r\n', 'deep/er/b.bin': Uint8Array.of(0, 255) });
  await repository.edgitTag('a', 'v1.0.0');
  await repository.edgitSet('a', 'production', 'v1.0.0');
});

afterEach(() => sandbox.clearRequests());

afterAll(async () => {
  await sandbox.close();
  await rm(directory, { recursive: true, force: true });
});

function headerFor(password: string, scheme = 'basic'): string {
  return `http.extraheader=AUTHORIZATION: ${scheme} ${Buffer.from(`x-access-token:${password}`).toString('base64')}`;
}

/** Runs git as a client outside the sandbox does. */
async function git(args: string[], headers = [headerFor(sandbox.githubToken)]): Promise<string> {
  const env = { PATH: process.env.PATH, HOME: directory, GIT_CONFIG_GLOBAL: devNull, GIT_TERMINAL_PROMPT: '0' };
  const { stdout } = await run('git', [...headers.flatMap((header) => ['-c', header]), ...args], {
    env,
    cwd: directory,
  });
  return stdout;
}

function operations(): string[] {
  return sandbox.requests.map(({ operation, status }) => `${operation} ${status}`);
}

describe('Git over HTTP', () => {
  test('lists, clones, fetches and pushes with the token', async () => {
    const listed = await git(['ls-remote', repository.url]);
    expect(listed).toContain(`${await repository.objectOf('refs/tags/components/a/production')}\trefs/tags/`);
    expect(operations()).toEqual(['git info/refs 200', 'git ls-refs 200']);

    await git(['clone', '--quiet', `${repository.url}.git`, 'clone']);
    expect(await readFile(path.join(directory, 'clone/prompts/a.md'), 'utf8')).toBe('one\r\n');
    expect(operations()).toContain('git fetch 200');

    sandbox.clearRequests();
    await git(['-C', 'clone', 'push', '--quiet', 'origin', 'HEAD:refs/tags/pushed']);
    expect(operations()).toEqual(['git push info/refs 200', 'git push 200']);
    expect(sandbox.requests[0]).toMatchObject({ n: 1, service: 'git', method: 'GET', requestBytes: 0, keys: [] });
    expect(sandbox.requests[0]?.responseBytes).toBeGreaterThan(0);
    expect(await repository.git(['ls-remote', 'origin', 'refs/tags/pushed'])).not.toBe('');
  });

  test('refuses a wrong token or none with 401', async () => {
    await expect(git(['ls-remote', repository.url], [headerFor('wrong')])).rejects.toThrow('could not read Username');
    await expect(git(['ls-remote', repository.url], [])).rejects.toThrow('could not read Username');
    expect(operations()).toEqual(['git info/refs 401', 'git info/refs 401']);
    const { headers } = await fetch(`${repository.url}/info/refs?service=git-upload-pack`);
    expect(headers.get('www-authenticate')).toBe('Basic realm="GitHub"');
  });

  test('takes the scheme in any case', async () => {
    await git(['ls-remote', repository.url], [headerFor(sandbox.githubToken, 'BaSiC')]);
    expect(operations()).toEqual(['git info/refs 200', 'git ls-refs 200']);
  });

  test('refuses a doubled Authorization header with 400, and records both', async () => {
    const header = headerFor(sandbox.githubToken);
    await expect(git(['ls-remote', repository.url], [header, header])).rejects.toThrow(
      'Duplicate header: "Authorization"',
    );
    expect(operations()).toEqual(['git info/refs 400']);
    expect(sandbox.requests[0]?.headers.authorization).toHaveLength(2);
  });

  test('answers after folders are gone in which Git ran', async () => {
    const other = await startSandbox();
    const gone = await other.createRepository('acme/gone');
    await gone.commit('First', { a: '1' });
    await Promise.all(Array.from({ length: 8 }, () => gone.git(['log', '-1'])));
    await other.close();
    expect(await git(['ls-remote', repository.url, 'refs/heads/main'])).toContain('refs/heads/main');
  });

  test('knows no other repository', async () => {
    await expect(git(['ls-remote', `${sandbox.serverUrl}/acme/none`])).rejects.toThrow('Repository not found.');
    expect(operations()[0]).toBe('git info/refs 404');
  });

  test.each(['tree:0', 'blob:none', 'blob:limit=1k'])('allows the filter %s', async (filter) => {
    const target = filter.replace(/\W/g, '-');
    await git(['clone', '--quiet', '--bare', `--filter=${filter}`, repository.url, target]);
    expect(operations()).toContain('git fetch 200');
    const present = await git(['-C', target, 'rev-list', '--objects', '--all', '--missing=print']);
    expect(present.includes('?')).toBe(filter !== 'blob:limit=1k');
  });

  test.each([
    ['tree:1', 'tree filter allows max depth 0'],
    ['combine:blob:none+tree:0', "filter 'combine' not supported"],
    ['sparse:oid=HEAD:x', "filter 'sparse:oid' not supported"],
  ])('refuses the filter %s', async (filter, complaint) => {
    await expect(git(['clone', '--quiet', '--bare', `--filter=${filter}`, repository.url, 'refused'])).rejects.toThrow(
      complaint,
    );
  });

  test('fetches any object by its id', async () => {
    const blob = await repository.objectOf('HEAD:prompts/a.md');
    await git(['init', '--quiet', 'single']);
    await git(['-C', 'single', 'fetch', '--quiet', '--filter=tree:0', '--depth=1', repository.url, blob]);
    expect(await git(['-C', 'single', 'cat-file', 'blob', blob])).toBe('one\r\n');
  });

  test('decompresses requests for the record and for git', async () => {
    const command = 'command=ls-refs';
    const body = `${(command.length + 4).toString(16).padStart(4, '0')}${command}0000`;
    const response = await fetch(`${repository.url}/git-upload-pack`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`x:${sandbox.githubToken}`).toString('base64')}`,
        'content-type': 'application/x-git-upload-pack-request',
        'content-encoding': 'gzip',
        'git-protocol': 'version=2',
      },
      body: gzipSync(body),
    });

    expect(await response.text()).toContain('refs/heads/main');
    expect(sandbox.requests[0]?.body.toString()).toBe(body);
    expect(sandbox.requests[0]).toMatchObject({ operation: 'git ls-refs', requestBytes: gzipSync(body).byteLength });
  });

  test('needs no token where none is required', async () => {
    const open = await startSandbox({ requireGitToken: false });
    try {
      const { url } = await open.createRepository('acme/open');
      await expect(git(['ls-remote', url], [])).resolves.toBe('');
    } finally {
      await open.close();
    }
  });
});

describe('repositories', () => {
  test('have deterministic commits and dates', async () => {
    const commitsIn = async (name: string) => {
      const twin = await sandbox.createRepository(name);
      await twin.commit('One', { a: '1' });
      await twin.edgitTag('a', 'v1.0.0');
      await twin.commit('Two', { a: null, b: '2' });
      await twin.commit('Three', {}, new Date('2026-06-01T00:00:00Z'));
      return twin.git(['log', '--format=%H %cI %an %ae']);
    };
    const log = await commitsIn('acme/one');

    expect(log).toBe(await commitsIn('acme/two'));
    expect(log.match(/2026-\S+/g)?.map((date) => new Date(date).toISOString())).toEqual([
      '2026-06-01T00:00:00.000Z',
      '2026-05-01T10:01:00.000Z',
      '2026-05-01T10:00:00.000Z',
    ]);
    expect(log).toContain('Ada Lovelace ada@example.com');
  });

  test('have environment tags as Edgit makes them: tag, tag, commit', async () => {
    const one = await repository.objectOf('refs/tags/components/a/v1.0.0');
    const environment = await repository.edgitSet('a', 'staging', 'v1.0.0');
    const text = await repository.git(['cat-file', '-p', environment]);

    expect(text).toMatch(new RegExp(`^object ${one}\ntype tag\ntag components/a/staging\n`));
    expect(await repository.git(['cat-file', '-t', one])).toBe('tag');
    expect(await repository.commitOf('components/a/staging')).toBe(await repository.commitOf('components/a/v1.0.0'));
    expect(await git(['ls-remote', repository.url, 'refs/tags/components/a/staging*'])).toBe(
      `${environment}\trefs/tags/components/a/staging\n` +
        `${await repository.commitOf('components/a/v1.0.0')}\trefs/tags/components/a/staging^{}\n`,
    );
    expect(await repository.edgitSet('a', 'staging', 'v1.0.0')).not.toBe(environment);
  });

  test('take lightweight, annotated, nested and moved tags, and delete them', async () => {
    const first = await repository.commitOf('HEAD');
    const second = await repository.commit('Second', { 'prompts/a.md': 'two' });
    expect(await repository.tag('light')).toBe(second);
    expect(await repository.tag('light', first)).toBe(first);
    const annotated = await repository.tag('noted', 'HEAD', { annotated: 'Why\n\nBecause.' });
    expect(await repository.tag('alias', 'noted')).toBe(annotated);
    const nested = await repository.tag('nested', 'noted', { annotated: true });
    expect(await repository.git(['cat-file', '-p', nested])).toContain(`object ${annotated}\ntype tag`);
    expect(await repository.commitOf('nested')).toBe(second);
    expect(sandbox.requests).toEqual([]);

    await repository.deleteTag('light');
    expect(await repository.git(['ls-remote', 'origin', 'refs/tags/light'])).toBe('');
    await expect(repository.objectOf('refs/tags/light')).rejects.toThrow('git rev-parse');
  });

  test('hold files of all kinds', async () => {
    const bytes = Uint8Array.of(13, 10, 0, 255);
    await repository.symlink('links/to', '../prompts/a.md');
    await repository.commit('Kinds', { 'ümlaut/x y.bin': bytes, 'deep/er/b.bin': null });

    expect(await readlink(path.join(repository.path, 'links/to'))).toBe('../prompts/a.md');
    expect((await repository.git(['ls-tree', '-r', 'HEAD', 'links'])).slice(0, 6)).toBe('120000');
    expect(await repository.gitBytes(['cat-file', 'blob', 'HEAD:ümlaut/x y.bin'])).toEqual(Buffer.from(bytes));
    expect(await repository.git(['ls-tree', '-r', '--name-only', 'HEAD'])).not.toContain('deep/er/b.bin');
    expect(await repository.git(['hash-object', '--stdin'], { input: '' })).toMatch(/^e69de29/);
  });

  test('describe a push as GitHub does', async () => {
    const commit = await repository.commit('Message\n\nBody.');
    await repository.edgitTag('a', 'v2.0.0');
    const before = await repository.objectOf('refs/tags/components/a/production');
    const after = await repository.edgitSet('a', 'production', 'v2.0.0');
    const moved = await repository.pushPayload('components/a/production', { before });

    expect(moved).toMatchObject({
      ref: 'refs/tags/components/a/production',
      before,
      after,
      created: false,
      deleted: false,
      forced: true,
      base_ref: 'refs/heads/main',
      commits: [],
      head_commit: {
        id: commit,
        tree_id: await repository.objectOf('HEAD^{tree}'),
        message: 'Message\n\nBody.',
        timestamp: expect.stringMatching(/^2026-\d\d-\d\dT\d\d:\d\d:00Z$/),
        author: { name: 'Ada Lovelace', email: 'ada@example.com' },
      },
      repository: {
        name: 'components',
        full_name: 'acme/components',
        default_branch: 'main',
        owner: { login: 'acme' },
      },
      sender: { login: 'ada', type: 'User' },
    });
    const created = await repository.pushPayload('components/a/v2.0.0');
    expect(created).toMatchObject({
      before: '0'.repeat(40),
      created: true,
      forced: false,
      head_commit: { id: commit },
    });
    await repository.deleteTag('components/a/v2.0.0');
    const deleted = await repository.pushPayload('components/a/v2.0.0', { before: created.after });
    expect(deleted).toMatchObject({ after: '0'.repeat(40), deleted: true, created: false, head_commit: null });
  });

  test('are read from files as Git reads them, whether packed or not', async () => {
    const read = await sandbox.createRepository('acme/read');
    const main = await read.commit('First\n\nwith a body', { 'deep/er file.md': 'one' });
    await read.edgitTag('a', 'v1.0.0');
    await read.edgitSet('a', 'production', 'v1.0.0');
    await read.git(['--git-dir', read.bare, 'update-ref', 'refs/tagship/ledger', main]);
    const tag = 'components/a/production';
    const answers = async () => ({
      refs: await read.refs(),
      file: await read.fileAt('refs/tagship/ledger', 'deep/er file.md'),
      object: await read.objectOf(`refs/tags/${tag}`),
      commit: await read.commitOf(`refs/tags/${tag}`),
      payload: await read.pushPayload(tag),
    });
    const loose = await answers();
    const lines = await read.git(['--git-dir', read.bare, 'for-each-ref', '--format=%(refname) %(objectname)']);
    expect(Object.entries(loose.refs).map((ref) => ref.join(' '))).toEqual(lines.split('\n'));
    expect(loose).toMatchObject({ file: 'one', commit: main, object: await read.git(['rev-parse', tag]) });
    await read.git(['pack-refs', '--all']);
    await read.git(['--git-dir', read.bare, 'gc', '--quiet', '--prune=now']);
    expect(await answers()).toEqual(loose);
    await expect(read.fileAt('refs/tagship/ledger', 'missing')).rejects.toThrow(/missing/);
  });

  test('have names of two plain parts, each once', async () => {
    await expect(sandbox.createRepository()).rejects.toThrow('already');
    await expect(sandbox.createRepository('../escape')).rejects.toThrow('Not a repository name');
  });
});
