import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A process that is started again and again. */
export interface Program {
  readonly name: string;
  readonly args: readonly string[];
  /** What a run of it prints. */
  readonly prints: RegExp;
}

/** Node.js itself, which nothing that runs in it can be faster than. */
export const BARE: Program = { name: '`node -e 0`', args: ['-e', '0'], prints: /^$/ };

/** The action with an event that is none of its business. @param entry the built action; this repository's if absent */
export function idle(entry = fileURLToPath(new URL('../../dist/index.js', import.meta.url))): Program {
  return {
    name: 'The action, for a tag of something else',
    args: [entry],
    prints: /^::notice::.*: nothing to do\.\n$/,
  };
}

const TAG = 'refs/tags/v1.2.3';

/**
 * Starts each program in turns, with a round before that warms up, and measures from the start to the end of each
 * process.
 * @returns the times of each program in milliseconds, one for each round
 */
export async function inTurns(programs: readonly Program[], rounds: number): Promise<readonly (readonly number[])[]> {
  const directory = await mkdtemp(path.join(tmpdir(), 'tagship-bench-'));
  try {
    const event = path.join(directory, 'event.json');
    await writeFile(event, JSON.stringify({ ref: TAG, repository: { default_branch: 'main' } }));
    const environment = environmentWith(event, directory);
    const times: number[][] = programs.map(() => []);
    for (let round = 0; round <= rounds; round++) {
      for (const [i, program] of programs.entries()) {
        const time = timeOf(program, environment);
        if (round > 0) {
          times[i]?.push(time);
        }
      }
    }
    return times;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** What a runner would set, and of ours only what a process cannot do without. */
function environmentWith(event: string, temporary: string): Record<string, string> {
  return {
    ...Object.fromEntries(
      ['PATH', 'SystemRoot'].flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
    ),
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: event,
    GITHUB_REF: TAG,
    GITHUB_REPOSITORY: 'acme/prompts',
    GITHUB_SERVER_URL: 'https://github.com',
    INPUT_COMMAND: 'auto',
    RUNNER_TEMP: temporary,
  };
}

function timeOf({ name, args, prints }: Program, env: Record<string, string>): number {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  const time = performance.now() - started;
  if (status !== 0 || !prints.test(stdout)) {
    throw new Error(`${name} ended with ${status}: ${stdout}${stderr}`);
  }
  return time;
}
