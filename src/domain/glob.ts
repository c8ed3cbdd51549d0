import picomatch from 'picomatch';

/** The longest text that is read as a glob; the engine cannot take any length, and no name has so many letters. */
const MAX_GLOB = 1_000;

/** Whether a text stands for more than the one name it is. */
export function isGlob(text: string): boolean {
  return picomatch.scan(text).isGlob;
}

/** Tells the names that a glob stands for; the glob itself, and what it has stars for. */
export function globMatcher(glob: string): (name: string) => boolean {
  const matches = glob === '' || glob.length > MAX_GLOB ? undefined : picomatch(glob, { dot: true });
  return (name) => name === glob || matches?.(name) === true;
}
