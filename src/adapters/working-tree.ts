import { closeSync, constants, existsSync, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { TagshipError } from '../errors.ts';
import { MAX_SOURCE, type SourceText, type SourceTree, sourceText } from '../ports/source-tree.ts';
import { checkoutEnvironment } from './git/environment.ts';
import { GitProcess } from './git/process.ts';

/** Files that are read before anything else of the process gets its turn. */
const FILES_AT_ONCE = 256;

/** Modes of what has content of its own. */
const FILE_MODE = /^100/;

/** Where a file of this mode is opened, a link in its place is an error. Windows knows no such flag. */
const READ_NO_LINK = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A checkout on this machine. It is only read, and nothing outside of it is, whatever its links point at. */
export class WorkingTree implements SourceTree {
  readonly kind = 'working-tree';
  readonly #root: string;
  readonly #environment: Readonly<Record<string, string | undefined>>;
  readonly #signal: AbortSignal;
  /** Whether each folder is one, and not a link to one. */
  readonly #folders = new Map<string, boolean>([['', true]]);
  readonly #buffer = Buffer.allocUnsafeSlow(MAX_SOURCE);

  private constructor(root: string, environment: Readonly<Record<string, string | undefined>>, signal: AbortSignal) {
    this.#root = root;
    this.#environment = environment;
    this.#signal = signal;
  }

  /** The checkout in a directory; undefined where there is none. */
  static at(
    root: string | undefined,
    environment: Readonly<Record<string, string | undefined>>,
    signal: AbortSignal,
  ): WorkingTree | undefined {
    return root === undefined || root === '' || !existsSync(join(root, '.git'))
      ? undefined
      : new WorkingTree(root, environment, signal);
  }

  async paths(): Promise<readonly string[]> {
    // Tracked files with their modes, whether or not they were taken out of a sparse checkout; those of them that are
    // gone, a second time; and what is new and not ignored.
    const listed = await this.#list(['-t', '--stage', '--cached', '--deleted', '--others', '--exclude-standard', '-z']);
    const gone = new Set<string>();
    const found = new Set<string>();
    for (const line of listed.split('\0')) {
      // `H 100644 {oid} {stage}\t{path}`, `R …` for what is gone, `? {path}`
      const tab = line.startsWith('? ') ? 1 : line.indexOf('\t');
      const path = line.slice(tab + 1);
      if (tab === 1 ? this.#isFile(path) : FILE_MODE.test(line.slice(2))) {
        (line.startsWith('R ') ? gone : found).add(path);
      }
    }
    return [...found].filter((path) => !gone.has(path)).sort();
  }

  async *readAll(paths: readonly string[], limit = MAX_SOURCE): AsyncGenerator<SourceText> {
    let read = 0;
    for (const path of paths) {
      if (++read % FILES_AT_ONCE === 0) {
        await setImmediate();
        this.#refuseCancelled();
      }
      yield this.#read(path, limit);
    }
  }

  // What a checkout has just written is in memory: a read takes less time than the way through another thread and back.
  #read(path: string, limit: number): SourceText {
    if (!this.#isInside(path)) {
      return { path, kind: 'none' };
    }
    let file: number;
    try {
      // The path is as Git has it: `join` would only take its time.
      file = openSync(`${this.#root}/${path}`, READ_NO_LINK);
    } catch {
      return { path, kind: 'none' };
    }
    try {
      const stats = fstatSync(file);
      if (!stats.isFile()) {
        return { path, kind: 'none' };
      }
      if (stats.size > limit) {
        return { path, kind: 'too-large' };
      }
      const buffer = stats.size <= this.#buffer.length ? this.#buffer : Buffer.allocUnsafeSlow(stats.size);
      return sourceText(path, buffer.subarray(0, fill(buffer, file, stats.size)));
    } catch {
      return { path, kind: 'none' };
    } finally {
      closeSync(file);
    }
  }

  #isFile(path: string): boolean {
    try {
      return this.#isInside(path) && lstatSync(join(this.#root, path)).isFile();
    } catch {
      return false;
    }
  }

  /** Whether a path leads nowhere out of the checkout: no step up, and no link on the way. */
  #isInside(path: string): boolean {
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    return name !== '' && name !== '.' && name !== '..' && this.#isFolder(path.slice(0, Math.max(slash, 0)));
  }

  #isFolder(path: string): boolean {
    const known = this.#folders.get(path);
    if (known !== undefined) {
      return known;
    }
    let isFolder = false;
    try {
      isFolder = this.#isInside(path) && lstatSync(join(this.#root, path)).isDirectory();
    } catch {
      // There is none.
    }
    this.#folders.set(path, isFolder);
    return isFolder;
  }

  async #list(options: readonly string[]): Promise<string> {
    this.#refuseCancelled();
    const git = new GitProcess(
      ['-c', 'core.fsmonitor=false', 'ls-files', ...options],
      checkoutEnvironment(this.#environment, this.#root),
      this.#root,
    );
    const stop = (): void => git.kill();
    this.#signal.addEventListener('abort', stop, { once: true });
    const { code, printed, said } = await git.end().finally(() => this.#signal.removeEventListener('abort', stop));
    this.#refuseCancelled();
    if (code !== 0) {
      throw new TagshipError(
        'git-protocol',
        `The files of the checkout could not be listed: ${said}.`,
        'Check the repository out again (`actions/checkout`), or leave the checkout out: Tagship does without one.',
      );
    }
    return printed.toString('utf8');
  }

  #refuseCancelled(): void {
    if (this.#signal.aborted) {
      throw new TagshipError('cancelled', 'The run was cancelled while it read the checkout.', 'Run the job again.');
    }
  }
}

/** Reads so many bytes of a file into a buffer, and tells how many there were: it may have become shorter meanwhile. */
function fill(buffer: Buffer, file: number, size: number): number {
  let length = 0;
  while (length < size) {
    const read = readSync(file, buffer, length, size - length, null);
    if (read === 0) {
      break;
    }
    length += read;
  }
  return length;
}
