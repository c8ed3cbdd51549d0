import { latencyText } from '../deploy/report.ts';
import { table } from '../document.ts';
import { counted, each, seconds, times } from '../scale/numbers.ts';
import { requestsText, type Sample } from '../scale/sample.ts';

/** How many times as fast as the loop it is to be: with latency, and without, where the simulated KV is the limit. */
export const AT_LEAST = { withLatency: 50, without: 12 } as const;

/** What one way takes: the times of all versions, by latency. */
export interface Way {
  readonly name: string;
  readonly samples: readonly Sample[];
}

/** What was measured with so many versions; other ways that were left out are absent. */
export interface Measured {
  readonly versions: number;
  readonly latencies: readonly number[];
  readonly reconcile: Way;
  readonly loop: Way;
  readonly wrangler: Way | undefined;
  /** `git fetch` and one bulk write. */
  readonly raw: Way;
  /** The bulk write alone. */
  readonly bulk: Way;
}

/** How many times as fast as another way `reconcile` is, for each latency. */
export function faster({ reconcile }: Measured, way: Way): number[] {
  return way.samples.map(({ milliseconds }, i) => milliseconds / (reconcile.samples[i]?.milliseconds ?? Number.NaN));
}

/** What takes longer than it may, in words. */
export function tooSlow(measured: Measured): string[] {
  const { versions, latencies, loop, wrangler } = measured;
  const where = (i: number): string => `${counted(versions)} versions, ${latencyText(latencies[i] ?? 0)}`;
  const beside = (way: Way, atLeast: (latency: number) => number): string[] =>
    faster(measured, way).flatMap((factor, i) => {
      const wanted = atLeast(latencies[i] ?? 0);
      return factor < wanted ? [`${where(i)}: ${times(factor)} as fast as ${way.name}, and × ${wanted} is wanted`] : [];
    });
  return [
    ...beside(loop, (latency) => (latency === 0 ? AT_LEAST.without : AT_LEAST.withLatency)),
    ...(wrangler === undefined ? [] : beside(wrangler, () => 1)),
  ];
}

/** How it was measured. */
export interface Circumstances {
  readonly rounds: number;
  /** Versions that the loop was run on. */
  readonly sampled: number;
  /** Milliseconds that installing `wrangler` took; undefined where it was left out. */
  readonly install: number | undefined;
  readonly where: string;
}

/** The measurements as Markdown. */
export function report(all: readonly Measured[], { rounds, sampled, install, where }: Circumstances): string {
  const latencies = all[0]?.latencies ?? [];
  const header = [
    '',
    ...latencies.flatMap((latency) => [latencyText(latency), 'as a multiple']),
    'Requests to Git + KV',
    `Each version, ${latencyText(latencies.at(-1) ?? 0)}`,
  ];
  const body = all.flatMap((measured) => {
    const { versions, reconcile, loop, wrangler, raw, bulk } = measured;
    return [reconcile, loop, ...(wrangler === undefined ? [] : [wrangler]), raw, bulk].map((way) => [
      `${counted(versions)}: ${way.name}`,
      ...way.samples.flatMap(({ milliseconds }, i) => [
        seconds(milliseconds),
        way === reconcile ? '1' : times(faster(measured, way)[i] ?? Number.NaN),
      ]),
      ...lastOf(way, versions),
    ]);
  });
  const notes = [
    `Medians of ${rounds} rounds; the multiples are times beside those of \`reconcile\`.`,
    `The loop was run on ${counted(sampled)} versions, and its times and requests are those of that sample, scaled.`,
    install === undefined
      ? '`wrangler` was left out: it could not be installed, as there was no network.'
      : `\`wrangler\` was there already; installing it took ${seconds(install)}.`,
  ];
  return [`${where} ${notes.join(' ')}`, '', table([header, ...body])].join('\n');
}

function lastOf({ samples }: Way, versions: number): string[] {
  const last = samples.at(-1);
  return last === undefined ? ['', ''] : [requestsText(last), `${each(last.milliseconds, versions).toFixed(2)} ms`];
}
