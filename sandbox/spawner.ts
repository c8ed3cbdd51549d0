import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { bareEnvironment, OWN_GROUP, signalGroup } from './processes.ts';

/** A program to run to its end. */
export interface Program {
  readonly file: string;
  readonly args: readonly string[];
  /** Anywhere if absent. */
  readonly cwd?: string;
  /** It is searched for, and searches, in the PATH of this process. */
  readonly env: Readonly<Record<string, string>>;
  readonly input: Uint8Array;
}

/** How it ended. */
export interface Ending {
  /** Null where it was killed. */
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

/** A pipe to the shell; it keeps this process alive only while something runs. */
type Pipe<T> = T & { ref(): void; unref(): void };

/**
 * A shell that runs one program after the other. It starts one for half of what a small process of Node's needs, and a
 * tenth of what one needs that has 300 MB in use, such as one that runs tests.
 */
class Shell {
  readonly #process: ChildProcess;
  readonly #stdin: Pipe<Writable>;
  readonly #stdout: Pipe<Readable>;
  readonly #directory = mkdtempSync(path.join(tmpdir(), 'tagship-shell-'));
  #ended: ((code: number | null) => void) | undefined;

  constructor() {
    this.#process = spawn('sh', ['-s'], { ...OWN_GROUP, env: bareEnvironment(), stdio: ['pipe', 'pipe', 'inherit'] });
    this.#stdin = this.#process.stdin as Pipe<Writable>;
    this.#stdout = this.#process.stdout as Pipe<Readable>;
    this.#stdin.on('error', () => undefined);
    this.#stdout.on('data', (code: Buffer) => this.#end(Number(code.toString())));
    this.#process.on('error', () => this.#end(null));
    this.#process.on('close', () => {
      free.delete(this);
      this.#end(null);
    });
    // The shell outlives whoever starts it, and tidies up.
    this.#stdin.write(`trap ${quoted(`rm -rf ${quoted(this.#directory)}`)} EXIT\n`);
    this.#process.unref();
    this.#rest();
  }

  async run({ file, args, cwd = '/', env, input }: Program, signal: AbortSignal | undefined): Promise<Ending> {
    const [stdin, stdout, stderr] = ['in', 'out', 'err'].map((name) => path.join(this.#directory, name)) as Paths;
    if (input.byteLength > 0) writeFileSync(stdin, input);
    const variables = Object.entries({ ...env, PATH: undefined }).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${quoted(value)}`],
    );
    const command = [...variables, ...[file, ...args].map(quoted)].join(' ');
    const streams = `<${quoted(input.byteLength > 0 ? stdin : devNull)} >${quoted(stdout)} 2>${quoted(stderr)}`;
    const kill = (): void => signalGroup(this.#process, 'SIGKILL');
    const ended = new Promise<number | null>((resolve) => {
      this.#ended = resolve;
    });
    // Whoever waits for an answer must not end before it comes.
    this.#stdout.ref();
    this.#stdin.write(`{ cd ${quoted(cwd)} && ${command}; } ${streams}; echo $?\n`);
    signal?.addEventListener('abort', kill, { once: true });
    const code = await ended;
    signal?.removeEventListener('abort', kill);
    if (code === null) {
      rmSync(this.#directory, { recursive: true, force: true });
      return { code, stdout: Buffer.of(), stderr: Buffer.of() };
    }
    free.add(this);
    return { code, stdout: readFileSync(stdout), stderr: readFileSync(stderr) };
  }

  #end(code: number | null): void {
    this.#rest();
    this.#ended?.(code);
    this.#ended = undefined;
  }

  #rest(): void {
    this.#stdin.unref();
    this.#stdout.unref();
  }
}

type Paths = [stdin: string, stdout: string, stderr: string];

/** Shells that run nothing. */
const free = new Set<Shell>();

/** Runs a program to its end; it is killed with all it started when the signal aborts. */
export async function runProgram(program: Program, signal?: AbortSignal): Promise<Ending> {
  signal?.throwIfAborted();
  if (process.platform === 'win32') return await runDirectly(program, signal);
  const [shell = new Shell()] = free;
  free.delete(shell);
  return await shell.run(program, signal);
}

/** Where there need be no shell. */
async function runDirectly(program: Program, signal: AbortSignal | undefined): Promise<Ending> {
  const { file, args, cwd, env, input } = program;
  const child = spawn(file, args, { ...OWN_GROUP, cwd, env: { ...env }, signal });
  child.stdin.on('error', () => undefined);
  child.on('error', () => undefined);
  child.stdin.end(input);
  const [stdout, stderr, [code]] = await Promise.all([
    buffer(child.stdout),
    buffer(child.stderr),
    once(child, 'close'),
  ]);
  return { code, stdout, stderr };
}

function quoted(text: string): string {
  if (text.includes('\0')) throw new TypeError('No argument of a program holds a NUL.');
  return `'${text.replaceAll("'", "'\\''")}'`;
}
