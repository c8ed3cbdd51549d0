import { type ByteReader, EndOfStream } from './byte-reader.ts';
import { askGit, GitRefusal, type GitSend, GitServerError, NoGitError, reading } from './http.ts';
import { DELIMITER, FLUSH, type Packet, PacketError, packetOf, packetText, readPacket } from './packet.ts';
import { type ListedRef, RefListing } from './ref-listing.ts';

/** What to ask the server for. */
export interface FetchRequest {
  readonly wants: readonly string[];
  /**
   * GitHub takes `blob:none` and `tree:0` only, no deeper tree filter and no combination. Objects that are named are
   * sent whatever the filter says. Undefined for all of a commit.
   */
  readonly filter: 'blob:none' | 'tree:0' | undefined;
  /**
   * How much history comes along: a number of commits, those not older than a time in seconds since the epoch, or those
   * that do not lead to a commit.
   */
  readonly history: { readonly depth: number } | { readonly since: number } | { readonly without: string };
  /** Receives the pack, piece by piece. What it throws ends the answer. */
  readonly pack: (bytes: Uint8Array) => Promise<void> | void;
}

/** The server cannot be read from by protocol version 2 with SHA-1 names. The message is a clause about it. */
export class UnusableServer extends Error {
  override readonly name = 'UnusableServer';
}

/** What a packet begins with in which the server says why it will not go on. */
const ERROR_MARK = Buffer.from('ERR ');

const VERSION = { 'git-protocol': 'version=2' };

/**
 * Reads from a Git server by protocol version 2 over HTTP (gitprotocol-v2, gitprotocol-http).
 *
 * Each command is one request, without asking before what the server can do: nearly every server can do what is needed.
 * Only where a command is answered oddly the server is asked, once.
 */
export class UploadPack {
  readonly #send: GitSend;
  /** What `fetch` can do on this server; undefined as long as nobody had to ask. */
  #features: ReadonlySet<string> | undefined;

  constructor(send: GitSend) {
    this.#send = send;
  }

  /**
   * Lists refs whose full names start with one of the prefixes; the server does the filtering.
   * @param before an earlier answer to the same question, of which everything is kept that still holds
   * @returns `before` itself where all of it still holds
   */
  async listRefs(prefixes: readonly string[], before: readonly ListedRef[] = []): Promise<readonly ListedRef[]> {
    const args = (): string[] => ['peel', 'symrefs', ...prefixes.map((prefix) => `ref-prefix ${prefix}`)];
    return await this.#command('ls-refs', args, async (reader) => {
      const refs = new RefListing(before);
      for (let packet = await next(reader); packet !== 'flush'; packet = await next(reader)) {
        if (typeof packet !== 'string') {
          refs.add(packetText(packet));
        }
      }
      return refs.all;
    });
  }

  /** Fetches objects. */
  async fetchObjects({ wants, filter, history, pack }: FetchRequest): Promise<void> {
    const canFilter = (): boolean => filter !== undefined && this.#features?.has('filter') !== false;
    const args = (): string[] => [
      'no-progress',
      'ofs-delta',
      historyArgument(history),
      ...(canFilter() ? [`filter ${filter}`] : []),
      ...wants.map((oid) => `want ${oid}`),
      'done',
    ];
    await this.#command('fetch', args, async (reader) => {
      for (let packet = await next(reader); packet !== 'flush'; packet = await next(reader)) {
        if (typeof packet !== 'string' && packetText(packet) === 'packfile') {
          await receive(reader, pack);
          return;
        }
      }
    });
  }

  async #command<T>(
    command: string,
    args: () => readonly string[],
    read: (reader: ByteReader) => Promise<T>,
  ): Promise<T> {
    const ask = async (): Promise<T> => await this.#ask(commandRequest(command, args()), read);
    try {
      return await ask();
    } catch (error) {
      if (this.#features !== undefined || !isOdd(error)) {
        throw error;
      }
      const said = args().join();
      const isElsewhere = await this.#discover().catch((found: unknown) => {
        // What the server said itself says more than that it cannot be asked.
        throw error instanceof GitServerError && !(found instanceof UnusableServer) ? error : found;
      });
      if (!isElsewhere && args().join() === said) {
        throw error;
      }
      return await ask();
    }
  }

  async #ask<T>(body: Buffer, read: (reader: ByteReader) => Promise<T>): Promise<T> {
    const answer = await askGit(
      this.#send,
      {
        method: 'POST',
        path: '/git-upload-pack',
        headers: {
          ...VERSION,
          'content-type': 'application/x-git-upload-pack-request',
          accept: 'application/x-git-upload-pack-result',
        },
        body,
      },
      'application/x-git-upload-pack-result',
    );
    return await reading(answer, read);
  }

  /**
   * Finds out what the server can do.
   * @returns whether the repository turned out to be somewhere else
   */
  async #discover(): Promise<boolean> {
    const answer = await askGit(
      this.#send,
      { method: 'GET', path: '/info/refs?service=git-upload-pack', headers: VERSION, body: undefined },
      'application/x-git-upload-pack-advertisement',
    );
    this.#features = await reading(answer, async (reader) => {
      let features: readonly string[] = [];
      let packet = await next(reader);
      if (typeof packet !== 'string' && packetText(packet).startsWith('# service=')) {
        await next(reader);
        packet = await next(reader);
      }
      if (typeof packet === 'string' || packetText(packet) !== 'version 2') {
        throw new UnusableServer(
          'it does not speak protocol version 2, or the header `Git-Protocol: version=2` does not reach it',
        );
      }
      for (packet = await next(reader); packet !== 'flush'; packet = await next(reader)) {
        const text = typeof packet === 'string' ? '' : packetText(packet);
        if (text.startsWith('fetch=')) {
          features = text.slice('fetch='.length).split(' ');
        }
        if (text.startsWith('object-format=') && text !== 'object-format=sha1') {
          throw new UnusableServer(`the repository uses ${text}, and only SHA-1 is known`);
        }
      }
      return new Set(features);
    });
    return answer.isElsewhere;
  }
}

