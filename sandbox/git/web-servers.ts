import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Cleanup, makeTemporaryDirectory, removeDirectory } from '../cleanup.ts';
import { bareEnvironment, OWN_GROUP, signalGroup } from '../processes.ts';

const READY_WITHIN_MS = 20_000;
const POLL_MS = 50;

const BACKEND = '/usr/lib/git-core/git-http-backend';

/** What the CGI program is told: where the repositories are, that all may be read, and that whoever owns them is fine. */
function cgiVariables(root: string): [string, string][] {
  return [
    ['GIT_PROJECT_ROOT', root],
    ['GIT_HTTP_EXPORT_ALL', '1'],
    ['GIT_CONFIG_COUNT', '1'],
    ['GIT_CONFIG_KEY_0', 'safe.directory'],
    ['GIT_CONFIG_VALUE_0', '*'],
  ];
}

/** A web server in front of Git's own `http-backend`, as people run it. */
export interface WebServer {
  /** Repositories are below; below `/old/` all of them are said to have moved, and `/v0/` drops the header for the protocol. */
  readonly url: string;
  close(): Promise<void>;
}

export const WEB_SERVERS = {
  'apache2 with mod_deflate': startApache,
  'nginx with fcgiwrap': startNginx,
} as const;

/** Runs the `apache2` of the machine on loopback, which compresses whatever it answers. */
async function startApache(root: string): Promise<WebServer> {
  return await started('apache', async (directory, port) => {
    await chmod(directory, 0o755);
    const modules = ['mpm_prefork', 'authz_core', 'alias', 'cgi', 'env', 'filter', 'deflate', 'headers'];
    const config = [
      `ServerRoot "${directory}"`,
      'ServerName 127.0.0.1',
      `Listen 127.0.0.1:${port}`,
      `PidFile "${directory}/pid"`,
      `ErrorLog "${directory}/error.log"`,
      'User www-data',
      'Group www-data',
      ...modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
      ...cgiVariables(root).map(([name, value]) => `SetEnv ${name} "${value}"`),
      `RedirectMatch 301 ^/old/(.*)$ /$1`,
      `ScriptAlias /v0/ ${BACKEND}/`,
      `ScriptAlias / ${BACKEND}/`,
      '<Directory /usr/lib/git-core>',
      'Require all granted',
      '</Directory>',
      '<Location />',
      'SetOutputFilter DEFLATE',
      '</Location>',
      '<Location /v0/>',
      'RequestHeader unset Git-Protocol',
      '</Location>',
    ];
    const file = path.join(directory, 'apache2.conf');
    await writeFile(file, `${config.join('\n')}\n`);
    return [spawnServer('apache2', ['-D', 'FOREGROUND', '-f', file], directory)];
  });
}

/** Runs the `nginx` and the `fcgiwrap` of the machine on loopback. */
async function startNginx(root: string): Promise<WebServer> {
  return await started('nginx', async (directory, port) => {
    const socket = path.join(directory, 'fcgi.sock');
    const parameters: [string, string][] = [
      ...cgiVariables(root),
      ['SCRIPT_FILENAME', BACKEND],
      ['QUERY_STRING', '$query_string'],
      ['REQUEST_METHOD', '$request_method'],
      ['CONTENT_TYPE', '$content_type'],
      ['CONTENT_LENGTH', '$content_length'],
      ['REMOTE_USER', 'git'],
      ['REMOTE_ADDR', '$remote_addr'],
    ];
    const backend = (pathInfo: string, more: readonly string[] = []): string =>
      [...parameters, ['PATH_INFO', pathInfo] as const]
        .map(([name, value]) => `fastcgi_param ${name} "${value}";`)
        .concat(more, `fastcgi_pass unix:${socket};`)
        .join('\n');
    const folders = ['client_body', 'fastcgi', 'proxy', 'scgi', 'uwsgi'].map(
      (name) => `${name}_temp_path ${directory}/${name};`,
    );
    const config = `daemon off;
pid ${directory}/pid;
error_log ${directory}/error.log;
user root;
events {}
http {
${folders.join('\n')}
access_log off;
gzip on;
gzip_types *;
gzip_min_length 1;
server {
listen 127.0.0.1:${port};
location ~ ^/old/(.*)$ { return 301 /$1$is_args$args; }
location ~ ^/v0(/.*)$ {
${backend('$1', ['fastcgi_param HTTP_GIT_PROTOCOL "";'])}
}
location / {
${backend('$uri')}
}
}
}
`;
    const file = path.join(directory, 'nginx.conf');
    await writeFile(file, config);
    return [
      spawnServer('fcgiwrap', ['-c', '4', '-s', `unix:${socket}`], directory),
      spawnServer('nginx', ['-c', file, '-p', directory, '-e', `${directory}/error.log`], directory),
    ];
  });
}

async function started(
  name: string,
  start: (directory: string, port: number) => Promise<readonly ChildProcess[]>,
): Promise<WebServer> {
  const cleanup = new Cleanup();
  try {
    const directory = await makeTemporaryDirectory(name);
    cleanup.add(() => removeDirectory(directory));
    await mkdir(directory, { recursive: true });
    const port = await freePort();
    const children = await start(directory, port);
    for (const child of children) {
      cleanup.add(() => end(child));
    }
    await ready(port, children);
    return { url: `http://127.0.0.1:${port}`, close: () => cleanup.run() };
  } catch (error) {
    await cleanup.run();
    throw error;
  }
}

function spawnServer(program: string, args: readonly string[], cwd: string): ChildProcess {
  // Where apt installs servers is not in everybody's PATH.
  const env = { ...bareEnvironment(), PATH: `${process.env.PATH}:/usr/sbin` };
  return spawn(program, args, { ...OWN_GROUP, cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function ready(port: number, children: readonly ChildProcess[]): Promise<void> {
  const failed = Promise.race(
    children.map(async (child) => {
      const [how] = await Promise.race([once(child, 'exit'), once(child, 'error').then((error) => error)]);
      throw new Error(`${child.spawnfile} did not start (${how}); install apache2, nginx and fcgiwrap`);
    }),
  );
  failed.catch(() => undefined);
  for (const last = Date.now() + READY_WITHIN_MS; Date.now() < last; ) {
    if (await Promise.race([answers(port), failed])) {
      return;
    }
    await Promise.race([wait(POLL_MS), failed]);
  }
  throw new Error(`Nothing answers on port ${port}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const gone = once(child, 'exit');
    signalGroup(child, 'SIGTERM');
    await gone;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
