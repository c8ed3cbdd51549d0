import { describe, expect, test } from '@jest/globals';
import { type Ruleset, rulesReader } from '../../src/domain/doctor/rulesets.ts';
import { readWorkflow, tagshipMatcher, withCalled } from '../../src/domain/doctor/workflow.ts';

const TAG = 'components/prompts/extraction/production';
const isTagship = tagshipMatcher('acme/deployer');

function workflow(on: string, steps = '- uses: tagship/tagship@v0') {
  const text = `on: ${on}\njobs:\n  a:\n    steps:\n      ${steps}\n`;
  return readWorkflow('.github/workflows/a.yml', text, isTagship);
}

describe('a workflow', () => {
  test.each([
    ['push', true],
    ['[push, schedule]', true],
    ['{ push: null }', true],
    ['{ push: { tags: ["components/**"] } }', true],
    ['{ push: { tags: components/** } }', true],
    ['{ push: { tags: ["**"] } }', true],
    ['{ push: { tags: ["comp*/**/prod?uction"] } }', true],
    ['{ push: { tags: ["component[r-t]/prompts/*/production"] } }', true],
    ['{ push: { tags: ["components/*"] } }', false],
    ['{ push: { tags: ["v*"] } }', false],
    ['{ push: { tags: ["components/**", "!components/**/production"] } }', false],
    ['{ push: { tags: ["!components/**", "components/prompts/**"] } }', true],
    ['{ push: { tags-ignore: ["v*"] } }', true],
    ['{ push: { tags-ignore: ["components/**"] } }', false],
    ['{ push: { branches: [main] } }', false],
    ['{ push: { branches: [main], tags: ["components/**"] } }', true],
    ['pull_request', false],
  ])('with `on: %s` is started by the tag: %s', (on, starts) => {
    expect(workflow(on)?.startsOn(TAG)).toBe(starts);
  });

  test.each([
    ['- uses: tagship/tagship@v0', ['auto']],
    ['- uses: Tagship/Tagship@0123456789', ['auto']],
    ['- uses: acme/deployer@v1\n        with: { command: reconcile }', ['reconcile']],
    ['- uses: ./.github/actions/tagship', ['auto']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub Actions
    ['- uses: tagship/tagship@v0\n        with: { command: "${{ inputs.command }}" }', ['?']],
    ['- run: npx --yes tagship@0 deploy --tag x', ['deploy']],
    ['- run: pnpm dlx tagship deploy --tag x && bunx tagship reconcile --heal', ['deploy', 'reconcile']],
    ['- uses: actions/checkout@v7', []],
    ['- uses: acme/not-tagship@v1', []],
  ])('with the step %j runs %j', (steps, commands) => {
    expect(workflow('push', steps)?.commands).toEqual(commands);
  });

  test('is scheduled, calls another, or is none', () => {
    expect(workflow('{ schedule: [{ cron: "1 * * * *" }] }')?.scheduled).toBe(true);
    expect(workflow('push')?.scheduled).toBe(false);
    const calling = 'on: push\njobs: { a: { uses: acme/shared/.github/workflows/deploy.yml@main } }';
    expect(readWorkflow('a.yml', calling, isTagship)).toMatchObject({ isPartial: true, calls: [], commands: [] });
    expect(workflow('push', '- uses: ./.github/actions/ours')?.isPartial).toBe(true);
    expect(workflow('push', '- uses: actions/checkout@v7')?.isPartial).toBe(false);
    for (const text of ['', '- a', 'on: [', 'x'.repeat(300_000), '{on: push, jobs: [1, null]}']) {
      expect(readWorkflow('a.yml', text, isTagship)?.commands ?? []).toEqual([]);
    }
  });

  test('does what the workflows of its repository do that it calls, each once, also in a circle', () => {
    const call = (on: string, path: string) => `on: ${on}\njobs: { a: { uses: ./.github/workflows/${path} } }`;
    const files = {
      'a.yml': call('push', 'b.yml'),
      'b.yml': call('workflow_call', 'c.yml'),
      'c.yml':
        'on: workflow_call\njobs:\n  a: { uses: ./.github/workflows/b.yml }\n  b: { steps: [{ uses: tagship/tagship@v0 }] }',
      'd.yml': call('push', 'gone.yml'),
    };
    const read = Object.entries(files).flatMap(
      ([name, text]) => readWorkflow(`.github/workflows/${name}`, text, isTagship) ?? [],
    );
    expect(withCalled(read).map(({ commands, isPartial }) => ({ commands, isPartial }))).toEqual([
      { commands: ['auto'], isPartial: false },
      { commands: ['auto'], isPartial: false },
      { commands: ['auto'], isPartial: false },
      { commands: [], isPartial: false },
    ]);
  });

  test('is read in time, whatever its filters were made for', () => {
    const filter = `${'*a'.repeat(500)}b`;
    expect(workflow(`{ push: { tags: ["${filter}"] } }`)?.startsOn('a'.repeat(500))).toBe(false);
  });
});

describe('a ruleset', () => {
  const one: Ruleset = { name: 'A', target: 'tag', include: [], exclude: [], rules: ['update'], bypass: false };

  test.each([
    ['~ALL', true],
    ['refs/tags/components/**/production', true],
    ['refs/tags/components/**/*', true],
    ['refs/tags/**/*', true],
    ['refs/tags/components/*/*/production', true],
    // GitHub's trap: without a slash behind them two stars are one.
    ['refs/tags/components/**', false],
    ['refs/tags/components/*', false],
    ['refs/heads/components/**/*', false],
    ['refs/tags/components/**/v*', false],
  ])('for %s covers the tag of an environment: %s', (pattern, covers) => {
    expect(rulesReader([{ ...one, include: [pattern] }], 'main')(`refs/tags/${TAG}`).has('update')).toBe(covers);
  });

  test('excludes, is for one kind of ref, and knows the default branch', () => {
    const all = { ...one, include: ['~ALL'] };
    expect(
      rulesReader([{ ...all, exclude: ['refs/tags/components/**/production'] }], 'main')(`refs/tags/${TAG}`).size,
    ).toBe(0);
    expect(rulesReader([all], 'main')('refs/heads/main').size).toBe(0);
    const branch: Ruleset = { ...one, target: 'branch', include: ['~DEFAULT_BRANCH'] };
    expect([...rulesReader([branch], 'main')('refs/heads/main').keys()]).toEqual(['update']);
    expect(rulesReader([branch], 'main')('refs/heads/other').size).toBe(0);
  });
});
