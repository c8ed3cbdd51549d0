import { GitError } from '../../git/command.ts';
import { notFound, Refusal } from '../outcome.ts';
import { nodeId } from '../shapes.ts';
import { NO_OBJECT, type StoredRef } from '../store.ts';
import { bodyOf, type Handler, type RepositoryCall } from './call.ts';

const FULL_NAME = /^refs\/[^/]+\/./;

/** `git/get-ref` */
export const getRef: Handler = async (call) => {
  const ref = await call.repository.store.ref(`refs/${call.params.ref}`);
  if (ref === undefined) throw notFound();
  return { status: 200, data: refBody(ref, call) };
};

/** `git/list-matching-refs` */
export const listMatchingRefs: Handler = async (call) => {
  const refs = await call.repository.store.refs(`refs/${call.params.ref}`);
  return { status: 200, data: refs.map((ref) => refBody(ref, call)) };
};

/** `git/create-ref` */
export const createRef: Handler = async (call) => {
  const { store } = call.repository;
  const { ref, sha } = bodyOf<{ ref: string; sha: string }>(call);
  if (!FULL_NAME.test(ref) || !(await store.isRefName(ref))) {
    throw new Refusal(422, `${ref} is not a valid ref name.`);
  }
  if ((await store.ref(ref)) !== undefined) throw new Refusal(422, 'Reference already exists');
  await requireTarget(call, ref, sha);
  await change(call, `create ${ref} ${sha}`);
  return { status: 201, data: await stored(call, ref) };
};

/** `git/update-ref` */
export const updateRef: Handler = async (call) => {
  const { store } = call.repository;
  const { sha, force = false } = bodyOf<{ sha: string; force?: boolean }>(call);
  const name = `refs/${call.params.ref}`;
  const now = await store.ref(name);
  if (now === undefined) throw new Refusal(422, 'Reference does not exist');
  await requireTarget(call, name, sha);
  if (!force && !(await store.isAncestor(now.oid, sha))) throw new Refusal(422, 'Update is not a fast forward');
  // Without the id it was checked against, a push in between could be undone unnoticed.
  await change(call, `update ${name} ${sha} ${force ? '' : now.oid}`.trimEnd());
  return { status: 200, data: await stored(call, name) };
};

/** `git/delete-ref` */
export const deleteRef: Handler = async (call) => {
  const name = `refs/${call.params.ref}`;
  if ((await call.repository.store.ref(name)) === undefined) throw new Refusal(422, 'Reference does not exist');
  await change(call, `delete ${name}`);
  return { status: 204 };
};

async function requireTarget({ repository }: RepositoryCall, ref: string, sha: string): Promise<void> {
  const object = sha === NO_OBJECT ? undefined : await repository.store.object(sha);
  if (object === undefined) throw new Refusal(422, 'Object does not exist');
  if (ref.startsWith('refs/heads/') && object.type !== 'commit') throw new Refusal(422, 'Reference update failed');
}

async function change({ repository }: RepositoryCall, command: string): Promise<void> {
  try {
    await repository.store.transact([command]);
  } catch (error) {
    if (error instanceof GitError) throw new Refusal(422, 'Reference update failed');
    throw error;
  }
}

async function stored(call: RepositoryCall, name: string): Promise<unknown> {
  const ref = await call.repository.store.ref(name);
  if (ref === undefined) throw new Refusal(409, 'Conflict');
  return refBody(ref, call);
}

function refBody({ name, oid, type }: StoredRef, { repository, url }: RepositoryCall): Record<string, unknown> {
  return {
    ref: name,
    node_id: nodeId('REF', `${repository.name}:${name}`),
    url: `${url}/git/${name}`,
    object: { sha: oid, type, url: `${url}/git/${type}s/${oid}` },
  };
}
