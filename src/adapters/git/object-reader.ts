import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { TagshipError } from '../../errors.ts';
import { ByteReader } from '../../git/byte-reader.ts';
import { parseObject } from '../../git/object-parse.ts';
import type { GitObject, ReadObject } from '../../ports/repository.ts';
import { spawnGit, startFailure } from './process.ts';

/** How many names are handed to Git at once. */
const NAMES_AT_ONCE = 1_000;

/** How often Git may end before its time at one and the same object. */
const MAX_DEATHS = 2;

/**
 * How much of an object that is no file is read, in bytes. What counts of tags and commits stands at their beginning;
 * a part of a folder would be a wrong one.
 */
const MAX_READ: Readonly<Record<string, number>> = { tag: 1024 * 1024, commit: 1024 * 1024, tree: 64 * 1024 * 1024 };

/** What Git needs to find the objects. */
export interface StorePlace {
  readonly environment: Record<string, string>;
  readonly directory: string;
  /** The largest blob that is read, in bytes; of a larger one only the size is told. */
  readonly maxBlob: number;
}

interface Asked {
  readonly oid: string;
  readonly resolve: (object: GitObject | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** Reads objects of a bare repository, any number at a time, through one process of Git. */
export class ObjectReader {
  readonly #place: StorePlace;
  #printing: Printing | undefined;
  /** Everything that was asked since nothing was left to answer, in order. */
  #asked: Asked[] = [];
  #answered = 0;
  #pumping: Promise<void> | undefined;
  #closed = false;

  constructor(place: StorePlace) {
    this.#place = place;
  }

  /** The object, or undefined when it is not there. Asked at once and answered in turn. */
  async read(oid: string): Promise<GitObject | undefined> {
    return await new Promise((resolve, reject) => {
      this.#asked.push({ oid, resolve, reject });
      this.#start().ask([oid]);
      this.#pumping ??= this.#pump();
    });
  }

  /** Ends the process. What was not answered yet fails. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#pumping !== undefined) {
      this.#printing?.kill();
    }
    await this.#pumping;
    await this.#printing?.end();
    this.#printing = undefined;
  }

  #start(): Printing {
    this.#printing ??= new Printing(this.#place, []);
    return this.#printing;
  }

  async #pump(): Promise<void> {
    let deaths = 0;
    for (let next = this.#asked[0]; next !== undefined; next = this.#asked[this.#answered]) {
      try {
        const object = await this.#start().next();
        this.#answered += 1;
        deaths = 0;
        next.resolve(object);
      } catch (error) {
        deaths += 1;
        await this.#restart(error, deaths);
      }
      if (this.#answered === this.#asked.length) {
        this.#asked = [];
        this.#answered = 0;
      }
    }
    this.#pumping = undefined;
  }

  /** Asks a new process what is left; gives up where that is of no use. */
  async #restart(error: unknown, deaths: number): Promise<void> {
    // What is asked meanwhile only joins the list.
    const how = await this.#printing?.end();
    this.#printing = undefined;
    const left = this.#asked.slice(this.#answered);
    if (this.#closed || deaths >= MAX_DEATHS) {
      this.#answered = this.#asked.length;
      for (const { reject } of left) {
        reject(ended(how, error));
      }
      return;
    }
    this.#start().ask(left.map(({ oid }) => oid));
  }
}

/**
 * Reads many objects in a row through a process of its own. It waits for whoever takes them, so that one object at a
 * time is in memory.
 */
export async function* readInTurn(place: StorePlace, oids: readonly string[]): AsyncGenerator<ReadObject> {
  let deaths = 0;
  for (let at = 0; at < oids.length; ) {
    // Whole buffers are printed, not object by object; the last one comes when nothing more is asked.
    const printing = new Printing(place, ['--buffer']);
    const asking = printing.askAll(oids.slice(at));
    try {
      for (; at < oids.length; at++) {
        const oid = oids[at] ?? '';
        const object = await printing.next();
        deaths = 0;
        yield { oid, object };
      }
    } catch (error) {
      // Only what was thrown in here gets here: whoever takes the objects leaves by `finally`.
      deaths += 1;
      const how = await printing.end();
      if (deaths >= MAX_DEATHS) {
        throw ended(how, error);
      }
    } finally {
      printing.kill();
      await printing.end();
      await asking;
    }
  }
}

/** One `git cat-file --batch`, and what it prints. */
class Printing {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #output: ByteReader;
  readonly #maxBlob: number;
  readonly #gone: Promise<void>;
  #said = '';

  constructor({ environment, directory, maxBlob }: StorePlace, options: readonly string[]) {
    this.#maxBlob = maxBlob;
    const process = spawnGit(['cat-file', '--batch', ...options], environment, directory);
    this.#process = process;
    process.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#said = (this.#said + text).slice(-2000);
    });
    // A dead process is noticed when its output ends; without a listener the write error would end our process.
    process.stdin.on('error', () => undefined);
    this.#gone = new Promise((resolve) => {
      process.on('close', () => resolve());
      process.on('error', (error) => {
        this.#said += error.message;
        resolve();
      });
    });
    this.#output = new ByteReader(process.stdout);
  }

  ask(oids: readonly string[]): void {
    if (this.#process.stdin.writable) {
      this.#process.stdin.write(oids.map((oid) => `${oid}\n`).join(''));
    }
  }

  /** Asks for all of these and for nothing more. */
  async askAll(oids: readonly string[]): Promise<void> {
    const { stdin } = this.#process;
    for (let i = 0; i < oids.length && stdin.writable; i += NAMES_AT_ONCE) {
      const names = oids.slice(i, i + NAMES_AT_ONCE);
      if (!stdin.write(names.map((oid) => `${oid}\n`).join(''))) {
        // Whether it drains or breaks, `writable` tells.
        await Promise.race([once(stdin, 'drain').catch(() => undefined), this.#gone]);
      }
    }
    stdin.end();
  }

  /** The next object that was asked for. */
  async next(): Promise<GitObject | undefined> {
    const output = this.#output;
    const header = output.lineNow() ?? (await output.line());
    const [, type = '', length = ''] = header.split(' ');
    if (type === 'missing' || type === '') {
      return undefined;
    }
    const size = Number(length);
    const limit = MAX_READ[type] ?? this.#maxBlob;
    if (size > limit && (type === 'blob' || type === 'tree')) {
      await output.skip(size + 1);
      return type === 'tree' ? { type: 'oversized' } : parseObject(type, size, undefined);
    }
    const bytes = await output.copy(Math.min(size, limit));
    await output.skip(size - bytes.length + 1);
    return parseObject(type, size, bytes);
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }

  /** Ends the process, and says why it ended if it did so by itself. */
  async end(): Promise<string> {
    this.#process.stdin.end();
    await this.#output.drain();
    await this.#gone;
    const { signalCode, exitCode } = this.#process;
    const said = this.#said.trim().split('\n').at(-1) ?? '';
    return said || (signalCode === null ? `exit code ${exitCode}` : `signal ${signalCode}`);
  }
}

function ended(how: string | undefined, cause: unknown): TagshipError {
  const notStarted = startFailure(how ?? '');
  if (notStarted !== undefined) {
    return notStarted;
  }
  return new TagshipError(
    'git-protocol',
    `Git ended on the runner while it read objects (${how?.replace(/\.$/, '') ?? 'it did not start'}).`,
    'Run the job again; if it stays, give the runner more memory and check its free disk space.',
    { cause },
  );
}
