import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { TagshipError } from '../../errors.ts';
import type { Http, HttpAnswer, HttpRequest } from '../http/client.ts';

const SERVICES = ['git-upload-pack', 'git-receive-pack'] as const;

type Service = (typeof SERVICES)[number];

/**
 * A repository on this disk behind the requests that a Git server answers: Git itself answers them, without a network and
 * without a port. So what reads and pushes is the same as with a server.
 */
export class LocalGitServer implements Http {
  readonly #directory: string;
  readonly #environment: Readonly<Record<string, string>>;

  constructor(directory: string, environment: Readonly<Record<string, string>>) {
    this.#directory = directory;
    this.#environment = environment;
  }

  warm(): void {
    // There is no connection.
  }

  async send({ url, headers, body, signal }: HttpRequest): Promise<HttpAnswer> {
    signal.throwIfAborted();
    const { pathname, searchParams } = new URL(url);
    const asked = searchParams.get('service');
    const isListing = pathname.endsWith('/info/refs');
    const service = SERVICES.find((one) => (isListing ? one === asked : pathname.endsWith(`/${one}`)));
    if (service === undefined) {
      return answer(404, 'text/plain', url, none());
    }
    const child = this.#start(service, isListing, headers['git-protocol'] ?? headers['Git-Protocol']);
    const stop = (): void => void child.kill('SIGKILL');
    signal.addEventListener('abort', stop, { once: true });
    child.once('close', () => signal.removeEventListener('abort', stop));
    feed(child, body);
    await spawned(child);
    const kind = isListing ? 'advertisement' : 'result';
    const preface = isListing ? announcement(service) : undefined;
    return answer(200, `application/x-${service}-${kind}`, url, output(child, preface), stop);
  }

  #start(service: Service, isListing: boolean, protocol: string | undefined): ChildProcessWithoutNullStreams {
    const settings = ['uploadpack.allowFilter=true', 'uploadpack.allowAnySHA1InWant=true', 'gc.auto=0'];
    const words = [
      ...settings.flatMap((one) => ['-c', one]),
      service.replace('git-', ''),
      '--stateless-rpc',
      ...(isListing ? ['--advertise-refs'] : []),
      this.#directory,
    ];
    const child = spawn('git', words, {
      env: { ...this.#environment, ...(protocol === undefined ? {} : { GIT_PROTOCOL: protocol }) },
      stdio: 'pipe',
      windowsHide: true,
    });
    child.stdin.on('error', () => undefined);
    child.stderr.resume();
    return child;
  }
}

/** What a server says before it lists its refs. */
function announcement(service: Service): Buffer {
  const line = `# service=${service}\n`;
  return Buffer.from(`${(line.length + 4).toString(16).padStart(4, '0')}${line}0000`);
}

function feed(child: ChildProcessWithoutNullStreams, body: HttpRequest['body']): void {
  if (body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array)) {
    for (const piece of body) {
      child.stdin.write(piece);
    }
    child.stdin.end();
  } else {
    child.stdin.end(body);
  }
}

async function spawned(child: ChildProcessWithoutNullStreams): Promise<void> {
  try {
    await once(child, 'spawn');
  } catch (error) {
    throw new TagshipError('runner-unusable', 'Git could not be started.', 'Install Git where the `PATH` finds it.', {
      cause: error,
    });
  }
}

async function* output(child: ChildProcessWithoutNullStreams, preface?: Buffer): AsyncGenerator<Uint8Array> {
  if (preface !== undefined) {
    yield preface;
  }
  for await (const piece of child.stdout) {
    yield piece as Buffer;
  }
}

async function* none(): AsyncGenerator<Uint8Array> {
  // Nothing.
}

function answer(
  status: number,
  type: string,
  url: string,
  source: AsyncGenerator<Uint8Array>,
  stop: () => void = () => undefined,
): HttpAnswer {
  return {
    status,
    headers: { 'content-type': type, date: new Date().toUTCString() },
    url,
    body: { [Symbol.asyncIterator]: () => ({ next: () => source.next() }) },
    leave: async () => {
      stop();
      await source.return(undefined).catch(() => undefined);
    },
  };
}
