/**
 * Builds from the sources into a folder of its own and compares it with the committed `dist/`, byte by byte.
 */
import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const fresh = path.join('build', 'dist');

async function contents(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const name of await readdir(path.join(root, folder)).catch(() => [])) {
    files.set(name, await readFile(path.join(root, folder, name), 'latin1'));
  }
  return files;
}

execFileSync(process.execPath, [path.join(root, 'scripts/build.ts'), fresh], { cwd: root, stdio: 'inherit' });
const [committed, built] = [await contents('dist'), await contents(fresh)];
await rm(path.join(root, fresh), { recursive: true, force: true });
const stale = [...new Set([...committed.keys(), ...built.keys()])].filter(
  (name) => committed.get(name) !== built.get(name),
);
process.stdout.write(
  stale.length === 0
    ? 'dist/ is what the sources build.\n'
    : `dist/ is not what the sources build: ${stale.join(', ')}. Run \`npm run build\` and commit it.\n`,
);
process.exitCode = stale.length === 0 ? 0 : 1;
