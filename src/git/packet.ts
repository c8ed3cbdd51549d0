import type { ByteReader } from './byte-reader.ts';

/** A packet of Git's wire protocol (gitprotocol-common, "pkt-line format"). */
export type Packet = Uint8Array | 'flush' | 'delimiter' | 'response-end';

const SPECIAL: Readonly<Record<string, Exclude<Packet, Uint8Array>>> = {
  '0000': 'flush',
  '0001': 'delimiter',
  '0002': 'response-end',
};

/** Reads the next packet. */
export async function readPacket(reader: ByteReader): Promise<Packet> {
  const [a = 0, b = 0, c = 0, d = 0] = reader.takeNow(4) ?? (await reader.take(4));
  const header = String.fromCharCode(a, b, c, d);
  const special = SPECIAL[header];
  if (special !== undefined) {
    return special;
  }
  const length = /^[0-9a-f]{4}$/i.test(header) ? Number.parseInt(header, 16) : 0;
  if (length < 4) {
    throw new PacketError(`"${header.replace(/[^\x20-\x7e]/g, '?')}" is no packet length`);
  }
  return reader.takeNow(length - 4) ?? (await reader.take(length - 4));
}

/** The text of a packet without its line feed. */
export function packetText(packet: Uint8Array): string {
  const length = packet.at(-1) === 0x0a ? packet.length - 1 : packet.length;
  return Buffer.from(packet.buffer, packet.byteOffset, length).toString('utf8');
}

/** A packet of a text, which a line feed ends. */
export function packetOf(text: string): Buffer {
  const bytes = Buffer.from(`${text}\n`);
  return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, '0')), bytes]);
}

/** Packets that stand for themselves. */
export const FLUSH = Buffer.from('0000');
export const DELIMITER = Buffer.from('0001');

/** What came is not Git's wire protocol. */
export class PacketError extends Error {
  override readonly name = 'PacketError';
}
