import { appendFile, chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What may not be done to protected refs. */
export interface Restrictions {
  readonly update?: boolean;
  readonly deletion?: boolean;
}

/** A ruleset to be. */
export interface Ruleset {
  readonly patterns: readonly string[];
  readonly restrictions: Restrictions;
  /** Where GitHub would show the rules. */
  readonly url: string;
}

/** Lines of restriction, space, extended regular expression; data only, as the hook reads them. */
const RULES_FILE = 'ruleset';
const URL_FILE = 'ruleset-url';

/**
 * Git runs it once per ref, so that the other refs of a push go through, as on GitHub. The status line of the push
 * ends with "hook declined", where GitHub has "push declined due to repository rule violations".
 */
const HOOK = `#!/bin/sh
ref=$1
case $2 in *[!0]*) ;; *) exit 0 ;; esac
case $3 in *[!0]*) action=update ;; *) action=delete ;; esac
here=\${0%/*}
while read -r restricted pattern; do
  test "$restricted" = "$action" || continue
  printf '%s\\n' "$ref" | grep -Eq -e "$pattern" || continue
  read -r url <"$here/${URL_FILE}"
  cat >&2 <<MESSAGE
error: GH013: Repository rule violations found for $ref.
Review all repository rules at $url?ref=$(printf '%s' "$ref" | sed 's,/,%2F,g')

- Cannot $action this protected ref.

MESSAGE
  exit 1
done <"$here/${RULES_FILE}"
exit 0
`;

/** Makes a bare repository refuse what a ruleset restricts, besides what it refuses already. */
export async function addRuleset(bare: string, { patterns, restrictions, url }: Ruleset): Promise<void> {
  const { update = false, deletion = false } = restrictions;
  const actions = [...(update ? ['update'] : []), ...(deletion ? ['delete'] : [])];
  const expressions = patterns.map(expressionOf);
  const lines = actions.flatMap((action) => expressions.map((expression) => `${action} ${expression}\n`));
  const hooks = path.join(bare, 'hooks');
  await mkdir(hooks, { recursive: true });
  await appendFile(path.join(hooks, RULES_FILE), lines.join(''));
  await writeFile(path.join(hooks, URL_FILE), `${url}\n`);
  await writeFile(path.join(hooks, 'update'), HOOK);
  await chmod(path.join(hooks, 'update'), 0o755);
}

/** A pattern of a ruleset as a POSIX extended regular expression; what has no meaning there stands for itself. */
function expressionOf(pattern: string): string {
  // No ref has any of these, and a line feed would begin another rule.
  if (/[\s\p{Cc}]/u.test(pattern)) throw new Error(`Not a pattern: ${JSON.stringify(pattern)}`);
  const parts = pattern.match(/\*\*\/|\*|\?|[^*?]/gu) ?? [];
  return `^${parts.map((part) => WILDCARDS[part] ?? part.replace(/[\\^$.|?*+(){}[\]]/, literal)).join('')}$`;
}

const WILDCARDS: Readonly<Record<string, string>> = { '**/': '(.*/)?', '*': '[^/]*', '?': '[^/]' };

/** Bracketed, as a backslash means different things to different greps; a bracket cannot hold a caret alone. */
function literal(character: string): string {
  return character === '^' || character === '\\' ? `\\${character}` : `[${character}]`;
}
