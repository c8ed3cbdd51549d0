import { APIError, CloudflareError } from 'cloudflare/error';
import { Namespaces } from 'cloudflare/resources/kv/namespaces/namespaces';
import { createClient } from 'cloudflare/tree-shakable';
import { TagshipError } from '../../errors.ts';
import { fetchOf } from '../http/fetch.ts';
import { type ApiAccess, ApiRefusal } from './api.ts';

/** How a request is made. */
interface Options {
  /** In milliseconds. */
  readonly timeout: number;
  readonly signal: AbortSignal;
}

type Answered = Promise<Response>;

/** What of Cloudflare's package is used. It is loaded by the first run that needs it. */
export interface Sdk {
  listNamespaces(page: number, perPage: number, options: Options): Answered;
  listKeys(namespace: string, limit: number, cursor: string | undefined, options: Options): Answered;
  metadata(namespace: string, key: string, options: Options): Answered;
  value(namespace: string, key: string, options: Options): Answered;
  remove(namespace: string, keys: readonly string[], options: Options): Answered;
}

export function openSdk({ http, token, accountId: account_id, baseUrl }: ApiAccess): Sdk {
  const { namespaces } = createClient({
    resources: [Namespaces],
    apiToken: token,
    // Left to itself the SDK would send these along when the runner's environment has them.
    apiKey: null,
    apiEmail: null,
    userServiceKey: null,
    baseURL: baseUrl,
    // Its sleep can neither be aborted nor capped, so trying again is done above.
    maxRetries: 0,
    logLevel: 'off',
    fetch: fetchOf(http),
  }).kv;
  return {
    listNamespaces: (page, per_page, options) => answer(() => namespaces.list({ account_id, per_page, page }, options)),
    listKeys: (namespace, limit, cursor, options) =>
      answer(() =>
        namespaces.keys.list(namespace, { account_id, limit, ...(cursor === undefined ? {} : { cursor }) }, options),
      ),
    metadata: (namespace_id, key, options) =>
      answer(() => namespaces.metadata.get(key, { account_id, namespace_id }, options)),
    value: (namespace_id, key, options) =>
      answer(() => namespaces.values.get(key, { account_id, namespace_id }, options)),
    remove: (namespace, keys, options) =>
      answer(() => namespaces.bulkDelete(namespace, { account_id, body: [...keys] }, options)),
  };
}

/** @throws ApiRefusal; an error of the connection; TagshipError `internal` where the package refuses a call itself */
async function answer(call: () => { readonly asResponse: () => Answered }): Answered {
  try {
    return await call().asResponse();
  } catch (error) {
    if (error instanceof APIError && error.status !== undefined) {
      throw new ApiRefusal(error.status, error.error, error.headers?.get('retry-after') ?? undefined);
    }
    if (error instanceof CloudflareError && !(error instanceof APIError)) {
      throw new TagshipError('internal', `The Cloudflare SDK refused a call: ${error.message}.`, 'Report it.', {
        cause: error,
      });
    }
    throw error;
  }
}
