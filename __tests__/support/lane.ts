/** Whether this is the long lane, which draws more examples. */
export const IS_LONG = process.env.TEST_LANE === 'long';

/** How many examples of a law to draw: all of them in the long lane, an eighth in the short one. */
export function examples(all: number): number {
  return Number(process.env.LAW_RUNS ?? (IS_LONG ? all : Math.max(2, Math.ceil(all / 8))));
}
