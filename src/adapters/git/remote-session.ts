import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { TagshipError, TransientError } from '../../errors.ts';
import { ByteReader, EndOfStream } from './byte-reader.ts';
import { remoteFailure } from './failure.ts';
import { commandRequest, type Packet, PacketError, packetText, readPacket } from './packet.ts';
import { spawnGit } from './process.ts';

/** What a packet begins with in which the server says why it will not go on. */
const ERROR_MARK = [...Buffer.from('ERR ')];

/** A ref as the server lists it. */
export interface ListedRef {
  readonly name: string;
  readonly oid: string;
  /** What an annotated tag finally points at. */
  readonly peeled: string | undefined;
  readonly symrefTarget: string | undefined;
  /** The line that said so. The other texts are cut out of it, so keeping it costs nothing. */
  readonly line: string;
}

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
  /** Receives the pack, piece by piece. */
  readonly pack: (bytes: Uint8Array) => Promise<void>;
}

/**
 * One conversation with the Git server in protocol version 2, over Git's own HTTP transport: `git remote-https` does
 * connections, proxies, certificates and authentication (gitremote-helpers, "stateless-connect"), so all of Git's
 * settings apply, while each command here is exactly one request. A listing filtered by the server, and a fetch of
 * named objects without asking for the refs again, are not to be had from `git ls-remote` and `git fetch`.
 */
export class RemoteSession {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #reader: ByteReader;
  readonly #url: string;
  readonly #secrets: readonly string[];
  readonly #closed: Promise<unknown>;
  #printed = '';
  #ready: Promise<ReadonlySet<string>> | undefined;

  /** @param secrets texts that must not appear in an error */
  constructor(url: string, environment: Record<string, string>, cwd: string, secrets: readonly string[]) {
    this.#url = url;
    this.#secrets = secrets;
    const helper = url.startsWith('https:') ? 'remote-https' : 'remote-http';
    this.#process = spawnGit([helper, 'origin', url], environment, cwd);
    this.#process.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#printed = (this.#printed + text).slice(-10_000);
    });
    // A dead process is noticed when its output ends; without a listener the write error would end our process.
    this.#process.stdin.on('error', () => undefined);
    this.#closed = new Promise((resolve) => {
      this.#process.on('close', resolve);
      this.#process.on('error', (error) => {
        this.#printed += error.message;
        resolve(undefined);
      });
    });
    this.#reader = new ByteReader(this.#process.stdout);
  }

  /** Begins without waiting. Whether it worked is told where something is asked for. */
  connect(): void {
    this.#connect().catch(() => undefined);
  }

  /**
   * Lists refs whose full names start with one of the prefixes; the server does the filtering.
   * @param before an earlier answer to the same question, of which everything is kept that still holds
   * @returns `before` itself where all of it still holds
   */
  async listRefs(prefixes: readonly string[], before: readonly ListedRef[] = []): Promise<readonly ListedRef[]> {
    return await this.#guard(async () => {
      await this.#connect();
      await this.#send(
        commandRequest('ls-refs', ['peel', 'symrefs', ...prefixes.map((prefix) => `ref-prefix ${prefix}`)]),
      );
      const refs = new ListedRefs(before);
      for (let packet = await this.#next(); packet !== 'flush'; packet = await this.#next()) {
        if (typeof packet !== 'string') {
          refs.add(packetText(packet));
        }
      }
      await this.#endOfResponse();
      return refs.all;
    });
  }

  /** Fetches objects. */
  async fetch({ wants, filter, history, pack }: FetchRequest): Promise<void> {
    await this.#guard(async () => {
      const features = await this.#connect();
      await this.#send(
        commandRequest('fetch', [
          'no-progress',
          'ofs-delta',
          historyArgument(history),
          ...(filter !== undefined && features.has('filter') ? [`filter ${filter}`] : []),
          ...wants.map((oid) => `want ${oid}`),
          'done',
        ]),
      );
      for (let packet = await this.#next(); packet !== 'flush'; packet = await this.#next()) {
        if (typeof packet !== 'string' && packetText(packet) === 'packfile') {
          await this.#receive(pack);
          break;
        }
      }
      await this.#endOfResponse();
    });
  }

  /** Ends the conversation; the process is gone when the promise is kept. */
  async close(): Promise<void> {
    this.#process.kill();
    await this.#reader.drain();
    await this.#closed;
  }

  async #receive(pack: (bytes: Uint8Array) => Promise<void>): Promise<void> {
    for (let packet = await this.#next(); packet !== 'flush'; packet = await this.#next()) {
      if (typeof packet === 'string') {
        continue;
      }
      const band = packet[0];
      if (band === 1) {
        await pack(packet.subarray(1));
      } else if (band === 3) {
        throw this.#refusal(packetText(packet.subarray(1)));
      }
    }
  }

  /** Starts protocol version 2 and answers what `fetch` can do on this server. */
  #connect(): Promise<ReadonlySet<string>> {
    this.#ready ??= this.#start();
    return this.#ready;
  }

  async #start(): Promise<ReadonlySet<string>> {
    await this.#send('stateless-connect git-upload-pack\n');
    const answer = await this.#reader.line();
    if (answer !== '') {
      throw new TransientError(this.#refusal('the server does not speak protocol version 2'));
    }
    let fetchFeatures: readonly string[] = [];
    let version = '';
    for (let packet = await this.#next(); packet !== 'flush'; packet = await this.#next()) {
      const text = typeof packet === 'string' ? '' : packetText(packet);
      version ||= text;
      if (text.startsWith('fetch=')) {
        fetchFeatures = text.slice('fetch='.length).split(' ');
      }
      if (text.startsWith('object-format=') && text !== 'object-format=sha1') {
        throw this.#refusal(`the repository uses ${text}, and only SHA-1 is known`);
      }
    }
    if (version !== 'version 2') {
      throw new TransientError(this.#refusal('the server does not speak protocol version 2'));
    }
    return new Set(fetchFeatures);
  }

  async #next(): Promise<Packet> {
    const packet = await readPacket(this.#reader);
    if (packet === 'response-end') {
      // The server died in the middle, and nothing more will come.
      throw new PacketError('an answer ended too early');
    }
    if (typeof packet !== 'string' && ERROR_MARK.every((byte, i) => packet[i] === byte)) {
      throw this.#refusal(packetText(packet.subarray(ERROR_MARK.length)));
    }
    return packet;
  }

  async #endOfResponse(): Promise<void> {
    const packet = await readPacket(this.#reader);
    if (packet !== 'response-end') {
      throw new PacketError('a response did not end where it should');
    }
  }

  async #send(bytes: Buffer | string): Promise<void> {
    if (!this.#process.stdin.write(bytes)) {
      // Whether it drained or broke, the answer tells.
      await Promise.race([once(this.#process.stdin, 'drain').catch(() => undefined), this.#closed]);
    }
  }

  #refusal(reason: string): TagshipError {
    return new TagshipError(
      'git-protocol',
      `The Git server at ${this.#url} answered: ${this.#redact(reason).replace(/\.?$/, '.')}`,
      'Run the job again; if it stays, check that the server is GitHub or a GitHub Enterprise Server.',
    );
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof EndOfStream) {
        await this.#closed;
        throw remoteFailure(this.#redact(this.#printed), this.#url, error);
      }
      if (error instanceof PacketError) {
        // The answer only broke off; why, Git prints.
        await this.close();
        throw remoteFailure(this.#redact(this.#printed) || error.message, this.#url, error);
      }
      throw error;
    }
  }

  #redact(text: string): string {
    return this.#secrets.reduce((clean, secret) => clean.replaceAll(secret, '***'), text);
  }
}

