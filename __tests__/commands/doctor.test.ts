import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import type { Repository, RunOptions, RunResult } from '../../sandbox/index.ts';
import { PRODUCTION_NAMESPACE, STAGING_NAMESPACE } from '../../sandbox/index.ts';
import { Original } from '../support/copies.ts';
import { laboratory } from '../support/laboratory.ts';
import { codesOf, dispatch, kvOf, LEDGER, ledgerGit, publish, refsOf } from '../support/moves.ts';

const lab = laboratory('doctor');
const ID = 'prompts/extraction';
const VERSIONS = 'refs/tags/components/**/v*';

/** A configuration that names namespaces for the two environments of the tests. */
const NAMESPACES = { production: { id: PRODUCTION_NAMESPACE }, staging: { title: 'components-staging' } };

interface Fact {
  readonly check: string;
  readonly status: 'error' | 'warning' | 'notice' | 'ok';
  readonly fact: string;
  readonly fix: string | null;
  readonly code: string | null;
  readonly file: string | null;
  readonly line: number | null;
}

interface Answer {
  readonly run: RunResult;
  readonly facts: readonly Fact[];
}

let resultSchema: z.ZodType;

beforeAll(async () => {
  const text = await readFile(new URL('../../schema/result.schema.json', import.meta.url), 'utf8');
  resultSchema = z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]);
});

/** A workflow to copy, from the examples. */
async function example(name: string): Promise<string> {
  return await readFile(new URL(`../../examples/workflows/${name}.yml`, import.meta.url), 'utf8');
}

/** Runs `doctor`, and makes sure that it changed nothing and told what its schema allows. */
async function ask(
  repository: Repository,
  inputs: Readonly<Record<string, string | null>> = {},
  options: Partial<RunOptions> = {},
): Promise<Answer> {
  const state = async () => [
    await refsOf(repository),
    await kvOf(lab.sandbox),
    await kvOf(lab.sandbox, STAGING_NAMESPACE),
  ];
  const before = await state();
  lab.sandbox.clearRequests();
  const run = await dispatch(lab.sandbox, repository, 'doctor', { 'kv-namespace': null, ...inputs }, options);
  expect(writing()).toEqual([]);
  expect(await state()).toEqual(before);
  const result: unknown = JSON.parse(run.outputs.result ?? 'null');
  expect(resultSchema.safeParse(result).error).toBeUndefined();
  return { run, facts: (result as { facts: readonly Fact[] }).facts };
}

/** The requests that change something, by what they are called. */
function writing(): string[] {
  const reads = ['kv bulk get', 'git fetch', 'git ls-refs'];
  return lab.sandbox.requests.flatMap(({ service, method, operation }) => {
    const isRead = method === 'GET' || reads.includes(operation) || (service === 'git' && !/push/.test(operation));
    return isRead ? [] : [`${service}: ${operation}`];
  });
}

/** What a check found that is not well. */
function trouble({ facts }: Answer, check?: string): string[] {
  return facts
    .filter((one) => one.status === 'error' || one.status === 'warning')
    .filter((one) => check === undefined || one.check === check)
    .map(({ check: name, status, fact }) => `${name} ${status}: ${fact}`);
}

/** What was found of a status, as `check: fact`. */
function told({ facts }: Answer, status: Fact['status']): string[] {
  return facts.filter((one) => one.status === status).map(({ check, fact }) => `${check}: ${fact}`);
}

/** A repository whose set-up is as it should be, with something deployed in two environments. */
let well: Original;

beforeAll(async () => {
  const repository = await lab.sandbox.createRepository('acme/well');
  await repository.commit('set up', {
    '.github/workflows/deploy.yml': await example('deploy'),
    '.github/workflows/reconcile.yml': await example('reconcile'),
    '.github/tagship.yml': JSON.stringify({
      namespaces: NAMESPACES,
      environments: { production: { requires: 'staging' } },
    }),
  });
  await publish(repository, ID, 'v1.0.0', 'v1.1.0');
  for (const environment of ['staging', 'production']) {
    const move = { components: ID, environment, version: 'v1.0.0', 'kv-namespace': null };
    const run = await dispatch(lab.sandbox, repository, 'promote', move);
    expect(codesOf(run)).toEqual([]);
  }
  await repository.protect([VERSIONS], { update: true, deletion: true });
  well = await Original.of(lab.sandbox, repository);
});

