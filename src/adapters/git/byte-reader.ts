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
    const whole = this.#chunks.length === 1 ? this.#chunks[0] : Buffer.concat(this.#chunks);
    const bytes = whole ?? new Uint8Array();
    const rest = bytes.subarray(length);
    this.#chunks = rest.length > 0 ? [rest] : [];
    this.#length = rest.length;
    return bytes.subarray(0, length);
  }

  /** Throws away `length` bytes without keeping them. */
  async skip(length: number): Promise<void> {
    for (let left = length; left > 0; ) {
      if (this.#length === 0) {
        await this.#pull();
      }
      const step = Math.min(left, this.#length);
      await this.take(step);
      left -= step;
    }
  }

  /** The text up to the next line feed, without it. */
  async line(): Promise<string> {
    for (;;) {
      const whole = Buffer.concat(this.#chunks);
      this.#chunks = [whole];
      const end = whole.indexOf(0x0a);
      if (end >= 0) {
        const line = await this.take(end + 1);
        return Buffer.from(line.subarray(0, end)).toString('utf8');
      }
      await this.#pull();
    }
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
    this.#chunks.push(value);
    this.#length += value.length;
  }
}

/** The stream ended in the middle of something. */
export class EndOfStream extends Error {
  override readonly name = 'EndOfStream';
}
