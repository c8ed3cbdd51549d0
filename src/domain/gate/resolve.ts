import { TagshipError } from '../../errors.ts';
import { milliseconds } from '../duration.ts';
import type { MetricConfig } from './metric-schema.ts';
import { forbiddenVariable } from './placeholders.ts';
import { GATE_DEFAULTS, type GatePolicy, type MetricPolicy } from './policy.ts';
import { isCounts } from './provider.ts';
import type { GateConfig } from './schema.ts';
import { jsonPathProblem, metricUrlProblem } from './template-check.ts';

/** What the inputs say about a gate. */
export interface GateInputs {
  readonly metricUrl?: string | undefined;
  readonly metricPath?: string | undefined;
  readonly metricErrors?: string | undefined;
  readonly metricTotal?: string | undefined;
  readonly threshold?: number | undefined;
  readonly initialDelayMs?: number | undefined;
  readonly intervalMs?: number | undefined;
  readonly bakeMs?: number | undefined;
  readonly count?: number | undefined;
  readonly failureLimit?: number | undefined;
}

/**
 * The gate of an environment with every default filled in; undefined where nothing names a metric. A metric of the
 * inputs takes the place of the configuration's, and each of the other inputs the place of its setting.
 *
 * @throws TagshipError `input-missing`, `input-invalid` where the inputs are not whole, or do not fit
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
  const isCounting = metrics.some(({ limit }) => limit.kind === 'counts');
  const intervalMs = inputs.intervalMs ?? milliseconds(gate?.interval, GATE_DEFAULTS.intervalMs);
  const count = inputs.count ?? gate?.count ?? GATE_DEFAULTS.count;
  const bakeMs = inputs.bakeMs ?? (gate?.bake === undefined ? undefined : milliseconds(gate.bake, 0));
  // Unless somebody says otherwise there is time for all measurements that are asked for, and for some to fail.
  const most = Math.max(GATE_DEFAULTS.timeoutMs, 2 * count * intervalMs, 2 * (bakeMs ?? 0));
  const timeoutMs = milliseconds(gate?.timeout, most);
  refuse(
    'bake',
    bakeMs !== undefined && bakeMs > timeoutMs ? 'it is longer than the `timeout` of the gate' : undefined,
  );
  refuse('failure-limit', failuresProblem(metrics, count));
  return {
    initialDelayMs: inputs.initialDelayMs ?? milliseconds(gate?.['initial-delay'], GATE_DEFAULTS.initialDelayMs),
    intervalMs,
    timeoutMs,
    // A value is as good as its measurements, of which `count` says how many; errors need traffic to show.
    bakeMs: bakeMs ?? (isCounting ? Math.min(GATE_DEFAULTS.bakeMs, timeoutMs / 2) : 0),
    count,
    consecutiveErrorLimit: gate?.['consecutive-error-limit'] ?? GATE_DEFAULTS.consecutiveErrorLimit,
    onBreach: gate?.['on-breach'] ?? 'rollback',
    onNoData: gate?.['on-no-data'] ?? 'keep',
    onError: gate?.['on-error'] ?? 'keep',
    onInconclusive: gate?.['on-inconclusive'] ?? 'keep',
    metrics,
  };
}

/** With as many failures as measurements a value would be healthy that never passed. */
function failuresProblem(metrics: readonly MetricPolicy[], count: number): string | undefined {
  const most = Math.max(0, ...metrics.map(({ limit }) => (limit.kind === 'values' ? limit.failureLimit : 0)));
  return most < count ? undefined : `expected less than \`count\`, which is ${count}`;
}

function metricPolicy(metric: MetricConfig, given: number | undefined, otherwise: number): MetricPolicy {
  const {
    name,
    timeout,
    max,
    min,
    'min-samples': minSamples = GATE_DEFAULTS.minSamples,
    'failure-limit': failureLimit = otherwise,
    observe = false,
    before,
    ...source
  } = metric;
  return {
    name,
    source: {
      ...source,
      timeoutMs: milliseconds(timeout, GATE_DEFAULTS.metricTimeoutMs),
      ...(before === undefined ? {} : { beforeMs: milliseconds(before, 0) }),
    },
    observe,
    limit:
      isCounts(metric) && max !== undefined
        ? { kind: 'counts', max, minSamples, compared: metric.control !== undefined }
        : { kind: 'values', min, max, failureLimit: given ?? failureLimit },
  };
}

/** The one-URL gate of the inputs. */
function inputMetric(inputs: GateInputs, failureLimit: number): MetricPolicy | undefined {
  const { metricUrl: url, metricPath: path, metricErrors: errors, metricTotal: total, threshold } = inputs;
  const given = Object.entries({
    'metric-url': url,
    threshold,
    'metric-path': path,
    'metric-errors': errors,
    'metric-total': total,
  }).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const [first] = given;
  if (first === undefined) {
    return undefined;
  }
  const counts = errors !== undefined || total !== undefined;
  const needed = ['metric-url', 'threshold', ...(counts ? ['metric-errors', 'metric-total'] : [])];
  const missing = needed.find((name) => !given.includes(name));
  if (missing !== undefined || url === undefined || threshold === undefined) {
    throw new TagshipError(
      'input-missing',
      `The input \`${first}\` was given without \`${missing}\`.`,
      `Add \`${missing}\`, or describe the gate under \`environments\` in the configuration.`,
    );
  }
  const forbidden = forbiddenVariable(url);
  refuse('metric-url', metricUrlProblem(url));
  refuse('metric-url', forbidden === undefined ? undefined : `\`\${${forbidden}}\` is never sent to a metric server`);
  refuse(
    'metric-path',
    path !== undefined && counts ? '`metric-errors` and `metric-total` say where they stand' : undefined,
  );
  for (const [name, text] of Object.entries({ 'metric-path': path, 'metric-errors': errors, 'metric-total': total })) {
    refuse(name, text === undefined ? undefined : jsonPathProblem(text));
  }
  const isRate = threshold > 0 && threshold < 1;
  refuse(
    'threshold',
    counts && !isRate ? 'expected the highest rate of failed requests, above 0 and below 1' : undefined,
  );
  return {
    name: 'metric',
    source: { provider: 'http', url, path, errors, total, timeoutMs: GATE_DEFAULTS.metricTimeoutMs },
    observe: false,
    limit: counts
      ? { kind: 'counts', max: threshold, minSamples: GATE_DEFAULTS.minSamples, compared: false }
      : { kind: 'values', min: undefined, max: threshold, failureLimit },
  };
}

function refuse(input: string, problem: string | undefined): void {
  if (problem !== undefined) {
    throw new TagshipError('input-invalid', `The input \`${input}\`: ${problem}.`, 'Correct it.');
  }
}
