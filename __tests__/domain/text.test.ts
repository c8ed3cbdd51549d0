import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { code, count, duration, logLine, plain, prose, size } from '../../src/domain/text.ts';

describe('a log line', () => {
  test('never holds a control character and never starts a workflow command, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', '::error::', '  ::add-mask::', '##[group]', '\n::error::'),
        (text, start) => {
          const line = logLine(start + text);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: that is the point
          expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
          expect(line).not.toMatch(/^\s*(::|##\[)/);
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
