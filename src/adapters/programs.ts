import { execFile } from 'node:child_process';

const TIMEOUT_MS = 10_000;

/** What a program of the machine prints; undefined where it is missing, fails, or takes longer than ten seconds. */
export async function printedBy(
  program: string,
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  return await new Promise((resolve) => {
    const child = execFile(
      program,
      [...words],
      { env: { ...environment }, timeout: TIMEOUT_MS, windowsHide: true },
      (error, printed) => resolve(error === null ? printed.trim() : undefined),
    );
    // It is never to wait for an answer of a person.
    child.stdin?.end();
  });
}
