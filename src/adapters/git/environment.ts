import { join } from 'node:path';
import { inheritedVariables } from '../../domain/rebuild.ts';

/** What a Git process of ours is allowed to see and to do. */
export interface GitAccess {
  /** The repository on the server, without credentials. */
  readonly url: string;
  readonly token: string;
}

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
 * The environment for a Git process: the caller's, so that proxies and certificates keep working, less what is not for
 * Git, plus the token. The token goes in as configuration by environment variable: it stands in no argv and no file.
 *
 * A second `http.extraheader` (such as the one a checkout leaves behind) would make GitHub answer 400, so the list is
 * emptied first. It is set for the full URL: of several matching URLs, Git takes the settings of the longest.
 */
export function gitEnvironment(
  parent: Readonly<Record<string, string | undefined>>,
  gitDir: string,
  access: GitAccess,
): Record<string, string> {
  const environment = withoutWithheld(parent);
  const inherited = Number.parseInt(environment.GIT_CONFIG_COUNT ?? '0', 10) || 0;
  const settings: [string, string][] = [
    ['protocol.version', '2'],
    ['credential.helper', ''],
    // A server that sends nothing for a minute is given up on.
    ['http.lowSpeedLimit', '1'],
    ['http.lowSpeedTime', '60'],
    // Git would take the token along to wherever the first answer sends it.
    [`http.${access.url}.followRedirects`, 'false'],
    [`http.${access.url}.extraheader`, ''],
    [`http.${access.url}.extraheader`, `Authorization: Basic ${basicCredentials(access.token)}`],
  ];
  settings.forEach(([key, value], i) => {
    environment[`GIT_CONFIG_KEY_${inherited + i}`] = key;
    environment[`GIT_CONFIG_VALUE_${inherited + i}`] = value;
  });
  return {
    ...environment,
    GIT_CONFIG_COUNT: String(inherited + settings.length),
    GIT_DIR: gitDir,
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    // The reasons of failures are told apart by their English text.
    LC_ALL: 'C',
    LANGUAGE: 'C',
  };
}

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
    LC_ALL: 'C',
    LANGUAGE: 'C',
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
    LC_ALL: 'C',
    LANGUAGE: 'C',
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

/** The token as HTTP basic authentication carries it; as secret as the token. */
export function basicCredentials(token: string): string {
  return Buffer.from(`x-access-token:${token}`).toString('base64');
}
