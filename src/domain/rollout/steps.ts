import { TagshipError } from '../../errors.ts';
import { milliseconds } from '../duration.ts';
import type { CanaryConfig } from '../environment-schema.ts';
import { textsOf } from '../gate/placeholders.ts';
import type { GatePolicy, MetricPolicy } from '../gate/policy.ts';

/** What is to be done next with a canary. */
export type NextAction =
  /** More users get it. */
  | { readonly kind: 'raise'; readonly share: number; readonly step: number }
  /** As many as now, and they have to be watched from the beginning. */
  | { readonly kind: 'watch'; readonly share: number; readonly step: number }
  /** All users get it. */
  | { readonly kind: 'finish' };

/**
 * What is to be done next. Only the share decides where it goes on: a list of steps that changed meanwhile goes on above
 * it, and it never goes down.
 *
 * @param steps percentages that rise
 * @param share how many percent of the users get it, by the ledger; 0 before the first step
 * @param isWatched whether this run has watched it at that share to the end: what another one saw is gone
 */
export function nextAction(steps: readonly number[], share: number, isWatched: boolean): NextAction {
  if (share > 0 && !isWatched) {
    return { kind: 'watch', share, step: stepOf(steps, share) };
  }
  const next = steps.find((step) => step > share);
  return next === undefined ? { kind: 'finish' } : { kind: 'raise', share: next, step: stepOf(steps, next) };
}

/** Which of the steps a share is at, from 1; one between two steps is at the lower one. */
export function stepOf(steps: readonly number[], share: number): number {
  return Math.max(1, steps.filter((step) => step <= share).length);
}

/**
 * The gate of one step: that of the live environment, in which counts are compared with what is live. It lasts for the
 * time of a step at least.
 */
export function stepPolicy(gate: GatePolicy, rule: CanaryConfig): GatePolicy {
  const bakeMs = milliseconds(rule['step-time'], gate.bakeMs);
  return {
    ...gate,
    bakeMs,
    timeoutMs: Math.max(gate.timeoutMs, bakeMs),
    metrics: gate.metrics.map((metric): MetricPolicy => {
      const { control: _, beforeMs: __, ...source } = metric.source;
      return metric.limit.kind === 'counts'
        ? { ...metric, source, limit: { ...metric.limit, compared: true, beside: true } }
        : { ...metric, source };
    }),
  };
}

/** Metrics that count requests and do not say of which version: canary and live would be the same. */
export function alikeForAll({ metrics }: GatePolicy): TagshipError[] {
  return metrics
    .filter(
      ({ limit, source }) => limit.kind === 'counts' && !textsOf(source).some(({ text }) => text.includes('{version}')),
    )
    .map(
      ({ name }) =>
        new TagshipError(
          'metric-unusable',
          `The metric \`${name}\` does not name \`{version}\`, so a canary cannot be told from what is live.`,
          'Count the requests of one version, such as with `version="{version}"`.',
        ),
    );
}

/** How long a run may be busy beside watching, in milliseconds: moving tags, writing KV, waiting for a runner. */
const SLACK_MS = 15 * 60 * 1000;

/** From when on nobody watches a canary any more, in milliseconds since the epoch: its step can't take so long. */
export function staleFrom(since: string, policy: GatePolicy | undefined): number {
  const { initialDelayMs = 0, timeoutMs = 0, intervalMs = 0 } = policy ?? {};
  return Date.parse(since) + initialDelayMs + timeoutMs + intervalMs + SLACK_MS;
}
