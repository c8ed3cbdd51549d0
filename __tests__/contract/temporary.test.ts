import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ownFolder, removeLeftFolders } from '../../src/adapters/temporary.ts';

const NOW = Date.now();
const DAY = 24 * 60 * 60 * 1000;

let parent: string;

beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'left-'));
});

afterEach(async () => {
  await rm(parent, { recursive: true, force: true });
});

/** Makes a folder as a run leaves it. @param days since anything happened in it */
async function left(name: string, owner: string | undefined, days = 0): Promise<void> {
  const folder = path.join(parent, name);
  await mkdir(path.join(folder, 'objects'), { recursive: true });
  if (owner !== undefined) {
    await writeFile(path.join(folder, 'owner'), owner);
  }
  const time = new Date(NOW - days * DAY);
  await utimes(folder, time, time);
}

test('folders of runs that were killed are removed, and no others', async () => {
  const gone = spawnSync(process.execPath, ['--version']).pid;
  const own = path.basename(await ownFolder(parent));
  await left('tagship-gone00', `${gone} ${hostname()}\n`);
  await left('tagship-alive0', `${process.pid} ${hostname()}\n`);
  await left('tagship-other0', `${gone} ${hostname()}-else\n`);
  await left('tagship-other1', `${gone} ${hostname()}-else\n`, 8);
  await left('tagship-alive1', `${process.pid} ${hostname()}\n`, 8);
  await left('tagship-unsure', undefined, 6);
  await left('tagship-unsur1', 'nonsense', 8);
  await left('tagship-worktree-abc123', undefined, 8);
  await left('tagship-no-folder-of-ours', `${gone} ${hostname()}\n`, 8);
  await left('somebody-else', `${gone} ${hostname()}\n`, 8);
  await mkdir(path.join(parent, 'target'));
  await symlink(path.join(parent, 'target'), path.join(parent, 'tagship-linked'));
  await writeFile(path.join(parent, 'tagship-file00'), '');
  await removeLeftFolders(parent, NOW);
  expect((await readdir(parent)).sort()).toEqual(
    [
      own,
      'somebody-else',
      'tagship-alive0',
      'tagship-file00',
      'tagship-linked',
      'tagship-no-folder-of-ours',
      'tagship-other0',
      'tagship-unsure',
      'target',
    ].sort(),
  );
});

test('a folder that is not there is no error', async () => {
  await removeLeftFolders(path.join(parent, 'nowhere'), NOW);
});
