import * as z from 'zod';
import type { Scrub } from '../../server-words.ts';
import { countsReading, type Figure, failureOf, figureOf, jsonOf, valueReading } from '../answer.ts';
import { type Filling, render } from '../placeholders.ts';
import {
  type Ask,
  type CloudflareAccess,
  counts,
  headers,
  type KeysOf,
  type Prepared,
  problemAt,
  provider,
  query,
  url,
} from '../provider.ts';
import { preparedHeaders, preparedUrl } from '../request-template.ts';
import { metricUrlProblem, namesTime, queryProblems } from '../template-check.ts';

const keys = { url, query, ...counts, headers };

/** Workers Analytics Engine's SQL API, asked with the token of the run. */
export const analyticsEngine = provider({
  keys,
  problems: (metric) => [
    ...problemAt('url', metric.url === undefined ? undefined : metricUrlProblem(metric.url)),
    ...queryProblems(metric, 'cloudflare-analytics-engine'),
  ],
  past: namesTime,
  prepare,
});

const DEFAULT_API = 'https://api.cloudflare.com/client/v4';

/** A column of this name is how many rows an estimate was made from. */
const SAMPLE_COLUMN = /^(?:samples?|rows|count|count\(\))$/i;

const result = z.object({
  meta: z.array(z.object({ name: z.string() })).nullish(),
  data: z.array(z.record(z.string(), z.unknown())),
});

function prepare(source: KeysOf<typeof keys>, filling: Filling, access: CloudflareAccess): Prepared {
  const api = `${(access.baseUrl ?? DEFAULT_API).replace(/\/+$/, '')}/accounts/${access.accountId}/analytics_engine/sql`;
  const url = source.url === undefined ? new URL(api) : preparedUrl(source.url, filling).url;
  const headers = { 'content-type': 'text/plain', ...preparedHeaders(source.headers, filling) };
  const ownToken = url.origin === new URL(api).origin && !('authorization' in headers);
  if (ownToken) {
    Object.assign(headers, { authorization: `Bearer ${access.token}` });
  }
  const statement = (template: string | undefined) => {
    const { send, show } = render(template ?? '', 'sql', filling);
    return { send: inJson(withSample(send)), show: inJson(withSample(show)) };
  };
  const look = (sql: string, notes: string[], ask: Ask, scrub: Scrub) =>
    evaluate({ url: url.href, headers, sql, notes, scrub, ownToken }, ask);

  if (source.errors !== undefined) {
    const errors = statement(source.errors);
    const total = statement(source.total);
    return {
      queries: [errors.show, total.show],
      measure: async ({ ask, scrub }) => {
        const notes: string[] = [];
        const failed = await look(errors.send, notes, ask, scrub);
        const all = failed.kind === 'failed' ? failed : await look(total.send, notes, ask, scrub);
        const outcome = countsReading(failed, all);
        return { reading: outcome.reading, notes: [...notes, ...(outcome.notes ?? [])] };
      },
    };
  }
  const value = statement(source.query);
  return {
    queries: [value.show],
    measure: async ({ ask, scrub }) => {
      const notes: string[] = [];
      return { reading: valueReading(await look(value.send, notes, ask, scrub)), notes };
    },
  };
}

/**
 * Asks for the number of rows beside an estimate, so that it is not taken for more than it is. Only a plain statement is
 * added to; of any other the user has to ask for it.
 */
function withSample(statement: string): string {
  const plain = /^\s*SELECT\b[^()]*(?:\([^()]*\)[^()]*)*$/i.test(statement);
  const isEstimate = /\b_sample_interval\b/.test(statement) && !/\bcount\s*\(\s*\)/i.test(statement);
  const isGrouped = /\b(?:GROUP\s+BY|UNION|DISTINCT)\b/i.test(statement);
  return plain && isEstimate && !isGrouped && statement.match(/\bFROM\b/gi)?.length === 1
    ? statement.replace(/\s+FROM\b/i, ', count() AS samples$&')
    : statement;
}

function inJson(statement: string): string {
  const bare = statement.replace(/[\s;]+$/, '');
  return /\bFORMAT\s+\w+$/i.test(bare) ? bare : `${bare} FORMAT JSON`;
}

interface Evaluation {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly sql: string;
  /** Gets what should be known of the answer. */
  readonly notes: string[];
  readonly scrub: Scrub;
  /** Whether it is asked with the token of the run. */
  readonly ownToken: boolean;
}

async function evaluate({ url, headers, sql, notes, scrub, ownToken }: Evaluation, ask: Ask): Promise<Figure> {
  const answer = await ask({ url, method: 'POST', headers, body: sql });
  if (answer.kind === 'failed') {
    const denied = ownToken && [401, 403].includes(answer.content?.status ?? 0);
    const why = denied ? `${answer.why}, as the Cloudflare token needs Account Analytics: Read` : answer.why;
    return failureOf({ ...answer, why }, scrub);
  }
  const parsed = jsonOf(answer.content);
  if ('problem' in parsed) {
    return parsed.problem;
  }
  const understood = result.safeParse(parsed.json);
  if (!understood.success) {
    return { kind: 'failed', why: 'it does not answer as the SQL API does in `FORMAT JSON`' };
  }
  const { meta, data } = understood.data;
  const [row] = data;
  if (row === undefined) {
    return { kind: 'no-data', why: 'the statement answers no row' };
  }
  if (data.length > 1) {
    return { kind: 'failed', why: `the statement answers ${data.length} rows; it has to answer one` };
  }
  const figure = figureIn(row, meta?.map(({ name }) => name) ?? Object.keys(row));
  const estimated = figure.kind === 'number' && figure.samples === undefined && /\b_sample_interval\b/.test(sql);
  const note = 'how many rows this was estimated from is not known; add `count() AS samples` to the statement';
  if (estimated && !notes.includes(note)) {
    notes.push(note);
  }
  return figure;
}

/** The first column that is not the sample; a column that is alone is the value, whatever its name. */
function figureIn(row: Readonly<Record<string, unknown>>, columns: readonly string[]): Figure {
  const alone = columns.length === 1;
  const column = alone ? columns[0] : columns.find((name) => !SAMPLE_COLUMN.test(name));
  if (column === undefined) {
    return { kind: 'failed', why: 'the statement answers no column with a value' };
  }
  const sampleColumn = alone ? undefined : columns.find((name) => SAMPLE_COLUMN.test(name));
  const figure = figureOf(row[column], `\`${column.replaceAll('`', "'")}\``);
  const samples = sampleColumn === undefined ? undefined : figureOf(row[sampleColumn], 'the sample');
  return figure.kind === 'number' && samples?.kind === 'number' ? { ...figure, samples: samples.value } : figure;
}
