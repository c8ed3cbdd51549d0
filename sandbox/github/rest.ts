import type { ServerClock } from '../server-clock.ts';
import type { RecordedRequest } from '../types.ts';
import { type Access, requireAccess } from './access.ts';
import type { Denials } from './denials.ts';
import { type ApiDescription, apiDescription, type Matched } from './description.ts';
import type { Call } from './handlers/call.ts';
import { getMeta, getRateLimit } from './handlers/meta.ts';
import type { Hosting } from './hosted.ts';
import type { RateLimit } from './limits.ts';
import { OPERATIONS } from './operations.ts';
import { notFound, type Outcome, Refusal } from './outcome.ts';
import { type Page, pageOf } from './pages.ts';
import type { Addresses } from './shapes.ts';

/** The last parameter of these may have slashes. */
const OPEN_ENDED = /^(\/repos\/[^/]+\/[^/]+\/(?:git\/(?:ref|refs|matching-refs)\/|contents(?:\/|$)))(.*)$/;
const RAW = /application\/vnd\.github\.(?:v3\.)?raw/;

/** What REST calls need. */
export interface RestContext extends Addresses {
  readonly access: Access;
  readonly hosting: Hosting;
  readonly denials: Denials;
  readonly limit: RateLimit;
  readonly clock: ServerClock;
}

/** An answer whose body fits the description. */
export interface RestAnswer extends Outcome {
  readonly link?: string | undefined;
}

/** Answers a REST request; throws a Refusal for one GitHub would refuse. */
export async function answerRest(request: RecordedRequest, context: RestContext): Promise<RestAnswer> {
  const description = await apiDescription();
  const path = withOneSegment(request.path);
  const body = request.body.byteLength > 0 ? request.body.toString() : undefined;
  const headers = { ...request.headers };
  if (body !== undefined) {
    // GitHub takes any body for JSON, whatever its type.
    headers['content-type'] = 'application/json';
    requireJson(body);
  }
  const matched = description.match({ method: request.method, path, headers, body });
  if (matched === undefined) throw notFound();
  context.denials.check(request.method, path);
  const call: Call = { ...context, ...matched, wantsRaw: RAW.test(String(request.headers.accept ?? '')) };
  const outcome = await carryOut(matched, call, context, request.method !== 'GET');
  return checked(matched, outcome, { description, url: `${context.apiUrl}${request.path}` });
}

async function carryOut(matched: Matched, call: Call, { access, hosting }: RestContext, writes: boolean) {
  const { owner, repo } = matched.params;
  if (owner === undefined || repo === undefined) {
    requireAccess(access, writes);
    requireFit(matched);
    return matched.operation === 'meta/get' ? getMeta() : getRateLimit(call);
  }
  const name = `${owner}/${repo}`;
  const repository = hosting.find(name);
  const handle = OPERATIONS[matched.operation];
  if (repository === undefined || handle === undefined) throw notFound();
  requireAccess(access, writes);
  requireFit(matched);
  return handle({ ...call, repository, url: `${call.apiUrl}/repos/${name}`, htmlUrl: `${call.serverUrl}/${name}` });
}

/** Cuts out the page and compares the answer with the description. */
function checked(
  matched: Matched,
  outcome: Outcome,
  { description, url }: { description: ApiDescription; url: string },
): RestAnswer {
  if (outcome.raw !== undefined) return outcome;
  const page: Page | undefined = outcome.list && pageOf(outcome.list, matched.query, url);
  const data = page === undefined ? outcome.data : page.items;
  const complaints = description.complaintsAbout(matched.operation, outcome.status, data);
  if (complaints.length > 0) {
    const text = `The sandbox's answer to ${matched.operation} breaks GitHub's description:\n${complaints.join('\n')}`;
    throw new Refusal(500, text);
  }
  return { status: outcome.status, data, link: page?.link };
}

function requireFit({ complaints }: Matched): void {
  if (complaints.length > 0) throw new Refusal(422, `Invalid request.\n\n${complaints.join('\n')}`);
}

function requireJson(body: string): void {
  try {
    JSON.parse(body);
  } catch {
    throw new Refusal(400, 'Problems parsing JSON');
  }
}

/** Encodes the slashes of a last parameter, sent as they are or encoded, so that it is one segment. */
function withOneSegment(address: string): string {
  const [path = '', query] = address.split('?', 2);
  const [, head, tail] = OPEN_ENDED.exec(path) ?? [];
  if (head === undefined || tail === undefined) return address;
  // An empty path is the root of the contents.
  const segment = encodeURIComponent(decodeText(tail) || '/');
  const whole = `${head.replace(/\/$/, '')}/${segment}`;
  return query === undefined ? whole : `${whole}?${query}`;
}

function decodeText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Refusal(400, 'Malformed URI');
  }
}
