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

/** What of a path of Git's smart HTTP protocol each program answers. */
const PROGRAMS: Readonly<Record<string, string>> = {
  'git-upload-pack': 'upload-pack',
  'git-receive-pack': 'receive-pack',
};

/**
 * Runs `git upload-pack` or `git receive-pack` per request, as `git http-backend` does with one process more, and ends
 * what is still running on close.
 */
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
  async push(repository: string, request: RecordedRequest): Promise<Answer> {
    this.#pushes += 1;
    // No owner of a repository is called so.
    const file = path.join(this.#root, `.reasons-${this.#pushes}`);
    const child = this.#start(repository, 'git-receive-pack', [], request, { [REASONS_VARIABLE]: file });
    child.stdin.end(request.body);
    const answer = await readAnswer(child, 'git-receive-pack', 'result', '');
    const body = withReasons(await buffer(answer.body), await takeReasons(file));
    return { ...answer, body };
  }

  /** Answers a request for refs or objects of a repository, such as `owner/name`; throws when git says nothing at all. */
  async answer(repository: string, service: string, request: RecordedRequest, signal: AbortSignal): Promise<Answer> {
    signal.throwIfAborted();
    const isAdvertisement = service === 'info/refs';
    const [, query = ''] = request.path.split('?', 2);
    const name = isAdvertisement ? (new URLSearchParams(query).get('service') ?? '') : service;
    if (PROGRAMS[name] === undefined) {
      return { status: 403, headers: { 'content-type': 'text/plain' }, body: `Unsupported service: '${name}'` };
    }
    const child = this.#start(repository, name, isAdvertisement ? ['--http-backend-info-refs'] : [], request, {});
    const stop = () => signalGroup(child, 'SIGKILL');
    signal.addEventListener('abort', stop, { once: true });
    child.once('close', () => signal.removeEventListener('abort', stop));
    child.stdin.end(request.body);
    // Protocol version 2 has no announcement of the service.
    const isVersion2 =
      /(?:^|:)version=2(?:$|:)/.test(single(request.headers['git-protocol'])) && name !== 'git-receive-pack';
    const announcement = isAdvertisement && !isVersion2 ? `${packetOf(`# service=${name}\n`)}0000` : '';
    return readAnswer(child, name, isAdvertisement ? 'advertisement' : 'result', announcement);
  }

  /** Ends all children and waits for them. */
  async close(): Promise<void> {
    const ends = [...this.#running].map((child) => once(child, 'close'));
    for (const child of this.#running) signalGroup(child, 'SIGKILL');
    await Promise.all(ends);
  }

  #start(
    repository: string,
    service: string,
    options: readonly string[],
    request: RecordedRequest,
    variables: Readonly<Record<string, string>>,
  ): Backend {
    const directory = path.join(this.#root, `${repository}.git`);
    const child = spawn('git', [PROGRAMS[service] ?? '', '--stateless-rpc', ...options, directory], {
      ...OWN_GROUP,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...this.#environment, GIT_PROTOCOL: single(request.headers['git-protocol']), ...variables },
    });
    this.#running.add(child);
    child.once('close', () => this.#running.delete(child));
    // git may stop reading early, for instance on a refused request; what it answers is what counts.
    child.stdin.on('error', () => undefined);
    return child;
  }
}

function packetOf(text: string): string {
  return `${(text.length + 4).toString(16).padStart(4, '0')}${text}`;
}

/** Reads why hooks refused refs, and removes the file. */
async function takeReasons(file: string): Promise<Map<string, string>> {
  const text = existsSync(file) ? await readFile(file, 'utf8') : '';
  await rm(file, { force: true });
  const lines = text.split('\n').filter(Boolean);
  return new Map(lines.map((line) => line.split('\t', 2) as [string, string]));
}

/** The answer of a program, as soon as it says something. */
async function readAnswer(
  child: Backend,
  service: string,
  kind: 'advertisement' | 'result',
  announcement: string,
): Promise<Answer & { readonly body: AsyncIterable<Uint8Array> }> {
  let complaint = '';
  child.on('error', (error) => {
    complaint += error.message;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const closed = once(child, 'close');
  const chunks: AsyncIterator<Buffer> = child.stdout[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done === true) {
    await closed;
    // A program that fails before it says anything is a failure of the server; one that has nothing to say is not.
    if (child.exitCode !== 0) throw new Error(`git ${service} did not answer: ${complaint.trim()}`);
  }
  const headers = {
    'content-type': `application/x-${service}-${kind}`,
    'cache-control': 'no-cache, max-age=0, must-revalidate',
  };
  const begin = Buffer.concat([Buffer.from(announcement), first.done === true ? Buffer.alloc(0) : first.value]);
  return { status: 200, headers, body: continued(begin, chunks) };
}

async function* continued(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Uint8Array> {
  try {
    if (first.byteLength > 0) yield first;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

function single(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}
