import { installHook, type PushHook } from './hooks.ts';
import { VIOLATION, violationFiles } from './ruleset.ts';

/** Takes a refusal back. */
export type Lift = () => Promise<void>;

const WORKFLOWS = '.github/workflows';

/**
 * What a token without the `workflows` permission runs into. GitHub does not document when a workflow counts as new, and
 * reports differ: some name a commit whose workflows are those of no branch's tip, others any change of a workflow that
 * becomes reachable. Here a ref is refused when its tree has a file that no ref of the repository has at that path.
 */
const WORKFLOWS_SCRIPT = `
list() { git ls-tree -r "$1" | cut -d ' ' -f 3-; }
new=$(git rev-parse --verify --quiet "$3:${WORKFLOWS}") || exit 0
trees=$(git for-each-ref --format='%(objectname):${WORKFLOWS}' |
  git cat-file --batch-check='%(objecttype) %(objectname)' | sed -n 's/^tree //p' | sort -u)
known=$(for tree in $trees; do list "$tree"; done)
file=$(list "$new" | grep -Fxv -e "$known" | head -n 1 | cut -f 2)
test -n "$file" || exit 0
refuse "$1" "refusing to allow a GitHub App to create or update workflow \\\`${WORKFLOWS}/$file\\\` without \\\`workflows\\\` permission"
exit 1
`;

/**
 * GitHub's push policy, which refuses every ref of a push that has too many. It speaks of branches and tags; that other
 * refs count as well is an assumption on the strict side.
 */
const LIMIT_SCRIPT = `${VIOLATION}
commands=$(cat)
read -r most <"$here/limit"
test "$(printf '%s\\n' "$commands" | wc -l)" -gt "$most" || exit 0
printf '%s\\n' "$commands" | while read -r before after ref; do
  violation "$ref" "Pushes can not update more than $most branches or tags."
done
exit 1
`;

/** A pre-receive hook of GitHub Enterprise Server: its words, and the report says that it declined. */
const MESSAGE_SCRIPT = `cat "$here/message" >&2
exit 1
`;

/** Refuses refs that lead to workflow files which are new to the repository. */
export function refuseWorkflows(bare: string): Promise<Lift> {
  return installHook(bare, { stage: 'update', name: 'workflows', script: WORKFLOWS_SCRIPT });
}

/** Refuses pushes of more refs than that; `url` is where GitHub would show the rules. */
export function limitRefs(bare: string, most: number, url: string): Promise<Lift> {
  const files = { ...violationFiles(url), limit: `${most}\n` };
  return installHook(bare, { stage: 'pre-receive', name: 'limit', script: LIMIT_SCRIPT, files });
}

/** Refuses every push with a message. */
export function refusePushes(bare: string, message: string): Promise<Lift> {
  const hook: PushHook = { stage: 'pre-receive', name: 'message', script: MESSAGE_SCRIPT, files: { message } };
  return installHook(bare, hook);
}
