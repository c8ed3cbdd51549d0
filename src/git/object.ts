import { createHash, hash } from 'node:crypto';
import type { TreeEntry, TreeListing } from './tree-listing.ts';

/** An object as Git stores it, before compression, with the id its content gives it. */
export interface RawObject {
  readonly type: 'blob' | 'tree' | 'commit' | 'tag';
  readonly oid: string;
  readonly bytes: Uint8Array;
}

/** An object of the repository. */
export type GitObject =
  | {
      readonly type: 'tag';
      readonly target: string;
      readonly name: string;
      /** When it was tagged, in seconds since the epoch; undefined where the tag does not say. */
      readonly time: number | undefined;
    }
  | {
      readonly type: 'commit';
      readonly tree: string;
      readonly parents: readonly string[];
      readonly author: string;
      /** When it was committed, ISO 8601 in UTC. */
      readonly date: string;
      readonly message: string;
    }
  /** `entries` are made anew each time; `listing` finds some of them. */
  | { readonly type: 'tree'; readonly entries: readonly TreeEntry[]; readonly listing: TreeListing }
  /** `bytes` is undefined when the content is larger than the reader's limit. */
  | { readonly type: 'blob'; readonly size: number; readonly bytes: Uint8Array | undefined }
  /** Something else than a file that is larger than whatever is read. */
  | { readonly type: 'oversized' };

/** Who did something, and when. */
export interface Signature {
  readonly name: string;
  readonly email: string;
  /** Seconds since the epoch. */
  readonly time: number;
}

const MODES: Readonly<Record<TreeEntry['kind'], string>> = {
  file: '100644',
  folder: '40000',
  symlink: '120000',
  submodule: '160000',
};

/** Contents up to so many bytes are named in one go: what Node makes for going step by step stays in memory for a while. */
const SMALL = 64 * 1024;

function rawObject(type: RawObject['type'], bytes: Uint8Array): RawObject {
  const header = Buffer.from(`${type} ${bytes.length}\0`);
  const oid =
    bytes.length <= SMALL
      ? hash('sha1', Buffer.concat([header, bytes]), 'hex')
      : createHash('sha1').update(header).update(bytes).digest('hex');
  return { type, oid, bytes };
}

/** The id Git gives to a content; it names the value, so it alone can tell two values apart. */
export function blobName(value: Uint8Array): string {
  return rawObject('blob', value).oid;
}

/** A blob; a text is stored as UTF-8. */
export function blobObject(content: string | Uint8Array): RawObject {
  return rawObject('blob', Buffer.from(content));
}

/**
 * A blob whose text is made again whenever it is asked for, always the same: ten thousands of them take no memory.
 */
export function lazyBlob(text: () => string): RawObject {
  return new LazyBlob(text);
}

class LazyBlob implements RawObject {
  readonly type = 'blob';
  readonly oid: string;
  readonly #text: () => string;

  constructor(text: () => string) {
    this.oid = blobObject(text()).oid;
    this.#text = text;
  }

  get bytes(): Uint8Array {
    return Buffer.from(this.#text());
  }
}

/** A tree. Git sorts by bytes, a folder as if its name ended in a slash. */
export function treeObject(entries: readonly TreeEntry[]): RawObject {
  const sortable = entries.map((entry) => ({
    entry,
    by: Buffer.from(entry.kind === 'folder' ? `${entry.name}/` : entry.name),
  }));
  sortable.sort((a, b) => Buffer.compare(a.by, b.by));
  const parts = sortable.flatMap(({ entry }) => [
    Buffer.from(`${MODES[entry.kind]} ${entry.name}\0`),
    Buffer.from(entry.oid, 'hex'),
  ]);
  return rawObject('tree', Buffer.concat(parts));
}

/** A commit. */
export function commitObject(commit: {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}): RawObject {
  const lines = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${signatureText(commit.author)}`,
    `committer ${signatureText(commit.committer)}`,
  ];
  return rawObject('commit', Buffer.from(`${lines.join('\n')}\n\n${messageText(commit.message)}`));
}

/** An annotated tag. */
export function tagObject(tag: {
  readonly target: string;
  readonly targetType: 'commit' | 'tag';
  readonly name: string;
  readonly tagger: Signature;
  readonly message: string;
}): RawObject {
  const lines = [
    `object ${tag.target}`,
    `type ${tag.targetType}`,
    `tag ${tag.name}`,
    `tagger ${signatureText(tag.tagger)}`,
  ];
  return rawObject('tag', Buffer.from(`${lines.join('\n')}\n\n${messageText(tag.message)}`));
}

/** Git reads a message up to its first NUL, and calls an object with one broken. */
function messageText(message: string): string {
  return `${message.replaceAll('\0', '').trimEnd()}\n`;
}

/** Git ends a name or an address at these, so they are left out, as Git itself does. */
function signatureText({ name, email, time }: Signature): string {
  const clean = (text: string, otherwise: string): string =>
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
    text.replace(/[<>\u0000-\u001f\u007f]/g, '').trim() || otherwise;
  return `${clean(name, 'unknown')} <${clean(email, 'unknown')}> ${Math.floor(time)} +0000`;
}
