import { timestamp } from '../objects.ts';
import { notFound, refuseBeyond, validationFailed } from '../outcome.ts';
import { BOT, nodeId, simpleUser } from '../shapes.ts';
import type { Comment, Issue, Label, Tracker } from '../tracker.ts';
import { bodyOf, type Handler, type RepositoryCall } from './call.ts';

type LabelRequest = string | { readonly name: string };

interface IssueRequest {
  readonly title?: string | number | null;
  readonly body?: string | null;
  readonly state?: 'open' | 'closed';
  readonly state_reason?: string | null;
  readonly labels?: readonly LabelRequest[];
  readonly assignees?: readonly string[];
}

const FIELDS = ['title', 'body', 'labels', 'assignees'];
const FILTERS = ['state', 'labels', 'creator', 'sort', 'direction', 'per_page', 'page'];

/** `issues/list-for-repo` */
export const listIssues: Handler = (call) => {
  refuseBeyond(FILTERS, call.query);
  const { state = 'open', labels, creator = BOT, sort = 'created', direction = 'desc' } = call.query;
  if (sort === 'comments') refuseBeyond([], { sort });
  const wanted = labels === undefined ? [] : String(labels).toLowerCase().split(',');
  const fits = (issue: Issue) =>
    (state === 'all' || state === issue.state) &&
    creator === BOT &&
    wanted.every((name) => issue.labels.some((label) => label.toLowerCase() === name));
  const key = sort === 'updated' ? 'updatedAt' : 'createdAt';
  const list = call.repository.tracker.issues
    .filter(fits)
    .sort((a, b) => a[key].localeCompare(b[key]) || a.number - b.number);
  if (direction === 'desc') list.reverse();
  return { status: 200, list: list.map((issue) => issueBody(issue, call)) };
};

/** `issues/create` */
export const createIssue: Handler = (call) => {
  const request = bodyOf<IssueRequest>(call);
  refuseBeyond(FIELDS, request);
  const { tracker } = call.repository;
  const title = String(request.title ?? '');
  if (title.trim() === '') throw validationFailed({ resource: 'Issue', field: 'title', code: 'missing_field' });
  const now = timestamp(call.clock.now());
  const issue: Issue = {
    id: tracker.nextId(),
    number: tracker.issues.length + 1,
    title,
    body: request.body ?? null,
    state: 'open',
    stateReason: null,
    closedAt: null,
    labels: labelNames(tracker, request.labels ?? []),
    assignees: [...(request.assignees ?? [])],
    comments: [],
    createdAt: now,
    updatedAt: now,
  };
  tracker.issues.push(issue);
  return { status: 201, data: issueBody(issue, call) };
};

/** `issues/get` */
export const getIssue: Handler = (call) => ({ status: 200, data: issueBody(issueOf(call), call) });

/** `issues/update` */
export const updateIssue: Handler = (call) => {
  const issue = issueOf(call);
  const request = bodyOf<IssueRequest>(call);
  refuseBeyond([...FIELDS, 'state', 'state_reason'], request);
  const now = timestamp(call.clock.now());
  if (request.title !== undefined && request.title !== null) issue.title = String(request.title);
  if (request.body !== undefined) issue.body = request.body;
  if (request.labels !== undefined) issue.labels = labelNames(call.repository.tracker, request.labels);
  if (request.assignees !== undefined) issue.assignees = [...request.assignees];
  if (request.state !== undefined && request.state !== issue.state) {
    const closing = request.state === 'closed';
    issue.state = request.state;
    issue.stateReason = request.state_reason ?? (closing ? 'completed' : 'reopened');
    issue.closedAt = closing ? now : null;
  }
  issue.updatedAt = now;
  return { status: 200, data: issueBody(issue, call) };
};

/** `issues/create-comment` */
export const createComment: Handler = (call) => {
  const issue = issueOf(call);
  const now = timestamp(call.clock.now());
  const { body } = bodyOf<{ body: string }>(call);
  requireLength(body);
  const comment: Comment = { id: call.repository.tracker.nextId(), body, createdAt: now, updatedAt: now };
  issue.comments.push(comment);
  issue.updatedAt = now;
  return { status: 201, data: commentBody(comment, issue, call) };
};

