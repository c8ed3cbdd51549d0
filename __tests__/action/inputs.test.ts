import { describe, expect, test } from '@jest/globals';
import { type Inputs, readInputs } from '../../src/action/inputs.ts';
import type { Command } from '../../src/action/spec.ts';
import { TagshipErrors } from '../../src/errors.ts';

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
