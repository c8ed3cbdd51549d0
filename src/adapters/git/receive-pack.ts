import { remedyOfClosed } from '../../domain/access.ts';
import { TagshipError, TransientError } from '../../errors.ts';
import { ByteReader, EndOfStream } from '../../git/byte-reader.ts';
import type { RawObject } from '../../git/object.ts';
import { packOf, packPieces } from '../../git/pack-writer.ts';
import { type Packet, PacketError, packetText, readPacket } from '../../git/packet.ts';
import type { Clock } from '../../ports/clock.ts';
import type { PushOutcome, RefRefusal, RefUpdate } from '../../ports/repository.ts';
import { beginningOf, isHtml, quoted, type Scrub, saidIn, shown, titleIn } from '../said.ts';
import { astrayIn, type Fetch, withinOrigin } from '../transport.ts';
import { basicCredentials, type GitAccess } from './environment.ts';
import { astrayFailure } from './failure.ts';

const NO_OBJECT = '0'.repeat(40);

/** What a push of ours cannot do without; every Git server since 2.6 (2015) has it. */
const NEEDED = ['report-status', 'atomic'] as const;

/** Taken where the server offers it. */
const WELCOME = ['side-band-64k', 'ofs-delta', 'object-format=sha1'] as const;

/** How long a server may take for an answer, in milliseconds. */
export const TIMEOUT_MS = 60_000;

/** The most packets with words of a server that are kept; hooks need not end. */
const MAX_SAID = 1_000;

/** The most objects that are sent in one piece. */
const MAX_WHOLE = 2_000;

export interface PushSessionOptions extends GitAccess {
  /** Undefined for Node's own. */
  readonly fetch: Fetch | undefined;
  readonly clock: Pick<Clock, 'now'>;
  /** Aborted when the run is cancelled, or what is under way is given up. */
  readonly signal: () => AbortSignal;
}

/**
 * Pushes to the Git server by its smart HTTP protocol (gitprotocol-http, gitprotocol-pack "Pushing Data To a Server").
 *
 * `git push` would not do: it walks the history of what it sends, which a repository of a handful of objects does not
 * have, and reads the list of all refs first, which with 100,000 tags is 14 MB. Here every command carries the object
 * its ref must have had, so the server itself compares and swaps; the list is left after its first line, which says
 * what the server can do; and the server's clock is read from its answers.
 */
export class PushSession {
  readonly #options: PushSessionOptions;
  readonly #fetch: Fetch;
  /** Where to send to, and with which capabilities; known after the first answer. */
  #server: { readonly url: string; readonly capabilities: readonly string[] } | undefined;
  /** The server's clock less ours, in milliseconds. */
  #ahead = 0;

  constructor(options: PushSessionOptions) {
    this.#options = options;
    this.#fetch = withinOrigin(options.fetch);
  }

