import { FaultKit } from '../faults/kit.ts';
import { startGateway } from '../gateway.ts';
import { Recorder } from '../recorder.ts';
import type { RecordedRequest } from '../types.ts';
import { createMetricsService } from './service.ts';
import { Traffic } from './traffic.ts';

export type { Script, ScriptedAnswer, Served } from './traffic.ts';
export { Traffic } from './traffic.ts';

/** A metric server on its own, without the rest of a sandbox. */
export interface MetricsServer {
  /** Origin on loopback, without a slash at the end. */
  readonly url: string;
  readonly traffic: Traffic;
  /** All requests since the start or clearRequests(), in order of arrival. */
  readonly requests: readonly RecordedRequest[];
  clearRequests(): void;
  close(): Promise<void>;
}

/** Starts a metric server on a free loopback port. */
export async function startMetricsServer(): Promise<MetricsServer> {
  const traffic = new Traffic();
  const recorder = new Recorder();
  const gateway = await startGateway(createMetricsService(traffic), { recorder, faults: new FaultKit() });
  return {
    url: gateway.url,
    traffic,
    requests: recorder.requests,
    clearRequests: () => recorder.clear(),
    close: () => gateway.close(),
  };
}
