import { randomUUID } from 'node:crypto';
import type { Writable } from 'node:stream';
import { exec } from '@actions/exec';
import { inheritedVariables } from '../domain/rebuild.ts';
import { TagshipError } from '../errors.ts';
import type { Workshop } from '../ports/workshop.ts';

/** Where the files of a commit can be checked out from. */
export interface CheckoutSource {
  /** @returns the directory, and how to get rid of it */
  worktree(commit: string): Promise<{ readonly directory: string; readonly remove: () => Promise<void> }>;
}

/** Runs commands on this machine. */
export class LocalWorkshop implements Workshop {
  readonly #source: CheckoutSource;
  readonly #environment: Readonly<Record<string, string | undefined>>;
  readonly #stdout: Writable;
  readonly #signal: AbortSignal;

  /** @param stdout where commands print */
  constructor(
    source: CheckoutSource,
    environment: Readonly<Record<string, string | undefined>>,
    stdout: Writable,
    signal: AbortSignal,
  ) {
    this.#source = source;
    this.#environment = environment;
    this.#stdout = stdout;
    this.#signal = signal;
  }

  async checkout<T>(commit: string, work: (directory: string) => Promise<T>): Promise<T> {
    const { directory, remove } = await this.#source.worktree(commit);
    try {
      return await work(directory);
    } finally {
      await remove();
    }
  }

  async run(argv: readonly string[], directory: string, variables: Readonly<Record<string, string>>): Promise<number> {
    const [command = '', ...args] = argv;
    // What a build prints must not be read as workflow commands.
    const token = randomUUID();
    this.#stdout.write(`::stop-commands::${token}\n`);
    try {
      return await Promise.race([
        start(`"${command.replaceAll('"', '')}"`, args, {
          cwd: directory,
          env: { ...inheritedVariables(this.#environment), ...variables },
          ignoreReturnCode: true,
          outStream: this.#stdout,
        }),
        cancelled(this.#signal),
      ]);
    } finally {
      this.#stdout.write(`::${token}::\n`);
    }
  }
}

async function start(...call: Parameters<typeof exec>): Promise<number> {
  try {
    return await exec(...call);
  } catch (error) {
    throw new TagshipError(
      'rebuild-failed',
      `The command ${call[0].replaceAll('"', '`')} could not be started: ${error instanceof Error ? error.message : String(error)}`,
      'Check that the runner has the command, and its spelling under `logic.rebuild`.',
      { cause: error },
    );
  }
}

function cancelled(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const refuse = (): void =>
      reject(new TagshipError('cancelled', 'The run was cancelled during the rebuild.', 'Run the job again.'));
    if (signal.aborted) {
      refuse();
    }
    signal.addEventListener('abort', refuse, { once: true });
  });
}
