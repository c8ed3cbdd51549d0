import { componentId } from '../../domain/component.ts';
import type { Reading } from '../../domain/gate/measurement.ts';
import type { Subject } from '../../domain/gate/placeholders.ts';
import type { MetricPolicy } from '../../domain/gate/policy.ts';
import { type Counts, increase, NO_COUNTS } from '../../domain/gate/sequential.ts';
import type { Measured, Metrics } from '../../ports/metrics.ts';

/** What is live beside a canary. */
export interface Live {
  readonly environment: string;
  readonly version: string;
}

/** What both had counted. */
interface Both {
  readonly canary: Counts;
  readonly live: Counts;
}

const NOTHING: Both = { canary: NO_COUNTS, live: NO_COUNTS };

/**
 * Metrics of a canary, each count beside that of what is live over the same time, and since the beginning of the step:
 * what an earlier step counted, at another share, is no evidence in this one. Values are the canary's alone. The readers
 * are those of the live environment, so that is what `{environment}` stands for.
 */
export class BesideLive implements Metrics {
  readonly #metrics: Metrics;
  readonly #liveOf: (subject: Subject) => Live;
  readonly #latest = new Map<string, Both>();
  #bases: ReadonlyMap<string, Both> = new Map();

  constructor(metrics: Metrics, liveOf: (subject: Subject) => Live) {
    this.#metrics = metrics;
    this.#liveOf = liveOf;
  }

  /** From now on is counted for the next step. */
  nextStep(): void {
    this.#bases = new Map(this.#latest);
  }

  async check(metric: MetricPolicy, subject: Subject): Promise<readonly string[]> {
    const { canary, live } = this.#both(subject);
    const advice = [
      ...(await this.#metrics.check(metric, canary)),
      ...(metric.limit.kind === 'counts' ? await this.#metrics.check(metric, live) : []),
    ];
    return [...new Set(advice)];
  }

  async measure(metric: MetricPolicy, subject: Subject): Promise<Measured> {
    const { canary, live } = this.#both(subject);
    const own = await this.#metrics.measure(metric, canary);
    if (own.reading.kind !== 'counts') {
      return own;
    }
    const other = await this.#metrics.measure(metric, live);
    const queries = [...own.queries, ...other.queries];
    const notes = [...(own.notes ?? []), ...(other.notes ?? [])];
    return { queries, reading: this.#compared(metric, subject, own.reading, other.reading), notes };
  }

  #compared(
    metric: MetricPolicy,
    subject: Subject,
    own: Extract<Reading, { kind: 'counts' }>,
    other: Reading,
  ): Reading {
    switch (other.kind) {
      case 'counts': {
        const key = JSON.stringify([metric.name, componentId(subject.component)]);
        this.#latest.set(key, { canary: own, live: other });
        const base = this.#bases.get(key) ?? NOTHING;
        const { partial } = other;
        return {
          ...own,
          ...increase(base.canary, own),
          control: increase(base.live, other),
          ...(partial === true ? { partial } : {}),
        };
      }
      case 'value':
        return { kind: 'failed', why: 'of what is live: the answer is one number, not the failed and all requests' };
      default:
        return { ...other, why: `of what is live: ${other.why}` };
    }
  }

  #both(subject: Subject): { readonly canary: Subject; readonly live: Subject } {
    const { environment, version } = this.#liveOf(subject);
    return {
      canary: { ...subject, environment, previous: version },
      live: { ...subject, environment, version, previous: undefined },
    };
  }
}
