import { describe, expect, test } from '@jest/globals';
import { ThreadTimeLimit } from '../../src/adapters/time-limit.ts';
import { type ValidateReport, validate } from '../../src/commands/validate.ts';
import { parseRegistry } from '../../src/domain/registry.ts';
import { parseWrangler } from '../../src/domain/wrangler.ts';
import { blobObject, commitObject, treeObject } from '../../src/git/object.ts';
import { MAX_SOURCE, type SourceTree, sourceText } from '../../src/ports/source-tree.ts';
import { type TimeLimit, UNLIMITED } from '../../src/ports/time-limit.ts';
import { FakeClock, silent } from '../support/fakes/clock.ts';
import { FakeRepository } from '../support/fakes/repository.ts';

/** A checkout in memory. */
function treeOf(files: Readonly<Record<string, string>>): SourceTree {
  const texts = new Map(Object.entries(files));
  return {
    kind: 'working-tree',
    paths: async () => [...texts.keys()].sort(),
    async *readAll(paths, limit = MAX_SOURCE) {
      for (const path of paths) {
        const bytes = Buffer.from(texts.get(path) ?? '');
        yield bytes.length > limit ? { path, kind: 'too-large' } : sourceText(path, bytes);
      }
    },
  };
}

/** Checks files in a repository that has one component, in version v1.0.0. */
async function check(files: Readonly<Record<string, string>>, limit: TimeLimit = UNLIMITED): Promise<ValidateReport> {
  const repository = new FakeRepository();
  const own = { 'prompts/extraction.md': 'x' };
  const commit = repository.commit(own);
  const name = 'components/prompts/extraction/v1.0.0';
  repository.setTag(name, repository.annotate(name, commit));
  return await validate(
    { scope: 'all', commit, change: 'nothing tells' },
    { configPath: '.github/tagship.yml', namespaces: [] },
    {
      repository,
      checkout: treeOf({ ...own, ...files }),
      kv: undefined,
      clock: new FakeClock(),
      journal: silent,
      limit,
    },
  );
}

function told({ findings }: ValidateReport): string[] {
  return findings.map(({ code, file, subject }) => `${code} ${file} ${subject}`);
}

describe('files of other tools name no components of ours:', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    [
      'scripts of a GitLab pipeline',
      {
        '.gitlab-ci.yml': 'test:\n  script: scripts/test\ndeploy:\n  script:\n    - scripts/ci/deploy\n    - make\n',
        'scripts/test': '#!/bin/sh',
        'scripts/ci/deploy': '#!/bin/sh',
      },
    ],
    [
      'components and includes of GitLab',
      {
        '.gitlab-ci.yml':
          'include:\n  - component: gitlab.com/components/opentofu/full-pipeline@0.10.0\n  - component: $CI_SERVER_FQDN/tools/lint@1.0\n',
      },
    ],
    [
      'orbs of CircleCI',
      { '.circleci/config.yml': 'orbs:\n  node: circleci/node@5.1.0\n  config: tools/slack@dev:first\n' },
    ],
    [
      'actions, also in templates of workflows',
      {
        'workflow-templates/ci.yml':
          'jobs:\n  a:\n    steps:\n      - uses: tools/setup@v1\n      - uses: actions/checkout@v4\n',
        'examples/app/.github/workflows/ci.yml': 'jobs:\n  a:\n    steps:\n      - uses: scripts/setup@main\n',
        '.forgejo/workflows/ci.yaml': 'jobs:\n  a:\n    steps:\n      - uses: docs/build@v2\n',
      },
    ],
    [
      'layouts of Drupal, of a type that nothing is of',
      { 'web/x.layouts.yml': 'one:\n  path: layouts/one\n  template: templates/one-column\n' },
    ],
    [
      'paths from the folder of the file, with and without their ending',
      {
        'packages/api/orval.json':
          '{ "schema": "schemas/openapi", "config": "configs/base", "template": "templates/mail" }',
        'packages/api/schemas/openapi.yaml': 'openapi: 3.1.0\n',
        'packages/api/configs/base.json': '{}',
        'packages/api/templates/mail/welcome.hbs': 'Hi',
      },
    ],
    [
      'paths from a folder above',
      {
        'apps/web/src/pages/home.tsx': "export const page = { template: 'templates/home', config: 'configs/site' };\n",
        'apps/web/templates/home.tsx': 'export {};\n',
        'apps/web/configs/site.ts': 'export {};\n',
      },
    ],
    [
      'images of a mobile app',
      {
        'src/Hero.tsx':
          "export const a = 'docs/images/hero@2x.png';\nexport const b = { template: 'templates/icons/cart@3x' };\n",
        'ios/Contents.json': '{ "images": [{ "filename": "templates/icon@2x.png" }, { "filename": "hero@3x.png" }] }',
      },
    ],
    [
      'a file of the tree that has an @ in its name',
      { 'src/a.ts': "export const path = 'docs/notes@archive';\n", 'docs/notes@archive': '' },
    ],
    [
      'resources of an MCP server, whatever its documentation',
      {
        'src/server.ts': "export const app = 'config://app', guide = 'docs://style-guide', s = 'schema://main';\n",
        'docs/usage.md': '# Usage\n',
      },
    ],
    [
      'packages, images, modules and addresses',
      {
        'docker-compose.yml': 'services:\n  a:\n    image: tools/app@sha256:0f2ac74b498b48028cb68387c421e279\n',
        'package.json':
          '{ "dependencies": { "x": "npm:tools/x@1.0.0", "y": "github:tools/y#v1" }, "config": "@acme/eslint-config@2" }',
        'renovate.json': '{ "extends": ["config:base", "github>tools/renovate-config@1.0.0"] }',
        'Taskfile.yml':
          'tasks:\n  lint:\n    cmd: go run golang.org/x/tools/cmd/goimports@v0.24.0\n    agent: ops@example.com\n',
        'argocd.yaml':
          'source:\n  repoURL: git@github.com:acme/configs.git\n  config: ssh://git@github.com/acme/configs\n',
        'turbo.json': '{ "tasks": { "build": { "inputs": ["configs/**", "schemas/*.json"] } } }',
      },
    ],
    [
      'templates with a version that are files',
      { 'site.yml': 'template: templates/base.html@v2\nschema: schemas/user.json@v1.0.0\n' },
    ],
  ])('%s', async (_, files) => {
    expect(told(await check(files))).toEqual([]);
  });
});

