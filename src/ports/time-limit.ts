/** Ends synchronous work that takes too long, such as reading a file that was made for it. */
export interface TimeLimit {
  /**
   * Does work on so many characters. What it throws is thrown.
   * @returns whether it came to its end
   */
  run(characters: number, work: () => void): boolean;
}

/** No limit. */
export const UNLIMITED: TimeLimit = {
  run: (_, work) => {
    work();
    return true;
  },
};
