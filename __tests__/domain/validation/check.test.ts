import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findingsOf, movedFindings, problemOf } from '../../../src/domain/validation/check.ts';
import { type Known, movedVersions } from '../../../src/domain/validation/facts.ts';
import type { FindingCode } from '../../../src/domain/validation/finding.ts';
import { commit, rangeAt, reference, type World, world } from './world.ts';

/** Three registered components, one of them twice deployed, and files to match. */
const REGISTERED: World = {
  registry: {
    extraction: ['prompts/extraction.md', 'prompt'],
    summary: ['prompts/summary.md', 'prompt'],
    user: ['schemas/user.json', 'schema'],
    'components/header': ['templates/components/header.hbs', 'template'],
    gone: ['prompts/gone.md', 'prompt'],
    'gone-tagged': ['prompts/gone-tagged.md', 'prompt'],
  },
  files: [
    'prompts/extraction.md',
    'prompts/summary.md',
    'prompts/orphan.md',
    'schemas/user.json',
    'templates/components/header.hbs',
  ],
  tags: [
    'components/prompts/extraction/v1.0.0',
    'components/prompts/extraction/v1.1.0',
    'components/prompts/extraction/v2.0.0-rc.1',
    'components/prompts/extraction/production=v1.0.0',
    'components/prompts/extraction/staging=v1.1.0',
    'components/templates/components/header/v1.0.0',
    'components/templates/components/header/canary=v1.0.0',
    'components/schemas/user/v0.1.0-beta.1',
    'components/prompts/gone-tagged/v1.0.0',
    'components/prompts/unlisted/v1.0.0',
  ],
};

/** Nothing is committed of Edgit, so tags and files speak for themselves. */
const UNREGISTERED: World = {
  files: [
    'prompts/extraction.md',
    'schemas/user.schema.json',
    'components/configs/limits.yaml',
    'logic/agents/sorter.ts',
    'logic/agents/router/index.ts',
  ],
  tags: [
    'components/prompts/extraction-prompt/v1.0.0',
    'components/prompts/extraction-prompt/production=v1.0.0',
    'components/queries/old/v1.0.0',
    'components/queries/never/production',
    'logic/agents/router/v1.0.0',
  ],
};

function check(text: string, known: Known, key = 'prompt') {
  return findingsOf('flows/main.yaml', [reference(text, known, { key })], known);
}

describe('references that are all right', () => {
  test.each([
    'prompts/extraction',
    'prompts/extraction@v1.0.0',
    'prompts/extraction@v2.0.0-rc.1',
    'prompts/extraction@latest',
    'prompts/extraction@production',
    'prompts/extraction@^1.0.0',
    'prompts/extraction@v1',
    'prompts/extraction@>=1.0.0 <2.0.0',
    'prompt://extraction@staging',
    'prompts://extraction',
    'template://components/header@canary',
    'extraction@v1.0.0',
    'extraction',
    'components/header@v1.0.0',
    // Registered, and no version is asked for.
    'prompts/summary',
    'schemas/user@^0.1.0-beta.0',
  ])('%s, where the registry is committed', (text) => {
    expect(check(text, world(REGISTERED))).toEqual([]);
  });

  test.each([
    'prompts/extraction',
    'prompts/extraction-prompt@v1.0.0',
    'prompts/extraction-prompt@production',
    'extraction-prompt@v1.0.0',
    'schemas/user',
    'configs/limits',
    'agents/sorter',
    'agents/router@v1.0.0',
  ])('%s, where none is', (text) => {
    expect(check(text, world(UNREGISTERED))).toEqual([]);
  });

  test('a component that the registry has without the suffix under which it is tagged', () => {
    const known = world({
      registry: { extraction: ['prompts/extraction.md', 'prompt'] },
      files: ['prompts/extraction.md'],
      tags: ['components/prompts/extraction-prompt/v1.0.0'],
    });
    expect(check('prompts/extraction-prompt@v1.0.0', known)).toEqual([]);
    expect(check('prompts/extraction-schema@v1.0.0', known)).toMatchObject([{ code: 'unregistered-component' }]);
  });

  test('a component whose file the configuration places elsewhere', () => {
    const known = world({ files: ['lib/prompts/a/text.md'], templates: ['lib/{type}/{name}/text.{ext}'] });
    expect(check('prompts/a', known)).toEqual([]);
    expect(check('prompts/b', known)).toMatchObject([{ code: 'unregistered-component' }]);
  });
});

