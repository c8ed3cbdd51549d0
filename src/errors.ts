/**
 * Every code an error of Tagship can have, with what happened in one sentence.
 * A code is part of the public contract: it is never renamed, and never reused for something else.
 */
export const ERROR_CODES = {
  'account-missing': 'No Cloudflare account id was given.',
  'account-unknown': 'The Cloudflare account does not exist, or not for this token.',
  'canary-missing': 'No users get a canary of the component.',
  'canary-taken': 'The key for the share of a canary serves another component now.',
  cancelled: 'The run was cancelled.',
  'command-unknown': 'The `command` input names no command.',
  'component-unknown': 'No tag or registry entry knows this component.',
  'config-invalid': 'The configuration file breaks its schema.',
  'config-missing':
    'The configuration file that was named does not exist: on the default branch or, for `validate`, in the tree that is checked.',
  'config-syntax': 'The configuration file is not valid YAML.',
  'content-ambiguous': 'Two or more files could be the content of the component.',
  'content-lfs': 'The content is a Git LFS pointer, not the content itself.',
  'content-missing': 'No file was found for the component at the tagged commit.',
  'content-not-a-file': 'The path is a symbolic link, a submodule or a directory.',
  'content-too-large': 'The content is over the 25 MiB a KV value may have.',
  'drift-remains': 'KV differs from the tags.',
  'environment-reserved': 'An environment has a name that Tagship needs for itself.',
  'environment-unknown': 'No tag and no entry of the ledger knows this environment.',
  'event-refused': 'Tagship does nothing for this event.',
  findings: 'The tree has findings of severity error.',
  'environment-frozen': 'The environment is frozen.',
  'forge-refused': 'GitHub refused to record something.',
  'forge-unreachable': "GitHub's API could not be used.",
  'gate-breached': 'A gate saw a breach, and nothing may be rolled back.',
  'gate-missing': 'An environment has no gate.',
  'git-auth': 'The Git server refused the token.',
  'git-protocol': 'The Git server answered something unexpected.',
  'git-unreachable': 'The Git server could not be reached.',
  'input-invalid': 'An input has a value that cannot be used.',
  'input-missing': 'An input that is needed was not given.',
  'input-unknown': 'No command has this input, or not this one.',
  'group-stopped': 'A group stopped before the version was in all of its waves.',
  internal: 'Tagship reached a state that should not exist.',
  'key-collision': 'Two components or slots ask for the same KV key.',
  'key-foreign': 'A KV key belongs to another repository.',
  'key-too-long': 'A KV key would be over 512 bytes.',
  'kv-auth': 'Cloudflare refused the API token.',
  'kv-incomplete': 'Cloudflare did not store every key.',
  'kv-refused': 'Cloudflare refused a request.',
  'kv-unreachable': 'Cloudflare could not be reached.',
  'ledger-broken': 'The ledger cannot be read.',
  'ledger-busy': 'Other runs kept writing to the ledger.',
  'ledger-rewritten': 'The ledger was rewritten, truncated or deleted.',
  'metadata-too-large': 'The metadata of a key would be over 1,024 bytes.',
  'metric-unusable': 'A metric of a gate cannot be used as it is written.',
  'move-refused': 'The Git server refused to move a tag or to write the ledger.',
  'name-refused': 'A name or type of a component cannot be stored.',
  'namespace-ambiguous': 'Several KV namespaces have the same title.',
  'namespace-missing': 'An environment has no KV namespace.',
  'namespace-unknown': 'The KV namespace does not exist.',
  'prune-refused': 'More keys would be removed than may go at once.',
  'push-denied': 'The token may not push to the repository.',
  'rate-limited': 'A server asks to wait longer than a run should.',
  'rebuild-failed': 'A command of the rebuild failed.',
  'registry-invalid': 'The component registry at the commit cannot be read.',
  'repository-unknown': 'In the terminal: the repository is not known.',
  'requires-unmet': 'The version was not healthy where it has to be first.',
  'rollback-impossible': 'There is no version to go back to.',
  'rolled-back': 'A gate rolled a version back.',
  'runner-unusable': 'The runner lacks something that Tagship needs.',
  'set-up-broken': 'The set-up has more errors than are shown one by one.',
  'tag-duplicate': 'Two tags of different form claim the same component and environment.',
  'tag-held': 'KV is held at another version than its tag.',
  'tag-missing': 'The repository has no such component tag.',
  'tag-not-a-commit': 'The tag points at something that is not a commit.',
  'tag-shape':
    'The tag has a known prefix but not the shape of a component tag, or its slot only looks like a version.',
  'tags-unsettled': 'Tags kept moving while KV was being written.',
  'time-unknown': 'The ledger does not reach back to this time.',
  'token-missing': 'A token was not given.',
  'tree-too-large': 'The tree of a commit unfolds into more files than are read.',
  unconfirmed: 'In the terminal: a command that may move something was not confirmed.',
  'verify-failed': 'A probe of `verify` did not answer as it should.',
  'verify-unmet': 'The environment that `verify` names does not have the version.',
  'version-current': 'The environment runs this version already.',
  'version-missing': 'An environment tag stands for no version.',
  'version-moved': 'A version tag points somewhere else than it did.',
  'version-never-ran': 'The version never ran in this environment.',
  'version-quarantined': 'The version is quarantined in this environment.',
  'version-unanchored':
    'Only the ledger knows the version, and neither a version tag nor the default branch confirms it.',
  'version-unknown': 'The version does not exist.',
} as const satisfies Record<string, string>;

