/** A delta cannot be applied. */
export class DeltaError extends Error {
  override readonly name = 'DeltaError';
}

/** How many bytes the object has that a delta makes. @throws DeltaError */
export function deltaSize(delta: Uint8Array): number {
  return varint(delta, varint(delta, 0).end).value;
}

/** The object that a delta makes of its base (gitformat-pack, "Deltified representation"). @throws DeltaError */
export function applyDelta(base: Uint8Array, delta: Uint8Array): Buffer {
  const from = varint(delta, 0);
  const to = varint(delta, from.end);
  if (from.value !== base.length) {
    throw new DeltaError('a delta is for another object');
  }
  const made = Buffer.allocUnsafe(to.value);
  let written = 0;
  for (let at = to.end; at < delta.length; ) {
    const { source, end } = (delta[at] ?? 0) >= COPY ? copied(base, delta, at) : inserted(delta, at);
    if (written + source.length > made.length) {
      throw new DeltaError('a delta makes more than it says');
    }
    made.set(source, written);
    written += source.length;
    at = end;
  }
  if (written !== made.length) {
    throw new DeltaError('a delta makes less than it says');
  }
  return made;
}

/** The bit of an instruction that copies from the base. */
const COPY = 0x80;

/** What is copied where no size is given. */
const WHOLE_COPY = 0x10000;

interface Piece {
  readonly source: Uint8Array;
  readonly end: number;
}

/** Bytes that stand in the delta itself. */
function inserted(delta: Uint8Array, at: number): Piece {
  const length = delta[at] ?? 0;
  const end = at + 1 + length;
  if (length === 0 || end > delta.length) {
    throw new DeltaError('a delta cannot be read');
  }
  return { source: delta.subarray(at + 1, end), end };
}

/** Bytes of the base: the bits of the instruction say which of four bytes of an offset and three of a size follow. */
function copied(base: Uint8Array, delta: Uint8Array, at: number): Piece {
  const instruction = delta[at] ?? 0;
  const values = [0, 0];
  let end = at + 1;
  for (let bit = 0; bit < 7; bit++) {
    if ((instruction & (1 << bit)) !== 0) {
      const which = bit < 4 ? 0 : 1;
      values[which] = (values[which] ?? 0) + (delta[end] ?? 0) * 2 ** (8 * (bit % 4));
      end += 1;
    }
  }
  const [offset = 0, given = 0] = values;
  const size = given || WHOLE_COPY;
  if (end > delta.length || offset + size > base.length) {
    throw new DeltaError('a delta copies what is not there');
  }
  return { source: base.subarray(offset, offset + size), end };
}

/** Seven bits a byte, the lowest first. */
function varint(bytes: Uint8Array, start: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let at = start, scale = 1; at < bytes.length && scale < 2 ** 49; at++, scale *= 128) {
    const byte = bytes[at] ?? 0;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) {
      return { value, end: at + 1 };
    }
  }
  throw new DeltaError('a delta has no length');
}
