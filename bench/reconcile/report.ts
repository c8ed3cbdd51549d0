import { table } from '../document.ts';
import { counted, each, megabytes, seconds, times } from '../scale/numbers.ts';
import { requestsText, type Sample } from '../scale/sample.ts';

/** What a run without drift may take, as a multiple of reading the tags and the keys by plain tools. */
export const LIMIT = 2;
/** What a tag may cost, as a multiple of what one costs in the repository before, from so many tags on. */
export const GROWTH = { most: 1.25, from: 1000 } as const;
/** What a run may have of memory, in bytes. */
export const MEMORY = 400e6;

/** One repository, and medians of what was run in turns in all of them. */
export interface Place {
  readonly tags: number;
  readonly keys: number;
  readonly noop: Sample;
  /** `git fetch` of all tags, and a listing of the keys. */
  readonly fetch: Sample;
  /** `git ls-remote` instead. */
  readonly list: Sample;
}

/** A run that something was to be done in, measured once in the largest repository. */
export interface Once {
  readonly name: string;
  readonly sample: Sample;
}

/** The whole measurement. */
export interface Measured {
  readonly rounds: number;
  /** The largest last. */
  readonly places: readonly Place[];
  readonly once: readonly Once[];
}

/** Milliseconds for each tag of a run without drift. */
export function perTag({ noop, tags }: Place): number {
  return each(noop.milliseconds, tags);
}

/** Milliseconds for each tag that a repository has beyond those of a smaller one. */
export function perFurtherTag(place: Place, smaller: Place): number {
  return each(place.noop.milliseconds - smaller.noop.milliseconds, place.tags - smaller.tags);
}

/** What takes longer or more memory than it may, in words. */
export function tooDear({ places, once }: Measured): string[] {
  const last = places.at(-1);
  const beside = last === undefined ? 0 : last.noop.milliseconds / last.fetch.milliseconds;
  const runs = [...places.map((place) => ({ name: noopIn(place), sample: place.noop })), ...once];
  return [
    ...(last !== undefined && beside > LIMIT
      ? [`${noopIn(last)}: ${times(beside)} beside \`git fetch\` and \`curl\`, and × ${LIMIT} is the limit`]
      : []),
    ...places.flatMap((place, i) => {
      const before = places[i - 1];
      const growth = before === undefined || before.tags < GROWTH.from ? 0 : perTag(place) / perTag(before);
      return growth > GROWTH.most
        ? [`${noopIn(place)}: each tag costs ${times(growth)} as much as with fewer, and × ${GROWTH.most} is the limit`]
        : [];
    }),
    ...runs.flatMap(({ name, sample }) =>
      (sample.peak ?? 0) > MEMORY ? [`${name}: ${megabytes(sample.peak)}, and ${megabytes(MEMORY)} is the limit`] : [],
    ),
  ];
}

function noopIn({ tags }: Place): string {
  return `no drift among ${counted(tags)} tags`;
}

/** The measurement as Markdown. */
export function report({ rounds, places, once }: Measured, where: string): string {
  const header = [
    'Tags; keys',
    'No drift',
    'Each tag',
    'Each further tag',
    'Peak memory',
    'Requests to Git + KV',
    '`git fetch` and `curl`',
    '',
    '`git ls-remote` and `curl`',
    '',
  ];
  const body = places.map((place, i) => {
    const { tags, keys, noop, fetch, list } = place;
    const before = places[i - 1];
    return [
      `${counted(tags)}; ${counted(keys)}`,
      seconds(noop.milliseconds),
      `${perTag(place).toFixed(3)} ms`,
      before === undefined ? '' : `${perFurtherTag(place, before).toFixed(3)} ms`,
      megabytes(noop.peak),
      requestsText(noop),
      seconds(fetch.milliseconds),
      times(noop.milliseconds / fetch.milliseconds),
      seconds(list.milliseconds),
      times(noop.milliseconds / list.milliseconds),
    ];
  });
  const tags = places.at(-1)?.tags ?? 0;
  const second = once.map(({ name, sample }) => [
    name,
    seconds(sample.milliseconds),
    `${each(sample.milliseconds, tags).toFixed(3)} ms`,
    megabytes(sample.peak),
    requestsText(sample),
  ]);
  return [
    `${where} Medians of ${rounds} rounds; the multiples are the action's time beside that of the tools before them.`,
    '',
    table([header, ...body]),
    '',
    `With ${counted(tags)} tags, each once:`,
    '',
    table([['', 'Time', 'Each tag', 'Peak memory', 'Requests to Git + KV'], ...second]),
  ].join('\n');
}
