import { toTagshipErrors } from '../errors.ts';
import type { CommentRecord, CommentState, Comments } from '../ports/comments.ts';
import type { Journal } from '../ports/journal.ts';
import type { Notice } from './report.ts';

const TOLD: Readonly<Record<CommentState, string>> = {
  created: 'written',
  updated: 'brought up to date',
  removed: 'removed: nothing is left to say',
  none: 'not needed',
  newer: 'left alone: a later run wrote it',
};

/**
 * Keeps the comment on a pull request. It is only additional, so what GitHub refuses fails nothing: the token of a fork may
 * not comment.
 * @param record a text says why there is no pull request to comment on
 */
export async function comment(
  record: CommentRecord | string,
  { comments, journal }: { readonly comments: Comments; readonly journal: Journal },
): Promise<Notice[]> {
  if (typeof record === 'string') {
    return [{ level: 'notice', message: `No comment was written: ${record}.` }];
  }
  try {
    const state = await comments.keepComment(record);
    journal.info(`The comment on pull request ${record.number} is ${TOLD[state]}.`);
    return [];
  } catch (error) {
    const failures = toTagshipErrors(error);
    if (failures.some(({ code }) => code === 'cancelled' || code === 'internal')) {
      throw error;
    }
    return failures.map(({ code, what, remedy }) => ({
      level: code === 'forge-refused' ? 'notice' : 'warning',
      message: `The comment on the pull request was not kept up to date: ${what} ${remedy}`,
    }));
  }
}
