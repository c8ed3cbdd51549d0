import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TagshipError } from '../../errors.ts';
import type { GitObject, ReadObject } from '../../ports/repository.ts';
import { ObjectNames } from './object-names.ts';
import { ObjectReader, readInTurn, type StorePlace } from './object-reader.ts';
import { spawnGit, startFailure } from './process.ts';

/**
 * The largest piece of memory that Git may take to store an object, in bytes, and how large a file must be to be stored
 * piece by piece. A tag of 700 MB is some hundred kilobytes on the way.
 */
const MAX_ALLOCATION = 128 * 1024 * 1024;
const STREAMED = 32 * 1024 * 1024;

/** Something that was sent is too large to be stored, or needs more memory than there is. */
export class Oversized extends Error {
  override readonly name = 'Oversized';
}

/** A pack that is being written into the store. */
export interface PackWriter {
  write(bytes: Uint8Array): Promise<void>;
  /**
   * Makes the objects readable.
   * @throws Oversized and none of them is kept
   */
  finish(): Promise<void>;
  /** Throws the pack away. */
  abort(): Promise<void>;
}

/** Objects of the repository on this machine, in a bare repository of our own that has no remote to fetch from. */
export class ObjectStore {
  readonly #place: StorePlace;
  readonly #reader: ObjectReader;
  readonly #names = new ObjectNames();
  /** Whether others may have put objects here that nothing is known of. */
  #hasOthers = false;

  constructor(place: StorePlace) {
    this.#place = place;
    this.#reader = new ObjectReader(place);
  }

  /** Whether an object is known to be on this machine. No process is asked. */
  has(oid: string): boolean {
    return this.#names.has(oid);
  }

  /** The object, or undefined when it is not on this machine. */
  async read(oid: string): Promise<GitObject | undefined> {
    return this.#hasOthers || this.has(oid) ? await this.#reader.read(oid) : undefined;
  }

  /** Objects in the given order, one at a time in memory; undefined for what is not on this machine. */
  readAll(oids: readonly string[]): AsyncIterable<ReadObject> {
    return readInTurn(this.#place, oids);
  }

  /** Tells that something else than `receive` puts objects here. */
  expectOthers(): void {
    this.#hasOthers = true;
  }

  /** Starts to take in a pack. */
  receive(): PackWriter {
    const { environment, directory } = this.#place;
    const process = spawnGit(
      ['-c', `core.bigFileThreshold=${STREAMED}`, 'index-pack', '--stdin', '--index-version=2'],
      { ...environment, GIT_ALLOC_LIMIT: String(MAX_ALLOCATION) },
      directory,
    );
    let answered = '';
    let printed = '';
    process.stdout.setEncoding('utf8').on('data', (text: string) => {
      answered += text;
    });
    process.stderr.setEncoding('utf8').on('data', (text: string) => {
      printed = (printed + text).slice(-2000);
    });
    process.stdin.on('error', () => undefined);
    const closed = new Promise<number | null>((resolve) => {
      process.on('close', resolve);
      process.on('error', (error) => {
        printed += error.message;
        resolve(null);
      });
    });
    return {
      write: async (bytes) => {
        if (process.stdin.writable && !process.stdin.write(bytes)) {
          // Whether it drained or broke, `finish` tells.
          await Promise.race([once(process.stdin, 'drain').catch(() => undefined), closed]);
        }
      },
      finish: async () => {
        process.stdin.end();
        const code = await closed;
        const [, name] = /^\w+\t([0-9a-f]{40})$/m.exec(answered) ?? [];
        if (/attempting to allocate|out of memory/i.test(printed) || process.signalCode === 'SIGKILL') {
          throw new Oversized();
        }
        if (code !== 0 || name === undefined) {
          const notStarted = startFailure(printed);
          if (notStarted !== undefined) {
            throw notStarted;
          }
          throw new TagshipError(
            'git-protocol',
            `What the Git server sent could not be stored: ${printed.trim().split('\n').at(-1) || 'no reason given'}.`,
            'Run the job again; check the free disk space of the runner if it stays.',
          );
        }
        this.#names.addIndex(await readFile(join(directory, 'objects', 'pack', `pack-${name}.idx`)));
      },
      abort: async () => {
        process.kill();
        await closed;
      },
    };
  }

  /** Ends the reading process. */
  async close(): Promise<void> {
    await this.#reader.close();
  }
}
