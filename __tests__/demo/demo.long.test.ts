import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { excerpt, picture, steady } from '../../demo/picture.ts';
import {
  BAD_COMMIT,
  FAILING_COMMIT,
  FIRST_COMMIT,
  HEALTHY_COMMIT,
  SECOND_COMMIT,
  THIRD_COMMIT,
} from '../../demo/repository.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PROMPT = 'prompts/extraction.md';

let directory: string;
let temporary: string;

beforeEach(async () => {
  directory = await realpath(await mkdtemp(path.join(tmpdir(), 'tagship-demo-test-')));
  temporary = path.join(directory, 'tmp');
  await mkdir(temporary);
});

afterEach(() => rm(directory, { recursive: true, force: true }));

interface Showing {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the demo, with everything temporary where the test sees it. */
async function showDemo({
  root = ROOT,
  args = [] as readonly string[],
  variables = {} as Readonly<Record<string, string>>,
  onOutput = (_text: string, _child: ChildProcess): void => undefined,
} = {}): Promise<Showing> {
  const child = spawn(process.execPath, [path.join(root, 'demo', 'demo.ts'), ...args], {
    env: { PATH: process.env.PATH, TMPDIR: temporary, TEMP: temporary, TMP: temporary, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    onOutput(stdout, child);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, stdout, stderr };
}

/** Temporary files and, where the system tells, processes that have the temporary directory in their environment. */
async function leftBehind(): Promise<string[]> {
  const files = await readdir(temporary);
  const processes = process.platform === 'linux' ? (await readdir('/proc')).filter((name) => /^\d+$/.test(name)) : [];
  const alive: string[] = [];
  for (const id of processes) {
    const environment = await readFile(`/proc/${id}/environ`, 'utf8').catch(() => '');
    if (environment.includes(temporary)) alive.push(await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => id));
  }
  return [...files, ...alive];
}

/** What the Worker of an environment answered after each step, as version and text. */
function answersAfter(output: string, environment: string): string[][] {
  const blocks = output.matchAll(new RegExp(`prompt://extraction@${environment}\\n((?: +.*│.*\\n)+)`, 'g'));
  return [...blocks].flatMap(([, block = '']) => {
    const [, version, text] = / {2}after +(\S+) │ ([\s\S]*)$/.exec(block) ?? [];
    return version === undefined || text === undefined ? [] : [[version, text.replace(/^ +│ /gm, '')]];
  });
}

/** What is marked in a line, and the code below it. */
function marked([, indent = '', line = '', space = '', carets = '', code = '']: RegExpMatchArray): string[] {
  return [(indent + line).slice(space.length, space.length + carets.length), code];
}

test('the demo deploys, promotes, rolls back, restores, guards, validates and takes a canary back, in plain text, and leaves nothing', async () => {
  const { exitCode, stdout, stderr } = await showDemo();

  expect({ exitCode, stdout, stderr }).toEqual({
    exitCode: 0,
    stdout: expect.stringContaining('Where to look next'),
    stderr: '',
  });
  const [v100, v110, v120, v130, v140, v150] = [
    FIRST_COMMIT,
    ...[SECOND_COMMIT, THIRD_COMMIT, BAD_COMMIT, FAILING_COMMIT, HEALTHY_COMMIT].map(({ files }) => files),
  ].map((files) => files[PROMPT]);
  expect(answersAfter(stdout, 'production')).toEqual([
    ['v1.0.0', v100],
    // By hand.
    ['v1.1.0', v110],
    ['v1.0.0', v100],
    // By promote, and the last one by rollback.
    ['v1.1.0', v110],
    ['v1.2.0', v120],
    ['v1.3.0', v130],
    ['v1.2.0', v120],
    // By promote, by guard, and by promote again.
    ['v1.4.0', v140],
    ['v1.2.0', v120],
    ['v1.5.0', v150],
  ]);
  expect(answersAfter(stdout, 'debug')).toEqual([['v1.3.0', v130]]);
  expect(stdout).toMatch(/✓ rollback +v1\.2\.0 live, was v1\.3\.0 [\s\S]*✓ rollback +v1\.2\.0 live as before /);
  expect(
    [...stdout.matchAll(/^ +2026-05-05T(\d\d:\d\d):00Z +(v\S+) +2026-05-05T(\d\d:\d\d):00Z +(.+)$/gm)].map((row) =>
      row.slice(1),
    ),
  ).toEqual([
    ['10:00', 'v1.1.0', '09:00', 'ada   –'],
    ['14:40', 'v1.3.0', '14:30', 'ada   –'],
    ['15:00', 'v1.2.0', '14:47', 'ada   Answers are no JSON any more'],
  ]);
  expect(stdout).toContain(
    '2026-05-05T14:47:00+00:00  Roll back prompts/extraction to v1.2.0 in production (was v1.3.0)\n',
  );
  expect(stdout).toContain('│ The tag `release-2026-05` is not under');
  expect(stdout).toContain('│ tagship(content-missing): ');
  expect(stdout).toMatch(
    /✗ guard +rolled-back [\s\S]*✓ guard +v1\.5\.0 inconclusive [\s\S]*✓ guard +v1\.5\.0 healthy /,
  );
  expect(stdout).toMatch(/ s +14 of 120 +log-likelihood ratio 3\.85 +breach\n/);
  expect(stdout).toMatch(
    /│ After the measurement that led to the rollback: tag and ledger moved within [\d.]+ m?s, KV/,
  );
  expect(stdout).toContain(
    '  Issue: Rolled back: prompts/extraction v1.4.0 in production\n   │ 14 of 120 requests failed, 12 %; allowed is 5 %',
  );
  expect(stdout).toMatch(/│ - \S+ \S+ UTC: The tag was moved back to v1\.2\.0[\s\S]*│ gh workflow run promote\.yml/);
  expect(stdout).toContain('│ `prompts/extraction` v1.5.0 stays live in `production` unjudged');
  expect(stdout).toContain('    Healthy prompts/extraction v1.5.0 in production\n');
  expect([...stdout.matchAll(/^ +│ ( *)(.*\S)\n +│ ( *)(\^+)\n +│ error: (\S+)$/gm)].map(marked)).toEqual([
    ['ensembles/read', 'cycle'],
    ['schemas/invoice@v2.0.0', 'unknown-version'],
    ['prompts/extractoin@production', 'unregistered-component'],
  ]);
  expect(stdout).toContain('`ensembles/check → ensembles/read → ensembles/check`');
  expect(stdout).toMatch(/✗ pull request 1 +findings [\s\S]*│ Found 3 errors[\s\S]*✓ pull request 1 +nothing found /);
  expect(stdout).toMatch(/prompts\/extraction +v1\.5\.0 +v1\.1\.0 +v1\.3\.0\n/);
  expect(stdout).toMatch(/configs\/limits +v1\.0\.0 +– +v1\.0\.0\n/);
  expect(
    [...stdout.matchAll(/^ {2}(before|step \d|after) +(\d+) % +(\d+) +(\d+)/gm)].map((row) => row.slice(1)),
  ).toEqual([
    ['before', '0', '0', '1000'],
    ['step 1', '10', '104', '896'],
    ['step 2', '25', '258', '742'],
    ['after', '0', '0', '1000'],
  ]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the very thing that must not be there
  expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
  // `npm run picture` draws it anew.
  expect(steady(picture(excerpt(stdout)))).toBe(
    steady(await readFile(path.join(ROOT, 'docs/images/demo.svg'), 'utf8')),
  );
  expect(await leftBehind()).toEqual([]);
}, 300_000);

test('--verbose shows the log of each run without a secret', async () => {
  let seen = false;
  const { stdout } = await showDemo({
    args: ['--verbose'],
    onOutput: (text, child) => {
      // The rest is as in the test above.
      if (!seen && / \| Deployed prompts\/extraction v1\.1\.0 to production/.test(text)) seen = child.kill('SIGTERM');
    },
  });

  expect({ seen, stdout }).toEqual({ seen: true, stdout: expect.stringMatching(/nothing is left running\.\n$/) });
  expect(stdout).not.toMatch(/::|ghs_/);
  expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
});

test('an argument it does not know is refused', async () => {
  const { exitCode, stdout } = await showDemo({ args: ['--fast'] });

  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: expect.stringContaining('npm run demo') });
});

const onPosix = process.platform === 'win32' ? test.skip : test;

onPosix.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends it at once, and nothing is left', async (signal, expected) => {
  let sent = false;
  const { exitCode, stdout } = await showDemo({
    onOutput: (text, child) => {
      if (!sent && text.includes('✓ prompts/extraction/v1.0.0')) sent = child.kill(signal);
    },
  });

