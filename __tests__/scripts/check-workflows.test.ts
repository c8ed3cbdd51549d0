import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type ActionMetadata,
  checkRules,
  checkSyntax,
  type LanguageService,
  loadLanguageService,
  readMetadata,
  type Source,
} from '../../scripts/check-workflows.ts';

/** Written so, it is no mistake for a template string. */
const REF = `$\{{ github.ref }}`;
const SHA = '0123456789abcdef0123456789abcdef01234567';

function workflow(text: string, rest: Partial<Source> = {}): Source {
  return { file: '.github/workflows/some.yml', text, kind: 'own', startLine: 0, ...rest };
}

/** A workflow that breaks no rule, with these steps. */
function withSteps(...steps: string[]): string {
  const lines = ['on: push', 'permissions: {}', 'jobs:', '  one:', '    runs-on: ubuntu-latest'];
  const indented = steps.map((step) => `      - ${step.replaceAll('\n', '\n        ')}`);
  return [...lines, '    timeout-minutes: 5', '    steps:', ...indented, ''].join('\n');
}

function rules(source: Source): string[] {
  return checkRules(source).map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
}

describe('the rules', () => {
  const OURS = '.github/workflows/some.yml';

  test.each([
    ['a SHA with its version', `uses: a/b@${SHA} # v1.2.3`, []],
    ['a SHA with a folder', `uses: a/b/c@${SHA} # v1`, []],
    ['an action of this repository', 'uses: ./', []],
    ['an image by its digest', `uses: docker://alpine@sha256:${SHA}${SHA.slice(0, 24)}`, []],
    ['a tag', 'uses: a/b@v4', [`${OURS}:8:15 \`a/b@v4\` is not pinned by a full commit SHA.`]],
    ['a short SHA', 'uses: a/b@0123456', [`${OURS}:8:15 \`a/b@0123456\` is not pinned by a full commit SHA.`]],
    ['a SHA alone', `uses: a/b@${SHA}`, [`${OURS}:8:15 \`a/b@${SHA}\` has no comment with its version.`]],
    [
      'an image by its tag',
      'uses: docker://alpine:3',
      [`${OURS}:8:15 \`docker://alpine:3\` is not pinned by its digest.`],
    ],
    [
      'the release of this action in a workflow of our own',
      'uses: tagship/tagship@v0',
      [`${OURS}:8:15 \`tagship/tagship@v0\` is not pinned by a full commit SHA.`],
    ],
  ])('pins actions: %s', (_, step, expected) => {
    expect(rules(workflow(withSteps(step)))).toEqual(expected);
  });

  test('a workflow that a job calls is pinned, too, and takes no timeout', () => {
    const text = `on: push\npermissions: {}\njobs:\n  one:\n    uses: a/b/.github/workflows/c.yml@main\n`;
    expect(rules(workflow(text))).toEqual([
      `${OURS}:5:11 \`a/b/.github/workflows/c.yml@main\` is not pinned by a full commit SHA.`,
    ]);
    expect(rules(workflow(text.replace('main', `${SHA} # v1`)))).toEqual([]);
  });

  test('an example may name the release of this action, and nothing else unpinned', () => {
    const example = { kind: 'example', file: 'README.md' } as const;
    expect(rules(workflow(withSteps('uses: tagship/tagship@v0 # pin it'), example))).toEqual([]);
    expect(rules(workflow(withSteps('uses: tagship/tagship@main'), example))).toHaveLength(1);
    expect(rules(workflow(withSteps('uses: actions/checkout@v7'), example))).toHaveLength(1);
  });

  test.each([
    ['in one line', `run: echo ${REF}`, ':8:19 '],
    ['in a block', `name: Name\nrun: |\n  echo one\n  echo ${REF}`, ':11:16 '],
  ])('no expression inside `run:`, %s', (_, step, place) => {
    const message = 'An expression inside `run:` can inject code: hand it in by `env:`.';
    expect(rules(workflow(withSteps(step)))).toEqual([`${OURS}${place}${message}`]);
  });

  test('an expression may stand beside `run:`', () => {
    const step = `if: $\{{ always() }}\nenv: { REF: "${REF}" }\nrun: echo "$REF" $(( 1 + 1 ))`;
    expect(rules(workflow(withSteps(step)))).toEqual([]);
  });

  test('permissions are said for all jobs, or by each', () => {
    const job = (name: string, permissions = ''): string => `  ${name}:\n    timeout-minutes: 5\n${permissions}`;
    const message = 'has no `permissions:`, and the workflow has none for all jobs.';
    const each = `on: push\njobs:\n${job('one', '    permissions: {}\n')}`;
    expect(rules(workflow(each))).toEqual([]);
    expect(rules(workflow(each + job('two')))).toEqual([`${OURS}:6:3 The job \`two\` ${message}`]);
    expect(rules(workflow(`permissions: read-all\n${each}${job('two')}`))).toEqual([]);
    expect(rules(workflow(each + job('two'), { kind: 'example' }))).toHaveLength(1);
  });

  test('each of our own jobs has a timeout', () => {
    const text = withSteps('run: "true"').replace('    timeout-minutes: 5\n', '');
    expect(rules(workflow(text))).toEqual([`${OURS}:4:3 The job \`one\` has no \`timeout-minutes:\`.`]);
    expect(rules(workflow(text, { kind: 'example' }))).toEqual([]);
  });

  test('our own checkouts do not keep the token', () => {
    const step = `uses: actions/checkout@${SHA} # v7\nwith:\n  persist-credentials: `;
    const message = 'The checkout keeps the token: set `persist-credentials: false`.';
    expect(rules(workflow(withSteps(`${step}false`)))).toEqual([]);
    expect(rules(workflow(withSteps(`${step}true`)))).toEqual([`${OURS}:8:15 ${message}`]);
    expect(rules(workflow(withSteps(step.split('\n')[0] ?? '')))).toEqual([`${OURS}:8:15 ${message}`]);
  });

  test('nothing hides behind an alias', () => {
    const text = withSteps('&step\nrun: "true"', '*step');
    expect(rules(workflow(text))).toEqual([
      `${OURS}:10:9 An alias hides from these rules what it stands for: write it out.`,
    ]);
  });

  describe('the job `all` of ci.yml', () => {
    const CI = '.github/workflows/ci.yml';
    const job = (name: string, rest = ''): string => `  ${name}:\n    timeout-minutes: 5\n${rest}`;
    const ci = (...jobs: string[]): string[] =>
      rules(workflow(`permissions: {}\njobs:\n${jobs.join('')}`, { file: CI }));

    test.each(['needs: [one, two]', 'needs:\n      - one\n      - two'])('waits for every job: %s', (needs) => {
      expect(ci(job('one'), job('two'), job('all', `    if: always()\n    ${needs}\n`))).toEqual([]);
    });

    test('may wait for one only', () => {
      expect(ci(job('one'), job('all', `    if: $\{{ always() }}\n    needs: one\n`))).toEqual([]);
    });

    test('forgets one', () => {
      expect(ci(job('one'), job('two'), job('all', '    if: always()\n    needs: [one]\n'))).toEqual([
        `${CI}:5:3 The job \`two\` is not in \`needs:\` of the job \`all\`.`,
      ]);
      expect(ci(job('one'), job('all', '    if: always()\n'))).toHaveLength(1);
    });

    test.each(['', '    if: success()\n', '    if: always() && false\n'])('does not always run: %j', (condition) => {
      expect(ci(job('one'), job('all', `${condition}    needs: [one]\n`))).toEqual([
        `${CI}:5:3 The job \`all\` is skipped when another failed, and so passes: it needs \`if: always()\`.`,
      ]);
    });

    test('is missing', () => {
      expect(ci(job('one'))).toEqual([`${CI}:1:1 There is no job \`all\` that waits for the others.`]);
    });

    test('is asked of no other workflow', () => {
      expect(rules(workflow(withSteps('run: "true"')))).toEqual([]);
    });
  });
});