/** A command of protocol version 2 with its capabilities and arguments (gitprotocol-v2, "Command Request"). */
function commandRequest(command: string, args: readonly string[]): Buffer {
  return Buffer.concat([
    packetOf(`command=${command}`),
    packetOf('agent=tagship'),
    packetOf('object-format=sha1'),
    DELIMITER,
    ...args.map(packetOf),
    FLUSH,
  ]);
}

function historyArgument(history: FetchRequest['history']): string {
  if ('without' in history) {
    return `have ${history.without}`;
  }
  return 'depth' in history ? `deepen ${history.depth}` : `deepen-since ${history.since}`;
}

/** Whether an answer may be one of a server that does not understand what it was asked. */
function isOdd(error: unknown): boolean {
  return (
    error instanceof EndOfStream ||
    error instanceof PacketError ||
    error instanceof NoGitError ||
    (error instanceof GitServerError && absentObject(error.message) === undefined) ||
    (error instanceof GitRefusal && [400, 404, 405, 415].includes(error.answer.status))
  );
}

/** The object that the server says it does not have; undefined where it says something else. */
export function absentObject(said: string): string | undefined {
  return /(?:not our ref|no such object)\W+([0-9a-f]{40})\b/i.exec(said)?.[1];
}

async function next(reader: ByteReader): Promise<Packet> {
  const packet = await readPacket(reader);
  if (packet === 'response-end') {
    throw new PacketError('an answer ended too early');
  }
  if (typeof packet !== 'string' && ERROR_MARK.every((byte, i) => packet[i] === byte)) {
    throw new GitServerError(packetText(packet.subarray(ERROR_MARK.length)));
  }
  return packet;
}

/** Takes a pack out of its bands (gitprotocol-v2, "packfile section"). */
async function receive(reader: ByteReader, pack: FetchRequest['pack']): Promise<void> {
  for (let packet = await next(reader); packet !== 'flush'; packet = await next(reader)) {
    if (typeof packet === 'string') {
      continue;
    }
    const band = packet[0];
    if (band === 1) {
      await pack(packet.subarray(1));
    } else if (band === 3) {
      throw new GitServerError(packetText(packet.subarray(1)));
    }
  }
}
