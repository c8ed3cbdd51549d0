import { notFound, notSimulated, Refusal } from '../outcome.ts';
import type { TreeEntry } from '../store.ts';
import type { Handler, RepositoryCall } from './call.ts';
import { base64Lines } from './objects.ts';

const INLINE_BYTES = 1024 * 1024;
const SYMLINK = '120000';

/** `repos/get-content` */
export const getContent: Handler = async (call) => {
  const { store } = call.repository;
  const path = (call.params.path ?? '').replace(/^\/+|\/+$/g, '');
  const given = call.query.ref === undefined ? undefined : String(call.query.ref);
  const ref = given ?? (await store.head()).replace('refs/heads/', '');
  const commit = await store.resolve(`${ref}^{commit}`);
  if (commit === undefined)
    throw given === undefined ? notFound() : new Refusal(404, `No commit found for the ref ${ref}`);
  const oid = await store.resolve(`${commit}:${path}`);
  const object = oid === undefined ? undefined : await store.object(oid);
  if (oid === undefined || object === undefined) throw notFound();
  if (object.type === 'tree') {
    const entries = await store.tree(oid, false);
    const inside = (entry: TreeEntry) => ({ ...entry, path: path === '' ? entry.path : `${path}/${entry.path}` });
    return { status: 200, data: entries.map((entry) => entryBody(inside(entry), ref, call)) };
  }
  if (call.wantsRaw) return { status: 200, raw: object.content };
  const slash = path.lastIndexOf('/');
  const siblings = await store.tree(`${commit}:${path.slice(0, Math.max(0, slash))}`, false);
  const entry = siblings.find((one) => one.path === path.slice(slash + 1));
  if (entry === undefined) throw notFound();
  const body = entryBody({ ...entry, path }, ref, call);
  if (entry.mode === SYMLINK) return { status: 200, data: { ...body, target: object.content.toString() } };
  const inline = object.content.byteLength <= INLINE_BYTES;
  const content = inline ? base64Lines(object.content) : '';
  return { status: 200, data: { ...body, content, encoding: inline ? 'base64' : 'none' } };
};

function entryBody({ path, oid, type, mode, size = 0 }: TreeEntry, ref: string, call: RepositoryCall) {
  if (type === 'commit') throw notSimulated('submodules');
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const url = `${call.url}/contents/${encoded}?ref=${encodeURIComponent(ref)}`;
  const gitUrl = `${call.url}/git/${type}s/${oid}`;
  const htmlUrl = `${call.htmlUrl}/${type}/${ref}/${encoded}`;
  return {
    name: path.slice(path.lastIndexOf('/') + 1),
    path,
    sha: oid,
    size,
    url,
    html_url: htmlUrl,
    git_url: gitUrl,
    download_url: type === 'tree' ? null : `${call.htmlUrl}/raw/${ref}/${encoded}`,
    type: kindOf(type, mode),
    _links: { self: url, git: gitUrl, html: htmlUrl },
  };
}

function kindOf(type: string, mode: string): string {
  if (type === 'tree') return 'dir';
  return mode === SYMLINK ? 'symlink' : 'file';
}
