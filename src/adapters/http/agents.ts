import { Agent, type AgentOptions, type ClientRequestArgs, request as requestHttp } from 'node:http';
import { type RequestOptions, request as requestHttps, Agent as TlsAgent } from 'node:https';
import { isIP, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls, createSecureContext, type SecureContext } from 'node:tls';
import { authorities } from './certificates.ts';
import { proxyFor, proxyHeaders, SettingError, type Variables } from './proxy-settings.ts';

/** How long a connection that nobody uses is kept, in milliseconds, where the server does not say. */
const KEEP: AgentOptions = { keepAlive: true, keepAliveMsecs: 30_000 };

/** How long a proxy may take for its answer to `CONNECT`, in milliseconds. */
const CONNECT_MS = 30_000;

/** How a request gets to where it goes. */
export interface Route {
  readonly isTls: boolean;
  readonly agent: Agent;
  readonly host: string;
  readonly port: string;
  /** What the first line of the request asks for: for a proxy all of the URL. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Connections that are kept and used again, through whatever proxy the environment names for each URL. */
export class Agents {
  readonly #variables: Variables;
  readonly #plain = new Warm(KEEP);
  readonly #tunnels = new Map<string, TunnelAgent>();
  #tls = new WarmTls(KEEP);
  #trust: SecureContext | undefined;

  constructor(variables: Variables) {
    this.#variables = variables;
  }

