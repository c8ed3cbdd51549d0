import { type Filling, type Lookup, type Subject, secretsOf } from '../../domain/gate/placeholders.ts';
import type { MetricPolicy, MetricSource } from '../../domain/gate/policy.ts';
import type { CloudflareAccess, Effects, Prepared } from '../../domain/gate/provider.ts';
import { PROVIDERS } from '../../domain/gate/providers/index.ts';
import type { Secrets } from '../../domain/secrets.ts';
import type { Scrub } from '../../domain/server-words.ts';
import { TagshipError } from '../../errors.ts';
import type { Measured, Metrics } from '../../ports/metrics.ts';
import type { Http } from '../http/client.ts';
import { openShop } from './program-runner.ts';
import { openLine } from './request.ts';

export interface MetricSourcesOptions {
  readonly http: Http;
  /** Reads the environment of the step, for `${NAME}` in metrics. */
  readonly environment: Lookup;
  /** Where programs run, and what each of them gets of the environment. */
  readonly directory: string;
  readonly inherited: Readonly<Record<string, string>>;
  readonly cloudflare: CloudflareAccess;
  readonly secrets: Secrets;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
}

/** Metrics over HTTP, from whichever provider each of them names. */
export class MetricSources implements Metrics {
  readonly #options: MetricSourcesOptions;
  /** What the versions before had, by gate and metric. */
  readonly #earlier = new Map<string, Measured>();

  constructor(options: MetricSourcesOptions) {
    this.#options = options;
  }

  async check(metric: MetricPolicy, subject: Subject): Promise<readonly string[]> {
    const { source } = metric;
    const sources = source.control === undefined ? [source] : [source, { ...source, ...source.control }];
    const prepared = sources.map((one) => this.#prepare(metric, one, subject));
    for (const { verify } of prepared) {
      const wrong = await verify?.(this.#effects(metric, source));
      if (wrong !== undefined) {
        throw new TagshipError(
          'metric-unusable',
          `The metric \`${metric.name}\` cannot be measured: ${wrong}.`,
          'Correct the name. A counter that begins to exist with its first failure can be counted by a label of one that is always there.',
        );
      }
    }
    const advice = prepared.flatMap((one) => one.advice ?? []);
    return [...new Set(advice)].map((clause) => `About the metric \`${metric.name}\`: ${clause}.`);
  }

  async measure(metric: MetricPolicy, subject: Subject): Promise<Measured> {
    const { control } = metric.source;
    const own = await this.#ask(metric, metric.source, subject);
    if (own.reading.kind !== 'counts') {
      return own;
    }
    const [others, earlier] = [
      control === undefined ? undefined : await this.#ask(metric, { ...metric.source, ...control }, subject),
      await this.#before(metric, subject),
    ];
    const queries = [own, others, earlier].flatMap((one) => one?.queries ?? []);
    const notes = [own, others, earlier].flatMap((one) => one?.notes ?? []);
    if (others?.reading.kind === 'failed') {
      const { why, retryAfterMs } = others.reading;
      return { queries, reading: { kind: 'failed', why: `of what was not deployed: ${why}`, retryAfterMs }, notes };
    }
    const reading = {
      ...own.reading,
      ...(others?.reading.kind === 'counts' ? { control: others.reading } : {}),
      ...(earlier?.reading.kind === 'counts' ? { before: earlier.reading } : {}),
    };
    const all = [...notes, ...[others, earlier].flatMap(silence)];
    return { queries, reading, ...(all.length === 0 ? {} : { notes: all }) };
  }

  /** What the version before had before the deploy: asked until it is answered, since that changes no more. */
  async #before(metric: MetricPolicy, subject: Subject): Promise<Measured | undefined> {
    const { beforeMs } = metric.source;
    if (beforeMs === undefined || subject.previous === undefined) {
      return undefined;
    }
    const key = JSON.stringify([metric.name, subject.component, subject.environment, subject.since]);
    const known = this.#earlier.get(key);
    if (known !== undefined) {
      return known;
    }
    const then = { version: subject.previous, since: subject.since - beforeMs, elapsed: beforeMs, past: true };
    const found = await this.#ask(metric, metric.source, { ...subject, ...then });
    if (found.reading.kind === 'counts') {
      this.#earlier.set(key, found);
    }
    return found;
  }

  async #ask(metric: MetricPolicy, source: MetricSource, subject: Subject): Promise<Measured> {
    const { queries, measure } = this.#prepare(metric, source, subject);
    const effects = this.#effects(metric, source);
    const { reading, notes = [] } = await measure(effects);
    return {
      queries,
      reading: 'why' in reading ? { ...reading, why: effects.scrub(reading.why) } : reading,
      ...(notes.length === 0 ? {} : { notes }),
    };
  }

  #effects(metric: MetricPolicy, { timeoutMs }: MetricSource): Effects {
    const { http, signal, directory, inherited } = this.#options;
    return {
      ask: openLine({ http, signal, timeoutMs }),
      run: openShop({ directory, inherited, signal, timeoutMs }),
      scrub: this.#scrubber(metric),
    };
  }

  #prepare(metric: MetricPolicy, source: MetricSource, subject: Subject): Prepared {
    const filling: Filling = { metric: metric.name, subject, lookup: this.#options.environment };
    return PROVIDERS[source.provider].prepare(source, filling, this.#options.cloudflare);
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

/** What is to be known of an answer that said nothing, beside the metric itself. */
function silence(measured: Measured | undefined): string[] {
  return measured !== undefined && 'why' in measured.reading
    ? [`nothing to compare with: ${measured.reading.why}`]
    : [];
}
