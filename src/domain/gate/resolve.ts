import { TagshipError } from '../../errors.ts';
import { parseDuration } from '../duration.ts';
import { forbiddenVariable } from './placeholders.ts';
import type { GatePolicy, MetricPolicy } from './policy.ts';
import { isCounts } from './provider.ts';
import type { GateConfig, MetricConfig } from './schema.ts';
import { jsonPathProblem, metricUrlProblem } from './template-check.ts';

/** What the inputs say about a gate. */
export interface GateInputs {
  readonly metricUrl?: string | undefined;
  readonly metricPath?: string | undefined;
  readonly threshold?: number | undefined;
  readonly initialDelayMs?: number | undefined;
  readonly intervalMs?: number | undefined;
  readonly count?: number | undefined;
  readonly failureLimit?: number | undefined;
}

const SECOND = 1000;

/** What holds where neither configuration nor inputs say anything. */
export const GATE_DEFAULTS = {
  /** KV's own propagation takes up to a minute. */
  initialDelayMs: 60 * SECOND,
  intervalMs: 15 * SECOND,
  timeoutMs: 10 * 60 * SECOND,
  count: 5,
  failureLimit: 0,
  consecutiveErrorLimit: 4,
  minSamples: 50,
  metricTimeoutMs: 10 * SECOND,
} as const;

/**
 * The gate of an environment with every default filled in; undefined where nothing names a metric. A metric of the
 * inputs takes the place of the configuration's, and each of the other inputs the place of its setting.
 *
 * @throws TagshipError `input-missing`, `input-invalid` where the metric of the inputs is not whole
 */
export function gatePolicyOf(gate: GateConfig | undefined, inputs: GateInputs = {}): GatePolicy | undefined {
  const failureLimit = inputs.failureLimit ?? gate?.['failure-limit'] ?? GATE_DEFAULTS.failureLimit;
  const ofInputs = inputMetric(inputs, failureLimit);
  const metrics =
    ofInputs === undefined
      ? (gate?.metrics ?? []).map((metric) => metricPolicy(metric, inputs.failureLimit, failureLimit))
      : [ofInputs];
  if (metrics.length === 0) {
    return undefined;
  }
  const intervalMs = inputs.intervalMs ?? milliseconds(gate?.interval, GATE_DEFAULTS.intervalMs);
  const count = inputs.count ?? gate?.count ?? GATE_DEFAULTS.count;
  return {
    initialDelayMs: inputs.initialDelayMs ?? milliseconds(gate?.['initial-delay'], GATE_DEFAULTS.initialDelayMs),
    intervalMs,
    // Unless somebody says otherwise there is time for all measurements that are asked for, and for some to fail.
    timeoutMs: milliseconds(gate?.timeout, Math.max(GATE_DEFAULTS.timeoutMs, 2 * count * intervalMs)),
    count,
    consecutiveErrorLimit: gate?.['consecutive-error-limit'] ?? GATE_DEFAULTS.consecutiveErrorLimit,
    onNoData: gate?.['on-no-data'] ?? 'keep',
    onError: gate?.['on-error'] ?? 'keep',
    onInconclusive: gate?.['on-inconclusive'] ?? 'keep',
    metrics,
  };
}

function milliseconds(text: string | undefined, otherwise: number): number {
  return text === undefined ? otherwise : (parseDuration(text) ?? otherwise);
}

function metricPolicy(metric: MetricConfig, given: number | undefined, otherwise: number): MetricPolicy {
  const {
    name,
    timeout,
    max,
    min,
    'min-samples': minSamples = GATE_DEFAULTS.minSamples,
    'failure-limit': failureLimit = otherwise,
    ...source
  } = metric;
  return {
    name,
    source: { ...source, timeoutMs: milliseconds(timeout, GATE_DEFAULTS.metricTimeoutMs) },
    limit:
      isCounts(metric) && max !== undefined
        ? { kind: 'counts', max, minSamples }
        : { kind: 'values', min, max, failureLimit: given ?? failureLimit },
  };
}

/** The one-URL gate of the inputs. */
function inputMetric(inputs: GateInputs, failureLimit: number): MetricPolicy | undefined {
  const { metricUrl: url, metricPath: path, threshold } = inputs;
  if (url === undefined && path === undefined && threshold === undefined) {
    return undefined;
  }
  if (url === undefined || threshold === undefined) {
    const [given, missing] =
      url === undefined
        ? [threshold === undefined ? 'metric-path' : 'threshold', 'metric-url']
        : ['metric-url', 'threshold'];
    throw new TagshipError(
      'input-missing',
      `The input \`${given}\` was given without \`${missing}\`.`,
      `Add \`${missing}\`, or describe the gate under \`environments\` in the configuration.`,
    );
  }
  const forbidden = forbiddenVariable(url);
  refuse('metric-url', metricUrlProblem(url));
  refuse('metric-url', forbidden === undefined ? undefined : `\`\${${forbidden}}\` is never sent to a metric server`);
  refuse('metric-path', path === undefined ? undefined : jsonPathProblem(path));
  return {
    name: 'metric',
    source: { provider: 'http', url, path, timeoutMs: GATE_DEFAULTS.metricTimeoutMs },
    limit: { kind: 'values', min: undefined, max: threshold, failureLimit },
  };
}

function refuse(input: string, problem: string | undefined): void {
  if (problem !== undefined) {
    throw new TagshipError('input-invalid', `The input \`${input}\`: ${problem}.`, 'Correct it.');
  }
}
