import { spawn } from 'node:child_process';
import type { Ended, Run } from '../../domain/gate/provider.ts';
import { TagshipError } from '../../errors.ts';

/** How much a program may print. No number needs more. */
const OUTPUT_LIMIT = 1024 * 1024;

/** How much of what it complained is shown, in characters. */
const COMPLAINT_LIMIT = 500;

/** How programs are run. */
export interface Shop {
  readonly directory: string;
  /** What any program gets of the environment. */
  readonly inherited: Readonly<Record<string, string>>;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/**
 * Runs programs without a shell. One that takes too long, or prints too much, is ended with all that it started.
 * @throws TagshipError `cancelled`, from the runner
 */
export function openShop({ directory, inherited, signal, timeoutMs }: Shop): Run {
  return async ({ argv: [program = '', ...args], variables }) => {
    const timeout = AbortSignal.timeout(timeoutMs);
    const ended = await new Promise<Ended>((resolve) => {
      const child = spawn(program, args, {
        cwd: directory,
        env: { ...inherited, ...variables },
        stdio: ['ignore', 'pipe', 'pipe'],
        // A group of its own, so that nothing stays behind.
        detached: true,
      });
      const [out, err]: [Buffer[], Buffer[]] = [[], []];
      let size = 0;
      const either = AbortSignal.any([signal, timeout]);
      const end = (why: string): void => {
        either.removeEventListener('abort', late);
        try {
          process.kill(-(child.pid ?? Number.NaN), 'SIGKILL');
        } catch {
          // It is gone already.
        }
        resolve({ kind: 'failed', why });
      };
      const late = (): void => end(`it did not end within ${timeoutMs / 1000} s`);
      const keep = (chunks: Buffer[]) => (chunk: Buffer) => {
        size += chunk.length;
        if (size > OUTPUT_LIMIT) {
          end('it printed over 1 MiB');
        } else {
          chunks.push(chunk);
        }
      };
      child.stdout.on('data', keep(out));
      child.stderr.on('data', keep(err));
      child.on('error', (error) => {
        either.removeEventListener('abort', late);
        resolve({ kind: 'failed', why: `\`${program}\` cannot be started (${codeOf(error)})` });
      });
      child.on('close', (code, by) => {
        either.removeEventListener('abort', late);
        const stdout = Buffer.concat(out).toString();
        const said = complaint(Buffer.concat(err).toString() || stdout);
        const how = code === null ? `it was ended by ${by}` : `it ended with code ${code}`;
        resolve(code === 0 ? { kind: 'ended', stdout } : { kind: 'failed', why: `${how}${said}` });
      });
      either.addEventListener('abort', late, { once: true });
      if (either.aborted) {
        late();
      }
    });
    if (signal.aborted) {
      throw new TagshipError('cancelled', 'The run was cancelled while it measured.', 'Run the job again.');
    }
    return ended;
  };
}

/** The last line that a program said, as a clause. */
function complaint(text: string): string {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/[\s\p{Cc}]+/gu, ' ').trim());
  const last = lines.findLast((line) => line !== '');
  return last === undefined ? '' : `: ${last.slice(0, COMPLAINT_LIMIT).toWellFormed()}`;
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : 'no reason given';
}
