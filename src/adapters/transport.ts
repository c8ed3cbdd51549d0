/** The `fetch` of an HTTP client. */
export type Fetch = typeof globalThis.fetch;

/**
 * A `fetch` that goes through the proxy the environment names (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, in either
 * case), or undefined where it names none: Node's own `fetch` looks at no proxy by itself.
 */
export async function proxiedFetch(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Fetch | undefined> {
  const named = (name: string): string | undefined => environment[name.toLowerCase()] || environment[name];
  const httpProxy = named('HTTP_PROXY');
  const httpsProxy = named('HTTPS_PROXY') ?? httpProxy;
  if (httpsProxy === undefined) {
    return undefined;
  }
  const { EnvHttpProxyAgent, fetch } = await import('undici');
  const dispatcher = new EnvHttpProxyAgent({
    ...(httpProxy === undefined ? {} : { httpProxy }),
    httpsProxy,
    noProxy: named('NO_PROXY') ?? '',
  });
  // The package's own `fetch` goes with its own agent; their types differ from the built-in ones in name only.
  return ((input: string, init?: object) => fetch(input, { ...init, dispatcher })) as unknown as Fetch;
}
