import { type Component, withoutGeneratedSuffix } from './component.ts';
import { edgitBase, edgitComponent } from './edgit.ts';
import { nearest } from './nearest.ts';

/** How many files are named at most. */
const NAMED = 3;

/** Names of one folder beyond which no typos are looked for in it. */
const MAX_NAMES = 2_000;

/** A file that was probably meant, and what is different about it. */
export interface SimilarFile {
  readonly path: string;
  readonly difference:
    | 'differs in upper and lower case'
    | 'differs in its Unicode form'
    | 'has no extension'
    | 'differs by a typo'
    | 'is in another folder'
    | 'has another extension';
}

/**
 * The files that are called nearly as one that was looked for, the nearest first.
 * @param places the paths that were looked for, with `{ext}` for any extension
 */
export function similarFiles(
  component: Component,
  places: readonly string[],
  paths: readonly string[],
): readonly SimilarFile[] {
  const wanted = [...new Set(places.map((place) => place.replace(/\.\{ext\}$/, '')))];
  const found = [sameButForSpelling(wanted, paths), typos(wanted, paths), elsewhere(component, wanted, paths)].flatMap(
    (some) => some.slice(0, NAMED),
  );
  return found.filter(({ path }, i) => found.findIndex((one) => one.path === path) === i).slice(0, NAMED);
}

function sameButForSpelling(wanted: readonly string[], paths: readonly string[]): SimilarFile[] {
  const byKey = new Map(wanted.map((place) => [keyOf(place), place.normalize('NFC')]));
  return paths.flatMap((path): SimilarFile[] => {
    const place = byKey.get(keyOf(path)) ?? byKey.get(keyOf(stemOf(path)));
    if (path === place) {
      return [{ path, difference: 'has no extension' }];
    }
    const isUnicode = place === path.normalize('NFC') || place === stemOf(path).normalize('NFC');
    const difference = isUnicode ? 'differs in its Unicode form' : 'differs in upper and lower case';
    return place === undefined ? [] : [{ path, difference }];
  });
}

function typos(wanted: readonly string[], paths: readonly string[]): SimilarFile[] {
  const byFolder = Map.groupBy(paths, (path) => keyOf(folderOf(path)));
  return wanted.flatMap((place): SimilarFile[] => {
    const folder = keyOf(folderOf(place));
    const names = new Map(
      (byFolder.get(folder) ?? [])
        .slice(0, MAX_NAMES)
        .flatMap((path) => [
          [keyOf(stemOf(path)).slice(folder.length), path] as const,
          [keyOf(path).slice(folder.length), path] as const,
        ]),
    );
    const path = names.get(nearest(keyOf(place).slice(folder.length), names.keys()) ?? '');
    return path === undefined ? [] : [{ path, difference: 'differs by a typo' }];
  });
}

/** Files of other folders that are called so or nearly so, those first that Edgit takes for the same type. */
function elsewhere(component: Component, wanted: readonly string[], paths: readonly string[]): SimilarFile[] {
  const short = withoutGeneratedSuffix(component);
  const folders = new Set(wanted.map(folderOf));
  const byBase = Map.groupBy(paths, edgitBase);
  const found = [component.name, ...(short === undefined ? [] : [short])]
    .map(edgitBase)
    .flatMap((base): SimilarFile[] => {
      const near = byBase.has(base) || byBase.size > MAX_NAMES ? base : nearest(base, byBase.keys());
      return (byBase.get(near ?? '') ?? []).map((path) => {
        const where = folders.has(folderOf(path)) ? 'has another extension' : 'is in another folder';
        return { path, difference: near === base ? where : 'differs by a typo' };
      });
    });
  const isOfType = ({ path }: SimilarFile): boolean => edgitComponent(path)?.type === component.type;
  return [...found.filter(isOfType), ...found.filter((file) => !isOfType(file))];
}

/** A path without its extension. */
function stemOf(path: string): string {
  return path.replace(/(?<=[^/])\.[^./]+$/, '');
}

/** What is the same of paths that differ in upper and lower case or in their Unicode form. */
function keyOf(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