async function healthy(): Promise<Repository> {
  await well.copyTo(lab.repository);
  return lab.repository;
}

/** A repository with a workflow, a configuration and one version, which nothing ran yet. */
async function fresh(config: object | string = { namespaces: NAMESPACES }): Promise<Repository> {
  const { repository } = lab;
  await repository.commit('set up', {
    '.github/workflows/deploy.yml': await example('deploy'),
    '.github/tagship.yml': typeof config === 'string' ? config : JSON.stringify(config),
  });
  await publish(repository, ID, 'v1.0.0');
  return repository;
}

describe('a set-up that is well', () => {
  test('is told so, line by line, by requests that change nothing', async () => {
    const answer = await ask(await healthy());
    expect(trouble(answer)).toEqual([]);
    expect(answer.run.exitCode).toBe(0);
    expect(answer.run.outputs.findings).toBe('0');
    expect(told(answer, 'ok').map((text) => text.replace(/number 4, .*$/, 'number 4'))).toEqual([
      'github: The token may read the repository: 4 tags under our prefixes.',
      'github: The token may push, so tags can be moved and the ledger is kept.',
      'github: The token may read issues; whether it may write them shows only when it does.',
      'github: The token may read pull requests; whether it may write them shows only when it does.',
      'cloudflare: The token is valid for this account and may read its KV: 2 namespaces.',
      'configuration: `.github/tagship.yml` on the default branch is valid.',
      'ledger: The ledger at `refs/tagship/ledger` can be read: number 4',
      `namespaces: The namespace \`components-production\` (${PRODUCTION_NAMESPACE}) of \`production\` exists; this repository has written there before.`,
      `namespaces: The namespace \`components-staging\` (${STAGING_NAMESPACE}) of \`staging\` exists; this repository has written there before.`,
      'tags: 4 tags of 1 component: each can be deployed.',
      'workflows: The push of a tag starts `.github/workflows/deploy.yml` of the default branch.',
      'workflows: A schedule starts `reconcile` by `.github/workflows/reconcile.yml`.',
      'workflows: Each of 4 tags stands on a commit with a workflow that its push starts.',
      'rulesets: A ruleset keeps version tags from being moved and deleted.',
    ]);
    expect(told(answer, 'notice')).toEqual([
      'cloudflare: Whether the token may write KV cannot be asked: only a write shows it.',
      expect.stringMatching(/^rulesets: No ruleset says who may move environment tags/),
      expect.stringMatching(/^rulesets: Rulesets cover branches and tags only/),
      'metrics: No environment has a gate.',
    ]);
    expect(answer.run.summary).toContain('| ✅ | Tags | 4 tags of 1 component: each can be deployed. | – |');
    expect(answer.run.summary.match(/^\| --- /gm)).toHaveLength(1);
    expect(answer.run.stdout).toContain('The set-up: 4 notices');
    expect(lab.sandbox.requests.length).toBeLessThan(30);
  });

  test('is new, and has neither tags nor ledger', async () => {
    await lab.repository.commit('empty', { 'README.md': 'nothing yet' });
    const answer = await ask(lab.repository, { 'kv-namespace': 'components-production' });
    expect(trouble(answer)).toEqual([
      expect.stringMatching(/^workflows warning: No workflow of the default branch starts Tagship/),
      expect.stringMatching(/^workflows warning: No schedule runs `reconcile`/),
      expect.stringMatching(/^rulesets warning: No ruleset keeps version tags from being moved and being deleted/),
    ]);
    expect(answer.run.exitCode).toBe(0);
    expect(told(answer, 'notice')).toContain(
      'ledger: There is no ledger at `refs/tagship/ledger` yet: the first move begins one.',
    );
  });
});

