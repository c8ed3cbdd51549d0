/** A place where commands run on the files of a commit. */
export interface Workshop {
  /**
   * Checks the commit out into a directory of its own, which is gone afterwards.
   * @param work gets the directory
   */
  checkout<T>(commit: string, work: (directory: string) => Promise<T>): Promise<T>;
  /**
   * Runs a command without a shell and streams what it prints to the log.
   * @param variables added to the environment of the step
   * @returns its exit code
   */
  run(argv: readonly string[], directory: string, variables: Readonly<Record<string, string>>): Promise<number>;
}
