import { getOctokit } from '@actions/github';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ApiDescription } from '../../sandbox/github/description.ts';
import { createGithubService } from '../../sandbox/github.ts';
import type { Repository, Sandbox } from '../../sandbox/index.ts';
import type { RecordedRequest } from '../../sandbox/types.ts';
import { startSandbox } from '../support/sandbox.ts';

const HERE = { owner: 'acme', repo: 'components' };
const TAG = 'tags/components/a/production';

let sandbox: Sandbox;
let repository: Repository;
let first: string;
let second: string;
let aside: string;
let github: ReturnType<typeof getOctokit>;
let rest: ReturnType<typeof getOctokit>['rest'];

function client(token: string) {
  return getOctokit(token, { baseUrl: sandbox.apiUrl });
}

/** Asks with fetch, for what the client would not let through. */
async function raw(path: string, init: RequestInit = {}) {
  const headers = { authorization: `Bearer ${sandbox.githubToken}`, ...init.headers };
  const response = await fetch(`${sandbox.apiUrl}${path}`, { ...init, headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text };
}

async function repositoryId(): Promise<string> {
  const query = '{ repository(owner: "acme", name: "components") { id } }';
  return (await github.graphql<{ repository: { id: string } }>(query)).repository.id;
}

interface RefUpdate {
  name: string;
  afterOid: string;
  beforeOid?: string;
  force?: boolean;
}

async function updateRefs(refUpdates: RefUpdate[], by = github): Promise<unknown> {
  const query = 'mutation ($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }';
  return by.graphql(query, { input: { repositoryId: await repositoryId(), refUpdates, clientMutationId: 'mine' } });
}

async function shaOf(ref: string): Promise<string> {
  return (await rest.git.getRef({ ...HERE, ref })).data.object.sha;
}

beforeAll(async () => {
  sandbox = await startSandbox();
  repository = await sandbox.createRepository();
  await repository.commit('First\n\nbody', { 'prompts/a.md': 'one\n', 'deep/er/b.bin': Uint8Array.of(0, 255) });
  first = await repository.objectOf('HEAD');
  await repository.commit('Second', { 'prompts/a.md': 'two\n' });
  second = await repository.objectOf('HEAD');
  aside = await repository.git(['commit-tree', '-p', first, '-m', 'Aside', `${first}^{tree}`]);
  await repository.git(['push', '--quiet', 'origin', 'HEAD:refs/heads/main', `${aside}:refs/heads/feature/aside`]);
  github = client(sandbox.githubToken);
  rest = github.rest;
});

beforeEach(async () => {
  await repository.git(['push', '--quiet', '--force', 'origin', `${first}:refs/${TAG}`, `${first}:refs/tags/plain`]);
});

afterAll(() => sandbox.close());

describe('refs over REST', () => {
  test('reads and lists, with slashes raw and encoded', async () => {
    expect((await rest.git.getRef({ ...HERE, ref: TAG })).data).toMatchObject({
      ref: `refs/${TAG}`,
      object: { type: 'commit', sha: first },
    });
    for (const ref of [TAG, encodeURIComponent(TAG)]) {
      expect((await raw(`/repos/acme/components/git/ref/${ref}`)).status).toBe(200);
    }
    const { data } = await rest.git.listMatchingRefs({ ...HERE, ref: 'tags/components/a/prod' });
    expect(data.map(({ ref }) => ref)).toEqual([`refs/${TAG}`]);
    await expect(rest.git.getRef({ ...HERE, ref: 'tags/components' })).rejects.toMatchObject({ status: 404 });
  });

  test('creates, moves and deletes', async () => {
    const ref = 'tags/made/by/rest';
    const made = await rest.git.createRef({ ...HERE, ref: `refs/${ref}`, sha: first });
    expect(made.status).toBe(201);
    expect((await rest.git.updateRef({ ...HERE, ref, sha: second })).data.object.sha).toBe(second);
    expect((await rest.git.deleteRef({ ...HERE, ref })).status).toBe(204);
    expect(await repository.git(['ls-remote', 'origin', `refs/${ref}`])).toBe('');
  });

  test('refuses as GitHub does', async () => {
    const make = (ref: string, sha: string) => rest.git.createRef({ ...HERE, ref, sha });
    const refused = (message: string) => ({ status: 422, message: expect.stringContaining(message) });
    await expect(make(`refs/${TAG}`, first)).rejects.toMatchObject(refused('Reference already exists'));
    await expect(make('refs/tags/new', 'f'.repeat(40))).rejects.toMatchObject(refused('Object does not exist'));
    await expect(make('tags', first)).rejects.toMatchObject(refused('not a valid ref name'));
    const gone = { ...HERE, ref: 'tags/gone' };
    await expect(rest.git.updateRef({ ...gone, sha: first })).rejects.toMatchObject(refused('does not exist'));
    await expect(rest.git.deleteRef(gone)).rejects.toMatchObject(refused('does not exist'));
    await rest.git.updateRef({ ...HERE, ref: TAG, sha: second });
    const back = { ...HERE, ref: TAG, sha: aside };
    await expect(rest.git.updateRef(back)).rejects.toMatchObject(refused('not a fast forward'));
    expect((await rest.git.updateRef({ ...back, force: true })).data.object.sha).toBe(aside);
  });
});

describe('objects over REST', () => {
  test('commits, trees, blobs and contents', async () => {
    const { data: commit } = await rest.git.getCommit({ ...HERE, commit_sha: first });
    expect(commit).toMatchObject({ message: 'First\n\nbody', author: { name: 'Ada Lovelace' }, parents: [] });
    const { data: tree } = await rest.git.getTree({ ...HERE, tree_sha: commit.tree.sha, recursive: '1' });
    expect(tree.tree.map(({ path }) => path)).toEqual(['deep', 'deep/er', 'deep/er/b.bin', 'prompts', 'prompts/a.md']);
    const file_sha = tree.tree[4]?.sha ?? '';
    const { data: blob } = await rest.git.getBlob({ ...HERE, file_sha });
    expect(Buffer.from(blob.content, 'base64').toString()).toBe('one\n');

    const { data: file } = await rest.repos.getContent({ ...HERE, path: 'prompts/a.md' });
    expect(file).toMatchObject({ type: 'file', encoding: 'base64', content: `${btoa('two\n')}\n`, size: 4 });
    const { data: top } = await rest.repos.getContent({ ...HERE, path: '', ref: 'plain' });
    expect(top).toMatchObject([
      { name: 'deep', type: 'dir' },
      { name: 'prompts', type: 'dir' },
    ]);
    const bytes = await raw('/repos/acme/components/contents/prompts/a.md?ref=feature/aside', {
      headers: { accept: 'application/vnd.github.raw+json' },
    });
    expect(bytes.text).toBe('one\n');
    await expect(rest.repos.getContent({ ...HERE, path: 'none' })).rejects.toMatchObject({ status: 404 });
  });

  test('tag objects', async () => {
    const request = { ...HERE, tag: 'v1', message: 'One\n', object: first, type: 'commit' } as const;
    const { data: made } = await rest.git.createTag(request);
    const { data: read } = await rest.git.getTag({ ...HERE, tag_sha: made.sha });
    expect(read).toEqual(made);
    expect(read).toMatchObject({ tag: 'v1', message: 'One\n', object: { sha: first, type: 'commit' } });
    await expect(rest.git.createTag({ ...request, type: 'tree' })).rejects.toMatchObject({ status: 422 });
  });
});

describe('what is beside Git', () => {
  test('the repository, the API and the rate limit', async () => {
    expect((await rest.repos.get(HERE)).data).toMatchObject({ full_name: 'acme/components', default_branch: 'main' });
    expect((await rest.meta.get()).status).toBe(200);
    const { data, headers } = await rest.rateLimit.get();
    expect(data.rate.remaining).toBe(Number(headers['x-ratelimit-remaining']));
  });

  test('deployments and their statuses', async () => {
    const environment = 'staging';
    const deploy = async () => {
      const { data } = await rest.repos.createDeployment({ ...HERE, ref: 'main', environment, auto_merge: false });
      if (!('id' in data)) throw new Error('Merged instead');
      await rest.repos.createDeploymentStatus({ ...HERE, deployment_id: data.id, state: 'success' });
      return data;
    };
    const older = await deploy();
    const newer = await deploy();
    expect(older).toMatchObject({ sha: second, ref: 'main', environment, production_environment: false });
    const { data: list } = await rest.repos.listDeployments({ ...HERE, environment });
    expect(list.map(({ id }) => id)).toEqual([newer.id, older.id]);
    const { data: statuses } = await rest.repos.listDeploymentStatuses({ ...HERE, deployment_id: older.id });
    expect(statuses.map(({ state }) => state)).toEqual(['inactive', 'success']);
    const unknown = { ...HERE, deployment_id: 999, state: 'success' } as const;
    await expect(rest.repos.createDeploymentStatus(unknown)).rejects.toMatchObject({ status: 404 });
  });

  test('issues, comments and labels', async () => {
    await rest.issues.createLabel({ ...HERE, name: 'drift', color: 'ff0000' });
    await expect(rest.issues.createLabel({ ...HERE, name: 'Drift' })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('Validation Failed'),
    });
    const { data: issue } = await rest.issues.create({ ...HERE, title: 'Drift', body: 'Found.', labels: ['drift'] });
    expect(issue).toMatchObject({ number: 1, state: 'open', labels: [{ name: 'drift', color: 'ff0000' }] });
    const place = { ...HERE, issue_number: issue.number };
    await rest.issues.createComment({ ...place, body: 'Still.' });
    expect((await rest.issues.listComments(place)).data).toMatchObject([{ body: 'Still.' }]);
    expect((await rest.issues.listForRepo({ ...HERE, labels: 'drift' })).data).toHaveLength(1);
    await rest.issues.update({ ...place, state: 'closed', state_reason: 'completed' });
    expect((await rest.issues.get(place)).data).toMatchObject({ state: 'closed', comments: 1 });
    expect((await rest.issues.listForRepo(HERE)).data).toEqual([]);
    await expect(rest.issues.get({ ...HERE, issue_number: 9 })).rejects.toMatchObject({ status: 404 });
  });

  test('comments that change and go, up to so many characters', async () => {
    const { data: issue } = await rest.issues.create({ ...HERE, title: 'A change' });
    const { data } = await rest.issues.createComment({ ...HERE, issue_number: issue.number, body: 'One' });
    const place = { ...HERE, comment_id: data.id };
    expect((await rest.issues.updateComment({ ...place, body: 'Two' })).data).toMatchObject({
      id: data.id,
      body: 'Two',
    });
    await expect(rest.issues.updateComment({ ...place, body: 'x'.repeat(65_537) })).rejects.toMatchObject({
      status: 422,
    });
    expect((await rest.issues.deleteComment(place)).status).toBe(204);
    await expect(rest.issues.deleteComment(place)).rejects.toMatchObject({ status: 404 });
    expect((await rest.issues.listComments({ ...HERE, issue_number: issue.number })).data).toEqual([]);
    expect((await rest.pulls.list(HERE)).data).toEqual([]);
  });

  test('rulesets, as Git is held to them', async () => {
    const guarded = await sandbox.createRepository('acme/guarded');
    await guarded.protect(['refs/tags/v*'], { update: true, deletion: true });
    const here = { owner: 'acme', repo: 'guarded' };
    const [listed, ...others] = (await rest.repos.getRepoRulesets(here)).data;
    expect(others).toEqual([]);
    expect(listed).toMatchObject({ target: 'tag', enforcement: 'active' });
    expect((await rest.repos.getRepoRuleset({ ...here, ruleset_id: listed?.id ?? 0 })).data).toMatchObject({
      conditions: { ref_name: { include: ['refs/tags/v*'] } },
      rules: [{ type: 'update' }, { type: 'deletion' }],
    });
    await expect(rest.repos.getRepoRuleset({ ...here, ruleset_id: 2 })).rejects.toMatchObject({ status: 404 });
  });

  test('check runs', async () => {
    const { data: run } = await rest.checks.create({
      ...HERE,
      name: 'tagship',
      head_sha: first,
      status: 'in_progress',
    });
    const output = { title: 'Live', summary: 'All of it.' };
    const update = { ...HERE, check_run_id: run.id, conclusion: 'success', output } as const;
    expect((await rest.checks.update(update)).data).toMatchObject({
      status: 'completed',
      conclusion: 'success',
      output,
    });
    const nowhere = { ...HERE, name: 'tagship', head_sha: 'f'.repeat(40) };
    await expect(rest.checks.create(nowhere)).rejects.toMatchObject({ status: 422 });
  });

  test('pages lists and links them', async () => {
    const titles = ['p1', 'p2', 'p3', 'p4', 'p5'];
    for (const title of titles) await rest.issues.create({ ...HERE, title, labels: ['paged'] });
    const query = { ...HERE, labels: 'paged', direction: 'asc', per_page: 2 } as const;
    expect((await rest.issues.listForRepo({ ...query, page: 2 })).headers.link).toMatch(
      /page=1>; rel="prev", .*page=3>; rel="next", .*page=3>; rel="last", .*page=1>; rel="first"/,
    );
    const all = await github.paginate(rest.issues.listForRepo, query);
    expect(all.map(({ title }) => title)).toEqual(titles);
  });
});

