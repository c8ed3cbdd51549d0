/**
 * Prints the notes of a release, from its section of CHANGELOG.md: `node scripts/release.ts 0.1.0`.
 * Fails where the version is not that of package.json, or CHANGELOG.md has no section of it with a date.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { argv, stderr, stdout } from 'node:process';

/** The notes of a version. @throws Error with what has to be done first */
export function notesOf(version: string, changelog: string, packageVersion: string): string {
  if (!/^\d+\.\d+\.\d+(?:-[\w.-]+)?$/.test(version)) {
    throw new Error(`${JSON.stringify(version)} is no version. Give one such as 0.1.0.`);
  }
  if (version !== packageVersion) {
    throw new Error(
      `package.json has version ${packageVersion}. Set it to ${version}, run npm run generate and npm run build.`,
    );
  }
  const lines = changelog.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`## [${version}]`));
  if (start < 0 || !/^## \[[^\]]+\] - \d{4}-\d{2}-\d{2}$/.test(lines[start] ?? '')) {
    throw new Error(`CHANGELOG.md has no section "## [${version}] - YYYY-MM-DD". Rename "Unreleased" to it.`);
  }
  const length = lines.slice(start + 1).findIndex((line) => /^## |^\[[^\]]+\]: /.test(line));
  const notes = lines.slice(start + 1, length < 0 ? undefined : start + 1 + length);
  return `${notes.join('\n').trim()}\n`;
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const { version }: { version: string } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  try {
    stdout.write(notesOf(argv[2] ?? '', await readFile(join(root, 'CHANGELOG.md'), 'utf8'), version));
  } catch (error) {
    stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
