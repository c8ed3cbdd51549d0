import parseArgv from 'string-argv';
import { TagshipError } from '../errors.ts';
import type { Component } from './component.ts';

/** What a rebuild command may ask for. */
export const REBUILD_PLACEHOLDERS = ['component', 'type', 'name', 'environment', 'version', 'commit'] as const;

type Placeholder = (typeof REBUILD_PLACEHOLDERS)[number];

/**
 * Variables that a command needs on any machine: where programs, home and temporary files are, the language, how to get
 * through a proxy, whom to trust. Everything else may be a token: the step has secrets of metrics, the runner its own.
 */
const INHERITED: readonly RegExp[] = [
  /^(?:PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|LC_\w+|TZ|TERM|NO_COLOR|FORCE_COLOR|CI|LD_LIBRARY_PATH)$/,
  /^(?:TMPDIR|TMP|TEMP)$/,
  /^(?:https?|all|no)_proxy$/,
  /^(?:SSL_CERT_FILE|SSL_CERT_DIR|CURL_CA_BUNDLE|REQUESTS_CA_BUNDLE|GIT_SSL_CAINFO|GIT_SSL_CAPATH)$/,
  /^NODE_(?:ENV|OPTIONS|EXTRA_CA_CERTS|USE_ENV_PROXY|USE_SYSTEM_CA)$/,
  /^CLOUDFLARE_(?:API_)?BASE_URL$/,
  /^(?:SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT|OS|USERNAME|USERPROFILE|HOMEDRIVE|HOMEPATH|APPDATA|LOCALAPPDATA)$/,
  /^(?:PROGRAMFILES(?:\(X86\))?|PROGRAMDATA|NUMBER_OF_PROCESSORS|PROCESSOR_ARCHITECTURE)$/,
].map(({ source }) => new RegExp(source, 'i'));

/** What of the step's environment the commands of a rebuild get, and whatever the checkout for them starts. */
export function inheritedVariables(step: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(step).flatMap(([name, value]) =>
      value !== undefined && INHERITED.some((pattern) => pattern.test(name)) ? [[name, value] as const] : [],
    ),
  );
}

/** Why a line is no rebuild command, or undefined when it is one. */
export function rebuildProblem(line: string): string | undefined {
  if (parseArgv(line).length === 0) {
    return 'is empty';
  }
  const unknown = [...line.matchAll(/\{(\w+)\}/g)].find(
    ([, name]) => !REBUILD_PLACEHOLDERS.some((known) => known === name),
  );
  return unknown === undefined ? undefined : `has the unknown placeholder {${unknown[1]}}`;
}

/** The values for the placeholders of a logic tag's commands. */
export function rebuildValues(
  component: Component,
  environment: string,
  version: string,
  commit: string,
): Record<Placeholder, string> {
  const { type, name } = component;
  return { component: `${type}/${name}`, type, name, environment, version, commit };
}

/**
 * The commands of a rebuild, each an argv: a line is split first and filled in then, so a value is never more than
 * part of one argument.
 *
 * @throws TagshipError `name-refused` where a value alone would be read as an option
 */
export function rebuildCommands(lines: readonly string[], values: Record<Placeholder, string>): string[][] {
  return lines.map((line) =>
    parseArgv(line).map((argument) => {
      const filled = argument.replace(
        /\{(\w+)\}/g,
        (whole, name: string) => (values as Record<string, string>)[name] ?? whole,
      );
      if (filled.startsWith('-') && !argument.startsWith('-')) {
        throw new TagshipError(
          'name-refused',
          `The argument \`${filled}\` of \`${line}\` would be read as an option.`,
          'Give the component or environment a name that does not start with `-`.',
        );
      }
      return filled;
    }),
  );
}
