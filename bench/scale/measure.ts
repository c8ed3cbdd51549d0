import type { RecordedRequest, Sandbox } from '../../sandbox/index.ts';
import { type Interval, oneAfterTheOther } from './numbers.ts';
import type { Sample } from './sample.ts';

/** What a task tells of one run of it. */
export interface Ran {
  readonly milliseconds: number;
  /** When it ended, in milliseconds since the epoch, where it is known to the millisecond. */
  readonly ended?: number | undefined;
  /** The peak of its memory in bytes. */
  readonly peak?: number | undefined;
}

/** Something that is measured: one run of it against the sandbox, which throws when it did not do what it should. */
export type Task = () => Promise<Ran>;

/** Runs a task. @param latency of every request in milliseconds */
export async function timed(sandbox: Sandbox, latency: number, task: Task): Promise<Sample> {
  const arrivals = new Map<RecordedRequest, number>();
  sandbox.clearRequests();
  const end = sandbox.latency((request) => {
    arrivals.set(request, now());
    return latency;
  });
  try {
    const { milliseconds, ended, peak } = await task();
    const written = writtenBy(sandbox.requests, arrivals);
    const live = written === undefined || ended === undefined ? undefined : milliseconds - (ended - written);
    const of = (wanted: string): number => sandbox.requests.filter(({ service }) => service === wanted).length;
    return { milliseconds, live, git: of('git'), kv: of('cloudflare'), peak };
  } finally {
    end();
    // The bodies of large writes need not stay in memory.
    sandbox.clearRequests();
  }
}

const WRITES = ['kv bulk write', 'kv put'];

/** When KV had everything, by the first request after the last write, which came some milliseconds later. */
function writtenBy(
  requests: readonly RecordedRequest[],
  arrivals: ReadonlyMap<RecordedRequest, number>,
): number | undefined {
  const last = requests.findLastIndex(({ operation }) => WRITES.includes(operation));
  const next = last < 0 ? undefined : requests[last + 1];
  return next && arrivals.get(next);
}

/** Milliseconds that requests wait in a run that is only watched, so that those under way at one time are seen to be. */
const SPREAD = 20;

/** How many requests a task sends one after the other. It is not timed: answers are held back where they are watched. */
export async function watched(sandbox: Sandbox, task: Task): Promise<number> {
  const arrivals = new Map<RecordedRequest, number>();
  const seen: Interval[] = [];
  const end = sandbox.after((request) => {
    seen.push({ from: arrivals.get(request) ?? now(), to: now() });
  });
  const endLatency = sandbox.latency((request) => {
    arrivals.set(request, now());
    return SPREAD;
  });
  try {
    await task();
  } finally {
    endLatency();
    end();
  }
  return oneAfterTheOther(seen);
}

function now(): number {
  return performance.timeOrigin + performance.now();
}
