import { type ByteReader, EndOfStream } from './byte-reader.ts';
import { askGit, type GitSend, GitServerError, reading } from './http.ts';
import type { RawObject } from './object.ts';
import { packOf, packPieces } from './pack-writer.ts';
import { FLUSH, type Packet, PacketError, packetOf, packetText, readPacket } from './packet.ts';

const NO_OBJECT = '0'.repeat(40);

/** What a push cannot do without; every Git server since 2.6 (2015) has it. */
const NEEDED = ['report-status', 'atomic'] as const;

/** Taken where the server offers it. */
const WELCOME = ['side-band-64k', 'ofs-delta', 'object-format=sha1'] as const;

/** What is asked for where one ref moves and nobody has asked the server. One that lacks the band sends a plain report. */
export const FOR_ONE_REF: readonly string[] = ['report-status', 'side-band-64k'];

/** The most packets with words of a server that are kept; hooks need not end. */
const MAX_SAID = 1_000;

/** The longest report, in bytes: a line for every ref that moves. */
const MAX_REPORT = 64 * 1024 * 1024;

/** The most objects that are sent in one piece. */
const MAX_WHOLE = 2_000;

/** A ref that is to move. Nothing moves unless the ref is still where it is expected. */
export interface RefMove {
  /** The full name. */
  readonly ref: string;
  /** The object it points at now; undefined where there must be no such ref. */
  readonly from: string | undefined;
  /** The object it is to point at; undefined to delete it. */
  readonly to: string | undefined;
}

/** What a server reports of a push (gitprotocol-pack, "Report Status"). */
export interface PushReport {
  /** `ok`, or why the objects were not taken. */
  readonly unpacked: string;
  /** How many refs moved. */
  readonly accepted: number;
  readonly refused: readonly { readonly ref: string; readonly reason: string }[];
  /** What hooks and the server said beside it. */
  readonly said: string;
}

/** A push was answered, but not with a report: GitHub does so in trouble. */
export class Unreported extends Error {
  override readonly name = 'Unreported';
  readonly said: string;

  constructor(said: string) {
    super('The push was answered without a report.');
    this.said = said;
  }
}

/** The server cannot do what a push needs. */
export class MissingCapability extends Error {
  override readonly name = 'MissingCapability';
  readonly capability: string;

  constructor(capability: string) {
    super(`It does not offer ${capability}.`);
    this.capability = capability;
  }
}

/**
 * Asks what a server can do for a push. Of its answer the first line is read, and not the list of all refs, which with
 * 100,000 tags is 14 MB.
 * @returns the capabilities that a push takes
 * @throws MissingCapability, GitServerError, PacketError, EndOfStream; as `askGit`
 */
export async function pushCapabilities(send: GitSend): Promise<readonly string[]> {
  const answer = await askGit(
    send,
    { method: 'GET', path: '/info/refs?service=git-receive-pack', headers: {}, body: undefined },
    'application/x-git-receive-pack-advertisement',
  );
  const first = await reading(answer, async (reader) => {
    let packet = await readPacket(reader);
    while (packet === 'flush' || packetText(asBytes(packet)).startsWith('# service=')) {
      packet = await readPacket(reader);
    }
    return packetText(asBytes(packet));
  });
  if (first.startsWith('ERR ')) {
    throw new GitServerError(first.slice('ERR '.length));
  }
  const offered = (first.split('\0')[1] ?? '').split(' ');
  const missing = NEEDED.find((name) => !offered.includes(name));
  if (missing !== undefined) {
    throw new MissingCapability(missing);
  }
  return [...NEEDED, ...WELCOME.filter((name) => offered.includes(name))];
}

/**
 * Moves refs, all or none.
 *
 * `git push` would not do: it walks the history of what it sends, which a repository of a handful of objects does not
 * have, and reads the list of all refs first. Here every command carries the object its ref must have had, so the server
 * itself compares and swaps.
 * @throws Unreported, PacketError, EndOfStream; as `askGit`
 */
export async function pushRefs(
  send: GitSend,
  capabilities: readonly string[],
  moves: readonly RefMove[],
  objects: readonly RawObject[],
): Promise<PushReport> {
  const commands = moves.map(({ ref, from, to }, i) => {
    const command = `${from ?? NO_OBJECT} ${to ?? NO_OBJECT} ${ref}`;
    return packetOf(i === 0 ? `${command}\0${[...capabilities, 'agent=tagship'].join(' ')}` : command);
  });
  const lines = Buffer.concat([...commands, FLUSH]);
  const answer = await askGit(
    send,
    {
      method: 'POST',
      path: '/git-receive-pack',
      headers: {
        'content-type': 'application/x-git-receive-pack-request',
        accept: 'application/x-git-receive-pack-result',
      },
      body: moves.some(({ to }) => to !== undefined) ? bodyOf(lines, objects) : lines,
    },
    '',
  );
  return await reading(answer, async (reader) => {
    const { report, said } = capabilities.includes('side-band-64k')
      ? await splitBands(reader)
      : { report: await reader.rest(MAX_REPORT), said: '' };
    return parseReport(report, said);
  });
}

/** The body of a push: with a length as a rule, and piece by piece where there is much, as Git itself does. */
function bodyOf(lines: Buffer, objects: readonly RawObject[]): Uint8Array | Iterable<Uint8Array> {
  if (objects.length <= MAX_WHOLE) {
    return Buffer.concat([lines, packOf(objects)]);
  }
  return {
    // Made anew for a server that sends on to another place.
    *[Symbol.iterator]() {
      yield lines;
      yield* packPieces(objects);
    },
  };
}

function asBytes(packet: Packet): Uint8Array {
  if (typeof packet === 'string') {
    throw new PacketError(`a ${packet} packet came where refs should be`);
  }
  return packet;
}

/** Splits an answer into the report and what hooks said, which go by different bands. */
async function splitBands(reader: ByteReader): Promise<{ report: Buffer; said: string }> {
  const report: Uint8Array[] = [];
  const said: Uint8Array[] = [];
  const words = (): string => Buffer.concat(said).toString('utf8');
  try {
    for (let packet = await readPacket(reader); packet !== 'flush'; packet = await readPacket(reader)) {
      const bytes = asBytes(packet);
      if (report.length === 0 && packetText(bytes).startsWith('unpack ')) {
        return { report: Buffer.concat([packetOf(packetText(bytes)), await reader.rest(MAX_REPORT)]), said: words() };
      }
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

/** Reads `unpack …`, `ok …` and `ng …` lines. */
function parseReport(report: Buffer, said: string): PushReport {
  const refused: { ref: string; reason: string }[] = [];
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
      refused.push({ ref, reason: reason.join(' ') });
    }
  }
  if (unpacked === '') {
    throw new Unreported(said);
  }
  return { unpacked, accepted, refused, said };
}
