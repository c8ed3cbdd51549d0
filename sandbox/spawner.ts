import { type ChildProcess, type ChildProcessWithoutNullStreams, fork, type SpawnOptions } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

/** A program to run to its end. */
export interface Program {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env: Readonly<Record<string, string>>;
  readonly input: Uint8Array;
}

/** How it ended. */
export interface Ending {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

/** A program to talk to; the other ends of its streams are at a socket, in the order 0, 1, 2, each told by its first byte. */
export interface Partner extends Omit<Program, 'input'> {
  readonly socket: string;
}

/** What goes to the process that starts the programs. */
export type Order =
  | ({ readonly kind: 'run'; readonly id: number } & Program)
  | ({ readonly kind: 'talk'; readonly id: number } & Partner)
  | { readonly kind: 'kill'; readonly id: number; readonly signal: NodeJS.Signals };

/** What comes back. */
export type Report = { readonly id: number } & Ending;

/**
 * Starts programs from a small process. To start one takes 2 ms there; a process with 300 MB in use, such as one that
 * runs tests, takes 13 ms, since its memory map is copied each time.
 */
class Spawner {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, (ending: Ending | Error) => void>();
  #count = 0;

  constructor() {
    this.#process = fork(fileURLToPath(new URL('./spawner-process.ts', import.meta.url)), {
      serialization: 'advanced',
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#process.on('message', (message) => {
      const { id, code, stdout, stderr } = message as Report;
      this.#end(id, { code, stdout: Buffer.from(stdout), stderr: Buffer.from(stderr) });
    });
    this.#process.on('exit', () => {
      if (spawner === this) spawner = undefined;
      for (const id of [...this.#waiting.keys()]) this.#end(id, new Error('The process that starts programs is gone.'));
    });
    this.#process.unref();
    this.#process.channel?.unref();
  }

  run(program: Program, signal: AbortSignal | undefined): Promise<Ending> {
    this.#count += 1;
    const id = this.#count;
    return new Promise((resolve, reject) => {
      const kill = (): void => this.#send({ kind: 'kill', id, signal: 'SIGKILL' });
      this.#order({ kind: 'run', id, ...program }, (ending) => {
        signal?.removeEventListener('abort', kill);
        if (ending instanceof Error) reject(ending);
        else resolve(ending);
      });
      signal?.addEventListener('abort', kill, { once: true });
    });
  }

  /** @returns what sends the program a signal */
  talk(partner: Partner, onEnd: (ending: Ending | Error) => void): (signal: NodeJS.Signals) => void {
    this.#count += 1;
    const id = this.#count;
    this.#order({ kind: 'talk', id, ...partner }, onEnd);
    return (signal) => this.#send({ kind: 'kill', id, signal });
  }

  #order(order: Exclude<Order, { kind: 'kill' }>, onEnd: (ending: Ending | Error) => void): void {
    this.#waiting.set(order.id, onEnd);
    // Whoever waits for an answer must not end before it comes.
    this.#process.channel?.ref();
    this.#send(order);
  }

  #send(order: Order): void {
    if (this.#process.connected) this.#process.send(order);
  }

  #end(id: number, ending: Ending | Error): void {
    this.#waiting.get(id)?.(ending);
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#process.channel?.unref();
  }
}

let spawner: Spawner | undefined;

/** The same as `ChildProcess` of a program started with pipes, as far as the action uses it. */
class RemoteChild extends EventEmitter {
  readonly stdin = new PassThrough();
  readonly stdout = new PassThrough();
  readonly stderr = new PassThrough();
  readonly #kill: (signal: NodeJS.Signals) => void;

  constructor(program: Omit<Program, 'input'>) {
    super();
    const socket = path.join(tmpdir(), `tagship-talk-${process.pid}-${Math.random().toString(36).slice(2)}`);
    const server = createServer({ allowHalfOpen: true }, (stream) => this.#attach(stream));
    server.listen(socket);
    spawner ??= new Spawner();
    const current = spawner;
    this.#kill = current.talk({ ...program, socket }, (ending) => {
      server.close();
      if (ending instanceof Error) this.emit('error', ending);
      else void this.#end(ending);
    });
  }

  kill(signal: NodeJS.Signals = 'SIGTERM'): boolean {
    this.#kill(signal);
    return true;
  }

  #attach(stream: Socket): void {
    stream.on('error', () => undefined);
    stream.once('data', (first: Buffer) => {
      if (first[0] === 0) {
        this.stdin.pipe(stream);
        return;
      }
      const output = first[0] === 1 ? this.stdout : this.stderr;
      if (first.length > 1) output.write(first.subarray(1));
      stream.pipe(output);
    });
  }

  async #end({ code, stderr }: Ending): Promise<void> {
    if (code === null && stderr.length > 0) {
      // It was not started, so nothing comes.
      this.emit('error', new Error(stderr.toString()));
      this.stdout.end();
      this.stderr.end();
    }
    this.emit('exit', code, null);
    await Promise.all(
      [this.stdout, this.stderr].map((one) => finished(one, { writable: false }).catch(() => undefined)),
    );
    this.emit('close', code, null);
  }
}

/** Starts a program with pipes, as `spawn` does. */
export function talkTo(
  file: string,
  args: readonly string[],
  { cwd, env }: SpawnOptions,
): ChildProcessWithoutNullStreams {
  const program = {
    file,
    args,
    env: env as Record<string, string>,
    ...(cwd === undefined ? {} : { cwd: String(cwd) }),
  };
  return new RemoteChild(program) as unknown as ChildProcessWithoutNullStreams;
}

/** Runs a program to its end; it is killed with all it started when the signal aborts. */
export async function runProgram(program: Program, signal?: AbortSignal): Promise<Ending> {
  signal?.throwIfAborted();
  spawner ??= new Spawner();
  return await spawner.run(program, signal);
}
