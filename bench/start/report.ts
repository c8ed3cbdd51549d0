import { table } from '../document.ts';

/** How many times as long as Node.js alone the action may take when there is nothing to do. */
export const LIMIT = 2.5;

/** The times of one program, in milliseconds. */
export interface Times {
  readonly name: string;
  readonly milliseconds: readonly number[];
}

/** The median of each program as a multiple of the first one's. */
export function multiples(programs: readonly Times[]): number[] {
  const [base = Number.NaN, ...others] = programs.map(({ milliseconds }) => at(milliseconds, 0.5));
  return [1, ...others.map((time) => time / base)];
}

/** The measurement as Markdown; the first program is what the others are compared with. */
export function report(programs: readonly Times[], rounds: number, where: string): string {
  const shares = multiples(programs);
  const header = ['From start to end of the process', 'Median', 'Middle half', 'As a multiple'];
  const body = programs.map(({ name, milliseconds }, i) => [
    name,
    `${at(milliseconds, 0.5).toFixed(0)} ms`,
    `${at(milliseconds, 0.25).toFixed(0)} to ${at(milliseconds, 0.75).toFixed(0)} ms`,
    i === 0 ? '1' : `× ${shares[i]?.toFixed(2)}, and may be × ${LIMIT}`,
  ]);
  return [`${where} ${rounds} rounds.`, '', table([header, ...body])].join('\n');
}

/** The same question to the action and in a terminal, as Markdown. */
export function historyReport(programs: readonly Times[]): string {
  const shares = multiples(programs);
  const body = programs.map(({ name, milliseconds }, i) => [
    name,
    `${at(milliseconds, 0.5).toFixed(0)} ms`,
    `${at(milliseconds, 0.25).toFixed(0)} to ${at(milliseconds, 0.75).toFixed(0)} ms`,
    i === 0 ? '1' : `× ${shares[i]?.toFixed(2)}`,
  ]);
  return table([['The same question, on a small repository', 'Median', 'Middle half', 'As a multiple'], ...body]);
}

/** The value that a share of the numbers is below. */
function at(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const [below = Number.NaN, above = Number.NaN] = [sorted[Math.floor(position)], sorted[Math.ceil(position)]];
  return below + (above - below) * (position % 1);
}
