import { TagshipError, TransientError } from '../../errors.ts';
import { startFailure } from './process.ts';

/** Why Git could not talk to the server, from what it printed. */
export function remoteFailure(printed: string, url: string, cause?: unknown): TagshipError | TransientError {
  const said = printed
    .split('\n')
    .map((line) => line.replace(/^(?:fatal|error|remote): /, '').trim())
    .filter((line) => line !== '')
    .slice(-3)
    .join(' ');
  const quote = said === '' ? '' : ` Git says: ${/[.!?]$/.test(said) ? said : `${said}.`}`;
  const notStarted = startFailure(printed);
  if (notStarted !== undefined) {
    return notStarted;
  }
  if (
    /could not read (?:Username|Password)|Authentication failed|error: 401|HTTP 401|terminal prompts disabled/i.test(
      printed,
    )
  ) {
    return new TagshipError(
      'git-auth',
      // What Git says here is that it could not ask for another one, which helps nobody.
      `The Git server refused the token for ${url}.`,
      'Give the job `permissions: contents: read` (or more) and pass a valid token as `github-token`.',
      { cause },
    );
  }
  if (/error: 403|HTTP 403|access denied/i.test(printed)) {
    return new TagshipError(
      'git-auth',
      `The token may not read ${url}.${quote}`,
      'Grant the token `contents: read` on this repository.',
      { cause },
    );
  }
  if (/not found/i.test(printed) && /repository/i.test(printed)) {
    return new TagshipError(
      'git-auth',
      `There is no repository at ${url}, or the token may not see it.${quote}`,
      'Check the repository name, and that the token belongs to it with `contents: read`.',
      { cause },
    );
  }
  if (/certificate|SSL|TLS/i.test(printed)) {
    return new TagshipError(
      'git-unreachable',
      `The certificate of ${url} was not accepted.${quote}`,
      'Make the certificate authority known to Git on the runner (`GIT_SSL_CAINFO` or `http.sslCAInfo`).',
      { cause },
    );
  }
  return new TransientError(
    new TagshipError(
      'git-unreachable',
      `The Git server at ${url} could not be used.${quote}`,
      'Check the server and the proxy settings of the runner, then run the job again.',
      { cause },
    ),
  );
}
