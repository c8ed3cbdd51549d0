import { closest } from 'fastest-levenshtein';

/** The known name that is nearest to what was written, by edit distance; undefined when nothing is known. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  return known.length === 0 ? undefined : closest(written, known);
}
