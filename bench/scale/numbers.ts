/** The median; NaN of nothing. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

/** What each of so many costs, where all of them cost that much. */
export function each(total: number, count: number): number {
  return total / count;
}

/** The time of a sample of so many, as if it had been all of them. */
export function scaled(milliseconds: number, sample: number, all: number): number {
  return (milliseconds / sample) * all;
}

/** When a request came and when it was answered, by any one clock. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** How many requests of the longest row there is in which each came after the answer to the one before. */
export function oneAfterTheOther(requests: readonly Interval[]): number {
  let count = 0;
  let answered = Number.NEGATIVE_INFINITY;
  for (const { from, to } of requests.toSorted((a, b) => a.to - b.to)) {
    if (from >= answered) {
      count += 1;
      answered = to;
    }
  }
  return count;
}

/** `0.42 s`, `42 s`. */
export function seconds(milliseconds: number): string {
  const value = milliseconds / 1000;
  return value < 9.995 ? `${value.toFixed(2)} s` : value < 99.95 ? `${value.toFixed(1)} s` : `${value.toFixed(0)} s`;
}

/** `× 1.52`, `× 63`. */
export function times(ratio: number): string {
  return `× ${ratio < 9.995 ? ratio.toFixed(2) : ratio < 99.95 ? ratio.toFixed(1) : ratio.toFixed(0)}`;
}

/** `217 MB`, or a dash where it is not known. */
export function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? '–' : `${(bytes / 1e6).toFixed(0)} MB`;
}

/** `100,000` */
export function counted(count: number): string {
  return count.toLocaleString('en');
}

/** So many items, spread evenly over all of them; all where there are not as many. */
export function everyNth<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, items.length / count);
  return Array.from({ length: Math.min(count, items.length) }, (_, i) => items[Math.floor(i * step)]).filter(
    (item) => item !== undefined,
  );
}
