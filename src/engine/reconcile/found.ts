import type { Counts, Finding } from '../../domain/reconcile/drift.ts';

/** Rows of each finding that are kept for the report; all of them are counted. */
const MAX_ROWS = 2_000;

/** What was found about a key. */
export interface FoundKey {
  readonly namespace: string;
  readonly key: string;
  readonly finding: Finding;
  /** The version and commit that it should hold; undefined where it should hold nothing. */
  readonly expected: string | undefined;
  /** The version that it says it holds. */
  readonly stored: string | undefined;
}

/** What was found about the keys of a namespace, in memory that does not grow with them. */
export class FoundKeys {
  readonly #counts: Partial<Record<Finding, number>> = {};
  readonly #rows: FoundKey[] = [];

  add(row: FoundKey): void {
    const before = this.#counts[row.finding] ?? 0;
    this.#counts[row.finding] = before + 1;
    if (before < MAX_ROWS) {
      this.#rows.push(row);
    }
  }

  get counts(): Counts {
    return this.#counts;
  }

  /** The first of each finding. */
  get rows(): readonly FoundKey[] {
    return this.#rows;
  }
}

/** Counts of several namespaces together. */
export function addedCounts(all: readonly Counts[]): Counts {
  const sum: Partial<Record<Finding, number>> = {};
  for (const counts of all) {
    for (const [finding, number] of Object.entries(counts) as [Finding, number][]) {
      sum[finding] = (sum[finding] ?? 0) + number;
    }
  }
  return sum;
}
