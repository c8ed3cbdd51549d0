import type { Description } from '../types.ts';

const ROUTE = /^\/client\/v4\/accounts\/[^/]+\/storage\/kv\/namespaces(?:\/[^/]+(?:\/(.*))?)?$/;
const NAMESPACE = /\/namespaces\/[^/]+$/;

const FIXED: Readonly<Record<string, string>> = {
  'PUT bulk': 'kv bulk write',
  'DELETE bulk': 'kv bulk delete',
  'POST bulk/delete': 'kv bulk delete',
  'POST bulk/get': 'kv bulk get',
  'GET keys': 'kv list keys',
};

const PER_KEY: Readonly<Record<string, string>> = {
  'GET values': 'kv get value',
  'PUT values': 'kv put',
  'DELETE values': 'kv delete',
  'GET metadata': 'kv get metadata',
};

/** Names a request of Cloudflare's KV REST API and finds the keys it is about. */
export function describeCloudflare(method: string, path: string, body: Buffer): Description {
  const plain = path.split('?', 1)[0] ?? path;
  const unknown = { operation: `${method} ${plain}`, keys: () => [] };
  const route = ROUTE.exec(plain);
  if (route === null) return unknown;
  const rest = route[1];
  if (rest === undefined) {
    if (method !== 'GET') return unknown;
    return { ...unknown, operation: NAMESPACE.test(plain) ? 'kv get namespace' : 'kv list namespaces' };
  }
  const fixed = FIXED[`${method} ${rest}`];
  if (fixed !== undefined) return { operation: fixed, keys: () => keysOfBody(body) };
  const slash = rest.indexOf('/');
  const operation = PER_KEY[`${method} ${rest.slice(0, slash)}`];
  return operation === undefined ? unknown : { operation, keys: () => [decodeKey(rest.slice(slash + 1))] };
}

function decodeKey(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

function keysOfBody(body: Buffer): string[] {
  let content: unknown;
  try {
    content = JSON.parse(body.toString());
  } catch {
    return [];
  }
  const list: unknown = Array.isArray(content) ? content : (content as { keys?: unknown } | null)?.keys;
  if (!Array.isArray(list)) return [];
  return list
    .map((item: unknown) => (typeof item === 'string' ? item : (item as { key?: unknown } | null)?.key))
    .filter((key) => typeof key === 'string');
}
