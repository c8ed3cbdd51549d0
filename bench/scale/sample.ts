import { counted, median } from './numbers.ts';

/** What one run cost. */
export interface Sample {
  /** From its start to its end. */
  readonly milliseconds: number;
  /** From its start until KV had everything; undefined where nothing was written, or nobody can tell. */
  readonly live: number | undefined;
  /** Requests to the Git server, and to Workers KV. */
  readonly git: number;
  readonly kv: number;
  /** What the most memory was that the process had, in bytes; undefined where it is not known. */
  readonly peak: number | undefined;
}

/** The median of each of the numbers; of the peaks the highest. */
export function medianOf(samples: readonly Sample[]): Sample {
  const known = (read: (sample: Sample) => number | undefined): number[] =>
    samples.map(read).filter((value) => value !== undefined);
  const [lives, peaks] = [known(({ live }) => live), known(({ peak }) => peak)];
  return {
    milliseconds: median(known(({ milliseconds }) => milliseconds)),
    live: lives.length === 0 ? undefined : median(lives),
    git: median(known(({ git }) => git)),
    kv: median(known(({ kv }) => kv)),
    peak: peaks.length === 0 ? undefined : Math.max(...peaks),
  };
}

/** `9 + 2` requests, to Git and to KV. */
export function requestsText({ git, kv }: Pick<Sample, 'git' | 'kv'>): string {
  return `${counted(git)} + ${counted(kv)}`;
}
