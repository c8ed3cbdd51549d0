import { type Conclusion, conclude, observe, openGate } from '../../src/domain/gate/gate.ts';
import type { GatePolicy } from '../../src/domain/gate/policy.ts';
import type { Counts } from '../../src/domain/gate/sequential.ts';
import type { GateState } from '../../src/domain/gate/state.ts';

const SECOND = 1000;

/** The gate that has every default: first look after a minute, then every 15 seconds, for 10 minutes. */
export function policyWith(max: number, more: Partial<GatePolicy> = {}, compared = false, minSamples = 50): GatePolicy {
  return {
    initialDelayMs: 60 * SECOND,
    intervalMs: 15 * SECOND,
    timeoutMs: 600 * SECOND,
    bakeMs: 300 * SECOND,
    count: 5,
    consecutiveErrorLimit: 4,
    onBreach: 'rollback',
    onNoData: 'keep',
    onError: 'keep',
    onInconclusive: 'keep',
    metrics: [
      {
        name: 'error-rate',
        source: { provider: 'prometheus', url: 'http://localhost', errors: 'e', total: 't', timeoutMs: SECOND },
        limit: { kind: 'counts', max, minSamples, compared },
      },
    ],
    ...more,
  };
}

/** What was counted since the deploy at a look. */
export interface Counted extends Counts {
  readonly control?: Counts;
  readonly before?: Counts;
}

/** Drives a gate as `guard` does. @param at what is counted so many seconds after the deploy */
export function judged(policy: GatePolicy, at: (seconds: number) => Counted): Conclusion {
  let gate: GateState = openGate(policy);
  for (let watched = 0; ; watched += policy.intervalMs) {
    const elapsed = policy.initialDelayMs + Math.min(watched, policy.timeoutMs);
    const reading = { kind: 'counts', ...at(elapsed / SECOND) } as const;
    gate = observe(gate, [{ metric: 'error-rate', at: elapsed, elapsed, queries: [], reading }]);
    const conclusion = conclude(gate, Math.min(watched, policy.timeoutMs));
    if (conclusion !== undefined) {
      return conclusion;
    }
  }
}
