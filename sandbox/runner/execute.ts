import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { OWN_GROUP, signalGroup } from '../processes.ts';

const GRACE_MS = 5000;

/** How a script is to be run. */
export interface Execution {
  readonly script: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Called with each finished line of stdout and stderr. */
  readonly onLine: ((line: string) => void) | undefined;
  /** Sends `kill` to the process group when it aborts. */
  readonly signal: AbortSignal | undefined;
  readonly kill: NodeJS.Signals;
  /** Sends SIGKILL when it aborts. */
  readonly end: AbortSignal;
}

/** How a script ended. */
export interface ExecutionResult {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
  readonly durationMs: number;
}

/** Runs a script with this Node.js in a process group of its own, and leaves nothing of that group running. */
export async function execute(execution: Execution): Promise<ExecutionResult> {
  const { script, cwd, env, timeoutMs, onLine, signal, kill } = execution;
  execution.end.throwIfAborted();
  const started = performance.now();
  const child = spawn(process.execPath, [script], {
    ...OWN_GROUP,
    cwd,
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = Promise.all([collect(child.stdout, onLine), collect(child.stderr, onLine)]);
  let timedOut = false;
  const timers: NodeJS.Timeout[] = [];
  const later = (ms: number, run: () => void) => void timers.push(setTimeout(run, ms));
  const end = () => signalGroup(child, 'SIGKILL');
  const stop = () => {
    signalGroup(child, kill);
    later(GRACE_MS, end);
  };
  later(timeoutMs, () => {
    timedOut = true;
    end();
  });
  if (signal?.aborted) stop();
  else signal?.addEventListener('abort', stop, { once: true });
  execution.end.addEventListener('abort', end, { once: true });
  // Whatever the action left running would keep the pipes open, so that 'close' would never come.
  child.once('exit', end);
  try {
    const [closing, [stdout, stderr]] = await Promise.all([once(child, 'close'), texts]);
    const [exitCode, exitSignal] = closing as [number | null, NodeJS.Signals | null];
    return { exitCode, signal: exitSignal, stdout, stderr, timedOut, durationMs: performance.now() - started };
  } finally {
    if (child.exitCode === null && child.signalCode === null) end();
    signal?.removeEventListener('abort', stop);
    execution.end.removeEventListener('abort', end);
    for (const timer of timers) clearTimeout(timer);
  }
}

async function collect(stream: Readable, onLine: Execution['onLine']): Promise<string> {
  const decoder = new StringDecoder('utf8');
  let text = '';
  let unfinished = '';
  const take = (piece: string) => {
    text += piece;
    const lines = (unfinished + piece).split(/\r?\n/);
    unfinished = lines.pop() ?? '';
    for (const line of lines) onLine?.(line);
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) take(decoder.write(chunk));
  take(decoder.end());
  if (unfinished !== '') onLine?.(unfinished);
  return text;
}
