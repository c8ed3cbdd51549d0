/** The label of every post-mortem issue. */
export const ISSUE_LABEL = 'tagship';

/** The line by which the issue of a version is found again. Nobody sees it, and nothing in it can end it early. */
export function issueMarker(component: string, environment: string, version: string): string {
  return comment('post-mortem', [component, environment, version]);
}

/** The line by which a rollback is found again that was written down already. */
export function occurrenceMarker(occurrence: string): string {
  return comment('occurrence', [occurrence]);
}

/** The number of the run that wrote a comment; 0 where it does not say. */
export function markedRun(text: string): number {
  return Number(/^<!-- tagship:run (\d+) -->$/m.exec(text.replaceAll('\r\n', '\n'))?.[1] ?? 0);
}

/** The line by which the comment of `validate` on a pull request is found again, one for each configuration. */
export function validateMarker(configPath: string): string {
  return comment('validate', [configPath]);
}

/** The line that says which run wrote a comment. */
export function runMarker(run: number): string {
  return comment('run', [String(run)]);
}

/**
 * Whether a text has a marker as a line of its own. Text of others never begins a line with `<!--`, so it cannot have
 * one.
 */
export function hasMarker(text: string | null | undefined, marker: string): boolean {
  return (text ?? '').split(/\r?\n/).includes(marker);
}

function comment(kind: string, parts: readonly string[]): string {
  return `<!-- tagship:${kind} ${parts.map(encoded).join(' ')} -->`;
}

/** Two hyphens would end a comment for some readers. */
function encoded(part: string): string {
  return encodeURIComponent(part.toWellFormed()).replaceAll('-', '%2D');
}