interface Case {
  readonly text: string;
  readonly world?: World;
  readonly key?: string;
  readonly codes: readonly FindingCode[];
  readonly suggestion?: string;
  readonly command?: string;
  readonly message?: string;
}

const CASES: readonly Case[] = [
  // unregistered-component
  { text: 'prompts/extracton@v1.0.0', codes: ['unregistered-component'], suggestion: 'prompts/extraction@v1.0.0' },
  { text: 'promts/extraction@v1.0.0', codes: ['unregistered-component'], suggestion: 'prompts/extraction@v1.0.0' },
  { text: 'prompt/extraction@v1.0.0', codes: ['unregistered-component'], suggestion: 'prompts/extraction@v1.0.0' },
  {
    text: 'prompts/Extraction@production',
    codes: ['unregistered-component'],
    suggestion: 'prompts/extraction@production',
  },
  { text: 'prompts/user', codes: ['unregistered-component'], suggestion: 'schemas/user' },
  {
    text: 'templates/header@v1.0.0',
    codes: ['unregistered-component'],
    suggestion: 'templates/components/header@v1.0.0',
  },
  { text: 'prompt://extracton@^1.0.0', codes: ['unregistered-component'], suggestion: 'prompt://extraction@^1.0.0' },
  { text: 'prompts://extracton', codes: ['unregistered-component'], suggestion: 'prompts://extraction' },
  { text: 'prompt://user', codes: ['unregistered-component'], suggestion: 'schema://user' },
  { text: 'extracton@v1.0.0', codes: ['unregistered-component'], suggestion: 'extraction@v1.0.0' },
  {
    text: 'prompts/extraction-prompt@v1.0.0',
    codes: ['unregistered-component'],
    suggestion: 'prompts/extraction@v1.0.0',
  },
  // The nearest has no such version, so its own is offered.
  { text: 'prompts/extracton@v1.0.1', codes: ['unregistered-component'], suggestion: 'prompts/extraction@v1.0.0' },
  // The nearest has no version at all, so nothing would resolve.
  {
    text: 'prompts/sumary@v1.0.0',
    codes: ['unregistered-component'],
    message: '`prompts/sumary` is not registered in .edgit/components.json; the nearest is `prompts/summary`.',
  },
  { text: 'prompts/zebra@v1.0.0', codes: ['unregistered-component'] },
  { text: 'prompts/x', codes: ['unregistered-component'] },
  {
    text: 'prompts/orphan@v1.0.0',
    codes: ['unregistered-component'],
    command: 'edgit components add orphan prompts/orphan.md prompt',
  },
  // A tag is no registration where a registry is committed.
  { text: 'prompts/unlisted@v1.0.0', codes: ['unregistered-component'] },
  { text: 'configs/limit', world: UNREGISTERED, codes: ['unregistered-component'], suggestion: 'configs/limits' },
  { text: 'queries/olds', world: UNREGISTERED, codes: ['unregistered-component'] },
  // A tag of an environment alone is no version tag.
  { text: 'queries/never', world: UNREGISTERED, codes: ['unregistered-component'] },
  // missing-file
  {
    text: 'prompts/gone@v1.0.0',
    codes: ['missing-file'],
    message: '`prompts/gone` is registered with the file `prompts/gone.md`, which does not exist.',
  },
  { text: 'prompts/gone-tagged@v1.0.0', codes: ['missing-file'] },
  {
    text: 'prompts/gone-tagged@v1.0.1',
    codes: ['missing-file', 'unknown-version'],
    suggestion: 'prompts/gone-tagged@v1.0.0',
  },
  { text: 'queries/old@v1.0.0', world: UNREGISTERED, codes: ['missing-file'] },
  // unknown-version
  {
    text: 'prompts/extraction@v1.2.0',
    codes: ['unknown-version'],
    suggestion: 'prompts/extraction@v1.1.0',
    command:
      "git tag -a components/prompts/extraction/v1.2.0 -m 'prompts/extraction v1.2.0' && git push origin refs/tags/components/prompts/extraction/v1.2.0",
    message: '`prompts/extraction` has no version v1.2.0; its highest is v1.1.0.',
  },
  { text: 'prompt://extraction@v2.0.0', codes: ['unknown-version'], suggestion: 'prompt://extraction@v1.0.0' },
  { text: 'extraction@v2.0.0-rc.2', codes: ['unknown-version'], suggestion: 'extraction@v2.0.0-rc.1' },
  // Build metadata is part of the name of a tag.
  { text: 'extraction@v1.0.0+1', codes: ['unknown-version'], suggestion: 'extraction@v1.0.0' },
  // No tag can be called so.
  { text: 'prompts/extraction@1.0.0', codes: ['unknown-version'], suggestion: 'prompts/extraction@v1.0.0' },
  { text: 'prompts/summary@v1.0.0', codes: ['unknown-version'] },
  {
    text: 'prompts/extraction@v1.0.0',
    world: UNREGISTERED,
    codes: ['unknown-version'],
    suggestion: 'prompts/extraction-prompt@v1.0.0',
  },
  // unsatisfied-range
  {
    text: 'prompts/extraction@^2.0.0',
    codes: ['unsatisfied-range'],
    suggestion: 'prompts/extraction@^1.1.0',
    message: 'No version of `prompts/extraction` satisfies `^2.0.0`; its highest is v1.1.0.',
    command:
      "git tag -a components/prompts/extraction/v2.0.0 -m 'prompts/extraction v2.0.0' && git push origin refs/tags/components/prompts/extraction/v2.0.0",
  },
  { text: 'prompts/extraction@v3', codes: ['unsatisfied-range'], suggestion: 'prompts/extraction@v1.1.0' },
  { text: 'prompts/extraction@>1.1.0', codes: ['unsatisfied-range'], suggestion: 'prompts/extraction@v1.1.0' },
  // Pre-releases count only where the range names one.
  { text: 'schemas/user@^0.1.0', codes: ['unsatisfied-range'], suggestion: 'schemas/user@^0.1.0-beta.1' },
  { text: 'schemas/user@latest', codes: ['unsatisfied-range'], suggestion: 'schemas/user@v0.1.0-beta.1' },
  { text: 'prompts/summary@latest', codes: ['unsatisfied-range'] },
  // unknown-environment
  {
    text: 'prompts/extraction@prodution',
    codes: ['unknown-environment'],
    suggestion: 'prompts/extraction@production',
    message:
      '`prompts/extraction` has no tag for the environment `prodution`, and no other component has one; it runs in `production`, `staging`.',
  },
  {
    text: 'prompts/extraction@canary',
    codes: ['unknown-environment'],
    command:
      'git push origin refs/tags/components/prompts/extraction/v1.1.0:refs/tags/components/prompts/extraction/canary',
    message: '`prompts/extraction` has no tag for the environment `canary`; it runs in `production`, `staging`.',
  },
  {
    text: 'prompts/summary@production',
    codes: ['unknown-environment'],
    command:
      "git tag -a components/prompts/summary/v1.0.0 -m 'prompts/summary v1.0.0' && git push origin refs/tags/components/prompts/summary/v1.0.0 && git push origin refs/tags/components/prompts/summary/v1.0.0:refs/tags/components/prompts/summary/production",
  },
  { text: 'prompts/extraction@qa', codes: ['unknown-environment'] },
  // `versions` is the ledger's, so no command makes it an environment.
  { text: 'prompts/summary@versions', codes: ['unknown-environment'] },
];

