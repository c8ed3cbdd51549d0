import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { PRODUCTION_NAMESPACE } from '../../sandbox/index.ts';
import { deployTag, leftBehind } from '../support/deploy.ts';
import { laboratory } from '../support/laboratory.ts';
import {
  foundIn,
  openPullRequest,
  resultOf,
  type ValidateOptions,
  validateMain,
  validatePullRequest,
} from '../support/validate.ts';

const lab = laboratory('validate');

/** The operations of a run that only reads from Git. */
const READS = new Set(['git ls-refs', 'git fetch']);

/** Two prompts, of which one has tags, and an ensemble that uses them. */
async function seed(): Promise<void> {
  await lab.repository.commit('Begin', {
    'prompts/extraction.md': '# Extract\n',
    'prompts/summary.md': '# Summarise\n',
    'ensembles/invoice.yaml': 'steps:\n  - prompt: prompts/extraction@v1.0.0\n  - prompt: prompts/summary\n',
  });
  await lab.repository.edgitTag('prompts/extraction', 'v1.0.0');
  await lab.repository.edgitTag('prompts/extraction', 'v1.1.0');
  await lab.repository.edgitSet('prompts/extraction', 'production', 'v1.0.0');
}

async function checked(options: ValidateOptions = {}): ReturnType<typeof validateMain> {
  lab.sandbox.clearRequests();
  return await validateMain(lab.sandbox, lab.repository, options);
}

