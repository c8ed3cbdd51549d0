import { execFile } from 'node:child_process';
import { devNull, tmpdir } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How a command of Git ended; the ends of lines are free of the spaces Git puts there. */
export interface GitOutcome {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs git in a directory as a client outside the sandbox does, with a token for its server. */
export async function runGitClient(cwd: string, token: string, args: readonly string[]): Promise<GitOutcome> {
  const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
  const header = ['-c', `http.extraheader=Authorization: Basic ${credentials}`];
  const env = { PATH: process.env.PATH, HOME: tmpdir(), GIT_CONFIG_GLOBAL: devNull, GIT_TERMINAL_PROMPT: '0' };
  try {
    return { ok: true, ...trimmed(await run('git', [...header, ...args], { cwd, env })) };
  } catch (error) {
    return { ok: false, ...trimmed(error as { stdout: string; stderr: string }) };
  }
}

function trimmed({ stdout, stderr }: { stdout: string; stderr: string }): { stdout: string; stderr: string } {
  return { stdout, stderr: stderr.replace(/ +$/gm, '') };
}
