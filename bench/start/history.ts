import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { runGit } from '../../sandbox/git/command.ts';
import { startSandbox } from '../../sandbox/index.ts';
import { bareEnvironment } from '../../sandbox/processes.ts';
import type { Times } from './report.ts';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/**
 * Asks for the history of a small repository, by the action and in a clone by the command line, in turns, with a round before
 * that warms up.
 */
export async function historyInTurns(rounds: number): Promise<readonly Times[]> {
  const sandbox = await startSandbox();
  const clone = await mkdtemp(path.join(tmpdir(), 'tagship-bench-'));
  try {
    const repository = await sandbox.createRepository('acme/prompts');
    const sha = await repository.commit('One', { 'prompts/extraction.md': 'one' });
    await repository.edgitTag('prompts/extraction', 'v1.0.0');
    await repository.edgitSet('prompts/extraction', 'production', 'v1.0.0');
    const own = { ...bareEnvironment(), HOME: clone, GIT_CONFIG_NOSYSTEM: '1' };
    await runGit(['clone', '--quiet', repository.bare, '.'], { cwd: clone, env: own });
    await runGit(['remote', 'set-url', 'origin', `${sandbox.serverUrl}/${repository.name}.git`], {
      cwd: clone,
      env: own,
    });
    const env = {
      ...own,
      GITHUB_SERVER_URL: sandbox.serverUrl,
      GITHUB_API_URL: sandbox.apiUrl,
      GITHUB_TOKEN: sandbox.githubToken,
    };
    const programs = [
      {
        name: 'The action, `command: history`',
        run: () =>
          sandbox.runAction({
            event: { name: 'workflow_dispatch', payload: { repository: { default_branch: 'main' } } },
            ref: 'refs/heads/main',
            sha,
            repository: repository.name,
            inputs: { command: 'history' },
          }),
      },
      { name: '`tagship history`, in a clone', run: () => inClone(clone, env) },
    ];
    const times: number[][] = programs.map(() => []);
    for (let round = 0; round <= rounds; round++) {
      for (const [i, { name, run }] of programs.entries()) {
        const { exitCode, stdout, stderr, durationMs } = await run();
        if (exitCode !== 0 || !stdout.includes('prompts/extraction  v1.0.0')) {
          throw new Error(`${name} ended with ${exitCode}: ${stdout}${stderr}`);
        }
        if (round > 0) {
          times[i]?.push(durationMs);
        }
      }
    }
    return programs.map(({ name }, i) => ({ name, milliseconds: times[i] ?? [] }));
  } finally {
    await sandbox.close();
    await rm(clone, { recursive: true, force: true });
  }
}

async function inClone(
  cwd: string,
  env: Record<string, string>,
): Promise<{ exitCode: number; stdout: string; stderr: string; durationMs: number }> {
  const started = performance.now();
  const child = spawn(process.execPath, [CLI, 'history'], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [[exitCode], stdout, stderr] = await Promise.all([
    once(child, 'close') as Promise<[number]>,
    text(child.stdout),
    text(child.stderr),
  ]);
  return { exitCode, stdout, stderr, durationMs: performance.now() - started };
}
