/**
 * Builds from the sources into a folder of its own and compares it with the committed `dist/`, byte by byte. With
 * `--sizes` it only writes what packages take in the bundle into docs/dependencies.md, which is compared as well.
 */
import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
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
const page = path.join(root, 'docs/dependencies.md');
const text = await readFile(page, 'utf8');
const table = await readFile(path.join(root, 'build/dependencies.md'), 'utf8');
const current = text.replace(/(<!-- sizes -->\n)[\s\S]*?(<!-- \/sizes -->)/, `$1\n${table}\n$2`);
if (process.argv.includes('--sizes')) {
  await writeFile(page, current);
} else if (current !== text) {
  stale.push('docs/dependencies.md (node scripts/check-dist.ts --sizes writes it)');
}
process.stdout.write(
  stale.length === 0
    ? 'dist/ is what the sources build.\n'
    : `dist/ is not what the sources build: ${stale.join(', ')}. Run \`npm run build\` and commit it.\n`,
);
process.exitCode = stale.length === 0 ? 0 : 1;
