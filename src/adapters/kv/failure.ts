import { TagshipError, TransientError } from '../../errors.ts';
import { astrayIn } from '../http/client.ts';
import { whyOf } from '../http/errors.ts';
import { SettingError } from '../http/proxy-settings.ts';
import { ApiRefusal, codesOf, isCloudflares, saidBy } from './api.ts';

/** Codes Cloudflare's API answers with; the HTTP status alone does not tell them apart. */
const CODE = {
  authentication: [6003, 6111, 9103, 9106, 9109, 10000, 10001],
  dailyLimit: 10048,
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
  /** Whether the run was cancelled meanwhile. */
  readonly isCancelled: boolean;
}

/**
 * Whether an answer says that a key, in a namespace that exists, holds nothing. A 404 that is not Cloudflare's own says
 * nothing about keys: taking it for "missing" would overwrite what belongs to somebody else.
 */
export function isKeyMissing(error: unknown): boolean {
  return (
    error instanceof ApiRefusal &&
    error.status === 404 &&
    isCloudflares(error) &&
    codesOf(error).every((code) => code === CODE.keyNotFound)
  );
}

/** Whether an answer says that there is no such operation. */
export function isNoOperation(error: TagshipError | TransientError): boolean {
  const { cause } = error instanceof TransientError ? error.failure : error;
  return cause instanceof ApiRefusal && [404, 405, 501].includes(cause.status);
}

/** Turns whatever a request throws into an error with a remedy, or into a fault that may pass. */
export function kvFailure(error: unknown, context: RequestContext): TagshipError | TransientError {
  const { doing } = context;
  if (error instanceof TagshipError || error instanceof TransientError) {
    return error;
  }
  if (error instanceof ApiRefusal) {
    return refusal(error, context);
  }
  if (context.isCancelled) {
    return new TagshipError('cancelled', `The run was cancelled while ${doing}.`, 'Run the job again.', {
      cause: error,
    });
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
  const failure = new TagshipError(
    'kv-unreachable',
    `Cloudflare's API could not be reached while ${doing}: ${whyOf(error).replace(/\.$/, '')}.`,
    'Check the network and proxy settings of the runner, then run the job again.',
    { cause: error },
  );
  return error instanceof SettingError ? failure : new TransientError(failure);
}

/** What an answer of the API means. */
function refusal(error: ApiRefusal, { doing, namespace, now }: RequestContext): TagshipError | TransientError {
  const { status } = error;
  if (status === 404 && !isCloudflares(error)) {
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
  if (status === 429 || codes.includes(CODE.dailyLimit)) {
    return tooMuch(error, doing, now);
  }
  if ((status >= 500 && status !== 501) || status === 408) {
    return new TransientError(
      new TagshipError(
        'kv-unreachable',
        `Cloudflare's API answered ${status} while ${doing}.${said}`,
        'Run the job again; see the Cloudflare status page if it stays.',
        { cause: error },
      ),
      retryAfter(error, now),
    );
  }
  if (isAboutTheToken(error)) {
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
  if (namespace !== undefined && (status === 404 || codes.includes(CODE.namespaceNotFound))) {
    return new TagshipError(
      'namespace-unknown',
      `The Cloudflare account has no KV namespace ${namespace}.${said}`,
      'Correct the id, or check that `cloudflare-account-id` is the account the namespace is in.',
      { cause: error },
    );
  }
  return new TagshipError(
    'kv-refused',
    `Cloudflare's API ${status < 300 ? 'refused a request' : `answered ${status}`} while ${doing}.${said}`,
    'Check the inputs `cloudflare-account-id` and `kv-namespace`; report the answer if they are right.',
    { cause: error },
  );
}

function isAboutTheToken(error: ApiRefusal): boolean {
  const known: readonly number[] = CODE.authentication;
  return error.status === 401 || error.status === 403 || codesOf(error).some((code) => known.includes(code));
}

/** Only its code identifies the limit of a day: it comes with the status of the limited rate as well. */
function tooMuch(error: ApiRefusal, doing: string, now: number): TagshipError | TransientError {
  if (codesOf(error).includes(CODE.dailyLimit)) {
    return new TagshipError(
      'rate-limited',
      `The Cloudflare account has used up its KV operations of today, which ended ${doing}.${saidBy(error)}`,
      'Run the job again after 00:00 UTC, when the count begins anew, or upgrade the account to the Workers Paid plan. Fewer keys need fewer writes: one layout under `keys`, a smaller `retention`.',
      { cause: error },
    );
  }
  return new TransientError(
    new TagshipError(
      'rate-limited',
      `Cloudflare's API limits the rate of requests; it did so while ${doing}.`,
      'Run the job again in five minutes.',
      { cause: error },
    ),
    retryAfter(error, now),
  );
}

/** Milliseconds a `Retry-After` header asks for: it holds seconds or an HTTP date. */
function retryAfter(error: ApiRefusal, now: number): number | undefined {
  const header = error.retryAfter?.trim();
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
