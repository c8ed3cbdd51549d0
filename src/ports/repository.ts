import type { TagRef } from '../domain/component-tags.ts';

/** What the server lists. */
export interface Refs {
  /** The commit of the default branch; undefined in an empty repository. */
  readonly head: string | undefined;
  readonly tags: readonly TagRef[];
}

/** A file, folder, link or submodule in a tree. */
export interface TreeEntry {
  readonly kind: 'file' | 'folder' | 'symlink' | 'submodule';
  readonly name: string;
  readonly oid: string;
}

/** An object of the repository. */
export type GitObject =
  | { readonly type: 'tag'; readonly target: string; readonly name: string }
  | {
      readonly type: 'commit';
      readonly tree: string;
      readonly author: string;
      /** When it was committed, ISO 8601 in UTC. */
      readonly date: string;
    }
  | { readonly type: 'tree'; readonly entries: readonly TreeEntry[] }
  /** `bytes` is undefined when the content is larger than the reader's limit. */
  | { readonly type: 'blob'; readonly size: number; readonly bytes: Uint8Array | undefined };

/** How much comes with what is asked for: `trees`: all folders of a commit. `objects`: nothing but the objects named. */
export type LoadDepth = 'trees' | 'objects';

/** Read access to the repository on the server, without a checkout. */
export interface Repository {
  /** The tags whose names start with one of the prefixes, and the default branch, as they are now. */
  refs(tagPrefixes: readonly string[]): Promise<Refs>;
  /** Brings objects near in one request, so that reading them asks the server no more. What is near already is skipped. */
  load(oids: readonly string[], depth: LoadDepth): Promise<void>;
  /** Reads an object, from the server if it is not near. Undefined when the repository does not have it. */
  read(oid: string): Promise<GitObject | undefined>;
}