describe('tokens', () => {
  test('that may only read are warned of: a deploy goes without', async () => {
    const repository = await fresh();
    const ends = [
      lab.sandbox.github.deny('GET /repos/{owner}/{repo}/issues'),
      lab.sandbox.github.deny('GET /repos/{owner}/{repo}/rulesets'),
    ];
    const answer = await ask(repository, { 'github-token': lab.sandbox.readOnlyToken });
    for (const end of ends) end();
    expect(trouble(answer, 'github')).toEqual([
      expect.stringMatching(/^github warning: The token may not push to /),
      expect.stringMatching(/^github warning: GitHub refused to show issues: /),
    ]);
    expect(told(answer, 'notice')).toContainEqual(
      expect.stringMatching(/^rulesets: Rulesets were not checked: GitHub refused/),
    );
    expect(answer.run.exitCode).toBe(0);
  });

  test('that GitHub does not know end every check that reads, once', async () => {
    const answer = await ask(await fresh(), { 'github-token': 'ghs_nobody' });
    expect(trouble(answer)).toEqual([expect.stringMatching(/^github error: The Git server refused the token/)]);
    expect(codesOf(answer.run)).toEqual(['git-auth']);
    expect(answer.run.exitCode).toBe(1);
    expect(told(answer, 'notice')).toContain('tags: Not checked, for what is said above.');
  });

  test.each([
    ['are missing', { 'cloudflare-api-token': null }, 'token-missing', /There is no `cloudflare-api-token`/],
    ['have no account', { 'cloudflare-account-id': null }, 'account-missing', /There is no `cloudflare-account-id`/],
    [
      'are none of Cloudflare’s',
      { 'cloudflare-api-token': 'x'.repeat(40) },
      'kv-auth',
      /Cloudflare refused the API token/,
    ],
    [
      'are for another account',
      { 'cloudflare-account-id': 'f'.repeat(32) },
      'account-unknown',
      /knows no such account/,
    ],
  ])('of Cloudflare that %s are an error, and the rest is checked all the same', async (_, inputs, code, words) => {
    const answer = await ask(await fresh(), inputs);
    expect(trouble(answer, 'cloudflare')).toEqual([expect.stringMatching(words)]);
    expect(codesOf(answer.run)).toEqual([code]);
    expect(answer.run.exitCode).toBe(1);
    expect(told(answer, 'notice')).toContain('namespaces: Not checked, for what is said above.');
    expect(told(answer, 'ok')).toContain('tags: 1 tag of 1 component: each can be deployed.');
  });

  test('of Cloudflare that are valid and may not read KV are told so; one that ends soon is warned of', async () => {
    const repository = await fresh();
    const expires = new Date(Date.now() + 3 * 24 * 60 * 60 * 1000).toISOString();
    const result = { id: 'a', status: 'active', expires_on: expires };
    const ends = lab.sandbox.before(({ path }) =>
      path.endsWith('/tokens/verify') ? { status: 200, body: JSON.stringify({ success: true, result }) } : undefined,
    );
    const soon = await ask(repository);
    expect(trouble(soon, 'cloudflare')).toEqual([
      expect.stringMatching(/^cloudflare warning: The Cloudflare token ends in (?:2 d 23 h|3 d)/),
    ]);
    const refusal = { success: false, errors: [{ code: 10000, message: 'Authentication error' }] };
    const refuses = lab.sandbox.before(({ operation }) =>
      operation.startsWith('kv ') ? { status: 403, body: JSON.stringify(refusal) } : undefined,
    );
    const answer = await ask(repository);
    refuses();
    ends();
    expect(trouble(answer, 'cloudflare')).toEqual([
      'cloudflare error: The Cloudflare token is valid, but may not read KV in this account.',
    ]);
  });
});

describe('the configuration', () => {
  test('that cannot be read is told with line and nearest key', async () => {
    const answer = await ask(await fresh('namespaces: {}\nlatst: deployed\n'), {
      'kv-namespace': PRODUCTION_NAMESPACE,
    });
    expect(answer.facts.filter(({ status }) => status === 'error')).toEqual([
      expect.objectContaining({
        check: 'configuration',
        code: 'config-invalid',
        file: '.github/tagship.yml',
        line: 2,
        fix: expect.stringContaining('Did you mean `latest`?'),
      }),
    ]);
    expect(answer.run.exitCode).toBe(1);
  });

  test('that names what does not exist is warned of', async () => {
    const repository = await fresh({
      namespaces: { staging: { id: STAGING_NAMESPACE }, 'eu-*': { id: PRODUCTION_NAMESPACE } },
      environments: { stagign: { deployments: true }, staging: { requires: 'preview' } },
      ignore: ['components/ui/**'],
      pins: ['prompts/nothing@*'],
    });
    await repository.edgitSet(ID, 'staging', 'v1.0.0');
    const answer = await ask(repository);
    expect(trouble(answer, 'configuration')).toEqual([
      expect.stringMatching(/`environments.stagign` names the environment `stagign`, and no tag/),
      expect.stringMatching(
        /`namespaces.eu-\*` names the environment `eu-\*`, .* one that fits: it holds no environment/,
      ),
      expect.stringMatching(/`environments.staging.requires` names the environment `preview`/),
    ]);
    expect(answer.facts.find(({ fact }) => fact.includes('stagign'))?.fix).toMatch(/Did you mean `staging`\?/);
    expect(told(answer, 'notice')).toEqual(
      expect.arrayContaining([
        'configuration: `ignore` has `components/ui/**`, which fits no tag.',
        'configuration: `pins` has `prompts/nothing@*`, which fits nothing.',
      ]),
    );
    expect(told(answer, 'ok')).toContain(
      'github: The token may read deployments; whether it may write them shows only when it does.',
    );
    expect(answer.run.exitCode).toBe(0);
  });
});

