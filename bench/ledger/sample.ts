import type { RecordedRequest } from '../../sandbox/index.ts';

/** What one run cost. */
export interface Sample {
  /** Of the process, from its start to its end. */
  readonly milliseconds: number;
  /** Requests to the Git server. */
  readonly gitRequests: number;
  /** What the Git server answered, in bytes. */
  readonly gitBytes: number;
  /** Requests to Workers KV. */
  readonly kvRequests: number;
}

/** Puts a time and what a sandbox recorded together. */
export function sampleOf(milliseconds: number, requests: readonly RecordedRequest[]): Sample {
  const git = requests.filter(({ service }) => service === 'git');
  return {
    milliseconds,
    gitRequests: git.length,
    gitBytes: git.reduce((sum, { responseBytes }) => sum + responseBytes, 0),
    kvRequests: requests.filter(({ service }) => service === 'cloudflare').length,
  };
}

/** The median of each of the numbers. */
export function medianOf(samples: readonly Sample[]): Sample {
  const of = (read: (sample: Sample) => number): number => median(samples.map(read));
  return {
    milliseconds: of(({ milliseconds }) => milliseconds),
    gitRequests: of(({ gitRequests }) => gitRequests),
    gitBytes: of(({ gitBytes }) => gitBytes),
    kvRequests: of(({ kvRequests }) => kvRequests),
  };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
