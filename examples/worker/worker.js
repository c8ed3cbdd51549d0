/**
 * Reads what Tagship wrote, with the default key layout `{type}/{name}@{slot}`.
 *
 *   GET /prompts/extraction          what this Worker's environment runs
 *   GET /prompts/extraction@v1.0.0   a pinned version
 *   GET /                            what every component and environment runs
 *
 * It shows the values to anybody who asks; a Worker of yours would use them instead.
 */

/** Seconds for which Cloudflare may answer a read from its cache; 30 is the least it takes. */
const CACHE_SECONDS = 60;

/**
 * The content of a component with its metadata, or undefined when KV has none.
 *
 * @param kv the binding of the KV namespace
 * @param component `type/name`, such as `prompts/extraction`
 * @param slot an environment, a version such as `v1.0.0`, or `latest`
 */
async function readComponent(kv, component, slot) {
  const { value, metadata } = await kv.getWithMetadata(`${component}@${slot}`, {
    type: 'stream',
    cacheTtl: CACHE_SECONDS,
  });
  return value === null ? undefined : { value, metadata };
}

function decodePath(pathname) {
  try {
    return decodeURIComponent(pathname.slice(1));
  } catch {
    return undefined;
  }
}

// biome-ignore lint/style/noDefaultExport: a Worker is the default export of its module
export default {
  async fetch(request, env) {
    const reference = decodePath(new URL(request.url).pathname);
    if (reference === '') {
      return Response.json((await env.COMPONENTS_KV.get('component-versions', 'json')) ?? {});
    }
    const [, component, slot = env.ENVIRONMENT] = /^([^@]+)(?:@([^@]+))?$/.exec(reference ?? '') ?? [];
    if (component === undefined) {
      return new Response('Ask for type/name or type/name@slot.\n', { status: 400 });
    }
    const found = await readComponent(env.COMPONENTS_KV, component, slot);
    if (found === undefined) {
      return new Response(`There is no ${component}@${slot}.\n`, { status: 404 });
    }
    // `version` and `sha` are what you want in your logs and metrics beside every answer a prompt gave.
    return new Response(found.value, {
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'x-component-version': found.metadata?.version ?? 'unknown',
        'x-component-commit': found.metadata?.sha ?? 'unknown',
      },
    });
  },
};
