import { VERSIONS_FOLDER } from './ledger/layout.ts';
import { isVersion } from './version.ts';

/** The last part of the key under which a component has a list of its versions. */
export const VERSIONS_SLOT = '_versions';

/** Names that mean something else: `@latest` and the list of versions are computed, and the ledger has its own folder. */
const RESERVED: readonly string[] = ['latest', VERSIONS_FOLDER, VERSIONS_SLOT];

/** Whether no environment may be called so; an `@` parts name and slot in a key. */
export function isReservedEnvironment(name: string): boolean {
  return RESERVED.includes(name) || name.includes('@');
}

/** Why a text is no name of an environment, or undefined when it is one. */
export function environmentProblem(name: string): string | undefined {
  if (name === '') {
    return 'it is empty';
  }
  if (isReservedEnvironment(name)) {
    return name.includes('@') ? `\`${name}\` has an \`@\`` : `\`${name}\` is reserved`;
  }
  if (isVersion(name)) {
    return `\`${name}\` is a version`;
  }
  return /[/\s]/.test(name) ? `\`${name}\` has a slash or a space` : undefined;
}
