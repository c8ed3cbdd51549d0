import { BlockList, isIP } from 'node:net';

/** Environment variables, by their names. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** Something of the settings for the network cannot be used. The message is a clause, without secrets. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

/**
 * The proxy for a URL, as the environment names it to curl, and so to Git: `http_proxy` or `https_proxy` by the scheme of
 * the URL, else `all_proxy`, unless `no_proxy` names its host. Each may be in capitals; small letters count first.
 *
 * A package for it would not do: `proxy-from-env` knows no CIDR and needs a dot for a suffix, as `undici` does.
 * @throws SettingError
 */
export function proxyFor(url: URL, variables: Variables): URL | undefined {
  const scheme = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  const name = [scheme, 'all_proxy'].find((one) => setting(variables, one) !== '');
  if (name === undefined || isExcepted(url, setting(variables, 'no_proxy'))) {
    return undefined;
  }
  const value = setting(variables, name);
  const proxy = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`);
  if (proxy === null || proxy.hostname === '') {
    throw new SettingError(`\`${name}\` names no proxy that can be read`);
  }
  if (!/^https?:$/.test(proxy.protocol)) {
    throw new SettingError(
      `\`${name}\` names a proxy of the kind \`${proxy.protocol}\`, and only HTTP proxies are used`,
    );
  }
  return proxy;
}

function setting(variables: Variables, name: string): string {
  return (variables[name] || variables[name.toUpperCase()] || '').trim();
}

/** Whether `no_proxy` names the host of a URL. */
function isExcepted({ hostname, port, protocol }: URL, noProxy: string): boolean {
  const host = bare(hostname);
  const at = port || (protocol === 'https:' ? '443' : '80');
  return noProxy.split(/[\s,]+/).some((pattern) => pattern !== '' && matches(pattern.toLowerCase(), host, at));
}

function matches(pattern: string, host: string, port: string): boolean {
  if (pattern === '*') {
    return true;
  }
  // `host:port` and `[address]:port`, which curl does not know and others do.
  const [, named = pattern, only] = /^(\[[^\]]+\]|[^:]+):(\d+)$/.exec(pattern) ?? [];
  if (only !== undefined && only !== port) {
    return false;
  }
  const wanted = bare(named);
  if (isIP(host) !== 0) {
    return isInNetwork(wanted, host);
  }
  const suffix = wanted.replace(/^\./, '');
  return suffix !== '' && (host === suffix || host.endsWith(`.${suffix}`));
}

/** Whether an address is the one that is named, or in the network: `10.0.0.0/8`. */
function isInNetwork(named: string, host: string): boolean {
  const [network = '', bits, ...more] = named.split('/');
  const version = isIP(host);
  if (isIP(network) !== version || more.length > 0) {
    return false;
  }
  const most = version === 6 ? 128 : 32;
  if (bits !== undefined && (!/^\d{1,3}$/.test(bits) || Number(bits) > most)) {
    return false;
  }
  const list = new BlockList();
  const family = version === 6 ? 'ipv6' : 'ipv4';
  list.addSubnet(network, Number(bits ?? most) || most, family);
  return list.check(host, family);
}

/** A host without brackets, and without the dot that may end a name. */
function bare(host: string): string {
  return host
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase();
}

/** What a proxy wants to know of who asks, for the user and the password of its URL. */
export function proxyHeaders({ username, password }: URL): Record<string, string> {
  if (username === '' && password === '') {
    return {};
  }
  const credentials = Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64');
  return { 'proxy-authorization': `Basic ${credentials}` };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
