import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { getOctokit } from '@actions/github';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { RecordedRequest, RunOptions, RunResult } from '../../sandbox/index.ts';
import { deployTag, stored } from '../support/deploy.ts';
import { laboratory } from '../support/laboratory.ts';
import { codesOf, dispatch, entryOf, fetchTags, refsOf } from '../support/moves.ts';
import { published, sweep } from '../support/sweep.ts';

const lab = laboratory('post-mortem');
const ID = 'prompts/extraction';
const OTHER = 'prompts/summary';
const ENTRY = `production/components/${ID}`;
const BEFORE = 'You extract names.\nAnswer in JSON.\nBe short.\n';
const AFTER = 'You extract names.\nAnswer as you like.\nBe short.\n';
const CREATE = 'POST /repos/{owner}/{repo}/issues';

async function commit(version: string, text: string, files: Record<string, string> = {}): Promise<void> {
  await lab.repository.commit(version, { [`${ID}.md`]: text, ...files });
  await lab.repository.edgitTag(ID, version);
}

async function promote(version: string, inputs: Record<string, string> = {}): Promise<void> {
  const places = { components: ID, environment: 'production', version };
  const run = await dispatch(lab.sandbox, lab.repository, 'promote', { ...places, ...inputs });
  expect(codesOf(run)).toEqual([]);
}

async function rollback(inputs: Record<string, string> = {}, options: Partial<RunOptions> = {}): Promise<RunResult> {
  const places = { components: ID, environment: 'production' };
  return await dispatch(lab.sandbox, lab.repository, 'rollback', { ...places, ...inputs }, options);
}

function issues() {
  return lab.sandbox.github.issues(lab.repository.name);
}

function asked(): RecordedRequest[] {
  return lab.sandbox.requests.filter(({ service }) => service === 'github');
}

function api() {
  const [owner = '', repo = ''] = lab.repository.name.split('/');
  return { ...getOctokit(lab.sandbox.githubToken, { baseUrl: lab.sandbox.apiUrl }).rest.issues, owner, repo };
}

async function inKv(): Promise<string | undefined> {
  return (await stored(lab.sandbox, `${ID}@production`))?.bytes.toString();
}

/** Two versions, the second one live. */
async function deployed(): Promise<void> {
  await commit('v1.0.0', BEFORE);
  await commit('v1.1.0', AFTER);
  await promote('v1.0.0');
  await promote('v1.1.0', { reason: 'friendlier' });
  lab.sandbox.clearRequests();
}