describe("GitHub's language service", () => {
  const ACTION_YML = [
    'name: Action',
    'description: Does',
    'inputs:',
    '  tag: { description: Tag }',
    'runs: { using: node24, main: dist/index.js }',
    '',
  ].join('\n');
  const metadata: ActionMetadata = readMetadata(ACTION_YML);
  const failures: string[] = [];
  let service: LanguageService;

  beforeAll(async () => {
    service = await loadLanguageService((message) => failures.push(message));
  });

  async function syntax(source: Source): Promise<string[]> {
    const problems = await checkSyntax(service, source, metadata);
    expect(failures).toEqual([]);
    return problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
  }

  test.each([
    ['nothing wrong', 'run: "true"', []],
    ['an unknown key of a step', 'run: "true"\nnmae: a', ["9:9 Unexpected value 'nmae'"]],
    ['an unknown context', 'run: "true"\nif: githup.ref', ["9:13 Unrecognized named-value: 'githup'"]],
    ['a released action with its inputs', 'uses: tagship/tagship@v0\nwith: { tag: a }', []],
    [
      'a released action with another',
      'uses: tagship/tagship@v0\nwith: { tags: a }',
      ["9:17 Invalid action input 'tags'"],
    ],
    ['the same by its SHA', `uses: tagship/tagship@${SHA}\nwith: { tags: a }`, ["9:17 Invalid action input 'tags'"]],
    ['the local action with its inputs', 'uses: ./\nwith: { tag: a }', []],
    ['the local action with another', "uses: './' # here\nwith: { tags: a }", ["9:17 Invalid action input 'tags'"]],
    ["somebody else's action, whose inputs are not known", `uses: a/b@${SHA} # v1\nwith: { any: a }`, []],
  ])('finds %s', async (_, step, expected) => {
    expect(await syntax(workflow(withSteps(step)))).toEqual(expected);
  });

  test('finds an unknown permission, event and job', async () => {
    const text = withSteps('run: "true"');
    expect(await syntax(workflow(text.replace('permissions: {}', 'permissions: { content: read }')))).toEqual([
      expect.stringMatching(/^2:16 Unexpected value 'content'/),
    ]);
    expect(await syntax(workflow(text.replace('on: push', 'on: pushed')))).toEqual([
      expect.stringMatching(/^1:5 Unexpected value 'pushed'/),
    ]);
    expect(await syntax(workflow(text.replace('    steps:', '    needs: [two]\n    steps:')))).toContainEqual(
      expect.stringMatching(/^7:13 /),
    );
  });

  test('finds what is not YAML, and counts from the beginning of the file', async () => {
    const source = workflow('on: push\njobs:\n  one: }\n', { startLine: 10 });
    expect(await syntax(source)).toContainEqual(expect.stringMatching(/^13:/));
    expect(rules(source)).toEqual([]);
  });

  test('finds mistakes in an action', async () => {
    const action = (text: string): Source => workflow(text, { file: 'action.yml', kind: 'action' });
    expect(await syntax(action(ACTION_YML))).toEqual([]);
    expect(rules(action(ACTION_YML))).toEqual([]);
    expect(await syntax(action(ACTION_YML.replace('main:', 'mein:')))).not.toEqual([]);
    expect(await syntax(action(ACTION_YML.replace('node24', 'node25')))).not.toEqual([]);
  });
});
