/** Where a run says what it does, line by line. Everything it is given may be hostile text. */
export interface Journal {
  /** Runs a part of the work under a heading that the log can fold. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
  info(line: string): void;
  debug(line: string): void;
}
