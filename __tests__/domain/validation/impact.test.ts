import { describe, expect, test } from '@jest/globals';
import { type FileChange, type Impact, impactOf } from '../../../src/domain/validation/impact.ts';
import { readRegistryDocument } from '../../../src/domain/validation/registry-document.ts';
import { reference, registryText, type World, world } from './world.ts';

type Components = Exclude<World['registry'], string | undefined>;

/** What a change means, in short: component, change, path, path before. */
function impacts(changes: readonly FileChange[], after: World, before?: Components): Impact[] {
  const registry = before === undefined ? undefined : readRegistryDocument(registryText(before));
  return impactOf(changes, registry, world(after), []);
}

const short = (all: readonly Impact[]): unknown[] =>
  all.map(({ component, change, path, before }) => [component, change, path, before]);

const EXTRACTION: Components = { extraction: ['prompts/extraction.md', 'prompt'] };

interface Case {
  readonly title: string;
  readonly changes: readonly FileChange[];
  readonly after: World;
  readonly before?: Components;
  readonly expected: readonly (readonly [string, Impact['change'], string | undefined, string | undefined])[];
}

const CASES: readonly Case[] = [
  {
    title: 'a file that is modified gives its component new content',
    changes: [{ kind: 'modified', path: 'prompts/extraction.md' }],
    after: { registry: EXTRACTION, files: ['prompts/extraction.md'] },
    before: EXTRACTION,
    expected: [['prompts/extraction', 'changed', 'prompts/extraction.md', undefined]],
  },
  {
    title: 'a file that is no component changes nothing',
    changes: [
      { kind: 'modified', path: 'README.md' },
      { kind: 'added', path: 'src/prompts/x.ts' },
    ],
    after: { registry: EXTRACTION, files: ['prompts/extraction.md', 'README.md', 'src/prompts/x.ts'] },
    before: EXTRACTION,
    expected: [],
  },
  {
    title: 'a file that the registry does not name changes nothing where one is committed',
    changes: [{ kind: 'added', path: 'prompts/other.md' }],
    after: { registry: EXTRACTION, files: ['prompts/extraction.md', 'prompts/other.md'] },
    before: EXTRACTION,
    expected: [],
  },
  {
    title: 'without a registry a new file is a new component',
    changes: [{ kind: 'added', path: 'prompts/other.md' }],
    after: { files: ['prompts/other.md'] },
    expected: [['prompts/other', 'new', 'prompts/other.md', undefined]],
  },
  {
    title: 'a file that is removed takes its component along',
    changes: [{ kind: 'removed', path: 'prompts/extraction.md' }],
    after: { files: ['prompts/other.md'] },
    expected: [['prompts/extraction', 'removed', undefined, 'prompts/extraction.md']],
  },
  {
    title: 'a file that is removed while the registry still names it',
    changes: [{ kind: 'removed', path: 'prompts/extraction.md' }],
    after: { registry: EXTRACTION, files: [] },
    before: EXTRACTION,
    expected: [['prompts/extraction', 'removed', undefined, 'prompts/extraction.md']],
  },
  {
    title: 'a file that is renamed, in the registry as well, has the same content',
    changes: [
      { kind: 'renamed', from: 'prompts/extraction.md', path: 'lib/extraction.md', modified: false },
      { kind: 'modified', path: '.edgit/components.json' },
    ],
    after: { registry: { extraction: ['lib/extraction.md', 'prompt'] }, files: ['lib/extraction.md'] },
    before: EXTRACTION,
    expected: [['prompts/extraction', 'moved', 'lib/extraction.md', 'prompts/extraction.md']],
  },
  {
    title: 'a file that is renamed and modified has other content',
    changes: [{ kind: 'renamed', from: 'prompts/extraction.md', path: 'prompts/extraction.txt', modified: true }],
    after: { files: ['prompts/extraction.txt'] },
    expected: [['prompts/extraction', 'changed', 'prompts/extraction.txt', 'prompts/extraction.md']],
  },
  {
    title: 'a file that gets another name gives another component',
    changes: [{ kind: 'renamed', from: 'prompts/extraction.md', path: 'prompts/reading.md', modified: false }],
    after: { files: ['prompts/reading.md'] },
    expected: [
      ['prompts/extraction', 'removed', undefined, 'prompts/extraction.md'],
      ['prompts/reading', 'new', 'prompts/reading.md', undefined],
    ],
  },
  {
    title: 'a registry that points elsewhere gives new content without any file changed',
    changes: [{ kind: 'modified', path: '.edgit/components.json' }],
    after: {
      registry: { extraction: ['prompts/better.md', 'prompt'] },
      files: ['prompts/extraction.md', 'prompts/better.md'],
    },
    before: EXTRACTION,
    expected: [['prompts/extraction', 'changed', 'prompts/better.md', 'prompts/extraction.md']],
  },
  {
    title: 'a new entry for a file that was there',
    changes: [{ kind: 'modified', path: '.edgit/components.json' }],
    after: {
      registry: { ...EXTRACTION, user: ['schemas/user.json', 'schema'] },
      files: ['prompts/extraction.md', 'schemas/user.json'],
    },
    before: EXTRACTION,
    expected: [['schemas/user', 'new', 'schemas/user.json', undefined]],
  },
  {
    title: 'an entry that is gone while its file stays',
    changes: [{ kind: 'modified', path: '.edgit/components.json' }],
    after: { registry: {}, files: ['prompts/extraction.md'] },
    before: EXTRACTION,
    expected: [['prompts/extraction', 'unregistered', 'prompts/extraction.md', undefined]],
  },
  {
    title: 'an entry of another type is another component',
    changes: [{ kind: 'modified', path: '.edgit/components.json' }],
    after: { registry: { extraction: ['prompts/extraction.md', 'schema'] }, files: ['prompts/extraction.md'] },
    before: EXTRACTION,
    expected: [
      ['prompts/extraction', 'unregistered', 'prompts/extraction.md', undefined],
      ['schemas/extraction', 'new', 'prompts/extraction.md', undefined],
    ],
  },
  {
    title: 'a registry that is committed for the first time changes no content',
    changes: [{ kind: 'added', path: '.edgit/components.json' }],
    after: { registry: EXTRACTION, files: ['prompts/extraction.md', '.edgit/components.json'] },
    expected: [],
  },
  {
    title: 'a file whose tags have the longer name of Edgit is that component',
    changes: [{ kind: 'modified', path: 'prompts/extraction.md' }],
    after: { files: ['prompts/extraction.md'], tags: ['components/prompts/extraction-prompt/v1.0.0'] },
    expected: [['prompts/extraction-prompt', 'changed', 'prompts/extraction.md', undefined]],
  },
  {
    title: 'a folder with an index, and a name with folders',
    changes: [
      { kind: 'modified', path: 'agents/mailer/index.ts' },
      { kind: 'modified', path: 'components/templates/mail/header.hbs' },
      { kind: 'modified', path: 'configs/limits.config.json' },
    ],
    after: {
      files: ['agents/mailer/index.ts', 'components/templates/mail/header.hbs', 'configs/limits.config.json'],
      tags: ['components/configs/limits/v1.0.0'],
    },
    expected: [
      ['agents/mailer', 'changed', 'agents/mailer/index.ts', undefined],
      ['configs/limits', 'changed', 'configs/limits.config.json', undefined],
      ['templates/mail/header', 'changed', 'components/templates/mail/header.hbs', undefined],
    ],
  },
  {
    title: 'a file that needs a rebuild, tagged or not',
    changes: [
      { kind: 'modified', path: 'logic/agents/router/index.ts' },
      { kind: 'added', path: 'logic/agents/sorter.ts' },
    ],
    after: {
      files: ['logic/agents/router/index.ts', 'logic/agents/sorter.ts'],
      tags: ['logic/agents/router/v1.0.0'],
    },
    expected: [
      ['agents/router', 'changed', 'logic/agents/router/index.ts', undefined],
      ['agents/sorter', 'new', 'logic/agents/sorter.ts', undefined],
    ],
  },
  {
    title: 'a file where the configuration places it',
    changes: [{ kind: 'modified', path: 'lib/prompt-extraction.md' }],
    after: { files: ['lib/prompt-extraction.md'], templates: ['lib/{singular}-{name}.{ext}'] },
    expected: [['prompts/extraction', 'changed', 'lib/prompt-extraction.md', undefined]],
  },
];

