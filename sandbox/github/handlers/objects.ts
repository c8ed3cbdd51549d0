import { GitError } from '../../git/command.ts';
import { parseObject, parseSignature, type Signature, timestamp } from '../objects.ts';
import { notFound, Refusal } from '../outcome.ts';
import { BOT, nodeId } from '../shapes.ts';
import type { ObjectType, StoredObject } from '../store.ts';
import { bodyOf, type Handler, type RepositoryCall } from './call.ts';

const UNSIGNED = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null } as const;
const BOT_EMAIL = '41898282+github-actions[bot]@users.noreply.github.com';

interface TagRequest {
  readonly tag: string;
  readonly message: string;
  readonly object: string;
  readonly type: ObjectType;
  readonly tagger?: { readonly name: string; readonly email: string; readonly date?: string };
}

/** `git/get-tag` */
export const getTag: Handler = async (call) => {
  return { status: 200, data: tagBody(await objectOf(call, call.params.tag_sha, 'tag'), call) };
};

/** `git/create-tag` */
export const createTag: Handler = async (call) => {
  const { store } = call.repository;
  const request = bodyOf<TagRequest>(call);
  const target = await store.object(request.object);
  if (target?.type !== request.type) throw new Refusal(422, 'Object does not exist');
  const { name, email, date = timestamp(call.clock.now()) } = request.tagger ?? { name: BOT, email: BOT_EMAIL };
  const seconds = Math.floor(Date.parse(date) / 1000);
  const head = [`object ${target.oid}`, `type ${target.type}`, `tag ${request.tag}`];
  const lines = [...head, `tagger ${name} <${email}> ${seconds} +0000`, '', request.message];
  try {
    const oid = await store.writeTag(lines.join('\n'));
    const data = tagBody({ oid, type: 'tag', content: Buffer.from(lines.join('\n')) }, call);
    return { status: 201, data };
  } catch (error) {
    if (error instanceof GitError) throw new Refusal(422, 'Invalid tag object');
    throw error;
  }
};

/** `git/get-commit` */
export const getCommit: Handler = async (call) => {
  const { oid, content } = await objectOf(call, call.params.commit_sha, 'commit');
  const { repository, url, htmlUrl } = call;
  const { headers, message } = parseObject(content);
  const tree = headers.tree?.[0] ?? '';
  const parents = (headers.parent ?? []).map((sha) => ({
    sha,
    url: `${url}/git/commits/${sha}`,
    html_url: `${htmlUrl}/commit/${sha}`,
  }));
  const data = {
    sha: oid,
    node_id: nodeId('C', `${repository.name}:${oid}`),
    url: `${url}/git/commits/${oid}`,
    html_url: `${htmlUrl}/commit/${oid}`,
    author: parseSignature(headers.author?.[0]),
    committer: parseSignature(headers.committer?.[0]),
    tree: { sha: tree, url: `${url}/git/trees/${tree}` },
    // GitHub leaves the last line's end out.
    message: message.replace(/\n$/, ''),
    parents,
    verification: UNSIGNED,
  };
  return { status: 200, data };
};

/** `git/get-tree` */
export const getTree: Handler = async ({ repository, url, params, query }) => {
  const sha = await repository.store.resolve(`${params.tree_sha}^{tree}`);
  if (sha === undefined) throw notFound();
  const entries = await repository.store.tree(sha, query.recursive !== undefined);
  const tree = entries.map(({ path, mode, type, oid, size }) => ({
    path,
    mode,
    type,
    sha: oid,
    ...(size === undefined ? {} : { size }),
    ...(type === 'commit' ? {} : { url: `${url}/git/${type}s/${oid}` }),
  }));
  return { status: 200, data: { sha, url: `${url}/git/trees/${sha}`, tree, truncated: false } };
};

/** `git/get-blob` */
export const getBlob: Handler = async (call) => {
  const { oid, content } = await objectOf(call, call.params.file_sha, 'blob');
  if (call.wantsRaw) return { status: 200, raw: content };
  const data = {
    sha: oid,
    node_id: nodeId('B', `${call.repository.name}:${oid}`),
    size: content.byteLength,
    url: `${call.url}/git/blobs/${oid}`,
    content: base64Lines(content),
    encoding: 'base64',
  };
  return { status: 200, data };
};

/** Base64 in lines of 60, as GitHub sends it. */
export function base64Lines(content: Buffer): string {
  return content.toString('base64').replace(/.{1,60}/g, '$&\n');
}

async function objectOf({ repository }: RepositoryCall, oid = '', type: ObjectType): Promise<StoredObject> {
  const object = await repository.store.object(oid);
  if (object?.type !== type) throw notFound();
  return object;
}

function tagBody({ oid, content }: StoredObject, { repository, url }: RepositoryCall): Record<string, unknown> {
  const { headers, message } = parseObject(content);
  const [sha = '', type = ''] = [headers.object?.[0], headers.type?.[0]];
  const tagger: Signature = parseSignature(headers.tagger?.[0]);
  return {
    node_id: nodeId('TA', `${repository.name}:${oid}`),
    sha: oid,
    url: `${url}/git/tags/${oid}`,
    object: { sha, type, url: `${url}/git/${type}s/${sha}` },
    tagger,
    message,
    tag: headers.tag?.[0] ?? '',
    verification: UNSIGNED,
  };
}
