import { describe, expect, test } from '@jest/globals';
import { type Inputs, readInputs } from '../../src/action/inputs.ts';
import { commandOf } from '../../src/action/raw-inputs.ts';
import type { Command } from '../../src/action/spec.ts';
import { parseConfig } from '../../src/domain/config-file.ts';
import { TagshipErrors, toTagshipErrors } from '../../src/errors.ts';

async function read(command: Command, inputs: Readonly<Record<string, string>>): Promise<Inputs> {
  const given = new Map(Object.entries({ 'github-token': 'token-of-the-job', ...inputs }));
  return await readInputs(given, {}, command, false);
}

describe('lines that begin with # are comments', () => {
  const components = '# the texts\nprompts/extraction\n\n  # and the schemas\n  schemas/*';

  test.each<[Command, Record<string, string>]>([
    ['promote', { version: 'v1.0.0' }],
    ['rollback', {}],
    ['guard', { 'metric-url': 'https://metrics.example.com', 'metric-path': '$.value', threshold: '1' }],
  ])('in the components of %s', async (command, more) => {
    const inputs = await read(command, { components, environment: 'production', ...more });
    expect(JSON.stringify(inputs)).toContain('["prompts/extraction","schemas/*"]');
  });

  test('in those of deploy and history', async () => {
    expect(await read('deploy', { components, environment: 'production' })).toMatchObject({
      selection: { patterns: ['prompts/extraction', 'schemas/*'] },
    });
    expect(await read('history', { components })).toMatchObject({
      request: { patterns: ['prompts/extraction', 'schemas/*'] },
    });
  });

  test('in namespaces and overrides', async () => {
    const lines = '# live\nproduction: 0f2ac74b498b48028cb68387c421e279\n# the rest\n"*": others';
    const override = '# as agreed\nquarantine';
    const inputs = await read('reconcile', { 'kv-namespace': lines, override, reason: 'agreed' });
    expect(inputs.namespaces.map(({ glob }) => glob)).toEqual(['production', '*']);
    expect([...inputs.override]).toEqual(['quarantine']);
  });

  test('and nothing but comments is nothing', async () => {
    const failure = await read('promote', { components: '# none', environment: 'production', version: 'v1.0.0' }).catch(
      (error: unknown) => error,
    );
    expect(failure instanceof TagshipErrors && failure.errors.map(({ code }) => code)).toEqual(['input-missing']);
  });
});

describe('the page of a history', () => {
  const workspace = '/home/runner/work/components';
  const pageAt = async (page: string): Promise<unknown> =>
    await readInputs(
      new Map([
        ['github-token', 't'],
        ['page', page],
      ]),
      { GITHUB_WORKSPACE: workspace },
      'history',
      false,
    ).then(
      (inputs) => inputs.command === 'history' && inputs.request.page,
      (error: unknown) => toTagshipErrors(error).map(({ code }) => code),
    );

  test.each([
    ['history.html', 'history.html'],
    ['./out/a b.html', 'out/a b.html'],
    [`${workspace}/out/index.html`, 'out/index.html'],
    ['.github.html', '.github.html'],
  ])('may be written to %s', async (page, path) => {
    expect(await pageAt(page)).toBe(path);
  });

  test.each([
    '../page.html',
    '/etc/page.html',
    `${workspace}-other/page.html`,
    `${workspace}/../page.html`,
    'a/../../page.html',
    '.git/hooks/post-checkout',
    'sub/.GIT/config',
    'a//b.html',
    'folder/',
    'a\\b.html',
    'a\u0000.html',
  ])('is not written to %j', async (page) => {
    expect(await pageAt(page)).toEqual(['input-invalid']);
  });

  test('is of `history` alone', async () => {
    expect(await problemsOf({ page: 'a.html', tag: 'a' })).toContain('The input `page` is not taken by `deploy`.');
  });
});

const GIVEN = { 'github-token': 't', 'cloudflare-api-token': 't', 'cloudflare-account-id': '0'.repeat(32) };