describe('references with something wrong', () => {
  test.each(CASES)('$text: $codes', (one) => {
    const known = world(one.world ?? REGISTERED);
    const found = check(one.text, known, one.key);
    expect(found.map(({ code }) => code)).toEqual(one.codes);
    expect(found.at(-1)).toMatchObject({
      severity: 'error',
      file: 'flows/main.yaml',
      range: reference(one.text, known).range,
      subject: one.text,
    });
    expect(found.at(-1)?.suggestion).toBe(one.suggestion);
    if (one.command !== undefined || one.codes[0] === 'unregistered-component') {
      expect(found.at(-1)?.command).toBe(one.command);
    }
    if (one.message !== undefined) {
      expect(found.at(-1)?.message).toBe(one.message);
    }
  });

  test('every suggestion resolves', () => {
    for (const one of CASES) {
      const known = world(one.world ?? REGISTERED);
      for (const { suggestion, code } of check(one.text, known, one.key)) {
        const again = suggestion === undefined ? [] : check(suggestion, known, one.key).map((found) => found.code);
        expect(again).not.toContain(code);
      }
    }
  });

  test('only what is wrong is told of many, in their order', () => {
    const known = world(REGISTERED);
    const texts = ['prompts/extraction@v1.0.0', 'prompts/extraction@v9.0.0', 'prompts/nothing', 'schemas/user'];
    const references = texts.map((text, index) => reference(text, known, { line: index + 1 }));
    expect(findingsOf('a.yaml', references, known).map(({ code, range }) => [code, range?.start.line])).toEqual([
      ['unknown-version', 2],
      ['unregistered-component', 3],
    ]);
  });

  test('a reserved environment and a name that Git refuses get no command', () => {
    expect(check('prompts/summary@versions', world(REGISTERED))[0]?.command).toBeUndefined();
    const known = world({ registry: { 'a.lock': ['prompts/a.md', 'prompt'] }, files: ['prompts/a.md'] });
    expect(check('prompts/a.lock@v1.0.0', known)).toMatchObject([{ code: 'unknown-version', command: undefined }]);
  });
});

