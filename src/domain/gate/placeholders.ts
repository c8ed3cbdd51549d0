import { TagshipError } from '../../errors.ts';
import { type Component, componentId } from '../component.ts';
import { nearest } from '../nearest.ts';
import { type Language, type Segment, segmentsOf } from './quoting.ts';

/** What a gate watches, for the placeholders of its metrics. */
export interface Subject {
  readonly component: Component;
  readonly environment: string;
  readonly version: string;
  /** The version before; undefined where there was none. */
  readonly previous: string | undefined;
  /** When it was deployed, in milliseconds since the epoch. */
  readonly since: number;
  /** Milliseconds since then. */
  readonly elapsed: number;
  /** Whether that is in the past: what is asked is how it was then, and not how it is now. */
  readonly past?: boolean | undefined;
}

/** What a metric may ask for. */
export const METRIC_PLACEHOLDERS = [
  'component',
  'type',
  'name',
  'environment',
  'version',
  'previous',
  'elapsed',
  'seconds',
  'since',
  'now',
] as const;

type Placeholder = (typeof METRIC_PLACEHOLDERS)[number];

/** Where a template stands, which is what decides how a value is written in it. */
export type Place = 'url' | 'json' | 'form' | 'text' | 'header' | 'argument' | Language;

/** Reads an environment variable of the step. */
export type Lookup = (name: string) => string | undefined;

/** What a template of a metric is filled in with. */
export interface Filling {
  /** The metric's name, for errors. */
  readonly metric: string;
  readonly subject: Subject;
  readonly lookup: Lookup;
}

/** A template filled in. */
export interface Rendered {
  /** The text to send. */
  readonly send: string;
  /** The same for people: a variable of the environment still stands there by its name. */
  readonly show: string;
}

/** A variable of the environment, `${NAME}`, or a word alone in braces. */
const HOLES = /\$\{([A-Z_][A-Z0-9_]*)\}|\{([a-z-]+)\}/g;

/** What no metric server may be sent: these open the repository, the workflow run or the account. */
const FORBIDDEN_VARIABLES = /^(?:GITHUB_TOKEN|ACTIONS_.*|INPUT_.*|CLOUDFLARE_API_TOKEN)$/;

/** Hiding anything shorter would only make holes in the text. */
export const SHORTEST_SECRET = 4;