describe('strictness', () => {
  test('refuses misspelt and missing fields, wrong types and unknown parameters', async () => {
    const post = (path: string, body: string) => raw(`/repos/acme/components${path}`, { method: 'POST', body });
    const misspelt = await post('/git/refs', JSON.stringify({ ref: 'refs/tags/x', sha: first, forec: true }));
    expect(misspelt.status).toBe(422);
    expect(JSON.parse(misspelt.text)).toMatchObject({
      message: 'Invalid request.\n\n"forec" is not a permitted key.',
      status: '422',
    });
    expect((await post('/git/refs', '{"ref":"refs/tags/x"}')).text).toContain(`\\"sha\\" wasn't supplied`);
    expect((await post('/deployments', '{"ref":"main","auto_merge":"no"}')).status).toBe(422);
    expect((await post('/check-runs', '{"name":"n","head_sha":"x","output":{"titel":"t"}}')).text).toContain('titel');
    expect((await post('/issues', '{')).text).toContain('Problems parsing JSON');
    expect((await post('/issues', '')).status).toBe(422);
    expect((await raw('/repos/acme/components/issues?stat=all')).status).toBe(422);
    expect((await raw('/repos/acme/components/issues/one')).status).toBe(422);
    expect((await raw('/repos/acme/components/issues?creator=me&milestone=1')).status).toBe(501);
  });

  test('holds answers to the description', async () => {
    const description = await ApiDescription.load();
    const complaints = description.complaintsAbout('git/get-ref', 200, { ref: 'refs/tags/x', node_id: 'n' });
    expect(complaints).toEqual([`"url" wasn't supplied.`, `"object" wasn't supplied.`]);
    expect(description.complaintsAbout('git/get-ref', 202, {})).toEqual(['the status 202 is not described']);
  });

  test('knows its tokens', async () => {
    const wrong = client('wrong').rest.git.getRef({ ...HERE, ref: TAG });
    await expect(wrong).rejects.toMatchObject({ status: 401, message: expect.stringContaining('Bad credentials') });
    const anonymous = await raw('/repos/acme/components', { headers: { authorization: 'Basic eDp5' } });
    expect(anonymous.status).toBe(401);
    expect((await fetch(`${sandbox.apiUrl}/repos/acme/components`)).status).toBe(401);
    expect((await raw('/rate_limit', { headers: { authorization: `token ${sandbox.githubToken}` } })).status).toBe(200);
    const reader = client(sandbox.readOnlyToken);
    expect((await reader.rest.git.getRef({ ...HERE, ref: TAG })).status).toBe(200);
    await expect(reader.rest.git.updateRef({ ...HERE, ref: TAG, sha: second })).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('Resource not accessible by integration'),
    });
    const update = { name: `refs/${TAG}`, afterOid: second };
    await expect(updateRefs([update], reader)).rejects.toMatchObject({ errors: [{ type: 'FORBIDDEN' }] });
    expect(await shaOf(TAG)).toBe(first);
  });

  test('answers 404 for what it does not know, and for everything without options', async () => {
    for (const path of [
      '/nothing',
      '/repos/acme/other',
      '/repos/acme/components/milestones',
      '/repos/a/b/git/ref/tags/x',
    ]) {
      const { status, text, headers } = await raw(path);
      expect([status, JSON.parse(text).message]).toEqual([404, 'Not Found']);
      expect(headers.get('x-ratelimit-limit')).toBe('5000');
    }
    const answer = await createGithubService().handle({} as RecordedRequest, new AbortController().signal);
    expect(answer).toMatchObject({ status: 404, body: expect.stringContaining('"Not Found"') });
  });
});

