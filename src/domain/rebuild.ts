import parseArgv from 'string-argv';
import { TagshipError } from '../errors.ts';
import type { Component } from './component.ts';

/** What a rebuild command may ask for. */
export const REBUILD_PLACEHOLDERS = ['component', 'type', 'name', 'environment', 'version', 'commit'] as const;

type Placeholder = (typeof REBUILD_PLACEHOLDERS)[number];

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
