import { EventEmitter } from 'node:events';
import { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { Host } from '../../src/host.ts';
import type { Clock, Timely } from '../../src/ports/clock.ts';
import type { RunContext } from './environment.ts';
import type { Execution, ExecutionResult } from './execute.ts';

/** A run in this process, instead of a script in one of its own. */
export interface InProcessRun extends Pick<Execution, 'env' | 'timeoutMs' | 'onLine' | 'signal' | 'kill' | 'end'> {
  readonly context: RunContext;
  readonly payload: object;
}

/** What a run left behind where a process would have written to the runner's files. */
export interface InProcessResult extends ExecutionResult {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** How many times faster than real time the action sleeps here. */
const HASTE = 25;

/** The same of limits on work: servers are real, and take the time they take. */
const LIMIT_HASTE = 5;

/** A clock whose waits are short and count in full. */
class HastyClock implements Clock {
  readonly #signal: AbortSignal;
  readonly #cancelled: (cause: unknown) => Error;
  #skipped = 0;

  constructor(signal: AbortSignal, cancelled: (cause: unknown) => Error) {
    this.#signal = signal;
    this.#cancelled = cancelled;
  }

  now(): number {
    return Date.now() + this.#skipped;
  }

  async sleep(milliseconds: number): Promise<void> {
    const short = milliseconds / HASTE;
    try {
      await wait(short, undefined, { signal: this.#signal });
    } catch (error) {
      throw this.#cancelled(error);
    }
    this.#skipped += milliseconds - short;
  }

  async within<T>(milliseconds: number, work: () => Promise<T>): Promise<Timely<T>> {
    const over = new AbortController();
    const done = work().then((value): Timely<T> => ({ inTime: true, value }));
    const short = milliseconds / LIMIT_HASTE;
    const late = wait(short, undefined, { signal: over.signal }).then((): Timely<T> => {
      this.#skipped += milliseconds - short;
      return { inTime: false };
    });
    done.catch(() => undefined);
    late.catch(() => undefined);
    try {
      return await Promise.race([done, late]);
    } finally {
      over.abort();
    }
  }

  random(): number {
    return Math.random();
  }
}

/**
 * Runs the sources of the action in this process, with a log, outputs, summary, signals and clock of its own. What only a
 * process can show (its start, being killed, the runner's files, the bundle) it does not show.
 */
export async function runInProcess(run: InProcessRun): Promise<InProcessResult> {
  const { start } = await import('../../src/start.ts');
  const { TagshipError } = await import('../../src/errors.ts');
  const { env, context, timeoutMs, onLine, signal, kill, end } = run;
  end.throwIfAborted();
  const started = performance.now();
  const log = new Log(onLine);
  const outputs: Record<string, string> = {};
  let summary = '';
  const signals = new EventEmitter();
  const stop = (): void => void signals.emit(kill);
  const host: Host = {
    environment: env,
    event: { name: context.eventName, ref: context.ref, payload: { ...run.payload } },
    toolkit: {
      ...log.toolkit,
      setOutput: (name, value) => {
        outputs[name] = String(value);
      },
      summary: async (markdown) => {
        summary += markdown;
      },
    },
    stdout: new Writable({
      write: (chunk, _encoding, done) => {
        log.write(String(chunk));
        done();
      },
    }),
    signals: signals as unknown as Host['signals'],
    clock: (aborted) =>
      new HastyClock(
        aborted,
        (cause) =>
          new TagshipError('cancelled', 'The run was cancelled while it waited to try again.', 'Run the job again.', {
            cause,
          }),
      ),
    keepMemorySmall: () => undefined,
  };
  if (signal?.aborted) setImmediate(stop);
  else signal?.addEventListener('abort', stop, { once: true });
  const timer = new AbortController();
  try {
    const late = wait(timeoutMs, undefined, { signal: timer.signal, ref: false });
    late.catch(() => undefined);
    const exitCode = await Promise.race([start(host), late]);
    const timedOut = exitCode === undefined;
    return {
      exitCode: exitCode ?? null,
      signal: null,
      stdout: log.text,
      stderr: '',
      timedOut,
      durationMs: performance.now() - started,
      outputs,
      summary,
    };
  } finally {
    timer.abort();
    signal?.removeEventListener('abort', stop);
  }
}

/** The log as a runner would get it on standard output, workflow commands included. */
class Log {
  text = '';
  #unfinished = '';
  readonly #onLine: ((line: string) => void) | undefined;

  constructor(onLine: ((line: string) => void) | undefined) {
    this.#onLine = onLine;
  }

  get toolkit(): Pick<Host['toolkit'], 'debug' | 'error' | 'group' | 'info' | 'notice' | 'setSecret' | 'warning'> {
    const annotate =
      (level: string): Host['toolkit']['error'] =>
      (message, properties = {}) => {
        const { startLine, startColumn, ...rest } = properties;
        this.#command(level, { ...rest, line: startLine, col: startColumn }, String(message));
      };
    return {
      info: (line) => this.#write(line),
      debug: (message) => this.#command('debug', {}, message),
      setSecret: (secret) => this.#command('add-mask', {}, secret),
      notice: annotate('notice'),
      warning: annotate('warning'),
      error: annotate('error'),
      group: async (title, work) => {
        this.#command('group', {}, title);
        try {
          return await work();
        } finally {
          this.#command('endgroup', {}, '');
        }
      },
    };
  }

  #command(name: string, properties: Readonly<Record<string, unknown>>, message: string): void {
    const given = Object.entries(properties).filter(([, value]) => value !== undefined && value !== '');
    const list = given.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',');
    this.#write(`::${name}${list === '' ? '' : ` ${list}`}::${escapeData(message)}`);
  }

  /** Appends what may be any part of a line. */
  write(text: string): void {
    this.text += text;
    const lines = (this.#unfinished + text).split('\n');
    this.#unfinished = lines.pop() ?? '';
    for (const line of lines) this.#onLine?.(line);
  }

  #write(line: string): void {
    this.write(`${line}\n`);
  }
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