describe('namespaces', () => {
  test('that do not exist, belong to others, or are missing are errors', async () => {
    const repository = await fresh({
      namespaces: {
        production: { id: PRODUCTION_NAMESPACE },
        staging: { title: 'components-stagign' },
        debug: { id: '0'.repeat(32) },
      },
    });
    for (const environment of ['production', 'staging', 'debug', 'preview']) {
      await repository.edgitSet(ID, environment, 'v1.0.0');
    }
    await lab.sandbox.kv.put(PRODUCTION_NAMESPACE, 'component-versions', '{}', { 'managed-by': 'tagship:acme/other' });
    const answer = await ask(repository);
    expect(answer.facts.filter(({ check }) => check === 'namespaces').map(({ code }) => code)).toEqual([
      'namespace-unknown',
      'key-foreign',
      'namespace-unknown',
      'namespace-missing',
    ]);
    expect(answer.run.exitCode).toBe(1);
    // One environment alone is not held up by the others.
    const staging = await ask(repository, { environment: 'preview' });
    expect(staging.facts.filter(({ check }) => check === 'namespaces').map(({ code }) => code)).toEqual([
      'namespace-missing',
    ]);
  });

  test('none at all is an error', async () => {
    const answer = await ask(await fresh({}));
    expect(codesOf(answer.run)).toEqual(['namespace-missing']);
  });
});

describe('tags', () => {
  test('that will not deploy are named with the reason, each once', async () => {
    const repository = await fresh({
      namespaces: { '**': { id: PRODUCTION_NAMESPACE } },
      ignore: ['components/ui/**'],
    });
    await repository.tag('components/prompts/extraction/1.0.0');
    await repository.tag('components/prompts/extraction/latest');
    await repository.tag('components/ui/button/1.2.3');
    await repository.tag('components/prompts/gone/v1.0.0');
    await repository.commit('two', { 'prompts/two.md': '1', 'prompts/two.txt': '2' });
    await repository.tag('components/prompts/two/v1.0.0');
    await repository.symlink('prompts/link.md', 'extraction.md');
    await repository.commit('lfs', {
      '.gitattributes': 'prompts/large.md filter=lfs diff=lfs merge=lfs -text\n',
      'prompts/large.md': 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n',
    });
    await repository.tag('components/prompts/link/v1.0.0');
    await repository.tag('components/prompts/large/v1.0.0');
    await repository.commit('after', { 'prompts/bare.md': 'no version' });
    await repository.tag('components/prompts/bare/production');
    await repository.tag('components/prompts/tree/v1.0.0', 'HEAD^{tree}');
    const answer = await ask(repository);
    const errors = answer.facts.filter(({ check, status }) => check === 'tags' && status === 'error');
    expect(errors.map(({ code }) => code).sort()).toEqual([
      'content-ambiguous',
      'content-lfs',
      'content-missing',
      'content-not-a-file',
      'environment-reserved',
      'tag-not-a-commit',
      'tag-shape',
      'version-missing',
    ]);
    expect(errors.find(({ code }) => code === 'tag-shape')?.fix).toContain('components/prompts/extraction/v1.0.0');
    expect(told(answer, 'notice')).toContain('tags: 1 tag left alone by `ignore`.');
    expect(answer.run.exitCode).toBe(1);
  });

  test('of versions that moved are named', async () => {
    const repository = await healthy();
    await repository.commit('elsewhere', { [`${ID}.md`]: 'other words' });
    await ledgerGit(repository, 'update-ref', `refs/tags/components/${ID}/v1.0.0`, await repository.commitOf('HEAD'));
    const answer = await ask(repository);
    expect(answer.facts.flatMap(({ code }) => code ?? [])).toEqual(['version-moved']);
    const accepted = { override: 'moved-version', reason: 'a typo' };
    expect(trouble(await ask(repository, accepted), 'tags')).toEqual([]);
  });

  test('that ask for one key are named; another environment is not held up', async () => {
    const namespaces = { '**': { id: PRODUCTION_NAMESPACE } };
    const repository = await fresh({ namespaces, keys: ['{type}/{name}-{slot}'], unversioned: 'allow' });
    await repository.commit('two', { 'prompts/a.md': 'a', 'prompts/a-b.md': 'b' });
    await repository.tag('components/prompts/a/b-c');
    await repository.tag('components/prompts/a-b/c');
    await repository.edgitSet(ID, 'production', 'v1.0.0');
    const answer = await ask(repository);
    expect(answer.facts.flatMap(({ code }) => code ?? [])).toEqual(['key-collision', 'key-collision']);
    expect(trouble(await ask(repository, { environment: 'production' }), 'tags')).toEqual([]);
  });

  test('of more errors than GitHub shows are counted', async () => {
    const repository = await fresh();
    for (let i = 0; i < 12; i++) await repository.tag(`components/prompts/none-${i}/v1.0.0`);
    const { run, facts } = await ask(repository);
    expect(facts.filter(({ code }) => code === 'content-missing')).toHaveLength(12);
    expect(codesOf(run)).toEqual([...Array<string>(9).fill('content-missing'), 'set-up-broken']);
    expect(run.summary.match(/content-missing/g)).toHaveLength(12);
  });
});

