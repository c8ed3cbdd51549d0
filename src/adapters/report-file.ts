import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TagshipError } from '../errors.ts';

const WRITE_NO_LINK = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | (constants.O_NOFOLLOW ?? 0);

/** The file of a whole result; each step of a job has one of its own. */
const RESULT_NAME = /^tagship-result-[\w-]+\.json$/;

/**
 * Writes a file below a directory, and answers its path.
 * @param path with `/`, from the directory; it comes from a file that anybody may have written, so no link in it is
 *   followed: it could lead anywhere
 * @param refused what is said where it cannot be written; it is given why
 */
export async function writeBelow(
  directory: string,
  path: string,
  text: string,
  refused: (why: string, cause: unknown) => TagshipError,
): Promise<string> {
  const segments = path.split('/');
  try {
    let folder = directory;
    for (const segment of segments.slice(0, -1)) {
      folder = join(folder, segment);
      await mkdir(folder).catch(() => undefined);
      if (!(await lstat(folder)).isDirectory()) {
        throw new Error(`\`${segment}\` is no folder`);
      }
    }
    const whole = join(folder, segments.at(-1) ?? '');
    await write(whole, text);
    return whole;
  } catch (error) {
    throw refused(error instanceof Error ? error.message : String(error), error);
  }
}

/** Writes a file of our own to a directory, and answers its path. */
export async function writeTo(directory: string, name: string, text: string): Promise<string> {
  const whole = join(directory, name);
  await mkdir(dirname(whole), { recursive: true });
  await write(whole, text);
  return whole;
}

/** The results of the steps of the job so far; what is none of ours is left out. */
export async function readResults(directory: string): Promise<unknown[]> {
  const names = await readdir(directory).catch(() => []);
  const results: unknown[] = [];
  for (const name of names.filter((one) => RESULT_NAME.test(one))) {
    try {
      results.push(JSON.parse(await readFile(join(directory, name), 'utf8')));
    } catch {
      // Somebody else's.
    }
  }
  return results;
}

/** Writes a whole result where later steps of the job can read it, and answers its path. */
export async function writeResult(directory: string, text: string): Promise<string> {
  return await writeTo(directory, `tagship-result-${randomUUID()}.json`, text);
}

async function write(path: string, text: string): Promise<void> {
  const file = await open(path, WRITE_NO_LINK, 0o644);
  try {
    await file.writeFile(text);
  } finally {
    await file.close();
  }
}
