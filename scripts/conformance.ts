/**
 * Tries the built action against the live services and prints what held, as a Markdown table with the rows of
 * docs/tokens.md. It pushes commits, tags and a ledger into a repository and writes keys into a KV namespace, and removes
 * them again; so both must be there to be thrown away, and have `conformance` in their names.
 *
 *   CONFORMANCE_REPOSITORY=acme/conformance CONFORMANCE_NAMESPACE=<id> CONFORMANCE_NAMESPACE_TITLE=conformance \
 *   CONFORMANCE_TOKEN=<of GitHub> CONFORMANCE_TOKEN_KIND='App token' \
 *   CLOUDFLARE_API_TOKEN=… CLOUDFLARE_ACCOUNT_ID=… npm run conformance
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, execPath, stdout } from 'node:process';
import { promisify } from 'node:util';
import { parseCommandFile } from '../sandbox/runner/command-files.ts';

const run = promisify(execFile);
const ACTION = join(import.meta.dirname, '../dist/index.js');
const COMPONENT = 'prompts/conformance';
const ENVIRONMENT = 'conformance';
const LEDGER = 'refs/tagship/ledger';

/** One thing that was tried. */
export interface Tried {
  /** The row of the table in docs/tokens.md; empty for what is in none. */
  readonly row: string;
  readonly what: string;
  readonly result: 'as documented' | 'otherwise' | 'not tried';
  readonly detail: string;
}

interface Settings {
  readonly repository: string;
  readonly namespace: string;
  readonly token: string;
  readonly kind: string;
  readonly cloudflareToken: string;
  readonly account: string;
  readonly server: string;
  readonly api: string;
  readonly cloudflare: string;
}

/** What to try where. @throws Error where it is not said, or does not look like something to throw away */
export function settingsOf(variables: Readonly<Record<string, string | undefined>>): Settings {
  const needed = (name: string): string => {
    const value = variables[name]?.trim() ?? '';
    if (value === '') throw new Error(`Set the variable ${name}; scripts/conformance.ts says what it holds.`);
    return value;
  };
  const repository = needed('CONFORMANCE_REPOSITORY');
  const title = needed('CONFORMANCE_NAMESPACE_TITLE');
  if (!/conformance/.test(repository.split('/')[1] ?? '') || !/conformance/.test(title)) {
    throw new Error('The repository and the title of the namespace must have "conformance" in their names.');
  }
  return {
    repository,
    namespace: needed('CONFORMANCE_NAMESPACE'),
    token: needed('CONFORMANCE_TOKEN'),
    kind: variables.CONFORMANCE_TOKEN_KIND ?? 'token',
    cloudflareToken: needed('CLOUDFLARE_API_TOKEN'),
    account: needed('CLOUDFLARE_ACCOUNT_ID'),
    server: variables.GITHUB_SERVER_URL ?? 'https://github.com',
    api: variables.GITHUB_API_URL ?? 'https://api.github.com',
    cloudflare: variables.CLOUDFLARE_BASE_URL ?? 'https://api.cloudflare.com/client/v4',
  };
}

interface Ran {
  readonly exitCode: number;
  readonly outputs: Readonly<Record<string, string>>;
  readonly error: string;
}

