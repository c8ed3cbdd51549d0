import {
  blobObject,
  commitObject,
  type RawObject,
  type Signature,
  tagObject,
  treeObject,
} from '../../src/git/object.ts';

const PERSON: Signature = { name: 'Ada Lovelace', email: 'ada@example.com', time: 1_777_629_600 };

/** A commit. */
export function commitOf(message: string, tree: string, parents: readonly string[]): RawObject {
  return commitObject({ tree, parents, author: PERSON, committer: PERSON, message });
}

/** A commit with a tree of one file, and all objects it consists of. */
export function chain(message: string, parents: readonly string[]): { oid: string; objects: RawObject[] } {
  const blob = blobObject(`${message}\n`);
  const tree = treeObject([{ kind: 'file', name: 'file.txt', oid: blob.oid }]);
  const commit = commitOf(message, tree.oid, parents);
  return { oid: commit.oid, objects: [blob, tree, commit] };
}

/** An annotated tag. */
export function tagOf(name: string, target: string, targetType: 'commit' | 'tag'): RawObject {
  return tagObject({ target, targetType, name, tagger: PERSON, message: name });
}
