import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Console } from '../../src/action/console.ts';
import { TagshipError } from '../../src/errors.ts';
import { runner } from '../../src/host.ts';

const SECRET = 's3cret&value';
const HOSTILE = `##[error]${SECRET}\n::error::x\u{e0041}`;

const environment = { ...process.env };
let directory: string;
let printed: string;

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'console-'));
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY']) {
    process.env[name] = path.join(directory, name);
    await writeFile(path.join(directory, name), '');
  }
  printed = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});

afterEach(async () => {
  jest.restoreAllMocks();
  process.env = { ...environment };
  await rm(directory, { recursive: true, force: true });
});

const fileOf = async (name: string): Promise<string> => await readFile(path.join(directory, name), 'utf8');

/** Lines with a command that is none of ours. */
function commanded(): string[] {
  const ours = /^::(?:add-mask|debug|notice|warning|error|group|endgroup)\b/;
  return printed.split('\n').filter((line) => line.includes('##[') || (/^\s*::/.test(line) && !ours.test(line)));
}

describe('whatever is printed', () => {
  test('has no secret, commands nothing, and hides nothing', async () => {
    const console = new Console(runner().toolkit);
    console.mask(SECRET);
    console.mask(SECRET);
    printed = printed.replace(/^::add-mask::.*\n/, '');
    expect(printed).toBe('');
    await console.group(HOSTILE, async () => undefined);
    for (const level of ['info', 'debug', 'notice', 'warning'] as const) {
      console[level](HOSTILE);
    }
    const location = { file: HOSTILE, line: 1 };
    console.error(new TagshipError('internal', HOSTILE, encodeURIComponent(SECRET), { location }));
    console.annotate('error', HOSTILE, HOSTILE, HOSTILE);
    expect(commanded()).toEqual([]);
    expect(printed).not.toMatch(/s3cret/);
    expect(printed).toContain('##\\[error][redacted]\\u000a::error::x\\u{e0041}');
  });

  test('leaves the file of an annotation as it is, so that GitHub finds it', () => {
    new Console(runner().toolkit).annotate('notice', 'm', 't', 'prompts/ü\u200d.md');
    expect(printed).toContain('::notice title=t,file=prompts/ü\u200d.md::m');
  });
});

describe('outputs and summary', () => {
  test('have no secret', async () => {
    const console = new Console(runner().toolkit);
    console.mask(SECRET);
    console.outputs({ a: `x ${SECRET}`, b: JSON.stringify({ token: Buffer.from(SECRET).toString('base64') }) });
    await console.summary(`# ${SECRET}`);
    expect(await fileOf('GITHUB_OUTPUT')).toMatch(/x \[redacted\][\s\S]*\{"token":"\[redacted\]/);
    expect(await fileOf('GITHUB_STEP_SUMMARY')).toBe('# [redacted]\n');
  });

  test('end no run where they cannot be written', async () => {
    process.env.GITHUB_OUTPUT = path.join(directory, 'nowhere', 'output');
    process.env.GITHUB_STEP_SUMMARY = path.join(directory, 'nowhere', 'summary');
    const console = new Console(runner().toolkit);
    console.outputs({ a: '1', b: '2' });
    await console.summary('x');
    expect(printed.match(/^::warning::.*$/gm)).toEqual([
      expect.stringMatching(/The outputs could not be written: .* What the run did is done/),
      expect.stringMatching(/The job summary could not be written: .* What the run did is done/),
    ]);
    process.env.GITHUB_STEP_SUMMARY = path.join(directory, 'GITHUB_STEP_SUMMARY');
    await console.summary('y');
    expect(await fileOf('GITHUB_STEP_SUMMARY')).toBe('y\n');
  });

  test('stay below what GitHub takes, in whole lines', async () => {
    await new Console(runner().toolkit).summary(`${'ü'.repeat(99)}\n`.repeat(10_000));
    const text = await fileOf('GITHUB_STEP_SUMMARY');
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text).toMatch(/ü\n\n… and [\d]+ more lines\.\n/);
  });
});
