import { createHash } from 'node:crypto';
import { closeSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { TagshipError, TransientError } from '../../errors.ts';
import type { Observation } from '../../git/inflate.ts';
import type { RawObject } from '../../git/object.ts';
import { ObjectNames } from '../../git/object-names.ts';
import { parseObject } from '../../git/object-parse.ts';
import { indexPack, OversizedError, PackError, PackReader } from '../../git/pack-reader.ts';
import type { GitObject } from '../../ports/repository.ts';

/** How large a pack grows in memory before it goes to a file, in bytes, and how large all of them together. */
const PACK_IN_MEMORY = 4 * 1024 * 1024;
const ALL_IN_MEMORY = 16 * 1024 * 1024;

/** How much of a file is read at once, in bytes. */
const WINDOW = 64 * 1024;

/**
 * How much of an object that is no file is read, in bytes. What counts of tags and commits stands at their beginning;
 * a part of a folder would be a wrong one.
 */
const MAX_READ: Readonly<Record<RawObject['type'], number | undefined>> = {
  tag: 1024 * 1024,
  commit: 1024 * 1024,
  tree: 64 * 1024 * 1024,
  blob: undefined,
};

/** Bytes of the checksum at the end of a pack. */
const CHECKSUM = 20;

/** Something that was sent is too large to be read. */
export class Oversized extends Error {
  override readonly name = 'Oversized';
}

/** A pack that is being received. */
export interface PackWriter {
  write(bytes: Uint8Array): void;
  /**
   * Makes the objects readable.
   * @throws Oversized and none of them is kept; TransientError where the pack is damaged
   */
  finish(): Promise<void>;
  /** Throws the pack away. */
  abort(): void;
}

/** Bytes that are kept in memory or in a file. */
interface Kept {
  readonly length: number;
  readonly view: Observation;
}

export interface ObjectStoreOptions {
  /** A folder for what is too much for the memory. */
  readonly directory: string;
  /** The largest blob that is read, in bytes; of a larger one only the size is known. */
  readonly maxBlob: number;
}

/** Packs that came from the server, and the objects in them. */
export class ObjectStore {
  readonly #options: ObjectStoreOptions;
  readonly #names = new ObjectNames();
  readonly #packs: PackReader[] = [];
  readonly #files: SpillFile[] = [];
  /** Where small packs go when there are many. */
  #shared: SpillFile | undefined;
  #inMemory = 0;
  /** The pack that was read last, which alone keeps what it made by deltas. */
  #last: PackReader | undefined;

  constructor(options: ObjectStoreOptions) {
    this.#options = options;
  }

  /** Whether an object came. */
  has(oid: string): boolean {
    return this.#names.find(oid) !== undefined;
  }

  /** The object, or undefined when it did not come. */
  read(oid: string): GitObject | undefined {
    const place = this.#names.find(oid);
    const pack = place === undefined ? undefined : this.#packs[place.pack];
    if (place === undefined || pack === undefined) {
      return undefined;
    }
    if (this.#last !== pack) {
      this.#last?.forget();
      this.#last = pack;
    }
    const { maxBlob } = this.#options;
    const { type, size, bytes } = pack.read(place.at, (of, length) => {
      const most = MAX_READ[of] ?? maxBlob;
      return length <= most || of === 'tag' || of === 'commit' ? Math.min(length, most) : 0;
    });
    const isLeft = bytes.length < size && type !== 'tag' && type !== 'commit';
    return isLeft && type === 'tree' ? { type: 'oversized' } : parseObject(type, size, isLeft ? undefined : bytes);
  }

  /** Begins to take in a pack. */
  receive(): PackWriter {
    const received = new Received(() => this.#newFile());
    return {
      write: (bytes) => received.add(bytes),
      finish: async () => {
        try {
          await this.#add(received);
        } catch (error) {
          this.#discard(received);
          throw failureOf(error);
        }
      },
      abort: () => this.#discard(received),
    };
  }

  /** Closes the files; they go with their folder. */
  close(): void {
    for (const file of this.#files.splice(0)) {
      file.close();
    }
  }

  async #add(received: Received): Promise<void> {
    const pack = received.end();
    const { names, places, bases } = await indexPack(pack.view, pack.length, setImmediate);
    this.#names.add(this.#packs.length, names, places);
    this.#packs.push(new PackReader(this.#keep(received, pack).view, bases));
  }

  /** Moves a pack out of memory where that has enough. */
  #keep(received: Received, pack: Kept): Kept {
    if (received.file !== undefined) {
      return pack;
    }
    this.#inMemory += pack.length;
    if (this.#inMemory <= ALL_IN_MEMORY) {
      return pack;
    }
    this.#inMemory -= pack.length;
    this.#shared ??= this.#newFile();
    return this.#shared.keep(pack.view(0, pack.length));
  }

  #newFile(): SpillFile {
    const file = new SpillFile(join(this.#options.directory, `pack-${this.#files.length}`));
    this.#files.push(file);
    return file;
  }

  #discard({ file }: Received): void {
    file?.empty();
  }
}

