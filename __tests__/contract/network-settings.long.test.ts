import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import {
  createServer,
  type IncomingMessage,
  request as requestHttp,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { GitRemote } from '../../src/adapters/git/remote.ts';
import { RemoteReader } from '../../src/adapters/git/remote-reader.ts';
import { GitHubForge } from '../../src/adapters/github/github-forge.ts';
import { HttpClient } from '../../src/adapters/http/client.ts';
import { CloudflareKv } from '../../src/adapters/kv/cloudflare-kv.ts';
import { Secrets } from '../../src/domain/secrets.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { metricOf, SUBJECT, sourcesWith } from '../support/metrics.ts';

type Variables = Readonly<Record<string, string>>;

const { signal } = new AbortController();
const clock = new FakeClock();

/** Asks each service something that it has nothing to answer to. */
const SERVICES: Readonly<Record<string, (origin: string, variables: Variables) => Promise<unknown>>> = {
  Git: async (origin, variables) => {
    const remote = new GitRemote({ url: `${origin}/acme/x`, token: 'token', http: new HttpClient(variables), clock });
    const reader = new RemoteReader({ remote, clock, signal, era: () => signal });
    return await reader.listRefs(['refs/tags/']);
  },
  'Cloudflare, what every deploy asks': async (origin, variables) => [
    ...(await cloudflare(origin, variables).read('b'.repeat(32), ['k'])),
  ],
  'Cloudflare, by its package': async (origin, variables) =>
    (await cloudflare(origin, variables).page('b'.repeat(32))).keys,
  GitHub: async (origin, variables) => {
    const forge = new GitHubForge({
      repository: 'acme/x',
      token: 'token',
      apiUrl: origin,
      http: new HttpClient(variables),
      secrets: new Secrets(),
      signal,
    });
    const record = {
      commit: 'a'.repeat(40),
      environment: 'e',
      description: '',
      payload: {},
      state: 'success',
      run: '',
    };
    await forge.recordDeployment(record as Parameters<GitHubForge['recordDeployment']>[0]);
    return [];
  },
  metrics: async (origin, variables) => {
    const sources = sourcesWith({}, { http: new HttpClient(variables) });
    const { reading } = await sources.measure(metricOf('http', { url: `${origin}/metric` }), SUBJECT);
    if (reading.kind !== 'value') {
      throw new Error(JSON.stringify(reading));
    }
    return [];
  },
};

function cloudflare(baseUrl: string, variables: Variables): CloudflareKv {
  const http = new HttpClient(variables);
  return new CloudflareKv({ token: 'token', accountId: 'a'.repeat(32), baseUrl, http, clock, signal });
}

/** Answers as every one of the services. */
function serve({ url = '', method }: IncomingMessage, response: ServerResponse): void {
  const json = (status: number, body: unknown): void =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (url.endsWith('/git-upload-pack')) {
    response.writeHead(200, { 'content-type': 'application/x-git-upload-pack-result' }).end('0000');
  } else if (url.endsWith('/bulk/get')) {
    json(200, { success: true, result: { values: { k: null } } });
  } else if (url.includes('/keys')) {
    json(200, { success: true, result: [], result_info: { cursor: '' } });
  } else if (method === 'POST') {
    json(201, { id: 1 });
  } else {
    response.end('5');
  }
}

let folder: string;
let certificate: string;
const servers: Server[] = [];
/** Origins of a plain server, one with a certificate of its own authority, and a proxy by both. */
const at = { plain: '', tls: '', proxy: '', tlsProxy: '' };
let through: { readonly target: string; readonly auth: string | undefined }[] = [];

async function listening(server: Server, scheme: string): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Makes a server a forward proxy: whole URLs for plain HTTP, CONNECT for tunnels. It asks for a password. */
function proxying<T extends Server>(server: T): T {
  const isKnown = ({ headers, url = '' }: IncomingMessage): boolean => {
    const auth = headers['proxy-authorization'];
    through.push({ target: url, auth });
    return auth === `Basic ${Buffer.from('user@corp:ge/heim').toString('base64')}`;
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!isKnown(request)) {
      response.writeHead(407).end();
      return;
    }
    const { 'proxy-authorization': _, ...headers } = request.headers;
    const passed = requestHttp(request.url ?? '', { method: request.method ?? 'GET', headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(response);
    });
    request.pipe(passed);
  });
  server.on('connect', (request, socket, head) => {
    socket.on('error', () => undefined);
    if (!isKnown(request)) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    const upstream = connect(Number(request.url?.split(':').at(-1)), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
  });
  return server;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'network-'));
  certificate = path.join(folder, 'cert.pem');
  execFileSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
    ...['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'],
    ...['-keyout', path.join(folder, 'key.pem'), '-out', certificate],
  ]);
  const identity = { key: await readFile(path.join(folder, 'key.pem')), cert: await readFile(certificate) };
  at.plain = await listening(createServer(serve), 'http');
  at.tls = await listening(createTlsServer(identity, serve), 'https');
  at.proxy = await listening(proxying(createServer()), 'http');
  at.tlsProxy = await listening(proxying(createTlsServer(identity)), 'https');
});

afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await rm(folder, { recursive: true, force: true });
});

beforeEach(() => {
  through = [];
});

/** A proxy with the user and the password that it wants. */
function withPassword(origin: string): string {
  return origin.replace('://', `://${encodeURIComponent('user@corp')}:${encodeURIComponent('ge/heim')}@`);
}

describe.each(Object.entries(SERVICES))('%s', (_, ask) => {
  const trusted = (): Variables => ({ SSL_CERT_FILE: certificate });

  test.each<[string, 'plain' | 'tls', () => Variables]>([
    ['http_proxy', 'plain', () => ({ http_proxy: withPassword(at.proxy) })],
    ['HTTP_PROXY without a scheme', 'plain', () => ({ HTTP_PROXY: withPassword(at.proxy).replace('http://', '') })],
    ['http_proxy by HTTPS', 'plain', () => ({ http_proxy: withPassword(at.tlsProxy) })],
    ['https_proxy', 'tls', () => ({ https_proxy: withPassword(at.proxy) })],
    ['https_proxy by HTTPS', 'tls', () => ({ https_proxy: withPassword(at.tlsProxy) })],
    ['all_proxy', 'tls', () => ({ all_proxy: withPassword(at.proxy) })],
    ['ALL_PROXY', 'plain', () => ({ ALL_PROXY: withPassword(at.proxy) })],
    ['a no_proxy for others', 'tls', () => ({ all_proxy: withPassword(at.proxy), no_proxy: 'corp.test,10.0.0.0/8' })],
  ])('goes through %s', async (_name, kind, variables) => {
    expect(await ask(at[kind], { ...trusted(), ...variables() })).toEqual([]);
    expect(through.length).toBeGreaterThan(0);
    expect(through.every(({ target }) => target.includes(new URL(at[kind]).host))).toBe(true);
  });

  test.each<[string, 'plain' | 'tls', () => Variables]>([
    ['nothing', 'tls', () => ({})],
    ['https_proxy', 'plain', () => ({ https_proxy: at.proxy })],
    ['http_proxy', 'tls', () => ({ http_proxy: at.proxy })],
    ['its network in no_proxy', 'tls', () => ({ all_proxy: at.proxy, no_proxy: '127.0.0.0/8' })],
    ['its port in NO_PROXY', 'plain', () => ({ all_proxy: at.proxy, NO_PROXY: new URL(at.plain).host })],
    ['*', 'tls', () => ({ all_proxy: at.proxy, no_proxy: '*' })],
  ])('goes straight on with %s', async (_name, kind, variables) => {
    expect(await ask(at[kind], { ...trusted(), ...variables() })).toEqual([]);
    expect(through).toEqual([]);
  });

  test.each(['GIT_SSL_CAINFO', 'SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS'])(
    'accepts the authority that %s names',
    async (name) => {
      expect(await ask(at.tls, { [name]: certificate })).toEqual([]);
    },
  );

  test('accepts no authority that nothing names', async () => {
    await expect(ask(at.tls, {})).rejects.toThrow(/self-signed certificate|DEPTH_ZERO_SELF_SIGNED_CERT/);
  });

  test('names a proxy that wants another password, and not the one it got', async () => {
    const refused = ask(at.tls, { ...trusted(), https_proxy: at.proxy.replace('://', '://user:wrongpass@') });
    await expect(refused).rejects.toThrow(/the proxy 127\.0\.0\.1:\d+ answered 407/);
    await expect(refused).rejects.not.toThrow(/wrongpass/);
  });
});
