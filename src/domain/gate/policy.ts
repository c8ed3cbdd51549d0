import type { KeysOf } from './provider.ts';
import type { PROVIDER_KEYS, ProviderName } from './providers/index.ts';

/** What becomes of a version that the gate could not judge. */
export type Fallback = 'keep' | 'pass' | 'rollback';

/** Whom a metric is asked from, and how; the texts still have their placeholders. */
export interface MetricSource extends KeysOf<typeof PROVIDER_KEYS> {
  readonly provider: ProviderName;
  /** For all questions of one measurement together. */
  readonly timeoutMs: number;
  /** The same questions about what was not deployed. */
  readonly control?: { readonly errors: string; readonly total: string } | undefined;
  /** How long before the deploy the version before is asked about, in milliseconds. */
  readonly beforeMs?: number | undefined;
}

/** The limit of a rate of failed requests. */
export interface CountLimit {
  readonly kind: 'counts';
  /** The highest rate that is all right; between 0 and 1. */
  readonly max: number;
  /** Requests below which nothing is healthy. */
  readonly minSamples: number;
  /** Whether a breach also takes that it fails more often than what was not deployed. */
  readonly compared?: boolean | undefined;
  /** Whether the comparison alone decides over a breach: of a canary, which is beside what is live. */
  readonly beside?: boolean | undefined;
}

/** The limits of a value; at least one of them is there. */
export interface ValueLimit {
  readonly kind: 'values';
  /** A value below it fails. */
  readonly min: number | undefined;
  /** A value above it fails. */
  readonly max: number | undefined;
  /** How many failures, counted over the whole gate, are no breach yet. */
  readonly failureLimit: number;
}

/** One metric of a gate. */
export interface MetricPolicy {
  readonly name: string;
  readonly source: MetricSource;
  /** Only told, and never decides. */
  readonly observe?: boolean | undefined;
  readonly limit: CountLimit | ValueLimit;
}

/** A gate with every default filled in; durations are in milliseconds. */
export interface GatePolicy {
  readonly initialDelayMs: number;
  readonly intervalMs: number;
  /** How long is watched, counted from the end of the initial delay. */
  readonly timeoutMs: number;
  /** How long is watched at least before a version is healthy, counted from the end of the initial delay. */
  readonly bakeMs: number;
  /** Measurements of a value without a breach after which it is accepted. */
  readonly count: number;
  /** Failed measurements in a row after which a metric is given up. */
  readonly consecutiveErrorLimit: number;
  readonly onBreach: 'rollback' | 'report';
  readonly onNoData: Fallback;
  readonly onError: Fallback;
  readonly onInconclusive: Fallback;
  readonly metrics: readonly MetricPolicy[];
}

const SECOND = 1000;

/** What holds where neither configuration nor inputs say anything. */
export const GATE_DEFAULTS = {
  /** KV's own propagation takes up to a minute. */
  initialDelayMs: 60 * SECOND,
  intervalMs: 15 * SECOND,
  timeoutMs: 10 * 60 * SECOND,
  bakeMs: 5 * 60 * SECOND,
  count: 5,
  failureLimit: 0,
  consecutiveErrorLimit: 4,
  minSamples: 50,
  metricTimeoutMs: 10 * SECOND,
} as const;
