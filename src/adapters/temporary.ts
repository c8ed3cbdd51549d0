import { lstat, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { TagshipError } from '../errors.ts';

/** What our folders are called. */
const PREFIX = 'tagship-';
const OURS = /^tagship-(?:worktree-)?[A-Za-z0-9]{6}$/;

/** Who works in a folder: the process and its machine, since a number means another process on another machine. */
const OWNER = 'owner';

/** After so long a folder counts as left behind, in milliseconds: no job runs for longer on any runner. */
const MAX_AGE = 7 * 24 * 60 * 60 * 1000;

/**
 * Makes a folder of our own, marked with this process.
 * @throws TagshipError `runner-unusable`
 */
export async function ownFolder(parent: string): Promise<string> {
  try {
    const folder = await mkdtemp(join(parent, PREFIX));
    await writeFile(join(folder, OWNER), `${process.pid} ${hostname()}\n`);
    return folder;
  } catch (error) {
    throw new TagshipError(
      'runner-unusable',
      `No directory can be made in \`${parent}\`: ${error instanceof Error ? error.message : String(error)}.`,
      'Let `RUNNER_TEMP` name a directory that exists, that the runner may write to, and with free space.',
      { cause: error },
    );
  }
}

/**
 * Removes the folders of runs that were killed. A folder stays that is not ours by name and owner, whose process runs, or
 * of which that is unknown before it is a week old. Nothing is an error: it is tidied up for later runs.
 * @param now in milliseconds since the epoch
 */
export async function removeLeftFolders(parent: string, now: number): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  for (const name of names.filter((one) => OURS.test(one))) {
    const folder = join(parent, name);
    if (await isLeft(folder, now).catch(() => false)) {
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    }
  }
}

async function isLeft(folder: string, now: number): Promise<boolean> {
  const { uid, mtimeMs, isOurs } = await lstat(folder).then((stats) => ({ ...stats, isOurs: stats.isDirectory() }));
  if (!isOurs || (process.getuid !== undefined && uid !== process.getuid())) {
    return false;
  }
  const text = await readFile(join(folder, OWNER), 'utf8').catch(() => '');
  const [, pid, machine] = /^(\d{1,10}) (.+)\n$/.exec(text) ?? [];
  const isGone = pid !== undefined && machine === hostname() && !isRunning(Number(pid));
  return isGone || now - mtimeMs > MAX_AGE;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else runs as well.
    return error instanceof Error && 'code' in error && error.code !== 'ESRCH';
  }
}
