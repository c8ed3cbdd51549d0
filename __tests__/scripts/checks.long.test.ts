import { execFile } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const ROOT = path.join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** What the checks import beside the action's own dependencies, and does not go into `dist/`. */
const TOOLS = ['esbuild', '@actions/languageservice', '@actions/workflow-parser', '@actions/expressions'];

let copy: string;

beforeAll(async () => {
  copy = await realpath(await mkdtemp(path.join(tmpdir(), 'tagship-checks-test-')));
  const { stdout } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
  const files = stdout.split('\0').filter((file) => file !== '');
  // A file that is deleted, but not yet for Git, is missing.
  await Promise.all(files.map((file) => cp(path.join(ROOT, file), path.join(copy, file)).catch(ignoreMissing)));
  await copyPackages();
});

afterAll(async () => {
  await rm(copy, { recursive: true, force: true });
});

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

/**
 * Packages that are bundled are copied and not linked, because bundlers follow links, and a module's path from the root
 * of the repository is in what they write.
 */
async function copyPackages(): Promise<void> {
  const lock: { packages: Record<string, { dependencies?: Record<string, string> }> } = JSON.parse(
    await readFile(path.join(ROOT, 'package-lock.json'), 'utf8'),
  );
  const { stdout } = await run('git', ['grep', '-hoE', "(from|import\\()\\s*'[^.'][^']*'", '--', 'src'], { cwd: ROOT });
  const imported = [...stdout.matchAll(/'((?:@[^/']+\/)?[^/']+)/g)].map(([, name]) => `node_modules/${name}`);
  const bundled = new Set(imported.filter((name) => name in lock.packages));
  for (const name of bundled) {
    for (const other of Object.keys(lock.packages[name]?.dependencies ?? {})) bundled.add(`node_modules/${other}`);
  }
  const runtime = [...bundled].filter(
    (name) => name in lock.packages && !TOOLS.includes(name.slice('node_modules/'.length)),
  );
  // A package goes with the packages inside it.
  const outermost = runtime.filter((name) => name.lastIndexOf('node_modules/') === 0);
  for (const name of [...outermost, 'node_modules/@vercel/ncc']) {
    await cp(path.join(ROOT, name), path.join(copy, name), {
      recursive: true,
      filter: (file) => !/\.(?:map|[cm]?ts)$/.test(file),
    });
  }
  for (const name of TOOLS) {
    const link = path.join(copy, 'node_modules', name);
    await mkdir(path.dirname(link), { recursive: true });
    await symlink(path.join(ROOT, 'node_modules', name), link, 'junction');
  }
}

interface Outcome {
  readonly code: number;
  readonly output: string;
}

async function check(script: string, ...args: string[]): Promise<Outcome> {
  try {
    const { stdout, stderr } = await run(process.execPath, [path.join(copy, script), ...args], { cwd: copy });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr }: { code: number; stdout: string; stderr: string } = Object.assign(
      { code: -1, stdout: '', stderr: String(error) },
      error,
    );
    return { code, output: stdout + stderr };
  }
}