test('what is no file and of a type in use is still found', async () => {
  const files = {
    'flow.yml': 'a: { prompt: prompts/extractoin }\nb: { schema: schemas/order@v1 }\nc: { prompt: prompt://missing }\n',
  };
  expect(told(await check(files))).toEqual([
    'unregistered-component flow.yml prompts/extractoin',
    'unregistered-component flow.yml schemas/order@v1',
    'unregistered-component flow.yml prompt://missing',
  ]);
});

test('of a type that has files only beside a tag elsewhere, a missing one is found', async () => {
  const files = { 'flow.yml': 'schema: schemas/order\n', 'schemas/user.json': '{}' };
  expect(told(await check(files))).toEqual(['unregistered-component flow.yml schemas/order']);
});

describe('templates of YAML and JSON', () => {
  test('are one notice in all, and no findings', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [
        `charts/app/templates/t${i}.yaml`,
        `{{- if .Values.on }}\nkind: Service\nmetadata: {{ include "app.labels" . | nindent 4 }}\n{{- end }}\n`,
      ]),
    );
    const report = await check({
      ...files,
      'ansible/x.yml': '{% if a %}\na: {{ b }}: c\n{% endif %}\n',
      'cookie/package.json': '{ "name": "{{ cookiecutter.name }}", {% if a %} "a": 1 {% endif %} }',
    });
    expect(told(report)).toEqual([]);
    expect(report.notices.map(({ level, message }) => [level, message])).toEqual([
      [
        'notice',
        expect.stringMatching(/^32 files are templates of YAML or JSON, .*`ansible\/x\.yml`.* and 27 more\.$/),
      ],
    ]);
  });

  test('are not told of files that are broken, expressions of workflows included', async () => {
    const files = { '.github/workflows/ci.yml': `a: [$${'{{'} github.ref }}\n`, 'b.yml': 'a: [\n' };
    expect(told(await check(files)).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'unparsable-file .github/workflows/ci.yml',
      'unparsable-file b.yml',
    ]);
  });

  test('show their references as far as they can be read', async () => {
    const files = { 'charts/app/templates/a.yaml': 'prompt: prompts/gone@v1.0.0\n{{- end }}\n' };
    expect(told(await check(files))).toEqual([
      'unregistered-component charts/app/templates/a.yaml prompts/gone@v1.0.0',
    ]);
  });
});

