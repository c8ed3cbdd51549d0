import type { Hosted } from '../hosted.ts';
import { nodeId, numberFor } from '../shapes.ts';
import type { StoredRef } from '../store.ts';
import { failure, type GraphqlContext } from './context.ts';
import { type Node, objectNode } from './objects.ts';

const MAX_PAGE = 100;

interface RefsArguments {
  readonly refPrefix: string;
  readonly first?: number;
  readonly after?: string;
}

/** A repository and the way to its refs and objects. */
export function repositoryNode(repository: Hosted, context: GraphqlContext): Node {
  const { name: nameWithOwner, store } = repository;
  const toNode = (ref: StoredRef | undefined) => (ref === undefined ? null : refNode(ref, repository, context));
  return {
    __typename: 'Repository',
    id: nodeId('R', nameWithOwner),
    databaseId: numberFor(nameWithOwner),
    name: nameWithOwner.split('/')[1],
    nameWithOwner,
    url: `${context.serverUrl}/${nameWithOwner}`,
    defaultBranchRef: async () => toNode(await store.ref(await store.head())),
    ref: async ({ qualifiedName }: { qualifiedName: string }) => toNode(await findRef(repository, qualifiedName)),
    refs: async (args: RefsArguments) => {
      requireKnown(args, ['refPrefix', 'first', 'after']);
      if (!args.refPrefix.startsWith('refs/') || !args.refPrefix.endsWith('/')) return null;
      return connection((await store.refs(args.refPrefix)).map(toNode), args);
    },
    object: async ({ expression, oid }: { expression?: string; oid?: string }) => {
      const id = oid ?? (expression === undefined ? undefined : await store.resolve(expression));
      return id === undefined ? null : objectNode(id, repository, context);
    },
  };
}

/** A ref; its name lacks the kind of ref it is, which is its prefix. */
export function refNode(ref: StoredRef, repository: Hosted, context: GraphqlContext): Node {
  const [prefix = ''] = /^refs\/[^/]+\//.exec(ref.name) ?? [];
  return {
    __typename: 'Ref',
    id: nodeId('REF', `${repository.name}:${ref.name}`),
    name: ref.name.slice(prefix.length),
    prefix,
    target: () => objectNode(ref.oid, repository, context),
    repository: () => repositoryNode(repository, context),
  };
}

/** A short name is looked for among branches and then tags. */
async function findRef({ store }: Hosted, name: string): Promise<StoredRef | undefined> {
  if (name.startsWith('refs/')) return store.ref(name);
  return (await store.ref(`refs/heads/${name}`)) ?? (await store.ref(`refs/tags/${name}`));
}

function connection(all: readonly (Node | null)[], { first, after }: RefsArguments): Node {
  const missing = 'You must provide a `first` or `last` value to properly paginate the `refs` connection.';
  if (first === undefined) throw failure('INVALID_CURSOR_ARGUMENTS', missing);
  if (first < 1 || first > MAX_PAGE) {
    throw failure('INVALID_CURSOR_ARGUMENTS', `\`first\` on the \`refs\` connection must be from 1 to ${MAX_PAGE}.`);
  }
  const start = after === undefined ? 0 : positionAfter(after);
  const nodes = all.slice(start, start + first);
  const edges = nodes.map((node, i) => ({ node, cursor: cursorOf(start + i) }));
  const pageInfo = {
    hasNextPage: start + nodes.length < all.length,
    hasPreviousPage: start > 0,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { nodes, edges, pageInfo, totalCount: all.length };
}

function cursorOf(position: number): string {
  return Buffer.from(`cursor:${position + 1}`).toString('base64');
}

function positionAfter(cursor: string): number {
  const [, position] = /^cursor:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString()) ?? [];
  if (position === undefined)
    throw failure('INVALID_CURSOR_ARGUMENTS', `\`${cursor}\` does not appear to be a valid cursor.`);
  return Number(position);
}

function requireKnown(args: object, known: readonly string[]): void {
  for (const name of Object.keys(args)) {
    if (!known.includes(name))
      throw failure('NOT_SIMULATED', `The sandbox does not simulate the argument ${name} of refs`);
  }
}
