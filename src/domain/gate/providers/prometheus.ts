import * as z from 'zod';
import { type Scrub, shown } from '../../said.ts';
import { countsReading, type Figure, failureOf, figureOf, jsonOf, valueReading } from '../answer.ts';
import { type Filling, render } from '../placeholders.ts';
import { preparedHeaders, preparedUrl } from '../prepared.ts';
import {
  type Ask,
  counts,
  headers,
  type KeysOf,
  type Prepared,
  problemAt,
  provider,
  type Question,
  query,
  url,
} from '../provider.ts';
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

const vector = z.array(z.object({ value: sample }));

/** The numbers of a query, one for each series. */
type Series = { readonly kind: 'series'; readonly figures: readonly Figure[] } | Exclude<Figure, { kind: 'number' }>;

function prepare(source: KeysOf<typeof keys>, filling: Filling): Prepared {
  const { url } = preparedUrl(source.url ?? '', filling);
  url.pathname = `${url.pathname.replace(/(?:\/api\/v1\/query)?\/*$/, '')}/api/v1/query`;
  const headers = preparedHeaders(source.headers, filling);
  const promql = (template: string | undefined) => render(template ?? '', 'promql', filling);
  const { subject } = filling;
  const time = subject.past === true ? { time: String((subject.since + subject.elapsed) / 1000) } : {};
  const look = (query: string, notes: string[], ask: Ask, scrub: Scrub) =>
    evaluate({ url: url.href, headers, form: { query, ...time }, notes, scrub }, ask);

  if (source.errors !== undefined) {
    const errors = promql(source.errors);
    const total = promql(source.total);
    return {
      queries: [errors.show, total.show],
      measure: async ({ ask, scrub }) => {
        const notes: string[] = [];
        // The failed ones first, so that what fails meanwhile is not missing among all.
        const failed = await look(errors.send, notes, ask, scrub);
        const all = failed.kind === 'failed' ? failed : await look(total.send, notes, ask, scrub);
        const outcome = countsReading(hinted(failed, all), sum(all, '`total`'));
        return { reading: outcome.reading, notes: [...notes, ...(outcome.notes ?? [])] };
      },
    };
  }
  const value = promql(source.query);
  return {
    queries: [value.show],
    measure: async ({ ask, scrub }) => {
      const notes: string[] = [];
      return { reading: valueReading(single(await look(value.send, notes, ask, scrub))), notes };
    },
  };
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
  return seriesOf(data.resultType, data.result);
}

function seriesOf(type: string, result: unknown): Series {
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
  return { kind: 'series', figures: parsed.data.map(({ value: [, text] }) => figureOf(text, 'the value')) };
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
