import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** `pre-receive` runs once per push and refuses all of it, `update` once per ref and refuses that one. */
export type HookStage = 'pre-receive' | 'update';

/** A POSIX shell script that judges what is pushed, and files it finds in `$here`. */
export interface PushHook {
  readonly stage: HookStage;
  readonly name: string;
  readonly script: string;
  readonly files?: Readonly<Record<string, string>>;
}

/** The variable that names the file in which hooks leave, per line, a ref, a tab and why it is refused. */
export const REASONS_VARIABLE = 'SANDBOX_REASONS';

/** Runs all scripts of a stage in order of their names, up to the first that refuses. */
const DISPATCHERS: Readonly<Record<HookStage, string>> = {
  'pre-receive': `#!/bin/sh
commands=$(cat)
for hook in "$0".d/*.sh; do
  test ! -e "$hook" || printf '%s\\n' "$commands" | sh "$hook" || exit 1
done
`,
  update: `#!/bin/sh
for hook in "$0".d/*.sh; do
  test ! -e "$hook" || sh "$hook" "$@" || exit 1
done
`,
};

/**
 * Defines `refuse REF REASON`, which makes the report of the push give that reason where Git's own is that a hook
 * declined. The worktree of the sandbox pushes by path and reads it as a message.
 */
const PRELUDE = `here=\${0%/*}
refuse() {
  if test -n "$${REASONS_VARIABLE}"; then
    printf '%s\\t%s\\n' "$1" "$2" >>"$${REASONS_VARIABLE}"
  else
    printf '%s\\n' "$2" >&2
  fi
}
`;

/** Where the scripts of a stage and their files are. */
export function hookDirectory(bare: string, stage: HookStage): string {
  return path.join(bare, 'hooks', `${stage}.d`);
}

/** Adds a hook to those of a bare repository, in the place of one of that name; returns what removes it. */
export async function installHook(bare: string, { stage, name, script, files = {} }: PushHook) {
  const directory = hookDirectory(bare, stage);
  await mkdir(directory, { recursive: true });
  for (const [file, content] of Object.entries(files)) await writeFile(path.join(directory, file), content);
  const file = path.join(directory, `${name}.sh`);
  await writeFile(file, PRELUDE + script);
  const dispatcher = path.join(bare, 'hooks', stage);
  await writeFile(dispatcher, DISPATCHERS[stage]);
  await chmod(dispatcher, 0o755);
  return () => rm(file, { force: true });
}
