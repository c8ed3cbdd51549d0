/** Nobody nests more; each level can take the parser twice as long. */
const MAX_DEPTH = 8;

/** What brackets mean nothing in: comments and strings. Then type arguments before a bracket or template, and brackets. */
const TOKEN =
  /\/\/[^\n]*|\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|(?<!=)>\s*[(`]|[(){}[\]]/g;

/**
 * Whether a script nests calls and assertions with type arguments, `<T>(…)`, so deeply that the parser, which tries
 * each as an arrow function too, would take time without end. It knows no regular expressions and no JSX, so it is a
 * guard against what happens and not against everything that can be thought of.
 */
export function isTooDeep(text: string): boolean {
  const open: boolean[] = [];
  let depth = 0;
  let isTemplate = false;
  for (const [token] of text.matchAll(TOKEN)) {
    if (/^['"/]/.test(token)) {
      continue;
    }
    if (/^[)}\]]/.test(token)) {
      depth -= open.pop() === true ? 1 : 0;
    } else if (token.endsWith('`')) {
      // It counts from the `${` in it.
      isTemplate = true;
    } else {
      const counts = isTemplate || token.startsWith('>');
      isTemplate = false;
      open.push(counts);
      depth += counts ? 1 : 0;
    }
    if (depth > MAX_DEPTH) {
      return true;
    }
  }
  return false;
}
