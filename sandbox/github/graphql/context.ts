import { GraphQLError } from 'graphql';
import type { Access } from '../access.ts';
import type { Hosted, Hosting } from '../hosted.ts';
import type { Addresses } from '../shapes.ts';

/** What resolvers need. */
export interface GraphqlContext extends Addresses {
  readonly access: Access;
  readonly hosting: Hosting;
}

/** GitHub's kinds of failure. */
export type FailureType = 'NOT_FOUND' | 'FORBIDDEN' | 'UNPROCESSABLE' | 'INVALID_CURSOR_ARGUMENTS' | 'NOT_SIMULATED';

/** An error that keeps its kind until the answer is written. */
export function failure(type: FailureType, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

/** The repository a node id stands for. */
export function repositoryOf(id: string, { hosting }: GraphqlContext): Hosted {
  const name = Buffer.from(id.replace(/^R_/, ''), 'base64url').toString();
  const repository = id.startsWith('R_') ? hosting.find(name) : undefined;
  if (repository === undefined) throw failure('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
  return repository;
}
