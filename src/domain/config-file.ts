import { type Document, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import { type ErrorCode, type Location, TagshipError, TagshipErrors } from '../errors.ts';
import { type Config, configSchema, DEFAULT_CONFIG_PATH } from './config.ts';
import { didYouMean } from './nearest.ts';
import { Lines } from './references/lines.ts';
import type { Range } from './references/reference.ts';
import { size } from './text.ts';

/** How long a configuration may be, in characters: what the parser takes for it grows with the square. */
const MAX_CONFIG = 256 * 1024;

/** What people call the file by mistake; nobody may believe that it counts. */
export const MISNAMED_CONFIG_PATH = DEFAULT_CONFIG_PATH.replace(/\.yml$/, '.yaml');

/** The error for a file under that name, where there is none under the right one. */
export function misnamedConfig(where: string): TagshipError {
  return new TagshipError(
    'config-missing',
    `There is \`${MISNAMED_CONFIG_PATH}\`${where}, which is not read.`,
    `Rename it to \`${DEFAULT_CONFIG_PATH}\`, or name it in the input \`config\`.`,
    { location: { file: MISNAMED_CONFIG_PATH } },
  );
}

/**
 * Reads the text of the configuration file.
 * @param file its path, for the positions in errors
 * @param where it is to be corrected
 * @throws TagshipErrors with everything that is wrong, each at its line and column
 */
export function parseConfig(text: string, file: string, where = ' on the default branch'): Config {
  if (text.length > MAX_CONFIG) {
    throw new TagshipError(
      'config-syntax',
      `${file} is ${size(text.length)} long, and no configuration has more than ${size(MAX_CONFIG)}.`,
      `Shorten the file${where}: globs say in one line what names say in many.`,
      { location: { file } },
    );
  }
  const lines = new LineCounter();
  const document = documentOf(text, lines, file);
  const at = (offset: number): Location => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  if (document.errors.length > 0) {
    throw new TagshipErrors(
      document.errors.map(
        ({ message, pos }) =>
          new TagshipError(
            'config-syntax',
            `${place(at(pos[0]))} is not valid YAML: ${sentence(message)}`,
            `Correct the file${where}.`,
            { location: at(pos[0]) },
          ),
      ),
    );
  }
  const parsed = configSchema.safeParse(toValue(document, file) ?? {});
  if (parsed.success) {
    return parsed.data;
  }
  const found = parsed.error.issues.flatMap((issue) => describe(issue, document, where));
  throw new TagshipErrors(
    found.map(({ offset, what, remedy }) => {
      const location = at(offset);
      return new TagshipError('config-invalid' satisfies ErrorCode, `${place(location)}: ${what}`, remedy, {
        location,
      });
    }),
  );
}

/** Where each rule of `validate.ignore` stands, from a text that `parseConfig` took. */
export function ignoreRanges(text: string): Range[] {
  const rules: unknown = parseDocument(text).getIn(['validate', 'ignore'], true);
  const lines = new Lines(text);
  return (isSeq(rules) ? rules.items : []).map((rule) => {
    const files: unknown = isMap(rule) ? rule.get('files', true) : rule;
    const [start, end] = (isNode(files) ? files.range : undefined) ?? [0, 0];
    return lines.range(start, end);
  });
}

/** @throws TagshipError `config-syntax` for what is nested too deeply for the parser */
function documentOf(text: string, lines: LineCounter, file: string): Document {
  try {
    return parseDocument(text, { lineCounter: lines, prettyErrors: false });
  } catch (error) {
    if (!(error instanceof RangeError)) {
      throw error;
    }
    throw new TagshipError('config-syntax', `${file} is nested too deeply.`, 'Write the file with fewer levels.', {
      location: { file },
    });
  }
}

function toValue(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new TagshipError(
      'config-syntax',
      `${file} cannot be resolved: ${sentence(error instanceof Error ? error.message : String(error))}`,
      'Write the file without so many aliases.',
      { location: { file } },
    );
  }
}

