import { TagshipError } from '../../errors.ts';
import { GitServerError } from '../../git/http.ts';
import type { ListedRef } from '../../git/ref-listing.ts';
import { absentObject, type FetchRequest, UploadPack } from '../../git/upload-pack.ts';
import type { Clock } from '../../ports/clock.ts';
import { retry } from '../../ports/retry.ts';
import { readFailure } from './failure.ts';
import type { GitRemote } from './remote.ts';

export interface RemoteReaderOptions {
  readonly remote: GitRemote;
  readonly clock: Clock;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
  /** Aborted when what is under way now is given up. */
  readonly era: () => AbortSignal;
}

/** Reads from the repository on the server, and tries again what may pass. */
export class RemoteReader {
  readonly #options: RemoteReaderOptions;
  readonly #git: UploadPack;

  constructor(options: RemoteReaderOptions) {
    this.#options = options;
    const { remote, signal, era } = options;
    this.#git = new UploadPack((request) => remote.send(request, AbortSignal.any([signal, era()]), true));
  }

  /** Lists refs; see `UploadPack`. */
  async listRefs(prefixes: readonly string[], before?: readonly ListedRef[]): Promise<readonly ListedRef[]> {
    return await this.#ask(() => this.#git.listRefs(prefixes, before));
  }

  /**
   * Fetches objects, each time into what `begin` answers.
   * @throws whatever that throws, as it is, where it is no error of the connection
   */
  async fetch<T>(
    request: Omit<FetchRequest, 'pack'>,
    begin: () => { readonly pack: FetchRequest['pack']; readonly end: (failure?: unknown) => Promise<T> },
  ): Promise<T> {
    return await this.#ask(async () => {
      const { pack, end } = begin();
      try {
        await this.#git.fetchObjects({ ...request, pack });
      } catch (error) {
        return await end(error);
      }
      return await end();
    });
  }

  async #ask<T>(work: () => Promise<T>): Promise<T> {
    const { remote, clock, signal, era } = this.#options;
    const mine = era();
    return await retry(clock, async () => {
      if (mine.aborted) {
        throw givenUp();
      }
      try {
        signal.throwIfAborted();
        return await work();
      } catch (error) {
        if (signal.aborted) {
          throw new TagshipError('cancelled', 'The run was cancelled while it read from Git.', 'Run the job again.');
        }
        throw mine.aborted ? givenUp(error) : await readFailure(error, remote.url, remote.scrub);
      }
    });
  }
}

/** The error for what was given up. */
export function givenUp(cause?: unknown): TagshipError {
  return new TagshipError('git-unreachable', 'The Git server did not answer in time.', 'Run the job again.', { cause });
}

/** The object that the server says it does not have, in an error of a read. */
export function absentIn(error: unknown): string | undefined {
  const cause = error instanceof TagshipError ? error.cause : error;
  return cause instanceof GitServerError ? absentObject(cause.message) : undefined;
}
