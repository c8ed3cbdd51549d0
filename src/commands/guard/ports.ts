import type { RunPorts } from '../../engine/run-ports.ts';
import type { Cancellation } from '../../ports/cancellation.ts';
import type { Metrics } from '../../ports/metrics.ts';

/** The effects of `guard`. */
export interface GuardPorts extends RunPorts {
  readonly metrics: Metrics;
  readonly cancellation: Cancellation;
}
