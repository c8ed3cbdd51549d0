/**
 * Builds `dist/` from `src/`.
 *
 * esbuild goes first because it drops what is never called, above all the thousands of resources in Cloudflare's SDK,
 * which ncc would keep; ncc then emits `dist/` and collects the licences.
 */
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const work = join(root, 'build');
const out = join(root, process.argv[2] ?? 'dist');

await rm(work, { recursive: true, force: true });
await mkdir(work, { recursive: true });

const { metafile } = await build({
  entryPoints: [join(root, 'src/index.ts')],
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  outfile: join(work, 'index.js'),
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
await writeFile(join(made, 'licenses.txt'), await licenses(Object.keys(metafile.inputs)));

// File by file, so that whatever runs the bundle meanwhile finds the old one or the new one.
await mkdir(out, { recursive: true });
const files = await readdir(made);
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
