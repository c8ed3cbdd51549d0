import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const run = promisify(execFile);
const SANDBOX = new URL('../../sandbox/index.ts', import.meta.url).href;

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'tagship-lifecycle-test-'));
});

afterAll(() => rm(directory, { recursive: true, force: true }));

/** Runs a script in a Node.js of its own, and tells what it wrote and what it left among the temporary files. */
async function runScript(
  source: string,
  variables: Record<string, string> = {},
): Promise<{ stdout: string; left: string[] }> {
  const temporary = path.join(directory, 'tmp');
  await mkdir(temporary, { recursive: true });
  const script = path.join(directory, 'script.mjs');
  await writeFile(script, `import { startSandbox } from ${JSON.stringify(SANDBOX)};\n${source}`);
  const env = { PATH: process.env.PATH, TMPDIR: temporary, TEMP: temporary, ...variables };
  const { stdout, stderr } = await run(process.execPath, [script], { env, timeout: 20_000 });
  return { stdout: stdout + stderr, left: await readdir(temporary) };
}

test('a closed sandbox keeps nothing: no file, no process, no socket that would keep Node.js running', async () => {
  const result = await runScript(`
    const sandbox = await startSandbox();
    const repository = await sandbox.createRepository();
    await repository.commit('One', { a: 'b' });
    await fetch(repository.url + '/info/refs?service=git-upload-pack', {
      headers: { authorization: 'Basic ' + btoa('x:' + sandbox.githubToken) },
    });
    await sandbox.ask('none', 'prompt://x');
    process.stdout.write(sandbox.requests.map(({ status }) => status).join());
    await sandbox.close();
  `);

  expect(result).toEqual({ stdout: '200,404', left: [] });
});

test.each([
  ['its options are wrong', "{ namespaces: [{ id: 'x', title: 1n }] }", {}],
  // Node.js does not understand workerd's arguments and exits at once.
  ['workerd does not start', '{}', { MINIFLARE_WORKERD_PATH: process.execPath }],
])('a sandbox that cannot start as %s leaves nothing either', async (_, options, variables) => {
  const source = `await startSandbox(${options}).catch(() => process.stdout.write('refused'));`;

  expect(await runScript(source, variables)).toEqual({ stdout: 'refused', left: [] });
});

// How a process is bound to the one that started it is Linux's.
(process.platform === 'linux' ? test : test.skip)('a sandbox whose process is killed leaves no workerd', async () => {
  const script = path.join(directory, 'killed.mjs');
  await writeFile(
    script,
    `import { readFileSync } from 'node:fs';
    import { startSandbox } from ${JSON.stringify(SANDBOX)};
    await startSandbox();
    const children = readFileSync('/proc/self/task/' + process.pid + '/children', 'utf8').trim().split(' ');
    const workerd = children.filter((pid) => readFileSync('/proc/' + pid + '/cmdline', 'utf8').includes('workerd'));
    process.stdout.write(workerd.join(), () => process.kill(process.pid, 'SIGKILL'));`,
  );
  const env = { PATH: process.env.PATH, TMPDIR: directory };
  const killed = await run(process.execPath, [script], { env, timeout: 20_000 }).catch((error) => error);
  expect(killed.signal).toBe('SIGKILL');
  expect(killed.stdout).toMatch(/^\d+$/);
  const gone = async (): Promise<boolean> =>
    (await readFile(`/proc/${killed.stdout}/stat`, 'utf8').catch(() => ') Z')).includes(') Z');
  while (!(await gone())) await wait(10);
});
