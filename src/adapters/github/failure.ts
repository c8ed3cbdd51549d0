import { TagshipError } from '../../errors.ts';

/** What is told of a request that failed. */
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
  const message = error instanceof Error ? error.message : String(error);
  const said = (token === '' ? message : message.replaceAll(token, '***')).split('\n')[0] ?? '';
  const sentence = said.replace(/\.?$/, '.');
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 0;
  const isPermission = [401, 403, 404, 410].includes(status) && !isRateLimit(error);
  if (isPermission) {
    return new TagshipError('forge-refused', `GitHub refused to ${words.task}: ${sentence}`, words.permission, {
      cause: error,
    });
  }
  return new TagshipError(
    status >= 400 && status < 500 ? 'forge-refused' : 'forge-unreachable',
    `GitHub could not ${words.task}: ${sentence}`,
    words.otherwise,
    { cause: error },
  );
}

/** GitHub answers 403 or 429 where too much was asked for, and says so in the headers. */
function isRateLimit(error: unknown): boolean {
  const response = typeof error === 'object' && error !== null && 'response' in error ? error.response : undefined;
  const headers =
    typeof response === 'object' && response !== null && 'headers' in response ? response.headers : undefined;
  const given: Record<string, unknown> = typeof headers === 'object' && headers !== null ? { ...headers } : {};
  return given['retry-after'] !== undefined || String(given['x-ratelimit-remaining']) === '0';
}
