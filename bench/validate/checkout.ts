import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { CorpusFile } from './corpus.ts';

/** Makes a checkout of these files in a new directory, all of them committed. */
export async function checkOut(directory: string, files: readonly CorpusFile[]): Promise<void> {
  const folders = new Set(files.map((file) => path.dirname(path.join(directory, file.path))));
  await mkdir(directory, { recursive: true });
  for (const folder of folders) {
    await mkdir(folder, { recursive: true });
  }
  for (const file of files) {
    await writeFile(path.join(directory, file.path), file.text);
  }
  const git = async (...words: string[]): Promise<void> => {
    await promisify(execFile)('git', ['-C', directory, '-c', 'user.name=Ada', '-c', 'user.email=a@b.c', ...words]);
  };
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '--all');
  await git('-c', 'gc.auto=0', 'commit', '--quiet', '--allow-empty', '--message', 'Begin');
}
