/**
 * Builds `dist/` from `src/`.
 *
 * esbuild goes first because it drops what is never called, above all the thousands of resources in Cloudflare's SDK,
 * which ncc would keep; ncc then emits `dist/`: `index.js`, which starts, and a file for each part that is loaded on the
 * way, found beside it. Both name files by what is in them; here they get names that stay when a line changes, so that a
 * difference of `dist/` shows what changed.
 *
 * Nothing is minified: a stack is to name functions and lines, and it would save no time that can be measured.
 */
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { build, type Plugin } from 'esbuild';
import { bundlePage } from '../src/page/asset.ts';

const root = join(import.meta.dirname, '..');
const work = join(root, 'build');
const out = join(root, process.argv[2] ?? 'dist');

await rm(work, { recursive: true, force: true });
await mkdir(work, { recursive: true });

/**
 * The modules of the toolkit do nothing by being loaded, though their packages do not say so; then what nobody uses of
 * them can be dropped. Of `@actions/core` that is the HTTP client, which takes longer to load than Node.js to start.
 * Of `@actions/github` a static import gets the context of the event and nothing else; the client of the API, with an
 * HTTP client of its own, is for a dynamic one.
 */
const toolkit: Plugin = {
  name: 'toolkit',
  setup({ onLoad, onResolve, resolve }) {
    onResolve({ filter: /^@actions\/github$/ }, ({ kind, path }) =>
      kind === 'import-statement' ? { path, namespace: 'context', sideEffects: false } : undefined,
    );
    onLoad({ filter: /^/, namespace: 'context' }, () => ({
      contents: "import { Context } from './context.js';\nexport const context = new Context();\n",
      resolveDir: join(root, 'node_modules/@actions/github/lib'),
    }));
    onResolve({ filter: /^(?:@actions\/|\.)/ }, async ({ path, importer, kind, resolveDir, pluginData }) => {
      const isToolkit = path.startsWith('@actions/') || /[\\/]node_modules[\\/]@actions[\\/]/.test(importer);
      return isToolkit && pluginData !== toolkit
        ? { ...(await resolve(path, { importer, kind, resolveDir, pluginData: toolkit })), sideEffects: false }
        : undefined;
    });
  },
};

/** The page's script and styles are texts in the bundle. */
const page = await bundlePage();
const pageTexts: Plugin = {
  name: 'page',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]page[\\/]asset\.ts$/ }, () => ({
      contents: `export async function pageAsset() {\n  return ${JSON.stringify(page.asset)};\n}\n`,
    }));
  },
};

const { metafile } = await build({
  entryPoints: [join(root, 'src/index.ts')],
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  outdir: work,
  splitting: true,
  // Its `main` is UMD, whose `require` no bundler can follow.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  // CommonJS modules inside the bundle ask for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as tagshipCreateRequire } from 'node:module';\nconst require = tagshipCreateRequire(import.meta.url);",
  },
  legalComments: 'none',
  charset: 'utf8',
  metafile: true,
  logLevel: 'warning',
  plugins: [toolkit, pageTexts],
});

await renameParts();
await writeFile(join(work, 'dependencies.md'), sizes());
const made = join(work, 'dist');
const stats = join(work, 'stats.json');
const ncc = join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js');
await promisify(execFile)(
  process.execPath,
  [ncc, 'build', join(work, 'index.js'), '--out', made, '--no-cache', '--target', 'es2024', '--stats-out', stats],
  {
    cwd: root,
  },
);
await renameChunks();
await writeFile(join(made, 'cli.js'), commandLine(), { mode: 0o755 });
await writeFile(
  join(made, 'licenses.txt'),
  await licenses([...Object.keys(metafile.inputs), ...page.inputs.map((input) => relative(root, input))]),
);

// File by file and what starts last, so that whatever starts meanwhile finds the old bundle or the new one.
await mkdir(out, { recursive: true });
const files = (await readdir(made)).sort((a, b) => Number(a === 'index.js') - Number(b === 'index.js'));
for (const file of files) {
  await rename(join(made, file), join(out, file));
}
for (const file of (await readdir(out)).filter((name) => !files.includes(name))) {
  await rm(join(out, file), { recursive: true });
}

/** What `npx tagship` starts: the same bundle, told that it runs in a terminal. */
function commandLine(): string {
  return [
    '#!/usr/bin/env node',
    "const [major] = process.versions.node.split('.');",
    'if (Number(major) < 22) {',
    "  process.stderr.write('Tagship needs Node.js 22 or newer.\\n');",
    '  process.exit(1);',
    '}',
    "process.argv.splice(2, 0, 'terminal', import.meta.dirname + '/..');",
    "await import('./index.js');",
    '',
  ].join('\n');
}