describe('a name that several components have', () => {
  const known = world({
    files: ['prompts/mail.md', 'templates/mail.hbs'],
    tags: [
      'components/prompts/mail/v1.0.0',
      'components/prompts/mail/v1.1.0',
      'components/templates/mail/v2.0.0',
      'components/templates/mail/production=v2.0.0',
    ],
  });

  test.each(['mail@v1.0.0', 'mail@v2.0.0', 'mail@production', 'mail@^1.0.0', 'mail'])('%s is one of them', (text) => {
    expect(check(text, known)).toEqual([]);
  });

  test('is taken for the one of its key where none has the version', () => {
    expect(check('mail@v3.0.0', known, 'template')).toMatchObject([{ suggestion: 'mail@v2.0.0' }]);
    expect(check('mail@v3.0.0', known, 'uses')).toMatchObject([
      { message: '`prompts/mail` has no version v3.0.0; its highest is v1.1.0.' },
    ]);
  });
});

describe('version tags that moved', () => {
  const remembered = { tag: commit(99), commit: commit(99), blob: null, path: null, ran: [], healthy: [] };
  const plain = world(REGISTERED);
  const tags = ['components/prompts/extraction/v1.0.0'].flatMap(() => plain.tagsOf('prompts/extraction') ?? []);
  const moved = movedVersions(new Map(tags.map((one) => ['prompts/extraction', one])), () => ({
    'v1.0.0': remembered,
    'v1.1.0': { ...remembered, commit: commit(2) },
    'v3.0.0': remembered,
  }));
  const known = world({ ...REGISTERED, moved });

  test('are those that stand elsewhere than the ledger remembers', () => {
    expect(moved).toEqual([
      {
        component: { prefix: 'components', type: 'prompts', name: 'extraction' },
        version: 'v1.0.0',
        tag: 'components/prompts/extraction/v1.0.0',
        from: commit(99),
        to: commit(1),
      },
    ]);
    expect(movedVersions(new Map(tags.map((one) => ['a', one])), () => undefined)).toEqual([]);
  });

  test('are told where they are referenced', () => {
    expect(check('prompts/extraction@v1.0.0', known)).toMatchObject([
      {
        code: 'version-moved',
        command: `git push --force origin ${commit(99)}:refs/tags/components/prompts/extraction/v1.0.0`,
      },
    ]);
    expect(check('prompts/extraction@v1.1.0', known)).toEqual([]);
  });

  test('are told at their entry where nothing references them', () => {
    const files = [{ file: 'a.yaml', references: [reference('prompts/extraction@v1.0.0', known)] }];
    expect(movedFindings(files, known)).toEqual([]);
    const [finding, ...others] = movedFindings([], known);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'version-moved', file: '.edgit/components.json' });
    expect(finding?.range?.start).toMatchObject({ line: 4, column: 6 });
    const unregistered = world({ files: ['prompts/extraction.md'], tags: REGISTERED.tags ?? [], moved });
    expect(movedFindings([], unregistered)).toMatchObject([{ file: 'prompts/extraction.md', range: undefined }]);
  });
});

