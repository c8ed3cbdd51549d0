import type { Range } from '../references/reference.ts';

/** Everything that `validate` can find. The codes are part of the public contract. */
export const FINDING_CODES = [
  'unregistered-component',
  'missing-file',
  'unknown-version',
  'unsatisfied-range',
  'unknown-environment',
  'missing-key',
  'cycle',
  'duplicate-registration',
  'registry-invalid',
  'registry-type',
  'version-moved',
  'unparsable-file',
  'unused-suppression',
] as const;

export type FindingCode = (typeof FINDING_CODES)[number];

export type Severity = 'error' | 'warning' | 'notice';

/** One thing that is wrong, at its place. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Relative to the root of the repository, with `/`. */
  readonly file: string;
  /** Undefined where it is about the whole file. */
  readonly range: Range | undefined;
  /** One sentence: what is wrong. Names from files and tags as they are; adapters make them safe. */
  readonly message: string;
  /** The closest existing name, written so that it can replace the text of `range`. */
  readonly suggestion: string | undefined;
  /** The command that fixes it, for a POSIX shell, names quoted; undefined where an edit does. */
  readonly command: string | undefined;
  /** What it is about, the same wherever in the file that stands: the text of a reference, the name of an entry. */
  readonly subject?: string;
}
