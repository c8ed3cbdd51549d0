import path from 'node:path';
import type { PageAsset } from '../domain/page/document.ts';

/**
 * Script and styles of the page. The build of the action puts them here as texts, so that the bundler is no part of it;
 * from the sources they are bundled when they are asked for.
 */
export async function pageAsset(): Promise<PageAsset> {
  return (await bundlePage()).asset;
}

/** @returns also the files that went into it */
export async function bundlePage(): Promise<{ readonly asset: PageAsset; readonly inputs: readonly string[] }> {
  const { build } = await import('esbuild');
  const folder = path.join(import.meta.dirname, 'client');
  const { outputFiles, metafile } = await build({
    entryPoints: [path.join(folder, 'main.tsx'), path.join(folder, 'page.css')],
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    write: false,
    outdir: folder,
    platform: 'browser',
    target: ['chrome123', 'firefox121', 'safari17.5'],
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    // A browser reads a file of ASCII alone faster.
    charset: 'ascii',
    metafile: true,
    logLevel: 'warning',
  });
  const text = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text.trim() ?? '';
  return {
    asset: { script: text('.js'), style: text('.css') },
    inputs: Object.keys(metafile.inputs).map((input) => path.join(folder, input)),
  };
}
