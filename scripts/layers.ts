/**
 * Checks that the layers of `src/` import only downwards, so that decisions stay free of effects.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Modules of Node that only compute. */
const PURE_MODULES = new Set(['node:crypto', 'node:zlib']);

/** What each folder may import, beside itself and, except for `git`, `errors.ts`. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  git: [],
  domain: ['git'],
  ports: ['domain', 'git'],
  adapters: ['ports', 'domain', 'git'],
  engine: ['ports', 'domain', 'git'],
  commands: ['engine', 'ports', 'domain'],
  action: ['commands', 'engine', 'ports', 'domain'],
  cli: ['action', 'commands', 'engine', 'ports', 'domain'],
  '.': ['action', 'cli', 'commands', 'engine', 'adapters', 'ports', 'domain'],
};

/** Layers without effects. */
const PURE = new Set(['domain', 'git']);

/** Effects the pure core must not reach for. */
const IMPURE = /\b(?:Date\.now|new Date\(\)|Math\.random|process\.|console\.|fetch\(|setTimeout)/;

const source = path.join(import.meta.dirname, '..', 'src');
const problems: string[] = [];

for (const file of await readdir(source, { recursive: true })) {
  if (!file.endsWith('.ts')) {
    continue;
  }
  const text = await readFile(path.join(source, file), 'utf8');
  const folder = path.dirname(file).split(path.sep)[0] ?? '.';
  for (const [, target = ''] of text.matchAll(/(?:from |import\()'(\.[^']+)'/g)) {
    const imported = path.relative(source, path.resolve(source, path.dirname(file), target));
    const layer = path.dirname(imported).split(path.sep)[0] ?? '.';
    const isShared = imported === 'errors.ts' && folder !== 'git';
    if (layer !== folder && !isShared && !ALLOWED[folder]?.includes(layer)) {
      problems.push(`src/${file} imports ${imported}: \`${folder}\` may not import \`${layer}\`.`);
    }
  }
  const external = [...text.matchAll(/from '([^'.][^']*)'/g)].map((match) => match[1] ?? '');
  if (PURE.has(folder)) {
    const effect = IMPURE.exec(text)?.[0];
    if (effect !== undefined) {
      problems.push(`src/${file} uses ${effect}: \`${folder}\` has no clock, no chance, no log and no network.`);
    }
    for (const name of external.filter((one) => one.startsWith('node:') && !PURE_MODULES.has(one))) {
      problems.push(`src/${file} imports ${name}: \`${folder}\` has no effects.`);
    }
  }
}

process.stdout.write(problems.length === 0 ? 'The layers import only downwards.\n' : `${problems.join('\n')}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