/** Tries everything, one after the other, and cleans up. */
export async function conformance(settings: Settings): Promise<Tried[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tagship-conformance-'));
  const tried: Tried[] = [];
  const note = (row: string, what: string, held: boolean, detail: string): void => {
    tried.push({ row, what, result: held ? 'as documented' : 'otherwise', detail: one(detail, settings) });
  };
  const git = gitIn(folder, settings);
  const tags = ['v1.0.0', 'v1.1.0', ENVIRONMENT].map((slot) => `components/${COMPONENT}/${slot}`);
  try {
    await checkTitle(settings);
    await prepare(git, folder, tags);
    let runs = 0;
    const action = (command: string, inputs: Readonly<Record<string, string>>): Promise<Ran> => {
      runs += 1;
      return runAction(settings, join(folder, `run-${runs}`), runs, { command, ...inputs });
    };
    const place = { components: COMPONENT, environment: ENVIRONMENT };
    for (const version of ['v1.0.0', 'v1.1.0']) {
      const promoted = await action('promote', { ...place, version });
      const [tag, ledger] = await Promise.all(
        [`refs/tags/${tags[2]}`, LEDGER].map((ref) => git('ls-remote', 'origin', ref)),
      );
      note('1', `Move a tag: promote ${version}`, promoted.exitCode === 0 && tag !== '', promoted.error);
      note('2', `Push ${LEDGER} with it`, promoted.exitCode === 0 && ledger !== '', promoted.error);
      const value = await read(settings, `${COMPONENT}@${ENVIRONMENT}`);
      note('KV', 'The value is the file of the tag (a read may be a minute old)', value === `${version}\n`, value);
    }
    const back = await action('rollback', { ...place, reason: 'conformance' });
    note(
      '1',
      'Roll back',
      back.exitCode === 0 && back.outputs.version === 'v1.0.0',
      back.error || JSON.stringify(back.outputs),
    );
    const issue = back.outputs['issue-url'] ?? '';
    note('6', 'Open a post-mortem issue', issue !== '', issue || 'no issue-url; the log says why');
    const again = await action('rollback', place);
    note(
      '',
      'Pressed twice, it goes back once',
      again.exitCode === 0 && again.outputs['rolled-back'] === 'false',
      again.error,
    );
    const past = await action('history', { environment: ENVIRONMENT });
    note('', 'history reads the ledger', past.exitCode === 0 && past.outputs.version === 'v1.0.0', past.error);
    const drift = await action('reconcile', { heal: 'true', environment: ENVIRONMENT });
    note('KV', 'reconcile lists the namespace', drift.exitCode === 0, drift.error);
    if (issue !== '') await closeIssue(settings, issue);
  } catch (error) {
    note('', 'The attempt itself', false, error instanceof Error ? error.message : String(error));
  } finally {
    await cleanUp(git, settings, tags).catch((error: unknown) => note('', 'Cleaning up', false, String(error)));
    await rm(folder, { recursive: true, force: true });
  }
  for (const [row, what] of [
    ['3', 'A commit with other workflow files'],
    ['4', 'Workflows that the move starts'],
    ['5', 'Bypassing a ruleset'],
    ['7', 'Uploading SARIF'],
  ] as const) {
    tried.push({ row, what, result: 'not tried', detail: 'needs a set-up that this script does not make' });
  }
  return tried;
}

