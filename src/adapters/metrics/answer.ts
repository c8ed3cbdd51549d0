import type { Reading } from '../../domain/gate/measurement.ts';
import type { Answer, Content } from './request.ts';

/** How much of what a server said is shown. */
const SAID_LIMIT = 200;

/** What a look at a metric gave. */
export interface Outcome {
  readonly reading: Reading;
  readonly notes?: readonly string[] | undefined;
}

/** One number out of an answer, or why there is none. */
export type Figure =
  | { readonly kind: 'number'; readonly value: number; readonly samples?: number | undefined }
  | { readonly kind: 'no-data'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string; readonly retryAfterMs?: number | undefined };

/** Takes out of a text what must not be shown. */
export type Scrub = (text: string) => string;

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
export function jsonOf({ text, type }: Content): { readonly json: unknown } | { readonly problem: Figure } {
  if (text.trim() === '') {
    return { problem: { kind: 'no-data', why: 'the answer is empty' } };
  }
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { problem: { kind: 'failed', why: isHtml(text, type) ? 'it answered with HTML' : 'its answer is no JSON' } };
  }
}

/** Whether an answer is a page for people, such as a login or an error of a proxy. */
export function isHtml(text: string, type: string): boolean {
  return /^\s*<(?:!doctype\s+html|html|head|body)\b/i.test(text) || /^text\/html\b/i.test(type);
}

/** The failure of an answer, with what the server said about it. */
export function failureOf(answer: Extract<Answer, { kind: 'failed' }>, scrub: Scrub): Figure {
  const { why, retryAfterMs, content } = answer;
  const said = content === undefined ? '' : shown(saidIn(content), scrub);
  return { kind: 'failed', why: said === '' ? why : `${why}: ${said}`, retryAfterMs };
}

/** Text of a server as one short line, without secrets. */
export function shown(text: string, scrub: Scrub): string {
  const line = scrub(text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length > SAID_LIMIT ? `${line.slice(0, SAID_LIMIT).toWellFormed()}…` : line;
}

function saidIn(content: Content): string {
  if (isHtml(content.text, content.type)) {
    return 'a page of HTML';
  }
  const parsed = jsonOf(content);
  return ('json' in parsed ? messageIn(parsed.json) : undefined) ?? content.text;
}

/** The message in one of the usual shapes: `{errorType, error}`, `{message}`, `{errors: [{message}]}`. */
function messageIn(json: unknown): string | undefined {
  if (typeof json === 'string') {
    return json;
  }
  if (typeof json !== 'object' || json === null) {
    return undefined;
  }
  const { errorType, error, errors, message, detail } = json as Record<string, unknown>;
  if (typeof error === 'string') {
    return typeof errorType === 'string' ? `${errorType}: ${error}` : error;
  }
  const first: unknown = Array.isArray(errors) ? errors[0] : error;
  return [message, detail].find((text) => typeof text === 'string') ?? messageIn(first);
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
