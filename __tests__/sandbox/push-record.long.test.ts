import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { readPackets, writePackets } from '../../sandbox/git/pkt-line.ts';
import { withReasons } from '../../sandbox/git/report.ts';
import type { Repository, Sandbox } from '../../sandbox/index.ts';
import { startSandbox } from '../support/sandbox.ts';
import { runGitClient } from './support/client.ts';

const NO_OBJECT = '0'.repeat(40);

let sandbox: Sandbox;
let repository: Repository;

beforeAll(async () => {
  sandbox = await startSandbox();
  repository = await sandbox.createRepository();
  await repository.commit('One', { a: '1' });
  await repository.tag('moved');
  await repository.tag('gone');
  await repository.commit('Two', { a: '2' });
});

afterEach(() => sandbox.clearRequests());

afterAll(() => sandbox.close());

const git = (...args: string[]) => runGitClient(repository.path, sandbox.githubToken, args);

test('a push is told from a fetch at its first request, and says which refs it moves', async () => {
  const [before, after] = [await repository.objectOf('HEAD~1'), await repository.objectOf('HEAD')];
  const refs = ['+HEAD:refs/tags/moved', ':refs/tags/gone', 'HEAD:refs/tagship/ledger'];
  expect(await git('push', '--atomic', repository.url, ...refs)).toMatchObject({ ok: true });
  await git('ls-remote', repository.url);
  expect(sandbox.requests.map(({ operation, refs }) => [operation, refs])).toEqual([
    ['git push info/refs', []],
    [
      'git push',
      [
        { name: 'refs/tags/gone', before, after: NO_OBJECT },
        { name: 'refs/tags/moved', before, after },
        { name: 'refs/tagship/ledger', before: NO_OBJECT, after },
      ],
    ],
    ['git info/refs', []],
    ['git ls-refs', []],
  ]);
});

test('what is no push has no refs', async () => {
  const authorization = `Basic ${Buffer.from(`x:${sandbox.githubToken}`).toString('base64')}`;
  const type = 'application/x-git-receive-pack-request';
  for (const body of ['', '0000', 'zzzz', '00ff', '0008none0000']) {
    const headers = { authorization, 'content-type': type };
    await (await fetch(`${repository.url}/git-receive-pack`, { method: 'POST', headers, body })).arrayBuffer();
  }
  expect(sandbox.requests.map(({ refs }) => refs)).toEqual([[], [], [], [], []]);
});

test('a client may stop reading the advertisement at its first line', async () => {
  const head = await repository.objectOf('HEAD');
  const many = Array.from({ length: 20_000 }, (_, i) => `${head} refs/tags/many/${String(i).padStart(5, '0')}\n`);
  const header = '# pack-refs with: peeled fully-peeled sorted \n';
  await writeFile(path.join(repository.bare, 'packed-refs'), header + many.join(''));
  const authorization = `Basic ${Buffer.from(`x:${sandbox.githubToken}`).toString('base64')}`;
  const first = await new Promise<string>((resolve, reject) => {
    const url = `${repository.url}/info/refs?service=git-receive-pack`;
    const request = http.get(url, { headers: { authorization } }, (response) => {
      response.once('data', (chunk: Buffer) => {
        response.destroy();
        resolve(chunk.toString('latin1', 0, 36));
      });
    });
    request.on('error', reject);
  });
  expect(first).toMatch(/^001f# service=git-receive-pack\n0000/);
  expect(await git('push', repository.url, 'HEAD:refs/tags/after')).toMatchObject({ ok: true });
  expect(sandbox.requests.map(({ operation, status }) => `${operation} ${status}`)).toEqual([
    'git push info/refs 200',
    'git push info/refs 200',
    'git push 200',
  ]);
  expect(sandbox.requests[0]?.responseBytes).toBeLessThan(sandbox.requests[1]?.responseBytes ?? 0);
});

test('packets are read and written', () => {
  const packets = ['a', 'b\n', randomBytes(1000)];
  const stream = Buffer.concat([writePackets(packets), Buffer.from('PACK')]);
  expect(readPackets(stream)).toEqual({ packets: packets.map((one) => Buffer.from(one)), rest: Buffer.from('PACK') });
  expect(() => readPackets(Buffer.from('0004'))).toThrow('packets');
  expect(() => writePackets([Buffer.alloc(65_517)])).toThrow('packet');
});

test.each([true, false])('reasons replace those of a report, multiplexed: %s', (multiplexed) => {
  const lines = ['unpack ok\n', 'ng refs/a hook declined\n', 'ng refs/ab hook declined\n', 'ok refs/b\n'];
  const bands = (text: Buffer) => [Buffer.from('\x02remote'), Buffer.concat([Buffer.of(1), text])];
  const wrap = (texts: string[]) => (multiplexed ? writePackets(bands(writePackets(texts))) : writePackets(texts));
  const reasons = new Map([['refs/a', 'because']]);
  const [first = '', , ...others] = lines;
  expect(withReasons(wrap(lines), reasons)).toEqual(wrap([first, 'ng refs/a because\n', ...others]));
  expect(withReasons(wrap(lines), new Map())).toEqual(wrap(lines));
});
