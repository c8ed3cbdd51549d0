import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { OWN_GROUP, signalGroup } from '../processes.ts';
import type { Answer, RecordedRequest } from '../types.ts';
import { configEnvironment, isolatedGitEnvironment } from './command.ts';
import { REASONS_VARIABLE } from './hooks.ts';
import { withReasons } from './report.ts';

type Backend = ChildProcessByStdio<Writable, Readable, Readable>;

const MAX_HEAD_BYTES = 64 * 1024;

/** GitHub's restrictions on partial clones, and what it allows beyond git's defaults. */
const GITHUB_SETTINGS = configEnvironment({
  'safe.directory': '*',
  'http.receivepack': 'true',
  'receive.autogc': 'false',
  'uploadpack.allowFilter': 'true',
  'uploadpack.allowAnySHA1InWant': 'true',
  'uploadpackfilter.allow': 'false',
  'uploadpackfilter.blob:none.allow': 'true',
  'uploadpackfilter.blob:limit.allow': 'true',
  'uploadpackfilter.tree.allow': 'true',
  'uploadpackfilter.tree.maxDepth': '0',
});

/** Runs `git http-backend` per request and ends what is still running on close. */
export class HttpBackends {
  readonly #root: string;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #running = new Set<Backend>();
  #pushes = 0;

  /** `root` is the directory the bare repositories are under. */
  constructor(root: string) {
    this.#root = root;
    this.#environment = { ...isolatedGitEnvironment(root), ...GITHUB_SETTINGS };
  }

  /**
   * Carries out a push to its end, also when the client is gone: a git killed in the middle leaves locks behind, which
   * no server of GitHub's does. Throws when git says nothing at all.
   */
  async push(service: string, request: RecordedRequest): Promise<Answer> {
    this.#pushes += 1;
    // No owner of a repository is called so.
    const file = path.join(this.#root, `.reasons-${this.#pushes}`);
    const child = this.#start(service, request, { [REASONS_VARIABLE]: file });
    child.stdin.end(request.body);
    const answer = await readAnswer(child);
    const body = withReasons(await buffer(answer.body), await takeReasons(file));
    return { ...answer, body };
  }

  /** Answers one request for `service`, such as /owner/name.git/info/refs; throws when git says nothing at all. */
  async answer(service: string, request: RecordedRequest, signal: AbortSignal): Promise<Answer> {
    signal.throwIfAborted();
    const child = this.#start(service, request, {});
    const stop = () => signalGroup(child, 'SIGKILL');
    signal.addEventListener('abort', stop, { once: true });
    child.once('close', () => signal.removeEventListener('abort', stop));
    child.stdin.end(request.body);
    return readAnswer(child);
  }

  /** Ends all children and waits for them. */
  async close(): Promise<void> {
    const ends = [...this.#running].map((child) => once(child, 'close'));
    for (const child of this.#running) signalGroup(child, 'SIGKILL');
    await Promise.all(ends);
  }

  #start(service: string, request: RecordedRequest, variables: Readonly<Record<string, string>>): Backend {
    const [, query = ''] = request.path.split('?', 2);
    const child = spawn('git', ['http-backend'], {
      ...OWN_GROUP,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        ...this.#environment,
        GIT_PROJECT_ROOT: this.#root,
        GIT_HTTP_EXPORT_ALL: '1',
        GIT_PROTOCOL: single(request.headers['git-protocol']),
        PATH_INFO: service,
        QUERY_STRING: query,
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: single(request.headers['content-type']),
        CONTENT_LENGTH: String(request.body.byteLength),
        REMOTE_USER: 'x-access-token',
        REMOTE_ADDR: '127.0.0.1',
        GATEWAY_INTERFACE: 'CGI/1.1',
        SERVER_PROTOCOL: 'HTTP/1.1',
        ...variables,
      },
    });
    this.#running.add(child);
    child.once('close', () => this.#running.delete(child));
    // git may stop reading early, for instance on a refused request; what it answers is what counts.
    child.stdin.on('error', () => undefined);
    return child;
  }
}

/** Reads why hooks refused refs, and removes the file. */
async function takeReasons(file: string): Promise<Map<string, string>> {
  const text = existsSync(file) ? await readFile(file, 'utf8') : '';
  await rm(file, { force: true });
  const lines = text.split('\n').filter(Boolean);
  return new Map(lines.map((line) => line.split('\t', 2) as [string, string]));
}

async function readAnswer(child: Backend): Promise<Answer & { readonly body: AsyncIterable<Uint8Array> }> {
  let complaint = '';
  child.on('error', (error) => {
    complaint += error.message;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const chunks: AsyncIterator<Buffer> = child.stdout[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  for (;;) {
    const next = await chunks.next();
    if (next.done === true) throw new Error(`git http-backend did not answer: ${complaint.trim()}`);
    head = Buffer.concat([head, next.value]);
    const end = head.indexOf('\r\n\r\n');
    if (end >= 0) {
      return { ...parseHead(head.toString('latin1', 0, end)), body: continued(head.subarray(end + 4), chunks) };
    }
    if (head.byteLength > MAX_HEAD_BYTES) throw new Error('git http-backend did not end its headers');
  }
}

async function* continued(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Uint8Array> {
  try {
    if (first.byteLength > 0) yield first;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

function parseHead(head: string): { status: number; headers: Record<string, string> } {
  const headers: Record<string, string> = {};
  let status = 200;
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (name === 'status') status = Number.parseInt(value, 10);
    else headers[name] = value;
  }
  return { status, headers };
}

function single(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}
