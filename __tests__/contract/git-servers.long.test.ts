import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WEB_SERVERS, type WebServer } from '../../sandbox/git/web-servers.ts';
import { GitRepository } from '../../src/adapters/git/git-repository.ts';
import { lookUp } from '../../src/engine/tree.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { client } from '../support/http.ts';
import { chain } from '../support/objects.ts';

const LEDGER = 'refs/tagship/ledger';

describe.each(Object.entries(WEB_SERVERS))('%s', (_, start) => {
  let folder: string;
  let server: WebServer;
  let commit: string;

  const git = (cwd: string, ...args: string[]): string =>
    execFileSync('git', args, {
      cwd,
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
      encoding: 'utf8',
    }).trim();

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'git-servers-'));
    await chmod(folder, 0o755);
    const root = path.join(folder, 'repositories');
    const bare = path.join(root, 'acme', 'x.git');
    git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', bare);
    const lines = [
      'commit refs/heads/main',
      'mark :1',
      'committer Ada <ada@example.com> 1800000000 +0000',
      'data 3\none',
    ];
    lines.push('M 100644 inline prompts/a.md', 'data 6\nhello\n');
    for (let i = 0; i < 3_000; i++) {
      lines.push(
        `tag components/prompts/n-${i}/v1.0.0`,
        'from :1',
        'tagger Ada <ada@example.com> 1800000000 +0000',
        'data 1\nx',
      );
    }
    execFileSync('git', ['fast-import', '--quiet'], { cwd: bare, input: `${lines.join('\n')}\n` });
    for (const [key, value] of [
      ['http.receivepack', 'true'],
      ['uploadpack.allowAnySHA1InWant', 'true'],
      ['uploadpack.allowFilter', 'true'],
    ] as const) {
      git(bare, 'config', key, value);
    }
    git(bare, 'pack-refs', '--all');
    commit = git(bare, 'rev-parse', 'main');
    git(folder, 'clone', '--quiet', '--bare', bare, path.join(root, 'acme', 'plain.git'));
    for (const key of ['http.receivepack', 'uploadpack.allowAnySHA1InWant']) {
      git(path.join(root, 'acme', 'plain.git'), 'config', key, 'true');
    }
    // The server may be another user.
    execFileSync('chmod', ['-R', 'a+rwX', root]);
    server = await start(root);
  }, 300_000);

  afterAll(async () => {
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function withRepository<T>(place: string, work: (opened: GitRepository) => Promise<T>): Promise<T> {
    const opened = await GitRepository.open({
      url: `${server.url}/${place}`,
      token: 'token',
      temporary: folder,
      environment: process.env,
      clock: new FakeClock(),
      http: client(),
      signal: new AbortController().signal,
    });
    try {
      return await work(opened);
    } finally {
      await opened.close();
    }
  }

  test.each([
    ['as it is', 'acme/x.git'],
    ['that cannot filter', 'acme/plain.git'],
    ['that was renamed', 'old/acme/x.git'],
  ])(
    'serves a repository %s, which is read and pushed to',
    async (_name, place) => {
      await withRepository(place, async (opened) => {
        const { head, tags } = await opened.refs(['components/']);
        expect([head, tags.length]).toEqual([commit, 3_000]);
        expect(await opened.load([commit], 'trees')).toBe(true);
        const found = await lookUp(opened, commit, 'prompts/a.md');
        const blob = 'oid' in found ? await opened.read(found.oid) : undefined;
        expect(blob?.type === 'blob' ? Buffer.from(blob.bytes ?? []).toString() : '').toBe('hello\n');
        const oids = tags.map(({ object }) => object);
        const names: string[] = [];
        for await (const { object } of opened.readAll(oids)) {
          names.push(object?.type === 'tag' ? object.name : '');
        }
        expect(names).toEqual(tags.map(({ name }) => name));
        expect(await opened.read('1'.repeat(40))).toBeUndefined();
        const from = (await opened.tips([LEDGER])).get(LEDGER);
        const entry = chain(`entry of ${place}`, from === undefined ? [] : [from]);
        expect(await opened.push([{ ref: LEDGER, from, to: entry.oid }], entry.objects)).toEqual({ landed: true });
        expect(await opened.tips([LEDGER])).toEqual(new Map([[LEDGER, entry.oid]]));
        const { directory, remove } = await opened.worktree(commit);
        expect(execFileSync('cat', [path.join(directory, 'prompts/a.md')], { encoding: 'utf8' })).toBe('hello\n');
        await remove();
      });
    },
    60_000,
  );

  test('that drops the header for the protocol is told so', async () => {
    await withRepository('v0/acme/x.git', async (opened) => {
      await expect(opened.refs(['components/'])).rejects.toMatchObject({
        code: 'git-protocol',
        what: expect.stringContaining('`Git-Protocol: version=2`'),
        remedy: expect.stringContaining('pass the header on'),
      });
    });
  });

  test('has no repository of another name', async () => {
    await withRepository('acme/none.git', async (opened) => {
      await expect(opened.refs(['components/'])).rejects.toMatchObject({ code: 'git-auth' });
    });
  });
});
