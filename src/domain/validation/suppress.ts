import { globMatcher } from '../glob.ts';
import { nearest } from '../nearest.ts';
import type { Range, Suppression } from '../references/reference.ts';
import { FINDING_CODES, type Finding, type FindingCode } from './finding.ts';
import { finding } from './severity.ts';

/** One line of the configuration: `ignore: [{ files: "fixtures/**", codes: [unknown-version] }]`. */
export interface IgnoreRule {
  /** A glob of paths. */
  readonly files: string;
  /** All codes, when left out. */
  readonly codes?: readonly string[] | undefined;
  /** Where it stands in the configuration, as far as that is known. */
  readonly range?: Range | undefined;
}

/** What hides findings. */
export interface Suppressions {
  /** The comments of each file that was read. */
  readonly inPlace: ReadonlyMap<string, readonly Suppression[]>;
  readonly rules: readonly IgnoreRule[];
  /** The path of the configuration. */
  readonly configPath: string;
  /** Whether this run saw everything that a rule could hide: not with `scope: changed`. */
  readonly complete: boolean;
  /** Codes that this run did not look for (`missing-key` without credentials): what hides them may be of use. */
  readonly notSought?: ReadonlySet<FindingCode>;
}

/** Hides what is suppressed, and adds what suppresses nothing (`unused-suppression`), which a rule can hide as well. */
export function applySuppressions(
  findings: readonly Finding[],
  suppressions: Suppressions,
): { readonly shown: Finding[]; readonly hidden: Finding[] } {
  const shown: Finding[] = [];
  const hidden: Finding[] = [];
  const sort = (one: Finding, isHidden: boolean): void => {
    (isHidden ? hidden : shown).push(one);
  };
  const inPlace = new InPlace(suppressions);
  const rules = new Rules(suppressions);
  for (const one of findings) {
    // Both are asked, so that neither is reported as unused because of the other.
    const byComment = inPlace.hides(one);
    sort(one, rules.hides(one) || byComment);
  }
  for (const one of inPlace.unused()) {
    sort(one, rules.hides(one));
  }
  shown.push(...rules.unused());
  return { shown, hidden };
}

class InPlace {
  readonly #suppressions: Suppressions;
  /** What hides findings of each line, by file. */
  readonly #lines = new Map<string, Map<number, Suppression[]>>();
  readonly #used = new Map<Suppression, Set<string>>();

  constructor(suppressions: Suppressions) {
    this.#suppressions = suppressions;
    for (const [file, comments] of suppressions.inPlace) {
      const lines = new Map<number, Suppression[]>();
      for (const comment of comments) {
        lines.set(comment.line, [...(lines.get(comment.line) ?? []), comment]);
      }
      this.#lines.set(file, lines);
    }
  }

  hides({ file, range, code }: Finding): boolean {
    const comments = range === undefined ? undefined : this.#lines.get(file)?.get(range.start.line);
    const hiding = comments?.filter(({ codes }) => codes.includes(code)) ?? [];
    for (const comment of hiding) {
      this.#used.set(comment, (this.#used.get(comment) ?? new Set()).add(code));
    }
    return hiding.length > 0;
  }

  unused(): Finding[] {
    const findings: Finding[] = [];
    for (const [file, comments] of this.#suppressions.inPlace) {
      for (const comment of comments) {
        const where = `on line ${comment.line}`;
        const used = this.#used.get(comment);
        for (const { message, subject } of uselessIn(comment.codes, used, where, this.#suppressions.notSought)) {
          findings.push(finding('unused-suppression', { file, range: comment.range, message, subject }));
        }
      }
    }
    return findings;
  }
}

class Rules {
  readonly #suppressions: Suppressions;
  readonly #rules: readonly {
    readonly rule: IgnoreRule;
    readonly matches: (file: string) => boolean;
    readonly used: Set<string>;
  }[];
  readonly #files = new Map<string, readonly number[]>();

  constructor(suppressions: Suppressions) {
    this.#suppressions = suppressions;
    this.#rules = suppressions.rules.map((rule) => ({
      rule,
      matches: globMatcher(rule.files),
      used: new Set<string>(),
    }));
  }

  hides({ file, code }: Finding): boolean {
    let isHidden = false;
    for (const index of this.#matching(file)) {
      const { rule, used } = this.#rules[index] ?? {};
      if (rule !== undefined && (rule.codes === undefined || rule.codes.includes(code))) {
        used?.add(code);
        isHidden = true;
      }
    }
    return isHidden;
  }

  #matching(file: string): readonly number[] {
    const known = this.#files.get(file);
    if (known !== undefined) {
      return known;
    }
    const found = this.#rules.flatMap(({ rule, matches }, index) =>
      rule.files === file || matches(file) ? [index] : [],
    );
    this.#files.set(file, found);
    return found;
  }

  unused(): Finding[] {
    const { configPath, complete, notSought } = this.#suppressions;
    return this.#rules.flatMap(({ rule, used }) => {
      const where = `in the files \`${rule.files}\``;
      const useless =
        rule.codes === undefined ? unusedWhole(used, where) : uselessIn(rule.codes, used, where, notSought);
      // What this run did not look at may be of use; a code that does not exist is not.
      const sure = useless.filter(({ isUnknown }) => complete || isUnknown);
      return sure.map(({ message, subject }) =>
        finding('unused-suppression', { file: configPath, range: rule.range, message, subject }),
      );
    });
  }
}

interface Useless {
  readonly message: string;
  readonly subject: string;
  readonly isUnknown: boolean;
}

function unusedWhole(used: ReadonlySet<string>, where: string): Useless[] {
  return used.size > 0 ? [] : [{ message: `The rule hides nothing ${where}.`, subject: where, isUnknown: false }];
}

function uselessIn(
  codes: readonly string[],
  used: ReadonlySet<string> | undefined,
  where: string,
  notSought: ReadonlySet<string> | undefined,
): Useless[] {
  if (codes.length === 0) {
    return [{ message: 'The suppression names no code, so it hides nothing.', subject: '', isUnknown: true }];
  }
  return [...new Set(codes)].flatMap((code) => {
    if (used?.has(code) === true || notSought?.has(code) === true) {
      return [];
    }
    const isUnknown = !FINDING_CODES.some((known) => known === code);
    const near = isUnknown ? nearest(code, FINDING_CODES) : undefined;
    const hint = near === undefined ? '' : `; the nearest is \`${near}\``;
    const message = isUnknown ? `\`${code}\` is no code of a finding${hint}.` : `There is no \`${code}\` ${where}.`;
    return [{ message, subject: code, isUnknown }];
  });
}
