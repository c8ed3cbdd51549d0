import { remedyOfClosed } from '../../domain/github-denials.ts';
import { saidIn, shown } from '../../domain/server-words.ts';
import { TagshipError } from '../../errors.ts';
import { astrayIn } from '../http/client.ts';
import { whyOf } from '../http/errors.ts';

/** What is shown of a request that failed. */
export interface FailureWords {
  /** What was to be done, such as `record the deployment`. */
  readonly task: string;
  /** What to do where the token may not, in whole sentences. */
  readonly permission: string;
  /** What to do after any other failure, in whole sentences. */
  readonly otherwise: string;
}

/** The error to show for a request to GitHub that failed. @param token never shown */
export function failureOf(error: unknown, token: string, words: FailureWords): TagshipError {
  if (error instanceof TagshipError) {
    return error;
  }
  const astray = astrayIn(error);
  if (astray !== undefined) {
    return new TagshipError(
      'forge-refused',
      `GitHub's API was not used to ${words.task}: ${astray.message}.`,
      'Set `GITHUB_API_URL` to the address where the API is. The runner sets it, so a redirect to another origin is often a login page or a proxy in between.',
      { cause: error },
    );
  }
  const said = shown(saidBy(error), (text) => (token === '' ? text : text.replaceAll(token, '***')));
  const sentence = said.replace(/[.!?…]?$/, (end) => end || '.');
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 0;
  const isPermission = [401, 403, 404, 410].includes(status) && !isRateLimit(error);
  if (isPermission) {
    return new TagshipError(
      'forge-refused',
      `GitHub refused to ${words.task}: ${sentence}`,
      remedyOfClosed(said) ?? words.permission,
      {
        cause: error,
      },
    );
  }
  return new TagshipError(
    status >= 400 && status < 500 ? 'forge-refused' : 'forge-unreachable',
    `GitHub could not ${words.task}: ${sentence}`,
    words.otherwise,
    { cause: error },
  );
}

/** What is behind a failure: GitHub's message with its details, a page by its title, or why there was no answer. */
function saidBy(error: unknown): string {
  const { status, headers, data } = responseOf(error);
  const message = whyOf(error);
  if (typeof data === 'string') {
    const words = saidIn(data, String(headers['content-type'] ?? ''));
    return `it answered ${String(status)}${words.trim() === '' ? '' : `: ${words}`}`;
  }
  if (!isRecord(data) || typeof data.message !== 'string') {
    return message;
  }
  const details = (Array.isArray(data.errors) ? data.errors : []).map(detailOf).filter((detail) => detail !== '');
  return details.length === 0 ? data.message : `${data.message.replace(/\.$/, '')}: ${details.join(', ')}`;
}

/** One of the errors in an answer: `{resource, field, code, message}` or a text. */
function detailOf(error: unknown): string {
  if (!isRecord(error)) {
    return typeof error === 'string' ? error : '';
  }
  const { message, field, code } = error;
  return typeof message === 'string' ? message : [field, code].filter((part) => typeof part === 'string').join(' ');
}

function responseOf(error: unknown): {
  readonly status?: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
} {
  const response = isRecord(error) && isRecord(error.response) ? error.response : {};
  return { ...response, headers: isRecord(response.headers) ? response.headers : {} };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** GitHub answers 403 or 429 where too much was asked for, and says so in the headers. */
function isRateLimit(error: unknown): boolean {
  const given = responseOf(error).headers;
  return given['retry-after'] !== undefined || String(given['x-ratelimit-remaining']) === '0';
}
