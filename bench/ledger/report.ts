import { table } from '../document.ts';
import type { Sample } from './sample.ts';

/** What something cost in each repository, the one with the long ledger last. */
export interface Row {
  readonly name: string;
  /** Whether it is one of Tagship's commands, whose cost is to stay the same. */
  readonly own: boolean;
  readonly samples: readonly Sample[];
}

/** What the cost of a command may become, as a multiple of its cost with a short ledger. */
export const LIMIT = 1.5;

/** The results as Markdown. @param titles of the repositories, in the order of the samples */
export function report(rows: readonly Row[], titles: readonly string[], rounds: number, where: string): string {
  const header = ['', ...titles, 'Time, as a multiple'];
  const body = rows.map(({ name, samples }) => [
    name,
    ...samples.map(cell),
    ratios(samples)
      .map((ratio) => `× ${ratio.toFixed(2)}`)
      .join(' and '),
  ]);
  return [
    `${where} Medians of ${rounds} rounds; each cell: time, requests to Git (and to KV), bytes from Git.`,
    '',
    table([header, ...body]),
  ].join('\n');
}

/**
 * Commands that cost more than they may with a long ledger, in words: compared with the repository before the last,
 * which differs from it in nothing but the ledger.
 */
export function tooDear(rows: readonly Row[]): string[] {
  return rows.flatMap(({ name, own, samples }) => {
    const ratio = ratios(samples).at(-1) ?? 1;
    return own && ratio > LIMIT ? [`${name}: ${ratio.toFixed(2)} times as long, and ${LIMIT} is the limit`] : [];
  });
}

/** The time with the long ledger as a multiple of that with each short one. */
function ratios(samples: readonly Sample[]): number[] {
  const long = samples.at(-1)?.milliseconds ?? 0;
  return samples.slice(0, -1).map(({ milliseconds }) => long / milliseconds);
}

function cell({ milliseconds, gitRequests, gitBytes, kvRequests }: Sample): string {
  const kv = kvRequests === 0 ? '' : ` + ${kvRequests}`;
  return `${(milliseconds / 1000).toFixed(2)} s, ${gitRequests}${kv}, ${bytes(gitBytes)}`;
}

function bytes(count: number): string {
  const kilobytes = count / 1000;
  return kilobytes < 1000
    ? `${kilobytes.toFixed(kilobytes < 10 ? 1 : 0)} kB`
    : `${(kilobytes / 1000).toFixed(kilobytes < 10_000 ? 1 : 0)} MB`;
}
