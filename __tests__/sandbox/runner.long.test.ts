import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunOptions, type RunResult, type Sandbox, startSandbox as startOwnSandbox } from '../../sandbox/index.ts';
import { startSandbox } from '../support/sandbox.ts';

const ACTION = `
name: Fake
description: For tests
inputs:
  github-token: { description: x, default: '\${{ github.token }}' }
  cloudflare-api-token: { description: x, required: true }
  cloudflare-account-id: { description: x, required: true }
  some words: { description: x, default: yes please }
  number: { description: x, default: 3 }
  empty: { description: x }
runs: { using: node24, main: dist/index.mjs }
`;

const EVENT = {
  name: 'push',
  payload: {
    ref: 'refs/tags/components/a/production',
    after: 'a'.repeat(40),
    head_commit: { id: 'c'.repeat(40) },
    repository: { full_name: 'acme/components' },
    sender: { login: 'ada' },
  },
};

let sandbox: Sandbox;
let directory: string;
let scripts = 0;

beforeAll(async () => {
  sandbox = await startSandbox({ runsAs: 'process' });
  directory = await mkdtemp(path.join(tmpdir(), 'tagship-runner-test-'));
  await writeFile(path.join(directory, 'action.yml'), ACTION);
});

afterAll(async () => {
  await sandbox.close();
  await rm(directory, { recursive: true, force: true });
});

async function run(source: string, options: Partial<RunOptions> = {}): Promise<RunResult> {
  scripts += 1;
  const entry = path.join(directory, `entry-${scripts}.mjs`);
  await writeFile(
    entry,
    `import fs from 'node:fs';\nimport path from 'node:path';\nconst { env } = process;\n${source}`,
  );
  return sandbox.runAction({ entry, actionFile: path.join(directory, 'action.yml'), event: EVENT, ...options });
}

async function environmentOf(options: Partial<RunOptions> = {}): Promise<Record<string, string>> {
  const { stdout } = await run('process.stdout.write(JSON.stringify(env));', options);
  return JSON.parse(stdout);
}

