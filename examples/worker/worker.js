/**
 * A Worker that serves what Tagship wrote, with the reader beside it.
 *
 *   GET /prompts/extraction          what a user of this environment gets; `x-user` says who
 *   GET /prompts/extraction@v1.0.0   a pinned version
 *   GET /                            what every component and environment runs
 *   GET /metrics                     the counters of this isolate for Prometheus
 *
 * It shows the values to anybody who asks; a Worker of yours would use them instead.
 */
import { CONDUCTOR_LAYOUTS, createMetrics, createReader, TAGSHIP_LAYOUTS } from './reader.js';

/** @type {ReturnType<typeof createMetrics> | undefined} */
let metrics;

// biome-ignore lint/style/noDefaultExport: a Worker is the default export of its module
export default {
  async fetch(request, env) {
    metrics ??= createMetrics({ dataset: env.CALLS });
    const reader = createReader({
      kv: env.COMPONENTS_KV,
      environment: env.ENVIRONMENT,
      layouts: env.LAYOUTS === 'conductor' ? CONDUCTOR_LAYOUTS : TAGSHIP_LAYOUTS,
    });
    const reference = decodePath(new URL(request.url).pathname);
    if (reference === '') {
      return Response.json((await env.COMPONENTS_KV.get('component-versions', 'json')) ?? {});
    }
    if (reference === 'metrics') {
      return new Response(metrics.text(), { headers: { 'content-type': 'text/plain; version=0.0.4' } });
    }
    const [, component, slot] = /^([^@/]+\/[^@]+?)(?:@([^@]+))?$/.exec(reference ?? '') ?? [];
    if (component === undefined) {
      return new Response('Ask for type/name or type/name@slot.\n', { status: 400 });
    }
    const unit = request.headers.get('x-user') ?? undefined;
    const found = slot === undefined ? await reader.read(component, { unit }) : await reader.readSlot(component, slot);
    if (found === undefined) {
      return new Response(`There is no ${component}@${slot ?? env.ENVIRONMENT}.\n`, { status: 404 });
    }
    // Where your Worker uses the content, it knows whether that failed.
    metrics.count(found, { failed: false });
    return new Response(found.content, {
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'x-component-version': found.version,
        'x-component-commit': found.commit ?? 'unknown',
        'x-component-environment': found.environment,
      },
    });
  },
};

function decodePath(pathname) {
  try {
    return decodeURIComponent(pathname.slice(1));
  } catch {
    return undefined;
  }
}
