import { hasMarker } from '../../domain/post-mortem/markers.ts';
import type { IssueRecord, KeptIssue } from '../../ports/forge.ts';
import type { Home, Rest } from './rest.ts';

/** The most GitHub lists at once, and how far back is looked. */
const PAGE = 100;
const MAX_PAGES = 10;

interface Found {
  readonly number: number;
  readonly url: string;
  readonly closed: boolean;
  readonly body: string | null | undefined;
  readonly comments: number;
}

/**
 * Opens an issue, or comments on the one there is. People edit issues, so neither title nor body of one that is there
 * is touched. Two runs that look at the same moment may both open one: GitHub has no way to say "unless there is one".
 *
 * Requests: two for a new issue, two to four for one that is there (more only with hundreds of issues or comments).
 */
export async function ensureIssue(rest: Rest, home: Home, record: IssueRecord): Promise<KeptIssue> {
  const found = await find(rest, home, record);
  if (found === undefined) {
    const { title, body, label } = record;
    const { data } = await rest.issues.create({ ...home, title, body, labels: [label] });
    return { url: data.html_url, state: 'opened' };
  }
  const { number, url, closed } = found;
  if (hasMarker(found.body, record.occurrence) || (await isInComments(rest, home, found, record.occurrence))) {
    return { url, state: 'unchanged' };
  }
  // Opened again first: a run that dies in between is repeated, and adds the comment then.
  if (closed) {
    await rest.issues.update({ ...home, issue_number: number, state: 'open', state_reason: 'reopened' });
  }
  await rest.issues.createComment({ ...home, issue_number: number, body: record.comment });
  return { url, state: 'updated' };
}

/** The newest issue with the marker; pull requests are listed as issues, but are none. */
async function find(rest: Rest, home: Home, { label, marker }: IssueRecord): Promise<Found | undefined> {
  for (let page = 1; page <= MAX_PAGES; page++) {
    const { data } = await rest.issues.listForRepo({
      ...home,
      labels: label,
      state: 'all',
      sort: 'created',
      direction: 'desc',
      per_page: PAGE,
      page,
    });
    const found = data.find(({ pull_request: pull, body }) => pull === undefined && hasMarker(body, marker));
    if (found !== undefined) {
      const { number, html_url: url, state, body, comments } = found;
      return { number, url, closed: state === 'closed', body, comments };
    }
    if (data.length < PAGE) {
      return undefined;
    }
  }
  return undefined;
}

/** Looks through the comments, the latest page first: an occurrence that is reported twice is a recent one. */
async function isInComments(rest: Rest, home: Home, issue: Found, occurrence: string): Promise<boolean> {
  const last = Math.ceil(issue.comments / PAGE);
  for (let page = last; page > Math.max(0, last - MAX_PAGES); page--) {
    const { data } = await rest.issues.listComments({ ...home, issue_number: issue.number, per_page: PAGE, page });
    if (data.some(({ body }) => hasMarker(body, occurrence))) {
      return true;
    }
  }
  return false;
}
