/** Whether this is the long lane, which draws more examples. */
export const IS_LONG = process.env.TEST_LANE === 'long';

/** How many examples of a law to draw: half of them in the long lane, an eighth in the short one; `LAW_RUNS` draws as many. */
export function examples(all: number): number {
  return Number(process.env.LAW_RUNS ?? Math.max(2, Math.ceil(all / (IS_LONG ? 2 : 8))));
}
