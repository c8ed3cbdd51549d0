import { ApiError, errors, success } from './answers.mjs';
import { bulkDelete, bulkGet, bulkWrite } from './bulk.mjs';
import { describe, listKeys, listNamespaces } from './namespaces.mjs';
import { deleteValue, getMetadata, getValue, putValue } from './values.mjs';

const ROUTE = /^\/client\/v4\/accounts\/([^/]+)\/storage\/kv\/namespaces(?:\/([^/]+)(?:\/(.+))?)?$/;
const VERIFY = /^\/client\/v4\/user\/tokens\/verify$/;
const KEY_ROUTE = /^(values|metadata)\/([^/]+)$/;

const OF_NAMESPACE = {
  'GET ': (_kv, _request, _url, namespace) => success(describe(namespace)),
  'GET keys': (kv, _request, url) => listKeys(url, kv),
  'PUT bulk': bulkWrite,
  'DELETE bulk': bulkDelete,
  'POST bulk/delete': bulkDelete,
  'POST bulk/get': bulkGet,
};

const OF_KEY = {
  'GET values': getValue,
  'PUT values': putValue,
  'DELETE values': deleteValue,
  'GET metadata': getMetadata,
};

// biome-ignore lint/style/noDefaultExport: workerd finds a Worker's handlers in its default export.
export default {
  async fetch(request, env) {
    try {
      return await answer(request, env);
    } catch (error) {
      // An answer before the end of a large body would cut the sender off, which then never sees the answer.
      if (!request.bodyUsed) await request.arrayBuffer();
      if (error instanceof ApiError) return error.toResponse();
      return new ApiError(500, 10001, `service temporarily unavailable: ${error}`).toResponse();
    }
  },
};

async function answer(request, env) {
  if (VERIFY.test(new URL(request.url).pathname)) return verifyToken(request.headers.get('authorization'), env.TOKEN);
  checkAuthorization(request.headers.get('authorization'), env.TOKEN);
  const url = new URL(request.url);
  const [, account, id, rest = ''] = ROUTE.exec(url.pathname) ?? [];
  if (account === undefined) throw new ApiError(404, 7000, 'No route for that URI');
  if (account !== env.ACCOUNT_ID) {
    throw new ApiError(404, 7003, `Could not route to ${url.pathname}, perhaps your object identifier is invalid?`);
  }
  if (id === undefined) {
    if (request.method === 'GET') return listNamespaces(url, env.NAMESPACES);
    throw new ApiError(405, 10405, 'Method not allowed for this authentication scheme');
  }
  const namespace = env.NAMESPACES.find((known) => known.id === id);
  if (namespace === undefined) throw errors.namespaceNotFound('get namespace');
  return answerInNamespace(request, url, namespace, rest, env[`KV_${id}`]);
}

function answerInNamespace(request, url, namespace, rest, kv) {
  const handle = OF_NAMESPACE[`${request.method} ${rest}`];
  if (handle !== undefined) return handle(kv, request, url, namespace);
  const [, kind, encodedKey = ''] = KEY_ROUTE.exec(rest) ?? [];
  const handleKey = OF_KEY[`${request.method} ${kind}`];
  if (handleKey === undefined) throw new ApiError(404, 10025, 'endpoint does not exist');
  return handleKey(kv, decodeKey(encodedKey), request, url);
}

function decodeKey(encoded) {
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw errors.illegalKey('decode', encoded);
  }
}

/** GET /user/tokens/verify */
function verifyToken(header, token) {
  if (header !== `Bearer ${token}`) throw new ApiError(401, 1000, 'Invalid API Token');
  return success({ id: 'ed17574386854bf78a67040be0a770b0', status: 'active' });
}

function checkAuthorization(header, token) {
  if (header === null) {
    throw new ApiError(400, 9106, 'Missing X-Auth-Key, X-Auth-Email or Authorization headers');
  }
  const given = /^bearer\s+(\S+)$/i.exec(header)?.[1];
  if (given === undefined) throw new ApiError(400, 6003, 'Invalid request headers');
  if (given !== token) throw new ApiError(403, 10000, 'Authentication error');
}
