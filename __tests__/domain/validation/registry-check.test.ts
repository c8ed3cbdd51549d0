import { describe, expect, test } from '@jest/globals';
import type { FindingCode } from '../../../src/domain/validation/finding.ts';
import { registryFindings } from '../../../src/domain/validation/registry-check.ts';
import { readRegistryDocument } from '../../../src/domain/validation/registry-document.ts';
import { cut, registryText, type World, world } from './world.ts';

const FILES = [
  'prompts/extraction.md',
  'prompts/summary.md',
  'schemas/user.json',
  'agents/mailer/index.ts',
  'lib/limits.config.json',
  'moved/elsewhere.md',
  'policies/terms.md',
  'README.md',
];

interface Case {
  readonly title: string;
  readonly components?: Readonly<Record<string, readonly [path: string, type: string]>>;
  readonly text?: string;
  readonly tags?: World['tags'];
  /** Code, what its range covers, the suggestion. */
  readonly found: readonly (readonly [code: FindingCode, covers: string | undefined, suggestion?: string])[];
}

const entry = (name: string, path: string, type: string): string =>
  `${JSON.stringify(name)}: {"path": ${JSON.stringify(path)}, "type": ${JSON.stringify(type)}}`;
const EXTRACTION = entry('extraction', 'prompts/extraction.md', 'prompt');
const SUMMARY = entry('summary', 'prompts/summary.md', 'prompt');

const CASES: readonly Case[] = [
  {
    title: 'a good registry',
    components: {
      extraction: ['prompts/extraction.md', 'prompt'],
      summary: ['./prompts/summary.md', 'prompts'],
      user: ['schemas/user.json', 'schema'],
      mailer: ['agents/mailer/index.ts', 'agent-definition'],
      limits: ['lib/limits.config.json', 'config'],
    },
    found: [],
  },
  { title: 'an empty registry', components: {}, found: [] },

  // duplicate-registration
  {
    title: 'two entries of one name',
    text: `{"components": {${EXTRACTION},\n  ${entry('extraction', 'prompts/summary.md', 'prompt')}}}`,
    found: [['duplicate-registration', 'extraction']],
  },
  {
    title: 'two entries of one file',
    components: { extraction: ['prompts/extraction.md', 'prompt'], other: ['./prompts//extraction.md', 'prompt'] },
    found: [
      ['duplicate-registration', 'other'],
      ['missing-file', './prompts//extraction.md', 'prompts/extraction.md'],
    ],
  },
  {
    title: 'a component with and without the suffix of Edgit',
    components: {
      extraction: ['prompts/extraction.md', 'prompt'],
      'extraction-prompt': ['prompts/summary.md', 'prompt'],
    },
    found: [['duplicate-registration', 'extraction-prompt']],
  },
  {
    title: 'the same name with the suffix of another type',
    components: { user: ['prompts/extraction.md', 'prompt'], 'user-schema': ['schemas/user.json', 'schema'] },
    found: [],
  },
  {
    title: 'three of one name are two too many',
    text: `{"components": {${EXTRACTION}, ${EXTRACTION}, ${EXTRACTION}}}`,
    found: [
      ['duplicate-registration', 'extraction'],
      ['duplicate-registration', 'extraction'],
    ],
  },

  // missing-file
  {
    title: 'a file of another extension',
    components: { extraction: ['prompts/extraction.txt', 'prompt'] },
    found: [['missing-file', 'prompts/extraction.txt', 'prompts/extraction.md']],
  },
  {
    title: 'a mistyped file',
    components: { extraction: ['prompts/extration.md', 'prompt'] },
    found: [['missing-file', 'prompts/extration.md', 'prompts/extraction.md']],
  },
  {
    title: 'a file that is in another folder now',
    components: { elsewhere: ['prompts/elsewhere.md', 'prompt'] },
    found: [['missing-file', 'prompts/elsewhere.md', 'moved/elsewhere.md']],
  },
  {
    title: 'a folder with an index',
    components: { mailer: ['agents/mailer', 'agent'] },
    found: [['missing-file', 'agents/mailer', 'agents/mailer/index.ts']],
  },
  {
    title: 'a file that is nowhere, and one outside',
    components: { nothing: ['prompts/nothing.md', 'prompt'], outside: ['../prompts/zebra.md', 'prompt'] },
    found: [
      ['missing-file', 'prompts/nothing.md'],
      ['missing-file', '../prompts/zebra.md'],
    ],
  },

  // registry-type
  {
    title: 'a prompt among the schemas',
    components: { user: ['schemas/user.json', 'prompt'] },
    found: [['registry-type', 'prompt', 'schema']],
  },
  {
    title: 'a schema that is called a config',
    components: { limits: ['lib/limits.config.json', 'schema'] },
    found: [['registry-type', 'schema', 'config']],
  },
  {
    title: 'a template among the agents',
    components: { mailer: ['agents/mailer/index.ts', 'template'] },
    found: [['registry-type', 'template', 'agent-definition']],
  },
  {
    title: 'a mistyped type where no folder tells',
    components: { terms: ['README.md', 'promt'] },
    found: [['registry-type', 'promt', 'prompt']],
  },
  {
    title: 'a type that nothing is like',
    components: { terms: ['README.md', 'zebra'] },
    found: [['registry-type', 'zebra']],
  },
  { title: 'a type of their own, by its folder', components: { terms: ['policies/terms.md', 'policy'] }, found: [] },
  {
    title: 'a type of their own, by its tags',
    components: { terms: ['README.md', 'policy'] },
    tags: ['components/policies/terms/v1.0.0'],
    found: [],
  },
  { title: 'any type where nothing tells', components: { readme: ['README.md', 'query'] }, found: [] },

  // registry-invalid
  { title: 'an empty file', text: '', found: [['registry-invalid', '']] },
  { title: 'a list', text: '[]', found: [['registry-invalid', '[]']] },
  { title: 'no components', text: '{"version": "3.0.0"}', found: [['registry-invalid', '{"version": "3.0.0"}']] },
  { title: 'a list of components', text: '{"components": [1]}', found: [['registry-invalid', '[1]']] },
  {
    title: 'a missing comma, with entries on both sides',
    text: `{"components": {${EXTRACTION}\n  ${entry('other', 'prompts/none.md', 'prompt')}}}`,
    found: [
      ['registry-invalid', '"other"'],
      ['missing-file', 'prompts/none.md'],
    ],
  },
  {
    title: 'a comment',
    text: `{"components": { // ours\n ${EXTRACTION}}}`,
    found: [['registry-invalid', '// ours']],
  },
  { title: 'a trailing comma', text: `{"components": {${EXTRACTION},}}`, found: [['registry-invalid', '}']] },
  {
    title: 'entries of another shape beside a good one',
    text: `{"components": {${SUMMARY}, "a": "prompts/extraction.md", "b": {"type": "prompt"}, "c": {"path": "README.md", "type": 1}, "d": {"path": "", "type": "prompt"}, "": {"path": "README.md", "type": "prompt"}}}`,
    found: [
      ['registry-invalid', 'prompts/extraction.md'],
      ['registry-invalid', '{"type": "prompt"}'],
      ['registry-invalid', '1'],
      ['registry-invalid', '""'],
      ['registry-invalid', '""'],
    ],
  },
];

