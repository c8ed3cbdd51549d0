import { APIConnectionError, APIError, APIUserAbortError, CloudflareError } from 'cloudflare/error';
import { TagshipError, TransientError } from '../../errors.ts';
import { astrayIn } from '../transport.ts';

/** Codes Cloudflare's API answers with; the HTTP status alone does not tell them apart. */
const CODE = {
  authentication: [6003, 6111, 9103, 9106, 9109, 10000, 10001],
  keyNotFound: 10009,
  namespaceNotFound: 10013,
  noRoute: [7000, 7003],
} as const;

/** What a request was about, for messages. */
export interface RequestContext {
  /** As a clause: "writing 3 keys". */
  readonly doing: string;
  readonly namespace?: string;
  /** Milliseconds since the epoch, for a `Retry-After` that is a date. */
  readonly now: number;
}

/**
 * Whether an answer says that a key, in a namespace that exists, holds nothing. A 404 that is not Cloudflare's own says
 * nothing about keys: taking it for "missing" would overwrite what belongs to somebody else.
 */
export function isKeyMissing(error: unknown): boolean {
  return (
    error instanceof APIError &&
    error.status === 404 &&
    isCloudflares(error) &&
    codesOf(error).every((code) => code === CODE.keyNotFound)
  );
}

/** Whether an error came with the envelope of Cloudflare's API, and not from something in between. */
function isCloudflares(error: APIError): boolean {
  const body: unknown = error.error;
  return typeof body === 'object' && body !== null && 'success' in body && body.success === false;
}

/** Whether an answer says that there is no such operation. */
export function isNoOperation(error: TagshipError | TransientError): boolean {
  const { cause } = error instanceof TransientError ? error.failure : error;
  return cause instanceof APIError && cause.status !== undefined && [404, 405, 501].includes(cause.status);
}

/** Turns whatever the SDK throws into an error with a remedy, or into a fault that may pass. */
export function kvFailure(error: unknown, context: RequestContext): TagshipError | TransientError {
  const { doing, namespace } = context;
  if (error instanceof TagshipError || error instanceof TransientError) {
    return error;
  }
  if (error instanceof APIUserAbortError) {
    return new TagshipError('cancelled', `The run was cancelled while ${doing}.`, 'Run the job again.', {
      cause: error,
    });
  }
  if (error instanceof CloudflareError && !(error instanceof APIError)) {
    return new TagshipError(
      'internal',
      `The Cloudflare SDK refused a call while ${doing}: ${causeOf(error)}.`,
      'Report it.',
      {
        cause: error,
      },
    );
  }
  const astray = astrayIn(error);
  if (astray !== undefined) {
    return new TagshipError(
      'kv-refused',
      `Cloudflare's API was not used while ${doing}: ${astray.message}.`,
      'Set `CLOUDFLARE_BASE_URL` to the address where the API is, and check the proxy settings of the runner.',
      { cause: error },
    );
  }
  // What is no error of the SDK comes from the connection: a body that broke off, a reset.
  if (error instanceof APIConnectionError || !(error instanceof APIError) || error.status === undefined) {
    return new TransientError(
      new TagshipError(
        'kv-unreachable',
        `Cloudflare's API could not be reached while ${doing}: ${causeOf(error)}.`,
        'Check the network and proxy settings of the runner, then run the job again.',
        { cause: error },
      ),
    );
  }
  if (error.status === 404 && !isCloudflares(error)) {
    return new TransientError(
      new TagshipError(
        'kv-unreachable',
        `What answered 404 while ${doing} does not speak Cloudflare's API.`,
        'Check the proxy settings of the runner and `CLOUDFLARE_BASE_URL`, then run the job again.',
        { cause: error },
      ),
    );
  }
  const codes = codesOf(error);
  const said = saidBy(error);
  if (error.status === 429) {
    return new TransientError(
      new TagshipError(
        'rate-limited',
        `Cloudflare's API limits the rate of requests; it did so while ${doing}.`,
        'Run the job again in five minutes.',
        { cause: error },
      ),
      retryAfter(error, context.now),
    );
  }
  if ((error.status >= 500 && error.status !== 501) || error.status === 408) {
    return new TransientError(
      new TagshipError(
        'kv-unreachable',
        `Cloudflare's API answered ${error.status} while ${doing}.${said}`,
        'Run the job again; see the Cloudflare status page if it stays.',
        { cause: error },
      ),
      retryAfter(error, context.now),
    );
  }
  if (
    error.status === 401 ||
    error.status === 403 ||
    codes.some((code) => CODE.authentication.some((known) => known === code))
  ) {
    return new TagshipError(
      'kv-auth',
      `Cloudflare refused the API token while ${doing}.${said}`,
      'Pass a valid token as `cloudflare-api-token`, with the permission Workers KV Storage: Edit on this account.',
      { cause: error },
    );
  }
  if (codes.some((code) => CODE.noRoute.some((known) => known === code))) {
    return new TagshipError(
      'account-unknown',
      `Cloudflare knows no such account while ${doing}.${said}`,
      'Check `cloudflare-account-id`: it is the 32 hex digits in the URL of the dashboard.',
      { cause: error },
    );
  }
  if (namespace !== undefined && (error.status === 404 || codes.includes(CODE.namespaceNotFound))) {
    return new TagshipError(
      'namespace-unknown',
      `The Cloudflare account has no KV namespace ${namespace}.${said}`,
      'Correct the id, or check that `cloudflare-account-id` is the account the namespace is in.',
      { cause: error },
    );
  }
  return new TagshipError(
    'kv-refused',
    `Cloudflare's API answered ${error.status} while ${doing}.${said}`,
    'Check the inputs `cloudflare-account-id` and `kv-namespace`; report the answer if they are right.',
    { cause: error },
  );
}

function codesOf(error: APIError): number[] {
  return error.errors.flatMap(({ code }) => (typeof code === 'number' ? [code] : []));
}

function saidBy(error: APIError): string {
  const texts = error.errors.flatMap(({ code, message }) =>
    typeof message === 'string'
      ? [`${message.slice(0, 200).replace(/\.$/, '')}${code === undefined ? '' : ` (${code})`}`]
      : [],
  );
  return texts.length === 0 ? '' : ` Cloudflare says: ${texts.join('; ')}.`;
}

function causeOf(error: unknown): string {
  let deepest = error;
  while (deepest instanceof Error && deepest.cause instanceof Error) {
    deepest = deepest.cause;
  }
  return (deepest instanceof Error ? deepest.message : String(deepest)).replace(/\.$/, '');
}

/** Milliseconds a `Retry-After` header asks for: it holds seconds or an HTTP date. */
function retryAfter(error: APIError, now: number): number | undefined {
  const header = error.headers?.get('retry-after')?.trim();
  if (header === undefined || header === '') {
    return undefined;
  }
  const seconds = Number(header);
  if (Number.isFinite(seconds)) {
    return Math.max(0, seconds * 1000);
  }
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
