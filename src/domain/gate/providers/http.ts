import * as z from 'zod';
import { type Content, countsAt, failureOf, type Outcome, orItsError, valueAt, valueReading } from '../answer.ts';
import { type Filling, type Place, type Rendered, render } from '../placeholders.ts';
import {
  counts,
  headers,
  isCounts,
  type KeysOf,
  type Prepared,
  path,
  problemAt,
  provider,
  type Question,
  url,
} from '../provider.ts';
import { preparedHeaders, preparedUrl } from '../request-template.ts';
import { jsonPathProblem, metricUrlProblem, namesTime } from '../template-check.ts';

/** Methods that answer with content. */
export const method = z.enum(['GET', 'POST', 'PUT', 'PATCH']).optional();

const keys = {
  url,
  path,
  ...counts,
  method,
  headers,
  body: z.string().optional(),
};

/** A URL that answers with a number, or with JSON that has one, or has the failed and all requests. */
export const http = provider({
  keys,
  problems: (metric) => [
    ...problemAt('url', metric.url === undefined ? '`provider: http` needs one' : metricUrlProblem(metric.url)),
    ...(['path', 'errors', 'total'] as const).flatMap((key) =>
      metric[key] === undefined ? [] : problemAt(key, jsonPathProblem(metric[key])),
    ),
    ...problemAt(
      'path',
      isCounts(metric) && metric.path !== undefined
        ? '`errors` and `total` say where they stand; remove it'
        : undefined,
    ),
    ...problemAt(
      'method',
      metric.body !== undefined && metric.method === 'GET' ? 'a GET request has no body' : undefined,
    ),
  ],
  past: namesTime,
  prepare,
});

/**
 * A request with its placeholders filled in, and how it is shown.
 * @throws TagshipError `metric-unusable`, `verify-failed`, `input-missing`
 */
export function preparedRequest(
  source: Pick<KeysOf<typeof keys>, 'url' | 'method' | 'headers' | 'body'>,
  filling: Filling,
): { readonly question: Question; readonly show: string } {
  const { url, show } = preparedUrl(source.url ?? '', filling);
  const headers = preparedHeaders(source.headers, filling);
  const body = source.body === undefined ? undefined : renderedBody(source.body, headers, filling);
  const method = source.method ?? (body === undefined ? 'GET' : 'POST');
  return {
    question: { url: url.href, method, headers, body: body?.send },
    show: `${method} ${show}${body === undefined ? '' : ` ${body.show}`}`,
  };
}

function prepare(source: KeysOf<typeof keys>, filling: Filling): Prepared {
  const { question, show } = preparedRequest(source, filling);
  const pathOf = (path: string) => render(path, 'jsonpath', filling).send;
  const { errors, total, path } = source;
  const read: (content: Content) => Outcome =
    errors !== undefined && total !== undefined
      ? countsAt(pathOf(errors), pathOf(total))
      : valueAt(path === undefined ? undefined : pathOf(path));
  return {
    queries: [show],
    measure: async ({ ask, scrub }) => {
      const answer = await ask(question);
      return answer.kind === 'failed'
        ? { reading: valueReading(failureOf(answer, scrub)) }
        : orItsError(read(answer.content), answer.content, scrub);
    },
  };
}

/** Fills in a body by its content type, which is set to JSON where none is given. */
function renderedBody(body: string, headers: Record<string, string>, filling: Filling): Rendered {
  headers['content-type'] ??= 'application/json';
  const type = headers['content-type'].toLowerCase();
  const place: Place = /^application\/x-www-form-urlencoded\b/.test(type)
    ? 'form'
    : /[/+]json\b/.test(type)
      ? 'json'
      : 'text';
  return render(body, place, filling);
}
