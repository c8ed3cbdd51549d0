// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the templates that are tested.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Subject } from '../../src/domain/gate/placeholders.ts';
import type { MetricSource } from '../../src/domain/gate/policy.ts';
import { metricOf, SUBJECT, sourcesWith } from '../support/metrics.ts';

let directory = '';

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'tagship-command-'));
  const programs = {
    'say.mjs': 'process.stdout.write(process.argv[2] ?? "");',
    'see.mjs': 'console.log(JSON.stringify({ argv: process.argv.slice(2), env: process.env, v: 1 }));',
    'fail.mjs':
      'console.log("1"); console.error("warming up"); console.error(`no model for ${process.env.KEY}`); process.exit(3);',
    'hang.mjs':
      'import { spawn } from "node:child_process"; spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" }); setInterval(() => {}, 1000);',
    'flood.mjs': 'process.stdout.write("x".repeat(2_000_000)); setInterval(() => {}, 1000);',
  };
  for (const [name, text] of Object.entries(programs)) {
    await writeFile(path.join(directory, name), text);
  }
});

afterAll(() => rm(directory, { recursive: true }));

type Variables = Readonly<Record<string, string>>;

function sources(environment: Variables = {}, inherited: Variables = {}) {
  const own = { PATH: process.env.PATH ?? '', ...inherited };
  return sourcesWith(environment, { directory, inherited: own });
}

function measure(source: Partial<MetricSource>, environment: Variables = {}, subject: Partial<Subject> = {}) {
  return sources(environment).measure(metricOf('command', source), { ...SUBJECT, ...subject });
}

describe('a program', () => {
  test.each([
    ['a number', { run: 'node say.mjs 0.25' }, { kind: 'value', value: 0.25 }],
    ['JSON with a number', { run: `node say.mjs '{"score":0.8}'`, path: '$.score' }, { kind: 'value', value: 0.8 }],
    [
      'JSON with counts',
      { run: `node say.mjs '{"e":2,"t":60}'`, errors: '$.e', total: '$.t' },
      { kind: 'counts', errors: 2, total: 60 },
    ],
    ['nothing', { run: 'node say.mjs' }, { kind: 'no-data', why: 'the answer is empty' }],
    [
      'words',
      { run: 'node say.mjs fine' },
      { kind: 'failed', why: expect.stringContaining('a text and not a number') },
    ],
    [
      'what is none',
      { run: 'no-such-program 1' },
      { kind: 'failed', why: '`no-such-program` cannot be started (ENOENT)' },
    ],
  ])('that prints %s', async (_, source, reading) => {
    expect((await measure(source)).reading).toEqual(reading);
  });

  test('gets its arguments whole, and no shell reads them', async () => {
    const name = 'a b;$(touch pwned)`x`"\'*';
    const { queries } = await measure(
      { run: 'node see.mjs {component} --version={version} "{name}"', path: '$.v' },
      {},
      { component: { prefix: 'components', type: 'prompts', name } },
    );
    expect(queries).toEqual([`node see.mjs prompts/${name} --version=v1.1.0 ${name}`]);
    const listed = await measure(
      { run: 'node say.mjs {component}' },
      {},
      { component: { prefix: 'components', type: 'prompts', name } },
    );
    expect(listed.reading).toMatchObject({ kind: 'failed' });
  });

  test('gets the variables that are named, and no other that may hold a secret', async () => {
    const secrets = { KEY: 'geheim-1', OTHER: 'geheim-2' };
    const run = `node -e "console.log(JSON.stringify({ v: [process.env.KEY, process.env.OTHER, process.env.CI].filter((one) => one !== undefined).length }))"`;
    const two = sourcesWith(secrets, { directory, inherited: { PATH: process.env.PATH ?? '' } });
    const measured = await two.measure(metricOf('command', { run, env: ['KEY'], path: '$.v' }), SUBJECT);
    expect(measured.reading).toEqual({ kind: 'value', value: 1 });
  });

  test('that fails is told by the last thing it said, without secrets', async () => {
    const { reading } = await measure({ run: 'node fail.mjs', env: ['KEY'] }, { KEY: 'geheim-1' });
    expect(reading).toEqual({ kind: 'failed', why: 'it ended with code 3: no model for ${KEY}' });
  });

  test('that hangs is ended in time, with what it started', async () => {
    const { reading } = await measure({ run: 'node hang.mjs', timeoutMs: 700 });
    expect(reading).toEqual({ kind: 'failed', why: 'it did not end within 0.7 s' });
  });

  test('that does not stop talking is ended', async () => {
    expect((await measure({ run: 'node flood.mjs' })).reading).toEqual({
      kind: 'failed',
      why: 'it printed over 1 MiB',
    });
  });

  test('is ended by a cancellation', async () => {
    const controller = new AbortController();
    const own = { directory, inherited: { PATH: process.env.PATH ?? '' }, signal: controller.signal };
    const measured = sourcesWith({}, own).measure(metricOf('command', { run: 'node hang.mjs' }), SUBJECT);
    controller.abort();
    await expect(measured).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('is not given a name that reads as an option, nor started without its variables', async () => {
    const metric = metricOf('command', { run: 'node say.mjs {name}' });
    const subject = { ...SUBJECT, component: { ...SUBJECT.component, name: '--eval=1' } };
    await expect(sources().check(metric, subject)).rejects.toMatchObject({
      code: 'metric-unusable',
      what: expect.stringContaining('`--eval=1`, which reads as an option'),
    });
    const keyed = metricOf('command', { run: 'node say.mjs 1', env: ['KEY'] });
    await expect(sources().check(keyed, SUBJECT)).rejects.toMatchObject({ code: 'input-missing' });
  });
});
