import { expect, test } from '@jest/globals';
import { startSandbox } from '../support/sandbox.ts';
import { sweep } from '../support/sweep.ts';

const SECRET = 'p/w"x|y_&z+ü';

test.each<[string, string]>([
  ['as it is', SECRET],
  ['in an address', encodeURIComponent(SECRET)],
  ['in JSON', JSON.stringify({ a: SECRET })],
  ['in base64', Buffer.from(`${SECRET} and more`).toString('base64')],
  ['in base64', Buffer.from(`u:${SECRET}`).toString('base64')],
  ['in base64', Buffer.from(`user:x${SECRET}`).toString('base64url')],
  ['in hex', Buffer.from(SECRET).toString('hex')],
  ['in hex', Buffer.from(SECRET).toString('hex').toUpperCase()],
  ['in an address', encodeURIComponent(SECRET).replace(/%../g, (byte) => byte.toLowerCase())],
  ['in JSON', '"p/w\\"x|y_&z+\\u00fc"'],
  ['in JSON in JSON', JSON.stringify(JSON.stringify(SECRET))],
  ['in HTML', 'p/w&quot;x|y_&amp;z+ü'],
])('a secret is found %s', (how, text) => {
  expect(sweep([SECRET], { 'the log': `a ${text} b`, 'the summary': 'nothing' })).toContain(
    `the log has the secret p/w"… ${how}`,
  );
});

test('a line of a secret is found, and nothing where there is none', () => {
  expect(sweep(['first line\nsecond line'], { it: 'x second line y' })).toEqual([
    'it has the secret firs… line by line',
  ]);
  expect(sweep([SECRET, '', 'short'], { it: 'p/w x|y short' })).toEqual([]);
});

test.each<[string, (token: string) => readonly [string, string]]>([
  ['a message', (token) => ['a.json', `Seq: 1\nReason: ${encodeURIComponent(token)}`]],
  ['a file', (token) => [`${token}.json`, 'Seq: 1']],
])('a ledger that has one in %s is found, and no sandbox closes in silence', async (_, write) => {
  const sandbox = await startSandbox();
  const repository = await sandbox.createRepository('acme/leaky');
  const [file, message] = write(sandbox.cloudflareToken);
  const git = (...args: string[]) => repository.git(['--git-dir', repository.bare, ...args]);
  const blob = await repository.git(['--git-dir', repository.bare, 'hash-object', '-w', '--stdin'], { input: '{}' });
  const tree = await repository.git(['--git-dir', repository.bare, 'mktree'], {
    input: `100644 blob ${blob}\t${file}\n`,
  });
  const commit = await git('commit-tree', tree, '-m', `Deploy\n\n${message}`);
  await git('update-ref', 'refs/heads/some-ledger', commit);
  await expect(sandbox.close()).rejects.toThrow(/acme\/leaky: the ledger has the secret/);
});