function place({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}

function sentence(text: string): string {
  const first = /call stack/.test(text) ? 'It is nested too deeply' : (text.split('\n')[0] ?? '');
  return /[.!?]$/.test(first) ? first : `${first}.`;
}

interface Finding {
  readonly offset: number;
  readonly what: string;
  readonly remedy: string;
}

function describe(issue: z.core.$ZodIssue, document: Document, where: string): Finding[] {
  const meant = issue.code === 'invalid_union' ? meantAlternative(issue) : [];
  if (meant.length > 0) {
    return meant.flatMap((inner) => describe({ ...inner, path: [...issue.path, ...inner.path] }, document, where));
  }
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(issue.path);
    return issue.keys.map((key) => {
      return {
        offset: keyOffset(document, [...issue.path, key]),
        what: `\`${dotted([...issue.path, key])}\` is not a known key.`,
        remedy:
          known.length === 0 ? 'Remove it.' : `${didYouMean(key, known)} Known here: ${known.join(', ')}.`.trimStart(),
      };
    });
  }
  const shape = SHAPES[String(issue.path[0])];
  return [
    {
      offset: valueOffset(document, issue.path),
      what: `\`${dotted(issue.path) || 'the file'}\`: ${sentence(reason(issue, document))}`,
      remedy: `${isOfKind(issue) && shape !== undefined ? `Write it like \`${shape}\`. ` : ''}Correct the value${where}.`,
    },
  ];
}

/** What is wrong inside of a value that is of the kind of one alternative alone; nothing where it is of none. */
function meantAlternative({ errors }: z.core.$ZodIssueInvalidUnion): readonly z.core.$ZodIssue[] {
  const inside = errors.filter((issues) =>
    issues.every(({ code, path }) => code === 'unrecognized_keys' || path.length > 0),
  );
  return inside.length === 1 ? (inside[0] ?? []) : [];
}

/** What the parts of the file look like, for those who have to write one. */
const SHAPES: Readonly<Record<string, string>> = {
  namespaces: 'namespaces: { production: { id: 0f2ac74b498b48028cb68387c421e279 } }',
  keys: 'keys: ["{type}/{name}@{slot}"]',
  paths: 'paths: ["lib/{type}/{name}.{ext}"]',
  ignore: 'ignore: ["components/ui/**"]',
  live: 'live: [production, "production-*"]',
  versions: 'versions: [production, staging]',
  pins: 'pins: ["prompts/extraction@v1.0.0"]',
  formerly: 'formerly: [acme/old-name]',
  retention: 'retention: 10',
  notify: 'notify: [{ url: "https://example.com/hook", format: json }]',
  ledger: 'ledger: { ref: refs/heads/tagship-ledger }',
  environments: 'environments: { production: { requires: staging } }',
  logic: 'logic: { rebuild: [npm ci] }',
  validate: 'validate: { keys: [persona] }',
};

/** Whether something is of another kind than it has to be, such as a text in the place of a list. */
function isOfKind(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'invalid_type' && issue.path.length <= 2;
}

/** The kinds of values, as YAML calls them. */
const KINDS: Readonly<Record<string, string>> = {
  object: 'a mapping (`key: value`)',
  record: 'a mapping (`key: value`)',
  array: 'a list (`[one, two]`)',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
};

function reason(issue: z.core.$ZodIssue, document: Document): string {
  if (issue.code === 'invalid_union') {
    return eitherOf(issue.errors.flat(), issue, document);
  }
  if (issue.code === 'invalid_value') {
    return oneOf(issue.values, issue.path, document);
  }
  if (issue.code === 'invalid_key') {
    return issue.issues.map((inner) => inner.message).join('; ');
  }
  if (issue.code === 'invalid_type' && KINDS[issue.expected] !== undefined) {
    return `expected ${KINDS[issue.expected]}, and this is ${kindOf(document.getIn(issue.path, true))}`;
  }
  if ((issue.code === 'too_small' || issue.code === 'too_big') && issue.message.startsWith('Too ')) {
    return boundOf(issue);
  }
  return issue.message.replace(/^Invalid input: /, '');
}

/** How large, or long, a value may be. */
function boundOf(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const [bound, most] = issue.code === 'too_small' ? [issue.minimum, false] : [issue.maximum, true];
  switch (issue.origin) {
    case 'string':
      return !most && bound === 1 ? 'expected a text that is not empty' : `expected ${limit(bound, most)} characters`;
    case 'array':
      return `expected ${limit(bound, most)} ${bound === 1 ? 'item' : 'items'}`;
    default:
      return issue.inclusive === false
        ? `expected a number ${most ? 'below' : 'above'} ${bound}`
        : `expected a number of ${limit(bound, most)}`;
  }
}

function limit(bound: number | bigint, most: boolean): string {
  return `at ${most ? 'most' : 'least'} ${bound}`;
}

/** What a value that may be of several kinds has to be. */
function eitherOf(
  alternatives: readonly z.core.$ZodIssue[],
  { path, message }: z.core.$ZodIssue,
  document: Document,
): string {
  const values = alternatives.flatMap((inner) => (inner.code === 'invalid_value' ? inner.values : []));
  const kinds = alternatives.flatMap((inner) => (inner.code === 'invalid_type' ? (KINDS[inner.expected] ?? []) : []));
  const others = alternatives
    .filter(({ code }) => code !== 'invalid_value' && code !== 'invalid_type')
    .map((inner) => reason({ ...inner, path: [...path, ...inner.path] }, document));
  if (values.length > 0) {
    return oneOf(values, path, document, kinds);
  }
  if (others.length > 0 || kinds.length === 0) {
    return [...new Set(others)].join(' or ') || message;
  }
  return `expected ${kinds.join(' or ')}, and this is ${kindOf(document.getIn(path, true))}`;
}

/** The values that are known, and the nearest to what stands there. */
function oneOf(
  values: readonly unknown[],
  path: readonly PropertyKey[],
  document: Document,
  kinds: readonly string[] = [],
): string {
  const node: unknown = document.getIn(path, true);
  const names = values.map(String);
  const hint = isScalar(node) && typeof node.value === 'string' ? didYouMean(node.value, names) : '';
  const known = [...names.map((value) => `\`${value}\``), ...kinds];
  return `expected ${known.length === 1 ? '' : 'one of '}${known.join(', ')}${hint === '' ? '' : `. ${hint.trim()}`}`;
}