/** A pack that is coming: in memory, and in a file once it is large. */
class Received {
  readonly #newFile: () => SpillFile;
  readonly #sum = createHash('sha1');
  #chunks: Uint8Array[] = [];
  #length = 0;
  /** The last bytes, which may be the checksum. */
  #tail: Buffer = Buffer.alloc(0);
  #file: SpillFile | undefined;

  constructor(newFile: () => SpillFile) {
    this.#newFile = newFile;
  }

  get file(): SpillFile | undefined {
    return this.#file;
  }

  add(bytes: Uint8Array): void {
    this.#chunks.push(bytes);
    this.#length += bytes.length;
    const ahead = Buffer.concat([this.#tail, bytes]);
    const summed = Math.max(0, ahead.length - CHECKSUM);
    this.#sum.update(ahead.subarray(0, summed));
    this.#tail = Buffer.from(ahead.subarray(summed));
    if (this.#file === undefined && this.#length > PACK_IN_MEMORY) {
      this.#file = this.#newFile();
    }
    if (this.#file !== undefined) {
      this.#file.write(this.#chunks);
      this.#chunks = [];
    }
  }

  /** @throws PackError */
  end(): Kept {
    if (!this.#sum.digest().equals(this.#tail)) {
      throw new PackError('it is damaged');
    }
    if (this.#file !== undefined) {
      return this.#file.all();
    }
    const bytes = Buffer.concat(this.#chunks);
    this.#chunks = [];
    return { length: bytes.length, view: (offset) => bytes.subarray(offset) };
  }
}

/** A file of our own, written at its end and read anywhere. */
class SpillFile {
  readonly #file: number;
  #length = 0;
  #window = Buffer.alloc(0);
  #windowAt = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'wx+', 0o600);
  }

  write(chunks: readonly Uint8Array[]): void {
    for (const chunk of chunks) {
      for (let at = 0; at < chunk.length; ) {
        const written = writeSync(this.#file, chunk, at, chunk.length - at, this.#length);
        at += written;
        this.#length += written;
      }
    }
  }

  /** Adds something, and answers where it is. */
  keep(bytes: Uint8Array): Kept {
    const start = this.#length;
    this.write([bytes]);
    return this.#from(start, bytes.length);
  }

  all(): Kept {
    return this.#from(0, this.#length);
  }

  empty(): void {
    this.#length = 0;
    this.#window = Buffer.alloc(0);
    ftruncateSync(this.#file, 0);
  }

  close(): void {
    closeSync(this.#file);
  }

  #from(start: number, length: number): Kept {
    return { length, view: (offset, wanted) => this.#view(start + offset, wanted, start + length) };
  }

  #view(offset: number, wanted: number, end: number): Uint8Array {
    const from = offset - this.#windowAt;
    const most = Math.max(0, Math.min(wanted, end - offset));
    if (from < 0 || from + most > this.#window.length) {
      const window = Buffer.allocUnsafeSlow(Math.min(Math.max(wanted, WINDOW), Math.max(0, end - offset)));
      let got = 0;
      for (let read = -1; read !== 0 && got < window.length; got += read) {
        read = readSync(this.#file, window, got, window.length - got, offset + got);
      }
      this.#window = window.subarray(0, got);
      this.#windowAt = offset;
      return this.#window;
    }
    return this.#window.subarray(from);
  }
}

function failureOf(error: unknown): unknown {
  if (error instanceof OversizedError) {
    return new Oversized();
  }
  return error instanceof PackError
    ? new TransientError(
        new TagshipError(
          'git-protocol',
          `What the Git server sent cannot be read: ${error.message}.`,
          'Run the job again; if it stays, run `git fsck` in a clone of the repository.',
          { cause: error },
        ),
      )
    : error;
}
