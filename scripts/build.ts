/**
 * Builds `dist/` from `src/`.
 *
 * esbuild goes first because it drops what is never called, above all the thousands of resources in Cloudflare's SDK,
 * which ncc would keep; ncc then emits `dist/`: `index.js`, which starts, and a file for each part that is loaded on the
 * way, found beside it.
 *
 * Nothing is minified: a stack is to name functions and lines, and it would save no time that can be measured.
 */
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
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

const made = join(work, 'dist');
const ncc = join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js');
await promisify(execFile)(
  process.execPath,
  [ncc, 'build', join(work, 'index.js'), '--out', made, '--no-cache', '--target', 'es2024'],
  {
    cwd: root,
  },
);
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
