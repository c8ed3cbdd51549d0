/**
 * Reads components that Tagship keeps in Workers KV. Copy this file; it needs nothing else. What a reader in another
 * language has to do is in docs/readers.md.
 *
 *   const reader = createReader({ kv: env.COMPONENTS_KV, environment: 'production' });
 *   const prompt = await reader.read('prompts/extraction', { unit: userId });
 *   // prompt.content, prompt.version, prompt.environment
 */

/** The key layout of Tagship, where the configuration names no other under `keys`. */
export const TAGSHIP_LAYOUTS = ['{type}/{name}@{slot}'];

/** The key layouts of Conductor's readers, in the order in which they are tried. */
export const CONDUCTOR_LAYOUTS = ['{type}/{name}@{slot}', '{type}/{name}/{slot}', 'components/{type}/{name}/{slot}'];

/** Seconds for which Cloudflare may answer a read from its cache; 30 is the least it takes. */
const CACHE_SECONDS = 60;

/**
 * @typedef {object} Found
 * @property {string} component `type/name`
 * @property {string} environment where it was found: the live environment, or that of its canary
 * @property {string} version
 * @property {string | undefined} commit
 * @property {boolean} isCanary
 * @property {any} content a text, unless another `type` was asked for
 * @property {Record<string, unknown>} metadata
 * @property {string | undefined} unit who it was read for
 */

/**
 * A reader of one environment.
 *
 * @param {object} options
 * @param {any} options.kv the binding of the KV namespace
 * @param {string} options.environment the live environment, such as `production`
 * @param {readonly string[]} [options.layouts] as `keys` of the configuration has them; the first that holds a key wins
 * @param {'text' | 'json' | 'arrayBuffer'} [options.type] how contents are read
 * @param {number} [options.cacheTtl] seconds
 */
export function createReader({ kv, environment, layouts = TAGSHIP_LAYOUTS, type = 'text', cacheTtl = CACHE_SECONDS }) {
  /** What is stored for a slot: an environment, a version such as `v1.0.0`, or `latest`. */
  async function stored(component, slot) {
    for (const layout of layouts) {
      const { value, metadata } = await kv.getWithMetadata(keyOf(layout, component, slot), { type, cacheTtl });
      if (value !== null) {
        return { content: value, metadata: metadata ?? {} };
      }
    }
    return undefined;
  }

  function found(component, slot, { content, metadata }, unit) {
    const { version = 'unknown', sha } = metadata;
    const isCanary = slot !== environment;
    return { component, environment: slot, version, commit: sha, isCanary, content, metadata, unit };
  }

  /**
   * A pinned version, or whatever else a slot holds.
   * @returns {Promise<Found | undefined>} undefined where KV has none
   */
  async function readSlot(component, slot) {
    const value = await stored(component, slot);
    return value === undefined ? undefined : { ...found(component, slot, value), isCanary: false };
  }

  /**
   * What a user gets: the canary for the share of the users that the live key names, else what is live. The same user
   * gets the same version, and who is in at 10 % is in at 25 %.
   *
   * @param {string} component `type/name`
   * @param {{ unit?: string }} [options] `unit`: whatever stays the same, such as the id of a user; without one, what is live
   * @returns {Promise<Found | undefined>} undefined where KV has none
   */
  async function read(component, { unit } = {}) {
    const live = await stored(component, environment);
    if (live === undefined) {
      return undefined;
    }
    const { canary, share } = live.metadata;
    if (typeof canary === 'string' && unit !== undefined && (await isInShare(unit, component, share))) {
      const other = await stored(component, canary);
      // Its key may have gone a moment ago, or not be seen here yet.
      if (other !== undefined) {
        return found(component, canary, other, unit);
      }
    }
    return found(component, environment, live, unit);
  }

  /**
   * What long work goes on with, asked between two of its steps: after a rollback that is what `in-flight` of the
   * configuration says, and else what it began with.
   *
   * @param {Found} work what the work began with
   * @returns {Promise<Found>}
   * @throws {RolledBack} where it is to be cancelled
   */
  async function afterStep(work) {
    const now = await read(work.component, { unit: work.unit });
    if (now === undefined || now.version === work.version) {
      return work;
    }
    // The rollback says it where the work began, which may be the canary that nobody gets any more.
    const there = now.environment === work.environment ? now : await readSlot(work.component, work.environment);
    switch (there?.metadata['in-flight']) {
      case 'cancel':
        throw new RolledBack(work);
      case 'switch':
        return now;
      default:
        return work;
    }
  }

  return { read, readSlot, afterStep };
}

/** Work was begun with a version that is not to be used any more. */
export class RolledBack extends Error {
  /** @param {Found} work */
  constructor({ component, version, environment }) {
    super(`${component} ${version} was rolled back in ${environment}`);
    this.name = 'RolledBack';
  }
}

/** The key of a component's slot. */
export function keyOf(layout, component, slot) {
  const slash = component.indexOf('/');
  const values = { prefix: 'components', type: component.slice(0, slash), name: component.slice(slash + 1), slot };
  return layout.replace(/\{(prefix|type|name|slot)\}/g, (_, name) => values[name]);
}

/** A number of 32 bits that is always the same for a user and a component, and differs from component to component. */
export async function hashOf(unit, component) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${unit}:${component}`));
  return new DataView(digest).getUint32(0);
}

/** Whether a user is in a share of all, in percent. */
export async function isInShare(unit, component, share) {
  return typeof share === 'number' && (await hashOf(unit, component)) * 100 < share * 2 ** 32;
}

/**
 * Counts what became of a component in use, by the version that was really used, for the gate to ask.
 *
 * In a Worker every isolate counts for itself, so there the data set of Analytics Engine is what a gate should ask. The text
 * for Prometheus is complete where one process serves all: in a container, in Node, or in `wrangler dev`.
 *
 * @param {{ dataset?: any }} [options] the binding of an Analytics Engine data set
 */
export function createMetrics({ dataset } = {}) {
  const counters = new Map();
  return {
    /**
     * @param {Found} used what was read
     * @param {{ failed: boolean, milliseconds?: number }} outcome
     */
    count({ component, version, environment }, { failed, milliseconds = 0 }) {
      dataset?.writeDataPoint({
        indexes: [component],
        blobs: [component, version, environment, failed ? 'error' : 'ok'],
        doubles: [milliseconds],
      });
      // Both begin at 0, so that Prometheus sees the first failure as one.
      for (const code of ['200', '500']) {
        const series = labels({ component, version, environment, code });
        counters.set(series, (counters.get(series) ?? 0) + ((code === '500') === failed ? 1 : 0));
      }
    },
    /** All counters in the text format of Prometheus. */
    text() {
      const lines = [...counters].map(([series, value]) => `requests_total{${series}} ${value}\n`);
      return `# TYPE requests_total counter\n${lines.join('')}`;
    },
  };
}

function labels(values) {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${String(value).replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`)
    .join(',');
}
