import { hasMarker, markedRun } from '../../domain/post-mortem/markers.ts';
import type { CommentRecord, CommentState } from '../../ports/comments.ts';
import type { Home, Rest } from './rest.ts';

/** The most GitHub lists at once, and how many comments are looked through. */
const PAGE = 100;
const MAX_PAGES = 30;

/** Who else than a bot may have written a comment of ours: a token of a person is one of these. */
const TRUSTED = ['OWNER', 'MEMBER', 'COLLABORATOR'];

interface Found {
  readonly id: number;
  readonly body: string;
}

/**
 * Keeps one comment up to date. GitHub has no way to say "unless there is one", so two runs that look at the same moment
 * may both write one: the next run keeps the first of them and removes the others.
 *
 * Requests: one for the list, and at most one more as long as there is one comment.
 */
export async function keepComment(rest: Rest, home: Home, record: CommentRecord): Promise<CommentState> {
  const { number, body, run } = record;
  const [first, ...others] = await find(rest, home, record);
  if (first !== undefined && [first, ...others].some((one) => markedRun(one.body) > run)) {
    return 'newer';
  }
  for (const { id } of others) {
    await rest.issues.deleteComment({ ...home, comment_id: id });
  }
  if (first === undefined) {
    if (body === undefined) {
      return 'none';
    }
    await rest.issues.createComment({ ...home, issue_number: number, body });
    return 'created';
  }
  if (body === undefined) {
    await rest.issues.deleteComment({ ...home, comment_id: first.id });
    return 'removed';
  }
  await rest.issues.updateComment({ ...home, comment_id: first.id, body });
  return 'updated';
}

/** The comments with the marker, the oldest first. Anybody can copy it, so that of a stranger is none of ours. */
async function find(rest: Rest, home: Home, { number, marker }: CommentRecord): Promise<Found[]> {
  const found: Found[] = [];
  for (let page = 1; page <= MAX_PAGES; page++) {
    const { data } = await rest.issues.listComments({ ...home, issue_number: number, per_page: PAGE, page });
    for (const { id, body = '', user, author_association: association } of data) {
      if ((user?.type === 'Bot' || TRUSTED.includes(association ?? '')) && hasMarker(body, marker)) {
        found.push({ id, body });
      }
    }
    if (data.length < PAGE) {
      break;
    }
  }
  return found.sort((a, b) => a.id - b.id);
}
