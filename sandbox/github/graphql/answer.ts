import { execute, GraphQLError, type GraphQLFieldResolver, getOperationAST, parse, validate } from 'graphql';
import type { RecordedRequest } from '../../types.ts';
import { requireAccess } from '../access.ts';
import { type Outcome, Refusal } from '../outcome.ts';
import { failure, type GraphqlContext } from './context.ts';
import { createRef, updateRefs } from './mutations.ts';
import type { Node } from './objects.ts';
import { repositoryNode } from './repository.ts';
import { githubSchema } from './schema.ts';

interface GraphqlRequest {
  readonly query?: unknown;
  readonly variables?: Record<string, unknown> | null;
  readonly operationName?: string | null;
}

type Resolver = (args: unknown, context: GraphqlContext) => unknown;

/** Where queries and mutations begin. */
const ROOT: Node = {
  updateRefs: writing(updateRefs),
  createRef: writing(createRef),
  repository: ({ owner, name }: { owner: string; name: string }, context: GraphqlContext) => {
    const repository = context.hosting.find(`${owner}/${name}`);
    if (repository !== undefined) return repositoryNode(repository, context);
    throw failure('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
  },
};

/** Answers a GraphQL request; what is wrong with the query is in the answer, as on GitHub. */
export async function answerGraphql(request: RecordedRequest, context: GraphqlContext): Promise<Outcome> {
  if (context.access === 'none') throw new Refusal(401, 'This endpoint requires you to be authenticated.');
  const { query, variables, operationName } = readBody(request.body);
  if (typeof query !== 'string')
    return failed([new GraphQLError('A query attribute must be specified and must be a string.')]);
  const schema = await githubSchema();
  try {
    const document = parse(query);
    const errors = validate(schema, document);
    if (errors.length > 0) return failed(errors);
    if (getOperationAST(document, operationName) === null) return failed([new GraphQLError('No operation to run')]);
    const result = await execute({
      schema,
      document,
      rootValue: ROOT,
      contextValue: context,
      variableValues: variables ?? {},
      operationName: operationName ?? null,
      fieldResolver: resolveField,
    });
    const { data, errors: found } = result;
    return found === undefined ? { status: 200, data: { data } } : failed(found, data);
  } catch (error) {
    if (error instanceof GraphQLError) return failed([error]);
    throw error;
  }
}

/** Fails on every field the sandbox has no value for, instead of making it null. */
const resolveField: GraphQLFieldResolver<unknown, GraphqlContext> = (source, args, context, info) => {
  const value = (source as Node)[info.fieldName];
  if (value === undefined) {
    throw failure('NOT_SIMULATED', `The sandbox does not simulate ${info.parentType.name}.${info.fieldName}`);
  }
  return typeof value === 'function' ? (value as Resolver)(args, context) : value;
};

function writing<T>(mutate: (args: T, context: GraphqlContext) => Promise<Node>) {
  return (args: T, context: GraphqlContext) => {
    try {
      requireAccess(context.access, true);
    } catch (error) {
      if (error instanceof Refusal) throw failure('FORBIDDEN', error.message);
      throw error;
    }
    return mutate(args, context);
  };
}

function readBody(body: Buffer): GraphqlRequest {
  try {
    const parsed: unknown = JSON.parse(body.toString());
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    throw new Refusal(400, 'Problems parsing JSON');
  }
}

/** GitHub puts the kind of a failure beside its message. */
function failed(errors: readonly GraphQLError[], data?: unknown): Outcome {
  const told = errors.map((error) => {
    const { type, ...extensions } = error.extensions;
    const { message, locations, path } = error.toJSON();
    const kind = type === undefined ? {} : { type };
    const rest = Object.keys(extensions).length > 0 ? { extensions } : {};
    return { ...kind, ...(path && { path }), ...rest, ...(locations && { locations }), message };
  });
  return { status: 200, data: data === undefined ? { errors: told } : { data, errors: told } };
}
