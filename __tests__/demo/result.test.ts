import { expect, test } from '@jest/globals';
import { errorCode, readableLog, unmarked } from '../../demo/result.ts';

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

test('the code of an error is that of the run, and not of what it found', () => {
  const annotations = [
    { level: 'error', title: 'Tagship: cycle', file: 'a.yaml', message: 'It depends on itself.' },
    { level: 'warning', message: 'tagship(internal): no error' },
    { level: 'error', message: 'tagship(findings): 1 finding of severity error.' },
  ] as const;
  expect(errorCode({ annotations })).toBe('findings');
  expect(errorCode({ annotations: annotations.slice(0, 2) })).toBeUndefined();
});

test.each([
  ['## Found 2 errors', 'Found 2 errors'],
  ['**`a`** in [b](https://example.com) \\| c', 'a in b | c'],
])('Markdown %j is read as %j', (line, expected) => {
  expect(unmarked(line)).toBe(expected);
});
