/** A place in a text, as editors and annotations count. */
export interface Position {
  /** UTF-16 code units from the beginning of the text. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

/** A part of a text: `text.slice(start.offset, end.offset)`. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** What stands behind the `@` of a reference. */
export type WantedSlot =
  | { readonly kind: 'none' }
  | { readonly kind: 'latest' }
  /** A complete version, `v1.0.0`. */
  | { readonly kind: 'version'; readonly version: string }
  /** What npm's semver reads as a range and is no complete version: `^1.2.0`, `~1.2`, `v1`, `>=1.0.0`. */
  | { readonly kind: 'range'; readonly range: string }
  | { readonly kind: 'environment'; readonly name: string };

/** One reference to a component, where it stands. */
export interface Reference {
  /** Exactly the characters of `range`. */
  readonly text: string;
  readonly range: Range;
  /**
   * - `path`: `prompts/extraction@v1.0.0`, `prompts/extraction` under a key that holds references;
   * - `uri`: `prompt://extraction@v1`, `template://components/header`;
   * - `name`: a name alone, as Edgit's registry and Conductor write it: `extraction-prompt@v1.0.0`.
   */
  readonly form: 'path' | 'uri' | 'name';
  /** The plural type; undefined where the form `name` leaves it open. */
  readonly type: string | undefined;
  /** Without type and slot; may contain `/`. */
  readonly name: string;
  readonly slot: WantedSlot;
  /** The key that the string stands under, or in a list under; undefined where it stands under none. */
  readonly key: string | undefined;
}

/** `# tagship-ignore: code, code`: holds for its own line, or, alone on a line, for the next one. */
export interface Suppression {
  readonly codes: readonly string[];
  readonly range: Range;
  /** The line whose findings it hides, from 1. */
  readonly line: number;
}

/** What a file says: its references and suppressions, and why it could not be read where it could not. */
export interface Extracted {
  readonly references: readonly Reference[];
  readonly suppressions: readonly Suppression[];
  readonly problem: { readonly message: string; readonly range: Range } | undefined;
}

/** What tells a reference from a string that only looks like one. */
export interface Vocabulary {
  /** The plural types that are known: of the registry, of the tags, and the usual ones. */
  readonly types: ReadonlySet<string>;
  /** The keys under which a string is a reference also without `@`. */
  readonly keys: ReadonlySet<string>;
  /** Whether a name alone is one of a registered component. */
  readonly isName: (name: string) => boolean;
}