describe('GraphQL', () => {
  test('reads the repository, refs and objects', async () => {
    const query = `query ($cursor: String) { repository(owner: "acme", name: "components") {
      defaultBranchRef { name target { oid } }
      ref(qualifiedName: "refs/${TAG}") { name prefix target { __typename oid ... on Commit { message tree { oid } } } }
      refs(refPrefix: "refs/tags/", first: 1, after: $cursor) { nodes { name target { oid } } totalCount
        pageInfo { hasNextPage endCursor } }
      object(expression: "main:prompts/a.md") { ... on Blob { text byteSize } }
    } }`;
    type Refs = { nodes: { name: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    type Answer = { repository: { refs: Refs } };
    const { repository: found } = await github.graphql<Answer>(query);
    expect(found).toMatchObject({
      defaultBranchRef: { name: 'main', target: { oid: second } },
      ref: { name: 'components/a/production', prefix: 'refs/tags/', target: { __typename: 'Commit', oid: first } },
      refs: { nodes: [{ name: 'components/a/production' }], totalCount: 2, pageInfo: { hasNextPage: true } },
      object: { text: 'two\n', byteSize: 4 },
    });
    const next = await github.graphql<Answer>(query, { cursor: found.refs.pageInfo.endCursor });
    expect(next.repository.refs).toMatchObject({ nodes: [{ name: 'plain' }], pageInfo: { hasNextPage: false } });
  });

  test('creates a ref once', async () => {
    const query = `mutation ($input: CreateRefInput!) { createRef(input: $input) { ref { name target { oid } } } }`;
    const input = { repositoryId: await repositoryId(), name: 'refs/heads/made/by/graphql', oid: first };
    const made = { createRef: { ref: { name: 'made/by/graphql', target: { oid: first } } } };
    expect(await github.graphql(query, { input })).toEqual(made);
    await expect(github.graphql(query, { input })).rejects.toThrow('already exists in the repository');
  });

  test('moves all refs or none', async () => {
    const tag = { name: `refs/${TAG}`, beforeOid: first, afterOid: second };
    const stale = { name: 'refs/tags/plain', beforeOid: second, afterOid: aside, force: true };
    await expect(updateRefs([tag, stale])).rejects.toThrow('cannot be updated');
    expect([await shaOf(TAG), await shaOf('tags/plain')]).toEqual([first, first]);
    expect(await updateRefs([tag, { ...stale, beforeOid: first }])).toEqual({
      updateRefs: { clientMutationId: 'mine' },
    });
    expect([await shaOf(TAG), await shaOf('tags/plain')]).toEqual([second, aside]);
    await expect(updateRefs([{ name: `refs/${TAG}`, afterOid: aside }])).rejects.toThrow('not a fast forward');
    await updateRefs([{ name: 'refs/tags/plain', beforeOid: aside, afterOid: '0'.repeat(40) }]);
    await expect(shaOf('tags/plain')).rejects.toMatchObject({ status: 404 });
  });

  test('lets one of two racing updates win', async () => {
    const move = (afterOid: string) => updateRefs([{ name: `refs/${TAG}`, beforeOid: first, afterOid, force: true }]);
    const outcomes = await Promise.allSettled([move(second), move(aside)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await shaOf(TAG)).toBe(outcomes[0].status === 'fulfilled' ? second : aside);
  });

  test('names what is wrong, with status 200', async () => {
    const ask = async (query: string) => {
      const { status, text } = await raw('/graphql', { method: 'POST', body: JSON.stringify({ query }) });
      return { status, ...(JSON.parse(text) as { errors: { message: string; type?: string }[] }) };
    };
    const misspelt = await ask('{ repository(owner: "acme", name: "components") { idd } }');
    expect(misspelt).toMatchObject({ status: 200, errors: [{ message: expect.stringContaining('idd') }] });
    expect(await ask('{ repository(owner: "acme", name: "other") { id } }')).toMatchObject({
      status: 200,
      data: { repository: null },
      errors: [{ type: 'NOT_FOUND', path: ['repository'] }],
    });
    expect((await ask('{ viewer { login } }')).errors[0]?.message).toBe('The sandbox does not simulate Query.viewer');
    expect((await ask('{')).errors).toHaveLength(1);
    expect((await fetch(`${sandbox.apiUrl}/graphql`, { method: 'POST', body: '{}' })).status).toBe(401);
  });
});
