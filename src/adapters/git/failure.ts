import { remedyOfClosed } from '../../domain/github-denials.ts';
import { isHtml, quoted, type Scrub, saidIn, shown, titleIn } from '../../domain/server-words.ts';
import { TagshipError, TransientError } from '../../errors.ts';
import { EndOfStream } from '../../git/byte-reader.ts';
import { type GitAnswer, GitRefusal, GitServerError, NoGitError, typeOf } from '../../git/http.ts';
import { PacketError } from '../../git/packet.ts';
import { UnusableServer } from '../../git/upload-pack.ts';
import { beginningOf } from '../answer-text.ts';
import { isAboutCertificate } from '../http/certificates.ts';
import { type Astray, astrayIn } from '../http/client.ts';
import { whyOf } from '../http/errors.ts';
import { SettingError } from '../http/proxy-settings.ts';

/** The error for a Git server that sends on to where it cannot be followed. */
export function astrayFailure(url: string, astray: Astray): TagshipError {
  return new TagshipError(
    'git-protocol',
    `The Git server at ${url} was not used: ${astray.message}.`,
    'Set `GITHUB_SERVER_URL` to the origin where the repository is, and pass a token of that server as `github-token`. The runner sets it, so a redirect to another origin is often a login page or a proxy in between.',
    { cause: astray },
  );
}

/** The error where a server could not be connected to, or the connection ended; undefined where it says more than that. */
export function connectionFailure(
  error: unknown,
  url: string,
  doing: string,
  scrub: Scrub,
): TagshipError | TransientError {
  const astray = astrayIn(error);
  if (astray !== undefined) {
    return astrayFailure(url, astray);
  }
  const why = shown(error instanceof EndOfStream ? 'the answer broke off' : whyOf(error), scrub).replace(/\.?$/, '.');
  if (isAboutCertificate(error)) {
    return new TagshipError(
      'git-unreachable',
      `The certificate of ${url} was not accepted: ${why}`,
      'Name the file of the certificate authority in `GIT_SSL_CAINFO`, `SSL_CERT_FILE` or `NODE_EXTRA_CA_CERTS`; any of them counts for all services.',
      { cause: error },
    );
  }
  const failure = new TagshipError(
    'git-unreachable',
    `The Git server at ${url} could not be ${doing}: ${why}`,
    'Check the server, and the network and proxy settings of the runner, then run the job again.',
    { cause: error },
  );
  return error instanceof SettingError ? failure : new TransientError(failure);
}

/** Why reading from the server failed. @param scrub takes out what must not be shown */
export async function readFailure(error: unknown, url: string, scrub: Scrub): Promise<unknown> {
  if (error instanceof TagshipError || error instanceof TransientError) {
    return error;
  }
  if (error instanceof GitRefusal) {
    return await refusedRead(error.answer, url, scrub, error);
  }
  if (error instanceof GitServerError || error instanceof UnusableServer) {
    const isOurs = error instanceof UnusableServer;
    const failure = new TagshipError(
      'git-protocol',
      `The Git server at ${url} ${isOurs ? 'cannot be used' : 'answered'}: ${scrub(error.message).replace(/\.?$/, '.')}`,
      isOurs
        ? 'Use a server that speaks it, such as GitHub, and let what stands in front of it pass the header on.'
        : 'Run the job again; if it stays, check that the server is GitHub or a GitHub Enterprise Server.',
      { cause: error },
    );
    return failure;
  }
  if (error instanceof NoGitError) {
    return new TransientError(
      new TagshipError(
        'git-unreachable',
        `The Git server at ${url} answered ${await pageOf(error.answer, scrub)} instead of Git's protocol.`,
        'Check the server, and whether a proxy or a login stands in front of it, then run the job again.',
        { cause: error },
      ),
    );
  }
  if (error instanceof PacketError) {
    return new TransientError(
      new TagshipError(
        'git-unreachable',
        `The answer of the Git server at ${url} cannot be read: ${error.message}.`,
        'Check the server and the proxy settings of the runner, then run the job again.',
        { cause: error },
      ),
    );
  }
  return connectionFailure(error, url, 'read from', scrub);
}

/** What came instead of Git's protocol, as an object of a sentence. */
export async function pageOf(answer: GitAnswer, scrub: Scrub): Promise<string> {
  const type = typeOf(answer);
  const title = isHtml('', type) ? titleIn(await beginningOf(answer.body)) : '';
  await answer.leave();
  return `with \`${shown(type, scrub)}\`${scrub(title)}`;
}

/** What a server says about why it turned a request down. */
export async function wordsOf(answer: GitAnswer, scrub: Scrub): Promise<{ words: string; said: string }> {
  const text = await beginningOf(answer.body);
  await answer.leave();
  const words = shown(saidIn(text, typeOf(answer)), scrub).replace(/^(?:remote|fatal|error): /, '');
  return { words, said: quoted('The server', words) };
}

/** How long a server asks to wait, in milliseconds. */
export function retryAfterOf({ headers }: GitAnswer): number | undefined {
  const seconds = Number(headers['retry-after'] ?? Number.NaN);
  return Number.isNaN(seconds) ? undefined : seconds * 1000;
}

async function refusedRead(answer: GitAnswer, url: string, scrub: Scrub, cause: Error): Promise<Error> {
  const { status } = answer;
  const { words, said } = await wordsOf(answer, scrub);
  const after = retryAfterOf(answer);
  if (status === 401) {
    return new TagshipError(
      'git-auth',
      `The Git server refused the token for ${url}.${said}`,
      'Give the job `permissions: contents: read` (or more) and pass a valid token as `github-token`.',
      { cause },
    );
  }
  if (status === 403 && after === undefined) {
    return new TagshipError(
      'git-auth',
      `The token may not read ${url}.${said}`,
      remedyOfClosed(words) ?? 'Grant the token `contents: read` on this repository.',
      { cause },
    );
  }
  if (status === 404) {
    return new TagshipError(
      'git-auth',
      `There is no repository at ${url}, or the token may not see it.${said}`,
      'Check the repository name, and that the token belongs to it with `contents: read`.',
      { cause },
    );
  }
  return new TransientError(
    new TagshipError(
      'git-unreachable',
      `The Git server at ${url} could not be used: it answered with status ${status}.${said}`,
      'Check the server and the proxy settings of the runner, then run the job again.',
      { cause },
    ),
    after,
  );
}