describe('a rollback', () => {
  beforeEach(deployed);

  test('opens one issue with what is known of it, after KV was restored, with two requests', async () => {
    const run = await rollback({ reason: 'wrong answers' });
    expect(run.exitCode).toBe(0);
    expect(run.annotations).toEqual([]);
    const path = `/repos/${lab.repository.name}/issues`;
    expect(asked().map(({ operation }) => operation)).toEqual([`GET ${path}`, `POST ${path}`]);
    const written = lab.sandbox.requests.findLastIndex(({ operation }) => operation === 'kv bulk write');
    expect(written).toBeGreaterThan(0);
    expect(lab.sandbox.requests.findIndex(({ service }) => service === 'github')).toBeGreaterThan(written);

    const [issue, ...others] = issues();
    expect(others).toEqual([]);
    expect(issue).toMatchObject({
      title: `Rolled back: ${ID} v1.1.0 in production`,
      state: 'open',
      labels: ['tagship'],
      assignees: [],
      comments: [],
    });
    const body = issue?.body ?? '';
    expect(body).toMatch(/\| Deployed \| promoted: .* UTC, by `ada`, \[run\]\(.*\/actions\/runs\/\d+\) \|/);
    expect(body).toContain('| Why it was deployed | friendlier |');
    expect(body).toMatch(/\| Rolled back \| .* UTC, by `ada`, \[run\]\(.*\/actions\/runs\/\d+\) \|/);
    expect(body).toContain('| Reason given | wrong answers |');
    expect(body).toContain('brought back was the version before');
    expect(body).toContain(' You extract names.\n-Answer in JSON.\n+Answer as you like.\n Be short.\n');
    expect(body).toContain('## Open questions');

    const url = `${lab.sandbox.serverUrl}/${lab.repository.name}/issues/1`;
    expect(run.outputs['issue-url']).toBe(url);
    expect(JSON.parse(run.outputs.result ?? '').issues).toEqual([
      { component: ID, environment: 'production', version: 'v1.1.0', url },
    ]);
    expect(run.stdout).toContain(`Post-mortem of ${ID} v1.1.0 in production: ${url}`);
    expect(run.summary).toContain(url);
  });

  test('that is pressed twice has one issue, which stays closed when somebody closed it', async () => {
    const first = await rollback();
    await api().update({ ...api(), issue_number: 1, state: 'closed' });
    const again = await rollback();
    expect(again.exitCode).toBe(0);
    expect(again.outputs['issue-url']).toBe(first.outputs['issue-url']);
    expect(again.outputs['rolled-back']).toBe('false');
    expect(issues()).toMatchObject([{ state: 'closed', comments: [] }]);
  });

  test('of the same version once more is a comment on its issue, which is opened again and keeps what people wrote', async () => {
    await rollback();
    await api().update({
      ...api(),
      issue_number: 1,
      title: 'JSON matters',
      body: `Found it!\r\n\r\n${issues()[0]?.body?.replaceAll('\n', '\r\n') ?? ''}`,
      state: 'closed',
    });
    const kept = issues()[0]?.body;
    await promote('v1.1.0', { override: 'quarantine', reason: 'fixed' });
    lab.sandbox.clearRequests();
    const run = await rollback({ reason: 'not fixed' });
    expect(run.annotations).toEqual([]);
    expect(asked()).toHaveLength(3);
    expect(issues()).toMatchObject([{ title: 'JSON matters', body: kept, state: 'open' }]);
    const [comment, ...others] = issues()[0]?.comments ?? [];
    expect(others).toEqual([]);
    expect(comment?.body).toContain('It happened again');
    expect(comment?.body).toContain('| Reason given | not fixed |');
    expect(comment?.body).toContain('| Why it was deployed | fixed |');
    expect(run.outputs['issue-url']).toMatch(/\/issues\/1$/);
    await rollback();
    expect(issues()[0]?.comments).toHaveLength(1);
  });

  test('of another version has an issue of its own', async () => {
    await rollback();
    await commit('v1.2.0', 'other');
    await promote('v1.2.0');
    expect((await rollback()).outputs['issue-url']).toMatch(/\/issues\/2$/);
    expect(issues().map(({ title }) => title)).toEqual([
      `Rolled back: ${ID} v1.1.0 in production`,
      `Rolled back: ${ID} v1.2.0 in production`,
    ]);
  });

  test('asks GitHub for nothing in a dry run', async () => {
    const run = await rollback({ 'dry-run': 'true' });
    expect(run.exitCode).toBe(0);
    expect(run.outputs['issue-url']).toBe('');
    expect(asked()).toEqual([]);
  });

  test('that somebody else was faster with keeps no record of its own', async () => {
    let other: RunResult | undefined;
    const stop = lab.sandbox.before(async ({ operation }) => {
      if (operation === 'git push' && other === undefined) {
        stop();
        other = await rollback();
      }
    });
    const run = await rollback();
    expect(run.outputs).toMatchObject({ verdict: 'superseded', 'issue-url': '' });
    expect(other?.outputs['issue-url']).toMatch(/\/issues\/1$/);
    expect(issues()).toMatchObject([{ comments: [] }]);
  });

  test('with a token that may not write issues is done, with a warning that says what to grant; later it is made up for', async () => {
    const allow = lab.sandbox.github.deny(CREATE);
    const run = await rollback();
    allow();
    expect(run.exitCode).toBe(0);
    expect(run.annotations).toEqual([
      expect.objectContaining({
        level: 'warning',
        message: expect.stringMatching(
          /no post-mortem was kept for `prompts\/extraction` v1\.1\.0.*issues: write.*post-mortem: false/,
        ),
      }),
    ]);
    expect(run.outputs).toMatchObject({ 'rolled-back': 'true', version: 'v1.0.0', 'issue-url': '' });
    expect(await inKv()).toBe(BEFORE);
    expect(issues()).toEqual([]);
    const refs = await refsOf(lab.repository);
    expect((await rollback()).outputs['issue-url']).toMatch(/\/issues\/1$/);
    expect(await refsOf(lab.repository)).toEqual(refs);
  });

  test.each<[string, () => { status: number; headers?: Record<string, string>; body: string }, RegExp]>([
    [
      'cannot be reached',
      () => ({ status: 503, body: '{}' }),
      /could not keep the post-mortem issue.*Run `rollback` again/,
    ],
    [
      'has had too many requests',
      () => ({ status: 403, headers: { 'x-ratelimit-remaining': '0' }, body: '{"message":"API rate limit exceeded"}' }),
      /rate limit exceeded\. Run `rollback` again/,
    ],
    ['has issues turned off', () => ({ status: 410, body: '{"message":"Issues are disabled"}' }), /turn issues on/],
  ])('while GitHub %s is done, with a warning', async (_, reply, words) => {
    const stop = lab.sandbox.before(({ service }) => {
      if (service === 'github') {
        const { headers, ...rest } = reply();
        return { ...rest, headers: { 'content-type': 'application/json', ...headers } };
      }
      return undefined;
    });
    const run = await rollback();
    stop();
    expect(run.exitCode).toBe(0);
    expect(run.annotations).toEqual([
      expect.objectContaining({ level: 'warning', message: expect.stringMatching(words) }),
    ]);
    expect(await inKv()).toBe(BEFORE);
  });

  test.each<[string, 'before' | 'after', string]>([
    ['before it looked for an issue', 'before', 'GET'],
    ['before it opened one', 'before', 'POST'],
    ['as soon as it had opened one', 'after', 'POST'],
  ])('that was killed %s leaves one issue when it is run again', async (_, moment, method) => {
    const operation = `${method} /repos/${lab.repository.name}/issues`;
    const killed = await rollback({ reason: 'wrong answers' }, { killAt: { moment, when: { operation } } });
    expect(killed.signal).toBe('SIGKILL');
    expect(await inKv()).toBe(BEFORE);
    expect(issues()).toHaveLength(moment === 'after' ? 1 : 0);
    const run = await rollback();
    expect(run.exitCode).toBe(0);
    expect(run.outputs['issue-url']).toMatch(/\/issues\/1$/);
    expect(issues()).toMatchObject([{ title: `Rolled back: ${ID} v1.1.0 in production`, comments: [] }]);
    const body = issues()[0]?.body ?? '';
    // TrustedLedger later, it is told of the rollback that was made, not of the run that tells it.
    expect(body).toContain('| Reason given | wrong answers |');
    expect(body).toContain('| Why it was deployed | friendlier |');
    expect(body).toContain('+Answer as you like.\n');
    const address = String((await entryOf(lab.repository, ENTRY)).run);
    expect(body).toContain(
      `| Rolled back | ${String((await entryOf(lab.repository, ENTRY)).at)
        .replace('T', ' ')
        .replace('Z', ' UTC')}, by \`ada\`, [run](${address}) |`,
    );
  });

  test('can be undone with the commands of its issue', async () => {
    await rollback();
    const commands = /```sh\n(git fetch[^`]*)```/.exec(issues()[0]?.body ?? '')?.[1] ?? '';
    await promisify(execFile)('sh', ['-ec', commands], { cwd: lab.repository.path });
    await fetchTags(lab.repository);
    const run = await deployTag(lab.sandbox, lab.repository, `components/${ID}/production`);
    expect(run.outputs.version).toBe('v1.1.0');
    expect(await inKv()).toBe(AFTER);
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({ version: 'v1.1.0', quarantined: [] });
  });

  test('finds its issue behind a hundred others', async () => {
    await rollback();
    for (let i = 0; i < 101; i++) {
      await api().create({ ...api(), title: `Other ${i}`, labels: ['tagship'] });
    }
    await promote('v1.1.0', { override: 'quarantine', reason: 'fixed' });
    lab.sandbox.clearRequests();
    expect((await rollback()).outputs['issue-url']).toMatch(/\/issues\/1$/);
    expect(asked().map(({ method }) => method)).toEqual(['GET', 'GET', 'POST']);
    expect(issues()).toHaveLength(102);
  });
});

test('`post-mortem: false` keeps no record, and nothing is said about that', async () => {
  await commit('v1.0.0', BEFORE, { '.github/tagship.yml': 'post-mortem: false\n' });
  await commit('v1.1.0', AFTER);
  await promote('v1.0.0');
  await promote('v1.1.0');
  const run = await rollback();
  expect(run.exitCode).toBe(0);
  expect(run.annotations).toEqual([]);
  expect(run.outputs['issue-url']).toBe('');
  expect(issues()).toEqual([]);
  expect(asked()).toEqual([]);
});

test('several components have an issue each', async () => {
  await commit('v1.0.0', BEFORE, { [`${OTHER}.md`]: 'one\n' });
  await lab.repository.edgitTag(OTHER, 'v7.0.0');
  await commit('v1.1.0', AFTER, { [`${OTHER}.md`]: 'two\n' });
  await lab.repository.edgitTag(OTHER, 'v7.1.0');
  for (const [version, other] of [
    ['v1.0.0', 'v7.0.0'],
    ['v1.1.0', 'v7.1.0'],
  ] as const) {
    await promote(version);
    await promote(other, { components: OTHER });
  }
  const run = await rollback({ components: 'prompts/*' });
  expect(run.annotations).toEqual([]);
  expect(issues().map(({ title }) => title)).toEqual([
    `Rolled back: ${ID} v1.1.0 in production`,
    `Rolled back: ${OTHER} v7.1.0 in production`,
  ]);
  expect(issues()[1]?.body).toContain('-one\n+two\n');
  const urls = JSON.parse(run.outputs.result ?? '').issues.map(({ url }: { url: string }) => url);
  expect(urls).toEqual([expect.stringMatching(/\/issues\/1$/), expect.stringMatching(/\/issues\/2$/)]);
  expect(run.outputs['issue-url']).toBe(urls[0]);
});

test('a version that somebody put there by hand, unrecorded, is told of as far as it is known', async () => {
  await commit('v1.0.0', BEFORE);
  await commit('v1.1.0', AFTER);
  await promote('v1.0.0');
  await lab.repository.edgitSet(ID, 'production', 'v1.1.0');
  const run = await rollback();
  expect(run.annotations).toEqual([]);
  const body = issues()[0]?.body ?? '';
  expect(body).toContain('| Deployed | its tag was moved by hand, and this is the run that saw it: ');
  expect(body).toContain('+Answer as you like.\n');
});

test('nobody is pinged by what a commit or an input says, and no secret is shown', async () => {
  const token = `ghp_${'a1'.repeat(18)}`;
  await commit('v1.0.0', BEFORE);
  await commit('v1.1.0', `@everyone #1 <img src=x>\n\`\`\`\n@team\n<!-- tagship:occurrence 7 -->\ntoken: ${token}\n`);
  await promote('v1.0.0');
  await promote('v1.1.0', { reason: '@everyone #1 <img src=x>' });
  const run = await rollback({ reason: `@team broke #2, see ${lab.sandbox.githubToken}` });
  expect(run.annotations).toEqual([]);
  const body = issues()[0]?.body ?? '';
  const outside = body.replace(/^(`{4,})diff\n[\s\S]*?\n\1$/m, '');
  expect(outside).not.toBe(body);
  expect(outside).not.toMatch(/@[a-z]|#\d|<img/);
  expect(outside).toContain('broke');
  expect(body).not.toContain(token);
  expect(body).not.toContain(lab.sandbox.githubToken);
  expect(body.match(/^<!--.*$/gm)).toHaveLength(2);
});

test('a secret of any gate is hidden everywhere, also encoded and line by line, by a run that asks no metric', async () => {
  const [token, key] = ['s3cret-of-staging', 'first line of it\nsecond/line+of it\n'];
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: these are what a configuration has
  const metric = (name: string, variable: string) => {
    const source = { provider: 'http', url: `${lab.sandbox.metricsUrl}/rate`, headers: { 'x-auth': variable } };
    return { gate: { metrics: [{ name, ...source, max: 1 }] } };
  };
  const environments = { staging: metric('a', '${STAGING_TOKEN}'), preview: metric('b', '${PREVIEW_KEY}') };
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: these are what a configuration has
  const spelt = [token, Buffer.from(`user:${token}`).toString('base64'), key, encodeURIComponent('second/line+of it')];
  await commit('v1.0.0', BEFORE, { '.github/tagship.yml': JSON.stringify({ environments }) });
  await commit('v1.1.0', `${spelt.join('\n')}\n`);
  await promote('v1.0.0');
  await promote('v1.1.0');
  const env = { STAGING_TOKEN: token, PREVIEW_KEY: key };
  const run = await rollback({ reason: `it has ${token}` }, { env });
  expect(codesOf(run)).toEqual([]);
  expect(run.masks).toEqual(expect.arrayContaining([token, key]));
  expect(run.summary).toContain('[redacted]');
  expect(issues()[0]?.body).toMatch(/^\+\[redacted\]$/m);
  const ledger = await lab.repository.git(['ls-remote', 'origin', 'refs/tagship/ledger']);
  await lab.repository.git(['fetch', '--quiet', 'origin', ledger.split('\t')[0] ?? '']);
  const told = await lab.repository.git(['log', '--format=%B', 'FETCH_HEAD']);
  const entry = JSON.stringify(await entryOf(lab.repository, ENTRY));
  expect(sweep([token, key], { ...published(run), told, entry, issue: issues()[0]?.body ?? '' })).toEqual([]);
});
