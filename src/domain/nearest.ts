import { closest, distance } from 'fastest-levenshtein';
import { compareVersions } from './version.ts';

/** How many edits make a typo of a name of this length: more than that is another name. */
export function typoBound(length: number): number {
  return length <= 3 ? 1 : length <= 6 ? 2 : 3;
}

/** The known name that was probably meant; undefined where none is near, so that a wrong guess is not offered. */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  let best: { readonly name: string; readonly cost: number } | undefined;
  for (const name of known) {
    const cost = typoCost(written.toLowerCase(), name.toLowerCase()) ?? Number.POSITIVE_INFINITY;
    if (cost < (best?.cost ?? Number.POSITIVE_INFINITY) || (best?.cost === cost && name < best.name)) {
      best = { name, cost };
    }
  }
  return best?.name;
}

/** The edits between two names where they are few enough to be a typo. */
export function typoCost(a: string, b: string): number | undefined {
  const longer = Math.max(a.length, b.length);
  const bound = Math.min(typoBound(longer), longer - 1);
  if (Math.abs(a.length - b.length) > bound) {
    return undefined;
  }
  // Names of one repository begin alike, and what is alike needs no edit.
  let start = 0;
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) {
    start++;
  }
  let end = 0;
  const rest = Math.min(a.length, b.length) - start;
  while (end < rest && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) {
    end++;
  }
  const edits = distance(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return edits <= bound ? edits : undefined;
}

/** The question that names what was probably meant, with a space before it; nothing where no known name is near. */
export function didYouMean(written: string, known: Iterable<string>): string {
  const near = nearest(written, known);
  return near === undefined ? '' : ` Did you mean \`${near}\`?`;
}

/** A sentence that names the nearest of what there is, however far off, with a space before it; nothing of nothing. */
export function nearestOf(written: string, known: readonly string[]): string {
  return (
    didYouMean(written, known) || (known.length === 0 ? '' : ` The nearest there is \`${closest(written, known)}\`.`)
  );
}

/** The version with the fewest edits, and of these the highest. */
export function nearestVersion(written: string, versions: Iterable<string>): string | undefined {
  let best: { readonly version: string; readonly edits: number } | undefined;
  for (const version of versions) {
    const edits = distance(written, version);
    const isBetter =
      best === undefined || edits < best.edits || (edits === best.edits && compareVersions(version, best.version) > 0);
    if (isBetter) {
      best = { version, edits };
    }
  }
  return best?.version;
}
