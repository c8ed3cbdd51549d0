import { GitError } from '../../git/command.ts';
import type { Hosted } from '../hosted.ts';
import { NO_OBJECT } from '../store.ts';
import { failure, type GraphqlContext, repositoryOf } from './context.ts';
import type { Node } from './objects.ts';
import { refNode } from './repository.ts';

interface RefUpdate {
  readonly name: string;
  readonly afterOid: string;
  readonly beforeOid?: string | null;
  readonly force?: boolean | null;
}

interface UpdateRefsInput {
  readonly clientMutationId?: string | null;
  readonly repositoryId: string;
  readonly refUpdates: readonly RefUpdate[];
}

interface CreateRefInput {
  readonly clientMutationId?: string | null;
  readonly repositoryId: string;
  readonly name: string;
  readonly oid: string;
}

/** Moves all the refs or none, each from what it is expected to be. */
export async function updateRefs({ input }: { input: UpdateRefsInput }, context: GraphqlContext): Promise<Node> {
  const repository = repositoryOf(input.repositoryId, context);
  const commands: string[] = [];
  for (const update of input.refUpdates) commands.push(await commandFor(update, repository));
  await transact(repository, commands);
  return { clientMutationId: input.clientMutationId ?? null };
}

/** Makes a ref that is not there yet. */
export async function createRef({ input }: { input: CreateRefInput }, context: GraphqlContext): Promise<Node> {
  const repository = repositoryOf(input.repositoryId, context);
  const { name, oid } = input;
  await requireName(repository, name);
  await requireObject(repository, oid);
  if ((await repository.store.ref(name)) !== undefined) {
    throw failure('UNPROCESSABLE', `A ref named "${name}" already exists in the repository.`);
  }
  await transact(repository, [`create ${name} ${oid}`]);
  const ref = await repository.store.ref(name);
  return {
    clientMutationId: input.clientMutationId ?? null,
    ref: ref === undefined ? null : refNode(ref, repository, context),
  };
}

/** The command of `git update-ref --stdin` that does it, checked against what is stored now and again by Git. */
async function commandFor({ name, afterOid, beforeOid, force }: RefUpdate, repository: Hosted): Promise<string> {
  await requireName(repository, name);
  const now = (await repository.store.ref(name))?.oid ?? NO_OBJECT;
  if (beforeOid !== undefined && beforeOid !== null && beforeOid !== now) {
    throw failure('UNPROCESSABLE', `Reference cannot be updated: "${name}" is at ${now}, not at ${beforeOid}.`);
  }
  // Only what was asked for or looked at here is expected of the ref when Git comes to it.
  const expected = force === true && (beforeOid === undefined || beforeOid === null) ? '' : ` ${now}`;
  if (afterOid === NO_OBJECT) {
    if (now === NO_OBJECT) throw failure('UNPROCESSABLE', `Reference does not exist: "${name}".`);
    return `delete ${name}${expected}`;
  }
  await requireObject(repository, afterOid);
  if (force !== true && now !== NO_OBJECT && !(await repository.store.isAncestor(now, afterOid))) {
    throw failure('UNPROCESSABLE', `Update is not a fast forward: "${name}".`);
  }
  return `update ${name} ${afterOid}${expected}`;
}

async function transact(repository: Hosted, commands: readonly string[]): Promise<void> {
  try {
    await repository.store.transact(commands);
  } catch (error) {
    if (error instanceof GitError)
      throw failure('UNPROCESSABLE', 'Reference update failed: a ref has changed meanwhile.');
    throw error;
  }
}

async function requireName({ store }: Hosted, name: string): Promise<void> {
  const wellFormed = /^refs\/[^/]+\/./.test(name) && (await store.isRefName(name));
  if (!wellFormed) throw failure('UNPROCESSABLE', `"${name}" is not a valid fully qualified ref name.`);
}

async function requireObject({ store }: Hosted, oid: string): Promise<void> {
  if ((await store.object(oid)) === undefined) throw failure('UNPROCESSABLE', `Object does not exist: ${oid}.`);
}