test.each([
  ['with a checkout', true, 'working-tree'],
  ['without a checkout', false, 'commit'],
])(
  'a wrong reference is a red line under its very word, and a token that only reads is enough, %s',
  async (_, checkout, tree) => {
    await seed();
    const pull = await openPullRequest(lab.repository, {
      'ensembles/invoice.yaml':
        'steps:\n  - prompt: prompts/extraction@v1.0.1\n  - prompt: "prompts/extractoin@production"\n',
    });
    lab.sandbox.clearRequests();
    const run = await validatePullRequest(lab.sandbox, lab.repository, pull, { checkout });
    expect(run.annotations).toEqual([
      {
        level: 'error',
        title: 'Tagship: unknown-version',
        file: 'ensembles/invoice.yaml',
        line: 2,
        endLine: 2,
        col: 13,
        endColumn: 38,
        message: expect.stringMatching(
          /no version v1\.0\.1.* Did you mean `prompts\/extraction@v1\.0\.0`\? To fix it: `git tag /,
        ),
      },
      {
        level: 'error',
        title: 'Tagship: unregistered-component',
        file: 'ensembles/invoice.yaml',
        line: 3,
        endLine: 3,
        col: 14,
        endColumn: 43,
        message: expect.stringContaining('Did you mean `prompts/extraction@production`?'),
      },
      expect.objectContaining({
        level: 'error',
        message: expect.stringMatching(/^tagship\(findings\): 2 findings of severity error\./),
      }),
    ]);
    expect(await foundIn(run, lab.repository)).toEqual([
      'unknown-version ensembles/invoice.yaml:2:13 prompts/extraction@v1.0.1',
      'unregistered-component ensembles/invoice.yaml:3:14 prompts/extractoin@production',
    ]);
    expect(run.stdout).toContain('\nensembles/invoice.yaml:2:13 unknown-version ');
    expect(run.summary).toContain('## Found 2 errors');
    expect(run.summary).toContain('❌ **`tagship(findings)`**');
    expect(run.summary).toContain(`/blob/${pull.merge}/ensembles/invoice.yaml#L2`);
    const result = resultOf(run);
    expect({
      exitCode: run.exitCode,
      findings: run.outputs.findings,
      tree: result.tree,
      counts: result.counts,
    }).toEqual({
      exitCode: 1,
      findings: '2',
      tree,
      counts: { error: 2, warning: 0, notice: 0 },
    });
    expect(
      [...new Set(lab.sandbox.requests.map(({ operation }) => operation))].filter((one) => !READS.has(one)),
    ).toEqual([]);
    expect(run.workspaceEntries).not.toContain('tagship.sarif');
  },
);

test('a tree in order is a success that says so', async () => {
  await seed();
  const run = await checked();
  expect({ exitCode: run.exitCode, annotations: run.annotations, findings: run.outputs.findings }).toEqual({
    exitCode: 0,
    annotations: [],
    findings: '0',
  });
  expect(run.summary).toContain('## Nothing found');
  expect(resultOf(run)).toMatchObject({ scope: 'all', findings: [], changes: null, base: null, files: 3 });
});

test('every kind of finding is found at its place', async () => {
  await lab.repository.commit('Begin', {
    '.edgit/components.json': `${JSON.stringify(
      {
        version: '3.0.0',
        components: {
          extraction: { path: 'prompts/extraction.md', type: 'prompt' },
          copy: { path: 'prompts/extraction.md', type: 'prompt' },
          gone: { path: 'prompts/gone.md', type: 'prompt' },
          odd: { path: 'odd/odd.txt', type: 'promt' },
          half: { type: 'prompt' },
          a: { path: 'ensembles/a.yaml', type: 'ensemble' },
          b: { path: 'ensembles/b.yaml', type: 'ensemble' },
        },
      },
      undefined,
      1,
    )}\n`,
    'prompts/extraction.md': '# Extract\n',
    'odd/odd.txt': 'odd\n',
    'ensembles/a.yaml': 'uses: ensembles/b\n',
    'ensembles/b.yaml': 'uses: ensembles/a\n',
    'refs/all.yaml': [
      'one: prompts/nothing@v1.0.0',
      'two: prompts/gone@v1.0.0',
      'three: prompts/extraction@v9.0.0',
      'four: prompts/extraction@^2.0.0',
      'five: prompts/extraction@staging',
      'six: prompts/extraction@v1.0.0 # tagship-ignore: unknown-version',
      '',
    ].join('\n'),
    'refs/broken.json': '{ "prompt": "prompts/nothing@v1.0.0", \n',
  });
  await lab.repository.edgitTag('prompts/extraction', 'v1.0.0');
  await lab.repository.edgitSet('prompts/extraction', 'production', 'v1.0.0');
  const run = await checked();
  expect(await foundIn(run, lab.repository)).toEqual([
    'duplicate-registration .edgit/components.json:8:4 copy',
    'missing-file .edgit/components.json:13:13 prompts/gone.md',
    'registry-type .edgit/components.json:18:13 promt',
    'registry-invalid .edgit/components.json:20:11 {',
    'cycle ensembles/a.yaml:1:7 ensembles/b',
    'unregistered-component refs/all.yaml:1:6 prompts/nothing@v1.0.0',
    'missing-file refs/all.yaml:2:6 prompts/gone@v1.0.0',
    'unknown-version refs/all.yaml:3:8 prompts/extraction@v9.0.0',
    'unsatisfied-range refs/all.yaml:4:7 prompts/extraction@^2.0.0',
    'unknown-environment refs/all.yaml:5:7 prompts/extraction@staging',
    'unregistered-component refs/broken.json:1:14 prompts/nothing@v1.0.0',
    'unused-suppression refs/all.yaml:6:32 # tagship-ignore: unknown-version',
    expect.stringMatching(/^unparsable-file refs\/broken\.json:/),
  ]);
  expect(run.summary).toContain('`ensembles/a → ensembles/b → ensembles/a`');
});

test('files that cannot be read are found also where they name no component', async () => {
  await seed();
  await lab.repository.commit('Notes', {
    'notes/open.yml': 'list: [1, 2\nrest: "never closed\n',
    'notes/fine.yml': 'list: [1, 2]\n',
    'notes/cut.json': '{"a": ',
    'notes/comments.jsonc': '{"a": 1, /* fine */}',
    'notes/front.md': '---\ntitle: "never closed\n---\n\n# Text\n',
    'notes/plain.md': '# Text\n\n---\n\ntitle: "never closed\n',
  });
  const found = await foundIn(await checked(), lab.repository);
  expect(found.map((line) => line.replace(/:.*/, ''))).toEqual([
    'unparsable-file notes/cut.json',
    'unparsable-file notes/front.md',
    'unparsable-file notes/open.yml',
  ]);
});

test('a version tag that moved is found by what the ledger remembers', async () => {
  await seed();
  await deployTag(lab.sandbox, lab.repository, 'components/prompts/extraction/v1.0.0');
  await deployTag(lab.sandbox, lab.repository, 'components/prompts/extraction/production');
  await lab.repository.commit('Move', { 'prompts/extraction.md': '# Other\n' });
  await lab.repository.edgitTag('prompts/extraction', 'v1.0.0');
  const run = await checked();
  expect(await foundIn(run, lab.repository)).toEqual([
    'version-moved ensembles/invoice.yaml:2:13 prompts/extraction@v1.0.0',
  ]);
  expect(resultOf(run).findings[0]?.command).toMatch(/^git push --force origin [0-9a-f]{40}:refs\/tags\//);
  expect(lab.sandbox.requests.filter(({ operation }) => !READS.has(operation))).toEqual([]);
});

test('KV is asked where somebody gave access to it, for the keys that are referenced and no others', async () => {
  await seed();
  await lab.repository.edgitTag('prompts/summary', 'v1.0.0');
  await lab.repository.edgitSet('prompts/summary', 'production', 'v1.0.0');
  await lab.repository.commit('Reference', {
    'flow.yaml': 'a: prompts/extraction@production\nb: prompts/extraction@v1.0.0\n',
  });
  const { cloudflareToken, accountId } = lab.sandbox;
  const inputs = {
    'kv-namespace': PRODUCTION_NAMESPACE,
    'cloudflare-api-token': cloudflareToken,
    'cloudflare-account-id': accountId,
  };
  const run = await checked({ inputs });
  expect(await foundIn(run, lab.repository)).toEqual(['missing-key flow.yaml:1:4 prompts/extraction@production']);
  expect(run.exitCode).toBe(0);
  const asked = lab.sandbox.requests.filter(({ service }) => service === 'cloudflare');
  expect(asked.map(({ operation, keys }) => ({ operation, keys }))).toEqual([
    { operation: 'kv bulk get', keys: ['prompts/extraction@production'] },
  ]);
  await deployTag(lab.sandbox, lab.repository, 'components/prompts/extraction/production');
  expect(await foundIn(await checked({ inputs }), lab.repository)).toEqual([]);
});

test('a wrong Cloudflare token is a warning, and the rest is checked all the same', async () => {
  await seed();
  await lab.repository.commit('Reference', {
    'flow.yaml': 'a: prompts/extraction@production\nb: prompts/extraction@v7.0.0\n',
  });
  const run = await checked({
    inputs: {
      'kv-namespace': PRODUCTION_NAMESPACE,
      'cloudflare-api-token': 'wrong',
      'cloudflare-account-id': lab.sandbox.accountId,
    },
  });
  expect(await foundIn(run, lab.repository)).toEqual(['unknown-version flow.yaml:2:4 prompts/extraction@v7.0.0']);
  expect(resultOf(run).notices).toEqual([
    { level: 'warning', message: expect.stringMatching(/^Keys in KV were not checked: /) },
  ]);
});

test('with `scope: changed` only what the change touches or brings about is shown', async () => {
  await lab.repository.commit('Begin', {
    '.edgit/components.json': JSON.stringify({
      components: {
        extraction: { path: 'prompts/extraction.md', type: 'prompt' },
        summary: { path: 'prompts/summary.md', type: 'prompt' },
      },
    }),
    'prompts/extraction.md': '# Extract\n',
    'prompts/summary.md': '# Summarise\n',
    'old.yaml': 'prompt: prompts/nothing@v1.0.0\n',
    'user.yaml': 'prompt: prompts/summary\nother: prompts/nothing@v1.0.0\n',
    'closed.yaml': 'uses: prompts/extraction\n',
  });
  const pull = await openPullRequest(lab.repository, {
    'new.yaml': 'prompt: prompts/neither@v1.0.0\n',
    'prompts/summary.md': null,
  });
  const inputs = { scope: 'changed' };
  const run = await validatePullRequest(lab.sandbox, lab.repository, pull, { inputs });
  expect(await foundIn(run, lab.repository)).toEqual([
    expect.stringMatching(/^missing-file \.edgit\/components\.json:1:\d+ prompts\/summary\.md$/),
    'unregistered-component new.yaml:1:9 prompts/neither@v1.0.0',
    'missing-file user.yaml:1:9 prompts/summary',
  ]);
  expect(resultOf(run)).toMatchObject({ scope: 'changed', base: pull.base });
  const all = await validatePullRequest(lab.sandbox, lab.repository, pull);
  expect(all.outputs.findings).toBe('5');
});

test('a cycle that a change closes is shown also where it stands in a file that did not change', async () => {
  await lab.repository.commit('Begin', {
    'ensembles/a.yaml': 'uses: ensembles/b\n',
    'ensembles/b.yaml': 'name: b\n',
    'ensembles/c.yaml': 'uses: ensembles/d\n',
    'ensembles/d.yaml': 'uses: ensembles/c\n',
  });
  const pull = await openPullRequest(lab.repository, { 'ensembles/b.yaml': 'uses: ensembles/a\n' });
  const run = await validatePullRequest(lab.sandbox, lab.repository, pull, { inputs: { scope: 'changed' } });
  expect(await foundIn(run, lab.repository)).toEqual(['cycle ensembles/a.yaml:1:7 ensembles/b']);
});

test('what the base got meanwhile is no change of the pull request', async () => {
  await seed();
  const stale = await lab.repository.objectOf('HEAD');
  await lab.repository.commit('Somebody else', { 'theirs.yaml': 'prompt: prompts/nothing@v1.0.0\n' });
  const pull = await openPullRequest(lab.repository, { 'mine.yaml': 'prompt: prompts/neither@v1.0.0\n' });
  const inputs = { scope: 'changed' };
  const run = await validatePullRequest(lab.sandbox, lab.repository, { ...pull, base: stale }, { inputs });
  expect(await foundIn(run, lab.repository)).toEqual(['unregistered-component mine.yaml:1:9 prompts/neither@v1.0.0']);
  expect(resultOf(run).base).toBe(pull.base);
});

test('a push is compared with what was there before, and a merge queue with its base', async () => {
  await seed();
  const before = await lab.repository.objectOf('HEAD');
  const after = await lab.repository.commit('More', { 'new.yaml': 'prompt: prompts/nothing@v1.0.0\n' });
  const events = [
    { name: 'push', payload: { ref: 'refs/heads/main', before, after } },
    { name: 'merge_group', payload: { merge_group: { base_sha: before, head_sha: after } } },
  ];
  for (const event of events) {
    const run = await checked({ event, ref: 'refs/heads/main', sha: after, inputs: { scope: 'changed' } });
    expect({ ...resultOf(run), found: await foundIn(run, lab.repository) }).toMatchObject({
      scope: 'changed',
      base: before,
      found: ['unregistered-component new.yaml:1:9 prompts/nothing@v1.0.0'],
    });
  }
});

test.each([
  [
    'the event does not say since when',
    { ref: 'refs/heads/main' },
    /the event `workflow_dispatch` does not say since when/,
  ],
  [
    'the commit before is gone',
    { ref: 'refs/heads/main', before: 'f'.repeat(40) },
    /of the commits f{40} and [0-9a-f]{40} the server lacks one/,
  ],
])('everything is checked, and a notice says so, where %s', async (_, payload, why) => {
  await seed();
  const sha = await lab.repository.commit('More', { 'new.yaml': 'prompt: prompts/nothing@v1.0.0\n' });
  const name = 'before' in payload ? 'push' : 'workflow_dispatch';
  const run = await checked({ event: { name, payload }, ref: 'refs/heads/main', sha, inputs: { scope: 'changed' } });
  expect(resultOf(run)).toMatchObject({
    scope: 'all',
    counts: { error: 1 },
    notices: [{ level: 'notice', message: expect.stringMatching(why) }],
  });
});

test('a changed configuration decides over all files, so all are checked', async () => {
  await seed();
  await lab.repository.commit('Old', { 'old.yaml': 'widget: widgets/nothing@v1.0.0\n' });
  const pull = await openPullRequest(lab.repository, { '.github/tagship.yml': 'validate: { types: [widgets] }\n' });
  const run = await validatePullRequest(lab.sandbox, lab.repository, pull, { inputs: { scope: 'changed' } });
  expect(await foundIn(run, lab.repository)).toEqual(['unregistered-component old.yaml:1:9 widgets/nothing@v1.0.0']);
  expect(resultOf(run).notices).toEqual([
    { level: 'notice', message: expect.stringContaining('`.github/tagship.yml` changed') },
  ]);
});

test('a pull request learns what would change, what runs of it, and who references it', async () => {
  await seed();
  const pull = await openPullRequest(lab.repository, {
    'prompts/extraction.md': '# Better\n',
    'prompts/fresh.md': '# New\n',
    'prompts/summary.md': null,
    'prompts/digest.md': '# Summarise\n',
    'ensembles/invoice.yaml': 'steps:\n  - prompt: prompts/extraction@v1.0.0\n',
  });
  const run = await validatePullRequest(lab.sandbox, lab.repository, pull);
  expect(run.exitCode).toBe(0);
  const changes = resultOf(run).changes ?? [];
  expect(changes.map(({ component, change }) => `${component} ${change}`)).toEqual([
    'ensembles/invoice changed',
    'prompts/digest new',
    'prompts/extraction changed',
    'prompts/fresh new',
    'prompts/summary removed',
  ]);
  expect(changes[2]).toEqual({
    component: 'prompts/extraction',
    change: 'changed',
    path: 'prompts/extraction.md',
    'previous-path': null,
    environments: [{ environment: 'production', version: 'v1.0.0' }],
    references: 1,
    mentions: [{ file: 'ensembles/invoice.yaml', line: 2, column: 13, text: 'prompts/extraction@v1.0.0' }],
  });
  expect(run.summary).toContain('### What would change');
  expect(run.summary).toContain(
    '| `prompts/extraction` | gets new content | `prompts/extraction.md` | `production` `v1.0.0` |',
  );
});

test('findings are suppressed in place and by the configuration, which also says how bad they are', async () => {
  await seed();
  await lab.repository.commit('Configure', {
    '.github/tagship.yml': [
      'validate:',
      '  keys: [persona]',
      '  ignore:',
      '    - files: "fixtures/**"',
      '    - files: "nowhere/**"',
      '      codes: [cycle]',
      '  severity: { unsatisfied-range: notice, unknown-environment: off }',
      '',
    ].join('\n'),
    'fixtures/a.yaml': 'prompt: prompts/nothing@v1.0.0\n',
    'own.yaml': [
      'persona: prompts/nobody',
      '# tagship-ignore: unknown-version -- it comes next week',
      'a: prompts/extraction@v2.0.0',
      'b: prompts/extraction@^2.0.0',
      'c: prompts/extraction@staging',
      '',
    ].join('\n'),
  });
  const run = await checked();
  expect(await foundIn(run, lab.repository)).toEqual([
    'unregistered-component own.yaml:1:10 prompts/nobody',
    'unused-suppression .github/tagship.yml:5:14 "nowhere/**"',
    'unsatisfied-range own.yaml:4:4 prompts/extraction@^2.0.0',
  ]);
  expect(resultOf(run)).toMatchObject({ suppressed: 2, counts: { error: 1, warning: 1, notice: 1 } });
  expect(run.annotations.map(({ level }) => level)).toEqual(['error', 'warning', 'notice', 'error']);
});

test('the findings are in a SARIF file for code scanning', async () => {
  await seed();
  await lab.repository.commit('Wrong', {
    '.github/tagship.yml': 'validate: { sarif: reports/tagship.sarif }\n',
    'wrong.yaml': 'prompt: prompts/extraction@v8.0.0\n',
  });
  const run = await checked();
  const file = path.join(lab.repository.path, 'reports/tagship.sarif');
  expect(resultOf(run).sarif).toBe(file);
  const { version, runs } = JSON.parse(await readFile(file, 'utf8'));
  expect({ version, rules: runs[0].tool.driver.name, results: runs[0].results }).toMatchObject({
    version: '2.1.0',
    rules: 'Tagship',
    results: [
      {
        ruleId: 'unknown-version',
        level: 'error',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'wrong.yaml' },
              region: { startLine: 1, startColumn: 9, endLine: 1, endColumn: 34 },
            },
          },
        ],
      },
    ],
  });
  const other = await checked({ checkout: false });
  expect(resultOf(other).sarif).toMatch(/reports.tagship\.sarif$/);
});

test('without a word in the configuration it is in the temporary directory of the job', async () => {
  await seed();
  const run = await checked();
  expect(leftBehind(run)).toEqual(['tagship.sarif']);
  expect(path.basename(resultOf(run).sarif ?? '')).toBe('tagship.sarif');
});

test('what Git ignores is not read, and what is new is', async () => {
  await seed();
  await lab.repository.commit('Ignore', { '.gitignore': 'build/\n', 'gone.yaml': 'prompt: prompts/nothing@v1.0.0\n' });
  await lab.repository.write({
    'build/out.yaml': 'prompt: prompts/nothing@v1.0.0\n',
    'fresh.yaml': 'prompt: prompts/neither@v1.0.0\n',
    'gone.yaml': null,
  });
  const run = await checked();
  expect(await foundIn(run, lab.repository)).toEqual(['unregistered-component fresh.yaml:1:9 prompts/neither@v1.0.0']);
});

test('a registry that Git ignores is committed nowhere, so it registers nothing', async () => {
  await seed();
  await lab.repository.commit('Ignore', { '.gitignore': '.edgit/\n' });
  await lab.repository.write({ '.edgit/components.json': '{"components":{}}' });
  expect(await foundIn(await checked(), lab.repository)).toEqual([]);
});

test('nothing outside of the checkout is read or written, wherever links of a pull request lead', async () => {
  const outside = await mkdtemp(path.join(tmpdir(), 'tagship-outside-'));
  try {
    await writeFile(path.join(outside, 'secret.yaml'), 'prompt: prompts/secret@v1.0.0\n');
    await seed();
    await lab.repository.symlink('link.yaml', path.join(outside, 'secret.yaml'));
    await lab.repository.symlink('folder', outside);
    await lab.repository.symlink('prompts/linked.md', path.join(outside, 'secret.yaml'));
    const pull = await openPullRequest(lab.repository, {
      '.github/tagship.yml': 'validate: { sarif: folder/out.sarif }\n',
      'flow.yaml': 'prompt: prompts/linked\n',
    });
    const run = await validatePullRequest(lab.sandbox, lab.repository, pull);
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain('tagship(config-invalid): The SARIF file cannot be written to `folder/out.sarif`');
    expect(await foundIn(run, lab.repository)).toEqual(['unregistered-component flow.yaml:1:9 prompts/linked']);
    expect(await readdir(outside)).toEqual(['secret.yaml']);
    expect(run.stdout + run.summary).not.toContain('prompts/secret');
    await lab.repository.write({ '.github/tagship.yml': null });
    const again = await validatePullRequest(lab.sandbox, lab.repository, pull);
    expect(await foundIn(again, lab.repository)).toEqual(['unregistered-component flow.yaml:1:9 prompts/linked']);
    const remote = await validatePullRequest(lab.sandbox, lab.repository, pull, { checkout: false });
    expect(remote.stdout).not.toContain('prompts/secret');
  } finally {
    await rm(outside, { recursive: true, force: true });
  }
});

test('a file of more than a mebibyte is not read, and a notice says so', async () => {
  await seed();
  await lab.repository.commit('Large', {
    'large.yaml': `prompt: prompts/nothing@v1.0.0\n${'# filler\n'.repeat(120_000)}`,
    'binary.json': Buffer.from([0x7b, 0, 1, 2]),
  });
  for (const checkout of [true, false]) {
    const run = await checked({ checkout });
    expect(resultOf(run)).toMatchObject({
      findings: [],
      notices: [{ level: 'notice', message: '1 file over 1.0 MiB not read: `large.yaml`.' }],
    });
  }
});

test('names that are made to do harm stay names', async () => {
  await seed();
  const evil = 'a\n::error::pwned %0A`|<b>@everyone#1.yaml';
  const pull = await openPullRequest(lab.repository, {
    [evil]: 'prompt: "prompts/<img src=x>@v1"\nother: prompts/..%2f@v1.0.0\nthird: prompts/nothing@v1.0.0\n',
    'prompts/$(touch pwned)/x.md': 'x\n',
    'flow.yaml': 'a: prompts/`id`@v1.0.0\nb: prompts/a--upload-pack@v1.0.0\n',
  });
  const run = await validatePullRequest(lab.sandbox, lab.repository, pull);
  expect(run.annotations.filter(({ message }) => message.startsWith('pwned'))).toEqual([]);
  expect(resultOf(run).findings.map(({ file, code }) => [file, code])).toEqual([
    [evil, 'unregistered-component'],
    ['flow.yaml', 'unregistered-component'],
  ]);
  expect(run.annotations[0]?.file).toBe(evil);
  // In a code span nothing is markup.
  expect(run.summary).toContain('``a\\u000a::error::pwned %0A`\\|<b>@everyone#1.yaml:3:8``');
  expect(run.summary.replaceAll(/``.*?``/g, '')).not.toMatch(/<b>|<img|@everyone/);
  expect(run.workspaceEntries).not.toContain('pwned');
});

test('GitHub shows ten of a kind, so the worst are annotations and the rest is counted', async () => {
  await seed();
  const lines = Array.from({ length: 30 }, (_, i) => `k${i}: prompts/extraction@v9.0.${i}`);
  await lab.repository.commit('Many', { 'many.yaml': `${lines.join('\n')}\n` });
  const run = await checked();
  expect(run.annotations.filter(({ level }) => level === 'error')).toHaveLength(10);
  expect(run.annotations.at(-1)?.message).toContain('tagship(findings): 30 findings');
  expect(run.stdout).toContain('21 more findings in the log and the summary');
  expect(run.outputs.findings).toBe('30');
  expect(run.summary).toContain('many.yaml:30:');
});

test.each([
  ['validate: { severity: { cicle: off } }', 'config-invalid', /Did you mean `cycle`/],
  ['validate: { ignore: [{ files: "x", codes: [cicle] }] }', 'config-invalid', /Did you mean `cycle`/],
  ['validate: { sarif: ../out.sarif }', 'config-invalid', /inside the workspace/],
  ['validate: { sarif: .git/hooks/pre-push }', 'config-invalid', /inside the workspace/],
  ['validate: { kyes: [x] }', 'config-invalid', /Did you mean `keys`/],
  ['validate: [', 'config-syntax', /Correct the file\./],
])('the configuration of the tree is checked: %s', async (text, code, remedy) => {
  await seed();
  const pull = await openPullRequest(lab.repository, { '.github/tagship.yml': `${text}\n` });
  const run = await validatePullRequest(lab.sandbox, lab.repository, pull);
  expect(run.exitCode).toBe(1);
  expect(run.annotations[0]).toMatchObject({ title: `Tagship: ${code}`, file: '.github/tagship.yml' });
  expect(run.stdout).toMatch(remedy);
});

test.each([
  [{ scope: 'change' }, /`scope` is `change`, which is no scope\. Did you mean `changed`/],
  [
    { config: 'elsewhere.yml' },
    /tagship\(config-missing\): The tree that is checked has no configuration file `elsewhere\.yml`/,
  ],
  [{ heal: 'true' }, /`heal` is not taken by `validate`/],
])('an input that cannot be used is an error: %j', async (inputs, message) => {
  await seed();
  const run = await checked({ inputs });
  expect({ exitCode: run.exitCode, message: run.annotations[0]?.message }).toEqual({
    exitCode: 1,
    message: expect.stringMatching(message),
  });
});

test('a checkout of some folders only is no tree without the others', async () => {
  await seed();
  await lab.repository.git(['sparse-checkout', 'set', '--no-cone', '/ensembles/']);
  expect(await foundIn(await checked(), lab.repository)).toEqual([]);
});

test('a checkout may be a worktree of another one', async () => {
  await seed();
  await lab.repository.commit('Wrong', { 'wrong.yaml': 'prompt: prompts/nothing@v1.0.0\n' });
  const folder = await mkdtemp(path.join(tmpdir(), 'tagship-worktree-'));
  try {
    await lab.repository.git(['worktree', 'add', '--quiet', '--detach', path.join(folder, 'tree')]);
    const run = await checked({ workspace: path.join(folder, 'tree') });
    expect(resultOf(run)).toMatchObject({ tree: 'working-tree', files: 4, counts: { error: 1 } });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a name that the change takes out of the registry is still looked for', async () => {
  const registry = (...names: string[]): string =>
    JSON.stringify({
      components: Object.fromEntries(names.map((name) => [name, { path: `prompts/${name}.md`, type: 'prompt' }])),
    });
  await lab.repository.commit('Begin', {
    '.edgit/components.json': registry('extraction', 'summary'),
    'prompts/extraction.md': '# Extract\n',
    'prompts/summary.md': '# Summarise\n',
    'flow.yaml': 'component: summary\n',
  });
  const pull = await openPullRequest(lab.repository, { '.edgit/components.json': registry('extraction') });
  const run = await validatePullRequest(lab.sandbox, lab.repository, pull, { inputs: { scope: 'changed' } });
  expect(await foundIn(run, lab.repository)).toEqual(['unregistered-component flow.yaml:1:12 summary']);
  expect(resultOf(run).changes).toMatchObject([{ component: 'prompts/summary', change: 'unregistered' }]);
});

test('a ledger that cannot be read is a warning, and the rest is checked all the same', async () => {
  await seed();
  await lab.repository.git(['push', '--quiet', 'origin', 'HEAD:refs/tagship/ledger']);
  await lab.repository.commit('Wrong', { 'wrong.yaml': 'prompt: prompts/nothing@v1.0.0\n' });
  const run = await checked();
  expect(resultOf(run)).toMatchObject({
    counts: { error: 1 },
    notices: [
      { level: 'warning', message: expect.stringMatching(/^Whether version tags moved was not checked: The ledger/) },
    ],
  });
});

test('a Git that fails is named, and nothing is taken for checked', async () => {
  await seed();
  const pull = await openPullRequest(lab.repository, {});
  await writeFile(path.join(lab.repository.path, '.git/index'), 'nonsense\n');
  const run = await validatePullRequest(lab.sandbox, lab.repository, pull);
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toContain('tagship(git-protocol): The files of the checkout could not be listed: ');
});

test('all findings come to the result as the published schema says', async () => {
  await seed();
  const pull = await openPullRequest(lab.repository, {
    'wrong.yaml': 'prompt: prompts/extraction@v1.0.9\n',
    'prompts/extraction.md': '# Better\n',
  });
  const run = await validatePullRequest(lab.sandbox, lab.repository, pull);
  const text = await readFile(new URL('../../schema/result.schema.json', import.meta.url), 'utf8');
  const schema = z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]);
  expect(schema.safeParse(resultOf(run)).error).toBeUndefined();
});

test('a repository without tags, components or files is in order', async () => {
  await lab.repository.commit('Nothing', {});
  for (const checkout of [true, false]) {
    expect(await checked({ checkout })).toMatchObject({ exitCode: 0, annotations: [] });
  }
});

test('a run leaves the checkout as it was', async () => {
  await seed();
  const before = await lab.repository.git(['status', '--porcelain', '--ignored']);
  const index = await readFile(path.join(lab.repository.path, '.git/index'));
  await checked();
  expect(await lab.repository.git(['status', '--porcelain', '--ignored'])).toBe(before);
  expect(await readFile(path.join(lab.repository.path, '.git/index'))).toEqual(index);
});

test('a workflow triggered by a stranger with secrets is refused', async () => {
  await seed();
  const pull = await openPullRequest(lab.repository, {});
  const event = { name: 'pull_request_target', payload: {} };
  const run = await validatePullRequest(lab.sandbox, lab.repository, pull, { event, inputs: { command: 'validate' } });
  expect(run.stdout).toContain('tagship(event-refused)');
  expect(run.exitCode).toBe(1);
});