  /**
   * Makes sure that the token may push, and answers the server's time in seconds since the epoch.
   * @throws TagshipError `push-denied`, `git-auth`, `git-protocol`; TransientError
   */
  async open(): Promise<number> {
    this.#server ??= await this.#discover();
    return Math.floor((this.#options.clock.now() + this.#ahead) / 1000);
  }

  /**
   * Moves refs, all or none. A TransientError leaves open whether they moved.
   * @throws TagshipError as `open`; TransientError
   */
  async push(updates: readonly RefUpdate[], objects: readonly RawObject[]): Promise<PushOutcome> {
    if (updates.length === 0) {
      return { landed: true };
    }
    await this.open();
    const { url, capabilities } = this.#server ?? { url: '', capabilities: [] };
    const commands = updates.map(({ ref, from, to }, i) => {
      const command = `${from ?? NO_OBJECT} ${to ?? NO_OBJECT} ${ref}`;
      return pktLine(i === 0 ? `${command}\0${[...capabilities, 'agent=tagship'].join(' ')}` : command);
    });
    const lines = Buffer.concat([...commands, Buffer.from('0000')]);
    const sent = updates.some(({ to }) => to !== undefined) ? objects : undefined;
    const response = await this.#request(`${url}/git-receive-pack`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-git-receive-pack-request',
        accept: 'application/x-git-receive-pack-result',
      },
      ...bodyOf(lines, sent),
    }).catch((error: unknown) => {
      // The repository may have moved meanwhile.
      this.#server = undefined;
      throw error;
    });
    return await this.#reading(async () => {
      const { reader } = openBody(response);
      const { report, said } = capabilities.includes('side-band-64k')
        ? await splitBands(reader)
        : { report: await rest(reader), said: '' };
      return outcomeOf(report, said, (text) => this.#redact(text));
    });
  }

  async #discover(): Promise<{ url: string; capabilities: readonly string[] }> {
    const response = await this.#request(`${this.#options.url}/info/refs?service=git-receive-pack`, { method: 'GET' });
    const type = response.headers.get('content-type') ?? '';
    if (!type.startsWith('application/x-git-receive-pack-advertisement')) {
      const title = isHtml('', type) ? titleIn(await beginningOf(response)) : '';
      await response.body?.cancel().catch(() => undefined);
      // A proxy or a network that wants a login answers so; the next time the server itself may.
      throw new TransientError(
        this.#protocol(`it answered with \`${type}\`${this.#redact(title)} instead of its refs`),
      );
    }
    const { reader, leave } = openBody(response);
    const first = await this.#reading(async () => {
      let packet = await readPacket(reader);
      while (packet === 'flush' || packetText(asBytes(packet)).startsWith('# service=')) {
        packet = await readPacket(reader);
      }
      return packetText(asBytes(packet));
    });
    await leave();
    if (first.startsWith('ERR ')) {
      throw this.#protocol(`it says: ${first.slice('ERR '.length)}`);
    }
    const offered = (first.split('\0')[1] ?? '').split(' ');
    const missing = NEEDED.find((name) => !offered.includes(name));
    if (missing !== undefined) {
      throw this.#protocol(`it does not offer \`${missing}\` for a push`);
    }
    return {
      url: repositoryAt(response.url) ?? this.#options.url,
      capabilities: [...NEEDED, ...WELCOME.filter((name) => offered.includes(name))],
    };
  }

  async #request(url: string, init: RequestInit): Promise<Response> {
    const { token, signal, clock } = this.#options;
    let response: Response;
    try {
      response = await this.#fetch(url, {
        ...init,
        headers: {
          ...init.headers,
          authorization: `Basic ${basicCredentials(token)}`,
          // Some servers tell Git from a browser by it.
          'user-agent': 'git/2 (tagship)',
        },
        signal: AbortSignal.any([signal(), AbortSignal.timeout(TIMEOUT_MS)]),
      });
    } catch (error) {
      throw this.#connection(error);
    }
    const date = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(date)) {
      this.#ahead = date - clock.now();
    }
    if (!response.ok) {
      throw await this.#refused(response);
    }
    return response;
  }

  async #refused(response: Response): Promise<TagshipError | TransientError> {
    const { url } = this.#options;
    const text = await beginningOf(response);
    const words = shown(saidIn(text, response.headers.get('content-type') ?? ''), (one) => this.#redact(one));
    const said = quoted('The server', words.replace(/^(?:remote|fatal|error): /, ''));
    const { status } = response;
    const after = Number(response.headers.get('retry-after') ?? Number.NaN);
    if (status === 401) {
      return new TagshipError(
        'git-auth',
        `The Git server refused the token for a push to ${url}.`,
        'Pass a valid token as `github-token`, with `contents: write`.',
      );
    }
    if (status === 403 && Number.isNaN(after)) {
      return new TagshipError(
        'push-denied',
        `The token may not push to ${url}.${said}`,
        remedyOfClosed(words) ??
          'Give the job `permissions: contents: write`, or pass a token of an App or a person that may write.',
      );
    }
    if (status === 404) {
      return new TagshipError(
        'push-denied',
        `There is no repository at ${url} that the token may push to.${said}`,
        'Check the repository name, and that the token belongs to it with `contents: write`.',
      );
    }
    if (status === 413) {
      return new TagshipError(
        'move-refused',
        `The Git server at ${url} takes no push of this size: it answered with status 413.${said}`,
        'Name fewer components at a time, or raise the limit of the proxy in front of the server (nginx: `client_max_body_size`).',
      );
    }
    const failure = new TagshipError(
      'git-unreachable',
      `The Git server at ${url} answered a push with status ${status}.${said}`,
      'Check the status page of the server, then run the job again.',
    );
    return status === 429 || status === 403 || status >= 500
      ? new TransientError(failure, Number.isNaN(after) ? undefined : after * 1000)
      : failure;
  }

  async #reading<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof TagshipError || error instanceof TransientError) {
        throw error;
      }
      if (error instanceof Unreported) {
        throw new TransientError(
          new TagshipError(
            'git-unreachable',
            `The Git server at ${this.#options.url} did not report whether the push landed.${quoted(
              'It',
              shown(error.said, (said) => this.#redact(said)),
            )}`,
            'Check the status page of the server, then run the job again.',
          ),
        );
      }
      if (error instanceof PacketError) {
        throw new TransientError(this.#protocol(error.message));
      }
      throw this.#connection(error);
    }
  }

  #connection(error: unknown): TagshipError | TransientError {
    const { signal, url } = this.#options;
    if (signal().aborted) {
      return new TagshipError('cancelled', 'The run was cancelled while it pushed.', 'Run the job again.');
    }
    const astray = astrayIn(error);
    if (astray !== undefined) {
      return astrayFailure(url, astray);
    }
    const { cause } = error instanceof Error ? error : { cause: undefined };
    const why =
      error instanceof EndOfStream
        ? 'the answer broke off'
        : cause instanceof Error
          ? cause.message
          : error instanceof Error
            ? error.message
            : String(error);
    return new TransientError(
      new TagshipError(
        'git-unreachable',
        `The Git server at ${url} could not be pushed to: ${this.#redact(why).replace(/\.?$/, '.')}`,
        'Check the network and proxy settings of the runner (a private certificate authority goes into `NODE_EXTRA_CA_CERTS`), then run the job again.',
        { cause: error },
      ),
    );
  }

  #protocol(reason: string): TagshipError {
    return new TagshipError(
      'git-protocol',
      `The Git server at ${this.#options.url} cannot be pushed to: ${this.#redact(reason)}.`,
      'Check that the server is GitHub or a GitHub Enterprise Server.',
    );
  }

  #redact(text: string): string {
    const { token } = this.#options;
    return text.replaceAll(token, '***').replaceAll(basicCredentials(token), '***');
  }
}

