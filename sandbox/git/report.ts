import { readPackets, writePackets } from './pkt-line.ts';

const REPORT_BAND = 1;
const BANDS: readonly (number | undefined)[] = [REPORT_BAND, 2, 3];
const CHUNK_BYTES = 65_000;

/** Has the report of a push, multiplexed or not, give these reasons for refs that are refused. */
export function withReasons(answer: Buffer, reasons: ReadonlyMap<string, string>): Buffer {
  if (reasons.size === 0 || answer.byteLength === 0) return answer;
  const { packets, rest } = readPackets(answer);
  if (!packets.every(([band]) => BANDS.includes(band))) return Buffer.concat([changed(packets, reasons), rest]);
  const others = packets.filter((packet) => packet[0] !== REPORT_BAND && !isGitsOwn(packet.toString(), reasons));
  const report = Buffer.concat(packets.filter(([band]) => band === REPORT_BAND).map((packet) => packet.subarray(1)));
  const text = report.byteLength === 0 ? report : changed(readPackets(report).packets, reasons);
  const chunks: Buffer[] = [];
  for (let at = 0; at < text.byteLength; at += CHUNK_BYTES) {
    chunks.push(Buffer.concat([Buffer.of(REPORT_BAND), text.subarray(at, at + CHUNK_BYTES)]));
  }
  return Buffer.concat([writePackets([...others, ...chunks]), rest]);
}

/** Git says of each refused ref that a hook declined it, which GitHub does not. */
function isGitsOwn(message: string, reasons: ReadonlyMap<string, string>): boolean {
  const [, ref = ''] = /hook declined to update (\S+)\n$/.exec(message) ?? [];
  return reasons.has(ref);
}

function changed(lines: readonly Buffer[], reasons: ReadonlyMap<string, string>): Buffer {
  const texts = lines.map((line) => {
    const [, ref = ''] = /^ng (\S+) /.exec(line.toString()) ?? [];
    const reason = reasons.get(ref);
    return reason === undefined ? line : `ng ${ref} ${reason}\n`;
  });
  return writePackets(texts);
}