function kindOf(node: unknown): string {
  if (isMap(node)) return 'a mapping';
  if (isSeq(node)) return 'a list';
  const value: unknown = isScalar(node) ? node.value : node;
  if (value === null || value === undefined) return 'nothing';
  return typeof value === 'string' ? 'a text' : typeof value === 'number' ? 'a number' : `\`${String(value)}\``;
}

function dotted(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}

/** The keys the schema knows at a path; walks through records, arrays and wrappers. */
function knownKeys(path: readonly PropertyKey[]): string[] {
  let schema: unknown = configSchema;
  for (const segment of path) {
    schema = child(unwrap(schema), segment);
  }
  const { options } = definition(unwrap(schema));
  const shape = Array.isArray(options) ? options.map(shapeOf).find(Boolean) : shapeOf(unwrap(schema));
  return shape === undefined ? [] : Object.keys(shape);
}

function definition(schema: unknown): Record<string, unknown> {
  if (typeof schema === 'object' && schema !== null && 'def' in schema) {
    return schema.def as Record<string, unknown>;
  }
  return {};
}

function unwrap(schema: unknown): unknown {
  let current = schema;
  while (definition(current).innerType !== undefined) {
    current = definition(current).innerType;
  }
  return current;
}

function shapeOf(schema: unknown): Record<string, unknown> | undefined {
  const { shape } = definition(schema);
  return typeof shape === 'object' && shape !== null ? (shape as Record<string, unknown>) : undefined;
}

function child(schema: unknown, segment: PropertyKey): unknown {
  const shape = shapeOf(schema);
  if (shape !== undefined) {
    return shape[String(segment)];
  }
  const { valueType, element } = definition(schema);
  return valueType ?? element;
}

function valueOffset(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      return Number(node.range[0]);
    }
  }
  return 0;
}

function keyOffset(document: Document, path: readonly PropertyKey[]): number {
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (isMap(parent)) {
    for (const pair of parent.items) {
      if (isPair(pair) && isScalar(pair.key) && String(pair.key.value) === String(path.at(-1)) && pair.key.range) {
        return pair.key.range[0];
      }
    }
  }
  return valueOffset(document, path.slice(0, -1));
}
