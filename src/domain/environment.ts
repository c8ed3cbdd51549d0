import { VERSIONS_FOLDER } from './ledger/layout.ts';
import { isVersion } from './version.ts';

/** Names that mean something else: `@latest` is computed, and the ledger keeps its versions in that folder. */
export const RESERVED_ENVIRONMENTS: readonly string[] = ['latest', VERSIONS_FOLDER];

/** Why a text is no name of an environment, or undefined when it is one. */
export function environmentProblem(name: string): string | undefined {
  if (name === '') {
    return 'it is empty';
  }
  if (RESERVED_ENVIRONMENTS.includes(name)) {
    return `\`${name}\` is reserved`;
  }
  if (isVersion(name)) {
    return `\`${name}\` is a version`;
  }
  return /[/\s]/.test(name) ? `\`${name}\` has a slash or a space` : undefined;
}