/** What is wrong with the placeholders of a template, or undefined. */
export function placeholderProblem(template: string): string | undefined {
  for (const [, , word] of template.matchAll(HOLES)) {
    if (word !== undefined && !isPlaceholder(word)) {
      const near = nearest(word, METRIC_PLACEHOLDERS);
      const known = METRIC_PLACEHOLDERS.map((one) => `{${one}}`).join(' ');
      return `the placeholder \`{${word}}\` is unknown; ${near === undefined ? `known are ${known}` : `did you mean \`{${near}}\`?`}`;
    }
  }
  return undefined;
}

/** The first variable in a template that a metric may not have, or undefined. */
export function forbiddenVariable(template: string): string | undefined {
  return variablesIn(template).find((name) => FORBIDDEN_VARIABLES.test(name));
}

/** All texts in a value, with the keys that lead to each. */
export function textsOf(
  value: unknown,
  path: readonly string[] = [],
): { readonly path: readonly string[]; readonly text: string }[] {
  if (typeof value === 'string') {
    return [{ path, text: value }];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) => textsOf(one, [...path, key]))
    : [];
}

/** The variables of the environment that a template names. */
export function variablesIn(template: string): string[] {
  return [...template.matchAll(HOLES)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

function isPlaceholder(word: string): word is Placeholder {
  return METRIC_PLACEHOLDERS.some((known) => known === word);
}

/**
 * Fills in a template. Each value is escaped for where it stands, and what was filled in is never looked at again:
 * names come from tags, in which Git allows quotes, braces, `$` and `;`.
 *
 * @throws TagshipError `metric-unusable` where a value can't be written, or a variable is not for metrics;
 * `input-missing` for a variable that is not set
 */
export function render(template: string, place: Place, filling: Filling): Rendered {
  const values = valuesFor(place, filling.subject);
  let send = '';
  let show = '';
  for (const segment of segmentsFor(template, place)) {
    let end = 0;
    for (const hole of holesOf(segment.text)) {
      const between = segment.text.slice(end, hole.at);
      end = hole.at + hole.whole.length;
      if (hole.kind === 'placeholder') {
        const value = written(segment, values[hole.name], hole, filling);
        send += between + value;
        show += between + value;
      } else {
        const base = place === 'url' && send + between === '';
        const value = required(hole.name, filling);
        send += between + (base || place === 'text' ? value : written(segment, value, hole, filling));
        show += between + hole.whole;
      }
    }
    send += segment.text.slice(end);
    show += segment.text.slice(end);
  }
  return { send, show };
}

type Hole = { readonly whole: string; readonly at: number } & (
  | { readonly kind: 'placeholder'; readonly name: Placeholder }
  | { readonly kind: 'variable'; readonly name: string }
);

function holesOf(text: string): Hole[] {
  return [...text.matchAll(HOLES)].flatMap(({ 0: whole, 1: variable, 2: word = '', index: at }): Hole[] => {
    if (variable !== undefined) {
      return [{ whole, at, kind: 'variable', name: variable }];
    }
    return isPlaceholder(word) ? [{ whole, at, kind: 'placeholder', name: word }] : [];
  });
}

/** The secrets of one metric in all their spellings, each with what stands for it in a text for people. */
export function secretsOf(
  { source }: { readonly source: { readonly env?: readonly string[] | undefined } },
  lookup: Lookup,
): ReadonlyMap<string, string> {
  const secrets = new Map<string, string>();
  for (const names of [source.env ?? [], ...textsOf(source).map(({ text }) => variablesIn(text))]) {
    for (const name of names) {
      const value = lookup(name) ?? '';
      for (const spelling of [value, value.trim(), encodeURIComponent(value.toWellFormed()), jsonString(value)]) {
        if (spelling.length >= SHORTEST_SECRET) {
          secrets.set(spelling, `\${${name}}`);
        }
      }
    }
  }
  return secrets;
}

function valuesFor(place: Place, subject: Subject): Record<Placeholder, string> {
  const { component, environment, version, previous = '', since, elapsed } = subject;
  const seconds = String(Math.max(1, Math.ceil(elapsed / 1000)));
  return {
    component: componentId(component),
    type: component.type,
    name: component.name,
    environment,
    version,
    previous,
    elapsed: place === 'sql' ? seconds : `${seconds}s`,
    seconds,
    since: String(Math.floor(since / 1000)),
    now: String(Math.floor((since + Math.max(0, elapsed)) / 1000)),
  };
}

function segmentsFor(template: string, place: Place): readonly Segment[] {
  switch (place) {
    case 'promql':
    case 'sql':
    case 'jsonpath':
      return segmentsOf(template, place);
    default:
      return [{ text: template, escape: ESCAPES[place] }];
  }
}

const ESCAPES: Readonly<Record<Exclude<Place, Language>, Segment['escape']>> = {
  // A `.` and a `..` would lead to another path, however they are encoded.
  url: (value) => (/^\.{1,2}$/.test(value) ? undefined : encodeURIComponent(value.toWellFormed())),
  form: (value) => encodeURIComponent(value.toWellFormed()),
  json: jsonString,
  header: (value) => (/^[\x20-\x7e]*$/.test(value) ? value : undefined),
  text: (value) => (/^[\w.:/@+-]*$/.test(value) ? value : undefined),
  // An argument is given as it is, to no shell; only what no argument can hold is refused.
  argument: (value) => (value.includes('\0') ? undefined : value),
};

function jsonString(value: string): string {
  return JSON.stringify(value.toWellFormed()).slice(1, -1);
}

function written(segment: Segment, value: string, hole: Hole, { metric }: Filling): string {
  const text = segment.escape(value);
  if (text === undefined) {
    throw new TagshipError(
      'metric-unusable',
      `The metric \`${metric}\` has \`${hole.whole}\` where its value can't be written safely.`,
      hole.kind === 'variable'
        ? 'Give the variable a single line of plain ASCII, or put it inside the quotes of a string.'
        : 'Put it inside the quotes of a string, or give the component a plain name.',
    );
  }
  return text;
}

/**
 * The value of a variable of the step.
 * @throws TagshipError `metric-unusable`, `input-missing`
 */
export function required(variable: string, { metric, lookup }: Filling): string {
  if (FORBIDDEN_VARIABLES.test(variable)) {
    throw new TagshipError(
      'metric-unusable',
      `The metric \`${metric}\` asks for \`\${${variable}}\`, which is never sent to a metric server.`,
      'Pass the secret that the server needs under a name of its own in `env:` of the step.',
    );
  }
  const value = lookup(variable) ?? '';
  if (value === '') {
    throw new TagshipError(
      'input-missing',
      `The metric \`${metric}\` needs the environment variable \`${variable}\`, which is not set or empty.`,
      `Pass it in \`env:\` of the step, such as \`${variable}: \${{ secrets.${variable} }}\`.`,
    );
  }
  return value;
}
