import { query } from 'json-p3';
import * as z from 'zod';
import { isHtml, titleIn } from '../../said.ts';
import { countsReading, type Figure, failureOf, figureOf, jsonOf, type Outcome, valueReading } from '../answer.ts';
import { type Filling, type Place, type Rendered, render } from '../placeholders.ts';
import { preparedHeaders, preparedUrl } from '../prepared.ts';
import {
  type Content,
  counts,
  headers,
  isCounts,
  type KeysOf,
  type Prepared,
  path,
  problemAt,
  provider,
  url,
} from '../provider.ts';
import { jsonPathProblem, metricUrlProblem, namesTime } from '../template-check.ts';

const keys = {
  url,
  path,
  ...counts,
  /** Methods that answer with content. */
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH']).optional(),
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

function prepare(source: KeysOf<typeof keys>, filling: Filling): Prepared {
  const { url, show } = preparedUrl(source.url ?? '', filling);
  const headers = preparedHeaders(source.headers, filling);
  const body = source.body === undefined ? undefined : renderedBody(source.body, headers, filling);
  const method = source.method ?? (body === undefined ? 'GET' : 'POST');
  const pathOf = (path: string) => render(path, 'jsonpath', filling).send;
  const { errors, total, path } = source;
  const read: (content: Content) => Outcome =
    errors !== undefined && total !== undefined
      ? countsAt(pathOf(errors), pathOf(total))
      : valueAt(path === undefined ? undefined : pathOf(path));
  return {
    queries: [`${method} ${show}${body === undefined ? '' : ` ${body.show}`}`],
    measure: async ({ ask, scrub }) => {
      const answer = await ask({ url: url.href, method, headers, body: body?.send });
      return answer.kind === 'failed' ? { reading: valueReading(failureOf(answer, scrub)) } : read(answer.content);
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

function valueAt(path: string | undefined): (content: Content) => Outcome {
  return (content) => {
    if (path === undefined) {
      return { reading: valueReading(bareNumber(content)) };
    }
    const parsed = jsonOf(content);
    return { reading: valueReading('json' in parsed ? figureAt(parsed.json, path) : parsed.problem) };
  };
}

function countsAt(errors: string, total: string): (content: Content) => Outcome {
  return (content) => {
    const parsed = jsonOf(content);
    return 'json' in parsed
      ? countsReading(figureAt(parsed.json, errors), figureAt(parsed.json, total))
      : { reading: valueReading(parsed.problem) };
  };
}

/** An answer that is nothing but a number, as text or as JSON. */
function bareNumber({ text, type }: Content): Figure {
  const trimmed = text.trim();
  if (isHtml(trimmed, /^[\w.+-]*$/.test(trimmed) ? '' : type)) {
    return { kind: 'failed', why: `it answered with HTML${titleIn(text)}` };
  }
  if (/^[[{]/.test(trimmed)) {
    return { kind: 'failed', why: 'it answered with JSON; say with `path` where the number stands in it' };
  }
  return figureOf(/^".*"$/.test(trimmed) ? trimmed.slice(1, -1) : trimmed, 'the answer');
}

function figureAt(json: unknown, path: string): Figure {
  let found: readonly unknown[];
  try {
    found = query(path, json as Parameters<typeof query>[1]).values();
  } catch {
    return { kind: 'failed', why: `\`${path}\` can't be looked up in the answer` };
  }
  if (found.length === 0) {
    return { kind: 'no-data', why: `\`${path}\` is not in the answer` };
  }
  return found.length > 1
    ? { kind: 'failed', why: `\`${path}\` is ${found.length} times in the answer; it has to name one number` }
    : figureOf(found[0], `\`${path}\``);
}
