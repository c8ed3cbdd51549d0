/** A repository on a Git server with a web interface. */
export interface RemoteRepository {
  /** Such as `github.com`, with a port where the address has one that the web interface shares. */
  readonly host: string;
  /** The address of the server, such as `https://github.com`. */
  readonly serverUrl: string;
  /** `owner/name`. */
  readonly repository: string;
}

/** GitHub's host for SSH where port 22 is closed. */
const SSH_OVER_HTTPS = 'ssh.github.com';

/** This machine, which may be asked without TLS. */
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/;

/**
 * Reads the address of a Git remote: HTTP, SSH, or the short form `git@host:owner/name`. Undefined where it names no
 * repository on a server. Credentials in it are dropped.
 */
export function parseRemoteUrl(url: string): RemoteRepository | undefined {
  const text = url.trim();
  const short = /^(?:[^/@\s]+@)?(\[[\da-f:]+\]|[^/:\s@]{2,}):(?!\/\/)(\S+)$/i.exec(text);
  if (short !== null) {
    return found('https:', short[1] ?? '', short[2] ?? '');
  }
  const parsed = URL.parse(text);
  switch (parsed?.protocol) {
    case 'http:':
    case 'https:':
      return found(parsed.protocol, parsed.host, parsed.pathname);
    case 'ssh:':
    case 'git+ssh:':
    case 'git:':
      // The port is that of SSH, and says nothing of the web interface.
      return found('https:', parsed.hostname, parsed.pathname);
    default:
      return undefined;
  }
}

/** Reads `owner/name` or `host/owner/name`, as people name a repository. @param host what the first form means */
export function parseRepositoryName(
  name: string,
  host: Pick<RemoteRepository, 'host' | 'serverUrl'>,
): RemoteRepository | undefined {
  if (name.includes('://') || name.includes('@')) {
    return parseRemoteUrl(name);
  }
  const parts = name.trim().split('/');
  if (parts.length === 3) {
    return found('https:', parts[0] ?? '', parts.slice(1).join('/'));
  }
  const repository = repositoryIn(name.trim());
  return repository === undefined ? undefined : { host: host.host, serverUrl: host.serverUrl, repository };
}

/** Where GitHub's REST API is, for a server: GitHub, a tenant on ghe.com, or a GitHub Enterprise Server. */
export function apiUrlOf({ host, serverUrl }: Pick<RemoteRepository, 'host' | 'serverUrl'>): string {
  if (host === 'github.com') {
    return 'https://api.github.com';
  }
  return isTenant(host) ? `https://api.${host}` : `${serverUrl}/api/v3`;
}

/** Whether a host is GitHub's own, so that a token for GitHub is meant for it. */
export function isGitHubCloud(host: string): boolean {
  return host === 'github.com' || isTenant(host);
}

function isTenant(host: string): boolean {
  return /^[\w-]+\.ghe\.com$/.test(host);
}

function found(protocol: string, rawHost: string, path: string): RemoteRepository | undefined {
  const lower = rawHost.toLowerCase();
  const host = lower === SSH_OVER_HTTPS || lower === 'www.github.com' ? 'github.com' : lower;
  const repository = repositoryIn(path);
  // A token never goes over a line that others can read.
  const scheme = LOOPBACK.test(host) ? protocol : 'https:';
  return host === '' || repository === undefined ? undefined : { host, serverUrl: `${scheme}//${host}`, repository };
}

function repositoryIn(path: string): string | undefined {
  const name = path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');
  return /^[\w.-]+\/[\w.-]+$/.test(name) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(name) ? name : undefined;
}
