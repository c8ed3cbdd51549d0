import { ByteReader } from './byte-reader.ts';

/** A request to a Git server. */
export interface GitRequest {
  readonly method: 'GET' | 'POST';
  /** What follows the URL of the repository, such as `/git-upload-pack`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | Iterable<Uint8Array> | undefined;
}

/** What it answered, whatever its status. */
export interface GitAnswer {
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: AsyncIterable<Uint8Array>;
  /** Ends the answer, wherever its reader is; what little is left of it is read, so that the connection can be kept. */
  readonly leave: () => Promise<void>;
  /** Whether the repository was found to be at another place, where it is looked for from now on. */
  readonly isElsewhere: boolean;
}

/** Sends a request, with all that a server wants to know of who asks. It throws where there is no answer. */
export type GitSend = (request: GitRequest) => Promise<GitAnswer>;

/** A server turned a request down, by its status. */
export class GitRefusal extends Error {
  override readonly name = 'GitRefusal';
  readonly answer: GitAnswer;

  constructor(answer: GitAnswer) {
    super(`The server answered ${answer.status}.`);
    this.answer = answer;
  }
}

/** What was answered is something else than Git's protocol, such as a page for people. */
export class NoGitError extends Error {
  override readonly name = 'NoGitError';
  readonly answer: GitAnswer;

  constructor(answer: GitAnswer) {
    super('It answered something else than Git.');
    this.answer = answer;
  }
}

/** The server says in the protocol why it will not go on. */
export class GitServerError extends Error {
  override readonly name = 'GitServerError';
}

/** The content type of an answer. */
export function typeOf({ headers }: GitAnswer): string {
  return String(headers['content-type'] ?? '');
}

/**
 * Asks, and makes sure that the answer is one of Git's.
 * @throws GitRefusal, NoGitError; whatever `send` throws
 */
export async function askGit(send: GitSend, request: GitRequest, type: string): Promise<GitAnswer> {
  const answer = await send(request);
  if (answer.status !== 200) {
    throw new GitRefusal(answer);
  }
  if (!typeOf(answer).startsWith(type)) {
    throw new NoGitError(answer);
  }
  return answer;
}

/** Reads an answer, and ends it whatever comes of that. */
export async function reading<T>(answer: GitAnswer, read: (reader: ByteReader) => Promise<T>): Promise<T> {
  try {
    return await read(new ByteReader(answer.body));
  } finally {
    await answer.leave();
  }
}
