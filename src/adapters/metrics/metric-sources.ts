import { type Filling, type Lookup, type Subject, secretsOf } from '../../domain/gate/placeholders.ts';
import type { MetricPolicy } from '../../domain/gate/policy.ts';
import type { CloudflareAccess, Prepared } from '../../domain/gate/provider.ts';
import { PROVIDERS } from '../../domain/gate/providers/index.ts';
import type { Secrets } from '../../domain/secrets.ts';
import type { Measured, Metrics } from '../../ports/metrics.ts';
import type { Scrub } from '../said.ts';
import type { Fetch } from '../transport.ts';
import { openLine } from './request.ts';

export interface MetricSourcesOptions {
  /** Node's own when undefined. */
  readonly fetch: Fetch | undefined;
  /** Reads the environment of the step, for `${NAME}` in metrics. */
  readonly environment: Lookup;
  readonly cloudflare: CloudflareAccess;
  readonly secrets: Secrets;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
}

/** Metrics over HTTP, from whichever provider each of them names. */
export class MetricSources implements Metrics {
  readonly #options: MetricSourcesOptions;

  constructor(options: MetricSourcesOptions) {
    this.#options = options;
  }

  check(metric: MetricPolicy, subject: Subject): void {
    this.#prepare(metric, subject);
  }

  async measure(metric: MetricPolicy, subject: Subject): Promise<Measured> {
    const { fetch = globalThis.fetch, signal } = this.#options;
    const { queries, measure } = this.#prepare(metric, subject);
    const scrub = this.#scrubber(metric);
    const ask = openLine({ fetch, signal, timeoutMs: metric.source.timeoutMs });
    const { reading, notes = [] } = await measure({ ask, scrub });
    return {
      queries,
      reading: 'why' in reading ? { ...reading, why: scrub(reading.why) } : reading,
      ...(notes.length === 0 ? {} : { notes }),
    };
  }

  #prepare(metric: MetricPolicy, subject: Subject): Prepared {
    const filling: Filling = { metric: metric.name, subject, lookup: this.#options.environment };
    return PROVIDERS[metric.source.provider].prepare(metric.source, filling, this.#options.cloudflare);
  }

  /** What a server says may hold what it was sent, which stands there by its name then; or what another one was. */
  #scrubber(metric: MetricPolicy): Scrub {
    const { environment, cloudflare, secrets } = this.#options;
    const named = new Map(secretsOf(metric, environment));
    named.set(cloudflare.token, '***');
    const longestFirst = [...named].filter(([secret]) => secret !== '').sort(([a], [b]) => b.length - a.length);
    return (text) =>
      secrets.hide(longestFirst.reduce((clean, [secret, name]) => clean.replaceAll(secret, () => name), text));
  }
}
