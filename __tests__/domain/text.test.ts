import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { code, count, duration, logLine, plain, printable, prose, size } from '../../src/domain/text.ts';

/** What no text for people may hold. */
const NEVER_SEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;

test.each([
  ['\n', '\\u000a'],
  ['a\u200bb', 'a\\u200bb'],
  ['\u202epdf.exe', '\\u202epdf.exe'],
  ['\u{e0041}\u{e007f}', '\\u{e0041}\\u{e007f}'],
  ['\ufe0f\u{e0100}', '\\ufe0f\\u{e0100}'],
  ['\u3164\u115f\uffa0\u2800\u034f', '\\u3164\\u115f\\uffa0\\u2800\\u034f'],
  ['\ud83d', '\\ud83d'],
  ['ü 日本 🚢', 'ü 日本 🚢'],
])('%j is written as %s', (text, expected) => {
  expect(printable(text)).toBe(expected);
});

describe('a log line', () => {
  test.each([
    ['file ##[error]x', 'file ##\\[error]x'],
    ['###[group]', '###\\[group]'],
    ['  ::error::x', '  \\::error::x'],
  ])('%s shows that it commands nothing: %s', (text, expected) => {
    expect(logLine(text)).toBe(expected);
  });

  test('never holds a control character and never starts a workflow command, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          '',
          '::error::',
          '  ::add-mask::',
          '##[group]',
          '\n::error::',
          ' x ###[error]',
          '\u200b##[debug]',
        ),
        (text, command) => {
          const line = logLine(command + text + command);
          expect(line).not.toMatch(NEVER_SEEN);
          expect(line).not.toMatch(/^\s*::|##\[/);
        },
      ),
    );
  });

  test('is left as it is when it is harmless', () => {
    expect(logLine('Deployed prompts/extraction – ü 🚢 :: fine')).toBe('Deployed prompts/extraction – ü 🚢 :: fine');
  });
});

describe('Markdown', () => {
  test.each([
    ['a', '`a`'],
    ['a`b', '``a`b``'],
    ['`a`', '`` `a` ``'],
    ['a``b`', '``` a``b` ```'],
    ['a|b', '`a\\|b`'],
    ['a\nb', '`a\\u000ab`'],
  ])('the code span of %j is %s', (text, expected) => {
    expect(code(text)).toBe(expected);
  });

  test('plain text has no markup, no HTML, no mention and no line break', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const out = plain(text);
        expect(out).not.toMatch(/[<>\n]/);
        expect(out).not.toMatch(/@(?!\u200B)/);
        expect(out).not.toMatch(/(?<!\\)[`*_[\]|]/);
      }),
    );
  });

  test.each([
    ['see https://evil.example/a|b.', 'see `https://evil.example/a\\|b`.'],
    ['HTTP://evil.example', '`HTTP://evil.example`'],
    ['www.evil.example)', '`www.evil.example`\\)'],
    ['mailto:a@b.c', '`mailto:a@b.c`'],
    ['commit 8f3c0de1 of it', 'commit `8f3c0de1` of it'],
    ['acme/x#1 GH-2 @a', 'acme/x\\#\u200b1 GH-\u200b2 @\u200ba'],
    ['1234567 requests, effaced', '1234567 requests, effaced'],
    ['https://github.com/acme/components/issues/1', '`https://github.com/acme/components/issues/1`'],
  ])('plain text makes no link: %s', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  test('prose links the pages of the repository itself, and nothing that only looks like one', () => {
    const home = 'https://github.com/acme/components';
    expect(prose(`See ${home}/issues/1.`, home)).toBe(`See <${home}/issues/1>.`);
    expect(prose(`See ${home}-evil/issues/1.`, home)).toBe(`See \`${home}-evil/issues/1\`.`);
    expect(prose(`See ${home}/a"b<i>.`, home)).toBe(`See \`${home}/a"b\`&lt;i&gt;.`);
  });

  test('prose keeps the names in backticks and nothing else', () => {
    expect(prose('The tag `a_b` is <b>gone</b>.')).toBe('The tag `a_b` is &lt;b&gt;gone&lt;/b&gt;.');
  });
});

test('figures for people', () => {
  expect([size(0), size(1023), size(1024), size(25 * 1024 * 1024)]).toEqual(['0 B', '1023 B', '1.0 KiB', '25.0 MiB']);
  const hour = 3_600_000;
  const lengths = [85.4, 1300, 150_000, 120_000, 3 * hour + 300_000, 47 * hour, 4797 * hour + 1];
  expect(lengths.map(duration)).toEqual(['85 ms', '1.3 s', '2 min 30 s', '2 min', '3 h 5 min', '47 h', '199 d 21 h']);
  expect([count(1, 'key'), count(3, 'key')]).toEqual(['1 key', '3 keys']);
});
