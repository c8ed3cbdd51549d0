import { describe, expect, test } from '@jest/globals';
import { commandOf } from '../../src/action/given.ts';
import { readInputs } from '../../src/action/inputs.ts';
import type { Command } from '../../src/action/spec.ts';
import { parseConfig } from '../../src/domain/config-file.ts';
import { toTagshipErrors } from '../../src/errors.ts';

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

test.each(['latest', 'versions', '_versions', 'a@b'])('the environment %s is reserved', async (environment) => {
  const problems = await problemsOf({ components: 'prompts/a', environment, version: 'v1.0.0' }, 'promote');
  expect(problems).toContain('tagship(environment-reserved)');
});