/** The stable kebab-case name of a kind of failure. */
export type ErrorCode = keyof typeof ERROR_CODES;

/** Where in a file of the repository a problem stands; lines and columns start at 1. */
export interface Location {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

export interface ErrorOptions {
  readonly location?: Location | undefined;
  readonly cause?: unknown;
}

/**
 * A failure somebody can act on: what happened, and what to do.
 * Its message is `tagship(code): what happened. What to do.`
 */
export class TagshipError extends Error {
  override readonly name = 'TagshipError';
  readonly code: ErrorCode;
  readonly what: string;
  readonly remedy: string;
  readonly location: Location | undefined;

  /**
   * @param what one or more whole sentences
   * @param remedy one or more whole sentences in the imperative
   */
  constructor(code: ErrorCode, what: string, remedy: string, options: ErrorOptions = {}) {
    super(`tagship(${code}): ${what} ${remedy}`, { cause: options.cause });
    this.code = code;
    this.what = what;
    this.remedy = remedy;
    this.location = options.location;
  }
}

/** Several independent failures found in one look, such as all mistakes of a configuration file. */
export class TagshipErrors extends Error {
  override readonly name = 'TagshipErrors';
  readonly errors: readonly TagshipError[];

  constructor(errors: readonly TagshipError[]) {
    super(errors.map((error) => error.message).join('\n'));
    this.errors = errors;
  }
}

/** Failures that the outputs and the summary tell of already. */
export class Reported extends TagshipErrors {}

/** Codes of errors about what one component has or is called begin so. */
const OF_COMPONENT = [
  'content-',
  'registry-',
  'key-',
  'metadata-',
  'version-',
  'name-refused',
  'tag-',
  'ledger-broken',
];

/** Whether an error is about one component: it holds up no other. */
export function isOfComponent(error: unknown): error is TagshipError {
  return error instanceof TagshipError && OF_COMPONENT.some((one) => error.code.startsWith(one));
}

/** Whether an error is about one namespace: it holds up no other. */
export function isOfNamespace(error: unknown): error is TagshipError {
  return error instanceof TagshipError && error.code.startsWith('namespace-');
}

/** The problems of one component or namespace. @throws what is about more than that */
export function ownTrouble(thrown: unknown): readonly TagshipError[] {
  const problems = toTagshipErrors(thrown);
  if (!problems.every((one) => isOfComponent(one) || isOfNamespace(one))) {
    throw thrown;
  }
  return problems;
}

/**
 * A fault that may be gone on the next try: a reset connection, a 429, a 5xx.
 * It carries the error that is to be shown when trying again did not help.
 */
export class TransientError extends Error {
  override readonly name = 'TransientError';
  readonly failure: TagshipError;
  /** How long the server asked to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(failure: TagshipError, retryAfterMs?: number) {
    super(failure.message, { cause: failure });
    this.failure = failure;
    this.retryAfterMs = retryAfterMs;
  }
}

/** The errors of a failure that is no fault of Tagship. @throws anything else as it is */
export function knownErrors(thrown: unknown): readonly TagshipError[] {
  if (thrown instanceof TagshipError || thrown instanceof TagshipErrors || thrown instanceof TransientError) {
    return toTagshipErrors(thrown);
  }
  throw thrown;
}

/**
 * The same errors in the words of the step that they stopped.
 * @param what the new sentence, from the old one
 * @throws anything that is a fault of Tagship
 */
export function inContext(
  thrown: unknown,
  what: (what: string) => string,
  remedy: (remedy: string) => string = (same) => same,
): TagshipError[] {
  return knownErrors(thrown).map(
    (error) =>
      new TagshipError(error.code, what(error.what), remedy(error.remedy), { location: error.location, cause: thrown }),
  );
}

/** Turns anything that was thrown into the errors to show, also what is no `Error` at all. */
export function toTagshipErrors(thrown: unknown): readonly TagshipError[] {
  if (thrown instanceof TagshipErrors) {
    return thrown.errors;
  }
  if (thrown instanceof TransientError) {
    return [thrown.failure];
  }
  if (thrown instanceof TagshipError) {
    return [thrown];
  }
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  if (thrown instanceof Error && 'syscall' in thrown && 'code' in thrown) {
    return [
      new TagshipError(
        'runner-unusable',
        `The runner refused what Tagship asked of it: ${text.replace(/\.?$/, '.')}`,
        'Look for a full disk, too little memory or missing permissions on the runner, then run the job again.',
        { cause: thrown },
      ),
    ];
  }
  return [
    new TagshipError(
      'internal',
      `Unexpected failure: ${text.replace(/\.?$/, '.')}`,
      'Run the job again with debug logging on, and report it with the log if it stays.',
      { cause: thrown },
    ),
  ];
}
