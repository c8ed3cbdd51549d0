import type { ServerClock } from '../server-clock.ts';
import type { Answer, RecordedRequest } from '../types.ts';
import { accessOf, type Tokens } from './access.ts';
import type { Denials } from './denials.ts';
import { answerGraphql } from './graphql/answer.ts';
import type { Hosting } from './hosted.ts';
import { RateLimit } from './limits.ts';
import { Refusal } from './outcome.ts';
import { answerRest, type RestAnswer } from './rest.ts';

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' } as const;
const RAW_TYPE = { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' } as const;
const NO_AGENT =
  'Request forbidden by administrative rules. Please make sure your request has a User-Agent header ' +
  '(https://docs.github.com/en/rest/overview/resources-in-the-rest-api#user-agent-required).';

/** What GitHub's API needs to know. */
export interface GithubOptions extends Tokens {
  /** Where links to the website lead. */
  readonly serverUrl: string;
  readonly hosting: Hosting;
  readonly denials: Denials;
  readonly clock: ServerClock;
}

/** What answers every request to the API, whatever it is. */
export function createApi(options: GithubOptions): (request: RecordedRequest) => Promise<Answer> {
  const limit = new RateLimit(options.clock);
  return async (request) => {
    const isGraphql = request.method === 'POST' && /^\/graphql(?:\?|$)/.test(request.path);
    const headers = limit.count(isGraphql ? 'graphql' : 'core');
    try {
      if (request.headers['user-agent'] === undefined) throw new Refusal(403, NO_AGENT);
      const access = accessOf(request.headers.authorization, options);
      const { hosting, denials, clock, serverUrl } = options;
      const context = { access, hosting, denials, limit, clock, apiUrl: apiUrlOf(request), serverUrl };
      return answerOf(isGraphql ? await answerGraphql(request, context) : await answerRest(request, context), headers);
    } catch (error) {
      if (error instanceof Refusal) return answerOf(error.outcome, headers);
      throw error;
    }
  };
}

function apiUrlOf({ headers }: RecordedRequest): string {
  return `http://${String(headers.host ?? '127.0.0.1')}`;
}

function answerOf({ status, data, raw, link }: RestAnswer, limits: Readonly<Record<string, string>>): Answer {
  const headers = { ...limits, ...(link === undefined ? {} : { link }) };
  if (raw !== undefined) return { status, headers: { ...headers, ...RAW_TYPE }, body: raw };
  if (data === undefined) return { status, headers, body: '' };
  return { status, headers: { ...headers, ...JSON_TYPE }, body: JSON.stringify(data) };
}
