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
