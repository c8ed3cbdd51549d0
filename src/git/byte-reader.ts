/** Reads a stream by exact lengths, keeping what came too early. */
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
   * All that is left.
   * @throws EndOfStream where that is more than so many bytes
   */
  async rest(most: number): Promise<Buffer> {
    for (;;) {
      const { value, done } = await this.#source.next();
      if (done === true) {
        return Buffer.concat(this.#chunks);
      }
      this.#chunks.push(value);
      this.#length += value.length;
      if (this.#length > most) {
        throw new EndOfStream();
      }
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