/** What is wrong with these inputs, in words. */
async function problemsOf(inputs: Readonly<Record<string, string>>, command: Command = 'deploy'): Promise<string> {
  return await readInputs(new Map(Object.entries({ ...GIVEN, ...inputs })), {}, command).then(
    () => '',
    (error: unknown) =>
      toTagshipErrors(error)
        .map(({ message }) => message)
        .join('\n'),
  );
}

describe('an input that there is not', () => {
  test.each([
    ['apitoken', 'cloudflare-api-token'],
    ['api-token', 'cloudflare-api-token'],
    ['accountid', 'cloudflare-account-id'],
    ['account_id', 'cloudflare-account-id'],
    ['namespace', 'kv-namespace'],
    ['kv_namespace', 'kv-namespace'],
    ['enviroment', 'environment'],
    ['component', 'components'],
  ])('%s: did you mean %s', async (name, meant) => {
    expect(await problemsOf({ [name]: 'x' })).toContain(`There is no input \`${name}\`. Did you mean \`${meant}\`?`);
  });

  test('far from every other gets no suggestion, and a list', async () => {
    const problems = await problemsOf({ 'working-directory': 'x' });
    expect(problems).toContain('There is no input `working-directory`. `deploy` takes: ');
    expect(problems).not.toContain('Did you mean');
  });
});

test.each([
  ['deply', 'Did you mean `deploy`? Commands: auto, deploy'],
  ['publish', '`publish` is no command. Commands: auto, deploy'],
])('the command %s', (command, words) => {
  expect(() => commandOf(new Map([['command', command]]))).toThrow(words);
});

test.each([
  ['namespace: {}', 'Did you mean `namespaces`? Known here: '],
  ['triggers: {}', '`triggers` is not a known key. Known here: '],
  ['validate: { severity: { unknwon-version: error } }', 'Did you mean `unknown-version`?'],
])('the configuration %s', (text, words) => {
  expect(() => parseConfig(text, 'tagship.yml')).toThrow(words);
});

test.each([
  ['1.1.0', '`v1.1.0`'],
  ['v1', '`v1.0.0`'],
  ['V2.0', '`v2.0.0`'],
])('a version %s is told with the right spelling', async (version, meant) => {
  const place = { components: 'prompts/a', environment: 'production' };
  expect(await problemsOf({ ...place, version }, 'promote')).toContain(`Did you mean ${meant}?`);
});

test.each([
  '2026-05-05T14:47:00+02:00',
  '2026-05-05T14:47+02:00',
  '2026-05-05T14:47:00.999+0200',
  '2026-05-05T14:47:00,999+02',
  '2026-05-05 14:47:00 +0200',
  '2026-05-05t12:47:00z',
  '2026-05-05 12:47Z',
  '20260505T124700Z',
  '20260505T1447+02',
  '2026-05-05T08:47:00-04',
])('the time %s', async (at) => {
  const seconds = Date.UTC(2026, 4, 5, 12, 47) / 1000;
  expect(await read('history', { at })).toMatchObject({ request: { when: { kind: 'at', at: seconds } } });
});

test.each([
  '2026-05-05T14:47:00',
  '2026-05-05',
  '2026-05-05Z',
  '2026-02-30T14:47:00Z',
  '2026-05-05T14:47:00+2',
  '1778071620',
  'yesterday',
])('%s is no time', async (at) => {
  expect(await problemsOf({ at }, 'history')).toContain(`is \`${at}\`, which is no time with a zone.`);
});

test.each(['!prompts/b', 'prompts/*\n!prompts/b'])('no line of components excludes: %j', async (components) => {
  const problems = await problemsOf({ components, environment: 'production', version: 'v1.0.0' }, 'promote');
  expect(problems).toContain('has the line `!prompts/b`, and a line cannot exclude.');
});

test.each(['latest', 'versions', '_versions', 'a@b'])('the environment %s is reserved', async (environment) => {
  const problems = await problemsOf({ components: 'prompts/a', environment, version: 'v1.0.0' }, 'promote');
  expect(problems).toContain('tagship(environment-reserved)');
});
