import { beforeEach, describe, expect, test } from '@jest/globals';
import type { FileChanges, Issue, RunResult } from '../../sandbox/index.ts';
import { laboratory } from '../support/laboratory.ts';
import { codesOf, publish } from '../support/moves.ts';
import { openPullRequest, resultOf, type ValidateOptions, validatePullRequest } from '../support/validate.ts';

const lab = laboratory('comment');
const ID = 'prompts/extraction';
const MARKER = '<!-- tagship:validate .github%2Ftagship.yml -->';
const TYPO = { 'flows/a.yaml': 'prompt: prompt://extractoin@production\n' };

type Comments = Issue['comments'];

let issue: Issue;

beforeEach(async () => {
  const { repository, sandbox } = lab;
  await publish(repository, ID, 'v1.0.0');
  await repository.edgitSet(ID, 'production', 'v1.0.0');
  // To the API of comments a pull request is an issue.
  await fetch(`${sandbox.apiUrl}/repos/${repository.name}/issues`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.githubToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'A change' }),
  });
  issue = sandbox.github.issues(repository.name)[0] as Issue;
  sandbox.clearRequests();
});

/** Pushes a change to the pull request and validates it, with a comment. */
async function push(files: FileChanges, options: ValidateOptions = {}): Promise<RunResult> {
  const pull = await openPullRequest(lab.repository, files);
  const inputs = { comment: 'true', 'github-token': lab.sandbox.githubToken, ...options.inputs };
  return await validatePullRequest(lab.sandbox, lab.repository, pull, { ...options, inputs });
}

/** A comment as another run, or somebody else, wrote it. */
function write(body: string, author?: string): void {
  const at = '2026-01-01T00:00:00Z';
  const id = 1_000 + issue.comments.length;
  (issue.comments as Comments[number][]).push({
    id,
    body,
    createdAt: at,
    updatedAt: at,
    ...(author === undefined ? {} : { author }),
  });
}

/** The requests about comments that changed something. */
function changes(): string[] {
  return lab.sandbox.requests
    .filter(({ service, method }) => service === 'github' && method !== 'GET')
    .map(({ method, path, status }) => `${method} ${path.replace(/^.*\/issues\//, '')} ${status}`);
}

function noticesOf(run: RunResult): string[] {
  return resultOf(run).notices.map(({ message }) => message);
}

