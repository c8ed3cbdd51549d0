import { join } from 'node:path';
import { inheritedVariables } from '../../domain/rebuild.ts';

/** Variables that would send Git to another repository, or that are none of its business. */
const WITHHELD = [
  /^INPUT_/i,
  /^CLOUDFLARE_/i,
  /^GITHUB_TOKEN$/i,
  /^ACTIONS_/i,
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|CEILING_DIRECTORIES)$/i,
  /^GIT_(?:ASKPASS|TRACE_REDACT|PROTOCOL)$/i,
  /^SSH_ASKPASS$/i,
];

/**
 * The environment for the Git process that checks files out for a rebuild: without the token, and without what a machine
 * may have Git start then, which are hooks and the filters of Git LFS.
 */
export function worktreeEnvironment(
  parent: Readonly<Record<string, string | undefined>>,
  gitDir: string,
): Record<string, string> {
  const settings = {
    'core.hooksPath': join(gitDir, 'no-hooks'),
    'filter.lfs.smudge': '',
    'filter.lfs.process': '',
    'filter.lfs.required': 'false',
  };
  const entries = Object.entries(settings).flatMap(([key, value], i) => [
    [`GIT_CONFIG_KEY_${i}`, key] as const,
    [`GIT_CONFIG_VALUE_${i}`, value] as const,
  ]);
  return {
    ...inheritedVariables(parent),
    ...Object.fromEntries(entries),
    GIT_CONFIG_COUNT: String(Object.keys(settings).length),
    GIT_DIR: gitDir,
    GIT_LFS_SKIP_SMUDGE: '1',
  };
}

/**
 * The environment for a Git process that lists the files of a checkout. With its directory named, Git does not ask who
 * owns the checkout: in a container that is somebody else. Nothing in it is locked or written.
 */
export function checkoutEnvironment(
  parent: Readonly<Record<string, string | undefined>>,
  directory: string,
): Record<string, string> {
  return {
    ...withoutWithheld(parent),
    GIT_DIR: join(directory, '.git'),
    GIT_WORK_TREE: directory,
    GIT_OPTIONAL_LOCKS: '0',
  };
}

function withoutWithheld(parent: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(parent)) {
    if (value !== undefined && !WITHHELD.some((pattern) => pattern.test(name))) {
      environment[name] = value;
    }
  }
  return environment;
}

/** The environment for Git in a clone of somebody who works there: their settings, and none of our secrets. */
export function cloneEnvironment(parent: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return { ...withoutWithheld(parent), GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
}