function historyArgument(history: FetchRequest['history']): string {
  if ('without' in history) {
    return `have ${history.without}`;
  }
  return 'depth' in history ? `deepen ${history.depth}` : `deepen-since ${history.since}`;
}

/** Reads the lines of a listing, which is in the order of names, beside those of an earlier one. */
export class ListedRefs {
  readonly #before: readonly ListedRef[];
  readonly #refs: ListedRef[] = [];
  #at = 0;
  #kept = 0;

  constructor(before: readonly ListedRef[]) {
    this.#before = before;
  }

  add(line: string): void {
    const expected = this.#before[this.#at];
    if (expected?.line === line) {
      this.#refs.push(expected);
      this.#at += 1;
      this.#kept += 1;
      return;
    }
    const ref = parseRef(line);
    for (let next = expected; next !== undefined && next.name < ref.name; next = this.#before[this.#at]) {
      this.#at += 1;
    }
    const known = this.#before[this.#at];
    if (known?.line === line) {
      this.add(line);
    } else {
      this.#refs.push(ref);
      this.#at += known?.name === ref.name ? 1 : 0;
    }
  }

  get all(): readonly ListedRef[] {
    const isSame = this.#kept === this.#before.length && this.#kept === this.#refs.length;
    return isSame ? this.#before : this.#refs;
  }
}

function parseRef(line: string): ListedRef {
  const [oid = '', name = '', ...attributes] = line.split(' ');
  const attribute = (key: string): string | undefined =>
    attributes.find((text) => text.startsWith(`${key}:`))?.slice(key.length + 1);
  return { name, oid, peeled: attribute('peeled'), symrefTarget: attribute('symref-target'), line };
}