describe('what a change means', () => {
  test.each(CASES)('$title', ({ changes, after, before, expected }) => {
    expect(short(impacts(changes, after, before))).toEqual(expected);
  });

  test('what runs where now, and who references it', () => {
    const known = world({
      registry: EXTRACTION,
      files: ['prompts/extraction.md', 'b.yaml', 'a.yaml'],
      tags: [
        'components/prompts/extraction/v1.0.0',
        'components/prompts/extraction/v1.1.0',
        'components/prompts/extraction/staging=v1.1.0',
        'components/prompts/extraction/production=v1.0.0',
        'components/prompts/extraction/odd',
      ],
    });
    const files = [
      { file: 'b.yaml', references: [reference('prompt://extraction@staging', known, { line: 2 })] },
      {
        file: 'a.yaml',
        references: [
          reference('extraction@v1.0.0', known, { line: 9 }),
          reference('prompts/extraction@^1', known, { line: 3 }),
          reference('prompts/other@v1.0.0', known, { line: 4 }),
        ],
      },
    ];
    const registry = readRegistryDocument(registryText(EXTRACTION));
    const changes = [{ kind: 'modified', path: 'prompts/extraction.md' }] as const;
    expect(impactOf(changes, registry, known, files)).toEqual([
      {
        component: 'prompts/extraction',
        change: 'changed',
        path: 'prompts/extraction.md',
        before: undefined,
        environments: [
          { environment: 'odd', version: undefined },
          { environment: 'production', version: 'v1.0.0' },
          { environment: 'staging', version: 'v1.1.0' },
        ],
        mentions: [
          { file: 'a.yaml', line: 3, column: 9, text: 'prompts/extraction@^1' },
          { file: 'a.yaml', line: 9, column: 9, text: 'extraction@v1.0.0' },
          { file: 'b.yaml', line: 2, column: 9, text: 'prompt://extraction@staging' },
        ],
      },
    ]);
    expect(impactOf([], registry, known, files)).toEqual([]);
  });

  test('of a component that is removed those who still name it are told', () => {
    const known = world({ registry: {}, files: [] });
    const files = [{ file: 'a.yaml', references: [reference('prompts/extraction@v1.0.0', known)] }];
    const registry = readRegistryDocument(registryText(EXTRACTION));
    const changes = [{ kind: 'removed', path: 'prompts/extraction.md' }] as const;
    expect(impactOf(changes, registry, known, files)).toMatchObject([
      { change: 'removed', mentions: [{ file: 'a.yaml' }] },
    ]);
  });
});
