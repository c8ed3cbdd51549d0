import { matchesPath, partsOf, type Segment } from '../glob.ts';

/** A ruleset of the repository, or of its organization, that is in force. */
export interface Ruleset {
  readonly name: string;
  readonly target: 'branch' | 'tag';
  /** Patterns of full names; `~ALL` and `~DEFAULT_BRANCH` stand for themselves. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** The kinds of its rules, such as `update`, `deletion`, `pull_request`. */
  readonly rules: readonly string[];
  /** Whether the token may do all the same what it forbids; undefined where GitHub does not say. */
  readonly bypass: boolean | undefined;
}

/** The longest pattern that is read: time grows with the product of its length and that of a name. */
const MAX_PATTERN = 1_000;

/** The rules for a ref, each with the rulesets that have it. */
export type RulesOf = (ref: string) => ReadonlyMap<string, readonly Ruleset[]>;

/** Tells which rules hold for refs. */
export function rulesReader(rulesets: readonly Ruleset[], defaultBranch: string | undefined): RulesOf {
  const covering = rulesets.map((ruleset) => ({ ruleset, covers: coverage(ruleset, defaultBranch) }));
  return (ref) => {
    const rules = new Map<string, Ruleset[]>();
    for (const { ruleset } of covering.filter(({ covers }) => covers(ref))) {
      for (const rule of ruleset.rules) {
        rules.set(rule, [...(rules.get(rule) ?? []), ruleset]);
      }
    }
    return rules;
  };
}

function coverage({ target, include, exclude }: Ruleset, defaultBranch: string | undefined): (ref: string) => boolean {
  const prefix = target === 'tag' ? 'refs/tags/' : 'refs/heads/';
  const [included, excluded] = [include, exclude].map((patterns) =>
    patterns.map((pattern) => refMatcher(pattern, defaultBranch)),
  );
  return (ref) =>
    ref.startsWith(prefix) &&
    included?.some((matches) => matches(ref)) === true &&
    excluded?.some((matches) => matches(ref)) !== true;
}

/**
 * Tells the refs of a pattern as GitHub reads it, which is Ruby's `File.fnmatch` with `FNM_PATHNAME`: a star stops at a slash,
 * and only `**` with a slash behind it stands for folders. So `components/**` fits `components/a` and not `components/a/b`.
 */
function refMatcher(pattern: string, defaultBranch: string | undefined): (ref: string) => boolean {
  if (pattern === '~ALL' || pattern.length > MAX_PATTERN) {
    return () => pattern === '~ALL';
  }
  if (pattern === '~DEFAULT_BRANCH') {
    return (ref) => ref === `refs/heads/${defaultBranch ?? ''}`;
  }
  const parts = pattern.split('/');
  const segments = parts.map((part, i): Segment => (part === '**' && i < parts.length - 1 ? 'folders' : partsOf(part)));
  return (ref) => matchesPath(segments, ref);
}
