import { remedyOfClosed } from '../../domain/github-denials.ts';
import { quoted, type Scrub, shown } from '../../domain/server-words.ts';
import { TagshipError, TransientError } from '../../errors.ts';
import { type GitAnswer, GitRefusal, type GitRequest, GitServerError, NoGitError } from '../../git/http.ts';
import type { RawObject } from '../../git/object.ts';
import { PacketError } from '../../git/packet.ts';
import {
  FOR_ONE_REF,
  MissingCapability,
  type PushReport,
  pushCapabilities,
  pushRefs,
  Unreported,
} from '../../git/receive-pack.ts';
import type { PushOutcome, RefUpdate } from '../../ports/repository.ts';
import { connectionFailure, pageOf, retryAfterOf, wordsOf } from './failure.ts';
import type { GitRemote } from './remote.ts';

/** How long a server may take for a push, in milliseconds. */
const TIMEOUT_MS = 60_000;

export interface PushSessionOptions {
  readonly remote: GitRemote;
  /** Aborted when the run is cancelled, or what is under way is given up. */
  readonly signal: () => AbortSignal;
}

/** Pushes to the repository on the server. */
export class PushSession {
  readonly #options: PushSessionOptions;
  /** What the server can do; known after the first answer. */
  #capabilities: readonly string[] | undefined;

  constructor(options: PushSessionOptions) {
    this.#options = options;
  }

  /**
   * Makes sure that the token may push.
   * @throws TagshipError `push-denied`, `git-auth`, `git-protocol`; TransientError
   */
  async open(): Promise<void> {
    this.#capabilities ??= await this.#asking(() => pushCapabilities(this.#send(true)));
  }

  /**
   * Moves refs, all or none. A TransientError leaves open whether they moved.
   * @throws TagshipError as `open`; TransientError
   */
  async push(updates: readonly RefUpdate[], objects: readonly RawObject[]): Promise<PushOutcome> {
    if (updates.length === 0) {
      return { landed: true };
    }
    // One ref moves or does not, whatever the server can do.
    if (updates.length > 1) {
      await this.open();
    }
    const capabilities = this.#capabilities ?? FOR_ONE_REF;
    const { remote } = this.#options;
    try {
      return outcomeOf(
        await this.#asking(() => pushRefs(this.#send(false), capabilities, updates, objects)),
        remote.scrub,
      );
    } catch (error) {
      // The repository may have moved meanwhile.
      this.#capabilities = undefined;
      remote.forget();
      throw error;
    }
  }

  #send(isRepeatable: boolean): (request: GitRequest) => Promise<GitAnswer> {
    const { remote, signal } = this.#options;
    return async (request) => {
      const limited = AbortSignal.any([signal(), AbortSignal.timeout(TIMEOUT_MS)]);
      return await remote.send(request, limited, isRepeatable);
    };
  }

  async #asking<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw await this.#failureOf(error);
    }
  }

  async #failureOf(error: unknown): Promise<TagshipError | TransientError> {
    const { signal, remote } = this.#options;
    const { url, scrub } = remote;
    if (error instanceof GitRefusal) {
      return await refusedPush(error.answer, url, scrub);
    }
    if (error instanceof NoGitError) {
      // A proxy or a network that wants a login answers so; the next time the server itself may.
      return new TransientError(
        unusable(url, `it answered ${await pageOf(error.answer, scrub)} instead of its refs`, error),
      );
    }
    if (error instanceof GitServerError) {
      return unusable(url, `it says: ${scrub(error.message)}`, error);
    }
    if (error instanceof MissingCapability) {
      return unusable(url, `it does not offer \`${error.capability}\` for a push`, error);
    }
    if (error instanceof Unreported) {
      return new TransientError(
        new TagshipError(
          'git-unreachable',
          `The Git server at ${url} did not report whether the push landed.${quoted('It', shown(error.said, scrub))}`,
          'Check the status page of the server, then run the job again.',
        ),
      );
    }
    if (error instanceof PacketError) {
      return new TransientError(unusable(url, scrub(error.message), error));
    }
    if (signal().aborted) {
      return new TagshipError('cancelled', 'The run was cancelled while it pushed.', 'Run the job again.');
    }
    return connectionFailure(error, url, 'pushed to', scrub);
  }
}

function outcomeOf({ unpacked, accepted, refused, said }: PushReport, scrub: Scrub): PushOutcome {
  const isTaken = unpacked === 'ok';
  if (isTaken && refused.length === 0 && accepted > 0) {
    return { landed: true };
  }
  const words = scrub(said);
  return {
    landed: false,
    refused: refused.map(({ ref, reason }) => ({ ref, reason: shown(reason, scrub) })),
    said: isTaken ? words : `unpack: ${scrub(unpacked)}\n${words}`,
  };
}

function unusable(url: string, reason: string, cause: Error): TagshipError {
  return new TagshipError(
    'git-protocol',
    `The Git server at ${url} cannot be pushed to: ${reason}.`,
    'Check that the server is GitHub or a GitHub Enterprise Server.',
    { cause },
  );
}

async function refusedPush(answer: GitAnswer, url: string, scrub: Scrub): Promise<TagshipError | TransientError> {
  const { words, said } = await wordsOf(answer, scrub);
  const { status } = answer;
  const after = retryAfterOf(answer);
  if (status === 401) {
    return new TagshipError(
      'git-auth',
      `The Git server refused the token for a push to ${url}.`,
      'Pass a valid token as `github-token`, with `contents: write`.',
    );
  }
  if (status === 403 && after === undefined) {
    return new TagshipError(
      'push-denied',
      `The token may not push to ${url}.${said}`,
      remedyOfClosed(words) ??
        'Give the job `permissions: contents: write`, or pass a token of an App or a person that may write.',
    );
  }
  if (status === 404) {
    return new TagshipError(
      'push-denied',
      `There is no repository at ${url} that the token may push to.${said}`,
      'Check the repository name, and that the token belongs to it with `contents: write`.',
    );
  }
  if (status === 413) {
    return new TagshipError(
      'move-refused',
      `The Git server at ${url} takes no push of this size: it answered with status 413.${said}`,
      'Name fewer components at a time, or raise the limit of the proxy in front of the server (nginx: `client_max_body_size`).',
    );
  }
  const failure = new TagshipError(
    'git-unreachable',
    `The Git server at ${url} answered a push with status ${status}.${said}`,
    'Check the status page of the server, then run the job again.',
  );
  return status === 429 || status === 403 || status >= 500 ? new TransientError(failure, after) : failure;
}
