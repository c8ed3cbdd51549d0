import { expect, test } from '@jest/globals';
import { readableLog } from '../../demo/result.ts';

test('a log is shown as on the page of the run: commands carried out, escapes undone, secrets masked', () => {
  const stdout = [
    '::add-mask::geheim',
    '::group::Read the tags',
    'token geheim',
    '::endgroup::',
    '::error title=x,file=a%2Cb::12 %25 failed%0AGo back',
    '',
  ].join('\n');

  expect(readableLog({ stdout, stderr: '', masks: ['geheim'] })).toEqual([
    '> Read the tags',
    'token ***',
    'Error: 12 % failed Go back',
  ]);
});
