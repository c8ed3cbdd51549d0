import { EnvHttpProxyAgent, fetch } from 'undici';
import type { Fetch } from './transport.ts';

/** A `fetch` that goes through proxies. A module of its own, so that only who has a proxy loads the package. */
export function throughProxy(options: { httpProxy?: string; httpsProxy: string; noProxy: string }): Fetch {
  const dispatcher = new EnvHttpProxyAgent(options);
  // The package's own `fetch` goes with its own agent; their types differ from the built-in ones in name only.
  return ((input: string, init?: object) => fetch(input, { ...init, dispatcher })) as unknown as Fetch;
}
