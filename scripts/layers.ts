/**
 * Checks that the layers of `src/` import only downwards, so that decisions stay free of effects, and that no module imports
 * itself through others, not even for a type. Prints the layers with their modules and depth.
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
  page: ['domain'],
  '.': ['action', 'commands', 'engine', 'adapters', 'ports', 'domain', 'page'],
};

/** Layers without effects. */
const PURE = new Set(['domain', 'git']);

/** Effects the pure core must not reach for. */
const IMPURE = /\b(?:Date\.now|new Date\(\)|Math\.random|process\.|console\.|fetch\(|setTimeout)/;

const source = path.join(import.meta.dirname, '..', 'src');
const problems: string[] = [];
const imports = new Map<string, string[]>();

for (const file of await readdir(source, { recursive: true })) {
  if (!/\.tsx?$/.test(file)) {
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
  const targets = [...text.matchAll(/^(?:import|export)\b[^;]*? from '(\.[^']+)';|^import '(\.[^']+)';/gm)];
  imports.set(
    file,
    targets.map(([, from, bare]) =>
      path.relative(source, path.resolve(source, path.dirname(file), from ?? bare ?? '')),
    ),
  );
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

/** How many modules stand below a module in its own layer, at the longest. */
function depthOf(file: string, path: readonly string[] = []): number {
  const known = depths.get(file);
  if (known !== undefined) {
    return known;
  }
  if (path.includes(file)) {
    circles.add([...path.slice(path.indexOf(file)), file].join(' → '));
    return 0;
  }
  const below = (imports.get(file) ?? []).map(
    (one) => depthOf(one, [...path, file]) + (layerOf(one) === layerOf(file) ? 1 : 0),
  );
  const inLayer = (imports.get(file) ?? []).flatMap((one, i) =>
    layerOf(one) === layerOf(file) ? [below[i] ?? 0] : [],
  );
  const depth = Math.max(1, ...inLayer);
  depths.set(file, depth);
  return depth;
}

function layerOf(file: string): string {
  return path.dirname(file).split(path.sep)[0] ?? '.';
}

const depths = new Map<string, number>();
const circles = new Set<string>();
for (const file of imports.keys()) {
  depthOf(file);
}
for (const layer of Object.keys(ALLOWED)) {
  const files = [...imports.keys()].filter((file) => layerOf(file) === layer);
  const depth = Math.max(0, ...files.map((file) => depths.get(file) ?? 0));
  process.stdout.write(
    `${(layer === '.' ? 'src' : layer).padEnd(9)} ${String(files.length).padStart(4)} modules, ${String(depth).padStart(2)} deep\n`,
  );
}
problems.push(...[...circles].map((circle) => `Circle: ${circle}`));
const upwards = problems.length - circles.size;
process.stdout.write(`${imports.size} modules, ${upwards} imports upwards, ${circles.size} circles (of types too)\n`);
process.stdout.write(problems.map((one) => `${one}\n`).join(''));
process.exitCode = problems.length === 0 ? 0 : 1;
