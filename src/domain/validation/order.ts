import { FINDING_CODES, type Finding, type FindingCode, type Severity } from './finding.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];

/** Orders findings: the worst first, then by file and place, so that the order is the same in every run. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    byCodeUnits(a.file, b.file) ||
    // What is about the whole file stands before its lines.
    (a.range?.start.offset ?? -1) - (b.range?.start.offset ?? -1) ||
    FINDING_CODES.indexOf(a.code) - FINDING_CODES.indexOf(b.code) ||
    byCodeUnits(a.message, b.message)
  );
}

/** The findings in that order: GitHub shows the first ten of each severity of a step. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(compareFindings);
}

/** What a summary shows of findings. */
export interface FindingTable {
  readonly counts: Readonly<Record<Severity, number>>;
  /** How often each code was found, the most frequent first. */
  readonly codes: readonly { readonly code: FindingCode; readonly count: number }[];
  /** The worst. */
  readonly rows: readonly Finding[];
  /** How many more there are than `rows`. */
  readonly left: number;
}

/** The model of the summary's table. @param limit how many rows it may have */
export function findingTable(findings: readonly Finding[], limit: number): FindingTable {
  const counts: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  const codes = new Map<FindingCode, number>();
  for (const { severity, code } of findings) {
    counts[severity]++;
    codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  const rows = inOrder(findings).slice(0, limit);
  return {
    counts,
    codes: [...codes]
      .map(([code, count]) => ({ code, count }))
      .sort((a, b) => b.count - a.count || FINDING_CODES.indexOf(a.code) - FINDING_CODES.indexOf(b.code)),
    rows,
    left: findings.length - rows.length,
  };
}

/** Whether the run fails. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

/** Orders texts the same on every machine. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
