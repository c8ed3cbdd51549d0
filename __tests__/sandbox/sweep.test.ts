import { expect, test } from '@jest/globals';
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
