/** The `fetch` of an HTTP client. */
export type Fetch = typeof globalThis.fetch;

/**
 * A `fetch` that goes through the proxy the environment names (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, in either
 * case), or undefined where it names none: Node's own `fetch` looks at no proxy by itself. It is loaded when it is used.
 */
export function proxiedFetch(environment: Readonly<Record<string, string | undefined>>): Fetch | undefined {
  const named = (name: string): string | undefined => environment[name.toLowerCase()] || environment[name];
  const httpProxy = named('HTTP_PROXY');
  const httpsProxy = named('HTTPS_PROXY') ?? httpProxy;
  if (httpsProxy === undefined) {
    return undefined;
  }
  const noProxy = named('NO_PROXY') ?? '';
  let loaded: Promise<Fetch> | undefined;
  return async (input, init) => {
    loaded ??= import('./proxy.ts').then(({ throughProxy }) =>
      throughProxy({ ...(httpProxy === undefined ? {} : { httpProxy }), httpsProxy, noProxy }),
    );
    return await (await loaded)(input, init);
  };
}

const REDIRECTS = 3;
const REDIRECT_STATUSES = [301, 302, 303, 307, 308];

/** A server sends on to where it cannot be followed. The message is a clause about the server. */
export class Astray extends Error {
  override readonly name = 'Astray';
}

/** The redirect that was not followed, in an error or in what caused it. */
export function astrayIn(error: unknown): Astray | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof Astray) {
      return cause;
    }
  }
  return undefined;
}

/**
 * A `fetch` that follows redirects within one origin, up to three: a token is for one server. Method and body stay,
 * unlike in a browser, except after a 303: without its body a request would be another one.
 * @param fetch undefined for Node's own
 * @throws Astray
 */
export function withinOrigin(fetch: Fetch | undefined): Fetch {
  return async (input, init) => {
    const send = fetch ?? globalThis.fetch;
    let url = input instanceof Request ? input.url : String(input);
    let request: RequestInit = { ...init, redirect: 'manual' };
    let response = await send(input, request);
    for (let hop = 1; isRedirect(response); hop++) {
      await response.body?.cancel();
      url = redirectedTo(response, url);
      if (hop > REDIRECTS) {
        throw new Astray(`it sends on more than ${REDIRECTS} times`);
      }
      request = response.status === 303 ? toSee(request) : request;
      response = await send(url, request);
    }
    return response;
  };
}

function isRedirect({ status, headers }: Response): boolean {
  return REDIRECT_STATUSES.includes(status) && headers.has('location');
}

/** @throws Astray */
function redirectedTo({ status, headers }: Response, from: string): string {
  const to = URL.parse(headers.get('location') ?? '', from);
  if (to === null || !/^https?:$/.test(to.protocol)) {
    throw new Astray(`it answered ${status} and names no place to go on to`);
  }
  const { origin } = new URL(from);
  if (to.origin !== origin) {
    throw new Astray(`it sends on from \`${origin}\` to \`${to.origin}\`, and only the origin that was named is asked`);
  }
  return to.href;
}

function toSee({ body: _, ...request }: RequestInit): RequestInit {
  const headers = new Headers(request.headers);
  headers.delete('content-type');
  return { ...request, headers, method: 'GET' };
}

/**
 * Makes Node load its HTTP client, which it does at the first use and which takes longer than many a request: better
 * while something else is waited for.
 * @param fetch that is used instead, if any
 */
export function prepareFetch(fetch: Fetch | undefined): void {
  if (fetch === undefined) {
    new Headers();
  }
}