/** `issues/update-comment` */
export const updateComment: Handler = (call) => {
  const { comment, issue } = commentOf(call);
  const { body } = bodyOf<{ body: string }>(call);
  requireLength(body);
  comment.body = body;
  comment.updatedAt = timestamp(call.clock.now());
  return { status: 200, data: commentBody(comment, issue, call) };
};

/** `issues/delete-comment` */
export const deleteComment: Handler = (call) => {
  const { comment, issue } = commentOf(call);
  issue.comments.splice(issue.comments.indexOf(comment), 1);
  return { status: 204 };
};

/** `issues/list-comments` */
export const listComments: Handler = (call) => {
  const issue = issueOf(call);
  const since = call.query.since === undefined ? '' : String(call.query.since);
  const list = issue.comments.filter(({ updatedAt }) => updatedAt >= since);
  return { status: 200, list: list.map((comment) => commentBody(comment, issue, call)) };
};

/** `issues/create-label` */
export const createLabel: Handler = (call) => {
  const { tracker } = call.repository;
  const { name, color = 'ededed', description = null } = bodyOf<Partial<Label> & { name: string }>(call);
  if (tracker.labels.has(name.toLowerCase())) {
    throw validationFailed({ resource: 'Label', field: 'name', code: 'already_exists' });
  }
  if (!/^[0-9a-f]{6}$/i.test(color)) throw validationFailed({ resource: 'Label', field: 'color', code: 'invalid' });
  return { status: 201, data: labelBody(tracker.addLabel({ name, color, description }), call) };
};

function issueOf({ repository, params }: RepositoryCall): Issue {
  const issue = repository.tracker.issues.find(({ number }) => String(number) === params.issue_number);
  if (issue === undefined) throw notFound();
  return issue;
}

function commentOf({ repository, params }: RepositoryCall): { readonly comment: Comment; readonly issue: Issue } {
  for (const issue of repository.tracker.issues) {
    const comment = issue.comments.find(({ id }) => String(id) === params.comment_id);
    if (comment !== undefined) return { comment, issue };
  }
  throw notFound();
}

/** GitHub takes so many characters. */
const MAX_BODY = 65_536;

function requireLength(body: string): void {
  if (body.length <= MAX_BODY) return;
  const message = 'Body is too long (maximum is 65536 characters)';
  throw validationFailed({ resource: 'IssueComment', field: 'data', code: 'unprocessable', message });
}

function labelNames(tracker: Tracker, labels: readonly LabelRequest[]): string[] {
  return labels.map((label) => tracker.label(typeof label === 'string' ? label : label.name).name);
}

function labelBody(label: Label, { repository, url }: RepositoryCall): Record<string, unknown> {
  const node = nodeId('LA', `${repository.name}:${label.id}`);
  return { ...label, node_id: node, url: `${url}/labels/${encodeURIComponent(label.name)}`, default: false };
}

function issueBody(issue: Issue, call: RepositoryCall): Record<string, unknown> {
  const { id, number, title, body, state, labels, assignees } = issue;
  const url = `${call.url}/issues/${number}`;
  const users = assignees.map((login) => simpleUser(login, call));
  return {
    url,
    repository_url: call.url,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: `${call.htmlUrl}/issues/${number}`,
    id,
    node_id: nodeId('I', `${call.repository.name}:${id}`),
    number,
    title,
    body,
    state,
    state_reason: issue.stateReason,
    locked: false,
    user: simpleUser(BOT, call),
    author_association: 'NONE',
    labels: labels.map((name) => labelBody(call.repository.tracker.label(name), call)),
    assignee: users[0] ?? null,
    assignees: users,
    milestone: null,
    comments: issue.comments.length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
  };
}

function commentBody(comment: Comment, { number }: Issue, call: RepositoryCall): Record<string, unknown> {
  return {
    id: comment.id,
    node_id: nodeId('IC', `${call.repository.name}:${comment.id}`),
    url: `${call.url}/issues/comments/${comment.id}`,
    html_url: `${call.htmlUrl}/issues/${number}#issuecomment-${comment.id}`,
    issue_url: `${call.url}/issues/${number}`,
    body: comment.body,
    user: simpleUser(comment.author ?? BOT, call),
    author_association: 'NONE',
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
  };
}
