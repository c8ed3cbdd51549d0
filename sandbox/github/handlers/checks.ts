import { timestamp } from '../objects.ts';
import { notFound, Refusal } from '../outcome.ts';
import { nodeId } from '../shapes.ts';
import type { CheckRun } from '../tracker.ts';
import { bodyOf, type Handler, type RepositoryCall } from './call.ts';

interface Output {
  readonly title?: string;
  readonly summary?: string;
  readonly text?: string;
  readonly annotations?: readonly unknown[];
}

/** `checks/create` */
export const createCheck: Handler = async (call) => {
  const { tracker, store } = call.repository;
  const request = bodyOf<{ head_sha: string }>(call);
  if ((await store.object(request.head_sha))?.type !== 'commit') {
    throw new Refusal(422, `No commit found for SHA: ${request.head_sha}`);
  }
  const now = timestamp(call.clock.now());
  const run: CheckRun = { id: tracker.nextId(), fields: completed(request, now), createdAt: now, updatedAt: now };
  tracker.checks.push(run);
  return { status: 201, data: checkBody(run, call) };
};

/** `checks/update` */
export const updateCheck: Handler = (call) => {
  const run = call.repository.tracker.checks.find(({ id }) => String(id) === call.params.check_run_id);
  if (run === undefined) throw notFound();
  const now = timestamp(call.clock.now());
  const request = bodyOf<{ output?: Output }>(call);
  const before = (run.fields.output ?? {}) as Output;
  // Annotations add up over updates; the rest of the output is replaced.
  const annotations = [...(before.annotations ?? []), ...(request.output?.annotations ?? [])];
  const output = { ...(request.output ?? before), annotations };
  run.fields = { ...run.fields, ...completed({ ...request, output }, now) };
  run.updatedAt = now;
  return { status: 200, data: checkBody(run, call) };
};

/** A conclusion completes a run. */
function completed(request: object, now: string): Record<string, unknown> {
  const concludes = 'conclusion' in request && request.conclusion !== undefined;
  return concludes ? { completed_at: now, ...request, status: 'completed' } : { ...request };
}

function checkBody({ id, fields, createdAt }: CheckRun, call: RepositoryCall): Record<string, unknown> {
  const url = `${call.url}/check-runs/${id}`;
  const htmlUrl = `${call.htmlUrl}/runs/${id}`;
  const { title = null, summary = null, text = null, annotations = [] } = (fields.output ?? {}) as Output;
  return {
    id,
    node_id: nodeId('CR', `${call.repository.name}:${id}`),
    name: fields.name,
    head_sha: fields.head_sha,
    external_id: fields.external_id ?? '',
    url,
    html_url: htmlUrl,
    details_url: fields.details_url ?? htmlUrl,
    status: fields.status ?? 'queued',
    conclusion: fields.conclusion ?? null,
    started_at: fields.started_at ?? createdAt,
    completed_at: fields.completed_at ?? null,
    output: { title, summary, text, annotations_count: annotations.length, annotations_url: `${url}/annotations` },
    check_suite: { id: 1 },
    app: null,
    pull_requests: [],
  };
}
