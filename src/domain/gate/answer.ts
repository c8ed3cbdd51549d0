import { query } from 'json-p3';
import { isHtml, messageIn, type Scrub, saidIn, shown, titleIn } from '../server-words.ts';
import type { Reading } from './measurement.ts';

/** What a look at a metric gave. */
export interface Outcome {
  readonly reading: Reading;
  readonly notes?: readonly string[] | undefined;
}

/** What a server said, also where it refused. */
export interface Content {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** What came of a question. */
export type Answer =
  | { readonly kind: 'answered'; readonly content: Content }
  | {
      readonly kind: 'failed';
      /** A clause such as `it answered 503`, without anything the server said. */
      readonly why: string;
      readonly retryAfterMs: number | undefined;
      /** Undefined where there was no answer, or not a whole one. */
      readonly content: Content | undefined;
    };

/** One number out of an answer, or why there is none. */
export type Figure =
  | { readonly kind: 'number'; readonly value: number; readonly samples?: number | undefined }
  | { readonly kind: 'no-data'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string; readonly retryAfterMs?: number | undefined };

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const NOT_FINITE = /^[+-]?(?:nan|inf(?:inity)?|null)$/i;

/** The number that a piece of JSON stands for; 64-bit integers and Prometheus' values come as texts. */
export function figureOf(value: unknown, what: string): Figure {
  if (typeof value === 'number' || (typeof value === 'string' && NUMBER.test(value.trim()))) {
    const number = Number(value);
    return Number.isFinite(number)
      ? { kind: 'number', value: number }
      : { kind: 'no-data', why: `${what} is ${String(number)}` };
  }
  if (value === null || value === undefined || value === '') {
    return { kind: 'no-data', why: `${what} is empty` };
  }
  if (typeof value === 'string' && NOT_FINITE.test(value.trim())) {
    return { kind: 'no-data', why: `${what} is ${value.trim()}` };
  }
  return { kind: 'failed', why: `${what} is ${Array.isArray(value) ? 'a list' : kindOf(value)} and not a number` };
}

function kindOf(value: unknown): string {
  return { string: 'a text', boolean: 'a boolean', object: 'an object' }[String(typeof value)] ?? 'something else';
}

/** The JSON of an answer; a problem where it has none. */
export function jsonOf({
  text,
  type,
}: Content): { readonly json: unknown } | { readonly problem: Exclude<Figure, { readonly kind: 'number' }> } {
  if (text.trim() === '') {
    return { problem: { kind: 'no-data', why: 'the answer is empty' } };
  }
  try {
    return { json: JSON.parse(text) };
  } catch {
    return {
      problem: {
        kind: 'failed',
        why: isHtml(text, type) ? `it answered with HTML${titleIn(text)}` : 'its answer is no JSON',
      },
    };
  }
}

/** The failure of an answer, with what the server said about it. */
export function failureOf(answer: Extract<Answer, { kind: 'failed' }>, scrub: Scrub): Figure {
  const { why, retryAfterMs, content } = answer;
  const said = content === undefined ? '' : shown(saidIn(content.text, content.type), scrub);
  return { kind: 'failed', why: said === '' ? why : `${why}: ${said}`, retryAfterMs };
}

/** The reading of one figure. */
export function valueReading(figure: Figure): Reading {
  return figure.kind === 'number' ? { kind: 'value', value: figure.value } : figure;
}

/** The reading of failed and all requests, with what is odd about them. */
export function countsReading(errors: Figure, total: Figure): Outcome {
  if (errors.kind === 'failed') {
    return { reading: errors };
  }
  if (total.kind !== 'number') {
    return { reading: total };
  }
  if (errors.kind !== 'number') {
    return { reading: errors };
  }
  if (errors.value < 0 || total.value < 0) {
    return { reading: { kind: 'failed', why: 'it counted fewer than no requests' } };
  }
  if (errors.value > 0 && total.value === 0) {
    return { reading: { kind: 'failed', why: `it counted ${errors.value} failed requests of none at all` } };
  }
  const samples = total.samples ?? errors.samples;
  // Extrapolated counts of a service that only fails may exceed one another; that is no reason to look away.
  const counted = Math.min(errors.value, total.value);
  return {
    reading: { kind: 'counts', errors: counted, total: total.value, ...(samples === undefined ? {} : { samples }) },
    ...(counted === errors.value
      ? {}
      : { notes: [`it counted more failed requests (${errors.value}) than requests (${total.value})`] }),
  };
}

/** Reads the number at a JSON path; without one, an answer that is a number. */
export function valueAt(path: string | undefined): (content: Content) => Outcome {
  return (content) => {
    if (path === undefined) {
      return { reading: valueReading(bareNumber(content)) };
    }
    const parsed = jsonOf(content);
    return { reading: valueReading('json' in parsed ? figureAt(parsed.json, path) : parsed.problem) };
  };
}

/** Reads failed and all requests at two JSON paths. */
export function countsAt(errors: string, total: string): (content: Content) => Outcome {
  return (content) => {
    const parsed = jsonOf(content);
    return 'json' in parsed
      ? countsReading(figureAt(parsed.json, errors), figureAt(parsed.json, total))
      : { reading: valueReading(parsed.problem) };
  };
}

/** The reading of an answer that has no number, and says why: APIs of GraphQL put their errors into a 200. */
export function orItsError({ reading, ...rest }: Outcome, { text }: Content, scrub: Scrub): Outcome {
  const said = reading.kind === 'no-data' ? shown(errorIn(text) ?? '', scrub) : '';
  return { ...rest, reading: said === '' ? reading : { kind: 'failed', why: `its answer says: ${said}` } };
}

/** The message of the error that JSON is about; undefined where it is about none. */
function errorIn(text: string): string | undefined {
  try {
    const { error, errors } = { ...(JSON.parse(text) as Readonly<Record<string, unknown>> | null) };
    return messageIn({ error, errors });
  } catch {
    return undefined;
  }
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
  const found = oneAt(json, path, 'number');
  return 'value' in found ? figureOf(found.value, `\`${path}\``) : found.problem;
}

/** The one value at a JSON path, or why there is none. @param what it has to be, in a word */
export function oneAt(
  json: unknown,
  path: string,
  what: string,
): { readonly value: unknown } | { readonly problem: Exclude<Figure, { readonly kind: 'number' }> } {
  let found: readonly unknown[];
  try {
    found = query(path, json as Parameters<typeof query>[1]).values();
  } catch {
    return { problem: { kind: 'failed', why: `\`${path}\` can't be looked up in the answer` } };
  }
  if (found.length === 0) {
    return { problem: { kind: 'no-data', why: `\`${path}\` is not in the answer` } };
  }
  const many = `\`${path}\` is ${found.length} times in the answer; it has to name one ${what}`;
  return found.length > 1 ? { problem: { kind: 'failed', why: many } } : { value: found[0] };
}
