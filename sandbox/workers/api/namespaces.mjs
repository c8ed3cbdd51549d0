import { errors, success } from './answers.mjs';
import { MAX_LIST_KEYS, MIN_LIST_KEYS } from './limits.mjs';

const DEFAULT_PER_PAGE = 20;
const MAX_PER_PAGE = 1000;

/** GET .../namespaces */
export function listNamespaces(url, namespaces) {
  const operation = 'list namespaces';
  const page = readInteger(url, 'page', 1);
  const perPage = readInteger(url, 'per_page', DEFAULT_PER_PAGE);
  if (!(page >= 1)) throw errors.invalidPage(operation);
  if (!(perPage >= 1 && perPage <= MAX_PER_PAGE)) throw errors.invalidPerPage(operation);
  const start = (page - 1) * perPage;
  const result = sorted(url, namespaces)
    .slice(start, start + perPage)
    .map(describe);
  const total = namespaces.length;
  const info = { page, per_page: perPage, count: result.length, total_count: total };
  return success(result, { result_info: { ...info, total_pages: Math.ceil(total / perPage) } });
}

/** GET .../namespaces/{id} */
export function describe({ id, title }) {
  return { id, title, supports_url_encoding: true };
}

/** GET .../namespaces/{id}/keys */
export async function listKeys(url, kv) {
  const operation = 'list keys';
  const limit = readInteger(url, 'limit', MAX_LIST_KEYS);
  if (!(limit >= MIN_LIST_KEYS && limit <= MAX_LIST_KEYS)) throw errors.invalidLimit(operation);
  const prefix = url.searchParams.get('prefix') || undefined;
  const cursor = url.searchParams.get('cursor') || undefined;
  let page;
  try {
    page = await kv.list({ limit, prefix, cursor });
  } catch {
    throw errors.invalidCursor(operation);
  }
  const result = page.keys.map(({ name, expiration, metadata }) => ({ name, expiration, metadata }));
  const info = { count: result.length, cursor: page.list_complete ? '' : page.cursor };
  return success(result, { result_info: info });
}

function sorted(url, namespaces) {
  const order = url.searchParams.get('order');
  if (order !== 'id' && order !== 'title') return namespaces;
  const sign = url.searchParams.get('direction') === 'desc' ? -1 : 1;
  return namespaces.toSorted((a, b) => sign * (a[order] < b[order] ? -1 : Number(a[order] > b[order])));
}

function readInteger(url, name, fallback) {
  const text = url.searchParams.get(name);
  if (text === null || text === '') return fallback;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}
