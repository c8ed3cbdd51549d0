import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ComponentTags, TagRef } from '../../src/domain/component-tags.ts';
import { extract } from '../../src/domain/references/extract.ts';
import { type FileReferences, findingsOf } from '../../src/domain/validation/check.ts';
import { cycleFindings } from '../../src/domain/validation/cycles.ts';
import { Known } from '../../src/domain/validation/facts.ts';
import type { Finding } from '../../src/domain/validation/finding.ts';
import { Scan } from '../../src/engine/validate/scan.ts';
import { vocabularyOf } from '../../src/engine/validate/vocabulary.ts';
import type { SourceText, SourceTree } from '../../src/ports/source-tree.ts';
import { examples } from '../support/lane.ts';

/**
 * The law of a fast `validate`: what it finds by parsing as few files as it can is what it would find by parsing all.
 */

const REFERENCES = [
  'prompts/a@v1.0.0',
  'prompts/a@v1.0.1',
  'prompts/a@^1.0.0',
  'prompts/b@production',
  'prompts/b@staging',
  'prompt://a@v1.0.0',
  'prompt://c',
  'ensembles/one',
  'ensembles/two',
  'ensembles/three',
  'ensembles/nothing',
  'one',
  'two@latest',
  'promts/a@v1.0.0',
  'actions/checkout@v4',
  'user@example.com',
  'application/json',
  'some words and prompts/a@v9.9.9 in them',
];

const FILES = [
  'ensembles/one.yaml',
  'ensembles/two.yaml',
  'ensembles/three.json',
  'prompts/a.md',
  'prompts/b.md',
  'src/load.ts',
  'flows/x.yml',
] as const;

const line = fc.record({
  key: fc.constantFrom('prompt', 'uses', 'name', 'description', 'note'),
  text: fc.constantFrom(...REFERENCES),
  comment: fc.constantFrom('', '', '', 'tagship-ignore: unknown-version', 'see prompts/b@staging'),
});

type Line = typeof line extends fc.Arbitrary<infer T> ? T : never;

function textOf(file: string, lines: readonly Line[]): string {
  const yaml = lines.map(({ key, text, comment }) => `- ${key}: "${text}"${comment === '' ? '' : ` # ${comment}`}\n`);
  switch (file.slice(file.lastIndexOf('.'))) {
    case '.json':
      return JSON.stringify(lines.map(({ key, text }) => ({ [key]: text })));
    case '.md':
      return `---\n${yaml.join('')}---\n${lines.map(({ text }) => `${text}\n`).join('')}`;
    case '.ts':
      return lines.map(({ key, text, comment }) => `load({ ${key}: '${text}' }); // ${comment}\n`).join('');
    default:
      return yaml.join('');
  }
}

function treeOf(files: ReadonlyMap<string, string>): SourceTree {
  return {
    kind: 'commit',
    paths: async () => [...files.keys()],
    async *readAll(paths): AsyncGenerator<SourceText> {
      for (const path of paths) {
        const text = files.get(path);
        yield text === undefined ? { path, kind: 'none' } : { path, kind: 'text', text };
      }
    },
  };
}

function tagsOf(
  type: string,
  name: string,
  versions: readonly string[],
  environments: readonly string[],
): ComponentTags {
  const refs = (slots: readonly string[]): Map<string, TagRef> =>
    new Map(
      slots.map((slot) => [
        slot,
        { name: `components/${type}/${name}/${slot}`, object: '1'.repeat(40), commit: '1'.repeat(40) },
      ]),
    );
  return {
    component: { prefix: 'components', type, name },
    versions: refs(versions),
    environments: refs(environments),
    shadowed: [],
  };
}

const TAGS = new Map([
  ['prompts/a', tagsOf('prompts', 'a', ['v1.0.0', 'v1.1.0'], ['production'])],
  ['prompts/b', tagsOf('prompts', 'b', ['v1.0.0'], ['production'])],
  ['ensembles/two', tagsOf('ensembles', 'two', ['v1.0.0'], [])],
]);

function found(files: readonly FileReferences[], known: Known): Finding[] {
  const findings = [
    ...files.flatMap(({ file, references }) => findingsOf(file, references, known)),
    ...cycleFindings(files, known),
  ];
  return findings.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

test('what is found by parsing few files is what is found by parsing all', async () => {
  let parsedFewer = 0;
  await fc.assert(
    fc.asyncProperty(fc.tuple(...FILES.map(() => fc.array(line, { maxLength: 4 }))), async (contents) => {
      const files = new Map(FILES.map((file, index) => [file as string, textOf(file, contents[index] ?? [])]));
      const known = new Known({ registry: undefined, tags: TAGS, files: files.keys(), templates: [] });
      const vocabulary = vocabularyOf(known, { tags: TAGS, keys: [], registryBefore: undefined });
      const scan = new Scan(treeOf(files), known, vocabulary);
      await scan.run([...files.keys()], new Set());
      await scan.parse(scan.filesOnCycles());

      const all: FileReferences[] = [];
      for (const [file, text] of files) {
        all.push({ file, references: (await extract(file, text, vocabulary)).references });
      }
      parsedFewer += scan.parsed.size < all.filter(({ references }) => references.length > 0).length ? 1 : 0;
      const onCycles = new Set(scan.filesOnCycles());
      const exact = [...scan.references()];
      expect(
        [
          ...exact.flatMap(({ file, references }) => findingsOf(file, references, known)),
          ...cycleFindings(
            exact.filter(({ file }) => onCycles.has(file)),
            known,
          ),
        ].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
      ).toEqual(found(all, known));
    }),
    { numRuns: examples(300) },
  );
  expect(parsedFewer).toBeGreaterThan(0);
});