describe('the registry', () => {
  test.each(CASES)('$title', ({ components, text = registryText(components ?? {}), tags = [], found }) => {
    const findings = registryFindings(world({ registry: text, files: FILES, tags }));
    const short = findings.map(({ code, file, range, suggestion }) => {
      expect(file).toBe('.edgit/components.json');
      const covers = range && cut(text, range);
      return suggestion === undefined ? [code, covers] : [code, covers, suggestion];
    });
    expect(short).toEqual(found);
  });

  test('that is not committed has nothing wrong with it', () => {
    expect(registryFindings(world({ files: FILES }))).toEqual([]);
  });

  test('of which the suggestions are written has nothing of that kind wrong with it', () => {
    for (const { components, text = registryText(components ?? {}), tags = [] } of CASES) {
      for (const { code, range, suggestion } of registryFindings(world({ registry: text, files: FILES, tags }))) {
        if (range !== undefined && suggestion !== undefined) {
          const mended = text.slice(0, range.start.offset) + suggestion + text.slice(range.end.offset);
          const again = registryFindings(world({ registry: mended, files: FILES, tags }));
          const here = again.filter((one) => one.range?.start.offset === range.start.offset);
          expect(here.map((one) => one.code)).not.toContain(code);
        }
      }
    }
  });

  test('tells the earlier of two with its line', () => {
    const text = `{"components": {\n  ${EXTRACTION},\n  ${entry('again', 'prompts/extraction.md', 'prompt')}}}`;
    expect(registryFindings(world({ registry: text, files: FILES }))).toMatchObject([
      { message: 'The entry `again` has the same file `prompts/extraction.md` as `extraction` on line 2.' },
    ]);
  });

  test('is read as far as it can be, the last of equal names counting', () => {
    const { entries, byName } = readRegistryDocument(
      `{"components": {"a": {"path": "x", "type": "prompt"}, "__proto__": {"path": "y", "type": "prompt"}, "a": {"path": "z", "type": "prompt"`,
    );
    expect(entries.map(({ name, path }) => [name, path])).toEqual([
      ['a', 'x'],
      ['__proto__', 'y'],
      ['a', 'z'],
    ]);
    expect(byName.get('a')?.path).toBe('z');
  });
});
