/** The longest text that is read as a glob, and the most globs that its braces may stand for. */
const MAX_GLOB = 1_000;
const MAX_ALTERNATIVES = 1_000;

/** Whether a text stands for more than the one name it is. */
export function isGlob(text: string): boolean {
  return /[*?[{]|^!/.test(text);
}

/**
 * Tells the names that a glob stands for: the glob itself, and what it has stars, `?`, `[…]` and `{…,…}` for; behind `!` all
 * others. However glob and name were made up, the time it takes grows no faster than the product of their lengths: a
 * regular expression would try every way in which the stars can share a name.
 */
export function globMatcher(glob: string): (name: string) => boolean {
  if (glob.startsWith('!')) {
    const matches = globMatcher(glob.slice(1));
    return (name) => name === glob || !matches(name);
  }
  const patterns = glob.length > MAX_GLOB ? [] : alternatives(glob).map(patternOf);
  return (name) => name === glob || patterns.some((pattern) => matchesPath(pattern, name));
}

/** A part of a segment: exactly this text, one character, any number of them, or no dot next. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'shown' }
  | { readonly kind: 'one' | 'many'; readonly takes: (character: string) => boolean };

/** A segment of a path; `folders` is any number of segments, none included. */
export type Segment = readonly Part[] | 'folders';

const ANY = (): boolean => true;

/** What `*` stands for, and a character of it. */
export const STAR: Part = { kind: 'many', takes: ANY };
export const CHARACTER: Part = { kind: 'one', takes: ANY };

/** Whether a path is what the segments stand for. @param allows whether one of its segments may be among `folders` */
export function matchesPath(
  pattern: readonly Segment[],
  path: string,
  allows: (segment: string) => boolean = ANY,
): boolean {
  const names = path.split('/');
  let at = ends(names.length, (i) => i === 0);
  for (const segment of pattern) {
    const before = at;
    at =
      segment === 'folders'
        ? spread(before, (i) => allows(names[i] ?? ''))
        : ends(names.length, (i) => i > 0 && before[i - 1] === true && matchesSegment(segment, names[i - 1] ?? ''));
  }
  return at[names.length] === true;
}

/** Whether a text is what the parts stand for, each after the other. */
export function matchesSegment(parts: readonly Part[], text: string): boolean {
  let at = ends(text.length, (i) => i === 0);
  for (const part of parts) {
    const before = at;
    switch (part.kind) {
      case 'text': {
        const { length } = part.text;
        at = ends(text.length, (i) => before[i - length] === true && text.startsWith(part.text, i - length));
        break;
      }
      case 'shown':
        at = ends(text.length, (i) => before[i] === true && text[i] !== '.');
        break;
      case 'one':
        at = ends(text.length, (i) => before[i - 1] === true && part.takes(text[i - 1] ?? ''));
        break;
      case 'many':
        at = spread(before, (i) => part.takes(text[i] ?? ''));
        break;
    }
  }
  return at[text.length] === true;
}

/** At which places what was read so far may end. */
function ends(length: number, isEnd: (at: number) => boolean): boolean[] {
  return Array.from({ length: length + 1 }, (_, at) => isEnd(at));
}

/** The same places, and those that follow as long as what is between is taken. */
function spread(before: readonly boolean[], takes: (at: number) => boolean): boolean[] {
  const after: boolean[] = [];
  for (const [at, isEnd] of before.entries()) {
    after.push(isEnd || (after[at - 1] === true && takes(at - 1)));
  }
  return after;
}

function patternOf(glob: string): Segment[] {
  // `ui/**` is `ui` as well, but `*/**` has two segments at least.
  const whole = /\*\/\*\*$/.test(glob) && !/(^|\/)\*\*\/\*\*$/.test(glob) ? `${glob}/*` : glob;
  return splitOutside(whole, '/').map((segment) => (segment === '**' ? 'folders' : partsOf(segment)));
}

/** The parts of a glob without a slash. */
export function partsOf(segment: string): Part[] {
  const parts = segment.match(/\\.|\*+|\?|\[[!^]?\]?[^\]]*\]|[^\\*?[]+|[\s\S]/gu) ?? [];
  const found = parts.map((part): Part => {
    if (part.startsWith('*')) {
      return STAR;
    }
    if (part === '?') {
      return CHARACTER;
    }
    const set = /^\[([!^]?)([\s\S]+)\]$/u.exec(part);
    if (set !== null) {
      return { kind: 'one', takes: setMatcher(set[2] ?? '', set[1] !== '') };
    }
    return { kind: 'text', text: part.length > 1 && part.startsWith('\\') ? part.slice(1) : part };
  });
  // A segment is never empty, so a star alone is at least one character.
  return found.length === 1 && found[0] === STAR ? [CHARACTER, STAR] : found;
}

function setMatcher(set: string, isOther: boolean): (character: string) => boolean {
  const ranges = [...set.matchAll(/([\s\S])-([\s\S])|[\s\S]/g)].map(
    ([one, from = one, to = one]) => [from, to] as const,
  );
  return (character) => ranges.some(([from, to]) => from <= character && character <= to) !== isOther;
}

/** The globs that one with braces stands for; none where they are too many. */
function alternatives(glob: string): string[] {
  const done: string[] = [];
  const open = [glob];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const braces = firstBraces(next);
    if (braces === undefined) {
      done.push(next);
    } else {
      const { before, inside, after } = braces;
      open.push(...splitOutside(inside, ',').map((one) => before + one + after));
    }
    if (done.length + open.length > MAX_ALTERNATIVES) {
      return [];
    }
  }
  return done;
}

/** The first braces with a comma in them. */
function firstBraces(glob: string): { before: string; inside: string; after: string } | undefined {
  const opened: number[] = [];
  for (let i = 0; i < glob.length; i++) {
    if (glob[i] === '\\') {
      i += 1;
    } else if (glob[i] === '{') {
      opened.push(i);
    } else if (glob[i] === '}') {
      const from = opened.pop();
      const inside = from === undefined ? '' : glob.slice(from + 1, i);
      if (from !== undefined && splitOutside(inside, ',').length > 1) {
        return { before: glob.slice(0, from), inside, after: glob.slice(i + 1) };
      }
    }
  }
  return undefined;
}

/** The parts of a text between separators that no backslash precedes. */
function splitOutside(text: string, separator: string): string[] {
  return text.split(new RegExp(`(?<!\\\\)${separator}`, 'u'));
}