describe('a tree that is made to do harm', () => {
  const MIB = 1024 * 1024;
  const DEEP = '['.repeat(300_000) + ']'.repeat(300_000);
  /** Nothing beyond what is fair, so that no test waits for long. */
  const NO_EXCESS = new ThreadTimeLimit(0);
  const filled = (text: string, length = MIB - 100): string => text.repeat(Math.floor(length / text.length));

  test.each<[string, string, string]>([
    ['escapes in strings that do not end', 'a.ts', `${'prompts/x@v1;'}${filled("'\\")}`],
    ['comments that do not end', 'a.ts', `const a = 'prompts/x@v1';${filled('/*')}`],
    ['directives of YAML', 'a.yml', `a: prompts/x@v1\n${filled('%x\n')}`],
    ['tags of YAML', 'a.yml', `a: prompts/x@v1\n${filled('!a ')}`],
  ])('by %s is given up on, and says so', async (_, file, text) => {
    const started = performance.now();
    const report = await check({ [file]: text, 'flow.yml': 'prompt: prompts/gone@v1\n' }, NO_EXCESS);
    expect(told(report)).toEqual(
      expect.arrayContaining([
        'unregistered-component flow.yml prompts/gone@v1',
        expect.stringMatching(`^unparsable-file ${file} `),
      ]),
    );
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  test.each([
    ['lists', `{"components":${'['.repeat(300_000)}`],
    ['lists that end', `{"components":${'['.repeat(300_000)}${']'.repeat(300_000)}}`],
    ['objects', `${'{"components":'.repeat(300_000)}{}${'}'.repeat(300_000)}`],
  ])('by a registry of nested %s is one finding', async (_, registry) => {
    const report = await check({ '.edgit/components.json': registry, 'a.yml': 'prompt: prompts/extraction@v1.0.0\n' });
    expect(report.findings.map(({ code, message }) => [code, message])).toEqual([
      ['registry-invalid', 'It is nested too deeply.'],
    ]);
  });

  test.each([
    ['the registry of a deploy', () => parseRegistry(`{"components":${DEEP}}`)],
    ['a registry that does not end', () => parseRegistry(DEEP.slice(0, 300_000))],
    ['a wrangler.jsonc', () => parseWrangler(DEEP, 'wrangler.jsonc')],
    ['a wrangler.toml', () => parseWrangler(`a = ${DEEP}`, 'wrangler.toml')],
  ])('by nesting %s is a problem with a name', (_, read) => {
    expect(read()).toEqual({ problem: expect.stringMatching(/\S/) });
  });

  test('by templates that go back and forth, or without number, is an error of the configuration', async () => {
    const file = { [`${'a'.repeat(200)}.yml`]: 'prompt: prompts/gone@v1\n' };
    const stars = '*a*a*a*a*a*a*a*a*a*a*b';
    const paths = JSON.stringify(Array.from({ length: 101 }, (_, i) => `a${i}/{name}.{ext}`));
    await expect(check({ '.github/tagship.yml': `paths: ${paths}` })).rejects.toThrow(/config-invalid.*`paths`/);
    const back = { '.github/tagship.yml': `paths: ["${stars}{name}.{ext}"]\n`, ...file };
    await expect(check(back, NO_EXCESS)).rejects.toMatchObject({
      code: 'config-invalid',
      what: expect.stringContaining('globs'),
    });
    // Globs only go forth.
    const forth = { '.github/tagship.yml': `validate: { ignore: [{ files: "${stars}" }] }\n`, ...file };
    expect(told(await check(forth))).toContainEqual(
      expect.stringMatching(/^unregistered-component a+\.yml prompts\/gone@v1/),
    );
  });

  test.each([
    ['is nested', `a: ${'['.repeat(5_000)}`, 'It is nested too deeply.'],
    ['is long', filled('a: 1\n'), 'no configuration has more than 256.0 KiB'],
    ['has aliases of aliases', laughs(), 'resource exhaustion'],
  ])('by a configuration that %s is an error', async (_, config, what) => {
    const failing = check({ '.github/tagship.yml': config });
    const failure = await failing.then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(String(failure)).toMatch(/config-syntax/);
    expect(String(failure)).toContain(what);
  });

  test('by thousands of references is cut off, and says so', async () => {
    const many = JSON.stringify(Array.from({ length: 51_000 }, () => 'prompts/gone@v1'));
    const report = await check({ 'f1.json': many, 'f2.json': many, 'f3.json': many, 'f4.json': many });
    expect(report.findings.length).toBeLessThanOrEqual(10_000);
    expect(report.notices.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^There are more than 10000 findings/),
      expect.stringMatching(/^2 files not checked, .*`f3\.json`, `f4\.json`\.$/),
    ]);
  });

  test('by folders that hold nine copies of each other, nine deep, is an error', async () => {
    const repository = new FakeRepository();
    const blob = blobObject('x');
    repository.put(blob);
    let below = treeObject([{ kind: 'file', name: 'a.yml', oid: blob.oid }]);
    repository.put(below);
    for (let level = 0; level < 9; level++) {
      const { oid } = below;
      below = treeObject(Array.from({ length: 9 }, (_, i) => ({ kind: 'folder' as const, name: `d${i}`, oid })));
      repository.put(below);
    }
    const who = { name: 'm', email: 'm@example.com', time: 0 };
    const commit = commitObject({ tree: below.oid, parents: [], author: who, committer: who, message: 'x' });
    repository.put(commit);
    const checked = validate(
      { scope: 'all', commit: commit.oid, change: 'nothing tells' },
      { configPath: '.github/tagship.yml', namespaces: [] },
      { repository, checkout: undefined, kv: undefined, clock: new FakeClock(), journal: silent },
    );
    await expect(checked).rejects.toMatchObject({ code: 'tree-too-large' });
  });
});

/** Nine lists, each of nine of the one before it. */
function laughs(): string {
  const names = [...'abcdefghij'];
  return names
    .map(
      (name, i) =>
        `${name}: &${name} [${Array(9)
          .fill(i === 0 ? 'x' : `*${names[i - 1]}`)
          .join(', ')}]`,
    )
    .join('\n');
}