/** The report, in Markdown. */
export function reportOf(
  tried: readonly Tried[],
  { kind, server }: Pick<Settings, 'kind' | 'server'>,
  at: Date,
): string {
  const rows = tried.map(({ row, what, result, detail }) => `| ${row} | ${what} | ${result} | ${detail} |`);
  return [
    `Tried on ${at.toISOString().slice(0, 10)} with ${kind} against ${server}`,
    '',
    '| Row | What | Result | Detail |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

type Git = (...args: string[]) => Promise<string>;

function gitIn(folder: string, { server, repository, token }: Settings): Git {
  const variables = {
    PATH: env.PATH,
    HOME: folder,
    GIT_TERMINAL_PROMPT: '0',
    // In the environment: arguments of a process can be read by others.
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${server}/.extraHeader`,
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`,
  };
  const who = ['-c', 'user.name=Conformance', '-c', 'user.email=conformance@users.noreply.github.com'];
  const home = `${server}/${repository}`;
  return async (...args) => {
    const named = args.map((arg) => (arg === 'origin' ? home : arg));
    return (await run('git', [...who, ...named], { cwd: folder, env: variables })).stdout.trim();
  };
}

async function prepare(git: Git, folder: string, tags: readonly string[]): Promise<void> {
  await git('init', '--quiet');
  await mkdir(join(folder, 'prompts'));
  for (const tag of tags.slice(0, 2)) {
    await writeFile(join(folder, 'prompts/conformance.md'), `${tag.split('/').at(-1)}\n`);
    await git('add', 'prompts');
    await git('commit', '--quiet', '--message', 'Conformance');
    await git('tag', '--annotate', '--message', 'Conformance', tag);
  }
  await git('push', '--quiet', 'origin', ...tags.slice(0, 2));
}

/** Runs the built action as a runner would start it on a dispatch. */
async function runAction(
  settings: Settings,
  folder: string,
  number: number,
  inputs: Readonly<Record<string, string>>,
): Promise<Ran> {
  await mkdir(folder);
  const [output, summary, event] = ['output', 'summary', 'event.json'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const file of [output, summary]) await writeFile(file, '');
  await writeFile(event, JSON.stringify({ repository: { default_branch: 'main' }, inputs: {} }));
  const given = {
    ...inputs,
    'kv-namespace': settings.namespace,
    'cloudflare-api-token': settings.cloudflareToken,
    'cloudflare-account-id': settings.account,
    'github-token': settings.token,
  };
  const variables = {
    PATH: env.PATH,
    HOME: folder,
    RUNNER_TEMP: folder,
    GITHUB_WORKSPACE: folder,
    GITHUB_SERVER_URL: settings.server,
    GITHUB_API_URL: settings.api,
    GITHUB_REPOSITORY: settings.repository,
    GITHUB_EVENT_NAME: 'workflow_dispatch',
    GITHUB_EVENT_PATH: event,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_ACTOR: 'conformance',
    GITHUB_RUN_ID: `${Date.now()}${number}`,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    CLOUDFLARE_BASE_URL: settings.cloudflare,
    ...Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  };
  const { exitCode, log } = await run(execPath, [ACTION], { env: variables, maxBuffer: 2 ** 26 }).then(
    ({ stdout: text }) => ({ exitCode: 0, log: text }),
    ({ code, stdout: text }: { code?: number; stdout?: string }) => ({ exitCode: code ?? 1, log: text ?? '' }),
  );
  const error = /^::error[^\n]*?::(.*)$/m.exec(log)?.[1] ?? '';
  return { exitCode, outputs: parseCommandFile(await readFile(output, 'utf8')), error };
}

/** Asks Cloudflare. @throws Error for an answer that is no success */
async function cloudflare(
  { cloudflare: base, account, namespace, cloudflareToken }: Settings,
  path: string,
  options: RequestInit = {},
): Promise<Response> {
  const answer = await fetch(`${base}/accounts/${account}/storage/kv/namespaces/${namespace}${path}`, {
    ...options,
    headers: { ...options.headers, authorization: `Bearer ${cloudflareToken}` },
  });
  if (!answer.ok) throw new Error(`Cloudflare answers ${answer.status} to ${path || 'the namespace'}.`);
  return answer;
}

async function checkTitle(settings: Settings): Promise<void> {
  const { result }: { result: { title: string } } = JSON.parse(await (await cloudflare(settings, '')).text());
  if (!/conformance/.test(result.title)) {
    throw new Error('The title of the namespace has no "conformance" in it, so it is not touched.');
  }
}

async function read(settings: Settings, key: string): Promise<string> {
  return await cloudflare(settings, `/values/${encodeURIComponent(key)}`).then(
    (answer) => answer.text(),
    (error: unknown) => String(error),
  );
}

async function closeIssue({ api, token }: Settings, address: string): Promise<void> {
  const [, repository, number] = /([^/]+\/[^/]+)\/issues\/(\d+)$/.exec(address) ?? [];
  await fetch(`${api}/repos/${repository}/issues/${number}`, {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/vnd.github+json',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ state: 'closed' }),
  });
}

/** Removes every tag, the ledger and every key that was made. */
async function cleanUp(git: Git, settings: Settings, tags: readonly string[]): Promise<void> {
  const there = await git('ls-remote', 'origin');
  const made = [...tags.map((tag) => `refs/tags/${tag}`), LEDGER].filter(
    (ref) => there.includes(`\t${ref}\n`) || there.endsWith(`\t${ref}`),
  );
  if (made.length > 0) await git('push', '--quiet', 'origin', ...made.map((ref) => `:${ref}`));
  const slots = [ENVIRONMENT, 'latest', 'v1.0.0', 'v1.1.0'].map((slot) => `${COMPONENT}@${slot}`);
  for (const key of [...slots, 'component-versions']) {
    await cloudflare(settings, `/values/${encodeURIComponent(key)}`, { method: 'DELETE' }).catch(() => undefined);
  }
}

/** Text for a cell, in one line, without what is secret. */
function one(text: string, { token, cloudflareToken, account }: Settings): string {
  const clean = [token, cloudflareToken, account].reduce((all, secret) => all.replaceAll(secret, '***'), text);
  return clean.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim().slice(0, 300);
}

if (import.meta.main) {
  const settings = settingsOf(env);
  const tried = await conformance(settings);
  const report = reportOf(tried, settings, new Date());
  stdout.write(report);
  if (env.GITHUB_STEP_SUMMARY !== undefined) await writeFile(env.GITHUB_STEP_SUMMARY, report, { flag: 'a' });
  process.exitCode = tried.some(({ result }) => result === 'otherwise') ? 1 : 0;
}
