import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { candidateFinder } from '../../../src/domain/references/candidates.ts';
import { extract } from '../../../src/domain/references/extract.ts';
import { readReference } from '../../../src/domain/references/grammar.ts';
import type { Extracted, Range } from '../../../src/domain/references/reference.ts';
import { VOCABULARY } from './corpus.ts';
import { FILES, file, type Kind, LOOK_ALIKES, REFERENCES } from './files.ts';

const find = candidateFinder(VOCABULARY);

function expectPlace(text: string, { start, end }: Range): void {
  for (const { offset, line, column } of [start, end]) {
    const before = text.slice(0, offset).split('\n');
    expect([line, column]).toEqual([before.length, (before.at(-1) ?? '').length + 1]);
  }
  expect(start.offset).toBeLessThanOrEqual(end.offset);
  expect(end.offset).toBeLessThanOrEqual(text.length);
}

function expectSound(text: string, { references, suppressions, problem }: Extracted): void {
  for (const reference of references) {
    expectPlace(text, reference.range);
    expect(text.slice(reference.range.start.offset, reference.range.end.offset)).toBe(reference.text);
    if (!reference.text.includes('\\')) {
      const { form, type, name, slot, key } = reference;
      const isUnderKey = key !== undefined && VOCABULARY.keys.has(key);
      expect(readReference(reference.text, isUnderKey, VOCABULARY)).toEqual({ form, type, name, slot });
    }
  }
  for (const { range, line } of suppressions) {
    expectPlace(text, range);
    expect(text.slice(range.start.offset, range.end.offset)).toMatch(/^(?:#+|\/\/+|\/\*|<!--)[\s*]*tagship-ignore/);
    expect(line).toBeGreaterThanOrEqual(range.start.line);
  }
  if (problem !== undefined) {
    expectPlace(text, problem.range);
    expect(problem.message).not.toBe('');
  }
}

/** How many references were looked for among the candidates. */
function expectCandidates(text: string, { references, suppressions }: Extracted, name?: string): number {
  const candidates = find(text, name);
  if (candidates === 'unknown') {
    return 0;
  }
  expect(suppressions).toEqual([]);
  const seen = new Set(candidates.map(({ form, type, name, slot }) => JSON.stringify([form, type, name, slot])));
  for (const { form, type, name, slot } of references) {
    expect(seen).toContain(JSON.stringify([form, type, name, slot]));
  }
  return references.length;
}

describe.each(Object.keys(FILES) as Kind[])('any file: %s', (kind) => {
  test('is read without an error, every range is what it says, and no reference is missing among the candidates', async () => {
    let references = 0;
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(file(kind), async ({ name, text }) => {
        const extracted = await extract(name, text, VOCABULARY);
        expectSound(text, extracted);
        references += extracted.references.length;
        compared += expectCandidates(text, extracted);
        compared += expectCandidates(text, extracted, name);
      }),
      { numRuns: 2000 },
    );

    expect(references).toBeGreaterThan(200);
    expect(compared).toBeGreaterThan(200);
  });

  test('of any characters is read without an error', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...FILES[kind]),
        fc.string({ unit: 'binary', maxLength: 80 }),
        async (name, text) => {
          const extracted = await extract(name, text, VOCABULARY);
          expectSound(text, extracted);
          expectCandidates(text, extracted);
          expectCandidates(text, extracted, name);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a document that a library writes', () => {
  const leaf = fc.oneof(
    fc.constantFrom(...REFERENCES),
    fc.constantFrom(...LOOK_ALIKES.filter((text) => text !== '\uD800')),
    fc.string({ maxLength: 12 }),
    fc.integer(),
    fc.constant(null),
  );
  const key = fc.oneof(
    fc.constantFrom('prompt', 'agent', 'steps', 'prompts/a@v1'),
    fc.string({ minLength: 1, maxLength: 5 }),
  );
  const { tree } = fc.letrec<{ tree: unknown; list: unknown[]; map: Record<string, unknown> }>((tie) => ({
    tree: fc.oneof({ maxDepth: 4 }, leaf, tie('list'), tie('map')),
    list: fc.array(tie('tree'), { maxLength: 4 }),
    map: fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
  }));

  /** What is to be found, by the rule as it is written down, on the value instead of on the text. */
  function wanted(value: unknown, under?: string, isValue = false): string[] {
    if (typeof value === 'string') {
      const text = value.trim();
      // Text in which a writer needs escapes or folds lines may be left out; there is none such among the references.
      return REFERENCES.includes(text) &&
        readReference(text, under !== undefined && VOCABULARY.keys.has(under), VOCABULARY)
        ? [text]
        : [];
    }
    if (Array.isArray(value)) {
      return value.flatMap((item) => wanted(item, isValue ? under : undefined));
    }
    return Object.entries(value ?? {}).flatMap(([name, item]) => wanted(item, name, true));
  }

  async function found(name: string, text: string): Promise<string[]> {
    const { references, problem } = await extract(name, text, VOCABULARY);
    expect(problem).toBeUndefined();
    return references.map((reference) => reference.text).filter((reference) => REFERENCES.includes(reference));
  }

  test.each<[string, string, (value: unknown) => string]>([
    ['YAML', 'a.yml', (value) => stringify(value, { lineWidth: 0 })],
    [
      'YAML with collections in brackets',
      'a.yml',
      (value) => stringify(value, { lineWidth: 0, collectionStyle: 'flow' }),
    ],
    ['YAML in quotes', 'a.yml', (value) => stringify(value, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE' })],
    ['front matter', 'a.md', (value) => `---\n${stringify({ value }, { lineWidth: 0 })}---\nprompts/a@v1\n`],
    ['JSON', 'a.json', (value) => JSON.stringify(value)],
    ['indented JSON', 'a.jsonc', (value) => `// why\n${JSON.stringify(value, null, 2)}\n`],
    ['TypeScript', 'a.ts', (value) => `export const value = ${JSON.stringify(value)} as const;`],
    ['JavaScript', 'a.js', (value) => `module.exports = (${JSON.stringify(value, null, '\t')});`],
  ])('has the references of its value: %s', async (_, name, write) => {
    let references = 0;
    await fc.assert(
      fc.asyncProperty(tree, async (value) => {
        const expected = wanted(value).sort();
        references += expected.length;
        expect((await found(name, write(value))).sort()).toEqual(expected);
      }),
      { numRuns: 300 },
    );
    expect(references).toBeGreaterThan(50);
  });
});

describe('a file that is made to be hard', () => {
  const SIZE = 200_000;
  const repeated = (piece: string): string => piece.repeat(Math.ceil(SIZE / piece.length));

  test.each([
    ['a.yml', '['],
    ['a.yml', '- '],
    ['a.yml', 'a: b: '],
    ['a.yml', '&a [*a,'],
    ['a.json', '['],
    ['a.json', '{"a":'],
    ['a.md', '<!--'],
    ['a.ts', '('],
    ['a.ts', 'a+'],
    ['a.ts', '`${'],
    ['a.tsx', '<a>'],
    ['a.js', '{a:'],
  ])('%s of nothing but %s has a problem, and nothing is thrown', async (name, one) => {
    const text = repeated(one);
    const { problem } = await extract(name, text, VOCABULARY);
    expectSound(text, { references: [], suppressions: [], problem });
    if (name !== 'a.md') {
      expect(problem).toBeDefined();
    }
  });

  test('aliases of aliases are not followed', async () => {
    const bomb = Array.from(
      { length: 40 },
      (_, at) => `a${at}: &a${at} [${at === 0 ? 'prompts/a@v1' : `*a${at - 1}, *a${at - 1}`}]\n`,
    );
    const { references, problem } = await extract('a.yml', bomb.join(''), VOCABULARY);
    expect(references.map(({ range }) => range.start.line)).toEqual([1]);
    expect(problem).toBeUndefined();
  });

  test.each(['<T>(', 'async<T>(', 'f<T>`${'])('TypeScript that nests %s is refused', async (one) => {
    const { problem } = await extract('a.ts', `const a = ${one.repeat(60)}`, VOCABULARY);
    expect(problem?.message).toContain('nested too deeply');
  });

  test('many generic calls, one behind the other, are not', async () => {
    const text = "const a = f<T>(g<T>(h('prompts/a@v1'))), b = c > (d), s = '>(';\n"
      .repeat(1)
      .concat("f<T>('prompts/b@v1');\n".repeat(50));
    const { references, problem } = await extract('a.ts', text, VOCABULARY);
    expect(problem).toBeUndefined();
    expect(references).toHaveLength(51);
  });

  test('references before the problem, and behind it, are still found', async () => {
    const yaml = await extract('a.yml', 'a: prompts/a@v1\nb: [\nc: prompts/b@v1\n', VOCABULARY);
    expect(yaml.references.map(({ text }) => text)).toEqual(['prompts/a@v1', 'prompts/b@v1']);
    expect(yaml.problem).toBeDefined();
  });
});
