import * as z from 'zod';
import { type Scrub, shown } from '../../server-words.ts';
import { countsReading, type Figure, failureOf, figureOf, jsonOf, valueReading } from '../answer.ts';
import type { Reading } from '../measurement.ts';
import { type Filling, type Rendered, render } from '../placeholders.ts';
import {
  type Ask,
  counts,
  type Effects,
  headers,
  type KeysOf,
  type Prepared,
  problemAt,
  provider,
  type Question,
  query,
  url,
} from '../provider.ts';
import { preparedHeaders, preparedUrl } from '../request-template.ts';
import { metricUrlProblem, queryProblems } from '../template-check.ts';

const keys = { url, query, ...counts, headers };

/** A server with Prometheus' HTTP API: instant queries at the server's own time. */
export const prometheus = provider({
  keys,
  problems: (metric) => [
    ...problemAt('url', metric.url === undefined ? '`provider: prometheus` needs one' : metricUrlProblem(metric.url)),
    ...queryProblems(metric, 'prometheus'),
  ],
  past: () => true,
  prepare,
});

/** Characters of a query that still go into an address. */
const LONGEST_IN_URL = 4_000;

const sample = z.tuple([z.number(), z.string()]);

const envelope = z.object({
  status: z.literal('success'),
  data: z.object({ resultType: z.string(), result: z.unknown() }),
  warnings: z.array(z.string()).nullish(),
  infos: z.array(z.string()).nullish(),
});

const nameList = z.object({ status: z.literal('success'), data: z.array(z.string()) });

const vector = z.array(z.object({ value: sample }));

/** The numbers of a query, one for each series. */
type Series =
  | { readonly kind: 'series'; readonly figures: readonly Figure[]; readonly partial: boolean }
  | Exclude<Figure, { kind: 'number' }>;

function prepare(source: KeysOf<typeof keys>, filling: Filling): Prepared {
  const { url } = preparedUrl(source.url ?? '', filling);
  url.pathname = `${url.pathname.replace(/(?:\/api\/v1\/query)?\/*$/, '')}/api/v1/query`;
  const headers = preparedHeaders(source.headers, filling);
  const promql = (template: string | undefined) => render(template ?? '', 'promql', filling);
  const { subject } = filling;
  const time = subject.past === true ? { time: String((subject.since + subject.elapsed) / 1000) } : {};
  const look = (query: string, notes: string[], { ask, scrub }: Effects) =>
    evaluate({ url: url.href, headers, form: { query, ...time }, notes, scrub }, ask);
  const verify = (names: readonly string[]) => async (effects: Effects) => {
    for (const name of names) {
      if (await isUnknown(name, url, headers, effects)) {
        return `the server does not know the metric \`${name}\` at all`;
      }
    }
    return undefined;
  };

  if (source.errors !== undefined) {
    const window = `${Math.max(1, Math.ceil(subject.elapsed / 1000))}s`;
    const [errors, total] = [promql(source.errors), promql(source.total)];
    const ofErrors = built(errors, (selector) => increaseOf(selector, window));
    const ofTotal = built(total, (selector) => knownIncreaseOf(selector, window));
    return {
      queries: [ofErrors.show, ofTotal.show],
      advice: [errors, total].flatMap(({ show }) => adviceOn(show)),
      verify: verify([...new Set([errors, total].flatMap(({ send }) => selectorIn(send)?.name ?? []))]),
      measure: async (effects) => {
        const notes: string[] = [];
        // The failed ones first, so that what fails meanwhile is not missing among all.
        const failed = await look(ofErrors.send, notes, effects);
        const all = failed.kind === 'failed' ? failed : await look(ofTotal.send, notes, effects);
        const outcome = countsReading(hinted(failed, all), sum(all, '`total`'));
        const partial = [failed, all].some((one) => one.kind === 'series' && one.partial);
        return { reading: withPartial(outcome.reading, partial), notes: [...notes, ...(outcome.notes ?? [])] };
      },
    };
  }
  const value = promql(source.query);
  return {
    queries: [value.show],
    measure: async (effects) => {
      const notes: string[] = [];
      const series = await look(value.send, notes, effects);
      return {
        reading: withPartial(valueReading(single(series)), series.kind === 'series' && series.partial),
        notes,
      };
    },
  };
}

function withPartial(reading: Reading, partial: boolean): Reading {
  return partial && (reading.kind === 'value' || reading.kind === 'counts') ? { ...reading, partial } : reading;
}

