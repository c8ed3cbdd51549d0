import { table } from '../document.ts';

/** A share in percent that was required, and what the functions did. */
export interface Figure {
  readonly what: string;
  readonly required: number;
  readonly measured: number;
  /** How far the two may be apart, in the unit of both. */
  readonly tolerance: number;
}

/** Some figures, and the table that shows them. */
export interface Figures {
  readonly title: string;
  readonly text: string;
  readonly figures: readonly Figure[];
}

/** Percentage points between two simulations of some thousand runs. */
export function toleranceOf(runs: number): number {
  return runs >= 20_000 ? 1.5 : 3;
}

/** A table of pairs such as `2.5 / 69.9`, each beside what is required. */
export function pairTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return table([header, ...rows]);
}

/** Figures that are further apart than they may be, in words. */
export function missed(all: readonly Figures[]): string[] {
  return all.flatMap(({ title, figures }) =>
    figures
      .filter(({ required, measured, tolerance }) => !(Math.abs(required - measured) <= tolerance))
      .map(({ what, required, measured, tolerance }) => {
        return `${title}, ${what}: ${shown(measured)}, and ${shown(required)} ± ${tolerance} was required`;
      }),
  );
}

/** A share for people: `0`, `0.4`, `69.9`. */
export function shown(share: number): string {
  return Number.isNaN(share) ? '–' : String(Number(share.toFixed(1)));
}
