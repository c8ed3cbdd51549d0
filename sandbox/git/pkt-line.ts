const LENGTH_BYTES = 4;
const MAX_DATA_BYTES = 65_516;

/** Takes a stream of Git's pkt-lines apart up to its first flush packet; throws for anything else. */
export function readPackets(stream: Buffer): { packets: Buffer[]; rest: Buffer } {
  const packets: Buffer[] = [];
  for (let at = 0; ; ) {
    const digits = stream.toString('latin1', at, at + LENGTH_BYTES);
    const length = /^[0-9a-f]{4}$/i.test(digits) ? Number.parseInt(digits, 16) : -1;
    if (length === 0) return { packets, rest: stream.subarray(at + LENGTH_BYTES) };
    if (length < LENGTH_BYTES || at + length > stream.byteLength) throw new Error('Not a stream of packets');
    packets.push(stream.subarray(at + LENGTH_BYTES, at + length));
    at += length;
  }
}

/** Frames a packet. */
export function packet(data: Buffer | string): Buffer {
  const bytes = Buffer.from(data);
  if (bytes.byteLength > MAX_DATA_BYTES) throw new Error('Too long for a packet');
  return Buffer.concat([Buffer.from((bytes.byteLength + LENGTH_BYTES).toString(16).padStart(4, '0')), bytes]);
}

/** Frames packets, with a flush packet after them. */
export function writePackets(packets: readonly (Buffer | string)[]): Buffer {
  return Buffer.concat([...packets.map(packet), Buffer.from('0000')]);
}
