import type { RecordedRequest } from '../types.ts';
import type { Fault, FaultRule, Faults, FaultTarget, Latency } from './types.ts';

interface Armed {
  readonly fault: Fault;
  readonly fits: (request: RecordedRequest) => boolean;
  left: number;
}

/** The faults and the latency in front of the services. */
export class FaultKit implements Faults {
  readonly #armed = new Set<Armed>();
  #latency: Latency = 0;

  /** Adds a fault; returns what removes it. */
  add({ when, fault, times = 1 }: FaultRule): () => void {
    const armed = { fault, fits: predicateOf(when), left: times };
    this.#armed.add(armed);
    return () => void this.#armed.delete(armed);
  }

  /** Removes all faults. */
  clear(): void {
    this.#armed.clear();
  }

  /** The fault that is to happen to a request, which is thereby used up once. */
  take(request: RecordedRequest): Fault | undefined {
    let taken: Armed | undefined;
    for (const armed of [...this.#armed]) {
      // All of them look at every request, so that each counts its own.
      if (armed.fits(request)) taken ??= armed;
    }
    if (taken === undefined) return undefined;
    taken.left -= 1;
    if (taken.left <= 0) this.#armed.delete(taken);
    return taken.fault;
  }

  /** Makes every request wait; returns what ends that. */
  setLatency(latency: Latency): () => void {
    this.#latency = latency;
    return () => {
      if (this.#latency === latency) this.#latency = 0;
    };
  }

  /** How long a request is to wait, in milliseconds. */
  latencyOf(request: RecordedRequest): number {
    return typeof this.#latency === 'number' ? this.#latency : this.#latency(request);
  }
}

/** A test for requests, which counts those it is asked about. */
export function predicateOf(when: FaultTarget): (request: RecordedRequest) => boolean {
  if (typeof when === 'function') return when;
  const { service, operation, nth = 1 } = when;
  let seen = 0;
  return (request) => {
    const fits =
      (service === undefined || request.service === service) &&
      (operation === undefined || request.operation === operation);
    if (fits) seen += 1;
    return fits && seen >= nth;
  };
}