/** A selector alone: a name, labels in braces, or both. */
const SELECTOR = /^\s*([A-Za-z_:][\w:]*)?\s*(\{(?:[^"'`{}]|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`)*\})?\s*$/s;

function selectorIn(text: string): { readonly selector: string; readonly name: string | undefined } | undefined {
  const [, name, labels] = SELECTOR.exec(text) ?? [];
  return name === undefined && labels === undefined ? undefined : { selector: text.trim(), name };
}

/** The query that is built from a selector; a whole expression stays as it is. */
function built(rendered: Rendered, query: (selector: string) => string): Rendered {
  return selectorIn(rendered.send) === undefined
    ? rendered
    : { send: query(rendered.send.trim()), show: query(rendered.show.trim()) };
}

/**
 * What a counter counted in a window. `increase` loses the first value of every new series, and series of errors are
 * born with their first error; so those that did not exist before the window add what they began with. Restarts are
 * `increase`'s own business. No series means that nothing was counted.
 */
function increaseOf(selector: string, window: string): string {
  return `(sum(increase(${selector}[${window}])) or vector(0)) + (sum(min_over_time(${selector}[${window}]) unless ${selector} offset ${window}) or vector(0))`;
}

/** The same, which stays without an answer where there is no series at all. */
function knownIncreaseOf(selector: string, window: string): string {
  return `(${increaseOf(selector, window)}) and on() count(count_over_time(${selector}[${window}]))`;
}

/** What would be better than an expression that counts by `increase` alone. */
function adviceOn(expression: string): string[] {
  const inner = /^\s*sum\s*\(\s*increase\s*\(\s*([^[\]]*?)\s*\[[^\]]*\]\s*\)\s*\)/s.exec(expression)?.[1];
  if (!/\bincrease\s*\(/.test(expression) || /\bmin_over_time\s*\(/.test(expression)) {
    return [];
  }
  const better =
    inner === undefined || selectorIn(inner) === undefined ? 'the selector alone' : `\`${inner.replaceAll('`', "'")}\``;
  return [
    `it counts by \`increase(\`, which misses the first value of every new series, so also the first errors. Give ${better}: the query that counts them is built from it`,
  ];
}

/** Whether a server has no series of a name at all; one that cannot say is not asked further. */
async function isUnknown(
  name: string,
  queryUrl: URL,
  headers: Readonly<Record<string, string>>,
  { ask }: Effects,
): Promise<boolean> {
  const url = new URL(queryUrl);
  url.pathname = url.pathname.replace(/query$/, 'label/__name__/values');
  url.searchParams.append('match[]', `{__name__="${name}"}`);
  url.searchParams.append('limit', '1');
  const answer = await ask({ url: url.href, method: 'GET', headers, body: undefined });
  const parsed = answer.kind === 'answered' ? jsonOf(answer.content) : undefined;
  const names = parsed !== undefined && 'json' in parsed ? nameList.safeParse(parsed.json) : undefined;
  return names?.success === true && names.data.data.length === 0;
}

interface Evaluation {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, string>>;
  /** Gets what the server warned of. */
  readonly notes: string[];
  readonly scrub: Scrub;
}

/** By GET, as every server and proxy has it; by POST where the address would be longer than they take. */
function questionOf(url: string, headers: Readonly<Record<string, string>>, form: string): Question {
  if (form.length > LONGEST_IN_URL) {
    const typed = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
    return { url, method: 'POST', headers: typed, body: form };
  }
  return { url: `${url}${url.includes('?') ? '&' : '?'}${form}`, method: 'GET', headers, body: undefined };
}

async function evaluate({ url, headers, form, notes, scrub }: Evaluation, ask: Ask): Promise<Series> {
  const answer = await ask(questionOf(url, headers, new URLSearchParams(form).toString()));
  if (answer.kind === 'failed') {
    return withoutNumber(failureOf(answer, scrub));
  }
  const parsed = jsonOf(answer.content);
  if ('problem' in parsed) {
    return withoutNumber(parsed.problem);
  }
  const understood = envelope.safeParse(parsed.json);
  if (!understood.success) {
    const refused = typeof parsed.json === 'object' && parsed.json !== null && 'error' in parsed.json;
    return refused
      ? withoutNumber(
          failureOf(
            { kind: 'failed', why: 'it refused the query', retryAfterMs: undefined, content: answer.content },
            scrub,
          ),
        )
      : { kind: 'failed', why: 'it does not answer as Prometheus does' };
  }
  const { data, warnings, infos } = understood.data;
  for (const warning of [...(warnings ?? []), ...(infos ?? [])]) {
    const note = `Prometheus says: ${shown(warning, scrub)}`;
    if (!notes.includes(note)) {
      notes.push(note);
    }
  }
  return seriesOf(data.resultType, data.result, (warnings ?? []).length > 0);
}

function seriesOf(type: string, result: unknown, partial: boolean): Series {
  const parsed =
    type === 'vector'
      ? vector.safeParse(result)
      : type === 'scalar'
        ? sample.transform((value) => [{ value }]).safeParse(result)
        : undefined;
  if (parsed?.success !== true) {
    const why = ['matrix', 'string'].includes(type)
      ? `the query answers a ${type}; it has to answer one number`
      : 'it does not answer as Prometheus does';
    return { kind: 'failed', why };
  }
  return { kind: 'series', figures: parsed.data.map(({ value: [, text] }) => figureOf(text, 'the value')), partial };
}

function single(series: Series): Figure {
  if (series.kind !== 'series') {
    return series;
  }
  const [first] = series.figures;
  return series.figures.length > 1
    ? { kind: 'failed', why: `the query answers ${series.figures.length} series; aggregate them to one` }
    : (first ?? { kind: 'no-data', why: 'the query answers no series' });
}

function sum(series: Series, what: string): Figure {
  if (series.kind !== 'series') {
    return series;
  }
  let value = 0;
  for (const figure of series.figures) {
    if (figure.kind !== 'number') {
      return figure;
    }
    value += figure.value;
  }
  return series.figures.length === 0
    ? { kind: 'no-data', why: `${what} answers no series` }
    : { kind: 'number', value };
}

/** No series of failed requests is no proof that none failed; only the query can say so. */
function hinted(errors: Series, total: Series): Figure {
  const figure = sum(errors, '`errors`');
  const none = (series: Series) => series.kind === 'series' && series.figures.length === 0;
  return figure.kind === 'no-data' && none(errors) && !none(total)
    ? { kind: 'no-data', why: `${figure.why}; add \`or vector(0)\` to it if that means that nothing failed` }
    : figure;
}

function withoutNumber(figure: Figure): Exclude<Figure, { kind: 'number' }> {
  return figure.kind === 'number' ? { kind: 'failed', why: 'it does not answer as Prometheus does' } : figure;
}
