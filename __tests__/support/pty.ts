import { spawn } from 'node:child_process';
import path from 'node:path';
import { bareEnvironment } from '../../sandbox/processes.ts';
import { shellQuote } from '../../src/domain/post-mortem/shell.ts';

const PROGRAM = path.join(import.meta.dirname, '../../dist/cli.js');

export interface PtyOptions {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  /** What is typed at the question. */
  readonly types?: string;
  /** What the shell does with the command, such as ` | cat`. */
  readonly behind?: string;
}

/** What was shown, with the codes of colours and of the cursor, and the exit code. */
export interface Shown {
  readonly exitCode: number | null;
  readonly text: string;
}

/**
 * Runs the built command line in a pseudo-terminal of 80 columns. `script` of util-linux makes it, which every Debian has; what
 * is written to its input is typed.
 */
export async function inPty(
  words: readonly string[],
  { cwd, environment, types, behind = '' }: PtyOptions,
): Promise<Shown> {
  const line = `stty cols 80 rows 24; ${[process.execPath, PROGRAM, ...words].map(shellQuote).join(' ')}${behind}`;
  const child = spawn('script', ['--quiet', '--return', '--command', line, '/dev/null'], {
    cwd,
    env: { ...bareEnvironment(), HOME: cwd, SHELL: '/bin/sh', GIT_CONFIG_NOSYSTEM: '1', TERM: 'xterm', ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let text = '';
  let isAsked = false;
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    // The cursor goes behind the question when the answer is awaited.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: codes of a terminal
    if (!isAsked && types !== undefined && /\[y\/N\] .*\u001b\[\d+G$/.test(text)) {
      isAsked = true;
      child.stdin.write(types);
    }
  });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  return { exitCode, text: text.replaceAll('\r\n', '\n') };
}
