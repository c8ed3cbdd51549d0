import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { hookDirectory, installHook } from './hooks.ts';

/** What may not be done to protected refs. */
export interface Restrictions {
  readonly creation?: boolean;
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

/** What GitHub's report of a push says of a ref that breaks a rule. */
export const RULE_REASON = 'push declined due to repository rule violations';

/** Defines `violation REF RULE`, which says in GitHub's words that a ref breaks a rule; needs the file of the address. */
export const VIOLATION = `violation() {
  read -r url <"$here/ruleset-url"
  cat >&2 <<MESSAGE
error: GH013: Repository rule violations found for $1.
Review all repository rules at $url?ref=$(printf '%s' "$1" | sed 's,/,%2F,g')

- $2

MESSAGE
  refuse "$1" '${RULE_REASON}'
}
`;

/** The file `violation` reads. */
export function violationFiles(url: string): Record<string, string> {
  return { 'ruleset-url': `${url}\n` };
}

/** Where the rulesets stand as they were given, one in JSON a line, for whoever asks about them. */
const GIVEN_FILE = 'rulesets.jsonl';

/** A ruleset as it was given. */
export type StoredRuleset = Omit<Ruleset, 'url'>;

/** The rulesets of a bare repository, in the order in which they were added. */
export async function readRulesets(bare: string): Promise<StoredRuleset[]> {
  const text = await readFile(path.join(hookDirectory(bare, 'update'), GIVEN_FILE), 'utf8').catch(() => '');
  const lines = text.split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as StoredRuleset);
}

/** Lines of restriction, space, extended regular expression; data only, as the hook reads them. */
const RULES_FILE = 'ruleset';

/** Git runs it once per ref, so that the other refs of a push that is not atomic go through, as on GitHub. */
const SCRIPT = `${VIOLATION}
ref=$1
case $3 in *[!0]*) action=update ;; *) action=delete ;; esac
case $2 in *[!0]*) ;; *) action=create ;; esac
case $action in
  create) rule='Cannot create ref due to creations being restricted.' ;;
  *) rule="Cannot $action this protected ref." ;;
esac
while read -r restricted pattern; do
  test "$restricted" = "$action" || continue
  printf '%s\\n' "$ref" | grep -Eq -e "$pattern" || continue
  violation "$ref" "$rule"
  exit 1
done <"$here/${RULES_FILE}"
exit 0
`;

/** Makes a bare repository refuse what a ruleset restricts, besides what it refuses already. */
export async function addRuleset(bare: string, { patterns, restrictions, url }: Ruleset): Promise<void> {
  const { creation = false, update = false, deletion = false } = restrictions;
  const chosen = { create: creation, update, delete: deletion };
  const actions = Object.entries(chosen).flatMap(([action, restricted]) => (restricted ? [action] : []));
  const expressions = patterns.map(expressionOf);
  const lines = actions.flatMap((action) => expressions.map((expression) => `${action} ${expression}\n`));
  const directory = hookDirectory(bare, 'update');
  await mkdir(directory, { recursive: true });
  await appendFile(path.join(directory, RULES_FILE), lines.join(''));
  await appendFile(path.join(directory, GIVEN_FILE), `${JSON.stringify({ patterns, restrictions })}\n`);
  await installHook(bare, { stage: 'update', name: 'ruleset', script: SCRIPT, files: violationFiles(url) });
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
