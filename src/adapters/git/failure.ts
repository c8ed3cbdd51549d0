import { remedyOfClosed } from '../../domain/access.ts';
import { TagshipError, TransientError } from '../../errors.ts';
import { quoted, shown } from '../said.ts';
import type { Astray } from '../transport.ts';
import { startFailure } from './process.ts';

/** The repository is elsewhere: Git's transport, which would take the token along, was not let follow a redirect. */
export class Redirected extends TransientError {}

/** The error for a Git server that sends on to where it cannot be followed. */
export function astrayFailure(url: string, astray: Astray): TagshipError {
  return new TagshipError(
    'git-protocol',
    `The Git server at ${url} was not used: ${astray.message}.`,
    'Set `GITHUB_SERVER_URL` to the origin where the repository is, and pass a token of that server as `github-token`. The runner sets it, so a redirect to another origin is often a login page or a proxy in between.',
    { cause: astray },
  );
}

/** Why Git could not talk to the server, from what it printed. */
export function remoteFailure(printed: string, url: string, cause?: unknown): TagshipError | TransientError {
  const said = quoted(
    'Git',
    shown(wordsIn(printed), (text) => text),
  );
  // The status of the answer decides where there was one; a name is no reason, whatever it says.
  const text = printed.replaceAll(url, '');
  const status = Number(/(?:returned error:|HTTP(?: code =)?) (\d{3})\b/.exec(text)?.[1] ?? 0);
  const notStarted = startFailure(printed);
  if (notStarted !== undefined) {
    return notStarted;
  }
  if (
    status === 401 ||
    /could not read (?:Username|Password)|Authentication failed|terminal prompts disabled/.test(text)
  ) {
    return new TagshipError(
      'git-auth',
      // What Git says here is that it could not ask for another one, which helps nobody.
      `The Git server refused the token for ${url}.`,
      'Give the job `permissions: contents: read` (or more) and pass a valid token as `github-token`.',
      { cause },
    );
  }
  if (status === 403 || (status === 0 && /access denied/i.test(text))) {
    return new TagshipError(
      'git-auth',
      `The token may not read ${url}.${said}`,
      remedyOfClosed(text) ?? 'Grant the token `contents: read` on this repository.',
      { cause },
    );
  }
  if (status === 404 || (status === 0 && /repository\b.*\bnot found/i.test(text))) {
    return new TagshipError(
      'git-auth',
      `There is no repository at ${url}, or the token may not see it.${said}`,
      'Check the repository name, and that the token belongs to it with `contents: read`.',
      { cause },
    );
  }
  if (status === 0 && /certificate|SSL|TLS/i.test(text)) {
    return new TagshipError(
      'git-unreachable',
      `The certificate of ${url} was not accepted.${said}`,
      'Make the certificate authority known to Git on the runner (`GIT_SSL_CAINFO` or `http.sslCAInfo`).',
      { cause },
    );
  }
  const Fault = status >= 301 && status <= 308 ? Redirected : TransientError;
  return new Fault(
    new TagshipError(
      'git-unreachable',
      `The Git server at ${url} could not be used.${said}`,
      'Check the server and the proxy settings of the runner, then run the job again.',
      { cause },
    ),
  );
}

/** What the server said, which Git marks, and the status; else the last that Git itself said. */
function wordsIn(printed: string): string {
  const lines = printed.split('\n').filter((line) => line.trim() !== '');
  const servers = lines.filter((line) => /^remote: /.test(line));
  const status =
    servers.length === 0 ? lines.slice(-3) : lines.filter((line) => /returned error: \d/.test(line)).slice(-1);
  return [...servers, ...status].map((line) => line.replace(/^(?:fatal|error|remote): /, '').trim()).join(' ');
}
