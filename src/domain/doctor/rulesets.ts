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

/** The rules for a ref, each with the rulesets that have it. */
export function rulesFor(
  ref: string,
  rulesets: readonly Ruleset[],
  defaultBranch: string | undefined,
): ReadonlyMap<string, readonly Ruleset[]> {
  const rules = new Map<string, Ruleset[]>();
  for (const ruleset of rulesets.filter((one) => covers(one, ref, defaultBranch))) {
    for (const rule of ruleset.rules) {
      rules.set(rule, [...(rules.get(rule) ?? []), ruleset]);
    }
  }
  return rules;
}

function covers({ target, include, exclude }: Ruleset, ref: string, defaultBranch: string | undefined): boolean {
  const matches = (pattern: string): boolean =>
    pattern === '~ALL' ||
    (pattern === '~DEFAULT_BRANCH' && ref === `refs/heads/${defaultBranch ?? ''}`) ||
    matchesRef(pattern, ref);
  const isTarget = ref.startsWith(target === 'tag' ? 'refs/tags/' : 'refs/heads/');
  return isTarget && include.some(matches) && !exclude.some(matches);
}

/**
 * Whether a ref fits a pattern as GitHub reads it, which is Ruby's `File.fnmatch` with `FNM_PATHNAME`: a star stops at a slash,
 * and only `**` with a slash behind it stands for folders. So `components/**` fits `components/a` and not `components/a/b`.
 */
function matchesRef(pattern: string, ref: string): boolean {
  const parts = pattern.split('/');
  const segments = parts.map((part, i): Segment => (part === '**' && i < parts.length - 1 ? 'folders' : partsOf(part)));
  return matchesPath(segments, ref);
}