/** Runs a check while a file says something else. */
async function broken(file: string, change: (text: string) => string, work: () => Promise<Outcome>): Promise<Outcome> {
  const whole = path.join(copy, file);
  const before = await readFile(whole, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(whole, after);
  try {
    return await work();
  } finally {
    await writeFile(whole, before);
  }
}

const generated = (): Promise<Outcome> => check('scripts/generate.ts', '--check');
const layers = (): Promise<Outcome> => check('scripts/layers.ts');
const dist = (): Promise<Outcome> => check('scripts/check-dist.ts');
const workflows = (): Promise<Outcome> => check('scripts/check-workflows.ts');

describe('in a copy of the repository', () => {
  test('every check passes', async () => {
    expect(await generated()).toEqual({ code: 0, output: 'Everything generated is up to date.\n' });
    expect(await layers()).toEqual({
      code: 0,
      output: expect.stringMatching(/\n\d+ modules, 0 imports upwards, 0 circles \(of types too\)\n$/),
    });
    expect(await dist()).toEqual({ code: 0, output: 'dist/ is what the sources build.\n' });
    expect(await workflows()).toEqual({ code: 0, output: expect.stringMatching(/^action\.yml, .* are sound\.\n$/) });
  });

  test.each([
    ['README.md', (text: string) => text.replace('| Brings KV to', '| Brought KV to')],
    ['docs/inputs.md', (text: string) => text.replace('| `command` | ', '| `command` | Formerly: ')],
    ['action-types.yml', (text: string) => text.replace('type: enum', 'type: string')],
    ['docs/troubleshooting.md', (text: string) => text.replace(/(generated:errors -->\n)/, '$1\nMore.\n')],
    ['schema/config.schema.json', (text: string) => text.replace('"$schema"', '"$Schema"')],
    ['schema/result.schema.json', (text: string) => `${text}\n`],
    ['action.yml', (text: string) => text.replace('node24', 'node20')],
  ])('a stale %s is named', async (file, change) => {
    expect(await broken(file, change, generated)).toEqual({ code: 1, output: `Stale: ${file}\n` });
  });

  test('a source of what is generated makes all of it stale', async () => {
    const { code, output } = await broken(
      'src/action/spec.ts',
      (text) => text.replace("'What to do: ", "'What to do now: "),
      generated,
    );
    expect({ code, output }).toEqual({
      code: 1,
      output: expect.stringMatching(/^Stale: .*action\.yml.*docs\/inputs\.md/),
    });
  });

  test.each([
    ['dist/index.js', (text: string) => `${text}// more\n`],
    ['dist/licenses.txt', (text: string) => text.slice(1)],
  ])('a %s that the sources do not build is named', async (file, change) => {
    const { code, output } = await broken(file, change, dist);
    expect(output).toContain(`dist/ is not what the sources build: ${path.basename(file)}.`);
    expect(code).toBe(1);
  });

  test('a source that was not built makes dist/ stale', async () => {
    const { code, output } = await broken('src/index.ts', (text) => `${text}process.title = 'more';\n`, dist);
    expect(output).toContain('dist/ is not what the sources build: index.js.');
    expect(code).toBe(1);
  });

  test.each([
    [
      "import '../adapters/system-clock.ts'",
      "import { SystemClock } from '../adapters/system-clock.ts';\n",
      'src/domain/tag.ts imports adapters/system-clock.ts: `domain` may not import `adapters`.\n',
    ],
    [
      'an effect',
      'export const NOW = Date.now();\n',
      'src/domain/tag.ts uses Date.now: `domain` has no clock, no chance, no log and no network.\n',
    ],
  ])('the domain is refused %s', async (_, line, expected) => {
    const file = path.join('src', 'domain', 'tag.ts');
    const outcome = await broken(file, (text) => line + text, layers);
    expect({ ...outcome, output: outcome.output.replaceAll('\\', '/') }).toEqual({
      code: 1,
      output: expect.stringMatching(/ modules, 1 imports upwards, 0 circles /),
    });
    expect(outcome.output.endsWith(`\n${expected}`)).toBe(true);
  });

  test('a circle is refused, of types as well', async () => {
    const importing = (name: string) => (text: string) => `import type { One } from './${name}.ts';\n${text}`;
    const outcome = await broken(
      path.join('src', 'domain', 'time.ts'),
      importing('duration'),
      async () => await broken(path.join('src', 'domain', 'duration.ts'), importing('time'), layers),
    );
    expect(outcome.code).toBe(1);
    expect(outcome.output).toMatch(
      /Circle: domain\/(duration|time)\.ts → domain\/(duration|time)\.ts → domain\/\1\.ts\n/,
    );
  });

  test.each([
    ['.github/workflows/ci.yml', (text: string) => text.replace(/# v\d.*/, ''), 'has no comment with its version.'],
    ['.github/workflows/ci.yml', (text: string) => text.replace('needs: [test, ', 'needs: ['), 'The job `test` is not'],
    ['examples/workflows/deploy.yml', (text: string) => text.replace('kv-namespace:', 'kv-name:'), "input 'kv-name'"],
    [
      'README.md',
      (text: string) => text.replace('cloudflare-api-token:', 'cloudflare-token:'),
      "Invalid action input 'cloudflare-token'",
    ],
    ['docs/recipes.md', (text: string) => text.replace('retention: 10', 'retentions: 10'), 'is not a known key'],
    ['docs/gate.md', (text: string) => text.replace('(metrics.md)', '(metric.md)'), 'There is no docs/metric.md.'],
    ['action.yml', (text: string) => text.replace('  main: ', '  mine: '), 'main'],
  ])('a mistake in %s is told with its place', async (file, change, message) => {
    const { code, output } = await broken(file, change, workflows);
    expect(output.startsWith(`${file}:`)).toBe(true);
    expect(output.slice(file.length)).toMatch(/^:\d+:\d+ /);
    expect(output).toContain(message);
    expect(code).toBe(1);
  });

  test('a workflow that is added is checked', async () => {
    const file = path.join(copy, '.github/workflows/added.yml');
    await appendFile(file, 'on: push\njobs:\n  one:\n    runs-on: ubuntu-latest\n    steps: [{ uses: a/b@v1 }]\n');
    try {
      const { code, output } = await workflows();
      expect(output.split('\n').map((line) => line.split(' ')[0])).toEqual([
        '.github/workflows/added.yml:3:3',
        '.github/workflows/added.yml:3:3',
        '.github/workflows/added.yml:5:21',
        '',
      ]);
      expect(code).toBe(1);
    } finally {
      await rm(file);
    }
  });
});
