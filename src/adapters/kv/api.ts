import type { Http } from '../http/client.ts';

/** Where Cloudflare's API is, unless the environment says otherwise. */
export const CLOUDFLARE = 'https://api.cloudflare.com/client/v4';

/** Access to an account. */
export interface ApiAccess {
  readonly http: Http;
  readonly token: string;
  readonly accountId: string;
  /** Where the API is, `/client/v4` included; Cloudflare's own when undefined. */
  readonly baseUrl: string | undefined;
}

/** Cloudflare's API, or what stands in front of it, turned a request down. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  readonly status: number;
  /** Of the answer: its JSON, or nothing where it is none. */
  readonly body: unknown;
  readonly retryAfter: string | undefined;

  constructor(status: number, body: unknown, retryAfter: string | undefined) {
    super(`The API answered ${status}.`);
    this.status = status;
    this.body = body;
    this.retryAfter = retryAfter;
  }
}

/** A request of one namespace that every deploy makes. */
export interface HotCall {
  readonly method: 'POST' | 'PUT';
  readonly namespace: string;
  /** What follows the namespace in the URL. */
  readonly path: string;
  readonly body: unknown;
  readonly signal: AbortSignal;
}

/**
 * Makes one of the two requests that every deploy makes, the bulk read and the bulk write, without Cloudflare's package: to
 * load it, and Node's `fetch` below it, takes 70 ms of the processor, a third of what a whole deploy does.
 * @returns the whole envelope of what the API says
 * @throws ApiRefusal; SyntaxError for what is no JSON; an error of Node where there is no answer
 */
export async function callApi(access: ApiAccess, { method, namespace, path, body, signal }: HotCall): Promise<unknown> {
  const { http, token, accountId, baseUrl = CLOUDFLARE } = access;
  const account = encodeURIComponent(accountId);
  const { status, headers, ...answer } = await http.send({
    method,
    url: `${baseUrl.replace(/\/$/, '')}/accounts/${account}/storage/kv/namespaces/${encodeURIComponent(namespace)}${path}`,
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      'content-type': 'application/json',
      'user-agent': 'tagship',
    },
    body: JSON.stringify(body),
    signal,
    isRepeatable: method === 'POST',
  });
  const chunks: Uint8Array[] = [];
  for await (const chunk of answer.body) {
    chunks.push(chunk);
  }
  return jsonOf(status, Buffer.concat(chunks).toString('utf8'), headers['retry-after']);
}

/**
 * The JSON of an answer. A 200 may refuse as well: `success` says so.
 * @throws ApiRefusal where Cloudflare refused; SyntaxError for what is no JSON
 */
export function jsonOf(status: number, text: string, retryAfter: string | undefined): unknown {
  if (status < 200 || status > 299) {
    throw new ApiRefusal(status, parsed(text), retryAfter);
  }
  const answer: unknown = JSON.parse(text);
  const refusal = new ApiRefusal(status, answer, retryAfter);
  // Without a word it is as good as any other nonsense, and may pass.
  if (isCloudflares(refusal) && saidBy(refusal) !== '') {
    throw refusal;
  }
  return answer;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a refusal came with the envelope of Cloudflare's API, and not from something in between. */
export function isCloudflares({ body }: ApiRefusal): boolean {
  return typeof body === 'object' && body !== null && 'success' in body && body.success === false;
}

/** What a refusal says in `errors`; from whatever answered, so it may be anything. */
function errorsOf({ body }: ApiRefusal): readonly { readonly code?: unknown; readonly message?: unknown }[] {
  const list: unknown = typeof body === 'object' && body !== null && 'errors' in body ? body.errors : undefined;
  return Array.isArray(list) ? list.filter((one) => typeof one === 'object' && one !== null) : [];
}

/** The codes of a refusal. */
export function codesOf(refusal: ApiRefusal): number[] {
  return errorsOf(refusal).flatMap(({ code }) => (typeof code === 'number' ? [code] : []));
}

/** What a refusal says, as a sentence after another one. */
export function saidBy(refusal: ApiRefusal): string {
  const texts = errorsOf(refusal).flatMap(({ code, message }) =>
    typeof message === 'string'
      ? [`${message.slice(0, 200).replace(/\.$/, '')}${code === undefined ? '' : ` (${code})`}`]
      : [],
  );
  return texts.length === 0 ? '' : ` Cloudflare says: ${texts.join('; ')}.`;
}
