import { describe, expect, test } from '@jest/globals';
import { checkRules } from '../../scripts/check-workflows.ts';
import { anchorOf, commandProblems, configProblems, linkProblems, workflowsIn } from '../../scripts/documents.ts';

const FILE = 'docs/page.md';

function page(...blocks: string[]): string {
  return ['# Title', ...blocks.map((block) => `\`\`\`yaml\n${block}\n\`\`\``), ''].join('\n');
}

function told(problems: readonly { line: number; column: number; message: string }[]): string[] {
  return problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe('YAML blocks of a page', () => {
  test.each([
    ['a whole workflow', 'on: push\njobs:\n  one: {}', 'on: push\njobs:\n  one: {}\n', 2],
    ['jobs', 'jobs: {}', 'on: push\npermissions: {}\njobs: {}\n', 0],
    ['an event', 'on: push', expect.stringMatching(/^on: push\npermissions: \{\}\njobs:\n/), 2],
    ['permissions', 'permissions: {}', expect.stringMatching(/^permissions: \{\}\non: push\njobs:\n/), 2],
    ['steps', '- run: ls\n- uses: a', expect.stringMatching(/^ {4}steps:\n {6}- run: ls\n {6}- uses: a\n$/m), -4],
    ['a list of steps', 'steps: []', expect.stringMatching(/^ {4}runs-on: ubuntu-latest\n {4}steps: \[\]\n$/m), -3],
    ['inputs', 'command: deploy', expect.stringMatching(/^ {8}with:\n {10}command: deploy\n$/m), -6],
  ])('are made a whole workflow: %s', (_, block, text, startLine) => {
    const markdown = page(block);
    expect(workflowsIn(FILE, markdown)).toEqual([expect.objectContaining({ text, startLine, kind: 'example' })]);
    expect(configProblems(FILE, markdown)).toEqual([]);
  });

  test('have problems where they stand in the file', () => {
    const markdown = page('- uses: a/b@v1', 'on: push\njobs:\n  one: {}');
    expect(told(workflowsIn(FILE, markdown).flatMap(checkRules))).toEqual([
      '3:15 `a/b@v1` is not pinned by a full commit SHA.',
      '8:3 The job `one` has no `permissions:`, and the workflow has none for all jobs.',
    ]);
  });

  test('are read as a configuration otherwise', () => {
    const good = [
      'retention: 10',
      '# .github/tagship.yml\nlatest: tagged',
      '- { name: a, provider: http, url: "https://a.b", max: 1 }',
    ];
    expect(configProblems(FILE, page(...good))).toEqual([]);
    expect(workflowsIn(FILE, page(...good))).toEqual([]);
    expect(told(configProblems(FILE, page('retention: 10\nlatest: ever')))).toEqual([
      expect.stringMatching(/^4:9 tagship\(config-invalid\): .*`latest`/),
    ]);
    expect(told(configProblems(FILE, page('# .github/tagship.yml\nlasted: tagged')))).toEqual([
      expect.stringMatching(/^4:1 .*`lasted` is not a known key/),
    ]);
    expect(
      told(
        configProblems(
          FILE,
          page('- { name: a, provider: http, url: "https://a.b", max: 1 }\n- name: b\n  provider: htp'),
        ),
      ),
    ).toEqual([expect.stringMatching(/^5:\d+ .*metrics\.1\.provider/)]);
  });

  test('that are none of these are a problem, unless they name the file of another format', () => {
    expect(told(configProblems(FILE, page('flow: prompts/a')))).toEqual([
      expect.stringMatching(/^3:1 This YAML block/),
    ]);
    expect(configProblems(FILE, page('# flows/a.yaml\nflow: prompts/a'))).toEqual([]);
  });

  test('of other languages, and inside of longer fences, are left alone', () => {
    const markdown = '```js\non: push\n```\n````markdown\n```yaml\nflow: a\n```\n````\n';
    expect([...configProblems(FILE, markdown), ...workflowsIn(FILE, markdown)]).toEqual([]);
  });
});

describe('links', () => {
  const files = new Map([
    [FILE, '# Title\n\n## A `code: x` & more\n'],
    ['README.md', '# Read me\n'],
  ]);
  const links = async (text: string): Promise<string[]> =>
    told(await linkProblems(FILE, text, async (file) => files.get(file)));

  test.each([
    ['[a](#title) [b](../README.md#read-me) [c](https://example.com/none) [d](page.md#a-code-x--more)', []],
    ['[a](none.md)', ['1:3 There is no docs/none.md.']],
    ['text\n[a](../README.md#none)', ['2:3 README.md has no section #none.']],
    ['```sh\n[a](none.md)\n```', []],
  ])('%j', async (text, expected) => {
    expect(await links(text)).toEqual(expected.map((line) => expect.stringContaining(line.replace(/^\d+:\d+ /, ''))));
  });

  test('name headings as GitHub does', () => {
    expect(anchorOf('When the tag cannot be moved: a hold')).toBe('when-the-tag-cannot-be-moved-a-hold');
    expect(anchorOf('`deep: true`')).toBe('deep-true');
  });
});

test('commands name workflows to copy with their inputs, and scripts that exist', () => {
  const examples = new Map([['rollback.yml', 'on:\n  workflow_dispatch:\n    inputs:\n      component: {}\n']]);
  const text = [
    "gh workflow run rollback.yml -f component='prompts/*'",
    'gh workflow run rollback.yml -f name=a',
    '`gh workflow run none.yml`, `npm run demo`, `npm run none`',
  ].join('\n');
  expect(told(commandProblems(FILE, text, examples, ['demo']))).toEqual([
    '2:1 rollback.yml has no input `name`.',
    '3:1 There is no workflow to copy named none.yml.',
    '3:1 package.json has no script `none`.',
  ]);
});
