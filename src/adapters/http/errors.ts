/** The code of an error of Node, such as `ECONNRESET`; nothing where it has none. Errors may be of another realm. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** An error, and all that caused it, the innermost last. */
export function causesOf(error: unknown): readonly unknown[] {
  const causes = [error];
  for (let current = error; typeof current === 'object' && current !== null; ) {
    // One error stands for those of all addresses of a host.
    const several: unknown = 'errors' in current ? current.errors : undefined;
    current =
      Array.isArray(several) && several.length > 0 ? several[0] : 'cause' in current ? current.cause : undefined;
    if (current === undefined || causes.includes(current)) {
      break;
    }
    causes.push(current);
  }
  return causes;
}

/** Why there is no answer: what the innermost error says. */
export function whyOf(error: unknown): string {
  const innermost = causesOf(error).at(-1);
  const message =
    typeof innermost === 'object' && innermost !== null && 'message' in innermost ? innermost.message : innermost;
  return String(message) || codeOf(innermost) || 'no reason given';
}
