import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:tls';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PRODUCTION_NAMESPACE, type Repository, type Sandbox } from '../../sandbox/index.ts';
import { deployTag } from '../support/deploy.ts';
import { startSandbox } from '../support/sandbox.ts';

let sandbox: Sandbox;
let repository: Repository;
let folder: string;

beforeAll(async () => {
  sandbox = await startSandbox({ runsAs: 'process' });
  repository = await sandbox.createRepository();
  await repository.commit('one', { 'prompts/extraction.md': 'one' });
  await repository.edgitTag('prompts/extraction', 'v1.0.0');
  await repository.edgitSet('prompts/extraction', 'production', 'v1.0.0');
  folder = await mkdtemp(path.join(tmpdir(), 'git-access-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await sandbox.close();
});

beforeEach(async () => {
  await sandbox.kv.clear(PRODUCTION_NAMESPACE);
  sandbox.clearRequests();
});

const PRODUCTION = 'components/prompts/extraction/production';
const STALE = `AUTHORIZATION: basic ${Buffer.from('x-access-token:stale').toString('base64')}`;

/** Every request to Git carried exactly one Authorization header, and it was ours. */
function expectOurToken(): void {
  const expected = `Basic ${Buffer.from(`x-access-token:${sandbox.githubToken}`).toString('base64')}`;
  const git = sandbox.requests.filter(({ service }) => service === 'git');
  expect(git.length).toBeGreaterThan(3);
  for (const { headers } of git) {
    expect(headers.authorization).toBe(expected);
  }
}

describe('an extraheader that something else left behind is not sent', () => {
  test('from the configuration of the machine', async () => {
    const file = path.join(folder, 'gitconfig');
    await writeFile(file, `[http]\n\textraheader = ${STALE}\n`);
    const run = await deployTag(sandbox, repository, PRODUCTION, { env: { GIT_CONFIG_GLOBAL: file } });
    expect(run.annotations).toEqual([]);
    expect(run.exitCode).toBe(0);
    expectOurToken();
  });

  test('in the checkout of the workspace, which is left untouched', async () => {
    const workspace = await mkdtemp(path.join(folder, 'checkout-'));
    await repository.git(['clone', '--quiet', repository.bare, workspace]);
    await repository.git(['-C', workspace, 'config', `http.${sandbox.serverUrl}/.extraheader`, STALE]);
    const config = await readFile(path.join(workspace, '.git/config'), 'utf8');
    const head = await repository.git(['-C', workspace, 'status', '--porcelain=v2', '--branch']);
    const run = await deployTag(sandbox, repository, PRODUCTION, { workspace });
    expect(run.exitCode).toBe(0);
    expectOurToken();
    expect(await readFile(path.join(workspace, '.git/config'), 'utf8')).toBe(config);
    expect(await repository.git(['-C', workspace, 'status', '--porcelain=v2', '--branch'])).toBe(head);
  });
});

test('variables that point Git at another repository are not followed', async () => {
  const run = await deployTag(sandbox, repository, PRODUCTION, {
    env: {
      GIT_DIR: '/nonexistent',
      GIT_WORK_TREE: '/nonexistent',
      GIT_OBJECT_DIRECTORY: '/nonexistent',
      GIT_NAMESPACE: 'x',
    },
  });
  expect(run.annotations).toEqual([]);
  expect(run.exitCode).toBe(0);
});

test('the token stands in no argument, no file and no log, even where Git is asked to trace', async () => {
  const arguments_: string[] = [];
  const remove = sandbox.before(async () => {
    const { stdout } = await listProcesses();
    arguments_.push(stdout);
  });
  const run = await deployTag(sandbox, repository, PRODUCTION, {
    env: { GIT_TRACE: '1', GIT_TRACE_CURL: '1', GIT_CURL_VERBOSE: '1', GIT_TRACE_REDACT: '0', GIT_TRACE_PACKET: '1' },
  });
  remove();
  expect(run.exitCode).toBe(0);
  const secret = sandbox.githubToken;
  const encoded = Buffer.from(`x-access-token:${secret}`).toString('base64');
  const said = run.stdout.replace(/^::add-mask::.*$/gm, '') + run.stderr + run.summary + arguments_.join('\n');
  expect(said).not.toContain(secret);
  expect(said).not.toContain(encoded);
});

async function listProcesses(): Promise<{ stdout: string }> {
  return await promisify(execFile)('ps', ['-eo', 'args']);
}

test('a proxy named by the environment carries Git and Cloudflare', async () => {
  const seen: string[] = [];
  const proxy = await startProxy(seen);
  const url = `http://127.0.0.1:${portOf(proxy)}`;
  try {
    const run = await deployTag(sandbox, repository, PRODUCTION, { env: { http_proxy: url, HTTP_PROXY: url } });
    expect(run.annotations).toEqual([]);
    expect(run.exitCode).toBe(0);
    expect(seen.some((one) => one.includes('/acme/components/git-upload-pack'))).toBe(true);
    expect(seen.some((one) => one.startsWith('CONNECT') || one.includes('/storage/kv/'))).toBe(true);
    expect(seen.length).toBeGreaterThan(4);
    seen.length = 0;
    const direct = await deployTag(sandbox, repository, PRODUCTION, {
      env: { http_proxy: url, HTTP_PROXY: url, NO_PROXY: '127.0.0.1', no_proxy: '127.0.0.1' },
    });
    expect(direct.exitCode).toBe(0);
    expect(seen).toEqual([]);
  } finally {
    proxy.closeAllConnections();
    await new Promise((resolve) => proxy.close(resolve));
  }
});

describe('a certificate authority', () => {
  const servers: TlsServer[] = [];
  let env: Record<string, string>;
  let certificate: string;

  beforeAll(async () => {
    await promisify(execFile)('openssl', [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
      ...['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'],
      ...['-keyout', path.join(folder, 'key.pem'), '-out', path.join(folder, 'cert.pem')],
    ]);
    certificate = path.join(folder, 'cert.pem');
    const [git, kv] = [
      await startTls(Number(new URL(sandbox.serverUrl).port)),
      await startTls(Number(new URL(sandbox.cloudflareUrl).port)),
    ];
    servers.push(git, kv);
    env = {
      GITHUB_SERVER_URL: `https://127.0.0.1:${portOf(git)}`,
      CLOUDFLARE_BASE_URL: `https://127.0.0.1:${portOf(kv)}/client/v4`,
    };
  });

  afterAll(() => {
    for (const server of servers) {
      server.close();
    }
  });

  test.each(['GIT_SSL_CAINFO', 'SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS'])(
    'that `%s` alone names is accepted for Git and for Cloudflare',
    async (name) => {
      const run = await deployTag(sandbox, repository, PRODUCTION, { env: { ...env, [name]: certificate } });
      expect(run.annotations).toEqual([]);
      expect(run.exitCode).toBe(0);
      expectOurToken();
    },
  );

  test('that nothing names is not, and the error says what to do', async () => {
    const unknown = await deployTag(sandbox, repository, PRODUCTION, { env });
    expect(unknown.annotations[0]?.message).toMatch(/^tagship\(git-unreachable\): .*certificate.*GIT_SSL_CAINFO/);
  });

  test('in a file that cannot be read is named', async () => {
    const missing = { GIT_SSL_CAINFO: path.join(folder, 'nowhere.pem') };
    const unknown = await deployTag(sandbox, repository, PRODUCTION, { env: { ...env, ...missing } });
    expect(unknown.annotations[0]?.message).toMatch(/`GIT_SSL_CAINFO` names a file that cannot be read \(ENOENT\)/);
  });
});

/** Ends TLS in front of a port. */
async function startTls(port: number): Promise<TlsServer> {
  const [key, cert] = [await readFile(path.join(folder, 'key.pem')), await readFile(path.join(folder, 'cert.pem'))];
  const server = createTlsServer({ key, cert }, (socket) => {
    const upstream = connect(port, '127.0.0.1');
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
    socket.pipe(upstream).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function portOf(server: { address(): ReturnType<Server['address']> }): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** A forward proxy: absolute URLs for plain HTTP, CONNECT for tunnels. */
async function startProxy(seen: string[]): Promise<Server> {
  const proxy = createServer((request, response) => {
    const target = new URL(request.url ?? '');
    seen.push(`${request.method} ${target.pathname}`);
    const upstream = connect(Number(target.port), target.hostname, () => {
      const headers = request.rawHeaders.flatMap((name, i, all) => (i % 2 === 0 ? [`${name}: ${all[i + 1]}`] : []));
      upstream.write(
        `${request.method} ${target.pathname}${target.search} HTTP/1.1\r\n${headers.join('\r\n')}\r\nConnection: close\r\n\r\n`,
      );
      request.pipe(upstream, { end: false });
    });
    upstream.on('error', () => response.destroy());
    const socket = response.socket;
    if (socket !== null) {
      upstream.pipe(socket);
    }
  });
  proxy.on('connect', (request, socket, head) => {
    seen.push(`CONNECT ${request.url}`);
    const [host = '', port = ''] = (request.url ?? '').split(':');
    const upstream = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.write(head);
      upstream.pipe(socket);
      socket.pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return proxy;
}
