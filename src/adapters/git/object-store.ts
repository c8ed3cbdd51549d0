import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { parseObject } from '../../domain/git-object-parse.ts';
import { TagshipError } from '../../errors.ts';
import type { GitObject } from '../../ports/repository.ts';
import { ByteReader } from './byte-reader.ts';
import { spawnGit } from './process.ts';

/** A pack that is being written into the store. */
export interface PackWriter {
  write(bytes: Uint8Array): Promise<void>;
  /** Makes the objects readable. */
  finish(): Promise<void>;
  /** Throws the pack away. */
  abort(): Promise<void>;
}

/** Objects of the repository on this machine, in a bare repository of our own that has no remote to fetch from. */
export class ObjectStore {
  readonly #environment: Record<string, string>;
  readonly #cwd: string;
  readonly #maxBlob: number;
  #reader: { process: ChildProcessWithoutNullStreams; output: ByteReader } | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  /** @param maxBlob the largest blob that is kept in memory, in bytes */
  constructor(environment: Record<string, string>, cwd: string, maxBlob: number) {
    this.#environment = environment;
    this.#cwd = cwd;
    this.#maxBlob = maxBlob;
  }

  /** The object, or undefined when it is not on this machine. */
  async read(oid: string): Promise<GitObject | undefined> {
    const { process, output } = this.#start();
    // Asked at once and answered in turn, so that many reads take one round trip to the process and not one each.
    process.stdin.write(`${oid}\n`);
    const turn = this.#queue.then(() => this.#answer(output));
    this.#queue = turn.catch(() => undefined);
    return await turn;
  }

  async #answer(output: ByteReader): Promise<GitObject | undefined> {
    const header = await output.line();
    const [, type = '', length = ''] = header.split(' ');
    if (type === 'missing' || type === '') {
      return undefined;
    }
    const size = Number(length);
    if (type === 'blob' && size > this.#maxBlob) {
      await output.skip(size + 1);
      return parseObject(type, size, undefined);
    }
    const raw = await output.take(size);
    await output.skip(1);
    return parseObject(type, size, raw);
  }

  #start(): { process: ChildProcessWithoutNullStreams; output: ByteReader } {
    if (this.#reader === undefined) {
      const process = spawnGit(['cat-file', '--batch'], this.#environment, this.#cwd);
      process.stderr.resume();
      process.stdin.on('error', () => undefined);
      process.on('error', () => undefined);
      this.#reader = { process, output: new ByteReader(process.stdout) };
    }
    return this.#reader;
  }

  /** Starts to take in a pack. */
  receive(): PackWriter {
    const process = spawnGit(['index-pack', '--stdin'], this.#environment, this.#cwd);
    let printed = '';
    process.stdout.resume();
    process.stderr.setEncoding('utf8').on('data', (text: string) => {
      printed = (printed + text).slice(-2000);
    });
    process.stdin.on('error', () => undefined);
    const closed = new Promise<number | null>((resolve) => {
      process.on('close', resolve);
      process.on('error', () => resolve(null));
    });
    return {
      write: async (bytes) => {
        if (!process.stdin.write(bytes)) {
          await Promise.race([once(process.stdin, 'drain'), closed]);
        }
      },
      finish: async () => {
        process.stdin.end();
        if ((await closed) !== 0) {
          throw new TagshipError(
            'git-protocol',
            `What the Git server sent could not be stored: ${printed.trim().split('\n').at(-1) ?? 'no reason given'}.`,
            'Run the job again; check the free disk space of the runner if it stays.',
          );
        }
      },
      abort: async () => {
        process.kill();
        await closed;
      },
    };
  }

  /** Ends the reading process. */
  async close(): Promise<void> {
    const { process, output } = this.#reader ?? {};
    this.#reader = undefined;
    if (process?.pid !== undefined && process.exitCode === null && process.signalCode === null) {
      const gone = once(process, 'exit');
      process.stdin.end();
      await output?.drain();
      await gone;
    }
  }
}
