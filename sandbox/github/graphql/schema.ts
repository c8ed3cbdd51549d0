import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSchema, type GraphQLSchema } from 'graphql';

/** The package does not export the file by a name of its own. */
const FILE = join(
  import.meta.dirname,
  ...['..', '..', '..', 'node_modules', '@octokit', 'graphql-schema', 'schema.graphql'],
);

let loaded: Promise<GraphQLSchema> | undefined;

/** GitHub's published GraphQL schema, read once per process and not before it is needed. */
export function githubSchema(): Promise<GraphQLSchema> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<GraphQLSchema> {
  // It is published as valid; checking it again takes longer than building it.
  return buildSchema(await readFile(FILE, 'utf8'), { assumeValid: true, assumeValidSDL: true });
}
