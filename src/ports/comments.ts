/** What one comment on a pull request is to say. */
export interface CommentRecord {
  /** Of the pull request. */
  readonly number: number;
  /** The line by which the comment is found. */
  readonly marker: string;
  /** The text, which has the marker as a line of its own; undefined where there is nothing to say any more. */
  readonly body: string | undefined;
  /** The number of the run, which stands in the text; the comment of a later run is left alone. */
  readonly run: number;
}

/** What became of the comment. */
export type CommentState = 'created' | 'updated' | 'removed' | 'none' | 'newer';

/** Comments on pull requests. */
export interface Comments {
  /**
   * Makes sure that there is exactly one comment with the marker, with this text; or none.
   * @throws TagshipError `forge-refused`, `forge-unreachable`
   */
  keepComment(record: CommentRecord): Promise<CommentState>;
}
