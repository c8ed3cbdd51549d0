/** What reading a file of a tree came to. */
export type SourceText =
  | { readonly path: string; readonly kind: 'text'; readonly text: string }
  /** Larger than what is read. */
  | { readonly path: string; readonly kind: 'too-large' }
  /** There is no such file, it is binary, or it cannot be read. */
  | { readonly path: string; readonly kind: 'none' };

/** The files of a repository at one moment, in a checkout or in a commit. Links and submodules are not followed. */
export interface SourceTree {
  readonly kind: 'working-tree' | 'commit';
  /** The paths of all files, relative to the root of the repository, with `/`; without what Git ignores. */
  paths(): Promise<readonly string[]>;
  /**
   * Reads files in the given order; one at a time is in memory, unless the caller keeps them.
   * @param limit the size in bytes above which a file is not read; {@link MAX_SOURCE} when left out
   */
  readAll(paths: readonly string[], limit?: number): AsyncIterable<SourceText>;
}

/** Files that are larger, in bytes, are not read: nobody writes so much by hand. */
export const MAX_SOURCE = 1024 * 1024;

/** Git takes what has a NUL byte in its first 8,000 bytes for binary. */
const PROBED_BYTES = 8000;

/** The text of a file; of a binary one none. A byte order mark stays: columns count it. */
export function sourceText(path: string, bytes: Uint8Array): SourceText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.subarray(0, PROBED_BYTES).includes(0)
    ? { path, kind: 'none' }
    : { path, kind: 'text', text: buffer.toString('utf8') };
}

/** What Tagship itself works by may be larger: a registry of 20,000 components has some megabytes. */
const MAX_OWN = 25 * 1024 * 1024;

/** Reads one file, such as the configuration or the registry, whatever its size. */
export async function readSource(tree: SourceTree, path: string): Promise<SourceText> {
  for await (const source of tree.readAll([path], MAX_OWN)) {
    return source;
  }
  return { path, kind: 'none' };
}
