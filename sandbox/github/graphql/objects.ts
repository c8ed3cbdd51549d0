import type { Hosted } from '../hosted.ts';
import { parseObject, parseSignature } from '../objects.ts';
import { nodeId } from '../shapes.ts';
import type { StoredObject, TreeEntry } from '../store.ts';
import type { GraphqlContext } from './context.ts';
import { repositoryNode } from './repository.ts';

/** Fields by name; a function is called with the arguments when its field is asked for. */
export type Node = Readonly<Record<string, unknown>>;

const TYPE_NAMES = { commit: 'Commit', tree: 'Tree', blob: 'Blob', tag: 'Tag' } as const;
const TEXT_BYTES = 512 * 1024;

/** The object of a full id, with what its type adds. */
export async function objectNode(oid: string, repository: Hosted, context: GraphqlContext): Promise<Node | null> {
  const object = await repository.store.object(oid);
  if (object === undefined) return null;
  const resource = `/${repository.name}/commit/${oid}`;
  const common = {
    __typename: TYPE_NAMES[object.type],
    id: nodeId('O', `${repository.name}:${oid}`),
    oid,
    abbreviatedOid: oid.slice(0, 7),
    commitResourcePath: resource,
    commitUrl: `${context.serverUrl}${resource}`,
    repository: () => repositoryNode(repository, context),
  };
  const target = (id = '') => objectNode(id, repository, context);
  if (object.type === 'commit') return { ...common, ...commitFields(object, target) };
  if (object.type === 'tag') return { ...common, ...tagFields(object, target) };
  if (object.type === 'blob') return { ...common, ...blobFields(object) };
  return { ...common, entries: async () => (await repository.store.tree(oid, false)).map((one) => entry(one, target)) };
}

type Follow = (oid?: string) => Promise<Node | null>;

function commitFields({ content }: StoredObject, follow: Follow): Node {
  const { headers, message } = parseObject(content);
  const text = message.replace(/\n$/, '');
  const [messageHeadline = ''] = text.split('\n');
  return {
    message: text,
    messageHeadline,
    authoredDate: parseSignature(headers.author?.[0]).date,
    committedDate: parseSignature(headers.committer?.[0]).date,
    tree: () => follow(headers.tree?.[0]),
  };
}

function tagFields({ content }: StoredObject, follow: Follow): Node {
  const { headers, message } = parseObject(content);
  return {
    name: headers.tag?.[0] ?? '',
    message,
    tagger: parseSignature(headers.tagger?.[0]),
    target: () => follow(headers.object?.[0]),
  };
}

function blobFields({ content }: StoredObject): Node {
  const isBinary = content.includes(0);
  const isTruncated = content.byteLength > TEXT_BYTES;
  const text = isBinary ? null : content.subarray(0, TEXT_BYTES).toString();
  return { byteSize: content.byteLength, isBinary, isTruncated, text };
}

function entry({ path: name, mode, type, oid, size = 0 }: TreeEntry, follow: Follow): Node {
  return { name, mode: Number.parseInt(mode, 8), type, oid, size, object: () => follow(oid) };
}