/** The URL of the repository whose refs an answer lists, which a redirect may have led to. */
export function repositoryAt(answered: string): string | undefined {
  return /^(.+)\/info\/refs\?/.exec(answered)?.[1];
}

/** A push was answered, but not with a report: GitHub does so in trouble. */
class Unreported extends Error {
  override readonly name = 'Unreported';
  readonly said: string;

  constructor(said: string) {
    super('The push was answered without a report.');
    this.said = said;
  }
}

/** The body of a push: with a length as a rule, and piece by piece where there is much, as Git itself does. */
function bodyOf(lines: Buffer, objects: readonly RawObject[] | undefined): RequestInit {
  if (objects === undefined) {
    return { body: lines };
  }
  if (objects.length <= MAX_WHOLE) {
    return { body: Buffer.concat([lines, packOf(objects)]) };
  }
  const pieces = function* (): Generator<Uint8Array> {
    yield lines;
    yield* packPieces(objects);
  };
  return { body: ReadableStream.from(pieces()), duplex: 'half' };
}

/** A reader of an answer, and what ends the answer before its end: the stream is locked, so only its iterator can. */
function openBody(response: Response): { reader: ByteReader; leave: () => Promise<void> } {
  const chunks = (response.body ?? new ReadableStream<Uint8Array>({ start: (stream) => stream.close() })).values();
  return {
    reader: new ByteReader(chunks),
    leave: async () => void (await chunks.return?.().catch(() => undefined)),
  };
}

function asBytes(packet: Packet): Uint8Array {
  if (typeof packet === 'string') {
    throw new PacketError(`a ${packet} packet came where refs should be`);
  }
  return packet;
}

function pktLine(text: string): Buffer {
  const bytes = Buffer.from(`${text}\n`);
  return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, '0')), bytes]);
}

/** Splits an answer into the report and what hooks said, which go by different bands. */
async function splitBands(reader: ByteReader): Promise<{ report: Buffer; said: string }> {
  const report: Uint8Array[] = [];
  const said: Uint8Array[] = [];
  const words = (): string => Buffer.concat(said).toString('utf8');
  try {
    for (let packet = await readPacket(reader); packet !== 'flush'; packet = await readPacket(reader)) {
      const bytes = asBytes(packet);
      if (bytes[0] === 1) {
        report.push(bytes.subarray(1));
      } else if (said.length < MAX_SAID) {
        said.push(bytes.subarray(1));
      }
    }
  } catch (error) {
    // A server that dies says why in its last words.
    throw error instanceof EndOfStream && said.length > 0 ? new Unreported(words()) : error;
  }
  return { report: Buffer.concat(report), said: words() };
}

async function rest(reader: ByteReader): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  try {
    for (;;) {
      parts.push(await reader.take(1));
    }
  } catch (error) {
    if (!(error instanceof EndOfStream)) {
      throw error;
    }
  }
  return Buffer.concat(parts);
}

/** Reads `unpack …`, `ok …` and `ng …` lines (gitprotocol-pack, "Report Status"). */
function outcomeOf(report: Buffer, words: string, scrub: Scrub): PushOutcome {
  const said = scrub(words);
  const refused: RefRefusal[] = [];
  let unpacked = '';
  let accepted = 0;
  for (let at = 0; at + 4 <= report.length; ) {
    const length = Number.parseInt(report.toString('latin1', at, at + 4), 16);
    if (Number.isNaN(length) || (length > 0 && length < 4)) {
      throw new PacketError('the report of the push cannot be read');
    }
    const line = report.toString('utf8', at + 4, at + length).trimEnd();
    at += Math.max(length, 4);
    if (line.startsWith('unpack ')) {
      unpacked = line.slice('unpack '.length);
    } else if (line.startsWith('ok ')) {
      accepted += 1;
    } else if (line.startsWith('ng ')) {
      const [ref = '', ...reason] = line.slice('ng '.length).split(' ');
      refused.push({ ref, reason: shown(reason.join(' '), scrub) });
    }
  }
  if (unpacked === '') {
    throw new Unreported(said);
  }
  return unpacked === 'ok' && refused.length === 0 && accepted > 0
    ? { landed: true }
    : { landed: false, refused, said: unpacked === 'ok' ? said : `unpack: ${scrub(unpacked)}\n${said}` };
}
