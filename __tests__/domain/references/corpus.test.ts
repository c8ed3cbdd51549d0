import { describe, expect, test } from '@jest/globals';
import { candidateFinder } from '../../../src/domain/references/candidates.ts';
import { extract, isReadable } from '../../../src/domain/references/extract.ts';
import { asWritten, type Case, casesOf, FORMATS, type Format, framedCasesOf, unmarked, VOCABULARY } from './corpus.ts';

const find = candidateFinder(VOCABULARY);

async function found({ file, text }: Case): Promise<object> {
  const plain = unmarked(text);
  const extracted = await extract(file, plain, VOCABULARY);
  return {
    ...asWritten(plain, extracted),
    missed: [...missed(plain, extracted.references), ...missed(plain, extracted.references, file)],
  };
}

/** The references that the search for candidates does not see. */
function missed(
  text: string,
  references: Awaited<ReturnType<typeof extract>>['references'],
  file?: string,
): readonly string[] {
  const candidates = find(text, file);
  if (candidates === 'unknown') {
    return [];
  }
  const seen = new Set(candidates.map(({ form, type, name, slot }) => JSON.stringify([form, type, name, slot])));
  return references
    .filter(({ form, type, name, slot }) => !seen.has(JSON.stringify([form, type, name, slot])))
    .map(({ text }) => text);
}

function wanted({ text, expected }: Case): object {
  return { marked: text, lines: expected, missed: [] };
}

for (const format of Object.keys(FORMATS) as Format[]) {
  describe(`whole files: ${format}`, () => {
    for (const one of casesOf(format)) {
      test(one.name, async () => {
        expect(await found(one)).toEqual(wanted(one));
      });
    }
  });

  describe(`strings: ${format}`, () => {
    for (const { name, cases } of framedCasesOf(format)) {
      test(name, async () => {
        for (const one of cases) {
          expect({ frame: one.name, ...(await found(one)) }).toEqual({ frame: one.name, ...wanted(one) });
        }
      });
    }
  });
}

test('the corpus is large enough to mean something', () => {
  for (const format of Object.keys(FORMATS) as Format[]) {
    const whole = casesOf(format).length;
    const framed = framedCasesOf(format).reduce((sum, { cases }) => sum + cases.length, 0);
    expect(whole).toBeGreaterThan(10);
    expect(framed).toBeGreaterThan(500);
  }
});

test.each([
  ['.github/workflows/ci.yml', true],
  ['a.YAML', true],
  ['a.d.mts', true],
  ['README.markdown', true],
  ['a.json5', false],
  ['a.txt', false],
  ['yml', false],
  ['dir.yml/file', false],
  ['package-lock.json', false],
  ['web/pnpm-lock.yaml', false],
  ['constructor', false],
  ['a.constructor', false],
])('%s is read: %s', (file, expected) => {
  expect(isReadable(file)).toBe(expected);
});
