import { table } from '../document.ts';
import { counted, seconds, times } from '../scale/numbers.ts';
import { requestsText, type Sample } from '../scale/sample.ts';

/** What a deploy may take, as a multiple of the raw tools, and in a large repository as a multiple of a small one. */
export const LIMIT = 2;

/** What something cost: medians, one for each latency in the order of the measurement. */
export interface Cost {
  readonly samples: readonly Sample[];
}

/** What was measured in the small repository, and how many of the requests came one after the other. */
export interface Watched extends Cost {
  readonly inRow: number;
}

/** The whole measurement. */
export interface Measured {
  /** Milliseconds that every request waits. */
  readonly latencies: readonly number[];
  readonly rounds: number;
  /** Tags of the small repository, and of the large one. */
  readonly tags: readonly [number, number];
  readonly deploy: Watched;
  /** `git fetch` and `curl`; and the same with a push. */
  readonly raw: Watched;
  readonly rawWithPush: Watched;
  readonly deployInLarge: Cost;
  /** `git ls-remote --tags` in both. */
  readonly listing: Cost;
  readonly listingInLarge: Cost;
  /** How often a deploy lists the tags. */
  readonly listings: number;
}

/** The times of one as multiples of another's, one for each latency. */
export function multiples(one: Cost, other: Cost): number[] {
  return one.samples.map(({ milliseconds }, i) => milliseconds / (other.samples[i]?.milliseconds ?? Number.NaN));
}

/** The same of the time until KV had everything. */
export function liveMultiples(one: Cost, other: Cost): number[] {
  return one.samples.map(({ live }, i) => (live ?? Number.NaN) / (other.samples[i]?.milliseconds ?? Number.NaN));
}

/**
 * A deploy in the large repository as a multiple of one in the small repository, when what the longer listing takes is
 * taken off so many times.
 */
export function growth(measured: Measured, listings: number): number[] {
  const { deploy, deployInLarge, listing, listingInLarge } = measured;
  return deployInLarge.samples.map(({ milliseconds }, i) => {
    const longer = (listingInLarge.samples[i]?.milliseconds ?? 0) - (listing.samples[i]?.milliseconds ?? 0);
    return (milliseconds - listings * longer) / (deploy.samples[i]?.milliseconds ?? Number.NaN);
  });
}

/** What takes longer than it may, in words. */
export function tooSlow(measured: Measured): string[] {
  const { latencies, tags, deploy, raw, listings } = measured;
  const over = (what: string, ratios: readonly number[]): string[] =>
    ratios.flatMap((ratio, i) =>
      ratio > LIMIT ? [`${what}, ${latencyText(latencies[i] ?? 0)}: ${times(ratio)}, and × ${LIMIT} is the limit`] : [],
    );
  return [
    ...over('a deploy beside `git fetch` and `curl`', multiples(deploy, raw)),
    ...over(
      `a deploy among ${counted(tags[1])} tags beside one among ${counted(tags[0])}, without the listings`,
      growth(measured, listings),
    ),
  ];
}

/** The measurement as Markdown. */
export function report(measured: Measured, where: string): string {
  const { latencies, rounds, tags, deploy, raw, rawWithPush, listings } = measured;
  const titles = latencies.map((latency) => sentence(latencyText(latency)));
  const [few, many] = tags.map(counted);
  const timesOf = (cost: Cost, ratios: readonly number[]): string[] =>
    cost.samples.map(({ milliseconds }, i) => withRatio(milliseconds, ratios[i]));
  const first = table([
    [`One tag moved, of ${few}`, ...titles, 'Requests to Git + KV', 'In a row'],
    ['`deploy`, until KV has everything', ...lives(deploy, liveMultiples(deploy, raw)), '', ''],
    ['`deploy`, to its end', ...timesOf(deploy, multiples(deploy, raw)), ...requests(deploy)],
    ['`git fetch` of the tag, `curl` of the value', ...timesOf(raw, []), ...requests(raw)],
    [
      'The same, and `git push` of a commit that records it',
      ...timesOf(rawWithPush, multiples(rawWithPush, raw)),
      ...requests(rawWithPush),
    ],
  ]);
  const second = table([
    ['', ...titles],
    [`\`deploy\`, of ${few} tags`, ...timesOf(deploy, [])],
    [`\`deploy\`, of ${many} tags`, ...timesOf(measured.deployInLarge, growth(measured, 0))],
    ['… without what one longer listing takes', ...growth(measured, 1).map(times)],
    [`… without what all ${listings} of them take`, ...growth(measured, listings).map(times)],
    [`\`git ls-remote --tags\`, of ${few} tags`, ...timesOf(measured.listing, [])],
    [`\`git ls-remote --tags\`, of ${many} tags`, ...timesOf(measured.listingInLarge, [])],
  ]);
  return [`${where} Medians of ${rounds} rounds.`, '', first, '', second].join('\n');
}

function lives({ samples }: Cost, ratios: readonly number[]): string[] {
  return samples.map(({ live }, i) => (live === undefined ? '–' : withRatio(live, ratios[i])));
}

function requests({ samples, inRow }: Watched): string[] {
  const [sample] = samples;
  return [sample === undefined ? '' : requestsText(sample), String(inRow)];
}

function withRatio(milliseconds: number, ratio: number | undefined): string {
  return ratio === undefined ? seconds(milliseconds) : `${seconds(milliseconds)}, ${times(ratio)}`;
}

/** `20 ms on every request` */
export function latencyText(latency: number): string {
  return latency === 0 ? 'no latency' : `${latency} ms on every request`;
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