describe('keys that KV lacks', () => {
  const known = world({
    ...REGISTERED,
    missingKeys: new Map([
      ['production', new Set(['prompts/extraction@production', 'prompts/extraction@latest'])],
      ['staging', new Set(['prompts/extraction@v1.0.0'])],
    ]),
  });

  test.each([
    ['prompts/extraction@production', 'production', 'prompts/extraction@production'],
    ['prompts/extraction', 'production', 'prompts/extraction@latest'],
    ['prompts/extraction@latest', 'production', 'prompts/extraction@latest'],
    ['prompts/extraction@v1.0.0', 'staging', 'prompts/extraction@v1.0.0'],
  ])('%s', (text, environment, key) => {
    expect(check(text, known)).toMatchObject([
      {
        code: 'missing-key',
        severity: 'warning',
        message: `The KV namespace of \`${environment}\` has no key \`${key}\`.`,
        command: 'gh workflow run reconcile.yml',
      },
    ]);
  });

  test.each([
    'prompts/extraction@staging',
    'prompts/extraction@v1.1.0',
    'prompts/extraction@^1.0.0',
    'prompts/summary',
  ])('nothing of %s is missing', (text) => {
    expect(check(text, known)).toEqual([]);
  });
});

test('a file that cannot be read is a warning at the place where it breaks', () => {
  const range = rangeAt(3, 1, 1);
  expect(problemOf('a.yaml', { message: 'The YAML is not valid.', range })).toEqual({
    code: 'unparsable-file',
    severity: 'warning',
    file: 'a.yaml',
    range,
    message: 'The YAML is not valid.',
    suggestion: undefined,
    command: undefined,
  });
});

describe('whatever is written', () => {
  const segment = fc.stringMatching(/^[a-z]{1,6}$/);
  const slot = fc.constantFrom('', '@v1.0.0', '@v1.2.0', '@^1.0.0', '@latest', '@production', '@stagin');
  const repository = fc.record({
    names: fc.uniqueArray(segment, { minLength: 1, maxLength: 5 }),
    versions: fc.uniqueArray(fc.constantFrom('v1.0.0', 'v1.1.0', 'v2.0.0-rc.1', 'production=v1.0.0', 'staging')),
    committed: fc.boolean(),
  });

  test('a suggestion resolves, and a message is one sentence', () => {
    fc.assert(
      fc.property(repository, segment, slot, ({ names, versions, committed }, name, end) => {
        const files = names.map((one) => `prompts/${one}.md`);
        const known = world({
          files,
          tags: names.slice(0, 3).flatMap((one) => versions.map((version) => `components/prompts/${one}/${version}`)),
          ...(committed
            ? { registry: Object.fromEntries(names.map((one) => [one, [`prompts/${one}.md`, 'prompt'] as const])) }
            : {}),
        });
        for (const { suggestion, message } of check(`prompts/${name}${end}`, known)) {
          expect(message).toMatch(/^[^\n]+\.$/);
          if (suggestion !== undefined) {
            expect(check(suggestion, known)).toEqual([]);
          }
        }
      }),
    );
  });
});