/** Gives esbuild's files, named by a hash of their content, names by what is in them, wherever they name each other. */
async function renameParts(): Promise<void> {
  const names = new Map<string, string>();
  for (const [file, { entryPoint, inputs }] of Object.entries(metafile.outputs).sort(([, a], [, b]) =>
    byInputs(a, b),
  )) {
    const name = basename(file);
    if (name === 'index.js') continue;
    const [[largest] = ['']] = Object.entries(inputs).sort(
      ([one, a], [other, b]) => b.bytesInOutput - a.bytesInOutput || (one < other ? -1 : 1),
    );
    const wanted = `${entryPoint === undefined ? 'with-' : ''}${slugOf(entryPoint ?? largest)}`;
    const same = [...names.values()].filter(
      (taken) => taken === `${wanted}.js` || taken.startsWith(`${wanted}~`),
    ).length;
    names.set(name, same === 0 ? `${wanted}.js` : `${wanted}~${same + 1}.js`);
  }
  for (const file of Object.keys(metafile.outputs)) {
    const from = join(root, file);
    const text = await readFile(from, 'utf8');
    await rm(from);
    const renamed = text.replace(/"\.\/([\w.-]+\.js)"/g, (whole, name: string) => {
      const to = names.get(name);
      return to === undefined ? whole : `"./${to}"`;
    });
    await writeFile(join(work, names.get(basename(file)) ?? basename(file)), renamed);
  }
}

type Output = (typeof metafile.outputs)[string];

/** An order that no content decides. */
function byInputs(one: Output, other: Output): number {
  const [a, b] = [one, other].map(({ inputs }) => Object.keys(inputs).sort().join());
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

/** A module as a part of a file's name: `http-fetch` of src/adapters/http/fetch.ts, `cloudflare` of a package. */
function slugOf(module: string): string {
  const [, packaged] = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(module) ?? [];
  const path = packaged ?? module.replace(/^src\//, '').replace(/\.ts$/, '');
  return path
    .split('/')
    .slice(-2)
    .join('-')
    .replace(/[^\w.-]/g, '');
}

/** Gives ncc's files, named by numbers, the name of the part that each was made for. */
async function renameChunks(): Promise<void> {
  const { chunks }: { chunks: { id: number; modules: { name: string }[]; origins: { request?: string }[] }[] } =
    JSON.parse(await readFile(stats, 'utf8'));
  const names: Record<string, string> = {};
  for (const { id, modules, origins } of chunks.sort((a, b) => a.id - b.id)) {
    const parts = modules.map(({ name }) => basename(name, '.js')).sort();
    const made = origins.map(({ request = '' }) => basename(request, '.js')).find((part) => parts.includes(part));
    const wanted = made ?? parts.find((part) => !part.startsWith('with-')) ?? parts[0] ?? String(id);
    names[id] = Object.values(names).includes(wanted) ? `${wanted}~${id}` : wanted;
  }
  const there = (await readdir(made)).filter((file) => /^\d+\.index\.js$/.test(file));
  for (const file of there) {
    await rename(join(made, file), join(made, `${names[Number.parseInt(file, 10)]}.js`));
  }
  const entry = join(made, 'index.js');
  const text = await readFile(entry, 'utf8');
  const table = JSON.stringify(
    Object.fromEntries(there.map((file) => [Number.parseInt(file, 10), names[Number.parseInt(file, 10)]])),
  );
  const renamed = text.replace('return "" + chunkId + ".index.js";', `return ${table}[chunkId] + ".js";`);
  if (renamed === text) throw new Error('ncc finds its files in another way than this script knows.');
  await writeFile(entry, renamed);
}

/** What each package takes in the bundle, as a table. */
function sizes(): string {
  const bytes = new Map<string, number>();
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const name = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? 'Tagship itself';
      bytes.set(name, (bytes.get(name) ?? 0) + bytesInOutput);
    }
  }
  const rows = [...bytes]
    .filter(([, size]) => size > 0)
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    // Rounded, so that not every change of a line changes the page.
    .map(([name, size]) => `| \`${name}\` | ${size < 10_000 ? 'below 10' : Math.round(size / 10_000) * 10} |`);
  return ['| Package | kB in the bundle |', '| --- | --- |', ...rows, ''].join('\n');
}

/** The licence texts of every package that went into the bundle. */
async function licenses(inputs: readonly string[]): Promise<string> {
  const packages = new Set<string>();
  for (const input of inputs) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match?.[1] !== undefined) {
      packages.add(match[1]);
    }
  }
  const texts: string[] = [];
  for (const folder of [...packages].sort()) {
    const manifest: { name: string; version: string; license?: string } = JSON.parse(
      await readFile(join(root, folder, 'package.json'), 'utf8'),
    );
    const file = (await readdir(join(root, folder))).find((name) => /^licen[cs]e/i.test(name));
    const text = file === undefined ? '' : await readFile(join(root, folder, file), 'utf8');
    texts.push(`${manifest.name} ${manifest.version} (${manifest.license ?? 'no licence named'})\n\n${text.trim()}\n`);
  }
  return `${texts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}
