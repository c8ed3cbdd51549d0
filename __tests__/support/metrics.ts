import { MetricSources, type MetricSourcesOptions } from '../../src/adapters/metrics/metric-sources.ts';
import type { Subject } from '../../src/domain/gate/placeholders.ts';
import type { MetricPolicy, MetricSource } from '../../src/domain/gate/policy.ts';
import type { ProviderName } from '../../src/domain/gate/providers/index.ts';
import { inheritedVariables } from '../../src/domain/rebuild.ts';
import { Secrets } from '../../src/domain/secrets.ts';
import type { Measured } from '../../src/ports/metrics.ts';
import { client } from './http.ts';

/** What the metrics of these tests are about. */
export const SUBJECT: Subject = {
  component: { prefix: 'components', type: 'prompts', name: 'extraction' },
  environment: 'production',
  version: 'v1.1.0',
  previous: 'v1.0.0',
  since: 1_800_000_000_000,
  elapsed: 90_000,
};

export const CLOUDFLARE = { token: 'cf-geheim-token', accountId: 'a'.repeat(32), baseUrl: 'http://127.0.0.1:9' };

/** A metric that asks what is given and nothing else. */
export function metricOf(provider: ProviderName, source: Partial<MetricSource>): MetricPolicy {
  return {
    name: 'm',
    source: {
      provider,
      timeoutMs: 5000,
      ...source,
    },
    limit: { kind: 'values', min: undefined, max: 1, failureLimit: 0 },
  };
}

/** Metric sources with an environment and, where given, other options. */
export function sourcesWith(
  environment: Readonly<Record<string, string>> = {},
  options: Partial<MetricSourcesOptions> = {},
): MetricSources {
  return new MetricSources({
    secrets: new Secrets(),
    http: client(),
    environment: (name) => environment[name],
    directory: process.cwd(),
    inherited: inheritedVariables(process.env),
    cloudflare: CLOUDFLARE,
    signal: new AbortController().signal,
    ...options,
  });
}

/** Asks a metric once. */
export function measure(
  metric: MetricPolicy,
  environment: Readonly<Record<string, string>> = {},
  subject: Partial<Subject> = {},
): Promise<Measured> {
  return sourcesWith(environment).measure(metric, { ...SUBJECT, ...subject });
}