/** Whether a process runs; one that was killed stays listed until its new parent takes note. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(existsSync('/proc') ? readFileSync(`/proc/${pid}/status`, 'utf8') : '');
  } catch {
    return false;
  }
}

describe('the environment', () => {
  test('has the inputs with their defaults', async () => {
    const env = await environmentOf({ inputs: { number: '4', 'further-input': 'x', 'cloudflare-account-id': null } });

    expect(Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith('INPUT_')))).toEqual({
      'INPUT_GITHUB-TOKEN': sandbox.githubToken,
      'INPUT_CLOUDFLARE-API-TOKEN': sandbox.cloudflareToken,
      'INPUT_CLOUDFLARE-ACCOUNT-ID': '',
      INPUT_SOME_WORDS: 'yes please',
      INPUT_NUMBER: '4',
      INPUT_EMPTY: '',
      'INPUT_FURTHER-INPUT': 'x',
    });
  });

  test('is that of the event and of nothing else', async () => {
    process.env.TAGSHIP_TEST_SECRET = 'from the parent';
    const env = await environmentOf({ env: { EXTRA: 'yes' } });
    delete process.env.TAGSHIP_TEST_SECRET;

    expect(env).toMatchObject({
      CI: 'true',
      CLOUDFLARE_BASE_URL: sandbox.cloudflareUrl,
      EXTRA: 'yes',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTOR: 'ada',
      GITHUB_API_URL: sandbox.apiUrl,
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF: 'refs/tags/components/a/production',
      GITHUB_REF_NAME: 'components/a/production',
      GITHUB_REF_TYPE: 'tag',
      GITHUB_REPOSITORY: 'acme/components',
      GITHUB_REPOSITORY_OWNER: 'acme',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_SERVER_URL: sandbox.serverUrl,
      GITHUB_SHA: 'c'.repeat(40),
    });
    expect(env.TAGSHIP_TEST_SECRET).toBeUndefined();
    expect(env.NODE_OPTIONS).toBeUndefined();
    expect(env.HOME).not.toBe(process.env.HOME);
  });

  test('follows what the test says instead', async () => {
    const options = { ref: 'refs/heads/main', sha: 'd'.repeat(40), repository: 'o/r', actor: 'bob' };
    const env = await environmentOf({ ...options, env: { CLOUDFLARE_BASE_URL: 'http://127.0.0.1:1/' } });

    expect(env).toMatchObject({
      CLOUDFLARE_BASE_URL: 'http://127.0.0.1:1/',
      GITHUB_REF_NAME: 'main',
      GITHUB_REF_TYPE: 'branch',
      GITHUB_SHA: 'd'.repeat(40),
      GITHUB_REPOSITORY_OWNER: 'o',
      GITHUB_TRIGGERING_ACTOR: 'bob',
    });
  });

  test('has the event in a file, an empty workspace and no trace afterwards', async () => {
    const { stdout } = await run(`
      const event = JSON.parse(fs.readFileSync(env.GITHUB_EVENT_PATH, 'utf8'));
      const { GITHUB_WORKSPACE: workspace, HOME, RUNNER_TEMP, GITHUB_OUTPUT } = env;
      const cwd = fs.realpathSync(workspace) === process.cwd();
      process.stdout.write(JSON.stringify({ event, cwd, files: fs.readdirSync(workspace), HOME, RUNNER_TEMP, workspace, GITHUB_OUTPUT }));
    `);
    const { event, cwd, files, ...places }: Record<string, string> = JSON.parse(stdout);

    expect({ event, cwd, files }).toEqual({ event: EVENT.payload, cwd: true, files: [] });
    for (const place of Object.values(places)) await expect(readFile(place)).rejects.toThrow('ENOENT');
  });
});

describe('the result', () => {
  test('has outputs, summary, files and commands', async () => {
    const result = await run(`
      fs.appendFileSync(env.GITHUB_OUTPUT, 'plain=a=b<<c\\nmany<<END\\nline 1\\n\\nx=y\\nEND\\nempty=\\n');
      fs.appendFileSync(env.GITHUB_STEP_SUMMARY, '# Hi\\n');
      fs.appendFileSync(env.GITHUB_ENV, 'A=1\\n');
      fs.appendFileSync(env.GITHUB_STATE, 'S=1\\n');
      fs.writeFileSync('left.txt', '');
      fs.mkdirSync('sub/.git', { recursive: true });
      fs.writeFileSync('sub/.git/config', '');
      fs.writeFileSync(path.join(env.RUNNER_TEMP, 'temp.txt'), '');
      console.log('::add-mask::s3cret%25');
      console.log('::error title=A%2C b%3A c,file=x.md,line=3,endColumn=9::First%0Asecond %25 50');
      console.log('  ::warning::careful');
      console.log('::notice::::');
      console.log('::debug::not shown');
      console.log('no ::error::here');
      console.log('::stop-commands::token');
      console.log('::error::not meant');
      console.log('::token::');
      console.error('to stderr');
      process.exitCode = 3;
    `);

    expect(result).toMatchObject({
      exitCode: 3,
      signal: null,
      timedOut: false,
      stderr: 'to stderr\n',
      outputs: { plain: 'a=b<<c', many: 'line 1\n\nx=y', empty: '' },
      summary: '# Hi\n',
      envFile: 'A=1\n',
      stateFile: 'S=1\n',
      pathFile: '',
      masks: ['s3cret%'],
      workspaceEntries: ['left.txt', 'sub', 'sub/.git'],
      tempEntries: ['temp.txt'],
    });
    expect(result.annotations).toEqual([
      { level: 'error', message: 'First\nsecond % 50', title: 'A, b: c', file: 'x.md', line: 3, endColumn: 9 },
      { level: 'warning', message: 'careful' },
      { level: 'notice', message: '::' },
    ]);
    expect(result.outputError).toBeUndefined();
    expect(result.durationMs).toBeGreaterThan(0);
  });

  test('tells of an output file the runner would refuse', async () => {
    const { outputError } = await run(`fs.appendFileSync(env.GITHUB_OUTPUT, 'a<<END\\nnever ended\\n');`);

    expect(outputError).toContain('delimiter');
  });

  test('leaves a given workspace in place', async () => {
    const workspace = path.join(directory, 'workspace');
    await mkdir(workspace);
    await writeFile(path.join(workspace, 'mine.txt'), 'x');
    const { workspaceEntries } = await run(`fs.writeFileSync('new.txt', '')`, { workspace });

    expect(workspaceEntries).toEqual(['mine.txt', 'new.txt']);
    expect(await readFile(path.join(workspace, 'mine.txt'), 'utf8')).toBe('x');
  });
});

describe('ending a run', () => {
  const FOREVER = `
    const { spawn } = await import('node:child_process');
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
    console.log('child ' + child.pid);
    setInterval(() => {}, 1000);
  `;

  /** Waits until the child the script reported is gone. */
  async function childIsGone(result: RunResult): Promise<boolean> {
    const pid = Number(/child (\d+)/.exec(result.stdout)?.[1]);
    const deadline = Date.now() + 5000;
    while (isRunning(pid) && Date.now() < deadline) await delay(20);
    return !isRunning(pid);
  }

  test('kills the whole group at the timeout', async () => {
    const result = await run(FOREVER, { timeoutMs: 500 });

    expect(result).toMatchObject({ exitCode: null, signal: 'SIGKILL', timedOut: true });
    expect(await childIsGone(result)).toBe(true);
  });

  test('sends the chosen signal on abort, at a line of output', async () => {
    const controller = new AbortController();
    const lines: string[] = [];
    const result = await run(`process.on('SIGINT', () => process.exit(9));\n${FOREVER}`, {
      signal: controller.signal,
      kill: 'SIGINT',
      onLine: (line) => {
        lines.push(line);
        if (line.startsWith('child')) controller.abort();
      },
    });

    expect(result).toMatchObject({ exitCode: 9, signal: null, timedOut: false });
    expect(lines).toHaveLength(1);
    expect(await childIsGone(result)).toBe(true);
  });

  test('kills what the action left running', async () => {
    const result = await run(`${FOREVER}\nsetTimeout(() => process.exit(0), 50);`);

    expect(result.exitCode).toBe(0);
    expect(await childIsGone(result)).toBe(true);
  });

  test('happens when the sandbox closes', async () => {
    const other = await startOwnSandbox();
    const entry = path.join(directory, 'forever.mjs');
    await writeFile(entry, FOREVER);
    const started = Promise.withResolvers<void>();
    const running = other.runAction({
      entry,
      actionFile: path.join(directory, 'action.yml'),
      event: EVENT,
      onLine: () => started.resolve(),
    });
    await started.promise;
    await other.close();

    expect(await running).toMatchObject({ signal: 'SIGKILL' });
  });
});
