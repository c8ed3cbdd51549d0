/**
 * Writes `sandbox/github/openapi.json`: the part of GitHub's published OpenAPI description the sandbox speaks.
 * Usage: `node scripts/prune-openapi.ts path/to/api.github.com.json`
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const OPERATIONS = new Set([
  ...['meta/get', 'rate-limit/get', 'repos/get', 'repos/get-content'],
  ...['git/get-ref', 'git/list-matching-refs', 'git/create-ref', 'git/update-ref', 'git/delete-ref'],
  ...['git/get-tag', 'git/create-tag', 'git/get-commit', 'git/get-tree', 'git/get-blob'],
  ...['repos/list-deployments', 'repos/create-deployment'],
  ...['repos/list-deployment-statuses', 'repos/create-deployment-status'],
  ...['issues/list-for-repo', 'issues/create', 'issues/get', 'issues/update'],
  ...['issues/create-comment', 'issues/list-comments', 'issues/create-label'],
  ...['issues/update-comment', 'issues/delete-comment'],
  ...['pulls/list', 'repos/get-repo-rulesets', 'repos/get-repo-ruleset'],
  ...['checks/create', 'checks/update'],
]);
/** What an answer never depends on. */
const PROSE = new Set(['description', 'summary', 'example', 'examples', 'externalDocs', 'tags', 'title']);
const CHOICES = ['oneOf', 'anyOf', 'allOf'];

type Json = null | boolean | number | string | Json[] | JsonObject;
interface JsonObject {
  [key: string]: Json;
}

/** Thrown away: prose and extensions; kept: fields that happen to be named like prose. */
function strip(value: Json, isNames = false): Json {
  if (Array.isArray(value)) return value.map((one) => strip(one));
  if (!isObject(value)) return value;
  const kept: JsonObject = {};
  for (const [key, one] of Object.entries(value)) {
    if (!isNames && (PROSE.has(key) || key.startsWith('x-'))) continue;
    kept[key] = strip(one, key === 'properties' && !isNames);
  }
  return !isNames && kept.nullable === true ? spellNull(kept) : kept;
}

/** Says with JSON Schema's own means that null is allowed where `nullable` alone would not do. */
function spellNull(schema: JsonObject): JsonObject {
  const { nullable: _, ...rest } = schema;
  if (schema.type === undefined) return { anyOf: [rest, { enum: [null] }] };
  if (Array.isArray(schema.enum) && !schema.enum.includes(null))
    return { ...rest, nullable: true, enum: [...schema.enum, null] };
  return schema;
}

/** Forbids fields a request body's description does not list, at every depth. */
function close(schema: Json, isRefinement = false): void {
  if (!isObject(schema)) return;
  if (isObject(schema.properties)) {
    if (!isRefinement) schema.additionalProperties = false;
    for (const one of Object.values(schema.properties)) close(one);
  }
  if (schema.items !== undefined) close(schema.items);
  for (const choice of CHOICES) {
    const branches = schema[choice];
    // Branches beside properties of their own only say which of those are needed.
    if (Array.isArray(branches)) for (const one of branches) close(one, schema.properties !== undefined);
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function lookUp(document: JsonObject, pointer: string): Json {
  let found: Json = document;
  for (const step of pointer.slice(2).split('/')) {
    const next: Json | undefined = isObject(found) ? found[step] : undefined;
    if (next === undefined) throw new Error(`The description refers to ${pointer}, which is not there`);
    found = next;
  }
  return found;
}

/** Copies what a part refers to, and what that refers to. */
function collect(part: Json, document: JsonObject, components: JsonObject): void {
  if (Array.isArray(part)) for (const one of part) collect(one, document, components);
  if (!isObject(part)) return;
  for (const one of Object.values(part)) collect(one, document, components);
  if (typeof part.$ref !== 'string') return;
  const [, , kind = '', name = ''] = part.$ref.split('/');
  const group = components[kind];
  const known = isObject(group) ? group : {};
  components[kind] = known;
  if (known[name] !== undefined) return;
  const stripped = strip(lookUp(document, part.$ref));
  known[name] = stripped;
  collect(stripped, document, components);
}

function closeBody(operation: JsonObject): void {
  const content = isObject(operation.requestBody) ? operation.requestBody.content : undefined;
  if (isObject(content))
    for (const media of Object.values(content)) close(isObject(media) ? (media.schema ?? null) : null);
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key] ?? null)]),
  );
}

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error('Usage: node scripts/prune-openapi.ts path/to/api.github.com.json');
const document = JSON.parse(await readFile(source, 'utf8')) as JsonObject;
const paths: JsonObject = {};
const components: JsonObject = {};
const missing = new Set(OPERATIONS);
for (const [path, methods] of Object.entries(isObject(document.paths) ? document.paths : {})) {
  for (const [method, operation] of Object.entries(isObject(methods) ? methods : {})) {
    if (!isObject(operation) || !missing.delete(String(operation.operationId))) continue;
    const stripped = strip(operation) as JsonObject;
    closeBody(stripped);
    collect(stripped, document, components);
    const known = paths[path];
    paths[path] = { ...(isObject(known) ? known : {}), [method]: stripped };
  }
}
if (missing.size > 0) throw new Error(`The description lacks ${[...missing].join(', ')}`);

const { title = '', version = '', license = {} } = isObject(document.info) ? document.info : {};
const pruned = { openapi: document.openapi ?? '', info: { title, version, license }, paths, components };
const target = join(import.meta.dirname, '..', 'sandbox', 'github', 'openapi.json');
await writeFile(target, `${JSON.stringify(sorted(pruned), null, 2)}\n`);
process.stdout.write(`Written: ${OPERATIONS.size} operations of version ${String(version)}.\n`);