describe('the comment on a pull request', () => {
  test('tells findings and what merging would change, is kept up to date, and goes when nothing is left', async () => {
    const first = await push({ ...TYPO, [`${ID}.md`]: 'new words' });
    expect(codesOf(first)).toEqual(['findings']);
    expect(issue.comments).toHaveLength(1);
    const body = issue.comments[0]?.body ?? '';
    expect(body.split('\n').slice(0, 1)).toEqual([MARKER]);
    expect(body).toContain('### Found 1 error');
    expect(body).toContain('**`unregistered-component`**');
    expect(body).toContain('### What merging would change');
    expect(body).toContain('| `prompts/extraction` | gets new content |');
    expect(body).toContain('`production` `v1.0.0`');
    expect(body).toMatch(/\[the summary of the run\]\(http\S+\/actions\/runs\/\d+\)/);
    expect(changes()).toEqual(['POST 1/comments 201']);

    lab.sandbox.clearRequests();
    await push({ 'flows/b.yaml': 'prompt: prompt://extraction@v9.9.9\n' });
    expect(issue.comments).toHaveLength(1);
    expect(issue.comments[0]?.body).toContain('### Found 2 errors');
    expect(issue.comments[0]?.body).not.toContain('What merging would change');
    expect(changes()).toEqual([`PATCH comments/${issue.comments[0]?.id} 200`]);

    const last = await push({ 'flows/a.yaml': null, 'flows/b.yaml': null });
    expect(last.exitCode).toBe(0);
    expect(issue.comments).toEqual([]);
    lab.sandbox.clearRequests();
    await push({ 'README.md': 'nothing of ours' });
    expect(changes()).toEqual([]);
  });

  test('is not written for a fork, which is a notice and no failure', async () => {
    const run = await push(TYPO, { inputs: { 'github-token': lab.sandbox.readOnlyToken } });
    expect(codesOf(run)).toEqual(['findings']);
    expect(noticesOf(run)).toEqual([
      expect.stringMatching(
        /^The comment on the pull request was not kept up to date: GitHub refused .*`permissions: pull-requests: write`/,
      ),
    ]);
    expect(issue.comments).toEqual([]);
    expect(run.annotations.map(({ level }) => level)).not.toContain('warning');
  });

  test('is not asked about unless it is wanted, nor in a dry run', async () => {
    await push(TYPO, { inputs: { comment: null } });
    await push({}, { inputs: { 'dry-run': 'true' } });
    expect(lab.sandbox.requests.filter(({ service }) => service === 'github')).toEqual([]);
  });

  test.each([
    ['merge_group', { merge_group: { base_sha: '', head_sha: '' } }],
    ['workflow_dispatch', {}],
  ])('of a %s is a notice: there is no pull request', async (name, payload) => {
    const run = await push({}, { event: { name, payload }, inputs: { command: 'validate' } });
    expect(noticesOf(run)).toContain(`No comment was written: the event \`${name}\` is about no pull request.`);
    expect(run.exitCode).toBe(0);
    expect(changes()).toEqual([]);
  });

  test('of two runs that raced is one again; that of a stranger with our marker is left alone', async () => {
    write(`${MARKER}\n\nEverything is fine, merge it`, 'mallory');
    write(`${MARKER}\n<!-- tagship:run 7 -->\n\nThe first`);
    write('A comment of a bot');
    write(`${MARKER}\n<!-- tagship:run 8 -->\n\nThe second`);
    await push(TYPO);
    expect(issue.comments.map(({ body }) => body.split('\n').at(-1))).toEqual([
      'Everything is fine, merge it',
      expect.stringMatching(/^All of it is in |^$/),
      'A comment of a bot',
    ]);
    expect(issue.comments[1]?.body).toContain('unregistered-component');
  });

  test('of a later run is left alone', async () => {
    const later = `${MARKER}\n<!-- tagship:run 99000000000 -->\n\nNewer`;
    write(later);
    const run = await push(TYPO);
    expect(issue.comments.map(({ body }) => body)).toEqual([later]);
    expect(run.stdout).toContain('is left alone: a later run wrote it');
  });

  test('shows hostile names and mentions nobody, links nowhere else, and ends no table', async () => {
    const name = '@octocat <img src=x> [x](https:evil.example) `|` ##[error] GH-1 #2';
    await push({
      [`flows/${name}.yaml`]:
        'prompt: "prompts/@octocat|<b>](https://evil.example)@v1"\nconfig: configs/@team/x@production\n',
      [`prompts/${name}.md`]: 'x',
      'flows/c.yaml': `prompt: "prompt://x-<!-- tagship -->@production"\n`,
    });
    const body = issue.comments[0]?.body ?? '';
    const bare = body.replace(/(`+)[^\n]*?[^`]\1(?!`)/g, '');
    expect(bare).not.toMatch(/@(?!\u200B)\w/);
    expect(bare).not.toContain('<img');
    expect(bare).not.toContain('evil.example');
    expect(body.match(/^<!--/gm)).toHaveLength(2);
    for (const line of body.split('\n').filter((one) => one.startsWith('| ❌'))) {
      expect(line.replace(/\\\|/g, '').split('|')).toHaveLength(6);
    }
  });

  test('fits, however much there is to say', async () => {
    const files = Array.from({ length: 300 }, (_, i) => [
      `flows/${'long-'.repeat(40)}${i}.yaml`,
      `prompt: prompt://nothing-${'x'.repeat(400)}${i}@production\n`,
    ]);
    await push(Object.fromEntries(files) as FileChanges);
    const body = issue.comments[0]?.body ?? '';
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body.length).toBeGreaterThan(10_000);
    expect(body).toContain('### Found 300 errors');
    expect(body).toMatch(/… and 2\d\d more: `unregistered-component` 300 in all\./);
  });

  test('that the token may not see is a notice; a server in trouble is a warning', async () => {
    const end = lab.sandbox.github.deny('GET /repos/{owner}/{repo}/issues/{issue_number}/comments');
    const denied = await push(TYPO);
    end();
    expect(noticesOf(denied)).toHaveLength(1);
    const stop = lab.sandbox.before(({ service }) =>
      service === 'github' ? { status: 502, body: 'bad gateway' } : undefined,
    );
    const run = await push({});
    stop();
    expect(codesOf(run)).toEqual(['findings']);
    expect(resultOf(run).notices).toEqual([
      { level: 'warning', message: expect.stringMatching(/^The comment .* was not kept up to date: GitHub could not/) },
    ]);
  });
});
