import type { Scrub } from '../../domain/server-words.ts';
import type { GitAnswer, GitRequest } from '../../git/http.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Http } from '../http/client.ts';

/** The token as HTTP basic authentication carries it; as secret as the token. */
export function basicCredentials(token: string): string {
  return Buffer.from(`x-access-token:${token}`).toString('base64');
}

/** Where the repository is on the server, and what opens it. */
export interface RemoteOptions {
  /** The repository on the server, without credentials. */
  readonly url: string;
  readonly token: string;
  readonly http: Http;
  readonly clock: Pick<Clock, 'now'>;
}

/** Requests to the repository on a Git server. */
export class GitRemote {
  readonly #options: RemoteOptions;
  /** Where the server says that the repository is, as after it was renamed; at first where it was looked for. */
  #url: string;
  /** The server's clock less ours, in milliseconds; known after the first answer. */
  #ahead: number | undefined;

  constructor(options: RemoteOptions) {
    this.#options = options;
    this.#url = options.url;
  }

  /** The repository as it was named. */
  get url(): string {
    return this.#options.url;
  }

  /** Takes the token out of a text. */
  readonly scrub: Scrub = (text) => {
    const { token } = this.#options;
    return text.replaceAll(token, '***').replaceAll(basicCredentials(token), '***');
  };

  /** The server's clock, in seconds since the epoch; undefined before the first answer. */
  get time(): number | undefined {
    return this.#ahead === undefined ? undefined : Math.floor((this.#options.clock.now() + this.#ahead) / 1000);
  }

  /** Begins the connection that the first request will use. */
  warm(): void {
    this.#options.http.warm(this.#url);
  }

  /** Sends a request. @param isRepeatable whether it may reach the server twice */
  async send(
    { path, headers, ...request }: GitRequest,
    signal: AbortSignal,
    isRepeatable: boolean,
  ): Promise<GitAnswer> {
    const { token, http, clock } = this.#options;
    const asked = this.#url;
    const answer = await http.send({
      ...request,
      url: `${asked}${path}`,
      headers: {
        ...headers,
        authorization: `Basic ${basicCredentials(token)}`,
        // Some servers tell Git from a browser by it.
        'user-agent': 'git/2 (tagship)',
      },
      signal,
      isRepeatable,
    });
    const date = Date.parse(String(answer.headers.date ?? ''));
    if (!Number.isNaN(date)) {
      this.#ahead = date - clock.now();
    }
    const isAnswered = answer.status === 200 && answer.url.endsWith(path);
    this.#url = isAnswered ? answer.url.slice(0, -path.length) : asked;
    return { ...answer, isElsewhere: this.#url !== asked };
  }

  /** Looks for the repository again where it was looked for at first. */
  forget(): void {
    this.#url = this.#options.url;
  }
}
