/** Reads a stream by exact lengths and lines, keeping what came too early. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #chunks: Uint8Array[] = [];
  #length = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /**
   * Exactly `length` bytes.
   * @throws EndOfStream when the stream ends before
   */
  async take(length: number): Promise<Uint8Array> {
    while (this.#length < length) {
      await this.#pull();
    }
    return this.#cut(length);
  }

  /** Exactly `length` bytes if they came already: a listing has some ten thousand packets, and waiting has its price. */
  takeNow(length: number): Uint8Array | undefined {
    return this.#length < length ? undefined : this.#cut(length);
  }

  #cut(length: number): Uint8Array {
    let [first = new Uint8Array()] = this.#chunks;
    if (first.length < length) {
      first = Buffer.concat(this.#chunks);
      this.#chunks = [first];
    }
    if (first.length > length) {
      this.#chunks[0] = first.subarray(length);
    } else {
      this.#chunks.shift();
    }
    this.#length -= length;
    return first.subarray(0, length);
  }

  /**
   * Exactly `length` bytes, copied: a small piece of what came would keep all of it in memory.
   * @throws EndOfStream when the stream ends before
   */
  async copy(length: number): Promise<Uint8Array> {
    const bytes = Buffer.allocUnsafe(length);
    for (let at = 0; at < length; ) {
      if (this.#length === 0) {
        await this.#pull();
      }
      const piece = this.#cut(Math.min(length - at, this.#chunks[0]?.length ?? 0));
      bytes.set(piece, at);
      at += piece.length;
    }
    return bytes;
  }

  /** Throws away `length` bytes without keeping them. */
  async skip(length: number): Promise<void> {
    for (let left = length; left > 0; ) {
      if (this.#length === 0) {
        await this.#pull();
      }
      const step = Math.min(left, this.#chunks[0]?.length ?? 0);
      this.#cut(step);
      left -= step;
    }
  }

  /** The text up to the next line feed, without it. */
  async line(): Promise<string> {
    for (;;) {
      const line = this.lineNow();
      if (line !== undefined) {
        return line;
      }
      await this.#pull();
    }
  }

  /** The text up to the next line feed if that came already. */
  lineNow(): string | undefined {
    let [first] = this.#chunks;
    if (first === undefined) {
      return undefined;
    }
    let end = first.indexOf(0x0a);
    if (end < 0 && this.#chunks.length > 1) {
      first = Buffer.concat(this.#chunks);
      this.#chunks = [first];
      end = first.indexOf(0x0a);
    }
    if (end < 0) {
      return undefined;
    }
    const line = this.#cut(end + 1);
    return Buffer.from(line.buffer, line.byteOffset, end).toString('utf8');
  }

  /**
   * Reads to the end and throws it all away. A stream that has an iterator flows by no other means, and a process whose
   * output is not read to its end never counts as closed.
   */
  async drain(): Promise<void> {
    this.#chunks = [];
    this.#length = 0;
    for (let more = true; more; ) {
      more = await this.#source.next().then(
        ({ done }) => done !== true,
        () => false,
      );
    }
  }

  async #pull(): Promise<void> {
    const { value, done } = await this.#source.next();
    if (done === true) {
      throw new EndOfStream();
    }
    if (value.length > 0) {
      this.#chunks.push(value);
      this.#length += value.length;
    }
  }
}

/** The stream ended in the middle of something. */
export class EndOfStream extends Error {
  override readonly name = 'EndOfStream';
}
