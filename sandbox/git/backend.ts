import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { runProgram } from '../spawner.ts';
import type { Answer, RecordedRequest } from '../types.ts';
import { configEnvironment, isolatedGitEnvironment } from './command.ts';
import { REASONS_VARIABLE } from './hooks.ts';
import { LooseReader, NotLoose } from './loose-reader.ts';
import { KnownObjects, LooseServer } from './loose-server.ts';
import { withReasons } from './report.ts';

/** GitHub's restrictions on partial clones, and what it allows beyond git's defaults. */
const GITHUB_SETTINGS = configEnvironment({
  'safe.directory': '*',
  'http.receivepack': 'true',
  'receive.autogc': 'false',
  // A machine that fails takes the sandbox along; nothing has to wait for the disk.
  'core.fsync': 'none',
  'uploadpack.allowFilter': 'true',
  'uploadpack.allowAnySHA1InWant': 'true',
  'uploadpackfilter.allow': 'false',
  'uploadpackfilter.blob:none.allow': 'true',
  'uploadpackfilter.blob:limit.allow': 'true',
  'uploadpackfilter.tree.allow': 'true',
  'uploadpackfilter.tree.maxDepth': '0',
});

const PIECE_BYTES = 32 * 1024;

/** The programs of Git's smart HTTP protocol, by the names it has for them. */
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
  readonly #running = new Set<Promise<unknown>>();
  readonly #closed = new AbortController();
  readonly #isQuick: boolean;
  readonly #objects = new KnownObjects();
  /** What \`git receive-pack\` says it is capable of, once it has said so. */
  #capabilities: string | undefined;
  #pushes = 0;

  /**
   * @param root the directory the bare repositories are under
   * @param isQuick whether loose objects and refs are served without asking Git
   */
  constructor(root: string, isQuick: boolean) {
    this.#isQuick = isQuick;
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
    const variables = { [REASONS_VARIABLE]: file };
    const quick = this.#quickly(repository, (server) => server.receive(request.body));
    const body =
      quick ?? (await this.#run(repository, 'git-receive-pack', [], request, variables, this.#closed.signal));
    return {
      status: 200,
      headers: headersOf('git-receive-pack', 'result'),
      body: withReasons(body, await takeReasons(file)),
    };
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
    const isVersion2 = /(?:^|:)version=2(?:$|:)/.test(single(request.headers['git-protocol']));
    const quick = this.#quickly(repository, (server) => {
      if (!isAdvertisement && isVersion2) return server.answer(request.body);
      if (isAdvertisement && name === 'git-receive-pack' && this.#capabilities !== undefined)
        return server.advertise(this.#capabilities);
      throw new NotLoose('protocol 0');
    });
    const options = isAdvertisement ? ['--http-backend-info-refs'] : [];
    const either = AbortSignal.any([signal, this.#closed.signal]);
    const body = quick ?? (await this.#run(repository, name, options, request, {}, either));
    if (name === 'git-receive-pack' && isAdvertisement) this.#capabilities ??= capabilitiesOf(body);
    signal.throwIfAborted();
    if (!isAdvertisement) return { status: 200, headers: headersOf(name, 'result'), body: pieces(body) };
    // Protocol version 2 has no announcement of the service.
    const announcement = isVersion2 && name === 'git-upload-pack' ? '' : `${packetOf(`# service=${name}\n`)}0000`;
    return {
      status: 200,
      headers: headersOf(name, 'advertisement'),
      body: pieces(Buffer.concat([Buffer.from(announcement), body])),
    };
  }

  /** What a server of loose objects and refs answers; undefined where Git has to be asked. */
  #quickly(repository: string, ask: (server: LooseServer) => Buffer): Buffer | undefined {
    if (!this.#isQuick) return undefined;
    const bare = path.join(this.#root, `${repository}.git`);
    const reader = new LooseReader(bare, [path.join(bare, 'objects')]);
    try {
      return ask(new LooseServer(bare, reader, this.#objects));
    } catch (error) {
      if (error instanceof NotLoose) return undefined;
      throw error;
    }
  }

  /** Ends all children and waits for them. */
  async close(): Promise<void> {
    this.#closed.abort();
    await Promise.allSettled(this.#running);
  }

  async #run(
    repository: string,
    service: string,
    options: readonly string[],
    request: RecordedRequest,
    variables: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<Buffer> {
    const directory = path.join(this.#root, `${repository}.git`);
    const running = runProgram(
      {
        file: 'git',
        args: [PROGRAMS[service] ?? '', '--stateless-rpc', ...options, directory],
        env: { ...this.#environment, GIT_PROTOCOL: single(request.headers['git-protocol']), ...variables },
        input: request.body,
      },
      signal,
    );
    this.#running.add(running);
    try {
      const { code, stdout, stderr } = await running;
      // A program that fails before it says anything is a failure of the server; one that has nothing to say is not.
      if (stdout.length === 0 && code !== 0)
        throw new Error(`git ${service} did not answer: ${stderr.toString().trim()}`);
      return stdout;
    } finally {
      this.#running.delete(running);
    }
  }
}

/** A body piece by piece, so that a client that goes away is not sent all of it. */
async function* pieces(body: Buffer): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < body.length; i += PIECE_BYTES) {
    yield body.subarray(i, i + PIECE_BYTES);
    // A client in this process has to have its turn.
    await setImmediate();
  }
}

function headersOf(service: string, kind: 'advertisement' | 'result'): Record<string, string> {
  return {
    'content-type': `application/x-${service}-${kind}`,
    'cache-control': 'no-cache, max-age=0, must-revalidate',
  };
}

function capabilitiesOf(advertisement: Buffer): string {
  return /\0(.*)\n/.exec(advertisement.toString())?.[1] ?? '';
}

function packetOf(text: string): string {
  return `${(text.length + 4).toString(16).padStart(4, '0')}${text}`;
}

function single(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

/** Reads why hooks refused refs, and removes the file. */
async function takeReasons(file: string): Promise<Map<string, string>> {
  const text = existsSync(file) ? await readFile(file, 'utf8') : '';
  await rm(file, { force: true });
  const lines = text.split('\n').filter(Boolean);
  return new Map(lines.map((line) => line.split('\t', 2) as [string, string]));
}