  /** @throws SettingError */
  route(url: URL): Route {
    const { hostname, port, pathname, search } = url;
    const isTls = url.protocol === 'https:';
    const host = hostname.replace(/^\[(.*)\]$/, '$1');
    const path = `${pathname}${search}`;
    const proxy = proxyFor(url, this.#variables);
    if (proxy === undefined) {
      const agent = isTls ? this.#tls : this.#plain;
      return { isTls, agent, host, port: port || (isTls ? '443' : '80'), path, headers: {} };
    }
    if (isTls) {
      return { isTls, agent: this.#tunnel(proxy), host, port: port || '443', path, headers: {} };
    }
    return {
      isTls: proxy.protocol === 'https:',
      agent: proxy.protocol === 'https:' ? this.#tls : this.#plain,
      host: proxy.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: portOf(proxy),
      path: url.href,
      headers: proxyHeaders(proxy),
    };
  }

  /** Begins a connection that the first request to this server will find; that request reports how it went. */
  warm(url: URL): void {
    try {
      const { agent, host, port, path } = this.route(url);
      if (path !== url.href && (agent instanceof Warm || agent instanceof WarmTls)) {
        agent.warm(host, port);
      }
    } catch (error) {
      if (!(error instanceof SettingError)) {
        throw error;
      }
    }
  }

  /**
   * Accepts from now on whatever certificate anything on this machine accepts. Reading some hundred authorities takes
   * longer than a connection, so it is done where one failed for want of them.
   * @returns whether that is more than before
   * @throws SettingError
   */
  trustMore(): boolean {
    if (this.#trust !== undefined) {
      return false;
    }
    this.#trust = createSecureContext({ ca: authorities(this.#variables) });
    this.#tls = new WarmTls({ ...KEEP, secureContext: this.#trust });
    this.#tunnels.clear();
    return true;
  }

  #tunnel(proxy: URL): TunnelAgent {
    const known = this.#tunnels.get(proxy.href);
    const agent = known ?? new TunnelAgent(proxy, this.#trust);
    this.#tunnels.set(proxy.href, agent);
    return agent;
  }
}

function portOf({ port, protocol }: URL): string {
  return port || (protocol === 'https:' ? '443' : '80');
}

type Connected = (error: Error | null, socket: Duplex) => void;

/** Connections that were begun before anybody asked for them. */
class Begun {
  readonly #sockets = new Map<string, Socket>();

  add(host: string, port: string, socket: Duplex | null | undefined): void {
    if (socket instanceof Socket) {
      // Nobody listens yet; a connection that failed is made again by the request that needs it.
      socket.on('error', () => undefined);
      // A run that ends without it does not wait for it.
      socket.unref();
      this.#sockets.set(`${host}:${port}`, socket);
    }
  }

  take({ host, port }: { readonly host?: unknown; readonly port?: unknown }): Duplex | undefined {
    const key = `${String(host)}:${String(port)}`;
    const socket = this.#sockets.get(key);
    this.#sockets.delete(key);
    return socket?.destroyed === false ? socket.ref() : undefined;
  }
}

class Warm extends Agent {
  readonly #begun = new Begun();

  warm(host: string, port: string): void {
    this.#begun.add(host, port, super.createConnection({ host, port }));
  }

  override createConnection(options: ClientRequestArgs, connected?: Connected): Duplex | null | undefined {
    return this.#begun.take(options) ?? super.createConnection(options, connected);
  }
}

class WarmTls extends TlsAgent {
  readonly #begun = new Begun();

  warm(host: string, port: string): void {
    const options = { ...this.options, host, port, servername: serverName(host) };
    this.#begun.add(host, port, super.createConnection(options));
  }

  override createConnection(options: RequestOptions, connected?: Connected): Duplex | null | undefined {
    return this.#begun.take(options) ?? super.createConnection(options, connected);
  }
}

/** A name that a server may have certificates by; an address is none. */
function serverName(host: string): string {
  return isIP(host) === 0 ? host : '';
}

/**
 * Connections to servers by TLS through a proxy, which `CONNECT` makes (RFC 9110). It takes 40 lines of Node's own parts;
 * `https-proxy-agent` does the same with four packages more, among them a logger and Kerberos.
 */
class TunnelAgent extends TlsAgent {
  readonly #proxy: URL;
  readonly #trust: SecureContext | undefined;

  constructor(proxy: URL, trust: SecureContext | undefined) {
    super(KEEP);
    this.#proxy = proxy;
    this.#trust = trust;
  }

  override createConnection(options: RequestOptions, connected?: Connected): undefined {
    const host = options.host ?? '';
    const authority = `${isIP(host) === 6 ? `[${host}]` : host}:${options.port}`;
    const trusted = this.#trust === undefined ? {} : { secureContext: this.#trust };
    // Where it failed there is no connection, whatever the type says.
    const fail = (error: Error): void => connected?.(error, undefined as unknown as Duplex);
    this.#connect(authority, trusted)
      .then((socket) => {
        const secure = connectTls({ ...trusted, socket, servername: serverName(host), host });
        secure.once('error', fail);
        secure.once('secureConnect', () => {
          secure.off('error', fail);
          connected?.(null, secure);
        });
      })
      .catch(fail);
  }

  #connect(authority: string, trusted: { readonly secureContext?: SecureContext }): Promise<Socket> {
    const { hostname, protocol } = this.#proxy;
    const name = `${hostname}:${portOf(this.#proxy)}`;
    const options = {
      ...trusted,
      method: 'CONNECT',
      host: hostname.replace(/^\[(.*)\]$/, '$1'),
      port: portOf(this.#proxy),
      path: authority,
      headers: { host: authority, ...proxyHeaders(this.#proxy) },
      agent: false as const,
      timeout: CONNECT_MS,
    };
    return new Promise((resolve, reject) => {
      const request = protocol === 'https:' ? requestHttps(options) : requestHttp(options);
      request.on('connect', ({ statusCode = 0 }, socket: Socket) => {
        if (statusCode === 200) {
          resolve(socket.setTimeout(0));
        } else {
          socket.destroy();
          reject(new SettingError(`the proxy ${name} answered ${statusCode} when it was asked for \`${authority}\``));
        }
      });
      request.on('response', ({ statusCode = 0 }) => {
        request.destroy();
        reject(new SettingError(`the proxy ${name} answered ${statusCode} when it was asked for \`${authority}\``));
      });
      request.on('timeout', () => request.destroy(new Error(`the proxy ${name} did not answer`)));
      request.on('error', reject);
      request.end();
    });
  }
}
