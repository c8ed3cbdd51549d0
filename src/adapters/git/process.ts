import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { TagshipError } from '../../errors.ts';

/** How a process of Git ended. */
export interface Ended {
  /** Undefined where it was killed or did not start. */
  readonly code: number | undefined;
  readonly printed: Buffer;
  /** The last it said of an error, or how it ended. For people: no decision is made by it. */
  readonly said: string;
}

/**
 * A process of Git, with pipes to talk to it. On POSIX systems in a process group of its own: a Ctrl-C in a terminal goes
 * to the whole group of ours, and would end Git in the middle of its work. It ends when its input does, so it does not
 * outlive us.
 */
export class GitProcess {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #printed: Buffer[] = [];
  readonly #closed: Promise<void>;
  #said = '';
  #failure: NodeJS.ErrnoException | undefined;

  constructor(words: readonly string[], environment: Record<string, string>, cwd: string) {
    this.#process = spawn('git', words, {
      env: environment,
      cwd,
      stdio: 'pipe',
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const { stdin, stdout, stderr } = this.#process;
    // A dead process is noticed when it closes; without a listener the write error would end our process.
    stdin.on('error', () => undefined);
    stdout.on('data', (bytes: Buffer) => this.#printed.push(bytes));
    stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#said = (this.#said + text).slice(-2000);
    });
    this.#closed = new Promise((resolve) => {
      this.#process.on('close', () => resolve());
      this.#process.on('error', (error) => {
        this.#failure = error;
        resolve();
      });
    });
  }

  /** Hands something over, as fast as it is taken. */
  async write(bytes: Uint8Array): Promise<void> {
    const { stdin } = this.#process;
    if (stdin.writable && !stdin.write(bytes)) {
      // Whether it drained or broke, `end` tells.
      await Promise.race([once(stdin, 'drain').catch(() => undefined), this.#closed]);
    }
  }

  /**
   * Ends its input, and waits for its end.
   * @throws TagshipError `runner-unusable` where it could not be started
   */
  async end(): Promise<Ended> {
    this.#process.stdin.end();
    await this.#closed;
    if (this.#failure !== undefined) {
      throw new TagshipError(
        'runner-unusable',
        `Git could not be started on the runner (${this.#failure.code}).`,
        'Install Git 2.31 or newer where the `PATH` of the step finds it. A rebuild needs it, and `validate` in a checkout.',
        { cause: this.#failure },
      );
    }
    const { exitCode, signalCode } = this.#process;
    const last = this.#said.trim().split('\n').at(-1) ?? '';
    return {
      code: exitCode ?? undefined,
      printed: Buffer.concat(this.#printed),
      said: last || (signalCode === null ? `exit code ${exitCode}` : `signal ${signalCode}`),
    };
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }
}
