const TYPES = new Map([
  ['template', 'templates'],
  ['prompt', 'prompts'],
  ['query', 'queries'],
  ['config', 'configs'],
  ['script', 'scripts'],
  ['schema', 'schemas'],
  ['docs', 'docs'],
  ['agent', 'agents'],
  ['ensemble', 'ensembles'],
  ['tool', 'tools'],
]);
const VERSIONS_KEY = 'component-versions';

// biome-ignore lint/style/noDefaultExport: workerd finds a Worker's handlers in its default export.
export default {
  async fetch(request, env) {
    const { pathname } = new URL(request.url);
    const [, namespaceId = '', rest = ''] = /^\/([^/]+)\/(.+)$/.exec(pathname) ?? [];
    const kv = env[`KV_${namespaceId}`];
    if (kv === undefined) return new Response(`No namespace ${namespaceId}`, { status: 404 });
    const reference = decodeReference(rest);
    const key = keyOf(reference);
    if (key === undefined) return new Response(`Invalid component reference: ${reference}`, { status: 400 });
    const { value, metadata } = await kv.getWithMetadata(key, 'stream');
    if (value === null) return new Response(`Component not found: ${reference} (${key})`, { status: 404 });
    const headers = { 'content-type': 'application/octet-stream', 'x-kv-key': encodeURI(key) };
    if (metadata !== null) headers['x-kv-metadata'] = asciiJson(metadata);
    return new Response(value, { headers });
  },
};

function decodeReference(encoded) {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

/** prompt://extraction@v1.0.0 is kept under prompts/extraction@v1.0.0; no version means the latest. */
function keyOf(reference) {
  if (reference === VERSIONS_KEY) return VERSIONS_KEY;
  const [, protocol, rest] = /^([a-z]+):\/\/(.+)$/.exec(reference) ?? [];
  const type = TYPES.get(protocol);
  if (type === undefined) return undefined;
  const [, path, version = 'latest'] = /^(.+?)(?:@([^@]+))?$/.exec(rest) ?? [];
  return path === undefined ? undefined : `${type}/${path}@${version}`;
}

/** A header takes ASCII only. */
function asciiJson(value) {
  return JSON.stringify(value).replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