  expect({ exitCode, stdout }).toEqual({
    exitCode: expected,
    stdout: expect.stringMatching(/Stopped; nothing is left running\.\n$/),
  });
  expect(await leftBehind()).toEqual([]);
});

onPosix('a reader that goes away ends it too', async () => {
  const { exitCode } = await showDemo({ onOutput: (_, child) => void child.stdout?.destroy() });

  expect(exitCode).toBe(141);
  expect(await leftBehind()).toEqual([]);
});

describe('with another action', () => {
  let root: string;

  beforeEach(async () => {
    root = path.join(directory, 'copy');
    for (const name of ['demo', 'examples', 'sandbox', 'action.yml', 'package.json']) {
      await cp(path.join(ROOT, name), path.join(root, name), { recursive: true });
    }
    await symlink(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'), 'junction');
  });

  async function writeAction(source: string): Promise<void> {
    await mkdir(path.join(root, 'dist'));
    await writeFile(path.join(root, 'dist', 'index.js'), source);
  }

  test('that is not built, it says how to build it', async () => {
    const { exitCode, stdout } = await showDemo({ root });

    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: expect.stringContaining('npm run build') });
  });

  test('that writes nothing, it shows what was expected', async () => {
    await writeAction('');
    const { exitCode, stdout } = await showDemo({ root });

    expect(exitCode).toBe(1);
    expect(stdout).toContain(
      '✗ prompt://extraction@production is not prompts/extraction.md as of v1.0.0, byte for byte.',
    );
    expect(stdout).toMatch(/expected │ status 200\n +│ You read invoices[\s\S]*got +│ status 404\n/);
    expect(await leftBehind()).toEqual([]);
  });

  test('that says it rolled back and did not, it shows that nothing moved', async () => {
    await cp(path.join(ROOT, 'dist'), path.join(root, 'real'), { recursive: true });
    await writeAction(`
      const { appendFileSync } = await import('node:fs');
      if (process.env.INPUT_COMMAND === 'rollback') appendFileSync(process.env.GITHUB_OUTPUT, 'rolled-back=true\\n');
      else await import('../real/index.js');
    `);
    const { exitCode, stdout } = await showDemo({ root });

    expect(exitCode).toBe(1);
    expect(stdout).toContain('✗ The list of refs that moved is not as expected.');
    expect(stdout).not.toContain('history at');
    expect(await leftBehind()).toEqual([]);
  }, 300_000);

  test('that fails, it shows how', async () => {
    await writeAction("process.stdout.write('::error title=x::tagship(internal): Oh no.\\n'); process.exit(1);");
    const { exitCode, stdout } = await showDemo({ root });

    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/✗ prompts\/extraction\/v1\.0\.0 +internal/);
    expect(stdout).toMatch(/expected │ exit code 0\n +got +│ exit code 1\n +│ Error: tagship\(internal\): Oh no\.\n/);
    expect(await leftBehind()).toEqual([]);
  });
});
