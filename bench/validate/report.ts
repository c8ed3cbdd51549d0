import { table } from '../document.ts';
import { counted, each, megabytes, seconds, times } from '../scale/numbers.ts';
import type { Sample } from '../scale/sample.ts';

/** What a run may take, as a multiple of finding the references by a plain tool. */
export const LIMIT = 3;
/** What a run may have of memory, in bytes. */
export const MEMORY = 300e6;

/** One checkout, and medians of what was run on it in turns. */
export interface Place {
  readonly files: number;
  readonly references: number;
  readonly tags: number;
  /** How much the files hold, in bytes. */
  readonly bytes: number;
  /** How many mistakes were found, and no others. */
  readonly mistakes: number;
  readonly validate: Sample;
  /** `validate` where there are no files: it starts, and lists the tags. */
  readonly bare: Sample;
  /** `git grep` as on a machine of GitHub, and in the plainest of all locales. */
  readonly grep: Sample;
  readonly grepInC: Sample;
  readonly list: Sample;
  /** `validate` beside `git grep`, and beside it and `git ls-remote`; medians of what was measured in turn. */
  readonly besideGrep: number;
  readonly besideGrepInC: number;
  readonly besideBoth: number;
  /** What of `validate` the files take, beside `git grep`. */
  readonly filesBesideGrep: number;
}

/** The whole measurement. */
export interface Measured {
  readonly rounds: number;
  /** The largest last. */
  readonly places: readonly Place[];
}

/** What takes longer or more memory than it may, in words. */
export function tooDear({ places }: Measured): string[] {
  const last = places.at(-1);
  return [
    ...(last !== undefined && last.besideGrep > LIMIT
      ? [`${nameOf(last)}: ${times(last.besideGrep)} beside \`git grep\`, and × ${LIMIT} is the limit`]
      : []),
    ...places.flatMap((place) =>
      (place.validate.peak ?? 0) > MEMORY
        ? [`${nameOf(place)}: ${megabytes(place.validate.peak)}, and ${megabytes(MEMORY)} is the limit`]
        : [],
    ),
  ];
}

function nameOf({ files }: Place): string {
  return `${counted(files)} files`;
}

/** The measurement as Markdown. */
export function report({ rounds, places }: Measured, where: string): string {
  const header = [
    'Files; references; tags',
    '`validate`',
    'Each file',
    'Peak memory',
    'Requests to Git',
    '`git grep`',
    '',
    'with `LC_ALL=C`',
    '',
    '`git grep`, `git ls-remote`',
    '',
    '`validate` without files',
    'Files alone',
  ];
  const body = places.map((place) => [
    [place.files, place.references, place.tags].map(counted).join('; '),
    seconds(place.validate.milliseconds),
    `${each(place.validate.milliseconds, place.files).toFixed(3)} ms`,
    megabytes(place.validate.peak),
    counted(place.validate.git),
    seconds(place.grep.milliseconds),
    times(place.besideGrep),
    seconds(place.grepInC.milliseconds),
    times(place.besideGrepInC),
    seconds(place.grep.milliseconds + place.list.milliseconds),
    times(place.besideBoth),
    seconds(place.bare.milliseconds),
    times(place.filesBesideGrep),
  ]);
  const last = places.at(-1);
  return [
    `${where} Medians of ${rounds} rounds; the multiples are the action's time beside that of the tools before them, and of ` +
      'the files alone beside `git grep`.',
    '',
    table([header, ...body]),
    '',
    `The largest checkout holds ${megabytes(last?.bytes)} of text, and each run on it found its ${last?.mistakes} mistakes and nothing else.`,
  ].join('\n');
}