describe('the rest', () => {
  test('workflows: what the tagged commits have, not the default branch alone', async () => {
    const { repository } = lab;
    await publish(repository, ID, 'v1.0.0');
    await repository.edgitSet(ID, 'production', 'v1.0.0');
    await repository.commit('workflow', { '.github/workflows/deploy.yml': await example('deploy') });
    const before = await ask(repository, { 'kv-namespace': PRODUCTION_NAMESPACE });
    expect(trouble(before, 'workflows')).toEqual([
      expect.stringMatching(/^workflows warning: No schedule runs `reconcile`/),
      expect.stringMatching(
        /^workflows warning: 2 of 2 tags stand on commits without a workflow .*extraction\/production/,
      ),
    ]);
    await repository.commit('schedule', { '.github/workflows/reconcile.yml': await example('reconcile') });
    const after = await ask(repository, { 'kv-namespace': PRODUCTION_NAMESPACE });
    expect(trouble(after, 'workflows')).toEqual([]);
    expect(told(after, 'notice')).toContainEqual(expect.stringMatching(/^workflows: 2 of 2 tags stand on commits/));
  });

  test('workflows that call others: of the same commit they are read, of another repository a notice says so', async () => {
    const { repository } = lab;
    const call = (on: string, uses: string): string => `on: ${on}\njobs: { one: { uses: "${uses}" } }`;
    const onTags = '{ push: { tags: ["components/**"] } }';
    const onTime = '{ schedule: [{ cron: "7 * * * *" }] }';
    const shared = 'acme/shared/.github/workflows/tagship.yml@v1';
    await repository.commit('callers', {
      '.github/workflows/tags.yml': call(onTags, './.github/workflows/run.yml'),
      '.github/workflows/time.yml': call(onTime, './.github/workflows/run.yml'),
      '.github/workflows/run.yml': 'on: workflow_call\njobs: { run: { steps: [{ uses: tagship/tagship@v0 }] } }',
    });
    await publish(repository, ID, 'v1.0.0');
    const local = await ask(repository, { 'kv-namespace': PRODUCTION_NAMESPACE });
    expect(told(local, 'ok').filter((fact) => fact.startsWith('workflows: '))).toEqual([
      'workflows: The push of a tag starts `.github/workflows/tags.yml` of the default branch.',
      'workflows: A schedule starts `reconcile` by `.github/workflows/time.yml`.',
      'workflows: Each of 1 tag stands on a commit with a workflow that its push starts.',
    ]);
    await repository.commit('elsewhere', {
      '.github/workflows/tags.yml': call(onTags, shared),
      '.github/workflows/time.yml': call(onTime, shared),
    });
    const elsewhere = await ask(repository, { 'kv-namespace': PRODUCTION_NAMESPACE });
    expect(trouble(elsewhere, 'workflows')).toEqual([]);
    expect(told(elsewhere, 'notice').filter((fact) => fact.startsWith('workflows: '))).toEqual([
      expect.stringMatching(/^workflows: The push of a tag starts `.*tags\.yml` .* of another repository/),
      expect.stringMatching(/^workflows: A schedule starts `.*time\.yml`, .* of another repository/),
    ]);
    await repository.commit('nothing', {
      '.github/workflows/run.yml': 'on: workflow_call\njobs: { run: { steps: [{ run: "true" }] } }',
      '.github/workflows/tags.yml': call(onTags, './.github/workflows/run.yml'),
      '.github/workflows/time.yml': call(onTime, './.github/workflows/run.yml'),
    });
    const nothing = await ask(repository, { 'kv-namespace': PRODUCTION_NAMESPACE });
    expect(trouble(nothing, 'workflows').slice(0, 2)).toEqual([
      expect.stringMatching(/^workflows warning: No workflow of the default branch starts Tagship/),
      expect.stringMatching(/^workflows warning: No schedule runs `reconcile`/),
    ]);
  });

  test('rulesets that keep Tagship from moving, and a ledger on a branch', async () => {
    const repository = await fresh({ namespaces: NAMESPACES, ledger: { ref: 'refs/heads/ledger' } });
    await repository.edgitSet(ID, 'production', 'v1.0.0');
    await repository.protect(['refs/tags/components/**/*'], { update: true, deletion: true });
    await repository.protect(['refs/heads/ledger'], { update: true });
    expect(trouble(await ask(repository), 'rulesets')).toEqual([
      expect.stringMatching(/restricts update of environment tags, .* may not bypass it/),
      expect.stringMatching(/The branch of the ledger, `refs\/heads\/ledger`, has the rule `update`/),
    ]);
  });

  test('a ledger that cannot be read, and one that was rewritten', async () => {
    const repository = await healthy();
    const tip = await ledgerGit(repository, 'rev-parse', LEDGER);
    await ledgerGit(repository, 'update-ref', LEDGER, `${tip}~2`);
    const rewritten = await ask(repository);
    expect(rewritten.facts.flatMap(({ code }) => code ?? [])).toContain('ledger-rewritten');
    await ledgerGit(repository, 'update-ref', LEDGER, await repository.commitOf('HEAD'));
    const answer = await ask(repository);
    expect(trouble(answer, 'ledger')).toEqual([expect.stringMatching(/is no commit that Tagship wrote/)]);
    expect(answer.run.exitCode).toBe(1);
  });

  test('metrics that cannot be asked', async () => {
    const metric = { provider: 'http', url: `${lab.sandbox.metricsUrl}/rate`, max: 1 };
    const gate = {
      metrics: [
        { ...metric, name: 'rate' },
        { ...metric, name: 'secret', headers: { authorization: `Bearer $${'{NOT_GIVEN}'}` } },
      ],
    };
    const repository = await fresh({
      namespaces: NAMESPACES,
      environments: { production: { gate }, staging: { gate } },
    });
    await repository.edgitSet(ID, 'production', 'v1.0.0');
    const answer = await ask(repository);
    expect(trouble(answer, 'metrics')).toEqual([
      expect.stringMatching(/^metrics warning: The metric `secret` of `production` \(http\): .*NOT_GIVEN/),
    ]);
    expect(told(answer, 'ok')).toContainEqual(expect.stringMatching(/^metrics: The metric `rate` of `production`/));
    expect(told(answer, 'notice')).toContain('metrics: The gate of `staging` was not checked: nothing runs there yet.');
    expect(lab.sandbox.requests.filter(({ service }) => service === 'metrics')).toEqual([]);
  });

  test('an environment that does not exist is an error with the nearest that does', async () => {
    const repository = await fresh();
    await repository.edgitSet(ID, 'production', 'v1.0.0');
    const run = await dispatch(lab.sandbox, repository, 'doctor', { environment: 'producton', 'kv-namespace': null });
    expect(codesOf(run)).toEqual(['environment-unknown']);
    expect(run.annotations[0]?.message).toContain('`production`');
  });
});
